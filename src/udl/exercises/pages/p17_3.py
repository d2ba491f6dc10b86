"""Exercises and questions of page 17.3, importance sampling."""

from udl.exercises.declare import case, choice, exercise, mistake, question


def _compute_expectation(n_samples):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "17.3.1",
    title="TODO: compute_expectation",
    stub="def compute_expectation(n_samples):\n    ...  # your code\n",
    reference=_compute_expectation,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _compute_expectation, "TODO: three mistakes or more, with their sentences."
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "17.3.2",
    title="TODO: why worse variance",
    prompt="TODO: ",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)


def _compute_expectation2b(n_samples):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "17.3.3",
    title="TODO: compute_expectation2b",
    stub="def compute_expectation2b(n_samples):\n    ...  # your code\n",
    reference=_compute_expectation2b,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _compute_expectation2b,
            "TODO: three mistakes or more, with their sentences.",
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
