"""Exercises and questions of page 4.3, deep neural networks."""

from udl.exercises.declare import case, exercise, mistake


def _beta_omega_of_net_1(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "4.3.1",
    title="TODO: beta/Omega of net 1",
    stub="def beta_omega_of_net_1(x):\n    ...  # your code\n",
    reference=_beta_omega_of_net_1,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _beta_omega_of_net_1, "TODO: three mistakes or more, with their sentences."
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _composition_as_2_layer_net(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "4.3.2",
    title="TODO: composition as 2-layer net",
    stub="def composition_as_2_layer_net(x):\n    ...  # your code\n",
    reference=_composition_as_2_layer_net,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _composition_as_2_layer_net,
            "TODO: three mistakes or more, with their sentences.",
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _random_deep_net_shapes(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "4.3.3",
    title="TODO: random deep net shapes",
    stub="def random_deep_net_shapes(x):\n    ...  # your code\n",
    reference=_random_deep_net_shapes,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _random_deep_net_shapes,
            "TODO: three mistakes or more, with their sentences.",
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
