"""Exercises and questions of page 3.1, shallow neural networks i."""

from udl.exercises.declare import case, choice, exercise, mistake, question


def _relu(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "3.1.1",
    title="TODO: ReLU",
    stub="def relu(x):\n    ...  # your code\n",
    reference=_relu,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_relu, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _shallow_1_1_3(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "3.1.2",
    title="TODO: shallow_1_1_3",
    stub="def shallow_1_1_3(x):\n    ...  # your code\n",
    reference=_shallow_1_1_3,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(_shallow_1_1_3, "TODO: three mistakes or more, with their sentences.")
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "3.1.3",
    title="TODO: phi_0 change",
    prompt="TODO: predict",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "3.1.4",
    title="TODO: phi_1..3 times 0.5",
    prompt="TODO: predict",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "3.1.5",
    title="TODO: phi_1 times -1",
    prompt="TODO: predict",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "3.1.6",
    title="TODO: theta_20 = -1.2",
    prompt="TODO: predict",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "3.1.7",
    title="TODO: only two joints",
    prompt="TODO: three ways to do it",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "3.1.8",
    title="TODO: no flat second segment",
    prompt="TODO: change theta_10",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "3.1.9",
    title="TODO: theta_2 x0.5, phi_2 x2",
    prompt="TODO: predict (nothing changes: ReLU is positively homogeneous)",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "3.1.10",
    title="TODO: theta_2 x-0.5, phi_2 x-2",
    prompt="TODO: predict",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)


def _least_squares_loss(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "3.1.11",
    title="TODO: least_squares_loss",
    stub="def least_squares_loss(x):\n    ...  # your code\n",
    reference=_least_squares_loss,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _least_squares_loss, "TODO: three mistakes or more, with their sentences."
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "3.1.12",
    title="TODO: fit by hand",
    prompt="TODO: reduce the loss by hand; author reached 0.181",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)
