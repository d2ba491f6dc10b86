"""Exercises and questions of page 11.1, shattered gradients."""

import math

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
from udl.gradients import shattering
from udl.gradients.initialization import random_parameters
from udl.networks import arc_cosine

question(
    "11.1.1",
    title="Flat pieces",
    prompt="With one hidden layer, the slope is constant over pieces of the input. "
    "Why?",
    choices=[
        choice(
            "On each piece some unit is off, and lets no derivative pass.",
            "Units that are off add nothing, but others are on. At which height would "
            "the pieces be if this were all?",
        ),
        choice(
            "Between two joints the same units are active, and the output is a "
            "straight line.",
            "Yes. The slope is a sum over active units, and it jumps where one of "
            "them switches.",
            right=True,
        ),
        choice(
            "The inputs are sampled on a grid.",
            "There are 256 inputs, and fewer pieces than that in one panel.",
        ),
        choice(
            "The slope is zero there, since the ReLU has slope zero.",
            "Read the height of a plateau in the panel for one layer: is it zero?",
        ),
    ],
)

question(
    "11.1.2",
    title="Twenty-four layers",
    prompt="With one hidden layer, slopes have a typical size of 0.02. How large will "
    "they be with 24 layers of the same kind?",
    choices=[
        choice(
            "About as large: each layer adds up 200 terms of variance 1/200.",
            "Does each of the 200 terms arrive?",
        ),
        choice(
            "Thousands of times smaller.",
            "Yes. Half of the terms are clipped in each layer: with 23 more layers, "
            "the mean square has 23 more factors of a half.",
            right=True,
        ),
        choice(
            "About 24 times smaller.",
            "Do layers act one after the other or side by side?",
        ),
        choice(
            "Larger: a chain rule with more factors has a larger product.",
            "That depends on the size of a factor. What does a ReLU do to half of "
            "the terms?",
        ),
    ],
)

question(
    "11.1.3",
    title="From 24 layers to 50",
    prompt="According to the formula, how many times smaller is the root mean square "
    "of the slope with 50 layers than with 24?",
    answer=number(
        8192,
        1,
        "Yes, $2^{13}$: 26 more layers, and a root. The two networks on this page "
        "come close to it.",
    ),
    near=[
        number(2**26, 100, "That is for the mean square. Take the root."),
        number(1 / 8192, 1e-6, "This is what it is multiplied with. How many times "
               "smaller is it?"),
        number(4096, 1, "How many layers are there between 24 and 50?"),
        number(2**25, 100, "That is for the root of 50 layers alone."),
        number(2**12.5, 1, "Count the additional layers once more."),
        number(26, 0.1, "That many layers are added. What does each of them do?"),
    ],
    otherwise="Each layer halves the mean square. How many are added, and what does "
    "the root do?",
)  # fmt: skip


def _backward(*, forward=None, back=None, gate=None, biases=True, clip=True):
    """Go forward and backward with something left out or exchanged."""

    def gradient(x, betas, omegas):
        K = len(omegas) - 1
        h, f, on = np.asarray(x, dtype=float), [], []
        for k in range(K if forward is None else forward):
            f.append((betas[k][:, None] if biases else 0) + omegas[k] @ h)
            h = np.maximum(f[-1], 0) if clip else f[-1]
            on.append(f[-1] > 0 if gate is None else gate(f[-1]))
        g = omegas[-1].T
        for k in reversed(range(len(on)) if back is None else back(K)):
            g = omegas[k].T @ (on[k] * g)
        return g[0]

    return gradient


def _gate_before(x, betas, omegas):
    """Gate each layer with the activity of the one after it."""
    h, on = x, []
    for k in range(len(omegas) - 1):
        f = betas[k][:, None] + omegas[k] @ h
        on.append(f > 0)
        h = np.maximum(f, 0)
    g = omegas[-1].T
    for k in reversed(range(len(on))):
        g = omegas[k].T @ (on[min(k + 1, len(on) - 1)] * g)
    return g[0]


def _network(widths, count, seed):
    rng = np.random.default_rng(seed)
    betas, omegas = random_parameters(widths, 0.5, rng, 0.3)
    x = np.linspace(-1.7, 1.9, count)[None]
    return (
        x.round(2),
        [beta.round(2) for beta in betas],
        [omega.round(2) for omega in omegas],
    )


def _walked_back(order=lambda on: range(len(on) - 1, -1, -1), mask=lambda on, k: on[k]):
    """Go back with the layers in another order, or with other units on."""

    def gradient(x, betas, omegas):
        h, on = x, []
        for k in range(len(omegas) - 1):
            f = betas[k][:, None] + omegas[k] @ h
            on.append(f > 0)
            h = np.maximum(f, 0)
        g = omegas[-1].T
        for k in order(on):
            g = omegas[k].T @ (mask(on, k) * g)
        return g[0] * np.ones(x.shape[1])

    return gradient


def _output(x, betas, omegas):
    h = x
    for k in range(len(omegas) - 1):
        h = np.maximum(betas[k][:, None] + omegas[k] @ h, 0)
    return (betas[-1][:, None] + omegas[-1] @ h)[0]


def _as_deep_as(count):
    """Take another number for that of the layers."""

    def gradient(x, betas, omegas):
        on, h, g = [], x, omegas[-1].T
        for k in range(count(x, omegas)):
            f = betas[k][:, None] + omegas[k] @ h
            on.append(f > 0)
            h = np.maximum(f, 0)
        for k in reversed(range(len(on))):
            g = omegas[k].T @ (on[k] * g)
        return g[0]

    return gradient


def _one_layer_short(x, betas, omegas):
    """Leave out the last hidden layer, and go back from the output past it."""
    short = [*omegas[:-2], omegas[-1]]
    return _backward()(x, betas[: len(short)], short)


exercise(
    "11.1.4",
    title="One curve for all depths",
    stub=(
        "K = 1\n"
        "\n"
        "def input_gradient(x, betas, omegas):\n"
        "    h, on = x, []\n"
        "    for k in range(K):\n"
        "        f = betas[k][:, None] + omegas[k] @ h\n"
        "        on.append(f > 0)\n"
        "        h = np.maximum(f, 0)\n"
        "    g = omegas[-1].T\n"
        "    for k in range(K - 1, -1, -1):\n"
        "        g = omegas[k].T @ (on[k] * g)\n"
        "    return g[0]\n"
    ),
    solution=(
        "def input_gradient(x, betas, omegas):\n"
        "    h, g, on = x, omegas[-1].T, []\n"
        "    for k in range(len(omegas) - 1):\n"
        "        on.append(betas[k][:, None] + omegas[k] @ h > 0)\n"
        "        h = on[k] * (betas[k][:, None] + omegas[k] @ h)\n"
        "    for k in reversed(range(len(on))):\n"
        "        g = omegas[k].T @ (on[k] * g)\n"
        "    return g[0]\n"
    ),
    reference=shattering.slope,
    cases=[
        case(*_network([1, 3, 3, 1], 5, 0)),
        case(*_network([1, 4, 1], 3, 1)),
        case(*_network([1, 3, 3, 3, 3, 1], 6, 5)),
        case(*_network([1, 5, 2, 4, 1], 7, 4)),
        case(np.array([[-1, 0, 2, 3]]), *_network([1, 4, 3, 1], 1, 6)[1:]),
    ],
    equivalent={
        "on.append(betas[k][:, None] + omegas[k] @ h >= 0)": "at a joint both will do",
        "return g[-1]": "there is one row",
    },
    planted=[
        mistake(
            _backward(back=lambda K: range(1)),
            "Two depths, one curve: which K do both loops use?",
        ),
        mistake(
            _backward(gate=np.ones_like),
            "Derivatives pass through every unit. Which ones are on?",
        ),
        mistake(
            _backward(gate=lambda f: np.maximum(f, 0)),
            "You multiply by activations. The ReLU's slope is 0 or 1.",
        ),
        mistake(
            _backward(biases=False),
            "Biases do not occur on the way back, but they decide which units are on.",
        ),
        mistake(
            _backward(clip=False),
            "Forward, the activations are not clipped: later layers see too much.",
        ),
        mistake(
            _backward(gate=lambda f: f < 0),
            "Derivatives pass where the unit is off. Turn the comparison around.",
        ),
        mistake(
            _gate_before,
            "Each layer is gated by the units of the next one. Which activity "
            "belongs to `omegas[k]`?",
        ),
        mistake(
            _backward(back=lambda K: range(1, K)),
            "The last step back, through the first weights, is missing.",
        ),
        mistake(
            _one_layer_short,
            "Your loops leave out a layer. How many matrices come before the last?",
        ),
        mistake(
            _walked_back(order=lambda on: range(len(on))),
            "On the way back the last layer comes first.",
        ),
        mistake(
            _walked_back(mask=lambda on, k: on[-1]),
            "Each layer has its own units on. Yours are those of the last layer.",
        ),
        mistake(
            _walked_back(mask=lambda on, k: on[k] if k + 1 < len(on) else 1),
            "The ReLU of the last hidden layer stops no derivative in yours.",
        ),
        mistake(
            _as_deep_as(lambda x, omegas: 2),
            "Two layers are written into your function.",
        ),
        mistake(
            _as_deep_as(lambda x, omegas: 3),
            "Three layers are written into your function.",
        ),
        mistake(
            _as_deep_as(lambda x, omegas: len(omegas[0])),
            "You count the units of a layer. How many layers are there?",
        ),
        mistake(
            _output,
            "This is the output. Its derivative is asked.",
        ),
    ],
    hints=[
        "Where does the function get the number of layers from?",
        "There are K + 1 matrices of weights for K hidden layers.",
    ],
)

question(
    "11.1.5",
    title="No flat pieces",
    prompt="In the panels for 24 and 50 layers flat pieces are harder to find. What "
    "has become of them?",
    choices=[
        choice(
            "They are there, and most of them are much shorter.",
            "Yes. Layers fold the input, and each fold puts joints in several places "
            "at once.",
            right=True,
        ),
        choice(
            "Deep networks are smooth: many layers average the jumps away.",
            "A ReLU network is made of straight lines, however deep it is. What "
            "would you see if you zoomed in?",
        ),
        choice(
            "With so many units the slope is never the same at two inputs.",
            "Move an input by so little that no unit switches. What happens to the "
            "slope?",
        ),
        choice(
            "They are hidden by rounding: slopes of 1e-9 are close to zero.",
            "Floating-point numbers near 1e-9 have as many digits as those near 1.",
        ),
    ],
)


def _products(*, first=0, mean=False, count=False, circle=False, prepare=None):
    """Add up the products of a sequence with itself in another way."""

    def wrong(dydx):
        g = np.asarray(dydx, dtype=float)
        g = g - g.mean() if mean else g
        g = g if prepare is None else prepare(g)
        size, middle = len(g), len(g) // 2
        sums = []
        for n in range(-middle + first, size - middle + first):
            other = np.roll(g, -n)
            valid = np.arange(size) + n
            inside = (valid >= 0) & (valid < size)
            found = np.sum((g * other)[inside | circle])
            sums.append(found / inside.sum() if count else found)
        return np.array(sums)

    return wrong


def _slopes(count, seed):
    return (np.random.default_rng(seed).normal(size=count) + 0.3).round(2)


def _each_distance(found):
    """Compute something for each distance, in the order of the page."""

    def wrong(dydx):
        g, size = np.asarray(dydx, dtype=float), len(dydx)
        return np.array([found(g, n) for n in range(-(size // 2), size - size // 2)])

    return wrong


def _from_the_end(g, n):
    """Let negative indices count from the end, as Python does."""
    return sum(g[m] * g[m + n] for m in range(len(g) - max(n, 0)))


def _apart(g, n):
    return np.sum((g[abs(n) :] - g[: len(g) - abs(n)]) ** 2)


def _early_in_even(dydx):
    """Put distance zero at `(N - 1) // 2`."""
    full = np.correlate(dydx, dydx, mode="full")
    return full[len(dydx) // 2 :][: len(dydx)]


exercise(
    "11.1.6",
    title="Autocorrelation",
    stub="def autocorr(dydx):\n    ...  # your code\n",
    solution=(
        "def autocorr(dydx):\n    return np.correlate(dydx, dydx, mode='same')\n"
    ),
    published=published("autocorr(dydx)"),
    reference=shattering.autocorr,
    cases=[
        case(np.array([1.0, 2.0, 4.0, -1.0])),
        case(np.array([3.0, -1.0, 2.0, 0.5, 1.0])),
        case(_slopes(8, 0)),
        case(1e-9 * _slopes(16, 1)),
        case([2, 1, 3, 1]),
        case(_slopes(257, 2)),
    ],
    equivalent={
        "the result has the first argument's type": "integers have integer sums",
    },
    planted=[
        mistake(
            _products(mean=True),
            "You subtract the mean first. That is the autocovariance; here the sum of "
            "products as they are is asked.",
        ),
        mistake(
            lambda dydx: shattering.autocorr(dydx) / np.sum(np.square(dydx)),
            "You divide by the value at distance zero. The caller does that.",
        ),
        mistake(
            lambda dydx: np.correlate(dydx, dydx, mode="full"),
            "Nearly twice as many sums as slopes: keep the middle N of them.",
        ),
        mistake(
            lambda dydx: np.correlate(dydx, dydx, mode="valid"),
            "That is the sum for distance zero alone.",
        ),
        mistake(
            _products(circle=True),
            "Your slopes go around in a circle: a product with a partner beyond the "
            "end is left out.",
        ),
        mistake(
            _products(count=True),
            "You divide each sum by its number of terms. The sums themselves are "
            "asked.",
        ),
        mistake(
            lambda dydx: shattering.autocorr(dydx)[len(dydx) // 2 :],
            "The half to the left is missing: distance zero is at `N // 2`.",
        ),
        mistake(
            lambda dydx: np.convolve(dydx, dydx, mode="same"),
            "A convolution turns one of the two around. Here both run the same way.",
        ),
        mistake(
            _products(first=1),
            "Distance zero is one place too far left.",
        ),
        mistake(
            _products(first=-1),
            "Distance zero is one place too far right.",
        ),
        mistake(
            _products(prepare=np.abs),
            "Slopes of opposite sign must lower the sum.",
        ),
        mistake(
            _products(prepare=np.sign),
            "You multiply signs. Large slopes count for more.",
        ),
        mistake(
            _early_in_even,
            "Which of two middle places has distance zero, if N is even?",
        ),
        mistake(
            lambda dydx: np.correlate(dydx, dydx, "full")[len(dydx) - 1 :],
            "Distance zero comes first. Where are the distances to the left?",
        ),
        mistake(
            lambda dydx: np.correlate(dydx, dydx, "full")[: len(dydx)],
            "Distance zero comes last: these are the distances to the left.",
        ),
        mistake(
            np.square,
            "These are single products. For each distance they are added up.",
        ),
        mistake(
            _each_distance(_from_the_end),
            "A negative index counts from the end: is there a partner to the left?",
        ),
        mistake(
            _each_distance(_apart),
            "You add squared differences. Products are asked.",
        ),
        mistake(
            _each_distance(
                lambda g, n: np.sum(g[: len(g) - n] * g[n:]) if n >= 0 else 0.0
            ),
            "Half of your sums are zero: distances to the left belong to them.",
        ),
        mistake(
            _products(prepare=lambda g: (g - g.mean()) / g.std()),
            "You standardize the slopes first. Take them as they are.",
        ),
        mistake(
            _products(prepare=lambda g: np.append(g[:-1], 0)),
            "The last slope has no part in your sums.",
        ),
        mistake(
            _products(prepare=lambda g: np.append(0, g[1:])),
            "The first slope has no part in your sums.",
        ),
        mistake(
            _products(prepare=np.square),
            "You multiply squares: a product of two slopes has a sign.",
        ),
    ],
    hints=[
        "A sequence slides along another one, and at each place products are added "
        "up: numpy has a function for it.",
        "`np.correlate` with the slopes twice. Which of its modes returns N sums?",
    ],
)

question(
    "11.1.7",
    title="What would convince you?",
    prompt="If slopes shatter with depth, what does the autocorrelation look like?",
    choices=[
        choice(
            "The curves lie at lower heights from distance zero on.",
            "Each curve is divided by its first value. Where does it begin?",
        ),
        choice(
            "The deeper the network, the sooner the curve falls to about zero.",
            "Yes. Open the figure: is it so?",
            right=True,
        ),
        choice(
            "The curves for deep networks are flat at 1.",
            "Then all slopes would be alike. What are shattered ones?",
        ),
        choice(
            "The curves oscillate between 1 and -1.",
            "Then each slope would tell the next one, up to its sign.",
        ),
    ],
)

question(
    "11.1.8",
    title="Half the variance, no biases",
    prompt="All biases are zero. You halve the variance of all weights. What happens "
    "to the autocorrelation, divided by its first value?",
    choices=[
        choice(
            "It falls more slowly: slopes become small, and so do their differences.",
            "Small compared to what? The autocorrelation is divided by its first "
            "value.",
        ),
        choice(
            "Nothing at all.",
            "Yes. A ReLU lets positive factors through: all pre-activations are "
            "multiplied, the same units are on, and all slopes have one factor.",
            right=True,
        ),
        choice(
            "It falls faster: with smaller weights more units are off.",
            "Multiply a pre-activation by 0.7. Does its sign change?",
        ),
        choice(
            "It depends on the depth: the factors of many layers multiply.",
            "They do. Do they multiply the slope at one input more than that at "
            "another?",
        ),
    ],
)

question(
    "11.1.9",
    title="A right angle",
    prompt="Two inputs are at a right angle, so that a unit's pre-activations for "
    "them are independent. What is the angle one layer further on?",
    choices=[
        choice(
            "Again a right angle: independent numbers stay independent.",
            "They do. But after the ReLU their means are no longer zero. What is the "
            "mean of the product of two positive numbers?",
        ),
        choice(
            "Smaller: about 70 degrees.",
            "Yes. After the ReLU both are positive or zero, and the mean of their "
            "product is positive. The cosine is one over pi.",
            right=True,
        ),
        choice(
            "Larger, since half of the units are switched off for each of them.",
            "Can two vectors without negative entries form an obtuse angle?",
        ),
        choice(
            "Zero: all that is left is positive.",
            "Are the same units active for both?",
        ),
    ],
)


def _next(sine=1.0, angle=lambda t: np.pi - t, cosine=np.cos, over=np.pi):
    def wrong(c):
        theta = np.arccos(c)
        return (sine * np.sin(theta) + angle(theta) * cosine(theta)) / over

    return wrong


_C = (
    np.array([0.5, -0.2, 0.9]),
    np.array([0.0, 1.0]),
    np.array([-1.0, 0.99, 0.3, -0.7]),
    np.array([0.25]),
    np.array([0, 1, -1]),
    0.6,
)

exercise(
    "11.1.10",
    title="The correlation after one layer",
    stub="def next_correlation(c):\n    ...  # your code\n",
    solution=(
        "def next_correlation(c):\n"
        "    theta = np.arccos(c)\n"
        "    return (np.sin(theta) + (np.pi - theta) * c) / np.pi\n"
    ),
    reference=arc_cosine.next_correlation,
    cases=[case(c) for c in _C],
    planted=[
        mistake(
            _next(angle=lambda t: t),
            "The share of directions in which both are positive shrinks as the angle "
            "grows.",
        ),
        mistake(
            _next(over=1),
            "For `c` = 1 the correlation stays 1. What do you get?",
        ),
        mistake(
            _next(sine=0),
            "The sine is missing: two independent pre-activations have a correlation "
            "after the ReLU.",
        ),
        mistake(
            lambda c: arc_cosine.both_active(np.arccos(c)),
            "This is the share of units in common, the slope of what is asked.",
        ),
        mistake(
            lambda c: (np.sin(c) + (np.pi - c) * np.cos(c)) / np.pi,
            "You take the correlation for the angle. Which angle has the cosine `c`?",
        ),
        mistake(
            lambda c: np.arccos(np.clip(arc_cosine.next_correlation(c), -1, 1)),
            "This is the angle. Its cosine is asked.",
        ),
        mistake(
            lambda c: np.maximum(c, 0),
            "It is not the correlation that goes through the ReLU, but each of the "
            "two numbers.",
        ),
        mistake(
            lambda c: (1 - np.asarray(c) ** 2 + (np.pi - np.arccos(c)) * c) / np.pi,
            "Is the sine 1 minus the square, or its root?",
        ),
        mistake(
            lambda c: (
                (np.pi * arc_cosine.next_correlation(c) - np.pi / 2 * np.asarray(c))
                / np.pi
            ),
            "Take the angle from the arc cosine, not from the arc sine.",
        ),
        mistake(
            lambda c: (np.sqrt(1 - np.asarray(c)) + (np.pi - np.arccos(c)) * c) / np.pi,
            "Is the root that of 1 minus `c`?",
        ),
        mistake(
            _next(sine=-1),
            "The sign of the sine is wrong: is this term positive?",
        ),
        mistake(
            lambda c: (c + (np.pi - np.arccos(c)) * np.sin(np.arccos(c))) / np.pi,
            "Sine and cosine are in each other's place.",
        ),
        mistake(
            lambda c: np.sin(np.arccos(c)) + (np.pi - np.arccos(c)) * c / np.pi,
            "Which of the two terms are divided by pi?",
        ),
        mistake(
            lambda c: (c + (np.pi - np.arcsin(c)) * np.cos(np.arcsin(c))) / np.pi,
            "`np.arcsin` gives the angle that has the sine `c`.",
        ),
        mistake(
            lambda c: (
                np.sin(np.arccos(c)) + (180 - np.degrees(np.arccos(c))) * c
            ) / np.pi,
            "Is your angle in degrees? The formula counts in radians.",
        ),
        mistake(
            lambda c: (
                np.sin(np.arccos(c)) + (180 - np.degrees(np.arccos(c))) * c
            ) / 180,
            "The sine is divided by 180, and the angle is in degrees.",
        ),
        mistake(
            lambda c: arc_cosine.next_correlation(arc_cosine.next_correlation(c)),
            "This is after two more layers.",
        ),
        mistake(
            _next(angle=lambda t: np.pi + t),
            "Is the angle added to pi, or subtracted from it?",
        ),
        mistake(
            lambda c: (np.sin(c) + (np.pi - np.arccos(c)) * c) / np.pi,
            "You take the sine of a correlation. Of which angle is it?",
        ),
        mistake(
            _next(cosine=lambda t: np.cos(np.cos(t))),
            "You take the cosine twice: `c` is one already.",
        ),
        mistake(
            lambda c: 1 - np.arccos(c) ** 2 / 2 + np.arccos(c) ** 3 / (3 * np.pi),
            "That holds near the angle zero. Take the kernel itself.",
        ),
    ],
    hints=[
        "The formula wants the angle: `np.arccos(c)`.",
        "The cosine of the angle is `c` itself, and its sine `np.sqrt(1 - c**2)`.",
    ],
)  # fmt: skip

question(
    "11.1.11",
    title="Slopes at a right angle",
    prompt="A network has one hidden layer. What is the correlation of the slopes at "
    "two points a right angle apart?",
    answer=number(
        -1 / np.pi,
        0.001,
        "Yes, $-1/\\pi$. The first term is zero, since the cosine is; the second is "
        "negative.",
    ),
    near=[
        number(1 / np.pi, 0.001, "The size is right. With which sign does the second "
               "term enter?"),
        number(0, 0.001, "That is the first term. The second does not vanish."),
        number(-1 / (2 * np.pi), 0.001, "Is a square of the derivative of the cosine "
               "one half?"),
        number(0.5, 0.001, "That is the share of units in common. Which factor does "
               "it have?"),
        number(0.5 - 1 / np.pi, 0.001, "The first factor is one half. What is "
               "multiplied by it at a right angle?"),
        number(-1, 0.001, "Mind the number under the fraction."),
    ],
    otherwise="Put k = 0 into the recursion: the cosine and its derivatives at a "
    "right angle.",
)  # fmt: skip


def _slopes_through(*, share=1.0, skip=True, kink=1.0, late=False, moving=True,
                    power=2, over=np.pi, skipped=True, less=0):  # fmt: skip
    """Go through the layers with something left out or exchanged."""

    def wrong(theta, layers, s=share):
        c, slope, bend = np.cos(theta), -np.sin(theta), -np.cos(theta)
        rest = 1 - s if skip else 0.0
        for _ in range(layers - less):
            sine, active = np.sqrt(1 - c**2), 1 - np.arccos(c) / np.pi
            factor = (rest if skipped else 0.0) + s * active
            old, slope = slope, factor * slope
            through = slope if late else old
            bend = factor * bend + s * kink * through**power / (over * sine)
            if moving:
                c = rest * c + s * (sine / np.pi + active * c)
        return -bend

    return wrong


def _all_at_once(theta, layers):
    """Use the new correlation in the same step for everything."""
    c, slope, bend = np.cos(theta), -np.sin(theta), -np.cos(theta)
    for _ in range(layers):
        c = arc_cosine.next_correlation(c)
        sine, active = np.sqrt(1 - c**2), 1 - np.arccos(c) / np.pi
        bend = active * bend + slope**2 / (np.pi * sine)
        slope = active * slope
    return -bend


def _shared_units(theta, layers):
    """Multiply the shares of units in common."""
    c, product = np.cos(theta), np.ones(np.shape(theta))
    for _ in range(layers):
        product = product * (1 - np.arccos(c) / np.pi)
        c = arc_cosine.next_correlation(c)
    return product


def _outputs(theta, layers):
    return arc_cosine.deep_correlation(theta, layers)[0]


def _power(theta, layers):
    return np.cos(theta) / 2.0**layers + 0 * theta


def _otherwise(step, start=None, sign=-1):
    """Go through the layers with steps of one's own."""

    def wrong(theta, layers):
        c, slope, bend = (start or _at_the_input)(theta)
        for _ in range(layers):
            angle = np.arccos(np.clip(c, -1, 1))
            active, new = 1 - angle / np.pi, arc_cosine.next_correlation(c)
            slope, bend = step(theta, np.sin(angle), active, new, slope, bend)
            c = new
        return sign * bend

    return wrong


def _at_the_input(theta):
    return np.cos(theta), -np.sin(theta), -np.cos(theta)


def _step(theta, sine, active, new, slope, bend):
    return active * slope, active * bend + slope**2 / (np.pi * sine)


exercise(
    "11.1.12",
    title="The correlation of slopes",
    stub="def gradient_correlation(theta, layers):\n    ...  # your code\n",
    solution=(
        "def gradient_correlation(theta, layers):\n"
        "    c, slope, bend = np.cos(theta), -np.sin(theta), -np.cos(theta)\n"
        "    for _ in range(layers):\n"
        "        sine, active = np.sqrt(1 - c**2), 1 - np.arccos(c) / np.pi\n"
        "        bend = active * bend + slope**2 / (np.pi * sine)\n"
        "        slope = active * slope\n"
        "        c = sine / np.pi + active * c\n"
        "    return -bend\n"
    ),
    reference=lambda theta, layers: shattering.gradient_correlation(theta, layers),
    cases=[
        case(np.array([0.3, 1.0]), 2),
        case(np.array([0.5, 1.5, 2.8]), 1),
        case(np.array([0.01, 0.1, 0.2, 0.4]), 20),
        case(np.array([1.2]), 5),
        case(np.array([0.7, 2.0]), 0),
        case(np.array([1, 2]), 2),
        case(0.25, 3),
    ],
    equivalent={
        "c, slope, bend = (np.cos(theta), np.sin(theta), -np.cos(theta))": "`slope` "
        "enters squared",
    },
    planted=[
        mistake(
            _slopes_through(kink=0.0),
            "The second term is missing. Without it slopes could never be opposed.",
        ),
        mistake(
            _slopes_through(kink=-1.0),
            "The second term has the wrong sign: `bend` is the second derivative, "
            "and its negative is returned.",
        ),
        mistake(
            _slopes_through(late=True),
            "You renew `slope` before `bend` has used it.",
        ),
        mistake(
            _slopes_through(moving=False),
            "The angle shrinks from layer to layer. Yours stays the same.",
        ),
        mistake(
            _slopes_through(power=1),
            "The inner derivative enters squared.",
        ),
        mistake(
            _slopes_through(over=1),
            "The second derivative of the kernel has a pi under the fraction.",
        ),
        mistake(
            _all_at_once,
            "You renew `c` first. The derivatives need the old one.",
        ),
        mistake(
            _shared_units,
            "This is the product of the shares of common units. The curvature has a "
            "second term.",
        ),
        mistake(
            _outputs,
            "This is the correlation of the outputs. You need minus its second "
            "derivative.",
        ),
        mistake(
            lambda theta, layers: arc_cosine.deep_correlation(theta, layers)[1],
            "This is the first derivative.",
        ),
        mistake(
            _power,
            "Half of the units in common in each layer: that would be so if all "
            "angles stayed right ones.",
        ),
        mistake(
            lambda theta, layers: shattering.gradient_correlation_limit(theta, layers),
            "That is the approximation for many layers and small angles.",
        ),
        mistake(
            lambda theta, layers: shattering.gradient_correlation(theta, layers + 1),
            "One layer too many.",
        ),
        mistake(
            lambda theta, layers: shattering.gradient_correlation(
                theta, max(layers - 1, 0)
            ),
            "One layer too few.",
        ),
        mistake(
            _otherwise(_step, lambda t: (np.cos(t), -np.sin(t), np.cos(t))),
            "What is the second derivative of the cosine, and with which sign?",
        ),
        mistake(
            _otherwise(_step, lambda t: (np.cos(t), np.cos(t), -np.sin(t))),
            "You begin with the derivatives of the sine.",
        ),
        mistake(
            lambda theta, layers: -arc_cosine.deep_correlation(theta, layers)[1],
            "You have differentiated once.",
        ),
        mistake(
            _otherwise(
                lambda theta, sine, active, new, slope, bend: (
                    active * slope,
                    active * bend + slope**2 / (np.pi * np.sin(theta)),
                )
            ),
            "Which angle has the sine under the fraction, layer by layer?",
        ),
        mistake(
            _otherwise(
                lambda theta, sine, active, new, slope, bend: (
                    slope,
                    active * bend + slope**2 / (np.pi * sine),
                )
            ),
            "The slope changes as well, by the chain rule.",
        ),
        mistake(
            _otherwise(
                lambda theta, sine, active, new, slope, bend: (
                    active * slope,
                    active * bend + slope**2 / np.pi,
                )
            ),
            "The second derivative of the kernel depends on the angle.",
        ),
        mistake(
            _otherwise(
                lambda theta, sine, active, new, slope, bend: (
                    active * slope,
                    active * bend + slope**2 / (np.pi * np.sqrt(1 - new**2)),
                )
            ),
            "The sine is that of the angle before this layer.",
        ),
        mistake(
            lambda theta, layers: (1 - np.asarray(theta) / np.pi) ** layers,
            "The share of common units is another one in each layer.",
        ),
        mistake(
            lambda theta, layers: shattering.gradient_correlation(
                np.radians(theta), layers
            ),
            "Your angles are in degrees; those of the page are not.",
        ),
        mistake(
            lambda theta, layers: (
                layers * shattering.gradient_correlation(theta, layers)
            ),
            "Your result is right, times the number of layers.",
        ),
    ],
    hints=[
        "In each layer, compute the share of active units in common and the sine from "
        "`c`. Renew `bend` first, then `slope`, then `c`.",
        "`bend = active * bend + slope**2 / (np.pi * sine)`, and then "
        "`slope = active * slope`.",
    ],
)


_MOST = 5000  # layers


def _first_depth(reached):
    """Go through the layers once, and stop at the first that has gone far enough."""

    def depth(theta):
        theta = float(theta)
        c, slope, bend, shared = math.cos(theta), -math.sin(theta), -math.cos(theta), 1
        for layers in range(1, _MOST):
            sine, active = math.sqrt(1 - c**2), 1 - math.acos(c) / math.pi
            bend = active * bend + slope**2 / (math.pi * sine)
            slope, c, shared = (
                active * slope,
                sine / math.pi + active * c,
                active * shared,
            )
            if reached(-bend, shared, layers * theta):
                return layers
        return _MOST

    return depth


_depth = _first_depth(lambda slopes, shared, product: slopes <= 0.5)


exercise(
    "11.1.13",
    title="How deep is too deep?",
    stub="def shattering_depth(theta):\n    ...  # your code\n",
    solution=(
        "def shattering_depth(theta):\n"
        "    from udl.gradients.shattering import gradient_correlation\n"
        "    for layers in range(1, 100):\n"
        "        if gradient_correlation(theta, layers) <= 0.5:\n"
        "            return layers\n"
    ),
    reference=_depth,
    cases=[case(theta) for theta in (0.5, 0.2, 0.1, 0.05, 0.3, 0.8, 0.02)],
    equivalent={
        **dict.fromkeys(
            (
                "for layers in range(1, 101):",
                "for layers in range(1, 99):",
                "for layers in range(0, 100):",
            ),
            "all are found between",
        ),
        "if gradient_correlation(theta, layers) < 0.5:": "no angle has exactly a half",
    },
    planted=[
        mistake(
            _first_depth(lambda slopes, shared, product: slopes <= 0),
            "That is where slopes are uncorrelated. One half is asked.",
        ),
        mistake(
            _first_depth(
                lambda slopes, shared, product: (
                    shattering.gradient_correlation_limit(product, 1) <= 0.5
                )
            ),
            "That is by the approximation, which is off by a layer or so. Take the "
            "recursion.",
        ),
        mistake(
            lambda theta: int(1.08 / theta),
            "That is by the approximation, rounded. Take the recursion.",
        ),
        mistake(
            lambda theta: max(_depth(theta) - 1, 1),
            "That is the last depth *above* one half.",
        ),
        mistake(
            _first_depth(lambda slopes, shared, product: shared <= 0.5),
            "You count common units. The correlation of slopes falls faster.",
        ),
        mistake(
            lambda theta: _depth(theta / 2),
            "That is the depth for half the angle.",
        ),
        mistake(
            lambda theta: 1.08 / theta,
            "A number of layers is whole. Take the recursion, and count.",
        ),
        mistake(
            lambda theta: _depth(np.radians(theta)),
            "You take the angle for degrees.",
        ),
        mistake(
            lambda theta: round(1.08 / theta),
            "Rounded, the approximation is often right, and not always.",
        ),
        mistake(
            lambda theta: min(_depth(theta), 50),
            "You look at fifty layers only.",
        ),
        mistake(
            lambda theta: theta * _depth(theta),
            "This is depth times angle. Print it outside, and return the depth.",
        ),
        mistake(
            lambda theta: shattering.gradient_correlation(theta, _depth(theta)),
            "You return the correlation. At which depth is it reached?",
        ),
        mistake(
            lambda theta: math.ceil(1.5 * math.pi / theta),
            "At this depth slopes are uncorrelated, by the approximation.",
        ),
        mistake(
            lambda theta: 2 ** math.ceil(math.log2(_depth(theta))),
            "You double the depth, and stop at a power of two.",
        ),
        mistake(
            _first_depth(lambda slopes, shared, product: slopes <= 0.05),
            "You wait for 0.05.",
        ),
    ],
    hints=[
        "Go through the depths and stop at the first one that is deep enough.",
        "`if gradient_correlation(theta, layers) <= 0.5: return layers`",
    ],
)


def _mixed(step):
    """Go through layers with a skip, each with steps of one's own."""

    def wrong(theta, layers, share):
        c, slope, bend = _at_the_input(theta)
        for _ in range(layers):
            angle = np.arccos(np.clip(c, -1, 1))
            active, kink = 1 - angle / np.pi, slope**2 / (np.pi * np.sin(angle))
            kernel = arc_cosine.next_correlation(np.clip(c, -1, 1))
            c, slope, bend = step(share, active, kink, kernel, c, slope, bend)
        return -bend

    return wrong


exercise(
    "11.1.14",
    title="Past the ReLU",
    stub="def with_skip(theta, layers, share):\n    ...  # your code\n",
    solution=(
        "def with_skip(theta, layers, share):\n"
        "    c, slope, bend = np.cos(theta), -np.sin(theta), -np.cos(theta)\n"
        "    for _ in range(layers):\n"
        "        sine, factor = np.sqrt(1 - c**2), 1 - share * np.arccos(c) / np.pi\n"
        "        bend = factor * bend + share * slope**2 / (np.pi * sine)\n"
        "        slope = factor * slope\n"
        "        c = factor * c + share * sine / np.pi\n"
        "    return -bend\n"
    ),
    reference=lambda theta, layers, share: shattering.gradient_correlation(
        theta, layers, skip=1 - share
    ),
    cases=[
        case(np.array([0.3, 1.0]), 2, 0.25),
        case(np.array([0.5, 1.5, 2.8]), 1, 0.5),
        case(np.array([0.01, 0.1, 0.4]), 20, 0.7),
        case(np.array([0.7, 2.0]), 3, 1.0),
        case(np.array([0.7, 2.0]), 4, 0.0),
        case(np.array([1, 2]), 2, 0.5),
        case(0.25, 3, 0.1),
    ],
    equivalent={
        "c, slope, bend = (np.cos(theta), np.sin(theta), -np.cos(theta))": "`slope` "
        "enters squared",
    },
    planted=[
        mistake(
            lambda theta, layers, share: _slopes_through()(theta, layers, 1.0),
            "That is the network without the part that passes the ReLU.",
        ),
        mistake(
            lambda theta, layers, share: _slopes_through()(theta, layers, 1 - share),
            "`share` belongs to the part that goes through the ReLU.",
        ),
        mistake(
            lambda theta, layers, share: _slopes_through()(
                theta, layers, np.sqrt(share)
            ),
            "Variances are added, and their roots are in front of the signals.",
        ),
        mistake(
            lambda theta, layers, share: _slopes_through(skip=False)(
                theta, layers, share
            ),
            "What passes the ReLU is missing.",
        ),
        mistake(
            lambda theta, layers, share: _slopes_through(skipped=False)(
                theta, layers, share
            ),
            "The correlation has its part past the ReLU. Have its derivatives?",
        ),
        mistake(
            lambda theta, layers, share: _slopes_through(kink=0.0)(
                theta, layers, share
            ),
            "The second term is missing: `share` times the kernel still has a "
            "curvature.",
        ),
        mistake(
            lambda theta, layers, share: _slopes_through(late=True)(
                theta, layers, share
            ),
            "`slope` is renewed too early: `bend` needs the one from before.",
        ),
        mistake(
            lambda theta, layers, share: (
                share * shattering.gradient_correlation(theta, layers)
                + (1 - share) * np.ones_like(theta) * np.cos(theta)
            ),
            "You average two networks. Both parts are mixed in *each* layer.",
        ),
        mistake(
            lambda theta, layers, share: shattering.gradient_correlation(
                theta, layers, bias=1 - share
            ) * share**layers,
            "You add biases, which agree for all inputs. What is passed on agrees as "
            "far as it did before.",
        ),
        mistake(
            _mixed(
                lambda s, active, kink, kernel, c, slope, bend: (
                    (1 - s) * c + s * kernel,
                    (1 - s + s * active) * slope,
                    (1 - s + s * active) * bend + kink,
                )
            ),
            "The kernel has the factor `share`. Its curvature has it, too.",
        ),
        mistake(
            _mixed(
                lambda s, active, kink, kernel, c, slope, bend: (
                    kernel,
                    (1 - s + s * active) * slope,
                    (1 - s + s * active) * bend + s * kink,
                )
            ),
            "Derivatives are mixed, and the correlation is not.",
        ),
        mistake(
            _mixed(
                lambda s, active, kink, kernel, c, slope, bend: (
                    (1 - s) * c + s * kernel,
                    (1 - s + s * active) * slope,
                    (1 - s + s * active) * bend - s * kink,
                )
            ),
            "The curvature of the kernel is positive: with which sign does it enter?",
        ),
        mistake(
            _mixed(
                lambda s, active, kink, kernel, c, slope, bend: (
                    (1 - s) * c + s * kernel,
                    (1 - s + s * active) * slope,
                    (1 - s + s * active) * bend + s**2 * kink,
                )
            ),
            "A factor enters twice: is it in front of the kernel, or inside?",
        ),
        mistake(
            _mixed(
                lambda s, active, kink, kernel, c, slope, bend: (
                    (1 - s) * c + s * kernel,
                    (1 - s + s * active) * slope,
                    active * bend + s * kink,
                )
            ),
            "`slope` is mixed, and the same factor at `bend` is not.",
        ),
        mistake(
            _mixed(
                lambda s, active, kink, kernel, c, slope, bend: (
                    (1 - s) * c + s * kernel,
                    active * slope,
                    (1 - s + s * active) * bend + s * kink,
                )
            ),
            "`bend` is mixed, and `slope` is not.",
        ),
        mistake(
            _mixed(
                lambda s, active, kink, kernel, c, slope, bend: (
                    (1 - s) * c + s * kernel,
                    active * slope,
                    active * bend + kink,
                )
            ),
            "Derivatives go on as if all of the signal passed through the ReLU.",
        ),
        mistake(
            _mixed(
                lambda s, active, kink, kernel, c, slope, bend: (
                    (1 - s) ** 2 * c + s**2 * kernel,
                    ((1 - s) ** 2 + s**2 * active) * slope,
                    ((1 - s) ** 2 + s**2 * active) * bend + s**2 * kink,
                )
            ),
            "You square what is a square already.",
        ),
        mistake(
            _mixed(
                lambda s, active, kink, kernel, c, slope, bend: (
                    c,
                    (1 - s + s * active) * slope,
                    (1 - s + s * active) * bend + s * kink,
                )
            ),
            "The correlation itself changes from layer to layer.",
        ),
        mistake(
            _mixed(
                lambda s, active, kink, kernel, c, slope, bend: (
                    (c + kernel) / 2,
                    (1 + active) / 2 * slope,
                    (1 + active) / 2 * bend + kink / 2,
                )
            ),
            "You mix half and half, whatever `share` is.",
        ),
        mistake(
            _mixed(
                lambda s, active, kink, kernel, c, slope, bend: (
                    np.sqrt(1 - s) * c + np.sqrt(s) * kernel,
                    (np.sqrt(1 - s) + np.sqrt(s) * active) * slope,
                    (np.sqrt(1 - s) + np.sqrt(s) * active) * bend + np.sqrt(s) * kink,
                )
            ),
            "Roots stand before signals. What stands before a mean of products?",
        ),
        mistake(
            _mixed(
                lambda s, active, kink, kernel, c, slope, bend: (
                    c + s * kernel,
                    (1 + s * active) * slope,
                    (1 + s * active) * bend + s * kink,
                )
            ),
            "Two inputs at angle zero would have a correlation above one.",
        ),
        mistake(
            lambda theta, layers, share: shattering.gradient_correlation(
                theta, layers, bias=1 - share
            ),
            "What is passed on is no bias: it is another number for each input.",
        ),
        mistake(
            lambda theta, layers, share: shattering.gradient_correlation(
                theta, round(layers * share)
            ),
            "Half of each layer is like half as many layers only nearly.",
        ),
        mistake(
            lambda theta, layers, share: arc_cosine.deep_correlation(
                theta, layers, skip=1 - share
            )[0],
            "These are outputs. What do slopes ask of them?",
        ),
        mistake(
            lambda theta, layers, share: shattering.gradient_correlation(
                theta, layers + 1, skip=1 - share
            ),
            "There is a layer too many in your loop.",
        ),
    ],
    hints=[
        "Which correlation do the two parts have, each by itself? They are "
        "independent, with variances 1 - s and s.",
        "The new correlation is $(1-s)c + s\\kappa[c]$. Differentiate it twice by the "
        "chain rule.",
    ],
)  # fmt: skip
