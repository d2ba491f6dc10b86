"""Exercises and questions of page 21.1, bias mitigation."""

import numpy as np

from udl.datasets.credit import applicants
from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)
from udl.society import fairness

_SCORES, _PEOPLE = applicants()
_EVERYBODY = _PEOPLE.sum(axis=0)
_FEW = np.array([1.0, 2.0, 3.0, 4.0])
_MANY = np.arange(-2.0, 3.0, 0.5)


def _one_score_off(scores, frequencies, threshold):
    """Subtract a running sum that holds one score too many."""
    first = np.argmax(np.asarray(scores) > threshold)
    return 1 - np.cumsum(frequencies)[first] / np.sum(frequencies)


def _sum_above(scores, frequencies, threshold):
    return np.sum(np.asarray(frequencies)[np.asarray(scores) > threshold])


exercise(
    "21.1.1",
    title="The share above a threshold",
    stub=(
        "def share_above(scores, frequencies, threshold):\n    ...  # your code\n"
    ),
    solution=(
        "def share_above(scores, frequencies, threshold):\n"
        "    above = frequencies[scores > threshold]\n"
        "    return np.sum(above) / np.sum(frequencies)\n"
    ),
    equivalent={
        "above = frequencies[scores >= threshold]": "no score equals the threshold",
    },
    reference=fairness.share_above,
    cases=[
        case(_FEW, np.array([5.0, 2.0, 3.0, 1.0]), 1.5),
        case(_FEW, np.array([5.0, 2.0, 3.0, 1.0]), 3.2),
        case(_MANY, np.array([1, 4, 9, 7, 3, 2, 2, 8, 6, 1]), -0.75),
        case(_SCORES, _PEOPLE[1, 0], 0.005),
        case(_SCORES, _EVERYBODY[1], -0.695),
        case(_FEW, np.array([5.0, 2.0, 3.0, 1.0]), 0.0),
        case(_FEW, np.array([5.0, 2.0, 3.0, 1.0]), 7.0),
        case(np.arange(5), np.array([3, 1, 4, 1, 5]), 1.5),
    ],
    published=published(
        "compute_probability_get_loan(credit_scores, frequencies, threshold)"
    ),
    planted=[
        mistake(
            lambda s, f, t: 1 - _sum_above(s, f, t) / np.sum(f),
            "Who gets the loan: those above or below?",
        ),
        mistake(
            _sum_above,
            "You count people, and a share needs a total: which one?",
        ),
        mistake(
            lambda s, f, t: _sum_above(s, f, t) / np.size(s),
            "You divide by the number of scores. A probability needs another total: "
            "which one?",
        ),
        mistake(
            lambda s, f, t: np.mean(np.asarray(s) > t),
            "You count scores. Not every score is equally frequent.",
        ),
        mistake(
            lambda s, f, t: _sum_above(s, f, t) / np.sum(np.asarray(s) > t),
            "You average the frequencies above the threshold. Compare people with "
            "people.",
        ),
        mistake(
            lambda s, f, t: _sum_above(s, np.multiply(s, f), t) / np.dot(s, f),
            "You weight people by their scores. Each person counts once.",
        ),
        mistake(
            lambda s, f, t: np.sum(np.asarray(f)[np.asarray(f) > t]) / np.sum(f),
            "You compare frequencies with the threshold. What is it a threshold for?",
        ),
        mistake(
            lambda s, f, t: _sum_above(s, f, t) / (np.sum(f) - _sum_above(s, f, t)),
            "This is the ratio of loans to refusals. A share compares with everybody.",
        ),
        mistake(
            lambda s, f, t: float(
                np.asarray(f)[np.argmin(np.abs(np.asarray(s) - t))] / np.sum(f)
            ),
            "These are the people right at the threshold. Who is above it?",
        ),
        mistake(
            lambda s, f, t: 100 * _sum_above(s, f, t) / np.sum(f),
            "This is a percentage. A number from 0 to 1 is asked.",
        ),
        mistake(
            lambda s, f, t: _sum_above(s, f, t) * (s[1] - s[0]),
            "This is the area above the threshold. A share needs the whole area, too.",
        ),
        mistake(
            lambda s, f, t: (
                np.mean(np.asarray(f)[np.asarray(s) > t]) / np.mean(f)
                if np.any(np.asarray(s) > t) else np.nan
            ),
            "Means hide how many scores are above the threshold. Divide a sum by a "
            "sum.",
        ),
        mistake(
            lambda s, f, t: int(np.sum(np.asarray(s) > t)),
            "You count scores. How many people have each, and out of how many?",
        ),
        mistake(
            _one_score_off,
            "Nearly: the people with the first score above the threshold get a loan, "
            "too.",
        ),
        mistake(
            lambda s, f, t: 1 - _one_score_off(s, f, t),
            "You add up from the low end. Who gets the loan: those above or below?",
        ),
    ],
    hints=[
        "`scores > threshold` is true where a loan is given.",
        "Add the frequencies there, and divide by the sum of all frequencies.",
    ],
)  # fmt: skip

question(
    "21.1.2",
    title="One threshold",
    prompt="The same threshold for both groups, somewhere between $-3$ and 3. Which "
    "of the four shares can it make equal in both groups?",
    choices=[
        choice(
            "All of them, at the right threshold.",
            "Compare the two sets of curves in the figure at the top. In one group, "
            "both kinds of people have lower scores.",
        ),
        choice(
            "The true positive rate, where the blue curves cross the same height.",
            "The height of a curve says how many people are at this score. The rate "
            "is an area, and in one group it is always smaller.",
        ),
        choice(
            "Only the share of bad loans, $\\delta$.",
            "Yes, at one low threshold. It is a share of the loans, and both sums in "
            "it are smaller in group 0. The other three are areas above the threshold, "
            "always smaller in group 0.",
            right=True,
        ),
        choice(
            "None of them at any threshold.",
            "For three of them this is so. One is a share of the people who got a "
            "loan, and can go either way.",
        ),
    ],
)

question(
    "21.1.3",
    title="Equal shares, equal risk?",
    prompt="Now give loans to 60% of the people of each group. In which group do more "
    "of the borrowers default?",
    choices=[
        choice(
            "In group 0, far more.",
            "Yes. To reach 60%, its threshold has to go down to where most people "
            "default.",
            right=True,
        ),
        choice(
            "In group 1, as its threshold is higher.",
            "The higher threshold sends more of its defaulters away.",
        ),
        choice(
            "About as many in both: the shares are equal.",
            "Equal shares of people get a loan. How many of them repay, nobody asked.",
        ),
    ],
)


def _pair(result):
    try:
        pair = np.asarray(result, dtype=float)
    except (TypeError, ValueError):
        return None
    return pair.ravel() if pair.size == 2 and np.all(np.isfinite(pair)) else None


def _meets(rate, who):
    def accept(result, goal):
        pair = _pair(result)
        if pair is None:
            return "Return two numbers, the thresholds of group 0 and of group 1."
        shares, turned = (
            [
                fairness.share_above(_SCORES, group, threshold)
                for group, threshold in zip(rate, order, strict=True)
            ]
            for order in (pair, pair[::-1])
        )
        if np.all(np.abs(np.subtract(turned, goal)) <= 0.005):
            return "The thresholds are right, but each is in the place of the other."
        return bool(np.all(np.abs(np.subtract(shares, goal)) <= 0.005)) or (
            f"With your thresholds, {shares[0]:.1%} {who} in group 0 get a loan, and "
            f"{shares[1]:.1%} in group 1. The goal is {goal:.0%} in both."
        )

    return accept


def _solve(curves, share):
    return tuple(fairness.threshold_for(_SCORES, curve, share) for curve in curves)


def _one(curves):
    return lambda goal: (fairness.threshold_for(_SCORES, sum(curves), goal),) * 2


def _good_loans(goal):
    """Give the thresholds at which this share of the loans is repaid."""
    good = np.cumsum(_PEOPLE[1, :, ::-1], axis=-1)
    shares = good / np.cumsum(_EVERYBODY[:, ::-1], axis=-1)
    return tuple(_SCORES[::-1][np.argmin(np.abs(shares - goal), axis=-1)])


def _only(group, curves):
    """Meet the goal in one group, and take its threshold for both."""
    return lambda goal: (_solve(curves, goal)[group],) * 2


exercise(
    "21.1.4",
    title="Demographic parity",
    stub=(
        "def parity(goal):\n"
        "    tau_0, tau_1 = 0.0, 0.0\n"
        "    return tau_0, tau_1\n"
    ),
    solution=(
        "def parity(goal):\n"
        "    tau_0, tau_1 = -1.66, 0.24\n"
        "    return tau_0, tau_1\n"
    ),
    reference=lambda goal: _solve(_EVERYBODY, goal),
    accept=_meets(_EVERYBODY, "of all people"),
    parts=["tau_0", "tau_1"],
    cases=[case(0.6)],
    planted=[
        mistake(
            _one(_EVERYBODY),
            "Of both groups together, 60% get a loan. Demographic parity speaks of two "
            "rates: how many thresholds do you have?",
        ),
        mistake(
            _only(0, _EVERYBODY),
            "One threshold serves group 0 only. Group 1 needs its own.",
        ),
        mistake(
            _only(1, _EVERYBODY),
            "One threshold serves group 1 only. Group 0 needs its own.",
        ),
        mistake(
            lambda goal: _solve(_EVERYBODY, 1 - goal),
            "With these thresholds 60% are refused.",
        ),
        mistake(
            lambda goal: _solve(_PEOPLE[1], goal),
            "You equalize the chances of people who would repay. Demographic parity "
            "counts everybody.",
        ),
        mistake(
            lambda goal: _solve(_PEOPLE[0], goal),
            "You equalize the chances of people who would default. Demographic parity "
            "counts everybody.",
        ),
        mistake(
            lambda goal: (goal, goal),
            "These are shares of people. A threshold is a score.",
        ),
    ],
    hints=[
        "At the threshold 0, group 0 gets too few loans and group 1 too many. Move "
        "each threshold on its own, and print "
        "`fairness.share_above(scores, everybody[0], ...)`.",
        "The threshold of group 0 is between $-2$ and $-1.5$, that of group 1 between "
        "0 and 0.5.",
    ],
)  # fmt: skip


def _ratio(top, bottom):
    """Give a function that divides two sums over (repay, default) above or in all."""

    def share(scores, repay, default, threshold):
        loan = np.asarray(scores) > threshold
        sums = {
            "repay": np.sum(repay),
            "default": np.sum(default),
            "good": np.sum(np.asarray(repay)[loan]),
            "bad": np.sum(np.asarray(default)[loan]),
        }
        return sum(sums[name] for name in top) / sum(sums[name] for name in bottom)

    return share


def _right_decisions(scores, repay, default, threshold):
    """Count loans to people who would repay, and refusals to the others."""
    loan = np.asarray(scores) > threshold
    return np.sum(np.asarray(repay)[loan]) + np.sum(np.asarray(default)[~loan])


exercise(
    "21.1.5",
    title="The true positive rate",
    stub=(
        "def true_positive_rate(scores, repay, default, threshold):\n"
        "    loan = scores > threshold\n"
        "    loans = repay[loan].sum() + default[loan].sum()\n"
        "    return repay[loan].sum() / loans\n"
    ),
    solution=(
        "def true_positive_rate(scores, repay, default, threshold):\n"
        "    loan = scores > threshold\n"
        "    return repay[loan].sum() / repay.sum()\n"
    ),
    equivalent={"loan = scores >= threshold": "no score equals the threshold"},
    reference=_ratio(["good"], ["repay"]),
    cases=[
        case(_FEW, np.array([1.0, 2, 2, 5]), np.array([4.0, 1, 1, 0]), 1.5),
        case(_FEW, np.array([1.0, 2, 2, 5]), np.array([4.0, 1, 1, 0]), 0.5),
        case(_MANY, np.arange(10.0), np.arange(10.0)[::-1] ** 2, 0.3),
        case(np.arange(5), np.array([3, 1, 4, 1, 5]), np.array([2, 7, 1, 8, 2]), 1.5),
        case(_SCORES, _PEOPLE[1, 0], _PEOPLE[0, 0], -4.5),
        case(_SCORES, _PEOPLE[1, 1], _PEOPLE[0, 1], 0.205),
        case(_SCORES, _PEOPLE[1, 0], _PEOPLE[0, 0], -0.395),
    ],
    planted=[
        mistake(
            _ratio(["good"], ["good", "bad"]),
            "This is still a share of the people who got a loan. Of whom is the true "
            "positive rate a share?",
        ),
        mistake(
            _ratio(["bad"], ["default"]),
            "This is the false positive rate: the share of those who would default.",
        ),
        mistake(
            _ratio(["bad"], ["good", "bad"]),
            "This is the share of bad loans. Is it a share of the people who would "
            "repay?",
        ),
        mistake(
            _ratio(["good"], ["repay", "default"]),
            "You divide by all people of the group. Among whom do you take the share?",
        ),
        mistake(
            _ratio(["good", "bad"], ["repay", "default"]),
            "This is the share of everybody who gets a loan. Only people who would "
            "repay count here.",
        ),
        mistake(
            _ratio(["good", "bad"], ["repay"]),
            "All loans over those who would repay: people who would default must not "
            "count above.",
        ),
        mistake(
            lambda s, repay, default, t: (
                1 - _ratio(["good"], ["repay"])(s, repay, default, t)
            ),
            "These are the people who would repay and are turned away. The rate is "
            "about those who get a loan.",
        ),
        mistake(
            _ratio(["good"], ["repay", "bad"]),
            "Below, you add people who would default. Among whom do you take the "
            "share?",
        ),
        mistake(
            lambda s, repay, default, t: (
                _right_decisions(s, repay, default, t)
                / (np.sum(repay) + np.sum(default))
            ),
            "This is the share of right decisions. Among whom do you take the true "
            "positive rate?",
        ),
        mistake(
            lambda s, repay, default, t: (
                _sum_above(s, repay, t) / _right_decisions(s, repay, default, t)
            ),
            "You compare good loans with all right decisions. Which people who would "
            "repay are missing below?",
        ),
        mistake(
            lambda s, repay, default, t: (
                np.sum(np.asarray(repay)[np.asarray(s) > t]) / np.size(repay)
            ),
            "You divide by the number of scores. How many people would repay?",
        ),
        mistake(
            lambda s, repay, default, t: (
                np.mean(np.asarray(repay)[np.asarray(s) > t]) / np.mean(repay)
            ),
            "Means hide how many scores are above the threshold. Divide a sum by a "
            "sum.",
        ),
        mistake(
            _ratio(["good"], ["default"]),
            "You compare good loans with people who would default. Among whom do you "
            "take the share?",
        ),
        mistake(
            lambda s, repay, default, t: np.mean(np.asarray(repay)[np.asarray(s) > t]),
            "You average frequencies. Divide a sum by a sum.",
        ),
    ],
    hints=[
        "Try a threshold that gives a loan to everybody. What does the friend's number "
        "say then?",
        "Among whom do you take the share: those who repay, or those who got the loan?",
    ],
)

exercise(
    "21.1.6",
    title="Equal opportunity",
    stub=(
        "def opportunity(goal):\n"
        "    tau_0, tau_1 = 0.0, 0.0\n"
        "    return tau_0, tau_1\n"
    ),
    solution=(
        "def opportunity(goal):\n"
        "    tau_0, tau_1 = -0.39, 0.05\n"
        "    return tau_0, tau_1\n"
    ),
    reference=lambda goal: _solve(_PEOPLE[1], goal),
    accept=_meets(_PEOPLE[1], "of the people who would repay"),
    parts=["tau_0", "tau_1"],
    cases=[case(0.8)],
    planted=[
        mistake(
            lambda goal: _solve(_EVERYBODY, goal),
            "With these, 80% of all people get a loan. Only those count who would "
            "repay.",
        ),
        mistake(
            lambda goal: _solve(_PEOPLE[0], goal),
            "You equalize the rate among people who would default.",
        ),
        mistake(
            _good_loans,
            "With these, 80% of the loans are repaid. Among whom do you take the "
            "share: those who repay, or those who got the loan?",
        ),
        mistake(
            _one(_PEOPLE[1]),
            "Of both groups together, 80% of those who would repay get a loan. Each "
            "group has its own rate.",
        ),
        mistake(
            lambda goal: _solve(_PEOPLE[1], 1 - goal),
            "With these thresholds 80% of those who would repay are refused.",
        ),
        mistake(
            lambda goal: _solve(_EVERYBODY, 0.6),
            "These are the thresholds of demographic parity. Who counts now?",
        ),
        mistake(
            _only(0, _PEOPLE[1]),
            "One threshold serves group 0 only. Group 1 needs its own.",
        ),
        mistake(
            _only(1, _PEOPLE[1]),
            "One threshold serves group 1 only. Group 0 needs its own.",
        ),
        mistake(
            lambda goal: tuple(
                fairness.threshold_for(_SCORES, curve, goal) for curve in _PEOPLE[:, 1]
            ),
            "These are two kinds of people in group 1. Which index of `people` is the "
            "group?",
        ),
        mistake(
            lambda goal: _solve(_PEOPLE[1], 0.6),
            "You reach 60% in both. What is the goal now?",
        ),
    ],
    hints=[
        "Only the people who would repay matter: `people[1, 0]` and `people[1, 1]`.",
        "`fairness.threshold_for(scores, people[1, 0], goal)` solves it for group 0.",
    ],
)  # fmt: skip

question(
    "21.1.7",
    title="Eighty percent",
    prompt="Both groups have a true positive rate of 80%. What do you know about the "
    "people who got a loan?",
    choices=[
        choice(
            "20% of them will default, in either group.",
            "20% of whom? Ask whether those people have got a loan.",
        ),
        choice(
            "At most 20% of them will default.",
            "The rate says nothing of people who would default. There may be many.",
        ),
        choice(
            "Equally many of them default in both groups, but not necessarily 20%.",
            "For that the false positive rates and the base rates would have to play "
            "along.",
        ),
        choice(
            "Nothing yet about how many of them default.",
            "Yes. The condition is on people who would repay, and how many others got "
            "a loan is open.",
            right=True,
        ),
    ],
)


def _lottery(point, target):
    return fairness.lottery(tuple(point), tuple(target))


def _quotient(a, b):
    with np.errstate(divide="ignore", invalid="ignore"):
        return float(np.float64(a) / np.float64(b))


def _with_r(change):
    """Keep q, and change how r follows from it."""

    def answer(point, target):
        q, _ = _lottery(point, target)
        return q, change(q, point, target)

    return answer


exercise(
    "21.1.8",
    title="A lottery",
    stub="def lottery(point, target):\n    ...  # your code\n",
    solution=(
        "def lottery(point, target):\n"
        "    F, T = point\n"
        "    f, t = target\n"
        "    q = (t - f) / (T - F)\n"
        "    r = (f - q * F) / (1 - q)\n"
        "    return q, r\n"
    ),
    equivalent={
        "return np.abs((q, r))": "probabilities are not negative",
        "return np.maximum((q, r), 0)": "probabilities are not negative",
        "right for the sizes of the first case only": "there are two rates",
    },
    reference=_lottery,
    parts=["q", "r"],
    cases=[
        case(np.array([0.0, 0.75]), np.array([0.25, 0.625])),
        case(np.array([0.1, 0.9]), np.array([0.3, 0.7])),
        case(np.array([0.05, 0.8]), np.array([0.45, 0.8])),
        case(np.array([0.3, 0.95]), np.array([0.2, 0.5])),
        case(np.array([0, 1]), np.array([0.25, 0.5])),
        case(np.array([0.2, 0.6]), np.array([0.5, 0.5])),
    ],
    planted=[
        mistake(
            lambda point, target: (
                target[1] / point[1],
                (target[0] - target[1] / point[1] * point[0])
                / (1 - target[1] / point[1]),
            ),
            "Your first number ignores that chance also gives loans to people who "
            "would repay. Subtract the two equations.",
        ),
        mistake(
            _with_r(lambda q, point, target: target[0] - q * point[0]),
            "The first is right. How often is the loan left to chance?",
        ),
        mistake(
            _with_r(lambda q, point, target: target[0]),
            "The first is right. The target counts loans by score and by chance "
            "together.",
        ),
        mistake(
            _with_r(lambda q, point, target: 1 - q),
            "The first is right. The second is not how often chance decides, but how "
            "often it then says yes.",
        ),
        mistake(
            _with_r(lambda q, point, target: (target[0] - q * point[0]) / q),
            "The first is right. How often does chance decide?",
        ),
        mistake(
            _with_r(lambda q, point, target: (target[0] - point[0]) / (1 - q)),
            "The first is right. How often does the score still decide?",
        ),
        mistake(
            lambda point, target: (
                (point[1] - point[0]) / (target[1] - target[0]),
                _lottery(target, point)[1],
            ),
            "You go from the target to the point of the threshold.",
        ),
        mistake(
            lambda point, target: (
                1 - _lottery(point, target)[0], _lottery(point, target)[1]
            ),
            "The second is right. The first is how often chance decides. How often "
            "does the score?",
        ),
        mistake(
            lambda point, target: (
                1 / _lottery(point, target)[0], _lottery(point, target)[1]
            ),
            "The second is right. Chance draws the two rates together: whose "
            "difference is the smaller one?",
        ),
        mistake(
            _with_r(lambda q, point, target: (target[0] - q * point[1]) / (1 - q)),
            "The first is right. In the second you mix the two rates: take both from "
            "the people who would default, or both from the others.",
        ),
        mistake(
            _with_r(lambda q, point, target: (q * point[0] - target[0]) / (1 - q)),
            "The first is right. Can the second be negative?",
        ),
        mistake(
            lambda point, target: (
                (target[1] + target[0]) / (point[1] + point[0]),
                _lottery(point, target)[1],
            ),
            "The second is right. With which step does r drop out of the two "
            "equations?",
        ),
        mistake(
            lambda point, target: (
                _quotient(target[0], point[0]), _quotient(target[1], point[1])
            ),
            "You divide each rate by its own. But the same two numbers hold for both "
            "kinds of people.",
        ),
        mistake(
            lambda point, target: (_quotient(target[0], point[0]), 0.0),
            "Your lottery never says yes by chance. Does it then reach both rates?",
        ),
    ],
    hints=[
        "Write both rates of the mixture: with probability $q$ that of the threshold, "
        "otherwise $r$.",
        "The difference of the two rates is $q$ times what it was.",
    ],
)  # fmt: skip

question(
    "21.1.9",
    title="What risk and opportunity leave open",
    prompt="In a group 40% would repay. A decision gives a loan to 80% of them, and "
    "20% of all its loans default. What is its false positive rate?",
    answer=number(
        2 / 15,
        tolerance=0.0006,
        feedback="Yes. Of 100 people, 32 get a loan and repay. They are 80% of all "
        "loans, so 8 more get one, out of 60 who would default. There was no choice: "
        "risk and opportunity fix the rate.",
    ),
    near=[
        number(0.2, tolerance=0.0006, feedback="20% is a share of the loans. What is "
               "it of the people who would default?"),
        number(0.3, tolerance=0.0006, feedback="You have the ratio of the base rate "
               "the wrong way round. How many of 100 people would default?"),
        number(0.8 / 7.5, tolerance=0.0006, feedback="You compare bad loans with all "
               "loans. With 32 good ones, how many are bad?"),
        number(0.13, tolerance=0.0006, feedback="Nearly. Give three digits, or a "
               "fraction."),
        number(0.12, tolerance=0.0006, feedback="20% of those who would default? It is "
               "a share of the loans. With 32 good ones, how many are bad?"),
        number(1 / 6, tolerance=0.0006, feedback="Not all who would repay get a loan."),
        number(0.08, tolerance=0.0006, feedback="Eight of 100 people get a loan and "
               "default. Of whom is the rate a share?"),
        number(8, tolerance=0.01, feedback="Eight people of 100, yes. Of whom is the "
               "rate a share?"),
    ],
    otherwise="Count with 100 people. How many get a loan and repay? How many bad "
    "loans come with them?",
)  # fmt: skip
