"""Exercises and questions of page 7.3, initialization."""

import numpy as np

from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.gradients.initialization import he_weights, relu_moments
from udl.gradients.mean_squares import mean_squares_forward, predict_backward


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

question(
    "7.3.2",
    title="What is left of the mean square",
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
    "7.3.3",
    title="Moments after the ReLU",
    stub="def relu_moments(variance):\n    ...  # your code\n",
    reference=relu_moments,
    cases=[case(1.0), case(4.0), case(0.25)],
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
    "7.3.4",
    title="Stop the explosion",
    prompt="Fifty layers of 80 units again. Which variance of the weights keeps the "
    "mean square the same from layer to layer?",
    choices=[
        choice(
            "$1/80$, since each unit adds up 80 terms.",
            "That would be right if nothing were clipped. How much of the mean square "
            "survives the ReLU? The figure shows what fifty times that amounts to.",
        ),
        choice(
            "$2/80$.",
            "Yes: 80 terms, half of whose mean square has been clipped away.",
            right=True,
        ),
        choice(
            "$4/80$, since 2 times 80 over 4 is 40.",
            "Insert it: what is $\\frac{1}{2} \\cdot 80 \\cdot \\frac{4}{80}$? The "
            "factor of a layer has to be one.",
        ),
        choice(
            "$2/(80 \\cdot 50)$, since there are fifty layers.",
            "Depth does not enter. If each layer keeps the size, so do fifty.",
        ),
        choice(
            "$(2/80)^2$",
            "That is what you get if 2/80 is taken for the standard deviation. "
            "The condition is on the variance.",
        ),
    ],
)

exercise(
    "7.3.5",
    title="Weights with He's variance",
    stub="def he_weights(z):\n    ...  # your code\n",
    reference=he_weights,
    cases=[
        case(np.array([[1.0, -3.0, 2.0, 0.5]])),
        case(np.array([[1.0], [-2.0], [0.5]])),
        case(np.arange(24.0).reshape(3, 8) - 11.0),
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

exercise(
    "7.3.6",
    title="Follow the size forward",
    stub="def mean_squares_forward(x, omegas):\n    ...  # your code\n",
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
    "7.3.7",
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
    "7.3.8",
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
    "7.3.9",
    title="Predict the way back",
    stub="def predict_backward(widths, variances):\n    ...  # your code\n",
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

question(
    "7.3.10",
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
