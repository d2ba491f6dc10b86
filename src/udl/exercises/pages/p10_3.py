"""Exercises and questions of page 10.3, 2d convolution."""

from udl.exercises.declare import case, exercise, mistake


def _conv_numpy_1(image, weights, pad=1):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "10.3.1",
    title="TODO: conv_numpy_1",
    stub="def conv_numpy_1(image, weights, pad=1):\n    ...  # your code\n",
    reference=_conv_numpy_1,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_conv_numpy_1, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _conv_numpy_2(image, weights, stride=1, pad=1):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "10.3.2",
    title="TODO: conv_numpy_2",
    stub="def conv_numpy_2(image, weights, stride=1, pad=1):\n    ...  # your code\n",
    reference=_conv_numpy_2,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_conv_numpy_2, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _conv_numpy_3(image, weights, stride=1, pad=1):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "10.3.3",
    title="TODO: conv_numpy_3",
    stub="def conv_numpy_3(image, weights, stride=1, pad=1):\n    ...  # your code\n",
    reference=_conv_numpy_3,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_conv_numpy_3, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _conv_numpy_4(image, weights, stride=1, pad=1):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "10.3.4",
    title="TODO: conv_numpy_4",
    stub="def conv_numpy_4(image, weights, stride=1, pad=1):\n    ...  # your code\n",
    reference=_conv_numpy_4,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_conv_numpy_4, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
