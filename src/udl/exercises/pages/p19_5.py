"""Exercises and questions of page 19.5, control variates."""

import numpy as np

from udl.decisions import bandit
from udl.decisions import control_variates as cv
from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    question,
)


def _drawn(seed, *shape, rho=0.7):
    """Make pairs that differ in mean and size, to three decimals."""
    a, b = cv.pairs(rho, np.random.default_rng(seed).standard_normal((2, *shape)))
    return np.round(3 * a - 40, 3), np.round(2 * b + 1, 3)


def _either_way(answer, a):
    """Accept the variance with R and with R - 1 below the fraction."""
    if not isinstance(answer, tuple | list | np.ndarray) or len(answer) != 2:
        return False
    if any(np.size(one) != 1 for one in answer):
        return False
    means = np.mean(a, axis=1)
    found = [float(np.ravel(one)[0]) for one in answer]
    return bool(
        np.isclose(found[0], means.mean(), rtol=1e-6)
        and any(np.isclose(found[1], means.var(ddof=d), rtol=1e-6) for d in (0, 1))
    )


def _both(spread):
    """Give the mean, and another second number."""
    return lambda a: (np.mean(a), spread(np.asarray(a, dtype=float)))


exercise(
    "19.5.1",
    title="A thousand weeks",
    stub="def mean_and_variance(a):\n    ...  # your code\n",
    solution=(
        "def mean_and_variance(a):\n"
        "    estimates = np.mean(a, axis=1)\n"
        "    return np.mean(estimates), np.var(estimates)\n"
    ),
    reference=lambda a: (np.mean(a), np.var(np.mean(a, axis=1))),
    accept=_either_way,
    parts=["mean", "variance"],
    cases=[
        case(_drawn(0, 3, 2)[0]),
        case(_drawn(1, 4, 5)[0]),
        case(_drawn(2, 50, 5)[0]),
        case(np.array([[1, 3], [2, 9], [0, 0]])),
        case(_drawn(3, 2, 7)[0]),
        case(_drawn(4, 5, 1)[0]),
    ],
    planted=[
        mistake(
            _both(lambda a: np.std(a.mean(axis=1))),
            "With four times as many days, your second number would fall to a half. "
            "To what should a variance fall?",
        ),
        mistake(
            _both(np.var),
            "This is how far apart single days are. How far apart are the estimates?",
        ),
        mistake(
            _both(lambda a: np.var(a.mean(axis=0))),
            "The second number compares the days of the week. An estimate is a row.",
        ),
        mistake(
            _both(lambda a: np.var(a) / a.shape[1]),
            "You use the formula for the variance of a mean. Measure how the rows' "
            "means scatter.",
        ),
        mistake(
            _both(lambda a: np.mean(a.var(axis=1))),
            "This is how days scatter within a week, averaged over the weeks.",
        ),
        mistake(
            _both(lambda a: 0.0),
            "A spread of zero: are all your estimates one and the same? An array that "
            "is overwritten in a loop does this.",
        ),
        mistake(
            lambda a: (a.sum(axis=1).mean(), a.sum(axis=1).var()),
            "You add up the days of a week. An estimate is their mean.",
        ),
        mistake(
            _both(lambda a: np.mean(a.mean(axis=1) ** 2)),
            "A variance is taken about the mean. Yours is the mean of the squares.",
        ),
        mistake(
            _both(lambda a: np.var(a.mean(axis=1)) / len(a)),
            "You divide by the number of weeks once more. That is for the mean of "
            "all weeks.",
        ),
        mistake(
            lambda a: (a[0].mean(), a[0].var()),
            "You use one week only.",
        ),
        mistake(
            lambda a: (a.mean(axis=1), a.var(axis=1)),
            "You return a pair of numbers for each week. Wanted is a single pair.",
        ),
        mistake(
            lambda a: (np.median(a, axis=1).mean(), np.median(a, axis=1).var()),
            "You take the median of a week. The estimate is a mean.",
        ),
        mistake(
            _both(lambda a: np.mean(a.var(axis=1)) / a.shape[1]),
            "You guess from each week how its mean would scatter. You have "
            "many means: measure it.",
        ),
        mistake(
            _both(lambda a: 1 / a.shape[1]),
            "Your second number does not look at the draws.",
        ),
        mistake(
            _both(lambda a: len(a) * np.var(a.mean(axis=1))),
            "You add up squared distances. A variance is their mean.",
        ),
        mistake(
            lambda a: (np.median(a.mean(axis=1)), np.var(a.mean(axis=1))),
            "Your first number is the median of the estimates.",
        ),
        mistake(
            lambda a: (a.mean(axis=1), np.var(a.mean(axis=1))),
            "Your first result is still a number for each week.",
        ),
        mistake(
            lambda a: np.mean(a),
            "Only the mean comes back. How do the estimates scatter?",
        ),
    ],
    hints=[
        "First an estimate for each row; then two numbers that describe all of them.",
        "`np.mean(a, axis=1)` has an estimate for each week; `np.var` of it is the "
        "second number.",
    ],
)

question(
    "19.5.2",
    title="One random number minus another",
    prompt="Both $a$ and $b$ have the variance 1, and their correlation is 0.8. What "
    "about the variance of $a - b$?",
    choices=[
        choice(
            "It is 2: variances add up, also in a difference.",
            "They do if the two have nothing to do with each other. When it is hot, "
            "more is sold: what happens to the difference?",
        ),
        choice(
            "It is still 1, because a quantity with mean zero changes nothing.",
            "It does not change the *mean*.",
        ),
        choice(
            "It is below 1, since what both have in common cancels.",
            "Yes. How far below follows now.",
            right=True,
        ),
        choice(
            "It is 0, because $b$ explains $a$.",
            "Then the correlation would have to be 1. Not everything depends on the "
            "weather.",
        ),
    ],
)


def _daily(change):
    """Average a change of each day over the weeks."""
    return lambda a, b, mean_b, c: np.mean(change(a, b, mean_b, c), axis=1)


exercise(
    "19.5.3",
    title="Corrected estimates",
    stub="def controlled(a, b, mean_b, c):\n    ...  # your code\n",
    solution=(
        "def controlled(a, b, mean_b, c):\n"
        "    return np.mean(a - c * (b - mean_b), axis=1)\n"
    ),
    reference=cv.controlled,
    cases=[
        case(*_drawn(5, 2, 3), 0.5, 0.8),
        case(*_drawn(6, 4, 5), 0.0, 1.0),
        case(*_drawn(7, 3, 5), -2.0, 0.4),
        case(np.array([[1, 2]]), np.array([[3, 6]]), 4, 2),
        case(*_drawn(8, 5, 1), 1.0, -1.5),
        case(*_drawn(9, 3, 2), 1.5, 0.0),
    ],
    planted=[
        mistake(
            _daily(lambda a, b, m, c: a + c * (b - m)),
            "It was too hot, and you add even more ice cream.",
        ),
        mistake(
            _daily(lambda a, b, m, c: a - c * b),
            "You subtract all of the temperature. By how much was it too hot?",
        ),
        mistake(
            _daily(lambda a, b, m, c: a - (b - m)),
            "Where is the coefficient?",
        ),
        mistake(
            _daily(lambda a, b, m, c: a - c * (b - b.mean(axis=1, keepdims=True))),
            "Nothing has been corrected. Compared with its own mean, no week is "
            "ever too hot.",
        ),
        mistake(
            _daily(lambda a, b, m, c: a - c * (b - np.mean(b))),
            "You compare with the mean of all your draws. The known mean is an "
            "argument.",
        ),
        mistake(
            _daily(lambda a, b, m, c: a - c * b - m),
            "Check the bracket: the known mean belongs to `b`.",
        ),
        mistake(
            _daily(lambda a, b, m, c: a - c * b + m),
            "Check the bracket: is the known mean multiplied by `c`?",
        ),
        mistake(
            lambda a, b, m, c: np.mean(a - c * (b - m), axis=0),
            "You average over the weeks. An estimate is the mean of a row.",
        ),
        mistake(
            lambda a, b, m, c: a - c * (b - m),
            "The days are corrected. Now average each week.",
        ),
        mistake(
            lambda a, b, m, c: np.sum(a - c * (b - m), axis=1),
            "You add up a week's days. An estimate is their mean.",
        ),
        mistake(
            lambda a, b, m, c: np.mean(a - c * (b - m)),
            "You average all weeks into one number. Each row gives an estimate.",
        ),
        mistake(
            _daily(lambda a, b, m, c: c * (a - (b - m))),
            "The coefficient is for the correction only.",
        ),
        mistake(
            lambda a, b, m, c: (
                a.mean(axis=1) - c * (b - m).mean(axis=1) / np.sqrt(a.shape[1])
            ),
            "The mean's error is smaller with more days, but so is that of the "
            "temperature's mean: no further factor is needed.",
        ),
    ],
    hints=[
        "Correct each day, then average over the days of a week.",
        "`a - c * (b - mean_b)`, and its mean over `axis=1`.",
    ],
)

question(
    "19.5.4",
    title="Neither help nor harm",
    prompt="On paper: $a$ and $b$ have the same variance, and you subtract "
    "$b - \\mu_b$ itself, as the notebook does. For which correlation does "
    "this neither help nor harm?",
    answer=number(
        0.5,
        0.001,
        "Yes. Below one half, what you bring in is more than what cancels.",
    ),
    near=[
        number(
            0,
            0.001,
            "Then nothing cancels, and all of the variance of $b$ comes on top.",
        ),
        number(1, 0.001, "Then everything cancels."),
        number(-0.5, 0.001, "Then the difference varies even more. Check the sign."),
        number(2, 0.001, "A correlation is at most 1."),
        number(0.25, 0.001, "Where does the covariance have its factor of 2?"),
    ],
    otherwise="Set $2 - 2\\rho$ equal to the variance without a correction.",
)

question(
    "19.5.5",
    title="Where the parabola is lowest",
    prompt="On paper: $\\operatorname{Var}[a] = 9$, $\\operatorname{Var}[b] = 4$, "
    "and the correlation is $-0.6$. Which $c$ gives the smallest variance?",
    answer=number(
        -0.9,
        0.001,
        "Yes. It is negative: when $b$ is too high, $a$ is too low, and has to be "
        "raised.",
    ),
    near=[
        number(0.9, 0.001, "When $b$ is too high, is $a$ too high or too low?"),
        number(-0.6, 0.001, "The two have different sizes."),
        number(-0.4, 0.001, "You divide the standard deviations the other way round."),
        number(-3.6, 0.001, "This is the covariance."),
        number(-1.35, 0.001, "Take standard deviations, not variances."),
        number(5.76, 0.001, "This is the variance that is left. Which $c$ gives it?"),
        number(-1.8, 0.001, "Differentiate the square as well: its factor is 2."),
        number(0.6, 0.001, "What is the sign of the correlation?"),
        number(0.4, 0.001, "Check the sign, and which deviation stands above."),
        number(1.35, 0.001, "Check the sign, and take standard deviations."),
        number(0, 0.001, "That is the plain estimate."),
        number(1, 0.001, "That is what the notebook takes, for any correlation."),
    ],
    otherwise="Differentiate {eq}`res-19-5-variance` with respect to $c$, and set the "
    "result to zero.",
)


def _moments(rule):
    """Give a rule of covariance, the two variances, and the pairs."""

    def made(a, b):
        a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
        return rule(np.cov(a, b)[0, 1], np.var(a, ddof=1), np.var(b, ddof=1), a, b)

    return made


_FAR = _drawn(16, 6)

exercise(
    "19.5.6",
    title="The coefficient from draws",
    stub="def best_coefficient(a, b):\n    ...  # your code\n",
    solution=(
        "def best_coefficient(a, b):\n"
        "    both = np.cov(a, b)\n"
        "    return both[0, 1] / both[1, 1]\n"
    ),
    reference=cv.best_coefficient,
    cases=[
        case(*_drawn(10, 3)),
        case(*_drawn(11, 5)),
        case(*_drawn(12, 8, rho=-0.5)),
        case(np.array([1, 3, 5, 4]), np.array([0, 1, 2, 7])),
        case(*_drawn(13, 40, rho=0.1)),
        case(np.array([2.0, 5.0]), np.array([-1.0, 1.0])),
    ],
    extremes=[case(_FAR[0] + 1e6, _FAR[1] + 1e6)],
    planted=[
        mistake(
            _moments(lambda cov, va, vb, a, b: cov / np.var(b)),
            "`np.cov` divides by N - 1, `np.var` by N.",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: cov / np.sqrt(va * vb)),
            "This is the correlation. If you counted `a` in other units, should the "
            "coefficient change?",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: cov / va),
            "This is the slope of b against a. Which of the two is corrected?",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: cov),
            "This is the covariance. What is it divided by?",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: cov / np.sqrt(vb)),
            "You divide by the standard deviation.",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: a @ b / (b @ b)),
            "Your line is forced through the origin. Take the means away first.",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: np.sqrt(va / vb)),
            "Where is the correlation?",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: vb / cov),
            "Your fraction is upside down.",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: a.mean() / b.mean()),
            "You divide two means. How do the two vary together?",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: cov**2 / (va * vb)),
            "This is the share of the variance that is saved.",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: cov * np.sqrt(va / vb)),
            "A covariance contains both standard deviations already. This would be "
            "for a correlation.",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: a.mean() - cov / vb * b.mean()),
            "This is the height of the line. Which number is its slope?",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: np.polyfit(b, a, 1)),
            "A line has two numbers. Which of them is the coefficient?",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: np.cov(a, b) / vb),
            "This is a whole matrix of covariances. Which entry do you need?",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: va / vb),
            "This is a ratio of two variances. How do `a` and `b` vary together?",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: cov * np.sqrt(va / vb) / vb),
            "Between a correlation and this slope there are standard deviations. Are "
            "yours squared?",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: cov / vb * (1 - 1 / len(a))),
            "You divide by N above, and by N - 1 below.",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: np.mean(a * b) / np.var(b)),
            "Below, the mean is taken away. And above?",
        ),
        mistake(
            _moments(lambda cov, va, vb, a, b: cov * (len(b) - 1) / (b @ b)),
            "Above, the means are taken away. And below?",
        ),
        mistake(
            _moments(
                lambda cov, va, vb, a, b: np.mean((a - a.mean()) / (b - b.mean()))
            ),
            "You average ratios, and a day with a usual `b` blows them up.",
        ),
    ],
    hints=[
        "Covariance of both over the variance of one of them.",
        "`np.cov(a, b)` is a table of two by two: variances on the diagonal, and the "
        "covariance beside it.",
    ],
)

question(
    "19.5.7",
    title="Other days, another correlation",
    prompt="Try $N = 20$ days and a correlation of 0.6. By what factor is the variance "
    "with the best coefficient smaller than the plain one? (Try other $N$, too.)",
    answer=number(
        1.5625,
        0.05,
        "Yes, $1/(1 - 0.6^2)$. The number of days changes both variances alike, and "
        "not their ratio.",
    ),
    near=[
        number(1.25, 0.05, "This is the factor with $c = 1$."),
        number(2.78, 0.1, "This is for a correlation of 0.8."),
        number(0.64, 0.03, "Smaller by what factor? Divide the other way."),
        number(6.25, 0.3, "Compare two estimates of the same 20 days."),
        number(1.0, 0.05, "Is `correlated` set to 0.6?"),
        number(0.6, 0.005, "That is the coefficient. Compare two variances."),
        number(0.36, 0.02, "With `correlated` at 0.6? And smaller by what factor?"),
        number(0.032, 0.001, "That is one of the two variances. Compare them."),
        number(0.05, 0.001, "That is the plain variance. And the other?"),
    ],
    otherwise="Set `days` and `correlated`, run the cell, and divide its first number "
    "by its last.",
)

question(
    "19.5.8",
    title="Half of the pay is negative",
    prompt="All three chargers pay about 10. You take $c = 10$, so that half of the "
    "rewards that the robot learns from are negative. What happens to the *expected* "
    "step, from a given policy?",
    choices=[
        choice(
            "It becomes much shorter, since rewards near zero hardly move anything.",
            "A single step does. Look at the mean of the part that was taken away: "
            "$10\\,\\mathbb{E}[\\mathbf{s}]$.",
        ),
        choice(
            "It turns around: what was chosen becomes less probable.",
            "After pay below 10, yes. After pay above 10 it becomes more probable. "
            "And on average?",
        ),
        choice(
            "Nothing at all.",
            "Yes. All three probabilities cannot rise together: ten for everybody "
            "moves nothing on average.",
            right=True,
        ),
        choice(
            "It depends on how good a guess 10 is.",
            "The *variance* depends on that.",
        ),
    ],
)


def _pulls(seed, count, arms):
    rng = np.random.default_rng(seed)
    theta = rng.normal(size=arms).round(2)
    return theta, rng.integers(0, arms, count), rng.normal(4, 2, count).round(2)


def _terms(change):
    """Average over pulls a change of rewards, chosen arms and probabilities."""

    def made(theta, actions, rewards, baseline):
        p = bandit.policy(theta)
        chosen = np.eye(len(p))[np.asarray(actions)]
        r = np.asarray(rewards, dtype=float)[:, np.newaxis]
        return np.mean(change(r, chosen, p, baseline), axis=0)

    return made


def _mean_gradient(theta, actions, rewards, baseline):
    return bandit.gradient_terms(theta, actions, rewards, baseline).mean(axis=0)


def _unnormalized(theta, actions, rewards, baseline):
    """Take exponentials for probabilities."""
    scores = np.eye(len(theta))[np.asarray(actions)] - np.exp(theta)
    return (np.asarray(rewards) - baseline) @ scores / len(scores)


exercise(
    "19.5.9",
    title="A policy gradient with a baseline",
    stub=(
        "def policy_gradient(theta, actions, rewards, baseline):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "def policy_gradient(theta, actions, rewards, baseline):\n"
        "    p = np.exp(theta - np.max(theta))\n"
        "    p = p / np.sum(p)\n"
        "    scores = np.eye(len(theta))[actions] - p\n"
        "    return np.mean((rewards - baseline)[:, None] * scores, axis=0)\n"
    ),
    reference=_mean_gradient,
    cases=[
        case(np.array([0.5, -1.0]), np.array([0, 1, 1]), np.array([3.0, 5, 4]), 2.0),
        case(*_pulls(0, 5, 3), 4.0),
        case(*_pulls(1, 8, 4), -1.5),
        case(np.array([0, 1, 2]), np.array([2, 0]), np.array([1, 4]), 3),
        case(*_pulls(2, 1, 3), 0.0),
        case(*_pulls(3, 6, 2), 10.0),
    ],
    extremes=[
        case(np.array([1000.0, 999.0, 0.0]), np.array([0, 1]), np.array([1.0, 4]), 2.0)
    ],
    planted=[
        mistake(
            _terms(lambda r, chosen, p, c: (r - c) * chosen),
            "Only the chosen parameter moves in yours. What happens to the "
            "probability of one charger if the parameter of another one changes?",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: r * (chosen - p)),
            "Where is the baseline?",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: (r + c) * (chosen - p)),
            "The baseline is what a reward is compared with. Yours is added.",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: r * (chosen - p) - c),
            "The baseline is subtracted from the reward, before the score is "
            "multiplied.",
        ),
        mistake(
            _terms(
                lambda r, chosen, p, c: (
                    (r - c) * (chosen - p) * (chosen @ p)[:, np.newaxis]
                )
            ),
            "You differentiate the probability, not its logarithm. Draws come with "
            "their probabilities already.",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: (r - c) * chosen / p),
            "This differentiates the logarithm with respect to the probability. The "
            "parameters are inside of a softmax.",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: len(r) * (r - c) * (chosen - p)),
            "You add up the pulls. The estimate is their mean.",
        ),
        mistake(
            lambda theta, actions, rewards, c: np.mean(
                (np.asarray(rewards) - c)[:, np.newaxis]
                * (np.eye(len(theta))[actions] - theta),
                axis=0,
            ),
            "`theta` holds parameters. The probabilities are their softmax.",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: (r - r.mean()) * (chosen - p)),
            "You subtract the mean of these rewards. The baseline is an argument.",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: (r - c).mean() * (chosen - p)),
            "Each pull's reward belongs to its own score: multiply before you average.",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: chosen - p),
            "This is the mean score. Where are the rewards?",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: (r - c) * (chosen - 1 / len(p))),
            "This is right for equal probabilities only.",
        ),
        mistake(
            lambda theta, actions, rewards, c: bandit.gradient_terms(
                theta, actions, rewards, c
            ),
            "These are the terms, a row for each pull. The estimate is their mean.",
        ),
        mistake(
            lambda theta, actions, rewards, c: np.mean(
                bandit.gradient_terms(theta, actions, rewards, c)
            ),
            "You average over the parameters, too. A gradient has a number for each.",
        ),
        mistake(
            lambda theta, actions, rewards, c: bandit.gradient_terms(
                theta, actions, rewards, c
            ).mean(axis=1),
            "You average over the parameters, and each pull keeps a number.",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: (r - c) * -p + 0 * chosen),
            "Your score is the same for all pulls. Which charger was chosen?",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: (r - c) * p + 0 * chosen),
            "You multiply rewards by probabilities. What is the score?",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: (r - c) * (1 - p) + 0 * chosen),
            "Every charger gets the score that only the chosen one has.",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: (r - c) * chosen * (1 - p)),
            "The chosen charger's score is right. The others have one, too.",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: (r - c) * np.where(chosen == 1, 1 - p, p)),
            "In yours, all parameters rise together. With which sign does one enter "
            "that was not chosen?",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: (r - c) * chosen * np.log(p)),
            "You take the logarithm, and do not differentiate it.",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: (r - c) * p * (chosen - p)),
            "You multiply each score by its charger's probability. The "
            "draws have done that.",
        ),
        mistake(
            _terms(lambda r, chosen, p, c: (r - c) * (chosen - p) * len(r) / len(p)),
            "You divide by the number of chargers. Over what is the mean?",
        ),
        mistake(
            _terms(
                lambda r, chosen, p, c: np.eye(len(r))[:, -1:] * (r - c) * (chosen - p)
            ),
            "Only the last pull counts. Is the sum overwritten?",
        ),
        mistake(
            _unnormalized,
            "Do your probabilities add up to 1?",
        ),
        mistake(
            lambda theta, actions, rewards, c: (
                theta + _mean_gradient(theta, actions, rewards, c)
            ),
            "You take the step already. Only the gradient is asked for.",
        ),
    ],
    hints=[
        "A score is 1 for the chosen charger and 0 for the others, minus the "
        "probabilities.",
        "`np.eye(len(theta))[actions] - p` has a score in each row; multiply each by "
        "`rewards - baseline`, and take the mean over the rows.",
    ],
)

_PAY = (9.0, 10.0, 11.0)
SLOW = "Fifty short steps do not lead far. The baseline is good."
ORDER = "The rate comes first, then the baseline."
FAST = "The steps are too long: one unlucky reward, and a robot is certain."
LOW = "Nearly all rewards are above your baseline, so most choices are confirmed."
HIGH = "Nearly all rewards are below your baseline, so most choices are discouraged."


def _found(rate, baseline):
    """Count the robots, with the page's draws."""
    rng = np.random.default_rng(0)
    draws, noise = rng.random((200, 1000)), rng.standard_normal((200, 1000))
    chances = bandit.learn(_PAY, rate, baseline, draws[:50, :100], noise[:50, :100])
    return int(np.sum(chances[-1, :, 2] > 0.9))


def _settled(answer):
    """Tell whether more than 90 of 100 robots find the best charger."""
    pair = np.asarray(answer, dtype=float).ravel()
    if pair.size != 2 or not np.all(np.isfinite(pair)):
        return "Two finite numbers are expected: a rate and a baseline."
    rate, baseline = pair
    if rate <= 0:
        return "With such a rate, robots stay where they are, or leave what pays."
    count = _found(rate, baseline)
    if count > 90:
        return True
    if baseline < 3 and 9 < rate < 12:
        return ORDER
    if not 9 < baseline < 12:
        why = LOW if baseline <= 9 else HIGH
    else:
        why = SLOW if rate < 0.4 else FAST
    return f"{count} of 100 robots have found it. {why}"


exercise(
    "19.5.10",
    title="Fifty pulls",
    stub="def settings():\n    return 0.2, 0.0  # rate, baseline\n",
    solution="def settings():\n    return 0.5, 10.5\n",
    equivalent=dict.fromkeys(
        ["return (1.5, 10.5)", "return (0.5, 9.5)"], "also good enough"
    ),
    reference=lambda: (0.5, 10.5),
    accept=_settled,
    cases=[case()],
    planted=[
        mistake(lambda: (0.05, 10.0), SLOW),
        mistake(lambda: (5.0, 10.0), FAST),
        mistake(lambda: (0.5, 0.0), LOW),
        mistake(lambda: (0.5, 15.0), HIGH),
        mistake(lambda: (10.0, 0.5), ORDER),
    ],
    hints=[
        "First find a good baseline: what does a charger pay on average?",
        "With a baseline between 10 and 11, a rate of about one half is good.",
    ],
)


def _estimate(slope, center=lambda b, mean_b: mean_b):
    return lambda a, b, mean_b: np.mean(
        np.asarray(a) - slope(a, b) * (np.asarray(b) - center(b, mean_b))
    )


def _unlike(a, b):
    return np.cov(a, b)[0, 1] / np.var(b)


def _about_known(above):
    """Take the spread of ``b`` about its known mean."""

    def made(a, b, mean_b):
        c = above(a, b, mean_b) / np.mean((np.asarray(b) - mean_b) ** 2)
        return np.mean(a) - c * (np.mean(b) - mean_b)

    return made


exercise(
    "19.5.11",
    title="A correction that corrects nothing",
    stub=(
        "def estimate(a, b, mean_b):\n"
        "    c = np.cov(a, b)[0, 1] / np.var(b)\n"
        "    return np.mean(a - c * (b - np.mean(b)))\n"
    ),
    solution=(
        "def estimate(a, b, mean_b):\n"
        "    c = np.cov(a, b)[0, 1] / np.var(b, ddof=1)\n"
        "    return np.mean(a - c * (b - mean_b))\n"
    ),
    reference=_estimate(cv.best_coefficient),
    cases=[
        case(*_drawn(30, 3), 0.0),
        case(*_drawn(31, 5), 1.5),
        case(*_drawn(22, 9, rho=-0.8), -1.0),
        case(np.array([1, 3, 5, 4]), np.array([0, 1, 2, 7]), 3),
        case(*_drawn(23, 30), 1.0),
        case(np.array([2.0, 5.0]), np.array([-1.0, 1.0]), 0.5),
    ],
    planted=[
        mistake(
            _estimate(_unlike),
            "It corrects now. `np.cov` divides by N - 1: what does `np.var` divide by?",
        ),
        mistake(
            lambda a, b, mean_b: np.mean(a),
            "It is the plain mean still. What do all `b - np.mean(b)` add up to?",
        ),
        mistake(
            _estimate(lambda a, b: 1.0),
            "You correct with a coefficient of one.",
        ),
        mistake(
            _estimate(lambda a, b: -cv.best_coefficient(a, b)),
            "Your correction has the wrong sign.",
        ),
        mistake(
            _estimate(lambda a, b: np.corrcoef(a, b)[0, 1]),
            "You use the correlation. That is for equal variances.",
        ),
        mistake(
            _estimate(lambda a, b: cv.best_coefficient(b, a)),
            "This is the slope of `b` against `a`.",
        ),
        mistake(
            _estimate(cv.best_coefficient, lambda b, mean_b: 0.0),
            "Your correction assumes that `b` has a mean of zero.",
        ),
        mistake(
            _estimate(lambda a, b: np.cov(a, b)[0, 1] / np.std(b, ddof=1)),
            "Over a variance, not over a standard deviation.",
        ),
        mistake(
            _estimate(lambda a, b: np.cov(a, b, ddof=0)[0, 1] / np.var(b, ddof=1)),
            "One of them still divides by N, the other by N - 1: now they have "
            "changed places.",
        ),
        mistake(
            _estimate(lambda a, b: np.var(a) / np.var(b)),
            "Your coefficient is a ratio of two variances. Where do `a` and `b` meet?",
        ),
        mistake(
            _estimate(lambda a, b: 0.8),
            "This is the coefficient of the ice cream. Other draws have another.",
        ),
        mistake(
            _about_known(lambda a, b, mean_b: np.cov(a, b)[0, 1]),
            "The spread of `b` is taken about the known mean. The line of "
            "least squares goes through the draws' own means.",
        ),
        mistake(
            _about_known(lambda a, b, mean_b: np.mean((a - np.mean(a)) * (b - mean_b))),
            "Your slope is taken about the known mean of `b`. Least squares "
            "take that of the draws.",
        ),
    ],
    hints=[
        "Look at `np.mean(b - np.mean(b))`. Then compare `np.cov(b, b)` with "
        "`np.var(b)`.",
        "Subtract `mean_b`, and let both divide by the same number, with `ddof=1`.",
    ],
)


def _controls(seed, count, number):
    """Make controls that have to do with one another."""
    rng = np.random.default_rng(seed)
    mix = rng.normal(size=(number, number)) + np.eye(number)
    controls = rng.normal(size=(count, number)) @ mix + 1
    a = controls @ rng.normal(size=number) + rng.normal(size=count) - 30
    return a.round(2), controls.round(2), rng.normal(size=number).round(2)


def _plane(rule):
    """Estimate with other coefficients."""

    def made(a, controls, means):
        a, controls = np.asarray(a, dtype=float), np.asarray(controls, dtype=float)
        return np.mean(a - (controls - means) @ rule(a, controls, means))

    return made


def _fitted(a, controls, means):
    away = controls - controls.mean(axis=0)
    return np.linalg.lstsq(away, a - a.mean(), rcond=None)[0]


exercise(
    "19.5.12",
    title="Heat and a street fair",
    stub="def with_controls(a, controls, means):\n    ...  # your code\n",
    solution=(
        "def with_controls(a, controls, means):\n"
        "    X = np.column_stack([np.ones(len(a)), controls - means])\n"
        "    return np.linalg.lstsq(X, a, rcond=None)[0][0]\n"
    ),
    equivalent={
        "X = np.column_stack([np.ones(len(a)), means - controls])": "the height at "
        "zero does not depend on directions",
        "X = np.column_stack([np.ones(len(controls)), controls - means])": "there is "
        "a row for each draw",
    },
    reference=cv.with_controls,
    cases=[
        case(*_controls(10, 5, 2)),
        case(*_controls(11, 8, 3)),
        case(*_controls(2, 20, 2)),
        case(np.array([1, 4, 2, 7]), np.array([[0, 1], [1, 1], [2, 5], [4, 0]]),
             np.array([1, 2])),
        case(*_controls(3, 6, 1)),
        case(*_controls(4, 30, 4)),
    ],
    planted=[
        mistake(
            _plane(lambda a, x, m: [cv.best_coefficient(a, col) for col in x.T]),
            "You fit each control by itself. They have to do with one another, so "
            "what they share is corrected twice.",
        ),
        mistake(
            _plane(lambda a, x, m: np.zeros(len(m))),
            "This is the plain mean.",
        ),
        mistake(
            _plane(lambda a, x, m: np.ones(len(m))),
            "All of your coefficients are one.",
        ),
        mistake(
            lambda a, x, m: cv.with_controls(a, x, np.zeros(len(m))),
            "This is the height of the plane at zero. Where are the known means?",
        ),
        mistake(
            _plane(lambda a, x, m: np.linalg.lstsq(x - m, a, rcond=None)[0]),
            "Your plane is forced through zero at the known means. It needs a height "
            "of its own.",
        ),
        mistake(
            _plane(lambda a, x, m: np.linalg.lstsq(x, a, rcond=None)[0]),
            "Your plane is forced through the origin. It needs a height of its own.",
        ),
        mistake(
            _plane(lambda a, x, m: np.append(
                cv.best_coefficient(a, x[:, 0]), np.zeros(len(m) - 1))),
            "You use the first control only.",
        ),
        mistake(
            _plane(lambda a, x, m: -_fitted(a, x, m)),
            "Your correction has the wrong sign.",
        ),
        mistake(
            lambda a, x, m: np.asarray(a) - (x - m) @ _fitted(np.asarray(a), x, m),
            "These are the corrected draws. The estimate is their mean.",
        ),
        mistake(
            lambda a, x, m: _fitted(np.asarray(a), np.asarray(x), m),
            "These are the coefficients. What is the estimate of the mean?",
        ),
        mistake(
            _plane(lambda a, x, m: np.linalg.lstsq(x - m, a - a.mean(), rcond=None)[0]),
            "From `a` you take the mean of the draws, from the controls "
            "another one.",
        ),
        mistake(
            _plane(lambda a, x, m: _fitted(a, x, m) * (np.arange(len(m)) == 0)),
            "You fit all controls and correct by the first one.",
        ),
        mistake(
            _plane(lambda a, x, m: [cv.best_coefficient(a, x.sum(axis=1))] * len(m)),
            "Your controls share one coefficient. Does a fair sell as much "
            "as a degree?",
        ),
        mistake(
            lambda a, x, m: _fitted(np.asarray(a), np.asarray(x), m)[0],
            "This is a coefficient. What is the estimate of the mean?",
        ),
        mistake(
            lambda a, x, m: np.append(
                cv.with_controls(a, x, m), _fitted(np.asarray(a), np.asarray(x), m)
            ),
            "This is all that the fit gives. Which number of it is asked "
            "for?",
        ),
    ],
    hints=[
        "A plane instead of a line: a column of ones for its height, and a column "
        "for each control.",
        "If you subtract the known means from the controls, the height at zero is "
        "the answer: `np.linalg.lstsq(X, a, rcond=None)[0][0]`.",
    ],
)  # fmt: skip
