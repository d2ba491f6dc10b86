"""Exercises and questions of page 5.3, multiclass cross-entropy loss."""

import numpy as np

from udl.datasets.classification import multiclass_classification
from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)
from udl.losses.distributions import most_probable_class
from udl.losses.multiclass_cross_entropy import (
    categorical_likelihood,
    categorical_negative_log_likelihood,
    multiclass_cross_entropy,
    multiclass_cross_entropy_gradient,
)
from udl.losses.softmax import log_softmax, softmax
from udl.networks.activations import softplus
from udl.networks.shallow import shallow_network

_X, _Y = multiclass_classification()
_F = shallow_network(
    _X,
    [0.3, -1.0, -0.5],
    [-1.0, 1.8, 0.65],
    [2.0, -2.0, 0.0],
    [[-24, -8, 50], [-2, 8, -30], [16, -8, -8]],
)
_LAM = softmax(_F)
_TWO = (np.array([2, 0]), np.array([[0.2, 0.6], [0.5, 0.3], [0.3, 0.1]]))
_CERTAIN = (np.array([0, 1]), np.array([[1.0, 0.25], [0.0, 0.5], [0.0, 0.25]]))
_MANY = (np.tile(_Y, 100), np.tile(_LAM, 100))
_SOFTMAX = {"column_softmax": "5.3.4", "softmax": "5.3.4"}
_ONE = (np.array([0]), np.array([[1.0], [2.0], [0.0]]))
_FEW_F = (
    np.array([2, 0]),
    np.array([[0.5, 2.0], [-1.0, 1.0], [0.3, -0.5], [1.2, 0.0]]),
)
_WHOLE_F = (
    np.array([1, 0, 2, 1]),
    np.array([[1, 0, 2, -1], [3, 1, 0, 2], [0, -2, 1, 4]]),
)
_FOUR = (_FEW_F[0], softmax(_FEW_F[1]))
_YES_NO = (
    np.array([[1.0, 0.0], [0.0, 0.0], [1.0, 1.0]]),
    np.array([[0.4, -1.2], [2.0, 0.3], [-0.7, 1.5]]),
)
_HUGE = (np.array([0, 1]), np.array([[1000.0, -1000.0], [1001.0, -1003.0]]))
_SURPRISE = (np.array([0, 2]), np.array([[0.0, 1.0], [900.0, 2.0], [100.0, 0.0]]))


def _labels_and_outputs(rng):
    return rng.integers(0, 4, 6), rng.normal(0, 2, (4, 6))


def _labels_and_probabilities(rng):
    y, f = _labels_and_outputs(rng)
    return y, softmax(f)


def _observed(y, table):
    return table[y, np.arange(y.size)]


def _one_hot(y, table):
    return (np.arange(table.shape[0])[:, None] == y).astype(float)


def _log_sum_exp(f):
    return f.max(axis=0) + np.log(np.exp(f - f.max(axis=0)).sum(axis=0))


def _rows_lowered(y, f):
    gradient = softmax(f)
    gradient[y] -= 1
    return gradient


def _clipped(y, f, least):
    lam = np.clip(1 / (1 + np.exp(-f)), least, 1 - least)
    return -np.sum(y * np.log(lam) + (1 - y) * np.log(1 - lam))


def too_sure(seed):
    """Draw forty networks, each too sure by a factor of its own, and labels."""
    rng = np.random.default_rng(seed)
    times = np.exp(rng.uniform(0, np.log(8), 40))
    true = rng.normal(0, 1.5, (40, 3, 60))
    below = np.cumsum(softmax(true), axis=1)
    y = (rng.random((40, 1, 60)) > below).sum(axis=1)
    return y, true * times[:, None, None]


_WORLDS = [too_sure(2), too_sure(5)]


def excess(factors, seed):
    """Give what each network costs, on average, above the least possible."""
    rng = np.random.default_rng(seed)
    times = np.exp(rng.uniform(0, np.log(8), 40))
    true = rng.normal(0, 1.5, (40, 3, 60))
    turned = np.asarray(factors, dtype=float)[:, None, None] * true
    logs = log_softmax(true) - log_softmax(turned * times[:, None, None])
    return np.sum(softmax(true) * logs, axis=1).mean(axis=1)


def _most_are_mended(factors, y, f):
    if np.size(factors) == 1:
        return "One number comes back. Each of the 40 networks wants its own."
    if np.shape(factors) != (40,):
        return (
            f"Your result has the shape `{np.shape(factors)}`. The 40 factors are "
            "asked for, not the outputs multiplied by them."
        )
    if not np.all(np.isfinite(factors)):
        return "One of your factors is not a finite number."
    seed = next(s for s in (2, 5) if np.array_equal(too_sure(s)[0], y))
    mended = np.sum(excess(factors, seed) <= 0.03)
    if mended >= 30:
        return True
    told = f"{mended} of the 40 networks are mended."
    if np.ptp(factors) == 0:
        return (
            f"{told} One factor for all mends some and spoils others: each network is "
            "too sure in its own measure."
        )
    return f"{told} What is lowest for a network that is as sure as it should be?"


def _best_factors(y, f, knob, loss=multiclass_cross_entropy):
    lowest = [
        np.argmin([loss(labels, c * outputs) for c in knob])
        for labels, outputs in zip(y, f, strict=True)
    ]
    return knob[lowest]


def _calibrate(y, f):
    return _best_factors(y, f, np.geomspace(0.05, 5, 30))


def _wrong_answers(labels, outputs):
    return np.sum(np.argmax(outputs, axis=0) != labels)


question(
    "5.3.1",
    title="Why not one output?",
    prompt="The classes are called 0, 1 and 2. A colleague proposes one output and "
    "least squares, as on page 5.1: predict the number of the class. What is the best "
    "objection?",
    choices=[
        choice(
            "Least squares needs many more examples than a loss for classes.",
            "It needs no more than another loss. Ask what it *says* about the "
            "classes: which of them does it call neighbors?",
        ),
        choice(
            "It calls class 1 a compromise between 0 and 2, and the names are "
            "arbitrary.",
            "Yes. Rename the classes and that loss changes, although nothing about "
            "the world did. A number that is a name should only ever be compared, "
            "never subtracted.",
            right=True,
        ),
        choice(
            "The output of a network is never exactly 0, 1 or 2.",
            "No prediction on page 5.1 was exact either. Rounding would settle that. "
            "What would remain wrong?",
        ),
    ],
)

question(
    "5.3.2",
    title="Softmax by hand",
    prompt=r"Three outputs are $\log 2$, $\log 5$ and $\log 3$. What probability does "
    "the softmax give to the second class, class 1?",
    answer=number(
        0.5,
        tolerance=0.001,
        feedback="Yes. The exponentials undo the logarithms: 2, 5 and 3, of a total "
        "of 10.",
    ),
    near=[
        number(
            np.log(5) / np.log(30),
            tolerance=0.002,
            feedback="You divided the outputs themselves by their sum. What happens "
            "to each output first?",
        ),
        number(
            5.0,
            tolerance=0.001,
            feedback="That is its exponential. By what is it divided?",
        ),
        number(
            0.2,
            tolerance=0.001,
            feedback="That is the first class, class 0. We count from zero.",
        ),
        number(
            0.3,
            tolerance=0.001,
            feedback="That is the last class, class 2. We count from zero.",
        ),
    ],
    otherwise="What is the exponential of $\\log 5$? Write down all three, and their "
    "sum.",
)

question(
    "5.3.3",
    title="Lift all the outputs",
    prompt="Add 5 to every output of one example. What happens to its probabilities?",
    choices=[
        choice(
            "They move closer together: 5 is a lot compared with the differences.",
            "That would be so if the outputs themselves were divided by their sum. "
            "Here they are exponentiated first: what does adding 5 do to an "
            "exponential?",
        ),
        choice(
            "The largest grows, the others shrink.",
            "Multiplying all outputs by a number above one does that. Adding is "
            "something else: what does it do to each exponential?",
        ),
        choice(
            "Nothing.",
            "Yes. Every exponential is multiplied by $\\exp[5]$, and so is their sum; "
            "the factor cancels.",
            right=True,
        ),
        choice(
            "They no longer sum to one.",
            "Whatever the exponentials are, they are divided by their own sum.",
        ),
    ],
)

exercise(
    "5.3.4",
    title="Softmax, column by column",
    stub="def column_softmax(f):\n    ...  # your code\n",
    solution=(
        "def column_softmax(f):\n"
        "    powers = np.exp(f - f.max(axis=0))\n"
        "    return powers / powers.sum(axis=0)\n"
    ),
    reference=softmax,
    cases=[
        case(np.array([[1.0, 0.0], [2.0, -1.0], [3.0, 2.0]])),
        case(np.array([[0.0], [1.0]])),
        case(np.array([[1, 0, 2, -1], [3, 1, 0, 2]])),
        case(np.array([[1.0, 0.0, 2.0], [2.0, 1.0, 1.0], [0.0, 4.0, -3.0]])),
        case(np.array([[1000.0, 0.0], [1001.0, 0.5], [1002.0, 1.0]])),
        case(np.array([[1000.0, -1000.0], [0.0, -999.0], [-1000.0, -998.0]])),
        case(_F),
    ],
    published=published("softmax(model_out)"),
    random_case=lambda rng: case(rng.normal(0, 2, (4, 6))),
    planted=[
        mistake(
            lambda f: np.exp(f) / np.exp(f).sum(axis=0),
            "Try outputs (1000, 1001): the answer is harmless, your intermediate "
            "numbers are not.",
        ),
        mistake(
            lambda f: np.exp(f - f.max(axis=0)) / np.exp(f - f.max()).sum(axis=0),
            "You shift above the line and below it by different numbers. Both need "
            "the same.",
        ),
        mistake(
            lambda f: np.exp(f - f.max()) / np.exp(f - f.max()).sum(axis=0),
            "One example with huge outputs spoils another: you subtract one number "
            "from the whole table. Which number does each column need?",
        ),
        mistake(
            lambda f: (
                np.exp(f - f.max(axis=1, keepdims=True))
                / np.exp(f - f.max(axis=1, keepdims=True)).sum(axis=0)
            ),
            "Subtracting is harmless only if all classes of one example lose the same "
            "number.",
        ),
        mistake(
            lambda f: np.exp(f) / np.exp(f).sum(axis=1, keepdims=True),
            "Sum each column: each example's class probabilities must add up to one.",
        ),
        mistake(
            lambda f: (
                np.exp(f - f.max(axis=1, keepdims=True))
                / np.exp(f - f.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True)
            ),
            "Your rows sum to one, but it is each example, a column, whose class "
            "probabilities must.",
        ),
        mistake(
            lambda f: np.exp(f) / np.exp(f).sum(),
            "Your whole table sums to one. How many examples are in it?",
        ),
        mistake(
            lambda f: np.exp(f) / np.exp(f).sum(axis=1),
            "Test with as many examples as classes: some bugs hide until the shapes "
            "agree. Which axis do you sum over?",
        ),
        mistake(
            lambda f: f / f.sum(axis=0),
            "A negative output would give a negative probability. Which step makes "
            "everything positive?",
        ),
        mistake(
            lambda f: np.exp(f - f.max(axis=0)),
            "All positive, but your columns do not sum to one. What are they divided "
            "by?",
        ),
        mistake(
            lambda f: softmax(-f),
            "The largest output gets the smallest probability. Check a sign.",
        ),
        mistake(
            lambda f: np.exp(f - f.max(axis=0)) / np.exp(f - f.max(axis=0)).sum(),
            "The shift is right, and your whole table sums to one. How many "
            "examples are in it?",
        ),
        mistake(
            lambda f: np.exp(f - f.max(axis=0)) / np.exp(f).sum(axis=0),
            "You shift above the line and not below it. Both need the same.",
        ),
        mistake(
            lambda f: np.exp(f + f.max(axis=0)) / np.exp(f + f.max(axis=0)).sum(axis=0),
            "Right for small outputs. Does your shift make the largest exponent "
            "of a column smaller or larger?",
        ),
        mistake(
            lambda f: (
                np.exp(f - f.mean(axis=0)) / np.exp(f - f.mean(axis=0)).sum(axis=0)
            ),
            "Right for small outputs. An output may still be far above the "
            "number that you subtract. Which number is no output above?",
        ),
        mistake(
            lambda f: np.exp(f - f.min(axis=0)) / np.exp(f - f.min(axis=0)).sum(axis=0),
            "Right for small outputs. An output may be far above the smallest. "
            "Which number is no output above?",
        ),
        mistake(
            lambda f: (
                np.exp(np.clip(f, -500, 500))
                / np.exp(np.clip(f, -500, 500)).sum(axis=0)
            ),
            "You cut large outputs off, and then 1000 and 1001 are the same. A "
            "shift keeps their difference.",
        ),
        mistake(
            lambda f: np.exp(f / f.max(axis=0)) / np.exp(f / f.max(axis=0)).sum(axis=0),
            "You divide by the largest output, and that changes the differences "
            "between outputs. What leaves them alone?",
        ),
        mistake(
            lambda f: 1 / (1 + np.exp(-f)),
            "You squash each output by itself. The classes of an example have "
            "to share one.",
        ),
        mistake(
            lambda f: (f == f.max(axis=0)) * 1.0,
            "In yours the winner takes all. The *soft* maximum gives something "
            "to everyone.",
        ),
        mistake(
            lambda f: f**2 / np.sum(f**2, axis=0),
            "A square makes everything positive, and -3 as good as 3.",
        ),
    ],
    hints=[
        "Which axis runs over the classes of one example? Those numbers have to sum "
        "to one.",
        "Before the exponential, subtract from each column its own largest entry. "
        "`keepdims=True` keeps a row of maxima that numpy can subtract.",
        "Store the exponentials; they are needed twice, above the line and below it.",
    ],
)

question(
    "5.3.5",
    title="Lift one output",
    prompt="Raise the first of the three outputs and leave the others. The "
    "probability of class 0 rises. What happens to the other two?",
    choices=[
        choice(
            "Nothing: their outputs are the same as before.",
            "Then the three would no longer sum to one. What is below the line?",
        ),
        choice(
            "Both lose the same amount.",
            "The small one might not have that much to lose. Look at the sum below "
            "the line: does it subtract, or divide?",
        ),
        choice(
            "Both shrink by the same factor.",
            "Yes. Their exponentials stay and the sum below the line grows, the same "
            "sum for both. So the ratio of the two stays as it was.",
            right=True,
        ),
    ],
)

exercise(
    "5.3.6",
    title="The likelihood of the classes",
    stub="def class_likelihood(y, lam):\n    ...  # your code\n",
    solution=(
        "def class_likelihood(y, lam):\n    return np.prod(lam[y, np.arange(len(y))])\n"
    ),
    equivalent={
        "return np.abs(np.prod(lam[y, np.arange(len(y))]))": "nothing is negative",
        "return np.maximum(np.prod(lam[y, np.arange(len(y))]), 0)": (
            "nothing is negative"
        ),
    },
    reference=categorical_likelihood,
    cases=[
        case(*_FOUR),
        case(*_TWO),
        case(*_CERTAIN),
        case(np.array([2, 0, 1]), softmax(np.arange(9.0).reshape(3, 3) % 4)),
        case(_Y, _LAM),
    ],
    published=published("compute_likelihood(y_train, lambda_param)"),
    random_case=lambda rng: case(*_labels_and_probabilities(rng)),
    atol=0,
    orders=[(1, 0)],
    planted=[
        mistake(
            lambda y, lam: np.prod(lam[y]),
            "You need one number per example: row given by the label, column by the "
            "example.",
        ),
        mistake(
            lambda y, lam: lam[y],
            "A table of whole rows came back. Pick one entry of each column, and "
            "multiply those.",
        ),
        mistake(
            _observed,
            "These are the probabilities of the single examples. One number is asked "
            "for: that of all of them together.",
        ),
        mistake(
            lambda y, lam: np.sum(_observed(y, lam)),
            "Independent observations: are their probabilities added or multiplied?",
        ),
        mistake(
            lambda y, lam: np.prod(lam),
            "You multiply the probabilities of all the classes. Which one was "
            "observed?",
        ),
        mistake(
            lambda y, lam: np.prod(lam.max(axis=0)),
            "You take the most probable class of each example. The data say which "
            "class it really was.",
        ),
        mistake(
            lambda y, lam: np.prod(lam[np.arange(y.size), y]),
            "You exchanged the two: rows are classes, columns are examples.",
        ),
        mistake(
            lambda y, lam: np.sum(np.log(_observed(y, lam))),
            "This is the logarithm of the likelihood. It comes next; here the product "
            "itself is asked for.",
        ),
        mistake(
            lambda y, lam: np.mean(_observed(y, lam)),
            "You average. Independent observations: what happens to their "
            "probabilities?",
        ),
        mistake(
            lambda y, lam: np.prod(_observed(y - 1, lam)),
            "Your labels count from one. Here class 0 is the first row, and row "
            "-1 is the last.",
        ),
        mistake(
            lambda y, lam: np.prod(_observed(y, softmax(lam))),
            "These are probabilities already: no second softmax.",
        ),
        mistake(
            lambda y, lam: np.prod(lam**y * (1 - lam) ** (1 - y)),
            "That is the formula for yes and no, where a label is 0 or 1. Here "
            "it is the name of a row.",
        ),
        mistake(
            lambda y, lam: np.prod(lam**y),
            "You raise probabilities to the power of a name. Here the label "
            "says which row to look up.",
        ),
        mistake(
            lambda y, lam: np.prod(1 - _observed(y, lam)),
            "You multiply the probabilities of what did not happen.",
        ),
        mistake(
            lambda y, lam: np.prod(lam[:, y]),
            "In `lam[:, y]` the labels pick columns. Is a column a class or an "
            "example?",
        ),
    ],
    hints=[
        "What is the probability that the model gave to the first observation? In "
        "which row of `lam` is it, and in which column?",
        "Two lists of indices, of the same length, pick one entry for each pair: "
        "`table[rows, columns]`.",
        "The columns are 0, 1, 2 and so on: `np.arange`. Then multiply what you "
        "picked.",
    ],
)

exercise(
    "5.3.7",
    title="The negative log-likelihood of the classes",
    stub="def class_loss(y, lam):\n    ...  # your code\n",
    solution=(
        "def class_loss(y, lam):\n"
        "    observed = lam[y, np.arange(len(y))]\n"
        "    return -np.sum(np.log(observed))\n"
    ),
    reference=categorical_negative_log_likelihood,
    cases=[
        case(*_FOUR),
        case(*_TWO),
        case(*_CERTAIN),
        case(np.array([1, 0, 1]), np.array([[1.0, 0.25, 0.5], [1e-11, 0.75, 0.5]])),
        case(_Y, _LAM),
        case(*_MANY),
    ],
    published=published("compute_negative_log_likelihood(y_train, lambda_param)"),
    random_case=lambda rng: case(*_labels_and_probabilities(rng)),
    orders=[(1, 0)],
    uses={"class_likelihood": "5.3.6", "compute_likelihood": "5.3.6"},
    planted=[
        mistake(
            lambda y, lam: -np.log(np.prod(_observed(y, lam))),
            "It agrees on 20 points, but repeat the data 100 times: the product has "
            "become zero.",
        ),
        mistake(
            lambda y, lam: -np.sum(np.log(lam)),
            "Only one class was observed for each example.",
        ),
        mistake(
            lambda y, lam: -np.mean(np.log(_observed(y, lam))),
            "Off by exactly the number of examples.",
        ),
        mistake(
            lambda y, lam: np.sum(np.log(_observed(y, lam))),
            "The best model has the largest value of yours; a loss should be smallest "
            "for the best model.",
        ),
        mistake(
            lambda y, lam: -np.sum(_one_hot(y, lam) * np.log(lam)),
            "A class that was not observed, with probability zero, spoils your sum: "
            "zero times the logarithm of zero. Pick the observed entries first.",
        ),
        mistake(
            lambda y, lam: -np.sum(np.log(lam[y])),
            "You need one number per example: `lam[y]` picks whole rows.",
        ),
        mistake(
            lambda y, lam: -np.sum(np.log10(_observed(y, lam))),
            "Your logarithm has base 10. The derivation uses the one that undoes exp.",
        ),
        mistake(
            lambda y, lam: -np.sum(np.log(lam.max(axis=0))),
            "You ask how sure the model is, not how right: `y` has to decide which "
            "entry counts.",
        ),
        mistake(
            lambda y, lam: -np.log(_observed(y, lam)),
            "These are the losses of the single examples. One number is asked for.",
        ),
        mistake(
            lambda y, lam: -np.sum(_observed(y, lam)),
            "You add the probabilities themselves. Their product became a sum of what?",
        ),
        mistake(
            lambda y, lam: -np.sum(np.log(_observed(y, softmax(lam)))),
            "These are probabilities already: no second softmax.",
        ),
        mistake(
            lambda y, lam: -np.sum(np.log(1 - _observed(y, lam))),
            "You charge for what did not happen.",
        ),
        mistake(
            lambda y, lam: -np.log(np.sum(_observed(y, lam))),
            "You add first and take one logarithm. In the equation each example "
            "has a logarithm of its own.",
        ),
        mistake(
            lambda y, lam: (
                -np.sum(
                    _one_hot(y, lam) * np.log(lam)
                    + (1 - _one_hot(y, lam)) * np.log(1 - lam)
                )
            ),
            "You charge for the classes that were not observed as well. Each "
            "example has one factor in the likelihood.",
        ),
        mistake(
            lambda y, lam: -np.sum(np.log(_observed(y, lam) + 1e-12)),
            "You add a small constant to the probability. Where the probability "
            "is as small, the loss is wrong; and what is not observed is never "
            "asked for its logarithm.",
        ),
        mistake(
            lambda y, lam: -np.sum(np.log(_observed(y, lam) + 1e-8)),
            "Your small constant shows already at probabilities that a network "
            "really gives. What is not observed is never asked for its "
            "logarithm.",
        ),
        mistake(
            lambda y, lam: -np.sum(np.log(_observed(y - 1, lam))),
            "Your labels count from one. Here class 0 is the first row, and row "
            "-1 is the last.",
        ),
    ],
    hints=[
        "What is the loss of a single example? Write that first.",
        "Pick the observed entries as before. Then the order matters for the "
        "computer: logarithms first, then combine.",
        "The sum of the logarithms is negative. A loss is small when the fit is good.",
    ],
)

question(
    "5.3.8",
    title="The price of knowing nothing",
    prompt="A network gives the same output to all three classes, whatever the input. "
    "What is its loss on twenty examples? (A sum, natural logarithms, two decimals.)",
    answer=number(
        20 * np.log(3),
        tolerance=0.01,
        feedback="Yes: each example has probability 1/3 and costs $\\log 3$. A trained "
        "network whose loss is higher than that has learned something false.",
    ),
    near=[
        number(
            np.log(3),
            tolerance=0.002,
            feedback="That is the price of one example. The loss is a sum.",
        ),
        number(
            20 * np.log10(3),
            tolerance=0.01,
            feedback="That is with logarithms of base 10. Natural ones are asked for.",
        ),
        number(
            20 * np.log2(3),
            tolerance=0.01,
            feedback="That is in bits, with logarithms of base 2. Natural ones are "
            "asked for.",
        ),
        number(
            20 / 3,
            tolerance=0.01,
            feedback="That is how many of its guesses would be right. What does one "
            "example cost, if its class had the probability 1/3?",
        ),
        number(
            0.0,
            tolerance=1e-9,
            feedback="A loss of zero means that every observed class had the "
            "probability one.",
        ),
    ],
    otherwise="Which probability does it give to the observed class, and what is minus "
    "the logarithm of that?",
)

exercise(
    "5.3.9",
    title="The loss, from the outputs",
    stub="def logit_loss(y, f):\n    ...  # your code\n",
    solution=(
        "def logit_loss(y, f):\n"
        "    top = f.max(axis=0)\n"
        "    log_sum_exp = top + np.log(np.exp(f - top).sum(axis=0))\n"
        "    return np.sum(log_sum_exp - f[y, np.arange(len(y))])\n"
    ),
    equivalent={
        (
            "log_sum_exp = top + np.log(np.maximum(np.exp(f - top).sum(axis=0), 1e-09))"
        ): "the sum is at least one",
        "log_sum_exp = top + np.log(np.exp(f - top).sum(axis=0) + 1e-09)": (
            "the sum is at least one"
        ),
    },
    reference=multiclass_cross_entropy,
    cases=[
        case(*_FEW_F),
        case(*_ONE),
        case(*_WHOLE_F),
        case(_Y, _F),
        case(*_HUGE),
        case(*_SURPRISE),
    ],
    random_case=lambda rng: case(*_labels_and_outputs(rng)),
    orders=[(1, 0)],
    uses=_SOFTMAX | {"class_loss": "5.3.7"},
    planted=[
        mistake(
            lambda y, f: -np.sum(np.log(_observed(y, np.exp(f) / np.exp(f).sum(0)))),
            "Outputs around 1000 overflow: what can be subtracted from each column "
            "first, and added back later?",
        ),
        mistake(
            lambda y, f: -np.sum(np.log(_observed(y, softmax(f)))),
            "Your softmax is safe, yet a very improbable class gets the probability "
            "zero before you take the logarithm. Take the logarithm on paper first.",
        ),
        mistake(
            lambda y, f: -np.sum(np.log(_observed(y, softmax(f)) + 1e-12)),
            "A small constant hides the infinity and puts another wrong number there. "
            "No constant is needed if the logarithm is taken on paper first.",
        ),
        mistake(
            lambda y, f: np.sum(
                np.log(np.exp(f - f.max(axis=0)).sum(axis=0)) - _observed(y, f)
            ),
            "You subtract the largest output inside the logarithm and never give it "
            "back.",
        ),
        mistake(
            lambda y, f: np.sum(_log_sum_exp(f)),
            "Your loss does not depend on the labels. Which of the two terms is "
            "missing?",
        ),
        mistake(
            lambda y, f: np.mean(_log_sum_exp(f) - _observed(y, f)),
            "Off by exactly the number of examples: a sum is asked for.",
        ),
        mistake(
            lambda y, f: np.sum(_observed(y, f) - _log_sum_exp(f)),
            "This is the log-likelihood. The loss is minus that.",
        ),
        mistake(
            lambda y, f: -np.sum(log_softmax(f)),
            "You add up all the classes. Only one class was observed for each example.",
        ),
        mistake(
            lambda y, f: -np.sum(_observed(y, log_softmax(softmax(f)))),
            "You squash twice: outputs go in, and only one softmax is wanted.",
        ),
        mistake(
            lambda y, f: np.sum(_log_sum_exp(f) - 2 * f.max(axis=0) - _observed(y, f)),
            "You subtract the largest output inside the logarithm. With which "
            "sign does it come back outside?",
        ),
        mistake(
            lambda y, f: np.sum(_log_sum_exp(f) + _observed(y, f)),
            "A large output of the observed class should make the loss small. "
            "With your sign it makes it large.",
        ),
        mistake(
            lambda y, f: np.sum(_log_sum_exp(f) - f[y]),
            "`f[y]` picks whole rows. One output for each example is wanted.",
        ),
        mistake(
            lambda y, f: (
                np.sum(f.max(axis=0))
                + np.log(np.exp(f - f.max(axis=0)).sum())
                - np.sum(_observed(y, f))
            ),
            "You take one logarithm for the whole table. Each example has its own.",
        ),
        mistake(
            lambda y, f: np.sum(f) - np.sum(_observed(y, f)),
            "The logarithm undoes one exponential. It does not undo a sum of them.",
        ),
        mistake(
            lambda y, f: np.sum(f.max(axis=0) - _observed(y, f)),
            "That is the largest output less the observed one. Which part of "
            "the log-sum-exp is missing?",
        ),
        mistake(
            lambda y, f: _log_sum_exp(f) - _observed(y, f),
            "These are the losses of the single examples. One number is asked for.",
        ),
        mistake(
            lambda y, f: np.sum(_log_sum_exp(f.T)) - np.sum(_observed(y, f)),
            "You take the log-sum-exp of each row. Which axis runs over the "
            "classes of one example?",
        ),
        mistake(
            lambda y, f: np.sum(
                f.max() + np.log(np.exp(f - f.max()).sum(axis=0)) - _observed(y, f)
            ),
            "One example with huge outputs spoils another: you subtract one "
            "number from the whole table. Which number does each column need?",
        ),
    ],
    hints=[
        "The equation has two terms for each example. Which of them needs the label?",
        "For the other term: the largest entry of each column, plus the logarithm of "
        "a sum of exponentials, none of which is larger than one.",
        "No probability needs to be computed on the way.",
    ],
)

question(
    "5.3.10",
    title="The slope for one example",
    prompt=r"An example of class 0 has the probabilities $(0.2, 0.5, 0.3)$. What is "
    "the derivative of its loss with respect to its three outputs?",
    choices=[
        choice(
            "$(0.2,\\ 0.5,\\ 0.3)$",
            "Then lowering *all* the outputs would lower the loss, the observed one "
            "included. Something has to hold the observed class up.",
        ),
        choice(
            "$(-0.8,\\ 0.5,\\ 0.3)$",
            "Yes: the probabilities, less one for the class that was observed. "
            "Raising its output lowers the loss; raising another one raises it. They "
            "sum to zero.",
            right=True,
        ),
        choice(
            "$(0.8,\\ -0.5,\\ -0.3)$",
            "This is the direction in which to move. The derivative points to where "
            "the loss *grows*.",
        ),
        choice(
            "$(-5,\\ 0,\\ 0)$",
            "That is the derivative with respect to the probability of class 0, "
            "$-1/0.2$. The outputs act through the softmax, and each of them moves "
            "all three probabilities.",
        ),
    ],
)

exercise(
    "5.3.11",
    title="The gradient with respect to the outputs",
    stub="def logit_gradient(y, f):\n    ...  # your code\n",
    solution=(
        "def logit_gradient(y, f):\n"
        "    gradient = column_softmax(f)\n"
        "    gradient[y, np.arange(len(y))] -= 1\n"
        "    return gradient\n"
    ),
    reference=multiclass_cross_entropy_gradient,
    cases=[
        case(*_FEW_F),
        case(*_ONE),
        case(np.array([0, 2]), np.array([[1.0, 0.0], [2.0, 0.0], [0.0, 3.0]])),
        case(*_WHOLE_F),
        case(*_HUGE),
        case(_Y, _F),
    ],
    random_case=lambda rng: case(*_labels_and_outputs(rng)),
    orders=[(1, 0)],
    uses=_SOFTMAX,
    planted=[
        mistake(
            lambda y, f: _one_hot(y, f) - softmax(f),
            "This is the direction in which to move. The gradient points to where the "
            "loss grows.",
        ),
        mistake(
            lambda y, f: (softmax(f) - _one_hot(y, f)) / y.size,
            "Off by exactly the number of examples: this is the gradient of the mean.",
        ),
        mistake(
            lambda y, f: softmax(f),
            "Your gradient does not depend on the labels.",
        ),
        mistake(
            _rows_lowered,
            "`table[y]` picks whole rows: you lower entries of examples whose class "
            "was another one.",
        ),
        mistake(
            lambda y, f: (softmax(f) - _one_hot(y, f)) * softmax(f) * (1 - softmax(f)),
            "One factor too many: the derivative of the logarithm has already "
            "canceled it.",
        ),
        mistake(
            lambda y, f: softmax(f) - y,
            "A class number is a name. Subtract one in the row that it names, and "
            "nothing elsewhere.",
        ),
        mistake(
            lambda y, f: (softmax(f) - _one_hot(y, f)).sum(axis=1),
            "You added over the examples. Each output of each example has a "
            "derivative of its own.",
        ),
        mistake(
            lambda y, f: softmax(f) - 1,
            "You subtract one everywhere. How many classes were observed for "
            "each example?",
        ),
        mistake(
            lambda y, f: _observed(y, softmax(f)) - 1,
            "You have the derivatives for the observed classes. The other "
            "outputs move the loss, too.",
        ),
        mistake(
            lambda y, f: (softmax(f) - 1) * _one_hot(y, f),
            "You have the derivatives for the observed classes and zeros "
            "elsewhere. The other outputs move the loss, too: what do they do "
            "to the sum below the line?",
        ),
        mistake(
            lambda y, f: f - _one_hot(y, f),
            "You subtract from the outputs. What was predicted is a probability.",
        ),
        mistake(
            lambda y, f: -_one_hot(y, f) / softmax(f),
            "That is the derivative with respect to the probabilities. The "
            "outputs act through the softmax.",
        ),
        mistake(
            lambda y, f: softmax(f) * (1 - softmax(f)),
            "That is how each probability responds to its own output. The loss "
            "is asked about, and it knows the labels.",
        ),
    ],
    hints=[
        "Start from the probabilities. In how many entries of each column does the "
        "gradient differ from them?",
        "Which entries those are, you picked before: `table[rows, columns]`.",
        "`table[rows, columns] -= 1` changes just those. Make sure that it changes "
        "your own array and not the argument.",
    ],
)

question(
    "5.3.12",
    title="A softened label",
    prompt="To keep a network from becoming too sure, a colleague replaces the "
    "one-hot $q$ of an example of class 0 by $(0.9, 0.05, 0.05)$. Set the slope of "
    "the loss to zero. By how much does the output of class 0 exceed each of the "
    "others at the best outputs? Two digits after the point will do.",
    answer=number(
        np.log(18),
        tolerance=0.006,
        feedback="Yes: the probabilities have to equal $q$, and the difference is "
        "$\\log[0.9/0.05] = \\log 18$. With the one-hot label no finite difference "
        "would be large enough.",
    ),
    near=[
        number(
            18.0,
            tolerance=0.01,
            feedback="That is the ratio of the two probabilities. How does a ratio of "
            "probabilities turn into a difference of outputs?",
        ),
        number(
            np.log(9),
            tolerance=0.006,
            feedback="These are the log-odds of class 0 against the two others "
            "*together*. Each of them has half of the rest.",
        ),
        number(
            0.85,
            tolerance=0.002,
            feedback="That is the difference of the probabilities. The outputs are "
            "asked for.",
        ),
        number(
            np.log(0.9),
            tolerance=0.002,
            feedback="That is the logarithm of one probability. A difference of "
            "outputs comes from two.",
        ),
        number(
            -np.log(18),
            tolerance=0.006,
            feedback="Right size: which of the two outputs is the larger one?",
        ),
    ],
    otherwise="The slope is $\\lambda_k - q_k$. What must the probabilities be, if it "
    "is zero for all classes? Then take the logarithm of the ratio of two of them.",
)

question(
    "5.3.13",
    title="Which way?",
    prompt="At the start, the probabilities of class 0 add up to about 11 over our "
    "twenty examples, and 7 of them are of class 0. We are about to scan the offset of "
    "the first output. Where will the loss be lowest?",
    choices=[
        choice(
            "Below the 2 that we start with.",
            "Yes. The slope in that offset is 11 minus 7, which is positive: downhill "
            "is to the left.",
            right=True,
        ),
        choice(
            "Above the 2 that we start with.",
            "A larger offset would make class 0 still more probable, and the network "
            "announces too many of that class as it is.",
        ),
        choice(
            "At 2: the other two offsets have to move first.",
            "The slope in this one offset does not wait for the others. What is its "
            "sign?",
        ),
    ],
)

question(
    "5.3.14",
    title="How many offsets can the data determine?",
    prompt="You scan all three offsets together, on a fine grid in three dimensions. "
    "How many of the three can the data determine?",
    answer=number(
        2,
        tolerance=1e-9,
        feedback="Yes: two differences. Add one number to all three offsets and the "
        "loss is the same, so the lowest points form a line, not a point.",
    ),
    near=[
        number(
            3,
            tolerance=1e-9,
            feedback="Shift all the outputs by 5 and compute the loss again: what "
            "does that say about the number of free parameters?",
        ),
        number(
            1,
            tolerance=1e-9,
            feedback="One direction is lost, not two. Which one?",
        ),
        number(
            0,
            tolerance=1e-9,
            feedback="The scan of one offset had a clear lowest point, with the other "
            "two held fixed.",
        ),
    ],
    otherwise="There are three offsets. In how many directions can you move them "
    "without changing any probability?",
)

exercise(
    "5.3.15",
    title="The most probable class",
    stub="def predicted_class(f):\n    ...  # your code\n",
    solution="def predicted_class(f):\n    return np.argmax(f, axis=0)\n",
    equivalent={
        "the result has the first argument's type": "2.0 names class 2 as well",
    },
    reference=most_probable_class,
    cases=[
        case(np.array([[1.0, 0.0, 5.0, 1.0], [2.0, -1.0, 1.0, 0.0], [0.5, 3, 2, 7]])),
        case(np.array([[0.0], [3.0], [1.0]])),
        case(np.array([[1.0, 0.0, 2.0], [3.0, 1.0, 1.0], [0.0, 4.0, 2.5]])),
        case(np.array([[1, -5], [-2, -3], [0, -4], [4, -9]])),
        case(np.array([[1000.0, 1.0], [1001.0, 0.0], [900.0, 3.0]])),
        case(_F),
    ],
    random_case=lambda rng: case(rng.normal(0, 2, (5, 8))),
    uses=_SOFTMAX,
    planted=[
        mistake(
            lambda f: np.argmax(f, axis=1),
            "You ask each class for its favorite example. Ask each example, a column, "
            "for its class.",
        ),
        mistake(
            lambda f: np.argmax(f),
            "One place in the whole table came back. One class for each example is "
            "asked for.",
        ),
        mistake(
            lambda f: np.max(softmax(f), axis=0),
            "These are the largest probabilities. Which class has them?",
        ),
        mistake(
            lambda f: np.max(f, axis=0),
            "These are the largest outputs. Which class has them?",
        ),
        mistake(
            lambda f: np.argmin(f, axis=0),
            "This is the least probable class.",
        ),
        mistake(
            lambda f: np.argmax(f, axis=0) + 1,
            "Our classes are numbered from zero.",
        ),
        mistake(
            lambda f: (f == np.max(f, axis=0)).astype(int),
            "You mark the winner in each column. Which number does its row have?",
        ),
        mistake(
            lambda f: np.argsort(f, axis=0),
            "You sort all classes of each example. One class for each is asked for.",
        ),
        mistake(
            lambda f: np.argmax(np.exp(f) / np.exp(f).sum(axis=0), axis=0),
            "Outputs around 1000 overflow on the way to probabilities. Do you "
            "need these to know which is the largest?",
        ),
        mistake(
            lambda f: np.argmax(np.abs(f), axis=0),
            "An output far below zero is no reason for a class. Is there an "
            "abs, or a square?",
        ),
        mistake(
            lambda f: np.argmax(softmax(f.T).T, axis=0),
            "Your softmax runs over the examples of a class, and that changes "
            "which class is ahead.",
        ),
    ],
    hints=[
        "Does the softmax ever change which output of a column is the largest?",
        "numpy has a function for the largest entry, and one for its place.",
    ],
)

question(
    "5.3.16",
    title="Three times the outputs",
    prompt="Multiply all outputs of a network by 3. What happens to the number of "
    "examples that it classifies rightly, and to its loss?",
    choices=[
        choice(
            "Both stay: the order of the outputs is the same.",
            "The order decides the predicted class. Does it decide the probabilities, "
            "too?",
        ),
        choice(
            "The number stays; the loss can rise or fall.",
            "Yes. The same classes win, each with a probability nearer to one. That "
            "is cheaper where the winner is right, and very dear where it is wrong.",
            right=True,
        ),
        choice(
            "The number stays; the loss falls, since the network is surer.",
            "It is surer of its mistakes as well. What does a sure mistake cost?",
        ),
        choice(
            "The number rises: clearer outputs decide better.",
            "An output that is not the largest of its column is not the largest "
            "after multiplication by 3 either.",
        ),
    ],
)

exercise(
    "5.3.17",
    title="Forty networks that are too sure",
    stub="def calibrate(y, f):\n    ...  # your code\n",
    solution=(
        "def calibrate(y, f):\n"
        "    knob = np.geomspace(0.05, 5, 30)\n"
        "    factors = []\n"
        "    for labels, outputs in zip(y, f):\n"
        "        losses = [logit_loss(labels, c * outputs) for c in knob]\n"
        "        factors.append(knob[np.argmin(losses)])\n"
        "    return factors\n"
    ),
    equivalent={
        f"knob = np.geomspace({ends})": "another scan as fine will do"
        for ends in ("0.05, 6, 30", "0.05, 4, 30", "0.05, 5, 31", "0.05, 5, 29")
    }
    | {"right for the sizes of the first case only": "the task has one size"},
    reference=_calibrate,
    cases=[case(*world) for world in _WORLDS],
    accept=_most_are_mended,
    uses={"logit_loss": "5.3.9", "class_loss": "5.3.7"} | _SOFTMAX,
    planted=[
        mistake(
            lambda y, f: np.ones(len(f)),
            "You leave all networks as they are. Fewer than 10 were good enough.",
        ),
        mistake(
            lambda y, f: np.full(len(f), 0.3),
            "One factor for all mends some and spoils others: each network is too sure "
            "in its own measure.",
        ),
        mistake(
            lambda y, f: _best_factors(y, f, np.geomspace(0.05, 5, 30), _wrong_answers),
            "You count right answers. They do not change with the factor, so the first "
            "of your scan wins. What does notice how sure a network is?",
        ),
        mistake(
            lambda y, f: _best_factors(
                y,
                f,
                np.geomspace(0.05, 5, 30),
                lambda labels, outputs: -np.sum(np.log(softmax(outputs).max(axis=0))),
            ),
            "You make the networks as sure as possible, right or wrong: the labels do "
            "not enter.",
        ),
        mistake(
            lambda y, f: 1 / np.array(_calibrate(y, f)),
            "You return by how much each network is too sure. The factor by which to "
            "multiply is asked for.",
        ),
        mistake(
            lambda y, f: _best_factors(y, f, np.array([0.05, 0.5, 5.0])),
            "Right idea. Your scan has too few places: between a tenth and one lies "
            "everything you need.",
        ),
        mistake(
            lambda y, f: np.float64(np.mean(_calibrate(y, f))),
            "One number comes back. Each of the 40 networks wants its own.",
        ),
    ],
    hints=[
        "Look at one network. Which quantity, computed from its labels and outputs, is "
        "smallest if it is as sure as it should be?",
        "Scan factors between 0.05 and 5 and take the one with the lowest loss; then "
        "do so for each network.",
        "`np.geomspace(0.05, 5, 30)`, and `logit_loss(labels, c * outputs)` for each.",
    ],
)

exercise(
    "5.3.18",
    title="Sums to one, and wrong",
    stub=(
        "def log_probabilities(f):\n"
        "    top = f.max(axis=1, keepdims=True)\n"
        "    powers = np.exp(f - top)\n"
        "    return f - top - np.log(powers.sum(axis=0))\n"
    ),
    solution=(
        "def log_probabilities(f):\n"
        "    top = f.max(axis=0)\n"
        "    powers = np.exp(f - top)\n"
        "    return f - top - np.log(powers.sum(axis=0))\n"
    ),
    equivalent={
        "return f - top - np.log(np.maximum(powers.sum(axis=0), 1e-09))": (
            "the sum is at least one"
        ),
    },
    reference=log_softmax,
    cases=[
        case(np.array([[1.0, 0.0], [2.0, -1.0], [3.0, 2.0]])),
        case(np.array([[0.0], [1.0], [0.5]])),
        case(np.array([[1, 0, 2, -1], [3, 1, 0, 2]])),
        case(np.array([[1.0, 0.0, 2.0], [2.0, 1.0, 1.0], [0.0, 4.0, -3.0]])),
        case(np.array([[1000.0, -1000.0], [1001.0, -999.0], [1000.5, 0.0]])),
        case(_F),
    ],
    random_case=lambda rng: case(rng.normal(0, 2, (4, 6))),
    uses=_SOFTMAX,
    planted=[
        mistake(
            lambda f: (
                f
                - f.max(axis=1, keepdims=True)
                - np.log(
                    np.exp(f - f.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True)
                )
            ),
            "You moved the sum to the axis of the maximum. Now rows sum to one; it is "
            "each example, a column, that has to.",
        ),
        mistake(
            lambda f: f - f.max() - np.log(np.exp(f - f.max()).sum(axis=0)),
            "Right for small outputs. One number for the whole table lets an example "
            "with huge outputs spoil another: log of zero.",
        ),
        mistake(
            lambda f: f - np.log(np.exp(f).sum(axis=0)),
            "Right for small outputs. Without a maximum the exponentials overflow; it "
            "only has to be the right one.",
        ),
        mistake(
            lambda f: f - np.log(np.exp(f - f.max(axis=0)).sum(axis=0)),
            "The maximum is taken out inside the logarithm and not given back outside.",
        ),
        mistake(
            lambda f: f - f.max(axis=0),
            "The largest entry of each column is now zero, so the probabilities add up "
            "to more than one. Which term is missing?",
        ),
        mistake(
            softmax,
            "These are the probabilities. Their logarithms are asked for.",
        ),
        mistake(
            lambda f: np.log(softmax(f) + 1e-300),
            "The probability of a hopeless class has rounded to zero before you take "
            "its logarithm. Take the logarithm on paper first.",
        ),
        mistake(
            lambda f: np.log(softmax(f)),
            "Minus infinity comes out: the probability of a hopeless class has "
            "rounded to zero. Take the logarithm on paper first.",
        ),
        mistake(
            lambda f: f - f.max(axis=0) - np.log(np.exp(f - f.max(axis=0)).sum()),
            "Your whole table sums to one. How many examples are in it?",
        ),
        mistake(
            lambda f: f + f.max(axis=0) - np.log(np.exp(f - f.max(axis=0)).sum(axis=0)),
            "The maximum is subtracted inside the logarithm. With which sign "
            "does it come back outside?",
        ),
        mistake(
            lambda f: f - f.min(axis=0) - np.log(np.exp(f - f.min(axis=0)).sum(axis=0)),
            "Right for small outputs. An output may be far above the smallest, "
            "and then its exponential overflows.",
        ),
    ],
    hints=[
        "Try a table with two columns that differ by a constant. What should your "
        "function return for them?",
        "Which numbers may be lowered by the same amount without changing a "
        "probability: those of a class, or those of an example?",
        "One axis in the first line is wrong.",
    ],
)

exercise(
    "5.3.19",
    title="Labels that do not exclude each other",
    stub="def labels_loss(y, f):\n    ...  # your code\n",
    solution=(
        "def labels_loss(y, f):\n    return np.sum(np.logaddexp(0, f) - y * f)\n"
    ),
    reference=lambda y, f: np.sum(softplus((1 - 2 * np.asarray(y)) * np.asarray(f))),
    cases=[
        case(*_YES_NO),
        case(
            np.array([[1, 0, 1, 1], [0, 0, 1, 0]]), np.linspace(-2, 3, 8).reshape(2, 4)
        ),
        case(np.array([[1.0]]), np.array([[0.3]])),
        case(
            np.array([[1.0, 0.0, 1.0], [0.0, 0.0, 1.0]]),
            np.array([[1000.0, 40.0, -500.0], [-1000.0, 1000.0, 37.0]]),
        ),
    ],
    random_case=lambda rng: case(
        rng.integers(0, 2, (4, 5)).astype(float), rng.normal(0, 1.5, (4, 5))
    ),
    planted=[
        mistake(
            lambda y, f: -np.sum(y * log_softmax(f)),
            "The softmax makes the classes compete: more cat means less dog. These "
            "labels are independent.",
        ),
        mistake(
            lambda y, f: np.sum(y * softplus(-np.asarray(f))),
            "Only the labels that are a yes have a price in your sum.",
        ),
        mistake(
            lambda y, f: np.sum(softplus(f)),
            "The labels do not enter: you treat every one as a no.",
        ),
        mistake(
            lambda y, f: np.sum(np.logaddexp(0, f) + y * f),
            "A yes should make a large output cheap. With your sign it makes it dear.",
        ),
        mistake(
            lambda y, f: np.sum(np.log(1 + np.exp(f)) - y * f),
            "The right formula, and its exponential overflows. Page 5.2 has a form of "
            "softplus that does not.",
        ),
        mistake(
            lambda y, f: np.sum(
                -y * np.log(1 / (1 + np.exp(-f)))
                - (1 - y) * np.log(1 - 1 / (1 + np.exp(-f)))
            ),
            "Right near zero. Far out the probability rounds to 0 or 1, and its "
            "logarithm is lost: do not pass through it.",
        ),
        mistake(
            lambda y, f: np.sum(softplus((1 - 2 * y) * f), axis=0),
            "One loss for each example came back. Add them up.",
        ),
        mistake(
            lambda y, f: np.mean(np.sum(softplus((1 - 2 * y) * f), axis=0)),
            "Off by the number of examples: this book adds.",
        ),
        mistake(
            lambda y, f: np.mean(softplus((1 - 2 * y) * f)),
            "You average over all entries of the table: this book adds.",
        ),
        mistake(
            lambda y, f: np.sum((y - 1 / (1 + np.exp(-f))) ** 2),
            "Those are squared errors of the probabilities. What does the "
            "recipe take, in place of squares?",
        ),
        mistake(
            lambda y, f: np.sum((1 - y) * softplus(f)),
            "Only the labels that are a no have a price in your sum.",
        ),
        mistake(
            lambda y, f: _clipped(y, f, 1e-12),
            "You keep the probabilities away from 0 and 1, and with that the "
            "loss from what it is. Take the logarithm on paper first.",
        ),
    ],
    hints=[
        "What is the probability of one entry of the table, given its output? "
        "Page 5.2 has it.",
        "Independent entries: the probabilities multiply, so the losses add, over rows "
        "and columns.",
        "Softplus of the output, minus label times output; `np.logaddexp(0, f)` is "
        "softplus.",
    ],
)
