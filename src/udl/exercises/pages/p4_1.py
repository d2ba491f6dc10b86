"""Exercises and questions of page 4.1, composing networks."""

from udl.exercises.declare import case, choice, exercise, mistake, question

question(
    "4.1.1",
    title="TODO: draw composition",
    prompt="TODO: sketch net2(net1(x))",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)


def _compose(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "4.1.2",
    title="TODO: compose",
    stub="def compose(x):\n    ...  # your code\n",
    reference=_compose,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_compose, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "4.1.3",
    title="TODO: modified second net (phi_1*-1)",
    prompt="TODO: sketch",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "4.1.4",
    title="TODO: modified first net (phi_1*0.5)",
    prompt="TODO: sketch",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "4.1.5",
    title="TODO: net1 with itself",
    prompt="TODO: sketch",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "4.1.6",
    title="TODO: three layers",
    prompt="TODO: how many linear regions in net2(net1(net1(x)))",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "4.1.7",
    title="TODO: N copies",
    prompt="TODO: regions for N copies of net1 then net2",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)
