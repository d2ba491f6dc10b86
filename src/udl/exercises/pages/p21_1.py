"""Exercises and questions of page 21.1, bias mitigation."""

from udl.exercises.declare import case, choice, exercise, mistake, question


def _compute_probability_get_loan(credit_scores, frequencies, threshold):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "21.1.1",
    title="TODO: compute_probability_get_loan",
    stub="def compute_probability_get_loan(credit_scores, frequencies, threshold):\n    ...  # your code\n",
    reference=_compute_probability_get_loan,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _compute_probability_get_loan,
            "TODO: three mistakes or more, with their sentences.",
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "21.1.2",
    title="TODO: other common thresholds",
    prompt="TODO: can rates / false alarms / true positives be equal",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "21.1.3",
    title="TODO: overall 0.6",
    prompt="TODO: choose tau0, tau1",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)

question(
    "21.1.4",
    title="TODO: true positive 0.8",
    prompt="TODO: choose tau0, tau1",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)
