"""Exercises and questions of page 18.1, the diffusion encoder."""

from math import comb

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
from udl.exercises.seeded import dealt
from udl.generative.diffusion import encoder as diffusion
from udl.generative.normal_mixture import FOUR_NORMALS, density
from udl.losses.distributions import normal_pdf

_BETA = 0.01511


def _points(count, seed=0):
    return np.random.default_rng(seed).normal(size=count)


def _step(signal, noise, draws=lambda epsilon: epsilon):
    """Make a step with other factors of beta."""
    return lambda z, beta, epsilon: (
        signal(beta) * np.asarray(z) + noise(beta) * draws(np.asarray(epsilon))
    )


question(
    "18.1.1",
    title="The factor of a step",
    prompt="The values have variance 1. A step multiplies them by a factor and adds "
    "independent noise of variance $\\beta$. With which factor is the variance 1 "
    "again?",
    choices=[
        choice(
            "$1 - \\beta$",
            "Then the signal's variance is $(1-\\beta)^2$, which is about $1-2\\beta$: "
            "it has lost twice what the noise adds.",
        ),
        choice(
            "$1$; the noise has mean 0 and changes nothing",
            "It does not change the mean. Variances add: after a hundred steps the "
            "variance would be $1 + 100\\,\\beta$.",
        ),
        choice(
            "$1/(1 + \\beta)$",
            "For small $\\beta$ this is about $1-\\beta$, which makes the signal's "
            "variance about $1-2\\beta$: too little.",
        ),
        choice(
            "$\\sqrt{1-\\beta}$",
            "Yes. Squared it is $1-\\beta$, and the noise adds the missing $\\beta$.",
            right=True,
        ),
    ],
)

exercise(
    "18.1.2",
    title="One step",
    stub="def diffuse_one_step(z, beta, epsilon):\n    ...  # your code\n",
    solution=(
        "def diffuse_one_step(z, beta, epsilon):\n"
        "    return np.sqrt(1 - beta) * z + np.sqrt(beta) * epsilon\n"
    ),
    published=published(
        "diffuse_one_step(z_t_minus_1, beta_t)",
        takes=["z", "beta"],
        provides={"np": lambda epsilon: dealt(epsilon)},
    ),
    reference=diffusion.diffuse_one_step,
    cases=[
        case(np.array([2.0, -1.0, 0.5]), 0.36, np.array([0.3, 1.2, -0.7])),
        case(_points(5, 1), _BETA, _points(5, 2)),
        case(np.array([3, -2, 0, 1]), 0.19, np.array([1, 0, -2, 1])),
        case(100 * _points(4, 3), 0.75, _points(4, 4)),
        case(np.zeros(6), 0.5, _points(6, 5)),
        case(np.array([10.0]), 0.64, np.array([-5.0])),
    ],
    planted=[
        mistake(
            _step(lambda b: 1 - b, np.sqrt),
            "Start with variance one: what is it after a step?",
        ),
        mistake(
            _step(lambda b: np.sqrt(1 - b), lambda b: b),
            "beta is a variance: what multiplies a standard normal?",
        ),
        mistake(
            _step(lambda b: 1 - b, lambda b: b),
            "Your factors add up to one. It is variances that should do that, and a "
            "factor enters a variance squared.",
        ),
        mistake(
            _step(lambda b: np.sqrt(1 - b), np.sqrt, lambda e: e.flat[0]),
            "All points get the same noise. Subtract two paths: is there any "
            "randomness left?",
        ),
        mistake(
            _step(lambda b: 1, np.sqrt),
            "You add the noise and shrink nothing. What is the variance after a "
            "hundred steps?",
        ),
        mistake(
            _step(np.sqrt, lambda b: np.sqrt(1 - b)),
            "For a tiny beta, your step replaces nearly everything by noise.",
        ),
        mistake(
            _step(lambda b: 1 - np.sqrt(b), np.sqrt),
            "One minus a root is not the root of one minus.",
        ),
        mistake(
            lambda z, beta, epsilon: (
                np.sqrt(1 - beta) * (z + np.sqrt(beta) * np.asarray(epsilon))
            ),
            "You shrink the new noise as well. It is added after the shrinking.",
        ),
        mistake(
            _step(lambda b: np.sqrt(1 + b), np.sqrt),
            "Your factor is larger than one. The signal makes room for the noise.",
        ),
        mistake(
            _step(lambda b: np.sqrt(1 - b), lambda b: 1),
            "Your noise has variance one at every step. How much is a step to add?",
        ),
        mistake(
            _step(lambda b: np.sqrt(1 - b), lambda b: b**2),
            "What multiplies a standard normal, to give it the variance beta? Not "
            "the square.",
        ),
        mistake(
            _step(lambda b: np.sqrt(1 - b), np.sqrt, np.mean),
            "You average the noise. Each point gets its own number.",
        ),
        mistake(
            lambda z, beta, epsilon: 1 - beta * z + np.sqrt(beta) * epsilon,
            "Look at the parentheses: what stands under the root?",
        ),
        mistake(
            lambda z, beta, epsilon: (
                np.sqrt(1 - beta) * z + np.sqrt(beta) * z * epsilon
            ),
            "Your noise is proportional to the value. It should be independent of it.",
        ),
        mistake(
            lambda z, beta, epsilon: np.sqrt(np.abs((1 - beta) * z + beta * epsilon)),
            "You take one root of the whole sum. The factors have roots, one each.",
        ),
        mistake(
            _step(lambda b: 1 / np.sqrt(1 + b), np.sqrt),
            "With variance one before, the signal's variance is now 1/(1 + beta). "
            "What is missing to one?",
        ),
    ],
    hints=[
        "Noise of variance $\\beta$ is a standard normal number times what?",
        "`np.sqrt(beta) * epsilon`, and the values before times the root of what is "
        "missing to one.",
    ],
)

question(
    "18.1.3",
    title="Toward one",
    prompt="The data have variance 2, and $\\beta = 0.36$. What is the variance of "
    "$z_2$?",
    answer=number(
        1.4096,
        0.002,
        "Yes. The distance from 1 shrinks from 1 to 0.64 and then to 0.4096.",
    ),
    near=[
        number(
            1.64, 0.002, "That is $v_1$. The second step shrinks the distance again."
        ),
        number(
            0.8192,
            0.002,
            "$0.64^2\\times 2$ is what is left of the data. The noise is missing.",
        ),
        number(
            2.72,
            0.002,
            "You add the noise of both steps and shrink nothing.",
        ),
        number(
            1.5392,
            0.002,
            "$0.8192 + 2\\times 0.36$: the noise of the first step has shrunk in the "
            "second.",
        ),
        number(
            1.1296,
            0.002,
            "A distance of 1 times $0.36^2$. How much of it does a step keep?",
        ),
        number(
            1.1792,
            0.002,
            "This is the noise of one step. The first step adds some, too, and it "
            "is shrunk once.",
        ),
        number(
            2.0,
            0.002,
            "Only variance 1 stays what it is.",
        ),
        number(
            1.0,
            0.002,
            "Variance 1 is where it leads in the end. Two steps do not go all the way.",
        ),
        number(
            0.4096,
            0.002,
            "This is the distance from 1.",
        ),
        number(
            1.187266,
            0.002,
            "This is the standard deviation.",
        ),
        number(
            1.928,
            0.002,
            "The root belongs to the value. Its square is the factor of the variance.",
        ),
        number(
            1.28,
            0.001,
            "This is the data after one step, without the noise.",
        ),
    ],
    otherwise="How far is the variance from 1 at the start, after one step, after two?",
)

question(
    "18.1.4",
    title="After a hundred steps",
    prompt="A point starts at $x=-2$ and makes 100 steps with $\\beta = 0.01511$. "
    "Where is it at the end, on average?",
    choices=[
        choice(
            "Near 0: a hundred steps of noise have washed it away.",
            "The noise has mean 0 and moves no average. Only the factor does, "
            "$\\sqrt{1-\\beta} \\approx 0.9924$ at each step.",
        ),
        choice(
            "Near $-0.9$, a little more than half way to 0.",
            "Yes. The factors multiply: $0.9924^{100}$ is about 0.47.",
            right=True,
        ),
        choice(
            "At $-2$: the noise has mean 0.",
            "The noise moves no average, but each step also multiplies by "
            "$\\sqrt{1-\\beta}$.",
        ),
        choice(
            "Near $-0.4$, as $(1-\\beta)^{100} \\approx 0.22$.",
            "That is the factor of the variance. Values are multiplied by its root.",
        ),
    ],
)


def _kernel(mean, std):
    return lambda x, t, beta: (
        mean((1 - beta) ** t, beta, t) * np.asarray(x),
        std((1 - beta) ** t, beta, t),
    )


exercise(
    "18.1.5",
    title="The diffusion kernel",
    stub=(
        "def diffusion_kernel(x, t, beta):\n"
        "    ...  # your code\n"
        "    return mean, std\n"
    ),
    solution=(
        "def diffusion_kernel(x, t, beta):\n"
        "    alpha = (1 - beta) ** t\n"
        "    return np.sqrt(alpha) * x, np.sqrt(1 - alpha)\n"
    ),
    published=published("diffusion_kernel(x, t, beta)"),
    parts=["mean", "std"],
    reference=diffusion.diffusion_kernel,
    cases=[
        case(-2.0, 50, _BETA),
        case(1.5, 2, 0.36),
        case(-2, 1, 0.19),
        case(3.0, 100, _BETA),
        case(np.array([1.0, -4.0, 0.5]), 7, 0.05),
        case(0.7, 0, 0.3),
    ],
    planted=[
        mistake(
            _kernel(lambda a, b, t: np.sqrt(a), lambda a, b, t: 1 - a),
            "Your spread is the variance. Compare with the spread of simulated paths.",
        ),
        mistake(
            _kernel(lambda a, b, t: np.sqrt(1 - b), lambda a, b, t: np.sqrt(b)),
            "How often has the signal been scaled after 50 steps? Your answer is that "
            "of one step.",
        ),
        mistake(
            _kernel(lambda a, b, t: np.sqrt(1 - b), lambda a, b, t: t * b),
            "How often has the signal been scaled after 50 steps? And do deviations of "
            "independent noises add?",
        ),
        mistake(
            _kernel(lambda a, b, t: np.sqrt(1 - b), lambda a, b, t: np.sqrt(t * b)),
            "How often has the signal been scaled after 50 steps? And the early noise?",
        ),
        mistake(
            _kernel(lambda a, b, t: a, lambda a, b, t: np.sqrt(1 - a)),
            "Each step multiplies the signal by the root of 1 - beta.",
        ),
        mistake(
            _kernel(lambda a, b, t: a, lambda a, b, t: 1 - a),
            "Signal and noise are both multiplied by roots.",
        ),
        mistake(
            _kernel(lambda a, b, t: np.sqrt(a), lambda a, b, t: np.sqrt(t * b)),
            "Your variances add up over the steps. But noise that came early is shrunk "
            "by all later steps.",
        ),
        mistake(
            _kernel(lambda a, b, t: np.sqrt(a), lambda a, b, t: np.sqrt(b)),
            "This is the noise of the last step alone.",
        ),
        mistake(
            _kernel(lambda a, b, t: np.sqrt(a), lambda a, b, t: 1 - np.sqrt(a)),
            "Variances add up to one. Deviations do not.",
        ),
        mistake(
            _kernel(lambda a, b, t: np.sqrt(1 - b**t), lambda a, b, t: np.sqrt(b**t)),
            "A power of beta: what is multiplied at each step?",
        ),
        mistake(
            _kernel(lambda a, b, t: np.sqrt(1 - t * b), lambda a, b, t: np.sqrt(t * b)),
            "For small t this is close. Shares that are kept multiply, and losses do "
            "not simply add.",
        ),
        mistake(
            lambda x, t, beta: (x, np.sqrt(1 - (1 - beta) ** t)),
            "The spread is right. Each step also shrinks the value.",
        ),
        mistake(
            lambda x, t, beta: (np.sqrt((1 - beta) ** t), np.sqrt(1 - (1 - beta) ** t)),
            "You give the factor of the mean. Where is x?",
        ),
        mistake(
            lambda x, t, beta: (
                np.sqrt((1 - beta) ** t) * x,
                x * np.sqrt(1 - (1 - beta) ** t),
            ),
            "Your spread grows with x. The noise does not know the value.",
        ),
        mistake(
            lambda x, t, beta: (np.sqrt((1 - beta) ** t) * x, np.sqrt((1 - beta) ** t)),
            "Your spread is the factor of the signal, and falls with t. Which "
            "variance does the noise have?",
        ),
        mistake(
            lambda x, t, beta: (
                np.sqrt((1 - beta) ** t) * x,
                np.sqrt(1 - (1 - beta) ** (2 * t)),
            ),
            "The noise in yours has made twice as many steps as the signal.",
        ),
        mistake(
            lambda x, t, beta: (np.sqrt((1 - beta) ** t) * x, np.sqrt(beta**t)),
            "Is there less noise after more steps? The noises are added, not "
            "multiplied.",
        ),
        mistake(
            lambda x, t, beta: (np.sqrt((1 - beta) ** t) * x, t * np.sqrt(beta)),
            "You add standard deviations. It is variances that add, and early noise"
            " is shrunk.",
        ),
        mistake(
            lambda x, t, beta: (np.sqrt(np.abs(1 - t * beta)) * x, np.sqrt(t * beta)),
            "You take t beta off at once. Each step takes its share of what the "
            "step before has left.",
        ),
        mistake(
            lambda x, t, beta: (
                np.sqrt(t * (1 - beta)) * x,
                np.sqrt(np.abs(1 - t * (1 - beta))),
            ),
            "Steps follow each other: are their factors added or multiplied?",
        ),
    ],
    hints=[
        "After $t$ steps, $x$ has been multiplied by $\\sqrt{1-\\beta}$ how often?",
        "With `alpha = (1 - beta) ** t`, the mean is its root times `x`. The variance "
        "is what is missing to one; return its root.",
    ],
)

question(
    "18.1.6",
    title="Another start",
    prompt="Move the start in the figure from $-2$ to $2$. What changes, and what does "
    "not?",
    choices=[
        choice(
            "The mean at every step. The spread does not depend on $x$.",
            "Yes. $x$ is in the mean only. At step $t$ the whole density is moved by "
            "$4\\sqrt{\\alpha_t}$.",
            right=True,
        ),
        choice(
            "The whole picture is moved up by 4.",
            "At step 0, it is. By step 100 the two means are less than 2 apart.",
        ),
        choice(
            "The mean at first. At the last step there is no difference.",
            "Compare the dashed line at step 100 for both: where does it end?",
        ),
        choice(
            "Mean and spread: points that start far out spread more.",
            "The noise is added whatever the value is. Compare the curves' widths.",
        ),
    ],
)

question(
    "18.1.7",
    title="Three different steps",
    prompt="The steps need not be equal. With $\\beta_1 = 0.4$, $\\beta_2 = 0.25$ and "
    "$\\beta_3 = 0.2$, write $z_3$ as a factor times $x$ plus another factor times one "
    "standard normal number. What is the factor of the **noise**?",
    answer=number(
        0.8,
        0.001,
        "Yes. $\\alpha_3 = 0.6\\cdot 0.75\\cdot 0.8 = 0.36$, so $z_3 = 0.6\\,x + "
        "0.8\\,\\epsilon$.",
    ),
    near=[
        number(0.6, 0.001, "This is the factor of $x$."),
        number(0.64, 0.001, "This is the variance of the noise."),
        number(0.36, 0.001, "This is $\\alpha_3$. It belongs to the signal, squared."),
        number(
            0.921954,
            0.001,
            "You added the three variances. The first two noises are shrunk by the "
            "steps after them.",
        ),
        number(0.141421, 0.001, "You multiply the noises' factors. They are added."),
        number(
            0.85,
            0.001,
            "You added the three variances. Early noise is shrunk by later steps, "
            "and a factor is a root.",
        ),
        number(
            0.4,
            0.001,
            "The factors do not add up to one. What does?",
        ),
        number(
            0.447214,
            0.001,
            "This is the noise of the last step alone.",
        ),
        number(
            1.579669,
            0.001,
            "You add standard deviations. It is variances that add, and early noise"
            " is shrunk.",
        ),
    ],
    otherwise="How much of the signal's variance do the three steps keep? The noise "
    "makes up the rest.",
)


def _jump(kept, *, signal=np.sqrt, noise=lambda a: np.sqrt(1 - a)):
    def jumped(z, s, t, betas, epsilon):
        a = kept(int(s), int(t), np.asarray(betas))
        return signal(a) * np.asarray(z) + noise(a) * np.asarray(epsilon)

    return jumped


def _mixed_noise(variance):
    def jumped(z, s, t, betas, epsilon):
        early, late = (np.prod(1 - np.asarray(betas)[: int(n)]) for n in (s, t))
        noise = np.sqrt(variance(early, late)) * np.asarray(epsilon)
        return np.sqrt(late / early) * np.asarray(z) + noise

    return jumped


def _repeated_noise(z, s, t, betas, epsilon):
    for beta in betas[int(s) : int(t)]:
        z = np.sqrt(1 - beta) * z + np.sqrt(beta) * epsilon
    return z


_BETAS = np.array([0.1, 0.2, 0.5, 0.36, 0.05, 0.3])

exercise(
    "18.1.8",
    title="From one step to a later one",
    stub=(
        "def jump(z, s, t, betas, epsilon):\n"
        "    kept = np.prod(1 - betas[:t])\n"
        "    return np.sqrt(kept) * z + np.sqrt(1 - kept) * epsilon\n"
    ),
    solution=(
        "def jump(z, s, t, betas, epsilon):\n"
        "    kept = np.prod(1 - betas[s:t])\n"
        "    return np.sqrt(kept) * z + np.sqrt(1 - kept) * epsilon\n"
    ),
    reference=diffusion.jump,
    cases=[
        case(np.array([2.0, -1.0]), 1, 3, _BETAS[:4], np.array([0.5, 1.5])),
        case(_points(3, 6), 2, 5, _BETAS, _points(3, 7)),
        case(_points(4, 8), 0, 6, _BETAS, _points(4, 9)),
        case(np.array([3, -2, 4]), 3, 5, _BETAS, _points(3, 11)),
        case(_points(2, 12), 2, 2, _BETAS, _points(2, 13)),
        case(_points(5, 14), 40, 90, np.full(100, _BETA), _points(5, 15)),
    ],
    planted=[
        mistake(
            _jump(lambda s, t, b: np.prod(1 - b[s + 1 : t])),
            "The first step after `s` is missing. Which index has step `s + 1`?",
        ),
        mistake(
            _jump(lambda s, t, b: np.prod(1 - b[s : t + 1])),
            "One step too many: which index has step `t`?",
        ),
        mistake(
            _jump(lambda s, t, b: np.prod(1 - b[s + 1 : t + 1])),
            "All of your steps come one too late. Which is the index of step `s + 1`?",
        ),
        mistake(
            _jump(lambda s, t, b: np.prod(1 - b[max(s - 1, 0) : t])),
            "Step `s` itself lies behind the point.",
        ),
        mistake(
            _jump(lambda s, t, b: np.prod(1 - b[: t - s])),
            "The right number of steps, but the first ones. Steps need not be equal.",
        ),
        mistake(
            _jump(lambda s, t, b: max(1 - np.sum(b[s:t]), 0)),
            "You add up the losses. Shares that are kept multiply.",
        ),
        mistake(
            _jump(lambda s, t, b: 1 - np.prod(b[s:t])),
            "One minus a product is not the product of one minus.",
        ),
        mistake(
            _mixed_noise(lambda early, late: early - late),
            "You take the noise at `s` away from the noise at `t`. By step `t` the "
            "noise of `s` has shrunk, too.",
        ),
        mistake(
            _mixed_noise(lambda early, late: 1 - late),
            "The signal is right. The noise is that of all steps since the data.",
        ),
        mistake(
            _jump(
                lambda s, t, b: np.prod(1 - b[s:t]),
                signal=lambda a: a,
                noise=lambda a: 1 - a,
            ),
            "The steps are right now. The roots were right before.",
        ),
        mistake(
            _jump(lambda s, t, b: np.prod(1 - b[max(s - 1, 0) : t - 1])),
            "All of your steps come one too early. Which is the index of step `s + 1`?",
        ),
        mistake(
            _jump(lambda s, t, b: np.prod(1 - b[s:])),
            "You go on to the last step of the schedule. Where should you stop?",
        ),
        mistake(
            _jump(lambda s, t, b: np.prod(1 - b[:s])),
            "These are the steps that were made before `s`. Which ones are still to"
            " come?",
        ),
        mistake(
            _jump(lambda s, t, b: 1 - b[t - 1]),
            "This is step `t` alone. Several steps are made at once.",
        ),
        mistake(
            _jump(lambda s, t, b: np.mean(1 - b[s:t])),
            "You average over the steps. What do the factors of steps do one after "
            "the other?",
        ),
        mistake(
            _jump(lambda s, t, b: (1 - b[s]) ** (t - s)),
            "You make the first step again and again. Each has its own variance.",
        ),
        mistake(
            _jump(lambda s, t, b: np.prod(1 - b[:s]) - np.prod(1 - b[:t])),
            "A difference of two products is not a factor. How do you get rid of "
            "the steps up to `s`?",
        ),
        mistake(
            lambda z, s, t, betas, epsilon: (
                np.sqrt(np.prod(1 - betas[:t])) * z
                + np.sqrt(1 - np.prod(1 - betas[s:t])) * epsilon
            ),
            "The noise is right. The signal is multiplied by steps that it has made"
            " already.",
        ),
        mistake(
            lambda z, s, t, betas, epsilon: (
                np.sqrt(np.prod(1 - betas[s:t])) * z
                + np.sqrt(np.prod(betas[s:t])) * epsilon
            ),
            "The signal is right. The noises of several steps are added, and not "
            "multiplied.",
        ),
        mistake(
            lambda z, s, t, betas, epsilon: (
                np.sqrt(np.prod(1 - betas[s:t])) * z
                + np.sqrt(np.sum(betas[s:t])) * epsilon
            ),
            "The signal is right. You add the steps' variances, but early noise is "
            "shrunk later.",
        ),
        mistake(
            _repeated_noise,
            "You walk, with the same noise at every step. The noises of a walk are "
            "independent, and `epsilon` stands for their sum.",
        ),
    ],
    hints=[
        "Try `s` equal to `t`. The point should not move at all.",
        "Which entries of `betas` belong to the steps after $s$, up to and including "
        "$t$? Step 1 has index 0.",
    ],
)

question(
    "18.1.9",
    title="The narrow bump",
    prompt="The data's narrowest bump is at $-1.875$, with a standard deviation of "
    "0.075. What is it like at step 20, where $\\sqrt{\\alpha_{20}} \\approx 0.86$?",
    choices=[
        choice(
            "At $-1.875$, and much wider.",
            "A bump that only gets wider would be data plus noise. Where does the "
            "kernel put the mean of $x = -1.875$?",
        ),
        choice(
            "At about $-1.6$, and narrower: 0.064 wide.",
            "The data part shrinks, yes. And what does the noise do to the width?",
        ),
        choice(
            "At about $-1.6$, and about seven times as wide.",
            "Yes. The center is multiplied by 0.86. The variance is now mostly noise, "
            "$1-\\alpha_{20} \\approx 0.26$.",
            right=True,
        ),
        choice(
            "It has mixed with the others: nothing can be said about it alone.",
            "In the density it overlaps with others. Still, the points that came from "
            "it are a group of their own, and you can ask where they are.",
        ),
    ],
)


def _table(grid, t, beta):
    mean, std = diffusion.diffusion_kernel(grid, t, beta)
    return normal_pdf(np.asarray(grid)[:, np.newaxis], mean, std)


def _width(grid):
    return grid[1] - grid[0]


def _whole_weights(grid, density, t, beta):
    return np.asarray(density) * _table(grid, t, beta).sum(axis=1) * _width(grid)


def _over_outcomes(grid, density, t, beta):
    return _table(grid, t, beta).T @ density * _width(grid)


def _unscaled(grid, density, t, beta):
    _, std = diffusion.diffusion_kernel(0.0, t, beta)
    return normal_pdf(np.subtract.outer(grid, grid), 0, std) @ density * _width(grid)


def _scaled_to(total):
    def scaled(grid, density, t, beta):
        found = diffusion.diffusion_marginal(grid, density, t, beta)
        return found / np.sum(found) / total(grid)

    return scaled


def _marginal_case(low, high, count, means, stds, t, beta):
    """Make a case whose density vanishes at both ends of the grid."""
    grid = np.linspace(low, high, count)
    height = np.mean(
        [normal_pdf(grid, m, s) for m, s in zip(means, stds, strict=True)], 0
    )
    return case(grid, height, t, beta)


def _notebook_case(t):
    grid = np.arange(-3, 3, 0.01)
    return case(grid, density(FOUR_NORMALS, grid), t, _BETA)


def _last_kernel(grid, density, t, beta):
    mean, std = diffusion.diffusion_kernel(grid[-1], t, beta)
    return normal_pdf(grid, mean, std) * density[-1] * (grid[1] - grid[0])


exercise(
    "18.1.10",
    title="The marginal",
    stub="def diffusion_marginal(grid, density, t, beta):\n    ...  # your code\n",
    solution=(
        "from udl.losses.distributions import normal_pdf\n\n"
        "def diffusion_marginal(grid, density, t, beta):\n"
        "    mean, std = diffusion_kernel(grid, t, beta)\n"
        "    kernels = normal_pdf(grid[:, None], mean, std)\n"
        "    return kernels @ density * (grid[1] - grid[0])\n"
    ),
    published=published(
        "diffusion_marginal(x_plot_vals, pr_x_true, t, beta)",
        provides={"norm_pdf": lambda: normal_pdf},
        reference=diffusion.diffusion_marginal,
        cases=[
            _marginal_case(-1, 1, 201, [0.2], [0.1], 3, 0.1),  # spacing 0.01 as there
            _notebook_case(40),
        ],
        lifts=lambda function: function,
    ),
    reference=diffusion.diffusion_marginal,
    cases=[
        _marginal_case(-2, 4, 61, [1.0, 0.5], [0.2, 0.3], 50, _BETA),
        _marginal_case(-4, 4, 41, [-1.5], [0.35], 3, 0.1),
        _marginal_case(-3, 3, 121, [-1.2, 1.0], [0.15, 0.25], 20, 0.03),
        _marginal_case(-2, 2, 101, [-0.5], [0.2], 100, _BETA),
        case(np.arange(-4, 5), np.array([0, 0, 0, 0.2, 0.5, 0.3, 0, 0, 0]), 60, 0.02),
    ],
    equivalent={
        "return np.abs(kernels @ density * (grid[1] - grid[0]))": "never negative",
        "return np.maximum(kernels @ density * (grid[1] - grid[0]), 0)": "not negative",
        "the result has the first argument's type": "floats in the published form",
    },
    uses={"diffusion_kernel": "18.1.5"},
    rtol=1e-6,
    atol=1e-9,
    planted=[
        mistake(
            _whole_weights,
            "Each kernel is multiplied by the whole density. Its weight is one number: "
            "the density at its own x.",
        ),
        mistake(
            _over_outcomes,
            "You sum over z. For a given z, add up what comes from every x.",
        ),
        mistake(
            _unscaled,
            "You add noise to the data and shrink nothing. Where does the kernel put "
            "its mean for x = -2 at t = 50?",
        ),
        mistake(
            lambda grid, density, t, beta: _table(grid, t, beta) @ density,
            "Each term of your sum stands for a stretch of the grid. How wide is it?",
        ),
        mistake(
            _scaled_to(lambda grid: 1.0),
            "Your values sum to one. A density integrates to one: it may have any sum.",
        ),
        mistake(
            _scaled_to(_width),
            "You stretch the result so that all of it is on the grid. Some points may "
            "have left the grid.",
        ),
        mistake(
            lambda grid, density, t, beta: _table(grid, t, beta).mean(axis=1),
            "Each x has the same weight in your average. What about the density?",
        ),
        mistake(
            lambda grid, density, t, beta: np.asarray(density),
            "This is the density of the data.",
        ),
        mistake(
            _last_kernel,
            "Nearly nothing comes out. If you loop over x: does each round add to "
            "those before, and does the function return after the last?",
        ),
        mistake(
            lambda grid, density, t, beta: _table(grid, t, beta) @ density / len(grid),
            "You average over the grid. How wide is the stretch that each x stands "
            "for?",
        ),
        mistake(
            lambda grid, density, t, beta: (
                _table(grid, t, beta).sum(axis=1) * (grid[1] - grid[0])
            ),
            "Each x counts the same in yours. The data are not spread evenly.",
        ),
        mistake(
            lambda grid, density, t, beta: (
                _table(grid, t, beta) @ density * (grid[1] - grid[0]) ** 2
            ),
            "The spacing is there twice.",
        ),
        mistake(
            lambda grid, density, t, beta: (
                _table(grid, t, beta) @ density * (grid[-1] - grid[0]) / len(grid)
            ),
            "Your spacing is a little too small. Between N points, how many gaps "
            "are there?",
        ),
        mistake(
            lambda grid, density, t, beta: (
                _table(grid, t, beta).sum(axis=0) * density * (grid[1] - grid[0])
            ),
            "You sum over z, and are left with the data's density. For a given z, "
            "add up what comes from every x.",
        ),
        mistake(
            lambda grid, density, t, beta: (
                np.diag(_table(grid, t, beta)) * density * (grid[1] - grid[0])
            ),
            "In yours a z gets something from one x only, that of the same place. "
            "All x contribute to each z.",
        ),
        mistake(
            lambda grid, density, t, beta: normal_pdf(
                grid,
                *diffusion.diffusion_kernel(
                    np.sum(grid * density) * (grid[1] - grid[0]), t, beta
                ),
            ),
            "This is the kernel of the mean of the data. Average the kernels, not "
            "the data.",
        ),
        mistake(
            lambda grid, density, t, beta: normal_pdf(
                grid, *diffusion.diffusion_kernel(0.0, t, beta)
            ),
            "This is the kernel of a single point at zero. Where do the data come in?",
        ),
        mistake(
            lambda grid, density, t, beta: normal_pdf(grid, 0.0, 1.0),
            "This is where the steps lead in the end. At step t, how much of the "
            "data is left?",
        ),
    ],
    hints=[
        "Take a single x of the grid. Which curve over z does it contribute, and with "
        "which weight?",
        "`normal_pdf(grid[:, None], mean, std)` is a table with a column for each x. "
        "Add its columns up, weighted by `density` times the grid's spacing.",
    ],
)


def _is_a_schedule(betas, T):
    """Tell whether half the steps keep 0.8, all of them 0.1, none above 0.1."""
    betas = np.asarray(betas, dtype=float)
    if betas.shape != (T,):
        return f"{T} variances are expected, as an array of shape `({T},)`."
    if not np.all((betas >= 0) & (betas <= 0.1 + 1e-12)):
        return (
            f"Your variances reach from {betas.min():.3g} to {betas.max():.3g}. They "
            "should lie between 0 and 0.1."
        )
    kept = np.sqrt(np.cumprod(1 - betas))
    half, end = kept[T // 2 - 1], kept[-1]
    if half >= 0.8 and end <= 0.1:
        return True
    return (
        f"After half of the steps {half:.3f} of x is left, and at the end {end:.3f}; "
        "at least 0.8 and at most 0.1 are the targets."
    )


exercise(
    "18.1.11",
    title="A schedule of your own",
    stub="def schedule(T):\n    return np.full(T, 0.01511)\n",
    solution=(
        "def schedule(T):\n"
        "    betas = np.full(T, 0.09)\n"
        "    betas[: T // 2] = 0.006\n"
        "    return betas\n"
    ),
    reference=lambda T: np.repeat([0.006, 0.09], T // 2),
    accept=_is_a_schedule,
    cases=[case(100)],
    planted=[
        mistake(
            lambda T: np.linspace(0, 0.1, T),
            "A straight line from 0 to the allowed 0.1 loses too much by half time. "
            "Bend it.",
        ),
        mistake(
            lambda T: np.linspace(1e-4, 0.02, T),
            "This is the schedule of the paper, made for 1000 steps. With 100, far too "
            "much of x is left.",
        ),
        mistake(
            lambda T: np.full(T, 0.1),
            "You begin with the largest variance: by half time, too little is left.",
        ),
        mistake(
            lambda T: np.full(T, 0.045),
            "With equal steps, what is left at half time is the root of what is left "
            "at the end. Can they reach both targets?",
        ),
        mistake(
            lambda T: np.repeat([0.0, 0.2], T // 2),
            "The idea is right. The second half is too violent.",
        ),
        mistake(
            lambda T: np.repeat([0.09, 0.006], T // 2),
            "Fast first and gentle later is the wrong way round.",
        ),
    ],
    hints=[
        "What a schedule keeps is the product of both halves. Which factor does each "
        "half need?",
        "The first half keeps 0.8 or more in 50 steps; the second must bring 0.8 down "
        "to 0.1 in 50. Two constants will do.",
    ],
)


def _bits(change):
    """Make a kernel of bits from the probability that the bit differs."""

    def kernel(x, t, beta):
        differs = change(int(t), beta)
        return np.where(np.asarray(x) > 0.5, 1 - differs, differs)

    return kernel


exercise(
    "18.1.12",
    title="Bits that flip",
    stub="def bit_kernel(x, t, beta):\n    ...  # your code\n",
    solution=(
        "def bit_kernel(x, t, beta):\n"
        "    return 0.5 + (1 - 2 * beta) ** t * (x - 0.5)\n"
    ),
    equivalent={
        "return np.abs(0.5 + (1 - 2 * beta) ** t * (x - 0.5))": "never negative",
        "return np.maximum(0.5 + (1 - 2 * beta) ** t * (x - 0.5), 0)": "never negative",
    },
    reference=diffusion.bit_kernel,
    cases=[
        case(1, 2, 0.1),
        case(0, 5, 0.2),
        case(1, 5, 0.2),
        case(0, 100, _BETA),
        case(1, 3, 0.75),
        case(1, 1, 0.3),
        case(0, 7, 0.05),
        case(1, 0, 0.4),
    ],
    planted=[
        mistake(
            _bits(lambda t, beta: 1 - (1 - beta) ** t),
            "This is the probability of at least one flip. Two flips bring a bit back.",
        ),
        mistake(
            _bits(lambda t, beta: beta),
            "Your answer is that of one step, whatever t is.",
        ),
        mistake(
            _bits(lambda t, beta: t * beta),
            "Probabilities of a flip do not add up: a second flip undoes the first.",
        ),
        mistake(
            _bits(lambda t, beta: t * beta * (1 - beta) ** max(t - 1, 0)),
            "You count exactly one flip. Three flips do the same.",
        ),
        mistake(
            _bits(lambda t, beta: (1 - (1 - beta) ** t) / 2),
            "With probability beta the bit flips. It does not become a coin toss, "
            "which would flip only half the time.",
        ),
        mistake(
            lambda x, t, beta: 0.5 + 0.5 * (1 - 2 * beta) ** t + 0 * np.asarray(x),
            "This is the probability that the bit is what it was. For x = 0 something "
            "else is asked.",
        ),
        mistake(
            lambda x, t, beta: np.asarray(x) * (1 - 2 * beta) ** t,
            "Your bits end at 0. After many flips, 0 and 1 should be equally likely.",
        ),
        mistake(
            _bits(
                lambda t, beta: sum(
                    comb(t, n) * beta**n * (1 - beta) ** (t - n)
                    for n in range(0, t + 1, 2)
                )
            ),
            "You count even numbers of flips. When is the bit another one?",
        ),
        mistake(
            lambda x, t, beta: np.asarray(x) * (1 - beta) ** t,
            "In yours a 0 stays 0. It is flipped as often as a 1.",
        ),
        mistake(
            lambda x, t, beta: 0.5 + np.sqrt((1 - beta) ** t) * (np.asarray(x) - 0.5),
            "The factor of the normal steps is not that of the bits. What is the "
            "distance from one half after one step?",
        ),
        mistake(
            lambda x, t, beta: np.sqrt((1 - beta) ** t) * np.asarray(x),
            "This is the mean of the diffusion kernel for numbers. Bits are "
            "flipped, and not shrunk.",
        ),
        mistake(
            _bits(lambda t, beta: beta**t),
            "This is the probability of a flip at every step. Other ways lead to "
            "the other bit, too.",
        ),
        mistake(
            lambda x, t, beta: 1 - (1 - beta) ** t + 0 * np.asarray(x),
            "This is the probability of at least one flip, whatever the bit was.",
        ),
        mistake(
            lambda x, t, beta: 0.5 + 0 * np.asarray(x),
            "One half is where it leads in the end. How fast?",
        ),
        mistake(
            lambda x, t, beta: (1 - 2 * beta) ** t * (np.asarray(x) - 0.5),
            "This is the distance from one half.",
        ),
        mistake(
            lambda x, t, beta: 0.5 + (1 - 2 * beta) ** t * np.asarray(x),
            "What is at a distance of one half from one half: is it x?",
        ),
        mistake(
            lambda x, t, beta: 1 - (1 - np.asarray(x)) * (1 - beta) ** t,
            "In yours a 1 stays 1. It is flipped as often as a 0.",
        ),
        mistake(
            lambda x, t, beta: 1.0 * np.asarray(x),
            "In yours the bit stays what it was. A bit that is 0 can become 1.",
        ),
    ],
    hints=[
        "If the bit is 1 with probability $p$ before a step, with which probability is "
        "it 1 after the step? Which $p$ does not change?",
        "Subtract one half: each step multiplies $p - \\frac12$ by $1 - 2\\beta$.",
    ],
)
