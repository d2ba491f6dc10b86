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


def _rk4(half=0.5, third_from=1, full=1.0, weights=(1, 2, 2, 1), late=0.5):
    """Give a method like RK4, with other numbers."""

    def step(f, t, x, h):
        k = [f(t, x)]
        k.append(f(t + late * h, x + half * h * k[0]))
        k.append(f(t + late * h, x + half * h * k[third_from]))
        k.append(f(t + 2 * late * h, x + full * h * k[2]))
        total = sum(w * each for w, each in zip(weights, k, strict=True))
        return x + h * total / sum(weights)

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


def _identity(A):
    return np.eye(len(A))


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
        number(0.3333, tolerance=0.001, feedback="You use the product of $a$ and the "
               "share as if it were divided by $h$ twice: the term with $h^2$ in "
               "Taylor's series has a factor in front of it. Which?"),
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
    extremes=[case(ode.rk4_step, driven, 0.4, 1.0, 1.3, 0.1)],
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
    cases=[case(10.0, 0.01, 12)],
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
