"""Exercises and questions of page 10.3, convolution of pictures."""

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
from udl.images.convolution_2d import convolve

question(
    "10.3.1",
    title="In the corner",
    prompt="All pixels of a picture are 1, all nine weights are 1, and there is a "
    "border of zeros one pixel wide. What is the output in the upper left corner?",
    answer=number(4, 0.01, "Yes. Five of the nine pixels are zeros of the border."),
    near=[
        number(9, 0.01, "So it is in the middle of the picture. What lies around the "
               "corner?"),
        number(6, 0.01, "So it is along a side. In a corner two sides meet."),
        number(3, 0.01, "The corner itself, its neighbor to the right, the one "
               "below: which one is missing?"),
        number(1, 0.01, "That is the pixel itself. The kernel sees its neighbors, "
               "too."),
    ],
    otherwise="Draw the window around the corner pixel, and count pixels of the "
    "picture in it.",
)  # fmt: skip


def _pictures(*shape, seed):
    return np.random.default_rng(seed).normal(size=shape).round(2)


def _pair(image, weights, seed):
    return _pictures(*image, seed=seed), _pictures(*weights, seed=seed + 50)


def _loops(
    pixel=lambda x, b, c, i, j, m, n, s, p: x[b, c, i * s + m, j * s + n],
    weight=lambda w, x, b, o, c, m, n: w[o, c, m, n],
    mode="constant",
):
    """Make the seven loops with another pixel or another weight."""

    def loops(image, weights, stride=1, pad=1):
        image, weights = np.asarray(image, float), np.asarray(weights, float)
        out = np.zeros_like(convolve(image, weights, stride, pad))
        border = ((0, 0), (0, 0), (pad, pad), (pad, pad))
        x = np.pad(image, border, mode=mode)
        for b, o, i, j in np.ndindex(out.shape):
            for c, m, n in np.ndindex(weights.shape[1:]):
                out[b, o, i, j] += pixel(x, b, c, i, j, m, n, stride, pad) * weight(
                    weights, x, b, o, c, m, n
                )
        return out

    return loops


def _unstrided(wrong):
    """Give a mistake the form without a stride."""
    return lambda image, weights, pad=1: wrong(image, weights, 1, pad)


def _turned(image, weights, stride=1, pad=1):
    return convolve(image, np.asarray(weights)[:, :, ::-1, ::-1], stride, pad)


def _no_border(image, weights, stride=1, pad=1):
    return convolve(image, weights, stride)


def _added_up_at_the_end(image, weights, stride=1, pad=1):
    """Assign where products should be added."""
    padded = np.pad(image, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    last = np.zeros_like(weights, dtype=float)
    last[:, -1, -1, -1] = np.asarray(weights)[:, -1, -1, -1]
    return convolve(padded, last, stride)


_TWICE = _loops(lambda x, b, c, i, j, m, n, s, p: x[b, c, i * s + m + p - 1,
                                                  j * s + n + p - 1])  # fmt: skip
_UNSTRIDED = _loops(lambda x, b, c, i, j, m, n, s, p: x[b, c, i + m, j + n])
_ROWS_ONLY = _loops(lambda x, b, c, i, j, m, n, s, p: x[b, c, i * s + m, j + n])
_COLUMNS_ONLY = _loops(lambda x, b, c, i, j, m, n, s, p: x[b, c, i + m, j * s + n])
_DILATED = _loops(
    lambda x, b, c, i, j, m, n, s, p: x[b, c, (i + m * s) % x.shape[2],
                                       (j + n * s) % x.shape[3]]
)  # fmt: skip
_NO_KERNEL = _loops(lambda x, b, c, i, j, m, n, s, p: x[b, c, i * s, j * s])
_KERNEL_ONLY = _loops(lambda x, b, c, i, j, m, n, s, p: x[b, c, m, n])
_EDGE = _loops(mode="edge")
_WRAP = _loops(mode="wrap")
_FROM_THE_IMAGE = _loops(weight=lambda w, x, b, o, c, m, n: x[b, c, m, n])
_MIRRORED = _loops(lambda x, b, c, i, j, m, n, s, p: x[b, c, i * s + n, j * s + m])

_SHIFTED = _loops(
    lambda x, b, c, i, j, m, n, s, p: x[b, c, i * s + m - 1, j * s + n - 1]
)
_BACKWARD = _loops(lambda x, b, c, i, j, m, n, s, p: x[b, c, i * s - m, j * s - n])
_NO_PIXEL = _loops(lambda x, b, c, i, j, m, n, s, p: 1.0)


def _averaged(image, weights, stride=1, pad=1):
    return convolve(image, weights, stride, pad) / np.prod(np.shape(weights)[2:])


def _one_short(image, weights, stride=1, pad=1):
    return convolve(image, weights, stride, pad)[:, :, :-1, :-1]


def _places_without_border(image, weights, stride=1, pad=1):
    if pad == 0:
        return convolve(image, weights, stride)
    sides = zip(np.shape(image)[2:], np.shape(weights)[2:], strict=True)
    rows, columns = (max((side - k) // stride + 1, 0) for side, k in sides)
    return convolve(image, weights, stride, pad)[:, :, :rows, :columns]


_TWICE_SAYS = (
    "The picture is padded already, and you correct for it once more. Give it pad 0."
)
_TURNED_SAYS = (
    "Your kernel is turned around, as in mathematics: here the first weight goes with "
    "the upper left pixel of the window."
)
_LAST_SAYS = "Only the last product survives: is it added, or put in place of the sum?"

_LONE = "this axis has a length of one"

_ONE = [
    case(*_pair((1, 1, 4, 6), (1, 1, 3, 3), 1)),
    case(*_pair((1, 1, 3, 5), (1, 1, 3, 3), 2), 0),
    case(*_pair((1, 1, 4, 3), (1, 1, 3, 3), 3), 2),
    case(np.arange(20).reshape(1, 1, 4, 5), _pictures(1, 1, 3, 3, seed=31), 1),
    case(*_pair((1, 1, 6, 5), (1, 1, 5, 3), 4), 1),
    case(*_pair((1, 1, 4, 6), (1, 1, 2, 5), 36), 1),
]

exercise(
    "10.3.2",
    title="Two places, four loops",
    stub="def conv_numpy_1(image, weights, pad=1):\n    ...  # your code\n",
    solution=(
        "def conv_numpy_1(image, weights, pad=1):\n"
        "    x, (K, L) = np.pad(image[0, 0], pad), weights.shape[2:]\n"
        "    out = np.zeros((1, 1, len(x) - K + 1, x.shape[1] - L + 1))\n"
        "    for i in range(out.shape[2]):\n"
        "        for j in range(out.shape[3]):\n"
        "            window = x[i : i + K, j : j + L]\n"
        "            out[0, 0, i, j] = np.sum(window * weights[0, 0])\n"
        "    return out\n"
    ),
    published=published("conv_numpy_1(image, weights, pad=1)"),
    rtol=1e-4,
    atol=1e-4,
    reference=lambda image, weights, pad=1: convolve(image, weights, 1, pad),
    cases=_ONE,
    equivalent={
        "x, (K, L) = (np.pad(image[-1, 0], pad), weights.shape[2:])": _LONE,
        "x, (K, L) = (np.pad(image[0, -1], pad), weights.shape[2:])": _LONE,
        "out[-1, 0, i, j] = np.sum(window * weights[0, 0])": _LONE,
        "out[0, -1, i, j] = np.sum(window * weights[0, 0])": _LONE,
        "out[0, 0, i, j] = np.sum(window * weights[-1, 0])": _LONE,
        "out[0, 0, i, j] = np.sum(window * weights[0, -1])": _LONE,
        "out = np.ones((1, 1, len(x) - K + 1, x.shape[1] - L + 1))": "all are replaced",
    },
    planted=[
        mistake(_unstrided(_turned), _TURNED_SAYS),
        mistake(_unstrided(_TWICE), _TWICE_SAYS),
        mistake(
            _unstrided(_no_border),
            "The border of zeros is missing: your picture becomes smaller.",
        ),
        mistake(
            _unstrided(_EDGE),
            "Your border repeats the outermost pixels. It should be zeros.",
        ),
        mistake(
            _unstrided(_WRAP),
            "Beyond the right side your picture begins again on the left.",
        ),
        mistake(
            _unstrided(_NO_KERNEL),
            "Every weight meets the same pixel: where do the two inner loops enter?",
        ),
        mistake(
            _unstrided(_KERNEL_ONLY),
            "All of your windows are the first one: where does the output's place "
            "enter?",
        ),
        mistake(
            _unstrided(_FROM_THE_IMAGE),
            "Print the two numbers that you multiply first.",
        ),
        mistake(
            _unstrided(_MIRRORED),
            "Rows of the kernel meet columns of the picture.",
        ),
        mistake(_unstrided(_added_up_at_the_end), _LAST_SAYS),
        mistake(
            lambda image, weights, pad=1: convolve(image, weights, 1, 1),
            "The border is one pixel wide, whatever `pad` is.",
        ),
        mistake(
            lambda image, weights, pad=1: (
                np.sum(weights) * np.asarray(image)
                if np.shape(image)[2:] == np.shape(convolve(image, weights, 1, pad))[2:]
                else np.zeros(1)
            ),
            "Each pixel is multiplied by all weights. Which weight belongs to which "
            "neighbor?",
        ),
        mistake(
            _unstrided(_SHIFTED),
            "Your windows begin a pixel too far up and to the left, and the first "
            "ones come in again on the other side.",
        ),
        mistake(
            _unstrided(_BACKWARD),
            "From its place, your window reaches up and to the left.",
        ),
        mistake(
            _unstrided(_NO_PIXEL),
            "The weights are right. Every pixel still counts as 1.",
        ),
        mistake(
            _unstrided(_averaged),
            "You divide by the number of weights. An output is a sum.",
        ),
        mistake(
            _unstrided(_one_short),
            "A row and a column of outputs are missing. At how many places does a "
            "kernel fit that is as large as the picture?",
        ),
        mistake(
            _unstrided(_places_without_border),
            "You count places in the picture without its border.",
        ),
        mistake(
            lambda image, weights, pad=1: convolve(image, weights, 1, pad)[0, 0],
            "These are the outputs. The axes of picture and channel are missing.",
        ),
        mistake(
            lambda image, weights, pad=1: (
                convolve(image, np.ones_like(weights), 1, pad) + np.sum(weights)
            ),
            "You add a weight to its pixel. What does the formula do with them?",
        ),
    ],
    hints=[
        "In the padded picture, which pixel is in the upper left corner of the window "
        "for output `i, j`?",
        "Weight `m, n` goes with pixel `i + m, j + n` of the padded picture: `pad` "
        "does not occur in it.",
    ],
)

_STRIDED = [
    case(*_pair((1, 1, 5, 7), (1, 1, 3, 3), 5), 2, 1),
    case(*_pair((1, 1, 12, 10), (1, 1, 3, 3), 6), 2, 1),
    case(*_pair((1, 1, 4, 6), (1, 1, 3, 3), 7), 1, 1),
    case(*_pair((1, 1, 8, 6), (1, 1, 3, 3), 8), 3, 0),
    case(*_pair((1, 1, 6, 9), (1, 1, 5, 3), 9), 3, 2),
    case(np.arange(20).reshape(1, 1, 4, 5), _pictures(1, 1, 3, 3, seed=32), 2, 1),
    case(*_pair((1, 1, 5, 8), (1, 1, 2, 4), 37), 2, 1),
]

_STRIDE_SAYS = "Give it stride 2 and compare: your windows are still neighbors."

exercise(
    "10.3.3",
    title="Take larger steps",
    stub="def conv_numpy_2(image, weights, stride=1, pad=1):\n    ...  # your code\n",
    solution=(
        "def conv_numpy_2(image, weights, stride=1, pad=1):\n"
        "    x, (K, L) = np.pad(image[0, 0], pad), weights.shape[2:]\n"
        "    rows = range(0, len(x) - K + 1, stride)\n"
        "    columns = range(0, x.shape[1] - L + 1, stride)\n"
        "    out = [[np.sum(x[i : i + K, j : j + L] * weights[0, 0])\n"
        "            for j in columns] for i in rows]\n"
        "    return np.array([[out]])\n"
    ),
    published=published("conv_numpy_2(image, weights, stride=1, pad=1)"),
    rtol=1e-4,
    atol=1e-4,
    reference=lambda image, weights, stride=1, pad=1: convolve(
        image, weights, stride, pad
    ),
    cases=_STRIDED,
    equivalent={
        "x, (K, L) = (np.pad(image[-1, 0], pad), weights.shape[2:])": _LONE,
        "x, (K, L) = (np.pad(image[0, -1], pad), weights.shape[2:])": _LONE,
        "out = [[np.sum(x[i:i + K, j:j + L] * weights[-1, 0]) for j in columns] "
        "for i in rows]": _LONE,
        "out = [[np.sum(x[i:i + K, j:j + L] * weights[0, -1]) for j in columns] "
        "for i in rows]": _LONE,
    },
    planted=[
        mistake(_UNSTRIDED, _STRIDE_SAYS),
        mistake(
            lambda image, weights, stride=1, pad=1: convolve(image, weights, 1, pad),
            "There are as many outputs as with stride 1.",
        ),
        mistake(
            _ROWS_ONLY,
            "You step over rows, and not over columns.",
        ),
        mistake(
            _COLUMNS_ONLY,
            "You step over columns, and not over rows.",
        ),
        mistake(
            _DILATED,
            "The stride moves the whole window. You pull the pixels in it apart.",
        ),
        mistake(_FROM_THE_IMAGE, "Which of your two factors is a weight? Print both."),
        mistake(_turned, "With stride 1 or 2, your kernel is the wrong way round."),
        mistake(
            lambda image, weights, stride=1, pad=1: convolve(
                np.asarray(image)[:, :, ::stride, ::stride], weights, 1, pad
            ),
            "You make the picture smaller first. Which pixels does a window lose?",
        ),
        mistake(
            lambda image, weights, stride=1, pad=1: convolve(image, weights, 1, pad)[
                :, :, stride - 1 :: stride, stride - 1 :: stride
            ],
            "Your first window begins too far down and to the right.",
        ),
        mistake(
            _no_border,
            "Is there a border around your picture?",
        ),
        mistake(_added_up_at_the_end, "One product only is kept of each window."),
        mistake(
            _MIRRORED,
            "Down and across are exchanged, in the kernel or in the picture.",
        ),
        mistake(
            _SHIFTED,
            "All your windows lie a pixel too high and too far to the left: what did "
            "padding do to the places?",
        ),
        mistake(
            _NO_PIXEL,
            "Which pixel belongs to a weight? In your sum each one counts as 1.",
        ),
        mistake(
            _averaged,
            "You take the mean of a window's products, where a sum is meant.",
        ),
        mistake(
            _one_short,
            "Your last row and your last column are missing: count the first place, "
            "too.",
        ),
        mistake(
            _places_without_border,
            "As many outputs as without a border: which height and width have you "
            "counted with?",
        ),
        mistake(
            lambda image, weights, stride=1, pad=1: convolve(
                image, weights, stride, pad
            )[0, 0],
            "The numbers are there, in two axes. Picture and channel have one each.",
        ),
        mistake(
            _NO_KERNEL,
            "Within a window, all weights meet its first pixel.",
        ),
    ],
    hints=[
        "Where is the upper left corner of the window for output 1, 0, with stride 2?",
        "Weight `m, n` goes with pixel `i * stride + m, j * stride + n` of the padded "
        "picture.",
    ],
)

question(
    "10.3.4",
    title="How large is the result?",
    prompt="A picture has 100 columns. The kernel has 7, the stride is 2, and there "
    "are 3 columns of zeros on each side. How many columns has the output?",
    answer=number(
        50, 0.2, "Yes. With 106 columns there are 100 places, of which 50 are used."
    ),
    near=[
        number(
            51, 0.2, "At the last one, does the window still end within the border?"
        ),
        number(49, 0.2, "Place 0 counts, too."),
        number(48, 0.2, "There are zeros on *both* sides."),
        number(47, 0.2, "That is without zeros."),
        number(100, 0.2, "That is with stride 1."),
        number(53, 0.2, "You halve the padded width. Can a window begin anywhere?"),
    ],
    otherwise="The first window begins at place 0 of 106 columns. Where does the last "
    "one begin?",
)

question(
    "10.3.5",
    title="Keep the size",
    prompt="On paper: the stride is 1, the kernel has 5 rows, and its dilation is 3. "
    "How many rows of zeros are needed at each end, so that there are as many outputs "
    "as pixels?",
    answer=number(6, 0.01, "Yes: $P = d(K-1)/2$."),
    near=[
        number(2, 0.01, "That is with dilation 1."),
        number(12, 0.01, "That is both ends together."),
        number(7, 0.01, "How many pixels lie between the outermost two weights?"),
        number(7.5, 0.01, "The kernel spans 13 rows, not 15."),
        number(3, 0.01, "How far does the first weight lie from the middle one?"),
        number(4, 0.01, "There are four gaps between five weights. How wide is each?"),
        number(13, 0.01, "That is the stretch that the kernel covers."),
    ],
    otherwise="Set the formula equal to $H$ and solve for $P$.",
)

question(
    "10.3.6",
    title="Count weights",
    prompt="A layer has 3 input channels (red, green, blue) and 16 output channels. "
    "Each output depends on windows of 3 by 3 pixels. How many weights does it have, "
    "for a picture of 100 by 100?",
    choices=[
        choice(
            "144",
            "Is the same kernel good for red and for blue? Each output channel has one "
            "for each input channel.",
        ),
        choice(
            "432",
            "Yes: 16 times 3 kernels of nine weights. The size of the picture does not "
            "matter.",
            right=True,
        ),
        choice(
            "4,320,000",
            "That would be so if each place had weights of its own.",
        ),
        choice(
            "27",
            "These are the weights of a single output channel.",
        ),
    ],
)

_CHANNELS = [
    case(*_pair((1, 2, 3, 4), (3, 2, 3, 3), 10), 2, 1),
    case(*_pair((1, 5, 4, 6), (2, 5, 3, 3), 11), 1, 1),
    case(*_pair((1, 3, 5, 4), (1, 3, 3, 3), 12), 1, 0),
    case(*_pair((1, 1, 4, 4), (2, 1, 3, 3), 13), 1, 1),
    case(*_pair((1, 2, 5, 6), (2, 2, 5, 3), 14), 3, 2),
    case(np.arange(24).reshape(1, 2, 4, 3), _pictures(2, 2, 3, 3, seed=33), 2, 1),
    case(*_pair((1, 3, 5, 7), (2, 3, 2, 4), 38), 3, 1),
]


def _with_channels(change):
    """Make a convolution with other weights, of the same shape."""

    def changed(image, weights, stride=1, pad=1):
        return convolve(image, change(np.asarray(weights, float)), stride, pad)

    return changed


def _first_of(axis):
    return _with_channels(
        lambda w: np.repeat(np.take(w, [0], axis), w.shape[axis], axis)
    )


def _one_channel(image, weights, stride=1, pad=1):
    return convolve(np.asarray(image)[:, :1], np.asarray(weights)[:, :1], stride, pad)


def _last_channel(image, weights, stride=1, pad=1):
    return convolve(np.asarray(image)[:, -1:], np.asarray(weights)[:, -1:], stride, pad)


def _same_channel(image, weights, stride=1, pad=1):
    image = np.asarray(image)
    first = np.repeat(image[:, :1], image.shape[1], axis=1)
    return convolve(first, weights, stride, pad)


def _channels_first_summed(image, weights, stride=1, pad=1):
    together = np.asarray(image).sum(axis=1, keepdims=True)
    return convolve(
        together, np.asarray(weights).sum(axis=1, keepdims=True), stride, pad
    )


def _channels_apart(image, weights, stride=1, pad=1):
    image, weights = np.asarray(image), np.asarray(weights)
    maps = [
        convolve(image[:, [c]], weights[:, [c]], stride, pad)
        for c in range(image.shape[1])
    ]
    return np.stack(maps, axis=2)


def _channels_behind(image, weights, stride=1, pad=1):
    return np.moveaxis(convolve(image, weights, stride, pad), 1, -1)


exercise(
    "10.3.7",
    title="Channels in, channels out",
    stub="def conv_numpy_3(image, weights, stride=1, pad=1):\n    ...  # your code\n",
    solution=(
        "def conv_numpy_3(image, weights, stride=1, pad=1):\n"
        "    (C_out, C_in), out = weights.shape[:2], []\n"
        "    for o in range(C_out):\n"
        "        w = weights[[o]]\n"
        "        maps = [conv_numpy_2(image[:, [c]], w[:, [c]], stride, pad)[0, 0]\n"
        "                for c in range(C_in)]\n"
        "        out.append(sum(maps))\n"
        "    return np.array([out])\n"
    ),
    uses={"conv_numpy_2": "10.3.3"},
    published=published("conv_numpy_3(image, weights, stride=1, pad=1)"),
    rtol=1e-4,
    atol=1e-4,
    reference=lambda image, weights, stride=1, pad=1: convolve(
        image, weights, stride, pad
    ),
    cases=_CHANNELS,
    equivalent={
        "maps = [conv_numpy_2(image[:, [c]], w[:, [c]], stride, pad)[-1, 0] "
        "for c in range(C_in)]": _LONE,
        "maps = [conv_numpy_2(image[:, [c]], w[:, [c]], stride, pad)[0, -1] "
        "for c in range(C_in)]": _LONE,
    },
    planted=[
        mistake(_UNSTRIDED, "It is right with stride 1. Try stride 2."),
        mistake(
            _first_of(0),
            "Your output channels are all equal: which index of `weights` tells them "
            "apart?",
        ),
        mistake(
            _first_of(1),
            "All input channels get the kernel of the first.",
        ),
        mistake(_same_channel, "You look at the first input channel again and again."),
        mistake(_one_channel, "Only the first input channel enters."),
        mistake(
            _last_channel,
            "Only the last input channel enters: are the others overwritten?",
        ),
        mistake(
            lambda image, weights, stride=1, pad=1: convolve(
                image, weights, stride, pad
            ).sum(axis=1, keepdims=True),
            "You add the output channels up. Each is a map of its own.",
        ),
        mistake(
            lambda image, weights, stride=1, pad=1: convolve(
                image, weights, stride, pad
            ) / np.shape(image)[1],
            "You average over the input channels; their contributions add up.",
        ),
        mistake(_turned, "In every channel the kernel is turned around."),
        mistake(_added_up_at_the_end, "Only the last product of all is kept."),
        mistake(
            _channels_first_summed,
            "You add up the input channels before their kernels have seen them.",
        ),
        mistake(
            _channels_apart,
            "There is a map for each pair of channels. Which of them belong into one?",
        ),
        mistake(
            _channels_behind,
            "Your output channels are the last axis. Where are they in the input?",
        ),
        mistake(
            lambda image, weights, stride=1, pad=1: convolve(
                image, weights, stride, pad)[0],
            "The maps are there. The axis of the picture, of length one, is missing.",
        ),
        mistake(
            lambda image, weights, stride=1, pad=1: np.swapaxes(
                convolve(image, weights, stride, pad), 2, 3),
            "Your maps lie on their side: rows come before columns.",
        ),
    ],
    hints=[
        "A window has nine pixels in each channel. How many numbers are added up now "
        "for one output?",
        "The loop over input channels is inside, and adds. The one over output "
        "channels is outside, and `weights[o, c, m, n]` tells which kernel is meant.",
    ],
)  # fmt: skip

_BATCHES = [
    case(*_pair((2, 1, 3, 4), (3, 1, 3, 3), 15), 2, 1),
    case(*_pair((2, 5, 4, 6), (2, 5, 3, 3), 16), 1, 1),
    case(*_pair((3, 2, 4, 3), (4, 2, 3, 3), 17), 1, 1),
    case(*_pair((3, 2, 5, 6), (2, 2, 3, 3), 18), 2, 0),
    case(*_pair((1, 3, 4, 4), (2, 3, 3, 3), 19), 1, 2),
    case(np.arange(24).reshape(2, 1, 4, 3), _pictures(3, 1, 3, 3, seed=34), 2, 1),
    case(*_pair((2, 2, 9, 8), (3, 2, 4, 5), 39), 3, 0),
]

_WEIGHT_OF_THE_PICTURE = _loops(weight=lambda w, x, b, o, c, m, n: w[b, c, m, n])


def _first_picture(image, weights, stride=1, pad=1):
    h = convolve(image, weights, stride, pad)
    return np.repeat(h[:1], len(h), axis=0)


def _first_picture_only(image, weights, stride=1, pad=1):
    return convolve(np.asarray(image)[:1], weights, stride, pad)


def _first_filled(image, weights, stride=1, pad=1):
    h = convolve(image, weights, stride, pad)
    h[1:] = 0
    return h


def _last_filled(image, weights, stride=1, pad=1):
    h = convolve(image, weights, stride, pad)
    h[:-1] = 0
    return h


def _all_into_first(image, weights, stride=1, pad=1):
    h = convolve(image, weights, stride, pad)
    h[0], h[1:] = h.sum(axis=0), 0
    return h


exercise(
    "10.3.8",
    title="A batch of pictures",
    stub="def conv_numpy_4(image, weights, stride=1, pad=1):\n    ...  # your code\n",
    solution=(
        "def conv_numpy_4(image, weights, stride=1, pad=1):\n"
        "    return np.array([conv_numpy_3(image[[b]], weights, stride, pad)[0]\n"
        "                     for b in range(len(image))])\n"
    ),
    uses={"conv_numpy_3": "10.3.7"},
    published=published("conv_numpy_4(image, weights, stride=1, pad=1)"),
    rtol=1e-4,
    atol=1e-4,
    reference=lambda image, weights, stride=1, pad=1: convolve(
        image, weights, stride, pad
    ),
    cases=_BATCHES,
    equivalent={
        "return np.array([conv_numpy_3(image[[b]], weights, stride, pad)[-1] "
        "for b in range(len(image))])": _LONE,
    },
    planted=[
        mistake(
            _first_picture,
            "All pictures give the result of the first: which part of the index "
            "changes from picture to picture?",
        ),
        mistake(
            _WEIGHT_OF_THE_PICTURE,
            "Does a weight know which picture it sees?",
        ),
        mistake(_first_picture_only, "Only one picture comes back."),
        mistake(
            _first_filled,
            "Only the first picture gets a result: does the outermost loop write "
            "into its own place?",
        ),
        mistake(
            lambda image, weights, stride=1, pad=1: convolve(
                image, weights, stride, pad
            ).sum(axis=0, keepdims=True),
            "You add the pictures up. They have nothing to do with one another.",
        ),
        mistake(_UNSTRIDED, "The test of the notebook has stride 1. Yours needs 2."),
        mistake(_first_of(0), "Within a picture, your output channels are all equal."),
        mistake(_first_of(1), "One kernel is used for all input channels."),
        mistake(_turned, "Picture by picture, the kernel is turned around."),
        mistake(
            _last_filled,
            "Only the last picture has a result.",
        ),
        mistake(
            _all_into_first,
            "What all pictures give is added up in the place of the first.",
        ),
        mistake(
            lambda image, weights, stride=1, pad=1: convolve(
                image, weights, stride, pad
            )[:, np.newaxis],
            "There are five axes: each picture has kept one of its own, of length one.",
        ),
        mistake(
            lambda image, weights, stride=1, pad=1: np.swapaxes(
                convolve(image, weights, stride, pad), 0, 1
            ),
            "Your first axis counts output channels, your second one pictures.",
        ),
        mistake(
            _channels_behind,
            "Rows and columns come last, in the output as in the input.",
        ),
        mistake(
            lambda image, weights, stride=1, pad=1: convolve(
                image, weights, stride, pad
            )[:, :1],
            "Each picture has the first of its output channels only.",
        ),
        mistake(_no_border, "None of your pictures has a border of zeros."),
        mistake(_ROWS_ONLY, "From column to column your windows move by one pixel."),
        mistake(_COLUMNS_ONLY, "From row to row your windows move by one pixel."),
        mistake(
            _SHIFTED,
            "In every picture the windows lie a pixel too far up and to the left.",
        ),
        mistake(
            _MIRRORED,
            "Kernel and window do not run in the same direction: which index goes "
            "down, and which across?",
        ),
        mistake(_NO_PIXEL, "Your output is a sum of weights: where are the pixels?"),
        mistake(
            _averaged,
            "You divide by the size of the kernel.",
        ),
        mistake(
            _one_short,
            "Of every map the last row and the last column are missing.",
        ),
        mistake(
            lambda image, weights, stride=1, pad=1: np.swapaxes(
                convolve(image, weights, stride, pad), 2, 3
            ),
            "In each map rows and columns are exchanged.",
        ),
        mistake(
            _NO_KERNEL,
            "Each window counts one pixel only: `m` and `n` choose just the weight.",
        ),
        mistake(
            _places_without_border,
            "You have forgotten the border where you count the outputs.",
        ),
    ],
    hints=[
        "Which of the loops adds something up, and which ones only fill places?",
        "A loop around all: picture `b` gives `out[b]`, and the weights are the same.",
    ],
)


_STUB = """def conv(image, weights, stride=1, pad=1):
    x = np.pad(image, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    K, L = weights.shape[2:]
    rows = range((x.shape[2] - K) // stride + 1)
    columns = range((x.shape[3] - L) // stride + 1)
    out = [[np.einsum("bcmn,ocmn->bo",
                      x[:, :, i + pad - 1:, j * stride:][:, :, :K, :L], weights)
            for j in columns] for i in rows]
    return np.transpose(out, (2, 3, 0, 1))
"""


def _sliced(row, column):
    """Make the given program with other beginnings of its windows."""

    def conv(image, weights, stride=1, pad=1):
        x = np.pad(image, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
        K, L = weights.shape[2:]
        h = convolve(image, weights, stride, pad)
        for i, j in np.ndindex(h.shape[2:]):
            window = x[:, :, row(i, stride, pad) :, column(j, stride, pad) :]
            h[:, :, i, j] = np.einsum("bcmn,ocmn->bo", window[:, :, :K, :L], weights)
        return h

    return conv


def _steps(i, s, p):
    return i * s


def _steps_and_border(i, s, p):
    return i * s + p - 1


def _as_given(i, s, p):
    return i + p - 1


exercise(
    "10.3.9",
    title="It passed four tests",
    stub=_STUB,
    solution=(
        "def conv(image, weights, stride=1, pad=1):\n"
        "    x = np.pad(image, ((0, 0), (0, 0), (pad, pad), (pad, pad)))\n"
        "    K, L = weights.shape[2:]\n"
        "    rows = range(0, x.shape[2] - K + 1, stride)\n"
        "    columns = range(0, x.shape[3] - L + 1, stride)\n"
        '    out = [[np.einsum("bcmn,ocmn->bo", x[:, :, i:i + K, j:j + L], weights)\n'
        "            for j in columns] for i in rows]\n"
        "    return np.transpose(out, (2, 3, 0, 1))\n"
    ),
    reference=lambda image, weights, stride=1, pad=1: convolve(
        image, weights, stride, pad
    ),
    rtol=1e-4,
    atol=1e-4,
    cases=[*_BATCHES, _STRIDED[3], _STRIDED[4]],
    planted=[
        mistake(
            _sliced(_steps_and_border, _steps),
            "The stride is mended. What does `pad - 1` do in the rows?",
        ),
        mistake(
            _sliced(_as_given, _steps),
            "The rows are as they were. Compare them with the columns.",
        ),
        mistake(
            _COLUMNS_ONLY,
            "The border is right now. In which direction does the window still take "
            "small steps?",
        ),
        mistake(_ROWS_ONLY, "Now the columns take small steps."),
        mistake(_UNSTRIDED, "Rows and columns agree now, without the stride."),
        mistake(
            _sliced(_steps_and_border, _steps_and_border),
            "Now both directions are shifted by `pad - 1`.",
        ),
        mistake(
            _sliced(_as_given, _as_given),
            "Rows and columns agree now: both have the two mistakes.",
        ),
        mistake(
            _sliced(lambda i, s, p: (i + p - 1) * s, _steps),
            "The stride is there, and it is multiplied with `pad - 1`, too.",
        ),
        mistake(
            _sliced(lambda i, s, p: max(i * s - p, 0), _steps),
            "You go back by the border. `x` is padded: where does its first window "
            "begin?",
        ),
        mistake(
            lambda image, weights, stride=1, pad=1: np.swapaxes(
                convolve(image, weights, stride, pad), 2, 3
            ),
            "Both mistakes are gone. But you have changed the last line, and now the "
            "columns come before the rows.",
        ),
    ],
    hints=[
        "Call it with `pad=0`, and then with `stride=2`. Which index is to blame?",
        "One index has two mistakes: compare what is done to `i` and to `j`.",
    ],
)

question(
    "10.3.10",
    title="A large table",
    prompt="Every 3 by 3 window of a picture of 1000 by 1000 pixels is written into a "
    "column of a table. About how many numbers does the table hold, for each pixel of "
    "the picture?",
    choices=[
        choice("1", "How many windows is a pixel in?"),
        choice("3", "The windows overlap in both directions."),
        choice(
            "9",
            "Yes. Nearly every pixel is in nine windows, and is written nine times.",
            right=True,
        ),
        choice("1000", "There are about as many windows as pixels."),
    ],
)


def _columns(order="cmn", places="yx", *, pad=0, step=None):
    """Make the table with its rows or columns in another order."""

    def columns(image, size):
        image = np.asarray(image)
        x = np.pad(image, ((0, 0), (pad, pad), (pad, pad)))
        view = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(1, 2))
        if step:
            view = view[:, ::size, ::size]
        axes = ["cyxmn".index(letter) for letter in order + places]
        return view.transpose(axes).reshape(len(image) * size**2, -1)

    return columns


def _only_reshaped(image, size):
    image = np.asarray(image)
    view = np.lib.stride_tricks.sliding_window_view(image, (size, size), axis=(1, 2))
    return view.reshape(len(image) * size**2, -1)


exercise(
    "10.3.11",
    title="A window in each column",
    stub="def im2col(image, size):\n    ...  # your code\n",
    solution=(
        "def im2col(image, size):\n"
        "    C, H, W = image.shape\n"
        "    table = [image[:, i : i + size, j : j + size].ravel()\n"
        "             for i in range(H - size + 1) for j in range(W - size + 1)]\n"
        "    return np.transpose(table)\n"
    ),
    reference=_columns(),
    cases=[
        case(np.arange(24.0).reshape(2, 3, 4), 2),
        case(_pictures(3, 5, 4, seed=20), 3),
        case(_pictures(1, 4, 4, seed=21), 2),
        case(_pictures(2, 4, 3, seed=22), 1),
        case(np.arange(30).reshape(1, 5, 6), 3),
    ],
    equivalent={
        "the result has the first argument's type": "pixels are copied as they are",
    },
    planted=[
        mistake(
            _columns("mnc"),
            "Your rows begin with the place in the window; in `weights.reshape`, the "
            "channel comes first.",
        ),
        mistake(
            _columns("cnm"),
            "Within a window you go down before you go to the right.",
        ),
        mistake(
            _columns(places="xy"),
            "The windows come column by column. They should come row by row.",
        ),
        mistake(
            _only_reshaped,
            "The shape is right, but `reshape` never changes the order of numbers: "
            "which axes must be moved first?",
        ),
        mistake(_columns(pad=1), "You add a border. None is asked for here."),
        mistake(_columns(step=2), "Your windows do not overlap."),
        mistake(
            lambda image, size: _columns()(np.asarray(image)[:1], size),
            "Only the first channel is in your table.",
        ),
        mistake(
            lambda image, size: _columns()(np.asarray(image), size)[:, :-1],
            "The last window is missing.",
        ),
        mistake(
            lambda image, size: _columns()(image, size).T.reshape(
                len(image) * size**2, -1
            ),
            "Each window is a row first, and then `reshape` cuts these rows elsewhere. "
            "How does a row become a column?",
        ),
        mistake(
            _columns("cnm", "xy"),
            "Your windows come column by column, and so do the pixels in each.",
        ),
        mistake(
            lambda image, size: _columns()(np.asarray(image)[:, ::-1, ::-1], size)[
                :, ::-1
            ],
            "In each column the last pixel of the window comes first.",
        ),
        mistake(
            lambda image, size: _columns()(
                np.asarray(image).sum(axis=0, keepdims=True), size
            ),
            "The channels are added up. Each has its own rows in the table.",
        ),
        mistake(
            lambda image, size: _columns()(image, size).reshape(
                len(image), size**2, -1
            ),
            "There is a table for each channel. They belong under one another.",
        ),
    ],
    hints=[
        "What does `ravel()` make of a window of shape `(C, size, size)`?",
        "Make a list of such raveled windows, row by row of the picture, and turn the "
        "list into columns.",
    ],
)


def _layers_do(result):
    try:
        layers = [tuple(int(value) for value in np.ravel(layer)) for layer in result]
    except (TypeError, ValueError):
        return "A list of (kernel, stride, padding), three whole numbers, is expected."
    if not layers:
        return "There is no layer in the list."
    if any(len(layer) != 3 for layer in layers):
        return "Each layer is a triple: kernel, stride, padding."
    if any(k < 1 or s < 1 or p < 0 for k, s, p in layers):
        return "Kernels and strides are at least 1, and paddings at least 0."
    if any(stride > kernel for kernel, stride, _ in layers):
        return "A stride that is larger than its kernel skips pixels."
    size, field, step, weights = 28, 1, 1, 0
    for kernel, stride, padding in layers:
        size = (size + 2 * padding - kernel) // stride + 1
        field += (kernel - 1) * step
        step *= stride
        weights += kernel**2
    if size != 7:
        return f"The result is {max(size, 0)} pixels high, not 7."
    if field < 15:
        return f"An output sees {field} rows: that is not enough."
    if weights > 27:
        return f"There are {weights} weights."
    return True


exercise(
    "10.3.12",
    title="From 28 to 7",
    stub="def layers():\n    return [(3, 1, 1), (3, 1, 1)]\n",
    solution="def layers():\n    return [(3, 2, 1), (3, 2, 1), (3, 1, 1)]\n",
    reference=lambda: [(3, 2, 1), (3, 2, 1), (3, 1, 1)],
    accept=_layers_do,
    cases=[case()],
    equivalent={
        "return [(3, 2, 0), (3, 2, 1), (3, 1, 1)]": "28, 13, 7 is right, too",
    },
    planted=[
        mistake(
            lambda: [(3, 2, 1), (3, 2, 1)],
            "The size is right, and nine weights are unused. What would another layer "
            "do for the window?",
        ),
        mistake(
            lambda: [(3, 1, 1), (3, 2, 1), (3, 2, 1)],
            "The same layers in another order: strides help only those that follow.",
        ),
        mistake(
            lambda: [(15, 4, 6)],
            "It sees enough, with more weights than are allowed. What do three small "
            "kernels cost?",
        ),
        mistake(
            lambda: [(1, 4, 0), (5, 1, 2)],
            "Your window reaches far enough, and has holes in it: three of four rows "
            "are never read.",
        ),
        mistake(
            lambda: [(4, 4, 0)],
            "It comes to 7 at once, but each output sees little.",
        ),
        mistake(
            lambda: [(5, 2, 2), (5, 2, 2)],
            "Two kernels of 25 weights are too many, and see less than you need.",
        ),
        mistake(
            lambda: [(3, 2, 1), (3, 1, 1), (3, 2, 1)],
            "Nearly. In which place does the layer with stride 1 reach farthest?",
        ),
    ],
    hints=[
        "Two strides of 2 bring 28 to 7. Kernels of 3 by 3 are the cheapest that see "
        "their neighbors.",
        "After both strides, a kernel of 3 adds two steps of four pixels to what an "
        "output sees.",
    ],
)


def _slid(image, gradient, *, pad=0):
    image = np.asarray(image, dtype=float)[None, None]
    return convolve(image, np.asarray(gradient)[None, None], padding=pad)[0, 0]


def _input_gradient_size(image, gradient):
    return np.asarray(image, dtype=float) * np.sum(gradient)


def _last_output(image, gradient):
    kept = np.zeros_like(gradient, dtype=float)
    kept[-1, -1] = np.asarray(gradient)[-1, -1]
    return _slid(image, kept)


def _without_last_row(image, gradient):
    kept = np.array(gradient, dtype=float)
    kept[-1] = 0
    return _slid(image, kept)


def _one_place(image, gradient):
    """Multiply each derivative with the pixel in its own place, for all weights."""
    gradient = np.asarray(gradient)
    R, S = gradient.shape
    same = np.sum(gradient * np.asarray(image)[:R, :S])
    return np.full_like(_slid(image, gradient), same)


exercise(
    "10.3.13",
    title="Back to the weights",
    stub="def weight_gradient(image, gradient):\n    ...  # your code\n",
    solution=(
        "def weight_gradient(image, gradient):\n"
        "    R, S = gradient.shape\n"
        "    K, L = image.shape[0] - R + 1, image.shape[1] - S + 1\n"
        "    return np.array([[np.sum(gradient * image[m : m + R, n : n + S])\n"
        "                      for n in range(L)] for m in range(K)])\n"
    ),
    reference=_slid,
    cases=[
        case(_pictures(5, 7, seed=23), _pictures(3, 4, seed=24)),
        case(_pictures(6, 6, seed=25), _pictures(4, 4, seed=26)),
        case(np.arange(12).reshape(3, 4), _pictures(2, 3, seed=35)),
        case(_pictures(4, 5, seed=27), _pictures(4, 5, seed=28)),
        case(_pictures(3, 4, seed=29), _pictures(1, 2, seed=30)),
    ],
    planted=[
        mistake(
            lambda image, gradient: _slid(image, np.asarray(gradient)[::-1, ::-1]),
            "You turn the gradient around. Output `i, j` saw pixel `i + m, j + n`.",
        ),
        mistake(
            lambda image, gradient: _slid(image, gradient)[::-1, ::-1],
            "Your weights come in the opposite order, corner for corner.",
        ),
        mistake(
            lambda image, gradient: _slid(image, gradient, pad=1),
            "Your result is larger than the kernel was.",
        ),
        mistake(
            lambda image, gradient: _slid(image, gradient) / np.size(gradient),
            "You average over the outputs. Each weight is in all of them, and its "
            "effects add up.",
        ),
        mistake(
            lambda image, gradient: _slid(image, np.ones_like(gradient)),
            "You add the pixels up, whatever their outputs' derivatives are.",
        ),
        mistake(
            _input_gradient_size,
            "This has the shape of the picture. There is a derivative for each weight.",
        ),
        mistake(
            _last_output,
            "Only the last output counts: is a new product added to the others, or "
            "does it replace them?",
        ),
        mistake(
            _without_last_row,
            "The last row of outputs is not in your sum.",
        ),
        mistake(
            _one_place,
            "All weights get the same derivative. In which pixels do they differ?",
        ),
        mistake(
            lambda image, gradient: _slid(image, gradient)[:-1, :-1],
            "A row and a column of weights are missing. How large is a kernel that "
            "leaves a picture as large as it was?",
        ),
    ],
    hints=[
        "In which outputs is weight `m, n`, and next to which pixel in each?",
        "Multiply `gradient` by the stretch of the picture that begins at `m, n` and "
        "has its shape, and add up.",
    ],
)
