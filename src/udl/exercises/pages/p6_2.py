"""Exercises and questions of page 6.2, gradient descent."""

from udl.exercises.declare import case, exercise, mistake


def _compute_loss(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "6.2.1",
    title="TODO: compute_loss",
    stub="def compute_loss(x):\n    ...  # your code\n",
    reference=_compute_loss,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(_compute_loss, "TODO: three mistakes or more, with their sentences.")
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _compute_gradient(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "6.2.2",
    title="TODO: compute_gradient",
    stub="def compute_gradient(x):\n    ...  # your code\n",
    reference=_compute_gradient,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _compute_gradient, "TODO: three mistakes or more, with their sentences."
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _gradient_descent_step(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "6.2.3",
    title="TODO: gradient_descent_step",
    stub="def gradient_descent_step(x):\n    ...  # your code\n",
    reference=_gradient_descent_step,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _gradient_descent_step,
            "TODO: three mistakes or more, with their sentences.",
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
