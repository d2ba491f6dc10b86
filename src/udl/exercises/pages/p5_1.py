"""Exercises and questions of page 5.1, least squares loss."""

import numpy as np

from udl.datasets.regression import univariate_regression
from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.losses.distributions import normal_pdf
from udl.losses.squared_error import (
    best_normal_sigma,
    heteroscedastic_negative_log_likelihood,
    normal_likelihood,
    normal_negative_log_likelihood,
    sum_of_squares,
)
from udl.networks.shallow import shallow_network

_X, _Y = univariate_regression()
_F = shallow_network(_X, [0.3, -1.0, -0.5], [-1.0, 1.8, 0.65], 0.1, [-2.0, -1.0, 7.0])
_TWO = (np.array([1.0, 0.5]), np.array([0.0, 1.0]))
_MANY = (np.tile(_Y, 100), np.tile(_F, 100))
_DENSITY = {"normal_density": "5.1.1", "normal_distribution": "5.1.1"}


def _targets_and_means(rng):
    y = rng.normal(size=7)
    return y, y + rng.normal(0.3, 0.5, size=7)


exercise(
    "5.1.1",
    title="The normal density",
    stub="def normal_density(y, mu, sigma):\n    ...  # your code\n",
    reference=normal_pdf,
    cases=[
        case(1.0, -1.0, 2.3),
        case(0.5, 0.5, 0.1),
        case(-3.0, 0.0, 2.0),
        case(np.array([-1.0, 0.0, 2.5]), 0.5, 1.7),
    ],
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
            "The shape is right. In the factor in front, what stands under the root?",
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
            feedback="You divided by the variance. What stands under the root, and "
            "what remains of it outside?",
        ),
    ],
    otherwise="At the peak the exponential is one. What is left of the formula there?",
)

question(
    "5.1.5",
    title="What has to be normal?",
    prompt="A colleague plots a histogram of all outputs $y$, sees that it leans to "
    "one side, and says: least squares is not allowed here. What would have to be "
    "normal for our two sentences to hold?",
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
    reference=normal_likelihood,
    cases=[case(*_TWO, 1.0), case(*_TWO, 0.5), case(_Y, _F, 0.2), case(_Y, _F, 0.3)],
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
        "An array of densities is one call of your `normal_density`. One number is "
        "left to make of it.",
        "numpy has a function for the sum of an array, and one with a similar name for "
        "the product.",
    ],
)

exercise(
    "5.1.7",
    title="The negative log-likelihood",
    stub="def negative_log_likelihood(y, mu, sigma):\n    ...  # your code\n",
    reference=normal_negative_log_likelihood,
    cases=[case(*_TWO, 1.0), case(*_TWO, 0.5), case(_Y, _F, 0.2), case(*_MANY, 0.2)],
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
    reference=sum_of_squares,
    cases=[case(*_TWO), case(np.array([3.0, 3.0, 1.0]), np.zeros(3)), case(_Y, _F)],
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
        "One number is left to make of it: which of sum and mean does the equation "
        "write?",
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
            "The noise level would have to pull the line somewhere. Look where "
            "$\\sigma$ stands in the negative log-likelihood: does it touch any one "
            "residual more than another?",
        ),
        choice(
            "At the same offset.",
            "Yes. $\\sigma$ adds a constant and multiplies the sum of squares by a "
            "positive number. Neither moves the minimum.",
            right=True,
        ),
        choice(
            "At a larger offset.",
            "The noise level would have to pull the line somewhere. Look where "
            "$\\sigma$ stands in the negative log-likelihood: does it touch any one "
            "residual more than another?",
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
    title="The best noise level",
    stub="def best_sigma(y, mu):\n    ...  # your code\n",
    reference=best_normal_sigma,
    cases=[case(*_TWO), case(np.array([3.0, 4.0, 1.0]), np.zeros(3)), case(_Y, _F)],
    random_case=lambda rng: case(*_targets_and_means(rng)),
    uses={"least_squares": "5.1.8", "compute_sum_of_squares": "5.1.8"},
    planted=[
        mistake(
            lambda y, mu: np.mean((y - mu) ** 2),
            "This is the variance. In which unit is it, and in which is sigma?",
        ),
        mistake(
            lambda y, mu: np.std(y - mu),
            "`np.std` subtracts the mean of the residuals first. A residual mean that "
            "is not zero is an error of the model, and it counts.",
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
            "This is the mean absolute residual. It is the answer for another density.",
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

exercise(
    "5.1.12",
    title="A loss for two outputs",
    stub="def two_output_loss(y, f):\n    ...  # your code\n",
    reference=heteroscedastic_negative_log_likelihood,
    cases=[
        case(np.array([1.0, 0.5]), np.array([[0.0, 1.0], [1.0, 2.0]])),
        case(np.array([1.0, 0.5]), np.array([[0.0, 1.0], [-0.5, 3.0]])),
        case(_Y, np.stack([_F, 0.4 - 0.7 * (_X > 0.5)])),
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
            "Exactly twice too large. Which factor stands in front of the whole sum?",
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
    "5.1.13",
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
