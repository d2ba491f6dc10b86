"""Exercises and questions of page 6.4, momentum."""

import numpy as np

from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.optimizers import (
    momentum,
    momentum_factor,
    momentum_step,
    momentum_weights,
    nesterov_step,
)
from udl.ravine import ravine_gradient


def constant_slope(phi):
    """Gradient (8, -4), whatever the parameters."""
    return np.array([8.0, -4.0]) + 0 * phi


def bowl(phi):
    """Gradient of a bowl with the curvatures 1, 2, 3, ..."""
    return np.arange(1.0, phi.size + 1) * phi


_PHI, _M = np.array([1.0, 3.0]), np.array([2.0, -4.0])

question(
    "6.4.1",
    title="What will the average change?",
    prompt="We will draw two walks with the same rate and the same batches, one "
    "without momentum and one with $\\beta = 0.6$. How will they differ?",
    choices=[
        choice(
            "The walk with momentum has rounder turns.",
            "Yes. A single odd batch moves the average by 40 percent of its gradient "
            "only.",
            right=True,
        ),
        choice(
            "With momentum every step is 2.5 times as long.",
            "That would be so without the factor $1-\\beta$. What do the weights of all "
            "gradients add to with it?",
        ),
        choice(
            "With momentum every step points straight down the full loss.",
            "An average over a few batches is still an average over batches, and over "
            "places where the walk no longer is.",
        ),
    ],
)


def _library(phi, m, gradient, rate, beta):
    m = beta * m + gradient(phi)
    return phi - rate * m, m


def _swapped(phi, m, gradient, rate, beta):
    m = (1 - beta) * m + beta * gradient(phi)
    return phi - rate * m, m


def _old_average(phi, m, gradient, rate, beta):
    return phi - rate * m, beta * m + (1 - beta) * gradient(phi)


def _up(phi, m, gradient, rate, beta):
    m = beta * m + (1 - beta) * gradient(phi)
    return phi + rate * m, m


def _forgotten(phi, m, gradient, rate, beta):
    new = beta * m + (1 - beta) * gradient(phi)
    return phi - rate * new, m


def _rate_inside(phi, m, gradient, rate, beta):
    m = beta * m + (1 - beta) * rate * gradient(phi)
    return phi - m, m


exercise(
    "6.4.2",
    title="One step of momentum",
    stub="def momentum_step(phi, m, gradient, rate, beta):\n    ...  # your code\n",
    reference=momentum_step,
    cases=[
        case(np.zeros(2), np.zeros(2), constant_slope, 0.5, 0.75),
        case(_PHI, _M, constant_slope, 0.5, 0.75),
        case(_PHI, _M, bowl, 0.1, 0.9),
        case(np.array([1.0, -2.0, 0.5]), np.array([0.0, 1.0, 1.0]), bowl, 0.3, 0.6),
    ],
    random_case=lambda rng: case(
        rng.normal(size=4), rng.normal(size=4), bowl, 0.2, rng.uniform(0.6, 0.95)
    ),
    planted=[
        mistake(
            _library,
            "Feed a constant gradient: your m should settle at that gradient. Where "
            "does it settle?",
        ),
        mistake(
            _swapped,
            "With beta close to one the path should become smoother. Yours becomes "
            "rougher.",
        ),
        mistake(
            _old_average,
            "You step along the average from before this gradient. Which one does the "
            "second line of the equation use?",
        ),
        mistake(_up, "Your step goes up the loss."),
        mistake(
            _forgotten,
            "The new parameters are right, but you hand back the old average: the next "
            "step will remember nothing.",
        ),
        mistake(
            _rate_inside,
            "You average steps, not gradients: your m depends on the learning rate. "
            "Where does the rate stand in the equation?",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                phi - rate * gradient(phi),
                beta * m + (1 - beta) * gradient(phi),
            ),
            "You compute the average and then step along the gradient.",
        ),
    ],
    hints=[
        "Which of the two lines must come first?",
        "Call `gradient(phi)`, once. The share `beta` belongs to the old average.",
        "`return phi, m` hands back two results.",
    ],
)

exercise(
    "6.4.3",
    title="The weights of the past",
    stub="def momentum_weights(beta, t):\n    ...  # your code\n",
    reference=momentum_weights,
    cases=[case(0.5, 3), case(0.9, 1), case(0.8, 6), case(0.0, 4)],
    random_case=lambda rng: case(rng.uniform(0.3, 0.95), 12),
    planted=[
        mistake(
            lambda beta, t: (1 - beta) * float(beta) ** np.arange(t),
            "The newest gradient comes first in yours. Which should?",
        ),
        mistake(
            lambda beta, t: float(beta) ** np.arange(t)[::-1],
            "Your weights add to more than one: which factor does each gradient get "
            "when it enters?",
        ),
        mistake(
            lambda beta, t: (
                (1 - beta) / (1 - beta**t) * float(beta) ** np.arange(t)[::-1]
            ),
            "Yours add to one. The plain average starts at zero and is too short at "
            "first: do not correct it here.",
        ),
        mistake(
            lambda beta, t: (1 - beta) * float(beta) ** np.arange(1, t + 1)[::-1],
            "How often has the newest gradient been multiplied by beta?",
        ),
        mistake(
            lambda beta, t: beta * (1.0 - beta) ** np.arange(t)[::-1],
            "With beta close to one, old gradients should count nearly as much as new "
            "ones. In yours they are forgotten at once.",
        ),
    ],
    hints=[
        "Take $t = 1$, then $t = 2$, by hand.",
        "The weight of a gradient $k$ steps back is $(1-\\beta)\\beta^k$. What is $k$ "
        "for the oldest one?",
    ],
)

question(
    "6.4.4",
    title="The rate for a library",
    prompt="Our walk had $\\alpha = 0.6$ and $\\beta = 0.6$ in UDL's form. Which "
    "learning rate gives the same walk in the library's form?",
    answer=number(
        0.24,
        tolerance=1e-3,
        feedback="Yes: the library's average is 2.5 times as large, so the rate must "
        "be 2.5 times smaller.",
    ),
    near=[
        number(
            1.5,
            tolerance=1e-3,
            feedback="The wrong way round: the library's average is the larger one.",
        ),
        number(
            0.36,
            tolerance=1e-3,
            feedback="You multiplied by $\\beta$. Which factor is missing in the "
            "library's form?",
        ),
        number(
            0.6,
            tolerance=1e-3,
            feedback="With the same rate its steps would be 2.5 times as long.",
        ),
    ],
    otherwise="Multiply the library's recursion by $1-\\beta$ and compare.",
)


def _library_path(factor, start_average=0.0, drop=False, damp=1.0):
    def path(gradient, start, rate, steps, beta):
        phi, u = np.asarray(start, dtype=float), start_average
        points = [phi]
        for _ in range(steps):
            u = beta * u + damp * gradient(phi)
            phi = phi - factor(rate, beta) * u
            points.append(phi)
        return np.array(points[1:] if drop else points)

    return path


def _plain_path(gradient, start, rate, steps, beta):
    return momentum(gradient, start, rate=rate, steps=steps, beta=0)


def _primed(gradient, start, rate, steps, beta):
    scaled = _library_path(lambda r, b: (1 - b) * r, gradient(np.asarray(start)))
    return scaled(gradient, start, rate, steps, beta)


exercise(
    "6.4.5",
    title="A library's momentum in disguise",
    stub="def library_momentum(gradient, start, rate, steps, beta):\n"
    "    ...  # your code\n",
    reference=momentum,
    cases=[
        case(constant_slope, np.zeros(2), rate=1.0, steps=3, beta=0.75),
        case(bowl, np.array([1.0, -2.0, 0.5]), rate=0.2, steps=5, beta=0.6),
        case(ravine_gradient, np.array([-0.7, -0.9]), rate=0.5, steps=20, beta=0.9),
    ],
    planted=[
        mistake(
            _library_path(lambda rate, beta: rate),
            "Your steps are too long by one and the same factor: the rate still has to "
            "be converted.",
        ),
        mistake(
            _library_path(lambda rate, beta: rate / (1 - beta)),
            "The library's average is larger than UDL's. Should its rate be larger, "
            "too?",
        ),
        mistake(
            _library_path(lambda rate, beta: rate * beta),
            "Which factor lies between the two averages: beta, or what is left of one?",
        ),
        mistake(
            _library_path(lambda rate, beta: rate * (1 - beta), drop=True),
            "Your path lacks its first row: where the walk began.",
        ),
        mistake(
            _primed,
            "Your average does not start at zero: the first gradient counts twice.",
        ),
        mistake(
            _plain_path,
            "Your walk has no memory: where does the old average enter?",
        ),
    ],
    hints=[
        "How large is $\\mathbf{u}$ compared with $\\mathbf{m}$, at every step?",
        "Convert the rate once, before the loop; in the loop nothing else is new.",
        "Collect the points in a list that begins with `start`, and make an array of "
        "it at the end.",
    ],
)
