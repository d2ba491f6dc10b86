"""Exercises and questions of page 6.5, adam."""

from udl.exercises.declare import case, exercise, mistake


def _normalized_gradients(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "6.5.1",
    title="TODO: normalized_gradients",
    stub="def normalized_gradients(x):\n    ...  # your code\n",
    reference=_normalized_gradients,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _normalized_gradients, "TODO: three mistakes or more, with their sentences."
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _adam(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "6.5.2",
    title="TODO: adam",
    stub="def adam(x):\n    ...  # your code\n",
    reference=_adam,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_adam, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
