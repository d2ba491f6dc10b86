"""Exercises and questions of page 4.2, clipping functions."""

from udl.exercises.declare import case, choice, exercise, mistake, question


def _shallow_1_1_3_3(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "4.2.1",
    title="TODO: shallow_1_1_3_3",
    stub="def shallow_1_1_3_3(x):\n    ...  # your code\n",
    reference=_shallow_1_1_3_3,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(_shallow_1_1_3_3, "TODO: three mistakes or more, with their sentences.")
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "4.2.2",
    title="TODO: increase psi_10",
    prompt="TODO: predict",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "4.2.3",
    title="TODO: multiply psi_2* by -1",
    prompt="TODO: predict",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "4.2.4",
    title="TODO: phi_3 = -1",
    prompt="TODO: predict",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)
