"""Exercises and questions of page 7.3, initialization."""

from functools import cache

import numpy as np

from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.gradients.initialization import he_weights, relu_moments
from udl.gradients.mean_squares import (
    mean_squares_forward,
    predict_backward,
    predict_forward,
)


def _clip(f):
    return np.maximum(0, f)


def _through(change=lambda h: h, size=lambda h: np.mean(h**2), clip=_clip):
    """Write a run forward that is wrong in one respect."""

    def sizes(x, omegas):
        h, noted = x, []
        for omega in omegas:
            h = change(clip(omega @ h))
            noted.append(size(h))
        return np.array(noted)

    return sizes


def _backward(factors, first=False):
    """Write a prediction from other factors; `first` counts the first weights too."""

    def sizes(widths, variances):
        values = factors(np.asarray(widths, float), np.asarray(variances, float))
        values = values if first else values[1:]
        return np.append(np.cumprod(values[::-1])[::-1], 1.0)

    return sizes


def _network(rng):
    return case(
        rng.normal(size=(2, 7)), [rng.normal(size=(5, 2)), rng.normal(size=(3, 5))]
    )


@cache
def _chances(width, layers=50, networks=1000):
    """Draw log mean squares in the last layer for weights of variance one.

    Given the layer before, pre-activations are independent normal numbers. So the sum
    of their clipped squares is chi-squared, with as many degrees of freedom as units
    are active.
    """
    rng = np.random.default_rng(73)
    active = np.maximum(rng.binomial(width, 0.5, (networks, layers)), 1)
    layer = np.log(rng.chisquare(active) / width)
    return layer.sum(axis=1) + (layers - 1) * np.log(width)


def _arrive(found, width):
    """Tell whether more than 80 % of networks end with a size between 0.1 and 10."""
    if np.size(found) != 1 or not 0 < float(np.ravel(found)[0]) < np.inf:
        return False
    ends = _chances(int(width)) + 50 * np.log(float(np.ravel(found)[0]))
    return bool(np.mean(np.abs(ends) < 2 * np.log(10)) > 0.8)


def _weights(factor):
    """Write first weights whose variance in layer k is `factor(k, widths)`."""

    def weights(widths, normals):
        return [z * np.sqrt(factor(k, widths)) for k, z in enumerate(normals)]

    return weights


def _right_variance(k, widths):
    return (2 if k else 1) / widths[k]


def _draws(*widths):
    rng = np.random.default_rng(len(widths))
    shapes = zip(widths[1:], widths[:-1], strict=True)
    return case(np.array(widths), [rng.normal(size=shape) for shape in shapes])


def _leaky(fan_in, slope):
    return 2 / (fan_in * (1 + slope**2))


def _fans(hidden, first=None, last=None):
    """Write variances from the fans of the hidden layers, and others at the ends."""

    def variances(widths):
        found = hidden(widths[:-1].astype(float), widths[1:].astype(float))
        found[0] = 1 / widths[0] if first is None else first(widths)
        found[-1] = 2 / widths[-1] if last is None else last(widths)
        return found

    return variances


def _both_in_range(found, widths):
    """Tell whether all predicted mean squares are between a fifth and five."""
    try:
        found = np.asarray(found, dtype=float).reshape(len(widths) - 1)
    except (TypeError, ValueError):
        return False
    if not np.all(np.isfinite(found)) or np.any(found <= 0):
        return False
    sizes = [predict_forward(widths, found)[:-1], predict_backward(widths, found)[:-1]]
    return bool(np.all(np.abs(np.log(sizes)) < np.log(5)))


def _wide(*hidden):
    return case(np.array([1, *hidden, 1]))


question(
    "7.3.1",
    title="Fifty layers of 80 units",
    prompt="All weights still have variance 1. About how large is the standard "
    "deviation of the hidden units in layer 50?",
    choices=[
        choice(
            "About 10, as in the fifth layer: the ReLU keeps the signal in check.",
            "The ReLU stops what is negative and lets everything positive pass, "
            "however large. Nothing keeps it in check.",
        ),
        choice(
            "About 500: ten times as many layers, and wider ones.",
            "Layers do not add, each multiplies. What does that make of fifty?",
        ),
        choice(
            "About $10^{39}$.",
            "Yes. One unit adds up 80 activations, half of them zero, so a layer "
            "multiplies the mean square by about 40 and the size by more than 6. "
            "Fifty such factors are $10^{40}$; chance and the first layer take some "
            "of it.",
            right=True,
        ),
        choice(
            "About 0: the weights have mean zero, so everything averages out.",
            "The *mean* stays zero. The size does not: a sum of 80 random terms is "
            "typically larger than any one of them.",
        ),
    ],
)

exercise(
    "7.3.2",
    title="Tune the variance",
    stub="def tuned(width):\n    ...  # your code\n",
    solution="def tuned(width):\n    return 2.25 / width\n",
    reference=lambda width: 2.25 / width,
    cases=[case(80), case(40), case(160)],
    accept=_arrive,
    planted=[
        mistake(
            lambda width: 1 / width,
            "Signals vanish. How much of the mean square of a symmetric input survives "
            "the clipping?",
        ),
        mistake(
            lambda width: 2 / width,
            "Close. About one network in five arrives, and most others end below 0.1. "
            "Which way must the variance move, and how far?",
        ),
        mistake(
            lambda width: 2.25 / 80,
            "It serves 80 units and no other width. With four times the terms, what "
            "becomes of the variance of a sum?",
        ),
        mistake(
            lambda width: np.sqrt(2.25 / width),
            "This is what to pass as the standard deviation, `scale`. The variance is "
            "asked for.",
        ),
        mistake(
            lambda width: (2.25 / width) ** 2,
            "Signals vanish far too fast. Is this the square of the variance that you "
            "mean?",
        ),
        mistake(
            lambda width: 4 / width,
            "Each layer doubles the mean square, and doubles fifty times.",
        ),
        mistake(
            lambda width: 1.0,
            "This is the notebook's variance, with which signals explode.",
        ),
        mistake(
            lambda width: 2.25 / (50 * width),
            "You divide by the number of layers. If each layer kept the size, would "
            "depth matter?",
        ),
    ],
    hints=[
        "Begin with the slider: between which two of its stops does the middle network "
        "cross the window?",
        "Call `arrivals` with variances between 2/80 and 2.6/80.",
        "For another width, keep the product of variance and width.",
    ],
)

question(
    "7.3.3",
    title="The mean square after the ReLU",
    prompt="A pre-activation is normal with mean 0 and variance 1. What is the mean "
    "*square* of the activation after the ReLU?",
    answer=number(
        0.5,
        tolerance=0.005,
        feedback="Yes. Squares on the negative side are lost, those on the positive "
        "side are kept, and by symmetry each side holds half.",
    ),
    near=[
        number(
            0.341,
            tolerance=0.003,
            feedback="That is the variance of the activation, after its mean was taken "
            "off. The mean square keeps it.",
        ),
        number(
            0.399,
            tolerance=0.003,
            feedback="That is the mean. Square first, then average.",
        ),
        number(
            0.25,
            tolerance=0.003,
            feedback="You halved twice. Half of the values become zero; the others "
            "keep their squares as they are.",
        ),
        number(
            1.0,
            tolerance=0.005,
            feedback="That is before the ReLU. What happens to the squares of negative "
            "values?",
        ),
    ],
    otherwise="Which share of the values survives, and what is the mean square of "
    "those that do?",
)

exercise(
    "7.3.4",
    title="Moments after the ReLU",
    stub="def relu_moments(variance):\n    ...  # your code\n",
    solution=(
        "def relu_moments(variance):\n"
        "    mean = np.sqrt(variance / (2 * np.pi))\n"
        "    return mean, variance / 2, variance / 2 - mean ** 2\n"
    ),
    reference=relu_moments,
    cases=[case(1.0), case(4.0), case(0.25), case(3)],
    random_case=lambda rng: case(rng.uniform(2, 5)),
    planted=[
        mistake(
            lambda variance: (0.0, variance / 2, variance / 2),
            "Your activation has mean zero. After the clipping, is anything left that "
            "could balance the positive values?",
        ),
        mistake(
            lambda variance: (
                np.sqrt(variance / (2 * np.pi)),
                variance / 2,
                variance / 2,
            ),
            "Mean and mean square are right. A variance is the mean square only where "
            "the mean is zero.",
        ),
        mistake(
            lambda variance: (
                variance / np.sqrt(2 * np.pi),
                variance / 2,
                variance / 2 - variance**2 / (2 * np.pi),
            ),
            "Look at a variance that is not 1: in which unit is the mean, that of the "
            "values or that of their squares?",
        ),
        mistake(
            lambda variance: (
                np.sqrt(variance / (2 * np.pi)),
                variance / 2 * (1 - 1 / np.pi),
                variance / 2,
            ),
            "Right numbers in another order. Mean, mean square, variance.",
        ),
        mistake(
            lambda variance: (
                np.sqrt(2 * variance / np.pi),
                variance,
                variance * (1 - 2 / np.pi),
            ),
            "These are the moments of the absolute value. The ReLU does not turn the "
            "negative values around.",
        ),
    ],
    hints=[
        "The mean square needs no integral: which half of it is left?",
        "The mean has the unit of the values, so the root of the variance is in it.",
        "From mean square and mean, the variance follows by one subtraction.",
    ],
)

question(
    "7.3.5",
    title="Activations that agree",
    prompt="Each unit adds up 80 activations, each times a random weight of its own. "
    "In network A the 80 activations are independent of each other. In network B they "
    "are all the same number. Each activation has the same mean square in both. Where "
    "is the variance of the next pre-activation larger?",
    choices=[
        choice(
            "In B: terms that agree add up, those of A partly cancel.",
            "The activations of B agree. Do the *terms*, each multiplied by a weight "
            "of its own with a random sign?",
        ),
        choice(
            "In A: 80 sources of chance are more than one.",
            "The weights alone are 80 sources of chance, in both networks.",
        ),
        choice(
            "It is the same in both.",
            "Yes. Independent weights with mean zero make the terms uncorrelated, "
            "whatever the activations do.",
            right=True,
        ),
        choice(
            "That depends on the mean of the activations.",
            "Mean and spread of an activation count together, in its mean square. That "
            "is given.",
        ),
    ],
)

exercise(
    "7.3.6",
    title="Weights with He's variance",
    stub="def he_weights(z):\n    ...  # your code\n",
    solution=("def he_weights(z):\n    return z * np.sqrt(2 / z.shape[1])\n"),
    reference=he_weights,
    cases=[
        case(np.array([[1.0, -3.0, 2.0, 0.5]])),
        case(np.array([[1.0], [-2.0], [0.5]])),
        case(np.arange(24.0).reshape(3, 8) - 11.0),
        case(np.array([[1, -2, 3], [0, 1, -1]])),
    ],
    random_case=lambda rng: case(rng.normal(size=(4, 9))),
    planted=[
        mistake(
            lambda z: z * 2 / z.shape[1],
            "Print the measured variance of your weights and compare it with what you "
            "meant. By what must a number be multiplied to multiply its variance?",
        ),
        mistake(
            lambda z: z * np.sqrt(1 / z.shape[1]),
            "How much of the mean square of a symmetric input survives the clipping? "
            "Your weights do not make up for it.",
        ),
        mistake(
            lambda z: z * np.sqrt(2 / z.shape[0]),
            "You count how many units there are. How many activations does each of "
            "them add up?",
        ),
        mistake(
            lambda z: z * np.sqrt(2 / z.size),
            "You divide by the number of all weights. Which of them enter one unit?",
        ),
        mistake(
            lambda z: z * np.sqrt(4 / (z.shape[0] + z.shape[1])),
            "This is the compromise between both directions. Here only the way forward "
            "is asked for.",
        ),
        mistake(
            lambda z: (z * np.sqrt(2 / z.shape[1])).T,
            "The values are right, the layout is not: keep rows rows.",
        ),
    ],
    hints=[
        "Multiply all numbers by $s$. What happens to their variance?",
        "Which entry of `z.shape` is the fan-in? A row of the weights belongs to one "
        "unit.",
        "`s` is the root of two over the fan-in.",
    ],
)

question(
    "7.3.7",
    title="A uniform start",
    prompt="A library draws weights uniformly between $-a$ and $a$. Each unit receives "
    "80 activations of a ReLU layer. Which $a$ keeps the mean square?",
    answer=number(
        np.sqrt(6 / 80),
        tolerance=0.002,
        feedback="Yes. The mean square of a uniform number is $a^2/3$, so "
        '$a^2 = 3 \\cdot 2/80$. This is what some libraries call "He uniform" or '
        '"Kaiming uniform".',
    ),
    near=[
        number(
            np.sqrt(2 / 80),
            tolerance=0.001,
            feedback="That is the standard deviation that the weights should have. A "
            "uniform number is rarely as large as $a$: what is its mean square?",
        ),
        number(
            6 / 80,
            tolerance=0.0005,
            feedback="That is $a^2$.",
        ),
        number(
            np.sqrt(3 / 80),
            tolerance=0.001,
            feedback="The third is right. And the half that the ReLU clips?",
        ),
        number(
            np.sqrt(24 / 80),
            tolerance=0.002,
            feedback="That is the width of the interval, from $-a$ to $a$.",
        ),
        number(
            2 / 80,
            tolerance=0.0005,
            feedback="That is the variance that the weights should have. Which $a$ "
            "gives it?",
        ),
    ],
    otherwise="Integrate $\\omega^2$ against the density $1/(2a)$, from $-a$ to $a$. "
    "Set the result equal to the variance of He initialization.",
)

exercise(
    "7.3.8",
    title="Weights for the leaky ReLU",
    stub="def leaky_variance(fan_in, slope):\n    ...  # your code\n",
    solution=(
        "def leaky_variance(fan_in, slope):\n"
        "    kept = (1 + slope ** 2) / 2\n"
        "    return 1 / (fan_in * kept)\n"
    ),
    reference=_leaky,
    cases=[case(80, 0.1), case(3, 0.5), case(12, 0.0), case(7, 1.0), case(5, -0.4)],
    random_case=lambda rng: case(9, rng.uniform(0.2, 0.8)),
    planted=[
        mistake(
            lambda fan_in, slope: 2 / fan_in,
            "This is the variance for the ReLU. The leaky one keeps more.",
        ),
        mistake(
            lambda fan_in, slope: 2 / (fan_in * (1 + slope)),
            "Negative values are multiplied by the slope. What happens to their "
            "*squares*?",
        ),
        mistake(
            lambda fan_in, slope: 2 / (fan_in * (1 + slope) ** 2),
            "You add the two halves first and square last.",
        ),
        mistake(
            lambda fan_in, slope: 1 / fan_in + 1 / (fan_in * (1 + slope**2)),
            "At slope 0 the variance is 2 over the fan-in. Which part of it makes up "
            "for what?",
        ),
        mistake(
            lambda fan_in, slope: 2 * (1 + slope**2) / fan_in,
            "The leaky ReLU keeps more of the mean square. Must the weights then be "
            "larger or smaller?",
        ),
        mistake(
            lambda fan_in, slope: 2 / (fan_in * (1 - slope**2)),
            "Do the squares of the negative half add to those of the positive half, or "
            "are they taken off?",
        ),
        mistake(
            lambda fan_in, slope: np.sqrt(2 / (fan_in * (1 + slope**2))),
            "This is the standard deviation of the weights.",
        ),
        mistake(
            lambda fan_in, slope: 2 / (fan_in + slope**2),
            "How many terms are in the sum, and which share of the mean square does "
            "each bring? These two multiply.",
        ),
    ],
    hints=[
        "Split the mean square of the activation in two: the part with $f > 0$ and the "
        "part with $f < 0$.",
        "Each half of the pre-activation's mean square is $\\sigma_f^2/2$. The "
        "negative half is multiplied by the square of the slope.",
        "Set fan-in times variance times the share that is kept to one.",
    ],
)

exercise(
    "7.3.9",
    title="First weights",
    stub=(
        "def first_weights(widths, normals):\n"
        "    omegas = []\n"
        "    for k, z in enumerate(normals):\n"
        "        omegas.append(z * np.sqrt(2 / widths[k + 1]))\n"
        "    return omegas\n"
    ),
    solution=(
        "def first_weights(widths, normals):\n"
        "    omegas = []\n"
        "    for k, z in enumerate(normals):\n"
        "        kept = 1 if k == 0 else 1 / 2\n"
        "        omegas.append(z / np.sqrt(kept * widths[k]))\n"
        "    return omegas\n"
    ),
    reference=_weights(_right_variance),
    cases=[_draws(3, 5, 2, 4), _draws(1, 6, 6, 1), _draws(4, 4, 4)],
    uses={"he_weights": "7.3.6"},
    planted=[
        mistake(
            _weights(lambda k, widths: 2 / widths[k]),
            "The fan is right now. What enters the first layer, and has it passed a "
            "ReLU?",
        ),
        mistake(
            _weights(lambda k, widths: (2 if k else 1) / widths[k + 1]),
            "The first layer has no half to make up for, true. How many numbers does a "
            "unit of layer k add up?",
        ),
        mistake(
            _weights(lambda k, widths: 2 / widths[k] if k else 1 / widths[1]),
            "All layers but the first are right. How many inputs does a unit of the "
            "first one receive?",
        ),
        mistake(
            _weights(lambda k, widths: 2 / widths[k] if k else 1.0),
            "A variance of 1 is right for a single input. Here there may be several.",
        ),
        mistake(
            _weights(
                lambda k, widths: (1 if k in (0, len(widths) - 2) else 2) / widths[k]
            ),
            "The outputs pass no ReLU, true. But what the last layer adds up has "
            "passed one.",
        ),
        mistake(
            _weights(
                lambda k, widths: (
                    4 / (widths[k] + widths[k + 1]) if k else 1 / widths[0]
                )
            ),
            "This is the compromise between both directions. Only the way forward is "
            "asked for.",
        ),
        mistake(
            _weights(lambda k, widths: 1 / widths[k]),
            "All layers but the first lose half of the mean square.",
        ),
        mistake(
            _weights(lambda k, widths: _right_variance(k, widths) ** 2),
            "Measure the variance of your weights: by what must a number be multiplied "
            "to multiply its variance?",
        ),
    ],
    hints=[
        "Try widths 3, 5, 2, 4 on paper: how many numbers does a unit of each layer "
        "add up?",
        "One mistake is an index. The other is in one layer only: which layer receives "
        "numbers that have passed no ReLU?",
    ],
)

exercise(
    "7.3.10",
    title="Follow the size forward",
    stub="def mean_squares_forward(x, omegas):\n    ...  # your code\n",
    solution=(
        "def mean_squares_forward(x, omegas):\n"
        "    h, sizes = x, []\n"
        "    for omega in omegas:\n"
        "        h = np.maximum(omega @ h, 0)\n"
        "        sizes.append(np.mean(h ** 2))\n"
        "    return np.array(sizes)\n"
    ),
    reference=mean_squares_forward,
    cases=[
        case(np.array([[1.0, 3.0]]), [np.array([[1.0], [-1.0]])]),
        case(
            np.array([[1.0, -2.0, 0.5]]),
            [
                np.array([[1.0], [-1.0]]),
                np.array([[2.0, 1.0], [1.0, -1.0], [0.0, 3.0]]),
            ],
        ),
        case(np.array([[1, -2, 4]]), [np.array([[1], [-1]]), np.array([[2, 1]])]),
    ],
    random_case=_network,
    planted=[
        mistake(
            _through(size=np.var),
            "You subtract the mean before you square. After a ReLU it is not zero, and "
            "the next layer feels it.",
        ),
        mistake(
            _through(size=lambda h: np.sqrt(np.mean(h**2))),
            "This is the root of what is asked for.",
        ),
        mistake(
            _through(size=np.std),
            "This is the standard deviation, of values that were centered first.",
        ),
        mistake(
            _through(size=lambda h: np.mean(h) ** 2),
            "You average first and square last. The order matters.",
        ),
        mistake(
            _through(size=lambda h: np.sum(h**2)),
            "You add the squares up. A wider layer would then look larger, although "
            "each of its units is as large as before.",
        ),
        mistake(
            _through(clip=lambda f: f),
            "Something negative comes through: is there a ReLU after each layer?",
        ),
        mistake(
            lambda x, omegas: mean_squares_forward(x, omegas)[-1],
            "That is the last layer alone. One number for each layer is asked for.",
        ),
    ],
    hints=[
        "One layer: what do the weights do to `h`, and what does the ReLU do to that?",
        "Keep a list, and append one number for each layer.",
        "`np.mean(h ** 2)` averages over units and examples at once.",
    ],
)

question(
    "7.3.11",
    title="Fifty layers, backward",
    prompt="All weights have variance 1, fifty layers of 80 units. Where are the "
    "derivatives with respect to the pre-activations largest?",
    choices=[
        choice(
            "At the output, where the loss is.",
            "They start there. On the way back each one collects from 80 others: does "
            "that make them smaller or larger?",
        ),
        choice(
            "In the first layers.",
            "Yes. They travel from the output to the input, and each layer multiplies "
            "their mean square by about 40.",
            right=True,
        ),
        choice(
            "Equally large everywhere: ReLU has the slope 0 or 1.",
            "The slope makes nothing larger. But the weights stand between the layers, "
            "and each derivative is a sum over 80 of them.",
        ),
        choice(
            "In the last hidden layers, where the activations explode.",
            "The activations explode on the way forward. Do they occur in the equation "
            "for going one layer back?",
        ),
    ],
)

question(
    "7.3.12",
    title="A variance for the way back",
    prompt="For a layer of weights that leads from 100 units to 400, which variance "
    "keeps the size of the derivatives on the way *back*?",
    answer=number(
        0.005,
        tolerance=1e-5,
        feedback="Yes, 2/400: each of the 100 derivatives collects from 400 units. "
        "Forward it would be 2/100.",
    ),
    near=[
        number(
            0.02,
            tolerance=1e-5,
            feedback="That keeps the size on the way forward, where each unit adds up "
            "100 activations. How many does a derivative collect from?",
        ),
        number(
            0.008,
            tolerance=1e-5,
            feedback="That is the compromise between both directions.",
        ),
        number(
            0.0025,
            tolerance=1e-5,
            feedback="The number of terms is right. And the half that the ReLU's slope "
            "takes away?",
        ),
        number(
            0.01,
            tolerance=1e-5,
            feedback="One over the fan-in. Look at the way back: which fan, and which "
            "number above the line?",
        ),
    ],
    otherwise="Two over the number of units from which each derivative collects.",
)

exercise(
    "7.3.13",
    title="Predict the way back",
    stub="def predict_backward(widths, variances):\n    ...  # your code\n",
    solution=(
        "def predict_backward(widths, variances):\n"
        "    sizes = [1.0]\n"
        "    for k in range(len(variances) - 1, 0, -1):\n"
        "        sizes.insert(0, sizes[0] * widths[k + 1] * variances[k] / 2)\n"
        "    return np.array(sizes)\n"
    ),
    equivalent=dict.fromkeys(
        ("return np.abs(np.array(sizes))", "return np.maximum(np.array(sizes), 0)"),
        "products of positive numbers are positive",
    ),
    reference=predict_backward,
    cases=[
        case(np.array([3, 8, 4, 1]), np.array([0.5, 0.25, 1.0])),
        case(np.array([1, 2, 6, 6, 3]), np.array([1.0, 0.1, 0.3, 0.7])),
    ],
    random_case=lambda rng: case(rng.integers(2, 9, 6), rng.uniform(0.2, 1.5, 5)),
    planted=[
        mistake(
            _backward(lambda w, v: w[:-1] * v / 2),
            "You count the units from which the weights come, as on the way forward. "
            "From which does a derivative collect?",
        ),
        mistake(
            _backward(lambda w, v: w[1:] * v),
            "How many units are on, on average? The ReLU's slope is missing.",
        ),
        mistake(
            lambda widths, variances: predict_backward(widths, variances)[::-1],
            "The numbers are right and run the wrong way: the first belongs to the "
            "first layer.",
        ),
        mistake(
            lambda widths, variances: predict_backward(widths, variances)[:-1],
            "The last entry is missing: the derivatives with respect to the outputs "
            "themselves.",
        ),
        mistake(
            lambda widths, variances: np.append(
                np.cumprod(widths[2:] * variances[1:] / 2), 1.0
            ),
            "You multiply from the first layer on. Where does the journey begin?",
        ),
        mistake(
            _backward(lambda w, v: w[1:] * v / 2, first=True),
            "One number too many: do derivatives go back through the first weights to "
            "a pre-activation?",
        ),
        mistake(
            _backward(lambda w, v: w[1:] * v**2 / 2),
            "You square the variances. They are squares already.",
        ),
    ],
    hints=[
        "Start at the end: the last entry is 1. Which weights lead from the last but "
        "one to it?",
        "One step back through weights `k` multiplies by "
        "`widths[k + 1] * variances[k] / 2`.",
        "A loop over `k` from the last layer of weights down to 1, and put each new "
        "number in front.",
    ],
)

exercise(
    "7.3.14",
    title="In range both ways",
    stub="def both_ways(widths):\n    ...  # your code\n",
    solution=(
        "def both_ways(widths):\n"
        "    variances = 2 / widths[:-1]\n"
        "    variances[0] = 1 / widths[0]\n"
        "    variances[-1] = 2 / widths[-1]\n"
        "    return variances\n"
    ),
    equivalent=dict.fromkeys(
        ("variances[-1] = 1 / widths[0]", "variances[0] = 2 / widths[0]"),
        "first weights of twice the variance: the target leaves room for that",
    ),
    reference=_fans(lambda before, after: 2 / before),
    cases=[
        _wide(*[40, 160] * 25),
        _wide(*[80] * 50),
        _wide(*np.geomspace(160, 40, 30).astype(int)),
        _wide(*np.geomspace(40, 160, 30).astype(int)),
        case(np.array([100, *[160, 40, 40] * 12, 10])),
    ],
    accept=_both_in_range,
    planted=[
        mistake(
            _fans(lambda before, after: 4 / (before + after)),
            "In layers of equal width this works. What becomes of the mean square "
            "after two layers, one that widens and one that narrows?",
        ),
        mistake(
            lambda widths: 2 / widths[:-1],
            "Between the hidden layers this works. Follow the derivatives through the "
            "last weights: from how many outputs does each collect?",
        ),
        mistake(
            lambda widths: 2 / widths[1:],
            "Between the hidden layers this works. How many inputs does the first "
            "layer have?",
        ),
        mistake(
            lambda widths: 4 / (widths[:-1] + widths[1:]),
            "This is the compromise everywhere. Look at the first and last layers, and "
            "at widths that alternate.",
        ),
        mistake(
            _fans(lambda before, after: 1 / before),
            "Each hidden layer loses half of the mean square, in both directions.",
        ),
        mistake(
            _fans(lambda before, after: 1 / after),
            "Each hidden layer loses half of the mean square.",
        ),
        mistake(
            _fans(lambda before, after: 2 / (before + after)),
            "This is Xavier initialization, for functions that clip nothing.",
        ),
    ],
    hints=[
        "Use `mean_squares.predict_forward` and `predict_backward` to see where your "
        "choice leaves the range.",
        "The last weights matter for the derivatives only, and the first ones for the "
        "pre-activations only. Choose these two by themselves.",
        "Between hidden layers, keep one direction exact. What does the other do then, "
        "through many layers?",
    ],
)

question(
    "7.3.15",
    title="A product with mean one",
    prompt="In a game your stake is multiplied by 1.8 or by 0.2, equally likely. You "
    "play fifty rounds with a stake of 1. The mean over many players stays 1. What "
    "does the *typical* player (the median) own in the end?",
    choices=[
        choice(
            "About 1, like the mean.",
            "Play two rounds, one of each kind: what is 1.8 times 0.2?",
        ),
        choice(
            "More than 1: gains are larger than losses.",
            "They are equally large as differences, 0.8 each. But factors multiply: "
            "what is 1.8 times 0.2?",
        ),
        choice(
            "Almost nothing.",
            "Yes. Twenty-five factors of each kind make $0.36^{25} \\approx 10^{-11}$. "
            "A few lucky players own what all the others lost.",
            right=True,
        ),
    ],
)
