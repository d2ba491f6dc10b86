"""Exercises and questions of page 2.1, supervised learning."""

from udl.exercises.declare import case, choice, exercise, mistake, question


def _f(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "2.1.1",
    title="TODO: f",
    stub="def f(x):\n    ...  # your code\n",
    reference=_f,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_f, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _compute_loss(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "2.1.2",
    title="TODO: compute_loss",
    stub="def compute_loss(x):\n    ...  # your code\n",
    reference=_compute_loss,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(_compute_loss, "TODO: three mistakes or more, with their sentences.")
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "2.1.3",
    title="TODO: fit by hand",
    prompt="TODO: alternate changing phi0 and phi1 from (1.6,-0.8) until the loss stops falling",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)
