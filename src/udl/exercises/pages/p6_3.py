"""Exercises and questions of page 6.3, stochastic gradient descent."""

import copy
from functools import lru_cache
from itertools import islice
from types import SimpleNamespace

import numpy as np

from udl.datasets.regression import gabor_data
from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)
from udl.fitting.curvature import stationary_point
from udl.fitting.gabor import gabor, gabor_gradient, gabor_loss
from udl.fitting.gradient_descent import gradient_descent, gradient_step
from udl.fitting.regression import line_gradient
from udl.fitting.stochastic_gradient_descent import (
    epoch_batches,
    epoch_losses,
    step_decay,
    stochastic_gradient_step,
)

_X, _Y = gabor_data()
_SMALL = (
    np.array([1.0, 10.0]),
    np.array([0.0, 5.0, -2.0]),
    np.array([0.5, -1.0, 0.25]),
)
_WHOLE = (np.array([1, 9]), np.array([0.0, 5.0]), np.array([0.5, -1.0]))
_DATA_FIRST = [(1, 2, 0)]


def _gabor_case(rng):
    phi = np.array([rng.normal(), rng.uniform(5, 15)])
    return case(phi, rng.normal(0, 5, size=6), rng.normal(size=6))


def _model(phi, x):
    """Give the model of the published notebook, with its column of parameters."""
    return np.reshape(gabor(np.ravel(x), np.ravel(phi)), np.shape(x))


def _column(phi):
    return phi[:, None]


def _rows(x, y):
    return np.stack([x, y])


def _published_gradient(gradient):
    return lambda data_x, data_y, phi: gradient(np.ravel(phi), data_x, data_y)[:, None]


def _numpy_that_draws(rng):
    """Give numpy with this generator in the place of its global one."""
    numpy = SimpleNamespace(**vars(np))
    numpy.random = copy.deepcopy(rng)
    return numpy


def _phase(phi, x):
    return phi[0] + 0.06 * phi[1] * x


def _loss_with(wave):
    """Make a loss whose model is another function of the phase."""
    return lambda phi, x, y: np.sum((wave(_phase(phi, x)) - y) ** 2)


def _slope_with(slope):
    """Make a gradient with another derivative for the phase."""

    def gradient(phi, x, y):
        z = _phase(phi, x)
        each = 2 * (gabor(x, phi) - y) * slope(z, np.exp(-(z**2) / 32))
        return np.array([np.sum(each), np.sum(each * 0.06 * x)])

    return gradient


def _each_of_gradient(phi, x, y, error=None, link=None):
    """Give the terms of both sums, a row for each parameter."""
    z = _phase(phi, x)
    bell = np.exp(-(z**2) / 32)
    error = np.sin(z) * bell - y if error is None else error(z, bell)
    each = 2 * error * (np.cos(z) - z / 16 * np.sin(z)) * bell
    return np.array([each, each * (0.06 * x if link is None else link)])


def _wave_by_hand(phi, x, width=32.0, scale=0.06):
    phase = phi[0] + scale * phi[1] * x
    return np.sin(phase) * np.exp(-(phase**2) / width)


def _tilted_wave(phi, x):
    phase = phi[0] + 0.06 * phi[1] * x
    return np.sin(phase) * np.exp(-phase / 32)


def _without_the_outer_bell(phi, x, y):
    phase = phi[0] + 0.06 * phi[1] * x
    by_phase = np.cos(phase) - phase / 16 * np.sin(phase)
    each = 2 * (gabor(x, phi) - y) * by_phase
    return np.array([np.sum(each), np.sum(each * 0.06 * x)])


def _gradient_by_hand(phi, x, y, bell=1.0, link=0.06):
    phase = phi[0] + 0.06 * phi[1] * x
    by_phase = np.cos(phase) - bell * phase / 16 * np.sin(phase)
    each = 2 * (gabor(x, phi) - y) * by_phase * np.exp(-(phase**2) / 32)
    return np.array([np.sum(each), np.sum(each * link * x)])


exercise(
    "6.3.1",
    title="The loss of the Gabor model",
    stub="def compute_loss(phi, x, y):\n    ...  # your code\n",
    solution=(
        "def compute_loss(phi, x, y):\n"
        "    z = phi[0] + 0.06 * phi[1] * x\n"
        "    f = np.sin(z) * np.exp(-(z**2) / 32)\n"
        "    return np.sum((f - y) ** 2)\n"
    ),
    equivalent={"return np.sum((y - f) ** 2)": "a square has no sign"},
    reference=gabor_loss,
    cases=[
        case(*_SMALL),
        case(np.array([0.0, 16.0]), _X, _Y),
        case(np.array([-5.0, 20.0]), _X, _Y),
        case(*_WHOLE),
    ],
    random_case=_gabor_case,
    orders=_DATA_FIRST,
    published=published(
        "compute_loss(data_x, data_y, model, phi)",
        takes=["x", "y", lambda: _model, _column],
    ),
    planted=[
        mistake(
            lambda phi, x, y: np.mean((gabor(x, phi) - y) ** 2),
            "Off by exactly the number of examples: a sum is asked for, not a mean.",
        ),
        mistake(
            lambda phi, x, y: np.sum(gabor(x, phi) - y) ** 2,
            "You add first and square last, so errors of opposite sign cancel.",
        ),
        mistake(
            lambda phi, x, y: np.sum((_wave_by_hand(phi, x, scale=1.0) - y) ** 2),
            "Your wave is far too fast: what else multiplies the frequency?",
        ),
        mistake(
            lambda phi, x, y: np.sum((_wave_by_hand(phi, x, width=np.inf) - y) ** 2),
            "Your wave never dies out. Where is the bell?",
        ),
        mistake(
            lambda phi, x, y: np.sum((_wave_by_hand(phi, x, width=-32.0) - y) ** 2),
            "Your bell stands on its head: it grows to the sides. Check a sign.",
        ),
        mistake(
            lambda phi, x, y: gabor_loss(phi[::-1], x, y),
            "You exchanged the parameters. Which of them is multiplied by the input?",
        ),
        mistake(
            lambda phi, x, y: gabor_loss(phi, x, y) / 2,
            "Exactly half. Some books write the one half; this page does not.",
        ),
        mistake(
            lambda phi, x, y: gabor_loss([0.06 * phi[0], phi[1]], x, y),
            "Your phase scales the offset, too. What does the 0.06 multiply?",
        ),
        mistake(
            lambda phi, x, y: np.sum((_tilted_wave(phi, x) - y) ** 2),
            "Your bell is not the same to both sides of its middle. What happens to "
            "the phase before the exponential?",
        ),
        mistake(
            _loss_with(lambda z: np.cos(z) * np.exp(-(z**2) / 32)),
            "Your wave is largest where the phase is zero. What is the model there?",
        ),
        mistake(
            _loss_with(lambda z: np.exp(-(z**2) / 32)),
            "You have the bell. Where is the wave in it?",
        ),
        mistake(
            _loss_with(lambda z: np.sin(z) * np.exp(-(z**2)) / 32),
            "Your model never gets beyond a thirtieth. What is divided by 32: the "
            "exponent, or the bell?",
        ),
        mistake(
            _loss_with(lambda z: np.sin(z) + np.exp(-(z**2) / 32)),
            "You add wave and bell. Far away the wave would go on: what does the "
            "model do with the two?",
        ),
        mistake(
            lambda phi, x, y: np.sum(
                (np.sin(_phase(phi, x)) * np.exp(-(x**2) / 32) - y) ** 2
            ),
            "Your bell stays where it is when the offset changes. What is it a "
            "function of?",
        ),
        mistake(
            _loss_with(lambda z: np.sin(z) * np.exp(-(z**2) / 8)),
            "Your bell is too narrow. Which number stands under the square?",
        ),
        mistake(
            _loss_with(lambda z: np.sin(z) * np.exp(-(z**2) / 16)),
            "Your bell is too narrow. Which number stands below the squared phase?",
        ),
        mistake(
            lambda phi, x, y: np.sum(np.abs(gabor(x, phi) - y)),
            "You add up the sizes of the errors. What does the equation do with "
            "each of them first?",
        ),
        mistake(
            lambda phi, x, y: np.sum(gabor(x, phi) - y),
            "Positive and negative errors cancel in yours. What happens to each of "
            "them before the sum?",
        ),
        mistake(
            lambda phi, x, y: (gabor(x, phi) - y) ** 2,
            "One number for each example came back. What makes a single number of "
            "them?",
        ),
        mistake(
            lambda phi, x, y: np.max((gabor(x, phi) - y) ** 2),
            "You keep the largest square only. All examples count.",
        ),
        mistake(
            lambda phi, x, y: gabor_loss([0.0, phi[1]], x, y),
            "Your model cannot move along. Which parameter have you not used?",
        ),
        mistake(
            lambda phi, x, y: np.sum((phi[0] + phi[1] * x - y) ** 2),
            "This is the loss of a line. The Gabor model makes a wave packet of the"
            " phase.",
        ),
        mistake(
            lambda phi, x, y: np.sum((gabor(x, phi) + y) ** 2),
            "What is the error of an output that hits its target? Yours is not zero"
            " there.",
        ),
    ],
    hints=[
        "Write the phase first: one array, used twice.",
        "`np.sin(z) * np.exp(-(z**2) / 32)` is the model. Then errors, squares, sum.",
    ],
)

exercise(
    "6.3.2",
    title="The gradient of the Gabor model's loss",
    stub="def compute_gradient(phi, x, y):\n    ...  # your code\n",
    solution=(
        "def compute_gradient(phi, x, y):\n"
        "    z = phi[0] + 0.06 * phi[1] * x\n"
        "    bell = np.exp(-(z**2) / 32)\n"
        "    c = (np.cos(z) - z / 16 * np.sin(z)) * bell\n"
        "    each = 2 * (np.sin(z) * bell - y) * c\n"
        "    return np.array([np.sum(each), np.sum(each * 0.06 * x)])\n"
    ),
    reference=gabor_gradient,
    cases=[
        case(*_SMALL),
        case(np.array([-1.5, 8.5]), _X, _Y),
        case(np.array([6.0, 18.0]), _X, _Y),
        case(*_WHOLE),
    ],
    random_case=_gabor_case,
    orders=_DATA_FIRST,
    uses={"compute_loss": "6.3.1"},
    planted=[
        mistake(
            lambda phi, x, y: gabor_gradient(phi, x, y) / 2,
            "Finite differences disagree by exactly two.",
        ),
        mistake(
            lambda phi, x, y: -gabor_gradient(phi, x, y),
            "Take one small step against your gradient: did the loss fall?",
        ),
        mistake(
            lambda phi, x, y: _gradient_by_hand(phi, x, y, bell=0.0),
            "You differentiated the wave and treated the bell as a constant. Both "
            "depend on the phase.",
        ),
        mistake(
            lambda phi, x, y: _gradient_by_hand(phi, x, y, bell=-1.0),
            "The sign of the second term in the bracket: the exponent of the bell is "
            "negative.",
        ),
        mistake(
            lambda phi, x, y: _gradient_by_hand(phi, x, y, link=1.0),
            "Your first entry is right. By how much does the phase change if the "
            "frequency grows by one?",
        ),
        mistake(
            lambda phi, x, y: gabor_gradient(phi, x, y) / y.size,
            "This is the gradient of the mean of the squares; our loss is their sum.",
        ),
        mistake(
            lambda phi, x, y: np.full(2, gabor_gradient(phi, x, y)[0]),
            "Your two entries are equal. In the second, each example has a factor of "
            "its own before the sum.",
        ),
        mistake(
            _without_the_outer_bell,
            "The product rule gives two terms. Which factor do both still have?",
        ),
        mistake(
            lambda phi, x, y: _gradient_by_hand(phi, x, y, bell=0.5),
            "Look at the exponent once more: what is the derivative of a square?",
        ),
        mistake(
            lambda phi, x, y: (
                gabor_gradient(phi, x, y)[0] * np.array([1, 0.06 * sum(x)])
            ),
            "Each example must meet its own input before anything is added; a product "
            "of two sums lets every example meet every input.",
        ),
        mistake(
            lambda phi, x, y: _gradient_by_hand(phi, x, y, link=0.06 * phi[1]),
            "Your second entry contains the frequency as a factor. That is how the "
            "phase changes with the input, and you want it for the frequency.",
        ),
        mistake(
            lambda phi, x, y: gabor_gradient(phi, x, y)[::-1],
            "You have both derivatives, in the other order: offset first.",
        ),
        mistake(
            _slope_with(lambda z, bell: -z / 16 * np.sin(z) * bell),
            "You differentiated the bell and treated the wave as a constant. Both "
            "depend on the phase.",
        ),
        mistake(
            _slope_with(lambda z, bell: -z / 16 * np.cos(z) * bell),
            "You multiply the two derivatives. What does the product rule make of "
            "them?",
        ),
        mistake(
            _slope_with(lambda z, bell: np.cos(z) - z / 16 * np.sin(z) * bell),
            "The bell multiplies only one of your two terms. Are there parentheses "
            "missing?",
        ),
        mistake(
            _slope_with(lambda z, bell: (np.cos(z) - np.sin(z) / 16) * bell),
            "Look at the exponent once more: its derivative depends on the phase.",
        ),
        mistake(
            _slope_with(lambda z, bell: (np.sin(z) - z / 16 * np.cos(z)) * bell),
            "Sine and cosine have changed places. Which of the two is the "
            "derivative of the other?",
        ),
        mistake(
            lambda phi, x, y: _each_of_gradient(
                phi, x, y, error=lambda z, bell: np.sin(z) - y
            ).sum(axis=1),
            "Your errors are those of a wave that never dies out.",
        ),
        mistake(
            lambda phi, x, y: _each_of_gradient(
                phi, x, y, error=lambda z, bell: (np.sin(z) * bell - y) ** 2
            ).sum(axis=1),
            "The errors are still squared. What is left of a square when you "
            "differentiate it?",
        ),
        mistake(
            lambda phi, x, y: _each_of_gradient(phi, x, y, link=0.06).sum(axis=1),
            "Your second entry treats all examples alike. Does the frequency move "
            "the phase of each by the same amount?",
        ),
        mistake(
            _each_of_gradient,
            "A number for each example came back, twice. The loss is a sum over the"
            " examples: what is its derivative?",
        ),
        mistake(
            lambda phi, x, y: np.sum(_each_of_gradient(phi, x, y)[0]),
            "One number came back. There are two parameters, and each has a "
            "derivative.",
        ),
    ],
    hints=[
        "What do both entries have in common? Compute that once, as an array with a "
        "number for each example.",
        "Twice the error, times the bracket, times the bell: the first entry is the "
        "sum of that array.",
        "For the second, multiply the array by `0.06 * x` before you add.",
    ],
)

question(
    "6.3.3",
    title="Four starts",
    prompt="Four descents start at four places of this map, and each goes on for 21 "
    "steps with a line search. How many different ends will they have?",
    choices=[
        choice(
            "One: the line search finds the best step each time, so all of them find "
            "the lowest point.",
            "Each step is the best along *its line*. What is beyond the next ridge, no "
            "step ever sees.",
        ),
        choice(
            "Two: near starts end together.",
            "How near is near? A ridge may pass between two neighbors.",
        ),
        choice(
            "Four: one for each start.",
            "Yes, no two of them end in the same valley.",
            right=True,
        ),
        choice(
            "None: they go on forever.",
            "A descent stops being interesting where the gradient vanishes, and every "
            "valley has such a place.",
        ),
    ],
)


_GUESSES = ((0, 16), (-5.8, 13.8), (6.6, 18.3), (-6.4, 5), (6.3, 13.5), (-0.2, 4.9))


def _full_gradient(phi):
    return gabor_gradient(phi, _X, _Y)


_MINIMA = [stationary_point(_full_gradient, guess, steps=10) for guess in _GUESSES]


def _basins(ends):
    """Number of the minimum, A first, to which each end belongs; -1 is none."""
    ends = gradient_descent(_full_gradient, ends, 0.1, 300)[-1]
    far = np.linalg.norm(ends[..., None, :] - np.array(_MINIMA), axis=-1)
    return np.where(far.min(axis=-1) < 1, far.argmin(axis=-1), -1)


def _on_the_map(places):
    low, high = [-10, 2.5], [10, 22.5]
    return bool(np.all((np.array(places) >= low) & (np.array(places) <= high)))


def _near_and_yet_apart(starts):
    starts = np.asarray(starts, float)
    if starts.shape != (3, 2) or not _on_the_map(starts):
        return False
    apart = np.linalg.norm(starts[:, None] - starts, axis=-1)
    ends = _basins(starts)
    return bool(apart.max() < 1 and len(set(ends)) == 3 and np.all(ends >= 0))


_CORNER = np.array([[3.2, 14.4], [3.5, 14.2], [3.8, 14.6]])

exercise(
    "6.3.4",
    title="Three starts, three ends",
    stub="def three_starts():\n    ...  # your code\n",
    solution=(
        "def three_starts():\n"
        "    return np.array([[3.2, 14.4], [3.5, 14.2], [3.8, 14.6]])\n"
    ),
    reference=lambda: _CORNER,
    cases=[case()],
    accept=_near_and_yet_apart,
    planted=[
        mistake(
            lambda: np.array([[-1.5, 8.5], [5.0, 10.0], [-8.0, 6.0]]),
            "These lead to three minima, but they are far apart: less than 1 is asked.",
        ),
        mistake(
            lambda: np.array([[5.0, 10.0], [5.0, 11.0], [5.5, 10.5]]),
            "These three are neighbors, and all of them lead to E.",
        ),
        mistake(
            lambda: np.array([[3.0, 15.6], [3.4, 15.6], [3.8, 15.6]]),
            "Around the maximum only two regions meet, those of A and C. Walk along "
            "the line between them.",
        ),
    ],
    hints=[
        "In the figure of the starts two regions meet along a line, three at a corner. "
        "Find a corner.",
        "A, C and E meet somewhere below the maximum of the table. Try places there "
        "with `leads_to`.",
        "The corner is near an offset of 3.4 and a frequency of 14.4.",
    ],
)

_PHI = np.array([1.0, 2.0])
_LINE = (line_gradient, np.array([0.0, 1.0, 3.0]), np.array([2.0, 2.5, 3.0]))
_GABOR = (gabor_gradient, _X, _Y)

exercise(
    "6.3.5",
    title="A step with a fixed learning rate",
    stub="def fixed_step(phi, gradient, x, y, rate):\n    ...  # your code\n",
    solution=(
        "def fixed_step(phi, gradient, x, y, rate):\n"
        "    return phi - rate * gradient(phi, x, y)\n"
    ),
    published=published(
        "gradient_descent_step_fixed_learning_rate(phi, data, alpha)",
        takes=[_column, _rows, "rate"],
        provides={"compute_gradient": _published_gradient},
    ),
    reference=gradient_step,
    cases=[
        case(_PHI, *_LINE, 0.1),
        case(np.array([-1.5, 8.5]), *_GABOR, 0.2),
        case(np.array([3, 6]), *_GABOR, 0.05),
    ],
    random_case=lambda rng: case(rng.normal(size=2), *_GABOR, 0.3),
    planted=[
        mistake(
            lambda phi, gradient, x, y, rate: phi + rate * gradient(phi, x, y),
            "You climb. The gradient points to where the loss rises.",
        ),
        mistake(
            lambda phi, gradient, x, y, rate: phi - rate * gradient(phi, x, y) / y.size,
            "Your steps have the right direction but are shorter by a constant: sum or "
            "mean?",
        ),
        mistake(
            lambda phi, gradient, x, y, rate: -rate * gradient(phi, x, y),
            "This is the move. Where does it lead from where you stand?",
        ),
        mistake(
            lambda phi, gradient, x, y, rate: (
                phi - rate * gradient(phi, x, y) / np.linalg.norm(gradient(phi, x, y))
            ),
            "All your steps are equally long. A gentle slope should give a short one.",
        ),
        mistake(
            lambda phi, gradient, x, y, rate: phi - gradient(phi, x, y),
            "Your step does not depend on the learning rate.",
        ),
        mistake(
            lambda phi, gradient, x, y, rate: gradient(phi, x, y),
            "That is the gradient. How do you get from it to a new place?",
        ),
        mistake(
            lambda phi, gradient, x, y, rate: rate * (phi - gradient(phi, x, y)),
            "The rate shrinks the place where you stand as well. Which of the two "
            "should it multiply?",
        ),
        mistake(
            lambda phi, gradient, x, y, rate: phi - rate * np.sum(gradient(phi, x, y)),
            "All parameters move by the same amount in yours. Each has an entry of "
            "the gradient to itself.",
        ),
        mistake(
            lambda phi, gradient, x, y, rate: phi - rate * gradient(phi, x, y)[0],
            "Only the first entry of the gradient moves your parameters. Each has "
            "an entry to itself.",
        ),
        mistake(
            lambda phi, gradient, x, y, rate: phi - rate * np.abs(gradient(phi, x, y)),
            "No parameter of yours can ever grow. Is there an abs too many?",
        ),
        mistake(
            lambda phi, gradient, x, y, rate: phi - rate * gradient(phi, x, y) ** 2,
            "You square the gradient, and so lose its sign.",
        ),
        mistake(
            lambda phi, gradient, x, y, rate: gradient_step(
                gradient_step(phi, gradient, x, y, rate), gradient, x, y, rate
            ),
            "These are two steps. One is asked for.",
        ),
    ],
    hints=[
        "In which direction does the loss fall?",
        "The gradient function wants three arguments, and you have all of them.",
    ],
)

question(
    "6.3.6",
    title="Too small, too large",
    prompt="From $(-1.5, 8.5)$, descend for a hundred steps with the learning rates "
    "0.005, 0.1 and 0.5. On a parabola the last one, far above the limit, would run "
    "away to infinity. Here?",
    choices=[
        choice(
            "It runs away here, too: the loss grows without end.",
            "Can it? The Gabor model stays between -1 and 1, so how large can the sum "
            "of thirty squared errors become?",
        ),
        choice(
            "It is the fastest of the three: longer steps arrive sooner.",
            "Up to the limit, that is so. What does a step do that is longer than the "
            "valley is wide?",
        ),
        choice(
            "It jumps about and ends somewhere else than the second.",
            "Yes. The loss is bounded, so it cannot explode, but a narrow valley "
            "cannot hold it either.",
            right=True,
        ),
        choice(
            "All three end at the same minimum, at different times.",
            "They would if there were one valley only. Which valley can hold a point "
            "that takes long steps?",
        ),
    ],
)


def _with_replacement(phi, gradient, x, y, rate, batch_size, rng):
    batch = rng.integers(y.size, size=batch_size)
    return phi - rate * gradient(phi, x[batch], y[batch])


def _drawn_otherwise(phi, gradient, x, y, rate, batch_size, rng):
    batch = rng.choice(y.size, batch_size, replace=False)
    return phi - rate * gradient(phi, x[batch], y[batch])


def _torn_pairs(phi, gradient, x, y, rate, batch_size, rng):
    one, other = rng.permutation(y.size), rng.permutation(y.size)
    return phi - rate * gradient(phi, x[one[:batch_size]], y[other[:batch_size]])


def _the_same_batch(phi, gradient, x, y, rate, batch_size, rng):
    return phi - rate * gradient(phi, x[:batch_size], y[:batch_size])


def _the_rest(phi, gradient, x, y, rate, batch_size, rng):
    batch = rng.permutation(y.size)[batch_size:]
    return phi - rate * gradient(phi, x[batch], y[batch])


def _all_examples(phi, gradient, x, y, rate, batch_size, rng):
    return gradient_step(phi, gradient, x, y, rate)


def _step_by_step(phi, gradient, x, y, rate, batch_size, rng):
    for i in rng.permutation(y.size)[:batch_size]:
        phi = phi - rate * gradient(phi, x[[i]], y[[i]])
    return phi


def _first_targets(phi, gradient, x, y, rate, batch_size, rng):
    batch = rng.permutation(y.size)[:batch_size]
    return phi - rate * gradient(phi, x[batch], y[:batch_size])


def _a_single_one(phi, gradient, x, y, rate, batch_size, rng):
    batch = rng.permutation(y.size)[[batch_size % y.size]]
    return phi - rate * gradient(phi, x[batch], y[batch])


def _move_only(phi, *args):
    return stochastic_gradient_step(phi, *args) - phi


def _a_whole_epoch(phi, gradient, x, y, rate, batch_size, rng):
    for batch in islice(
        epoch_batches(y.size, batch_size, rng), -(-y.size // batch_size)
    ):
        phi = phi - rate * gradient(phi, x[batch], y[batch])
    return phi


def _the_last_ones(phi, gradient, x, y, rate, batch_size, rng):
    batch = rng.permutation(y.size)[-batch_size:]
    return phi - rate * gradient(phi, x[batch], y[batch])


def _mean_over_batch(phi, gradient, x, y, rate, batch_size, rng):
    return stochastic_gradient_step(
        phi, gradient, x, y, rate / batch_size, batch_size, rng
    )


exercise(
    "6.3.7",
    title="A step on a random batch",
    stub="def stochastic_step(phi, gradient, x, y, rate, batch_size, rng):\n"
    "    ...  # your code\n",
    solution=(
        "def stochastic_step(phi, gradient, x, y, rate, batch_size, rng):\n"
        "    batch = rng.permutation(len(y))[:batch_size]\n"
        "    return phi - rate * gradient(phi, x[batch], y[batch])\n"
    ),
    published=published(
        "stochastic_gradient_descent_step(phi, data, alpha, batch_size)",
        takes=[_column, _rows, "rate", "batch_size"],
        provides={"compute_gradient": _published_gradient, "np": _numpy_that_draws},
    ),
    reference=stochastic_gradient_step,
    cases=[
        case(_PHI, *_LINE, 0.1, 2, np.random.default_rng(0)),
        case(np.array([-1.5, 8.5]), *_GABOR, 0.2, 5, np.random.default_rng(1)),
        case(np.array([3.5, 6.5]), *_GABOR, 0.8, 5, np.random.default_rng(2)),
        case(np.array([3, 6]), *_GABOR, 0.1, 12, np.random.default_rng(3)),
    ],
    planted=[
        mistake(
            _with_replacement,
            "Within one batch no example may appear twice.",
        ),
        mistake(
            _drawn_otherwise,
            "A fair batch, but drawn in another way, so your random numbers are not "
            "ours: `rng.permutation`, please, and its first entries.",
        ),
        mistake(
            _torn_pairs,
            "You draw twice, so inputs meet the targets of other examples.",
        ),
        mistake(
            _the_same_batch,
            "Every step of yours would see the same examples. Where is the chance?",
        ),
        mistake(
            _the_rest,
            "Print how many examples you use: you took the ones that should stay out.",
        ),
        mistake(
            _all_examples,
            "You use all of the examples: that is a step of gradient descent.",
        ),
        mistake(
            _mean_over_batch,
            "You average over the batch. On this page a batch's gradient is a sum, as "
            "the loss is.",
        ),
        mistake(
            lambda phi, gradient, x, y, rate, batch_size, rng: (
                2 * phi
                - stochastic_gradient_step(phi, gradient, x, y, rate, batch_size, rng)
            ),
            "The right batch and the wrong way: you climb.",
        ),
        mistake(
            lambda phi, gradient, x, y, rate, batch_size, rng: stochastic_gradient_step(
                phi, gradient, x, y, rate * y.size / batch_size, batch_size, rng
            ),
            "You scale the batch's sum up to all of the data. A fair idea, but the "
            "equation leaves the sum as it is.",
        ),
        mistake(
            lambda phi, gradient, x, y, rate, batch_size, rng: stochastic_gradient_step(
                phi, gradient, x, y, rate / y.size, batch_size, rng
            ),
            "You divide by the number of examples. Does the equation?",
        ),
        mistake(
            _a_whole_epoch,
            "You go through all of the batches. One step sees one batch.",
        ),
        mistake(
            _the_last_ones,
            "A fair batch, but from the other end of the permutation.",
        ),
        mistake(
            _step_by_step,
            "You take a step for each example of the batch. One step takes them "
            "together, from one place.",
        ),
        mistake(
            _first_targets,
            "The inputs of your batch meet the targets of the first examples. Which"
            " targets belong to them?",
        ),
        mistake(
            _a_single_one,
            "A single example makes your step. How do you take several entries of "
            "the permutation?",
        ),
        mistake(
            _move_only,
            "This is the move. Where does it lead from where you stand?",
        ),
    ],
    hints=[
        "`rng.permutation(n)` gives the numbers from 0 to n - 1 in random order. Which "
        "n do you need?",
        "Cut off the first few: those are the indices of the batch.",
        "`x[batch]` and `y[batch]` take the same examples, in the same order.",
    ],
)

question(
    "6.3.8",
    title="Four times the batch",
    prompt="You go from batches of 3 to batches of 12, of a very large set of data. By "
    "what factor does the standard deviation of the batch's mean gradient change?",
    answer=number(
        0.5,
        tolerance=0.01,
        feedback="Yes. The variance falls to a quarter, and the standard deviation is "
        "its root. Four times the work for half the noise.",
    ),
    near=[
        number(
            0.25,
            tolerance=0.01,
            feedback="That is what becomes of the variance.",
        ),
        number(
            2.0,
            tolerance=0.01,
            feedback="The right size, the wrong way: does averaging more examples make "
            "the mean noisier?",
        ),
        number(
            1.0,
            tolerance=0.01,
            feedback="The examples scatter as before, but the batch averages them. "
            "What happens to the scatter of a mean?",
        ),
    ],
    otherwise="How does the variance depend on $B$ if the data are many? And the "
    "standard deviation?",
)

question(
    "6.3.9",
    title="Does noise help?",
    prompt="From $(-1.5, 6.5)$ gradient descent reaches the deepest valley, A. A "
    "hundred runs of SGD start there, with the same average step. How many of them end "
    "in the basin of A?",
    choices=[
        choice(
            "All of them, or nearly: on average SGD goes where gradient descent goes, "
            "and A is the deepest valley, the hardest to leave.",
            "The *step* is right on average. But once chance has carried a point over "
            "a ridge, what follows has another average.",
        ),
        choice(
            "Fewer than half.",
            "Yes. The way to A is long and leads past other valleys, and with a "
            "rate of 0.8 the noise throws most runs into one of them.",
            right=True,
        ),
        choice(
            "About two thirds.",
            "So it was from the start of the first figure, where noise was needed. "
            "Here it is not: what can it do?",
        ),
    ],
)


def _best_of_a_hundred(settings):
    """Whether more than 80 of 100 runs end in A, and the average step elsewhere."""
    try:
        if len(settings) == 4:  # the start's two numbers, one after the other
            settings = settings[:2], *settings[2:]
        start, rate, size = settings
        first, second = map(float, start)
        rate, size = float(rate), float(size)
    except (TypeError, ValueError):
        return False
    if size not in range(1, _Y.size + 1) or not 0 < rate < 100:
        return False
    if not _on_the_map([first, second]):
        return False
    return _arrivals(first, second, rate, int(size)) > 80


@lru_cache
def _arrivals(first, second, rate, size):
    """How many of 100 seeds end in A; none counts if gradient descent does so, too."""
    draws = [np.random.default_rng(seed) for seed in range(100)]
    phi, full = np.tile([first, second], (100, 1)), np.array([first, second])
    for _ in range(100):
        batch = np.array([rng.permutation(_Y.size)[:size] for rng in draws])
        phi = phi - rate * _gradients(phi, _X[batch], _Y[batch])
        full = full - rate * size / _Y.size * _full_gradient(full)
    ends = _basins(np.vstack([phi, full]))
    return 0 if ends[-1] == 0 else int(np.sum(ends[:-1] == 0))


def _gradients(phi, x, y):
    """Gradients of many runs at once, each on a batch of its own: (N, 2)."""
    z = phi[:, :1] + 0.06 * phi[:, 1:] * x
    bell = np.exp(-(z**2) / 32)
    each = 2 * (np.sin(z) * bell - y) * (np.cos(z) - z / 16 * np.sin(z)) * bell
    return np.stack([each.sum(axis=1), (each * 0.06 * x).sum(axis=1)], axis=1)


exercise(
    "6.3.10",
    title="More than 80 of 100",
    stub="def settings():\n    ...  # your code\n",
    solution=("def settings():\n    return (0.0, 5.5), 0.25, 12\n"),
    equivalent=dict.fromkeys(
        (
            "return ((0.0, 5.5), 0.25, 13)",
            "return ((0.0, 5.5), 0.25, 11)",
            "return ((1.0, 5.5), 0.25, 12)",
            "return ((-1.0, 5.5), 0.25, 12)",
            "return ((0.0, 4.5), 0.25, 12)",
        ),
        "more than 80 arrive with these, too",
    ),
    reference=lambda: ((0.0, 5.5), 0.25, 12),
    cases=[case()],
    accept=_best_of_a_hundred,
    parts=["start", "rate", "size"],
    planted=[
        mistake(
            lambda: ((0.0, 5.5), 0.4, 5),
            "These are the settings of the first figure, and 71 arrive. Is the noise "
            "too large or too small?",
        ),
        mistake(
            lambda: ((5.0, 10.0), 0.4, 5),
            "From there hardly a run arrives. Which valleys have a low pass toward A?",
        ),
        mistake(
            lambda: ((-1.0, 6.5), 0.2, 5),
            "Nearly all arrive, but so does gradient descent: the noise is not needed.",
        ),
        mistake(
            lambda: ((0.0, 5.5), 2 / 30, 30),
            "A batch of all thirty has no noise. It stays in F, always.",
        ),
        mistake(
            lambda: ((0.0, 5.5), 0.4, 30),
            "With the sum over a batch, this rate makes the average step six times as "
            "long as in the first figure.",
        ),
        mistake(
            lambda: ((0.0, 5.5), 2 / 15, 15),
            "The noise carries only some of the runs over the pass. You may make it "
            "larger.",
        ),
        mistake(
            lambda: ((-1.5, 6.5), 0.8, 5),
            "From there gradient descent reaches A as well, and the noise only "
            "harms. Begin where gradient descent is caught.",
        ),
        mistake(
            lambda: ((0.0, 16.0), 0.4, 5),
            "You begin at A itself, and gradient descent stays there as well. Begin"
            " where it is caught.",
        ),
        mistake(
            lambda: ((0.0, 5.5), 0.8, 5),
            "Twice the noise of the first figure. Count where the runs end, and "
            "then try less of it.",
        ),
    ],
    hints=[
        "Begin with the start of the first figure, and move its slider: does the count "
        "grow steadily with the size of the batch?",
        "Between the sizes 5 and 15 something better must be. The average step, which "
        "is proportional to $\\alpha B$, may be longer than in the figure, too.",
        "Sizes from ten to twelve with $\\alpha B$ between 2.5 and 3 will do.",
    ],
)

question(
    "6.3.11",
    title="Counting steps",
    prompt="Thirty examples, batches of five, ten epochs. How many steps is that?",
    answer=number(
        60,
        tolerance=1e-9,
        feedback="Yes: six batches make an epoch, and there are ten epochs.",
    ),
    near=[
        number(
            300,
            tolerance=1e-9,
            feedback="So many examples are read in all. How many of them does a step "
            "read?",
        ),
        number(
            10,
            tolerance=1e-9,
            feedback="One step an epoch would be gradient descent with all the data.",
        ),
        number(
            50,
            tolerance=1e-9,
            feedback="Five is the number of examples in a batch. How many batches does "
            "it take to see all thirty?",
        ),
        number(
            6,
            tolerance=1e-9,
            feedback="So many steps make one epoch.",
        ),
    ],
    otherwise="How many batches does one pass through the data take?",
)


def _one_epoch(phi, gradient, x, y, rate, batch_size, rng):
    steps = -(-len(y) // batch_size)
    for batch in islice(epoch_batches(len(y), batch_size, rng), steps):
        phi = phi - rate * gradient(phi, x[batch], y[batch])
    return phi


def _without_the_rest(phi, gradient, x, y, rate, batch_size, rng):
    for batch in islice(epoch_batches(len(y), batch_size, rng), len(y) // batch_size):
        phi = phi - rate * gradient(phi, x[batch], y[batch])
    return phi


def _never_shuffled(phi, gradient, x, y, rate, batch_size, rng):
    for first in range(0, len(y), batch_size):
        batch = slice(first, first + batch_size)
        phi = phi - rate * gradient(phi, x[batch], y[batch])
    return phi


def _first_hand_again(phi, gradient, x, y, rate, batch_size, rng):
    batch = rng.permutation(len(y))[:batch_size]
    for _ in range(0, len(y), batch_size):
        phi = phi - rate * gradient(phi, x[batch], y[batch])
    return phi


def _always_from_the_top(phi, gradient, x, y, rate, batch_size, rng):
    for _ in range(0, len(y), batch_size):
        batch = rng.permutation(len(y))[:batch_size]
        phi = phi - rate * gradient(phi, x[batch], y[batch])
    return phi


def _shuffled_apart(phi, gradient, x, y, rate, batch_size, rng):
    x, y = rng.permutation(x), rng.permutation(y)
    return _never_shuffled(phi, gradient, x, y, rate, batch_size, rng)


def _targets_in_order(phi, gradient, x, y, rate, batch_size, rng):
    x = x[rng.permutation(len(y))]
    return _never_shuffled(phi, gradient, x, y, rate, batch_size, rng)


def _dealt_from_the_rest(phi, gradient, x, y, rate, batch_size, rng):
    left = np.arange(len(y))
    while len(left):
        order = rng.permutation(len(left))
        batch, left = left[order[:batch_size]], left[order[batch_size:]]
        phi = phi - rate * gradient(phi, x[batch], y[batch])
    return phi


def _deck_with_replacement(phi, gradient, x, y, rate, batch_size, rng):
    order = rng.integers(len(y), size=len(y))
    return _never_shuffled(phi, gradient, x[order], y[order], rate, batch_size, rng)


def _mean_of_each_batch(phi, gradient, x, y, rate, batch_size, rng):
    def mean(phi, x, y):
        return gradient(phi, x, y) / len(y)

    return _one_epoch(phi, mean, x, y, rate, batch_size, rng)


def _divided_by_the_size(phi, gradient, x, y, rate, batch_size, rng):
    return _one_epoch(phi, gradient, x, y, rate / batch_size, batch_size, rng)


def _growing_hand(phi, gradient, x, y, rate, batch_size, rng):
    order = rng.permutation(len(y))
    for first in range(0, len(y), batch_size):
        batch = order[: first + batch_size]
        phi = phi - rate * gradient(phi, x[batch], y[batch])
    return phi


def _all_at_the_start(phi, gradient, x, y, rate, batch_size, rng):
    return gradient_step(phi, gradient, x, y, rate)


exercise(
    "6.3.12",
    title="Not quite an epoch",
    stub=(
        "def one_epoch(phi, gradient, x, y, rate, batch_size, rng):\n"
        "    for first in range(0, len(y), batch_size):\n"
        "        order = rng.permutation(len(y))\n"
        "        batch = order[first : first + batch_size]\n"
        "        phi = phi - rate * gradient(phi, x[batch], y[batch])\n"
        "    return phi\n"
    ),
    solution=(
        "def one_epoch(phi, gradient, x, y, rate, batch_size, rng):\n"
        "    order = rng.permutation(len(y))\n"
        "    for first in range(0, len(y), batch_size):\n"
        "        batch = order[first : first + batch_size]\n"
        "        phi = phi - rate * gradient(phi, x[batch], y[batch])\n"
        "    return phi\n"
    ),
    reference=_one_epoch,
    cases=[
        case(_PHI, *_LINE, 0.05, 2, np.random.default_rng(0)),
        case(np.array([-1.5, 8.5]), *_GABOR, 0.2, 7, np.random.default_rng(1)),
        case(np.array([3, 6]), *_GABOR, 0.1, 5, np.random.default_rng(2)),
    ],
    uses={"stochastic_step": "6.3.7"},
    planted=[
        mistake(
            _without_the_rest,
            "The examples that do not fill a batch are left out. The last batch may be "
            "smaller.",
        ),
        mistake(
            _never_shuffled,
            "Now every epoch has the same batches, in the order of the file. What "
            "shuffles them?",
        ),
        mistake(
            _first_hand_again,
            "You shuffle once, and then deal the same hand again and again.",
        ),
        mistake(
            _always_from_the_top,
            "These are fresh batches, as many as an epoch has. Does each example occur "
            "once?",
        ),
        mistake(
            _shuffled_apart,
            "Inputs and targets are shuffled separately, so they no longer belong "
            "together.",
        ),
        mistake(
            _all_at_the_start,
            "You take one step with all examples. An epoch takes a step for every "
            "batch.",
        ),
        mistake(
            _targets_in_order,
            "The inputs are shuffled and the targets are not, so they no longer "
            "belong together.",
        ),
        mistake(
            _dealt_from_the_rest,
            "A fair epoch, but you shuffle what is left again and again, so your "
            "random numbers are not ours. One shuffle is enough.",
        ),
        mistake(
            _deck_with_replacement,
            "Your deck holds some examples twice and others not at all.",
        ),
        mistake(
            _mean_of_each_batch,
            "You average over each batch. On this page a batch's gradient is a sum."
            " The given line was right about that.",
        ),
        mistake(
            _divided_by_the_size,
            "You divide by the size of the batch. On this page a batch's gradient "
            "is a sum, and the given line was right about that.",
        ),
        mistake(
            _growing_hand,
            "Your batches grow: each one holds those before it as well. Where does "
            "a batch begin?",
        ),
    ],
    hints=[
        "Collect the batches of one call and sort what is in them. What do you miss?",
        "How often is the deck shuffled in one epoch, and how often should it be?",
        "Move one line.",
    ],
)

question(
    "6.3.13",
    title="Up or down?",
    prompt="In a run with batches of five and a rate of 0.1, you look at the loss of "
    "each batch: is it higher or lower than the one before? In how many of the "
    "steps does the loss of *all* examples move in the same direction?",
    choices=[
        choice(
            "In about 95 of 100: a batch is a fair sample of the data.",
            "It is a fair sample, and a small one. Two samples of five differ, even if "
            "the parameters do not move at all.",
        ),
        choice(
            "In about 80 of 100.",
            "That would make it a useful sign. Compare by how much one step changes "
            "the loss, and by how much two batches differ.",
        ),
        choice(
            "In about 60 of 100, little better than a coin.",
            "Yes. Two batches differ much more than one step changes the loss.",
            right=True,
        ),
        choice(
            "In about 20 of 100: what helps one batch harms the others.",
            "Then SGD would not work. A step for one batch helps the others, on "
            "average.",
        ),
    ],
)


def _rounded_down(batch_losses, count, batch_size):
    steps = count // batch_size
    epochs = len(batch_losses) // steps
    return np.reshape(batch_losses[: epochs * steps], (epochs, steps)).sum(axis=1)


def _means(batch_losses, count, batch_size):
    return epoch_losses(batch_losses, count, batch_size) / -(-count // batch_size)


def _unfinished_too(batch_losses, count, batch_size):
    steps = -(-count // batch_size)
    return np.add.reduceat(batch_losses, np.arange(0, len(batch_losses), steps))


def _running(batch_losses, count, batch_size):
    steps = -(-count // batch_size)
    return np.convolve(batch_losses, np.ones(steps), "valid")


def _scaled_up(batch_losses, count, batch_size):
    return epoch_losses(batch_losses, count, batch_size) * count / batch_size


def _last_of_each(batch_losses, count, batch_size):
    steps = -(-count // batch_size)
    return np.asarray(batch_losses)[steps - 1 :: steps] * count / batch_size


def _across(batch_losses, count, batch_size):
    steps = -(-count // batch_size)
    epochs = len(batch_losses) // steps
    return np.reshape(batch_losses[: epochs * steps], (steps, epochs)).sum(axis=0)


def _one_of_each(place):
    """Keep the batch at one place of each epoch."""

    def keep(batch_losses, count, batch_size):
        steps = -(-count // batch_size)
        epochs = len(batch_losses) // steps
        whole = np.reshape(batch_losses[: epochs * steps], (epochs, steps))
        return whole[:, place]

    return keep


def _so_far(batch_losses, count, batch_size):
    return np.cumsum(epoch_losses(batch_losses, count, batch_size))


def _always_one_more(batch_losses, count, batch_size):
    steps = count // batch_size + 1
    epochs = len(batch_losses) // steps
    return np.reshape(batch_losses[: epochs * steps], (epochs, steps)).sum(axis=1)


def _largest_of_each(batch_losses, count, batch_size):
    steps = -(-count // batch_size)
    epochs = len(batch_losses) // steps
    return np.reshape(batch_losses[: epochs * steps], (epochs, steps)).max(axis=1)


def _without_the_short_one(batch_losses, count, batch_size):
    steps = -(-count // batch_size)
    epochs = len(batch_losses) // steps
    whole = np.reshape(batch_losses[: epochs * steps], (epochs, steps))
    return whole[:, : count // batch_size].sum(axis=1)


def _rows_of_batch_size(batch_losses, count, batch_size):
    rows = len(batch_losses) // batch_size
    return np.reshape(batch_losses[: rows * batch_size], (rows, -1)).sum(axis=1)


exercise(
    "6.3.14",
    title="The loss of an epoch",
    stub="def epoch_losses(batch_losses, count, batch_size):\n    ...  # your code\n",
    solution=(
        "def epoch_losses(batch_losses, count, batch_size):\n"
        "    steps = -(-count // batch_size)\n"
        "    epochs = len(batch_losses) // steps\n"
        "    whole = batch_losses[: epochs * steps]\n"
        "    return np.reshape(whole, (epochs, steps)).sum(axis=1)\n"
    ),
    equivalent={
        f"return np.{change}": "no loss is negative"
        for change in (
            "abs(np.reshape(whole, (epochs, steps)).sum(axis=1))",
            "maximum(np.reshape(whole, (epochs, steps)).sum(axis=1), 0)",
        )
    }
    | {"the result has the first argument's type": "whole losses have whole sums"},
    reference=epoch_losses,
    cases=[
        case(np.array([1.0, 2.5, 3.0, 1.5, 1.0, 2.0, 9.0]), 5, 2),
        case(np.arange(12.0) ** 2, 8, 2),
        case(np.arange(8.0) ** 2, 6, 3),
        case(np.array([4, 2, 7, 1]), 3, 2),
        case(np.arange(20.0) ** 1.5, 30, 7),
        case(np.array([2.0, 3.0, 0.5]), 4, 4),
    ],
    random_case=lambda rng: case(rng.uniform(0, 4, size=17), 11, 3),
    planted=[
        mistake(
            _rounded_down,
            "Your epochs are too short where the size does not divide the number of "
            "examples: the smaller batch at the end is a step, too.",
        ),
        mistake(
            _means,
            "You take the mean over the batches. What do their sums add up to?",
        ),
        mistake(
            _unfinished_too,
            "The last of your numbers belongs to an unfinished epoch. It is lower only "
            "because it has fewer examples.",
        ),
        mistake(
            _running,
            "You sum over a window that moves on by one step. It should move on by an "
            "epoch.",
        ),
        mistake(
            _scaled_up,
            "You scale up. That is needed for one batch; an epoch has all the examples "
            "already.",
        ),
        mistake(
            _last_of_each,
            "You keep one batch of each epoch and drop the others.",
        ),
        mistake(
            _across,
            "You sum the first batches of all epochs, then the second ones. Which axis "
            "holds the steps of one epoch?",
        ),
        mistake(
            _rows_of_batch_size,
            "You cut the log into rows of `batch_size`. How many *batches* does an "
            "epoch have?",
        ),
        mistake(
            _one_of_each(-1),
            "You keep the last batch of each epoch and drop the others: is the "
            "total overwritten?",
        ),
        mistake(
            _one_of_each(0),
            "You keep the first batch of each epoch and drop the others.",
        ),
        mistake(
            _so_far,
            "Your sums go on from epoch to epoch. Each epoch has a sum to itself.",
        ),
        mistake(
            _always_one_more,
            "Right only where the size does not divide the number of examples. How "
            "many batches do six examples make in threes?",
        ),
        mistake(
            _largest_of_each,
            "You keep the largest batch loss of each epoch. Which examples are then"
            " left out?",
        ),
        mistake(
            _without_the_short_one,
            "You leave out the smaller batch at the end of each epoch. Its examples"
            " belong to the data, too.",
        ),
        mistake(
            lambda batch_losses, count, batch_size: np.sum(batch_losses),
            "One number for the whole log came back. Each epoch has a sum of its own.",
        ),
    ],
    hints=[
        "How many steps does an epoch have, if the last batch may be smaller? And how "
        "many complete epochs does the log hold?",
        "Drop what is too much at the end; then `reshape`, with a row for each epoch.",
        "`-(-a // b)` divides and rounds up.",
    ],
)

question(
    "6.3.15",
    title="How far does it stay?",
    prompt="A loss is $\\frac{1}{2}\\phi^2$, with gradient $\\phi$. SGD sees it with "
    "noise: $\\phi \\leftarrow \\phi - \\alpha(\\phi + e)$, where $e$ has mean 0 "
    "and variance 6 and is independent of $\\phi$; each step has a new $e$. Write down "
    "how a step changes the variance of $\\phi$, and find the variance that no longer "
    "changes, for $\\alpha = 1/2$.",
    answer=number(
        2,
        tolerance=1e-6,
        feedback="Yes. A step takes a quarter of the old variance and adds "
        "$\\alpha^2 \\cdot 6 = 1.5$: from $V = V/4 + 1.5$ follows $V = 2$.",
    ),
    near=[
        number(
            3,
            tolerance=1e-6,
            feedback="Here the old variance is halved in a step. A factor of a random "
            "number comes out of its variance how?",
        ),
        number(
            1.5,
            tolerance=1e-6,
            feedback="So much does one step add. What becomes of the variance that was "
            "there before?",
        ),
        number(
            4,
            tolerance=1e-6,
            feedback="The old variance is right. By which factor is the variance of "
            "$\\alpha e$ smaller than that of $e$?",
        ),
        number(
            2**0.5,
            tolerance=2e-3,
            feedback="That is the standard deviation. The variance is asked.",
        ),
        number(
            6,
            tolerance=1e-6,
            feedback="That is the variance of the noise in the gradient. How much of "
            "it arrives in $\\phi$?",
        ),
        number(
            0,
            tolerance=1e-6,
            feedback="The *mean* of $\\phi$ goes to zero. Each step adds new noise.",
        ),
    ],
    otherwise="Sort the step: $(1 - \\alpha)\\phi - \\alpha e$. Variances of "
    "independent terms add, and factors come out squared. Set old and new variance "
    "equal.",
)


def _one_too_late(rate, factor, every, steps):
    return rate * factor ** (np.maximum(np.arange(steps) - 1, 0) // every)


def _every_step(rate, factor, every, steps):
    return step_decay(rate, factor, 1, steps)


def _one_too_early(rate, factor, every, steps):
    return rate * factor ** ((np.arange(steps) + 1) // every)


def _reduced_from_the_start(rate, factor, every, steps):
    return rate * factor ** (np.arange(steps) // every + 1)


def _a_ramp(rate, factor, every, steps):
    return rate * factor ** (np.arange(steps) / every)


def _only_once(rate, factor, every, steps):
    return np.where(np.arange(steps) < every, rate, rate * factor)


def _divided(rate, factor, every, steps):
    return rate / factor ** (np.arange(steps) // every)


exercise(
    "6.3.16",
    title="A schedule for the learning rate",
    stub="def schedule(rate, factor, every, steps):\n    ...  # your code\n",
    solution=(
        "def schedule(rate, factor, every, steps):\n"
        "    return rate * factor ** (np.arange(steps) // every)\n"
    ),
    equivalent={
        f"return np.{change}": "no rate is negative"
        for change in (
            "abs(rate * factor ** (np.arange(steps) // every))",
            "maximum(rate * factor ** (np.arange(steps) // every), 0)",
        )
    },
    reference=step_decay,
    cases=[
        case(1.0, 0.5, 2, 5),
        case(0.8, 0.25, 3, 10),
        case(0.3, 0.9, 15, 41),
        case(2.0, 0.5, 10, 4),
    ],
    random_case=lambda rng: case(rng.uniform(0.1, 1), rng.uniform(0.2, 0.9), 4, 11),
    planted=[
        mistake(
            _every_step,
            "Plot the rate against the step: it should be a staircase, and yours falls "
            "at every step.",
        ),
        mistake(
            _one_too_early,
            "Your first stair is one step shorter than the others. Is the first step "
            "number 0 or number 1?",
        ),
        mistake(
            _reduced_from_the_start,
            "Your first learning rate is reduced already.",
        ),
        mistake(
            _a_ramp,
            "Your rate falls smoothly. A staircase needs whole numbers: `/` or `//`?",
        ),
        mistake(
            _only_once,
            "Your rate is reduced once and never again.",
        ),
        mistake(
            _divided,
            "Your rate grows: a factor below one multiplies.",
        ),
        mistake(
            lambda rate, factor, every, steps: (
                rate * factor * (np.arange(steps) // every)
            ),
            "Your first learning rate is zero. Reduced twice, is a rate multiplied by "
            "twice the factor, or by the factor twice?",
        ),
        mistake(
            _one_too_late,
            "Your first stair is one step longer than the others. In which step "
            "does the rate fall for the first time?",
        ),
        mistake(
            lambda rate, factor, every, steps: (
                rate - factor * (np.arange(steps) // every)
            ),
            "You subtract the factor. With enough steps your rate is negative.",
        ),
        mistake(
            lambda rate, factor, every, steps: (
                (rate * factor) ** (np.arange(steps) // every)
            ),
            "The power takes hold of the rate, too. Which of the two is multiplied "
            "again and again?",
        ),
        mistake(
            lambda rate, factor, every, steps: (
                rate * factor ** (np.arange(steps) % every)
            ),
            "Your rate goes up again. What do `%` and `//` give for step 5, if "
            "`every` is 2?",
        ),
        mistake(
            lambda rate, factor, every, steps: (
                rate * factor ** np.arange(-(-steps // every))
            ),
            "You have one rate for each stair. How many steps does a stair last?",
        ),
        mistake(
            lambda rate, factor, every, steps: np.repeat(
                rate * factor ** np.arange(steps // every), every
            ),
            "The unfinished stair at the end is missing.",
        ),
        mistake(
            lambda rate, factor, every, steps: np.repeat(
                rate * factor ** np.arange(-(-steps // every)), every
            ),
            "Your last stair is always complete. How many steps were asked for?",
        ),
        mistake(
            lambda rate, factor, every, steps: (
                rate * (1 - factor) ** (np.arange(steps) // every)
            ),
            "You take `factor` for what is lost. It is what remains.",
        ),
        mistake(
            lambda rate, factor, every, steps: (
                rate * factor ** np.ceil(np.arange(steps) / every)
            ),
            "Your first stair has a single step. Step 1 is part of a stair that has"
            " just begun: which way do you round?",
        ),
    ],
    hints=[
        "How often has the rate been reduced before step k? Count k from 0.",
        "`k // every` is a whole number. What does a power do with it?",
        "`np.arange(steps)` holds all the k at once.",
    ],
)

_PULLS = np.array([[1.0, -2.0], [0.5, 3.0], [-4.0, 1.0], [2.0, 2.5]])
_CHANCES = np.array([0.1, 0.2, 0.3, 0.4])


def _fair(gradients, batch, probabilities):
    return np.mean(gradients[batch] / probabilities[batch, None], axis=0)


def _fair_case(rng):
    chances = rng.dirichlet(np.ones(5))
    return case(rng.normal(size=(5, 3)), rng.integers(5, size=4), chances)


def _unweighted(gradients, batch, probabilities):
    return len(gradients) * np.mean(gradients[batch], axis=0)


def _multiplied(gradients, batch, probabilities):
    return np.mean(gradients[batch] * probabilities[batch, None], axis=0)


def _added_up(gradients, batch, probabilities):
    return np.sum(gradients[batch] / probabilities[batch, None], axis=0)


def _wrong_chances(gradients, batch, probabilities):
    weights = 1 / probabilities[np.arange(len(batch)) % len(probabilities)]
    return np.mean(gradients[batch] * weights[:, None], axis=0)


def _weighted_mean(gradients, batch, probabilities):
    weights = 1 / probabilities[batch]
    return weights @ gradients[batch] / weights.sum()


def _mean_gradient(gradients, batch, probabilities):
    return _fair(gradients, batch, probabilities) / len(gradients)


def _each_once(gradients, batch, probabilities):
    batch = np.unique(batch)
    return _fair(gradients, batch, probabilities)


def _set_once(gradients, batch, probabilities):
    batch = np.asarray(batch)
    weights = np.zeros(len(gradients))
    weights[batch] += 1 / probabilities[batch]
    return weights @ gradients / len(batch)


def _one_draw_only(place):
    """Take one draw, and divide as if there were all."""
    return lambda gradients, batch, probabilities: (
        gradients[batch[place]] / probabilities[batch[place]] / len(batch)
    )


def _divided_by_all(gradients, batch, probabilities):
    return _added_up(gradients, batch, probabilities) / len(gradients)


def _one_chance_for_all(gradients, batch, probabilities):
    return np.mean(gradients[batch], axis=0) / np.mean(probabilities[batch])


def _expected_draw(gradients, batch, probabilities):
    return probabilities @ gradients


def _the_true_one(gradients, batch, probabilities):
    return np.sum(gradients, axis=0)


exercise(
    "6.3.17",
    title="Unequal chances, a fair guess",
    stub=(
        "def fair_gradient(gradients, batch, probabilities):\n    ...  # your code\n"
    ),
    solution=(
        "def fair_gradient(gradients, batch, probabilities):\n"
        "    weights = 1 / probabilities[batch]\n"
        "    return weights @ gradients[batch] / len(batch)\n"
    ),
    reference=_fair,
    cases=[
        case(_PULLS, np.array([3, 0, 2]), _CHANCES),
        case(_PULLS, np.array([1, 1, 3, 2, 1]), _CHANCES),
        case(_PULLS[:3, :1], np.array([2, 0]), np.array([0.5, 0.25, 0.25])),
        case(np.array([[2, 1], [4, -3]]), np.array([1]), np.array([0.25, 0.75])),
    ],
    random_case=_fair_case,
    planted=[
        mistake(
            _unweighted,
            "This is right on average if all chances are equal. An example that comes "
            "twice as often must count how much each time?",
        ),
        mistake(
            _multiplied,
            "You give most weight to what comes often anyway.",
        ),
        mistake(
            _added_up,
            "Each draw alone is a fair guess at the whole gradient. What do you "
            "do with several guesses at one number?",
        ),
        mistake(
            _wrong_chances,
            "The first entry of the batch meets the first probability. Which example "
            "is it?",
        ),
        mistake(
            _weighted_mean,
            "You divide by the sum of the weights, which is random, too. With one draw "
            "the weight cancels altogether.",
        ),
        mistake(
            _mean_gradient,
            "This guesses the mean of the gradients; the gradient of the loss is their "
            "sum.",
        ),
        mistake(
            _each_once,
            "An example that was drawn twice counts twice.",
        ),
        mistake(
            _the_true_one,
            "That is the full gradient itself, and it needs every example. Use only "
            "those in the batch.",
        ),
        mistake(
            _set_once,
            "An example that was drawn twice counts once in yours. (`weights[batch]"
            " += ...` adds once to an entry, however often its index occurs.)",
        ),
        mistake(
            _divided_by_all,
            "You divide by the number of examples. Over how many guesses do you "
            "average?",
        ),
        mistake(
            _one_chance_for_all,
            "Every draw gets the same weight in yours, however rare its example is.",
        ),
        mistake(
            _expected_draw,
            "This is the gradient of one draw, on average. Where is the batch that "
            "was drawn?",
        ),
        mistake(
            _one_draw_only(0),
            "Only the first draw counts: does `return` stand inside the loop?",
        ),
        mistake(
            _one_draw_only(-1),
            "Only the last draw counts: is the total overwritten in each round?",
        ),
    ],
    hints=[
        "Take a batch of one. It is example $i$ with probability $p_i$. Which multiple "
        "of $\\mathbf{g}_i$ makes the average $\\sum_i \\mathbf{g}_i$?",
        "In $\\sum_i p_i\\,c_i\\,\\mathbf{g}_i$ the product $p_i c_i$ must be 1.",
        "Then average over the draws.",
    ],
)

question(
    "6.3.18",
    title="A friend's discovery",
    prompt="Change starts, rates and batch sizes in the cells above, as you like. A "
    "friend did so, found a rate with which seed 1 ends in A, and says: this rate "
    "escapes local minima. What should the friend do next?",
    choices=[
        choice(
            "Try more rates with seed 1, until an even better one is found.",
            "That finds the rate that suits the random numbers of seed 1. What would "
            "you learn about seed 2?",
        ),
        choice(
            "Run seed 1 again, to be sure.",
            "The same seed gives the same numbers, so the same path. What would you "
            "learn?",
        ),
        choice(
            "Run many seeds, and say how many of them end in A.",
            "Yes, and the same for the rate it is compared with. A count over seeds is "
            "a result; one run is an anecdote.",
            right=True,
        ),
        choice(
            "Average the ends of ten runs, and look where the average is.",
            "Five ends in B and five in C have an average near A. Would you count that "
            "as a success?",
        ),
    ],
)
