"""Exercises and questions of page 17.3, importance sampling."""

import numpy as np

from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)
from udl.exercises.seeded import dealt
from udl.generative import importance_sampling as sampling
from udl.generative.importance_sampling import common, log_weight, rare
from udl.losses.distributions import normal_pdf


def _noise(seed, count=7):
    return np.random.default_rng(seed).normal(size=count)


def _w(y):
    return np.exp(4.5 - 3 * y)


def _standard(y):
    return normal_pdf(y, 0.0, 1.0)


def _proposal(y):
    return normal_pdf(y, 3.0, 1.0)


_DRAWS = [_noise(0), _noise(1, 4), np.array([0.8, 1.0, 1.7]), _noise(2, 11)]

exercise(
    "17.3.1",
    title="A mean from draws",
    stub="def expectation(y):\n    ...  # your code\n",
    solution="def expectation(y):\n    return np.mean(np.exp(-((y - 1) ** 4)))\n",
    reference=lambda y: np.mean(common(y)),
    equivalent={
        "return np.mean(np.exp(-(1 - y) ** 4))": "a power of 4 has no sign",
    },
    cases=[case(y) for y in [*_DRAWS, np.array([0.3]), np.arange(-1, 4)]],
    published=published(
        "compute_expectation(n_samples)",
        takes=[lambda y: len(y)],
        provides={"np": lambda y: dealt(y), "f": lambda: common},
    ),
    planted=[
        mistake(
            lambda y: common(np.mean(y)),
            "You evaluate the function once, at the mean of the draws. The mean of the "
            "function is asked for.",
        ),
        mistake(
            lambda y: np.mean(common(y) * _standard(y)),
            "You multiply by the density as well. The draws are already as dense as it "
            "says.",
        ),
        mistake(
            lambda y: np.mean(np.exp(-((y - 1) ** 2))),
            "Which power is in the exponent?",
        ),
        mistake(
            lambda y: np.mean(np.exp((y - 1) ** 4)),
            "Your function grows without bound. Does its exponent fall on both sides?",
        ),
        mistake(
            lambda y: np.mean(np.exp(-(y**4))),
            "Your terms are largest for a standard normal draw of 0. Where is the peak "
            "of f?",
        ),
        mistake(
            lambda y: np.sum(common(y) * _standard(y)) / np.sum(_standard(y)),
            "You weight by the density. Every draw counts the same.",
        ),
        mistake(
            lambda y: np.mean(rare(y)),
            "This is the second function.",
        ),
        mistake(
            lambda y: np.median(common(y)),
            "You take the median of the values.",
        ),
        mistake(
            lambda y: np.mean(y * common(y)),
            "You multiply by the draw itself. That is the mean of another function.",
        ),
        mistake(
            lambda y: np.mean(y),
            "This is the mean of the draws. A function of them is to be averaged.",
        ),
        mistake(
            lambda y: np.mean(np.exp(-((y - 1) ** 4) / 2)),
            "Your exponent has a factor, as in a normal density. This bump has none.",
        ),
    ],
    hints=[
        "Evaluate the function at each draw.",
        "`np.mean(...)` of `np.exp(-((y - 1) ** 4))`.",
    ],
)

question(
    "17.3.2",
    title="Equal means",
    prompt="You take 10 draws from $Pr$ and estimate the mean of $\\mathrm{f}$, and "
    "with 10 draws that of $\\mathrm{f}_2$. How far off will the second estimate "
    "typically be, compared with the first?",
    choices=[
        choice(
            "About as far. The two means are equal, and so is the number of draws.",
            "The mean says nothing of the scatter. Of ten values, how many are zero?",
        ),
        choice(
            "Farther, since $\\mathrm{f}_2$ goes up to 20 and $\\mathrm{f}$ only to 1.",
            "Divide $\\mathrm{f}_2$ by 20: mean and error become smaller together, and "
            "the estimate is as bad as before. How many of 10 draws fall where the "
            "function is not zero?",
        ),
        choice(
            "Less far. It is zero nearly everywhere, so most values agree.",
            "They agree on zero, which is not the mean. The rare value that does not "
            "agree is large.",
        ),
        choice(
            "Farther, since nearly all that is to be added up lies where few draws "
            "fall.",
            "Yes. Most samples miss it, and the few that do not get far too much of "
            "it.",
            right=True,
        ),
    ],
)

question(
    "17.3.3",
    title="Beyond two",
    prompt="Most of the area under $\\mathrm{f}_2\\cdot Pr$ is beyond $y = 2$. How "
    "many of 10 draws from a standard normal fall there, on average?",
    answer=number(
        0.2275,
        tolerance=0.035,
        feedback="Yes. About four of five samples of ten have no draw there at all.",
    ),
    near=[
        number(
            0.455,
            tolerance=0.06,
            feedback="Within two standard deviations are 95 percent. The others are on "
            "*both* sides.",
        ),
        number(
            0.0228,
            tolerance=0.004,
            feedback="This is the probability for one draw.",
        ),
        number(
            2.3,
            tolerance=0.3,
            feedback="This is the probability of one draw in percent.",
        ),
        number(
            1.6,
            tolerance=0.15,
            feedback="This is for one standard deviation.",
        ),
    ],
    otherwise="Between -2 and 2, two standard deviations on each side, are about 95 "
    "percent of a normal distribution.",
)

question(
    "17.3.4",
    title="The mean weight",
    prompt="You make very many draws from some proposal $q$ and average their weights "
    "$Pr(y_n)/q(y_n)$. What comes out?",
    choices=[
        choice(
            "One, whatever $q$ is.",
            "Yes. Try to prove it before you read on.",
            right=True,
        ),
        choice(
            "A number below one, since you draw where $q$ is larger than $Pr$.",
            "Most weights may be small. The others are large: what do all together "
            "make of the integral of $Pr$?",
        ),
        choice(
            "It depends on how far $q$ is from $Pr$.",
            "How much the weights *scatter* depends on it. Write their mean as an "
            "integral.",
        ),
        choice(
            "The mean of $\\mathrm{f}$.",
            "The function does not occur in a weight.",
        ),
    ],
)

question(
    "17.3.5",
    title="A draw that needs no correction",
    prompt="On paper: at which $y$ is the weight exactly one?",
    answer=number(
        1.5,
        tolerance=0.001,
        feedback="Yes. Halfway between the two means both densities are equal. Draws "
        "to the right of it come too often, and count for less.",
    ),
    near=[
        number(
            3,
            tolerance=0.001,
            feedback="There the proposal is highest. How high is the other density?",
        ),
        number(
            0,
            tolerance=0.001,
            feedback="There $Pr$ is highest. How high is the proposal?",
        ),
        number(
            4.5,
            tolerance=0.001,
            feedback="This is the constant in the exponent. For which $y$ is the whole "
            "exponent zero?",
        ),
        number(
            2 / 3,
            tolerance=0.01,
            feedback="Divide the other way round.",
        ),
    ],
    otherwise="Set the two densities equal, and take logarithms. The standard "
    "deviations are the same.",
)


def _by(weight, function=rare, start=lambda e: 3 + e):
    return lambda epsilon: np.mean(weight(start(epsilon)) * function(start(epsilon)))


exercise(
    "17.3.6",
    title="Weighted draws",
    stub="def by_importance(epsilon):\n    ...  # your code\n",
    solution=(
        "def by_importance(epsilon):\n"
        "    y = 3 + epsilon\n"
        "    w = np.exp(9 / 2 - 3 * y)\n"
        "    return np.mean(w * 20.446 * np.exp(-((y - 3) ** 4)))\n"
    ),
    reference=_by(_w),
    cases=[
        case(epsilon)
        for epsilon in [
            _noise(5),
            _noise(6, 4),
            np.array([-0.9, -0.4]),
            _noise(7, 11),
            np.array([-0.6]),
            np.arange(-2, 3),
        ]
    ],
    equivalent={
        "return np.mean(w * 20.446 * np.exp(-(3 - y) ** 4))": "it has no sign",
    },
    published=published(
        "compute_expectation2b(n_samples)",
        takes=[lambda epsilon: len(epsilon)],
        provides={
            "np": lambda epsilon: dealt(epsilon),
            "f2": lambda: rare,
            "pr_y": lambda: _standard,
            "q_y": lambda: _proposal,
        },
    ),
    planted=[
        mistake(
            _by(lambda y: 1 / _w(y)),
            "You divide the proposal by the density. The average weight under q must "
            "be one: is yours?",
        ),
        mistake(
            _by(_w, start=lambda e: e),
            "From which density did your samples come? The weights are for another.",
        ),
        mistake(
            _by(lambda y: np.ones_like(y)),
            "The draws have moved, and nothing corrects for it.",
        ),
        mistake(
            _by(_standard),
            "You multiply by the density that is asked for. Divide by the one that you "
            "draw from, too.",
        ),
        mistake(
            lambda e: np.sum(_w(3 + e) * rare(3 + e)) / np.sum(_w(3 + e)),
            "You divide by the sum of the weights. Their mean is known to be one: "
            "divide by the number of draws.",
        ),
        mistake(
            _by(_w, function=common),
            "You take the first function.",
        ),
        mistake(
            lambda e: np.mean(_w(3 + e)) * np.mean(rare(3 + e)),
            "Each value has a weight of its own: multiply before you average.",
        ),
        mistake(
            _by(_w, function=lambda y: rare(y - 3)),
            "The function is evaluated at the draws of the proposal, not at epsilon.",
        ),
        mistake(
            _by(lambda y: np.exp(-3 * y)),
            "At y = 1.5 a weight is one: what is yours?",
        ),
        mistake(
            _by(lambda y: 1 / _proposal(y)),
            "You divide by q. Where is Pr?",
        ),
        mistake(
            _by(lambda y: np.ones_like(y), start=lambda e: e),
            "This is the estimate without a proposal.",
        ),
        mistake(
            lambda e: np.mean(_w(e) * rare(3 + e)),
            "Your weights are taken at epsilon, and the function at the draws. Both "
            "belong at the same place.",
        ),
        mistake(
            _by(_w, function=lambda y: rare(y) / 20.446),
            "At its peak your function is one. How high is the rare one?",
        ),
        mistake(
            _by(lambda y: np.exp(9 - 3 * y)),
            "In a normal density the square is halved: which constant is left in the "
            "exponent of the weight?",
        ),
        mistake(
            _by(_w, start=lambda e: 3 * e),
            "You stretch the draws: their mean is still zero. Which number of the "
            "proposal is a 3?",
        ),
        mistake(
            _by(lambda y: _standard(y) * _proposal(y)),
            "You multiply by both densities. One of them is there already, in where "
            "the draws fall.",
        ),
        mistake(
            _by(_w, function=lambda y: 20.446 * np.exp(-((y - 3) ** 2))),
            "Your bump is that of a normal density. Which power has the rare function?",
        ),
        mistake(
            _by(_w, function=lambda y: np.ones_like(y)),
            "You average the weights alone. Where is the function?",
        ),
    ],
    hints=[
        "First `y = 3 + epsilon`. Then two things are evaluated at each `y`.",
        "The mean of `np.exp(9 / 2 - 3 * y)` times the function.",
    ],
)

question(
    "17.3.7",
    title="A perfect shift",
    prompt="On paper: let $Pr$ be the standard normal density, $\\mathrm{f}[y] = "
    "\\exp[2y]$, and the proposal $\\mathrm{Norm}_y[c, 1]$. For which $c$ are all "
    "terms $w\\,\\mathrm{f}[y]$ equal, so that a single draw gives the exact mean?",
    answer=number(
        2,
        tolerance=0.001,
        feedback="Yes. The weight is $\\exp[c^2/2 - cy]$, and with $c = 2$ its $y$ "
        "cancels that of the function. Every term is $\\exp[2]$.",
    ),
    near=[
        number(
            -2,
            tolerance=0.001,
            feedback="Which way does the function grow? The exponents should cancel.",
        ),
        number(
            1,
            tolerance=0.001,
            feedback="Then the term is $\\exp[1/2 + y]$.",
        ),
        number(
            0,
            tolerance=0.001,
            feedback="Without a shift every term is $\\exp[2y]$.",
        ),
        number(
            4,
            tolerance=0.001,
            feedback="The weight is $\\exp[c^2/2 - cy]$: is it $cy$ or $cy/2$?",
        ),
    ],
    otherwise="Divide the densities as for $c = 3$. Which $c$ makes the product with "
    "the function independent of $y$?",
)


EXCHANGED = "The mean comes first, then the standard deviation."
NARROW = "The product reaches farther than your draws."
WIDE = "Are the draws as far apart as the product is wide?"


def _good(answer):
    """Tell whether a proposal brings the standard deviation of a term below 0.2."""
    pair = np.asarray(answer, dtype=float).ravel()
    if pair.size != 2 or not np.all(np.isfinite(pair)):
        return "Two finite numbers are expected: mean and standard deviation."
    mu, sigma = pair
    if sigma <= 0:
        return "A standard deviation is positive."
    if sigma < 0.05 or not -9 < mu < 12:
        return "With this proposal hardly any draw falls where the product is large."
    deviation = sampling.spread(rare, mu, sigma)[1]
    if deviation < 0.2:
        return True
    if 0.3 < mu < 0.6 and 2 < sigma < 2.7:
        return EXCHANGED
    told = f"With this proposal the standard deviation of a term is {deviation:.3g}."
    if not 2.1 < mu < 2.6:
        return told
    return f"{told} The center is good. {NARROW if sigma < 0.4 else WIDE}"


exercise(
    "17.3.8",
    title="A better proposal",
    stub="def proposal():\n    return 3.0, 1.0\n",
    solution=(
        "def proposal():\n"
        "    y = np.arange(-1, 6, 0.001)\n"
        "    best = np.exp(-((y - 3) ** 4) - y**2 / 2)\n"
        "    best = best / np.sum(best)\n"
        "    mean = np.sum(best * y)\n"
        "    return mean, np.sqrt(np.sum(best * (y - mean) ** 2))\n"
    ),
    reference=lambda: (2.3228, 0.3921),
    equivalent={
        "y = np.arange(1, 6, 0.001)": "nearly all of the area is beyond 1",
        "y = np.arange(-1, 7, 0.001)": "nothing is beyond 6",
        "y = np.arange(-1, 5, 0.001)": "nothing is beyond 5",
        "y = np.arange(-2, 6, 0.001)": "nothing is below -1",
        "y = np.arange(-0, 6, 0.001)": "nothing is below 0",
        "best = np.exp(-(y - 3) ** 4 - 2 ** y / 2)": "also good enough",
        "best = np.exp(-(3 - y) ** 4 - y ** 2 / 2)": "a power of 4 has no sign",
        "return (mean, np.sqrt(np.sum(best * (mean - y) ** 2)))": "it has no sign",
    },
    accept=_good,
    cases=[case()],
    planted=[
        mistake(
            lambda: (3.0, 0.4),
            "You fit the peak of the function. The product with the density has its "
            "peak elsewhere.",
        ),
        mistake(
            lambda: (2.3228, 0.1537),
            "The variance is a square: return its root.",
        ),
        mistake(
            lambda: (2.3228, 1.0),
            f"The center is good. {WIDE}",
        ),
        mistake(
            lambda: (2.3228, 0.25),
            f"The center is good. {NARROW}",
        ),
        mistake(
            lambda: (0.0, 1.0),
            "This is the density itself: all weights are one, and nothing is gained.",
        ),
        mistake(
            lambda: (1.5, 1.0),
            "Halfway is not where most of the product lies.",
        ),
        mistake(
            lambda: (0.3921, 2.3228),
            EXCHANGED,
        ),
    ],
    hints=[
        "Look at the first figure: where is the orange area, and how wide is it?",
        "Its mean is between 2.2 and 2.5, its standard deviation about 0.4. Or sum "
        "over a grid: `best = f_2(grid) * normal(grid, 0, 1)`, divided by its sum.",
    ],
)


def _sizes(weights):
    """Turn weights into an answer of the form that is asked for."""
    return lambda log_w: weights(np.exp(np.asarray(log_w, dtype=float)))


def _safe_ratio(w):
    return np.sum(w) ** 2 / np.sum(w**2)


def _safely(weights):
    """Do so for what a common factor of the weights does not change."""
    return lambda log_w: weights(np.exp(log_w - np.max(log_w)))


exercise(
    "17.3.9",
    title="How many draws count",
    stub="def effective_size(log_w):\n    ...  # your code\n",
    solution=(
        "def effective_size(log_w):\n"
        "    w = np.exp(log_w - np.max(log_w))\n"
        "    return np.sum(w) ** 2 / np.sum(w**2)\n"
    ),
    reference=sampling.effective_size,
    cases=[
        case(np.log([1.0, 2.0, 0.5, 4.0])),
        case(_noise(8, 5)),
        case(np.zeros(6)),
        case(np.array([-2.0, 1.0, 0.5])),
        case(log_weight(3 + _noise(9, 8), 3.0, 1.0)),
        case(np.array([0.7])),
        case(np.array([0, -1, 2])),
    ],
    extremes=[
        case(np.array([-1000.0, -1001.0, -1000.5])),
        case(np.array([900.0, 899.0])),
        case(np.array([-1200.0, -300.0, -301.0])),
        case(np.array([-3000.0, -500.0, -501.0])),
        case(np.array([-40_000.0, -40_001.0])),
    ],
    planted=[
        mistake(
            lambda log_w: np.sum(log_w) ** 2 / np.sum(np.square(log_w)),
            "You take the logarithms for the weights.",
        ),
        mistake(
            _sizes(lambda w: np.sum(w**2) / np.sum(w)),
            "The sum in the numerator is squared after adding, and it is that of the "
            "weights, not of their squares.",
        ),
        mistake(
            _sizes(lambda w: 1 / np.sum(w**2)),
            "This is right for weights that add up to one. Yours do not.",
        ),
        mistake(
            _safely(lambda w: np.sum(w) / np.max(w)),
            "You count how often the largest weight fits into the sum. That is another "
            "measure; here squares come in.",
        ),
        mistake(
            _safely(lambda w: np.exp(-np.sum(w / w.sum() * np.log(w / w.sum())))),
            "You take the exponential of the entropy. It is another measure, also "
            "between 1 and N.",
        ),
        mistake(
            _sizes(lambda w: np.sum(w)),
            "This is the sum of the weights. If one of them has it all, how many draws "
            "count?",
        ),
        mistake(
            _sizes(lambda w: len(w) / np.mean(w**2)),
            "This is right in the long run, when the mean weight is one. In this "
            "sample it is not.",
        ),
        mistake(
            _sizes(lambda w: len(w) / (1 + np.var(w))),
            "This takes the mean weight for one. In this sample it is not: divide the "
            "variance by its square.",
        ),
        mistake(
            _sizes(lambda w: np.sum(w) ** 2 / np.sum(w) ** 2 * len(w)),
            "With yours every draw counts, whatever the weights.",
        ),
        mistake(
            _safely(lambda w: np.sum(w) / np.sum(w**2)),
            "Only the denominator of yours has squares.",
        ),
        mistake(
            _sizes(lambda w: np.sum(w) / np.sum(w**2)),
            "You square only the weights in the denominator.",
        ),
        mistake(
            lambda log_w: (
                np.sum(np.exp(log_w)) ** 2 / np.sum(np.exp(log_w - np.max(log_w)) ** 2)
            ),
            "You divide the weights by the largest in one of the two sums only: then "
            "it does not cancel.",
        ),
        mistake(
            _safely(lambda w: np.mean(w) ** 2 / np.mean(w**2)),
            "This is the share of the draws that count. How many are they?",
        ),
        mistake(
            lambda log_w: _safe_ratio(np.exp(log_w / np.max(log_w))),
            "You divide the logarithms by the largest. What must be done to a "
            "logarithm to divide the weight?",
        ),
    ],
    hints=[
        "Which factor may all weights be divided by, without a change in the result?",
        "`w = np.exp(log_w - np.max(log_w))`, then the square of the sum over the sum "
        "of the squares.",
    ],
)

question(
    "17.3.10",
    title="Too narrow or too wide",
    prompt="Which is the worse mistake, $\\sigma = 0.15$ or $\\sigma = 4$? (The "
    "product $\\mathrm{f}_2\\cdot Pr$ has a standard deviation of about 0.4.)",
    choices=[
        choice(
            "$\\sigma = 4$: most draws are wasted where the function is zero.",
            "They are wasted, but those in the middle have the right weights. What "
            "about the part that no draw reaches?",
        ),
        choice(
            "$\\sigma = 0.15$: part of the product is hardly ever drawn, and its "
            "weights are enormous.",
            "Yes. In the variance $q$ is in the denominator, and falls like the "
            "exponential of a square.",
            right=True,
        ),
        choice(
            "Neither. The estimate is unbiased for every $\\sigma$, so 1000 draws will "
            "do.",
            "Unbiased is a statement on the mean of very many estimates. How far off "
            "is each?",
        ),
        choice(
            "They are equally bad: one has too little of what the other has too much "
            "of.",
            "Put both into the formula for the variance: where is $q$ nearly zero?",
        ),
    ],
)


def _tail(average):
    def estimate(epsilon):
        y = 4 + np.asarray(epsilon, dtype=float)
        return average(y, np.exp(8 - 4 * y))

    return estimate


exercise(
    "17.3.11",
    title="Beyond four",
    stub=(
        "def tail(epsilon):\n"
        "    y = 4 + epsilon\n"
        "    w = np.exp(8 - 4 * y)\n"
        "    return np.mean(w[y > 4])\n"
    ),
    solution=(
        "def tail(epsilon):\n"
        "    y = 4 + epsilon\n"
        "    w = np.exp(8 - 4 * y)\n"
        "    return np.mean(w * (y > 4))\n"
    ),
    equivalent={"return np.mean(w * (y >= 4))": "no draw is exactly there"},
    reference=_tail(lambda y, w: np.mean(np.where(y > 4, w, 0))),
    cases=[
        case(epsilon)
        for epsilon in [
            _noise(10, 5),
            _noise(11, 8),
            np.array([0.5, -0.2, 0.1]),
            _noise(12, 4),
            np.array([0.4]),
            np.array([2, -1, 1]),
        ]
    ],
    extremes=[case(np.array([-0.3, -1.0]))],
    planted=[
        mistake(
            _tail(lambda y, w: np.mean(w[y > 4]) / 2),
            "Half of the draws are beyond 4 on average, but not in each sample: by "
            "what must the sum be divided?",
        ),
        mistake(
            _tail(lambda y, w: np.mean(y > 4)),
            "Without weights you find how many draws of the proposal are beyond 4.",
        ),
        mistake(
            _tail(lambda y, w: np.mean(w)),
            "Now all draws count as greater than 4. The others have a value of zero, "
            "not of one.",
        ),
        mistake(
            _tail(lambda y, w: np.sum(w[y > 4]) / np.sum(w)),
            "You divide by the sum of the weights, which is far from its mean in a "
            "small sample. Divide by the number of draws.",
        ),
        mistake(
            lambda epsilon: np.mean(np.exp(8 - 4 * epsilon) * (epsilon > 4)),
            "None of your draws counts in small samples. What is compared with 4, and "
            "have the draws been moved there?",
        ),
        mistake(
            _tail(lambda y, w: np.mean((y > 4) / w)),
            "The weights were right: the density that is asked for, divided by that of "
            "the draws.",
        ),
        mistake(
            _tail(lambda y, w: np.mean(w * (y < 4))),
            "These are the draws on the other side.",
        ),
        mistake(
            _tail(lambda y, w: 1 - np.mean(w * (y > 4))),
            "This is the probability of staying below 4.",
        ),
        mistake(
            _tail(lambda y, w: np.mean(np.exp(-4 * y) * (y > 4))),
            "The constant in the exponent of the weights is needed.",
        ),
        mistake(
            _tail(lambda y, w: np.mean(np.exp(8 - 4 * (y - 4)) * (y > 4))),
            "Your weights are taken at epsilon. They belong to the draws, at 4 and "
            "around.",
        ),
        mistake(
            _tail(lambda y, w: np.mean(w) * np.mean(y > 4)),
            "You average weights and hits apart. Each hit has a weight of its own.",
        ),
        mistake(
            _tail(lambda y, w: np.mean(w * y * (y > 4))),
            "You multiply by the draw as well. A probability is the mean of zeros and "
            "ones.",
        ),
        mistake(
            _tail(lambda y, w: np.mean(w**2 * (y > 4))),
            "The weights were right, and you have changed their exponent.",
        ),
        mistake(
            _tail(lambda y, w: np.mean(np.sqrt(w) * (y > 4))),
            "You halve the exponent of the weights. It was right.",
        ),
        mistake(
            _tail(lambda y, w: np.mean(np.exp(16 - 4 * y) * (y > 4))),
            "The constant in the exponent was right: at y = 2 both densities are "
            "equal.",
        ),
    ],
    hints=[
        "Of which function is the probability the mean? What is its value at a draw "
        "below 4?",
        "Keep all draws: `w * (y > 4)`.",
    ],
)


def _log_mean(terms):
    top = np.max(terms)
    return top + np.log(np.mean(np.exp(terms - top)))


_TRIPLES = [
    (_noise(20, 5) - 3, _noise(21, 5) - 1, _noise(22, 5) - 1),
    (_noise(23, 3), _noise(24, 3), _noise(25, 3)),
    (np.array([-1.0, -4.0]), np.array([-0.5, -2.0]), np.array([-2.0, -0.3])),
    (_noise(26, 8) - 5, _noise(27, 8), _noise(28, 8) - 2),
    (
        np.array([-2, -4, -3]),
        np.array([-1.5, -0.2, -0.7]),
        np.array([-1.0, -0.3, -2.0]),
    ),
    (np.array([-2.0]), np.array([-1.0]), np.array([-0.5])),
]

exercise(
    "17.3.12",
    title="The probability of a picture",
    stub="def log_probability(log_likelihood, log_prior, log_q):\n"
    "    ...  # your code\n",
    solution=(
        "def log_probability(log_likelihood, log_prior, log_q):\n"
        "    terms = log_likelihood + log_prior - log_q\n"
        "    top = np.max(terms)\n"
        "    return top + np.log(np.mean(np.exp(terms - top)))\n"
    ),
    reference=lambda a, b, c: _log_mean(a + b - c),
    equivalent={
        "return top + np.log(np.maximum(np.mean(np.exp(terms - top)), 1e-09))": (
            "one of N terms is one, so that the mean is at least 1/N"
        ),
        "return top + np.log(np.mean(np.exp(terms - top)) + 1e-09)": (
            "less than is forgiven"
        ),
    },
    cases=[case(*triple) for triple in _TRIPLES],
    extremes=[
        case(
            np.array([-2000.0, -2001.5, -1999.0]),
            np.array([-10.0, -12.0, -11.0]),
            np.array([-9.0, -10.0, -8.5]),
        ),
        case(np.array([1500.0, 1499.0]), np.array([-3.0, -2.0]), np.array([-1.0, 0.5])),
        case(
            np.array([-1700.0, -800.0]), np.array([-3.0, -2.0]), np.array([-1.0, 0.5])
        ),
        case(
            np.array([-3000.0, -800.0, -801.0]),
            np.array([-1500.0, -1400.0, -1402.0]),
            np.array([-1300.0, -1200.0, -1201.0]),
        ),
    ],
    planted=[
        mistake(
            lambda a, b, c: np.mean(a + b - c),
            "The mean of the logarithms is the evidence lower bound. The logarithm of "
            "the mean is asked for.",
        ),
        mistake(
            lambda a, b, c: _log_mean(a + b),
            "Which density were the z drawn from? Its logarithm does not enter.",
        ),
        mistake(
            lambda a, b, c: _log_mean(a),
            "This is right for draws from the prior. Yours come from q.",
        ),
        mistake(
            lambda a, b, c: _log_mean(a - c),
            "The prior is missing from the weights.",
        ),
        mistake(
            lambda a, b, c: _log_mean(a + b - c) + np.log(len(a)),
            "You take the sum over the draws, not the mean.",
        ),
        mistake(
            lambda a, b, c: _log_mean(a + b - c) - _log_mean(b - c),
            "You divide by the mean weight, which is one in the long run. The estimate "
            "that is asked for does not.",
        ),
        mistake(
            lambda a, b, c: _log_mean(a - b + c),
            "Your weights are upside down: whose density is in the numerator?",
        ),
        mistake(
            lambda a, b, c: _log_mean(a + b + c),
            "A division becomes which sign on a logarithmic scale?",
        ),
        mistake(
            lambda a, b, c: np.max(a + b - c),
            "You keep the largest term only. The others are added, and then divided by "
            "their number.",
        ),
        mistake(
            lambda a, b, c: _log_mean(a) + _log_mean(b - c),
            "Likelihood and weight belong to the same draw: multiply them before you "
            "average.",
        ),
        mistake(
            lambda a, b, c: np.mean(a) + _log_mean(b - c),
            "You average the weights alone. Each of them multiplies a likelihood.",
        ),
        mistake(
            lambda a, b, c: _log_mean(a) + _log_mean(b) - _log_mean(c),
            "You average three times. The three numbers of a draw make one term: "
            "average the terms.",
        ),
        mistake(
            lambda a, b, c: _log_mean(a + b - c) - np.max(a + b - c),
            "What you subtract in the exponent has to come back after the logarithm.",
        ),
        mistake(
            lambda a, b, c: _log_mean(a + b - c) - 2 * np.max(a + b - c),
            "You subtract the largest a second time. How is the first time undone?",
        ),
        mistake(
            lambda a, b, c: np.sum(a + b - c),
            "You add logarithms, which multiplies the terms. They are to be averaged.",
        ),
        mistake(
            lambda a, b, c: (_log_mean(a + b - c) + np.log(len(a))) / len(a),
            "You divide the logarithm by the number of draws. Divide the sum inside.",
        ),
        mistake(
            lambda a, b, c: _log_mean(a + b - c) + 2 * np.log(len(a)),
            "Dividing by the number of draws lowers a logarithm. Yours goes up.",
        ),
        mistake(
            lambda a, b, c: _log_mean(a + b / c),
            "You divide logarithms. What becomes of a quotient when you take its "
            "logarithm?",
        ),
    ],
    hints=[
        "The logarithm of a term is likelihood plus prior minus proposal.",
        "Subtract the largest, `np.log(np.mean(np.exp(...)))`, and add it again.",
    ],
)
