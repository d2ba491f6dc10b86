"""Exercises and questions of page 9.1, L2 regularization."""

import numpy as np

from udl.datasets.regression import gabor_data
from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)
from udl.fitting.gabor import gabor_gradient, gabor_loss
from udl.generalization import penalties
from udl.generalization.penalties import PUBLISHED_CENTER, strength_of_prior

_CENTER = np.array(PUBLISHED_CENTER)
_X, _Y = gabor_data()


def _penalty(phi_0, phi_1):
    return penalties.penalty(np.stack([phi_0, phi_1], axis=-1), _CENTER)


def _slope_0(phi, strength):
    return strength * penalties.penalty_gradient(phi, _CENTER)[0]


def _slope_1(phi, strength):
    return strength * penalties.penalty_gradient(phi, _CENTER)[1]


def _step(phi, gradient, alpha, strength, center):
    pull = strength * penalties.penalty_gradient(phi, center)
    return phi - alpha * (gradient(phi) + pull)


def tilted_gradient(phi):
    """Give the gradient of a tilted bowl in three parameters."""
    return np.array([[3.0, 1.0, 0.5], [1.0, 2.0, -0.5], [0.5, -0.5, 1.0]]) @ phi


def wave_gradient(phi):
    """Give the gradient of the Gabor model's loss."""
    return gabor_gradient(phi, _X, _Y)


def arrivals(strength, until, seed):
    """Count the starts of a hundred from which descent ends below 0.7."""
    rng = np.random.default_rng(seed)
    phi = np.stack([rng.uniform(-10, 10, 100), rng.uniform(2.5, 22.5, 100)], 1)
    with np.errstate(all="ignore"):  # a penalty too strong diverges
        for k in range(200):
            pull = strength * penalties.penalty_gradient(phi, _CENTER)
            phi = phi - 0.1 * (wave_gradient(phi) + (pull if k < until else 0))
        return int(np.sum(gabor_loss(phi, _X, _Y) < 0.7))


def _most_arrive(found):
    try:
        strength, until = (float(np.reshape(one, ())) for one in found)
    except (TypeError, ValueError):
        return "Two numbers are asked for: a strength, and a number of steps."
    if until not in range(201):
        return "There are 200 steps: `until` is a whole number from 0 to 200."
    if not strength >= 0:
        return "A strength below zero pushes away from the center."
    if until == 200:
        return (
            "To the end, the penalty holds every path short of the bottom. When can it "
            "go?"
        )
    count = arrivals(strength, until, 0)
    return count >= 90 or (
        f"With strength {strength:.3g} in the first {until:.0f} steps, {count} of 100 "
        "starts end below 0.7."
    )


exercise(
    "9.1.1",
    title="The penalty",
    stub="def penalty(phi_0, phi_1):\n    ...  # your code\n",
    solution=(
        "def penalty(phi_0, phi_1):\n    return phi_0 ** 2 + (phi_1 - 12.5) ** 2\n"
    ),
    equivalent={
        "return phi_0 ** 2 + (12.5 - phi_1) ** 2": "a square has no sign",
    },
    reference=_penalty,
    cases=[
        case(np.array([2.0, -1.0, 0.0]), np.array([10.5, 13.0, 12.5])),
        case(np.array([[0.5, 3.0], [-2.0, 1.5]]), np.array([[9.0, 20.0], [4.5, 11.0]])),
        case(np.array([1, -3]), np.array([12, 7])),
        case(np.float64(1.3), np.float64(9.0)),
        case(0.0, 12.5),
    ],
    random_case=lambda rng: case(rng.normal(size=4), rng.uniform(5, 20, 4)),
    published=published("compute_reg_term(phi0, phi1)"),
    planted=[
        mistake(
            lambda phi_0, phi_1: phi_0**2 + phi_1**2,
            "On this page the penalty has its center elsewhere: where?",
        ),
        mistake(
            lambda phi_0, phi_1: 0.2 * (phi_0**2 + (phi_1 - 12.5) ** 2),
            "You have multiplied by a strength already. Where the term is used, it is "
            "multiplied once more: double lambda, and by how much does your term grow?",
        ),
        mistake(
            lambda phi_0, phi_1: phi_0**2 + phi_1**2 - 12.5**2,
            "A difference of squares is not the square of a difference.",
        ),
        mistake(
            lambda phi_0, phi_1: (phi_0 + phi_1 - 12.5) ** 2,
            "An offset that is too large can make up for a small frequency in yours. "
            "Each has a square of its own.",
        ),
        mistake(
            lambda phi_0, phi_1: (phi_0 - 12.5) ** 2 + phi_1**2,
            "Which of the two do you believe near 12.5?",
        ),
        mistake(
            lambda phi_0, phi_1: np.sqrt(phi_0**2 + (phi_1 - 12.5) ** 2),
            "This is the distance from the center. The penalty has no root.",
        ),
        mistake(
            lambda phi_0, phi_1: np.abs(phi_0) + np.abs(phi_1 - 12.5),
            "Absolute values are another penalty, called L1.",
        ),
        mistake(
            lambda phi_0, phi_1: phi_0**2 + phi_1 - 12.5**2,
            "What does the square in your second term belong to?",
        ),
        mistake(
            lambda phi_0, phi_1: phi_0**2 + (phi_1 + 12.5) ** 2,
            "Your penalty is zero at a frequency of -12.5.",
        ),
        mistake(
            lambda phi_0, phi_1: (phi_0 - 12.5) ** 2 + (phi_1 - 12.5) ** 2,
            "You center both parameters at 12.5. Only one of them is believed "
            "to be near it.",
        ),
        mistake(
            lambda phi_0, phi_1: phi_0**2 + (phi_1 - 12.5),
            "The second term has no square: far below the center it is negative.",
        ),
    ],
    hints=[
        "Where is it zero? Put these values in.",
        "`phi_0 ** 2` is the first half. The second is the square of a difference.",
    ],
)

question(
    "9.1.2",
    title="Up or down?",
    prompt="Add $\\lambda R$ with a positive $\\lambda$ to the loss, and compare the "
    "lowest value of the sum with the lowest value that the loss had. Which can "
    "happen?",
    choices=[
        choice(
            "It goes down: the penalty smooths the surface.",
            "Is there any place where the sum is lower than the loss?",
        ),
        choice(
            "Up, or nowhere if the penalty is zero at the minimum of the loss.",
            "Yes. Something that is never negative has been added everywhere.",
            right=True,
        ),
        choice(
            "Either; it depends on the strength.",
            "Take a place where the sum is lowest. How does the loss there compare "
            "with its own minimum?",
        ),
        choice(
            "It stays the same, and only its place moves.",
            "At the new place the penalty has some value, and the loss is no lower "
            "than its minimum. What is their sum?",
        ),
    ],
)

exercise(
    "9.1.3",
    title="Its slope along the offset",
    stub="def slope_0(phi, strength):\n    ...  # your code\n",
    solution="def slope_0(phi, strength):\n    return 2 * strength * phi[0]\n",
    equivalent={
        "right for the sizes of the first case only": "there are two parameters",
        "the result has the first argument's type": "it is one number",
    },
    reference=_slope_0,
    cases=[
        case(np.array([1.3, 9.0]), 0.2),
        case(np.array([-2.0, 14.0]), 0.7),
        case(np.array([3, 11]), 2),
        case(np.array([0.0, 5.0]), 1.0),
    ],
    random_case=lambda rng: case(rng.normal(size=2) * 4, rng.uniform(0.1, 2)),
    published=published("dregdphi0(phi, lambda_)"),
    planted=[
        mistake(
            lambda phi, strength: 2 * phi[0],
            "Double lambda: what should your derivative do?",
        ),
        mistake(
            lambda phi, strength: 2 * phi[0] + strength,
            "You add lambda. Double it: what should your derivative do?",
        ),
        mistake(
            lambda phi, strength: strength * (2 * phi[0] + 2 * (phi[1] - 12.5)),
            "A partial derivative with respect to the offset: may the frequency appear "
            "in it?",
        ),
        mistake(
            lambda phi, strength: strength * np.sum(2 * phi),
            "You add up both parameters. How does the penalty change if the offset "
            "alone moves?",
        ),
        mistake(
            lambda phi, strength: strength * 2.0 ** phi[0],
            "Try an offset of 0: what is the slope of a parabola at its bottom?",
        ),
        mistake(
            lambda phi, strength: strength * phi[0] ** 2,
            "This is the penalty of the offset itself, not its slope.",
        ),
        mistake(
            lambda phi, strength: strength * phi[0],
            "Exactly half. The penalty has no one half in front of its square.",
        ),
        mistake(
            lambda phi, strength: 2 * strength * (phi[0] - 12.5),
            "Where is the penalty flat along the offset? There your slope is zero.",
        ),
        mistake(
            lambda phi, strength: 2 * strength * phi[1],
            "You take the other parameter. The offset is the first of the two.",
        ),
        mistake(
            lambda phi, strength: 2 * strength * phi,
            "This has two entries. One number is asked for.",
        ),
    ],
    hints=[
        "Which terms of the penalty change if only the offset moves?",
        "The derivative of $\\phi_0^2$ is $2\\phi_0$. The strength multiplies it.",
    ],
)

exercise(
    "9.1.4",
    title="Its slope along the frequency",
    stub="def slope_1(phi, strength):\n    ...  # your code\n",
    solution=(
        "def slope_1(phi, strength):\n    return 2 * strength * (phi[1] - 12.5)\n"
    ),
    equivalent={
        "right for the sizes of the first case only": "there are two parameters",
        "the result has the first argument's type": "it is one number",
    },
    reference=_slope_1,
    cases=[
        case(np.array([1.3, 9.0]), 0.2),
        case(np.array([-2.0, 14.0]), 0.7),
        case(np.array([3, 11]), 2),
        case(np.array([5.0, 12.5]), 1.0),
    ],
    random_case=lambda rng: case(rng.normal(size=2) * 4 + 10, rng.uniform(0.1, 2)),
    published=published("dregdphi1(phi, lambda_)"),
    planted=[
        mistake(
            lambda phi, strength: 2 * strength * phi[1],
            "Where is the penalty flat? There your derivative must be zero.",
        ),
        mistake(
            lambda phi, strength: 2 * (phi[1] - 12.5),
            "Double lambda: what should your derivative do?",
        ),
        mistake(
            lambda phi, strength: 2 * strength * phi[0],
            "This is the derivative with respect to the offset. Does each parameter "
            "get its own?",
        ),
        mistake(
            lambda phi, strength: 2 * strength * phi[1] - 12.5,
            "The 2 and the strength multiply the whole difference.",
        ),
        mistake(
            lambda phi, strength: strength * (phi[1] - 12.5) ** 2,
            "This is the penalty of the frequency itself, not its slope.",
        ),
        mistake(
            lambda phi, strength: strength * (phi[1] - 12.5),
            "Exactly half. The penalty has no one half in front of its square.",
        ),
        mistake(
            lambda phi, strength: 2 * strength * (phi[0] + phi[1] - 12.5),
            "A partial derivative with respect to the frequency: may the offset appear "
            "in it?",
        ),
        mistake(
            lambda phi, strength: 2 * strength * (phi[1] + 12.5),
            "Your slope is zero at a frequency of -12.5.",
        ),
        mistake(
            lambda phi, strength: 2 * strength * np.abs(phi[1] - 12.5),
            "Below the center the penalty falls as the frequency grows. Which sign has "
            "its slope there?",
        ),
        mistake(
            lambda phi, strength: strength * (2 * phi[1] - 12.5),
            "The 2 multiplies the whole difference. Where is your slope zero?",
        ),
    ],
    hints=[
        "Where along the frequency is the penalty flat?",
        "The outer derivative of $(\\phi_1 - 12.5)^2$ is twice the parenthesis; the "
        "inner one is 1.",
    ],
)

exercise(
    "9.1.5",
    title="A step that pulls too hard",
    stub=(
        "def step(phi, gradient, alpha, strength, center):\n"
        "    pull = 2 * strength * (phi - center)\n"
        "    return phi - alpha * gradient(phi) - pull\n"
    ),
    solution=(
        "def step(phi, gradient, alpha, strength, center):\n"
        "    pull = 2 * strength * (phi - center)\n"
        "    return phi - alpha * (gradient(phi) + pull)\n"
    ),
    reference=_step,
    cases=[
        case(
            np.array([1.0, -2.0, 0.5]),
            tilted_gradient,
            0.1,
            0.2,
            np.array([0.5, 1.0, -1.0]),
        ),
        case(np.array([2.6, 8.5]), wave_gradient, 0.1, 0.2, _CENTER),
        case(np.array([-1.0, 15.0]), wave_gradient, 0.05, 1.0, _CENTER),
        case(np.array([3, -1, 2]), tilted_gradient, 0.2, 0.4, np.array([1, 0, 2])),
    ],
    random_case=lambda rng: case(
        rng.normal(size=3),
        tilted_gradient,
        rng.uniform(0.05, 0.3),
        rng.uniform(0.1, 1),
        rng.normal(size=3),
    ),
    planted=[
        mistake(
            lambda phi, gradient, alpha, strength, center: (
                phi - alpha * gradient(phi) - 2 * strength * (phi - center)
            ),
            "Halve the learning rate: what becomes of the pull in this step?",
        ),
        mistake(
            lambda phi, gradient, alpha, strength, center: (
                phi - alpha * (gradient(phi) + strength * (phi - center))
            ),
            "Now the pull is half of what it should be: the derivative of a square has "
            "a 2.",
        ),
        mistake(
            lambda phi, gradient, alpha, strength, center: (
                phi - alpha * (gradient(phi) - 2 * strength * (phi - center))
            ),
            "Your step leads away from the center.",
        ),
        mistake(
            lambda phi, gradient, alpha, strength, center: phi - alpha * gradient(phi),
            "Your path does not feel the penalty: which function drives it?",
        ),
        mistake(
            lambda phi, gradient, alpha, strength, center: (
                phi - alpha * (gradient(phi) + 2 * strength * phi)
            ),
            "This pulls toward zero. Where is the center?",
        ),
        mistake(
            lambda phi, gradient, alpha, strength, center: (
                phi - alpha * strength * (gradient(phi) + 2 * (phi - center))
            ),
            "The strength weakens the gradient of the loss, too. Which of the two does "
            "it belong to?",
        ),
        mistake(
            lambda phi, gradient, alpha, strength, center: (
                phi - alpha * (gradient(phi) + strength * np.sum((phi - center) ** 2))
            ),
            "You add the penalty itself to a gradient. What is its gradient?",
        ),
        mistake(
            lambda phi, gradient, alpha, strength, center: (
                phi - alpha * (gradient(phi - center) + 2 * strength * (phi - center))
            ),
            "You take the gradient of the loss at another place. The center belongs to "
            "the penalty alone.",
        ),
        mistake(
            lambda phi, gradient, alpha, strength, center: (
                phi - alpha * gradient(phi) + 2 * strength * (phi - center)
            ),
            "Now the pull leads away from the center, and it is still as large "
            "as before.",
        ),
        mistake(
            lambda phi, gradient, alpha, strength, center: (
                phi - alpha * gradient(phi) - strength * (phi - center)
            ),
            "The 2 was right: it comes from the derivative of a square. What is "
            "different between the two terms that you subtract?",
        ),
        mistake(
            lambda phi, gradient, alpha, strength, center: (
                phi - 2 * alpha * strength * (phi - center)
            ),
            "The gradient of the loss is gone. A step goes down the sum of both.",
        ),
        mistake(
            lambda phi, gradient, alpha, strength, center: (
                lambda q: q - 2 * alpha * strength * (q - center)
            )(phi - alpha * gradient(phi)),
            "You make two steps, one after the other. Both slopes belong to the "
            "same place.",
        ),
        mistake(
            lambda phi, gradient, alpha, strength, center: (
                phi - alpha * gradient(phi) - 0.2 * strength * (phi - center)
            ),
            "You have written out a step size of 0.1. What is `alpha` for?",
        ),
    ],
    hints=[
        "The step should be $-\\alpha$ times the gradient of the *sum*. Compare.",
        "Which of the two terms is not multiplied by the learning rate?",
    ],
)

question(
    "9.1.6",
    title="Weaker and stronger",
    prompt="With a strength of 0.2, descent crosses the ridge. From the same start: "
    "what do you expect of a strength of 0.01, and of 1.0?",
    choices=[
        choice(
            "0.01 crosses the ridge more slowly; 1.0 ends at the lowest loss.",
            "Slower or not, is there a pull strong enough to go uphill? And at 1.0, "
            "which of the two terms decides where the end is?",
        ),
        choice(
            "0.01 stays in the first valley; 1.0 crosses, and ends nearer the center.",
            "Yes. The ridge is a matter of strength, and past it, more strength only "
            "pulls the end toward the belief.",
            right=True,
        ),
        choice(
            "All three end at the same place, after different numbers of steps.",
            "They go down three surfaces. Are their minima at the same place?",
        ),
        choice(
            "0.01 stays in the first valley; 1.0 does not move, since the penalty "
            "holds it.",
            "The penalty pulls toward its center, not toward the start.",
        ),
    ],
)

question(
    "9.1.7",
    title="How far does it shrink?",
    prompt="A loss has the second derivative 6 and its minimum at 4. You add "
    "$\\lambda\\phi^2$ with $\\lambda = 1$. Where is the minimum of the sum?",
    answer=number(
        3.0,
        tolerance=0.001,
        feedback="Yes. $6(\\phi - 4) + 2\\phi = 0$ gives $\\phi = 24/8$.",
    ),
    near=[
        number(
            3.4286,
            tolerance=0.002,
            feedback="You took $\\lambda$ for the derivative of the penalty. The "
            "derivative of $\\lambda\\phi^2$ has a 2.",
        ),
        number(
            1.0,
            tolerance=0.001,
            feedback="This is how far it has moved, or the share of the penalty. Where "
            "is it now?",
        ),
        number(
            0.75,
            tolerance=0.001,
            feedback="This is the factor. What does it multiply?",
        ),
        number(
            4.0,
            tolerance=0.001,
            feedback="This is where it was. At 4 the loss is flat, but is the penalty?",
        ),
        number(
            3.6923,
            tolerance=0.002,
            feedback="Did you write the loss as $6(\\phi-4)^2$? Its second derivative "
            "would be 12.",
        ),
    ],
    otherwise="Write the loss near its minimum as a parabola with this second "
    "derivative, add the penalty, and set the derivative to zero.",
)

question(
    "9.1.8",
    title="The knob",
    prompt="Fourteen hidden units are fitted to fifteen noisy examples. You turn the "
    "strength of the penalty from nearly nothing to very large. What do the error on "
    "the examples and the distance from the true curve do?",
    choices=[
        choice(
            "Both fall, and then rise together.",
            "Can the error on the examples fall when you ask for something besides it?",
        ),
        choice(
            "The error on the examples rises all the way; the distance from the truth "
            "falls first and rises later.",
            "Yes. Variance goes first, and bias comes in the end.",
            right=True,
        ),
        choice(
            "The error on the examples rises; the distance from the truth falls all "
            "the way.",
            "At a very large strength all weights are zero. How near is a level line "
            "to the truth?",
        ),
        choice(
            "Both rise all the way: the best fit is the one without a penalty.",
            "The best fit to the examples goes through their noise. Is that good "
            "elsewhere?",
        ),
    ],
)

exercise(
    "9.1.9",
    title="The strength of a belief",
    stub="def strength_for(sigma, sigma_prior, n_data):\n    ...  # your code\n",
    solution=(
        "def strength_for(sigma, sigma_prior, n_data):\n"
        "    return sigma ** 2 / (n_data * sigma_prior ** 2)\n"
    ),
    reference=strength_of_prior,
    cases=[
        case(0.3, 2.0, 15),
        case(1.5, 0.5, 4),
        case(3, 2, 10),
        case(np.float64(0.7), np.float64(0.9), 1),
    ],
    random_case=lambda rng: case(*rng.uniform(0.2, 3, 2), int(rng.integers(5, 50))),
    planted=[
        mistake(
            lambda sigma, sigma_prior, n_data: sigma**2 / sigma_prior**2,
            "This is right for a sum of squared errors. Here the loss is their mean.",
        ),
        mistake(
            lambda sigma, sigma_prior, n_data: n_data * sigma**2 / sigma_prior**2,
            "You multiply by the number of examples. A mean is a sum *divided* by it: "
            "what becomes of the penalty beside it?",
        ),
        mistake(
            lambda sigma, sigma_prior, n_data: sigma / (n_data * sigma_prior),
            "A ratio of variances is asked for. You were given standard deviations.",
        ),
        mistake(
            lambda sigma, sigma_prior, n_data: sigma_prior**2 / (n_data * sigma**2),
            "With a narrow prior your penalty is weak. Should it be?",
        ),
        mistake(
            lambda sigma, sigma_prior, n_data: sigma**2 / (2 * n_data * sigma_prior**2),
            "Half of it. Both terms of the logarithm had a one half, and they cancel.",
        ),
        mistake(
            lambda sigma, sigma_prior, n_data: 1 / (2 * n_data * sigma_prior**2),
            "The noise is not in your result. Multiply by what makes the first term a "
            "plain sum of squares.",
        ),
        mistake(
            lambda sigma, sigma_prior, n_data: sigma**2 / (n_data * sigma_prior),
            "The prior, too, has a variance.",
        ),
        mistake(
            lambda sigma, sigma_prior, n_data: (sigma / (n_data * sigma_prior)) ** 2,
            "You square the number of examples. How often is the sum divided by it?",
        ),
        mistake(
            lambda sigma, sigma_prior, n_data: sigma / sigma_prior,
            "A ratio of variances is needed, and the loss is a mean: two things "
            "are missing.",
        ),
        mistake(
            lambda sigma, sigma_prior, n_data: 1 / (2 * sigma_prior**2),
            "This is the factor of the penalty in the logarithm. There the "
            "squared errors have a factor too, and here theirs is 1 over the "
            "number of examples.",
        ),
    ],
    hints=[
        "For a sum of squared errors the page has the answer. What do you have to "
        "divide to make a mean of it?",
        "Divide both terms of the sum by `n_data`.",
    ],
)

exercise(
    "9.1.10",
    title="Lead, then leave",
    stub="def plan():\n    ...  # your code\n",
    solution="def plan():\n    return 2.0, 50\n",
    equivalent={
        "return (3.0, 50)": "stronger will do, too",
        "return (2.0, 51)": "some steps more or less do not matter",
        "return (2.0, 49)": "some steps more or less do not matter",
        "return (1.0, 50)": "half of it is still enough",
    },
    reference=lambda: (2.0, 50),
    parts=["strength", "until"],
    cases=[case()],
    accept=_most_arrive,
    planted=[
        mistake(
            lambda: (0.2, 200),
            "To the end, the penalty holds every path short of the bottom. When can it "
            "go?",
        ),
        mistake(
            lambda: (0.2, 50),
            "This strength bends the paths, and leaves most of them in their valleys. "
            "Which one leaves a single valley?",
        ),
        mistake(
            lambda: (0.0, 0),
            "Without a penalty the start decides. That is where we came from.",
        ),
        mistake(
            lambda: (2.0, 200),
            "All paths are at the center, and the penalty keeps them there. Let the "
            "data have the last word.",
        ),
        mistake(
            lambda: (2.0, 1),
            "One step leads about a third of the way to the center. Give it more.",
        ),
    ],
    hints=[
        "Draw the sum for a strength of 1 or 2 in the first figure. How many valleys "
        "are left?",
        "A strong penalty for a part of the steps, and none for the others. Use "
        "`arrivals`, below.",
    ],
)

question(
    "9.1.11",
    title="Twice the data",
    prompt="You minimize the *sum* of the squared errors plus $\\lambda R$, and it "
    "works well. Then you measure twice as many examples, and keep $\\lambda$. What "
    "becomes of the influence of the penalty?",
    choices=[
        choice(
            "It becomes smaller: the data have twice the weight, the belief does not.",
            "Yes, and so it should: the more you have seen, the less you need to "
            "believe.",
            right=True,
        ),
        choice(
            "It stays the same, because the strength does.",
            "Compare the two terms of the loss. Which of them has grown?",
        ),
        choice(
            "It doubles, since the penalty is added for each example.",
            "How often does $\\lambda R$ stand in the loss?",
        ),
    ],
)
