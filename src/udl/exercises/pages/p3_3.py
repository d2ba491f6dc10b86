"""Exercises and questions of page 3.3, shallow network regions."""

from udl.exercises.declare import case, choice, exercise, mistake, question


def _number_regions(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "3.3.1",
    title="TODO: number_regions",
    stub="def number_regions(x):\n    ...  # your code\n",
    reference=_number_regions,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(_number_regions, "TODO: three mistakes or more, with their sentences.")
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "3.3.2",
    title="TODO: why D,D works",
    prompt="TODO: why calling it with Di=D handles D<Di",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)


def _number_parameters(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "3.3.3",
    title="TODO: number_parameters",
    stub="def number_parameters(x):\n    ...  # your code\n",
    reference=_number_parameters,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _number_parameters, "TODO: three mistakes or more, with their sentences."
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
