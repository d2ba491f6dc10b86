"""Exercises and questions of page 7.2, backpropagation."""

from udl.exercises.declare import case, exercise, mistake


def _compute_network_output(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "7.2.1",
    title="TODO: compute_network_output",
    stub="def compute_network_output(x):\n    ...  # your code\n",
    reference=_compute_network_output,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _compute_network_output,
            "TODO: three mistakes or more, with their sentences.",
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _bias_derivatives(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "7.2.2",
    title="TODO: bias derivatives",
    stub="def bias_derivatives(x):\n    ...  # your code\n",
    reference=_bias_derivatives,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _bias_derivatives, "TODO: three mistakes or more, with their sentences."
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _weight_derivatives(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "7.2.3",
    title="TODO: weight derivatives",
    stub="def weight_derivatives(x):\n    ...  # your code\n",
    reference=_weight_derivatives,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _weight_derivatives, "TODO: three mistakes or more, with their sentences."
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _derivative_wrt_activations(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "7.2.4",
    title="TODO: derivative wrt activations",
    stub="def derivative_wrt_activations(x):\n    ...  # your code\n",
    reference=_derivative_wrt_activations,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _derivative_wrt_activations,
            "TODO: three mistakes or more, with their sentences.",
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _derivative_through_relu(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "7.2.5",
    title="TODO: derivative through ReLU",
    stub="def derivative_through_relu(x):\n    ...  # your code\n",
    reference=_derivative_through_relu,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _derivative_through_relu,
            "TODO: three mistakes or more, with their sentences.",
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
