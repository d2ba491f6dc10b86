"""Exercises and questions of page B.6, numerical methods for ODEs."""

import functools

import numpy as np

from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    question,
)
from udl.fitting import ode_solvers as ode
from udl.generative.diffusion import probability_flow
from udl.generative.normal_mixture import FOUR_NORMALS


def growth(t, x):
    """Grow at half of what is there, as on the page."""
    return 0.5 * x


def driven(t, x):
    """Depend on time and value."""
    return np.cos(3 * t) - 0.7 * x + 0.2 * x**2


def clock(t, x):
    """Depend on the time alone."""
    return 4 * t**3 + 0 * x


def swinging(t, x):
    """Swing: two numbers, each the other's slope."""
    return np.array([x[1] + t, -2.0 * x[0]])


def slowing(t, x):
    """Grow more slowly as one comes near."""
    return x * (1 - x)


def _euler(f, x, t0, t1, steps):
    x = x if isinstance(x, np.ndarray) and x.dtype.kind == "f" else np.asarray(x, float)
    return ode.walk(ode.euler_step, f, x, np.linspace(t0, t1, steps + 1))


def _euler_late(f, x, t0, t1, steps):
    h, path = (t1 - t0) / steps, [np.asarray(x, float)]
    for n in range(steps):
        path.append(path[-1] + h * f(t0 + (n + 1) * h, path[-1]))
    return np.array(path)


def _euler_frozen(f, x, t0, t1, steps):
    h = (t1 - t0) / steps
    return np.array([np.asarray(x) + n * h * f(t0, x) for n in range(steps + 1)])


def _euler_from_zero(f, x, t0, t1, steps):
    return _euler(lambda t, x: f(t - t0, x), x, t0, t1, steps)


def _euler_same_time(f, x, t0, t1, steps):
    return _euler(lambda t, x: f(t0, x), x, t0, t1, steps)


def _euler_unit(f, x, t0, t1, steps):
    return ode.walk(
        ode.euler_step, f, np.asarray(x, float), t0 + np.arange(steps + 1.0)
    )


def _euler_with(move):
    """Give a walk with other steps, ``move(f, t, x, h, x0, n)``."""

    def walk(f, x, t0, t1, steps):
        h, path = (t1 - t0) / steps, [np.asarray(x, float)]
        for n in range(steps):
            path.append(move(f, t0 + n * h, path[-1], h, path[0], n))
        return np.array(path)

    return walk


def _euler_of_size(size, more=0):
    """Give a walk with steps of ``size(t0, t1, steps)``, and some more or fewer."""

    def walk(f, x, t0, t1, steps):
        times = t0 + size(t0, t1, steps) * np.arange(steps + 1 + more)
        return ode.walk(ode.euler_step, f, np.asarray(x, float), times)

    return walk


def _euler_while(f, x, t0, t1, steps):
    h, t, path = (t1 - t0) / steps, t0, [np.asarray(x, float)]
    while t <= t1 and len(path) < steps + 3:
        path.append(path[-1] + h * f(t, path[-1]))
        t += h
    return np.array(path)


def _size(t0, t1, steps):
    return (t1 - t0) / steps


def _by(a, b):
    """Give the method that looks a fraction a ahead and gives it the share b."""

    def step(f, t, x, h):
        first = f(t, x)
        second = f(t + a * h, x + a * h * first)
        return x + h * ((1 - b) * first + b * second)

    return step


def _heun_same_time(f, t, x, h):
    first = f(t, x)
    return x + h * (first + f(t, x + h * first)) / 2


def _heun_same_place(f, t, x, h):
    return x + h * (f(t, x) + f(t + h, x)) / 2


def _heun_without_h(f, t, x, h):
    first = f(t, x)
    return x + h * (first + f(t + h, x + first)) / 2


def _heun_sum(f, t, x, h):
    first = f(t, x)
    return x + h * (first + f(t + h, x + h * first))


def _two_looks(step, look=lambda x, h, first: x + h * first):
    """Give a method with a second look at the end, ``step(x, h, k1, k2)``."""

    def method(f, t, x, h):
        first = f(t, x)
        return step(x, h, first, f(t + h, look(x, h, first)))

    return method


def _heun_from(x, h, first, second):
    return x + h * (first + second) / 2


def _rk4(
    half=0.5,
    third_from=1,
    fourth_from=2,
    full=1.0,
    weights=(1, 2, 2, 1),
    late=0.5,
    end=1.0,
    by=None,
):
    """Give a method like RK4, with other numbers."""

    def step(f, t, x, h):
        k = [f(t, x)]
        k.append(f(t + late * h, x + half * h * k[0]))
        k.append(f(t + late * h, x + half * h * k[third_from]))
        k.append(f(t + end * h, x + full * h * k[fourth_from]))
        total = sum(w * each for w, each in zip(weights, k, strict=True))
        return x + h * total / (by or sum(weights))

    return step


def _rk4_looks(
    look, end=lambda x, h, k: x + h * (k[0] + 2 * k[1] + 2 * k[2] + k[3]) / 6
):
    """Give a method like RK4 that looks elsewhere, ``look(x, h, share, slope)``."""

    def step(f, t, x, h):
        k = [f(t, x)]
        for share in (0.5, 0.5, 1.0):
            k.append(f(t + share * h, look(x, h, share, k[-1])))
        return end(x, h, k)

    return step


def _rk4_no_time(f, t, x, h):
    return ode.rk4_step(lambda _, x: f(t, x), t, x, h)


def _count(t0, t1, h):
    return round((t1 - t0) / h)


def _march(step, f, x, t0, h, steps):
    for n in range(steps):
        x = step(f, t0 + n * h, x, h)
    return x


def _right_march(step, f, x, t0, t1, h):
    return _march(step, f, x, t0, h, _count(t0, t1, h))


def _too_long(step, f, x, t0, t1, h):
    return _march(step, f, x, t0, h, _count(t0, t1, h) + 1)


def _too_short(step, f, x, t0, t1, h):
    return _march(step, f, x, t0, h, _count(t0, t1, h) - 1)


def _second_start(step, f, x, t0, t1, h):
    return _march(step, f, x, t0 + h, h, _count(t0, t1, h))


def _from_zero(step, f, x, t0, t1, h):
    return _march(step, f, x, 0.0, h, _count(t0, t1, h))


def _by_end_only(step, f, x, t0, t1, h):
    return _march(step, f, x, t0, h, round(t1 / h))


def _only_first(step, f, x, t0, t1, h):
    return step(f, t0, x, t1 - t0)


def _frozen_time(step, f, x, t0, t1, h):
    for _ in range(_count(t0, t1, h)):
        x = step(f, t0, x, h)
    return x


def _at_times(step, f, x, times, h):
    for t in times:
        x = step(f, t, x, h)
    return x


def _exponential(A):
    """Exponentiate a matrix: by its series, for a part of it that is small."""
    small, term, total = A / 1024, _identity(A), _identity(A)
    for k in range(1, 12):
        term = term @ small / k
        total = total + term
    return np.linalg.matrix_power(total, 1024)


def _identity(A):
    return np.eye(len(A))


def _by_entries(A, x, h):
    with np.errstate(divide="ignore", invalid="ignore"):
        return (1 / (_identity(A) - h * A)) @ x


@functools.cache
def _starts_and_goals():
    shares = np.arange(1, 100) / 100
    noise = probability_flow.quantiles(FOUR_NORMALS, shares, 10.0)
    return noise, probability_flow.quantiles(FOUR_NORMALS, shares)


def _samples_well(result, highest, lowest, steps):
    """Tell whether Heun's walk over these noise levels arrives at the data."""
    levels = np.asarray(result, dtype=float)
    if levels.shape != (steps + 1,):
        return f"Return {steps + 1} levels: one more than there are steps."
    if not np.all(np.isfinite(levels)) or np.any(levels <= 0):
        return "Some of your levels are not positive numbers."
    if not np.allclose(levels[[0, -1]], [highest, lowest]):
        return "The first level is to be `highest`, and the last one `lowest`."
    if np.any(np.diff(levels) >= 0):
        return "Each level is to be below the one before."
    noise, data = _starts_and_goals()
    slope = probability_flow.flow_slope(FOUR_NORMALS)
    made = ode.walk(ode.heun_step, slope, noise, levels)[-1]
    off = np.mean(np.abs(made - data))
    return bool(off < 0.02) or (
        f"The mean error is {off:.3f}. In which part of the walk do your steps change "
        "the noise most?"
    )


def _power(r):
    def levels(highest, lowest, steps):
        with np.errstate(invalid="ignore"):
            return np.linspace(highest ** (1 / r), lowest ** (1 / r), steps + 1) ** r

    return levels


question(
    "B.6.1",
    title="Too low, or too high?",
    prompt="Now let it decay: $\\mathrm{f}[t,x] = -\\frac{1}{2}x$, from the same "
    "start, with steps of 1. On which side of the solution does Euler's walk end?",
    choices=[
        choice(
            "Above: the sign of the slope has changed, and so has that of the error.",
            "The slope has another sign. But what decides is how the solution *bends*: "
            "does a falling exponential bend up or down?",
        ),
        choice(
            "Below, as before.",
            "Yes. A falling exponential bends upward, too, so each straight piece "
            "leaves it on the lower side.",
            right=True,
        ),
        choice(
            "On neither: what decays forgets its errors.",
            "It does shrink old errors. But each new step makes another one, always to "
            "the same side.",
        ),
        choice(
            "It alternates from step to step.",
            "That happens if a step of Euler's crosses zero. Here each one keeps half.",
        ),
    ],
)

exercise(
    "B.6.2",
    title="Euler's method",
    stub="def euler(f, x, t0, t1, steps):\n    ...  # your code\n",
    solution=(
        "def euler(f, x, t0, t1, steps):\n"
        "    h = (t1 - t0) / steps\n"
        "    path = [x]\n"
        "    for n in range(steps):\n"
        "        path.append(path[-1] + h * f(t0 + n * h, path[-1]))\n"
        "    return np.array(path)\n"
    ),
    reference=_euler,
    cases=[
        case(driven, 0.4, 1.0, 2.5, 5),
        case(growth, 0.5, 0.0, 4.0, 4),
        case(swinging, np.array([1.0, -0.5]), 0.5, 2.0, 3),
        case(driven, -1.5, 0.2, 3.2, 12),
        case(driven, 2, 1, 3, 1),
        case(clock, 0.5, 2.0, 1.0, 4),
    ],
    planted=[
        mistake(
            lambda f, x, t0, t1, steps: _euler(f, x, t0, t1, steps)[1:],
            "The start is missing from what you return.",
        ),
        mistake(
            lambda f, x, t0, t1, steps: _euler(f, x, t0, t1, steps)[-1],
            "This is the end. The whole walk is asked for.",
        ),
        mistake(
            _euler_late,
            "You look at the slope at the end of each step's time. Euler looks at its "
            "beginning.",
        ),
        mistake(
            _euler_frozen,
            "All your steps have the slope of the first one. Look again after each.",
        ),
        mistake(
            _euler_same_time,
            "The slope may depend on the time. Yours is always asked at `t0`.",
        ),
        mistake(
            _euler_from_zero,
            "Your clock starts at zero. The walk starts at `t0`.",
        ),
        mistake(
            lambda f, x, t0, t1, steps: _euler(
                f, x, t0, t0 + (t1 - t0) / steps * (steps - 1), steps - 1
            ),
            "You count the start as a step: one is missing.",
        ),
        mistake(
            _euler_unit,
            "Each of your steps has the size 1. How long must they be to arrive at "
            "`t1`?",
        ),
        mistake(
            lambda f, x, t0, t1, steps: _euler(f, x, t0, t0 + t1, steps),
            "You divide `t1` into steps. From `t0` on, how far is it?",
        ),
        mistake(
            _euler_with(lambda f, t, x, h, x0, n: x + f(t, x)),
            "You add the whole slope in each step, however short the step is.",
        ),
        mistake(
            _euler_with(lambda f, t, x, h, x0, n: x + h * f(t, x0)),
            "The time moves on in your slope, and the value is still that of the "
            "start.",
        ),
        mistake(
            _euler_with(lambda f, t, x, h, x0, n: x + h * f(x, t)),
            "The slope takes the time first, and then the value.",
        ),
        mistake(
            _euler_with(lambda f, t, x, h, x0, n: x - h * f(t, x)),
            "You walk against the slope.",
        ),
        mistake(
            _euler_with(lambda f, t, x, h, x0, n: h * f(t, x)),
            "This is how far each step goes. From where does it start?",
        ),
        mistake(
            _euler_with(lambda f, t, x, h, x0, n: x + h * f(t + n * (1 - h), x)),
            "Your clock goes on by 1 in each step. How long is a step?",
        ),
        mistake(
            _euler_with(lambda f, t, x, h, x0, n: ode.heun_step(f, t, x, h)),
            "Your steps look twice. Euler looks once, at the beginning.",
        ),
        mistake(
            _euler_with(lambda f, t, x, h, x0, n: x + h * growth(t, x)),
            "You follow the growth of the page. The slope comes in as `f`.",
        ),
        mistake(
            _euler_of_size(lambda t0, t1, steps: (t1 - t0) / (steps + 1)),
            "Your walk ends before `t1`. There is one value more than there are "
            "steps: by which of the two is the time divided?",
        ),
        mistake(
            _euler_of_size(_size, more=1),
            "Your walk goes one step beyond `t1`.",
        ),
        mistake(
            _euler_while,
            "Your loop compares times that are added up and rounded, and it takes a "
            "step too many. Count the steps instead.",
        ),
        mistake(
            lambda f, x, t0, t1, steps: (
                np.linspace(t0, t1, steps + 1),
                _euler(f, x, t0, t1, steps),
            ),
            "You return the times as well. Only the values are asked for.",
        ),
        mistake(
            lambda f, x, t0, t1, steps: ode.walk(
                ode.euler_step,
                f,
                np.asarray(x, float),
                np.arange(t0, t1 + steps, steps),
            ),
            "`steps` says how many steps there are, not how long one is.",
        ),
    ],
    hints=[
        "How long is one step, if `steps` of them lead from `t0` to `t1`?",
        "Begin with `path = [x]`. Step number n starts at the time `t0 + n * h` from "
        "`path[-1]`.",
    ],
)

question(
    "B.6.3",
    title="One in a million",
    prompt="Go on with the table: about how many steps of Euler's method does an error "
    "of 0.000001 take, all the way to $t=4$?",
    choices=[
        choice(
            "About seven thousand.",
            "That would be so if ten times as many steps gave an error a hundred times "
            "smaller. Compare two lines of the table.",
        ),
        choice(
            "About seven hundred thousand.",
            "Nearly. How many steps of 1/64 are there until $t=4$, and by which factor "
            "must their error fall?",
        ),
        choice(
            "About seven million.",
            "Yes. Error and step size fall together, so the 256 steps of the last line "
            "have to become almost thirty thousand times as many.",
            right=True,
        ),
        choice(
            "No number is enough.",
            "For exact arithmetic, some number is always enough. Which one?",
        ),
    ],
)

question(
    "B.6.4",
    title="Three ways to look ahead",
    prompt="Take one step of size 2 with each of the three methods on growth, "
    "$\\mathrm{f}[t,x] = \\frac{1}{2}x$. Which comes closest to the solution?",
    choices=[
        choice(
            "Taylor's: it has the exact second derivative.",
            "It has. And which second derivative do the others use, for an "
            "$\\mathrm{f}$ that is a straight line in x?",
        ),
        choice(
            "Midpoint: the slope halfway represents the whole step best.",
            "Compute both: where does half a step of Euler end, and which slope is "
            "there? Then the mean of Heun's two.",
        ),
        choice(
            "Heun's: two slopes say more than one.",
            "The midpoint method sees two slopes as well. Compute where both end.",
        ),
        choice(
            "None: they end at the same value.",
            "Yes. If the slope is a multiple of x, all three take the same step.",
            right=True,
        ),
    ],
)

question(
    "B.6.5",
    title="Two thirds of the way",
    prompt="Let the second look be two thirds of a step ahead, $a = \\frac{2}{3}$. "
    "Which share $b$ must it have, so that a step agrees with Taylor's series up to "
    "$h^2$? Try it with $\\mathrm{f}[t,x] = \\lambda x$, or with any $\\mathrm{f}$.",
    answer=number(
        0.75,
        tolerance=0.001,
        feedback="Yes: this is Ralston's method. The farther ahead you look, the less "
        "it counts.",
    ),
    near=[
        number(0.5, tolerance=0.001, feedback="That is Heun's share, for a look a "
               "whole step ahead."),
        number(0.3333, tolerance=0.001, feedback="That is what $a$ lacks to be one. "
               "But the sum of $a$ and $b$ is not what counts: how do the two come "
               "together in front of the second derivative?"),
        number(0.25, tolerance=0.001, feedback="This is the share of the *first* "
               "look."),
        number(1.5, tolerance=0.001, feedback="With this share the term with $h^2$ is "
               "twice as large as Taylor's: do not forget his one half."),
        number(0.6667, tolerance=0.001, feedback="Look and share are not the same: "
               "expand the second slope, and see by what the second derivative is "
               "multiplied."),
    ],
    otherwise="Expand the second slope to first order in $h$. By what is the second "
    "derivative of x multiplied in the step, and what does Taylor's series want?",
)  # fmt: skip

exercise(
    "B.6.6",
    title="Heun's method",
    stub="def heun_step(f, t, x, h):\n    ...  # your code\n",
    solution=(
        "def heun_step(f, t, x, h):\n"
        "    k1 = f(t, x)\n"
        "    k2 = f(t + h, x + h * k1)\n"
        "    return x + h * (k1 + k2) / 2\n"
    ),
    reference=ode.heun_step,
    cases=[
        case(driven, 1.0, 0.4, 0.5),
        case(swinging, 0.5, np.array([1.0, -0.5]), 0.25),
        case(clock, 1.0, 0.5, 0.5),
        case(growth, 0.0, 0.5, 2.0),
        case(driven, 0.3, -1.5, 0.01),
        case(driven, 2, 3, -1),
    ],
    planted=[
        mistake(
            _by(0.5, 1.0),
            "This is the midpoint method. Heun takes the mean of two slopes, one at "
            "each end.",
        ),
        mistake(ode.euler_step, "This is Euler's step, without a second look."),
        mistake(
            _heun_same_time,
            "Your second look is at the right value, and at the old time.",
        ),
        mistake(
            _heun_same_place,
            "Your second look is at the right time, and at the old value: you have to "
            "walk there first.",
        ),
        mistake(
            _heun_without_h,
            "To get to the second look you add a slope to a value. How long is the "
            "step?",
        ),
        mistake(_heun_sum, "You add both slopes. What is their mean?"),
        mistake(
            _by(1.0, 1.0),
            "You go on with the second slope alone. Heun takes both into account.",
        ),
        mistake(
            lambda f, t, x, h: ode.heun_step(f, t, x, h) - x,
            "This is the step. Where does it lead from `x`?",
        ),
        mistake(
            lambda f, t, x, h: (ode.heun_step(f, t, x, h) - x) / h,
            "This is the mean slope. Take the step with it.",
        ),
        mistake(
            _two_looks(lambda x, h, first, second: x + (first + second) / 2),
            "You add the mean slope itself. For how long is it followed?",
        ),
        mistake(
            _two_looks(lambda x, h, first, second: x + h * h * (first + second) / 2),
            "Your slopes have the size of the step in them already, and then you "
            "multiply by it again.",
        ),
        mistake(
            _two_looks(lambda x, h, first, second: x + h * (first + second / 2)),
            "Only the second slope is halved in yours. Is this the mean of both?",
        ),
        mistake(
            _two_looks(
                lambda x, h, first, second: x + h * first + h * (first + second) / 2
            ),
            "You walk twice: the first walk is only for the look. Go back to `x`.",
        ),
        mistake(
            _by(0.5, 0.5),
            "Your second look is in the middle of the step. Heun's is at its end.",
        ),
        mistake(
            _two_looks(lambda x, h, first, second: x - h * (first + second) / 2),
            "You walk against the mean slope.",
        ),
        mistake(
            _two_looks(
                lambda x, h, first, second: x + h * np.mean([first, second]),
            ),
            "Your mean goes over the entries of `x` as well as over the two slopes.",
        ),
        mistake(
            _two_looks(_heun_from, look=lambda x, h, first: h * first),
            "The second look is a step away from `x`. You look at the step alone.",
        ),
        mistake(
            _two_looks(_heun_from, look=lambda x, h, first: x - h * first),
            "On the way to the second look you walk against the slope.",
        ),
        mistake(
            lambda f, t, x, h: ode.heun_step(lambda t, x: f(x, t), t, x, h),
            "`f` takes the time first, and then the value.",
        ),
    ],
    hints=[
        "Two slopes: one where you are, one where Euler's step would end.",
        "`k2 = f(t + h, x + h * k1)`. Then walk from `x` again, with the mean.",
    ],
)

exercise(
    "B.6.7",
    title="The classical Runge-Kutta method",
    stub="def rk4_step(f, t, x, h):\n    ...  # your code\n",
    solution=(
        "def rk4_step(f, t, x, h):\n"
        "    k1 = f(t, x)\n"
        "    k2 = f(t + h / 2, x + h / 2 * k1)\n"
        "    k3 = f(t + h / 2, x + h / 2 * k2)\n"
        "    k4 = f(t + h, x + h * k3)\n"
        "    return x + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)\n"
    ),
    reference=ode.rk4_step,
    cases=[
        case(driven, 1.0, 0.4, 0.5),
        case(swinging, 0.5, np.array([1.0, -0.5]), 0.25),
        case(clock, 1.0, 0.5, 0.5),
        case(growth, 0.0, 0.5, 2.0),
        case(driven, 0.3, -1.5, 0.1),
        case(driven, 2, 3, -1),
    ],
    planted=[
        mistake(
            _rk4(weights=(1, 1, 1, 1)),
            "All four slopes count the same in yours. The middle of the step counts "
            "more.",
        ),
        mistake(
            _rk4(third_from=0),
            "Your third look is the second one again. Which slope leads there?",
        ),
        mistake(
            _rk4(full=0.5),
            "The last look is at the end of the step: how far is the walk to it?",
        ),
        mistake(
            _rk4(half=1.0),
            "You walk a whole step to the looks in the middle.",
        ),
        mistake(
            _rk4_no_time,
            "Your four looks are all at the time `t`. A slope may depend on the time.",
        ),
        mistake(
            lambda f, t, x, h: x + 6 * (ode.rk4_step(f, t, x, h) - x),
            "The weights 1, 2, 2, 1 add up to six: a mean divides by that.",
        ),
        mistake(
            lambda f, t, x, h: ode.rk4_step(f, t, x, h) - x,
            "You return how far the step goes, not where it ends.",
        ),
        mistake(ode.heun_step, "This is Heun's step. There are two looks more."),
        mistake(
            ode.midpoint_step,
            "This is the midpoint step. There are two looks more.",
        ),
        mistake(
            lambda f, t, x, h: x + 1.5 * (ode.rk4_step(f, t, x, h) - x),
            "You divide by four, the number of looks. What do the weights add up to?",
        ),
        mistake(
            _rk4(fourth_from=1),
            "Your last look uses the second slope. Which one was seen just before?",
        ),
        mistake(
            _rk4(end=0.5),
            "The last look is at the right value and half a step too early.",
        ),
        mistake(
            _rk4(late=1.0),
            "Your looks in the middle have the time of the end.",
        ),
        mistake(
            _rk4(by=3),
            "You divide by three. What do the weights add up to?",
        ),
        mistake(
            _rk4(weights=(1, 1, 1, 1), by=6),
            "You divide by six, and your weights add up to four.",
        ),
        mistake(
            _rk4(weights=(2, 1, 1, 2)),
            "Your weights are the wrong way round: which looks count twice?",
        ),
        mistake(
            _rk4(weights=(1, 2, 2, 0), by=6),
            "The last slope does not get into your mean.",
        ),
        mistake(
            _rk4(weights=(1, 3, 3, 1)),
            "Your weights belong to another method with four looks, the rule of three "
            "eighths.",
        ),
        mistake(
            lambda f, t, x, h: x + (ode.rk4_step(f, t, x, h) - x) / h,
            "You add the mean slope itself. How long is the step?",
        ),
        mistake(
            lambda f, t, x, h: 2 * x - ode.rk4_step(f, t, x, h),
            "You walk against the slopes.",
        ),
        mistake(
            lambda f, t, x, h: x + h * (ode.rk4_step(f, t, x, h) - x),
            "The size of the step is in your slopes already, and you multiply by it "
            "once more.",
        ),
        mistake(
            _rk4(half=0.0, full=0.0),
            "All your looks are at `x`. Each is to be where the slope before leads.",
        ),
        mistake(
            _rk4_looks(lambda x, h, share, slope: x + share * slope),
            "To get to your looks you add slopes to a value. For how long do you "
            "follow each?",
        ),
        mistake(
            _rk4_looks(lambda x, h, share, slope: share * h * slope),
            "Your looks are at the walked distance alone. They start from `x`.",
        ),
        mistake(
            _rk4_looks(
                lambda x, h, share, slope: x + share * h * slope,
                end=lambda x, h, k: x + h / 6 * k[0] + 2 * k[1] + 2 * k[2] + k[3],
            ),
            "The size of the step multiplies your first slope only: parentheses!",
        ),
        mistake(
            lambda f, t, x, h: ode.rk4_step(lambda t, x: f(x, t), t, x, h),
            "`f` takes the time first, then the value.",
        ),
    ],
    hints=[
        "Four lines for four slopes; each uses the slope of the line before.",
        "`k2 = f(t + h / 2, x + h / 2 * k1)`, and `k3` in the same way from `k2`. The "
        "last look is a whole step ahead.",
    ],
)

question(
    "B.6.8",
    title="Four looks in all",
    prompt="You may look at the slope four times on the whole way from $t=0$ to $t=4$. "
    "Who ends closer: Euler with four steps of 1, or Runge-Kutta with a single step "
    "of 4?",
    choices=[
        choice(
            "Euler: a single step of 4 is far too long.",
            "It is long. But Runge-Kutta looks at four places in it, and it "
            "combines what it sees with more care. See what comes out.",
        ),
        choice(
            "About equal: both have seen four slopes.",
            "They have seen as many. What they make of them differs.",
        ),
        choice(
            "Runge-Kutta, with an error several times smaller.",
            "Yes. Its step contains Taylor's series up to $h^4$. Four steps of Euler's "
            "do not even have the term with $h^2$ right.",
            right=True,
        ),
    ],
)

exercise(
    "B.6.9",
    title="Runge and Kutta, at order 1",
    stub=(
        "def end_of_walk(step, f, x, t0, t1, h):\n"
        "    for t in np.arange(t0, t1 + h, h):\n"
        "        x = step(f, t, x, h)\n"
        "    return x\n"
    ),
    solution=(
        "def end_of_walk(step, f, x, t0, t1, h):\n"
        "    for n in range(round((t1 - t0) / h)):\n"
        "        x = step(f, t0 + n * h, x, h)\n"
        "    return x\n"
    ),
    reference=_right_march,
    cases=[
        case(ode.rk4_step, driven, 0.4, 1.0, 2.5, 0.5),
        case(ode.heun_step, growth, 0.5, 0.0, 4.0, 0.25),
        case(ode.euler_step, swinging, np.array([1.0, -0.5]), 0.5, 2.0, 0.5),
        case(ode.rk4_step, driven, -1.5, 0.25, 3.25, 0.125),
        case(ode.rk4_step, clock, 0.5, 2.0, 2.0, 0.5),
        case(ode.euler_step, driven, 2, 1, 3, 1),
    ],
    extremes=[
        case(ode.rk4_step, driven, 0.4, 1.0, 1.3, 0.1),
        case(ode.heun_step, driven, 0.4, 0.0, 0.3, 0.1),
        case(ode.heun_step, growth, 0.5, 0.0, 1.0, 0.1),
    ],
    planted=[
        mistake(
            _too_long,
            "It still ends at `t1 + h`. Count the steps in the first case.",
        ),
        mistake(
            _too_short,
            "Now the last step is missing: the walk ends at `t1 - h`.",
        ),
        mistake(
            _second_start,
            "The number of steps is right. The first one starts at `t0`.",
        ),
        mistake(
            _from_zero,
            "The number of steps is right, and your clock starts at zero.",
        ),
        mistake(
            _by_end_only,
            "You count the steps from zero to `t1`. The walk begins at `t0`.",
        ),
        mistake(
            _only_first,
            "This is a single step over the whole time.",
        ),
        mistake(
            _frozen_time,
            "All your steps begin at the time `t0`: the clock has to go on.",
        ),
        mistake(
            lambda step, f, x, t0, t1, h: np.array(
                [_march(step, f, x, t0, h, n) for n in range(_count(t0, t1, h) + 1)]
            ),
            "This is the whole walk. Only its end is asked for.",
        ),
        mistake(
            lambda step, f, x, t0, t1, h: _march(
                lambda f, t, x, h: step(f, round((t - t0) / h), x, h),
                *(f, x, t0, h, _count(t0, t1, h)),
            ),
            "You give the number of the step for its time.",
        ),
        mistake(
            lambda step, f, x, t0, t1, h: _at_times(
                step, f, x, np.linspace(t0, t1, _count(t0, t1, h)), h
            ),
            "As many points as steps, from `t0` to `t1`, are too far apart: your last "
            "step begins where the walk should be over.",
        ),
        mistake(
            lambda step, f, x, t0, t1, h: step(f, t0, x, h) if t1 > t0 else None,
            "Your function comes back after the first step: is its `return` inside of "
            "the loop?",
        ),
        mistake(
            lambda step, f, x, t0, t1, h: _right_march(ode.euler_step, f, x, t0, t1, h),
            "You take Euler's steps, whichever method comes in as `step`.",
        ),
        mistake(
            lambda step, f, x, t0, t1, h: _march(
                lambda f, t, x, h: step(f, x, t, h),
                *(f, x, t0, h, _count(t0, t1, h)),
            ),
            "A step takes `f`, then the time, then the value.",
        ),
    ],
    hints=[
        "Take `t0 = 0`, `t1 = 1` and `h = 0.5`. How many steps should there be, and at "
        "which times do hers begin?",
        "Steps begin at every point of the grid but the last. Count them: "
        "`round((t1 - t0) / h)`.",
    ],
)

question(
    "B.6.10",
    title="Room for longer steps",
    prompt="Heun's method looks twice and is more accurate than Euler's. For decay, "
    "$\\mathrm{f}[t,x] = \\lambda x$ with $\\lambda<0$: by how much longer may its "
    "steps be before the walk runs away?",
    choices=[
        choice(
            "Twice as long: it looks twice as often.",
            "Put $h\\lambda = -3$: by what does one step multiply x? Take the two "
            "slopes, and their mean.",
        ),
        choice(
            "Not at all.",
            "Yes. At $h\\lambda = -2$ Euler multiplies by $-1$ and Heun by $+1$. Both "
            "are at the border.",
            right=True,
        ),
        choice(
            "As long as you like: the second look corrects the first.",
            "The second look is taken where Euler's step ends, and if that is far "
            "away, the slope there is enormous.",
        ),
        choice(
            "About 1.4 times as long, the square root of two.",
            "Compute the factor of one step for $h\\lambda = -2$ instead of guessing a "
            "root.",
        ),
    ],
)

exercise(
    "B.6.11",
    title="The slope at the end",
    stub="def implicit_euler_step(A, x, h):\n    ...  # your code\n",
    solution=(
        "def implicit_euler_step(A, x, h):\n"
        "    return np.linalg.solve(np.eye(len(x)) - h * A, x)\n"
    ),
    reference=ode.implicit_euler_step,
    cases=[
        case(np.array([[-1.0, 2.0], [0.5, -3.0]]), np.array([1.0, -0.5]), 0.25),
        case(
            np.array([[-2.0, 1.0, 0.0], [0.3, -1.0, 4.0], [0.0, -4.0, -0.2]]),
            np.array([0.5, 2.0, -1.0]),
            0.5,
        ),
        case(np.array([[0.0, 1.0], [-4.0, 0.0]]), np.array([1.0, 0.0]), 3.0),
        case(np.array([[-1000.0, 1.0], [0.0, -1.0]]), np.array([1.0, 1.0]), 0.1),
        case(np.array([[-1, 2], [1, -3]]), np.array([3, 1]), 1),
        case(np.array([[-0.5]]), np.array([2.0]), 4.0),
    ],
    planted=[
        mistake(
            lambda A, x, h: x + h * (A @ x),
            "This is Euler's step, with the slope at the start.",
        ),
        mistake(
            lambda A, x, h: x + h * (A @ (x + h * (A @ x))),
            "You guess the end with Euler's method and take the slope there. The slope "
            "is to be taken where *your* step ends.",
        ),
        mistake(
            lambda A, x, h: np.linalg.solve(_identity(A) + h * A, x),
            "Bring the unknown to one side: which sign does the matrix get there?",
        ),
        mistake(
            lambda A, x, h: np.linalg.solve(_identity(A) - h * A, x + h * (A @ x)),
            "You take a step with the slope at the start, and then one with that at "
            "the end.",
        ),
        mistake(
            lambda A, x, h: np.linalg.solve(
                _identity(A) - h * A / 2, x + h * (A @ x) / 2
            ),
            "You average the slopes at both ends. That is another implicit method, "
            "the trapezoidal rule.",
        ),
        mistake(
            lambda A, x, h: np.linalg.solve(_identity(A) - A, x),
            "Where is the size of the step?",
        ),
        mistake(
            lambda A, x, h: (_identity(A) - h * A) @ x,
            "The matrix stands on the side of the unknown: you have to undo it.",
        ),
        mistake(
            lambda A, x, h: x / (1 - h * (A @ np.ones(len(A)))),
            "You divide as if there were one number. A matrix mixes the entries.",
        ),
        mistake(
            lambda A, x, h: x / (1 - h * np.diag(A)),
            "You use the diagonal only, so that each entry goes its own way.",
        ),
        mistake(
            lambda A, x, h: np.linalg.solve(1 - h * A, x),
            "You subtract from 1 in every entry. Which matrix leaves a vector alone?",
        ),
        mistake(
            _by_entries,
            "You take one divided by each entry. That does not undo a matrix.",
        ),
        mistake(
            lambda A, x, h: x + np.linalg.solve(_identity(A) - h * A, x),
            "What you solve for is the new state. There is nothing to add to it.",
        ),
        mistake(
            lambda A, x, h: _exponential(h * np.asarray(A)) @ x,
            "This is the exact solution. A step of a method is asked for.",
        ),
        mistake(
            lambda A, x, h: np.linalg.solve(h * _identity(A) - A, x),
            "The size of the step multiplies the slope, which is the part with `A`.",
        ),
        mistake(
            lambda A, x, h: h * np.linalg.solve(_identity(A) - h * A, x),
            "Your result has the size of the step in it once too often: has `x` been "
            "divided by it as well?",
        ),
        mistake(
            lambda A, x, h: A @ np.linalg.solve(_identity(A) - h * A, x),
            "This is the slope at the end. Where is the end?",
        ),
        mistake(
            lambda A, x, h: np.linalg.solve(-h * A, x),
            "The unknown is also there without `A`, on the left side of the equation.",
        ),
        mistake(
            lambda A, x, h: np.linalg.solve(A, x),
            "Which equation does your result solve? It is that of a slope `x`, without "
            "a step.",
        ),
    ],
    hints=[
        "Write the equation with `x_new` on both sides, and bring both to the left.",
        "`(I - h A) x_new = x`, and `np.linalg.solve(M, x)` solves `M @ x_new = x`.",
    ],
)

question(
    "B.6.12",
    title="The old average or the new one",
    prompt="Let $\\beta = 0.9$, and the loss a parabola with curvature $\\lambda$. "
    "With the new average, as on page 6.4, the walk runs away above "
    "$\\alpha = 38/\\lambda$. Where is the limit with the old average, as Euler's "
    "method would have it?",
    choices=[
        choice(
            "About the same: after many steps, old and new average hardly differ.",
            "They differ by one step's delay. A ball that is pushed a moment too late "
            "gains a little height with every swing.",
        ),
        choice(
            "Half of it, $19/\\lambda$.",
            "It is far lower. The page's cell computes both.",
        ),
        choice(
            "At $2/\\lambda$, as without momentum.",
            "It falls even below that of plain gradient descent.",
        ),
        choice(
            "At $1/\\lambda$.",
            "Yes. The delay works against the friction, and at this rate it wins.",
            right=True,
        ),
    ],
)

exercise(
    "B.6.13",
    title="Where to look",
    stub=(
        "def noise_levels(highest, lowest, steps):\n"
        "    return np.linspace(highest, lowest, steps + 1)\n"
    ),
    solution=(
        "def noise_levels(highest, lowest, steps):\n"
        "    roots = np.linspace(highest ** (1/7), lowest ** (1/7), steps + 1)\n"
        "    return roots ** 7\n"
    ),
    reference=_power(7),
    accept=_samples_well,
    cases=[case(10.0, 0.01, 12), case(10.0, 0.02, 16)],
    planted=[
        mistake(
            np.geomspace,
            "You return as many levels as there are steps. With the last one added: "
            "is it good enough?",
        ),
        mistake(
            lambda highest, lowest, steps: np.geomspace(highest, lowest, steps + 1),
            "Equal ratios are close. The last ones refine data that are already "
            "finished: leave some looks for the middle.",
        ),
        mistake(
            lambda highest, lowest, steps: np.geomspace(highest, lowest, steps + 1)[
                ::-1
            ],
            "Your levels rise: this is the way from data to noise.",
        ),
        mistake(
            _power(1.0),
            "Equal steps spend nearly all looks where there is only noise.",
        ),
        mistake(
            _power(2.0),
            "Between equal steps and equal ratios, and still too close to the former.",
        ),
        mistake(
            lambda highest, lowest, steps: (
                lowest + (highest - lowest) * np.linspace(1, 0, steps + 1) ** 2
            ),
            "Small steps at the end are a good idea. Make the difference greater.",
        ),
        mistake(
            lambda highest, lowest, steps: (
                lowest
                + (highest - lowest) * np.cos(np.linspace(0, np.pi / 2, steps + 1))
            ),
            "Your longest steps are the last. At which end are the data?",
        ),
        mistake(
            lambda highest, lowest, steps: (
                1 / np.linspace(1 / highest, 1 / lowest, steps + 1)
            ),
            "Equal steps of 1/sigma crowd at the data: the first step goes nearly all "
            "the way.",
        ),
    ],
    hints=[
        "In which direction do the two tables' numbers point: more levels at the top, "
        "or at the bottom? And what is between `linspace` and `geomspace`?",
        "Take equal steps of a root of the level, the third or the seventh, say, and "
        "raise the result to that power again.",
    ],
)
