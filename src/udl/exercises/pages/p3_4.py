"""Exercises and questions of page 3.4, activation functions."""

from udl.exercises.declare import case, choice, exercise, mistake, question


def _sigmoid(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "3.4.1",
    title="TODO: sigmoid",
    stub="def sigmoid(x):\n    ...  # your code\n",
    reference=_sigmoid,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_sigmoid, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _heaviside(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "3.4.2",
    title="TODO: heaviside",
    stub="def heaviside(x):\n    ...  # your code\n",
    reference=_heaviside,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(_heaviside, "TODO: three mistakes or more, with their sentences.")
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "3.4.3",
    title="TODO: linear predict",
    prompt="TODO: what the ten panels look like; which family of functions can be represented",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "3.4.4",
    title="TODO: linear a,b",
    prompt="TODO: a=0.5, b=-0.4",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)
