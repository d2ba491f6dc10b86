"""Exercises and questions of page 6.1, line search."""

import copy
import math

import numpy as np

from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.fitting.golden_section import GOLDEN, golden_points, golden_section
from udl.fitting.line_search import (
    halve_towards_start,
    iterations_needed,
    line_search,
    next_points,
    thirds,
)

_COUNT = "return max(0, int(np.ceil(np.log({}) / np.log({}))))"


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
_BELOW = np.array([-11, -9, -6, -4])
_EACH_RULE = ([1.0, 2.0, 4.0, 5.0], [5.0, 1.0, 2.0, 4.0], [5.0, 2.0, 1.0, 4.0])


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


def _halve_then_rule_two_only(points, losses):
    if losses[0] < min(losses[1:]):
        points = halve_towards_start(points)
        return thirds(points[0], points[2]) if losses[1] < losses[2] else points
    return next_points(points, losses)


def _rules_two_and_three_only(points, losses):
    a, b, c, d = points
    return thirds(a, c) if losses[1] < losses[2] else thirds(b, d)


def _halve_if_lowest_or_tied(points, losses):
    if losses[0] == min(losses):
        return halve_towards_start(points)
    return next_points(points, losses)


def _cut_again_after_halving(points, losses):
    if losses[0] < min(losses[1:]):
        return thirds(points[0], (points[0] + points[3]) / 2)
    return next_points(points, losses)


def _ties_to_b(losses):
    a, b, c, d = losses
    return np.array([a, b - 1e-9 if b == c and a >= b else b, c, d])


class Hill:
    """A sequence that rises to one place and falls after it; it counts its look-ups."""

    most = 40

    def __init__(self, top, n, left=1.0):
        self.top, self.n, self.left, self.asked = top, n, left, 0

    def __call__(self, i):
        """Look up number i."""
        if not 0 <= i < self.n:
            raise IndexError(f"there is no number {i}")
        self.asked += 1
        if self.asked > self.most:
            raise RuntimeError(f"more than {self.most} look-ups")
        far = self.top - i
        return -self.left * far if far > 0 else far

    def __deepcopy__(self, memo):
        """Start to count anew for each call."""
        return Hill(self.top, self.n, self.left)

    def __repr__(self):
        return "a sequence"


def _peak(value, n):
    low, high = 0, n - 1
    while low < high:
        middle = (low + high) // 2
        if value(middle) < value(middle + 1):
            low = middle + 1
        else:
            high = middle
    return low


def _peak_keeps_the_lower(value, n):
    low, high = 0, n - 1
    while low < high:
        middle = (low + high) // 2
        if value(middle) < value(middle + 1):
            low = middle
        else:
            high = middle
    return low


class Valleys:
    """A loss with two valleys, as on the page; it counts its evaluations."""

    most = 60

    def __init__(self, shallow, deep):
        self.shallow, self.deep, self.asked = shallow, deep, 0

    def __call__(self, phi):
        """Give the loss at a position."""
        self.asked += np.size(phi)
        if self.asked > self.most:
            raise RuntimeError(f"more than {self.most} evaluations of one function")
        return self.at(phi)

    def at(self, phi):
        """Give the loss, uncounted."""
        exp = np.exp if np.ndim(phi) else math.exp
        near = 0.45 * exp(-((phi - self.shallow) ** 2) / 0.02)
        far = 0.6 * exp(-((phi - self.deep) ** 2) / 0.004)
        return 1 - near - far

    def __repr__(self):
        return "a loss"


def valleys(seed):
    """Draw a hundred losses with two valleys."""
    places = np.random.default_rng(seed).uniform(0.05, 0.95, (100, 2))
    return [Valleys(*place) for place in places]


def _most_arrive(found, losses):
    """Tell whether 9 of 10 positions are at the lowest point of their loss."""
    if np.shape(found) != (len(losses),):
        return False
    fine, pairs = np.linspace(0, 1, 2001), zip(losses, found, strict=True)
    near = [f.at(float(p)) < f.at(fine).min() + 0.001 for f, p in pairs]
    return sum(near) >= 0.9 * len(near)


def _lowest_of(loss, count):
    grid = np.linspace(0, 1, count)
    return grid[np.argmin([loss(phi) for phi in grid])]


def _scan_then(loss, count, more):
    best, gap = _lowest_of(loss, count), 1 / (count - 1)
    return golden_section(loss, best - gap, best + gap, 2 * gap * GOLDEN**more)


def _scan_then_search(losses):
    return [_scan_then(loss, 41, 10) for loss in losses]


def _found(losses):
    return zip(losses, _scan_then_search(losses), strict=True)


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
    solution=(
        "def halve(points):\n    a = points[0]\n    return a + (points - a) / 2\n"
    ),
    equivalent={"right for the sizes of the first case only": "there are four points"},
    reference=halve_towards_start,
    cases=[
        case(np.array([2.0, 4.0, 6.0, 8.0])),
        case(np.array(_START)),
        case(np.array([-1.0, 0.0, 3.0, 5.0])),
        case(np.array([2, 5, 7, 10])),
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
    solution=(
        "def next_points(points, losses):\n"
        "    a, b, c, d = points\n"
        "    if losses[0] < min(losses[1:]):\n"
        "        return a + (np.array(points) - a) / 2\n"
        "    if losses[1] < losses[2]:\n"
        "        return np.linspace(a, c, 4)\n"
        "    return np.linspace(b, d, 4)\n"
    ),
    equivalent={"right for the sizes of the first case only": "there are four points"},
    reference=next_points,
    cases=[
        case(_FOUR, np.array([5.0, 1.0, 2.0, 4.0])),
        case(_FOUR, np.array([5.0, 2.0, 2.0, 4.0])),
        case(_FOUR, np.array([5.0, 2.0, 1.0, 4.0])),
        case(_FOUR, np.array([1.0, 2.0, 4.0, 5.0])),
        case(_FOUR, np.array([1.0, 4.0, 2.0, 5.0])),
        case(_FOUR, np.array([4.0, 3.0, 2.0, 1.0])),
        case(_FOUR, np.array([3.0, 4.0, 5.0, 1.0])),
        case(_FOUR, np.array([3.0, 4.0, 2.0, 5.0])),
        case(_FOUR, np.array([1.0, 1.0, 2.0, 3.0])),
        *(case(_BELOW, np.array(losses)) for losses in _EACH_RULE),
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
    title="Which rule acts?",
    stub=(
        "def step(points, losses):\n"
        "    a, b, c, d = points\n"
        "    if losses[0] < min(losses[1:]):\n"
        "        b, c, d = (a + b) / 2, (a + c) / 2, (a + d) / 2\n"
        "    if losses[1] < losses[2]:\n"
        "        d = c\n"
        "        b, c = a + (d - a) / 3, a + 2 * (d - a) / 3\n"
        "    else:\n"
        "        a = b\n"
        "        b, c = a + (d - a) / 3, a + 2 * (d - a) / 3\n"
        "    return np.array([a, b, c, d])\n"
    ),
    solution=(
        "def step(points, losses):\n"
        "    a, b, c, d = points\n"
        "    if losses[0] < min(losses[1:]):\n"
        "        return np.array([a, (a + b) / 2, (a + c) / 2, (a + d) / 2])\n"
        "    elif losses[1] < losses[2]:\n"
        "        return np.linspace(a, c, 4)\n"
        "    return np.linspace(b, d, 4)\n"
    ),
    equivalent={"right for the sizes of the first case only": "there are four points"},
    reference=next_points,
    cases=[
        case(_FOUR, np.array([1.0, 2.0, 4.0, 5.0])),
        case(_FOUR, np.array([1.0, 4.0, 2.0, 5.0])),
        case(_FOUR, np.array([1.0, 3.0, 3.0, 5.0])),
        case(_FOUR, np.array([5.0, 1.0, 2.0, 4.0])),
        case(_FOUR, np.array([5.0, 2.0, 1.0, 4.0])),
        case(_FOUR, np.array([5.0, 2.0, 2.0, 4.0])),
        case(_FOUR, np.array([1.0, 1.0, 2.0, 3.0])),
        case(_FOUR, np.array([3.0, 4.0, 5.0, 1.0])),
        *(case(_BELOW, np.array(losses)) for losses in _EACH_RULE),
    ],
    random_case=lambda rng: case(np.sort(rng.uniform(-3, 3, 4)), rng.uniform(0, 1, 4)),
    planted=[
        mistake(
            _halve_then_rule_two_only,
            "Better: after rule 1, one of the two others no longer acts. The other one "
            "still does, for losses that you have not tried.",
        ),
        mistake(
            _rules_two_and_three_only,
            "Rule 1 is gone. It was right; what came after it was not.",
        ),
        mistake(
            _halve_if_lowest_or_tied,
            "One rule acts now. But which one, if `a` and `b` are equally low? Read "
            "rule 1 word by word.",
        ),
        mistake(
            _cut_again_after_halving,
            "You halve and then cut into thirds again. Rule 1 leaves the points in "
            "their proportions.",
        ),
        mistake(
            lambda points, losses: next_points(points, _ties_to_b(losses)),
            "Equal heights at `b` and `c` have changed sides: before your change they "
            "fell under rule 3.",
        ),
    ],
    hints=[
        "Do it by hand for losses 1, 2, 4, 5. How many of the three rules act?",
        "Which losses are compared after `b`, `c` and `d` have moved?",
        "One word of four letters, `elif`, or one `return`, is enough.",
    ],
)

exercise(
    "6.1.5",
    title="The whole search",
    stub="def line_search(loss, tolerance, max_iterations):\n    ...  # your code\n",
    solution=(
        "def line_search(loss, tolerance, max_iterations):\n"
        "    points = np.array([0, 0.33, 0.66, 1])\n"
        "    for _ in range(max_iterations):\n"
        "        if points[2] - points[1] <= tolerance:\n"
        "            break\n"
        "        points = next_points(points, [loss(phi) for phi in points])\n"
        "    return (points[1] + points[2]) / 2\n"
    ),
    reference=line_search,
    cases=[
        case(loss, 0.0001, 0),
        case(loss, 0.0001, 1),
        case(parabola, 0.05, 100),
        case(rising_parabola, 0.0001, 3),
        case(loss, 0.66 - 0.33, 5),
        case(loss, 0.0001, 10),
        case(loss, 0.0001, 100),
    ],
    random_case=lambda rng: case(loss, 0.001, int(rng.integers(4, 9))),
    uses={"next_points": "6.1.3", "halve": "6.1.2", "step": "6.1.4"},
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
    title="How many iterations?",
    stub="def iterations_needed(width, tolerance):\n    ...  # your code\n",
    solution=(
        "def iterations_needed(width, tolerance):\n"
        "    too_wide = width / (3 * tolerance)\n"
        "    return max(0, int(np.ceil(np.log(too_wide) / np.log(3 / 2))))\n"
    ),
    equivalent={
        _COUNT.format("np.maximum(too_wide, 1e-09)", "3 / 2"): "below one it is 0",
        _COUNT.format(
            "too_wide + 1e-09", "3 / 2"
        ): "rounding decides at a whole number",
        _COUNT.format("too_wide", "np.maximum(3 / 2, 1e-09)"): "3 / 2 is larger",
        _COUNT.format("too_wide", "3 / 2 + 1e-09"): "rounding decides there, too",
    },
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
    "6.1.8",
    title="Old places and new ones",
    prompt="The search evaluates four points in each iteration, and rule 2 or 3 has "
    "just acted. How many of the next four are at places that have not been evaluated "
    "before?",
    answer=number(
        2,
        tolerance=0,
        feedback="Yes. The ends of the new bracket are old points, and its thirds are "
        "new ones.",
    ),
    near=[
        number(
            4,
            tolerance=0,
            feedback="All four are evaluated again. Two of them are where points have "
            "been before: which?",
        ),
        number(
            1,
            tolerance=0,
            feedback="One would be ideal. Mark the thirds of the old bracket on a "
            "line, drop a third, mark the thirds of the rest: does a mark coincide?",
        ),
        number(
            3,
            tolerance=0,
            feedback="The new bracket has two ends. Where were they before?",
        ),
    ],
    otherwise="There are only four points. Draw the bracket before and after.",
)

question(
    "6.1.9",
    title="Closer together",
    prompt="Place $b$ and $c$ at the shares $s$ and $1-s$ of the width, with $s$ below "
    "one half, and pay for two new points in each step. Write down the share of the "
    "bracket that a step keeps, and the share that a single *evaluation* keeps, as if "
    "each of the two contributed the same factor. Which number does the second come "
    "close to as $s$ comes close to one half? (Three digits, or a formula.)",
    answer=number(
        0.70710678,
        tolerance=0.001,
        feedback="Yes: a step keeps $1-s$, an evaluation $\\sqrt{1-s}$, and "
        "$\\sqrt{1/2} = 0.707$. Thirds keep $\\sqrt{2/3} = 0.816$.",
    ),
    near=[
        number(
            0.5,
            tolerance=0.001,
            feedback="That is the share that a step keeps. A step pays for two "
            "evaluations.",
        ),
        number(
            0.25,
            tolerance=0.001,
            feedback="Two steps keep that. Here two evaluations share one step.",
        ),
        number(
            0.8165,
            tolerance=0.001,
            feedback="That is the share for thirds, $s = 1/3$. Move the points closer "
            "together.",
        ),
        number(
            0.75,
            tolerance=0.001,
            feedback="Half of what is dropped is not the same factor twice. Which "
            "number, multiplied by itself, gives the share of the step?",
        ),
    ],
    otherwise="If $b$ is lower, the part beyond $c$ goes. What share is kept? Then: "
    "which factor, used twice, gives that?",
)

exercise(
    "6.1.10",
    title="The golden points",
    stub="def golden_points(a, d):\n    ...  # your code\n",
    solution=(
        "def golden_points(a, d):\n"
        "    kept = (np.sqrt(5) - 1) / 2 * (d - a)\n"
        "    return np.array([a, d - kept, a + kept, d])\n"
    ),
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

exercise(
    "6.1.11",
    title="The largest of a long sequence",
    stub="def peak(value, n):\n    ...  # your code\n",
    solution=(
        "def peak(value, n):\n"
        "    low, high = 0, n - 1\n"
        "    while low < high:\n"
        "        middle = (low + high) // 2\n"
        "        rising = value(middle) < value(middle + 1)\n"
        "        low, high = (middle + 1, high) if rising else (low, middle)\n"
        "    return low\n"
    ),
    equivalent={
        "rising = value(middle) <= value(middle + 1)": "no neighbors are equal",
    },
    reference=lambda value, n: _peak(copy.deepcopy(value), n),  # others count, too
    cases=[
        *(
            case(Hill(top, n, left), n)
            for top, n, left in (
                (2, 5, 1),
                (0, 4, 1),
                (6, 7, 1),
                (0, 1, 1),
                (1, 6, 100),
                (3, 8, 0.01),
                (999_999, 1_000_000, 1),
                (0, 1_000_000, 1),
                (314_159, 1_000_000, 1),
            )
        ),
    ],
    random_case=lambda rng: case(Hill(int(rng.integers(0, 1000)), 1000), 1000),
    planted=[
        mistake(
            lambda value, n: max(range(n), key=value),
            "Too expensive: you look at every number. Two look-ups allow you to drop "
            "half of them.",
        ),
        mistake(
            lambda value, n: value(_peak(value, n)),
            "You return the largest number. Asked for is its place.",
        ),
        mistake(
            lambda value, n: _peak(value, n - 1) if n > 1 else 0,
            "The last number is never considered. From which place to which does the "
            "bracket reach at the start?",
        ),
        mistake(
            lambda value, n: _peak(lambda i: -value(i), n),
            "You follow the lower of the two neighbors. On which side of them is the "
            "largest?",
        ),
        mistake(
            _peak_keeps_the_lower,
            "If the right neighbor is higher, the left one cannot be the largest. Your "
            "bracket keeps it, and then it never closes.",
        ),
    ],
    hints=[
        "This is a search for a highest point. Which two places does it compare?",
        "Two neighbors in the middle tell you on which side the largest is, and one of "
        "the two can be dropped with its side.",
        "`middle = (low + high) // 2`; then `low = middle + 1` or `high = middle`.",
    ],
)

question(
    "6.1.12",
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

exercise(
    "6.1.13",
    title="Two valleys, sixty evaluations",
    stub="def search_all(losses):\n    ...  # your code\n",
    solution=(
        "from udl.fitting.golden_section import golden_section\n\n"
        "def search_all(losses):\n"
        "    scan = np.linspace(0, 1, 41)\n"
        "    found = []\n"
        "    for loss in losses:\n"
        "        best = scan[np.argmin([loss(phi) for phi in scan])]\n"
        "        found.append(golden_section(loss, best - 0.025, best + 0.025, 1e-3))\n"
        "    return found\n"
    ),
    equivalent={
        f"scan = np.linspace({ends})": "another scan as fine will do"
        for ends in ("-1, 1, 41", "0, 2, 41", "0, 1, 42", "0, 1, 40")
    },
    reference=lambda losses: _scan_then_search(copy.deepcopy(losses)),
    cases=[case(valleys(1)), case(valleys(2))],
    accept=_most_arrive,
    planted=[
        mistake(
            lambda losses: [line_search(loss, 1e-3, 15) for loss in losses],
            "This is the search of the page, once for each: about half of the answers "
            "are in the wrong valley. Which valley it ends in is decided by its first "
            "four points. Look at more places before you search.",
        ),
        mistake(
            lambda losses: [_lowest_of(loss, 1001) for loss in losses],
            "All answers are right, but you use more than 60 evaluations for each. "
            "Where would a coarser scan do?",
        ),
        mistake(
            lambda losses: [_lowest_of(loss, 60) for loss in losses],
            "A scan finds the right valley, and its best place is not yet the bottom. "
            "Keep some evaluations for a search around it.",
        ),
        mistake(
            lambda losses: [_scan_then(loss, 6, 20) for loss in losses],
            "Right idea. Your scan is so coarse that the narrow valley fits between "
            "two of its places.",
        ),
        mistake(
            lambda losses: [loss.at(phi) for loss, phi in _found(losses)],
            "You return how low the losses are. Asked for is where.",
        ),
        mistake(
            lambda losses: _scan_then_search(losses[:1])[0],
            "One position comes back. There are 100 functions, and each wants its own.",
        ),
    ],
    hints=[
        "The search of this page is safe in a bracket with one valley. How can you "
        "find such a bracket?",
        "The narrow valley is about 0.1 wide. How close must the places of a scan be, "
        "if one of them is to lie in it?",
        "A scan of 41 places leaves 19 evaluations. `golden_section(loss, a, d, 1e-3)` "
        "around the best place needs fewer (`from udl.fitting.golden_section import "
        "golden_section`).",
    ],
)

question(
    "6.1.14",
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
