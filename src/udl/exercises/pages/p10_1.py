"""Exercises and questions of page 10.1, convolution of signals."""

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
from udl.images import convolution

_X = np.array([5.2, 5.3, 5.4, 5.1, 10.1, 10.3, 9.9, 10.3, 3.2, 3.4, 3.3, 3.1])


def _signal(count, seed):
    return np.random.default_rng(seed).normal(size=count).round(2)


question(
    "10.1.1",
    title="At the ends",
    prompt="The signal is about 5 at its left end and about 3 at its right. All three "
    "weights are 0.33. What will the first and the last output be?",
    choices=[
        choice(
            "About the same as the signal there: an average of neighbors.",
            "Which neighbors does the first input have, and what are they worth?",
        ),
        choice(
            "About two thirds of the signal there.",
            "Yes. One of the three neighbors is a zero, which pulls the sum down.",
            right=True,
        ),
        choice(
            "About a third of the signal there.",
            "There are two inputs under the kernel, not one.",
        ),
        choice(
            "Larger than the signal there, since fewer inputs share the weights.",
            "The weights stay as they are. What do the missing inputs add?",
        ),
    ],
)


def _convolved(stride=1, dilation=1, *, change=lambda omega: omega, pad="constant"):
    """Make a convolution with another kernel or other values beyond the ends."""

    def convolved(x_in, omega):
        omega = change(np.asarray(omega, dtype=float))
        reach = dilation * (len(omega) // 2)
        mode = {"wrap": "wrap", "edge": "edge"}.get(pad, "constant")
        padded = np.pad(np.asarray(x_in, dtype=float), reach, mode=mode)
        starts = np.arange(0, len(x_in), stride)
        taps = dilation * np.arange(len(omega))
        return padded[starts[:, np.newaxis] + taps] @ omega

    return convolved


def _inside_only(reach):
    def inside(x_in, omega):
        h = convolution.convolve(x_in, omega)
        h[:reach] = h[len(h) - reach :] = 0
        return h

    return inside


def _valid(x_in, omega):
    reach = len(omega) // 2
    return convolution.convolve(x_in, omega)[reach : len(x_in) - reach]


def _wrapping_left(x_in, omega):
    """Take the last entries for those before the first."""
    reach = len(omega) // 2
    h = convolution.convolve(x_in, omega)
    for i in range(min(reach, len(h))):
        for k in range(reach - i):
            h[i] += omega[k] * x_in[i - reach + k]
    return h


def _wrong_at_the_end(x_in, omega):
    h = convolution.convolve(x_in, omega)
    h[-1] += (omega[-1] - omega[0]) * x_in[-2]
    return h


_ONE = [
    ([1.0, 2.0, 4.0, -1.0], [0.5, 2.0, -1.0]),
    (_X, np.array([0.33, 0.33, 0.33])),
    (_signal(7, 0), _signal(3, 1)),
    (_X, np.array([-1.0, 0.5, -0.2])),
    ([3, 1, 2], [1, 0, -2]),
    (np.array([3, 1, 2, 5]), [0.5, 1.25, -0.25]),
    (_signal(2, 2), _signal(3, 3)),
]


def _published(call):
    return published(
        call,
        takes=[lambda x_in: list(x_in), lambda omega: omega],
    )


exercise(
    "10.1.2",
    title="Slide three weights",
    stub="def conv_3_1_1_zp(x_in, omega):\n    ...  # your code\n",
    solution=(
        "def conv_3_1_1_zp(x_in, omega):\n"
        "    x = np.concatenate([[0], x_in, [0]])\n"
        "    return omega[0] * x[:-2] + omega[1] * x[1:-1] + omega[2] * x[2:]\n"
    ),
    published=_published("conv_3_1_1_zp(x_in, omega)"),
    reference=lambda x_in, omega: convolution.convolve(x_in, omega),
    cases=[case(*args) for args in _ONE],
    planted=[
        mistake(
            _convolved(change=lambda w: w[::-1]),
            "Does your first weight see the neighbor before or the one after?",
        ),
        mistake(
            _inside_only(1),
            "The edge has neighbors too: what value do they have?",
        ),
        mistake(
            _valid,
            "Two outputs are missing: with zeros beyond the ends there is one for "
            "each input.",
        ),
        mistake(
            _wrapping_left,
            "What does Python return for x[-1]?",
        ),
        mistake(
            _convolved(pad="wrap"),
            "Your signal goes round in a circle. Beyond the ends there are zeros.",
        ),
        mistake(
            _convolved(pad="edge"),
            "You repeat the first and the last value. Beyond the ends there are zeros.",
        ),
        mistake(
            _wrong_at_the_end,
            "Test with three different weights, and look at the last output.",
        ),
        mistake(
            lambda x_in, omega: np.sum(omega) * np.asarray(x_in, dtype=float),
            "Write the three inputs of one output down: are they different?",
        ),
        mistake(
            lambda x_in, omega: convolution.shift(convolution.convolve(x_in, omega), 1),
            "Your outputs are one place too far right: the middle weight goes with "
            "the input itself.",
        ),
        mistake(
            lambda x_in, omega: convolution.shift(
                convolution.convolve(x_in, omega), -1
            ),
            "Your outputs are one place too far left: the middle weight goes with the "
            "input itself.",
        ),
        mistake(
            _convolved(change=lambda w: w / np.sum(w)),
            "You divide by the sum of the weights. They are taken as they are.",
        ),
        mistake(
            lambda x_in, omega: np.convolve(x_in, omega),
            "There are two outputs too many, and np.convolve turns the kernel around.",
        ),
    ],
    hints=[
        "How would the sum look at place 0 if the signal had a zero before it?",
        "`x = np.concatenate([[0], x_in, [0]])`; which three stretches of it are the "
        "inputs before, at and after each place?",
    ],
)

exercise(
    "10.1.3",
    title="Equal weights hide it",
    stub=(
        "def conv_3(x_in, omega):\n"
        "    x_out = np.zeros(len(x_in))\n"
        "    for i in range(len(x_in)):\n"
        "        x_out[i] = omega[2] * x_in[i - 1] + omega[1] * x_in[i]\n"
        "        if i + 1 < len(x_in):\n"
        "            x_out[i] += omega[0] * x_in[i + 1]\n"
        "    return x_out\n"
    ),
    solution=(
        "def conv_3(x_in, omega):\n"
        "    x = np.concatenate([[0], x_in, [0]])\n"
        "    x_out = np.zeros(len(x_in))\n"
        "    for i in range(len(x_in)):\n"
        "        x_out[i] = omega @ x[i : i + 3]\n"
        "    return x_out\n"
    ),
    equivalent={
        "x_out = np.ones(len(x_in))": "all entries are replaced",
        "x_out[i] = x[i:i + 3] @ omega": "a product of two vectors has no order",
    },
    reference=lambda x_in, omega: convolution.convolve(x_in, omega),
    cases=[case(np.array(x), np.array(w, dtype=float)) for x, w in _ONE],
    planted=[
        mistake(
            _convolved(change=lambda w: w[::-1]),
            "The zero before the start is there now. Which weight goes with the input "
            "before?",
        ),
        mistake(
            _wrapping_left,
            "The weights are in order now. What is x_in[-1]?",
        ),
        mistake(
            _inside_only(1),
            "The first and the last output are left out. They see one neighbor.",
        ),
        mistake(
            _convolved(pad="edge"),
            "The first value is repeated before the start. There should be a zero.",
        ),
        mistake(
            _convolved(pad="wrap"),
            "Now it goes round at both ends.",
        ),
    ],
    hints=[
        "Try the signal `[0, 0, 1]` with the weights `[1, 2, 3]`.",
        "Two changes: exchange `omega[0]` and `omega[2]`, and leave the term with "
        "`x_in[i - 1]` out if `i` is 0.",
    ],
)

question(
    "10.1.4",
    title="How many outputs",
    prompt="A signal has 100 values, and no zeros are added: only outputs for which "
    "all inputs exist are computed. The kernel has 5 weights, the stride is 3 and the "
    "dilation 2. How many outputs are there?",
    answer=number(
        31,
        0.2,
        "Yes. The kernel spans 9 inputs; it fits at the places 0, 3, 6, ..., 90.",
    ),
    near=[
        number(32, 0.2, "That would be so with dilation 1. How far does the kernel "
               "reach?"),
        number(30, 0.2, "Count the first place, too."),
        number(34, 0.2, "That is with zeros at the ends."),
        number(33, 0.2, "Where does the last kernel end?"),
        number(92, 0.2, "That is with stride 1."),
        number(96, 0.2, "That is with stride 1 and dilation 1."),
    ],
    otherwise="How many inputs lie from the first weight's to the last one's? At which "
    "places can it begin?",
)  # fmt: skip

exercise(
    "10.1.5",
    title="Every second one",
    stub="def conv_3_2_1_zp(x_in, omega):\n    ...  # your code\n",
    solution=(
        "def conv_3_2_1_zp(x_in, omega):\n"
        "    x = np.concatenate([[0], x_in, [0]])\n"
        "    h = omega[0] * x[:-2] + omega[1] * x[1:-1] + omega[2] * x[2:]\n"
        "    return h[::2]\n"
    ),
    published=_published("conv_3_2_1_zp(x_in, omega)"),
    reference=lambda x_in, omega: convolution.convolve(x_in, omega, stride=2),
    cases=[case(*args) for args in _ONE],
    planted=[
        mistake(
            lambda x_in, omega: convolution.convolve(x_in, omega)[1::2],
            "Compare with every other value of your stride-1 result, from the first.",
        ),
        mistake(
            _convolved(dilation=2),
            "Which of the two changes the number of outputs, stride or dilation?",
        ),
        mistake(
            lambda x_in, omega: convolution.convolve(x_in, omega),
            "This is stride 1: an output for every input.",
        ),
        mistake(
            _convolved(stride=2, dilation=2),
            "The outputs are two apart, and so are your inputs. Those should be "
            "neighbors.",
        ),
        mistake(
            _convolved(stride=2, change=lambda w: w[::-1]),
            "Each kernel is the wrong way round: which weight goes with the input "
            "before?",
        ),
        mistake(
            _convolved(stride=3),
            "Your outputs are three apart.",
        ),
        mistake(
            lambda x_in, omega: convolution.convolve(x_in, omega)[::2][
                : len(x_in) // 2
            ],
            "For an odd number of inputs the last output is missing.",
        ),
    ],
    hints=[
        "Which outputs of stride 1 are left?",
        "Output `n` is at place `2 * n` of the input.",
    ],
)

_FIVE = [
    ([1.0, 2.0, 4.0, -1.0, 3.0, 0.5], [0.5, 2.0, -1.0, 0.25, 3.0]),
    (_X, np.array([0.2] * 5)),
    (_signal(9, 4), _signal(5, 5)),
    (np.array([3, 1, 2, 0, 4]), [0.5, 0, -2.25, 2, 1]),
    (_signal(3, 6), _signal(5, 7)),
]

exercise(
    "10.1.6",
    title="Five weights",
    stub="def conv_5_1_1_zp(x_in, omega):\n    ...  # your code\n",
    solution=(
        "def conv_5_1_1_zp(x_in, omega):\n"
        "    x = np.concatenate([[0, 0], x_in, [0, 0]])\n"
        "    n = len(x_in)\n"
        "    return sum(omega[k] * x[k : k + n] for k in range(5))\n"
    ),
    published=_published("conv_5_1_1_zp(x_in, omega)"),
    reference=lambda x_in, omega: convolution.convolve(x_in, omega),
    cases=[case(*args) for args in _FIVE],
    planted=[
        mistake(
            _convolved(change=lambda w: w[::-1]),
            "Does your first weight see the inputs before, or those after?",
        ),
        mistake(
            _inside_only(2),
            "Two outputs at each end stay zero. They see fewer inputs, but they see "
            "some.",
        ),
        mistake(
            _inside_only(1),
            "One output at each end stays zero. It sees three inputs.",
        ),
        mistake(
            _valid,
            "Four outputs are missing.",
        ),
        mistake(
            _wrapping_left,
            "What does Python return for x[-1] and x[-2]?",
        ),
        mistake(
            _convolved(pad="edge"),
            "Beyond the ends there are zeros, not copies of the last value.",
        ),
        mistake(
            _convolved(change=lambda w: w[1:4]),
            "The two outer weights are missing.",
        ),
        mistake(
            lambda x_in, omega: convolution.shift(convolution.convolve(x_in, omega), 1),
            "Your outputs are one place too far right: which weight is the middle one?",
        ),
        mistake(
            lambda x_in, omega: convolution.shift(convolution.convolve(x_in, omega), 2),
            "Your outputs are two places too far right: which weight goes with the "
            "input itself?",
        ),
    ],
    hints=[
        "How many zeros are needed at each end?",
        "With two zeros at each end, weight `k` goes with the stretch "
        "`x[k : k + len(x_in)]`.",
    ],
)

exercise(
    "10.1.7",
    title="With gaps",
    stub="def conv_3_1_2_zp(x_in, omega):\n    ...  # your code\n",
    solution=(
        "def conv_3_1_2_zp(x_in, omega):\n"
        "    x = np.concatenate([[0, 0], x_in, [0, 0]])\n"
        "    return omega[0] * x[:-4] + omega[1] * x[2:-2] + omega[2] * x[4:]\n"
    ),
    published=_published("conv_3_1_2_zp(x_in, omega)"),
    reference=lambda x_in, omega: convolution.convolve(x_in, omega, dilation=2),
    cases=[case(*args) for args in _ONE],
    planted=[
        mistake(
            lambda x_in, omega: np.sum(omega) * np.asarray(x_in, dtype=float),
            "Write the three inputs of one output down: are they different?",
        ),
        mistake(
            lambda x_in, omega: convolution.convolve(x_in, omega),
            "These inputs are neighbors: dilation 1.",
        ),
        mistake(
            _convolved(dilation=3),
            "Your gaps are one too wide. The printed book counts the inputs that are "
            "left out; here, neighbors have dilation 1.",
        ),
        mistake(
            _convolved(stride=2),
            "Which of the two changes the number of outputs, stride or dilation?",
        ),
        mistake(
            _convolved(dilation=2, change=lambda w: w[::-1]),
            "The kernel is the wrong way round: which weight goes with the input two "
            "places before?",
        ),
        mistake(
            _convolved(dilation=2, pad="wrap"),
            "Your signal goes round in a circle. There are zeros beyond the ends.",
        ),
        mistake(
            _convolved(dilation=2, pad="edge"),
            "There are zeros beyond the ends, not copies of the last value.",
        ),
        mistake(
            lambda x_in, omega: _inside_only(2)(
                x_in, [omega[0], 0, omega[1], 0, omega[2]]
            ),
            "Two outputs at each end stay zero. They see some inputs.",
        ),
    ],
    hints=[
        "Which five inputs would a kernel of five weights see, and which two of its "
        "weights are zero now?",
        "With two zeros at each end: `x[:-4]`, `x[2:-2]` and `x[4:]`.",
    ],
)


def _matrix(n_out, omega, *, offsets=(-1, 0, 1), turn=False):
    A = np.zeros((n_out, n_out))
    for weight, offset in zip(omega, offsets, strict=True):
        A += weight * np.eye(n_out, k=offset)
    return A.T if turn else A


exercise(
    "10.1.8",
    title="The matrix",
    stub="def get_conv_mat_3_1_1_zp(n_out, omega):\n    ...  # your code\n",
    solution=(
        "def get_conv_mat_3_1_1_zp(n_out, omega):\n"
        "    before, after = np.eye(n_out, k=-1), np.eye(n_out, k=1)\n"
        "    return omega[0] * before + omega[1] * np.eye(n_out) + omega[2] * after\n"
    ),
    published=published("get_conv_mat_3_1_1_zp(n_out, omega)"),
    equivalent={
        "right for the sizes of the first case only": "there are always three weights",
    },
    reference=lambda n_out, omega: convolution.convolution_matrix(n_out, omega),
    cases=[
        case(4, np.array([0.5, 2.0, -1.0])),
        case(12, np.array([-1.0, 0.5, -0.2])),
        case(5, np.array([1, 3, -2])),
        case(2, _signal(3, 8)),
        case(7, _signal(3, 9)),
    ],
    planted=[
        mistake(
            lambda n_out, omega: _matrix(n_out, omega, turn=True),
            "Row i computes output i: in which column does the neighbor before it "
            "stand?",
        ),
        mistake(
            lambda n_out, omega: _matrix(n_out, omega, offsets=(0, 1, 2)),
            "Which weight multiplies the position itself? Yours is the first.",
        ),
        mistake(
            lambda n_out, omega: _matrix(n_out, omega, offsets=(-2, -1, 0)),
            "Which weight multiplies the position itself? Yours is the last.",
        ),
        mistake(
            lambda n_out, omega: _matrix(n_out, omega)
            + omega[0] * np.eye(n_out, k=n_out - 1)
            + omega[2] * np.eye(n_out, k=1 - n_out),
            "Your matrix goes round in a circle: look at its corners.",
        ),
        mistake(
            lambda n_out, omega: omega[1] * np.eye(n_out),
            "The neighbors are missing.",
        ),
        mistake(
            lambda n_out, omega: _matrix(n_out, omega)
            * ((np.arange(n_out) > 0) & (np.arange(n_out) < n_out - 1))[:, None],
            "The first and the last row are zero. These outputs see two inputs.",
        ),
        mistake(
            lambda n_out, omega: _matrix(n_out, omega, offsets=(-2, 0, 2)),
            "These inputs are two places away.",
        ),
    ],
    hints=[
        "Write down the second row: which inputs are in the second output?",
        "`np.eye(n_out, k=-1)` has ones just below the diagonal.",
    ],
)  # fmt: skip

question(
    "10.1.9",
    title="Smooth and lose",
    prompt="The kernel $(\\frac13, \\frac13, \\frac13)$ slides along 11 inputs. For "
    "which $k$ is the eigenvalue zero, so that a signal is lost?",
    answer=number(
        8,
        0.2,
        "Yes: $\\cos\\frac{8\\pi}{12} = -\\frac12$. The signal $v_i = "
        "\\sin\\frac{8\\pi i}{12}$ vanishes altogether.",
    ),
    near=[
        number(4, 0.2, "There the cosine is $+\\frac12$."),
        number(6, 0.2, "There the cosine is zero, and the eigenvalue a third."),
        number(11, 0.2, "There the cosine is nearly $-1$: the eigenvalue is negative."),
        number(0, 0.2, "$k$ begins with 1."),
    ],
    otherwise="Which value must the cosine have? Which angle is that?",
)

question(
    "10.1.10",
    title="A shift and a stride",
    prompt="A layer has stride 2. Its input is moved by one place, far from the ends. "
    "What happens to its output?",
    choices=[
        choice(
            "It is moved by one place.",
            "One place in the output is two places in the input.",
        ),
        choice(
            "It is moved by half a place, which is rounded.",
            "There is nothing to round: each output is computed from three inputs. "
            "From which ones now?",
        ),
        choice(
            "In general it is another output, not a moved one.",
            "Yes. It holds the values that were left out before.",
            right=True,
        ),
        choice(
            "It stays as it is.",
            "Each output sees other values now.",
        ),
    ],
)

question(
    "10.1.11",
    title="The same kernel twice",
    prompt="The kernel $(-1, 0.5, -0.2)$ is applied, and then once more to the result. "
    "Far from the ends, is there a single kernel that does the same?",
    choices=[
        choice(
            "No: what the second layer sees depends on the first.",
            "It does, but linearly. What is a weighted sum of weighted sums?",
        ),
        choice(
            "Yes, with the squared weights $(1, 0.25, 0.04)$.",
            "Send a single 1 through both and look: how many outputs see it?",
        ),
        choice(
            "Yes, with three weights, but others.",
            "How far does an output see after two layers?",
        ),
        choice(
            "Yes, with five weights.",
            "Yes. An output sees two inputs to either side. The weights follow.",
            right=True,
        ),
    ],
)


def _joined(first, second):
    return np.convolve(np.asarray(first, dtype=float), np.asarray(second, dtype=float))


exercise(
    "10.1.12",
    title="One kernel for two",
    stub="def kernel_of_two(first, second):\n    ...  # your code\n",
    solution=(
        "def kernel_of_two(first, second):\n"
        "    one = np.zeros(len(first) + len(second) - 1)\n"
        "    for l in range(len(second)):\n"
        "        one[l : l + len(first)] += second[l] * np.array(first)\n"
        "    return one\n"
    ),
    reference=convolution.kernel_of_two,
    cases=[
        case(np.array([1.0, -2.0, 0.5]), np.array([3.0, 0.0, 1.0, 2.0, -1.0])),
        case(np.array([-1.0, 0.5, -0.2]), np.array([-1.0, 0.5, -0.2])),
        case(_signal(5, 10), _signal(3, 11)),
        case(np.array([2.0]), _signal(3, 12)),
        case(np.array([1, 0, 2]), np.array([0.5, 3, 1])),
    ],
    planted=[
        mistake(
            lambda first, second: np.correlate(first, second, "full"),
            "One of the kernels is turned around.",
        ),
        mistake(
            lambda first, second: np.correlate(second, first, "full"),
            "The first kernel is turned around.",
        ),
        mistake(
            lambda first, second: _joined(first, second)[::-1],
            "Your kernel is the wrong way round.",
        ),
        mistake(
            lambda first, second: np.convolve(first, second, "same"),
            "The outer weights are missing: how far does an output see?",
        ),
        mistake(
            lambda first, second: (
                np.asarray(first) * second if len(first) == len(second) else np.zeros(1)
            ),
            "You multiply weight by weight. Send a single 1 through both and look.",
        ),
        mistake(
            lambda first, second: np.concatenate([first, second]),
            "You put one kernel behind the other.",
        ),
        mistake(
            lambda first, second: np.outer(first, second),
            "These are all the products. Which of them meet at one place?",
        ),
    ],
    hints=[
        "Weight $k$ of the first and weight $l$ of the second meet at place $k+l$.",
        "For each `l`, add `second[l] * first` to a stretch that begins at `l`.",
    ],
)


def _field(
    *,
    add=lambda size, dilation, step: (size - 1) * dilation * step,
    before=True,
    start=1,
    backward=False,
):
    def field(sizes, strides, dilations):
        layers = list(zip(sizes, strides, dilations, strict=True))
        total, step = start, 1
        for size, stride, dilation in layers[::-1] if backward else layers:
            if not before:
                step *= stride
            total += add(size, dilation, step)
            if before:
                step *= stride
        return int(total)

    return field


exercise(
    "10.1.13",
    title="How far it sees",
    stub="def receptive_field(sizes, strides, dilations):\n    ...  # your code\n",
    solution=(
        "def receptive_field(sizes, strides, dilations):\n"
        "    field, step = 1, 1\n"
        "    for l in range(len(sizes)):\n"
        "        field = field + (sizes[l] - 1) * dilations[l] * step\n"
        "        step = step * strides[l]\n"
        "    return field\n"
    ),
    reference=convolution.receptive_field,
    equivalent={
        "for l in range(len(strides)):": "the three are equally long",
        "the result has the first argument's type": "a number in an array is a number",
    },
    cases=[
        case([3, 5], [2, 1], [1, 2]),
        case([3, 3, 3], [1, 2, 1], [1, 1, 2]),
        case([5], [3], [2]),
        case([3, 3, 5, 3], [2, 2, 1, 3], [1, 2, 1, 1]),
        case([1, 3], [2, 2], [1, 1]),
        case(np.array([3, 5, 7]), np.array([2, 3, 1]), np.array([3, 1, 2])),
    ],
    planted=[
        mistake(
            _field(before=False),
            "A layer's stride matters to the layers after it, not to itself.",
        ),
        mistake(
            _field(add=lambda size, dilation, step: (size - 1) * dilation),
            "After a stride of 2, what follows is twice as far apart.",
        ),
        mistake(
            _field(add=lambda size, dilation, step: (size - 1) * step),
            "Where are the dilations?",
        ),
        mistake(
            _field(add=lambda size, dilation, step: size * dilation * step),
            "A kernel of 3 adds two inputs, not three.",
        ),
        mistake(
            _field(start=0),
            "How many inputs does an output see with no layer at all?",
        ),
        mistake(
            _field(backward=True),
            "You begin with the last layer. Strides matter to what comes after.",
        ),
        mistake(
            _field(add=lambda size, dilation, step: (size // 2) * dilation * step),
            "You count one side. The kernel reaches to both.",
        ),
        mistake(
            lambda sizes, strides, dilations: int(np.prod(sizes)),
            "Sizes do not multiply: each layer adds something.",
        ),
    ],
    hints=[
        "One layer of size 3 sees three inputs: 1 and 2 more. What does another add?",
        "Keep the product of the strides so far, and add `(size - 1) * dilation` times "
        "it.",
    ],
)


def _filters(result):
    weights = np.asarray(result, dtype=float)
    if weights.shape != (3,) or not np.isfinite(weights).all():
        return "Three weights are expected."
    kept, lost = weights.sum(), weights[0] - weights[1] + weights[2]
    if abs(kept - 1) > 1e-6:
        return f"A constant of 1 comes out as {kept:.3g}."
    if abs(lost) > 1e-6:
        return f"The signal 1, -1, 1, ... comes out with a size of {abs(lost):.3g}."
    if np.sum(weights**2) > 0.4:
        return f"Noise of variance 1 comes out with {np.sum(weights**2):.3g}."
    return True


exercise(
    "10.1.14",
    title="A kernel of your own",
    stub="def weights():\n    return [1 / 3, 1 / 3, 1 / 3]\n",
    solution="def weights():\n    return np.array([0.25, 0.5, 0.25])\n",
    reference=lambda: np.array([0.25, 0.5, 0.25]),
    accept=_filters,
    cases=[case()],
    planted=[
        mistake(
            lambda: np.array([0.5, 0.5, 0.5]),
            "The sum decides what becomes of a constant.",
        ),
        mistake(
            lambda: np.array([0.5, 0.5, 0.0]),
            "Constants stay and the alternating signal is gone, but with two weights "
            "the noise is too large.",
        ),
        mistake(
            lambda: np.array([0.0, 1.0, 0.0]),
            "This changes nothing at all.",
        ),
        mistake(
            lambda: np.array([0.5, 0.0, 0.5]),
            "Your outputs of the alternating signal are as large as before: both "
            "neighbors agree.",
        ),
        mistake(
            lambda: np.array([1.0, 2.0, 1.0]),
            "The shape is right. What does a constant become?",
        ),
    ],
    hints=[
        "Write down the two equations: what is the output for a constant 1, and what "
        "for 1, -1, 1?",
        "The middle weight is one half, and the outer ones share the other half.",
    ],
)


def _pulled(change=lambda w: w[::-1], *, turn=False):
    def pulled(gradient, omega):
        g = np.asarray(gradient, dtype=float)
        h = convolution.convolve(g, change(np.asarray(omega, dtype=float)))
        return h[::-1] if turn else h

    return pulled


exercise(
    "10.1.15",
    title="Back to the inputs",
    stub="def input_gradient(gradient, omega):\n    ...  # your code\n",
    solution=(
        "def input_gradient(gradient, omega):\n"
        "    g = np.concatenate([[0], gradient, [0]])\n"
        "    return omega[2] * g[:-2] + omega[1] * g[1:-1] + omega[0] * g[2:]\n"
    ),
    reference=convolution.input_gradient,
    cases=[
        case(np.array([1.0, 0.0, 2.0, -1.0]), np.array([0.5, 2.0, -1.0])),
        case(_signal(9, 13), _signal(3, 14)),
        case(np.array([0, 1, 0, 0]), np.array([0.7, 8, 9])),
        case(_signal(2, 15), _signal(3, 16)),
    ],
    planted=[
        mistake(
            _pulled(lambda w: w),
            "Input j is in output j + 1 as the one before: with which weight?",
        ),
        mistake(
            lambda gradient, omega: omega[1] * np.asarray(gradient, dtype=float),
            "Each input is in three outputs.",
        ),
        mistake(
            lambda gradient, omega: np.sum(omega) * np.asarray(gradient, dtype=float),
            "The three outputs that an input is in have different derivatives.",
        ),
        mistake(
            _pulled(turn=True),
            "Your result is in the wrong order.",
        ),
        mistake(
            lambda gradient, omega: np.linalg.lstsq(
                convolution.convolution_matrix(len(gradient), omega),
                np.asarray(gradient, dtype=float), rcond=None,
            )[0],
            "You undo the convolution. Derivatives go back through the transpose, not "
            "through the inverse.",
        ),
        mistake(
            lambda gradient, omega: _inside_only(1)(gradient, np.asarray(omega)[::-1]),
            "The first and the last input are in two outputs each.",
        ),
    ],
    hints=[
        "In which outputs is input $j$, and with which weight in each?",
        "It is a convolution of the gradient with the kernel turned around.",
    ],
)  # fmt: skip
