"""Exercises and questions of page 10.2, convolution for mnist-1d."""

from udl.exercises.declare import case, exercise, mistake


def _model(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "10.2.1",
    title="TODO: model",
    stub="def model(x):\n    ...  # your code\n",
    reference=_model,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_model, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
