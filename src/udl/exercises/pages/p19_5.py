"""Exercises and questions of page 19.5, control variates."""

from udl.exercises.declare import case, choice, exercise, mistake, question


def _plain_estimator(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "19.5.1",
    title="TODO: plain estimator",
    stub="def plain_estimator(x):\n    ...  # your code\n",
    reference=_plain_estimator,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(_plain_estimator, "TODO: three mistakes or more, with their sentences.")
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _control_variate(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "19.5.2",
    title="TODO: control variate",
    stub="def control_variate(x):\n    ...  # your code\n",
    reference=_control_variate,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(_control_variate, "TODO: three mistakes or more, with their sentences.")
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "19.5.3",
    title="TODO: vary N and rho",
    prompt="TODO: ",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)
