"""Exercises and questions of page 8.3, double descent."""

import numpy as np

from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    question,
)
from udl.generalization.double_descent import replace_labels, threshold
from udl.generalization.random_features import (
    expected_risk,
    noise_share,
    shortest_fit,
)


def _array(values):
    return np.asarray(values, dtype=float)


def _first_units(h, y):
    """Solve with as many units as there are examples; the others get no weight."""
    h, y = _array(h), _array(y)
    weights = np.zeros((h.shape[1], *y.shape[1:]))
    used = min(h.shape)
    weights[:used] = shortest_fit(h[:, :used], y)
    return weights


def _longer(h, y):
    """Add to the shortest fit what no example sees."""
    h = _array(h)
    weights = shortest_fit(h, y)
    unseen = np.eye(h.shape[1]) - np.linalg.pinv(h) @ h
    some = unseen @ np.ones(h.shape[1])
    return weights + (some if weights.ndim == 1 else some[:, None])


def _normal_equations(h, y):
    h = _array(h)
    return np.linalg.inv(h.T @ h) @ h.T @ _array(y)


def _only_wide(h, y):
    h = _array(h)
    return h.T @ np.linalg.inv(h @ h.T) @ _array(y)


def _cases_exchanged(h, y):
    tall = h.shape[1] < h.shape[0]
    return (_only_wide if tall else _normal_equations)(h, y)


def _place(widths, errors, level):
    found = threshold(widths, errors, level)
    return list(widths).index(found) if found in widths else found


def _with_lost(n_examples, n_features, sigma, length, change):
    if n_examples >= n_features - 1:
        return expected_risk(n_examples, n_features, sigma, length)
    lost = 1 - n_examples / n_features
    noise = expected_risk(n_examples, n_features, sigma, 0)
    return noise + length**2 * change(lost)


def _without_one(n_examples, n_features, sigma, length):
    few, many = sorted([n_examples, n_features])
    if many - few < 2:
        return np.inf
    lost = max(0, 1 - n_examples / n_features)
    return sigma**2 * few / (many - few) + length**2 * lost


def _values(h):
    return np.linalg.svd(_array(h), compute_uv=False)


def _raw(h, size, seed):
    return np.random.default_rng(seed).normal(size=(h, size))


def _targets(*shape, seed):
    return np.random.default_rng(seed).normal(size=shape)


# Test error at 10 ** -1, 10 ** -0.5, ..., 10 ** 3.5 by the number of units: 200 digits,
# 15% of their labels replaced, over 20 draws. Before the first and after the last it
# is worse still.
POWERS = np.arange(-1, 3.6, 0.5)
ERRORS = {
    100: [0.779, 0.774, 0.761, 0.746, 0.735, 0.738, 0.753, 0.777, 0.797, 0.808],
    200: [0.831, 0.805, 0.777, 0.749, 0.728, 0.722, 0.735, 0.754, 0.78, 0.8],
    800: [0.756, 0.755, 0.751, 0.741, 0.725, 0.713, 0.712, 0.727, 0.749, 0.774],
}  # fmt: skip
ENOUGH = 0.015


def ridge_error(power, n_units):
    """Give the test error of the experiment, from the table."""
    return float(np.interp(power, POWERS, ERRORS[int(n_units)]))


def _near_the_lowest(found, n_units):
    if np.size(found) != 1:
        return "One number is asked for."
    found = float(np.ravel(found)[0])
    if found > 10:
        return "This looks like the ridge itself. Its power of ten is asked for."
    lowest = min(ERRORS[int(n_units)])
    error = ridge_error(found, n_units)
    if error <= lowest + ENOUGH:
        return True
    return (
        f"With {n_units} units this ridge leaves a test error of {error:.1%}; "
        f"{lowest:.1%} is possible."
    )


def _best_power(n_units):
    return POWERS[int(np.argmin(ERRORS[int(n_units)]))]


def _whole(function):
    """Compute as an array of whole numbers would keep it."""
    return lambda widths, error_of: np.array(
        [int(function(error_of(w))) for w in widths]
    )


def _errors(widths, error_of):
    return np.array([error_of(width) for width in widths])


def _by_width(width):
    return 1 / (1 + float(width))


def _in_percent(width):
    return 100 / (2.7 + float(width))


def _falls(width):
    return max(0.0, 0.9 - 0.07 * float(width))


question(
    "8.3.1",
    title="Ten outputs",
    prompt="The training loss is the sum of squares of all outputs' errors. With how "
    "many hidden units does it first reach zero, for 200 digits of ten classes?",
    choices=[
        choice(
            "With 20 units: they have 20 · 10 = 200 output weights, as many as there "
            "are examples.",
            "Count the equations too. How many numbers does each example ask for?",
        ),
        choice(
            "With 2000 units: each example asks for ten numbers, and there are 200.",
            "You count the equations of all outputs, and that is right. But every unit "
            "brings ten weights, too.",
        ),
        choice(
            "With 200 units.",
            "Yes. There are 200 · 10 equations, and every unit brings ten weights, one "
            "for each output. Each output is a fit of its own, with 200 equations.",
            right=True,
        ),
        choice(
            "Never: some of the labels are wrong.",
            "Least squares does not know which. To the weights, a wrong label is one "
            "more equation.",
        ),
    ],
)

exercise(
    "8.3.2",
    title="The shortest fit",
    stub="def shortest_fit(h, y):\n    ...  # your code\n",
    solution=(
        "def shortest_fit(h, y):\n"
        "    n_examples, n_units = np.shape(h)\n"
        "    h = np.asarray(h)\n"
        "    if n_units > n_examples:\n"
        "        return h.T @ np.linalg.solve(h @ h.T, y)\n"
        "    return np.linalg.solve(h.T @ h, h.T @ y)\n"
    ),
    equivalent={
        "if n_units >= n_examples:": "with as many units as examples both are the same",
    },
    reference=shortest_fit,
    rtol=1e-6,
    atol=1e-9,
    cases=[
        case(np.array([[3.0, 4.0]]), np.array([50.0])),
        case(_raw(3, 2, 1), _targets(3, seed=2)),
        case(_raw(2, 5, 3), _targets(2, seed=4)),
        case(_raw(3, 7, 5), _targets(3, 4, seed=6)),
        case(_raw(9, 4, 7), _targets(9, 3, seed=8)),
        case(np.array([[1, 2, 0], [0, 1, 3]]), np.array([5, 6])),
        case(np.array([[2.0, 1.0], [1.0, 3.0]]), np.array([1.0, 2.0])),
    ],
    planted=[
        mistake(
            _normal_equations,
            "With more units than examples the normal equations do not help: "
            "`h.T @ h` then has no inverse.",
        ),
        mistake(
            _only_wide,
            "With fewer units than examples the other formula is needed: `h @ "
            "h.T` then has no inverse.",
        ),
        mistake(
            _cases_exchanged,
            "There are two formulas, and you use each where the other belongs. "
            "Which of the two square matrices has an inverse if there are more "
            "units than examples?",
        ),
        mistake(
            _first_units,
            "Your weights fit every example. But you have not used all the units: "
            "shorter weights fit as well.",
        ),
        mistake(
            _longer,
            "Your weights fit every example. Part of them does nothing for any: "
            "without that part they would be shorter.",
        ),
        mistake(
            lambda h, y: _array(h).T @ _array(y),
            "You have left out the inverse: do your outputs fit the targets?",
        ),
        mistake(
            lambda h, y: np.linalg.solve(
                _array(h).T @ _array(h) + np.eye(np.shape(h)[1]),
                _array(h).T @ _array(y),
            ),
            "A ridge makes the inverse safe, and the fit no longer best. Neither of "
            "the two cases needs it.",
        ),
        mistake(
            lambda h, y: (
                np.sign(shortest_fit(h, y)) * np.abs(shortest_fit(h, y)) ** 0.5
            ),
            "You have taken a root too many.",
        ),
        mistake(
            lambda h, y: _array(h) @ shortest_fit(h, y),
            "These are the outputs at the examples. The weights are asked for.",
        ),
        mistake(
            lambda h, y: shortest_fit(_array(h) - _array(h).mean(axis=0), y),
            "You have subtracted the mean of each unit first. There is no offset in "
            "this model.",
        ),
    ],
    hints=[
        "There are two cases: more units than examples, or not. In which of them does "
        "`h.T @ h` have an inverse?",
        "With more units, take the formula above; otherwise the normal equations. "
        "`np.linalg.solve(a, b)` computes the inverse of `a` "
        "times `b`.",
        "`h.T @ np.linalg.solve(h @ h.T, y)` is one of the two cases.",
    ],
)

question(
    "8.3.3",
    title="Twice as many features as examples",
    prompt="There are 100 examples with noise of variance 1, and normal features. With "
    "50 features, the noise adds 1.02 to the error on new data. With 99 or 101 it is "
    "infinite on average. What does it add with 200 features?",
    choices=[
        choice(
            "Still infinitely much: the fit goes through every noisy target.",
            "It does. But how large are the weights that it needs for that, if it may "
            "choose among many?",
        ),
        choice(
            "About 4: the variance grows with the number of parameters, as on page "
            "8.2.",
            "It did there, as long as all parameters were used up. Beyond the "
            "threshold a new feature is not one more to be fooled, but one more to "
            "share the noise with.",
        ),
        choice(
            "About 1: as much as with half as many features as examples.",
            "Yes: 1.01. Rows and columns change places, and a table that is twice as "
            "wide as tall is as harmless as one that is twice as tall as wide.",
            right=True,
        ),
        choice(
            "Nothing: the shortest fit ignores the noise.",
            "It fits the noise exactly, in all 100 examples. It needs weights for "
            "that.",
        ),
    ],
)

exercise(
    "8.3.4",
    title="What noise does to the weights",
    stub="def noise_share(h, sigma):\n    ...  # your code\n",
    solution=(
        "def noise_share(h, sigma):\n"
        "    s = np.linalg.svd(h, compute_uv=False)\n"
        "    return sigma**2 * np.sum(1 / s**2)\n"
    ),
    reference=noise_share,
    cases=[
        case(np.array([[2.0, 0.0], [0.0, 0.5]]), 1.0),
        case(_raw(5, 3, 11), 0.5),
        case(_raw(3, 8, 12), 2.0),
        case(np.array([[1, 2, 3], [0, 1, 1]]), 2.0),
    ],
    random_case=lambda rng: case(rng.normal(size=(4, 9)), 0.7),
    planted=[
        mistake(
            lambda h, sigma: sigma * np.sum(1 / _values(h) ** 2),
            "The noise enters by its deviation. Which power of it belongs to a squared "
            "length?",
        ),
        mistake(
            lambda h, sigma: sigma**2 * np.sum(1 / _values(h)),
            "Weights are divided by a singular value each. You want the square of "
            "their "
            "length.",
        ),
        mistake(
            lambda h, sigma: sigma**2 * np.sum(_values(h) ** 2),
            "You multiply by the squares of the singular values. Which way do the "
            "weights go: from the units to the targets, or back?",
        ),
        mistake(
            lambda h, sigma: sigma**2 * np.mean(1 / _values(h) ** 2),
            "This is a mean over the directions. The squared length is a sum.",
        ),
        mistake(
            lambda h, sigma: sigma**2 / np.sum(_values(h) ** 2),
            "You add the squares first and divide last. Every direction has a division "
            "of its own.",
        ),
        mistake(
            lambda h, sigma: sigma**2 / np.min(_values(h)) ** 2,
            "This is the worst direction only, and the largest part of the sum.",
        ),
        mistake(
            lambda h, sigma: sigma**2 * np.sum(1 / _values(h) ** 2) / len(h),
            "You have divided by the number of examples. Nothing here is a mean over "
            "them.",
        ),
        mistake(
            lambda h, sigma: sigma * np.sqrt(np.sum(1 / _values(h) ** 2)),
            "This is the length. Its square is asked for.",
        ),
        mistake(
            lambda h, sigma: sigma**2 * np.sum(1 / _values(h)) ** 2,
            "You add first and square last. The variances of independent "
            "directions add up.",
        ),
        mistake(
            lambda h, sigma: sigma**2 * np.sum(_values(h) ** -4.0),
            "The eigenvalues of `h @ h.T` are squares of singular values already.",
        ),
    ],
    hints=[
        "`np.linalg.svd(h, compute_uv=False)` gives the singular values.",
        "Divide 1 by the square of each, and add.",
    ],
)

question(
    "8.3.5",
    title="How far is far enough?",
    prompt="There are 100 examples, and the noise has variance 1. Use "
    "the formula for normal features. How many features do you need *at least*, if "
    "there are to "
    "be more of them than examples, and the noise is to add at most 0.1?",
    answer=number(
        1101,
        tolerance=0.2,
        feedback="Yes: $100/(D - 101) \\le 0.1$ asks for $D - 101 \\ge 1000$. On the "
        "other side nine features would do.",
    ),
    near=[
        number(
            1100,
            tolerance=0.2,
            feedback="Nearly: this gives $100/999$. Mind the $-1$.",
        ),
        number(
            1000,
            tolerance=0.2,
            feedback="Ten times the examples is the right idea. But the gap to the "
            "examples counts, not the number of features.",
        ),
        number(
            9,
            tolerance=0.2,
            feedback="With nine features it is $9/90$, right. But there are to be more "
            "features than examples.",
        ),
        number(
            1001,
            tolerance=0.2,
            feedback="You have subtracted 1 from $D$, and forgotten $I$.",
        ),
    ],
    otherwise="Solve $I/(D - I - 1) = 0.1$ for $D$, with $I = 100$.",
)

question(
    "8.3.6",
    title="How many labels are wrong?",
    prompt="Each of 4000 labels is replaced with probability 15%, by one of the ten "
    "digits, all equally likely. How many labels are wrong then, on average?",
    answer=number(
        540,
        tolerance=0.5,
        feedback="Yes: 600 are replaced, and a tenth of these by the digit that they "
        "were. 13.5% are wrong.",
    ),
    near=[
        number(
            600,
            tolerance=0.5,
            feedback="600 are replaced. Is every replaced label wrong?",
        ),
        number(
            60,
            tolerance=0.5,
            feedback="60 are replaced by themselves. These are the ones that are "
            "right.",
        ),
        number(
            510,
            tolerance=0.5,
            feedback="You have taken 15% off twice. Which digit may be drawn, and "
            "with "
            "which probability?",
        ),
        number(
            0.135,
            tolerance=0.001,
            feedback="This is the share. How many of 4000 are that?",
        ),
        number(
            13.5,
            tolerance=0.05,
            feedback="This is the share in percent. How many of 4000 are that?",
        ),
        number(
            3460,
            tolerance=0.5,
            feedback="This is how many are right.",
        ),
    ],
    otherwise="How many are replaced? And which share of these gets the digit that it "
    "had before?",
)

exercise(
    "8.3.7",
    title="Replace labels",
    stub="def replace_labels(y, share, u, digits):\n    ...  # your code\n",
    solution=(
        "def replace_labels(y, share, u, digits):\n"
        "    return np.where(np.asarray(u) < share, digits, y)\n"
    ),
    equivalent={
        "return np.where(np.asarray(u) <= share, digits, y)": (
            "no case has a number that equals the share: it has probability zero"
        ),
        "the result has the first argument's type": "labels are whole numbers",
    },
    reference=replace_labels,
    cases=[
        case(
            np.array([3, 1, 4, 1, 5]),
            0.5,
            np.array([0.1, 0.9, 0.4, 0.6, 0.2]),
            np.array([8, 8, 4, 8, 0]),
        ),
        case(
            np.array([0, 1, 2]),
            0.15,
            np.array([0.16, 0.14, 0.99]),
            np.array([9, 9, 9]),
        ),
        case(np.array([6, 7]), 0.0, np.array([0.3, 0.001]), np.array([1, 2])),
        case(np.array([6, 7, 8]), 1.0, np.array([0.3, 0.97, 0.5]), np.array([1, 2, 8])),
    ],
    random_case=lambda rng: case(
        rng.integers(10, size=30), 0.3, rng.random(30), rng.integers(10, size=30)
    ),
    planted=[
        mistake(
            lambda y, share, u, digits: np.where(_array(u) < share, y, digits),
            "You keep the labels that are to be replaced, and replace the others.",
        ),
        mistake(
            lambda y, share, u, digits: np.where(
                (_array(u) < share) & (np.asarray(digits) == y),
                (np.asarray(digits) + 1) % 10,
                np.where(_array(u) < share, digits, y),
            ),
            "You make sure that each replaced label is a wrong one. The digit is "
            "drawn, "
            "and may be the same.",
        ),
        mistake(
            lambda y, share, u, digits: np.where(
                np.arange(len(y)) < share * len(y), digits, y
            ),
            "You replace the first labels. Which ones does `u` choose?",
        ),
        mistake(
            lambda y, share, u, digits: np.asarray(digits),
            "You replace every label: what is the share for?",
        ),
        mistake(
            lambda y, share, u, digits: np.where(
                _array(u) < share, (np.asarray(y) + digits) % 10, y
            ),
            "You add the drawn digit to the label. It is to be put in its place.",
        ),
        mistake(
            lambda y, share, u, digits: np.asarray(y)[_array(u) >= share],
            "You drop the labels that are to be replaced. Their examples stay, with a "
            "new label each.",
        ),
        mistake(
            lambda y, share, u, digits: np.where(
                _array(u) < share, (_array(u) * 10).astype(int), y
            ),
            "You make the digit of the number that chose the label. That number is "
            "small: which digits can come out?",
        ),
        mistake(
            lambda y, share, u, digits: np.where(
                u < share, digits[np.maximum(np.cumsum(u < share) - 1, 0)], y
            ),
            "You use up the drawn digits one by one. Each example has its own, "
            "at the same place in `digits`.",
        ),
        mistake(
            lambda y, share, u, digits: np.where(
                np.arange(len(y)) < int(share * len(y)), digits, y
            ),
            "You replace the first labels of the list. Which ones are replaced "
            "has been drawn: it is in `u`.",
        ),
    ],
    hints=[
        "For each label: is its `u` less than `share`? Then the drawn digit, else the "
        "old label.",
        "`np.where(condition, a, b)` takes from `a` where the condition holds, and "
        "from "
        "`b` elsewhere.",
    ],
)

question(
    "8.3.8",
    title="By heart",
    prompt="4000 training digits, about 540 of them with a wrong label, 300 epochs. "
    "From how many hidden units (in each layer) on does the network get *all* training "
    "labels right, the wrong ones included?",
    choices=[
        choice(
            "About 10",
            "This network has 630 parameters, for 4000 labels. It could learn a rule; "
            "but each wrong label is an exception that has to be memorized.",
        ),
        choice(
            "About 25",
            "Without the wrong labels this would be nearer. They can only be "
            "memorized: what does that cost?",
        ),
        choice(
            "About 55",
            "Yes, as the figure below shows. Mind that this is what 300 epochs of this "
            "training reach; it is not written in the count of parameters.",
            right=True,
        ),
        choice(
            "About 4000",
            "The axis counts units. How many parameters do 4000 units have?",
        ),
    ],
)

question(
    "8.3.9",
    title="The highest test error",
    prompt="Where is the test error highest, once there are enough units for a first "
    "good fit?",
    choices=[
        choice(
            "Well before the training error reaches zero, halfway down.",
            "It is rising there. Which network has just enough weights to learn all "
            "labels, and none to choose how?",
        ),
        choice(
            "About where the training error reaches zero.",
            "Yes. There the last exceptions are forced in, and nothing is left over "
            "to do it gently.",
            right=True,
        ),
        choice(
            "At exactly 42 units, where there are as many parameters as examples.",
            "That count is right for least squares with one output. What must be "
            "fitted here, one number per example, or several? And does the count know "
            "how long you train?",
        ),
        choice(
            "At the widest network: it has the most parameters to overfit with.",
            "So the trade-off of page 8.2 would say. But all networks beyond the "
            "threshold fit the training labels equally well: what else may differ?",
        ),
    ],
)

question(
    "8.3.10",
    title="The first minimum",
    prompt="And before the rise: at how many hidden units does the test error have its "
    "first minimum?",
    choices=[
        choice(
            "With 2, the smallest network of all.",
            "Two units have to tell ten digits apart. Most of the error is bias here.",
        ),
        choice(
            "With 10 to 15.",
            "Yes: enough to learn a rule, and too few to memorize exceptions.",
            right=True,
        ),
        choice(
            "With about 40.",
            "That is close to the threshold. Where do exceptions begin to cost "
            "something?",
        ),
        choice(
            "With about 100.",
            "This is on the far side, on the second way down.",
        ),
    ],
)

exercise(
    "8.3.11",
    title="The interpolation threshold",
    stub="def threshold(widths, errors, level):\n    ...  # your code\n",
    solution=(
        "def threshold(widths, errors, level):\n"
        "    found = np.inf\n"
        "    for width, error in zip(widths[::-1], errors[::-1]):\n"
        "        if error > level:\n"
        "            break\n"
        "        found = width\n"
        "    return found\n"
    ),
    reference=threshold,
    cases=[
        case(np.array([2, 4, 8, 16]), np.array([0.3, 0.01, 0.2, 0.0]), 0.01),
        case(np.array([2, 4, 8]), np.array([0.5, 0.02, 0.0]), 0.01),
        case(np.array([2, 4, 8, 9]), np.array([0.5, 0.02, 0.015, 0.0]), 0.02),
        case(np.array([2, 3, 5, 8, 13]), np.array([0.5, 0.0, 0.0, 0.0, 0.0]), 0.01),
        case(np.array([5, 10]), np.array([0.4, 0.2]), 0.1),
        case(np.array([3, 5, 7]), np.array([0.0, 0.0, 0.0]), 0.01),
    ],
    planted=[
        mistake(
            lambda widths, errors, level: next(
                (w for w, e in zip(widths, errors, strict=True) if e <= level), np.inf
            ),
            "You take the first width that is low enough. A small network may be lucky "
            "once: what about the wider ones after it?",
        ),
        mistake(
            lambda widths, errors, level: next(
                (w for w, e in zip(widths, errors, strict=True) if e == 0), np.inf
            ),
            "You ask for exactly zero: what is `level` for?",
        ),
        mistake(
            lambda widths, errors, level: widths[int(np.argmin(errors))],
            "You take the width of the smallest error. Which other widths are good "
            "enough?",
        ),
        mistake(
            lambda widths, errors, level: max(
                (w for w, e in zip(widths, errors, strict=True) if e > level), default=0
            ),
            "This is the last width that is too small. The next one is asked for.",
        ),
        mistake(
            lambda widths, errors, level: max(
                (w for w, e in zip(widths, errors, strict=True) if e <= level),
                default=np.inf,
            ),
            "This is the widest network that is good enough. The smallest is asked "
            "for.",
        ),
        mistake(
            lambda widths, errors, level: next(
                (w for n, w in enumerate(widths) if np.all(_array(errors)[n:] < level)),
                np.inf,
            ),
            "An error that equals the level is good enough, too.",
        ),
        mistake(
            lambda widths, errors, level: int(np.sum(_array(errors) > level)),
            "This is a number of networks. A width is asked for.",
        ),
        mistake(
            _place,
            "This is the place in the list. The width there is asked for.",
        ),
        mistake(
            lambda widths, errors, level: (
                [w for w, e in zip(widths, errors, strict=True) if e > level]
                or widths[:1]
            )[-1],
            "This is the last width that is not good enough yet.",
        ),
        mistake(
            lambda widths, errors, level: widths[
                np.argmax(np.asarray(errors) <= level)
            ],
            "You take the first width that is low enough, and the very first if "
            "there is none. What about the wider ones after it?",
        ),
        mistake(
            lambda widths, errors, level: (
                -1
                if np.isinf(threshold(widths, errors, level))
                else threshold(widths, errors, level)
            ),
            "Nearly: read again what is asked for if no width is good enough.",
        ),
    ],
    hints=[
        "Which networks are too small? Take the widest of these: the answer is the "
        "next width.",
        "Or start at the widest network and walk down, as long as the error is at most "
        "`level`.",
    ],
)

exercise(
    "8.3.12",
    title="Errors that are zero everywhere",
    stub=(
        "def errors_of(widths, error_of):\n"
        "    errors = np.zeros_like(widths)\n"
        "    for i, width in enumerate(widths):\n"
        "        errors[i] = error_of(width)\n"
        "    return errors\n"
    ),
    solution=(
        "def errors_of(widths, error_of):\n"
        "    errors = np.zeros(len(widths))\n"
        "    for i, width in enumerate(widths):\n"
        "        errors[i] = error_of(width)\n"
        "    return errors\n"
    ),
    equivalent={
        "errors = np.ones(len(widths))": "every entry is written over",
    },
    reference=_errors,
    cases=[
        case(np.array([2, 4, 8]), _by_width),
        case(np.array([1, 3, 10, 30]), _in_percent),
        case(np.array([1.0, 3.0]), _by_width),
        case([2, 5, 6, 8, 9], _falls),
    ],
    planted=[
        mistake(
            _whole(lambda error: error),
            "All your errors are whole numbers. Of which kind is the array that they "
            "are put into?",
        ),
        mistake(
            _whole(round),
            "You round. The array can only hold whole numbers: make it of another "
            "kind.",
        ),
        mistake(
            lambda widths, error_of: _whole(lambda e: 100 * e)(widths, error_of) / 100,
            "You have kept two digits. The errors are cut off before they are stored.",
        ),
        mistake(
            lambda widths, error_of: 100 * _errors(widths, error_of),
            "These are percent. The function is to store what `error_of` returns.",
        ),
        mistake(
            lambda widths, error_of: np.append(0.0, _errors(widths, error_of)[:-1]),
            "Every error is one place too far to the right.",
        ),
        mistake(
            lambda widths, error_of: _errors(np.arange(len(widths)), error_of),
            "You pass the number of the round. The network needs its width.",
        ),
        mistake(
            lambda widths, error_of: np.array([int(100 * error_of(w)) for w in widths]),
            "Now they are whole percent, and what comes after the point is "
            "still lost. Why can your array not hold 0.33?",
        ),
        mistake(
            lambda widths, error_of: np.array([round(error_of(w), 2) for w in widths]),
            "You round. Store what `error_of` returns.",
        ),
    ],
    hints=[
        "Print `np.zeros_like(np.array([2, 4, 8]))`, and its `dtype`.",
        "An array of whole numbers cuts off the decimals. Which "
        "function makes zeros of another kind?",
    ],
)

exercise(
    "8.3.13",
    title="Level the peak",
    stub="def ridge_power(n_units):\n    ...  # your code\n",
    solution=(
        "def ridge_power(n_units):\n"
        "    return {100: 1.1, 200: 1.4, 800: 1.8}[n_units]\n"
    ),
    reference=_best_power,
    accept=_near_the_lowest,
    cases=[case(n_units) for n_units in (100, 200, 800)],
    planted=[
        mistake(
            lambda n_units: 0.0,
            "At the threshold a ridge of 1 makes a difference. Is it the best that a "
            "ridge can do? Try ten times as much.",
        ),
        mistake(
            lambda n_units: -6.0,
            "A ridge as small as this mends the inverse, and the peak is still there.",
        ),
        mistake(
            lambda n_units: 3.0,
            "Weights pulled this hard toward zero cannot fit anything.",
        ),
        mistake(
            lambda n_units: -1.0,
            "The peak is still there. Try powers of ten, upward.",
        ),
        mistake(
            lambda n_units: 20.0,
            "This is an exponent: the ridge has 21 digits. Did you mean the ridge "
            "itself?",
        ),
        mistake(
            lambda n_units: {100: 12.0, 200: 25.0, 800: 60.0}[n_units],
            "These are good ridges. The power of ten is asked for.",
        ),
        mistake(
            lambda n_units: np.log10(n_units),
            "The ridge need not grow as fast as the number of units. Try it in the "
            "cell.",
        ),
    ],
    hints=[
        "Run the cell with 200 units and powers from -1 to 3.",
        "Between 1 and 1.8 it is good for 200 units. Is there a number that will do "
        "for all three?",
    ],
)

exercise(
    "8.3.14",
    title="Does more data help?",
    stub=(
        "def expected_risk(n_examples, n_features, sigma, length):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "def expected_risk(n_examples, n_features, sigma, length):\n"
        "    I, D = n_examples, n_features\n"
        "    if abs(I - D) < 2:\n"
        "        return np.inf\n"
        "    if D < I:\n"
        "        return sigma**2 * D / (I - D - 1)\n"
        "    return length**2 * (1 - I / D) + sigma**2 * I / (D - I - 1)\n"
    ),
    equivalent={
        "if D <= I:": "where they are equal, infinity has been returned already",
        "if abs(D - I) < 2:": "a distance has no sign",
    },
    reference=expected_risk,
    cases=[
        case(20, 5, 1.0, 3.0),
        case(5, 20, 1.0, 3.0),
        case(7, 40, 0.5, 2.0),
        case(40, 12, 2.0, 0.5),
        case(10, 11, 1.0, 1.0),
        case(10, 9, 1.0, 1.0),
        case(10, 10, 0.3, 1.0),
        case(10, 8, 0.3, 1.0),
        case(10, 12, 0.3, 1.0),
    ],
    planted=[
        mistake(
            lambda n_examples, n_features, sigma, length: expected_risk(
                n_examples, n_features, sigma, 0.0
            ),
            "This is what the noise does. With fewer examples than features, part of "
            "the true weights is lost as well.",
        ),
        mistake(
            lambda n_examples, n_features, sigma, length: (
                expected_risk(n_examples, n_features, sigma, 0.0)
                + length**2
                * min(1, n_examples / n_features)
                * (n_examples < n_features)
            ),
            "You have added the share of the true weights that the fit keeps. It is "
            "the "
            "rest that is lost.",
        ),
        mistake(
            lambda n_examples, n_features, sigma, length: (
                expected_risk(n_examples, n_features, sigma, 0.0)
                + length**2 * (1 - n_examples / n_features)
            ),
            "With more examples than features nothing of the true weights is lost. "
            "Your lost part is negative there.",
        ),
        mistake(
            lambda n_examples, n_features, sigma, length: (
                expected_risk(n_examples, n_features, sigma, 0.0)
                + length * max(0, 1 - n_examples / n_features)
            ),
            "The risk is a square. Which power of the length of the weights belongs to "
            "it?",
        ),
        mistake(
            lambda n_examples, n_features, sigma, length: (
                expected_risk(n_examples, n_features, sigma, 0.0)
                + length**2 * max(0, 1 - n_examples / n_features) ** 2
            ),
            "The shortest fit keeps the share I / D of the *squared* length. You have "
            "squared the rest once more.",
        ),
        mistake(
            lambda n_examples, n_features, sigma, length: (
                expected_risk(n_examples, n_features, sigma, length) + sigma**2
            ),
            "You have added the noise of a new target. Everyone pays that; the risk "
            "here is what comes beyond it.",
        ),
        mistake(
            lambda n_examples, n_features, sigma, length: expected_risk(
                n_features, n_examples, sigma, length
            ),
            "You have exchanged examples and features. For the noise alone that would "
            "change nothing.",
        ),
        mistake(
            _without_one,
            "Close: look at the denominators again. For which sizes are they zero?",
        ),
        mistake(
            lambda n_examples, n_features, sigma, length: _with_lost(
                n_examples, n_features, sigma, length, np.sqrt
            ),
            "The shortest fit keeps the share I / D of the *squared* length. "
            "Does a root belong there?",
        ),
    ],
    hints=[
        "What the noise does is the formula for normal features. What else is wrong "
        "with a fit "
        "that has fewer examples than features?",
        "The fit projects a vector of D numbers onto a random space of N dimensions. "
        "What share of the squared length does it keep, on average?",
        "`length**2 * (1 - I / D)` is lost if `D > I`, and nothing otherwise.",
    ],
)
