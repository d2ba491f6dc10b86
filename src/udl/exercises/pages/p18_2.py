"""Exercises and questions of page 18.2, a diffusion model in one dimension."""

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
from udl.generative.diffusion import reverse
from udl.generative.diffusion.encoder import (
    bit_kernel,
    diffuse_one_step,
    diffused,
    diffusion_kernel,
)
from udl.generative.normal_mixture import FOUR_NORMALS, distance, moments

_BETA = 0.01511


def _points(count, seed=0):
    return np.random.default_rng(seed).normal(size=count)


def _conditional(
    *,
    of_z=lambda b, a1, a: (1 - a1) / (1 - a) * np.sqrt(1 - b),
    of_x=lambda b, a1, a: np.sqrt(a1) * b / (1 - a),
    std=lambda b, a1, a: np.sqrt(b * (1 - a1) / (1 - a)),
    times=lambda t: (t - 1, t),
):
    """Make the mean and spread of the step back with other factors."""

    def conditional(x, z_t, t, beta):
        b, (early, late) = float(beta), times(t)
        a1, a = (1 - b) ** early, (1 - b) ** late
        mean = of_z(b, a1, a) * np.asarray(z_t) + of_x(b, a1, a) * np.asarray(x)
        return mean, std(b, a1, a)

    return conditional


def _powers_of_beta(x, z_t, t, beta):
    early, late = 1 - beta ** (t - 1), 1 - beta**t
    of_z = (1 - early) / (1 - late) * np.sqrt(1 - beta)
    of_x = np.sqrt(early) * beta / (1 - late)
    mean = of_z * np.asarray(z_t) + of_x * np.asarray(x)
    return mean, np.sqrt(beta * (1 - early) / (1 - late))


question(
    "18.2.1",
    title="Two witnesses",
    prompt="After 100 steps you know both the data $x$ and the noisy value $z_{100}$. "
    "Which of them says more about $z_{99}$?",
    choices=[
        choice(
            "$x$: it has no noise in it.",
            "It has none, but 99 steps of noise came after it. Only one step is "
            "between $z_{99}$ and $z_{100}$.",
        ),
        choice(
            "$z_{100}$: it is a single step away.",
            "Yes, by far. You will see its weight as soon as we have the formula.",
            right=True,
        ),
        choice(
            "Both the same: without either of them nothing is known.",
            "Think of the time between them: one step on one side, 99 on the other.",
        ),
        choice(
            "$x$, as $z_{99}$ was made from $x$ and $z_{100}$ had not happened yet.",
            "What came later can still testify: it was made from $z_{99}$.",
        ),
    ],
)

exercise(
    "18.2.2",
    title="The conditional diffusion distribution",
    stub=(
        "def conditional_diffusion_distribution(x, z_t, t, beta):\n"
        "    ...  # your code\n"
        "    return mean, std\n"
    ),
    solution=(
        "def conditional_diffusion_distribution(x, z_t, t, beta):\n"
        "    before, now = (1 - beta) ** (t - 1), (1 - beta) ** t\n"
        "    mean = ((1 - before) * np.sqrt(1 - beta) * z_t\n"
        "            + np.sqrt(before) * beta * x) / (1 - now)\n"
        "    return mean, np.sqrt(beta * (1 - before) / (1 - now))\n"
    ),
    published=published("conditional_diffusion_distribution(x, z_t, t, beta)"),
    parts=["mean", "std"],
    equivalent={
        "the result has the first argument's type": "numbers in an array are as good",
    },
    reference=lambda x, z_t, t, beta: reverse.posterior(x, z_t, t, beta),
    cases=[
        case(np.array([2.0, -1.0, 0.5]), np.array([1.0, 0.3, -0.7]), 2, 0.36),
        case(_points(4, 1), _points(4, 2), 40, _BETA),
        case(np.array([1.5, -2.0]), np.array([0.2, 3.0]), 1, 0.19),
        case(np.array([1, -3, 2, 0]), np.array([2, 1, -1, 0]), 3, 0.5),
        case(_points(5, 3), _points(5, 4), 100, _BETA),
        case(np.array([2, 5]), np.array([-1, 3]), 3, 0.5),
        case(_points(3, 5), _points(3, 6), 6, 0.1),
    ],
    planted=[
        mistake(
            _conditional(std=lambda b, a1, a: b * (1 - a1) / (1 - a)),
            "Your spread is the variance. Simulate pairs forward, and compare the "
            "spread of z_(t-1) among those with nearly the same z_t.",
        ),
        mistake(
            _conditional(times=lambda t: (t, t)),
            "Put t = 1: z_0 is x itself. What must mean and std be? Here they are not, "
            "since alpha of step t stands where that of step t - 1 belongs.",
        ),
        mistake(
            _conditional(times=lambda t: (t, t + 1)),
            "Put t = 1: z_0 is x itself. Your powers of 1 - beta are one step late.",
        ),
        mistake(
            _conditional(times=lambda t: (max(t - 2, 0), max(t - 1, 1))),
            "Your powers of 1 - beta are one step early.",
        ),
        mistake(
            _conditional(
                of_z=lambda b, a1, a: np.sqrt(a1) * b / (1 - a),
                of_x=lambda b, a1, a: (1 - a1) / (1 - a) * np.sqrt(1 - b),
            ),
            "Late in the process, which of the two knows more about z_(t-1)? Your "
            "weights are exchanged.",
        ),
        mistake(
            _conditional(of_x=lambda b, a1, a: np.sqrt(a1) / (1 - a)),
            "Put t = 1: z_0 is x itself, and your mean is x divided by beta.",
        ),
        mistake(
            _conditional(of_x=lambda b, a1, a: a1 * b / (1 - a)),
            "The weight of x has a root in it.",
        ),
        mistake(
            _conditional(of_z=lambda b, a1, a: (1 - a1) / (1 - a) * (1 - b)),
            "The weight of z_t has a root in it.",
        ),
        mistake(
            _conditional(of_z=lambda b, a1, a: (1 - a1) / (1 - a)),
            "A step shrinks: to go back from z_t, what does its weight lack?",
        ),
        mistake(
            _conditional(of_z=lambda b, a1, a: 1 - np.sqrt(a1) * b / (1 - a)),
            "Your weights add up to one. These do not have to: a step shrinks values.",
        ),
        mistake(
            _conditional(of_x=lambda b, a1, a: 1 - (1 - a1) / (1 - a) * np.sqrt(1 - b)),
            "Your weights add up to one. These do not have to: x was there before any "
            "shrinking, and it enters as root of alpha times x.",
        ),
        mistake(
            _conditional(
                of_z=lambda b, a1, a: (
                    (1 - a) / (1 - a1) * np.sqrt(1 - b) if a1 < 1 else np.inf
                )
            ),
            "A ratio is upside down: at t = 1 it would divide by zero.",
        ),
        mistake(
            _conditional(std=lambda b, a1, a: np.sqrt(b)),
            "Your std is that of a step forward. Knowing x as well makes you surer.",
        ),
        mistake(
            _conditional(std=lambda b, a1, a: np.sqrt((1 - a1) / (1 - a))),
            "The variance lacks a factor: for a tiny beta a step back has hardly any "
            "spread.",
        ),
        mistake(
            _conditional(std=lambda b, a1, a: np.sqrt(b) * (1 - a1) / (1 - a)),
            "Your std is the root of a part of the variance, times the rest.",
        ),
        mistake(
            _conditional(
                std=lambda b, a1, a: np.sqrt(b * (1 - a) / (1 - a1)) if a1 < 1 else 0.0
            ),
            "Your std is larger than that of a step forward. Knowing x as well makes "
            "you surer: is a ratio upside down?",
        ),
        mistake(
            _conditional(of_x=lambda b, a1, a: np.sqrt(a) * b / (1 - a)),
            "Put t = 1: z_0 is x itself, and your mean is a little less. Which alpha "
            "is under the root?",
        ),
        mistake(
            _conditional(of_x=lambda b, a1, a: np.sqrt(a1 * b) / (1 - a)),
            "Put t = 1: z_0 is x itself, and your mean is more. What is under the "
            "root, and what is not?",
        ),
        mistake(
            _conditional(
                of_z=lambda b, a1, a: 0.0,
                of_x=lambda b, a1, a: np.sqrt(a1),
                std=lambda b, a1, a: np.sqrt(1 - a1),
            ),
            "This is the kernel of step t - 1: you did not ask the second witness, "
            "z_t.",
        ),
        mistake(
            lambda x, z_t, t, beta: (
                np.asarray(z_t) / np.sqrt(1 - beta),
                np.sqrt(beta / (1 - beta)),
            ),
            "You turn the last step around: you did not ask the first witness, x.",
        ),
        mistake(
            lambda x, z_t, t, beta: (
                _conditional()(x, z_t, t, beta)
                if t > 1
                else (np.nan * np.asarray(x), 0.0)
            ),
            "Your formula divides by 1 - alpha_0, which is 0 at t = 1.",
        ),
        mistake(
            _powers_of_beta,
            "alpha_t is the product of the factors of t steps. Which number is raised "
            "to the power t?",
        ),
    ],
    hints=[
        "Give the two alphas names, and put in $t=1$: what must come out?",
        "With `before = (1 - beta) ** (t - 1)` and `now = (1 - beta) ** t`, the std is "
        "`np.sqrt(beta * (1 - before) / (1 - now))`; both terms of the mean are "
        "divided by `1 - now`.",
    ],
)

question(
    "18.2.3",
    title="Two different steps",
    prompt="The derivation also works if each step has its own $\\beta$. Take "
    "$\\beta_1=0.2$ and $\\beta_2=0.5$. What is the **variance** of $z_1$, given $x$ "
    "and $z_2$?",
    answer=number(
        1 / 6,
        0.001,
        "Yes. The precisions add: $0.5/0.5 + 1/0.2 = 6$.",
    ),
    near=[
        number(0.408248, 0.001, "This is the standard deviation."),
        number(0.2, 0.0005, "This is the variance before $z_2$ is seen."),
        number(0.5, 0.001, "This is the variance of the last step alone."),
        number(
            6,
            0.01,
            "These are the two precisions, added. What is a precision one over?",
        ),
        number(
            0.7, 0.001, "You added variances. Two witnesses make you surer, not less."
        ),
        number(
            0.1429,
            0.0006,
            "You added $1/0.5 + 1/0.2$. The step shrinks $z_1$ before it adds noise: "
            "what multiplies $z_1^2$ in its exponent?",
        ),
        number(
            1 / 15,
            0.001,
            "You took $\\beta_1$ for the step from $z_1$ to $z_2$.",
        ),
        number(
            2 / 3,
            0.001,
            "How much variance does $z_1$ have if only $x$ is known?",
        ),
        number(0.25, 0.001, "Is $\\alpha_2$ the variance at step 2, or the rest?"),
        number(
            1 / 3,
            0.001,
            "The first step has a $\\beta$ of its own. What are $\\alpha_1$ and "
            "$\\alpha_2$ then?",
        ),
        number(
            2 / 15,
            0.001,
            "The two steps shrink by different factors, and $\\alpha_2$ has both.",
        ),
        number(
            0.1, 0.001, "You multiplied the variances. This still lacks a denominator."
        ),
    ],
    otherwise="Write both exponents. What multiplies $-\\frac12 z_1^2$ in each?",
)

question(
    "18.2.4",
    title="The variance of the model",
    prompt="You double $\\sigma$, the same at each step. What happens to the tables "
    "$f_t$ that make the bound largest?",
    choices=[
        choice(
            "They are divided by 4.",
            "The squares are divided by $4$, all of them. Where is their minimum then?",
        ),
        choice(
            "Nothing. Each square is multiplied by the same number.",
            "Yes. $\\sigma$ scales the squares of a step, and the minimum stays where "
            "it is. We can choose it after training.",
            right=True,
        ),
        choice(
            "They move closer to zero, since the model is less sure.",
            "How sure the model is says nothing of where the middle is.",
        ),
        choice(
            "They can no longer be found by least squares.",
            "The part with $f$ is still a square, with another number in front.",
        ),
    ],
)


def _bins(place, targets, bins):
    counts = np.bincount(place, minlength=bins)
    return np.bincount(place, targets, minlength=bins) / counts


def _last_in_each(place, targets, bins):
    means = np.zeros(bins)
    means[np.asarray(place)] = np.asarray(targets)
    return means


def _in_each(summary):
    return lambda place, targets, bins: np.array(
        [summary(np.asarray(targets)[np.asarray(place) == k]) for k in range(bins)]
    )


def _halved_again(place, targets, bins):
    means = np.zeros(bins)
    for k, target in zip(place, targets, strict=True):
        means[k] = (means[k] + target) / 2
    return means


def _examples(count, bins, seed):
    rng = np.random.default_rng(seed)
    place = rng.permutation(np.arange(count) % bins)
    return case(place, rng.normal(size=count), bins)


exercise(
    "18.2.5",
    title="The mean in each bin",
    stub="def bin_means(place, targets, bins):\n    ...  # your code\n",
    solution=(
        "def bin_means(place, targets, bins):\n"
        "    sums = np.bincount(place, targets, minlength=bins)\n"
        "    return sums / np.bincount(place, minlength=bins)\n"
    ),
    reference=_bins,
    cases=[
        case(np.array([0, 2, 1, 0, 0]), np.array([1.0, 5.0, -2.0, 3.0, 8.0]), 3),
        _examples(40, 7, 0),
        case(np.array([1, 1, 0, 1]), np.array([4, 1, 2, 2]), 2),
        _examples(500, 50, 1),
        case(np.array([0, 0, 0]), np.array([0.5, 1.5, 7.0]), 1),
    ],
    planted=[
        mistake(
            lambda place, targets, bins: np.bincount(place, targets, minlength=bins),
            "These are sums. How many examples are in each bin?",
        ),
        mistake(
            lambda place, targets, bins: (
                np.bincount(place, targets, minlength=bins) / len(place)
            ),
            "You divide by the number of all examples, not of those in the bin.",
        ),
        mistake(
            lambda place, targets, bins: (
                np.bincount(place, targets, minlength=bins) / bins
            ),
            "You divide by the number of bins. How many examples are in each?",
        ),
        mistake(
            _last_in_each,
            "The last example of a bin has overwritten the others.",
        ),
        mistake(
            lambda place, targets, bins: _last_in_each(
                np.asarray(place)[::-1], np.asarray(targets)[::-1], bins
            ),
            "This is the first example of each bin. Take all of them.",
        ),
        mistake(
            _in_each(np.median),
            "This is the median. Which summary minimizes the sum of squares?",
        ),
        mistake(
            lambda place, targets, bins: np.bincount(place, minlength=bins),
            "You count the examples. What is the average of their targets?",
        ),
        mistake(
            lambda place, targets, bins: _in_each(np.mean)(
                np.clip(np.asarray(place) - 1, 0, None), targets, bins
            ),
            "The bins are counted from 0.",
        ),
        mistake(
            lambda place, targets, bins: np.append(
                _bins(place, targets, bins)[1:], np.nan
            ),
            "The bins are counted from 0, and the last one is `bins - 1`.",
        ),
        mistake(
            lambda place, targets, bins: _bins(place, targets, bins)[:-1],
            "The last bin is missing.",
        ),
        mistake(
            lambda place, targets, bins: np.full(bins, np.mean(targets)),
            "Every bin has the average of all targets. Which of them fell into it?",
        ),
        mistake(
            lambda place, targets, bins: np.array(targets[:bins]),
            "You look up example k for bin k. `place` says which bin an example is in.",
        ),
        mistake(
            _halved_again,
            "Half of what was there and half of what comes: that way the first "
            "examples of a bin hardly count, and the zero at the start does.",
        ),
        mistake(
            lambda place, targets, bins: _bins(place, targets, bins)[np.asarray(place)],
            "A value for each example has come out. The table has one for each bin.",
        ),
    ],
    hints=[
        "A sum over the examples of each bin, and how many there are.",
        "`np.bincount(place, targets, minlength=bins)` adds up the targets of each "
        "bin; without `targets` it counts.",
    ],
)


def _pairs(
    before=lambda t: t - 1,
    after=diffuse_one_step,
    *,
    first=lambda e_1, e_2: e_1,
    second=lambda e_1, e_2: e_2,
):
    def pairs(x, t, beta, e_1, e_2):
        mean, std = diffusion_kernel(x, before(t), beta)
        z = mean + std * np.asarray(first(e_1, e_2))
        return z, after(z, beta, np.asarray(second(e_1, e_2)))

    return pairs


def _separate(second):
    def pairs(x, t, beta, e_1, e_2):
        both = []
        for steps, e in ((t - 1, e_1), (t, second(e_1, e_2))):
            mean, std = diffusion_kernel(x, steps, beta)
            both.append(mean + std * np.asarray(e))
        return tuple(both)

    return pairs


exercise(
    "18.2.6",
    title="Two points of one path",
    stub=(
        "def training_pairs(x, t, beta, e_1, e_2):\n"
        "    alpha_1, alpha_2 = (1 - beta) ** (t - 1), (1 - beta) ** t\n"
        "    before = np.sqrt(alpha_1) * x + np.sqrt(1 - alpha_1) * e_1\n"
        "    now = np.sqrt(alpha_2) * x + np.sqrt(1 - alpha_2) * e_2\n"
        "    return before, now\n"
    ),
    solution=(
        "def training_pairs(x, t, beta, e_1, e_2):\n"
        "    alpha = (1 - beta) ** (t - 1)\n"
        "    before = np.sqrt(alpha) * x + np.sqrt(1 - alpha) * e_1\n"
        "    now = np.sqrt(1 - beta) * before + np.sqrt(beta) * e_2\n"
        "    return before, now\n"
    ),
    parts=["before", "now"],
    reference=_pairs(),
    cases=[
        case(np.array([2.0, -1.0]), 3, 0.36, np.array([0.5, -1.2]), np.array([1.0, 2])),
        case(_points(4, 1), 40, _BETA, _points(4, 2), _points(4, 3)),
        case(np.array([1, 3, -2]), 1, 0.19, np.array([1, 0, -2]), np.array([0, 2, 1])),
        case(_points(5, 4), 7, 0.5, _points(5, 5), _points(5, 6)),
        case(_points(1, 7), 2, 0.1, _points(1, 8), _points(1, 9)),
    ],
    planted=[
        mistake(
            _separate(lambda e_1, e_2: e_1),
            "With the same noise in both, the step between them has no noise of its "
            "own.",
        ),
        mistake(
            _pairs(second=lambda e_1, e_2: e_1),
            "The step forward needs noise of its own, e_2.",
        ),
        mistake(
            _pairs(before=lambda t: t),
            "Here the first value has made t steps already, and the second t + 1.",
        ),
        mistake(
            _pairs(after=lambda z, b, e: z + np.sqrt(b) * e),
            "A step also shrinks.",
        ),
        mistake(
            _pairs(after=lambda z, b, e: np.sqrt(1 - b) * z + b * e),
            "beta is a variance: what multiplies a standard normal?",
        ),
        mistake(
            _pairs(after=lambda z, b, e: (1 - b) * z + b * e),
            "In a step, values and noise are both multiplied by roots.",
        ),
        mistake(
            _pairs(after=lambda z, b, e: np.sqrt(b) * z + np.sqrt(1 - b) * e),
            "For a small beta your step keeps next to nothing of the value.",
        ),
        mistake(
            lambda x, t, beta, e_1, e_2: _pairs(
                after=lambda z, b, e: (
                    np.sqrt((1 - b) ** t) * z + np.sqrt(1 - (1 - b) ** t) * e
                )
            )(x, t, beta, e_1, e_2),
            "From z_(t-1) to z_t it is one step. You make t of them.",
        ),
        mistake(
            lambda x, t, beta, e_1, e_2: _pairs(
                after=lambda z, b, e: np.sqrt(1 - b) * z + np.sqrt(1 - (1 - b) ** t) * e
            )(x, t, beta, e_1, e_2),
            "Your step shrinks once and adds the noise of all t steps.",
        ),
        mistake(
            lambda x, t, beta, e_1, e_2: (
                _pairs()(x, t, beta, e_1, e_2)[0],
                _separate(np.add)(x, t, beta, e_1, e_2)[1],
            ),
            "Both noises come with the same weight. The older one has been shrunk "
            "since.",
        ),
        mistake(
            lambda x, t, beta, e_1, e_2: _pairs()(x, t, beta, e_1, e_2)[::-1],
            "The value before comes first, then the one that it became.",
        ),
        mistake(
            lambda x, t, beta, e_1, e_2: (
                _separate(lambda e_1, e_2: e_2)(x, t, beta, e_1, e_2)[0],
                diffuse_one_step(x, beta, e_2),
            ),
            "Your step starts at the data. It should start where the first value is.",
        ),
    ],
    hints=[
        "If you know $z_{t-1}$, how far can $z_t$ be from it? And how far is it in "
        "this program?",
        "`before` is right. `now` is a step from there: "
        "`np.sqrt(1 - beta) * before + np.sqrt(beta) * e_2`.",
    ],
)

question(
    "18.2.7",
    title="Without noise",
    prompt="Suppose you leave the noise out: $\\sigma=0$, and each step back is only "
    "the average. What will the samples look like?",
    choices=[
        choice(
            "As they should, since the noise has mean 0.",
            "A mean of 0 does not make it harmless: it also keeps the values apart.",
        ),
        choice(
            "Too narrow: step by step, the averages draw them together.",
            "Yes. Each average leaves out the spread of what is possible. You can "
            "move $\\sigma$ in a figure below.",
            right=True,
        ),
        choice(
            "Sharper: four thin spikes with the right weights.",
            "Thin they are. But the averages pull toward the crowd, and a small bump "
            "far out loses its share.",
        ),
        choice(
            "Too wide: nothing stops them from running away.",
            "Averages pull toward where values are likely.",
        ),
    ],
)


def _models(steps):
    return lines(steps, 0.9)


def _walk(
    *,
    start=lambda noise, T: noise[T],
    model=lambda t: t - 1,
    added=lambda noise, t, sigma: sigma * noise[t - 1] if t > 1 else 0,
    predict=lambda model, z, sigma, noise: model.predict(z),
):
    """Make a walk back with another start, other models or other noise."""

    def walk(models, sigma, noise):
        noise = np.asarray(noise, dtype=float)
        steps = len(models)
        z = np.zeros(noise.shape)
        z[steps] = start(noise, steps)
        for t in range(steps, 0, -1):
            mean = predict(models[model(t)], z[t], sigma, noise[t - 1])
            z[t - 1] = mean + added(noise, t, sigma)
        return z

    return walk


def _with_last_row_empty(models, sigma, noise):
    walk = _walk()(models, sigma, noise)
    walk[0] = 0
    return walk


def _upward(models, sigma, noise):
    z = np.zeros(np.shape(noise))
    z[-1] = noise[-1]
    for t in range(1, len(z)):
        z[t - 1] = models[t - 1].predict(z[t]) + (sigma * noise[t - 1] if t > 1 else 0)
    return z


def _from_noise(models, sigma, noise):
    z = np.array(noise, dtype=float)
    for t in range(1, len(z)):
        fresh = sigma * noise[t - 1] if t > 1 else 0
        z[t - 1] = models[t - 1].predict(noise[t]) + fresh
    return z


def _with_noise(keep):
    """Make a walk that adds noise in the steps for which this is true."""
    return _walk(added=lambda e, t, sigma: sigma * e[t - 1] * bool(keep(t, len(e) - 1)))


exercise(
    "18.2.8",
    title="The walk back",
    stub=(
        "def sample(model, sigma_t, noise):\n"
        "    samples = np.zeros(noise.shape)\n"
        "    ...  # your code\n"
        "    return samples\n"
    ),
    solution=(
        "def sample(model, sigma_t, noise):\n"
        "    samples = np.array(noise, dtype=float)\n"
        "    for t in range(len(model), 0, -1):\n"
        "        samples[t - 1] = model[t - 1].predict(samples[t])\n"
        "        if t > 1:\n"
        "            samples[t - 1] += sigma_t * noise[t - 1]\n"
        "    return samples\n"
    ),
    equivalent={
        "the result has the first argument's type": "a list of rows is a table as well",
    },
    published=published(
        "sample(model, T, sigma_t, n_samples)",
        takes=[
            "model",
            lambda model: len(model),
            "sigma_t",
            lambda noise: np.shape(noise)[1],
        ],
        provides={
            "np": lambda noise: dealt(np.asarray(noise)[::-1]),
            "clear_output": lambda: lambda *_, **__: None,
            "display": lambda: lambda *_, **__: None,
        },
    ),
    reference=lambda model, sigma_t, noise: reverse.sample(model, sigma_t, noise),
    cases=[
        case(_models(3), 0.2, np.random.default_rng(0).normal(size=(4, 2))),
        case(_models(5), 0.12288, np.random.default_rng(1).normal(size=(6, 3))),
        case(_models(2), 1.5, np.array([[1, -2, 0, 3], [2, 0, 1, -1], [0, 1, 5, 2]])),
        case(_models(1), 0.4, np.random.default_rng(2).normal(size=(2, 5))),
        case(_models(20), 0.0, np.random.default_rng(3).normal(size=(21, 4))),
        case(_models(7), 0.3, np.random.default_rng(4).normal(size=(8, 1))),
    ],
    planted=[
        mistake(
            _with_noise(lambda t, T: True),
            "Is anything uncertain after the last step? You add noise there as well.",
        ),
        mistake(
            _with_noise(lambda t, T: t < T),
            "The first step back, from T, gets no noise, and the last one does. Before "
            "which step is there only the data?",
        ),
        mistake(
            _with_noise(lambda t, T: t > 2),
            "Only the very last step, the one that leads to row 0, adds no noise.",
        ),
        mistake(
            _with_noise(lambda t, T: False),
            "You add no noise at all. What do the samples look like for sigma = 0?",
        ),
        mistake(
            _walk(model=lambda t: -1 if t == 1 else t - 2),
            "Which model was trained to go from z_t to z_(t-1)? Yours come too early.",
        ),
        mistake(
            lambda models, sigma, noise: _walk(model=lambda t: t % len(models))(
                models, sigma, noise
            ),
            "Which model was trained to go from z_t to z_(t-1)?",
        ),
        mistake(
            lambda models, sigma, noise: _walk(model=lambda t: len(models) - t)(
                models, sigma, noise
            ),
            "You use the models in the order of training. The walk starts with the "
            "last one.",
        ),
        mistake(
            _walk(
                added=lambda e, t, sigma: sigma * e[t - 1, 0] if t > 1 else 0,
            ),
            "sigma_t is a standard deviation, one draw for each sample. Here, all "
            "samples get the same.",
        ),
        mistake(
            _walk(added=lambda e, t, sigma: sigma**2 * e[t - 1] if t > 1 else 0),
            "sigma_t is a standard deviation already.",
        ),
        mistake(
            _walk(
                added=lambda e, t, sigma: np.sqrt(sigma) * e[t - 1] if t > 1 else 0,
            ),
            "sigma_t is a standard deviation, and needs no root.",
        ),
        mistake(
            _walk(added=lambda e, t, sigma: 2 * sigma * e[t - 1] if t > 1 else 0),
            "How often do you add noise per step?",
        ),
        mistake(
            _walk(added=lambda e, t, sigma: e[t - 1] if t > 1 else 0),
            "The noise of a step has standard deviation sigma_t, not 1.",
        ),
        mistake(
            _walk(start=lambda e, T: 0 * e[T]),
            "Your walks all start at zero. They start at standard normal numbers.",
        ),
        mistake(
            _walk(start=lambda e, T: 1.0 + 0 * e[T]),
            "Your walks all start at the placeholder, one.",
        ),
        mistake(
            _walk(start=lambda e, T: e[T] + e.shape[1]),
            "What is the first argument of normal? Your walks start around the number "
            "of samples.",
        ),
        mistake(
            lambda models, sigma, noise: _walk(start=lambda e, T: sigma * e[T])(
                models, sigma, noise
            ),
            "The start is standard normal. sigma_t is for the steps.",
        ),
        mistake(
            _walk(added=lambda e, t, sigma: sigma * e[t] if t > 1 else 0),
            "Row t of the noise is for the step that leads to t. The step from t leads "
            "to t - 1.",
        ),
        mistake(
            _walk(predict=lambda model, z, sigma, e: z + model.predict(z)),
            "The model predicts the value before, not the change.",
        ),
        mistake(
            _walk(predict=lambda model, z, sigma, e: z),
            "Where is the model? Your walk only adds noise.",
        ),
        mistake(
            _with_last_row_empty,
            "Row 0 is still empty: where does your loop end?",
        ),
        mistake(
            _upward,
            "Your loop begins at step 1, where no walk has arrived yet. Which row is "
            "filled first?",
        ),
        mistake(
            lambda models, sigma, noise: _from_noise(models, sigma, np.asarray(noise)),
            "You show the model the noise of each step. Where is the walk?",
        ),
    ],
    hints=[
        "Start with row $T$ and go down. Which element of `model` belongs to step $t$?",
        "`samples[t - 1] = model[t - 1].predict(samples[t])`, and for `t > 1` add "
        "`sigma_t * noise[t - 1]`.",
    ],
)

_QUANTILES = np.array([NormalDist().inv_cdf((n + 0.5) / 4001) for n in range(4001)])


def _starts_right(result, epsilon):
    started = np.asarray(result, dtype=float)
    if started.shape != epsilon.shape:
        return "One value for each of the numbers is expected."
    if not np.all(np.isfinite(started)):
        return False
    off = distance(diffused(FOUR_NORMALS, 100, _BETA), started)
    return off <= 0.012 or f"The distance of your start is {off:.3f}."


def _start(epsilon):
    mean, variance = moments(diffused(FOUR_NORMALS, 100, _BETA))
    return mean + np.sqrt(variance) * epsilon


_MEAN, _VARIANCE = (float(moment) for moment in moments(FOUR_NORMALS))


def _started(
    *,
    middle=np.sqrt,
    spread=lambda kept, v: np.sqrt(kept * v + 1 - kept),
    steps=100,
):
    """Make a start with another middle or spread."""
    kept = (1 - _BETA) ** steps
    return lambda e: middle(kept) * _MEAN + spread(kept, _VARIANCE) * np.asarray(e)


exercise(
    "18.2.9",
    title="A better start",
    stub="def start(epsilon):\n    return epsilon\n",
    solution=(
        "def start(epsilon):\n"
        "    kept = 0.98489**100\n"
        "    std = np.sqrt(1.1719 * kept + 1 - kept)\n"
        "    return np.sqrt(kept) * 0.1115 + std * epsilon\n"
    ),
    reference=_start,
    accept=_starts_right,
    cases=[case(_QUANTILES), case(_QUANTILES[1::4])],
    equivalent={
        "kept = 0.98489 ** 101": "one step more or less meets the target as well",
        "kept = 0.98489 ** 99": "one step more or less meets the target as well",
        "return np.sqrt(kept) * 0.1115 - std * epsilon": "the noise is symmetric",
        "the result has the first argument's type": "both are arrays",
    },
    planted=[
        mistake(
            lambda e: _MEAN + np.sqrt(_VARIANCE) * e,
            "Mean and variance are those of the data, as if no step had been made.",
        ),
        mistake(
            lambda e: _MEAN + e,
            "You move the start by the mean of the data. How much of it is left after "
            "100 steps?",
        ),
        mistake(
            lambda e: (1 - _BETA) ** 100 * _MEAN + e,
            "By which factor does a step multiply the mean: 1 - beta, or its root?",
        ),
        mistake(
            lambda e: -np.sqrt((1 - _BETA) ** 100) * _MEAN + e,
            "You move the start to the wrong side.",
        ),
        mistake(
            lambda e: np.sqrt(moments(diffused(FOUR_NORMALS, 100, _BETA))[1]) * e,
            "The width is right. Where is the middle of the exact distribution?",
        ),
        *(
            mistake(_started(**parts), sentence)
            for parts, sentence in (
                (
                    {"spread": lambda kept, v: 1},
                    "The middle is right. How wide is the exact distribution?",
                ),
                (
                    {"spread": lambda kept, v: np.sqrt(1 - kept)},
                    "This is the kernel, as if all data were at their mean. They are "
                    "spread out as well.",
                ),
                (
                    {"spread": lambda kept, v: kept * v + 1 - kept},
                    "The noise is multiplied by a variance.",
                ),
                (
                    {"spread": lambda kept, v: np.sqrt(kept * v) + np.sqrt(1 - kept)},
                    "You add standard deviations. What adds for independent sources?",
                ),
                (
                    {"spread": lambda kept, v: np.sqrt(np.sqrt(kept) * v + 1 - kept)},
                    "The factor of the data is a root. And the factor of their "
                    "variance?",
                ),
                (
                    {"spread": lambda kept, v: np.sqrt(kept * v**2 + 1 - kept)},
                    "`variance` is squared already.",
                ),
                (
                    {"spread": lambda kept, v: np.sqrt(v + 1 - kept)},
                    "Your start still has all of the variance of the data, and the "
                    "noise on top.",
                ),
                (
                    {"middle": lambda kept: kept},
                    "The width is right. By which factor does a step multiply the "
                    "mean: 1 - beta, or its root?",
                ),
                (
                    {"middle": lambda kept: -np.sqrt(kept)},
                    "The width is right. You move the start to the wrong side.",
                ),
                (
                    {"spread": lambda kept, v: 0},
                    "All walks start at the mean, and nothing is random.",
                ),
                (
                    {"steps": 1},
                    "This is the distribution after a single step.",
                ),
            )
        ),
    ],
    hints=[
        "Which mean and which variance does $z_{100}$ have? Page 18.1 derived both.",
        "Its mean is `np.sqrt(alpha) * mean` with `alpha = (1 - beta) ** 100`. Its "
        "variance is `alpha * variance + 1 - alpha`.",
    ],
)


def _bits(before, told, *, ratio=lambda one, zero: one / (one + zero)):
    def posterior(x, z, t, beta):
        p = before(np.asarray(x, dtype=float), t, beta)
        seen = told(np.asarray(z), beta)
        return ratio(p * seen, (1 - p) * (1 - seen))

    return posterior


def _told(z, beta):
    return np.where(z == 1, 1 - beta, beta)


def _earlier(x, t, beta):
    return bit_kernel(x, t - 1, beta)


exercise(
    "18.2.10",
    title="The bit before",
    stub="def bit_posterior(x, z, t, beta):\n    ...  # your code\n",
    solution=(
        "from udl.generative.diffusion.encoder import bit_kernel\n\n"
        "def bit_posterior(x, z, t, beta):\n"
        "    p = bit_kernel(x, t - 1, beta)\n"
        "    one = p * (1 - beta if z == 1 else beta)\n"
        "    zero = (1 - p) * (beta if z == 1 else 1 - beta)\n"
        "    return one / (one + zero)\n"
    ),
    reference=reverse.bit_posterior,
    cases=[
        case(1, 0, 3, 0.1),
        case(0, 1, 5, 0.2),
        case(1, 1, 2, 0.3),
        case(0, 0, 4, 0.05),
        case(1, 0, 1, 0.25),
        case(0, 1, 30, 0.4),
    ],
    planted=[
        mistake(
            _bits(bit_kernel, _told),
            "Before step t the bit has made t - 1 steps.",
        ),
        mistake(
            lambda x, z, t, beta: bit_kernel(x, t - 1, beta),
            "You did not ask the second witness, z.",
        ),
        mistake(
            lambda x, z, t, beta: _told(np.asarray(z), beta),
            "You did not ask the first witness, x.",
        ),
        mistake(
            _bits(_earlier, _told, ratio=lambda one, zero: one),
            "This is the probability of both together. Divide by that of what you saw.",
        ),
        mistake(
            _bits(_earlier, lambda z, b: np.where(z == 1, b, 1 - b)),
            "The last step flips with probability beta. After a 1, how likely is a 1?",
        ),
        mistake(
            _bits(_earlier, _told, ratio=lambda one, zero: zero / (one + zero)),
            "This is the probability that the bit was 0.",
        ),
        mistake(
            _bits(_earlier, _told, ratio=lambda one, zero: one / zero),
            "These are the odds. A probability is their share of the whole.",
        ),
        mistake(
            lambda x, z, t, beta: (
                0.5 * (bit_kernel(x, t - 1, beta) + _told(np.asarray(z), beta))
            ),
            "You take the average of the two witnesses. Bayes' rule multiplies.",
        ),
        mistake(
            lambda x, z, t, beta: (
                bit_kernel(x, t - 1, beta)
                * _told(np.asarray(z), beta)
                / bit_kernel(x, t, beta)
            ),
            "You divide by the probability of a 1 after t steps. What did you see?",
        ),
        mistake(
            _bits(lambda x, t, beta: bit_kernel(x, 1, beta), _told),
            "Between the start and step t - 1 there may be more than one step.",
        ),
    ],
    hints=[
        "Two cases: the bit was 1, or it was 0. How likely is each together with $z$?",
        "`p = bit_kernel(x, t - 1, beta)`. If the bit was 1, then $z=1$ has "
        "probability `1 - beta`, and $z=0$ has `beta`.",
    ],
)
