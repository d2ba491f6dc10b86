"""Exercises and questions of page 17.1, latent variable models."""

from functools import cache

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
from udl.exercises.seeded import Seeded
from udl.generative.latent_variables import (
    component_posterior,
    curve,
    density,
    draw_samples,
    likelihood,
    posterior,
    prior,
)
from udl.losses.distributions import normal_pdf
from udl.losses.softmax import softmax

_Z = np.arange(-3, 3, 0.01)
_COARSE = np.arange(-4, 4, 0.04)
_NOISE = 0.04
_NO_SIGN = "a square has no sign"
_X1 = np.array([0.9, 0.3, 1.2])
_X2 = np.array([-0.9, 0.4, -0.4])
_TABLE1 = np.array([[0.9, 0.4, 0.7], [0.3, 1.2, 0.2]])
_TABLE2 = np.array([[0.1, -0.6, 0.5], [0.9, -0.4, -0.2]])

# A right answer fails each of the four comparisons with a probability below 2e-6, over
# its own draws; each is made at one seed only, for all readers the same.
_SIGMAS, _KS = 5.0, 2.7
_FAR = 4000  # points whose distance from the curve is measured
_NO_WIDTH = "Your samples have no width: each is exactly on the curve."
_WRONG_WIDTH = (
    "Your samples are spread around the curve, and not by the right amount: is the "
    "number that you are given a variance or a standard deviation?"
)
_ONE_Z = (
    "All of your samples are around a single place. How many latent values are drawn?"
)
_OTHER_WIDTH = (
    "On average, your samples are {:.2g} times as far from the curve as they should be "
    "for sigma_sq = {:g}."
)
_NO_CURVE = "Your samples gather around the origin. Where is the curve in them?"
_SWAPPED = "Your two coordinates come in the other order."
_UNEVEN = (
    "Your samples gather at the wrong places along the curve: plot a histogram of your "
    "z."
)
_PLACES = (
    "The spread around the curve is right. Your samples gather at the wrong places "
    "along it: plot a histogram of your z."
)
_SHARED = (
    "Each coordinate by itself is right, and together they are not. One latent value "
    "makes both coordinates, and each of them gets noise of its own."
)


def _is_same_place(pair, _z):
    """Say whether two latent values, 1 apart or more, share a place."""
    pair = np.ravel(np.asarray(pair, dtype=float))
    if pair.shape != (2,):
        return "Two latent values are asked for."
    if np.all(pair == np.round(pair)) and pair.max() > 3:
        return "These are places in the grid. Which latent values are there?"
    if np.max(np.abs(pair)) > 3:
        return "Both must be from -3 to 3."
    if abs(pair[0] - pair[1]) < 1:
        return "Your two latent values are less than 1 apart."
    apart = np.hypot(*(curve(pair[0]) - curve(pair[1])))
    return apart < 0.01 or f"The two points are {apart:.2g} apart."


def _same_place(z):
    points = curve(z)
    gaps = np.hypot(*(points[:, :, np.newaxis] - points[:, np.newaxis]))
    gaps[np.abs(z[:, np.newaxis] - z) < 1] = np.inf
    return z[list(np.unravel_index(gaps.argmin(), gaps.shape))]


def _distances(points):
    """Give how far points are from the curve."""
    on_curve = curve(np.arange(-4, 4, 0.02))
    squared = sum(
        (p[:, np.newaxis] - q) ** 2 for p, q in zip(points, on_curve, strict=True)
    )
    return np.sqrt(squared.min(axis=1))


@cache
def _many(sigma_sq):
    drawn = draw_samples(200_000, sigma_sq, np.random.default_rng(17))
    return drawn, np.sort(drawn, axis=1), _distances(drawn[:, : 2 * _FAR])


def _gap(found, law):
    """Give the largest difference of two cumulative distributions."""
    places = np.searchsorted(law, np.sort(found)) / law.size
    return np.max(np.abs(places - np.arange(found.size) / found.size))


def _scattered(found, right):
    """Tell whether counts in the squares of the plane are those of other points."""
    edges = np.linspace(-0.6, 2.0, 15), np.linspace(-1.6, 1.6, 17)
    law, counts = (
        np.histogram2d(*points, edges)[0].ravel() for points in (right, found)
    )
    share = found.shape[1] / right.shape[1]
    law, counts = share * law[law > 100], counts[law > 100]
    misfit = np.sum((counts - law) ** 2 / law) / (1 + share)
    return misfit > law.size + 8 * np.sqrt(2 * law.size)


def _differ(found, right):
    spread = right.std() * np.sqrt(1 / found.size + 1 / right.size)
    return abs(found.mean() - right.mean()) > _SIGMAS * spread


def _around_zero(points):
    errors = points.std(axis=1) / np.sqrt(points.shape[1])
    return np.all(np.abs(points.mean(axis=1)) < _SIGMAS * errors)


def _of_width(points, distances, far, sigma_sq):
    """Say what is wrong with samples that are too near to the curve, or too far."""
    if not _differ(_distances(points[::-1, :_FAR]), far):
        return _SWAPPED
    ratio = distances.mean() / far.mean()
    if 0.8 < ratio / np.sqrt(sigma_sq) < 1.25:
        return _WRONG_WIDTH
    if 0.85 < ratio < 1.15:
        return _UNEVEN
    return _OTHER_WIDTH.format(ratio, sigma_sq)


def are_samples(found, n_sample, sigma_sq, _rng):
    """Say whether points have the model's density, or what is wrong with them."""
    if len(found) != 2:
        return "Two rows are expected, one for each coordinate."
    points = np.stack([np.ravel(np.asarray(row, dtype=float)) for row in found])
    if points.shape[1] != n_sample:
        return f"{n_sample} samples are asked for, and {points.shape[1]} came."
    if n_sample < 1000:
        return True
    right, laws, far = _many(float(sigma_sq))
    distances = _distances(points[:, :_FAR])
    if np.ptp(points, axis=1).max() < 12 * np.sqrt(sigma_sq) and (
        points.std(axis=1).max() < 1.3 * np.sqrt(sigma_sq)
    ):
        return _NO_CURVE if _around_zero(points) else _ONE_Z
    if distances.max() < 0.01:
        return _NO_WIDTH
    if _differ(distances, far):
        return _of_width(points, distances, far, sigma_sq)
    allowed = _KS * np.sqrt(1 / n_sample + 1 / right.shape[1])
    if max(map(_gap, points, laws)) > allowed:
        return _PLACES
    return not _scattered(points, right) or _SHARED


def _lift_samples(change):
    """Draw as the library does, with one step changed."""

    def drawn(n_sample, sigma_sq, rng):
        return change(int(n_sample), np.sqrt(sigma_sq), rng)

    return drawn


def _joint(x1, x2, z, sigma_sq):
    return likelihood(x1, x2, z, sigma_sq) * prior(z)


def _column(x):
    return np.asarray(x)[..., np.newaxis]


def _shares(exponents):
    return softmax(exponents[:, np.newaxis])[:, 0]


def _exponent(x1, x2, z, sigma_sq):
    """Give the logarithm of the likelihood, but for its constant."""
    m1, m2 = curve(z)
    return -((x1 - m1) ** 2 + (x2 - m2) ** 2) / (2 * sigma_sq)


def _over_z(weigh):
    """Make a density from weights of all latent values, with any shape of points."""
    return lambda x1, x2, z, s: np.sum(weigh(_column(x1), _column(x2), z, s), axis=-1)


def _mixture(seed, examples, components):
    rng = np.random.default_rng(seed)
    weights = rng.uniform(0.5, 2, size=components)
    return case(
        rng.normal(scale=2, size=examples),
        weights / weights.sum(),
        rng.normal(scale=2, size=components),
        rng.uniform(0.4, 2.5, size=components),
    )


def _parts(x, means, sigmas):
    x, means, sigmas = np.asarray(x), np.asarray(means), np.asarray(sigmas)
    return normal_pdf(x, means[:, np.newaxis], sigmas[:, np.newaxis])


def _shares(parts, axis=0):
    return parts / parts.sum(axis=axis, keepdims=True)


def _drawn(seed, count):
    return np.random.default_rng(seed).normal(size=count)


_MODEL = "from udl.generative.latent_variables import curve as f, likelihood, prior\n\n"

exercise(
    "17.1.1",
    title="One place, two latent values",
    stub="def same_place(z):\n    return 0.0, 1.0\n",
    solution=(
        "from udl.generative.latent_variables import curve as f\n\n"
        "def same_place(z):\n"
        "    x1, x2 = f(z)\n"
        "    gap = np.hypot(x1[:, None] - x1, x2[:, None] - x2)\n"
        "    gap[np.abs(z[:, None] - z) < 1] = np.inf\n"
        "    a, b = np.unravel_index(np.argmin(gap), gap.shape)\n"
        "    return z[a], z[b]\n"
    ),
    equivalent={
        "gap = np.hypot(x1[:, None] + x1, x2[:, None] - x2)": "by chance: at the left "
        "end of the curve, two first coordinates are as small as can be",
        "gap = np.hypot(x1 - x1[:, None], x2[:, None] - x2)": _NO_SIGN,
        "gap = np.hypot(x1[:, None] - x1, x2 - x2[:, None])": _NO_SIGN,
        "gap[np.abs(z[:, None] - z) <= 1] = np.inf": "no pair is 1 apart to the digit",
        "gap[z[:, None] - z < 1] = np.inf": "each pair is in the table twice",
        "gap[np.abs(z[:, None] - z) < 2] = np.inf": "another pair",
        "gap[np.abs(z - z[:, None]) < 1] = np.inf": _NO_SIGN,
        "return (z[b], z[a])": "a pair has no order",
        "right for the sizes of the first case only": "there is one case",
        "the result has the first argument's type": "a grid is no whole number",
    },
    reference=_same_place,
    accept=_is_same_place,
    cases=[case(_Z)],
    planted=[
        mistake(
            lambda z: (z[0], z[-1]),
            "These are the ends of the grid. Does the curve close there?",
        ),
        mistake(
            lambda z: (z[0], z[1]),
            "Neighbors on the grid are near, of course. The latent values must be at "
            "least 1 apart.",
        ),
        mistake(
            lambda z: (z[len(z) // 2], z[len(z) // 2]),
            "This is one latent value, twice.",
        ),
        mistake(
            lambda z: (0.0, 2 * np.pi / 3.675),
            "After this stretch, the first coordinate repeats. The second has a period "
            "of its own.",
        ),
        mistake(
            lambda z: (0.0, 2 * np.pi / 2.85),
            "After this stretch, the second coordinate repeats. The first has a period "
            "of its own.",
        ),
        mistake(
            lambda z: (-1.0, 1.0),
            "The prior is symmetric. The curve is not.",
        ),
    ],
    hints=[
        "In the figure, where does the curve cross itself? Move the slider until the "
        "dot is there, twice.",
        "Let the computer try all pairs: a table of distances, with the pairs that are "
        "too near in `z` set to infinity.",
    ],
)

question(
    "17.1.2",
    title="Where is it dense?",
    prompt="The prior is highest at $z=0$. The noise is the same everywhere. Now many "
    "points are drawn from the model. Where do they lie most densely?",
    choices=[
        choice(
            "Around $\\mathrm{f}[0]$, the point of the most probable latent value.",
            "That would be so on a straight line. Here the curve rushes through that "
            "point: how much of it does a small range of $z$ cover?",
        ),
        choice(
            "Evenly along the curve.",
            "Its parts do not share the probability evenly. Some belong to latent "
            "values around 3, which hardly ever occur.",
        ),
        choice(
            "Where a likely range of $z$ is pressed onto a short piece of curve.",
            "Yes. Two things count: how probable the latent values are, and how slowly "
            "the curve moves while $z$ passes through them.",
            right=True,
        ),
        choice(
            "Where the curve crosses itself, whatever the latent values.",
            "A crossing adds two contributions. If both latent values are rare, the "
            "sum "
            "is small.",
        ),
    ],
)

exercise(
    "17.1.3",
    title="The density of the data",
    stub="def data_density(x1, x2, z, sigma_sq):\n    ...  # your code\n",
    solution=_MODEL
    + (
        "def data_density(x1, x2, z, sigma_sq):\n"
        "    step = z[1] - z[0]\n"
        "    total = 0\n"
        "    for one in z:\n"
        "        total = total + likelihood(x1, x2, one, sigma_sq) * prior(one) * "
        "step\n"
        "    return total\n"
    ),
    equivalent={
        "return np.abs(total)": "a density is not negative",
        "return np.maximum(total, 0)": "a density is not negative",
    },
    reference=density,
    rtol=1e-3,
    atol=1e-6,
    cases=[
        case(_X1, _X2, np.arange(-3, 3, 0.05), _NOISE),
        case(_TABLE1, _TABLE2, _COARSE, 0.09),
        case(_X1[:2], _X2[:2], np.arange(-3, 3, 0.06), 0.25),
        case(np.array([1, 0]), np.array([0, 1]), _COARSE, 0.25),
        case(0.9, -0.9, np.arange(-3, 3, 0.05), 0.04),
    ],
    planted=[
        mistake(
            _over_z(_joint),
            "Halve the grid step: your density doubles. Should it?",
        ),
        mistake(
            _over_z(lambda a, b, z, s: _joint(a, b, z, s) / (z[1] - z[0])),
            "Integrate your density over the plane. What should come out? (Older "
            "versions of the published notebook asked you to divide.)",
        ),
        mistake(
            _over_z(lambda a, b, z, s: _joint(a, b, z, s**2) * (z[1] - z[0])),
            "Your ridge is far too thin. The variance is 0.04: how wide is one "
            "standard "
            "deviation?",
        ),
        mistake(
            lambda x1, x2, z, s: (
                likelihood(x1, x2, z[-1], s) * prior(z[-1]) * (z[1] - z[0])
            ),
            "After the loop, which z values are still in your sum?",
        ),
        mistake(
            _over_z(
                lambda a, b, z, s: likelihood(a, b, z, s) * prior(z[-1]) * (z[1] - z[0])
            ),
            "Does your weight change within the loop? It is the prior at one latent "
            "value for all of them.",
        ),
        mistake(
            _over_z(lambda a, b, z, s: likelihood(a, b, z, s) * (z[1] - z[0])),
            "Every latent value has the same weight in your sum. Are they all equally "
            "likely?",
        ),
        mistake(
            _over_z(lambda a, b, z, s: likelihood(a, b, z, s) / len(z)),
            "You average the likelihood over the grid. That is the density if z is "
            "uniform on it.",
        ),
        mistake(
            lambda x1, x2, z, s: likelihood(
                x1, x2, np.sum(z * prior(z)) * (z[1] - z[0]), s
            ),
            "This is the likelihood at the mean latent value. Average the likelihoods, "
            "not the latent values.",
        ),
        mistake(
            _over_z(lambda a, b, z, s: _joint(a, b, z, s) / len(z)),
            "You divide by the number of latent values. How wide is the piece of "
            "the axis that each of them stands for?",
        ),
        mistake(
            _over_z(lambda a, b, z, s: _joint(a, b, z, s) * 0.01),
            "The step that you use fits one grid only. This one has another: read "
            "it off `z`.",
        ),
        mistake(
            _over_z(lambda a, b, z, s: _joint(a, b, z, s) * (z[-1] - z[0]) / len(z)),
            "Your step is a little too narrow. Between the first and the last of Z "
            "values, how many steps are there?",
        ),
        mistake(
            _over_z(lambda a, b, z, s: _joint(a, b, z, s) / np.sum(prior(z))),
            "Your weights add up to one, as if no latent value were beyond the ends"
            " of the grid. The integral leaves these out; it does not share them "
            "among the rest.",
        ),
        mistake(
            _over_z(lambda a, b, z, s: _joint(a, b, z, s) * prior(z) * (z[1] - z[0])),
            "The prior weighs each latent value twice.",
        ),
        mistake(
            lambda x1, x2, z, s: (
                likelihood(x1, x2, z[0], s) * prior(z[0]) * (z[1] - z[0])
            ),
            "Only the first latent value is in your sum. Where in the loop do you "
            "return?",
        ),
        mistake(
            _over_z(
                lambda a, b, z, s: (likelihood(a, b, z, s) + prior(z)) * (z[1] - z[0])
            ),
            "You add likelihood and prior. By which rule do they make the joint "
            "density?",
        ),
        mistake(
            lambda x1, x2, z, s: _joint(_column(x1), _column(x2), z, s).max(axis=-1),
            "You keep the best latent value only. All that could have made the "
            "point contribute.",
        ),
        mistake(
            _over_z(
                lambda a, b, z, s: (
                    likelihood(a, b, z, s) * np.sum(prior(z)) * (z[1] - z[0])
                )
            ),
            "You sum likelihood and prior separately. Which prior belongs to which "
            "likelihood?",
        ),
        mistake(
            _over_z(
                lambda a, b, z, s: (
                    _joint(a, b, z, s) * np.sqrt(2 * np.pi * s) * (z[1] - z[0])
                )
            ),
            "The point has two coordinates, each with a normal density. You have "
            "the normalizer of one.",
        ),
        mistake(
            lambda x1, x2, z, s: density(x1, x2, z, s) / np.sum(density(x1, x2, z, s)),
            "You make the values at these few points add up to one. It is over the "
            "whole plane that a density integrates to one.",
        ),
        mistake(
            lambda x1, x2, z, s: likelihood(x1, x2, np.mean(z), s),
            "This is the likelihood at the middle of the grid. Each latent value of"
            " the grid contributes.",
        ),
    ],
    hints=[
        "An integral over $z$ becomes a sum over the grid. How wide is the strip that "
        "each term stands for?",
        "Start with zero. For each latent value, add likelihood times prior times the "
        "step of the grid.",
    ],
)

exercise(
    "17.1.4",
    title="Draw from the model",
    stub="def draw_samples(n_sample, sigma_sq, rng):\n    ...  # your code\n",
    solution=_MODEL
    + (
        "def draw_samples(n_sample, sigma_sq, rng):\n"
        "    z = rng.normal(size=n_sample)\n"
        "    noise = np.sqrt(sigma_sq) * rng.normal(size=(2, n_sample))\n"
        "    return f(z) + noise\n"
    ),
    equivalent={
        "return f(z) - noise": "the noise is symmetric",
    },
    reference=draw_samples,
    accept=are_samples,
    cases=[
        case(20_000, _NOISE, Seeded(1)),
        case(20_000, 0.01, Seeded(2)),
        case(7, _NOISE, Seeded(3)),
    ],
    published=published(
        "draw_samples(n_sample)",
        takes=["n_sample"],
        provides={
            "f": lambda: lambda z: tuple(curve(z)),
            "sigma_sq": lambda sigma_sq: sigma_sq,
        },
    ),
    planted=[
        mistake(
            _lift_samples(lambda n, sigma, rng: curve(rng.normal(size=n))),
            _NO_WIDTH,
        ),
        mistake(
            _lift_samples(
                lambda n, sigma, rng: (
                    curve(rng.normal(size=n)) + sigma**2 * rng.normal(size=(2, n))
                )
            ),
            _WRONG_WIDTH,
        ),
        mistake(
            _lift_samples(
                lambda n, sigma, rng: (
                    curve(rng.normal())[:, np.newaxis] + sigma * rng.normal(size=(2, n))
                )
            ),
            _ONE_Z,
        ),
        mistake(
            _lift_samples(
                lambda n, sigma, rng: (
                    curve(rng.choice(prior(_Z), size=n))
                    + sigma * rng.normal(size=(2, n))
                )
            ),
            "You draw among the values of the prior's density, from 0 to 0.4. They are "
            "heights; the latent values are where those heights belong.",
        ),
        mistake(
            _lift_samples(
                lambda n, sigma, rng: (
                    curve(rng.uniform(-3, 3, size=n)) + sigma * rng.normal(size=(2, n))
                )
            ),
            "Your latent values are uniform. Which ones does the prior prefer?",
        ),
        mistake(
            _lift_samples(
                lambda n, sigma, rng: (
                    curve(rng.normal(size=n)) + sigma * rng.normal(size=n)
                )
            ),
            "Both coordinates get the same noise: your cloud is stretched along one "
            "diagonal.",
        ),
        mistake(
            _lift_samples(
                lambda n, sigma, rng: curve(
                    rng.normal(size=n) + sigma * rng.normal(size=n)
                )
            ),
            "Your noise is added to the latent value, and moves points along the curve "
            "only. In the model it is added to the point.",
        ),
        mistake(
            _lift_samples(
                lambda n, sigma, rng: (
                    np.stack(
                        [curve(rng.normal(size=n))[0], curve(rng.normal(size=n))[1]]
                    )
                    + sigma * rng.normal(size=(2, n))
                )
            ),
            "Your two coordinates come from different latent values. One latent value "
            "makes both.",
        ),
        mistake(
            _lift_samples(
                lambda n, sigma, rng: (
                    curve(rng.normal(size=n)) + sigma * rng.normal(size=(2, 1))
                )
            ),
            "Every point is moved by the same noise. How many noises are drawn?",
        ),
        mistake(
            _lift_samples(
                lambda n, sigma, rng: (lambda z: curve(z) + sigma * z)(
                    rng.normal(size=n)
                )
            ),
            "The noise is made of the latent values. It should be independent of them.",
        ),
        mistake(
            _lift_samples(
                lambda n, sigma, rng: (
                    curve(rng.normal(size=n)) + rng.normal(size=(2, n))
                )
            ),
            "Your noise has standard deviation one, whatever `sigma_sq` is.",
        ),
        mistake(
            _lift_samples(
                lambda n, sigma, rng: (
                    curve(sigma * rng.normal(size=n)) + sigma * rng.normal(size=(2, n))
                )
            ),
            "Your latent values have the variance of the noise. What is the "
            "variance of the prior?",
        ),
        mistake(
            _lift_samples(
                lambda n, sigma, rng: (
                    curve(rng.normal(size=n))
                    + np.stack([sigma * rng.normal(size=n), np.zeros(n)])
                )
            ),
            "Only the first coordinate gets noise.",
        ),
    ],
    hints=[
        "The model says in which order things happen: first the latent value, then the "
        "point given it.",
        "`rng.normal(size=n)` draws from the prior. To the two coordinates of `f(z)`, "
        "add noise of shape `(2, n)`, scaled to the right standard deviation.",
    ],
)

question(
    "17.1.5",
    title="Which latent value was it?",
    prompt="You observe $\\vx = (0.9, -0.9)$. The curve passes near this point three "
    "times: at "
    "$z=-2.05$ at a distance of 0.16, at $z=-1.59$ at a distance of 0.10, and at "
    "$z=0.17$ at a distance of 0.13. The noise has standard deviation 0.2. Which "
    "latent "
    "value do you think is the most probable?",
    choices=[
        choice(
            "-1.59, as it explains the point best.",
            "It has the highest likelihood, by a tenth. How often does the prior draw "
            "it?",
        ),
        choice(
            "0.17.",
            "Yes. Its likelihood is a tenth below the best, and the prior is more than "
            "three times as high as at -1.59.",
            right=True,
        ),
        choice(
            "One in the middle of the three, about -1.2.",
            "Where does the curve take this latent value? A mean of explanations need "
            "not explain anything.",
        ),
        choice(
            "All three alike, as each is within one standard deviation.",
            "Their likelihoods are indeed alike. Are they equally probable before you "
            "see the point?",
        ),
    ],
)

exercise(
    "17.1.6",
    title="The posterior over the latent variable",
    stub="def get_posterior(x1, x2, z, sigma_sq):\n    ...  # your code\n",
    solution=(
        "from udl.generative.latent_variables import curve as f, prior\n\n"
        "def get_posterior(x1, x2, z, sigma_sq):\n"
        "    m1, m2 = f(z)\n"
        "    exponent = -((x1 - m1) ** 2 + (x2 - m2) ** 2) / (2 * sigma_sq)\n"
        "    weights = np.exp(exponent - np.max(exponent)) * prior(z)\n"
        "    return weights / np.sum(weights)\n"
    ),
    equivalent={
        "exponent = -((m1 - x1) ** 2 + (x2 - m2) ** 2) / (2 * sigma_sq)": _NO_SIGN,
        "exponent = -((x1 - m1) ** 2 + (m2 - x2) ** 2) / (2 * sigma_sq)": _NO_SIGN,
    },
    reference=posterior,
    cases=[
        case(0.9, -0.9, _Z, _NOISE),
        case(0.3, 0.5, _COARSE, 0.09),
        case(1.2, 0.1, np.arange(-2, 2, 0.02), 0.01),
        case(1, 0, _Z, 1.0),
    ],
    extremes=[case(12.0, -9.0, _Z, _NOISE)],
    published=published(
        "get_posterior(x1, x2)",
        provides={
            "get_likelihood": lambda: lambda x1, x2, z: likelihood(x1, x2, z, _NOISE),
            "get_prior": lambda: prior,
            "sigma_sq": lambda: _NOISE,
            "f": lambda: lambda z: tuple(curve(z)),
        },
        gives=lambda result: (
            np.ravel(result[0]),
            np.ravel(result[1]) / (100 if np.isclose(np.sum(result[1]), 100) else 1),
        ),
        reference=lambda x1, x2: (_Z, posterior(x1, x2, _Z, _NOISE)),
        cases=[case(0.9, -0.9), case(0.3, 0.5)],
        lifts=lambda answer: lambda x1, x2: (_Z, answer(x1, x2, _Z, _NOISE)),
    ),
    planted=[
        mistake(
            _joint,
            "Add your values up. The question is about z: which sum must be one?",
        ),
        mistake(
            lambda x1, x2, z, s: _shares(_joint(x1, x2, z, s)) / (z[1] - z[0]),
            "Yours is the density: its integral is one. Here the probabilities on the "
            "grid are asked for, whose sum is one, as in the published notebook.",
        ),
        mistake(
            lambda x1, x2, z, s: _shares(likelihood(x1, x2, z, s)),
            "You take every latent value for equally likely beforehand. Where is the "
            "prior?",
        ),
        mistake(
            lambda x1, x2, z, s: _shares(likelihood(x1, x2, z[0], s) * prior(z)),
            "Change x: does the posterior move? The likelihood must be taken at "
            "every z.",
        ),
        mistake(
            lambda x1, x2, z, s: _shares(_joint(x1, x2, z, s**2)),
            "Your peaks are far too narrow. Is the last argument a variance, or a "
            "standard deviation?",
        ),
        mistake(
            lambda x1, x2, z, s: _joint(x1, x2, z, s) / _joint(x1, x2, z, s).max(),
            "You divide by the largest value. Then the top is one. What should be?",
        ),
        mistake(
            lambda x1, x2, z, s: _shares(likelihood(x1, x2, z, s) + prior(z)),
            "Likelihood and prior are added. Both must hold at once: what do "
            "probabilities do then?",
        ),
        mistake(
            lambda x1, x2, z, s: (
                likelihood(x1, x2, z, s) / np.sum(likelihood(x1, x2, z, s) * prior(z))
            ),
            "The sum below contains the prior, and your numerator does not.",
        ),
        mistake(
            lambda x1, x2, z, s: np.eye(len(z))[np.argmax(_joint(x1, x2, z, s))],
            "You put everything on the best latent value. How sure can you be of it?",
        ),
        mistake(
            lambda x1, x2, z, s: _shares(prior(z)),
            "This is what you knew before you saw the point. What does the point "
            "tell you?",
        ),
        mistake(
            lambda x1, x2, z, s: _joint(x1, x2, z, s) / len(z),
            "Dividing by the number of latent values is not enough: add your values"
            " up.",
        ),
        mistake(
            lambda x1, x2, z, s: _shares(likelihood(x1, x2, z, s)) * prior(z),
            "You divide before the prior comes in. After it, the values no longer "
            "add up to one.",
        ),
        mistake(
            lambda x1, x2, z, s: np.log(posterior(x1, x2, z, s)),
            "You return logarithms. Probabilities are asked for.",
        ),
        mistake(
            lambda x1, x2, z, s: posterior(x1, x2, z, s) @ z,
            "You return the mean of the posterior, one number. The probability of "
            "each latent value is asked for.",
        ),
        mistake(
            lambda x1, x2, z, s: np.cumsum(_shares(_joint(x1, x2, z, s))),
            "Your values only ever grow: they are cumulative sums of the "
            "probabilities.",
        ),
        mistake(
            lambda x1, x2, z, s: _shares(_exponent(x1, x2, z, s) + z**2 / 2),
            "Far-out latent values are preferred in yours: check the sign of the "
            "prior's exponent.",
        ),
        mistake(
            lambda x1, x2, z, s: _shares(_exponent(x1, x2, z, s) - z**2 / (2 * s)),
            "You gave the prior the variance of the noise. Its own variance is one.",
        ),
        mistake(
            lambda x1, x2, z, s: posterior(x1, curve(z)[1], z, s),
            "The second coordinate of the point has no influence on your result.",
        ),
        mistake(
            lambda x1, x2, z, s: posterior(curve(z)[0], x2, z, s),
            "The first coordinate of the point has no influence on your result.",
        ),
        mistake(
            lambda x1, x2, z, s: _shares(_exponent(x1, x2, z, s)),
            "Your exponents are those of the likelihood alone. The prior has one, too.",
        ),
    ],
    hints=[
        "By Bayes' rule, the posterior is proportional to likelihood times prior, as a "
        "function of $z$.",
        "Compute that product on the grid, and divide by its sum. To be safe far away "
        "from the curve, subtract the largest exponent before you exponentiate: the "
        "factor cancels.",
    ],
)

question(
    "17.1.7",
    title="A straight curve",
    prompt="Let $\\mathrm{f}[z] = 3z$ be the only coordinate, with noise of variance "
    "1, and a "
    "standard normal prior. You observe $x = 5$. What is the mean of the posterior "
    "over "
    "$z$? (On paper: collect the terms with $z$ in the exponent of likelihood times "
    "prior, and complete the square.)",
    answer=number(
        1.5,
        1e-3,
        "Right: $\\omega x/(\\omega^2 + \\sigma^2) = 15/10$. The prior has pulled it a "
        "tenth of the way from $5/3$ to zero.",
    ),
    near=[
        number(
            5 / 3,
            0.01,
            "This is the latent value whose point is exactly 5. The prior pulls the "
            "posterior away from it.",
        ),
        number(
            0.1,
            1e-6,
            "This is the variance of the posterior. Its mean is asked.",
        ),
        number(
            0.5,
            1e-6,
            "Differentiate the exponent of the likelihood again: the inner derivative "
            "is the slope 3.",
        ),
        number(
            1.25,
            1e-6,
            "In the denominator the slope counts squared: look at the term with $z^2$.",
        ),
        number(0.0, 1e-6, "This is the mean of the prior, before you saw anything."),
        number(
            15.0,
            1e-6,
            "You have the coefficient of $z$. Divide by that of $z^2$, without its "
            "half.",
        ),
        number(
            4.5,
            0.005,
            "This is the point that belongs to the mean, three times as large. Its "
            "latent value is asked.",
        ),
        number(
            0.3,
            0.005,
            "This is the factor with which $x$ enters. Where is the observation?",
        ),
        number(
            5.0,
            0.005,
            "This is the observation. The question is about $z$.",
        ),
    ],
    otherwise="The exponent is $-(5-3z)^2/2 - z^2/2$. Where is its derivative zero?",
)

exercise(
    "17.1.8",
    title="A density from random latent values",
    stub=(
        "def estimated_density(x1, x2, z, sigma_sq):\n"
        "    values = likelihood(x1, x2, z, sigma_sq) * prior(z)\n"
        "    return np.mean(values)\n"
    ),
    solution=_MODEL
    + (
        "def estimated_density(x1, x2, z, sigma_sq):\n"
        "    values = likelihood(x1, x2, z, sigma_sq)\n"
        "    return np.mean(values)\n"
    ),
    reference=lambda x1, x2, z, s: np.mean(likelihood(x1, x2, np.asarray(z), s)),
    cases=[
        case(0.9, -0.9, _drawn(0, 50), _NOISE),
        case(0.3, 0.5, _drawn(1, 400), 0.09),
        case(1.2, -0.4, _drawn(2, 7), 0.5),
        case(1, -1, np.array([0, 1, -1, 0]), 0.25),
    ],
    planted=[
        mistake(
            lambda x1, x2, z, s: np.sum(_joint(x1, x2, z, s)) / np.sum(prior(z)),
            "You divide by the sum of the weights, and it is still weighted twice: "
            "likely "
            "latent values occur more often, and count more each time.",
        ),
        mistake(
            lambda x1, x2, z, s: np.sum(_joint(x1, x2, z, s)),
            "The sum grows with every further draw. And the prior still counts twice.",
        ),
        mistake(
            lambda x1, x2, z, s: np.mean(likelihood(x1, x2, z, s) / prior(z)),
            "Dividing by the prior makes all latent values equally likely: that would "
            "be an integral of the likelihood alone.",
        ),
        mistake(
            lambda x1, x2, z, s: np.mean(_joint(x1, x2, z, s)) * (z.max() - z.min()),
            "Times the range is right for latent values that are drawn uniformly. "
            "These "
            "come from the prior.",
        ),
        mistake(
            lambda x1, x2, z, s: np.exp(np.mean(np.log(likelihood(x1, x2, z, s)))),
            "You average logarithms. The density is the mean of the likelihoods "
            "themselves.",
        ),
        mistake(
            lambda x1, x2, z, s: likelihood(x1, x2, np.mean(z), s),
            "This is the likelihood at the mean latent value, not the mean likelihood.",
        ),
        mistake(
            lambda x1, x2, z, s: np.median(likelihood(x1, x2, z, s)),
            "A median is not an integral: most likelihoods are close to zero, and the "
            "few large ones are what counts.",
        ),
        mistake(
            lambda x1, x2, z, s: np.mean(likelihood(x1, x2, z, s)) * np.mean(prior(z)),
            "You average likelihood and prior separately, and the prior is still "
            "there.",
        ),
        mistake(
            lambda x1, x2, z, s: np.max(likelihood(x1, x2, z, s)),
            "This is the best single draw. The density is a mean over all of them.",
        ),
        mistake(
            lambda x1, x2, z, s: np.mean(_joint(x1, x2, z, s)) / prior(0),
            "You rescaled the weights, so that zero has weight one. They still "
            "weigh a second time.",
        ),
        mistake(
            lambda x1, x2, z, s: np.sum(_joint(x1, x2, z, s)) * 0.01,
            "A step of 0.01 belongs to an even grid. These latent values are drawn.",
        ),
        mistake(
            lambda x1, x2, z, s: (
                lambda o: np.sum(_joint(x1, x2, o, s)) * (o[1] - o[0])
            )(np.sort(z)),
            "Drawn values have no common step, not even when they are sorted. What "
            "do you know about how often each occurs?",
        ),
        mistake(
            lambda x1, x2, z, s: np.trapezoid(
                _joint(x1, x2, np.sort(z), s), np.sort(z)
            ),
            "This makes a grid of the draws and integrates over it. The draws can "
            "do more: use that they come from the prior.",
        ),
    ],
    hints=[
        "How often does a latent value around 2 occur in `z`, compared with one "
        "around 0?",
        "An average over draws from the prior weighs each latent value by how often it "
        "is drawn. Where does the function weigh it a second time?",
    ],
)

exercise(
    "17.1.9",
    title="When the latent variable is a choice",
    stub="def component_posterior(x, weights, means, sigmas):\n    ...  # your code\n",
    solution=(
        "def component_posterior(x, weights, means, sigmas):\n"
        "    w, m, s = (a[:, None] for a in (weights, means, sigmas))\n"
        "    log = np.log(w) - np.log(s) - ((x - m) / s) ** 2 / 2\n"
        "    shares = np.exp(log - log.max(axis=0))\n"
        "    return shares / shares.sum(axis=0)\n"
    ),
    equivalent={
        "log = np.log(w) - np.log(s) - ((m - x) / s) ** 2 / 2": _NO_SIGN,
    },
    reference=component_posterior,
    cases=[
        case(
            np.array([0.5, -1.0]),
            np.array([0.2, 0.5, 0.3]),
            np.array([-1.0, 0.0, 2.0]),
            np.array([0.5, 1.0, 1.5]),
        ),
        case(
            np.array([0.0, 5e-11]),
            np.array([1e-10, 1 - 1e-10]),
            np.array([0.0, 1.4e-10]),
            np.array([1e-11, 2e-11]),
        ),
        _mixture(1, 5, 2),
        _mixture(2, 4, 4),
        case(
            np.array([0, 1, 3]),
            np.array([0.75, 0.25]),
            np.array([0, 2]),
            np.array([1, 2]),
        ),
    ],
    extremes=[
        case(
            np.array([-90.0, 70.0]),
            np.array([0.2, 0.5, 0.3]),
            np.array([-1.0, 0.0, 2.0]),
            np.array([0.5, 1.0, 1.5]),
        ),
    ],
    planted=[
        mistake(
            lambda x, w, m, s: _parts(x, m, s) * w[:, None],
            "Your columns add up to the density of each number. To what should they "
            "add "
            "up?",
        ),
        mistake(
            lambda x, w, m, s: _shares(_parts(x, m, s)),
            "You take all components for equally likely. What are the weights for?",
        ),
        mistake(
            lambda x, w, m, s: _shares(_parts(x, m, s) * w[:, None], axis=1),
            "Your rows add up to one. For each number, the components share one: over "
            "which axis do you sum?",
        ),
        mistake(
            lambda x, w, m, s: _shares(
                np.exp(-(((x - m[:, None]) / s[:, None]) ** 2) / 2) * w[:, None]
            ),
            "A wide component is low everywhere: the normal density has its standard "
            "deviation in the denominator, too. It differs between components, and "
            "does not cancel.",
        ),
        mistake(
            lambda x, w, m, s: _shares(_parts(x, m, np.sqrt(s)) * w[:, None]),
            "You take the standard deviations for variances.",
        ),
        mistake(
            lambda x, w, m, s: (
                _parts(x, m, s) / np.sum(_parts(x, m, s) * w[:, None], axis=0)
            ),
            "The sum below contains the weights, and your numerator does not.",
        ),
        mistake(
            lambda x, w, m, s: (lambda p: (p == p.max(axis=0)).astype(float))(
                _parts(x, m, s) * w[:, None]
            ),
            "You give each number wholly to its most probable component. How sure can "
            "you be between two of them?",
        ),
        mistake(
            lambda x, w, m, s: (
                _parts(x, m, s) * w[:, None] / np.sum(_parts(x, m, s) * w[:, None])
            ),
            "All of your values together add up to one. For how many numbers should"
            " the shares do so?",
        ),
        mistake(
            lambda x, w, m, s: np.sum(_parts(x, m, s) * w[:, None], axis=0),
            "This is the density of each number, summed over the components. You "
            "were asked which component it came from.",
        ),
        mistake(
            lambda x, w, m, s: (
                _parts(x, m, s)
                * w[:, None]
                / np.max(_parts(x, m, s) * w[:, None], axis=0)
            ),
            "In each column the largest value is one. What should be one there?",
        ),
        mistake(
            lambda x, w, m, s: _shares(_parts(x, m, s)) * w[:, None],
            "You divide before the weights come in. After that, the columns no "
            "longer add up to one.",
        ),
        mistake(
            lambda x, w, m, s: np.argmax(_parts(x, m, s) * w[:, None], axis=0),
            "You return the number of the most probable component. How probable is "
            "each?",
        ),
        mistake(
            lambda x, w, m, s: _shares(
                np.exp(-((x - m[:, None]) ** 2) / (2 * s[:, None])) * (w / s)[:, None]
            ),
            "In your exponent the standard deviation is not squared.",
        ),
        mistake(
            lambda x, w, m, s: _shares(_parts(x, m, s) * (w / s)[:, None]),
            "Your normalizer divides by the variance. For one coordinate, it is the"
            " root of 2 pi times the variance.",
        ),
        mistake(
            lambda x, w, m, s: _shares(_parts(x, m, s) * (w * s**2)[:, None]),
            "Is a wide component higher or lower than a narrow one? In yours the "
            "standard deviation multiplies.",
        ),
        mistake(
            lambda x, w, m, s: _shares(
                np.exp(-(((x - m[:, None]) / s[:, None]) ** 2)) * (w / s)[:, None]
            ),
            "Your bells are too narrow: look for a one half in the exponent.",
        ),
        mistake(
            lambda x, w, m, s: _shares(_parts(x, m, 0 * s + np.mean(s)) * w[:, None]),
            "You use the same width for all components. Each has its own.",
        ),
        mistake(
            lambda x, w, m, s: np.log(_shares(_parts(x, m, s) * w[:, None])),
            "You return logarithms. Probabilities are asked for.",
        ),
    ],
    hints=[
        "The recipe is that of the posterior: likelihood times prior, divided by the "
        "sum "
        "over all latent values. Here these are the components.",
        "Make a table with a row for each component and a column for each number. For "
        "numbers far away from all means, work with logarithms and subtract the "
        "largest "
        "of each column.",
    ],
)
