"""Exercises and questions of page 13.3, neighborhood sampling."""

from udl.exercises.declare import case, exercise, mistake


def _hidden_layer_2_nodes(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "13.3.1",
    title="TODO: hidden layer 2 nodes",
    stub="def hidden_layer_2_nodes(x):\n    ...  # your code\n",
    reference=_hidden_layer_2_nodes,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_hidden_layer_2_nodes, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _hidden_layer_1_nodes(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "13.3.2",
    title="TODO: hidden layer 1 nodes",
    stub="def hidden_layer_1_nodes(x):\n    ...  # your code\n",
    reference=_hidden_layer_1_nodes,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_hidden_layer_1_nodes, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _input_nodes(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "13.3.3",
    title="TODO: input nodes",
    stub="def input_nodes(x):\n    ...  # your code\n",
    reference=_input_nodes,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_input_nodes, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _sampled_layer_2(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "13.3.4",
    title="TODO: sampled layer 2",
    stub="def sampled_layer_2(x):\n    ...  # your code\n",
    reference=_sampled_layer_2,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_sampled_layer_2, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _sampled_layer_1(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "13.3.5",
    title="TODO: sampled layer 1",
    stub="def sampled_layer_1(x):\n    ...  # your code\n",
    reference=_sampled_layer_1,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_sampled_layer_1, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _sampled_input(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "13.3.6",
    title="TODO: sampled input",
    stub="def sampled_input(x):\n    ...  # your code\n",
    reference=_sampled_input,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_sampled_input, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
