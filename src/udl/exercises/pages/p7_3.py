"""Exercises and questions of page 7.3, initialization."""

from udl.exercises.declare import choice, question

question(
    "7.3.1",
    title="TODO: 50 layers, 80 units (forward)",
    prompt="TODO: ",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "7.3.2",
    title="TODO: tune sigma_sq_omega (forward)",
    prompt="TODO: stop the variance exploding",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "7.3.3",
    title="TODO: 50 layers, 80 units (backward)",
    prompt="TODO: ",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "7.3.4",
    title="TODO: tune sigma_sq_omega (backward)",
    prompt="TODO: ",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)
