"""Exercises and questions of page 8.2, bias and variance."""

import copy

import numpy as np

from udl.datasets.noisy_curve import curve, noisy_examples
from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)
from udl.generalization.bias_variance import (
    bias_and_variance,
    mean_and_deviation,
    neighbors_error,
)
from udl.generalization.fixed_joints import fit_outputs, predict


class Draws:
    """Draw datasets, one a call; here and in the notebook's form."""

    def __init__(self, n_data, sigma, seed):
        self.n_data, self.sigma = n_data, sigma
        self.rng = np.random.default_rng(seed)

    def __call__(self):
        """Draw inputs and targets of the next dataset."""
        return noisy_examples(self.n_data, self.sigma, self.rng)

    def generate_data(self, n_data, sigma_y=0.3):
        """Draw a dataset as the notebook does, its size and noise given."""
        return noisy_examples(n_data, sigma_y, self.rng)


def _fresh(function):
    """Leave the case's own draws as they are."""
    return lambda draw, *rest: function(copy.deepcopy(draw), *rest)


def _curves(draw, n_datasets, n_hidden, grid):
    fits = (fit_outputs(*draw(), n_hidden) for _ in range(n_datasets))
    return np.array([predict(grid, *fit) for fit in fits])


def _described(curves):
    return curves.mean(axis=0), curves.std(axis=0)


def _one_dataset(draw, n_datasets, n_hidden, grid):
    return _described(_curves(draw, 1, n_hidden, grid))


def _three_units(draw, n_datasets, n_hidden, grid):
    return _described(_curves(draw, n_datasets, 3, grid))


def _five_units(draw, n_datasets, n_hidden, grid):
    return _described(_curves(draw, n_datasets, 5, grid))


def _variance(draw, n_datasets, n_hidden, grid):
    mean, deviation = mean_and_deviation(draw, n_datasets, n_hidden, grid)
    return mean, deviation**2


def _divided_by_one_less(draw, n_datasets, n_hidden, grid):
    curves = _curves(draw, n_datasets, n_hidden, grid)
    return curves.mean(axis=0), curves.std(axis=0, ddof=1)


def _over_inputs(draw, n_datasets, n_hidden, grid):
    curves = _curves(draw, n_datasets, n_hidden, grid)
    return curves.mean(axis=1), curves.std(axis=1)


def _over_all(draw, n_datasets, n_hidden, grid):
    curves = _curves(draw, n_datasets, n_hidden, grid)
    return curves.mean(), curves.std()


def _at_the_examples(draw, n_datasets, n_hidden, grid):
    curves = []
    for _ in range(n_datasets):
        x, y = draw()
        curves.append(predict(x, *fit_outputs(x, y, n_hidden)))
    return _described(np.array(curves))


def _a_draw_for_each(draw, n_datasets, n_hidden, grid):
    fits = (fit_outputs(draw()[0], draw()[1], n_hidden) for _ in range(n_datasets))
    return _described(np.array([predict(grid, *fit) for fit in fits]))


def _a_hundred(draw, n_datasets, n_hidden, grid):
    return _described(_curves(draw, 100, n_hidden, grid))


def _the_last(draw, n_datasets, n_hidden, grid):
    curve = _curves(draw, n_datasets, n_hidden, grid)[-1]
    return curve.mean(), curve.std()


def _pooled(draw, n_datasets, n_hidden, grid):
    x, y = zip(*(draw() for _ in range(n_datasets)), strict=True)
    fit = fit_outputs(np.ravel(x), np.ravel(y), n_hidden)
    return _described(predict(grid, *fit)[None])


def _one_short(draw, n_datasets, n_hidden, grid):
    return _described(_curves(draw, n_datasets - 1, n_hidden, grid))


def _targets_of_another(draw, n_datasets, n_hidden, grid):
    curves, (x, _) = [], draw()
    for _ in range(n_datasets):
        curves.append(predict(grid, *fit_outputs(x, draw()[1], n_hidden)))
    return _described(np.array(curves))


def _without_offset(draw, n_datasets, n_hidden, grid):
    fits = [fit_outputs(*draw(), n_hidden) for _ in range(n_datasets)]
    return _described(np.array([predict(grid, 0, omega) for _, omega in fits]))


def _fit_model(x, y, n_hidden):
    return fit_outputs(x, y, n_hidden)


def _square(values):
    return np.asarray(values, dtype=float) ** 2


def _off(mean, truth):
    return np.asarray(mean, dtype=float) - truth


def _split(fits, truth):
    fits = np.asarray(fits, dtype=float)
    return bias_and_variance(fits.mean(axis=0), fits.std(axis=0), truth)


def _bias_of(fits, truth):
    return _split(fits, truth)[0]


def _fits(shape, seed):
    rng = np.random.default_rng(seed)
    return np.linspace(-1, 3, shape[1]) ** 2 + rng.normal(size=shape)


# Squared bias plus variance, divided by the lowest, for 1 to 30 hidden units.
# By the number of examples, over 1000 or 500 datasets; 99 and more are cut.
EXCESS = {
    15: [
        8.74, 9.03, 2.34, 1, 1.36, 1.45, 1.52, 1.88, 2.34, 3.18, 3.85, 5.82, 13.8,
        99, 99, 31.4, 14.5, 19.5, 10.9, 11, 6.96, 6.36, 7.01, 6.15, 5.72, 14.9, 5.63,
        6.03, 8.26, 8.26,
    ],
    30: [
        15.6, 15.7, 3.58, 1, 1.42, 1.32, 1.32, 1.46, 1.6, 1.8, 1.96, 2.15, 2.34,
        2.55, 2.9, 2.96, 3.42, 3.79, 4.23, 4.78, 5.75, 6.45, 7.97, 9.68, 14.5, 20.9,
        46.4, 99, 99, 99,
    ],
    100: [
        33.6, 33.7, 6.91, 1, 1.74, 1.26, 1.01, 1.02, 1.07, 1.14, 1.23, 1.34, 1.43,
        1.51, 1.6, 1.69, 1.8, 1.96, 2.01, 2.12, 2.19, 2.33, 2.5, 2.55, 2.64, 2.75,
        2.9, 2.96, 3.05, 3.22,
    ],
    300: [
        83.4, 83.4, 16.5, 1.66, 3.32, 1.97, 1.21, 1.04, 1.02, 1, 1.06, 1.13, 1.19,
        1.26, 1.33, 1.4, 1.52, 1.61, 1.68, 1.73, 1.84, 1.94, 2.01, 2.1, 2.16, 2.21,
        2.37, 2.41, 2.47, 2.57,
    ],
    1000: [
        99, 99, 44.7, 3.75, 8.15, 4.32, 2.05, 1.41, 1.18, 1, 1.04, 1.03, 1.05, 1.07,
        1.15, 1.18, 1.23, 1.35, 1.4, 1.48, 1.54, 1.61, 1.68, 1.69, 1.78, 1.85, 1.92,
        1.97, 2.05, 2.15,
    ],
}  # fmt: skip
ENOUGH = 1.2


def _near_the_lowest(found, n_data):
    if np.size(found) != 1:
        return "One whole number is asked for, a number of hidden units."
    found = float(np.ravel(found)[0])
    if found not in range(1, 31):
        return "Whole numbers from 1 to 30 are asked for."
    excess = EXCESS[int(n_data)]
    if excess[int(found) - 1] <= ENOUGH:
        return True
    more = excess[int(found) - 1]
    most = f"{more:.2f} times" if more < 10 else "more than ten times"
    return f"With {n_data} examples, {found:.0f} units have {most} the lowest error."


def _lowest(n_data):
    return int(np.argmin(EXCESS[int(n_data)])) + 1


def _heights(truth, x):
    return np.asarray(truth(np.asarray(x, dtype=float)), dtype=float)


def _nearest(x, k, at):
    x = np.asarray(x, dtype=float)
    return x[np.argsort(np.abs(x - at), kind="stable")[:k]]


def _neighbors_bias(x, truth, k, at):
    return np.mean(_heights(truth, _nearest(x, k, at))) - truth(at)


question(
    "8.2.1",
    title="A hundred times the data",
    prompt="Each of the hundred colleagues now measures 1500 points instead of 15, and "
    "fits five hidden units as before. Noise, squared bias, variance: which of them "
    "become much smaller?",
    choices=[
        choice(
            "All three: more data are better data.",
            "A single new target is as noisy as before. And five units can draw "
            "certain curves only, however many examples ask for another.",
        ),
        choice(
            "The variance and the squared bias. The noise of a new target stays.",
            "The noise does stay. But all colleagues use the same five joints. What "
            "can 1500 examples do about these?",
        ),
        choice(
            "The variance only.",
            "Yes. The fits come closer to each other, and agree on a curve that five "
            "units can draw. It is not the true curve.",
            right=True,
        ),
        choice(
            "The squared bias only, since the mean fit approaches the truth.",
            "The mean fit has only five joints. What does change is how far the single "
            "fits are from it.",
        ),
    ],
)

exercise(
    "8.2.2",
    title="A family of fits",
    stub=(
        "def mean_and_deviation(draw, n_datasets, n_hidden, grid):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "from udl.generalization.fixed_joints import fit_outputs, predict\n\n"
        "def mean_and_deviation(draw, n_datasets, n_hidden, grid):\n"
        "    curves = []\n"
        "    for _ in range(n_datasets):\n"
        "        x, y = draw()\n"
        "        curves.append(predict(grid, *fit_outputs(x, y, n_hidden)))\n"
        "    return np.mean(curves, axis=0), np.std(curves, axis=0)\n"
    ),
    reference=_fresh(mean_and_deviation),
    rtol=1e-6,
    atol=1e-9,
    parts=["mean", "deviation"],
    cases=[
        case(Draws(7, 0.3, 0), 4, 2, np.linspace(0, 1, 5)),
        case(Draws(15, 0.3, 1), 6, 5, np.linspace(0, 1, 9)),
        case(Draws(10, 0.8, 2), 3, 4, np.linspace(0.1, 0.9, 10)),
        case(Draws(20, 0.1, 3), 2, 3, np.linspace(0, 1, 4)),
    ],
    published=published(
        "get_model_mean_variance(n_data, n_datasets, n_hidden, sigma_func)",
        takes=[
            lambda draw: draw.n_data,
            "n_datasets",
            "n_hidden",
            lambda draw: draw.sigma,
        ],
        provides={
            "generate_data": lambda draw: copy.deepcopy(draw).generate_data,
            "fit_model_closed_form": lambda: _fit_model,
            "network": lambda: predict,
            "x_model": "grid",
        },
    ),
    planted=[
        mistake(
            _fresh(_one_dataset),
            "All your models are the same: where does the randomness come in?",
        ),
        mistake(
            _fresh(_three_units),
            "Call your function with two capacities: is anything different? It always "
            "fits 3 units.",
        ),
        mistake(
            _fresh(_five_units),
            "Call your function with two capacities: is anything different? It always "
            "fits 5 units.",
        ),
        mistake(
            _fresh(_at_the_examples),
            "At which inputs do you want to compare the models? Every dataset has its "
            "own inputs; all models share the grid.",
        ),
        mistake(
            _fresh(_variance),
            "The second result is the variance. Asked for is its square root, in the "
            "units of the targets.",
        ),
        mistake(
            _fresh(_divided_by_one_less),
            "Your deviation divides by one less than the number of datasets. With it, "
            "the parts do not add up exactly.",
        ),
        mistake(
            _fresh(_over_inputs),
            "You average over the inputs, curve by curve. How do the curves differ at "
            "the same input?",
        ),
        mistake(
            _fresh(_over_all),
            "You average over datasets and inputs together. The mean of curves is a "
            "curve.",
        ),
        mistake(
            _fresh(_pooled),
            "You fit one model to the examples of all colleagues together. Each of "
            "them has only their own.",
        ),
        mistake(
            _fresh(_one_short),
            "One dataset is missing: how often does your loop run?",
        ),
        mistake(
            _fresh(_targets_of_another),
            "The inputs are those of the first dataset, and the targets those of the "
            "others. What changes from one dataset to the next?",
        ),
        mistake(
            _fresh(_without_offset),
            "Your curves all begin at zero: which parameter is missing?",
        ),
        mistake(
            _fresh(_a_draw_for_each),
            "Each call of `draw` makes a new dataset. Do your inputs and your "
            "targets come from the same one?",
        ),
        mistake(
            _fresh(_a_hundred),
            "You always draw 100 datasets. What is `n_datasets` for?",
        ),
        mistake(
            _fresh(_the_last),
            "You keep only the last curve. All of them are needed at the end.",
        ),
    ],
    hints=[
        "One round for each dataset: draw, fit, predict, keep the curve.",
        "The curves as rows of an array have shape `(n_datasets, N)`. Over which axis "
        "does the mean run, if a curve is to come out?",
        "`predict(grid, *fit_outputs(x, y, n_hidden))` is one of the curves; at the "
        "end `np.mean(curves, axis=0)`, and `np.std` likewise.",
    ],
)

_TRUTH = np.array([1.0, 2.0, 0.5, -1.0])

exercise(
    "8.2.3",
    title="Two numbers",
    stub="def bias_and_variance(mean, deviation, truth):\n    ...  # your code\n",
    solution=(
        "def bias_and_variance(mean, deviation, truth):\n"
        "    bias = np.mean((mean - truth) ** 2)\n"
        "    variance = np.mean(deviation ** 2)\n"
        "    return bias, variance\n"
    ),
    equivalent={
        "bias = np.mean((truth - mean) ** 2)": "a square has no sign",
    },
    reference=bias_and_variance,
    parts=["bias", "variance"],
    cases=[
        case(np.array([2.0, 1.0, 0.0]), np.array([0.1, 0.2, 0.6]), np.ones(3)),
        case(
            _TRUTH + np.array([0.5, -0.5, 0.25, 0]),
            np.array([1.0, 0.5, 2.0, 0.0]),
            _TRUTH,
        ),
        case(np.array([3, 1]), np.array([1, 2]), np.array([1, 4])),
        case(_TRUTH + 3, np.array([3.0, 0.4, 0.1, 7.0]), _TRUTH),
    ],
    random_case=lambda rng: case(
        rng.normal(size=6), rng.uniform(0.1, 2, size=6), rng.normal(size=6)
    ),
    planted=[
        mistake(
            lambda mean, deviation, truth: (
                np.mean(_square(_off(mean, truth))),
                np.mean(deviation),
            ),
            "Standard deviation or variance: which of them adds up with the noise?",
        ),
        mistake(
            lambda mean, deviation, truth: (
                np.mean(_square(_off(mean, truth))),
                np.mean(deviation) ** 2,
            ),
            "You average the deviations and square last. Which is larger, the mean of "
            "the squares or the square of the mean?",
        ),
        mistake(
            lambda mean, deviation, truth: (
                np.mean(_off(mean, truth)) ** 2,
                np.mean(_square(deviation)),
            ),
            "Too high here and too low there: should these cancel?",
        ),
        mistake(
            lambda mean, deviation, truth: (
                np.mean(_off(mean, truth)),
                np.mean(_square(deviation)),
            ),
            "Too high here and too low there: should these cancel? And the loss is "
            "made of squares.",
        ),
        mistake(
            lambda mean, deviation, truth: (
                np.mean(np.abs(_off(mean, truth))),
                np.mean(_square(deviation)),
            ),
            "Your variance is right. The bias is an absolute distance: which power of "
            "it belongs to the loss?",
        ),
        mistake(
            lambda mean, deviation, truth: (
                np.sqrt(np.mean(_square(_off(mean, truth)))),
                np.sqrt(np.mean(_square(deviation))),
            ),
            "These are the roots of what is asked. Only the squares add up.",
        ),
        mistake(
            lambda mean, deviation, truth: (
                _square(_off(mean, truth)),
                _square(deviation),
            ),
            "These are the two at each input. Their means over the grid are asked for.",
        ),
        mistake(
            lambda mean, deviation, truth: (
                np.mean(_square(_off(mean, truth))),
                np.var(deviation),
            ),
            "You take the variance of the deviations. They already say how far the "
            "fits are spread, at each input.",
        ),
        mistake(
            lambda mean, deviation, truth: (
                np.mean(_square(_off(mean, truth))),
                np.mean(_square(_off(deviation, truth))),
            ),
            "You subtract the true curve from the deviation. The spread of the fits "
            "around their mean has nothing to do with the truth.",
        ),
        mistake(
            lambda mean, deviation, truth: (
                np.mean(_square(_off(mean, truth))),
                np.mean(_square(mean)) - np.mean(mean) ** 2,
            ),
            "You measure how much the mean curve goes up and down. How far are the "
            "fits from it?",
        ),
        mistake(
            lambda mean, deviation, truth: (
                np.mean(_off(mean, truth)) ** 2,
                np.mean(deviation) ** 2,
            ),
            "In both numbers you average first and square last. In the first, "
            "too high here and too low there cancel: should they?",
        ),
        mistake(
            lambda mean, deviation, truth: (
                np.mean(_square(_off(mean, truth))),
                np.mean(_square(deviation)) + 0.09,
            ),
            "You have added the noise to the variance. It is the third part, on "
            "its own.",
        ),
        mistake(
            lambda mean, deviation, truth: (
                np.mean(_square(_off(mean, truth))),
                np.mean(np.sqrt(deviation)),
            ),
            "You take a root of the deviation. It is a root already: which way "
            "leads to the variance?",
        ),
    ],
    hints=[
        "Both are parts of a *squared* error. What do you do first, square or average?",
        "The bias at an input is `mean - truth` there; the variance is the square of "
        "the standard deviation.",
        "`np.mean((mean - truth) ** 2)`, and the same with `deviation`.",
    ],
)

exercise(
    "8.2.4",
    title="They do not add up",
    stub=(
        "def split_error(fits, truth):\n"
        "    mean = fits.mean(axis=0)\n"
        "    bias = np.mean((mean - truth) ** 2)\n"
        "    variance = np.var(fits)\n"
        "    return bias, variance\n"
    ),
    solution=(
        "def split_error(fits, truth):\n"
        "    mean = fits.mean(axis=0)\n"
        "    bias = np.mean((mean - truth) ** 2)\n"
        "    variance = np.mean(np.var(fits, axis=0))\n"
        "    return bias, variance\n"
    ),
    equivalent={
        "bias = np.mean((truth - mean) ** 2)": "a square has no sign",
    },
    reference=_split,
    parts=["bias", "variance"],
    cases=[
        case(np.array([[0.0, 2.0, 4.0], [0.0, 2.0, 4.0]]), np.array([0.0, 2.0, 5.0])),
        case(_fits((5, 3), 0), np.linspace(-1, 3, 3) ** 2),
        case(_fits((3, 8), 1), np.linspace(0, 4, 8)),
        case(np.array([[1, 5], [3, 8], [2, 2]]), np.array([1, 4])),
    ],
    planted=[
        mistake(
            lambda fits, truth: (_bias_of(fits, truth), np.mean(np.var(fits, axis=1))),
            "You take the variance along each curve. Which axis runs over datasets?",
        ),
        mistake(
            lambda fits, truth: (
                _bias_of(fits, truth),
                np.mean(np.var(fits, axis=0, ddof=1)),
            ),
            "The right axis. You divide by one less than the number of datasets: do "
            "the two numbers add up to the mean of the squares now?",
        ),
        mistake(
            lambda fits, truth: (
                _bias_of(fits, truth),
                np.mean(_square(_off(fits, truth))),
            ),
            "This is the whole distance from the true curve, bias and all. From which "
            "curve does the variance count?",
        ),
        mistake(
            lambda fits, truth: (
                np.mean(np.mean(fits, axis=0) - truth) ** 2,
                np.mean(np.var(fits, axis=0)),
            ),
            "The variance is right now. The bias was right before: it has to be "
            "squared before the mean.",
        ),
        mistake(
            lambda fits, truth: (
                np.mean(_square(np.mean(fits) - np.asarray(truth))),
                np.var(fits),
            ),
            "Now both go by a single mean of all numbers. The mean of curves is a "
            "curve.",
        ),
        mistake(
            lambda fits, truth: (
                _bias_of(fits, truth),
                np.mean(np.std(fits, axis=0)),
            ),
            "The right axis, and the wrong power: which of standard deviation and "
            "variance adds up?",
        ),
        mistake(
            lambda fits, truth: (
                _bias_of(fits, truth),
                np.var(np.mean(fits, axis=0)),
            ),
            "You measure how much the mean curve goes up and down. How far are the "
            "fits from it?",
        ),
        mistake(
            lambda fits, truth: (_bias_of(fits, truth), np.var(fits, axis=0)),
            "This is the variance at each input. One number is asked for.",
        ),
        mistake(
            lambda fits, truth: (
                np.mean(_square(np.mean(fits, axis=1, keepdims=True) - truth)),
                np.mean(np.var(fits, axis=1)),
            ),
            "You average along each curve. The mean model is the mean over the "
            "datasets, and has a value at each input.",
        ),
    ],
    hints=[
        "Try two fits that are equal, but not level. What should the variance be, and "
        "what does the function say?",
        "`np.var` without an axis counts from a single mean. From which mean must it "
        "count, at each input?",
        "`np.var(fits, axis=0)` has one entry for each input; average them.",
    ],
)

question(
    "8.2.5",
    title="One unit more",
    prompt="Give the network one hidden unit more, and space the joints evenly again. "
    "Does the squared bias go down each time, from 1 unit to 12?",
    choices=[
        choice(
            "Yes: with more units, the network can draw more curves.",
            "It can draw *other* curves. Can a network with joints at the fifths draw "
            "one that bends at a quarter?",
        ),
        choice(
            "No: sometimes it rises, since the joints move.",
            "Yes. All joints but the first are in new places. If the old ones were in "
            "good places, the larger network may do worse.",
            right=True,
        ),
        choice(
            "No: it goes down at first and up again at the end, as the fits get wild.",
            "Wild fits are variance. Their mean can still be close to the true curve.",
        ),
        choice(
            "It does not depend on the number of units, only on the amount of data.",
            "That is nearer to what the variance does. Look at a single unit in the "
            "first figure: a straight line.",
        ),
    ],
)

question(
    "8.2.6",
    title="Four parameters and eight",
    prompt="Three units have four parameters with the offset, and seven have eight. "
    "With 100 examples and noise $\\sigma = 0.3$, the variance of three units is about "
    "0.004 at the training inputs. About how large is it for seven?",
    choices=[
        choice(
            "0.004, since the noise and the data are the same.",
            "Each parameter follows the noise a little. Do more of them not follow it "
            "more?",
        ),
        choice(
            "0.007: twice the parameters, and twice the variance.",
            "Yes: 0.0072. The exact numbers are $0.09 \\cdot 4/100$ and "
            "$0.09 \\cdot 8/100$, as you are about to see.",
            right=True,
        ),
        choice(
            "0.014: it grows with the square of the number of parameters.",
            "Would it be so if each parameter followed the noise independently of the "
            "others? Variances of independent terms add up.",
        ),
        choice(
            "0.002, since more units fit better.",
            "They fit the *training data* better, noise and all. Variance is how far "
            "fits to different data are apart.",
        ),
    ],
)

question(
    "8.2.7",
    title="Wrong on purpose",
    prompt="You estimate a number $\\mu$ from the mean $\\bar{y}$ of $I$ observations, "
    "each $\\mu$ plus noise of variance $\\sigma^2$. The mean has no bias, and the "
    "variance $\\sigma^2/I$. Now shrink it: predict $a\\,\\bar{y}$. Write down squared "
    "bias and variance, and find the $a$ for which their sum is smallest. Which is it "
    "for $\\mu = 1$, $\\sigma = 1$ and $I = 4$?",
    answer=number(
        0.8,
        tolerance=0.002,
        feedback="Yes. $(1-a)^2\\mu^2 + a^2\\sigma^2/I$ is smallest at "
        "$a = \\mu^2/(\\mu^2 + \\sigma^2/I) = 1/1.25$. The sum is then 0.2, and for "
        "the mean itself 0.25.",
    ),
    near=[
        number(
            1.0,
            tolerance=0.002,
            feedback="This has no bias. Differentiate the sum at $a = 1$: is the slope "
            "zero?",
        ),
        number(
            0.2,
            tolerance=0.002,
            feedback="This is the share that is taken away, or the sum of the two at "
            "the best place. Which $a$ is it?",
        ),
        number(
            0.5,
            tolerance=0.002,
            feedback="This is right for a single observation. The mean of four has a "
            "smaller variance.",
        ),
        number(
            0.6667,
            tolerance=0.002,
            feedback="The standard deviation of the mean is $\\frac12$. Its variance "
            "is asked.",
        ),
        number(
            0.0,
            tolerance=0.002,
            feedback="This has no variance at all, and the largest bias.",
        ),
    ],
    otherwise="The mean prediction is $a\\mu$: how far is it from $\\mu$? And a factor "
    "$a$ multiplies a variance by $a^2$. Set the derivative of the sum to zero.",
)

exercise(
    "8.2.8",
    title="How many units for how much data?",
    stub="def units_for(n_data):\n    ...  # your code\n",
    solution=(
        "def units_for(n_data):\n"
        "    return {15: 4, 30: 4, 100: 8, 300: 10, 1000: 12}[n_data]\n"
    ),
    equivalent={
        f"return {{15: 4, 30: 4, 100: {c}, 300: {b}, 1000: {a}}}[n_data]": (
            "several numbers of units are good enough"
        )
        for c, b, a in (
            *((9, 10, 12), (7, 10, 12), (8, 11, 12)),
            *((8, 9, 12), (8, 10, 13), (8, 10, 11)),
        )
    },
    reference=_lowest,
    accept=_near_the_lowest,
    cases=[case(n_data) for n_data in (15, 30, 100, 300, 1000)],
    planted=[
        mistake(
            lambda n_data: 4,
            "Four units are a good choice as long as data are few. With many, the "
            "variance is tiny: which part of the error is left?",
        ),
        mistake(
            lambda n_data: 12,
            "The largest of the page has the smallest bias. Which sum does a reader "
            "with one dataset pay for?",
        ),
        mistake(
            lambda n_data: min(30, n_data - 1),
            "As many parameters as examples: the fit goes through every point, noise "
            "and all.",
        ),
        mistake(
            lambda n_data: 30,
            "The most units have the smallest bias. What do they cost in variance?",
        ),
        mistake(
            lambda n_data: 5,
            "Five units are those of the page. Their joints miss the peak, and 1000 "
            "examples cannot mend that.",
        ),
        mistake(
            lambda n_data: 1,
            "A straight line has little variance. Which part of the error does it "
            "have instead?",
        ),
    ],
    hints=[
        "Run the cell for 15 and for 1000 examples. Which numbers of units would you "
        "try next?",
        "For few data, four units are hard to beat: the joints are at the peak and in "
        "the valley. For 1000, try 8 to 16.",
        "A dictionary will do: `{15: 4, 30: ..., 100: ..., 300: ..., 1000: ...}`, "
        "looked up at `n_data`.",
    ],
)

_PLACES = np.array([0.1, 0.25, 0.3, 0.6, 0.9])

exercise(
    "8.2.9",
    title="The mean of the neighbors",
    stub="def neighbors_error(x, truth, sigma, k, at):\n    ...  # your code\n",
    solution=(
        "def neighbors_error(x, truth, sigma, k, at):\n"
        "    nearest = x[np.argsort(np.abs(x - at))[:k]]\n"
        "    bias = np.mean(truth(nearest)) - truth(at)\n"
        "    return bias ** 2, sigma ** 2 / k\n"
    ),
    equivalent={
        "nearest = x[np.argsort(np.abs(at - x))[:k]]": "a distance has no sign",
        "bias = truth(at) - np.mean(truth(nearest))": "a square has no sign",
    },
    reference=neighbors_error,
    parts=["bias", "variance"],
    cases=[
        case(np.array([3.0, 1.0, 0.0, 7.0]), np.square, 2.0, 2, 0.2),
        case(_PLACES, curve, 0.3, 3, 0.28),
        case(_PLACES, np.exp, 0.5, 1, 0.7),
        case(_PLACES[::-1], curve, 1.5, 4, 0.95),
        case(_PLACES, np.sin, 0.7, 5, 0.0),
        case(np.array([4, 9, 1]), np.square, 3, 2, 5),
    ],
    random_case=lambda rng: case(
        rng.uniform(size=8), np.exp, rng.uniform(0.2, 2), 3, rng.uniform()
    ),
    planted=[
        mistake(
            lambda x, truth, sigma, k, at: (
                _neighbors_bias(x, truth, k, at) ** 2,
                sigma**2,
            ),
            "This is the variance of a single target. The mean of k independent ones "
            "varies less.",
        ),
        mistake(
            lambda x, truth, sigma, k, at: (
                _neighbors_bias(x, truth, k, at) ** 2,
                sigma / k,
            ),
            "You divide the standard deviation by k. Which quantity do independent "
            "terms add up?",
        ),
        mistake(
            lambda x, truth, sigma, k, at: (
                _neighbors_bias(x, truth, k, at) ** 2,
                sigma**2 / k**2,
            ),
            "A factor 1/k in front makes 1/k² of a variance. How many targets add up "
            "behind it?",
        ),
        mistake(
            lambda x, truth, sigma, k, at: (
                _neighbors_bias(x, truth, k, at) ** 2,
                sigma / np.sqrt(k),
            ),
            "This is the standard deviation of the prediction. The variance adds up.",
        ),
        mistake(
            lambda x, truth, sigma, k, at: (
                _neighbors_bias(x, truth, k, at),
                sigma**2 / k,
            ),
            "The bias is right, with its sign. Its square is a part of the loss.",
        ),
        mistake(
            lambda x, truth, sigma, k, at: (
                np.mean(_square(_heights(truth, _nearest(x, k, at)) - truth(at))),
                sigma**2 / k,
            ),
            "You square neighbor by neighbor. The prediction is their mean: too high "
            "and too low do cancel here, before anything is squared.",
        ),
        mistake(
            lambda x, truth, sigma, k, at: (
                (truth(np.mean(_nearest(x, k, at))) - truth(at)) ** 2,
                sigma**2 / k,
            ),
            "You average the inputs of the neighbors. Their targets are averaged; on "
            "a curve that bends this is not the same.",
        ),
        mistake(
            lambda x, truth, sigma, k, at: (
                (np.mean(_heights(truth, np.asarray(x)[:k])) - truth(at)) ** 2,
                sigma**2 / k,
            ),
            "These are the first k inputs of the array, not the nearest.",
        ),
        mistake(
            lambda x, truth, sigma, k, at: (
                _neighbors_bias(x, truth, k, at) ** 2,
                sigma**2 / np.size(x),
            ),
            "You divide by the number of all examples. How many of them enter the "
            "prediction?",
        ),
        mistake(
            lambda x, truth, sigma, k, at: (
                _neighbors_bias(x, truth, k, at) ** 2,
                np.var(_heights(truth, _nearest(x, k, at))),
            ),
            "You measure how the true heights of the neighbors differ. They are the "
            "same in each dataset: what does change?",
        ),
        mistake(
            lambda x, truth, sigma, k, at: (
                _neighbors_bias(x, truth, k, at) ** 2,
                sigma**2 / k + sigma**2,
            ),
            "You have added the noise of a new target. It is the third part.",
        ),
        mistake(
            lambda x, truth, sigma, k, at: (
                (np.mean(_heights(truth, x[np.argsort(x - at)[:k]])) - truth(at)) ** 2,
                sigma**2 / k,
            ),
            "You sort by `x - at`, with its sign: first come the inputs "
            "farthest to the left, not the nearest.",
        ),
        mistake(
            lambda x, truth, sigma, k, at: (
                (np.mean(_heights(truth, _nearest(x, len(x), at)[-k:])) - truth(at))
                ** 2,
                sigma**2 / k,
            ),
            "These are the k inputs farthest away.",
        ),
        mistake(
            lambda x, truth, sigma, k, at: (
                _neighbors_bias(x, truth, k, at) ** 2,
                np.var(_heights(truth, _nearest(x, k, at))) / k,
            ),
            "The variance of the targets is not that of the true heights of the "
            "neighbors: these are the same in each dataset. What changes?",
        ),
        mistake(
            lambda x, truth, sigma, k, at: (
                (np.mean(_nearest(x, k, at)) - at) ** 2,
                sigma**2 / k,
            ),
            "You compare inputs. The prediction is a mean of targets: what are "
            "they on average?",
        ),
    ],
    hints=[
        "The neighbors are the same in each dataset; only their targets vary. What is "
        "the mean of such a target?",
        "The mean prediction is the mean of `truth` at the neighbors. For the "
        "variance: the mean of `k` independent numbers, each of variance "
        "`sigma ** 2`.",
        "`x[np.argsort(np.abs(x - at))[:k]]` are the inputs of the neighbors.",
    ],
)
