"""Exercises and questions of page 18.4, families of diffusion models."""

from itertools import pairwise
from statistics import NormalDist

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
from udl.exercises.models import lines
from udl.exercises.seeded import dealt
from udl.fitting.ode_solvers import heun_step
from udl.generative.diffusion import ddim
from udl.generative.diffusion.encoder import diffused
from udl.generative.diffusion.noise_prediction import expected_noise
from udl.generative.normal_mixture import FOUR_NORMALS, distance, moments

_BETA = 0.01511


def _points(count, seed=0):
    return np.random.default_rng(seed).normal(size=count)


question(
    "18.4.1",
    title="Without training again",
    prompt="You have a trained model of page 18.3. Which of these can you change "
    "without training again?",
    choices=[
        choice(
            "The variance $\\beta$ of a step forward.",
            "Then $\\alpha_t$ changes, and the values at step $t$ hold another "
            "amount of noise than those that the model has seen.",
        ),
        choice(
            "The data: a step back is a step back.",
            "The average noise in a value depends on where the data are.",
        ),
        choice(
            "The way from $z_t$ to $z_{t-1}$, if every $z_t$ keeps its distribution.",
            "Yes. The training saw values with their noise, one step at a time.",
            right=True,
        ),
        choice(
            "Nothing: the model has learned the steps of one process.",
            "Look at what went into the training: was there ever a pair of neighbors?",
        ),
    ],
)


def _step(
    *,
    data=lambda z, e, a_t: (z - np.sqrt(1 - a_t) * e) / np.sqrt(a_t),
    signal=np.sqrt,
    old=lambda a_t, a_s, sigma: np.sqrt(1 - a_s - sigma**2),
    new=lambda sigma: sigma,
    draw=lambda epsilon: epsilon,
):
    """Make a step of the family with other parts."""

    def step(z_t, epsilon_hat, alpha_t, alpha_s, sigma, epsilon):
        z, e = np.asarray(z_t, dtype=float), np.asarray(epsilon_hat, dtype=float)
        x = data(z, e, alpha_t)
        fresh = new(sigma) * draw(np.asarray(epsilon, dtype=float))
        return signal(alpha_s) * x + old(alpha_t, alpha_s, sigma) * e + fresh

    return step


def _signal(z_t, epsilon_hat, alpha_t, alpha_s):
    x = (z_t - np.sqrt(1 - alpha_t) * np.asarray(epsilon_hat)) / np.sqrt(alpha_t)
    return np.sqrt(alpha_s) * x


def _models(steps):
    return lines(steps, 0.4)


_THERE = 0.05  # beta of the published cases


def _noise(T, n_samples):
    return np.random.default_rng(int(T)).normal(size=(int(T) + 1, int(n_samples)))


def _as_walk(step):
    """Turn a step into the published walk, with the alphas of its given lines."""

    def walk(model, T, sigma_t, n_samples):
        z = _noise(T, n_samples)
        for t in range(T, 0, -1):
            now, before = (1 - _THERE) ** (t + 1), (1 - _THERE) ** t
            guess = model[t - 1].predict(z[t])
            z[t - 1] = step(z[t], guess, now, before, sigma_t, z[t - 1])
        return z

    return walk


exercise(
    "18.4.2",
    title="A step of the family",
    stub=(
        "def ddim_step(z_t, epsilon_hat, alpha_t, alpha_s, sigma, epsilon):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "def ddim_step(z_t, epsilon_hat, alpha_t, alpha_s, sigma, epsilon):\n"
        "    x_hat = (z_t - np.sqrt(1 - alpha_t) * epsilon_hat) / np.sqrt(alpha_t)\n"
        "    old = np.sqrt(1 - alpha_s - sigma**2) * epsilon_hat\n"
        "    return np.sqrt(alpha_s) * x_hat + old + sigma * epsilon\n"
    ),
    published=published(
        "sample_ddim(model, T, sigma_t, n_samples)",
        provides={
            "np": lambda T, n_samples: dealt(_noise(T, n_samples)[::-1]),
            "beta": lambda: _THERE,
            "clear_output": lambda: lambda *_, **__: None,
            "display": lambda: lambda *_, **__: None,
        },
        reference=_as_walk(ddim.ddim_step),
        cases=[
            case(_models(3), 3, 0.1, 2),
            case(_models(10), 10, 0.001, 4),
            case(_models(1), 1, 0.2, 3),
        ],
        lifts=_as_walk,
    ),
    reference=ddim.ddim_step,
    cases=[
        case(
            np.array([1.0, -0.5, 2.0]), np.array([0.4, -1.0, 1.2]), 0.36, 0.64, 0.3,
            np.array([1.0, -2.0, 0.5]),
        ),
        case(_points(5, 1), _points(5, 2), 0.5, 0.51, 0.1, _points(5, 3)),
        case(_points(2, 4), _points(2, 5), 0.2, 0.9, 0.0, _points(2, 6)),
        case(np.array([2, -1, 0, 1]), np.array([1, 0, -2, 1]), 0.25, 0.75, 0.5,
             np.array([0, 1, 1, -1])),
        case(_points(4, 7), _points(4, 8), 0.04, 1.0, 0.0, _points(4, 9)),
        case(np.array([2, 0]), np.array([1, 3]), 0.64, 0.8, 0.2, np.array([-1, 2])),
        case(_points(3, 10), _points(3, 11), 0.3, 0.4, 0.77, _points(3, 12)),
    ],
    planted=[
        mistake(
            _step(old=lambda a_t, a_s, sigma: np.sqrt(1 - a_s - sigma)),
            "Variances add: which power of sigma is subtracted from 1 - alpha?",
        ),
        mistake(
            _step(old=lambda a_t, a_s, sigma: np.sqrt(1 - a_s)),
            "You add new noise and keep all the old: together that is too much. How "
            "much may the old have?",
        ),
        mistake(
            _step(old=lambda a_t, a_s, sigma: np.sqrt(1 - a_s) - sigma),
            "You subtract deviations. It is variances that add.",
        ),
        mistake(
            _step(old=lambda a_t, a_s, sigma: 1 - a_s - sigma**2),
            "The old noise has this variance. What multiplies a standard normal?",
        ),
        mistake(
            _step(old=lambda a_t, a_s, sigma: np.sqrt(1 - a_t - sigma**2)),
            "After the step, how much noise should there be? You take the alpha of "
            "where you come from.",
        ),
        mistake(
            _step(new=lambda sigma: 0 * sigma),
            "Where is the new noise?",
        ),
        mistake(
            _step(new=lambda sigma: sigma**2),
            "sigma is a standard deviation already.",
        ),
        mistake(
            _step(old=lambda a_t, a_s, sigma: 0),
            "Where is the old noise? Your result has too little of it.",
        ),
        mistake(
            _step(signal=lambda a_s: 1),
            "At the earlier step the data are still shrunk.",
        ),
        mistake(
            _step(signal=lambda a_s: a_s),
            "Data are multiplied by the root of alpha.",
        ),
        mistake(
            lambda z_t, epsilon_hat, alpha_t, alpha_s, sigma, epsilon: _step(
                signal=lambda a_s: np.sqrt(alpha_t)
            )(z_t, epsilon_hat, alpha_t, alpha_s, sigma, epsilon),
            "Your data part is shrunk as at the later step, and a step back undoes "
            "some of that.",
        ),
        mistake(
            _step(data=lambda z, e, a_t: z - np.sqrt(1 - a_t) * e),
            "What the data would be: you took the noise out, and left them shrunk.",
        ),
        mistake(
            _step(data=lambda z, e, a_t: (z - np.sqrt(1 - a_t) * e) / a_t),
            "What the data would be: they were shrunk by the root of alpha.",
        ),
        mistake(
            _step(data=lambda z, e, a_t: (z - (1 - a_t) * e) / np.sqrt(a_t)),
            "What the data would be: the noise was multiplied by a root.",
        ),
        mistake(
            _step(data=lambda z, e, a_t: (z + np.sqrt(1 - a_t) * e) / np.sqrt(a_t)),
            "You add the predicted noise. It is to be taken out.",
        ),
        mistake(
            _step(data=lambda z, e, a_t: z),
            "You take the values for the data. First take out the noise.",
        ),
        mistake(
            lambda z_t, epsilon_hat, alpha_t, alpha_s, sigma, epsilon: _step()(
                z_t, epsilon_hat, alpha_s, alpha_t, sigma, epsilon
            ),
            "The two alphas are exchanged.",
        ),
        mistake(
            _step(data=lambda z, e, a_t: z - np.sqrt(1 - a_t) * e / np.sqrt(a_t)),
            "Only the noise is divided by the root of alpha: are parentheses missing?",
        ),
        mistake(
            _step(
                data=lambda z, e, a_t: (z - (1 - a_t) * e) / a_t,
                signal=lambda a_s: a_s,
                old=lambda a_t, a_s, sigma: 1 - a_s - sigma**2,
            ),
            "No root anywhere: 1 - alpha is a variance. By what is a standard normal "
            "number multiplied to have it?",
        ),
        mistake(
            lambda z_t, epsilon_hat, alpha_t, alpha_s, sigma, epsilon: (
                _signal(z_t, epsilon_hat, alpha_t, alpha_s)
                + np.sqrt(1 - alpha_s - sigma**2) * epsilon
                + sigma * epsilon_hat
            ),
            "Which of the two noises was in the value before, and which is added? "
            "Yours have changed places.",
        ),
        mistake(
            lambda z_t, epsilon_hat, alpha_t, alpha_s, sigma, epsilon: (
                _signal(z_t, epsilon_hat, alpha_t, alpha_s)
                + np.sqrt(1 - alpha_s) * epsilon
            ),
            "All of your noise is new. Is there no old noise left, whatever sigma is?",
        ),
        mistake(
            lambda z_t, epsilon_hat, alpha_t, alpha_s, sigma, epsilon: (
                np.sqrt(alpha_s / alpha_t)
                * (z_t - (1 - alpha_t / alpha_s) / np.sqrt(1 - alpha_t) * epsilon_hat)
                + sigma * epsilon
            ),
            "This is the step of page 18.3. The old noise that it leaves does not "
            "depend on sigma.",
        ),
    ],
    hints=[
        "First the data, then {eq}`eq-18-4-step` term by term.",
        "`x_hat = (z_t - np.sqrt(1 - alpha_t) * epsilon_hat) / np.sqrt(alpha_t)`, and "
        "the old noise is multiplied by `np.sqrt(1 - alpha_s - sigma**2)`.",
    ],
)  # fmt: skip

question(
    "18.4.3",
    title="What is left for the old noise",
    prompt="You go from a step with $\\alpha_t = 0.5$ to one with "
    "$\\alpha_s = 0.64$ and add new noise of standard deviation $\\sigma = 0.3$. By "
    "which number is the old noise multiplied?",
    answer=number(
        0.519615,
        0.001,
        "Yes: $0.36 = 0.27 + 0.09$, and $\\sqrt{0.27}$ multiplies the old noise.",
    ),
    near=[
        number(0.244949, 0.001, "You subtracted $\\sigma$. Variances add."),
        number(0.27, 0.001, "This is a variance. What multiplies the noise?"),
        number(0.6, 0.001, "Together with the new noise that is too much."),
        number(0.3, 0.001, "You subtracted deviations from each other. Variances add."),
        number(0.670820, 0.001, "The new noise takes its variance from the old one."),
        number(0.640312, 0.001, "How much noise should there be *after* the step?"),
    ],
    otherwise="After the step the noise has the variance $1-\\alpha_s$. How much of it "
    "is new?",
)

question(
    "18.4.4",
    title="Twice without noise",
    prompt="You sample with $\\sigma = 0$, and then a second time. Each time, the "
    "start $z_{100}$ is drawn. What is the same in both runs?",
    choices=[
        choice(
            "The samples: without noise there is nothing random.",
            "There is one thing that is still drawn.",
        ),
        choice(
            "The distribution of the samples, not the samples.",
            "Yes. A start has one end; but the starts are drawn.",
            right=True,
        ),
        choice(
            "Nothing. Without noise the samples are not a distribution.",
            "The starts are spread out, and so are the ends.",
        ),
        choice(
            "The samples in the bumps, but not those between them.",
            "An end depends on its start alone, wherever that is.",
        ),
    ],
)


def _fast(
    *,
    leave=lambda t, s: t,
    land=lambda t, s: s,
    model=lambda t, s: t,
    old=lambda a_s: np.sqrt(1 - a_s),
    last=lambda times: times,
):
    """Make jumps that land elsewhere, or ask another model."""

    def jumps(models, beta, times, start):
        z = np.asarray(start, dtype=float)
        for t, s in pairwise(last(list(times))):
            here, there = (1 - beta) ** leave(t, s), (1 - beta) ** land(t, s)
            e = models[model(t, s) - 1].predict(z)
            x = (z - np.sqrt(1 - here) * e) / np.sqrt(here)
            z = np.sqrt(there) * x + old(there) * e
        return z

    return jumps


exercise(
    "18.4.5",
    title="Longer jumps",
    stub=(
        "def sample_fast(model, beta, times, z):\n"
        "    for n in range(1, len(times)):\n"
        "        t = times[n - 1]\n"
        "        alpha_t, alpha_s = (1 - beta) ** t, (1 - beta) ** (t - 1)\n"
        "        epsilon_hat = model[t - 1].predict(z)\n"
        "        x_hat = (z - np.sqrt(1 - alpha_t) * epsilon_hat) / np.sqrt(alpha_t)\n"
        "        z = np.sqrt(alpha_s) * x_hat + np.sqrt(1 - alpha_s) * epsilon_hat\n"
        "    return z\n"
    ),
    solution=(
        "def sample_fast(model, beta, times, z):\n"
        "    for n in range(1, len(times)):\n"
        "        t, s = times[n - 1], times[n]\n"
        "        alpha_t, alpha_s = (1 - beta) ** t, (1 - beta) ** s\n"
        "        epsilon_hat = model[t - 1].predict(z)\n"
        "        x_hat = (z - np.sqrt(1 - alpha_t) * epsilon_hat) / np.sqrt(alpha_t)\n"
        "        z = np.sqrt(alpha_s) * x_hat + np.sqrt(1 - alpha_s) * epsilon_hat\n"
        "    return z\n"
    ),
    reference=ddim.sample_fast,
    equivalent={
        "the result has the first argument's type": "a list is an array as well",
    },
    cases=[
        case(_models(6), 0.2, [6, 3, 0], np.array([1.0, -0.5])),
        case(_models(9), 0.05, [9, 8, 5, 1, 0], _points(4, 1)),
        case(_models(20), 0.1, [20, 0], _points(3, 2)),
        case(_models(4), 0.36, [4, 3, 2, 1, 0], np.array([2, -1, 0])),
        case(_models(7), 0.1, [5, 2], _points(5, 3)),
    ],
    planted=[
        mistake(
            _fast(land=lambda t, s: s - 1 if s else 0),
            "You land one step farther than the next model expects.",
        ),
        mistake(
            _fast(land=lambda t, s: s - 1),
            "You land one step too far: the last jump would go beyond the data.",
        ),
        mistake(
            _fast(land=lambda t, s: s + 1),
            "You land one step before the one where you go on.",
        ),
        mistake(
            _fast(model=lambda t, s: s + 1),
            "Which model knows the noise in a value at step t?",
        ),
        mistake(
            _fast(model=lambda t, s: t - 1),
            "Which model knows the noise in a value at step t? The list is counted "
            "from 0.",
        ),
        mistake(
            _fast(land=lambda t, s: 0),
            "Each of your jumps leads to the data, and the next model takes them for "
            "values at step s.",
        ),
        mistake(
            _fast(old=lambda a_s: 0),
            "The old noise is gone: after a jump there should still be some.",
        ),
        mistake(
            _fast(last=lambda times: times[:-1]),
            "The last jump is missing.",
        ),
        mistake(
            _fast(last=lambda times: [times[-1], *times]),
            "Your first jump goes from the last of the steps to the first: "
            "`times[-1]` is the last.",
        ),
        mistake(
            _fast(model=lambda t, s: t + 1),
            "The list is counted from 0: which place in it has the model of step t?",
        ),
        mistake(
            _fast(model=lambda t, s: s),
            "You ask the model of the step where you will land. At which step are the "
            "values that you show it?",
        ),
        mistake(
            lambda model, beta, times, z: _fast(
                model=lambda t, s: list(times).index(t) + 1
            )(model, beta, times, z),
            "`model` has an entry for every step, not for every jump: which of them "
            "knows the noise at step t?",
        ),
        mistake(
            lambda model, beta, times, z: _fast(
                land=lambda t, s: t - (times[0] - times[1])
            )(model, beta, times, z),
            "You take all jumps to be as long as the first.",
        ),
        mistake(
            _fast(land=lambda t, s: t - 20),
            "The jumps of `times` need not be 20 steps long.",
        ),
        mistake(
            _fast(land=lambda t, s: t - s),
            "This is the length of the jump. Where does it end?",
        ),
        mistake(
            _fast(leave=lambda t, s: s, model=lambda t, s: s, land=lambda t, s: s - 1),
            "A jump starts at `times[n - 1]`. You start where it should end.",
        ),
        mistake(
            _fast(last=lambda times: range(times[0], times[-1] - 1, -1)),
            "You visit every step on the way. Only those of `times` should be visited.",
        ),
    ],
    hints=[
        "After a jump from 100 to 80, which alpha describes where you are?",
        "After its jump the walk is at step `times[n]`. Which step does `alpha_s` "
        "belong to?",
    ],
)

_START = np.array([NormalDist().inv_cdf((n + 0.5) / 2001) for n in range(2001)])
_EVEN = [100, 88, 75, 62, 50, 38, 25, 12, 0]
_GOOD = [100, 77, 56, 39, 25, 14, 6, 2, 0]


def _off(times):
    mean, variance = moments(diffused(FOUR_NORMALS, 100, _BETA))
    z = mean + np.sqrt(variance) * _START
    for t, s in pairwise(times):
        here, there = (1 - _BETA) ** t, (1 - _BETA) ** s
        e = expected_noise(FOUR_NORMALS, z, t, _BETA)
        z = ddim.ddim_step(z, e, here, there, 0.0, 0.0)
    return distance(FOUR_NORMALS, z)


def _lands_well(result):
    times = np.asarray(result, dtype=float)
    if times.ndim != 1 or len(times) < 2 or np.any(times != np.round(times)):
        return "A list of whole numbers is expected, from 100 to 0."
    if times[0] != 100 or times[-1] != 0:
        return "It should begin with 100 and end with 0."
    if np.any(np.diff(times) >= 0):
        return "Each number should be smaller than the one before."
    if len(times) > 9:
        return f"These are {len(times) - 1} jumps; eight are allowed."
    off = _off(times.astype(int).tolist())
    return off <= 0.06 or f"With your jumps the distance is {off:.3f}."


exercise(
    "18.4.6",
    title="Where to land",
    stub=f"def times():\n    return {_EVEN}\n",
    solution=(
        "def times():\n"
        "    return [round(100 * (k / 8) ** 2) for k in range(8, -1, -1)]\n"
    ),
    reference=lambda: np.array(_GOOD),
    accept=_lands_well,
    cases=[case()],
    planted=[
        mistake(
            lambda: np.array([100 - t for t in _GOOD[::-1]]),
            "Your jumps are short in the noise and long near the data. Where do the "
            "walks bend?",
        ),
        mistake(
            lambda: np.array([100, 50, 25, 12, 6, 3, 2, 1, 0]),
            "A bold idea: but now the first jumps are too long.",
        ),
        mistake(
            lambda: np.array([100, 80, 60, 40, 20, 0]),
            "Even jumps, and fewer than allowed.",
        ),
        mistake(
            lambda: np.array([100, 87, 75, 62, 50, 37, 25, 12, 0]),
            "These are still even jumps.",
        ),
        mistake(
            lambda: np.array([100, 8, 7, 6, 5, 4, 3, 2, 0]),
            "Nearly the whole way in a single jump: it ends among averages.",
        ),
    ],
    hints=[
        "Look at the walks without noise in the first figure: where are they straight, "
        "and where do they bend?",
        "Squares work well: for `k` from 8 down to 0, `round(100 * (k / 8) ** 2)`.",
    ],
)


def _two(y, tau_t, tau_s, noise_at):
    step = tau_s - tau_t
    first = noise_at(y, tau_t)
    return step, first, y + step * first


def _heun(combine):
    """Make a step that uses the first slope, the try and the second slope otherwise."""

    def step(y, tau_t, tau_s, noise_at):
        y = np.asarray(y, dtype=float)
        length, first, tried = _two(y, tau_t, tau_s, noise_at)
        return combine(y, length, first, tried, lambda at: noise_at(at, tau_s))

    return step


def _bent(y, tau):
    return np.sin(y) + 0.5 * tau**2


def _steep(y, tau):
    return 0.3 * np.asarray(y) * tau + 1


exercise(
    "18.4.7",
    title="Heun's method",
    stub="def heun_step(y, tau_t, tau_s, noise_at):\n    ...  # your code\n",
    solution=(
        "def heun_step(y, tau_t, tau_s, noise_at):\n"
        "    slope = noise_at(y, tau_t)\n"
        "    tried = y + (tau_s - tau_t) * slope\n"
        "    return y + (tau_s - tau_t) * (slope + noise_at(tried, tau_s)) / 2\n"
    ),
    reference=lambda y, tau_t, tau_s, noise_at: heun_step(
        lambda tau, y: noise_at(y, tau), tau_t, y, tau_s - tau_t
    ),
    cases=[
        case(np.array([1.0, -0.5]), 2.0, 1.2, _bent),
        case(_points(4, 1), 1.5, 1.4, _steep),
        case(np.array([2, 0, -1]), 3, 1, _steep),
        case(_points(5, 2), 0.9, 0.0, _bent),
        case(0.4, 1.1, 0.3, _bent),
        case(2, 1.1, 0.3, _steep),
    ],
    planted=[
        mistake(
            _heun(lambda y, h, first, tried, slope: tried),
            "This is Euler's step. It was only the try.",
        ),
        mistake(
            _heun(lambda y, h, first, tried, slope: y + h * slope(tried)),
            "You go with the second slope alone. Take the average of both.",
        ),
        mistake(
            _heun(
                lambda y, h, first, tried, slope: tried + h * (first + slope(tried)) / 2
            ),
            "You go on from the try. The real step starts again at y.",
        ),
        mistake(
            _heun(lambda y, h, first, tried, slope: y + h * (first + slope(y)) / 2),
            "The second slope is to be taken where the try arrives.",
        ),
        mistake(
            _heun(lambda y, h, first, tried, slope: y + h * (first + slope(tried))),
            "You add the slopes. What is their average?",
        ),
        mistake(
            _heun(
                lambda y, h, first, tried, slope: (
                    y - h * (first + slope(y - h * first)) / 2
                )
            ),
            "You go the wrong way: the ratio falls, and the step is negative.",
        ),
        mistake(
            lambda y, tau_t, tau_s, noise_at: (
                y
                + (tau_s - tau_t)
                * (
                    noise_at(y, tau_t)
                    + noise_at(_two(y, tau_t, tau_s, noise_at)[2], tau_t)
                )
                / 2
            ),
            "Where the try arrives the ratio is tau_s.",
        ),
        mistake(
            lambda y, tau_t, tau_s, noise_at: (
                y
                + (tau_s - tau_t)
                * noise_at(
                    y + (tau_s - tau_t) / 2 * noise_at(y, tau_t), (tau_s + tau_t) / 2
                )
            ),
            "That is the midpoint method, as good as Heun's. Here, the slopes at both "
            "ends are averaged.",
        ),
        mistake(
            lambda y, tau_t, tau_s, noise_at: (
                _two(y, tau_t, (tau_t + tau_s) / 2, noise_at)[2]
                + (tau_s - tau_t)
                / 2
                * noise_at(
                    _two(y, tau_t, (tau_t + tau_s) / 2, noise_at)[2],
                    (tau_t + tau_s) / 2,
                )
            ),
            "These are two steps of Euler, each of half the length. A try goes all "
            "the way.",
        ),
        mistake(
            _heun(lambda y, h, first, tried, slope: y - h * (first + slope(tried)) / 2),
            "Your try goes one way and your step the other.",
        ),
        mistake(
            lambda y, tau_t, tau_s, noise_at: (
                y
                + (
                    noise_at(y, tau_t)
                    + noise_at(np.asarray(y) + noise_at(y, tau_t), tau_s)
                )
                / 2
            ),
            "You add slopes to a value. How far do you go along them?",
        ),
        mistake(
            _heun(
                lambda y, h, first, tried, slope: y + h * (first + slope(y + first)) / 2
            ),
            "For your try you add a slope to a value. How far do you go along it?",
        ),
        mistake(
            _heun(lambda y, h, first, tried, slope: y + (first + slope(tried)) / 2),
            "You add a slope to a value. How far do you go along it?",
        ),
        mistake(
            _heun(lambda y, h, first, tried, slope: (first + slope(tried)) / 2),
            "This is the average slope. Where does it lead, from y?",
        ),
        mistake(
            _heun(lambda y, h, first, tried, slope: tried + h / 2 * slope(tried)),
            "You go the whole way along the first slope, and then half of it along the "
            "second.",
        ),
        mistake(
            _heun(lambda y, h, first, tried, slope: tried + slope(tried) / 2),
            "Only the second slope is halved, and only the first is multiplied by the "
            "length: are parentheses missing?",
        ),
    ],
    hints=[
        "First Euler's step, as a try. Which slope is there, and with which ratio?",
        "`tried = y + (tau_s - tau_t) * noise_at(y, tau_t)`, and then the step with "
        "the average of `noise_at(y, tau_t)` and `noise_at(tried, tau_s)`.",
    ],
)
