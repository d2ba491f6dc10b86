"""Exercises and questions of page 6.5, Adam."""

import numpy as np

from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.optimizers import (
    adam,
    adam_step,
    adam_step_bound,
    corrected_averages,
    normalized_step,
)
from udl.ravine import ravine_gradient

_START = np.array([-0.7, -0.9])


def constant_slope(phi):
    """Gradient (3, -0.5), whatever the parameters."""
    return np.array([3.0, -0.5]) + 0 * phi


def flat_along_one(phi):
    """Gradient (2, 0, -6), whatever the parameters."""
    return np.array([2.0, 0.0, -6.0]) + 0 * phi


def bowl(phi):
    """Gradient of a bowl with the curvatures 1, 2, 3, ..."""
    return np.arange(1.0, phi.size + 1) * phi


def _bell(phi):
    return np.exp(-2 * phi[1] ** 2 - (phi[0] - 0.7) ** 2 / 8)


exercise(
    "6.5.1",
    title="The gradient of the valley",
    stub="def valley_gradient(phi):\n    ...  # your code\n",
    reference=ravine_gradient,
    cases=[
        case(np.array([0.7, 0.5])),
        case(np.array([2.7, 0.0])),
        case(_START),
        case(np.array([0.2, 0.4])),
    ],
    random_case=lambda rng: case(rng.uniform(-1, 1, size=2)),
    planted=[
        mistake(
            lambda phi: np.array([(phi[0] - 0.7) / 4, 4 * phi[1]]),
            "These are the derivatives of the exponent. Which factor does the chain "
            "rule keep beside them?",
        ),
        mistake(
            lambda phi: -_bell(phi) * np.array([(phi[0] - 0.7) / 4, 4 * phi[1]]),
            "Yours points down the valley. The gradient points to where the loss "
            "grows; the minus sign comes with the step.",
        ),
        mistake(
            lambda phi: _bell(phi) * np.array([4 * phi[1], (phi[0] - 0.7) / 4]),
            "You exchanged the two entries: which parameter comes first?",
        ),
        mistake(
            lambda phi: _bell(phi) * np.array([(phi[0] - 0.7) / 8, 2 * phi[1]]),
            "Both entries are half of what differences of the loss give. What is the "
            "derivative of a square?",
        ),
        mistake(
            lambda phi: (
                (1 - _bell(phi)) * np.array([(phi[0] - 0.7) / 4, 4 * phi[1]])
            ),
            "You multiply by the loss. Which function is it that is its own derivative?",
        ),
        mistake(
            lambda phi: _bell(phi) * np.array([phi[0] / 4, 4 * phi[1]]),
            "At the minimum, (0.7, 0), your gradient is not zero.",
        ),
    ],
    hints=[
        "The loss is one minus an exponential. What is the derivative of an "
        "exponential with respect to its exponent?",
        "Compute the bell first: `bell = np.exp(...)`. Then there is one short factor "
        "for each parameter.",
    ],
)

question(
    "6.5.2",
    title="The largest rate",
    prompt="Near the minimum, from which learning rate on does gradient descent no "
    "longer come nearer? Look at both axes.",
    answer=number(
        0.5,
        tolerance=0.005,
        feedback="Yes: two over the *larger* curvature. The steep axis sets the limit "
        "for both.",
    ),
    near=[
        number(
            8,
            tolerance=0.05,
            feedback="That is the limit for the floor alone. What happens across the "
            "valley with that rate?",
        ),
        number(
            0.25,
            tolerance=0.005,
            feedback="There the factor across the valley is zero, the best that can "
            "happen. How far below zero may it go?",
        ),
        number(
            4,
            tolerance=0.05,
            feedback="That is the curvature, or the limit turned upside down. Solve "
            "$1 - \\alpha h = -1$.",
        ),
        number(
            2 / 4.25,
            tolerance=0.003,
            feedback="With this rate both factors are equally large, and it is the "
            "best one. The limit is a little higher.",
        ),
    ],
    otherwise="The factor $1-\\alpha h$ must stay above $-1$, for both curvatures.",
)

question(
    "6.5.3",
    title="How does the walk by signs end?",
    prompt="Steps of 0.08 along each axis, whatever the slope. Where is the walk after "
    "40 steps?",
    choices=[
        choice(
            "At the minimum, exactly: the gradient is zero there.",
            "It would have to hit it. Each coordinate only takes values that are 0.08 "
            "apart, starting from -0.7 and -0.9.",
        ),
        choice(
            "Near the minimum, and jumping to and fro.",
            "Yes. The sign never gets smaller, so neither do the steps.",
            right=True,
        ),
        choice(
            "Still on the floor of the valley: the slope there is too gentle.",
            "How gentle it is does not enter. Which part of the gradient is used?",
        ),
        choice(
            "Far away: the walls throw it out, as with the rate 1.",
            "A jump is never longer than 0.08 here. With the rate 1, jumps were as "
            "long as the walls were steep.",
        ),
    ],
)

exercise(
    "6.5.4",
    title="One normalized step",
    stub="def normalized_step(phi, gradient, rate, epsilon):\n    ...  # your code\n",
    reference=normalized_step,
    cases=[
        case(np.array([1.0, 1.0]), constant_slope, 0.5, 1e-20),
        case(np.array([1.0, 1.0, 1.0]), flat_along_one, 0.5, 1e-20),
        case(np.array([1.0, 1.0, 1.0]), flat_along_one, 0.5, 2.0),
        case(_START, ravine_gradient, 0.08, 1e-20),
    ],
    random_case=lambda rng: case(rng.normal(size=4), bowl, rng.uniform(0.1, 1), 0.3),
    planted=[
        mistake(
            lambda phi, gradient, rate, epsilon: (
                phi - rate * gradient(phi) / (gradient(phi) ** 2 + epsilon)
            ),
            "Multiply the loss by 10: a normalized step should not change. Yours does.",
        ),
        mistake(
            lambda phi, gradient, rate, epsilon: (
                phi
                - rate * gradient(phi) / (np.linalg.norm(gradient(phi)) + epsilon)
            ),
            "Each coordinate has its own scale: print the sizes of both components of "
            "a step.",
        ),
        mistake(
            lambda phi, gradient, rate, epsilon: (
                phi - rate * gradient(phi) / np.sqrt(gradient(phi) ** 2 + epsilon)
            ),
            "Your epsilon stands under the root. In the equation, what is it added to?",
        ),
        mistake(
            lambda phi, gradient, rate, epsilon: (
                phi + rate * gradient(phi) / (np.abs(gradient(phi)) + epsilon)
            ),
            "Your step goes up the loss.",
        ),
        mistake(
            lambda phi, gradient, rate, epsilon: (
                phi - rate * np.sqrt(gradient(phi) ** 2)
                / (np.sqrt(gradient(phi) ** 2) + epsilon)
            ),
            "All parameters move the same way. Square and root have taken the sign "
            "away: where should it come from?",
        ),
        mistake(
            lambda phi, gradient, rate, epsilon: phi - rate * gradient(phi),
            "This is plain gradient descent: it takes steps as long as the slope is "
            "steep.",
        ),
    ],
    hints=[
        "What is the length of the step along each axis, if epsilon is tiny?",
        "Store the gradient in `m` and its square in `v`; both have the shape of `phi`.",
        "`np.sqrt(v) + epsilon` is what `m` is divided by.",
    ],
)


def _running(g, beta):
    average, averages = 0.0, []
    for value in g:
        average = beta * average + (1 - beta) * value
        averages.append(average)
    return np.array(averages)


def _fed_back(g, beta):
    average, averages = 0.0, []
    for t, value in enumerate(g, start=1):
        average = (beta * average + (1 - beta) * value) / (1 - beta**t)
        averages.append(average)
    return np.array(averages)


exercise(
    "6.5.5",
    title="An average without the bias",
    stub="def corrected_averages(g, beta):\n    ...  # your code\n",
    reference=corrected_averages,
    cases=[
        case(np.array([4.0, 8.0]), 0.5),
        case(np.array([1.0, 1.0, 1.0, 1.0]), 0.9),
        case(np.array([2.0, -1.0, 0.0, 3.0, 5.0]), 0.8),
        case(np.array([2.0, -1.0, 0.0]), 0.0),
    ],
    random_case=lambda rng: case(rng.normal(size=9), rng.uniform(0.3, 0.95)),
    planted=[
        mistake(
            _running,
            "Feed it ones: your first averages are far below one. They are not "
            "corrected yet.",
        ),
        mistake(
            lambda g, beta: _running(g, beta) / (1 - beta),
            "Right for the first value, too large for all later ones. What in the "
            "correction changes from step to step?",
        ),
        mistake(
            lambda g, beta: _running(g, beta) / (1 - beta ** (np.arange(g.size))),
            "At the first value your correction divides by 1 - 1. How many values are "
            "in the average then?",
        ),
        mistake(
            lambda g, beta: _running(g, beta) / (1 - beta ** (np.arange(g.size) + 2)),
            "Your correction counts one value more than there are: the first average "
            "of ones should be one.",
        ),
        mistake(
            _fed_back,
            "Keep the running average as it is: the corrected value is for this step "
            "only.",
        ),
        mistake(
            lambda g, beta: (
                _running(g, 1 - beta) / (1 - (1 - beta) ** np.arange(1, g.size + 1))
            ),
            "You exchanged beta and 1 - beta: with beta close to one the average "
            "should hardly move.",
        ),
        mistake(
            lambda g, beta: np.cumsum(g) / np.arange(1, g.size + 1),
            "In yours every value counts the same. Recent ones should count more.",
        ),
    ],
    hints=[
        "Before any correction: how is the new average made of the old one and of the "
        "new value?",
        "The weights in the average after $t$ values add to $1-\\beta^t$.",
        "Keep two names: one for what you carry to the next step, and one for what "
        "you store in the answer.",
    ],
)
