"""Exercises and questions of page 16.1, normalizing flows in one dimension."""

import numpy as np

from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    question,
)
from udl.exercises.seeded import Seeded
from udl.generative import change_of_variables as flow
from udl.generative.change_of_variables import example_map, example_slope
from udl.losses.distributions import normal_log_pdf, normal_pdf

# ---------------------------------------------------------------- maps of the cases


def turned(z):
    """Map by a falling line."""
    return 1 - 2 * z


def turned_slope(z):
    """Give the slope of the falling line."""
    return np.full(np.shape(z), -2.0)


def turned_inverse(x):
    """Undo the falling line."""
    return (1 - x) / 2


def cubed(z):
    """Map by z + z cubed."""
    return z + z**3


def cubed_slope(z):
    """Give the slope of z + z cubed."""
    return 1 + 3 * z**2


def falling(z):
    """Map by a curve that falls."""
    return -np.sinh(z)


def falling_slope(z):
    """Give the slope of the falling curve."""
    return -np.cosh(z)


def falling_inverse(x):
    """Undo the falling curve."""
    return -np.arcsinh(x)


def tiny_inverse(x):
    """Undo a line that shrinks everything by 1e12."""
    return 1e12 * x


def tiny_slope(z):
    """Give the slope of that line."""
    return np.full(np.shape(z), 1e-12)


def example_inverse(x):
    """Undo the curve of the page."""
    return flow.invert(x, example_map)


_Z = np.array([-1.5, 0.0, 0.25, 2.0])


def _base(z):
    return normal_pdf(z, 0, 1)


def _swapped(change):
    """Make a wrong density from a function of z, f and slope."""
    return lambda z, f, slope: (f(z), change(z, f, slope))


# ------------------------------------------------------------------------- drawing


def _chosen(n, f, rng):
    z = np.linspace(-3, 3, 600)
    x = f(z)
    weights = _base(z) / np.abs(np.gradient(x, z))
    return rng.choice(x, n, p=weights / weights.sum())


# ---------------------------------------------------------------------- experiment


def two_humps():
    """Draw the 400 numbers of the page."""
    rng = np.random.default_rng(1)
    return rng.choice([-2, 2], 400) + 0.5 * rng.normal(size=400)


def mean_loss(phi):
    """Give the mean loss of a line plus a step on these numbers."""
    x = two_humps()
    loss = flow.negative_log_likelihood(
        x,
        lambda x: flow.invert(x, lambda z: flow.steep_middle(z, phi), -1e4, 1e4),
        lambda z: flow.steep_middle_slope(z, phi),
    )
    return loss / len(x)


def _low_enough(found):
    try:
        phi = [float(np.reshape(one, ())) for one in found]
    except (TypeError, ValueError):
        phi = []
    if len(phi) != 3:
        return "Three numbers are asked for: the slope, the height, how abrupt it is."
    if not (phi[0] > 0 and phi[1] >= 0 and phi[2] >= 0 and np.isfinite(phi).all()):
        return "All three have to be positive, so that the map grows."
    with np.errstate(all="ignore"):
        loss = mean_loss(phi)
    return bool(loss < 1.46) or (
        f"With {phi[0]:.3g}, {phi[1]:.3g}, {phi[2]:.3g} the mean loss is {loss:.3f}."
    )


question(
    "16.1.1",
    title="Twice as wide",
    prompt="Let $x = 2z$. The density of $z$ has the height 0.3989 at zero. What is "
    "the height of the density of $x$ at zero?",
    answer=number(
        0.19947,
        tolerance=0.0006,
        feedback="Yes. The numbers are spread over twice the length, and the area is "
        "still one.",
    ),
    near=[
        number(0.7979, tolerance=0.001, feedback="Then the area would be four: twice "
               "as wide and twice as high."),
        number(0.3989, tolerance=0.0006, feedback="Then the area would be two, as the "
               "hump has become twice as wide."),
        number(0.0997, tolerance=0.0006, feedback="This divides by the square of 2. "
               "What is the area of a hump that is twice as wide?"),
        number(0.2821, tolerance=0.001, feedback="This divides by the root of 2. The "
               "standard deviation is doubled, not the variance."),
    ],
    otherwise="The area under the new hump has to be one, and it is twice as wide.",
)  # fmt: skip

exercise(
    "16.1.2",
    title="The density after the map",
    stub="def mapped_density(z, f, slope):\n    ...  # your code\n",
    solution=(
        "def mapped_density(z, f, slope):\n"
        "    pr_z = np.exp(-z ** 2 / 2) / np.sqrt(2 * np.pi)\n"
        "    return f(z), pr_z / np.abs(slope(z))\n"
    ),
    reference=flow.mapped_density,
    parts=("x", "pr_x"),
    cases=[
        case(_Z, example_map, example_slope),
        case(np.array([-1.0, 0.5, 2.0]), turned, turned_slope),
        case(np.array([-2, 0, 1, 3, -1]), cubed, cubed_slope),
        case(np.linspace(-3, 3, 6).reshape(2, 3), falling, falling_slope),
        case(np.float64(0.7), example_map, example_slope),
    ],
    random_case=lambda rng: case(rng.normal(size=3), example_map, example_slope),
    planted=[
        mistake(
            _swapped(lambda z, f, slope: _base(z) * np.abs(slope(z))),
            "Where the map stretches, should probability be thinner or thicker?",
        ),
        mistake(
            _swapped(lambda z, f, slope: _base(z) * slope(z)),
            "Where the map stretches, should probability be thinner or thicker? And "
            "test with a falling map.",
        ),
        mistake(
            _swapped(lambda z, f, slope: _base(z) / slope(z)),
            "Test with f(z) = -z: can a density be negative?",
        ),
        mistake(
            lambda z, f, slope: (z, _base(z) / np.abs(slope(z))),
            "You have the height right: at which position does it belong?",
        ),
        mistake(
            _swapped(lambda z, f, slope: _base(f(z)) / np.abs(slope(z))),
            "The base is a density of z, and you evaluate it at x.",
        ),
        mistake(
            _swapped(lambda z, f, slope: _base(z) / np.abs(slope(f(z)))),
            "At which place is the slope taken? The strip was stretched where it came "
            "from.",
        ),
        mistake(
            _swapped(lambda z, f, slope: _base(z) * np.abs(slope(f(z)))),
            "Stretching: does density rise or fall? And at which place do you take the "
            "slope?",
        ),
        mistake(
            _swapped(lambda z, f, slope: _base(z)),
            "You give the density of the base. Does a strip keep its width?",
        ),
        mistake(
            _swapped(lambda z, f, slope: f(_base(z))),
            "You map the density. Only numbers go through the map; the density follows "
            "from the widths of strips.",
        ),
        mistake(
            _swapped(lambda z, f, slope: _base(f(z))),
            "You give the height of the base at x. Which numbers arrive there?",
        ),
        mistake(
            _swapped(
                lambda z, f, slope: (
                    np.exp(-(z**2) / 2) / np.sqrt(2 * 3.1413) / np.abs(slope(z))
                )
            ),
            "Almost: your values are too high by 5 in 100,000. Which value has your "
            "pi?",
        ),
        mistake(
            _swapped(lambda z, f, slope: np.exp(-(z**2) / 2) / np.abs(slope(z))),
            "Your base has an area of 2.5: what is in front of the exponential?",
        ),
        mistake(
            _swapped(lambda z, f, slope: _base(z) / np.sqrt(np.abs(slope(z)))),
            "Twice as wide is half as high. Your density falls by the root.",
        ),
        mistake(
            _swapped(
                lambda z, f, slope: _base(z) / np.abs(slope(z)) / np.sum(
                    _base(z) / np.abs(slope(z))
                )
            ),
            "You make your values add up to one. A density has an area of one, and no "
            "repair is needed.",
        ),
        mistake(
            _swapped(lambda z, f, slope: _base(z) / slope(z) ** 2),
            "Twice as wide is half as high. In yours it is a quarter as high.",
        ),
        mistake(
            _swapped(
                lambda z, f, slope: (
                    np.exp(-(z**2) / 2) / (2 * np.pi) / np.abs(slope(z))
                )
            ),
            "Your base has an area of 0.4: what is in front of the exponential?",
        ),
        mistake(
            _swapped(
                lambda z, f, slope: (
                    np.exp(-(z**2)) / np.sqrt(2 * np.pi) / np.abs(slope(z))
                )
            ),
            "Your base is too narrow: its standard deviation is not 1.",
        ),
        mistake(
            _swapped(lambda z, f, slope: _base(z) - np.log(np.abs(slope(z)))),
            "You subtract a logarithm from a density. What would be subtracted from"
            " its logarithm?",
        ),
    ],
    hints=[
        "A strip of width $dz$ becomes one of width $|\\mathrm{f}'|\\,dz$, with the "
        "same area.",
        "`x = f(z)`. For `pr_x`, divide the normal density of `z` by "
        "`np.abs(slope(z))`.",
    ],
)  # fmt: skip

question(
    "16.1.3",
    title="The slope in the middle of s",
    prompt="At $z = \\tfrac14$, s is one half. Compute $\\mathrm{f}'[\\tfrac14]$ on "
    "paper, to four digits.",
    answer=number(
        2.2552083,
        tolerance=0.0006,
        feedback="Yes: the first term is zero, the second is "
        "$\\tfrac{143}{144}\\cdot\\tfrac94$, the third $\\tfrac1{48}$. A strip that "
        "begins here arrives more than twice as wide.",
    ),
    near=[
        number(2.234375, tolerance=0.0006, feedback="The last term is missing, the "
               "derivative of $z^3/9$."),
        number(2.25, tolerance=0.003, feedback="That is 9/4. The factor in front of "
               "it is not quite one, and there is a third term."),
        number(1.5104, tolerance=0.002, feedback="The derivative of s has the factor "
               "3/2 from its inside."),
        number(2.2413, tolerance=0.0006, feedback="The derivative of $z^3$ is "
               "$3z^2$."),
        number(2.0885, tolerance=0.002, feedback="In the first term $6\\mathrm{s}-3$ "
               "is zero here."),
        number(8.9583, tolerance=0.002, feedback="What is the product of s and "
               "$1-\\mathrm{s}$ here?"),
        number(2.26, tolerance=0.004, feedback="Nearly. Give four digits."),
    ],
    otherwise="Put $z = 1/4$ and s = 1/2 into the three terms. The first is zero.",
)  # fmt: skip

question(
    "16.1.4",
    title="The area from -3 to 3",
    prompt="The density after the map is drawn for $x$ from $-3$ to 3. Its area there "
    "is computed with a very fine grid. What comes out?",
    choices=[
        choice(
            "1, as for every density.",
            "Over the whole line. Does anything of the base lie beyond $\\pm 3$, and "
            "where does it go?",
        ),
        choice(
            "As much as the base has between $-3$ and 3, which is 0.9973.",
            "Yes: $\\mathrm{f}[\\pm 3] = \\pm 3$, so that the same numbers are inside "
            "before and after.",
            right=True,
        ),
        choice(
            "Less than the base has there, since the map stretches in the middle.",
            "Stretching makes it wider and thinner, and the area stays. What goes over "
            "the borders at $\\pm 3$?",
        ),
        choice(
            "More than the base has there: the peak is higher.",
            "The peak is also narrower. Which numbers $z$ arrive between $-3$ and 3?",
        ),
    ],
)

exercise(
    "16.1.5",
    title="Draw from it",
    stub="def draw_samples(n, f, rng):\n    ...  # your code\n",
    solution=("def draw_samples(n, f, rng):\n    return f(rng.standard_normal(n))\n"),
    reference=flow.draw_samples,
    cases=[
        case(5, example_map, Seeded(1)),
        case(12, falling, Seeded(2)),
        case(1, cubed, Seeded(3)),
        case(3000, example_map, Seeded(4)),
    ],
    planted=[
        mistake(
            lambda n, f, rng: rng.standard_normal(n),
            "In which space are your samples?",
        ),
        mistake(
            lambda n, f, rng: flow.invert(
                rng.standard_normal(n) * (1 if f(1.0) > f(0.0) else -1),
                f if f(1.0) > f(0.0) else lambda z: -f(z),
            ),
            "Which direction turns a simple draw into a data point?",
        ),
        mistake(
            _chosen,
            "Are your x values evenly spaced?",
        ),
        mistake(
            lambda n, f, rng: f(rng.random(n)),
            "Your numbers before the map are even from 0 to 1. What is the base?",
        ),
        mistake(
            lambda n, f, rng: f(rng.uniform(-3, 3, n)),
            "Your numbers before the map are even from -3 to 3. What is the base?",
        ),
        mistake(
            lambda n, f, rng: f(_base(rng.standard_normal(n))),
            "You map heights of a density. Map the numbers.",
        ),
        mistake(
            lambda n, f, rng: f(f(rng.standard_normal(n))),
            "Your numbers go through the map twice.",
        ),
        mistake(
            lambda n, f, rng: np.full(n, f(rng.standard_normal())),
            "You draw once, and give it n times.",
        ),
        mistake(
            lambda n, f, rng: f(np.linspace(-3, 3, n)),
            "A grid is not a draw: run it twice, and the same numbers come.",
        ),
        mistake(
            lambda n, f, rng: np.random.default_rng(0).normal(f(0.0), 1, n),
            "Your numbers are normal again, only moved.",
        ),
        mistake(
            lambda n, f, rng: np.sort(f(rng.standard_normal(n))),
            "You sort the draws. The next number must not depend on those before it.",
        ),
    ],
    hints=[
        "You can draw from the base. What turns a draw of the base into one of x?",
        "`rng.standard_normal(n)` draws; then apply `f`.",
    ],
)

question(
    "16.1.6",
    title="Forward or backward",
    prompt="You have an example $x$ and want to know how likely it is under the flow. "
    "What do you need of the map?",
    choices=[
        choice(
            "Nothing but f: put many draws through it, and count how many are at $x$.",
            "Exactly at $x$ there will be none. Near $x$ it works in one dimension, "
            "roughly; there is an exact way.",
        ),
        choice(
            "The slope of f, at $x$.",
            "In the formula, the slope is taken at another place.",
        ),
        choice(
            "Its inverse, to find the $z$ that is mapped to $x$, and its slope there.",
            "Yes. Drawing needs f itself, learning needs its inverse. Often one of "
            "the two directions is slow.",
            right=True,
        ),
        choice(
            "Its inverse, to evaluate the base there; no slope.",
            "This is how likely $z$ is. By how much have the numbers around it been "
            "spread?",
        ),
    ],
)

_LOSS_BUG = "For a line all is well: why does the place of the slope not matter there?"

exercise(
    "16.1.7",
    title="Right for every line",
    stub=(
        "def loss(x, inverse, slope):\n"
        "    z = inverse(x)\n"
        "    log_base = -z**2 / 2 - np.log(2 * np.pi) / 2\n"
        "    return np.sum(np.log(np.abs(slope(x))) - log_base)\n"
    ),
    solution=(
        "def loss(x, inverse, slope):\n"
        "    z = inverse(x)\n"
        "    log_base = -z**2 / 2 - np.log(2 * np.pi) / 2\n"
        "    return np.sum(np.log(np.abs(slope(z))) - log_base)\n"
    ),
    reference=flow.negative_log_likelihood,
    cases=[
        case(np.array([0.5, -2.0, 1.5]), example_inverse, example_slope),
        case(np.array([1.0, -1.0, 4.0, 0.0]), turned_inverse, turned_slope),
        case(np.array([0.2, 0.9, 3.0, 12.0, 1.0]), np.log, np.exp),
        case(np.array([-3, 0, 1, 5]), falling_inverse, falling_slope),
        case(np.array([-2.3]), example_inverse, example_slope),
        case(np.array([1e-12, -2e-12]), tiny_inverse, tiny_slope),
    ],
    equivalent={
        "log_base = -z ** 2 / 2 - np.log(np.maximum(2 * np.pi, 1e-09)) / 2": (
            "the argument is not near zero"
        ),
        "log_base = -z ** 2 / 2 - np.log(2 * np.pi + 1e-09) / 2": (
            "the argument is not near zero"
        ),
    },
    planted=[
        mistake(
            lambda x, inverse, slope: np.sum(
                np.log(np.abs(slope(x))) - normal_log_pdf(inverse(x), 0, 1)
            ),
            _LOSS_BUG,
        ),
        mistake(
            lambda x, inverse, slope: np.sum(-normal_log_pdf(inverse(x), 0, 1)),
            "Without the slope, the best map sends every number to zero on its way "
            "back.",
        ),
        mistake(
            lambda x, inverse, slope: np.sum(
                -np.log(np.abs(slope(inverse(x)))) - normal_log_pdf(inverse(x), 0, 1)
            ),
            "Your loss rewards stretching: which sign has the logarithm of the slope?",
        ),
        mistake(
            lambda x, inverse, slope: np.sum(
                np.log(np.abs(slope(inverse(x)))) - normal_log_pdf(x, 0, 1)
            ),
            "Now the base is evaluated at x. It is a density of z.",
        ),
        mistake(
            lambda x, inverse, slope: np.sum(
                np.log(slope(inverse(x))) - normal_log_pdf(inverse(x), 0, 1)
            ),
            "A falling map has a negative slope, and no logarithm of it.",
        ),
        mistake(
            lambda x, inverse, slope: np.sum(
                np.log(np.abs(slope(inverse(x)))) + inverse(x) ** 2 / 2
            ),
            "A constant is missing for each example: the normal density has a factor "
            "in front.",
        ),
        mistake(
            lambda x, inverse, slope: np.sum(
                np.abs(slope(inverse(x))) - normal_log_pdf(inverse(x), 0, 1)
            ),
            "The slope itself, or its logarithm?",
        ),
        mistake(
            lambda x, inverse, slope: np.sum(
                np.log(np.abs(slope(inverse(inverse(x)))))
                - normal_log_pdf(inverse(x), 0, 1)
            ),
            "You go back twice before you take the slope.",
        ),
    ],
    hints=[
        "Try the map exp: its inverse is log. Compare with the formula, term by term.",
        "At which number is the slope taken in the loss, $x_i$ or $z_i$?",
    ],
)

exercise(
    "16.1.8",
    title="Two humps",
    stub="def plan():\n    ...  # your code\n",
    solution="def plan():\n    return 0.75, 1.35, 10\n",
    reference=lambda: (0.75, 1.35, 10),
    accept=_low_enough,
    equivalent={
        "return (0.75, 1.35, 11)": "as good",
        "return (0.75, 1.35, 9)": "as good",
    },
    cases=[case()],
    planted=[
        mistake(
            lambda: (1, 1, 1),
            "Better than any line. The two humps touch: make the step more abrupt.",
        ),
        mistake(
            lambda: (1, 2, 10),
            "Your humps are too far apart: add what the line contributes.",
        ),
        mistake(
            lambda: (0.5, 2, 10),
            "Your humps are narrow, and begin where they should have their middle.",
        ),
        mistake(
            lambda: (2, 1, 1),
            "Too wide: the line alone has already the spread of the data.",
        ),
        mistake(
            lambda: (0.5, 1.5, 1),
            "A step this gentle acts like a line. How abrupt must it be to part the "
            "numbers in the middle?",
        ),
    ],
    hints=[
        "Begin with `mean_loss((1, 1, 1))`, and change one number after the other.",
        "Make the step abrupt, around 10, and keep $0.8\\,\\phi_0 + \\phi_1$ near 2.",
        "`scipy.optimize.minimize(mean_loss, (0.5, 1.5, 5), method='Nelder-Mead')`.",
    ],
)

exercise(
    "16.1.9",
    title="A map that cannot be undone",
    stub="def density_of_square(x):\n    ...  # your code\n",
    solution=(
        "def density_of_square(x):\n"
        "    z = np.sqrt(x)\n"
        "    pr_z = np.exp(-z ** 2 / 2) / np.sqrt(2 * np.pi)\n"
        "    return 2 * pr_z / np.abs(2 * z)\n"
    ),
    reference=flow.density_of_square,
    equivalent={"return 2 * pr_z / (2 * z)": "roots are not negative"},
    cases=[
        case(np.array([0.25, 1.5, 4.0])),
        case(np.array([[1, 2], [3, 9]])),
        case(np.array([0.01, 16.0, 0.3, 2.25])),
        case(np.float64(2.0)),
    ],
    random_case=lambda rng: case(rng.uniform(0.1, 5, 4)),
    planted=[
        mistake(
            lambda x: _base(np.sqrt(x)) / (2 * np.sqrt(x)),
            "Half of the numbers are missing: who else has this square?",
        ),
        mistake(
            lambda x: _base(x) / (2 * np.sqrt(x)),
            "The slope is right. The base is a density of z, and you evaluate it at x.",
        ),
        mistake(
            lambda x: _base(x) / np.sqrt(x),
            "Both roots and the slope are there. At which place is the base evaluated?",
        ),
        mistake(
            lambda x: _base(x) / x,
            "From which z does x come? You evaluate at x itself.",
        ),
        mistake(
            lambda x: 2 * _base(np.sqrt(x)),
            "Both roots are there. Where is the slope?",
        ),
        mistake(
            lambda x: 2 * _base(np.sqrt(x)) * 2 * np.sqrt(x),
            "You multiply by the slope. Where the square is steep, the numbers are "
            "thin.",
        ),
        mistake(
            lambda x: 2 * _base(x**2) / (2 * np.sqrt(x)),
            "You have squared x. To go back, take its root.",
        ),
        mistake(
            lambda x: _base(np.sqrt(x)) / x,
            "At which place is the slope 2z taken?",
        ),
        mistake(
            lambda x: _base(np.sqrt(x)) ** 2 / (4 * np.asarray(x)),
            "A number comes from one root or from the other: do probabilities of "
            "either-or multiply?",
        ),
        mistake(
            lambda x: np.exp(-np.asarray(x) / 2) / 2,
            "This is the density of a sum of two squares.",
        ),
        mistake(
            lambda x: _base(np.sqrt(x)),
            "This is how likely one root is. Who else has this square, and how are "
            "the strips widened?",
        ),
        mistake(
            lambda x: 2 * _base(x),
            "You evaluate the base at x, twice. Which two z have the square x?",
        ),
        mistake(
            lambda x: _base(x) / (2 * np.asarray(x)),
            "You take x for z, in the base and in the slope. What takes you back?",
        ),
        mistake(
            lambda x: np.exp(-np.asarray(x)) / np.sqrt(2 * np.pi * np.asarray(x)),
            "Test the exponent: what is that of the base, and what does it become "
            "at the root?",
        ),
    ],
    hints=[
        "Which two z have the square x? What is the slope of the square at each?",
        "Add $Pr(z)/|2z|$ for $z=\\sqrt{x}$ and $z=-\\sqrt{x}$; the two are equal.",
    ],
)  # fmt: skip
