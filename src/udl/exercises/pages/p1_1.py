"""Exercises and questions of page 1.1, background mathematics."""

from udl.exercises.declare import case, choice, exercise, mistake, question


def _linear_function_1d(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "1.1.1",
    title="TODO: linear_function_1D",
    stub="def linear_function_1d(x):\n    ...  # your code\n",
    reference=_linear_function_1d,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _linear_function_1d, "TODO: three mistakes or more, with their sentences."
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "1.1.2",
    title="TODO: line through (0,10) and (5,0)",
    prompt="TODO: choose beta, omega so that the line crosses y=10 and x=5 (beta=10, omega=-2)",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)


def _linear_function_2d(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "1.1.3",
    title="TODO: linear_function_2D",
    stub="def linear_function_2d(x):\n    ...  # your code\n",
    reference=_linear_function_2d,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _linear_function_2d, "TODO: three mistakes or more, with their sentences."
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "1.1.4",
    title="TODO: predict omega_1=0",
    prompt="TODO: what the heat map looks like",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "1.1.5",
    title="TODO: predict omega_2=0",
    prompt="TODO: what the heat map looks like",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "1.1.6",
    title="TODO: predict beta=-5",
    prompt="TODO: what the heat map looks like",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)


def _linear_function_3d(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "1.1.7",
    title="TODO: linear_function_3D",
    stub="def linear_function_3d(x):\n    ...  # your code\n",
    reference=_linear_function_3d,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _linear_function_3d, "TODO: three mistakes or more, with their sentences."
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "1.1.8",
    title="TODO: visualise 3D?",
    prompt="TODO: can a function of three inputs be drawn; value at the origin",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)


def _three_equations_two_inputs(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "1.1.9",
    title="TODO: three equations two inputs",
    stub="def three_equations_two_inputs(x):\n    ...  # your code\n",
    reference=_three_equations_two_inputs,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _three_equations_two_inputs,
            "TODO: three mistakes or more, with their sentences.",
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "1.1.10",
    title="TODO: exp questions",
    prompt="TODO: exp[0], exp[1], exp[-inf], exp[+inf], convex/concave",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "1.1.11",
    title="TODO: log questions",
    prompt="TODO: log 0, log 1, log e, log exp 3, exp log 4, log -1, convex/concave",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)
