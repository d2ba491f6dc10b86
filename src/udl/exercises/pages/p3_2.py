"""Exercises and questions of page 3.2, shallow neural networks ii."""

from udl.exercises.declare import case, choice, exercise, mistake, question


def _shallow_2_1_3(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "3.2.1",
    title="TODO: shallow_2_1_3",
    stub="def shallow_2_1_3(x):\n    ...  # your code\n",
    reference=_shallow_2_1_3,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(_shallow_2_1_3, "TODO: three mistakes or more, with their sentences.")
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "3.2.2",
    title="TODO: count polytopes",
    prompt="TODO: how many linear polytopes in the output",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)


def _shallow_2_2_3(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "3.2.3",
    title="TODO: shallow_2_2_3",
    stub="def shallow_2_2_3(x):\n    ...  # your code\n",
    reference=_shallow_2_2_3,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(_shallow_2_2_3, "TODO: three mistakes or more, with their sentences.")
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
