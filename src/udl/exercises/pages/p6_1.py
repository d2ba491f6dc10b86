"""Exercises and questions of page 6.1, line search."""

import math

import numpy as np

from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.fitting.golden_section import GOLDEN, golden_points
from udl.fitting.line_search import (
    halve_towards_start,
    iterations_needed,
    line_search,
    next_points,
    thirds,
)


def loss(phi):
    """Give the loss of the page (equation eq-6-1-loss)."""
    wide = 0.5 * np.exp(-((phi - 0.65) ** 2) / 0.1)
    return 1 - wide - 0.45 * np.exp(-((phi - 0.35) ** 2) / 0.02)


def rising_parabola(phi):
    """Give a loss that rises all over the bracket: rule 1 in each iteration."""
    return (phi + 0.3) ** 2


def parabola(phi):
    """Give a loss with its lowest point at 0.7."""
    return (phi - 0.7) ** 2


_START = (0.0, 0.33, 0.66, 1.0)
_FOUR = np.array([2.0, 5.0, 8.0, 11.0])


def _search(thirds_of=None, most=None, least=None, end=None):
    """Write a search that is wrong in one respect."""
    step = thirds_of or next_points
    end = end or (lambda loss, points: (points[1] + points[2]) / 2)

    def searching(loss, tolerance, max_iterations):
        points = np.array(_START)
        done = 0
        most_now = max_iterations if most is None else most(max_iterations)
        gap = tolerance if least is None else least(tolerance)
        while points[2] - points[1] > gap and done < most_now:
            points = step(points, [loss(phi) for phi in points])
            done += 1
        return end(loss, points)

    return searching


def _without_else(points, losses):
    at = dict(zip("abcd", losses, strict=True))
    a, b, c, d = points
    if at["a"] < min(at["b"], at["c"], at["d"]):
        return halve_towards_start(points)
    if at["b"] < at["c"]:
        a, b, c, d = thirds(a, c)
    return thirds(b, d)


def _old_width(points, losses):
    a, _, c, d = points
    if next_points(points, losses)[0] > a or losses[0] == min(losses):
        return next_points(points, losses)
    return np.array([a, a + (d - a) / 3, a + 2 * (d - a) / 3, c])


def _inner_points_left(points, losses):
    _, b, c, _ = points
    new = next_points(points, losses)
    return new if losses[0] == min(losses) else np.array([new[0], b, c, new[3]])


def _around_the_lowest(points, losses):
    place = int(np.argmin(losses))
    if place == 0:
        return halve_towards_start(points)
    low, high = points[max(0, place - 1)], points[min(3, place + 1)]
    return thirds(low, high)


question(
    "6.1.1",
    title="One comparison",
    prompt="The loss has one valley, somewhere between $a$ and $d$. You find that "
    "$\\mathrm{f}[b]$ is lower than $\\mathrm{f}[c]$. Where can the minimum be?",
    choices=[
        choice(
            "Between $a$ and $b$.",
            "It may be there. Draw a valley whose bottom is between $b$ and $c$, "
            "nearer to $b$: is $b$ lower than $c$?",
        ),
        choice(
            "Between $b$ and $c$.",
            "It may be there. Draw a valley whose bottom is between $a$ and $b$, so "
            "that all of $b$, $c$ and $d$ are on the rising side: is $b$ lower than "
            "$c$?",
        ),
        choice(
            "Anywhere between $a$ and $c$.",
            "Yes. If it were beyond $c$, then $b$ and $c$ would both be on the falling "
            "side and $b$ would be the higher of the two.",
            right=True,
        ),
        choice(
            "Nearer to $b$ than to $c$.",
            "For a symmetric valley, yes. But a valley may fall gently and rise like "
            "a wall: put the wall just before $c$.",
        ),
    ],
)

exercise(
    "6.1.2",
    title="Rule 1: halve the distances",
    stub="def halve(points):\n    ...  # your code\n",
    reference=halve_towards_start,
    cases=[
        case(np.array([2.0, 4.0, 6.0, 8.0])),
        case(np.array(_START)),
        case(np.array([-1.0, 0.0, 3.0, 5.0])),
    ],
    random_case=lambda rng: case(np.sort(rng.uniform(-3, 3, 4))),
    planted=[
        mistake(
            lambda points: np.asarray(points) / 2,
            "It works for a = 0 only: halve distances from `a`, not positions.",
        ),
        mistake(
            lambda points: np.array(
                [
                    points[0],
                    (points[0] + points[1]) / 2,
                    (points[0] + points[2]) / 2,
                    points[3],
                ]
            ),
            "The bracket reaches as far as before: one of its points has not moved.",
        ),
        mistake(
            lambda points: np.array([points[0], *(np.asarray(points[1:]) / 2)]),
            "You leave `a` alone, which is right, and halve where the others *are*. "
            "What should be halved is how far each is from `a`.",
        ),
        mistake(
            lambda points: (np.asarray(points) + points[3]) / 2,
            "All points have moved to the far end. Towards which end does the rule go?",
        ),
        mistake(
            lambda points: (np.asarray(points) + np.mean(points)) / 2,
            "You shrink the bracket around its middle, so `a` has moved. The rule "
            "leaves it where it is.",
        ),
        mistake(
            lambda points: thirds(points[0], (points[0] + points[3]) / 2),
            "The ends are right. You cut the new bracket into thirds; this rule keeps "
            "the points in the proportions in which they were.",
        ),
    ],
    hints=[
        "How far is $b$ from $a$? How far should it be afterward?",
        "What happens to $a$ itself, whose distance from $a$ is zero?",
        "With an array, all four can be done at once: `points - points[0]` holds the "
        "distances.",
    ],
)

exercise(
    "6.1.3",
    title="One step of the search",
    stub="def next_points(points, losses):\n    ...  # your code\n",
    reference=next_points,
    cases=[
        case(_FOUR, np.array([5.0, 1.0, 2.0, 4.0])),
        case(_FOUR, np.array([5.0, 2.0, 1.0, 4.0])),
        case(_FOUR, np.array([1.0, 2.0, 4.0, 5.0])),
        case(_FOUR, np.array([1.0, 4.0, 2.0, 5.0])),
        case(_FOUR, np.array([4.0, 3.0, 2.0, 1.0])),
        case(_FOUR, np.array([3.0, 4.0, 5.0, 1.0])),
        case(_FOUR, np.array([3.0, 4.0, 2.0, 5.0])),
    ],
    random_case=lambda rng: case(np.sort(rng.uniform(-3, 3, 4)), rng.uniform(0, 1, 4)),
    uses={"halve": "6.1.2"},
    planted=[
        mistake(
            _without_else,
            "One comparison should trigger one move: by how much does your bracket "
            "shrink when `b` is lower than `c`?",
        ),
        mistake(
            _old_width,
            "Print the four points: are they equally spaced after your update? Look "
            "at which end you had when you divided.",
        ),
        mistake(
            _inner_points_left,
            "The ends are right, but the inner points are where they were. Cut what "
            "is left again.",
        ),
        mistake(
            lambda points, losses: (
                halve_towards_start(points)
                if losses[0] == min(losses)
                else (
                    thirds(points[1], points[3])
                    if losses[1] < losses[2]
                    else thirds(points[0], points[2])
                )
            ),
            "You drop the part on the lower side. If `b` is lower than `c`, on which "
            "side of `c` can the minimum not be?",
        ),
        mistake(
            _around_the_lowest,
            "You keep the neighborhood of the lowest of the four points. That is a "
            "sound search, but another one: here only `b` and `c` decide which end "
            "goes.",
        ),
        mistake(
            lambda points, losses: (
                thirds(points[0], points[2])
                if losses[1] < losses[2]
                else thirds(points[1], points[3])
            ),
            "What do you do when `a` is the lowest of the four?",
        ),
        mistake(
            lambda points, losses: (
                halve_towards_start(points)
                if losses[0] < losses[1]
                else next_points(points, losses)
            ),
            "You halve as soon as `a` is lower than `b`. The rule asks for more.",
        ),
    ],
    hints=[
        "Three rules, and only one may act: `if`, `elif`, `else`, or a `return` in "
        "each.",
        "After rule 2 the bracket runs from the old `a` to the old `c`. Where are its "
        "thirds?",
        "Rules 2 and 3 end in the same way. A small function of the two ends that are "
        "left does that for both.",
    ],
)

exercise(
    "6.1.4",
    title="The whole search",
    stub="def line_search(loss, tolerance, max_iterations):\n    ...  # your code\n",
    reference=line_search,
    cases=[
        case(loss, 0.0001, 0),
        case(loss, 0.0001, 1),
        case(parabola, 0.05, 100),
        case(rising_parabola, 0.0001, 3),
        case(loss, 0.0001, 10),
        case(loss, 0.0001, 100),
    ],
    random_case=lambda rng: case(loss, 0.001, int(rng.integers(4, 9))),
    uses={"next_points": "6.1.3", "halve": "6.1.2"},
    planted=[
        mistake(
            _search(end=lambda loss, points: min(loss(phi) for phi in points)),
            "Did you return where the minimum is, or how low it is?",
        ),
        mistake(
            _search(end=lambda loss, points: points[1]),
            "You return one of the two inner points. Which position treats them alike?",
        ),
        mistake(
            _search(end=lambda loss, points: (points[0] + points[3]) / 2),
            "You return the middle of the whole bracket. At the start, where the cut "
            "is not quite into thirds, that is another point than the middle of the "
            "inner two.",
        ),
        mistake(
            _search(end=lambda loss, points: min(points, key=loss)),
            "You return the lowest of the four points. A reasonable idea, but the "
            "answer that is asked for lies between two of them.",
        ),
        mistake(
            _search(most=lambda n: 1000),
            "Your search does not stop at the cap. Try it with no iterations allowed.",
        ),
        mistake(
            _search(least=lambda tolerance: 0),
            "Your search uses all iterations, however close the inner points are.",
        ),
        mistake(
            _search(most=lambda n: n + 1),
            "You do one iteration too many: with a cap of 0 nothing should move.",
        ),
        mistake(
            _search(least=lambda tolerance: tolerance / 3),
            "You stop later than asked. Which two points have to be closer than the "
            "tolerance?",
        ),
        mistake(
            _search(least=lambda tolerance: tolerance * 3),
            "You stop too early. Which two points have to be closer than the "
            "tolerance?",
        ),
    ],
    hints=[
        "What should come back if no iteration is allowed at all?",
        "Two conditions keep the loop going, and both must hold: the inner points are "
        "still too far apart, and there are iterations left.",
        "In the loop: four losses, then one call of your `next_points`. After it: the "
        "middle of `b` and `c`.",
    ],
)

exercise(
    "6.1.5",
    title="How many iterations?",
    stub="def iterations_needed(width, tolerance):\n    ...  # your code\n",
    reference=iterations_needed,
    cases=[
        case(9.0, 1.5),
        case(9.0, 3.5),
        case(1.0, 0.0001),
        case(0.01, 1.0),
        case(9.0, 1.8),
        case(2.0, 0.02),
    ],
    random_case=lambda rng: case(rng.uniform(1, 9), rng.uniform(0.0001, 0.02)),
    planted=[
        mistake(
            lambda width, tolerance: max(
                0, math.ceil(math.log(width / tolerance) / math.log(3 / 2))
            ),
            "You shrink the whole bracket down to the tolerance. Which part of it is "
            "compared with the tolerance?",
        ),
        mistake(
            lambda width, tolerance: max(
                0, math.ceil(math.log(width / (3 * tolerance)) / math.log(2))
            ),
            "Your count is right for a search that halves. What share does this one "
            "keep?",
        ),
        mistake(
            lambda width, tolerance: max(
                0, math.ceil(math.log(width / (3 * tolerance)) / math.log(3))
            ),
            "Your count is right for a search that keeps one of three parts. How many "
            "of them does this one keep?",
        ),
        mistake(
            lambda width, tolerance: max(
                0, math.floor(math.log(width / (3 * tolerance)) / math.log(3 / 2))
            ),
            "One iteration short in most cases: after yours, the tolerance is not yet "
            "met. Which way must the number be rounded?",
        ),
        mistake(
            lambda width, tolerance: math.ceil(
                math.log(width / (3 * tolerance)) / math.log(3 / 2)
            ),
            "Try a bracket that is narrow enough from the start: can a number of "
            "iterations be negative?",
        ),
        mistake(
            lambda width, tolerance: max(
                0.0, math.log(width / (3 * tolerance)) / math.log(3 / 2)
            ),
            "This is where the line crosses the tolerance, between two iterations. "
            "Only whole ones can be done.",
        ),
    ],
    hints=[
        "How wide is the bracket after one iteration? After two? And $c - b$?",
        "You need the power of 3/2 that is at least `width / (3 * tolerance)`. Which "
        "function undoes a power?",
        "`math.ceil` rounds up. What should come out if the tolerance is met already?",
    ],
)

question(
    "6.1.6",
    title="Tolerance or cap?",
    prompt="The published search allows ten iterations and asks for a tolerance of "
    "0.0001. The bracket starts at width 1. About how large is $c - b$ when it ends? "
    "One digit will do.",
    answer=number(
        0.0057,
        tolerance=0.0008,
        feedback="Yes: ten factors of 2/3 leave less than a fiftieth of the bracket, "
        "and a third of that is some sixty times the tolerance. The cap ends the "
        "search.",
    ),
    near=[
        number(
            0.0001,
            tolerance=0.00005,
            feedback="That is what was asked for. Do ten iterations get that far? "
            "Each keeps two thirds.",
        ),
        number(
            0.0173,
            tolerance=0.0015,
            feedback="That is the width of the whole bracket. What is asked for is "
            "the gap between its inner points.",
        ),
        number(
            0.00033,
            tolerance=0.0001,
            feedback="You halve ten times. This search keeps two thirds.",
        ),
    ],
    otherwise="Multiply 1 by 2/3, ten times. Then take a third of it.",
)

exercise(
    "6.1.7",
    title="The golden points",
    stub="def golden_points(a, d):\n    ...  # your code\n",
    reference=golden_points,
    cases=[case(0.0, 1.0), case(2.0, 12.0), case(-3.0, -1.0)],
    random_case=lambda rng: case(-rng.uniform(1, 3), rng.uniform(1, 3)),
    planted=[
        mistake(
            thirds,
            "These are the thirds. Drop the part beyond `c`: is your `b` where an "
            "inner point of the smaller bracket has to be?",
        ),
        mistake(
            lambda a, d: np.array([a, (1 - GOLDEN) * d, GOLDEN * d, d]),
            "Right for a = 0 only: shares of the width are counted from an end of the "
            "bracket, not from zero.",
        ),
        mistake(
            lambda a, d: np.array(
                [
                    a,
                    a + GOLDEN * (d - a),
                    d - GOLDEN * (d - a),
                    d,
                ]
            ),
            "Right places, wrong names: the four points should be increasing.",
        ),
        mistake(
            lambda a, d: np.array([a, a + 0.25 * (d - a), a + 0.75 * (d - a), d]),
            "Equal distances from both ends are right, the share is not. Which "
            "equation does it have to solve?",
        ),
        mistake(
            lambda a, d: golden_points(a, d)[1:3],
            "The inner points are right. The ends are asked for too.",
        ),
    ],
    hints=[
        "Which of the two inner points is at the share $\\rho$ from $a$?",
        "By symmetry the other one is at the same share, counted from the other end.",
        "`rho = (5 ** 0.5 - 1) / 2`, and the width is `d - a`.",
    ],
)

question(
    "6.1.8",
    title="What you pay for",
    prompt="Which of the three needs the fewest evaluations until the bracket is a "
    "thousandth of its first width?",
    choices=[
        choice(
            "The rules as they are written: they keep two thirds, that is almost as "
            "little as golden section's 0.618.",
            "Per iteration, yes. How many evaluations does an iteration of each take?",
        ),
        choice(
            "The rules, remembering the losses of old points.",
            "That halves the price of the first. How many new points does one step of "
            "golden section need?",
        ),
        choice(
            "Golden section.",
            "Yes. Its step keeps a little less than two thirds and costs one "
            "evaluation instead of four or two.",
            right=True,
        ),
        choice(
            "The first two are equal, since remembering changes no bracket.",
            "The brackets are the same, but the question is what they cost.",
        ),
    ],
)

question(
    "6.1.9",
    title="Ten more digits",
    prompt="We ask the search for a tolerance of $10^{-14}$ and allow a thousand "
    "iterations. How many of the printed digits of its answer are right, about?",
    choices=[
        choice(
            "About 14, as the tolerance says.",
            "The bracket will be that narrow. But by then the search compares losses "
            "that differ by less than the computer can hold. See the equation above.",
        ),
        choice(
            "About 8 to 9.",
            "Yes. The loss is flat at the bottom: half of the digits of the loss are "
            "spent on its square.",
            right=True,
        ),
        choice(
            "About 4, since the search was designed for a tolerance of 0.0001.",
            "The rules know no tolerance. They go on as long as we let them.",
        ),
    ],
)

question(
    "6.1.10",
    title="The lowest so far",
    prompt="The losses at the four points are 0.2 at $a$, 0.4 at $b$, 0.6 at $c$ and 0 "
    "at $d$. What does the search do?",
    choices=[
        choice(
            "It moves towards $d$, the lowest.",
            "That would be sensible. But which rule says so? Read the conditions of "
            "the three rules again.",
        ),
        choice(
            "It drops $d$.",
            "Yes: rule 1 does not apply, since $a$ is not the lowest; $b$ is lower "
            "than $c$, and rule 2 drops what is beyond $c$. With one valley such "
            "losses cannot occur, and the rules rely on that.",
            right=True,
        ),
        choice(
            "It halves the distances from $a$.",
            "Only if $a$ is lower than all three others. Is it?",
        ),
        choice(
            "It stops with an error: a loss with one valley cannot look like that.",
            "It cannot, that is true. But the search does not check.",
        ),
    ],
)
