"""Exercises and questions of page 9.3, ensembling."""

from functools import cache

import numpy as np

from udl.datasets.noisy_curve import curve, noisy_examples
from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    question,
)
from udl.exercises.seeded import Seeded
from udl.generalization.ensembles import ambiguity, resample
from udl.generalization.fixed_joints import fit_outputs, predict

_AS_MANY = "there are as many targets as inputs"
_GRID = np.linspace(0, 1, 50)
_FEWEST, _MOST = 0.45, 0.8  # of the examples, in a resample of twenty or more


def _is_a_resample(found, x, y, rng):
    """Say whether pairs of the data are drawn with replacement, or what is wrong."""
    if len(found) != 2:
        return "Two arrays are expected: the drawn inputs, and the targets to them."
    inputs, targets = map(np.asarray, found)
    if inputs.shape != np.shape(x) or targets.shape != np.shape(y):
        return (
            f"As many as there are should be drawn, {len(x)} inputs and {len(y)} "
            f"targets; yours have the shapes `{inputs.shape}` and `{targets.shape}`."
        )
    if len(y) > 1 and np.array_equal(targets, y):
        return (
            "You drew inputs, and the targets are where they were. An example is a "
            "pair of both."
        )
    target_of = dict(zip(x.tolist(), y.tolist(), strict=True))
    if not set(inputs.tolist()) <= set(target_of):
        return "Some of your inputs are not among the examples."
    if not np.array_equal([target_of[one] for one in inputs.tolist()], targets):
        return (
            "Pairs must stay together: an input came with the target of another. How "
            "many vectors of numbers did you draw?"
        )
    distinct = len(set(inputs.tolist()))
    if distinct == len(x) > 1:
        return (
            "Each example came exactly once. That is the same dataset in another "
            "order: what would a least squares fit make of it?"
        )
    if len(x) >= 20 and not _FEWEST < distinct / len(x) < _MOST:
        return (
            f"Only {distinct} different examples of {len(x)} came. Can each of your "
            "draws give each of the examples?"
        )
    return True


def _numbered(count):
    numbers = np.arange(count)
    return numbers / 4, 300 - numbers**2


def _bagged_mean(x, y, chosen, fit):
    return sum(fit(x[numbers], y[numbers]) for numbers in chosen) / len(chosen)


def line_fit(x, y):
    """Fit a line; give its heights at 0, 1/2 and 1."""
    slope = np.sum((x - x.mean()) * (y - y.mean())) / np.sum((x - x.mean()) ** 2)
    return y.mean() + slope * (np.array([0.0, 0.5, 1.0]) - x.mean())


def five_units(x, y):
    """Fit five hidden units; give the curve at four places."""
    beta, omega = fit_outputs(x, y, 5, 1e-3)
    return predict(np.array([0.1, 0.3, 0.5, 0.8]), beta, omega)


_X, _Y = noisy_examples(8, 0.3, np.random.default_rng(4))
_CHOSEN = np.array([[2, 5, 0, 7, 7, 1, 3, 3], [6, 0, 4, 4, 1, 2, 5, 0]])
_THREE = np.vstack([_CHOSEN, [[1, 7, 6, 2, 2, 0, 5, 4]]])


def _median_and_mean(curves):
    return np.median(curves, axis=0), np.mean(curves, axis=0)


def _of_class(probabilities, labels):
    return np.asarray(probabilities)[:, np.arange(len(labels)), labels]


def _entropy(probabilities):
    return -np.mean(np.sum(probabilities * np.log(probabilities), axis=-1))


def _class_ensemble(probabilities, labels):
    of_class = _of_class(probabilities, labels)  # (M, I)
    return -np.mean(np.log(of_class.mean(axis=0))), -np.mean(np.log(of_class))


def _members(rng, count, examples, classes):
    weights = rng.uniform(0.1, 3, size=(count, examples, classes))
    return weights / weights.sum(axis=-1, keepdims=True)


def _class_case(seed, count, examples, classes):
    rng = np.random.default_rng(seed)
    return case(
        _members(rng, count, examples, classes), rng.integers(classes, size=examples)
    )


@cache
def _bagged_errors(n_hidden, seed):
    """Give a hundred datasets and the errors of bagging on each."""
    rng = np.random.default_rng(seed)
    x, y = noisy_examples(15, 0.3, rng, (100,))
    chosen = rng.integers(15, size=(100, 20, 15))
    bags = [np.take_along_axis(one[:, np.newaxis], chosen, -1) for one in (x, y)]
    penalty = 1e-5 * np.r_[np.ones(n_hidden), 0]
    curves = predict(_GRID, *fit_outputs(*bags, n_hidden, penalty)).mean(axis=1)
    return x, y, np.mean((curves - curve(_GRID)) ** 2, axis=-1)


def wins(factor, n_hidden, seed):
    """Count, of 100 datasets, those on which the single fit beats 20 bagged ones."""
    x, y, bagged = _bagged_errors(n_hidden, seed)
    penalty = factor * np.r_[np.ones(n_hidden), 0]
    curves = predict(_GRID, *fit_outputs(x, y, n_hidden, penalty))
    return int(np.sum(np.mean((curves - curve(_GRID)) ** 2, axis=-1) < bagged))


def _single_wins(factor, n_hidden):
    if np.size(factor) != 1:
        return "One number is asked for, the factor of the squared weights."
    factor = float(np.ravel(factor)[0])
    if not factor >= 0:
        return "A negative factor would reward large weights."
    count = wins(factor, n_hidden, 0)
    return count >= 85 or (
        f"With {n_hidden} units and the factor {factor:.3g}, the single fit wins on "
        f"{count} of 100 datasets."
    )


question(
    "9.3.1",
    title="How many different ones?",
    prompt="Fifteen times, one of fifteen examples is picked, and each time each of "
    "them is as likely. On average, about how many *different* examples are in such a "
    "resample?",
    choices=[
        choice(
            "All 15, in most resamples.",
            "For this, no draw may repeat an earlier one. How likely is that for the "
            "last draw alone?",
        ),
        choice(
            "About 12.",
            "How likely is it that a given example is missed once? And fifteen times "
            "in a row?",
        ),
        choice(
            "Between 9 and 10.",
            "Yes. Each is missed with probability $(14/15)^{15} \\approx 0.36$, and "
            "$15\\cdot(1-0.36) = 9.7$.",
            right=True,
        ),
        choice(
            "Half of them, 7 or 8.",
            "This would be so if each example were in or out by the toss of a coin. "
            "How likely is it to be missed fifteen times?",
        ),
    ],
)

exercise(
    "9.3.2",
    title="Draw with replacement",
    stub="def resample(x, y, rng):\n    ...  # your code\n",
    solution=(
        "def resample(x, y, rng):\n"
        "    chosen = rng.integers(len(x), size=len(x))\n"
        "    return x[chosen], y[chosen]\n"
    ),
    equivalent={
        "chosen = rng.integers(len(y), size=len(x))": _AS_MANY,
        "chosen = rng.integers(len(x), size=len(y))": _AS_MANY,
    },
    reference=resample,
    parts=["inputs", "targets"],
    accept=_is_a_resample,
    cases=[
        case(*_numbered(20), Seeded(1)),
        case(*_numbered(60), Seeded(2)),
        case(np.array([7.0]), np.array([3.0]), Seeded(3)),
        case(np.arange(40), 0.25 - np.arange(40), Seeded(4)),
    ],
    planted=[
        mistake(
            lambda x, y, rng: (
                x[rng.integers(len(x), size=len(x))],
                y[rng.integers(len(x), size=len(x))],
            ),
            "Pairs must stay together: an input came with the target of another. How "
            "many vectors of numbers did you draw?",
        ),
        mistake(
            lambda x, y, rng: (lambda order: (x[order], y[order]))(
                rng.permutation(len(x))
            ),
            "Each example came exactly once. That is the same dataset in another "
            "order: what would a least squares fit make of it?",
        ),
        mistake(
            lambda x, y, rng: (x[rng.integers(len(x), size=len(x))], y),
            "You drew inputs, and the targets are where they were. An example is a "
            "pair of both.",
        ),
        mistake(
            lambda x, y, rng: (lambda one: (x[one], y[one]))(
                rng.integers(len(x)) * np.ones(len(x), dtype=int)
            ),
            "Only 1 different examples of 20 came. Can each of your draws give each of "
            "the examples?",
        ),
        mistake(
            lambda x, y, rng: (lambda chosen: (chosen, chosen))(
                rng.integers(len(x), size=len(x))
            ),
            "Some of your inputs are not among the examples.",
        ),
    ],
    hints=[
        "Which numbers say which examples were drawn? Draw those.",
        "`rng.integers(n, size=m)` gives `m` whole numbers from 0 to `n - 1`; "
        "`x[numbers]` picks these entries.",
    ],
)

exercise(
    "9.3.3",
    title="Tidy data",
    stub=(
        "def bagged_mean(x, y, chosen, fit):\n"
        "    total = 0\n"
        "    for numbers in chosen:\n"
        "        total = total + fit(np.sort(x[numbers]), y[numbers])\n"
        "    return total / len(chosen)\n"
    ),
    solution=(
        "def bagged_mean(x, y, chosen, fit):\n"
        "    total = 0\n"
        "    for numbers in chosen:\n"
        "        total = total + fit(x[numbers], y[numbers])\n"
        "    return total / len(chosen)\n"
    ),
    reference=_bagged_mean,
    rtol=1e-6,
    cases=[
        case(_X, _Y, _CHOSEN, line_fit),
        case(_X, _Y, _THREE, five_units),
        case(
            np.array([5, 0, 2, 1]),
            np.array([9, 1, -26, 0]),
            np.array([[0, 1, 3, 3], [2, 1, 0, 2], [3, 2, 2, 1]]),
            line_fit,
        ),
    ],
    planted=[
        mistake(
            lambda x, y, chosen, fit: (
                sum(fit(np.sort(x[n]), y[n]) for n in chosen) / len(chosen)
            ),
            "Print `np.sort(x[numbers])` and `y[numbers]` beside each other. Does each "
            "target stand beside its own input?",
        ),
        mistake(
            lambda x, y, chosen, fit: (
                sum(fit(np.sort(x[n]), np.sort(y[n])) for n in chosen) / len(chosen)
            ),
            "Now both are sorted, each for itself. The lowest target need not belong "
            "to the input farthest to the left.",
        ),
        mistake(
            lambda x, y, chosen, fit: sum(fit(x[n], y[n]) for n in chosen),
            "Your result is the sum of the members.",
        ),
        mistake(
            lambda x, y, chosen, fit: fit(x, y),
            "You fit all examples once. Which ones does each member see?",
        ),
        mistake(
            lambda x, y, chosen, fit: fit(x[chosen].ravel(), y[chosen].ravel()),
            "You fit one model to all resamples at once. An ensemble has a model for "
            "each, and averages their curves.",
        ),
        mistake(
            lambda x, y, chosen, fit: fit(x[chosen[-1]], y[chosen[-1]]),
            "This is the last member alone. What becomes of the others?",
        ),
        mistake(
            lambda x, y, chosen, fit: fit(
                x[chosen].mean(axis=0), y[chosen].mean(axis=0)
            ),
            "You average the data and fit once. An ensemble fits first, and averages "
            "the curves.",
        ),
        mistake(
            lambda x, y, chosen, fit: fit(x[chosen[0]], y[chosen[0]]) / len(chosen),
            "Your loop ends in its first round: is the `return` indented too far?",
        ),
        mistake(
            lambda x, y, chosen, fit: (
                _bagged_mean(x, y, chosen, fit) * len(chosen) / len(x)
            ),
            "You divide by the number of examples. How many members are there?",
        ),
        mistake(
            lambda x, y, chosen, fit: np.median(
                [fit(x[n], y[n]) for n in chosen], axis=0
            ),
            "The pairs are together now. But this is the median of the members, "
            "not their mean.",
        ),
        mistake(
            lambda x, y, chosen, fit: _bagged_mean(np.sort(x), y, chosen, fit),
            "You sort all the inputs before you draw. Do they still have their "
            "targets?",
        ),
        mistake(
            lambda x, y, chosen, fit: np.mean(
                [fit(x[np.unique(n)], y[np.unique(n)]) for n in chosen], axis=0
            ),
            "You use each drawn example once. One that was drawn twice counts twice.",
        ),
    ],
    hints=[
        "Write the pairs of one member down, before and after the sorting.",
        "Where is the order of the examples needed? Leave them as they are.",
    ],
)

exercise(
    "9.3.4",
    title="Median and mean of the members",
    stub="def median_and_mean(curves):\n    ...  # your code\n",
    solution=(
        "def median_and_mean(curves):\n"
        "    return np.median(curves, axis=0), np.mean(curves, axis=0)\n"
    ),
    reference=_median_and_mean,
    parts=["median", "mean"],
    cases=[
        case(np.array([[11.0, 0.0], [1.0, 2.0], [3.0, 7.0]])),
        case(
            np.array(
                [[0.5, 2.0, 1.0], [4.0, -1.0, 0.0], [9.0, 0.0, 8.0], [1.0, 3.0, 2.5]]
            )
        ),
        case(np.array([[4, 1, 0, 2], [2, 9, 5, 2]])),
        case(np.array([[1.5, -2.0, 0.25]])),
    ],
    random_case=lambda rng: case(rng.normal(size=(5, 3)) ** 3),
    planted=[
        mistake(
            lambda curves: (np.median(curves, axis=1), np.mean(curves, axis=1)),
            "How many predictions do you expect: one for each x, or one for each "
            "model?",
        ),
        mistake(
            lambda curves: (np.median(curves), np.mean(curves)),
            "How many predictions do you expect: one for each x, or one for all?",
        ),
        mistake(
            lambda curves: (np.median(curves, axis=0), np.median(curves, axis=0)),
            "Your two answers agree in every digit: would you expect that?",
        ),
        mistake(
            lambda curves: (np.mean(curves, axis=0), np.mean(curves, axis=0)),
            "You return the mean twice. Where one member is far off, should the two "
            "agree?",
        ),
        mistake(
            lambda curves: (
                np.sort(curves, axis=0)[len(curves) // 2],
                np.mean(curves, axis=0),
            ),
            "For an even number of members there is no middle one. Which two are "
            "nearest to the middle?",
        ),
        mistake(
            lambda curves: (curves[len(curves) // 2], np.mean(curves, axis=0)),
            "This is the member in the middle of the *list*. At each x, the members "
            "have to be ordered first.",
        ),
        mistake(
            lambda curves: (
                curves[np.argsort(np.mean(curves, axis=1))[len(curves) // 2]],
                np.mean(curves, axis=0),
            ),
            "This is one whole member, the one with the middle level. The median is "
            "taken at each x anew.",
        ),
        mistake(
            lambda curves: (np.median(curves, axis=0), np.sum(curves, axis=0)),
            "The median is right. Your second curve is the sum of the members.",
        ),
        mistake(
            lambda curves: (
                (np.min(curves, axis=0) + np.max(curves, axis=0)) / 2,
                np.mean(curves, axis=0),
            ),
            "You take the middle between the lowest and the highest. One wild "
            "member moves that as it likes: the median is the middle of the "
            "*order*.",
        ),
    ],
    hints=[
        "What runs along axis 0 of the array, and what along axis 1?",
        "`np.median` and `np.mean` both take an `axis`.",
    ],
)

question(
    "9.3.5",
    title="Theorem or luck?",
    prompt="Draw 200 ensembles of four members each, from the same fifteen examples. "
    "How often does the *mean* of an ensemble beat its own best member? And how often "
    "the average of its members' errors?",
    choices=[
        choice(
            "It beats both always: averaging cancels the swings.",
            "It does cancel swings. But imagine four members of which one is nearly "
            "perfect. What do the other three do to the mean?",
        ),
        choice(
            "It beats the average member always, the best one in a part of the cases.",
            "Yes. The first can be proved in three lines. The second depends on the "
            "draw.",
            right=True,
        ),
        choice(
            "It beats the best member in most cases, the average member in nearly all.",
            "Nearly all is too weak. Try two members and one input: can the mean be "
            "farther from the truth than the two are on average, in squared error?",
        ),
        choice(
            "It never beats the best member; a mean lies between its members.",
            "At each input it does lie between them. But so does the truth, and the "
            "best member is not the best at every input.",
        ),
    ],
)

exercise(
    "9.3.6",
    title="The ambiguity decomposition",
    stub="def ambiguity(curves, truth):\n    ...  # your code\n",
    solution=(
        "def ambiguity(curves, truth):\n"
        "    mean = curves.mean(axis=0)\n"
        "    ensemble = np.mean((mean - truth) ** 2)\n"
        "    average = np.mean((curves - truth) ** 2)\n"
        "    spread = np.mean((curves - mean) ** 2)\n"
        "    return ensemble, average, spread\n"
    ),
    equivalent={
        "ensemble = np.mean((truth - mean) ** 2)": "a square has no sign",
        "average = np.mean((truth - curves) ** 2)": "a square has no sign",
        "spread = np.mean((mean - curves) ** 2)": "a square has no sign",
    },
    reference=ambiguity,
    parts=["ensemble", "average", "ambiguity"],
    cases=[
        case(np.array([[1.0, 4.0], [3.0, -2.0], [5.0, 0.0]]), np.array([2.0, 3.0])),
        case(np.array([[1.0, 2.0, 0.5], [4.0, -1.0, 3.0]]), np.array([1.0, 1.0, 2.0])),
        case(
            np.array([[1, 2, 0, 4], [4, 1, 3, 0], [2, 2, 2, 2]]), np.array([1, 3, 0, 2])
        ),
        case(np.array([[2.5, 1.0, -3.0]]), np.array([1.0, 0.5, 2.0])),
    ],
    random_case=lambda rng: case(rng.normal(size=(4, 3)), rng.normal(size=3)),
    planted=[
        mistake(
            lambda curves, truth: (
                np.mean((curves.mean(axis=0) - truth) ** 2),
                np.mean((curves - truth) ** 2),
                np.mean((curves - truth) ** 2)
                + np.mean((curves.mean(axis=0) - truth) ** 2),
            ),
            "The first term is the second *minus* the third: which sign does that give "
            "the third?",
        ),
        mistake(
            lambda curves, truth: (
                np.mean(curves.mean(axis=0) - truth) ** 2,
                np.mean((curves - truth) ** 2),
                np.mean((curves - curves.mean(axis=0)) ** 2),
            ),
            "In the first number you average over the grid before you square. Too high "
            "here and too low there cancel.",
        ),
        mistake(
            lambda curves, truth: (
                np.mean((curves - truth) ** 2),
                np.mean((curves - truth) ** 2),
                np.mean((curves - curves.mean(axis=0)) ** 2),
            ),
            "Your first two numbers are the same. The first is the error of the mean "
            "curve.",
        ),
        mistake(
            lambda curves, truth: (
                np.mean((np.mean(curves) - truth) ** 2),
                np.mean((curves - truth) ** 2),
                np.mean((curves - np.mean(curves)) ** 2),
            ),
            "You take the mean over members and grid together. The mean curve has a "
            "value at each input.",
        ),
        mistake(
            lambda curves, truth: (
                np.mean((curves.mean(axis=0) - truth) ** 2),
                np.mean((curves - truth) ** 2),
                np.mean(np.std(curves, axis=0)),
            ),
            "Your third number is a mean of standard deviations. Squares are asked "
            "for.",
        ),
        mistake(
            lambda curves, truth: (
                np.mean((curves.mean(axis=0) - truth) ** 2),
                np.mean((curves - truth) ** 2),
                np.mean((curves - curves.mean(axis=0)) ** 2)
                * len(curves)
                / max(len(curves) - 1, 1),
            ),
            "Your third number divides by one less than there are members. Do the "
            "three still add up?",
        ),
        mistake(
            lambda curves, truth: (
                np.mean((np.median(curves, axis=0) - truth) ** 2),
                np.mean((curves - truth) ** 2),
                np.mean((curves - np.median(curves, axis=0)) ** 2),
            ),
            "This is the median. The mixed term vanishes for one center only: which?",
        ),
        mistake(
            lambda curves, truth: (
                np.mean((curves.mean(axis=0) - truth) ** 2),
                np.mean((curves - truth) ** 2),
                np.var(curves),
            ),
            "For the third number you count from one mean of all numbers. "
            "Members disagree with the mean curve, at each input.",
        ),
        mistake(
            lambda curves, truth: (
                np.mean((curves.mean(axis=0) - truth) ** 2),
                np.mean((curves - truth) ** 2),
                np.sum(np.var(curves, axis=0))
                / curves.shape[1]
                * len(curves)
                / (len(curves) - 1 or np.nan),
            ),
            "For the third number you divide by one less than the number of "
            "members. Does the equation hold now?",
        ),
        mistake(
            lambda curves, truth: (
                np.mean((curves.mean(axis=0) - truth) ** 2),
                np.mean((curves - truth) ** 2),
                np.mean(np.var(curves, axis=1)),
            ),
            "For the third number you measure how each curve goes up and down. "
            "How far are the members apart at the same input?",
        ),
        mistake(
            lambda curves, truth: (
                np.mean((curves.mean(axis=0) - truth) ** 2),
                np.mean((curves - truth) ** 2),
                np.mean((curves.mean(axis=0) - truth) ** 2)
                - np.mean((curves - truth) ** 2),
            ),
            "The third number has the wrong sign: can disagreement be negative?",
        ),
        mistake(
            lambda curves, truth: (
                np.mean((curves - truth) ** 2),
                np.mean((curves.mean(axis=0) - truth) ** 2),
                np.mean((curves - curves.mean(axis=0)) ** 2),
            ),
            "You have exchanged the first two: the mean of the curves comes "
            "first, the members after it.",
        ),
        mistake(
            lambda curves, truth: (
                np.mean((curves.mean(axis=0) - truth) ** 2),
                np.mean((curves.mean(axis=0) - truth) ** 2),
                np.mean((curves - curves.mean(axis=0)) ** 2),
            ),
            "Your first two numbers are the same. For the second, take the "
            "error of each member, and then the average.",
        ),
        mistake(
            lambda curves, truth: (
                (curves.mean(axis=0) - truth) ** 2,
                np.mean((curves - truth) ** 2, axis=0),
                np.var(curves, axis=0),
            ),
            "These are the three terms at each input. Their averages over the "
            "grid are asked for.",
        ),
        mistake(
            lambda curves, truth: (
                np.mean((curves.mean(axis=0) - truth) ** 2),
                len(curves) * np.mean((curves - truth) ** 2),
                len(curves) * np.mean(np.var(curves, axis=0)),
            ),
            "You add up the members' errors. The equation averages over the members.",
        ),
        mistake(
            lambda curves, truth: (
                np.mean(np.abs(curves.mean(axis=0) - truth)),
                np.mean(np.abs(curves - truth)),
                np.mean(np.abs(curves - curves.mean(axis=0))),
            ),
            "You average distances. The equation is about their squares, and "
            "does not hold without.",
        ),
        mistake(
            lambda curves, truth: (
                np.mean(curves.mean(axis=0) - truth) ** 2,
                np.mean(curves - truth) ** 2,
                np.mean((curves - curves.mean(axis=0)) ** 2),
            ),
            "You average first and square last, so too high here and too low "
            "there cancel.",
        ),
    ],
    hints=[
        "Compute the mean curve first. Which array has a row for each member, which "
        "has none?",
        "`np.mean((curves - truth) ** 2)` averages over members and grid at once. The "
        "other two are like it.",
    ],
)

question(
    "9.3.7",
    title="Three votes",
    prompt="Three members predict one number, and the truth is 0. The members are "
    "wrong by $e_1$, $e_2$ and $e_3$. The squared error of their *mean* is at most 1 "
    "times the average of the three squared errors. At most how many times is the "
    "squared error of their *median*?",
    answer=number(
        1.5,
        tolerance=0.001,
        feedback="Yes. If the median is $e > 0$, a second member is at least as far "
        "off, so the average is at least $\\frac23 e^2$. It is that for the errors 0, "
        "$e$, $e$.",
    ),
    near=[
        number(
            1.0,
            tolerance=0.001,
            feedback="This is the bound for the mean. Try the errors 0, 1 and 1.",
        ),
        number(
            3.0,
            tolerance=0.001,
            feedback="For this the other two would have to be right. Would the median "
            "still be wrong then?",
        ),
        number(
            0.6667,
            tolerance=0.001,
            feedback="This is the average error when the median is off by 1. Which of "
            "the two do you divide by the other?",
        ),
        number(
            2.0,
            tolerance=0.001,
            feedback="How many members are at least as far off as the median, the "
            "median itself included?",
        ),
    ],
    otherwise="Let the median be wrong by 1, upward. What does this say about the "
    "largest of the three? Then make the average as small as you can.",
)

question(
    "9.3.8",
    title="Ever more members",
    prompt="You have fifteen examples, and you make the ensemble larger and larger: "
    "4, 64, a thousand members. What becomes of the expected error of their mean?",
    choices=[
        choice(
            "It falls toward zero, as $1/M$: independent errors cancel.",
            "The resamples are independent *given the data*. Is there an error that "
            "all members share?",
        ),
        choice(
            "It falls at first, and rises again when the ensemble overfits.",
            "What would the thousandth member do to the fits of the others?",
        ),
        choice(
            "It falls quickly at first, and then levels off above zero.",
            "Yes. What differs from member to member cancels. What the fifteen "
            "examples do to all of them does not.",
            right=True,
        ),
        choice(
            "It stays as it is; only the luck with single ensembles gets smaller.",
            "By the ambiguity decomposition the mean is better than its members. Do "
            "two members disagree as much as a thousand?",
        ),
    ],
)

exercise(
    "9.3.9",
    title="An ensemble of classifiers",
    stub="def class_ensemble(probabilities, labels):\n    ...  # your code\n",
    solution=(
        "def class_ensemble(probabilities, labels):\n"
        "    own = probabilities[:, np.arange(len(labels)), labels]\n"
        "    of_mean = -np.mean(np.log(own.mean(axis=0)))\n"
        "    return of_mean, -np.mean(np.log(own))\n"
    ),
    reference=_class_ensemble,
    equivalent={
        "the result has the first argument's type": "probabilities are floats",
    },
    parts=["ensemble", "average"],
    cases=[
        _class_case(1, 2, 4, 3),
        _class_case(2, 3, 5, 2),
        _class_case(3, 5, 3, 4),
        _class_case(4, 1, 2, 3),
        case(np.array([[[1e-12, 1 - 1e-12]], [[3e-12, 1 - 3e-12]]]), np.array([0])),
    ],
    random_case=lambda rng: case(_members(rng, 3, 6, 3), rng.integers(3, size=6)),
    planted=[
        mistake(
            lambda probabilities, labels: (
                _class_ensemble(probabilities, labels)[1],
                _class_ensemble(probabilities, labels)[1],
            ),
            "Your two losses agree: you average logarithms in both. Where does the "
            "logarithm of the first one stand?",
        ),
        mistake(
            lambda probabilities, labels: (
                _class_ensemble(probabilities, labels)[0],
                _class_ensemble(probabilities, labels)[0],
            ),
            "Your two losses agree: in both, the probabilities are averaged first. "
            "What is the loss of a single member?",
        ),
        mistake(
            lambda probabilities, labels: (
                -np.mean(np.log(probabilities.mean(axis=0))),
                -np.mean(np.log(probabilities)),
            ),
            "You use the probabilities of all classes. Which one does the "
            "cross-entropy of an example ask for?",
        ),
        mistake(
            lambda probabilities, labels: tuple(
                len(labels) * loss for loss in _class_ensemble(probabilities, labels)
            ),
            "You add up the losses of the examples. Their average is asked for.",
        ),
        mistake(
            lambda probabilities, labels: tuple(
                -loss for loss in _class_ensemble(probabilities, labels)
            ),
            "The logarithm of a probability is negative, and a loss should be small "
            "for good predictions.",
        ),
        mistake(
            lambda probabilities, labels: (
                -np.log(np.mean(probabilities[:, np.arange(len(labels)), labels])),
                _class_ensemble(probabilities, labels)[1],
            ),
            "In the first loss you average over members *and* examples before the "
            "logarithm. Each example has its own.",
        ),
        mistake(
            lambda probabilities, labels: (
                np.mean(np.argmax(probabilities.mean(axis=0), axis=-1) != labels),
                np.mean(np.argmax(probabilities, axis=-1) != labels),
            ),
            "You count wrong classes. How sure were the members? The cross-entropy "
            "depends on it.",
        ),
        mistake(
            lambda probabilities, labels: tuple(
                len(labels) * k * loss
                for k, loss in zip(
                    (1, len(probabilities)),
                    _class_ensemble(probabilities, labels),
                    strict=True,
                )
            ),
            "You add up. Both losses are averaged over the examples, and the "
            "second over the members as well.",
        ),
        mistake(
            lambda probabilities, labels: (
                _class_ensemble(probabilities, labels)[0],
                len(probabilities) * _class_ensemble(probabilities, labels)[1],
            ),
            "The first is right. In the second you add up the members: their "
            "average is asked for.",
        ),
        mistake(
            lambda probabilities, labels: (
                -np.mean(np.log(probabilities.mean(axis=0).max(axis=-1))),
                -np.mean(np.log(probabilities.max(axis=-1))),
            ),
            "You take the largest probability. The cross-entropy takes that of "
            "the class that was observed, likely or not.",
        ),
        mistake(
            lambda probabilities, labels: (
                _entropy(np.mean(probabilities, axis=0)),
                _entropy(probabilities),
            ),
            "These are entropies: how unsure the members are. The labels do not enter.",
        ),
        mistake(
            lambda probabilities, labels: (
                -np.mean(np.log(_of_class(probabilities, labels).mean(axis=1))),
                -np.mean(np.log(_of_class(probabilities, labels))),
            ),
            "In the first loss you average over the examples before the "
            "logarithm. Over what is the mean of probabilities taken?",
        ),
        mistake(
            lambda probabilities, labels: (
                (1 - np.mean(_of_class(probabilities, labels)),) * 2
            ),
            "Cross-entropy has a logarithm. Without it, both losses are the same.",
        ),
    ],
    hints=[
        "`probabilities[:, np.arange(I), labels]` has shape `(M, I)`: for each member "
        "and example the probability of the example's own class.",
        "For the first loss: average over axis 0, then the logarithm, then the average "
        "over the examples. For the second the logarithm comes first.",
    ],
)

exercise(
    "9.3.10",
    title="The other cure",
    stub="def penalty(n_hidden):\n    ...  # your code\n",
    solution="def penalty(n_hidden):\n    return 0.002\n",
    reference=lambda n_hidden: 0.002,
    accept=_single_wins,
    cases=[case(n_hidden) for n_hidden in (12, 14, 20)],
    planted=[
        mistake(
            lambda n_hidden: 1e-5,
            "With the penalty of the ensemble's members, the single fit has all their "
            "swings. Which way do you have to go?",
        ),
        mistake(
            lambda n_hidden: 0.0,
            "Without any penalty the swings are worse still. Which way do you have to "
            "go?",
        ),
        mistake(
            lambda n_hidden: 1.0,
            "Now the penalty is stronger than the data: the hill is flattened.",
        ),
        mistake(
            lambda n_hidden: 0.1,
            "The swings are gone, and half of the hill, too. Less will do.",
        ),
        mistake(
            lambda n_hidden: 1e-4,
            "This is the right direction: it already wins about half of the time. Go "
            "on.",
        ),
    ],
    hints=[
        "Try powers of ten with `wins`, below. Where is it highest?",
        "Below 0.001 the swings are still there, and above 0.003 the hill suffers.",
    ],
)

question(
    "9.3.11",
    title="What would you do?",
    prompt="A deep network was trained from five different starts, and the five have "
    "nearly the same test error, 8%. They make the *same* mistakes, on the same "
    "examples. What do you expect of their average?",
    choices=[
        choice(
            "About 8%. Members that do not disagree have nothing to cancel.",
            "Yes. The gain is the ambiguity, and here it is close to zero.",
            right=True,
        ),
        choice(
            "Much less than 8%: five heads are better than one.",
            "If all five are wrong on the same examples in the same way, what is their "
            "average there?",
        ),
        choice(
            "More than 8%, since mistakes add up.",
            "Jensen's inequality forbids it for a convex loss. What does averaging do "
            "to five equal outputs?",
        ),
    ],
)
