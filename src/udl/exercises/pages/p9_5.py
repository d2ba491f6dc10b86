"""Exercises and questions of page 9.5, augmentation."""

from dataclasses import replace

import numpy as np

from udl.datasets.mnist1d import mnist1d
from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)
from udl.exercises.seeded import Seeded
from udl.generalization.augmentation import neighbor_error, penalty, rotate

_WAVE = np.array([0.5, -1.0, 2.0, 3.0, -0.5])
_LONG = np.array([1.0, 4.0, -2.0, 0.5, 3.0, 7.0, -1.0])
_ROWS = np.array([[1.0, 2.0, 3.0, 4.0], [5.0, -1.0, 0.0, 2.0], [7.0, 3.0, 9.0, -4.0]])
_OMEGA = np.array([1.0, -2.0, 0.5])
_COPIES = np.array([[1.0, 2.0, 3.0], [3.0, 1.0, 2.0], [2.0, 3.0, 1.0], [4.0, 0.0, 1.0]])
_SAME_TYPE = {
    "the result has the first argument's type": "a rotation computes no new numbers"
}
_TARGETS = {4: 0.515, 6: 0.50, 8: 0.495}
_CALLS = 800


def _zeros_come_in(x, offset):
    moved = np.zeros(len(x))
    for d in range(len(x)):
        if 0 <= d - offset < len(x):
            moved[d] = x[d - offset]
    return moved


def _zeros_of_the_remainder(x, offset):
    return _zeros_come_in(x, offset % len(x))


def _the_edge_stays(x, offset):
    return x[np.clip(np.arange(len(x)) - offset, 0, len(x) - 1)]


exercise(
    "9.5.1",
    title="Rotate a signal",
    stub="def shift(x, offset):\n    ...  # your code\n",
    solution="def shift(x, offset):\n    return np.roll(x, offset)\n",
    equivalent=_SAME_TYPE,
    reference=rotate,
    cases=[
        case(_WAVE, 2),
        case(_LONG, 3),
        case(_LONG, -2),
        case(_WAVE, 0),
        case(_WAVE, 12),
        case(np.array([3, 1, 4, 1]), 1),
    ],
    random_case=lambda rng: case(rng.normal(size=11), 4),
    planted=[
        mistake(
            _zeros_come_in,
            "You fill with zeros. A rotation loses nothing: compare the sums before "
            "and after.",
        ),
        mistake(
            _the_edge_stays,
            "You repeat the height at the edge. What leaves at one end comes in at the "
            "other.",
        ),
        mistake(
            lambda x, offset: np.roll(x, -offset),
            "You rotate to the left. Where should the first height be if the offset is "
            "1?",
        ),
        mistake(
            lambda x, offset: np.roll(np.zeros(len(x)), offset),
            "You rotate an array of zeros, not the signal.",
        ),
        mistake(
            lambda x, offset: np.roll(x, 1),
            "You always move by one place. What is the offset for?",
        ),
        mistake(
            lambda x, offset: np.concatenate([x[offset:], x[:offset]]),
            "For a positive offset, the last heights come first. Which ones do you put "
            "first?",
        ),
        mistake(
            lambda x, offset: np.roll(x, offset)[::-1],
            "The signal runs backward. Rotate it, and leave its direction alone.",
        ),
        mistake(
            lambda x, offset: np.concatenate([x[-offset:], x[:-offset]]),
            "Right for most offsets. Slices count differently when an offset is larger "
            "than the signal.",
        ),
        mistake(
            _zeros_of_the_remainder,
            "You fill with zeros. What leaves at one end comes in at the other.",
        ),
        mistake(
            lambda x, offset: x + offset,
            "You add the offset to the heights. It moves them along the signal.",
        ),
    ],
    hints=[
        "numpy has a function for exactly this; or compute for each place from which "
        "place its height comes.",
        "`np.roll(x, offset)`, or `x[(np.arange(D) - offset) % D]`.",
    ],
)

_MANY_FACTORS = "A factor for each height is noise. One factor for the whole signal."
_NO_ROTATION = "Your copies are not rotated: only the factor changes."
_ONE_OFFSET = "Every copy has the same offset. Draw it anew in each call."
_FEW_OFFSETS = (
    "Called 800 times, you use only some of the offsets. Each from 0 to D - 1 should "
    "occur."
)
_NO_FACTOR = "Your copies are rotated, but all have the height of the original."
_ONE_FACTOR = "Every copy has the same factor. Draw it anew in each call."
_FACTOR_RANGE = "Some of your factors are not between 0.8 and 1.2."
_FACTOR_NARROW = "Your factors do not fill the whole range from 0.8 to 1.2 evenly."
_NO_COPY = "What you return is not a rotated copy of the signal times a factor."
_LOST = "Some heights are lost: what leaves at one end comes in at the other."
_ONE_NUMBER = "Offset and factor rise together: do both come from one random number?"
_ZEROS = "Your copies are all zero. Print one of them."


def _drawn(made, x, rng):
    """Whether copies are rotated by all offsets and scaled by all factors."""
    made, width = np.asarray(made, dtype=float), len(x)
    if made.size != _CALLS * width:
        return False
    made = made.reshape(_CALLS, width)  # a column is a copy, too
    if not made.any():
        return _ZEROS
    if np.any(made == 0):
        return _LOST
    turns = np.array([np.roll(x, offset) for offset in range(width)])
    factors = made @ turns.T / (x @ x)
    misses = np.sum((made[:, None] - factors[..., None] * turns) ** 2, axis=2)
    offset = np.argmin(misses, axis=1)
    factor = factors[np.arange(_CALLS), offset]
    if np.max(misses.min(axis=1)) > 1e-9 * (x @ x):
        ratios = made / x
        few = np.all((ratios > 0.79) & (ratios < 1.21))
        return _MANY_FACTORS if few or _each_scaled(made, turns) else _NO_COPY
    if np.all(offset == 0):
        return _NO_ROTATION if np.ptp(factor) > 1e-6 else False
    if np.ptp(offset) == 0:
        return _ONE_OFFSET
    if np.allclose(factor, 1):
        return _NO_FACTOR
    if np.ptp(factor) < 1e-9:
        return _ONE_FACTOR
    if factor.min() < 0.8 - 1e-6 or factor.max() > 1.2 + 1e-6:
        return _FACTOR_RANGE
    quarters = np.histogram(factor, 4, (0.8 - 1e-6, 1.2 + 1e-6))[0]
    if quarters.min() < 130 or quarters.max() > 270:
        return _FACTOR_NARROW
    if abs(np.corrcoef(offset, factor)[0, 1]) > 0.5:
        return _ONE_NUMBER
    return set(range(1, width)) <= set(offset) or _FEW_OFFSETS  # 0 may be left out


def _each_scaled(made, turns):
    """Whether each height of every copy is scaled by some factor of its own."""
    ratios = made[:20, None] / turns
    return np.all(np.any(np.all((ratios > 0.79) & (ratios < 1.21), axis=2), axis=1))


def _augment(x, rng):
    return np.roll(x, rng.integers(len(x))) * rng.uniform(0.8, 1.2)


def _both_from_one_number(x, rng):
    number = rng.random()
    return np.roll(x, int(number * len(x))) * (0.8 + 0.4 * number)


def _calls(*args):
    return replace(case(*args), calls=_CALLS)


_SIGNAL = np.random.default_rng(4).normal(size=40)

exercise(
    "9.5.2",
    title="One augmented copy",
    stub="def augment(x, rng):\n    ...  # your code\n",
    solution=(
        "def augment(x, rng):\n"
        "    offset = rng.integers(len(x))\n"
        "    return rng.uniform(0.8, 1.2) * np.roll(x, offset)\n"
    ),
    equivalent={"the result has the first argument's type": "a signal is of floats"},
    published=published("augment(input_vector)", takes=["x"]),
    reference=_augment,
    accept=_drawn,
    cases=[
        _calls(_SIGNAL, Seeded(0)),
        _calls(_SIGNAL[::-1] * 10, Seeded(1)),
        _calls(_SIGNAL[:23], Seeded(2)),
    ],
    uses={"shift": "9.5.1"},
    planted=[
        mistake(
            lambda x, rng: (
                np.roll(x, rng.integers(len(x))) * rng.uniform(0.8, 1.2, len(x))
            ),
            _MANY_FACTORS,
        ),
        mistake(lambda x, rng: rng.uniform(0.8, 1.2) * x, _NO_ROTATION),
        mistake(lambda x, rng: rng.uniform(0.8, 1.2) * np.roll(x, 5), _ONE_OFFSET),
        mistake(
            lambda x, rng: rng.uniform(0.8, 1.2) * np.roll(x, rng.integers(-5, 6)),
            _FEW_OFFSETS,
        ),
        mistake(lambda x, rng: np.roll(x, rng.integers(len(x))), _NO_FACTOR),
        mistake(lambda x, rng: 1.1 * np.roll(x, rng.integers(len(x))), _ONE_FACTOR),
        mistake(
            lambda x, rng: rng.uniform(0, 1) * np.roll(x, rng.integers(len(x))),
            _FACTOR_RANGE,
        ),
        mistake(
            lambda x, rng: rng.uniform(1, 1.2) * np.roll(x, rng.integers(len(x))),
            _FACTOR_NARROW,
        ),
        mistake(
            lambda x, rng: rng.uniform(0.8, 1.2) * rng.permutation(x),
            _NO_COPY,
        ),
        mistake(
            lambda x, rng: (
                rng.uniform(0.8, 1.2) * np.roll(np.zeros(len(x)), rng.integers(len(x)))
            ),
            _ZEROS,
        ),
        mistake(
            _both_from_one_number,
            _ONE_NUMBER,
        ),
    ],
    hints=[
        "How many random numbers does one copy need? Two.",
        "`rng.integers(len(x))` is the offset, `rng.uniform(0.8, 1.2)` the factor.",
    ],
)


def _enlarge(x, y, offsets):
    moved = [np.roll(x, offset, axis=1) for offset in offsets]
    return np.concatenate([x, *moved]), np.tile(y, len(offsets) + 1)


def _with_inputs(make):
    """Make an enlarged set whose inputs, or labels, come from another line."""
    return lambda x, y, offsets: make(x, y, offsets, *_enlarge(x, y, offsets))


exercise(
    "9.5.3",
    title="Copies and their labels",
    stub=(
        "def enlarge(x, y, offsets):\n"
        "    moved = [np.roll(x, offset, axis=1) for offset in offsets]\n"
        "    return np.concatenate([x, *moved]), np.repeat(y, len(offsets) + 1)\n"
    ),
    solution=(
        "def enlarge(x, y, offsets):\n"
        "    moved = [np.roll(x, offset, axis=1) for offset in offsets]\n"
        "    return np.concatenate([x, *moved]), np.tile(y, len(offsets) + 1)\n"
    ),
    equivalent=_SAME_TYPE,
    parts=["inputs", "labels"],
    reference=_enlarge,
    cases=[
        case(_ROWS, np.array([7, 2, 5]), [1, -1, 2]),
        case(_ROWS[:2], np.array([0, 1]), [3]),
        case(np.arange(20.0).reshape(4, 5), np.array([4, 4, 9, 1]), [2, 3]),
        case(_ROWS, np.array([3, 8, 3]), []),
    ],
    planted=[
        mistake(
            lambda x, y, offsets: (_enlarge(x, y, offsets)[0], y),
            "There are more inputs now, but no more labels. Each new row needs one.",
        ),
        mistake(
            _with_inputs(
                lambda x, y, offsets, inputs, labels: (
                    np.concatenate([np.roll(x, o, axis=1) for o in [*offsets, 0]]),
                    labels,
                )
            ),
            "The originals should come first, then one block for each offset.",
        ),
        mistake(
            _with_inputs(
                lambda x, y, offsets, inputs, labels: (
                    np.concatenate([x, *(np.roll(x, o, axis=0) for o in offsets)]),
                    labels,
                )
            ),
            "You rotate the examples among themselves: their inputs meet the labels of "
            "others. Along which axis is a signal?",
        ),
        mistake(
            _with_inputs(
                lambda x, y, offsets, inputs, labels: (
                    np.concatenate([x, *(np.roll(x, o) for o in offsets)]),
                    labels,
                )
            ),
            "Without an axis, `np.roll` rotates all the signals as a single long one.",
        ),
        mistake(
            lambda x, y, offsets: (
                np.concatenate([np.roll(x, o, axis=1) for o in [0, *offsets]])[
                    len(x) :
                ],
                np.tile(y, len(offsets)),
            ),
            "The originals are gone. Keep them, and append the copies.",
        ),
        mistake(
            _with_inputs(
                lambda x, y, offsets, inputs, labels: (
                    inputs,
                    np.concatenate([y, *(np.roll(y, o) for o in offsets)]),
                )
            ),
            "You rotate the labels along with the signals. Which label does a moved "
            "digit have?",
        ),
        mistake(
            _with_inputs(
                lambda x, y, offsets, many, labels: (
                    np.array([np.roll(row, k) for row in x for k in [0, *offsets]]),
                    np.repeat(y, len(offsets) + 1),
                )
            ),
            "Inputs and labels belong together now. But copies are to be "
            "appended behind all of the originals: the inputs were right.",
        ),
        mistake(
            _with_inputs(lambda x, y, offsets, many, labels: (many, labels[: -len(y)])),
            "Your labels are one set short: the originals have labels, too.",
        ),
    ],
    hints=[
        "Take two examples and one offset, and write down both results. Which label "
        "belongs to the third row?",
        "The inputs come as one block after the other. `np.tile` repeats a whole "
        "array; `np.repeat` repeats each entry.",
    ],
)
question(
    "9.5.4",
    title="Once, or always fresh",
    prompt="All networks take 4000 steps. How do the test errors compare at the end?",
    choices=[
        choice(
            "Both ways of copying end alike: the copies come from the same 4000 "
            "digits.",
            "They do. But how many *different* inputs has a network seen at the end, "
            "8000, or 400,000?",
        ),
        choice(
            "Plain training is best, since the test digits are not rotated or scaled "
            "afterward.",
            "The test digits are at many places already. Does a plain network know "
            "each digit at each place?",
        ),
        choice(
            "Always fresh is best, then one copy, then plain.",
            "Yes. The more often the network meets an input again, the more it can "
            "learn it by heart instead of the digit.",
            right=True,
        ),
        choice(
            "One copy is best: fresh copies never let the network finish learning.",
            "For the first half of the steps that is how it looks. What happens later?",
        ),
    ],
)
question(
    "9.5.5",
    title="A factor on one example",
    prompt="Fit $f = \\phi x$ to one example, $x=2$ and $y=3$, by least squares. Each "
    "epoch multiplies $x$ by a fresh factor, uniform between 0.5 and 1.5. Which "
    "$\\phi$ has the lowest average squared error? (The variance of a uniform number "
    "on an interval of length $w$ is $w^2/12$.)",
    answer=number(
        18 / 13,
        0.0006,
        "Yes. $(3-2\\phi)^2 + \\frac{1}{12}(2\\phi)^2$ has its minimum where "
        "$2\\phi\\left(1+\\frac{1}{12}\\right) = 3$: 18/13.",
    ),
    near=[
        number(
            1.5,
            0.001,
            "That is the fit without augmentation. Is the output at a factor of 1.5 "
            "still right?",
        ),
        number(1.2, 0.001, "This takes a variance of a fourth: check the 12."),
        number(
            1.125, 0.001, "This takes a variance of a third: the interval has length 1."
        ),
        number(
            1.4,
            0.001,
            "Close, but exact is possible: add the penalty, differentiate with respect "
            "to the parameter, and set the result to zero.",
        ),
    ],
    otherwise="Write down the error at the mean and the penalty: two squares in "
    "$\\phi$. Where is the derivative zero?",
)
exercise(
    "9.5.6",
    title="The penalty on noticing the change",
    stub="def penalty(omega, copies):\n    ...  # your code\n",
    solution="def penalty(omega, copies):\n    return np.var(copies @ omega)\n",
    reference=penalty,
    cases=[
        case(_OMEGA, _COPIES),
        case(np.array([2.0, -1.0]), np.array([[1.0, 3.0], [0.5, -2.0], [4.0, 1.0]])),
        case(np.array([1.0, 1.0, 1.0]), _COPIES[:3]),
        case(np.array([1, -2, 3]), np.array([[1, 2, 3], [3, 1, 2]])),
    ],
    random_case=lambda rng: case(rng.normal(size=4), rng.normal(1, 1, size=(6, 4))),
    planted=[
        mistake(
            lambda omega, copies: np.var(copies @ omega, ddof=1),
            "You divide by K - 1, as for a sample. These are all of the copies.",
        ),
        mistake(
            lambda omega, copies: np.std(copies @ omega),
            "This is the standard deviation. The term is a squared error.",
        ),
        mistake(
            lambda omega, copies: np.mean((copies @ omega) ** 2),
            "You average squares of outputs. If all copies had the same output, what "
            "should the penalty be?",
        ),
        mistake(
            lambda omega, copies: np.var(copies, axis=0) @ omega**2,
            "You use the variances of the inputs alone. When one place goes up, "
            "another goes down: what about their covariances?",
        ),
        mistake(
            lambda omega, copies: len(copies) * np.var(copies @ omega),
            "A sum over the copies. The equation has the average.",
        ),
        mistake(
            lambda omega, copies: np.var(copies) * np.sum(omega**2),
            "This would be right for independent noise of the same variance in all "
            "inputs. Are the inputs of these copies independent?",
        ),
        mistake(
            lambda omega, copies: np.mean(
                np.abs(copies @ omega - copies.mean(0) @ omega)
            ),
            "You average distances. The equation has squares.",
        ),
        mistake(
            lambda omega, copies: np.mean(copies @ omega) ** 2,
            "You square the mean output. The term is about how the outputs differ from "
            "it.",
        ),
        mistake(
            lambda omega, copies: omega @ np.var(copies, axis=0),
            "The weights enter with their first power. What is the variance of "
            "a number times a weight?",
        ),
        mistake(
            lambda omega, copies: omega @ omega,
            "This is the penalty of page 9.1. Which weights change the output "
            "from copy to copy?",
        ),
        mistake(
            lambda omega, copies: np.mean((copies @ omega - copies[0] @ omega) ** 2),
            "You count from the first copy. From which output do the copies differ?",
        ),
    ],
    hints=[
        "What is the output for each of the copies? That is an array of K numbers.",
        "The term is the variance of `copies @ omega`.",
    ],
)
question(
    "9.5.7",
    title="A linear model and all rotations",
    prompt="Plain least squares is wrong about three of four test digits, which is "
    "poor, but better than guessing. What happens when it is trained on all forty "
    "rotations of each example?",
    choices=[
        choice(
            "It gets better, as the nearest neighbor did: forty times the data.",
            "The nearest neighbor can keep each copy apart. The linear model has one "
            "weight a place for them all.",
        ),
        choice(
            "Nothing much: 40 weights a digit are too few to use any more data.",
            "The weights are few, and the fit will still change. Which weights give a "
            "signal and all of its rotations the same score?",
        ),
        choice(
            "It gets worse, although no copy has a wrong label.",
            "Yes. The penalty is zero only if all weights of a digit are equal, and "
            "such a score sees nothing but the average height.",
            right=True,
        ),
    ],
)


def shift_targets(x, y, offset):
    """Rotate signals, and with them the places of their pulses."""
    return np.roll(x, offset, axis=1), (y + offset) % x.shape[1]


exercise(
    "9.5.8",
    title="When the target moves along",
    stub="def shift_targets(x, y, offset):\n    ...  # your code\n",
    solution=(
        "def shift_targets(x, y, offset):\n"
        "    places = (y + offset) % x.shape[1]\n"
        "    return np.roll(x, offset, axis=1), places\n"
    ),
    equivalent=_SAME_TYPE,
    parts=["inputs", "targets"],
    reference=shift_targets,
    cases=[
        case(_ROWS, np.array([3, 0, 2]), 1),
        case(np.arange(10.0).reshape(2, 5) ** 2, np.array([4, 1]), 3),
        case(_ROWS, np.array([1, 0, 3]), -2),
        case(_ROWS, np.array([0, 2, 3]), 9),
        case(_ROWS[:1], np.array([1]), 0),
    ],
    uses={"shift": "9.5.1"},
    planted=[
        mistake(
            lambda x, y, offset: (np.roll(x, offset, axis=1), y),
            "The pulse has moved. Is it still where the target says?",
        ),
        mistake(
            lambda x, y, offset: (np.roll(x, offset, axis=1), y + offset),
            "Some of your targets lie outside of the signal. Where does a pulse "
            "reappear?",
        ),
        mistake(
            lambda x, y, offset: (
                np.roll(x, offset, axis=1),
                (y - offset) % x.shape[1],
            ),
            "Signal and target move in opposite directions.",
        ),
        mistake(
            lambda x, y, offset: (
                np.roll(x, offset, axis=1),
                np.clip(y + offset, 0, x.shape[1] - 1),
            ),
            "You keep the target at the edge. The pulse goes on at the other end.",
        ),
        mistake(
            lambda x, y, offset: (np.roll(x, offset, axis=1), np.roll(y, offset)),
            "You rotate the list of targets, so each meets another signal.",
        ),
        mistake(
            lambda x, y, offset: (
                np.roll(x, offset, axis=1),
                (y + offset) % x.shape[0],
            ),
            "You take the remainder by the number of examples. How many places does a "
            "signal have?",
        ),
        mistake(
            lambda x, y, offset: (x, (y + offset) % x.shape[1]),
            "The targets have moved; the signals have not.",
        ),
        mistake(
            lambda x, y, offset: (
                np.roll(x, offset, axis=0),
                (y + offset) % x.shape[1],
            ),
            "You rotate the examples among themselves. Along which axis is a signal?",
        ),
        mistake(
            lambda x, y, offset: (
                np.roll(x, offset, axis=1),
                np.argmax(np.roll(x, offset, axis=1), axis=1),
            ),
            "You look for the highest place. The pulse need not be the highest: the "
            "target says where it is.",
        ),
        mistake(
            lambda x, y, offset: (np.roll(x, offset), (y + offset) % x.shape[1]),
            "Without an axis, `np.roll` rotates all the signals as a single long one.",
        ),
        mistake(
            lambda x, y, offset: (
                np.roll(x, offset, axis=1),
                (y + offset) % (x.shape[1] - 1),
            ),
            "The last place exists, too: how many places are there from 0 to D - 1?",
        ),
        mistake(
            lambda x, y, offset: (
                np.roll(x, -offset, axis=1),
                (y + offset) % x.shape[1],
            ),
            "The targets move to the right. And your signals?",
        ),
        mistake(
            lambda x, y, offset: (np.roll(x, offset, axis=1), (y + offset) % 40),
            "You have written out 40. How long are these signals?",
        ),
    ],
    hints=[
        "A pulse at place 3 of 4, rotated by 1, is at place 0.",
        "Add the offset to the target, and take the remainder by the number of places.",
    ],
)


def _reaches(offsets, budget):
    """Whether offsets keep to the budget, and help the nearest neighbors enough."""
    offsets = np.asarray(offsets)
    if offsets.shape != (budget,) or np.any(offsets != np.round(offsets)):
        return f"For a budget of {budget}, return {budget} integers in a list."
    offsets = offsets.astype(int)
    if np.any(offsets % 40 == 0):
        return (
            "One of your offsets leaves the signal as it is: the originals are there."
        )
    if len(np.unique(offsets % 40)) < budget:
        return "Two of your offsets make the same copy."
    data = mnist1d()
    error = neighbor_error(data.x, data.y, offsets)
    return bool(error < _TARGETS[budget]) or (
        f"With a budget of {budget}, {error:.1%} are wrong; the target is less than "
        f"{_TARGETS[budget]:.1%}."
    )


def _both_sides(budget):
    half = budget // 2
    return [*range(-half, 0), *range(1, half + 1)]


exercise(
    "9.5.9",
    title="The most useful rotations",
    stub="def choose(budget):\n    ...  # your code\n",
    solution=(
        "def choose(budget):\n"
        "    half = budget // 2\n"
        "    return [*range(-half, 0), *range(1, half + 1)]\n"
    ),
    reference=_both_sides,
    accept=_reaches,
    cases=[case(budget) for budget in _TARGETS],
    planted=[
        mistake(
            lambda budget: list(range(1, budget + 1)),
            "All of your rotations are to the right. Could a test digit lie to the "
            "left?",
        ),
        mistake(
            lambda budget: list(range(-budget, 0)),
            "All of your rotations are to the left. Could a test digit lie to the "
            "right?",
        ),
        mistake(
            lambda budget: [round(40 * k / (budget + 1)) for k in range(1, budget + 1)],
            "You spread the offsets over the whole circle. How far do two drawings of "
            "a digit usually lie apart?",
        ),
        mistake(
            lambda budget: [
                3 * k for k in range(-(budget // 2), budget // 2 + 1) if k != 0
            ],
            "Both sides, and yet your steps are rather wide. What is it for a test "
            "digit that lies between?",
        ),
        mistake(
            lambda budget: [0] * budget,
            "You add the same examples again. Does a nearest neighbor notice?",
        ),
        mistake(
            lambda budget: [16 + k for k in range(budget)],
            "Your rotations are close to half a turn. Few test digits lie as far away "
            "as that.",
        ),
    ],
    hints=[
        "Try offsets of one side, then of both sides; near ones, then far ones.",
        "With a budget of 4, try -2, -1, 1 and 2.",
    ],
)
question(
    "9.5.10",
    title="Twins",
    prompt="How many of the digits that were split off does a nearest neighbor get "
    "wrong, compared with the 1000 test digits?",
    choices=[
        choice(
            "About as many: both sets are random, and neither was used to train.",
            "Not used themselves, but whose copy is in the training set?",
        ),
        choice(
            "Far fewer, less than half as many.",
            "Yes, and the number says nothing about new digits.",
            right=True,
        ),
        choice(
            "More, because some of the digits split off are louder than any test "
            "digit.",
            "A factor between 0.8 and 1.2 does not take a digit far from its parent. "
            "Where is the parent?",
        ),
    ],
)
