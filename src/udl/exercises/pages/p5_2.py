"""Exercises and questions of page 5.2, binary cross-entropy loss."""

import numpy as np

from udl.datasets.classification import binary_classification
from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)
from udl.losses.binary_cross_entropy import (
    bernoulli_likelihood,
    bernoulli_negative_log_likelihood,
    best_logit_shift,
    binary_cross_entropy,
    binary_cross_entropy_gradient,
)
from udl.losses.distributions import bernoulli_cross_entropy, bernoulli_pmf
from udl.networks.activations import sigmoid
from udl.networks.shallow import shallow_network

_NETWORK = [0.3, -1.0, -0.5], [-1.0, 1.8, 0.65], 2.6, [-24, -8, 50]
_X, _Y = binary_classification()
_F = shallow_network(_X, *_NETWORK)
_LAM = sigmoid(_F)
_FEW = (np.array([1.0, 1.0, 0.0]), np.array([0.9, 0.2, 0.35]))
_WHOLE = (np.array([0, 1, 0, 1]), np.array([0.4, 0.7, 0.15, 0.45]))
_FEW_F = (np.array([1.0, 0.0, 0.0]), np.array([0.4, -0.8, 1.5]))
_WHOLE_F = (np.array([0, 1, 0, 1]), np.array([0.3, 2.1, -1.2, -0.6]))
_FAR_F = (np.array([1.0, 0.0, 0.0]), np.array([1000.0, 1000.0, -1000.0]))
_LOGISTIC = {"logistic": "5.2.2", "sigmoid": "5.2.2"}
_BERNOULLI = {"bernoulli": "5.2.5", "bernoulli_distribution": "5.2.5"}


def _row(lam):
    return lam[None]  # probabilities there: one row, a column for each example


def _labels_and_outputs(rng):
    return np.array([0.0, 1.0, 1.0, 0.0, 1.0, 0.0]), rng.normal(0.4, 1.5, size=6)


def _labels_and_probabilities(rng):
    y, f = _labels_and_outputs(rng)
    return y, sigmoid(f)


def _fit(slopes, first=0.0, sign=-1):
    """Write a walk of the shift downhill, with other slopes."""

    def fit_shift(y, f, rate, steps):
        shift = first
        for _ in range(steps):
            shift = shift + sign * rate * np.sum(slopes(y, f, shift))
        return shift

    return fit_shift


_fit_shift = _fit(lambda y, f, shift: sigmoid(f + shift) - y)


def _one_step(y, f, rate, steps):
    shift = 0.0
    for _ in range(steps):
        return shift - rate * np.sum(sigmoid(f + shift) - y)


def _counted_and_whole(y, f):
    factorials = [np.sum(np.log(np.arange(1, k + 1))) for k in y]
    return np.sum(np.exp(f) - y * f) + np.sum(factorials)


class Slope:
    """The slope of the squared error in the offset; it counts its calls."""

    most = 200

    def __init__(self):
        self.asked = 0

    def __call__(self, offsets):
        """Give the slope at each offset."""
        self.asked += 1
        if self.asked > self.most:
            raise RuntimeError(f"more than {self.most} calls of slope")
        p = sigmoid(_F + np.asarray(offsets, dtype=float)[..., None] - 2.6)
        return np.sum(2 * (p - _Y) * p * (1 - p), axis=-1)

    def __deepcopy__(self, memo):
        """Start to count anew for each call."""
        return Slope()

    def __repr__(self):
        return "the slope"


_LOWEST = 1.65737  # of the squared error, tests/pages/5_2/test_values.py
_STARTS = np.linspace(-30, 30, 100)


def _most_arrive(found, slope, starts):
    if np.shape(found) != (100,):
        return False
    return np.sum(np.abs(np.asarray(found, dtype=float) - _LOWEST) < 0.05) >= 95


def _walk(move):
    """Write a walk of all offsets; `move` gives the change from slopes and a count."""

    def arrive(slope, starts):
        offsets = np.array(starts, dtype=float)
        for n in range(200):
            offsets = offsets + move(slope(offsets), n)
        return offsets

    return arrive


question(
    "5.2.1",
    title="The other side of zero",
    prompt="The squashing function turns the network output 2 into the probability "
    "0.88. It treats yes and no alike. What does it make of the output $-2$?",
    answer=number(
        1 - 1 / (1 + np.exp(-2)),
        tolerance=0.006,
        feedback="Yes. Turning the sign of the output exchanges yes and no, so the two "
        "probabilities add up to one.",
    ),
    near=[
        number(
            -1 / (1 + np.exp(-2)),
            tolerance=0.006,
            feedback="A probability cannot be negative. How much remains for a no "
            "when yes has 0.88?",
        ),
        number(
            1 / (1 + np.exp(-2)),
            tolerance=0.006,
            feedback="Then an output of 2 and one of $-2$ would mean the same. Which "
            "of them should make a yes less probable?",
        ),
        number(
            0.0,
            tolerance=1e-9,
            feedback="Negative outputs are not cut off: they are doubtful to different "
            "degrees. What is left over when yes has 0.88?",
        ),
    ],
    otherwise="If yes and no are treated alike, how does the probability of a *no* at "
    "$-2$ compare with that of a *yes* at 2?",
)

exercise(
    "5.2.2",
    title="The logistic sigmoid",
    stub="def logistic(z):\n    ...  # your code\n",
    solution="def logistic(z):\n    return 1 / (1 + np.exp(-z))\n",
    reference=sigmoid,
    cases=[
        case(np.array([-3.0, -0.5, 2.0])),
        case(np.array([1, -2, 0, 3])),
        case(np.array([-1000.0, 1000.0])),
        case(np.array([[0.5, -1.5, 2.0]])),
        case(0.0),
        case(1.5),
        case(-2.5),
    ],
    published=published("sigmoid(model_out)", takes=[lambda z: np.atleast_2d(z)]),
    random_case=lambda rng: case(rng.normal(0, 3, size=6)),
    curve=case(np.linspace(-6, 6, 121)),
    planted=[
        mistake(
            lambda z: 1 / (1 + np.exp(z)),
            "Your probability falls as the network output rises.",
        ),
        mistake(
            lambda z: np.exp(z) / (1 + np.exp(z)),
            "Right as algebra, but at a large output it divides infinity by infinity. "
            "Divide above and below by the exponential first.",
        ),
        mistake(
            lambda z: 1 / 1 + np.exp(-z),
            "Python divides before it adds. What belongs below the line?",
        ),
        mistake(
            np.tanh,
            "That squashes to the range from -1 to 1. A probability lives elsewhere.",
        ),
        mistake(
            lambda z: 1 / (1 - np.exp(-z)),
            "Your curve leaps at zero. Check the sign below the line.",
        ),
        mistake(
            lambda z: np.clip(np.asarray(z) / 4 + 0.5, 0, 1),
            "A ramp with corners: from some output on it is completely sure. The "
            "sigmoid never is.",
        ),
        mistake(
            lambda z: (np.asarray(z) > 0) * 1.0,
            "This is a step: it says yes or no, and never how sure it is.",
        ),
    ],
    hints=[
        "What should come out at $z = 0$? At a large positive $z$? Try your formula on "
        "both.",
        "Start with `np.exp(-z)` and put it where the equation has it.",
        "Mind the parentheses: everything below the line belongs in one pair.",
    ],
)

question(
    "5.2.3",
    title="Which side is dangerous?",
    prompt="You compute `1 / (1 + np.exp(-z))` at $z = -1000$ and at $z = 1000$. What "
    "happens?",
    choices=[
        choice(
            "Nothing special: both values are right and numpy is silent.",
            "Both values are right. But `np.exp(1000)` is larger than any float. For "
            "which $z$ is it computed?",
        ),
        choice(
            r"$z = -1000$ gives the right value, 0, with an overflow warning.",
            "Yes. The exponential is infinite and one over infinity is 0: the value "
            "survives, the warning does not go away. The library takes the exponential "
            r"of $-|z|$ only.",
            right=True,
        ),
        choice(
            r"$z = 1000$ gives `nan`, with an overflow warning.",
            r"There the formula computes `np.exp(-1000)`, which is a harmless 0. Which "
            r"sign of $z$ is dangerous in this form?",
        ),
        choice(
            "Both give `nan`.",
            "A `nan` needs infinity over infinity, or zero times infinity. Here only "
            "the denominator can become infinite.",
        ),
    ],
)

question(
    "5.2.4",
    title="Reading an output",
    prompt=r"You add $\log 3$ (about 1.1) to a network output. A prediction of $1/2$ "
    r"becomes $3/4$. What becomes of a prediction of 0.9? Two digits will do.",
    answer=number(
        27 / 28,
        tolerance=0.006,
        feedback="Yes: the odds were 9 to 1, now they are 27 to 1. The same step in "
        "the output moves a confident prediction much less than a doubtful one.",
    ),
    near=[
        number(
            1.15,
            tolerance=0.011,
            feedback="A quarter more is what happened to $1/2$. A probability cannot "
            "exceed 1; it is the *odds* that are multiplied by the same factor.",
        ),
        number(
            27.0,
            tolerance=0.01,
            feedback="That is the new odds, 27 to 1. As a probability?",
        ),
        number(
            0.95,
            tolerance=0.003,
            feedback="Half of what was missing goes for $1/2$. For 0.9, work with the "
            "odds: how many times more probable is a yes than a no, before and after?",
        ),
        number(
            1.0,
            tolerance=0.005,
            feedback="Near, but no finite output ever reaches certainty. Multiply the "
            "odds 9 to 1 by 3 and turn them back into a probability.",
        ),
    ],
    otherwise=r"Turn 0.9 into odds, $\lambda/(1-\lambda)$; multiply them by 3; turn "
    "them back.",
)

exercise(
    "5.2.5",
    title="The Bernoulli distribution",
    stub="def bernoulli(y, lam):\n    ...  # your code\n",
    solution=("def bernoulli(y, lam):\n    return (1 - lam) ** (1 - y) * lam**y\n"),
    reference=bernoulli_pmf,
    cases=[
        case(np.array([0.0, 1.0, 1.0]), np.array([0.9, 0.6, 0.2])),
        case(np.array([0, 1, 1, 0]), 0.35),
        case(_Y, _LAM),
        case(0, 0.2),
        case(1, 0.2),
    ],
    published=published("bernoulli_distribution(y, lambda_param)"),
    random_case=lambda rng: case(*_labels_and_probabilities(rng)),
    planted=[
        mistake(
            lambda y, lam: np.power(1 - lam, y) * np.power(lam, 1 - np.asarray(y)),
            "You exchanged the two: the parameter is the probability of a 1.",
        ),
        mistake(
            lambda y, lam: np.power(lam, y) * np.ones(np.shape(y)),
            "A no gets the probability 1 from you, whatever the parameter is. Where "
            "is the second factor?",
        ),
        mistake(
            lambda y, lam: np.asarray(y) * lam,
            "A no gets the probability 0 from you. What should it get?",
        ),
        mistake(
            lambda y, lam: np.power(1 - lam, 1 - np.asarray(y)) + np.power(lam, y),
            "Some of your probabilities exceed 1. A power with exponent 0 is 1: it "
            "leaves a product alone, but not a sum.",
        ),
        mistake(
            lambda y, lam: lam + 0.0 * np.asarray(y),
            "You give yes and no the same probability: the label is not used.",
        ),
        mistake(
            lambda y, lam: np.log(np.where(np.asarray(y) == 1, lam, 1 - lam)),
            "This is the logarithm of the probability. It comes later.",
        ),
    ],
    hints=[
        "What should come out for $y = 1$? And for $y = 0$? Check both with "
        r"$\lambda = 0.2$.",
        "Anything to the power 0 is 1, so an exponent can switch a factor off.",
        "`np.power` takes arrays. One factor has the exponent `y`; which exponent is 1 "
        "exactly when `y` is 0?",
    ],
)

exercise(
    "5.2.6",
    title="The likelihood",
    stub="def likelihood(y, lam):\n    ...  # your code\n",
    solution=("def likelihood(y, lam):\n    return np.prod(bernoulli(y, lam))\n"),
    reference=bernoulli_likelihood,
    cases=[case(*_FEW), case(*_WHOLE), case(_Y, _LAM)],
    published=published(
        "compute_likelihood(y_train, lambda_param)",
        takes=["y", lambda lam: _row(lam)],
    ),
    random_case=lambda rng: case(*_labels_and_probabilities(rng)),
    atol=0,
    uses=_BERNOULLI,
    planted=[
        mistake(
            lambda y, lam: np.sum(bernoulli_pmf(y, lam)),
            "Independent labels: are their probabilities added or multiplied?",
        ),
        mistake(
            lambda y, lam: np.mean(bernoulli_pmf(y, lam)),
            "You average the probabilities. What does independence say about all the "
            "labels together?",
        ),
        mistake(
            bernoulli_pmf,
            "These are the probabilities of the single labels. One number is asked "
            "for: the probability of all of them together.",
        ),
        mistake(
            lambda y, lam: np.prod(lam),
            "You multiply the probabilities of a yes, for the examples labeled no too.",
        ),
        mistake(
            lambda y, lam: np.prod(lam[y == 1]),
            "Which examples never enter your product?",
        ),
        mistake(
            lambda y, lam: np.prod(bernoulli_pmf(1 - y, lam)),
            "You took each label for its opposite.",
        ),
        mistake(
            lambda y, lam: np.prod(bernoulli_pmf(y, sigmoid(lam))),
            "All your probabilities lie between 0.5 and 0.73: they were squashed "
            "already.",
        ),
        mistake(
            lambda y, lam: np.sum(np.log(bernoulli_pmf(y, lam))),
            "This is the logarithm of the likelihood. It comes next.",
        ),
    ],
    hints=[
        "What is the probability of the first label alone? Of the first two?",
        "An array of probabilities is one call of your `bernoulli`. One number must "
        "come of it.",
    ],
)

question(
    "5.2.7",
    title="The price of a surprise",
    prompt="A model gives a yes the probability 0.01, and the label is yes. What does "
    "this one example add to the loss? One digit after the point will do.",
    answer=number(
        -np.log(0.01),
        tolerance=0.06,
        feedback="Yes. At 0.0001 it would be twice that: each further factor of a "
        "hundred adds the same amount.",
    ),
    near=[
        number(
            np.log(0.01),
            tolerance=0.06,
            feedback="The size is right. A loss is the *negative* logarithm: should a "
            "bad prediction make it larger or smaller?",
        ),
        number(
            2.0,
            tolerance=0.02,
            feedback="That is the logarithm to base 10. Here the logarithm is natural.",
        ),
        number(
            -np.log2(0.01),
            tolerance=0.06,
            feedback="That is in bits, with base 2. Here the logarithm is natural, and "
            "the unit is called nat.",
        ),
        number(
            -np.log(0.99),
            tolerance=0.0051,
            feedback="That would be the price of a *no*. The label is yes.",
        ),
        number(
            0.99,
            tolerance=0.001,
            feedback="That is how far the probability is off. The loss takes its "
            "logarithm.",
        ),
    ],
    otherwise="For a yes one of the two terms is switched off. Which one remains, and "
    "what is its value at 0.01?",
)

exercise(
    "5.2.8",
    title="The negative log-likelihood",
    stub="def negative_log_likelihood(y, lam):\n    ...  # your code\n",
    solution=(
        "def negative_log_likelihood(y, lam):\n"
        "    observed = np.where(y == 1, lam, 1 - lam)\n"
        "    return -np.sum(np.log(observed))\n"
    ),
    reference=bernoulli_negative_log_likelihood,
    cases=[
        case(*_FEW),
        case(*_WHOLE),
        case(_Y, _LAM),
        case(np.tile(_Y, 100), np.tile(_LAM, 100)),
        case(np.array([1.0, 0.0, 1.0]), np.array([1.0, 0.0, 0.5])),
        case(np.array([1.0, 0.0, 1.0]), np.array([1e-12, 1 - 1e-12, 1e-10])),
    ],
    published=published(
        "compute_negative_log_likelihood(y_train, lambda_param)",
        takes=["y", lambda lam: _row(lam)],
    ),
    random_case=lambda rng: case(*_labels_and_probabilities(rng)),
    uses=_BERNOULLI | {"likelihood": "5.2.6", "compute_likelihood": "5.2.6"},
    planted=[
        mistake(
            lambda y, lam: -np.sum(y * np.log(lam) + (1 - y) * np.log(1 - lam)),
            "One perfect prediction spoils the sum: what is the limit of p log(p) at "
            "zero? Take the logarithm of the probability of the observed label, and "
            "of no other.",
        ),
        mistake(
            lambda y, lam: -np.log(np.prod(bernoulli_pmf(y, lam))),
            "It agrees on 20 points, but repeat the data 100 times: the product has "
            "become zero.",
        ),
        mistake(
            lambda y, lam: -np.sum(y * np.log(lam)),
            "Which examples never enter your sum?",
        ),
        mistake(
            lambda y, lam: -np.sum(np.log(lam[y == 1])),
            "Which examples never enter your sum? Those labeled no have a price too.",
        ),
        mistake(
            lambda y, lam: np.sum(np.log(bernoulli_pmf(y, lam))),
            "The best model has the largest value of yours; a loss should be smallest "
            "for the best model.",
        ),
        mistake(
            lambda y, lam: -np.mean(np.log(bernoulli_pmf(y, lam))),
            "Off by exactly the number of examples: UDL adds over the data.",
        ),
        mistake(
            lambda y, lam: -np.sum(np.log(bernoulli_pmf(y, sigmoid(lam)))),
            "All your probabilities lie between 0.5 and 0.73: how often have you "
            "squashed?",
        ),
        mistake(
            lambda y, lam: -np.sum(np.log10(bernoulli_pmf(y, lam))),
            "Your logarithm has base 10. This loss uses the natural one.",
        ),
        mistake(
            lambda y, lam: -np.sum(np.log2(bernoulli_pmf(y, lam))),
            "Your answer is in bits: a logarithm of base 2. This loss uses the "
            "natural one.",
        ),
        mistake(
            lambda y, lam: -np.sum(np.log(bernoulli_pmf(1 - y, lam))),
            "You took each label for its opposite.",
        ),
    ],
    hints=[
        "What is the loss of a single example? You have its probability already.",
        "The order matters for the computer: take logarithms first, then combine.",
        "If a certain and right prediction gives you `nan`, look at the term that the "
        "label switches off: is 0 times `np.log(0)` zero for numpy?",
    ],
)

question(
    "5.2.9",
    title="Expected and observed",
    prompt="At the offset 2.6 the twenty probabilities add up to almost 14: so many "
    "yeses the model expects. Eleven labels are a yes. What will the probabilities add "
    "up to at the offset with the lowest loss?",
    choices=[
        choice(
            "Something between 11 and 14: a compromise between model and data.",
            "The offset is free to go where the data want it. Nothing in the loss "
            "pulls back toward 2.6.",
        ),
        choice(
            "As many as possible of the yeses, so close to 20.",
            "The labels that are a no pay for every increase, too. Nine of them do.",
        ),
        choice(
            "10, half of the twenty.",
            "That would be the total of a coin. Would a coin be the best guess, if "
            "eleven of twenty labels are a yes?",
        ),
        choice(
            "11.",
            "Yes, exactly 11. Soon you will see why, and that it holds for any data.",
            right=True,
        ),
    ],
)

exercise(
    "5.2.10",
    title="The loss from the outputs",
    stub="def loss_from_outputs(y, f):\n    ...  # your code\n",
    solution=(
        "def loss_from_outputs(y, f):\n"
        "    softplus = np.maximum(f, 0) + np.log1p(np.exp(-np.abs(f)))\n"
        "    return np.sum(softplus - y * f)\n"
    ),
    reference=binary_cross_entropy,
    cases=[
        case(*_FEW_F),
        case(*_WHOLE_F),
        case(_Y, _F),
        case(np.array([0.0, 1.0]), np.array([40.0, 0.5])),
        case(*_FAR_F),
    ],
    random_case=lambda rng: case(*_labels_and_outputs(rng)),
    uses=_LOGISTIC
    | {
        "negative_log_likelihood": "5.2.8",
        "compute_negative_log_likelihood": "5.2.8",
    },
    planted=[
        mistake(
            lambda y, f: (
                -np.sum(y * np.log(sigmoid(f)) + (1 - y) * np.log(1 - sigmoid(f)))
            ),
            "Right for our data, but far out the probability has rounded to 1 and its "
            "logarithm is lost. Do not pass through the probability.",
        ),
        mistake(
            lambda y, f: bernoulli_negative_log_likelihood(y, sigmoid(f)),
            "Right for our data, but one confident mistake has an infinite price. The "
            "probability has rounded to 1: do not pass through it.",
        ),
        mistake(
            lambda y, f: bernoulli_negative_log_likelihood(
                y, np.clip(sigmoid(f), 1e-12, 1 - 1e-12)
            ),
            "Clipping the probability hides the infinity, and with it how wrong a "
            "prediction is: from some output on, worse costs no more.",
        ),
        mistake(
            lambda y, f: np.sum(np.log(1 + np.exp(f)) - y * f),
            "The right formula, and its exponential overflows. Take the exponential "
            "of negative numbers only.",
        ),
        mistake(
            lambda y, f: bernoulli_negative_log_likelihood(y, sigmoid(sigmoid(f))),
            "All your probabilities lie between 0.5 and 0.73: how often have you "
            "squashed?",
        ),
        mistake(
            lambda y, f: np.sum(np.logaddexp(0, f)),
            "The labels do not enter. You treat every example as a no.",
        ),
        mistake(
            lambda y, f: np.sum(np.logaddexp(0, f) + y * f),
            "A confident and right yes costs you a lot. Check the sign of the last "
            "term.",
        ),
        mistake(
            lambda y, f: np.mean(np.logaddexp(0, f) - y * f),
            "Off by exactly the number of examples: add over the data.",
        ),
    ],
    hints=[
        "Two pieces: softplus of the output, and a product with the label. Write a "
        "helper for the first.",
        r"Softplus that never overflows: $\max[f, 0]$ plus `np.log1p` of something "
        "that is at most one.",
        "That something is `np.exp(-np.abs(f))`. numpy also has a ready-made function "
        "for the logarithm of a sum of two exponentials; look for it.",
    ],
)

exercise(
    "5.2.11",
    title="The slope",
    stub="def slopes(y, f):\n    ...  # your code\n",
    solution="def slopes(y, f):\n    return logistic(f) - y\n",
    reference=binary_cross_entropy_gradient,
    cases=[case(*_FEW_F), case(*_WHOLE_F), case(_Y, _F), case(*_FAR_F)],
    random_case=lambda rng: case(*_labels_and_outputs(rng)),
    uses=_LOGISTIC,
    planted=[
        mistake(
            lambda y, f: y - sigmoid(f),
            "This points downhill. The slope itself points the other way.",
        ),
        mistake(
            lambda y, f: f - y,
            "You compare the label with the output. What the label is compared with "
            "lies between 0 and 1.",
        ),
        mistake(
            lambda y, f: (sigmoid(f) - y) * sigmoid(f) * (1 - sigmoid(f)),
            "The slope of the sigmoid appears in the derivation and cancels. You kept "
            "it.",
        ),
        mistake(
            lambda y, f: 2 * (sigmoid(f) - y) * sigmoid(f) * (1 - sigmoid(f)),
            "This is the slope of the squared error of the probabilities. "
            "Cross-entropy has another.",
        ),
        mistake(
            lambda y, f: np.sum(sigmoid(f) - y),
            "This is the sum of all slopes. One number for each example is asked for.",
        ),
        mistake(
            lambda y, f: (sigmoid(f) - y) / y.size,
            "Off by exactly the number of examples: the loss is a sum, not a mean.",
        ),
        mistake(
            lambda y, f: (f > 0) - y,
            "You round the prediction to yes or no first. Use the probability.",
        ),
    ],
    hints=[
        "The result has one entry for each example. Which two arrays does the equation "
        "subtract?",
        "You have the function that turns an output into a probability.",
    ],
)

question(
    "5.2.12",
    title="The best single output",
    prompt="A model gives the same output $f$ to all twenty examples, of which eleven "
    "are a yes. Set the sum of the slopes to zero and solve for $f$. Two digits after "
    "the point will do.",
    answer=number(
        np.log(11 / 9),
        tolerance=0.006,
        feedback="Yes: the probability has to be 11/20, and the output is its "
        "log-odds, $\\log[11/9]$. A network whose last offset starts there has "
        "learned the frequency of a yes before its first step.",
    ),
    near=[
        number(
            0.55,
            tolerance=0.003,
            feedback="That is the probability. Which output does the sigmoid turn into "
            "it?",
        ),
        number(
            11 / 9,
            tolerance=0.006,
            feedback="These are the odds of a yes. The output is their logarithm.",
        ),
        number(
            np.log(0.55),
            tolerance=0.006,
            feedback="That is the logarithm of the probability. The output is the "
            "logarithm of the *odds*.",
        ),
        number(
            np.log(9 / 11),
            tolerance=0.006,
            feedback="That output makes a no more probable than a yes. Which label is "
            "the more frequent one?",
        ),
        number(
            1 / (1 + np.exp(-0.55)),
            tolerance=0.004,
            feedback="You squashed the probability. It is the other way around: which "
            "output has it?",
        ),
        number(
            np.log10(11 / 9),
            tolerance=0.002,
            feedback="That is a logarithm to base 10. The sigmoid has $e$ in it.",
        ),
    ],
    otherwise="All twenty probabilities are the same number. What must it be, if they "
    "add up to eleven? Then find the output by the equation of the log-odds.",
)

exercise(
    "5.2.13",
    title="A walk that rests in the wrong place",
    stub=(
        "def fit_shift(y, f, rate, steps):\n"
        "    shift = 0.0\n"
        "    for _ in range(steps):\n"
        "        lam = 1 / (1 + np.exp(-(f + shift)))\n"
        "        slopes = 1 / (1 + np.exp(-lam)) - y\n"
        "        shift = shift - rate * np.sum(slopes)\n"
        "    return shift\n"
    ),
    solution=(
        "def fit_shift(y, f, rate, steps):\n"
        "    shift = 0.0\n"
        "    for _ in range(steps):\n"
        "        lam = 1 / (1 + np.exp(-(f + shift)))\n"
        "        shift = shift - rate * np.sum(lam - y)\n"
        "    return shift\n"
    ),
    reference=_fit_shift,
    cases=[
        case(*_FEW_F, 0.3, 1),
        case(*_FEW_F, 0.3, 2),
        case(*_WHOLE_F, 0.2, 5),
        case(_Y, _F, 0.1, 200),
        case(*_FEW_F, 0.3, 0),
    ],
    random_case=lambda rng: case(*_labels_and_outputs(rng), 0.25, 7),
    uses=_LOGISTIC | {"slopes": "5.2.11"},
    planted=[
        mistake(
            _fit(lambda y, f, shift: sigmoid(f) - y),
            "The outputs are never shifted, so every step is the same and the walk "
            "never rests. Where does the shift enter?",
        ),
        mistake(
            _fit(lambda y, f, shift: f + shift - y),
            "Now nothing is squashed at all: you compare the labels with outputs. Once "
            "is right.",
        ),
        mistake(
            _fit(lambda y, f, shift: (sigmoid(f + shift) > 0.5) - y),
            "You round to yes or no and lose how far each prediction is off.",
        ),
        mistake(
            _fit(
                lambda y, f, shift: (
                    (sigmoid(f + shift) - y)
                    * sigmoid(f + shift)
                    * (1 - sigmoid(f + shift))
                )
            ),
            "The slope of the sigmoid cancels in this loss. You multiply by it, as the "
            "squared error would.",
        ),
        mistake(
            _fit(lambda y, f, shift: sigmoid(f + shift) - y, sign=1),
            "You walk uphill: the totals get further apart.",
        ),
        mistake(
            _fit(lambda y, f, shift: sigmoid(f - shift) - y),
            "The shift enters with the wrong sign, and every step makes the next one "
            "larger.",
        ),
        mistake(
            _one_step,
            "Only one step is left of the walk: look at what is indented.",
        ),
        mistake(
            _fit(lambda y, f, shift: np.mean(sigmoid(f + shift) - y)),
            "Right direction, shorter steps: the loss is a sum over the examples, and "
            "its slope too.",
        ),
    ],
    hints=[
        "Print the smallest and the largest of the numbers from which the labels are "
        "subtracted. Which probabilities can this model never state?",
        "How many sigmoids does an output pass through before it meets its label?",
        "`lam` is a probability already. The slope is `lam - y`.",
    ],
)

exercise(
    "5.2.14",
    title="Balance the totals",
    stub="def balance(y, f):\n    ...  # your code\n",
    solution=(
        "def balance(y, f):\n"
        "    low, high = -50.0, 50.0\n"
        "    for _ in range(60):\n"
        "        middle = (low + high) / 2\n"
        "        too_large = np.sum(logistic(f + middle)) > np.sum(y)\n"
        "        low, high = (low, middle) if too_large else (middle, high)\n"
        "    return middle\n"
    ),
    equivalent={
        **{
            f"low, high = {ends}": "the answer is between these, too"
            for ends in (
                "(-50.0, 51.0)",
                "(-50.0, 49.0)",
                "(-51.0, 50.0)",
                "(-49.0, 50.0)",
            )
        },
        **{
            f"for _ in range({n}):": "the interval is as narrow as can be"
            for n in (59, 61)
        },
        "too_large = np.sum(logistic(f + middle)) >= np.sum(y)": (
            "at equality either half will do"
        ),
    },
    reference=best_logit_shift,
    cases=[
        case(np.array([1.0, 0.0, 0.0, 0.0]), np.zeros(4)),
        case(np.array([1.0, 1.0, 0.0]), np.array([1.0, -1.0, 0.0])),
        case(*_WHOLE_F),
        case(_Y, _F),
        case(np.array([1.0, 0.0, 0.0, 0.0]), np.array([6.0, 7.0, 8.0, 9.0])),
        case(np.array([1, 0, 1]), np.array([-30.0, -28.0, -33.0])),
    ],
    random_case=lambda rng: case(*_labels_and_outputs(rng)),
    rtol=1e-5,
    atol=1e-5,
    uses=_LOGISTIC | {"slopes": "5.2.11"},
    planted=[
        mistake(
            lambda y, f: np.mean(y) - np.mean(sigmoid(f)),
            "This is how far the average probability is off. The shift is added to "
            "the outputs, before squashing.",
        ),
        mistake(
            lambda y, f: np.log(np.mean(y) / (1 - np.mean(y))),
            "Right where all outputs are zero. Where do the outputs enter?",
        ),
        mistake(
            lambda y, f: np.log(np.mean(y) / (1 - np.mean(y))) - np.mean(f),
            "Near. The average of the probabilities is not the probability of the "
            "average output, since the sigmoid is curved. Search instead.",
        ),
        mistake(
            lambda y, f: -best_logit_shift(y, f),
            "The right size and the wrong way: do the probabilities have to rise or "
            "to fall?",
        ),
        mistake(
            lambda y, f: np.sum(y - sigmoid(f)) / np.sum(sigmoid(f) * (1 - sigmoid(f))),
            "That is one step of Newton's method, and a good one. Shift, and step "
            "again, until the totals agree.",
        ),
        mistake(
            lambda y, f: best_logit_shift(y, f) + np.mean(f),
            "You return a level for the outputs. The number to *add* to them is asked "
            "for.",
        ),
    ],
    hints=[
        "Write a line that says, for a given shift, whether the total of the "
        "probabilities is too large. It only ever rises with the shift.",
        "Halve an interval: start with a low shift where the total is too small and a "
        "high one where it is too large, look at the middle, keep the half with the "
        "answer in it.",
        "Sixty halvings are plenty. $-50$ and $50$ are far enough apart for these "
        "data.",
    ],
)

question(
    "5.2.15",
    title="A costly miss",
    prompt="A model gives the probability $\\lambda$ that a patient is ill. To miss an "
    "ill patient costs 9 times as much as a false alarm. From which $\\lambda$ on "
    "should you raise the alarm?",
    answer=number(
        0.1,
        tolerance=0.002,
        feedback=r"Yes: silence costs $9\lambda$ on average, an alarm $1-\lambda$, and "
        "they are equal at a tenth. The model stays as it is; only the threshold "
        "moves.",
    ),
    near=[
        number(
            0.5,
            tolerance=0.002,
            feedback="That is the threshold when both errors cost the same.",
        ),
        number(
            0.9,
            tolerance=0.002,
            feedback="Then you would rarely raise the alarm. Which error did you want "
            "to avoid?",
        ),
        number(
            1 / 9,
            tolerance=0.002,
            feedback=r"Near. Silence costs $9\lambda$ on average. An alarm costs 1 "
            "only if the patient is well: how probable is that?",
        ),
    ],
    otherwise=r"Compare the average costs: silence costs 9 with probability $\lambda$; "
    r"an alarm costs 1 with probability $1-\lambda$.",
)

exercise(
    "5.2.16",
    title="The recipe for counts",
    stub="def count_loss(y, f):\n    ...  # your code\n",
    solution="def count_loss(y, f):\n    return np.sum(np.exp(f) - y * f)\n",
    reference=lambda y, f: np.sum(np.exp(f) - np.asarray(y) * f),
    cases=[
        case(np.array([2.0, 0.0, 5.0]), np.array([0.4, -1.0, 1.5])),
        case(np.array([3, 1, 0, 7]), np.array([1.2, -0.3, 0.6, 1.8])),
        case(np.array([0.0, 0.0, 0.0]), np.array([-0.5, 0.7, 1.1])),
        case(np.array([1, 4, 2, 2, 0]), np.array([0, 1, 2, -1, -2])),
    ],
    random_case=lambda rng: case(rng.poisson(2.0, 6), rng.normal(0.5, 0.7, 6)),
    planted=[
        mistake(
            _counted_and_whole,
            "Right, with one part more than asked: the logarithm of the factorial does "
            "not depend on `f`. Leave it out.",
        ),
        mistake(
            lambda y, f: np.sum(f - y * np.log(np.abs(f) + 1e-300)),
            "You take the output itself for the mean. A mean of counts is positive; "
            "which function makes it so here?",
        ),
        mistake(
            lambda y, f: np.sum(sigmoid(f) - y * np.log(sigmoid(f))),
            "The sigmoid keeps the mean below one. Counts have no such limit: the task "
            "names another function.",
        ),
        mistake(
            lambda y, f: np.sum((np.exp(f) - y) ** 2),
            "This is the squared error of the mean. Go through the recipe: the "
            "probability, its logarithm, the sign.",
        ),
        mistake(
            lambda y, f: np.sum(np.exp(f) - f),
            "The counts do not enter. In the probability they are an exponent: what "
            "does the logarithm do to it?",
        ),
        mistake(
            lambda y, f: np.sum(np.exp(f) + y * f),
            "A large count should pull the output up. With your sign it pushes it "
            "down.",
        ),
        mistake(
            lambda y, f: np.sum(np.exp(f) - y * np.exp(f)),
            "The count multiplies the logarithm of the mean. You multiply the mean "
            "itself.",
        ),
        mistake(
            lambda y, f: np.sum(np.logaddexp(0, f) - y * f),
            "This is the loss for yes and no. In the probability of a count another "
            "function of the output is the mean.",
        ),
        mistake(
            lambda y, f: np.exp(f) - y * f,
            "These are the losses of the single examples. One number is asked for.",
        ),
        mistake(
            lambda y, f: np.sum(np.exp(f)) - np.sum(y) * np.sum(f),
            "The sum of the products is not the product of the sums.",
        ),
    ],
    hints=[
        "Take the logarithm of the probability: it has three factors, so there are "
        "three terms.",
        r"$\log\lambda$ is simply $f$. Which of the three terms does not contain $f$?",
        "For one example: `np.exp(f) - y * f`.",
    ],
)

exercise(
    "5.2.17",
    title="The cross-entropy",
    stub="def cross_entropy(q, lam):\n    ...  # your code\n",
    solution=(
        "def cross_entropy(q, lam):\n"
        "    yes = q * np.log(np.where(q == 0, 1.0, lam))\n"
        "    no = (1 - q) * np.log(np.where(q == 1, 1.0, 1 - lam))\n"
        "    return -(yes + no)\n"
    ),
    equivalent={
        **{
            f"{line}": "so small a probability is not asked for"
            for line in (
                "yes = q * np.log(np.maximum(np.where(q == 0, 1.0, lam), 1e-09))",
                "no = (1 - q) * np.log("
                "np.maximum(np.where(q == 1, 1.0, 1 - lam), 1e-09))",
            )
        },
        "yes = q * np.log(np.where(q == 0, 2.0, lam))": "its weight is zero",
        "no = (1 - q) * np.log(np.where(q == 1, 2.0, 1 - lam))": "its weight is zero",
        "yes = q * np.log(np.where(lam == 0, 1.0, lam))": (
            "where something impossible happens, we ask for nothing"
        ),
        "no = (1 - q) * np.log(np.where(lam == 1, 1.0, 1 - lam))": (
            "where something impossible happens, we ask for nothing"
        ),
    },
    reference=bernoulli_cross_entropy,
    atol=1e-9,  # who adds 1e-12 to a probability is right enough
    cases=[
        case(np.array([0.0, 0.3, 0.9]), np.array([0.4, 0.3, 0.2])),
        case(np.array([1, 0, 1, 0]), np.array([0.7, 0.2, 0.4, 0.9])),
        case(np.array([1.0, 0.0, 0.5]), np.array([1.0, 0.0, 0.5])),
        case(1.0, 0.8),
        case(0.5, 0.8),
    ],
    random_case=lambda rng: case(rng.uniform(size=5), rng.uniform(0.1, 0.9, size=5)),
    planted=[
        mistake(
            lambda q, lam: -np.log(q * lam + (1 - q) * (1 - lam)),
            "For hard labels both forms agree; the logarithm is where they part. "
            "Average the two logarithms, not the two probabilities.",
        ),
        mistake(
            lambda q, lam: -(q * np.log(lam) + (1 - q) * np.log(1 - lam)),
            "A certain and right prediction gives you nan. What is the limit of "
            "p log(p) at zero, and what does numpy say?",
        ),
        mistake(
            lambda q, lam: bernoulli_cross_entropy(q, np.clip(lam, 0.01, 0.99)),
            "You clip so hard that good predictions are changed. Treat only the terms "
            "whose weight is zero.",
        ),
        mistake(
            lambda q, lam: bernoulli_cross_entropy(lam, q),
            "You exchanged the two: what happens is weighted by `q`; the logarithm is "
            "of what the model says.",
        ),
        mistake(
            lambda q, lam: (
                bernoulli_cross_entropy(q, lam) - bernoulli_cross_entropy(q, q)
            ),
            "This is the Kullback-Leibler divergence: you have subtracted the entropy "
            "of the data.",
        ),
        mistake(
            lambda q, lam: bernoulli_cross_entropy(q, lam) / np.log(2),
            "Your answer is in bits. Here the logarithm is natural.",
        ),
        mistake(
            lambda q, lam: -bernoulli_cross_entropy(q, lam),
            "A probability is at most one, so its logarithm is negative: which sign "
            "makes a loss of it?",
        ),
    ],
    hints=[
        "There are two outcomes. What is the surprise, minus the logarithm of the "
        "model's probability, of each?",
        "Average the two surprises, weighted by how often each outcome happens.",
        "`np.where(q == 0, 1.0, lam)` gives a probability whose logarithm is harmless "
        "where its weight is zero.",
    ],
)

question(
    "5.2.18",
    title="Confidently wrong",
    prompt="The label is 1 and the network output is $-8$, so the predicted "
    "probability is 0.0003: about as wrong as can be. You train with the *squared "
    r"error* of the probability, $(\lambda - y)^2$. How steep is this loss there, as a "
    "function of the output?",
    choices=[
        choice(
            "Very steep: the error is as large as it can be.",
            "The *value* is large. The slope says how much it changes when the output "
            "moves a little: does the probability move at all out there?",
        ),
        choice(
            "About as steep as at output 0.",
            "At output 0 the sigmoid is steepest. How steep is it at $-8$?",
        ),
        choice(
            "Practically flat.",
            "Yes. The sigmoid is flat out there, and the chain rule multiplies by its "
            "slope. The worst prediction gets almost no push.",
            right=True,
        ),
    ],
)

exercise(
    "5.2.19",
    title="Down from the plateau",
    stub="def arrive(slope, starts):\n    ...  # your code\n",
    solution=(
        "def arrive(slope, starts):\n"
        "    offsets = np.array(starts, dtype=float)\n"
        "    for n in range(200):\n"
        "        offsets -= 4 * 0.95**n * np.sign(slope(offsets))\n"
        "    return offsets\n"
    ),
    equivalent={
        "for n in range(199):": "one step less is enough",
        "offsets -= 4 * 0.95 ** n / np.sign(slope(offsets))": (
            "one divided by a sign is that sign"
        ),
        "offsets -= 5 * 0.95 ** n * np.sign(slope(offsets))": "longer steps will do",
        "offsets -= 3 * 0.95 ** n * np.sign(slope(offsets))": "shorter steps will do",
        "right for the sizes of the first case only": "there are 100 starts",
        "the result has the first argument's type": "offsets are floats",
    },
    reference=lambda slope, starts: _walk(lambda s, n: -4 * 0.95**n * np.sign(s))(
        Slope(), starts
    ),
    cases=[case(Slope(), _STARTS), case(Slope(), _STARTS[::-1])],
    accept=_most_arrive,
    planted=[
        mistake(
            _walk(lambda s, _: -0.1 * s),
            "This is plain gradient descent. Where the slope is a millionth, a step is "
            "a millionth, times the rate. What else do you know about the slope there?",
        ),
        mistake(
            _walk(lambda s, _: -100 * s),
            "With so large a rate the walks near the valley are thrown out to the "
            "plateau on the other side. No single rate serves both places.",
        ),
        mistake(
            _walk(lambda s, _: -np.sign(s)),
            "All walks reach the valley, and then they jump back and forth across it. "
            "What should become of the step in time?",
        ),
        mistake(
            _walk(lambda s, _: -0.01 * np.sign(s)),
            "Your steps are fine for the valley. How many of them does a walk from -30 "
            "need?",
        ),
        mistake(
            _walk(lambda s, n: 4 * 0.95**n * np.sign(s)),
            "You walk uphill, away from the valley.",
        ),
        mistake(
            lambda slope, starts: np.array(starts, dtype=float),
            "You return the starts: no walk has moved.",
        ),
        mistake(
            lambda slope, starts: np.mean(
                _walk(lambda s, n: -4 * 0.95**n * np.sign(s))(slope, starts)
            ),
            "One number comes back. Each of the 100 walks has an end of its own.",
        ),
    ],
    hints=[
        "Print the slope at -30, -15 and 0. What differs, and what does not?",
        "Use the sign of the slope for the direction, and choose the size of the step "
        "yourself.",
        "Steps that start at 4 and shrink by 5 percent each time can cross 80 in all, "
        "and end far below a thousandth.",
    ],
)
