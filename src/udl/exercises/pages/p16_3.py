"""Exercises and questions of page 16.3, contraction mappings."""

import math

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
from udl.generative import fixed_points


def half_and_one(z):
    """Halve and add one; fixed point 2."""
    return 0.5 * z + 1


def cosine(z):
    """Press cos."""
    return np.cos(z)


def wave(z):
    """Climb with waves, as on the page."""
    return 0.3 + 0.5 * z + 0.02 * np.sin(15 * z)


def falling_wave(z):
    """Fall with waves, as on the page."""
    return 0.7 - 0.6 * z + 0.03 * np.sin(15 * z)


def lowered_wave(z):
    """Climb with waves from below zero."""
    return -0.3 + 0.5 * z + 0.02 * np.sin(15 * z)


def root_of_two(z):
    """Take the mean of a number and of two divided by it."""
    return 0.5 * (z + 2 / z)


def nearly_flat(z):
    """Come closer to one by a hundredth."""
    return 0.99 * z + 0.01


def flatter(z):
    """Come closer to one by a thousandth."""
    return 0.999 * z + 0.001


def damped_sine(z):
    """Take nine tenths of the sine."""
    return 0.9 * np.sin(z)


def deep_bowl(z):
    """Double the square: it shrinks distances only near zero."""
    return 2 * z**2


def bowl(z):
    """Square."""
    return z**2


def _last(f, z, steps=20):
    return fixed_points.iterate(f, z, steps)[-1]


def _settles(result, f, z0):
    """Tell whether a number is a fixed point, as far as 20 steps lead."""
    found = np.asarray(result, dtype=float)
    if found.size != 1:
        return "One number is expected: which of the iterates is it?"
    return bool(abs(float(found.item()) - _last(f, z0, 400)) < 1e-3)


def _undoes(result, f, y, z0):
    found = np.asarray(result, dtype=float)
    if found.size != 1:
        return "One number is expected: which of the iterates is it?"
    z = float(found.item())
    return bool(abs(z - _last(lambda z: y - f(z), z0, 400)) < 1e-3)


def _fixed_point(f):
    return float(_last(f, 0.1 if f is deep_bowl else 1.0, 300))


def _is_near(result, f, z0, beta, tolerance):
    """Tell whether a number is within the tolerance of the fixed point."""
    found = np.asarray(result, dtype=float)
    if found.size != 1 or not np.all(np.isfinite(found)):
        return False
    off = abs(float(found.item()) - _fixed_point(f))
    return off <= tolerance * (1 + 1e-6) or (
        f"Your result is {off:.2g} away from the fixed point; at most {tolerance:g} is "
        "allowed."
    )


def _settled(f, z0, beta, tolerance, *, enough=lambda beta: beta / (1 - beta)):
    z = z0
    for _ in range(1_000):
        moved = f(z)
        step, z = abs(moved - z), moved
        if step * enough(beta) <= tolerance:
            break
    return z


def _f_3(z):
    return -0.2 + 1.5 * z + 0.1 * np.sin(15 * z)


def _reaches(a):
    """Tell whether mixing with a factor leads to the repelling fixed point."""
    a = np.asarray(a, dtype=float)
    if a.size != 1 or not np.all(np.isfinite(a)):
        return "One finite number is expected."
    a, z = float(a.item()), 0.7
    for _ in range(50):
        z = (1 - a) * z + a * _f_3(z)
        if abs(z) > 1e6:
            return "With your number the iteration runs away."
    off = abs(z - 0.4141563035345709)
    way = "leads away" if a > 0 else "is right: change the length"
    return off < 1e-6 or (
        f"After 50 steps it is {off:.2g} away. The direction of your steps {way}."
    )


def _quotients(f, z):
    return np.diff(f(np.asarray(z))) / np.diff(z)


def _series(sign, *, power=np.linalg.matrix_power, divide=True, trace=np.trace):
    def total(J, terms):
        return sum(
            sign(k) * trace(power(np.asarray(J, dtype=float), k)) / (k if divide else 1)
            for k in range(1, terms + 1)
        )

    return total


def _alternating(k):
    return -((-1.0) ** k)


exercise(
    "16.3.1",
    title="Twenty steps",
    stub="def fixed_point_iteration(f, z0):\n    ...  # your code\n",
    solution=(
        "def fixed_point_iteration(f, z0):\n"
        "    z = z0\n"
        "    for _ in range(20):\n"
        "        z = f(z)\n"
        "    return z\n"
    ),
    reference=_last,
    accept=_settles,
    cases=[
        case(wave, 0.2),
        case(half_and_one, -4.0),
        case(falling_wave, 0.9),
        case(cosine, 1.0),
        case(root_of_two, 3.0),
        case(half_and_one, 2),
    ],
    equivalent={
        "for _ in range(21):": "one more step",
        "for _ in range(19):": "settled by then",
        "return np.abs(z)": "all of these are positive",
        "return np.maximum(z, 0)": "all of these are positive",
    },
    published=published("fixed_point_iteration(f, z0)"),
    planted=[
        mistake(
            lambda f, z0: f(z0),
            "Does your second iterate differ from the first? You stop after one step, "
            "or begin each step at z0.",
        ),
        mistake(
            lambda f, z0: fixed_points.iterate(f, z0, 20),
            "One number is expected: which of the iterates is it?",
        ),
        mistake(
            lambda f, z0: _last(f, z0, 2),
            "Two steps are not enough: compare your result with its image.",
        ),
        mistake(
            lambda f, z0: np.mean(fixed_points.iterate(f, z0, 20)),
            "You average over the whole walk. Where does it end?",
        ),
        mistake(
            lambda f, z0: _last(lambda z: z + f(z), z0, 20),
            "You add each output to the input. It takes the input's place.",
        ),
        mistake(
            lambda f, z0: _last(f, z0, 20) - _last(f, z0, 19),
            "This is the last step, which is nearly zero. Where are you after it?",
        ),
        mistake(
            lambda f, z0: z0,
            "You return the start: what has become of the loop's result?",
        ),
        mistake(
            lambda f, z0: np.mean(fixed_points.iterate(f, z0, 20)[1:]),
            "You average over the iterates. Where does the walk end?",
        ),
        mistake(
            lambda f, z0: f(_last(f, z0)) - _last(f, z0),
            "This is how far the next step would go. Where are you?",
        ),
    ],
    hints=[
        "What is the input of the next step?",
        "`z = f(z)` in a loop of 20 steps, and return `z`.",
    ],
)

question(
    "16.3.2",
    title="A falling line",
    prompt="$\\mathrm{f}_2$ falls, with a slope of about $-0.6$. What will the walk "
    "from $0.9$ do?",
    choices=[
        choice(
            "It jumps from one side of the fixed point to the other and comes closer.",
            "Yes, a spiral: a negative slope changes sides, and a size below 1 brings "
            "it closer.",
            right=True,
        ),
        choice(
            "It cannot settle, since the slope is negative.",
            "Draw the walk: on which side is each iterate, and how far away?",
        ),
        choice(
            "It climbs like a staircase, without ever passing the fixed point.",
            "That needs a positive slope. Where is $\\mathrm{f}_2[0.9]$, above or "
            "below the diagonal?",
        ),
        choice(
            "It jumps back and forth between two numbers forever.",
            "That happens with a slope of $-1$. Here each jump is shorter.",
        ),
    ],
)

question(
    "16.3.3",
    title="A steep line",
    prompt="And $\\mathrm{f}_3$, with a slope of about $1.5$, from $0.7$?",
    choices=[
        choice(
            "It settles, more slowly than the others.",
            "Each step is longer than the one before, on average.",
        ),
        choice(
            "It settles at another of several fixed points.",
            "Try to find a second crossing with the diagonal.",
        ),
        choice(
            "It runs away, because the curve never crosses the diagonal.",
            "It does cross: $\\mathrm{f}_3[0] < 0$ and $\\mathrm{f}_3[1] > 1$.",
        ),
        choice(
            "It runs away, although the curve crosses the diagonal.",
            "Yes. Crossing and attracting are two things.",
            right=True,
        ),
    ],
)

question(
    "16.3.4",
    title="How many steps?",
    prompt="A contraction with $\\beta = \\frac12$ makes a first step of $0.2$. After "
    "how many steps does the bound promise an error of at most $10^{-4}$?",
    answer=number(
        12,
        tolerance=0.01,
        feedback="Yes: $0.4\\cdot2^{-k} \\le 10^{-4}$ needs $2^k \\ge 4000$, and "
        "$2^{12} = 4096$.",
    ),
    near=[
        number(
            11.966,
            tolerance=0.02,
            feedback="There the bound is just reached. Steps come in whole numbers.",
        ),
        number(
            11,
            tolerance=0.1,
            feedback="Close: with the first step alone it would be 11. What comes "
            "after it adds up, too.",
        ),
        number(
            13,
            tolerance=0.1,
            feedback="One step fewer is enough. What is your factor in front?",
        ),
        number(
            14,
            tolerance=0.1,
            feedback="The first step is 0.2, not 1.",
        ),
    ],
    otherwise="Put $\\beta = \\frac12$ into the bound: the factor in front is 2.",
)

exercise(
    "16.3.5",
    title="Small steps, large error",
    stub=(
        "def settled(f, z0, beta, tolerance):\n"
        "    z = z0\n"
        "    for _ in range(1_000):\n"
        "        step = abs(f(z) - z)\n"
        "        z = f(z)\n"
        "        if step <= tolerance:\n"
        "            break\n"
        "    return z\n"
    ),
    solution=(
        "def settled(f, z0, beta, tolerance):\n"
        "    z = z0\n"
        "    for _ in range(1_000):\n"
        "        step = abs(f(z) - z)\n"
        "        z = f(z)\n"
        "        if step * beta / (1 - beta) <= tolerance:\n"
        "            break\n"
        "    return z\n"
    ),
    reference=_settled,
    accept=_is_near,
    cases=[
        case(nearly_flat, 0.0, 0.99, 1e-3),
        case(half_and_one, 5.0, 0.5, 1e-2),
        case(damped_sine, 1.0, 0.9, 1e-4),
        case(wave, 0.2, 0.8, 1e-6),
        case(nearly_flat, 12.0, 0.99, 0.1),
        case(deep_bowl, 0.2, 0.8, 1e-4),
        case(flatter, 0.8, 0.999, 0.1),
    ],
    equivalent={
        "return np.abs(z)": "none of these is negative",
        "return np.maximum(z, 0)": "none of these is negative",
        "for _ in range(1001):": "it has stopped by then",
        "for _ in range(999):": "it has stopped by then",
        "if step * beta / (1 - beta) < tolerance:": "a step of just this size",
        "if step / beta / (1 - beta) <= tolerance:": "a little more careful",
        "pass": "it goes on to the last step",
        "step = abs(f(z) + z)": "it goes on to the last step",
        "step = abs(z - f(z))": "the same size",
    },
    planted=[
        mistake(
            lambda f, z0, beta, tolerance: _settled(
                f, z0, beta, tolerance, enough=lambda beta: 1.0
            ),
            "A small step is not a small error. What is the rest of the way, if all "
            "further steps shrink by beta only?",
        ),
        mistake(
            lambda f, z0, beta, tolerance: _settled(
                f, z0, beta, tolerance, enough=lambda beta: 10.0
            ),
            "A tenth of the tolerance is better, and not always enough: the rest of "
            "the way depends on beta.",
        ),
        mistake(
            lambda f, z0, beta, tolerance: _settled(
                f, z0, beta, tolerance, enough=lambda beta: beta
            ),
            "The next step is at most beta times this one. And those after it?",
        ),
        mistake(
            lambda f, z0, beta, tolerance: _last(f, z0, 100),
            "A fixed number of steps is enough for some functions only.",
        ),
        mistake(
            lambda f, z0, beta, tolerance: z0,
            "You return the start: not a single step has been taken.",
        ),
        mistake(
            lambda f, z0, beta, tolerance: _settled(
                f, z0, beta, tolerance, enough=lambda beta: 1 - beta
            ),
            "The slower the contraction, the larger the steps that you accept. "
            "Which way should it be?",
        ),
        mistake(
            lambda f, z0, beta, tolerance: _settled(
                f, z0, beta, tolerance**2, enough=lambda beta: 1.0
            ),
            "A square is smaller, and not always small enough: the rest of the way "
            "depends on beta.",
        ),
    ],
    hints=[
        "Let the last step be $s$. The next is at most $\\beta s$, the one after it at "
        "most $\\beta^2 s$. What do they sum to?",
        "Stop when `step * beta / (1 - beta) <= tolerance`.",
    ],
)

exercise(
    "16.3.6",
    title="The steepest slope of a grid",
    stub="def steepest(f, z):\n    ...  # your code\n",
    solution=(
        "def steepest(f, z):\n"
        "    slopes = np.diff(f(z)) / np.diff(z)\n"
        "    return np.max(np.abs(slopes))\n"
    ),
    reference=fixed_points.steepest,
    equivalent={"the result has the first argument's type": "a function is no type"},
    cases=[
        case(falling_wave, np.linspace(0, 1, 11)),
        case(bowl, np.array([-3.0, -1.0, 0.0, 0.5, 2.0])),
        case(cosine, np.linspace(0, 2, 5)),
        case(wave, np.array([0.0, 0.1, 0.15, 0.6, 1.0])),
        case(half_and_one, np.array([1.0, 2.0])),
        case(bowl, np.arange(-2, 4)),
    ],
    planted=[
        mistake(
            lambda f, z: np.max(_quotients(f, z)),
            "A slope of -2 is steep: what of its sign?",
        ),
        mistake(
            lambda f, z: np.abs(np.max(_quotients(f, z))),
            "First the sizes, then the largest of them.",
        ),
        mistake(
            lambda f, z: np.max(np.abs(np.diff(f(np.asarray(z))))),
            "These are differences of outputs. A slope divides by the difference of "
            "inputs.",
        ),
        mistake(
            lambda f, z: (
                np.max(np.abs(np.diff(f(np.asarray(z))))) / np.mean(np.diff(z))
            ),
            "The points are not equally far apart: divide each difference by its own.",
        ),
        mistake(
            lambda f, z: np.mean(np.abs(_quotients(f, z))),
            "This is the mean slope. The steepest is asked for.",
        ),
        mistake(
            lambda f, z: np.abs(_quotients(f, z))[0],
            "This is the slope at the left end.",
        ),
        mistake(
            lambda f, z: abs((f(z[-1]) - f(z[0])) / (z[-1] - z[0])),
            "This is the slope from end to end. It can be steeper in between.",
        ),
        mistake(
            lambda f, z: np.max(np.abs(f(np.asarray(z)) / z)),
            "You divide outputs by inputs. A slope is about their differences.",
        ),
        mistake(
            lambda f, z: np.max(np.abs(np.gradient(f(np.asarray(z)), z))),
            "`np.gradient` mixes the slopes on the two sides of a point. Here each "
            "pair of neighbors has its own.",
        ),
        mistake(
            lambda f, z: np.max(np.abs(np.diff(f(np.asarray(z))))) / (z[1] - z[0]),
            "You divide all differences by the first distance. The points are not "
            "equally far apart.",
        ),
        mistake(
            lambda f, z: np.max(np.abs(np.diff(f(np.asarray(z))))) / np.max(np.diff(z)),
            "The largest difference and the largest distance may belong to "
            "different neighbors.",
        ),
        mistake(
            lambda f, z: np.min(np.abs(_quotients(f, z))),
            "This is the flattest slope.",
        ),
        mistake(
            lambda f, z: np.ptp(f(np.asarray(z))) / np.ptp(z),
            "You divide the range of the outputs by that of the inputs. It can be "
            "steeper between neighbors.",
        ),
        mistake(
            lambda f, z: np.argmax(np.abs(_quotients(f, z))),
            "This says at which neighbors it is steepest. How steep is it there?",
        ),
        mistake(
            lambda f, z: z[np.argmax(np.abs(_quotients(f, z)))],
            "This is the place where it is steepest. How steep is it there?",
        ),
    ],
    hints=[
        "`np.diff` gives the differences of neighbors.",
        "The largest of `np.abs(np.diff(f(z)) / np.diff(z))`.",
    ],
)

exercise(
    "16.3.7",
    title="Undo a residual layer",
    stub="def fixed_point_iteration_z_plus_f(f, y, z0):\n    ...  # your code\n",
    solution=(
        "def fixed_point_iteration_z_plus_f(f, y, z0):\n"
        "    z = z0\n"
        "    for _ in range(20):\n"
        "        z = y - f(z)\n"
        "    return z\n"
    ),
    reference=lambda f, y, z0: _last(lambda z: y - f(z), z0),
    accept=_undoes,
    equivalent={
        "for _ in range(21):": "one more step",
        "for _ in range(19):": "settled by then",
    },
    cases=[
        case(lowered_wave, 0.8, 0.2),
        case(half_and_one, -2.0, 1.0),
        case(wave, 0.1, 0.5),
        case(falling_wave, 1.2, 0.9),
        case(half_and_one, 4, 0),
    ],
    published=published("fixed_point_iteration_z_plus_f(f, y, z0)"),
    planted=[
        mistake(
            lambda f, y, z0: _last(lambda z: f(z) - y, z0),
            "Put your result back into z + f(z): you iterate f(z) - y.",
        ),
        mistake(
            lambda f, y, z0: _last(lambda z: y + f(z), z0),
            "Put your result back into z + f(z): the sign of f is the other way round.",
        ),
        mistake(
            lambda f, y, z0: _last(f, z0),
            "This is the fixed point of f. Where is y?",
        ),
        mistake(
            lambda f, y, z0: y - f(z0),
            "Does your second iterate differ from the first? One step is not enough.",
        ),
        mistake(
            lambda f, y, z0: y - f(y),
            "One step from y. Go on from what you get.",
        ),
        mistake(
            lambda f, y, z0: y + f(y),
            "You have applied the layer once more. It should be undone.",
        ),
        mistake(
            lambda f, y, z0: fixed_points.iterate(lambda z: y - f(z), z0, 20),
            "One number is expected, the last of your iterates.",
        ),
        mistake(
            lambda f, y, z0: (z := _last(lambda z: y - f(z), z0)) + f(z),
            "You return y, or what the layer makes of the z that you have found. "
            "Which z was it?",
        ),
        mistake(
            lambda f, y, z0: _last(lambda z: z + f(z), z0),
            "You apply the layer again and again, and y is not used.",
        ),
        mistake(
            lambda f, y, z0: _last(lambda z: y - z - f(z), z0),
            "Put the wanted z into your iteration: does it stay? Solve for a z that"
            " stands alone.",
        ),
        mistake(
            lambda f, y, z0: y - _last(f, z0),
            "You subtract the fixed point of f. It is f at the wanted z that y must"
            " lose.",
        ),
        mistake(
            lambda f, y, z0: _last(lambda z: z - f(z), z0),
            "You subtract f from z again and again. Where is y?",
        ),
    ],
    hints=[
        "Solve $y = z + \\mathrm{f}[z]$ for the $z$ that stands alone.",
        "`z = y - f(z)`, in the loop that you have.",
    ],
)

_SMALL = np.array([[0.3, -0.2], [0.1, 0.4]])
_THREE = 0.25 * np.array([[1.0, 0.5, -0.3], [0.2, -1.0, 0.4], [0.0, 0.6, 0.8]])

exercise(
    "16.3.8",
    title="A determinant from traces",
    stub="def log_det_series(J, terms):\n    ...  # your code\n",
    solution=(
        "def log_det_series(J, terms):\n"
        "    total = 0.0\n"
        "    for k in range(1, terms + 1):\n"
        "        power = np.linalg.matrix_power(J, k)\n"
        "        total += (-1) ** (k - 1) * np.trace(power) / k\n"
        "    return total\n"
    ),
    reference=fixed_points.log_determinant_series,
    cases=[
        case(_SMALL, 3),
        case(_SMALL, 1),
        case(_THREE, 4),
        case(np.array([[0.5]]), 2),
        case(_SMALL, 20),
        case(np.array([[0, 1], [0, 0]]), 3),
        case(np.array([[-1, 0], [2, 0]]), 2),
    ],
    equivalent={
        "total += (-1) ** (k + 1) * np.trace(power) / k": "the same sign",
        "total += (-1) ** (1 - k) * np.trace(power) / k": "the same sign",
    },
    planted=[
        mistake(
            _series(lambda k: (-1.0) ** k),
            "The first term is the trace itself, with a plus.",
        ),
        mistake(
            _series(lambda k: 1.0),
            "The signs alternate, as in the series of log(1 + a).",
        ),
        mistake(
            _series(_alternating, divide=False),
            "Each term is divided by its number k.",
        ),
        mistake(
            _series(_alternating, power=lambda J, k: J**k),
            "`J ** k` raises each entry. The power is one of matrices.",
        ),
        mistake(
            lambda J, terms: sum(
                _alternating(k) * np.trace(J) ** k / k for k in range(1, terms + 1)
            ),
            "The trace of a power is not the power of the trace.",
        ),
        mistake(
            lambda J, terms: _series(_alternating)(J, terms - 1),
            "One term is missing at the end.",
        ),
        mistake(
            _series(_alternating, trace=np.sum),
            "You sum up all entries. The trace takes the diagonal.",
        ),
        mistake(
            lambda J, terms: np.linalg.slogdet(np.eye(len(J)) + J)[1],
            "This is the determinant itself. Its approximation by a sum is asked for.",
        ),
        mistake(
            lambda J, terms: len(J) + _series(_alternating)(J, terms),
            "The series begins at k = 1: there is no term with the identity.",
        ),
        mistake(
            lambda J, terms: sum(
                _alternating(k)
                * np.trace(np.linalg.matrix_power(np.asarray(J, dtype=float), k))
                / math.factorial(k)
                for k in range(1, terms + 1)
            ),
            "Factorials belong to the series of exp. This is the one of a logarithm.",
        ),
        mistake(
            _series(lambda k: -1.0),
            "All your terms are subtracted. If you wrote -1**(k - 1): what does "
            "Python do first, the power or the minus?",
        ),
        mistake(
            _series(_alternating, trace=np.linalg.det),
            "You take the determinant of each power. It is the traces that add up.",
        ),
        mistake(
            lambda J, terms: _series(_alternating)(np.eye(len(J)) + J, terms),
            "You take powers of I + J. What is raised in the series of log(1 + a)?",
        ),
        mistake(
            lambda J, terms: (
                _series(_alternating)(J, terms) - _series(_alternating)(J, terms - 1)
            ),
            "This is the last term. The others are to be added.",
        ),
        mistake(
            lambda J, terms: sum(
                (-1) ** k * np.trace(np.linalg.matrix_power(J, k)) / (k + 1)
                for k in range(terms)
            ),
            "You divide the power k by k + 1: which is the first power of the series?",
        ),
    ],
    hints=[
        "`np.linalg.matrix_power(J, k)` and `np.trace`.",
        "The sign is `(-1) ** (k - 1)`, and each trace is divided by `k`.",
    ],
)

exercise(
    "16.3.9",
    title="To the repelling point",
    stub="def mixed():\n    return 0.5\n",
    solution="def mixed():\n    return -0.5\n",
    reference=lambda: -0.5,
    accept=_reaches,
    cases=[case()],
    planted=[
        mistake(lambda: 0.1, "Small steps away are still steps away: which direction?"),
        mistake(lambda: 1.0, "With 1 it is the old iteration."),
        mistake(lambda: 0.0, "With 0 nothing moves."),
        mistake(lambda: -1.5, "The direction is right, and the steps are too long."),
        mistake(lambda: -0.01, "The direction is right. Larger steps!"),
    ],
    hints=[
        "The old iteration leads away. What if you go the other way?",
        "Try negative numbers between -1 and 0.",
    ],
)
