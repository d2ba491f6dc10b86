"""Exercises and questions of page 6.4, momentum."""

from udl.exercises.declare import case, exercise, mistake


def _momentum(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "6.4.1",
    title="TODO: momentum",
    stub="def momentum(x):\n    ...  # your code\n",
    reference=_momentum,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_momentum, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _nesterov(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "6.4.2",
    title="TODO: Nesterov",
    stub="def nesterov(x):\n    ...  # your code\n",
    reference=_nesterov,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_nesterov, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
