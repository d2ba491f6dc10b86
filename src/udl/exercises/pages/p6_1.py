"""Exercises and questions of page 6.1, line search."""

from udl.exercises.declare import case, exercise, mistake


def _rule_1(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "6.1.1",
    title="TODO: rule 1",
    stub="def rule_1(x):\n    ...  # your code\n",
    reference=_rule_1,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_rule_1, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _rule_2(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "6.1.2",
    title="TODO: rule 2",
    stub="def rule_2(x):\n    ...  # your code\n",
    reference=_rule_2,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_rule_2, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _rule_3(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "6.1.3",
    title="TODO: rule 3",
    stub="def rule_3(x):\n    ...  # your code\n",
    reference=_rule_3,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_rule_3, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _return_value(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "6.1.4",
    title="TODO: return value",
    stub="def return_value(x):\n    ...  # your code\n",
    reference=_return_value,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(_return_value, "TODO: three mistakes or more, with their sentences.")
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
