"""Exercises and questions of page 8.1, performance on MNIST-1D."""

import copy

import numpy as np

from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    question,
)
from udl.generalization import learning_curves, measured
from udl.nn.activations import relu, sigmoid
from udl.nn.layer import Sequential
from udl.nn.linear import Linear
from udl.nn.losses import share_wrong

TARGET = 0.55


def _fresh(function):
    """Leave the case's own generator as it is."""
    return lambda *args: function(*copy.deepcopy(args))


def _error(y, f):
    return float(share_wrong(np.asarray(y), np.asarray(f, dtype=float)))


def _network_of(*layers):
    """Give a function that makes a network and returns its outputs.

    A pair of numbers is a linear layer of these widths.
    """

    def outputs(x, rng):
        made = [Linear(*one, rng) if type(one) is tuple else one() for one in layers]
        return Sequential(*made)(np.asarray(x))

    return _fresh(outputs)


_TWO = ((40, 100), relu, (100, 100), relu, (100, 10))
_outputs = _network_of(*_TWO)


def _softmax(f):
    e = np.exp(f - f.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def _lines(count, seed):
    return np.random.default_rng(seed).normal(size=(count, 40)).astype(np.float32)


def _start(variance, offset=np.zeros_like):
    """Give a function that draws weights with a variance of the shape, and offsets."""

    def start(omega, beta, rng):
        draws = rng.standard_normal(np.shape(omega))
        return draws * np.sqrt(variance(np.shape(omega))), offset(beta)

    return _fresh(start)


_he = _start(lambda shape: 2 / shape[1])


def _starts_well(result, omega, beta, rng):
    """Say what is wrong with first parameters, if anything is."""
    if not isinstance(result, tuple | list) or len(result) != 2:
        return "Two arrays are asked for: the new weights and the new biases."
    weights, biases = (np.asarray(part, dtype=float) for part in result)
    if weights.shape != np.shape(omega) or biases.shape != np.shape(beta):
        return "The new arrays need the shapes of the old ones."
    if np.any(np.abs(biases) > 0.011):
        return "The biases are large. What is the usual start for them?"
    times = weights.var() * omega.shape[1]
    if abs(weights.mean()) > 6 * np.sqrt(2 / omega.shape[1] / weights.size):
        return "The mean of your weights is not zero."
    if abs(times / 2 - 1) < 6 * np.sqrt(2 / weights.size):
        return True
    return (
        f"The variance of your weights, times the number of inputs, is {times:.3g}. "
        "What should it be?"
    )


def _layer(inputs, units, seed):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(units, inputs)), rng.normal(size=units)


def _as_is(x):
    return np.asarray(x, dtype=float)


def _opposite(x):
    return -np.asarray(x, dtype=float)


def _batches(x, y, size):
    return [(x[i : i + size], y[i : i + size]) for i in range(0, len(x), size)]


def _of_batches(combine):
    """Give a function that combines batches' numbers of wrong digits and sizes."""

    def error(network, x, y, batch_size):
        parts = [
            (np.sum(network(a).argmax(axis=1) != b), len(b))
            for a, b in _batches(np.asarray(x), np.asarray(y), batch_size)
        ]
        wrong, sizes = map(np.array, zip(*parts, strict=True))
        return combine(wrong, sizes, batch_size)

    return error


def _outputs_of(count, seed, classes=3):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(count, classes)), rng.integers(classes, size=count)


def _pair(count, seed, shares=(0.4, 0.3)):
    rng = np.random.default_rng(seed)
    return tuple(rng.random(count) < share for share in shares)


def _apart(a, b):
    return np.asarray(a, dtype=float) - np.asarray(b, dtype=float)


def _separately(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return a.mean() - b.mean(), np.sqrt((a.var() + b.var()) / a.size)


def _settings():
    return 150, 0.5, 0.9, 40


def _fault(found):
    """Say what is wrong with settings, or by how much they miss the target."""
    try:
        hidden, rate, beta, size = (float(np.ravel(one).item()) for one in found)
    except (TypeError, ValueError):
        return "Four numbers are asked for: units, rate, momentum and batch size."
    if hidden % 1 or not 1 <= hidden <= 200:
        return "Whole numbers of hidden units from 1 to 200 are asked for."
    if size % 1 or not 20 <= size <= 1500:
        return "Whole batch sizes from 20 to 1500 are asked for."
    if not rate > 0 or not 0 <= beta < 1:
        return "The rate must be positive, and the momentum at least 0 and below 1."
    if rate / (1 - beta) > 1000:
        return "With such a rate nothing is learned: the numbers overflow."
    error = learning_curves.trial(int(hidden), rate, beta, int(size))
    if error < TARGET:
        return None
    return f"With these settings {100 * error:.0f}% of the validation set are wrong."


question(
    "8.1.1",
    title="Simpler ways",
    prompt="Two rivals, without any hidden layer. The first gives a new line the digit "
    "of the training example **nearest** to it. The second is **linear**: ten weighted "
    "sums of the 40 heights, and the largest wins. How many of the new digits do they "
    "get wrong?",
    choices=[
        choice(
            "Both about 90%, as guessing does.",
            "That would mean that the heights tell them nothing. A look at the picture "
            "says that lines of the same digit do have something in common.",
        ),
        choice(
            "Nearest: about 70%. Linear: about 40%.",
            "The other way round. Each line is shifted by a random amount. What does a "
            "fixed weight at a fixed place make of that?",
        ),
        choice(
            "Nearest: about 43%. Linear: about 68%.",
            "Yes. The nearest neighbor, which learns nothing, comes close to the "
            "network. Shifts ruin the linear model: it has one weight for each place.",
            right=True,
        ),
        choice(
            "Both about 5%.",
            "This is what they would reach on the images of MNIST. Here, lines are "
            "shifted, sheared and noisy.",
        ),
    ],
)

_F = np.array([[2.0, 1.0, 0.5], [0.0, 3.0, 1.0], [5.0, 4.0, 9.0], [1.0, 0.5, 0.2]])

exercise(
    "8.1.2",
    title="The share of wrong digits",
    stub="def error_rate(y, f):\n    ...  # your code\n",
    solution=(
        "def error_rate(y, f):\n"
        "    answers = np.argmax(f, axis=1)\n"
        "    return np.mean(answers != y)\n"
    ),
    reference=_error,
    cases=[
        case(np.array([0, 1, 2, 2]), _F),
        case(np.array([2, 0]), np.array([[-1.0, -2.0, -3.0], [-4.0, -6.0, -5.0]])),
        case(*reversed(_outputs_of(7, 3, classes=5))),
        case(np.array([1]), np.array([[2.0, 3.0]])),
        case(np.array([3, 0, 1]), np.eye(4)[[3, 0, 2]]),
    ],
    random_case=lambda rng: case(rng.integers(10, size=30), rng.normal(size=(30, 10))),
    planted=[
        mistake(
            lambda y, f: np.mean(np.argmax(f, axis=0) != y),
            "You look for the largest in each column. The outputs of one "
            "example are a row.",
        ),
        mistake(
            lambda y, f: 1 - _error(y, f),
            "This is the share of right answers.",
        ),
        mistake(
            lambda y, f: np.sum(np.argmax(f, axis=1) != y),
            "You count the wrong answers. Which share of all are they?",
        ),
        mistake(
            lambda y, f: 100 * _error(y, f),
            "This is in percent. A share lies between 0 and 1.",
        ),
        mistake(
            lambda y, f: np.mean(np.argmin(f, axis=1) != y),
            "You take the class with the smallest output.",
        ),
        mistake(
            lambda y, f: np.mean(np.argmax(f, axis=1) + 1 != y),
            "You count the classes from 1. `y` counts them from 0.",
        ),
        mistake(
            lambda y, f: np.argmax(f, axis=1) != y,
            "These are the wrong answers one by one. Their mean is asked for.",
        ),
        mistake(
            lambda y, f: np.mean(np.max(f, axis=1) != y),
            "You compare the largest *output* with the digit. Which digit does it "
            "belong to?",
        ),
        mistake(
            lambda y, f: np.mean(np.argmax(np.abs(f), axis=1) != y),
            "A large negative output speaks against a class, not for it.",
        ),
        mistake(
            lambda y, f: np.mean(np.abs(np.argmax(f, axis=1) - y)),
            "You average by how much the digits differ. A 3 taken for an 8 is as wrong "
            "as a 3 taken for a 4.",
        ),
        mistake(
            lambda y, f: np.mean((np.argmax(f, axis=1) - y) ** 2),
            "You average by how much the digits differ, squared. A 3 taken for "
            "an 8 is as wrong as a 3 taken for a 4.",
        ),
        mistake(
            lambda y, f: -np.mean(np.log(_softmax(f)[np.arange(len(y)), y])),
            "This is the loss, the cross-entropy. The error counts wrong answers.",
        ),
        mistake(
            lambda y, f: np.sum(np.argmax(f, axis=1) != y) / f.shape[1],
            "You divide by the number of classes. Of how many answers is it the share?",
        ),
        mistake(
            lambda y, f: np.sum(np.argmax(f, axis=1) != y) / 4000,
            "You have written out 4000. How many examples are there here?",
        ),
        mistake(
            lambda y, f: np.mean(np.argmax(f) != y),
            "Without an axis you find one largest output, of all examples together.",
        ),
    ],
    hints=[
        "Each row of `f` belongs to an example. In which column is its largest number?",
        "`np.argmax(f, axis=1)` are the answers. The mean of a comparison is a share.",
    ],
)

question(
    "8.1.3",
    title="How many parameters?",
    prompt="The network has 40 inputs, two hidden layers of 100 units and ten outputs. "
    "How many weights and biases does it have together?",
    answer=number(
        15_210,
        feedback="Yes: 4100 + 10,100 + 1010. That is nearly four for each training "
        "example.",
    ),
    near=[
        number(
            15_000,
            feedback="These are the weights. Each unit and each output also has a "
            "bias.",
        ),
        number(
            25_310,
            feedback="This network has three hidden layers. Count the matrices between "
            "40, 100, 100 and 10.",
        ),
        number(
            5_110,
            feedback="This network has one hidden layer: where are the weights between "
            "the two?",
        ),
        number(
            16_220,
            feedback="This one has twenty outputs. How many different digits are "
            "there?",
        ),
        number(
            14_100,
            feedback="The weights into both hidden layers are there. And those into "
            "the outputs?",
        ),
    ],
    otherwise="A layer with $D$ inputs and $D'$ units has $(D+1)D'$ parameters. There "
    "are three such layers.",
)

exercise(
    "8.1.4",
    title="Two hidden layers",
    stub=(
        "def digit_outputs(x, rng):\n"
        "    network = ...  # your code\n"
        "    return network(x)\n"
    ),
    solution=(
        "from udl.nn.activations import relu\n"
        "from udl.nn.layer import Sequential\n"
        "from udl.nn.linear import Linear\n\n"
        "def digit_outputs(x, rng):\n"
        "    network = Sequential(\n"
        "        Linear(40, 100, rng), relu(),\n"
        "        Linear(100, 100, rng), relu(),\n"
        "        Linear(100, 10, rng))\n"
        "    return network(x)\n"
    ),
    reference=_outputs,
    rtol=1e-4,
    atol=1e-5,
    cases=[
        case(_lines(3, 0), np.random.default_rng(0)),
        case(_lines(1, 1), np.random.default_rng(1)),
        case(_lines(8, 2), np.random.default_rng(2)),
        case(np.arange(80).reshape(2, 40) % 7 - 3, np.random.default_rng(3)),
    ],
    planted=[
        mistake(
            _network_of((40, 100), (100, 100), (100, 10)),
            "How does your network differ from one matrix? There is nothing between "
            "its linear layers.",
        ),
        mistake(
            _network_of(*_TWO, relu),
            "Cross-entropy expects raw outputs, and these may be negative: what does "
            "your last layer do to them?",
        ),
        mistake(
            lambda x, rng: _softmax(_outputs(x, rng)),
            "Cross-entropy expects raw outputs: it contains the softmax. With two of "
            "them the loss cannot fall below 1.46.",
        ),
        mistake(
            _network_of(*_TWO[:3], relu, (100, 100), relu, (100, 10)),
            "Count the matrices: two hidden layers are asked for, and you have three.",
        ),
        mistake(
            _network_of((40, 100), relu, (100, 10)),
            "Count the matrices: two hidden layers are asked for, and you have one.",
        ),
        mistake(
            _network_of(*_TWO[:4], (100, 20)),
            "How many different digits are there, and how many outputs?",
        ),
        mistake(
            _network_of((40, 100), (100, 100), relu, (100, 10)),
            "Your first two layers are together only one matrix: what is missing "
            "between them?",
        ),
        mistake(
            _network_of((40, 100), relu, (100, 100), (100, 10)),
            "Your last two layers are together only one matrix: what is missing "
            "between them?",
        ),
        mistake(
            _network_of(relu, *_TWO),
            "You clip the heights before the first layer sees them. Half of the line "
            "is lost.",
        ),
        mistake(
            _network_of((40, 100), sigmoid, (100, 100), sigmoid, (100, 10)),
            "Your activation is the sigmoid. Asked for is the ReLU.",
        ),
        mistake(
            lambda x, rng: _outputs(x, rng).argmax(axis=1),
            "These are the answers. The loss needs all ten outputs.",
        ),
    ],
    hints=[
        "`Sequential(first, second, ...)` runs layers in order. An activation is a "
        "layer, too.",
        "Three linear layers: 40 to 100, 100 to 100, 100 to 10. A `relu()` after the "
        "first two, and nothing after the last.",
    ],
)

exercise(
    "8.1.5",
    title="First weights, for a layer that is there",
    stub="def weights_init(omega, beta, rng):\n    ...  # your code\n",
    solution=(
        "def weights_init(omega, beta, rng):\n"
        "    deviation = np.sqrt(2 / omega.shape[1])\n"
        "    weights = deviation * rng.standard_normal(omega.shape)\n"
        "    return weights, np.zeros_like(beta)\n"
    ),
    reference=_he,
    accept=_starts_well,
    equivalent={
        "the result has the first argument's type": "weights are floats",
    },
    parts=["weights", "biases"],
    cases=[
        case(*_layer(40, 100, 0), np.random.default_rng(0)),
        case(*_layer(300, 50, 1), np.random.default_rng(1)),
        case(*_layer(25, 400, 2), np.random.default_rng(2)),
        case(np.ones((30, 60), int), np.ones(30, int), np.random.default_rng(3)),
    ],
    planted=[
        mistake(
            lambda omega, beta, rng: (omega, beta),
            "Print a weight before and after the call: did it change?",
        ),
        mistake(
            _start(lambda shape: 2 / (shape[0] + shape[1])),
            "This is Glorot's start. Half of the units are off behind a ReLU: what "
            "does that do to the variance?",
        ),
        mistake(
            _start(lambda shape: 1 / shape[1]),
            "Half of the units are off behind a ReLU: what does that do to the "
            "variance?",
        ),
        mistake(
            _start(lambda shape: 2 / shape[0]),
            "You count the units of this layer. How many numbers does each of them add "
            "up?",
        ),
        mistake(
            _start(lambda shape: (2 / shape[1]) ** 2),
            "`2 / D` is a variance, and the generator wants a standard deviation.",
        ),
        mistake(
            _start(lambda shape: 1.0),
            "These weights have variance 1, however many inputs there are.",
        ),
        mistake(
            _start(lambda shape: 0.0),
            "All units of the layer are now alike, and they will stay so.",
        ),
        mistake(
            _start(lambda shape: 2 / shape[1], lambda beta: beta),
            "The weights are right. The biases still have their old values.",
        ),
        mistake(
            _start(lambda shape: 2 / shape[1], np.ones_like),
            "The weights are right. What should the biases be at the start?",
        ),
    ],
    hints=[
        "He's variance is two over the number of inputs "
        "([page 7.3](../07-gradients-and-initialization/7-3-initialization.md)).",
        "`omega` has a row for each unit, so `omega.shape[1]` is the number of inputs. "
        "`rng.standard_normal(omega.shape)` has variance 1.",
    ],
)

question(
    "8.1.6",
    title="The loss on the test set",
    prompt="From epoch 15 to epoch 50 the test error hardly changes. What does the "
    "test *loss*, the mean cross-entropy on the same 1000 digits, do in that time?",
    choices=[
        choice(
            "It rises, clearly.",
            "Yes. The number of wrong answers stays the same, and they are given with "
            "more and more confidence. The loss makes you pay for that.",
            right=True,
        ),
        choice(
            "It stays level: the same answers, the same loss.",
            "The loss depends on the probabilities, not on the answers alone. What "
            "does training do to them once every training digit is right?",
        ),
        choice(
            "It falls, as the training loss does.",
            "The training loss falls as the outputs grow: right answers become more "
            "certain. And what becomes of the wrong ones?",
        ),
    ],
)

exercise(
    "8.1.7",
    title="Batch by batch",
    stub=(
        "def error_in_batches(network, x, y, batch_size):\n"
        "    errors = []\n"
        "    for start in range(0, len(x), batch_size):\n"
        "        batch = slice(start, start + batch_size)\n"
        "        answers = network(x[batch]).argmax(axis=1)\n"
        "        errors.append(np.mean(answers != y[batch]))\n"
        "    return np.mean(errors)\n"
    ),
    solution=(
        "def error_in_batches(network, x, y, batch_size):\n"
        "    wrong = 0\n"
        "    for start in range(0, len(x), batch_size):\n"
        "        batch = slice(start, start + batch_size)\n"
        "        answers = network(x[batch]).argmax(axis=1)\n"
        "        wrong += np.sum(answers != y[batch])\n"
        "    return wrong / len(x)\n"
    ),
    reference=measured.error_in_batches,
    equivalent={
        "for start in range(0, len(y), batch_size):": "as many as inputs",
        "return wrong / len(y)": "as many as inputs",
    },
    cases=[
        case(_as_is, _F, np.array([1, 1, 2, 2]), 3),
        case(_as_is, *_outputs_of(7, 0), 3),
        case(_opposite, *_outputs_of(10, 1), 4),
        case(_as_is, *_outputs_of(6, 2), 3),
        case(_as_is, *_outputs_of(5, 3), 20),
        case(_as_is, np.array([[1, 2], [4, 3], [0, 5]]), np.array([1, 1, 1]), 2),
    ],
    planted=[
        mistake(
            _of_batches(lambda wrong, sizes, size: np.mean(wrong / sizes)),
            "Take five digits in batches of four: how much does the last digit count?",
        ),
        mistake(
            _of_batches(lambda wrong, sizes, size: np.mean(wrong / size)),
            "You divide every batch by the full size, and the last one may be smaller.",
        ),
        mistake(
            _of_batches(
                lambda wrong, sizes, size: (
                    np.sum((wrong / sizes)[sizes == size])
                    / max(1, np.sum(sizes == size))
                )
            ),
            "You leave out the digits of the last batch.",
        ),
        mistake(
            _of_batches(lambda wrong, sizes, size: wrong[-1] / sizes[-1]),
            "You return the error of the last batch alone.",
        ),
        mistake(
            _of_batches(lambda wrong, sizes, size: np.sum(wrong)),
            "This is how many are wrong. Which share of all are they?",
        ),
        mistake(
            _of_batches(lambda wrong, sizes, size: np.sum(wrong / sizes)),
            "You add up the shares of the batches.",
        ),
        mistake(
            _of_batches(lambda wrong, sizes, size: 1 - np.sum(wrong) / np.sum(sizes)),
            "This is the share of right answers.",
        ),
        mistake(
            _of_batches(
                lambda wrong, sizes, size: (
                    np.mean((wrong / sizes)[sizes == size])
                    if np.any(sizes == size)
                    else np.nan
                )
            ),
            "You leave the last digits out, if they do not fill a batch.",
        ),
        mistake(
            _of_batches(lambda wrong, sizes, size: np.mean(wrong)),
            "This is how many are wrong in a batch, on average. Which share of "
            "all are they?",
        ),
        mistake(
            _of_batches(
                lambda wrong, sizes, size: np.sum(wrong / sizes) / np.sum(sizes)
            ),
            "You add up the shares of the batches, and divide by the number of "
            "digits. Add up wrong digits instead.",
        ),
        mistake(
            _of_batches(
                lambda wrong, sizes, size: np.sum(wrong / sizes) * size / np.sum(sizes)
            ),
            "You multiply each share by the full batch size. The last batch may "
            "be smaller.",
        ),
        mistake(
            _of_batches(lambda wrong, sizes, size: wrong[-1] / np.sum(sizes)),
            "Only the last batch counts: is the number overwritten in each round?",
        ),
    ],
    hints=[
        "Try 5 digits in batches of 4. How much does the fifth digit count in the "
        "result, and how much should it?",
        "Count the wrong answers of all batches, and divide once, at the end.",
    ],
)

question(
    "8.1.8",
    title="A quarter of the digits",
    prompt="Train the same network with the first 1000 training digits instead of "
    "4000. What happens?",
    choices=[
        choice(
            "The training error stays near zero, and the test error rises by more than "
            "half.",
            "Yes: from 37% to about 60%. Fewer digits are even easier to learn by "
            "heart.",
            right=True,
        ),
        choice(
            "The training error rises, and the test error with it.",
            "A thousand digits are easier to get right than four thousand, with the "
            "same 15,210 parameters.",
        ),
        choice(
            "Both stay as they are: a thousand digits show all that there is to see.",
            "There are ten digits, but each is shifted, stretched and sheared in its "
            "own way. A hundred examples of each do not show all of these.",
        ),
        choice(
            "The test error falls, since there is less to learn.",
            "There is less to learn by heart. The new digits are as varied as before.",
        ),
    ],
)

question(
    "8.1.9",
    title="How many digits does a percent need?",
    prompt="About 40% of the digits are wrong. How many independent test examples do "
    "you need so that the standard error of the measured share is 0.5%, that is, "
    "0.005?",
    answer=number(
        9600,
        tolerance=1,
        feedback="Yes: 0.4 · 0.6 / 0.005². That is nearly ten times the test set that "
        "we have.",
    ),
    near=[
        number(
            48,
            tolerance=0.5,
            feedback="You divided the variance by the standard error. Square it first.",
        ),
        number(
            16_000,
            tolerance=1,
            feedback="You used 0.4 for the variance of a single answer. It is 0.4 "
            "times 0.6.",
        ),
        number(
            0.96,
            tolerance=0.01,
            feedback="0.5% is 0.005, not 0.5.",
        ),
        number(
            40_000,
            tolerance=1,
            feedback="You left out the variance of a single answer.",
        ),
        number(
            10_000,
            tolerance=1,
            feedback="This is right for an error of one half. Here it is 40%.",
        ),
    ],
    otherwise="Solve $p(1-p)/N = 0.005^2$ for $N$, with $p = 0.4$.",
)

exercise(
    "8.1.10",
    title="Which of two is better?",
    stub="def compare(wrong_a, wrong_b):\n    ...  # your code\n",
    solution=(
        "def compare(wrong_a, wrong_b):\n"
        "    apart = wrong_a.astype(float) - wrong_b\n"
        "    return np.mean(apart), np.std(apart) / np.sqrt(len(apart))\n"
    ),
    reference=measured.compare,
    parts=["difference", "standard error"],
    cases=[
        case(
            np.array([True, True, False, False, True]),
            np.array([True, False, False, True, False]),
        ),
        case(*_pair(12, 0)),
        case(*_pair(30, 1, (0.2, 0.7))),
        case(np.array([True, False, True]), np.array([True, False, True])),
        case(np.array([1, 0, 1, 0]), np.array([0, 0, 0, 1])),
        case(np.array([1, 1, 1, 0]), np.array([0, 0, 1, 0])),
    ],
    random_case=lambda rng: case(rng.random(20) < 0.5, rng.random(20) < 0.3),
    planted=[
        mistake(
            _separately,
            "You add two variances, as for two test sets. Here both models saw the "
            "same digits, and are often wrong about the same ones.",
        ),
        mistake(
            lambda a, b: (_apart(a, b).mean(), _apart(a, b).std()),
            "This is the deviation of a single digit's difference. What is that of the "
            "mean of all?",
        ),
        mistake(
            lambda a, b: (_apart(a, b).mean(), _apart(a, b).std() / len(a)),
            "Variances are divided by the number of digits. And standard deviations?",
        ),
        mistake(
            lambda a, b: (_apart(a, b).mean(), _apart(a, b).var() / len(a)),
            "This is the variance of the mean. Its root is asked for.",
        ),
        mistake(
            lambda a, b: (
                np.abs(_apart(a, b)).mean(),
                np.abs(_apart(a, b)).std() / np.sqrt(len(a)),
            ),
            "You count on how many digits they differ, whichever of them is right.",
        ),
        mistake(
            lambda a, b: (
                _apart(a, b).sum(),
                _apart(a, b).std() * np.sqrt(len(a)),
            ),
            "These are numbers of digits. Shares are asked for.",
        ),
        mistake(
            lambda a, b: (_apart(b, a).mean(), _apart(a, b).std() / np.sqrt(len(a))),
            "The sign: a positive difference means that the *first* is wrong more "
            "often.",
        ),
        mistake(
            lambda a, b: (
                _apart(a, b).mean(),
                np.sqrt(np.mean(a) * (1 - np.mean(a)) / len(a)),
            ),
            "This is the standard error of the first model's error alone.",
        ),
        mistake(
            lambda a, b: (
                _apart(a, b).mean(),
                np.std(np.subtract(a, b, dtype=float), ddof=1) / np.sqrt(len(a)),
            ),
            "Nearly: you divide by one less than the number of digits. The "
            "page's standard error, of a single share, divides by all of them.",
        ),
        mistake(
            lambda a, b: (
                _apart(a, b).mean(),
                np.std(a) / np.sqrt(len(a)) + np.std(b) / np.sqrt(len(b)),
            ),
            "You add the two standard errors. Some luck is shared: both models "
            "saw the same digits.",
        ),
        mistake(
            lambda a, b: (
                _apart(a, b).mean(),
                abs(np.std(a) - np.std(b)) / np.sqrt(len(a)),
            ),
            "You subtract two standard errors. Two models with the same error "
            "can still differ on many digits.",
        ),
        mistake(
            lambda a, b: (
                _apart(a, b).mean(),
                np.sqrt(np.mean(np.not_equal(a, b)) / len(a)),
            ),
            "Close: you take the mean of the squared differences. For a "
            "variance, what has to be subtracted?",
        ),
        mistake(
            lambda a, b: (
                _apart(a, b).mean(),
                np.sqrt(
                    abs(_apart(a, b).mean()) * (1 - abs(_apart(a, b).mean())) / len(a)
                ),
            ),
            "p(1 - p) is for a share of digits. A difference of each digit is "
            "-1, 0 or 1: what is its variance?",
        ),
    ],
    hints=[
        "For each digit, the difference is $1$, $0$ or $-1$. You want the mean of "
        "these numbers.",
        "The standard error of a mean is the standard deviation of one of them, "
        "divided by the root of their number.",
    ],
)

exercise(
    "8.1.11",
    title="Five passes",
    stub="def settings():\n    ...  # return hidden, rate, beta, batch_size\n",
    solution="def settings():\n    return 150, 0.5, 0.9, 40\n",
    equivalent={
        f"return ({hidden}, 0.5, 0.9, {size})": "one more or less does as well"
        for hidden, size in ((149, 40), (151, 40), (150, 39), (150, 41))
    },
    reference=_settings,
    accept=lambda found: _fault(found) or True,
    parts=["hidden", "rate", "beta", "batch_size"],
    cases=[case()],
    planted=[
        mistake(
            lambda: (100, 0.5, 0.9, 100),
            "These are the settings of the page. In five passes they make 75 steps. "
            "Which of the four numbers makes it more?",
        ),
        mistake(
            lambda: (100, 0.05, 0.9, 100),
            "Did you take the rate from torch? With the factor 1 - beta of the book, "
            "0.05 there is 0.5 here.",
        ),
        mistake(
            lambda: (200, 0.05, 0.9, 100),
            "More units do not help a rate that is ten times too small.",
        ),
        mistake(
            lambda: (100, 5.0, 0.9, 100),
            "The rate is so large that the steps jump over what they are looking for.",
        ),
        mistake(
            lambda: (10, 0.5, 0.9, 100),
            "Ten units are too few, and 75 steps, too.",
        ),
    ],
    hints=[
        "Five passes through 1500 digits in batches of 100 are 75 steps. Which batch "
        "size gives twice as many?",
        "Batches of 30 to 50 with the same rate, and more units. Try a few.",
    ],
)

question(
    "8.1.12",
    title="The best of the settings",
    prompt="You try 40 settings, keep those with the lowest error **on the test set**, "
    "and report this error. Is it what you may expect on new digits?",
    choices=[
        choice(
            "Yes. No network was trained with a test digit.",
            "No *parameter* was. But which data decided which network you kept?",
        ),
        choice(
            "No. The lowest of 40 measured errors is low partly by luck.",
            "Yes. The test set has become part of the training: it chose the settings. "
            "Choose on a validation set, and use the test set once.",
            right=True,
        ),
        choice(
            "No, since the networks overfit: the training error is zero.",
            "They do, but the measured test error knows about that. Which data decided "
            "which network you kept?",
        ),
        choice(
            "Yes, if the test set has at least 1000 examples.",
            "More examples make the luck smaller; with 1000 the standard error is "
            "1.5%, and you take the luckiest of 40.",
        ),
    ],
)
