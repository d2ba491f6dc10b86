"""Exercises and questions of page 6.3, stochastic gradient descent."""

from itertools import islice

import numpy as np

from udl.datasets.regression import gabor_data
from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.fitting.gabor import gabor, gabor_gradient, gabor_loss
from udl.fitting.gradient_descent import gradient_step
from udl.fitting.regression import line_gradient
from udl.fitting.stochastic_gradient_descent import (
    epoch_batches,
    step_decay,
    stochastic_gradient_step,
)

_X, _Y = gabor_data()
_SMALL = (np.array([1.0, 10.0]), np.array([0.0, 5.0]), np.array([0.5, -1.0]))
_DATA_FIRST = [(1, 2, 0)]


def _gabor_case(rng):
    phi = np.array([rng.normal(), rng.uniform(5, 15)])
    return case(phi, rng.normal(0, 5, size=6), rng.normal(size=6))


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
    reference=gabor_loss,
    cases=[
        case(*_SMALL),
        case(np.array([0.0, 16.0]), _X, _Y),
        case(np.array([-5.0, 20.0]), _X, _Y),
    ],
    random_case=_gabor_case,
    orders=_DATA_FIRST,
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
    ],
    hints=[
        "Write the phase first: one array, used twice.",
        "`np.sin(u) * np.exp(-(u**2) / 32)` is the model. Then errors, squares, sum.",
    ],
)

exercise(
    "6.3.2",
    title="The gradient of the Gabor model's loss",
    stub="def compute_gradient(phi, x, y):\n    ...  # your code\n",
    reference=gabor_gradient,
    cases=[
        case(*_SMALL),
        case(np.array([-1.5, 8.5]), _X, _Y),
        case(np.array([6.0, 18.0]), _X, _Y),
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
            "Yes, here all four end in different valleys.",
            right=True,
        ),
        choice(
            "None: they go on forever.",
            "A descent stops being interesting where the gradient vanishes, and every "
            "valley has such a place.",
        ),
    ],
)

_PHI = np.array([1.0, 2.0])
_LINE = (line_gradient, np.array([0.0, 1.0, 3.0]), np.array([2.0, 2.5, 3.0]))
_GABOR = (gabor_gradient, _X, _Y)

exercise(
    "6.3.4",
    title="A step with a fixed learning rate",
    stub="def fixed_step(phi, gradient, x, y, rate):\n    ...  # your code\n",
    reference=gradient_step,
    cases=[
        case(_PHI, *_LINE, 0.1),
        case(np.array([-1.5, 8.5]), *_GABOR, 0.2),
        case(np.array([3.5, 6.5]), *_GABOR, 0.05),
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
    ],
    hints=[
        "In which direction does the loss fall?",
        "The gradient function wants three arguments, and you have all of them.",
    ],
)

question(
    "6.3.5",
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
    "6.3.6",
    title="A step on a random batch",
    stub="def stochastic_step(phi, gradient, x, y, rate, batch_size, rng):\n"
    "    ...  # your code\n",
    reference=stochastic_gradient_step,
    cases=[
        case(_PHI, *_LINE, 0.1, 2, np.random.default_rng(0)),
        case(np.array([-1.5, 8.5]), *_GABOR, 0.2, 5, np.random.default_rng(1)),
        case(np.array([3.5, 6.5]), *_GABOR, 0.8, 5, np.random.default_rng(2)),
        case(np.array([3.5, 6.5]), *_GABOR, 0.1, 12, np.random.default_rng(3)),
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
    ],
    hints=[
        "`rng.permutation(n)` gives the numbers from 0 to n - 1 in random order. Which "
        "n do you need?",
        "Cut off the first few: those are the indices of the batch.",
        "`x[batch]` and `y[batch]` take the same examples, in the same order.",
    ],
)

question(
    "6.3.7",
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
    "6.3.8",
    title="Does noise help?",
    prompt="A hundred runs of SGD from $(0, 5.5)$, where gradient descent ends in the "
    "poor minimum F, next to a saddle that leads toward A. How many of the hundred end "
    "in the basin of A?",
    choices=[
        choice(
            "None: on average SGD goes where gradient descent goes.",
            "The *step* is right on average. But once chance has carried a point over "
            "the ridge, the average of what follows is another one.",
        ),
        choice(
            "More than half, but not all.",
            "Yes. Most are shaken over the low ridge, and some are shaken elsewhere.",
            right=True,
        ),
        choice(
            "All of them: the noise shakes every run until it finds the best minimum.",
            "The noise does not know where the best minimum is. Can it not shake a "
            "point in the other direction?",
        ),
    ],
)

question(
    "6.3.9",
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
    "6.3.10",
    title="A schedule for the learning rate",
    stub="def schedule(rate, factor, every, steps):\n    ...  # your code\n",
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
    ],
    hints=[
        "How often has the rate been reduced before step k? Count k from 0.",
        "`k // every` is a whole number. What does a power do with it?",
        "`np.arange(steps)` holds all the k at once.",
    ],
)

question(
    "6.3.11",
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
