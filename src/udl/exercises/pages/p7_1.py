"""Exercises and questions of page 7.1, backpropagation in toy model."""

from udl.exercises.declare import case, exercise, mistake


def _forward_pass(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "7.1.1",
    title="TODO: forward pass",
    stub="def forward_pass(x):\n    ...  # your code\n",
    reference=_forward_pass,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(_forward_pass, "TODO: three mistakes or more, with their sentences.")
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _backward_pass(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "7.1.2",
    title="TODO: backward pass",
    stub="def backward_pass(x):\n    ...  # your code\n",
    reference=_backward_pass,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(_backward_pass, "TODO: three mistakes or more, with their sentences.")
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _parameter_derivatives(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "7.1.3",
    title="TODO: parameter derivatives",
    stub="def parameter_derivatives(x):\n    ...  # your code\n",
    reference=_parameter_derivatives,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _parameter_derivatives,
            "TODO: three mistakes or more, with their sentences.",
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
