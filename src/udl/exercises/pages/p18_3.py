"""Exercises and questions of page 18.3, a diffusion model that predicts noise."""

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
from udl.generative.diffusion import noise_prediction as by_noise
from udl.generative.diffusion.encoder import diffusion_kernel

_BETA = 0.01511


def _points(count, seed=0):
    return np.random.default_rng(seed).normal(size=count)


def _pair(*, steps=lambda t: t, target=lambda e, std: e, z=None):
    """Make a pair with other steps, another target or another value."""

    def pair(x_train, t, beta, epsilon):
        mean, std = diffusion_kernel(x_train, steps(t), beta)
        e = np.asarray(epsilon, dtype=float)
        value = z(x_train, t, beta, e) if z else mean + std * e
        return value, target(e, std)

    return pair


def _mixed(x, e, of_data, of_noise):
    return of_data * np.asarray(x) + of_noise * e


exercise(
    "18.3.1",
    title="A value and the noise in it",
    stub=("def get_data_pairs(x_train, t, beta, epsilon):\n    ...  # your code\n"),
    solution=(
        "def get_data_pairs(x_train, t, beta, epsilon):\n"
        "    alpha = (1 - beta) ** t\n"
        "    z_t = np.sqrt(alpha) * x_train + np.sqrt(1 - alpha) * epsilon\n"
        "    return z_t, epsilon\n"
    ),
    published=published(
        "get_data_pairs(x_train, t, beta)",
        takes=["x_train", "t", "beta"],
        provides={"np": lambda epsilon: dealt(epsilon)},
    ),
    parts=["z_t", "target"],
    reference=by_noise.get_data_pairs,
    cases=[
        case(np.array([2.0, -1.0, 0.5]), 2, 0.36, np.array([0.5, -1.2, 0.7])),
        case(_points(5, 1), 40, _BETA, _points(5, 2)),
        case(np.array([1, -3, 2]), 1, 0.19, np.array([1, 0, -2])),
        case(_points(4, 3), 100, _BETA, _points(4, 4)),
        case(np.array([1.5, -2.0]), 0, 0.3, np.array([0.4, 1.1])),
        case(np.array([0.8]), 7, 0.05, np.array([-1.5])),
    ],
    planted=[
        mistake(
            _pair(target=lambda e, std: std * e),
            "What did you ask the model to predict: the noise, or its contribution?",
        ),
        mistake(
            _pair(target=lambda e, std: e[::-1]),
            "Is the noise that you return the one that you added?",
        ),
        mistake(
            _pair(steps=lambda t: 1),
            "Is z_100 noisier than z_1 in your pairs? This is one step from the data.",
        ),
        mistake(
            _pair(steps=lambda t: t + 1),
            "At t = 0 there should be no noise in z: alpha is then 1.",
        ),
        mistake(
            _pair(
                z=lambda x, t, b, e: (
                    (1 - b) ** t * np.asarray(x) + (1 - (1 - b) ** t) * e
                )
            ),
            "alpha and 1 - alpha are variances: what data and noise are multiplied by "
            "are their roots.",
        ),
        mistake(
            _pair(
                z=lambda x, t, b, e: (
                    np.sqrt((1 - b) ** t) * np.asarray(x) + (1 - (1 - b) ** t) * e
                )
            ),
            "1 - alpha is a variance: what multiplies a standard normal?",
        ),
        mistake(
            _pair(
                z=lambda x, t, b, e: (
                    np.sqrt((1 - b) ** t) * np.asarray(x) + np.sqrt(t * b) * e
                )
            ),
            "Your variances add up over the steps. But noise that came early is shrunk "
            "by all later steps.",
        ),
        mistake(
            lambda x, t, beta, epsilon: _pair()(x, t, beta, epsilon)[::-1],
            "The model's input comes first, then its target.",
        ),
        mistake(
            lambda x, t, beta, epsilon: (_pair()(x, t, beta, epsilon)[0], x),
            "You return the data. This model is to predict the noise.",
        ),
        *(
            mistake(_pair(z=value), sentence)
            for value, sentence in (
                (
                    lambda x, t, b, e: _mixed(x, e, np.sqrt(1 - b**t), np.sqrt(b**t)),
                    "alpha is the product of the factors of t steps. Which number is "
                    "raised to the power t?",
                ),
                (
                    lambda x, t, b, e: _mixed(
                        x, e, np.sqrt(t * (1 - b)), np.sqrt(1 - t * (1 - b))
                    ),
                    "t steps multiply by their factors one after the other: is that t "
                    "times the factor?",
                ),
                (
                    lambda x, t, b, e: _mixed(
                        x, e, (1 - b) ** (t / 2), 1 - (1 - b) ** (t / 2)
                    ),
                    "It is variances that add up to one, not the factors.",
                ),
                (
                    lambda x, t, b, e: _mixed(
                        x, e, np.sqrt(1 - (1 - b) ** t), (1 - b) ** (t / 2)
                    ),
                    "At t = 0 there should be only data: your factors have changed "
                    "places.",
                ),
                (
                    lambda x, t, b, e: _mixed(x, e, 1, np.sqrt(1 - (1 - b) ** t)),
                    "Each step also shrinks: after many of them, what is left of the "
                    "data?",
                ),
                (
                    lambda x, t, b, e: _mixed(
                        x,
                        e,
                        (1 - b) ** (t / 2),
                        sum(np.sqrt(b) * (1 - b) ** (k / 2) for k in range(t)),
                    ),
                    "The steps have independent noises. You add the same one t times.",
                ),
            )
        ),
        mistake(
            lambda x, t, beta, epsilon: (
                _pair()(x, t, beta, epsilon)[0],
                _pair()(x, t, beta, epsilon)[0] - np.asarray(x),
            ),
            "Your target is the whole change of the value. The data were also shrunk, "
            "and the noise was multiplied by a root.",
        ),
        mistake(
            lambda x, t, beta, epsilon: (
                _pair()(x, t, beta, epsilon)[0],
                _pair()(x, t - 1, beta, epsilon)[0],
            ),
            "Your target is a value one step before, as on page 18.2. This model is to "
            "predict the noise.",
        ),
    ],
    hints=[
        "The diffusion kernel of page 18.1 makes $t$ steps at once.",
        "`z_t` is `np.sqrt(alpha) * x_train + np.sqrt(1 - alpha) * epsilon` with "
        "`alpha = (1 - beta) ** t`, and the target is `epsilon`.",
    ],
)

question(
    "18.3.2",
    title="How much to take out",
    prompt="At step 100 a value holds the noise of a hundred steps, all of the same "
    "variance $\\beta = 0.01511$. Which share of it does one step back remove?",
    choices=[
        choice(
            "All of it: once you know the noise, you can subtract it.",
            "You could, if you knew it. Here, a single step is to be undone.",
        ),
        choice(
            "About 2%.",
            "Yes: $\\beta/(1-\\alpha_{100}) \\approx 0.019$. It is more than one "
            "hundredth, since the later noises have been shrunk less.",
            right=True,
        ),
        choice(
            "One hundredth, since there are a hundred equal noises.",
            "They were equal when they came in. Which of them have been shrunk most by "
            "now?",
        ),
        choice(
            "About 12%, the standard deviation $\\sqrt\\beta$.",
            "That is the size of one step's noise. What share is it of the noise in "
            "the value, whose variance is $1-\\alpha_{100}$?",
        ),
    ],
)

question(
    "18.3.3",
    title="The factor of the noise",
    prompt="With $\\beta = 0.36$ and $t = 2$, the mean is $m_2 = 1.25\\,z_2 - "
    "c\\,\\epsilon$. What is $c$?",
    answer=number(
        0.58566,
        0.001,
        "Yes. $\\alpha_2 = 0.4096$, and $0.36/\\sqrt{0.5904}$ is divided by 0.8.",
    ),
    near=[
        number(0.46853, 0.001, "The noise is inside the parentheses as well: what "
               "divides them?"),
        number(0.6, 0.001, "How many steps has $z_2$ made? And what divides "
               "the parentheses?"),
        number(0.76220, 0.001, "The noise has the standard deviation "
               "$\\sqrt{1-\\alpha_2}$, not the variance."),
        number(0.70313, 0.001, "In the denominator there is $1-\\alpha_2$, the noise, "
               "not $\\alpha_2$."),
        number(0.75, 0.001, "You took $\\alpha_1$. How many steps has $z_2$ made?"),
        number(-0.58566, 0.001, "The sign is in front of $c$ already."),
        number(0.73207, 0.001, "The parentheses are divided by a root. Compare with "
               "the 1.25 of $z_2$."),
        number(0.37482, 0.001, "The parentheses are divided by 0.8, not multiplied. "
               "Compare with the 1.25 of $z_2$."),
        number(0.97609, 0.001, "You took $\\sqrt\\beta$ for $\\beta$."),
        number(0.45, 0.001, "What divides $\\beta$ inside the parentheses?"),
        number(0.96046, 0.001, "You took out all the noise. What share of it goes?"),
    ],
    otherwise="What is $\\alpha_2$, and which root divides $\\beta$?",
)  # fmt: skip


def _back(inner, outer=lambda b: np.sqrt(1 - b), sign=-1):
    """Make a step back with other factors."""

    def back(z_t, epsilon, t, beta):
        a = (1 - beta) ** t
        noise = sign * inner(beta, a, t) * np.asarray(epsilon)
        return (np.asarray(z_t) + noise) / outer(beta)

    return back


def _right_inner(b, a, t):
    return b / np.sqrt(1 - a)


_BACK_CASES = [
    (np.array([1.0, -0.5, 2.0]), np.array([0.4, -1.0, 1.2]), 2, 0.36),
    (_points(5, 5), _points(5, 6), 40, _BETA),
    (np.array([2, -1]), np.array([1, 3]), 1, 0.19),
    (_points(4, 7), _points(4, 8), 100, _BETA),
    (_points(3, 9), _points(3, 10), 5, 0.1),
]

exercise(
    "18.3.4",
    title="The step back, from noise",
    stub="def step_back(z_t, epsilon, t, beta):\n    ...  # your code\n",
    solution=(
        "def step_back(z_t, epsilon, t, beta):\n"
        "    alpha = (1 - beta) ** t\n"
        "    rest = z_t - beta / np.sqrt(1 - alpha) * epsilon\n"
        "    return rest / np.sqrt(1 - beta)\n"
    ),
    reference=by_noise.step_back,
    cases=[case(*args) for args in _BACK_CASES],
    planted=[
        mistake(
            lambda z_t, epsilon, t, beta: _back(
                _right_inner, lambda b: np.sqrt((1 - b) ** t)
            )(z_t, epsilon, t, beta),
            "Each step undoes one step, not all of them: you divide by the root of "
            "alpha.",
        ),
        mistake(
            _back(lambda b, a, t: b / np.sqrt(a)),
            "Derive the mean from the estimated x once, and compare at two values of "
            "t: the root is of what is noise, not of what is left of the data.",
        ),
        mistake(
            _back(lambda b, a, t: b / (1 - a)),
            "Derive the mean from the estimated x once: a root is missing below beta.",
        ),
        mistake(
            _back(lambda b, a, t: np.sqrt(1 - a)),
            "You remove all the noise at once. A step back removes a part of it.",
        ),
        mistake(
            _back(lambda b, a, t: np.sqrt(b)),
            "You remove as much as the last step has added. But the noise in the value "
            "is that of all steps, and only partly that of the last.",
        ),
        mistake(
            _back(_right_inner, sign=1),
            "You add the noise. It is to be taken out.",
        ),
        mistake(
            _back(lambda b, a, t: b / np.sqrt(1 - a) * np.sqrt(1 - b)),
            "The noise is divided by the root of 1 - beta as well.",
        ),
        mistake(
            _back(_right_inner, lambda b: 1),
            "The shrinking of one step is not undone.",
        ),
        mistake(
            _back(_right_inner, lambda b: 1 - b),
            "A step multiplies by the root of 1 - beta. What undoes it?",
        ),
        mistake(
            _back(lambda b, a, t: b / np.sqrt(1 - a * (1 - b))),
            "Your alpha is that of t + 1 steps. At t = 1, all the noise should go.",
        ),
        mistake(
            lambda z_t, epsilon, t, beta: by_noise.data_from(z_t, epsilon, t, beta),
            "This jumps to x. Each step undoes one step, not all of them.",
        ),
        mistake(
            lambda z_t, epsilon, t, beta: (
                np.asarray(z_t)
                - beta
                / np.sqrt(1 - (1 - beta) ** t)
                * np.asarray(epsilon)
                / np.sqrt(1 - beta)
            ),
            "Only the noise is divided by the root of 1 - beta: are parentheses "
            "missing?",
        ),
        mistake(
            _back(_right_inner, lambda b: 1 / np.sqrt(1 - b)),
            "You shrink once more. Going back undoes the shrinking.",
        ),
        mistake(
            _back(lambda b, a, t: np.sqrt(b) / np.sqrt(1 - a)),
            "At t = 1, all the noise should go: that of the root of beta. You take out "
            "more.",
        ),
        mistake(
            _back(lambda b, a, t: b * np.sqrt(1 - a)),
            "At t = 1, all the noise should go: that of the root of beta. You take out "
            "next to nothing.",
        ),
        mistake(
            _back(lambda b, a, t: b / np.sqrt(1 - (1 - b**t))),
            "alpha is the product of the factors of t steps. Which number is raised to "
            "the power t?",
        ),
        mistake(
            _back(lambda b, a, t: np.sqrt(1 - a) / t),
            "The noises of the t steps do not have equal shares: the early ones have "
            "been shrunk since.",
        ),
    ],
    hints=[
        "First take out `beta / np.sqrt(1 - alpha)` times the noise.",
        "Then undo the shrinking of one step: divide by `np.sqrt(1 - beta)`.",
    ],
)

question(
    "18.3.5",
    title="The weights that are left out",
    prompt="The bound weighs the squares of a step with "
    "$\\beta^2/((1-\\beta)(1-\\alpha_t))$. How many times as much does step 1 weigh as "
    "step 100, for $\\beta = 0.01511$?",
    answer=number(
        51.7,
        0.5,
        "Yes: $(1-\\alpha_{100})/(1-\\alpha_1)$. Without weights, the many noisy steps "
        "count more than they would in the bound.",
    ),
    near=[
        number(7.19, 0.05, "That is the root. The weight holds $1-\\alpha_t$ itself."),
        number(0.01933, 0.0005, "That is the weight of step 100 relative to step 1."),
        number(100, 0.5, "$1-\\alpha_t$ does not grow in proportion to $t$."),
        number(4.51, 0.05, "That is the ratio of the alphas. One minus each?"),
        number(0.2215, 0.002, "That is the ratio of the alphas. One minus each?"),
        number(66.18, 0.3, "You took $1-\\alpha_{100}$ for 1. It is not that large."),
        number(2677, 60, "The weight holds $1-\\alpha_t$ itself, not its square."),
    ],
    otherwise="Most factors cancel in the ratio of the two weights.",
)


def _models(steps):
    return lines(steps, 0.4)


def _walk(
    *,
    model=lambda t: t - 1,
    back=by_noise.step_back,
    start=lambda noise, sigma: noise[-1],
    keep=lambda t, T: t > 1,
    scale=lambda sigma: sigma,
    draw=lambda row: row,
):
    """Make a walk back with other models, another step or other noise."""

    def walk(models, beta, sigma, noise):
        noise = np.asarray(noise, dtype=float)
        steps = len(models)
        z = np.zeros(noise.shape)
        z[steps] = start(noise, sigma)
        for t in range(steps, 0, -1):
            z[t - 1] = back(z[t], models[model(t)].predict(z[t]), t, beta)
            if keep(t, steps):
                z[t - 1] += scale(sigma) * draw(noise[t - 1])
        return z

    return walk


def _by_rows(
    *,
    times=lambda T: range(T, 0, -1),
    shown=lambda z, e, t: z[t],
    seen=lambda guess, e, t: guess,
    fresh=lambda e, t: e[t - 1],
    inside=False,
):
    """Make a walk that takes other rows, or other noise, or rows in another order."""

    def walk(models, beta, sigma, noise):
        e = np.asarray(noise, dtype=float)
        z = np.zeros(e.shape)
        z[-1] = e[-1]
        for t in times(len(e) - 1):
            guess = seen(models[t - 1].predict(shown(z, e, t)), e, t)
            z[t - 1] = by_noise.step_back(z[t], guess, t, beta)
            if t > 1:
                scale = sigma / np.sqrt(1 - beta) if inside else sigma
                z[t - 1] += scale * fresh(e, t)
        return z

    return walk


_WALKS = [
    (_models(3), 0.2, 0.3, np.random.default_rng(0).normal(size=(4, 2))),
    (_models(5), _BETA, 0.12288, np.random.default_rng(1).normal(size=(6, 3))),
    (_models(2), 0.36, 1.5, np.array([[1, -2, 0, 3], [2, 0, 1, -1], [0, 1, 5, 2]])),
    (_models(1), 0.1, 0.4, np.random.default_rng(2).normal(size=(2, 5))),
    (_models(20), 0.05, 0.0, np.random.default_rng(3).normal(size=(21, 4))),
    (_models(7), 0.1, 0.3, np.random.default_rng(4).normal(size=(8, 1))),
]

exercise(
    "18.3.6",
    title="The walk back, from noise",
    stub=(
        "def sample(model, beta, sigma_t, noise):\n"
        "    samples = np.zeros(noise.shape)\n"
        "    ...  # your code\n"
        "    return samples\n"
    ),
    solution=(
        "def sample(model, beta, sigma_t, noise):\n"
        "    samples = np.array(noise, dtype=float)\n"
        "    for t in range(len(model), 0, -1):\n"
        "        epsilon = model[t - 1].predict(samples[t])\n"
        "        samples[t - 1] = step_back(samples[t], epsilon, t, beta)\n"
        "        if t > 1:\n"
        "            samples[t - 1] += sigma_t * noise[t - 1]\n"
        "    return samples\n"
    ),
    uses={"step_back": "18.3.4"},
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
            "beta": lambda beta: beta,
            "clear_output": lambda: lambda *_, **__: None,
            "display": lambda: lambda *_, **__: None,
        },
    ),
    reference=by_noise.sample,
    cases=[case(*args) for args in _WALKS],
    planted=[
        mistake(
            _walk(keep=lambda t, T: True),
            "Is anything uncertain after the last step? You add noise there as well.",
        ),
        mistake(
            _walk(keep=lambda t, T: t < T),
            "The first step back, from T, gets no noise, and the last one does. Before "
            "which step is there only the data?",
        ),
        mistake(
            _walk(keep=lambda t, T: False),
            "You add no noise at all: all that is left is averages.",
        ),
        mistake(
            _walk(back=lambda z, e, t, beta: e),
            "What does the model return here? Your walk goes to the noise itself.",
        ),
        mistake(
            _walk(back=lambda z, e, t, beta: z - e),
            "You subtract the noise as it is. Which share of it does a step remove?",
        ),
        mistake(
            _walk(back=by_noise.data_from),
            "Each step undoes one step, not all of them: yours jumps to x.",
        ),
        mistake(
            _walk(
                back=lambda z, e, t, b: (
                    (z - b / np.sqrt(1 - (1 - b) ** t) * e) / np.sqrt((1 - b) ** t)
                )
            ),
            "Each step undoes one shrinking, not all of them: you divide by the root "
            "of alpha.",
        ),
        mistake(
            _walk(back=lambda z, e, t, b: by_noise.step_back(z, e, t + 1, b)
                  * 1.0),
            "Write down which time each index stands for: in your alpha, t is one step "
            "late.",
        ),
        mistake(
            _walk(
                back=lambda z, e, t, b: (z - b / np.sqrt((1 - b) ** t) * e)
                / np.sqrt(1 - b)
            ),
            "Compare your mean at two values of t: the root is of 1 - alpha, what is "
            "noise.",
        ),
        mistake(
            _walk(back=lambda z, e, t, b: (z - b / (1 - (1 - b) ** t) * e)
                  / np.sqrt(1 - b)),
            "In your mean, a root is missing below beta.",
        ),
        mistake(
            _walk(back=lambda z, e, t, b: (z - np.sqrt(1 - (1 - b) ** t) * e)
                  / np.sqrt(1 - b)),
            "You remove all the noise at once and undo the shrinking of one step.",
        ),
        mistake(
            lambda model, beta, sigma_t, noise: _walk(
                back=lambda z, e, t, b: by_noise.step_back(z, e, len(model), b)
            )(model, beta, sigma_t, noise),
            "In your alpha, every step is the last one, T.",
        ),
        mistake(
            _walk(back=lambda z, e, t, b: (z - b / np.sqrt(1 - (1 - b) ** (t - 1)) * e)
                  / np.sqrt(1 - b)),
            "In your alpha, t is one step early: at t = 1 you divide by zero.",
        ),
        mistake(
            _walk(keep=lambda t, T: t > 2),
            "Only the very last step, the one that leads to row 0, adds no noise.",
        ),
        mistake(
            lambda model, beta, sigma_t, noise: _walk(model=lambda t: t % len(model))(
                model, beta, sigma_t, noise
            ),
            "Which model knows the noise in z_t? Yours are one step late.",
        ),
        mistake(
            _by_rows(fresh=lambda e, t: e[t]),
            "Row t of the noise is for the step that leads to t. The step from t leads "
            "to t - 1.",
        ),
        mistake(
            _by_rows(shown=lambda z, e, t: e[t]),
            "You show the model the noise of each step. Where is the walk?",
        ),
        mistake(
            _by_rows(seen=lambda guess, e, t: e[t]),
            "You take out numbers that were drawn. Which noise does the model see?",
        ),
        mistake(
            _by_rows(times=lambda T: range(1, T + 1)),
            "Your loop begins at step 1, where no walk has arrived yet. Which row is "
            "filled first?",
        ),
        mistake(
            _by_rows(times=lambda T: range(T, 1, -1)),
            "Row 0 is still empty: where does your loop end?",
        ),
        mistake(
            _by_rows(fresh=lambda e, t: e[t - 1], inside=True),
            "You divide the new noise as well. It comes after the shrinking is undone.",
        ),
        mistake(
            _walk(model=lambda t: -1 if t == 1 else t - 2),
            "Which model knows the noise in z_t? Yours are one step early.",
        ),
        mistake(
            lambda model, beta, sigma_t, noise: _walk(model=lambda t: len(model) - t)(
                model, beta, sigma_t, noise
            ),
            "You use the models in the order of training. The walk starts with the "
            "last one.",
        ),
        mistake(
            _walk(draw=lambda row: row[0]),
            "sigma_t is a standard deviation, one draw for each sample. Here, all "
            "samples get the same.",
        ),
        mistake(
            _walk(scale=lambda sigma: sigma**2),
            "sigma_t is a standard deviation already.",
        ),
        mistake(
            _walk(scale=np.sqrt),
            "sigma_t is a standard deviation, and needs no root.",
        ),
        mistake(
            _walk(scale=lambda sigma: 2 * sigma),
            "How often do you add noise per step?",
        ),
        mistake(
            _walk(start=lambda noise, sigma: 0 * noise[-1]),
            "Your walks all start at zero. They start at standard normal numbers.",
        ),
        mistake(
            _walk(start=lambda noise, sigma: sigma * noise[-1]),
            "The start is standard normal. sigma_t is for the steps.",
        ),
        mistake(
            _walk(start=lambda noise, sigma: noise[-1] + noise.shape[1]),
            "What is the first argument of normal? Your walks start around the number "
            "of samples.",
        ),
    ],
    hints=[
        "As on page 18.2, but the model gives the noise. Which function makes the mean "
        "of it?",
        "`step_back(samples[t], model[t - 1].predict(samples[t]), t, beta)`, and for "
        "`t > 1` add `sigma_t * noise[t - 1]`.",
    ],
)  # fmt: skip

question(
    "18.3.7",
    title="How long a guess is any good",
    prompt="Change `t` in the cell below. At which step is the best guess of $x$, for "
    "the first time, off by more than 0.53 (root mean square)?",
    answer=number(
        23,
        0.4,
        "Yes. That is about half the spread of the data, and more than three quarters "
        "of the steps are still to come.",
    ),
    near=[
        number(22, 0.4, "There it is still a little below 0.53."),
        number(24, 0.4, "There it is above 0.53, and one step earlier as well."),
    ],
    otherwise="The error grows with every step. Bisect: try 50, then go to one side.",
)


def _given_pairs(t):
    return np.arange(4.0) + t, np.arange(4.0) * (t + 1)


def _other_pairs(t):
    return np.linspace(-1, 1, 3) * (t + 2), np.full(3, float(t))


def _fit(z, target):
    return np.sum(z) + 10 * np.sum(target)


def _slope(z, target):
    return np.polyfit(z, target, 1)[0] + np.max(z)


def _list_of(times, *, order=1, swap=False):
    def train(pairs, fit, T):
        made = [fit(*(pairs(t)[::-1] if swap else pairs(t))) for t in times(T)]
        return np.array(made[::order])

    return train


exercise(
    "18.3.8",
    title="A shift in time",
    stub=(
        "def train(pairs, fit, T):\n"
        "    models = []\n"
        "    for t in range(T):\n"
        "        z, target = pairs(t)\n"
        "        models.append(fit(z, target))\n"
        "    return models\n"
    ),
    solution=(
        "def train(pairs, fit, T):\n"
        "    models = []\n"
        "    for t in range(1, T + 1):\n"
        "        z, target = pairs(t)\n"
        "        models.append(fit(z, target))\n"
        "    return models\n"
    ),
    reference=_list_of(lambda T: range(1, T + 1)),
    cases=[
        case(_given_pairs, _fit, 3),
        case(_other_pairs, _fit, 5),
        case(_given_pairs, _slope, 1),
        case(_other_pairs, _slope, 8),
    ],
    planted=[
        mistake(
            _list_of(lambda T: range(1, T)),
            "These are T - 1 models. Which step is left out?",
        ),
        mistake(
            _list_of(lambda T: range(T + 1)),
            "These are T + 1 models. Step 0 needs none: there is no noise.",
        ),
        mistake(
            _list_of(lambda T: range(1, T + 1), order=-1),
            "The first model should be the one for step 1.",
        ),
        mistake(
            _list_of(lambda T: range(2, T + 2)),
            "Now the first model has seen values after two steps.",
        ),
        mistake(
            _list_of(lambda T: range(1, T + 1), swap=True),
            "The model predicts the noise from the value. You exchanged them.",
        ),
        mistake(
            _list_of(lambda T: [0, *range(2, T + 1)]),
            "The first model is still one without noise.",
        ),
        mistake(
            _list_of(lambda T: [1]),
            "Only the model of step 1 has come out: does `return` stand inside the "
            "loop?",
        ),
        mistake(
            lambda pairs, fit, T: fit(*pairs(1)),
            "A single model has come out. All of them are asked, in a list.",
        ),
        mistake(
            _list_of(lambda T: range(-1, T - 1)),
            "Now the first model has seen values before step 0. In which direction "
            "should t move?",
        ),
        mistake(
            _list_of(lambda T: [T] * T),
            "All of your models have seen values after T steps.",
        ),
        mistake(
            lambda pairs, fit, T: np.array(
                [fit(pairs(t)[0], pairs(t)[0]) for t in range(1, T + 1)]
            ),
            "Your models learn to repeat the value. What should they predict?",
        ),
    ],
    hints=[
        "For which values of `t` is `pairs(t)` called, if `T` is 3?",
        "`range(1, T + 1)` runs from 1 to `T`.",
    ],
)


def _normal_slope(z):
    return -np.asarray(z) / 2


def _far_slope(z):
    return -(np.asarray(z) - 3) / 5


def _bounded_slope(z):
    return -np.tanh(np.asarray(z))


exercise(
    "18.3.9",
    title="Tweedie's formula",
    stub="def tweedie(z, sigma, slope):\n    ...  # your code\n",
    solution="def tweedie(z, sigma, slope):\n    return z + sigma**2 * slope(z)\n",
    reference=by_noise.tweedie,
    cases=[
        case(np.array([1.0, -2.0, 0.5]), 0.5, _normal_slope),
        case(np.array([4.0, 1.0]), 2.0, _far_slope),
        case(np.linspace(-3, 3, 7), 0.8, _bounded_slope),
        case(np.array([3, 0, -1, 2]), 1.5, _bounded_slope),
        case(2.5, 0.3, _far_slope),
        case(2, 0.7, _normal_slope),
    ],
    planted=[
        mistake(
            lambda z, sigma, slope: np.asarray(z) + sigma * slope(z),
            "The average noise is sigma times the slope, and it enters z times sigma "
            "once more.",
        ),
        mistake(
            lambda z, sigma, slope: np.asarray(z) - sigma**2 * slope(z),
            "You go down the slope. Where are values likely?",
        ),
        mistake(
            lambda z, sigma, slope: -sigma * slope(z),
            "This is the average noise. What is left of z without it?",
        ),
        mistake(
            lambda z, sigma, slope: sigma**2 * slope(z),
            "This is by how much the average lies beside z.",
        ),
        mistake(
            lambda z, sigma, slope: (
                (np.asarray(z) + sigma**2 * slope(z)) / np.sqrt(abs(1 - sigma**2))
            ),
            "Nothing was shrunk here, so nothing has to be undone.",
        ),
        mistake(
            lambda z, sigma, slope: (
                (np.asarray(z) + sigma**2 * slope(z)) / np.sqrt(1 - sigma**2)
            ),
            "Nothing was shrunk here, so there is nothing to undo.",
        ),
        mistake(
            lambda z, sigma, slope: np.asarray(z) + sigma**2 / 2 * slope(z),
            "The exponent has a one half. Does its derivative?",
        ),
        mistake(
            lambda z, sigma, slope: np.asarray(z) + np.sqrt(sigma) * slope(z),
            "sigma is a standard deviation. What stands below in the exponent of a "
            "normal density?",
        ),
        mistake(
            lambda z, sigma, slope: np.asarray(z) * sigma**2 * slope(z),
            "The slope says by how much to move z, not by what to multiply it.",
        ),
        mistake(
            lambda z, sigma, slope: np.asarray(z) + slope(z) / sigma**2,
            "With hardly any noise, the best guess is z itself.",
        ),
    ],
    hints=[
        "The kernel is $\\text{Norm}_z[x, \\sigma^2]$. What is its derivative by $z$?",
        "The average noise is `-sigma * slope(z)`; take `sigma` times that out of `z`.",
    ],
)
