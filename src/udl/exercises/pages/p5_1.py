"""Exercises and questions of page 5.1, least squares loss."""

import numpy as np

from udl.datasets.regression import univariate_regression
from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)
from udl.losses.distributions import normal_pdf
from udl.losses.squared_error import (
    best_normal_sigma,
    combined_reading,
    heteroscedastic_negative_log_likelihood,
    normal_likelihood,
    normal_negative_log_likelihood,
    sum_of_squares,
)
from udl.networks.shallow import shallow_network

_X, _Y = univariate_regression()
_F = shallow_network(_X, [0.3, -1.0, -0.5], [-1.0, 1.8, 0.65], 0.1, [-2.0, -1.0, 7.0])
_THREE = (np.array([1.0, 0.5, -2.0]), np.array([0.0, 1.0, -1.5]))
_WHOLE = (np.array([3, 5, 2, 4]), np.array([2.5, 4.0, 4.0, 4.25]))
_TINY = (np.array([0.0, 2e-6, -1e-6]), np.array([1e-6, 0.0, 0.0]), 1e-6)
_SQUARE = "a square has no sign"
_MANY = (np.tile(_Y, 100), np.tile(_F, 100))
_DENSITY = {"normal_density": "5.1.1", "normal_distribution": "5.1.1"}
_TRUTH = np.random.default_rng(51).uniform(-3, 3, 200)


def _row(mu):
    return mu[None]  # a network's output there: one row, a column for each example


def _targets_and_means(rng):
    y = rng.normal(size=7)
    return y, y + rng.normal(0.3, 0.5, size=7)


def _scanned(cost):
    """Write a scan of noise levels with another loss."""

    def noise_level(y, mu):
        sigmas = np.arange(0.05, 5, 0.005)
        squares = np.sum((y - mu) ** 2)
        return sigmas[np.argmin(cost(squares, sigmas, len(y)))]

    return noise_level


def _near_the_best(result, y, mu):
    """Accept the nearest noise level of the scan, and the formula's."""
    return np.shape(result) == () and abs(result - best_normal_sigma(y, mu)) < 0.0051


def _measured(seed):
    """Draw twenty measurements of each quantity, one in ten far off."""
    rng = np.random.default_rng(seed)
    wild = rng.random((200, 20)) < 0.1
    scatter = np.where(wild, 10, 1) * rng.normal(size=(200, 20))
    return _TRUTH[:, None] + scatter


def _most_are_near(result, samples):
    close = np.shape(result) == (200,) and np.abs(np.asarray(result) - _TRUTH) < 0.5
    return np.sum(close) >= 165


def _without_the_farthest(samples):
    means = np.mean(samples, axis=1, keepdims=True)
    away = np.argmax(np.abs(samples - means), axis=1)
    kept = np.ones(samples.shape, bool)
    kept[np.arange(len(samples)), away] = False
    return samples[kept].reshape(len(samples), -1).mean(axis=1)


exercise(
    "5.1.1",
    title="The normal density",
    stub="def normal_density(y, mu, sigma):\n    ...  # your code\n",
    solution=(
        "def normal_density(y, mu, sigma):\n"
        "    z = (y - mu) / sigma\n"
        "    return np.exp(-(z**2) / 2) / (sigma * np.sqrt(2 * np.pi))\n"
    ),
    equivalent={"z = (mu - y) / sigma": _SQUARE},
    reference=normal_pdf,
    cases=[
        case(np.array([-1.0, 0.0, 2.5]), 0.5, 1.7),
        case(np.array([1, -2, 0, 3]), 1, 2),
        case(1.0, -1.0, 2.3),
        case(0.5, 0.5, 0.1),
        case(-3.0, 0.0, 2.0),
    ],
    published=published("normal_distribution(y, mu, sigma)"),
    random_case=lambda rng: case(rng.normal(size=6), rng.normal(), rng.uniform(0.2, 3)),
    curve=case(np.linspace(-6, 6, 121), 1.0, 1.5),
    planted=[
        mistake(
            lambda y, mu, sigma: (
                np.exp(-((y - mu) ** 2) / (2 * sigma)) / np.sqrt(2 * np.pi * sigma)
            ),
            "You treat sigma as the variance; here it is the standard deviation.",
        ),
        mistake(
            lambda y, mu, sigma: (
                np.exp(-((y - mu) ** 2) / sigma**2) / np.sqrt(2 * np.pi * sigma**2)
            ),
            "Integrate your curve over a wide interval: is the area one? Look at the "
            "exponent.",
        ),
        mistake(
            lambda y, mu, sigma: np.exp(-((y - mu) ** 2) / (2 * sigma**2)),
            "Your bump has the right shape but always the height one. What makes its "
            "area one?",
        ),
        mistake(
            lambda y, mu, sigma: (
                np.exp(-((y - mu) ** 2) / (2 * sigma**2)) / (2 * np.pi * sigma**2)
            ),
            "The shape is right. In the factor in front, what is under the root?",
        ),
        mistake(
            lambda y, mu, sigma: (
                np.exp(-((y - mu) ** 2) / (2 * sigma**2)) / np.sqrt(2 * np.pi) * sigma
            ),
            "A wider curve should be lower; yours is higher. Python divides and "
            "multiplies from left to right: check what ends up below the line.",
        ),
        mistake(
            lambda y, mu, sigma: (
                np.exp(-((y - mu) ** 2) / 2 * sigma**2) / np.sqrt(2 * np.pi * sigma**2)
            ),
            "Your curve gets narrower as sigma grows. `a / 2 * b` is `(a / 2) * b`: "
            "check the exponent.",
        ),
        mistake(
            lambda y, mu, sigma: (
                np.exp(-np.abs(y - mu) / (2 * sigma**2)) / np.sqrt(2 * np.pi * sigma**2)
            ),
            "Your curve has a sharp tip at mu; the bump is round there. What is "
            "squared in the exponent?",
        ),
        mistake(
            lambda y, mu, sigma: (
                np.exp((y - mu) ** 2 / (2 * sigma**2)) / np.sqrt(2 * np.pi * sigma**2)
            ),
            "Your density grows as y moves away from mu. Check the sign of the "
            "exponent.",
        ),
    ],
    hints=[
        "Try the two factors apart. What should each be at $y = \\mu$?",
        "Count how many standard deviations $y$ is from $\\mu$ and store that number. "
        "The exponent needs nothing else.",
        "The factor in front has $\\sigma^2$ under a root, together with $2\\pi$. If "
        "your curve is too tall or too flat, look at what the root covers.",
    ],
)

question(
    "5.1.2",
    title="Move the mean",
    prompt=r"Change $\mu$ from 0 to 1 and leave $\sigma = 1$. What does the curve do?",
    choices=[
        choice(
            "It moves to the right by 1 and keeps its shape.",
            "Yes. Only the difference $y-\\mu$ enters, so the same values appear "
            "one unit further right.",
            right=True,
        ),
        choice(
            "It moves to the left by 1 and keeps its shape.",
            "The bump is highest where $y-\\mu$ is zero. For which $y$ is that, "
            "when $\\mu = 1$?",
        ),
        choice(
            "It moves to the right by 1 and gets higher.",
            "The height is set by the factor in front. Does $\\mu$ occur in it?",
        ),
    ],
)

question(
    "5.1.3",
    title="Double the standard deviation",
    prompt=r"Back to $\mu = 0$. Change $\sigma$ from 1 to 2. What does the curve do?",
    choices=[
        choice(
            "Twice as wide, equally high.",
            "Then the area would double, and it has to stay one.",
        ),
        choice(
            "Twice as wide, half as high.",
            "Yes. Width times height stays the same, and so does the area.",
            right=True,
        ),
        choice(
            "Four times as wide, a quarter as high.",
            "That is what doubling does to the variance. The curve's width is "
            "measured by the standard deviation.",
        ),
        choice(
            "Half as wide, twice as high.",
            "A larger $\\sigma$ divides the distance from the mean by more. Do "
            "distant values become more probable by that, or less?",
        ),
    ],
)

question(
    "5.1.4",
    title="Halve the standard deviation",
    prompt=r"How high is the peak for $\mu = 0$, $\sigma = 0.5$? Two digits will do.",
    answer=number(
        2 / np.sqrt(2 * np.pi),
        tolerance=0.01,
        feedback="Yes: half as wide, so twice as high as the standard curve. A density "
        "may well come near one, or exceed it.",
    ),
    near=[
        number(
            1 / np.sqrt(2 * np.pi),
            tolerance=0.01,
            feedback="That is the peak of the standard curve. The new one is "
            "narrower and has the same area.",
        ),
        number(
            0.5 / np.sqrt(2 * np.pi),
            tolerance=0.01,
            feedback="That is the peak for twice the width. Here the width is halved.",
        ),
        number(
            4 / np.sqrt(2 * np.pi),
            tolerance=0.02,
            feedback="You divided by the variance. What is under the root, and what "
            "is its root?",
        ),
    ],
    otherwise="At the peak the exponential is one. Which part of the formula has yet "
    "to be computed?",
)

question(
    "5.1.5",
    title="What has to be normal?",
    prompt="A colleague plots a histogram of all outputs $y$, sees that it leans to "
    "one side, and says: least squares is not allowed here. What would have to be "
    "normal for our two statements to hold?",
    choices=[
        choice(
            "The inputs $x$.",
            "We never said anything about how inputs come about: each density is "
            "*given* the input.",
        ),
        choice(
            "The outputs $y$, all in one histogram.",
            "That histogram mixes outputs with different means. It may have any "
            "shape, even if each output is normal around its own prediction.",
        ),
        choice(
            "The differences between the outputs and the predictions.",
            "Yes. Only the scatter around the line is said to be normal; where the "
            "line goes is another matter.",
            right=True,
        ),
    ],
)

exercise(
    "5.1.6",
    title="The likelihood",
    stub="def likelihood(y, mu, sigma):\n    ...  # your code\n",
    solution=(
        "def likelihood(y, mu, sigma):\n"
        "    return np.prod(normal_density(y, mu, sigma))\n"
    ),
    reference=normal_likelihood,
    cases=[
        case(*_THREE, 1.3),
        case(*_THREE, 0.5),
        case(*_WHOLE, 2),
        case(_Y, _F, 0.2),
        case(_Y, _F, 0.3),
    ],
    published=published(
        "compute_likelihood(y_train, mu, sigma)",
        takes=["y", lambda mu: _row(mu), "sigma"],
    ),
    random_case=lambda rng: case(*_targets_and_means(rng), rng.uniform(0.4, 1.5)),
    atol=0,
    uses=_DENSITY,
    planted=[
        mistake(
            lambda y, mu, sigma: np.sum(normal_pdf(y, mu, sigma)),
            "Independent observations: are their densities added or multiplied?",
        ),
        mistake(
            lambda y, mu, sigma: np.mean(normal_pdf(y, mu, sigma)),
            "You average the densities. What does independence say about the density "
            "of all observations together?",
        ),
        mistake(
            normal_pdf,
            "These are the densities of the single observations. One number is asked "
            "for: the density of all of them together.",
        ),
        mistake(
            lambda y, mu, sigma: np.prod(normal_pdf(y, mu, sigma**2)),
            "You square sigma before you hand it on, and the density squares it again.",
        ),
        mistake(
            lambda y, mu, sigma: np.sum(np.log(normal_pdf(y, mu, sigma))),
            "This is the logarithm of the likelihood. It comes next; here the product "
            "itself is asked for.",
        ),
        mistake(
            lambda y, mu, sigma: np.prod(normal_pdf(y, mu, sigma)) / np.size(y),
            "A product needs no division by the number of observations.",
        ),
    ],
    hints=[
        "What is the density of the first observation alone? Of the first two?",
        "An array of densities is one call of your `normal_density`. Now one number "
        "must come of it.",
        "numpy has a function for the sum of an array, and one with a similar name for "
        "the product.",
    ],
)

exercise(
    "5.1.7",
    title="The negative log-likelihood",
    stub="def negative_log_likelihood(y, mu, sigma):\n    ...  # your code\n",
    solution=(
        "def negative_log_likelihood(y, mu, sigma):\n"
        "    constant = len(y) / 2 * np.log(2 * np.pi * sigma**2)\n"
        "    return constant + np.sum((y - mu) ** 2) / (2 * sigma**2)\n"
    ),
    equivalent={
        "constant = len(mu) / 2 * np.log(2 * np.pi * sigma ** 2)": "as many as targets",
        "return constant + np.sum((mu - y) ** 2) / (2 * sigma ** 2)": _SQUARE,
    },
    reference=normal_negative_log_likelihood,
    cases=[
        case(*_THREE, 1.3),
        case(*_THREE, 0.5),
        case(*_WHOLE, 2),
        case(_Y, _F, 0.2),
        case(*_MANY, 0.2),
        case(*_TINY),
    ],
    published=published(
        "compute_negative_log_likelihood(y_train, mu, sigma)",
        takes=["y", lambda mu: _row(mu), "sigma"],
    ),
    random_case=lambda rng: case(*_targets_and_means(rng), rng.uniform(0.4, 1.5)),
    uses=_DENSITY | {"likelihood": "5.1.6", "compute_likelihood": "5.1.6"},
    planted=[
        mistake(
            lambda y, mu, sigma: -np.log(np.prod(normal_pdf(y, mu, sigma))),
            "It agrees on 20 points, but repeat the data 100 times: the product has "
            "become zero.",
        ),
        mistake(
            lambda y, mu, sigma: np.sum(np.log(normal_pdf(y, mu, sigma))),
            "The best model has the largest value of yours; a loss should be smallest "
            "for the best model.",
        ),
        mistake(
            lambda y, mu, sigma: -np.mean(np.log(normal_pdf(y, mu, sigma))),
            "Off by exactly the number of examples: UDL adds over the data.",
        ),
        mistake(
            lambda y, mu, sigma: np.sum((y - mu) ** 2) / (2 * sigma**2),
            "The terms you dropped are constant for the network but not for sigma.",
        ),
        mistake(
            lambda y, mu, sigma: -np.sum(np.log10(normal_pdf(y, mu, sigma))),
            "Your logarithm has base 10. The derivation uses the one that undoes exp.",
        ),
        mistake(
            lambda y, mu, sigma: -np.log(np.sum(normal_pdf(y, mu, sigma))),
            "The logarithm of a sum is not the sum of the logarithms. Which one does "
            "the product turn into?",
        ),
        mistake(
            lambda y, mu, sigma: (
                np.log(2 * np.pi * sigma**2) / 2
                + np.sum((y - mu) ** 2) / (2 * sigma**2)
            ),
            "The first term came once for each example. How often do you add it?",
        ),
        mistake(
            lambda y, mu, sigma: -np.log(normal_pdf(y, mu, sigma)),
            "These are the losses of the single examples. One number is asked for.",
        ),
    ],
    hints=[
        "What is the loss of a single example? Write that first.",
        "The order matters for the computer: take logarithms first, then combine.",
        "The equation has two terms. In the first, which quantity says how many "
        "examples there are?",
    ],
)

exercise(
    "5.1.8",
    title="The sum of squares",
    stub="def least_squares(y, f):\n    ...  # your code\n",
    solution="def least_squares(y, f):\n    return np.sum((y - f) ** 2)\n",
    equivalent={"return np.sum((f - y) ** 2)": _SQUARE},
    reference=sum_of_squares,
    cases=[
        case(*_THREE),
        case(np.array([3.0, 3.0, 1.0, 0.0]), np.zeros(4)),
        case(*_WHOLE),
        case(_Y, _F),
    ],
    published=published(
        "compute_sum_of_squares(y_train, y_pred)", takes=["y", lambda f: _row(f)]
    ),
    random_case=lambda rng: case(*_targets_and_means(rng)),
    planted=[
        mistake(
            lambda y, f: np.mean((y - f) ** 2),
            "Off by exactly the number of examples: a sum is asked for, not a mean.",
        ),
        mistake(
            lambda y, f: np.sum(y - f) ** 2,
            "You add first and square last, so errors of opposite sign cancel. What "
            "has to happen to each error before it is added?",
        ),
        mistake(
            lambda y, f: np.sum((y[:, None] - f[None, :]) ** 2),
            "Your residuals form a table. Print their shape before you square.",
        ),
        mistake(
            lambda y, f: np.sum((y - f) ** 2) / 2,
            "Exactly half. Some books do write the one half; this page does not.",
        ),
        mistake(
            lambda y, f: np.sum(np.abs(y - f)),
            "These are the absolute errors. Another belief about the scatter leads to "
            "them; normal scatter leads to something else.",
        ),
        mistake(
            lambda y, f: np.sqrt(np.sum((y - f) ** 2)),
            "The root of what is asked for: drop the last step.",
        ),
        mistake(
            lambda y, f: (y - f) ** 2,
            "These are the squared errors of the single examples. One number is asked "
            "for.",
        ),
    ],
    hints=[
        "Which array holds, for each example, how far the prediction is off?",
        "Square that array element by element. `**` does.",
        "One number must come of it: does the equation write a sum or a mean?",
    ],
)

question(
    "5.1.9",
    title="Another noise level, another offset?",
    prompt=r"We are about to scan the offset $\beta_1$ with $\sigma = 0.2$. With "
    r"$\sigma = 1$ the likelihood curve will be very different. Where will its peak "
    "be?",
    choices=[
        choice(
            "At a smaller offset.",
            "The noise level would have to pull the line somewhere. Find "
            "$\\sigma$ in the negative log-likelihood: does it touch any one error "
            "more than another?",
        ),
        choice(
            "At the same offset.",
            "Yes. $\\sigma$ adds a constant and multiplies the sum of squares by a "
            "positive number. Neither moves the minimum.",
            right=True,
        ),
        choice(
            "At a larger offset.",
            "The noise level would have to pull the line somewhere. Find "
            "$\\sigma$ in the negative log-likelihood: does it touch any one error "
            "more than another?",
        ),
        choice(
            "Nowhere: the curve becomes flat.",
            "It becomes flatter, but the sum of squares is still in it, and that has "
            "one smallest value.",
        ),
    ],
)

question(
    "5.1.10",
    title="How wrong can a scan be?",
    prompt="The scan tries offsets that are 0.01 apart, and the loss is a parabola in "
    "the offset, with its lowest point somewhere inside the range. How far can the "
    "scan's answer be from that point, at most?",
    answer=number(
        0.005,
        tolerance=1e-6,
        feedback="Yes, half a step. A parabola rises equally on both sides, so the "
        "scan picks the nearest of its points, and none is farther than half a step.",
    ),
    near=[
        number(
            0.01,
            tolerance=1e-6,
            feedback="A whole step away there is always another point that is nearer. "
            "For a curve that rises *unequally* on its two sides, a whole step would "
            "be the answer.",
        ),
        number(
            0.0047,
            tolerance=2e-4,
            feedback="That is about how far it is off here. How far could it be, for "
            "other data?",
        ),
        number(
            0.0,
            tolerance=1e-9,
            feedback="Only if the lowest point happens to lie on the grid.",
        ),
    ],
    otherwise="Draw two neighboring points of the grid and a parabola between them. "
    "When does the scan choose the left one?",
)

exercise(
    "5.1.11",
    title="The friend's noise level",
    stub=(
        "def noise_level(y, mu):\n"
        "    sigmas = np.arange(0.05, 5, 0.005)\n"
        "    squares = np.sum((y - mu) ** 2)\n"
        "    loss = squares / (2 * sigmas**2)  # dropped what does not depend on mu\n"
        "    return sigmas[np.argmin(loss)]\n"
    ),
    solution=(
        "def noise_level(y, mu):\n"
        "    sigmas = np.arange(0.05, 5, 0.005)\n"
        "    squares = np.sum((y - mu) ** 2)\n"
        "    loss = len(y) * np.log(sigmas) + squares / (2 * sigmas**2)\n"
        "    return sigmas[np.argmin(loss)]\n"
    ),
    equivalent={
        "sigmas = np.arange(0.05, 6, 0.005)": "no case has so much noise",
        "sigmas = np.arange(0.05, 4, 0.005)": "no case has so much noise",
        "squares = np.sum((mu - y) ** 2)": _SQUARE,
        "loss = len(mu) * np.log(sigmas) + squares / (2 * sigmas ** 2)": (
            "as many as targets"
        ),
        (
            "loss = len(y) * np.log(np.maximum(sigmas, 1e-09)) "
            "+ squares / (2 * sigmas ** 2)"
        ): "no noise level is so small",
        "loss = len(y) * np.log(sigmas + 1e-09) + squares / (2 * sigmas ** 2)": (
            "no noise level is so small"
        ),
    },
    reference=best_normal_sigma,
    cases=[
        case(*_THREE),
        case(*_WHOLE),
        case(_Y, _F),
        case(np.array([3.0, 0.0, 5.0, -1.0, 2.0]), np.zeros(5)),
    ],
    random_case=lambda rng: case(*_targets_and_means(rng)),
    accept=_near_the_best,
    uses={
        "negative_log_likelihood": "5.1.7",
        "compute_negative_log_likelihood": "5.1.7",
        "least_squares": "5.1.8",
        "compute_sum_of_squares": "5.1.8",
    },
    planted=[
        mistake(
            _scanned(lambda squares, sigmas, _: squares / sigmas**2),
            "Still the largest of the scan. Does anything in your loss grow with the "
            "noise level?",
        ),
        mistake(
            _scanned(lambda squares, s, _: np.log(s) + squares / (2 * s**2)),
            "Now there is a fine for noise, but only one, however many examples there "
            "are. How often does the term occur in the sum?",
        ),
        mistake(
            _scanned(lambda squares, s, n: n / 2 * np.log(s) + squares / (2 * s**2)),
            "The term is back. Your best variance is now twice too large: compare the "
            "factors in front of both terms with the equation. Is the logarithm that "
            "of the variance, or of its root?",
        ),
        mistake(
            _scanned(lambda squares, s, n: n * s + squares / (2 * s**2)),
            "A fine for noise, of the right kind and not of the right size. Where did "
            "the factor in front of the exponential go when you took the logarithm?",
        ),
        mistake(
            lambda y, mu: np.std(y - mu),
            "This subtracts the mean of the errors first, and a mean that is not zero "
            "is an error of the model.",
        ),
        mistake(
            lambda y, mu: np.float64(0.05),
            "Now it returns the smallest of the scan, whatever the data: with which "
            "sign do the squares enter?",
        ),
    ],
    hints=[
        "Does the loss here ever rise when the noise level does? Compare it with the "
        "equation of the negative log-likelihood, term by term.",
        "A term was dropped because it does not depend on `mu`. What is varied here is "
        "something else.",
        "`len(y) / 2 * np.log(2 * np.pi * sigmas**2)` belongs to the loss.",
    ],
)

question(
    "5.1.12",
    title="Where wall and slope balance",
    prompt="Set the derivative of the loss with respect to $\\sigma$ to zero and solve "
    "for $\\sigma$. To check your formula, let there be three observations, with the "
    "errors 1, $-2$ and 4. Which $\\sigma$ is best?",
    answer=number(
        7**0.5,
        tolerance=0.006,
        feedback="Yes: the squares add up to 21, there are three, and $\\sqrt{7}$ is "
        "2.65.",
    ),
    near=[
        number(
            7.0,
            tolerance=0.01,
            feedback="That is the best *variance*. The question asks for the standard "
            "deviation.",
        ),
        number(
            21**0.5,
            tolerance=0.006,
            feedback="You lost the number of examples. The logarithm occurs once for "
            "each of them, and its derivative does too.",
        ),
        number(
            6**0.5,
            tolerance=0.006,
            feedback="You subtracted the mean of the errors, which is 1. In the loss "
            "the errors are squared as they are.",
        ),
        number(
            10.5**0.5,
            tolerance=0.006,
            feedback="You divided by two instead of three, as one does after fitting a "
            "mean. The derivative knows nothing of that.",
        ),
        number(
            14**0.5,
            tolerance=0.006,
            feedback="A factor 2 too many under the root. The derivative of "
            "$\\sigma^{-2}$ is $-2\\sigma^{-3}$, and $\\log[\\sigma^2]$ has a 2 as "
            "well.",
        ),
        number(
            3.5**0.5,
            tolerance=0.006,
            feedback="A factor 2 is missing under the root. The derivative of "
            "$\\sigma^{-2}$ is $-2\\sigma^{-3}$.",
        ),
        number(
            7 / 3,
            tolerance=0.006,
            feedback="That is the mean *absolute* error. Here the squares count.",
        ),
        number(
            1.0,
            tolerance=0.001,
            feedback="That is the mean of the errors: positive and negative ones "
            "cancel in it. Noise does not cancel.",
        ),
    ],
    otherwise="Call the sum of squares $S$. Then the loss is "
    "$I\\log\\sigma + S/(2\\sigma^2)$ plus a constant; differentiate the two terms one "
    "by one.",
)

exercise(
    "5.1.13",
    title="The best noise level",
    stub="def best_sigma(y, mu):\n    ...  # your code\n",
    solution=("def best_sigma(y, mu):\n    return np.sqrt(np.mean((y - mu) ** 2))\n"),
    equivalent={
        "return np.sqrt(np.mean((mu - y) ** 2))": _SQUARE,
    },
    reference=best_normal_sigma,
    cases=[
        case(*_THREE),
        case(np.array([3.0, 4.0, 1.0, 0.0]), np.zeros(4)),
        case(*_WHOLE),
        case(_Y, _F),
    ],
    random_case=lambda rng: case(*_targets_and_means(rng)),
    uses={"least_squares": "5.1.8", "compute_sum_of_squares": "5.1.8"},
    planted=[
        mistake(
            lambda y, mu: np.mean((y - mu) ** 2),
            "This is the variance. In which unit is it, and in which is sigma?",
        ),
        mistake(
            lambda y, mu: np.std(y - mu),
            "`np.std` subtracts the mean of the errors first. If that mean is not "
            "zero, it is an error of the model, and it counts.",
        ),
        mistake(
            lambda y, mu: np.sqrt(np.sum((y - mu) ** 2) / (y.size - 1)),
            "You divide by one less than the number of examples. That corrects for an "
            "estimated mean; maximum likelihood divides by what the equation says.",
        ),
        mistake(
            lambda y, mu: np.std(y),
            "You measure how the outputs scatter around their own mean. The scatter "
            "around the predictions is asked for.",
        ),
        mistake(
            lambda y, mu: np.mean(np.abs(y - mu)),
            "This is the mean absolute error. It is the answer for another density.",
        ),
        mistake(
            lambda y, mu: np.sqrt(np.sum((y - mu) ** 2)),
            "Twice the data with the same scatter would give you a larger sigma. What "
            "is missing?",
        ),
    ],
    hints=[
        "Which loss from further up does the equation contain?",
        "The equation gives the square of what is asked for.",
        "Repeat the data twice, in your mind: the noise level should stay the same. "
        "Does yours?",
    ],
)

question(
    "5.1.14",
    title="Right on average?",
    prompt="Draw five outputs of variance 1, fit the offset to them, compute the best "
    "variance, and repeat this thousands of times. The best variances vary, of course. "
    "What is their average?",
    choices=[
        choice(
            "0.8.",
            "Yes. The offset was fitted to these very five outputs, so it is closer to "
            "them than the true mean is, and a fifth of the scatter disappears.",
            right=True,
        ),
        choice(
            "1: some are too large and some too small.",
            "That would be so if the squared distances were taken from the *true* "
            "mean. They are taken from the mean of the five, the point for which "
            "their sum is smallest.",
        ),
        choice(
            "1.25: with so few outputs, the uncertainty of the offset comes on top.",
            "It is about the *next* output that you are more uncertain. These five "
            "outputs are closer to the fitted offset than to any other number.",
        ),
        choice(
            "0.2: the mean of five outputs has a fifth of their variance.",
            "The mean of five outputs scatters with a fifth of the variance, that is "
            "true. But asked for is how the outputs scatter around it.",
        ),
    ],
)

exercise(
    "5.1.15",
    title="Several instruments",
    stub="def combine(y, sigma):\n    ...  # your code\n",
    solution=(
        "def combine(y, sigma):\n"
        "    weights = 1 / sigma**2\n"
        "    return np.sum(weights * y) / np.sum(weights)\n"
    ),
    equivalent={"weights = 2 / sigma ** 2": "a common factor cancels"},
    reference=combined_reading,
    cases=[
        case(np.array([1.0, 3.0, -2.0]), np.array([1.0, 0.5, 2.0])),
        case(np.array([10.0, 11.0, 9.5, 14.0]), np.array([0.1, 0.1, 0.3, 2.0])),
        case(np.array([4, 7, 5]), np.array([1, 2, 3])),
        case(np.array([2.0, 4.0, 9.0, -1.0, 3.0]), np.full(5, 0.7)),
        case(np.array([-5.0, -4.0, -7.0]), np.array([0.2, 0.4, 0.3])),
    ],
    random_case=lambda rng: case(rng.normal(size=6), rng.uniform(0.2, 3, 6)),
    planted=[
        mistake(
            lambda y, sigma: np.mean(y),
            "This counts each reading alike. Would you trust a bathroom scale as much "
            "as a laboratory balance?",
        ),
        mistake(
            lambda y, sigma: np.sum(y / sigma) / np.sum(1 / sigma),
            "The precise instruments count more, as they should, but not enough. What "
            "divides the squared error in the loss?",
        ),
        mistake(
            lambda y, sigma: np.sum(y * sigma**2) / np.sum(sigma**2),
            "The readings with the most scatter count most. Is that what you want?",
        ),
        mistake(
            lambda y, sigma: np.sum(y * sigma) / np.sum(sigma),
            "The worse the instrument, the more you believe it.",
        ),
        mistake(
            lambda y, sigma: np.sum(y / sigma**2) / np.sum(sigma**2),
            "You divide by the sum of the variances. If all instruments read 5, the "
            "answer must be 5: what do the weights add up to?",
        ),
        mistake(
            lambda y, sigma: y[np.argmin(sigma)],
            "The most precise reading alone. The others know something too: each term "
            "of the loss pulls.",
        ),
        mistake(
            lambda y, sigma: np.sum(y / sigma**2),
            "If all instruments read 5, you do not return 5. By what must a weighted "
            "sum be divided?",
        ),
        mistake(
            lambda y, sigma: np.sum(y / sigma**2) / len(y),
            "If all instruments read 5, you do not return 5: the weights do not add up "
            "to the number of readings.",
        ),
        mistake(
            lambda y, sigma: np.median(y),
            "The median ignores the stated precision, and belongs to another density.",
        ),
    ],
    hints=[
        "Follow the recipe: the density of one reading, the negative logarithm, the "
        "sum. Which terms contain the quantity?",
        "Differentiate with respect to the quantity and set the result to zero. Each "
        "reading enters with a factor of its own.",
        "`weights = 1 / sigma**2`, and then a weighted mean.",
    ],
)

exercise(
    "5.1.16",
    title="A loss for two outputs",
    stub="def two_output_loss(y, f):\n    ...  # your code\n",
    solution=(
        "def two_output_loss(y, f):\n"
        "    mean, variance = f[0], f[1] ** 2\n"
        "    terms = np.log(2 * np.pi * variance) + (y - mean) ** 2 / variance\n"
        "    return np.sum(terms) / 2\n"
    ),
    equivalent={
        "terms = np.log(2 * np.pi * variance) + (mean - y) ** 2 / variance": _SQUARE,
    },
    reference=heteroscedastic_negative_log_likelihood,
    cases=[
        case(np.array([1.0, 0.5, -2.0]), np.array([[0.0, 1.0, -1.0], [1.0, 2.0, 0.5]])),
        case(
            np.array([1.0, 0.5, -2.0]), np.array([[0.0, 1.0, -1.0], [-0.5, 3.0, 1.5]])
        ),
        case(np.array([1, 3, 0, 2]), np.array([[0, 2, 1, 2], [1, 2, -3, 1]])),
        case(_Y, np.stack([_F, 0.4 - 0.7 * (_X > 0.5)])),
        case(_TINY[0], np.stack([_TINY[1], [1e-6, -2e-6, 3e-6]])),
    ],
    random_case=lambda rng: case(
        rng.normal(size=5), np.stack([rng.normal(size=5), rng.uniform(0.5, 2, 5)])
    ),
    planted=[
        mistake(
            lambda y, f: np.sum(np.log(2 * np.pi * f[1]) + (y - f[0]) ** 2 / f[1]) / 2,
            "You use the second output itself as the variance. Which power of it is "
            "the variance here?",
        ),
        mistake(
            lambda y, f: np.sum(
                np.log(2 * np.pi) / 2 + np.log(f[1]) + (y - f[0]) ** 2 / (2 * f[1] ** 2)
            ),
            "A negative second output spoils your sum: its logarithm is taken before "
            "it is squared.",
        ),
        mistake(
            lambda y, f: np.sum((y - f[0]) ** 2 / (2 * f[1] ** 2)),
            "Your network could report enormous noise everywhere and pay nothing. "
            "Which term is the fine for that?",
        ),
        mistake(
            lambda y, f: (
                np.mean(np.log(2 * np.pi * f[1] ** 2) + (y - f[0]) ** 2 / f[1] ** 2) / 2
            ),
            "Off by exactly the number of examples: add over the data.",
        ),
        mistake(
            lambda y, f: np.sum(
                np.log(2 * np.pi * f[1] ** 2) + (y - f[0]) ** 2 / f[1] ** 2
            ),
            "Exactly twice too large. Which factor is in front of the whole sum?",
        ),
        mistake(
            lambda y, f: (
                np.sum(np.log(2 * np.pi * f[0] ** 2) + (y - f[1]) ** 2 / f[0] ** 2) / 2
            ),
            "You exchanged the rows: the means come first.",
        ),
    ],
    hints=[
        "Name the two rows first: `mean = f[0]`, and one more.",
        "Start from the loss with one noise level. Which symbol in it has become an "
        "array?",
        "What is the logarithm of a square when the number itself is negative? Square "
        "first.",
    ],
)

question(
    "5.1.17",
    title="Without the odd one",
    prompt="Leave out the lowest point and fit the offset and the noise level again, "
    "to the nineteen others. What happens to the best noise level?",
    choices=[
        choice(
            "It hardly changes: one point of twenty is five percent.",
            "Five percent of the points, but what percentage of the *squares*? Read "
            "the residual of that point off the first figure and compare.",
        ),
        choice(
            "It falls to less than half.",
            "Yes. The noise level is the root of a mean of squares, and one large "
            "square can outweigh all the others.",
            right=True,
        ),
        choice(
            "It falls to zero: the others lie on the line.",
            "Look at the first figure again: the others scatter too.",
        ),
    ],
)

exercise(
    "5.1.18",
    title="Twenty measurements, some of them wild",
    stub="def middles(samples):\n    ...  # your code\n",
    solution="def middles(samples):\n    return np.median(samples, axis=1)\n",
    equivalent={
        "right for the sizes of the first case only": "the task has one size",
        "the result has the first argument's type": "measurements are floats",
    },
    reference=lambda samples: np.median(samples, axis=1),
    cases=[case(_measured(2)), case(_measured(3))],
    accept=_most_are_near,
    planted=[
        mistake(
            lambda samples: np.mean(samples, axis=1),
            "This is what least squares gives, and it manages about half. One wild "
            "measurement moves the mean by a twentieth of its distance. Which estimate "
            "does not care *how* far away it is?",
        ),
        mistake(
            lambda samples: (np.min(samples, axis=1) + np.max(samples, axis=1)) / 2,
            "Halfway between the extremes: exactly the measurements that you can trust "
            "least decide.",
        ),
        mistake(
            lambda samples: samples[:, 0],
            "One measurement of twenty. It scatters by 1, if it is not a wild one.",
        ),
        mistake(
            _without_the_farthest,
            "A good thought, and one is not enough: in many rows two or three "
            "measurements are wild.",
        ),
        mistake(
            lambda samples: np.sort(samples, axis=1)[:, 1:-1].mean(axis=1),
            "A good thought: the extremes go. One at each end is not enough, since "
            "many rows have two or three wild measurements on the same side.",
        ),
        mistake(
            lambda samples: np.mean(samples, axis=0),
            "Least squares, and along the wrong axis: twenty numbers come back.",
        ),
        mistake(
            lambda samples: np.median(samples, axis=0),
            "You estimate twenty numbers; two hundred are asked for. Which axis holds "
            "the measurements of one quantity?",
        ),
        mistake(
            lambda samples: np.full(len(samples), np.median(samples)),
            "The same estimate for every quantity. Each row has a quantity of its own.",
        ),
        mistake(
            lambda samples: np.median(samples),
            "One number comes back. Each of the 200 rows wants its own.",
        ),
    ],
    hints=[
        "Sort one row and look at it. Which of the twenty numbers would you rely on?",
        "Least squares lets a measurement pull in proportion to its distance. Look for "
        "an estimate in which all pull equally hard.",
        "Another belief about the scatter was named just above the exercise. What is "
        "the best offset under it?",
    ],
)
