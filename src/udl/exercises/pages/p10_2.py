"""Exercises and questions of page 10.2, convolution for MNIST-1D."""

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
from udl.exercises.seeded import Seeded
from udl.images.convolution import receptive_field
from udl.nn.activations import leaky_relu, relu, sigmoid
from udl.nn.convolution import Conv1d
from udl.nn.layer import Flatten, Sequential
from udl.nn.linear import Linear

TARGET, MOST = 31, 2300


def _array(count, seed):
    return np.random.default_rng(seed).normal(size=count).round(2)


def _length(length, size, stride=1, padding=0, dilation=1):
    return (length + 2 * padding - dilation * (size - 1) - 1) // stride + 1


def _layer(x, omega, beta, stride):
    """Compute a layer's outputs by the loops of its definition."""
    x, omega = np.asarray(x, dtype=float), np.asarray(omega, dtype=float)
    count = (x.shape[-1] - omega.shape[-1]) // stride + 1
    starts = [slice(i * stride, i * stride + omega.shape[-1]) for i in range(count)]
    h = [np.tensordot(x[:, :, one], omega, [(1, 2), (1, 2)]) for one in starts]
    return np.stack(h, axis=2) + np.asarray(beta, dtype=float)[:, np.newaxis]


def _weights(x, g, stride, size):
    x, g = np.asarray(x, dtype=float), np.asarray(g, dtype=float)
    span = stride * (g.shape[-1] - 1) + 1
    taps = [x[:, :, k : k + span : stride] for k in range(size)]
    return np.stack([np.tensordot(g, one, [(0, 2), (0, 2)]) for one in taps], axis=2)


question(
    "10.2.1",
    title="Fifteen channels to fifteen",
    prompt="A layer has 15 channels in and 15 channels out. Each output is a weighted "
    "sum over three neighboring places of *all* 15 channels, and has a bias. How many "
    "parameters does the layer have, for signals of any length?",
    answer=number(
        690,
        feedback="Yes: each of the 15 output channels has 15 times 3 weights and a "
        "bias.",
    ),
    near=[
        number(
            675,
            feedback="These are the weights. Each output channel has a bias, too.",
        ),
        number(
            60,
            feedback="That is one input channel for each output. Here each output adds "
            "up all of them.",
        ),
        number(
            46,
            feedback="This makes one output channel. There are 15 of them.",
        ),
        number(
            900,
            feedback="You give a bias to each pair of channels. An output has one.",
        ),
        number(
            240,
            feedback="You have one weight for each pair of channels. How many places "
            "does a kernel look at?",
        ),
        number(
            27_600,
            feedback="You count a set of weights for each place. A layer has one set "
            "for all of them.",
        ),
    ],
    otherwise="How many numbers does one output add up, and how many output channels "
    "have weights of their own?",
)

exercise(
    "10.2.2",
    title="How long is the output?",
    stub=(
        "def length_out(length, size, stride, padding, dilation):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "def length_out(length, size, stride, padding, dilation):\n"
        "    span = dilation * (size - 1) + 1\n"
        "    return (length + 2 * padding - span) // stride + 1\n"
    ),
    reference=_length,
    cases=[
        case(40, 3, 2, 0, 1),
        case(19, 3, 2, 0, 1),
        case(9, 3, 2, 0, 1),
        case(100, 5, 3, 0, 2),
        case(12, 3, 1, 1, 1),
        case(20, 4, 3, 2, 3),
        case(7, 7, 2, 0, 1),
        case(11, 1, 4, 0, 5),
    ],
    planted=[
        mistake(
            lambda length, size, stride, padding, dilation: (
                (length + 2 * padding - dilation * (size - 1) - 1) / stride + 1
            ),
            "A kernel that only half fits makes no output: lengths are whole numbers.",
        ),
        mistake(
            lambda length, size, stride, padding, dilation: (
                -(-(length + 2 * padding - dilation * (size - 1) - 1) // stride) + 1
            ),
            "You round up. Does a kernel count that hangs over the end?",
        ),
        mistake(
            lambda length, size, stride, padding, dilation: (
                (length + 2 * padding - dilation * (size - 1)) // stride
            ),
            "Fits for some strides. Count the first place by itself: how many *steps* "
            "follow it?",
        ),
        mistake(
            lambda length, size, stride, padding, dilation: (
                (length + padding - dilation * (size - 1) - 1) // stride + 1
            ),
            "The padding is added at both ends.",
        ),
        mistake(
            lambda length, size, stride, padding, dilation: (
                (length + 2 * padding - dilation * size) // stride + 1
            ),
            "From the first weight to the last there are fewer gaps than weights.",
        ),
        mistake(
            lambda length, size, stride, padding, dilation: (
                (length + 2 * padding - size) // stride + 1
            ),
            "Your kernel has neighbors for inputs. How far does it reach with gaps?",
        ),
        mistake(
            lambda length, size, stride, padding, dilation: length // stride,
            "That would be so if the kernel could begin anywhere. It must end inside, "
            "too.",
        ),
        mistake(
            lambda length, size, stride, padding, dilation: (
                (length + 2 * padding - dilation * (size - 1) - 1) // stride
            ),
            "One short: the place where the kernel lies first counts as well.",
        ),
        mistake(
            lambda length, size, stride, padding, dilation: (
                (length + 2 * padding) // stride
            ),
            "The zeros are counted, and the stride. The kernel itself needs room, too.",
        ),
        mistake(
            lambda length, size, stride, padding, dilation: (
                round((length + 2 * padding - dilation * (size - 1) - 1) / stride) + 1
            ),
            "You round to the nearest whole number. When does one more step fit?",
        ),
        mistake(
            lambda length, size, stride, padding, dilation: (
                (length + 2 * padding - size - (dilation - 1)) // stride + 1
            ),
            "You pull one pair of weights apart. How many gaps does the kernel have?",
        ),
    ],
    hints=[
        "From its first weight to its last, how many places does the kernel cover?",
        "With `span` for that, the kernel can begin at `length + 2 * padding - span + "
        "1` places. Of these every `stride`-th is used, from the first.",
    ],
)

_LAYERS = [
    (_array((2, 3, 7), 0), _array((4, 3, 3), 1), _array(4, 2), 2),
    (_array((1, 1, 5), 3), _array((2, 1, 3), 4), _array(2, 5), 1),
    (np.arange(24).reshape(2, 2, 6), np.arange(12).reshape(3, 2, 2) - 5,
     np.array([1, -1, 2]), 3),
    (np.arange(20).reshape(2, 1, 10) % 7, _array((2, 1, 3), 12), _array(2, 13), 2),
    (_array((3, 2, 4), 6), _array((1, 2, 4), 7), _array(1, 8), 2),
    (_array((2, 5, 9), 9), _array((3, 5, 1), 10), _array(3, 11), 2),
]  # fmt: skip


def _scrambled(x, omega, beta, stride):
    """Lay a window out as (C, P, K) and read it as rows of (P, C K)."""
    size = omega.shape[2]
    windows = np.lib.stride_tricks.sliding_window_view(x, size, axis=2)[:, :, ::stride]
    rows = windows.reshape(len(x), windows.shape[2], -1)
    return (rows @ omega.reshape(len(omega), -1).T + beta).swapaxes(1, 2)


def _only_last_product(x, omega, beta, stride):
    kept = np.zeros_like(omega)
    kept[:, -1, -1] = np.asarray(omega)[:, -1, -1]
    return _layer(x, kept, beta, stride)


def _channels_apart(x, omega, beta, stride):
    each = [
        _layer(x[:, c : c + 1], omega[:, c : c + 1], beta, stride)
        for c in range(x.shape[1])
    ]
    return np.stack(each, axis=2)


exercise(
    "10.2.3",
    title="A layer with channels",
    stub="def conv_layer(x, omega, beta, stride):\n    ...  # your code\n",
    solution=(
        "def conv_layer(x, omega, beta, stride):\n"
        "    K = omega.shape[2]\n"
        "    P = (x.shape[2] - K) // stride + 1\n"
        "    h = np.zeros((len(x), len(omega), P))\n"
        "    for i in range(P):\n"
        "        window = x[:, :, i * stride : i * stride + K]\n"
        "        h[:, :, i] = np.tensordot(window, omega, [(1, 2), (1, 2)]) + beta\n"
        "    return h\n"
    ),
    equivalent={
        "h = np.ones((len(x), len(omega), P))": "all entries are replaced",
        "h = np.zeros((len(x), len(beta), P))": "there is a bias for each channel",
    },
    reference=_layer,
    cases=[case(*args) for args in _LAYERS],
    planted=[
        mistake(
            lambda x, omega, beta, stride: _layer(x, omega[:, :, ::-1], beta, stride),
            "Your kernel is turned around: the first weight goes with the first place "
            "of a window.",
        ),
        mistake(
            lambda x, omega, beta, stride: _layer(x, omega, 0 * beta, stride),
            "What happened to the biases?",
        ),
        mistake(
            lambda x, omega, beta, stride: _layer(x, omega, beta, 1),
            "This is stride 1.",
        ),
        mistake(
            lambda x, omega, beta, stride: _layer(x, omega, beta, 1)[:, :, : len(
                range(0, x.shape[2] - omega.shape[2] + 1, stride))],
            "There are as many outputs as there should be, but they are made of "
            "windows that lie one place apart.",
        ),
        mistake(
            lambda x, omega, beta, stride: _layer(x, omega, beta, stride).swapaxes(
                1, 2
            ),
            "Channels come before places, in the output as in the input.",
        ),
        mistake(
            lambda x, omega, beta, stride: _layer(
                x[:, :1], omega[:, :1], beta, stride),
            "Only the first input channel is used.",
        ),
        mistake(
            lambda x, omega, beta, stride: np.maximum(
                _layer(x, omega, beta, stride), 0),
            "The layer ends before the activation. Pre-activations may be negative.",
        ),
        mistake(
            lambda x, omega, beta, stride: _layer(
                x, omega, x.shape[1] * np.asarray(beta), stride),
            "You add the bias once for each input channel.",
        ),
        mistake(
            lambda x, omega, beta, stride: _layer(
                x, omega, omega.shape[2] * x.shape[1] * np.asarray(beta), stride),
            "The bias has come into the sum over weights.",
        ),
        mistake(
            _scrambled,
            "With one channel this would be right. With several, look at which numbers "
            "`reshape` puts into one row.",
        ),
        mistake(
            _only_last_product,
            "Only the last channel's last product is left: does each round of your "
            "loop replace what the one before has put there?",
        ),
        mistake(
            lambda x, omega, beta, stride: _layer(
                x / x.shape[1], omega, beta, stride),
            "You average over input channels. The layer's formula adds them up.",
        ),
        mistake(
            lambda x, omega, beta, stride: np.repeat(
                _layer(x[:1], omega, beta, stride), len(x), axis=0),
            "All examples have the outputs of the first one.",
        ),
        mistake(
            lambda x, omega, beta, stride: _layer(x, omega, beta, stride)[:, :, :-1],
            "One place is missing at the end. How many steps can a kernel take, and "
            "where did it stand before the first?",
        ),
        mistake(
            lambda x, omega, beta, stride: _layer(
                np.pad(x, [(0, 0), (0, 0), (1, 1)]), omega, beta, stride),
            "You have put zeros around the signal. This layer works without.",
        ),
        mistake(
            _channels_apart,
            "Your input channels are still apart. What happens to them in the sum?",
        ),
        mistake(
            lambda x, omega, beta, stride: _layer(
                x, omega, beta, stride).swapaxes(1, 2).reshape(
                    len(x), len(omega), -1),
            "Your last `reshape` gives the right shape, but it leaves the numbers in "
            "their order: first all channels of a place.",
        ),
        mistake(
            lambda x, omega, beta, stride: _layer(x, omega, beta, stride)[
                :, :, : -(-((x.shape[2] - omega.shape[2]) // stride + 1) // stride)],
            "The first places are right. If a loop takes steps of the stride, where "
            "does it end?",
        ),
    ],
    hints=[
        "Fix an output place `i`. Which places of the input does its window hold, for "
        "all examples and channels?",
        "`np.tensordot(window, omega, [(1, 2), (1, 2)])` sums over channels and over "
        "the places of the window. It is `(N, D)`, one number for each output channel.",
    ],
)  # fmt: skip


def _plain(x, omega, stride):
    return _layer(x, omega, np.zeros(len(omega)), stride)


exercise(
    "10.2.4",
    title="One channel hides it",
    stub=(
        "def conv_rows(x, omega, stride):\n"
        "    N, D, K = len(x), len(omega), omega.shape[2]\n"
        "    windows = np.lib.stride_tricks.sliding_window_view(x, K, axis=2)\n"
        "    windows = windows[:, :, ::stride]\n"
        "    P = windows.shape[2]\n"
        "    rows = windows.reshape(N * P, -1)\n"
        "    h = rows @ omega.reshape(D, -1).T\n"
        "    return h.reshape(N, D, P)\n"
    ),
    solution=(
        "def conv_rows(x, omega, stride):\n"
        "    K = omega.shape[2]\n"
        "    windows = np.lib.stride_tricks.sliding_window_view(x, K, axis=2)\n"
        "    windows = windows[:, :, ::stride].transpose(0, 2, 1, 3)\n"
        "    rows = windows.reshape(*windows.shape[:2], -1)\n"
        "    h = rows @ omega.reshape(len(omega), -1).T\n"
        "    return h.transpose(0, 2, 1)\n"
    ),
    equivalent={
        "windows = np.lib.stride_tricks.sliding_window_view(x, K, axis=-1)": "the last",
        "rows = windows.reshape(*windows.shape[:2], -2)": "numpy takes -2 for -1",
        "h = rows @ omega.reshape(len(omega), -2).T": "numpy takes -2 for -1",
    },
    reference=lambda x, omega, stride: _layer(x, omega, np.zeros(len(omega)), stride),
    cases=[
        case(np.asarray(x), np.asarray(omega), stride)
        for x, omega, _, stride in _LAYERS
    ],
    planted=[
        mistake(
            lambda x, omega, stride: _scrambled(x, omega, 0, stride),
            "The output is in order now. How do the rows come about?",
        ),
        mistake(
            lambda x, omega, stride: _layer(x, omega, np.zeros(len(omega)), stride)
            .swapaxes(1, 2)
            .reshape(len(x), len(omega), -1),
            "The rows are right now. In which order are the numbers of `h` before the "
            "last line?",
        ),
        mistake(
            lambda x, omega, stride: _layer(
                x, omega, np.zeros(len(omega)), stride
            ).swapaxes(1, 2),
            "The numbers are right, in the order (N, P, D). Channels come before "
            "places.",
        ),
        mistake(
            lambda x, omega, stride: _layer(
                x, omega[:, :, ::-1], np.zeros(len(omega)), stride
            ),
            "You have turned the kernels around. They were right.",
        ),
        mistake(
            lambda x, omega, stride: _layer(
                x, np.asarray(omega).swapaxes(1, 2).reshape(omega.shape),
                np.zeros(len(omega)), stride,
            ),
            "Windows and weights must list channels and places in the same order.",
        ),
        mistake(
            lambda x, omega, stride: _layer(
                x[:, ::-1], omega, np.zeros(len(omega)), stride
            ),
            "Your channels come in the reverse order.",
        ),
        mistake(
            lambda x, omega, stride: _plain(x, omega, stride).transpose(1, 0, 2)
            .reshape(len(x), len(omega), -1),
            "`h.T` begins with the channels. The result should begin with examples.",
        ),
        mistake(
            lambda x, omega, stride: _plain(x, omega, stride).transpose(1, 2, 0),
            "`.T` turns all axes around. Which two are in the wrong order?",
        ),
        mistake(
            lambda x, omega, stride: _plain(
                x, omega.reshape(len(omega), -1, omega.shape[1]).swapaxes(1, 2), stride
            ),
            "A row of yours goes from place to place, with all channels of each. How "
            "do the weights of a kernel lie?",
        ),
        mistake(
            lambda x, omega, stride: _plain(
                x.sum(axis=1, keepdims=True), omega.sum(axis=1, keepdims=True), stride
            ),
            "You add up the channels before the product. Each of them has weights of "
            "its own.",
        ),
        mistake(
            lambda x, omega, stride: _plain(x, omega, stride).transpose(2, 0, 1)
            .reshape(len(x), -1, len(omega)).swapaxes(1, 2),
            "Your rows hold the right windows, those of one place for all examples "
            "together. The last line reads them example by example.",
        ),
        mistake(
            lambda x, omega, stride: _plain(x, omega, 1)[
                :, :, : (x.shape[2] - omega.shape[2]) // stride + 1],
            "Your windows begin at neighboring places. The program that you were "
            "given had the stride right.",
        ),
    ],
    hints=[
        "`reshape` never moves a number: it only cuts the same sequence elsewhere. "
        "`windows` has the shape `(N, C, P, K)`.",
        "A row belongs to an example and a place. Bring these two axes to the front "
        "with `windows.transpose(0, 2, 1, 3)`, and turn the axes of the result back.",
    ],
)  # fmt: skip


def _network_of(*layers, flat=60, stride=2, channels=15, padding=0, size=3):
    """Give a function that makes a network and returns its outputs."""

    def outputs(x, rng):
        made, width, rng = [], 1, copy.deepcopy(rng)
        for one in layers:
            if one == "conv":
                made.append(
                    Conv1d(width, channels, size, rng, stride=stride, padding=padding)
                )
                width = channels
            elif one == "linear":
                made += [Flatten(), Linear(flat, 10, rng)]
            else:
                made.append(one())
        return Sequential(*made)(np.asarray(x))

    return outputs


_THREE = ("conv", relu, "conv", relu, "conv", relu, "linear")
_outputs = _network_of(*_THREE)


def _connected(x, rng):
    rng = copy.deepcopy(rng)
    made = [Linear(40, 100, rng), relu(), Linear(100, 100, rng), relu()]
    return Sequential(Flatten(), *made, Linear(100, 10, rng))(np.asarray(x))


def _as_many(x, rng):
    rng = copy.deepcopy(rng)
    made = [Linear(40, 26, rng), relu(), Linear(26, 26, rng), relu()]
    return Sequential(Flatten(), *made, Linear(26, 10, rng))(np.asarray(x))


def _one_for_two(x, rng):
    """Use the second layer again in place of a third."""
    rng = copy.deepcopy(rng)
    first, second = Conv1d(1, 15, 3, rng, stride=2), Conv1d(15, 15, 3, rng, stride=2)
    made = [first, relu(), second, relu(), second, relu(), Flatten()]
    return Sequential(*made, Linear(60, 10, rng))(np.asarray(x))


def _hidden_after(x, rng):
    rng = copy.deepcopy(rng)
    made, width = [], 1
    for _ in range(3):
        made += [Conv1d(width, 15, 3, rng, stride=2), relu()]
        width = 15
    made += [Flatten(), Linear(60, 60, rng), relu(), Linear(60, 10, rng)]
    return Sequential(*made)(np.asarray(x))


def _mean_of_places(x, rng):
    rng = copy.deepcopy(rng)
    made, width = [], 1
    for _ in range(3):
        made += [Conv1d(width, 15, 3, rng, stride=2), relu()]
        width = 15
    return Linear(15, 10, rng)(Sequential(*made)(np.asarray(x)).mean(axis=2))


def _softmax(f):
    e = np.exp(f - f.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def _lines(count, seed):
    return _array((count, 1, 40), seed).astype(np.float32)


question(
    "10.2.5",
    title="How many products?",
    prompt="The network that you are about to build turns a line of 40 places into 15 "
    "channels of 19, then 15 of 9, then 15 of 4, always with three weights for each "
    "pair of channels, and the last 60 numbers into ten outputs. How many "
    "multiplications does one line take, those by zero and additions not counted?",
    answer=number(
        10_230,
        feedback="Yes: 855 + 6075 + 2700 + 600. Weights are shared, work is not. The "
        "fully connected network with as many parameters needs a fifth of it.",
    ),
    near=[
        number(
            1_995,
            feedback="That is the number of weights. Each of them is used at many "
            "places.",
        ),
        number(
            2_050,
            feedback="That is the number of parameters. Each weight is used at many "
            "places.",
        ),
        number(
            9_630,
            feedback="The convolutions are there. And the ten outputs?",
        ),
        number(
            2_040,
            feedback="You count one input channel for each output channel.",
        ),
        number(
            21_300,
            feedback="Multiply by the number of *output* places.",
        ),
        number(
            10_720,
            feedback="You count each bias as a product. It is added.",
        ),
        number(
            9_375,
            feedback="The second and the third layer are there, and the outputs. And "
            "the first layer?",
        ),
    ],
    otherwise="Each of the $15\\cdot 19$ units of the first layer takes three "
    "products. How many does a unit of the second take?",
)

exercise(
    "10.2.6",
    title="Three convolutions",
    stub=(
        "def line_outputs(x, rng):\n"
        "    network = ...  # your code\n"
        "    return network(x)\n"
    ),
    solution=(
        "from udl.nn.activations import relu\n"
        "from udl.nn.convolution import Conv1d\n"
        "from udl.nn.layer import Flatten, Sequential\n"
        "from udl.nn.linear import Linear\n\n"
        "def line_outputs(x, rng):\n"
        "    network = Sequential(\n"
        "        Conv1d(1, 15, 3, rng, stride=2), relu(),\n"
        "        Conv1d(15, 15, 3, rng, stride=2), relu(),\n"
        "        Conv1d(15, 15, 3, rng, stride=2), relu(),\n"
        "        Flatten(), Linear(60, 10, rng))\n"
        "    return network(x)\n"
    ),
    reference=_outputs,
    rtol=1e-4,
    atol=1e-5,
    cases=[
        case(_lines(3, 0), Seeded(0)),
        case(_lines(1, 1), Seeded(1)),
        case(_lines(8, 2), Seeded(2)),
        case(np.arange(80).reshape(2, 1, 40) % 7 - 3, Seeded(3)),
    ],
    planted=[
        mistake(
            _network_of(*_THREE[:5], "linear"),
            "Count activations between the listed layers: nothing stands between the "
            "third convolution and the linear layer.",
        ),
        mistake(
            _network_of("conv", "conv", relu, "conv", relu, "linear"),
            "Your first two convolutions are together only one: what is missing "
            "between them?",
        ),
        mistake(
            _network_of("conv", relu, "conv", "conv", relu, "linear"),
            "Your second and third convolution are together only one: what is missing "
            "between them?",
        ),
        mistake(
            _network_of("conv", "conv", "conv", "linear"),
            "All of this is a single matrix: there are no activations.",
        ),
        mistake(
            _connected,
            "Print the model before training: is it yours? This one is fully "
            "connected, with 15210 parameters.",
        ),
        mistake(
            _network_of(*_THREE, relu),
            "The outputs are logarithms of probabilities, up to a constant. Your "
            "last activation cuts the negative ones off.",
        ),
        mistake(
            lambda x, rng: _softmax(_outputs(x, rng)),
            "The softmax is part of the loss already. Return what goes into it.",
        ),
        mistake(
            _network_of(*_THREE, padding=1, flat=75),
            "There is a zero at each end: your lengths are 20, 10 and 5. Valid "
            "convolutions have no padding.",
        ),
        mistake(
            _network_of(*_THREE, stride=1, flat=510),
            "Your kernels move one place at a time: the lengths are 38, 36 and 34. The "
            "stride is two.",
        ),
        mistake(
            _network_of(*_THREE, channels=10, flat=40),
            "Ten channels are what the outputs have. The layers before have fifteen.",
        ),
        mistake(
            _network_of("conv", sigmoid, "conv", sigmoid, "conv", sigmoid, "linear"),
            "These activations are sigmoids. The network has ReLUs.",
        ),
        mistake(
            lambda x, rng: _outputs(x, rng).argmax(axis=1),
            "You give the digits. The ten outputs of each line are asked for.",
        ),
        mistake(
            _network_of(*_THREE[:4], "linear", flat=135),
            "Two convolutions are there. The network has three.",
        ),
        mistake(
            _network_of(*_THREE[:6], "conv", relu, "linear", flat=15),
            "You have a convolution more than the network in the text.",
        ),
        mistake(
            _as_many,
            "This is the other network, which has as many parameters, and no "
            "convolution.",
        ),
        mistake(
            _one_for_two,
            "Your third convolution is the second once more, with the same weights. "
            "Each layer has its own.",
        ),
        mistake(
            _hidden_after,
            "Behind the convolutions there is one linear layer. You have put a hidden "
            "layer between.",
        ),
        mistake(
            _network_of(
                "conv", leaky_relu, "conv", leaky_relu, "conv", leaky_relu, "linear"
            ),
            "What is below zero still comes through: these are leaky ReLUs.",
        ),
        mistake(
            _network_of(*_THREE, size=5, flat=30),
            "Your kernels have five weights for each pair of channels.",
        ),
        mistake(
            _network_of(*_THREE[:6]),
            "You return what the third convolution makes. How do ten outputs come "
            "from it?",
        ),
        mistake(
            _mean_of_places,
            "You average each channel over its four places. The last layer has a "
            "weight for every one of the 60 numbers.",
        ),
    ],
    hints=[
        "A `Conv1d(channels_in, channels_out, size, rng, stride=...)` is a layer like "
        "`Linear`. How many channels does a line have?",
        "Three times `Conv1d` and `relu()`, with 1, 15 and 15 input channels. Then "
        "`Flatten()` and `Linear(60, 10, rng)`.",
    ],
)

question(
    "10.2.7",
    title="The places in another order",
    prompt="Exchange the 40 places of all lines, of the training and of the test set, "
    "always in the same random way. Then train both networks again. What happens to "
    "their errors on new digits?",
    choices=[
        choice(
            "Neither changes: the same information is there.",
            "It is there. But which three numbers does a kernel see together now?",
        ),
        choice(
            "Both become much worse, since the lines are no lines any more.",
            "The fully connected network has a weight of its own for each place. Does "
            "it know which places are neighbors?",
        ),
        choice(
            "The convolutional network becomes much worse, the other stays the same.",
            "Yes. Only the convolution has used the order of the places. Without it, "
            "neither is better.",
            right=True,
        ),
        choice(
            "The fully connected network becomes worse, the other stays the same.",
            "Convolutions follow a shift. Any other rearrangement is new to them. "
            "Which of the two relies on neighbors?",
        ),
    ],
)


def _layers():
    return [19, 3, 3], [2, 2, 2]


def _fault(found):
    """Say what is wrong with three layers, or by how much they miss the target."""
    try:
        sizes, strides = (
            [int(n) if float(n) == int(n) else 0 for n in np.ravel(one)]
            for one in found
        )
    except (TypeError, ValueError, OverflowError):
        return "Two lists are asked for: three sizes and three strides."
    if len(sizes) != 3 or len(strides) != 3:
        return "There are three layers: three sizes and three strides."
    if min(sizes + strides) < 1:
        return "Sizes and strides are whole numbers from 1."
    if max(strides) > 2:
        return "A stride is larger than 2."
    lengths = [40]
    for size, stride in zip(sizes, strides, strict=True):
        if size > lengths[-1]:
            return f"A kernel of {size} does not fit into {lengths[-1]} places."
        lengths.append(_length(lengths[-1], size, stride))
    weights = 15 * (sizes[0] + 1) + 15 * sum(15 * k + 1 for k in sizes[1:])
    count = weights + 10 * (15 * lengths[-1] + 1)
    reach = receptive_field(sizes, strides, [1, 1, 1])
    if reach < TARGET:
        return f"A unit of the last layer sees {reach} places."
    if count > MOST:
        return f"This network has {count} parameters, with lengths {lengths[1:]}."
    return None


exercise(
    "10.2.8",
    title="See farther",
    stub=(
        "def three_layers():\n"
        "    sizes, strides = [3, 3, 3], [2, 2, 2]\n"
        "    return sizes, strides\n"
    ),
    solution="def three_layers():\n    return [19, 3, 3], [2, 2, 2]\n",
    equivalent={
        "return ([20, 3, 3], [2, 2, 2])": "a wider kernel sees farther",
        "return ([19, 4, 3], [2, 2, 2])": "a wider kernel sees farther",
        "return ([19, 3, 4], [2, 2, 2])": "a wider kernel sees farther",
        "return ([19, 3, 3], [2, 2, 1])": "the last stride is not in the reach",
    },
    reference=_layers,
    accept=lambda found: _fault(found) or True,
    parts=["sizes", "strides"],
    cases=[case()],
    planted=[
        mistake(
            lambda: ([7, 7, 7], [2, 2, 2]),
            "It sees far enough, but the second and the third kernel are expensive: "
            "each of their weights is there 225 times. Where is a weight cheap?",
        ),
        mistake(
            lambda: ([31, 1, 1], [1, 1, 1]),
            "A single wide kernel sees far enough. Ten places are left then, and the "
            "linear layer pays for each. What do strides do to that?",
        ),
        mistake(
            lambda: ([3, 3, 3], [1, 1, 1]),
            "Without strides each layer adds two places.",
        ),
        mistake(
            lambda: ([3, 3, 15], [1, 1, 1]),
            "Put the wide kernel where it reads one channel, and not fifteen.",
        ),
        mistake(
            lambda: ([11, 11, 11], [1, 1, 1]),
            "Far enough, with ten places left. But two layers pay for eleven weights "
            "225 times.",
        ),
    ],
    hints=[
        "In which layer does one more weight for each kernel cost 15 parameters, and "
        "in which 225?",
        "Widen the first kernel to between 15 and 25, and think about which strides "
        "carry farthest.",
    ],
)

_BACK = [
    (_array((2, 3, 7), 20), _array((2, 4, 3), 21), 2, 3),
    (_array((1, 1, 5), 22), _array((1, 2, 3), 23), 1, 3),
    (np.arange(24).reshape(2, 2, 6), np.arange(12).reshape(2, 3, 2) - 5, 3, 2),
    (np.arange(14).reshape(2, 1, 7) % 5, _array((2, 2, 3), 28), 2, 3),
    (_array((3, 2, 8), 24), _array((3, 1, 3), 25), 2, 3),
    (_array((2, 5, 9), 26), _array((2, 3, 5), 27), 2, 1),
]


def _last_term(x, g, stride, size):
    kept = np.zeros_like(g)
    kept[-1, :, -1] = g[-1, :, -1]
    return _weights(x, kept, stride, size)


def _rows_scrambled(x, g, stride, size, of_g=False):
    """Read windows as rows without moving their axes, and `g` too if asked."""
    windows = np.lib.stride_tricks.sliding_window_view(x, size, axis=2)[:, :, ::stride]
    rows = windows[:, :, : g.shape[2]].reshape(len(x) * g.shape[2], -1)
    backs = (g if of_g else g.swapaxes(1, 2)).reshape(-1, g.shape[1])
    return (backs.T @ rows).reshape(g.shape[1], x.shape[1], size)


exercise(
    "10.2.9",
    title="The way back to the weights",
    stub="def weight_gradient(x, g, stride, size):\n    ...  # your code\n",
    solution=(
        "def weight_gradient(x, g, stride, size):\n"
        "    dl_domega = np.zeros((g.shape[1], x.shape[1], size))\n"
        "    span = stride * (g.shape[2] - 1) + 1\n"
        "    for k in range(size):\n"
        "        seen = x[:, :, k : k + span : stride]\n"
        "        dl_domega[:, :, k] = np.tensordot(g, seen, [(0, 2), (0, 2)])\n"
        "    return dl_domega\n"
    ),
    equivalent={
        "dl_domega = np.ones((g.shape[1], x.shape[1], size))": "all are replaced",
    },
    reference=_weights,
    cases=[case(*args) for args in _BACK],
    planted=[
        mistake(
            lambda x, g, stride, size: _weights(x, g, stride, size)[:, :, ::-1],
            "The first weight met the first place of each window. Yours are turned "
            "around.",
        ),
        mistake(
            lambda x, g, stride, size: _weights(x, g, stride, size) / len(x),
            "The loss's mean over examples is in `g` already. Here they are summed.",
        ),
        mistake(
            lambda x, g, stride, size: _weights(x, g, stride, size) / g.shape[2],
            "You average over places. A weight is used at all of them, and what they "
            "want adds up.",
        ),
        mistake(
            lambda x, g, stride, size: _weights(x, g, 1, size),
            "You take neighboring inputs. How far apart are the windows?",
        ),
        mistake(
            lambda x, g, stride, size: _weights(x[:1], g[:1], stride, size),
            "Only the first example is used.",
        ),
        mistake(
            lambda x, g, stride, size: _weights(x, g, stride, size).swapaxes(0, 1),
            "Output channels come first in `omega`, and then input channels.",
        ),
        mistake(
            lambda x, g, stride, size: _weights(
                x, g * (np.arange(g.shape[2]) == 0), stride, size
            ),
            "Only the first window is used. The same weights are in all of them.",
        ),
        mistake(
            _last_term,
            "Only the last example's last place has remained: does your sum start "
            "anew each time?",
        ),
        mistake(
            lambda x, g, stride, size: (
                _weights(x, g, stride, size) / len(x) / g.shape[2]
            ),
            "You take the mean of examples and places. Each use of a weight counts "
            "fully.",
        ),
        mistake(
            lambda x, g, stride, size: _weights(
                np.repeat(x.sum(axis=1, keepdims=True), x.shape[1], axis=1),
                g,
                stride,
                size,
            ),
            "All your input channels have the same derivatives. A weight meets only "
            "the channel that it belongs to.",
        ),
        mistake(
            lambda x, g, stride, size: _weights(
                x,
                np.repeat(g.sum(axis=1, keepdims=True), g.shape[1], axis=1),
                stride,
                size,
            ),
            "All your output channels have the same derivatives. Which of the `g` can "
            "a weight of channel `d` change?",
        ),
        mistake(
            lambda x, g, stride, size: np.stack(
                [
                    _weights(x[n : n + 1], g[n : n + 1], stride, size)
                    for n in range(len(x))
                ]
            ),
            "Your examples are still apart. They all use the same weights.",
        ),
        mistake(
            _rows_scrambled,
            "Your `g` is in rows as it should be. Is each row of the windows really "
            "one window, with all its channels?",
        ),
        mistake(
            lambda x, g, stride, size: _rows_scrambled(x, g, stride, size, of_g=True),
            "`reshape` has mixed places and channels, in `g` and in the windows.",
        ),
    ],
    hints=[
        "Weight `k` is multiplied by the places `k`, `k + stride`, `k + 2 * stride`, "
        "... Which outputs do the products go to?",
        "`seen = x[:, :, k : k + span : stride]` is `(N, C, P)`, as `g` is "
        "`(N, D, P)`. Sum the products over examples and places.",
    ],
)
