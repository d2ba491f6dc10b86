"""Exercises and questions of page 6.3, stochastic gradient descent."""

from udl.exercises.declare import case, choice, exercise, mistake, question


def _compute_loss(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "6.3.1",
    title="TODO: compute_loss",
    stub="def compute_loss(x):\n    ...  # your code\n",
    reference=_compute_loss,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(_compute_loss, "TODO: three mistakes or more, with their sentences.")
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "6.3.2",
    title="TODO: different starts",
    prompt="TODO: local minima",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)


def _gradient_descent_step_fixed_learning_rate(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "6.3.3",
    title="TODO: gradient_descent_step_fixed_learning_rate",
    stub="def gradient_descent_step_fixed_learning_rate(x):\n    ...  # your code\n",
    reference=_gradient_descent_step_fixed_learning_rate,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _gradient_descent_step_fixed_learning_rate,
            "TODO: three mistakes or more, with their sentences.",
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "6.3.4",
    title="TODO: learning rate too large/small",
    prompt="TODO: predict and try",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)


def _stochastic_gradient_descent_step(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "6.3.5",
    title="TODO: stochastic_gradient_descent_step",
    stub="def stochastic_gradient_descent_step(x):\n    ...  # your code\n",
    reference=_stochastic_gradient_descent_step,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _stochastic_gradient_descent_step,
            "TODO: three mistakes or more, with their sentences.",
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)

question(
    "6.3.6",
    title="TODO: explore rates/starts/batches",
    prompt="TODO: ",
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)


def _learning_rate_schedule(x):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "6.3.7",
    title="TODO: learning rate schedule",
    stub="def learning_rate_schedule(x):\n    ...  # your code\n",
    reference=_learning_rate_schedule,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[
        mistake(
            _learning_rate_schedule,
            "TODO: three mistakes or more, with their sentences.",
        )
    ],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
