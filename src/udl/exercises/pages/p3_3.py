"""Exercises and questions of page 3.3, shallow network regions."""

from math import comb, factorial, perm

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
from udl.networks.patterns import count_patterns
from udl.networks.regions import (
    add_hyperplane,
    number_parameters,
    number_regions,
    regions_in_disk,
    regions_of_lines,
)

_FEW = np.array([[1, 0, 0, 1, 1], [0, 1, 0, 0, 0]], bool)
_MORE = np.array([[1, 1, 0, 0, 1, 0], [1, 0, 1, 0, 1, 1], [0, 0, 1, 1, 0, 0]], bool)
_MANY = np.array([[(d + i) % 70 < 35 for i in range(9)] for d in range(70)])


_FAR = np.zeros((70, 5), bool)  # they differ in the first and in the last units only
_FAR[[0, 69, 69, 0, 0, 66, 69], [0, 0, 1, 2, 4, 4, 4]] = True


def _is_exact(result, D_i, D):
    return np.ndim(result) == 0 and bool(result == number_regions(D_i, D))


def _is_exact_without_offsets(result, D_i, D):
    return np.ndim(result) == 0 and bool(result == _without_offsets(D_i, D))


def _by_rows(D_i, D, order, start=None, old=None):
    """Compute the recursion in one list, in an order of the entries."""
    counts = start or [1] * (D_i + 1)
    for _ in range(D):
        for k in order(D_i):
            counts[k] = counts[k] + (old or counts)[k - 1]
    return counts[D_i]


def _by_factorials(D_i, D):
    return sum(
        factorial(D) // (factorial(j) * factorial(D - j)) for j in range(D_i + 1)
    )


def _in_64_bits(D_i, D):
    row = np.ones(D_i + 1, dtype=np.int64)
    for _ in range(D):
        row[1:] = row[1:] + row[:-1]
    return row[D_i]


def _without_offsets(D_i, D):
    return 2 * number_regions(D_i - 1, D - 1)


def _seeded(first):
    return [Seeded(seed) for seed in range(first, first + 100)]


def _most_are_on_the_disk(units, rngs):
    """Tell whether at least 90 networks have 150 regions on the disk, or what lacks."""
    if len(units) != len(rngs):
        return f"One network for each generator is expected, {len(rngs)} in all."
    for unit in units:
        if len(unit) != 2:
            return "Each network is expected as a pair, its offsets and its slopes."
        shapes = np.shape(unit[0]), np.shape(unit[1])
        if shapes != ((20,), (20, 2)):
            return (
                "The offsets of a network should have the shape `(20,)` and its slopes "
                f"`(20, 2)`; yours have `{shapes[0]}` and `{shapes[1]}`."
            )
    count = sum(regions_in_disk(b, w) >= 150 for b, w in units)
    return count >= 90 or (
        f"{count} of your 100 networks have 150 or more regions on the "
        "disk. How far from the origin are the joints, and do they cross there?"
    )


def _draw(offsets, slopes=lambda rng: rng.normal(size=(20, 2))):
    def draw_units(rngs):
        return [(offsets(rng), slopes(rng)) for rng in rngs]

    return draw_units


def _through_points(rngs):
    units = []
    for rng in rngs:
        slopes, points = rng.normal(size=(20, 2)), rng.uniform(-0.7, 0.7, (20, 2))
        units.append((-np.sum(slopes * points, axis=1), slopes))
    return units


def _evenly(rng):
    return rng.uniform(-(0.5**0.5), 0.5**0.5, (20, 2))


question(
    "3.3.1",
    title="Four straight cuts",
    prompt="Three straight cuts make at most seven pieces of a pizza. How many can "
    "four make? (No piece is moved between the cuts.)",
    answer=number(
        11,
        tolerance=1e-9,
        feedback="Yes. The fourth cut can cross the three others, so it runs through "
        "four pieces and halves each of them: 7 + 4.",
    ),
    near=[
        number(
            8,
            tolerance=1e-9,
            feedback="That is four cuts through one point, or one more piece than "
            "before. Can the fourth cut halve more than one piece?",
        ),
        number(
            10,
            tolerance=1e-9,
            feedback="You add three pieces. Count the *pieces* that the fourth cut "
            "runs through, not the cuts that it crosses.",
        ),
        number(
            14,
            tolerance=1e-9,
            feedback="That would be right if the fourth cut halved all seven pieces. A "
            "straight line cannot run through all of them.",
        ),
        number(
            16,
            tolerance=1e-9,
            feedback="Doubling each time would give 16, but already the third cut did "
            "not double: it made seven of four.",
        ),
    ],
    otherwise="Draw three lines that make a triangle, then a fourth that crosses all "
    "three. How many pieces does the fourth run through?",
)

exercise(
    "3.3.2",
    title="Count the patterns that occur",
    stub="def patterns_seen(active):\n    ...  # your code\n",
    solution=(
        "def patterns_seen(active):\n"
        "    return len({tuple(column) for column in active.T})\n"
    ),
    equivalent={"the result has the first argument's type": "true is as good as 1"},
    reference=count_patterns,
    cases=[
        case(_FEW),
        case(_MORE),
        case(np.repeat(_MORE, 3, axis=1)),
        case(_FAR),
        case(_FEW[:1]),
    ],
    extremes=[case(_MANY)],
    random_case=lambda rng: case(rng.random((4, 15)) < 0.3),
    planted=[
        mistake(
            lambda active: len(np.unique(active, axis=0)),
            "You compare units with each other. Which axis runs over the points?",
        ),
        mistake(
            lambda active: len(np.unique(np.sum(active, axis=0))),
            "You count how many units are active. Two points may have one active unit "
            "each, and not the same one.",
        ),
        mistake(
            lambda active: 2 ** len(active),
            "That is how many patterns there could be. How many are in the table?",
        ),
        mistake(
            lambda active: np.shape(active)[1],
            "You count every point. Points in the same region have the same pattern.",
        ),
        mistake(
            lambda active: np.unique(active).size,
            "You looked at the entries one by one. A pattern is a whole column.",
        ),
        mistake(
            lambda active: len(np.unique((2 ** np.arange(len(active))) @ active)),
            "You write each pattern as one number. With 70 units these numbers "
            "need more digits than their type has, and different patterns "
            "become the same.",
        ),
        mistake(
            lambda active: len(np.unique((2.0 ** np.arange(len(active))) @ active)),
            "You write each pattern as a float. It has about sixteen digits, "
            "and for 70 units that is not enough to tell all patterns apart.",
        ),
        mistake(
            lambda active: 1 + np.sum(np.any(active[:, 1:] != active[:, :-1], axis=0)),
            "You compare each point with the one before it. A pattern may come "
            "back later.",
        ),
        mistake(
            len,
            "That is the number of units.",
        ),
        mistake(
            lambda active: number_regions(2, len(active)),
            "That is how many regions the units can make with two inputs. How "
            "many patterns are in the table?",
        ),
    ],
    hints=[
        "Two points are in the same region when their columns are equal.",
        "A Python set keeps one of each; columns must be turned into tuples for it.",
        "`np.unique` takes an axis.",
    ],
)

question(
    "3.3.3",
    title="Along the new line",
    prompt="You walk along a new line that crosses five others, at five different "
    "points. How many regions of the old picture do you visit?",
    answer=number(
        6,
        tolerance=1e-9,
        feedback="Yes. Five points cut your line into six parts, and each part lies "
        "in a region of its own.",
    ),
    near=[
        number(
            5,
            tolerance=1e-9,
            feedback="You start in a region before the first crossing.",
        ),
        number(
            16,
            tolerance=1e-9,
            feedback="Five lines make at most that many. Do you come through all of "
            "them?",
        ),
        number(
            12,
            tolerance=1e-9,
            feedback="You count both halves of each region. Before the new line cut "
            "them, they were one.",
        ),
    ],
    otherwise="At each crossing you leave one region and enter the next.",
)

exercise(
    "3.3.4",
    title="One more hyperplane",
    stub="def one_more(counts):\n    ...  # your code\n",
    solution=(
        "def one_more(counts):\n"
        "    left = np.append(0, counts[:-1])\n"
        "    return counts + left\n"
    ),
    equivalent={"the result has the first argument's type": "counts are whole"},
    reference=add_hyperplane,
    cases=[
        case(np.array([1, 3, 4])),
        case(np.array([1, 1, 1, 1])),
        case(np.array([1, 5, 11, 15, 16])),
        case(np.array([1, 9, 37])),
    ],
    planted=[
        mistake(
            lambda counts: 2 * np.asarray(counts),
            "You let the new hyperplane halve every region. Does it run through all?",
        ),
        mistake(
            lambda counts: counts + np.append(counts[1:], 0),
            "The new hyperplane has one dimension less than the space, not one more.",
        ),
        mistake(
            lambda counts: np.convolve(counts, [1, 1]),
            "You return one entry too many: the dimensions are the same as before.",
        ),
        mistake(
            lambda counts: np.asarray(counts) + 1,
            "In one dimension each new point adds one region. What about the plane?",
        ),
        mistake(
            lambda counts: counts + np.append(counts[:1], counts[:-1]),
            "In zero dimensions space is a single point. Can that be cut in two?",
        ),
        mistake(
            lambda counts: np.cumsum(counts),
            "You add all dimensions below. Only one of them tells how the new "
            "hyperplane is cut. (If you write into `counts` itself: is an entry "
            "still the old one when the next one needs it?)",
        ),
        mistake(
            lambda counts: [1, *counts[:-1]],
            "You have the parts of the new hyperplane. Where are the regions that "
            "were there before?",
        ),
        mistake(
            lambda counts: [0, *(np.asarray(counts[1:]) + counts[:-1])],
            "The first entry has no neighbor below it. That does not make it zero: "
            "how many regions has a space that is a single point?",
        ),
        mistake(
            lambda counts: counts + np.roll(counts, 1),
            "You let the last entry come round to the first. What is to the "
            "left of the first?",
        ),
        mistake(
            lambda counts: np.asarray(counts[1:]) + counts[:-1],
            "You return one entry too few: in zero dimensions there are regions "
            "as well. How many?",
        ),
    ],
    hints=[
        "Entry $k$ of the result needs two entries of `counts`. Which?",
        "The regions that were there, and those on the new hyperplane, which has "
        "$k-1$ dimensions.",
        "`counts[1:]` and `counts[:-1]` have the same length.",
    ],
)

exercise(
    "3.3.5",
    title="The recursion in one list",
    stub=(
        "def regions_by_rows(D_i, D):\n"
        "    counts = [1] * (D_i + 1)\n"
        "    for _ in range(D):\n"
        "        for k in range(1, D_i + 1):\n"
        "            counts[k] = counts[k] + counts[k - 1]\n"
        "    return counts[D_i]\n"
    ),
    equivalent={"counts = [1] * (D_i + 2)": "one entry more changes no other"},
    solution=(
        "def regions_by_rows(D_i, D):\n"
        "    counts = [1] * (D_i + 1)\n"
        "    for _ in range(D):\n"
        "        for k in range(D_i, 0, -1):\n"
        "            counts[k] = counts[k] + counts[k - 1]\n"
        "    return counts[D_i]\n"
    ),
    reference=number_regions,
    accept=_is_exact,
    cases=[case(2, 1), case(2, 4), case(1, 3), case(3, 5), case(0, 2), case(3, 0)],
    random_case=lambda rng: case(int(rng.integers(3, 6)), int(rng.integers(8, 15))),
    planted=[
        mistake(
            lambda D_i, D: _by_rows(D_i, D, lambda n: range(n, 1, -1)),
            "From right to left, good. Your walk ends one entry too early: with one "
            "input the count no longer grows.",
        ),
        mistake(
            lambda D_i, D: _by_rows(D_i, D, lambda n: range(n, -1, -1)),
            "Your walk reaches entry 0, and `counts[-1]` is the *last* entry in "
            "Python. Which entry has no left neighbor?",
        ),
        mistake(
            lambda D_i, D: _by_rows(
                D_i, D, lambda n: range(1, n + 1), old=[1] * (D_i + 1)
            ),
            "You copy the list once, before the first unit. The neighbors that you add "
            "then never grow. When does the copy have to be made?",
        ),
        mistake(
            lambda D_i, D: _by_rows(
                D_i, D, lambda n: range(n, 0, -1), start=[1] + [0] * D_i
            ),
            "You start from zero regions, and Pascal's triangle comes out. How many "
            "regions does a plane without joints have?",
        ),
        mistake(
            lambda D_i, D: 2**D,
            "Every unit doubles your count. Does its joint run through all regions?",
        ),
        mistake(
            lambda D_i, D: _by_rows(D_i, D, lambda n: range(n - 1, 0, -1)),
            "The last entry, the one that you return, never changes. From where does "
            "the walk have to start?",
        ),
        mistake(
            lambda D_i, D: _by_rows(D_i, D, lambda n: range(1, n + 1)),
            "This still counts as the broken function does. (If you wrote `old "
            "= counts`: both are names of the same list.)",
        ),
        mistake(
            lambda D_i, D: 1 if 0 in (D_i, D) else 2,
            "Your copy is the list before the first unit, in every round. When "
            "does the copy have to be made?",
        ),
        mistake(
            lambda D_i, D: number_regions(2, D),
            "That holds for two inputs.",
        ),
    ],
    hints=[
        "Do it by hand for two inputs and one unit: what is the list after each step?",
        "When entry 2 is computed, is entry 1 still the one for $D$ units?",
        "Walk through the list from right to left, `range(D_i, 0, -1)`, or keep a copy "
        "of the old row.",
    ],
)

question(
    "3.3.6",
    title="Circles",
    prompt="Circles in the plane, any two of which cross in two points, no three in "
    "the same one. Draw two of them, then a third, and walk once around it: how many "
    "arcs do the others cut it into, and how many regions does it add? Find the rule "
    "for $D$ circles. How many regions do **ten** make?",
    answer=number(
        92,
        tolerance=1e-9,
        feedback="Yes: circle $D$ is cut at $2(D-1)$ points into as many arcs, and "
        "each arc adds a region. From 2 on that adds up to $2 + D(D-1)$.",
    ),
    near=[
        number(
            91,
            tolerance=1e-9,
            feedback="You are one short. How many regions does a single circle make?",
        ),
        number(
            90,
            tolerance=1e-9,
            feedback="You have the arcs. How many regions are there before the second "
            "circle comes?",
        ),
        number(
            56,
            tolerance=1e-9,
            feedback="That is the number for ten lines. A circle meets another one "
            "twice.",
        ),
        number(
            101,
            tolerance=1e-9,
            feedback="You cut a closed line as if it were an open one: $n$ points cut "
            "a circle into $n$ arcs.",
        ),
        number(
            112,
            tolerance=1e-9,
            feedback="The rule is right. You have counted one circle too many.",
        ),
        number(
            74,
            tolerance=1e-9,
            feedback="The rule is right. You have counted one circle too few.",
        ),
        number(
            1024,
            tolerance=1e-9,
            feedback="That would be all patterns of inside and outside. Do they all "
            "occur? Three circles can show all eight; try four.",
        ),
    ],
    otherwise="One circle makes 2 regions, two make 4. The third meets the two others "
    "at four points. Into how many arcs do they cut it?",
)

exercise(
    "3.3.7",
    title="The number of regions",
    stub="def number_of_regions(D_i, D):\n    ...  # your code\n",
    solution=(
        "def number_of_regions(D_i, D):\n"
        "    return sum(math.comb(D, j) for j in range(D_i + 1))\n"
    ),
    reference=number_regions,
    accept=_is_exact,
    cases=[
        case(2, 3),
        case(1, 4),
        case(10, 8),
        case(10, 50),
        case(30, 60),
        case(33, 66),
        case(35, 70),
        case(0, 4),
        case(0, 0),
    ],
    published=published("number_regions(Di, D)"),
    random_case=lambda rng: case(int(rng.integers(3, 6)), int(rng.integers(8, 15))),
    planted=[
        mistake(
            lambda D_i, D: sum(comb(D, j) for j in range(D_i)),
            "You miss one term: where does your sum stop?",
        ),
        mistake(
            lambda D_i, D: sum(comb(D, j) for j in range(1, D_i + 1)),
            "You are short by exactly one: in how many ways can one choose nothing?",
        ),
        mistake(
            lambda D_i, D: 2**D,
            "Your count is reached only while there are at most as many units as "
            "inputs.",
        ),
        mistake(
            lambda D_i, D: float(sum(float(comb(D, j)) for j in range(D_i + 1))),
            "The last digits are wrong: these numbers no longer fit the type you "
            "compute in.",
        ),
        mistake(
            lambda D_i, D: sum(comb(D_i, j) for j in range(D + 1)),
            "You choose among the inputs. Which things are chosen, and how many of "
            "them at most?",
        ),
        mistake(
            lambda D_i, D: comb(D, D_i),
            "That is a single term of the sum.",
        ),
        mistake(
            lambda D_i, D: sum(comb(D, j) for j in range(1, D_i)),
            "A term is missing at both ends. From which j does the sum run, and to "
            "which?",
        ),
        mistake(
            _by_factorials,
            "It stops where there are fewer units than inputs: how many things can be "
            "left over, if more are chosen than there are?",
        ),
        mistake(
            lambda D_i, D: np.sum([comb(D, j) for j in range(D_i + 1)]),
            "Numpy's integers have 64 bits, and what is too large for them "
            "becomes wrong without a word. Python's own have no limit.",
        ),
        mistake(
            _in_64_bits,
            "Your table is made of numpy's integers. They have 64 bits, and "
            "what is too large for them becomes wrong without a word.",
        ),
        mistake(
            lambda D_i, D: sum(comb(j, D) for j in range(D_i + 1)),
            "From how many things do you choose, and how many? In yours the two "
            "are exchanged.",
        ),
        mistake(
            lambda D_i, D: sum(perm(D, j) for j in range(D_i + 1)),
            "You count the same choice several times, once for each order of "
            "its things.",
        ),
    ],
    hints=[
        "For $D_i = 2$ there are three terms. What are they for $D = 3$?",
        "`math.comb(n, k)` counts in how many ways $k$ things are chosen from $n$, and "
        "it is exact.",
        "Let $j$ run from 0 to $D_i$, with the last one included: Python's `range` "
        "stops one earlier than you may think.",
    ],
)

question(
    "3.3.8",
    title="More inputs than units",
    prompt="Some programs treat $D < D_i$ as a special case and call the formula with "
    "$D_i$ replaced by $D$. Why is that allowed?",
    choices=[
        choice(
            "Because the further inputs are then ignored by the network.",
            "They are not ignored: each unit still looks at all of them. Look at the "
            "terms of the sum beyond $j = D$.",
        ),
        choice(
            "Because the terms that this leaves out are zero.",
            "Yes. One cannot choose more things than there are, so the terms for "
            "$j > D$ vanish, and what remains adds up to $2^D$. If the program for "
            "the binomials knows that, the special case is not needed.",
            right=True,
        ),
        choice(
            "Because the number of regions depends on the smaller of the two only.",
            "For $D < D_i$ it depends on $D$ only, that is right. But for $D > D_i$ it "
            "depends on both: 7 for two inputs and three units, 11 for four.",
        ),
        choice(
            "It is an approximation for small networks.",
            "It is exact. Write the sum out for $D = 2$ and $D_i = 3$.",
        ),
    ],
)

question(
    "3.3.9",
    title="Fifty units, more and more inputs",
    prompt="A layer has 50 hidden units. What does the number of regions do when its "
    "inputs grow from 50 to 100?",
    choices=[
        choice(
            "It doubles.",
            "Look at the terms that come in: choose 51 of 50, choose 52 of 50, ...",
        ),
        choice(
            "It is squared.",
            "That would need as many patterns as 100 units have. There are 50.",
        ),
        choice(
            "It stays the same.",
            "Yes. With 50 inputs all $2^{50}$ patterns occur already, and there are no "
            "others.",
            right=True,
        ),
        choice(
            "It shrinks: the units are spread over more dimensions.",
            "More dimensions never hurt the count: a term that is added is never "
            "negative.",
        ),
    ],
)

exercise(
    "3.3.10",
    title="No offsets",
    stub="def without_offsets(D_i, D):\n    ...  # your code\n",
    solution=(
        "def without_offsets(D_i, D):\n"
        "    return 2 * sum(math.comb(D - 1, j) for j in range(D_i))\n"
    ),
    reference=_without_offsets,
    accept=_is_exact_without_offsets,
    cases=[
        case(2, 3),
        case(2, 1),
        case(1, 4),
        case(3, 4),
        case(3, 2),
        case(3, 6),
        case(5, 20),
        case(5, 3),
    ],
    random_case=lambda rng: case(int(rng.integers(3, 6)), int(rng.integers(8, 15))),
    uses={"number_of_regions": "3.3.7"},
    planted=[
        mistake(
            lambda D_i, D: number_regions(D_i, D),
            "That is the number with offsets. Draw three lines through one point and "
            "count.",
        ),
        mistake(
            lambda D_i, D: 2 * D,
            "Right for lines in the plane, from one line on. What about planes in "
            "space?",
        ),
        mistake(
            lambda D_i, D: 2**D,
            "All patterns occur only while there are at most as many units as inputs.",
        ),
        mistake(
            lambda D_i, D: 2 * number_regions(D_i - 1, D),
            "Close. One of the joints has been used to tell the two sides apart: how "
            "many are left to cut each side?",
        ),
        mistake(
            lambda D_i, D: 2 * number_regions(D_i, D - 1),
            "Two sides of one joint, good. On a hyperplane beside that joint, how many "
            "dimensions are there to cut?",
        ),
        mistake(
            lambda D_i, D: number_regions(D_i, D) - 1,
            "In the plane a triangle is lost for three lines. With more lines, more "
            "than one region disappears.",
        ),
        mistake(
            lambda D_i, D: number_regions(D_i - 1, D),
            "Through one point is as good as one dimension less, you think. "
            "Draw two lines through a point: how many regions are there, and "
            "how many do you count?",
        ),
        mistake(
            lambda D_i, D: number_regions(D_i, D - 1),
            "You leave out one joint. How many regions does a single joint make?",
        ),
        mistake(
            lambda D_i, D: 2 ** min(D_i, D),
            "Units beyond the number of inputs add nothing in your count. Draw "
            "three lines through one point.",
        ),
    ],
    hints=[
        "What does the recursion become? On a new joint, the others pass through the "
        "origin, too.",
        "The recursion is the same and only its start differs: on a line ($D_i = 1$) "
        "all joints are the same point, so there are 2 regions, whatever $D$.",
        "Or look at the two sides of one joint. On a hyperplane parallel to it, the "
        "$D - 1$ others are in general position, in $D_i - 1$ dimensions.",
    ],
)

exercise(
    "3.3.11",
    title="The number of parameters",
    stub="def parameter_count(D_i, D):\n    ...  # your code\n",
    solution=(
        "def parameter_count(D_i, D):\n"
        "    hidden, output = D * (D_i + 1), D + 1\n"
        "    return hidden + output\n"
    ),
    published=published("number_parameters(D_i, D)"),
    reference=number_parameters,
    cases=[case(1, 2), case(10, 8), case(2, 3), case(0, 5), case(100, 7)],
    random_case=lambda rng: case(int(rng.integers(3, 30)), int(rng.integers(40, 90))),
    planted=[
        mistake(
            lambda D_i, D: D_i * D + 2 * D,
            "The hidden units have offsets in your count. Who else has one?",
        ),
        mistake(
            lambda D_i, D: D_i * D + D + 1,
            "Besides its slopes you count one number for each hidden unit. Which: the "
            "one that it adds, or the one that the output multiplies it with?",
        ),
        mistake(
            lambda D_i, D: D_i * D + D,
            "That is one layer, or the weights without the offsets. Both layers have "
            "both.",
        ),
        mistake(
            lambda D_i, D: D_i * D + 2 * D_i + 1,
            "You give an offset to each input. Offsets belong to what computes.",
        ),
        mistake(
            lambda D_i, D: (D_i + 2) * (D + 1),
            "You give the output an offset for each number that goes into a unit. It "
            "has a single one.",
        ),
        mistake(
            lambda D_i, D: (D_i + 1) * (D + 1),
            "You multiply the two layers. Draw the network with one input and two "
            "units, and count its arrows and offsets.",
        ),
        mistake(
            lambda D_i, D: D_i * D + D + 2,
            "Your hidden units share one offset. Each has its own.",
        ),
        mistake(
            lambda D_i, D: D * (D_i + 3),
            "You give the output an offset for each hidden unit. How many "
            "numbers does it add to its sum?",
        ),
        mistake(
            lambda D_i, D: D_i + D * (D_i + 2) + 1,
            "You count the inputs, too. They are data: nobody trains them.",
        ),
    ],
    hints=[
        "Count one hidden unit first: how many numbers does it have of its own?",
        "Draw the network for two inputs and three units. An arrow is a weight; each "
        "circle that an arrow reaches has an offset.",
        "The output is a unit with $D$ inputs.",
    ],
)

question(
    "3.3.12",
    title="Are the pieces free?",
    prompt="A network with 10 inputs and 50 units has 601 parameters and can have "
    "13,432,735,556 regions. Somebody concludes: it can fit any function that has so "
    "many flat pieces. What do you answer?",
    choices=[
        choice(
            "True, if training finds the parameters.",
            "Count what would have to be set: 11 numbers a piece, more than a hundred "
            "billion in all. How many does the network have?",
        ),
        choice(
            "False: the slopes of all pieces are made of the same 601 numbers.",
            "Yes. Choose the slopes on one side of a joint, and the jump across it is "
            "the same everywhere along it. The pieces are many and not free.",
            right=True,
        ),
        choice(
            "False: in practice there are far fewer regions.",
            "That may be so, but even a network that reaches the count could not do "
            "it. Are the pieces independent of each other?",
        ),
    ],
)

question(
    "3.3.13",
    title="Five parallel joints",
    prompt="Five hidden units with two inputs have parallel joints, all different. How "
    "many regions are there?",
    answer=number(
        6,
        tolerance=1e-9,
        feedback="Yes: stripes. It is as if the network had a single input.",
    ),
    near=[
        number(
            16,
            tolerance=1e-9,
            feedback="That is what the formula says for five lines in general "
            "position. Do these lines cross?",
        ),
        number(
            5,
            tolerance=1e-9,
            feedback="There is a stripe before the first line, too.",
        ),
        number(
            32,
            tolerance=1e-9,
            feedback="All patterns cannot occur: you cannot be left of the leftmost "
            "line and right of the rightmost.",
        ),
        number(
            10,
            tolerance=1e-9,
            feedback="Each line has two sides, but neighbors share a stripe.",
        ),
    ],
    otherwise="Draw five parallel lines and walk across them.",
)

exercise(
    "3.3.14",
    title="Lines in special position",
    stub="def count_with_crossings(D, meeting):\n    ...  # your code\n",
    solution=(
        "def count_with_crossings(D, meeting):\n"
        "    return 1 + D + sum(m - 1 for m in meeting)\n"
    ),
    equivalent={"the result has the first argument's type": "counts are whole"},
    reference=regions_of_lines,
    cases=[
        case(3, [3]),
        case(3, [2, 2, 2]),
        case(5, []),
        case(4, [3, 2, 2, 2]),
        case(6, [4, 3, 2, 2]),
    ],
    planted=[
        mistake(
            lambda D, meeting: D + sum(meeting) - len(meeting),
            "Start with no line at all: how many regions does your formula give?",
        ),
        mistake(
            lambda D, meeting: 1 + D + sum(meeting),
            "Try two lines that cross: you should get four.",
        ),
        mistake(
            lambda D, meeting: 1 + D + len(meeting),
            "You treat all crossings alike. What does a third line through the same "
            "point add?",
        ),
        mistake(
            lambda D, meeting: 1 + D + sum(m * (m - 1) // 2 for m in meeting),
            "You count pairs of lines, so three lines through a point count as three "
            "crossings. Draw them and count the regions.",
        ),
        mistake(
            lambda D, meeting: 1 + D,
            "You have a region for the plane and one for each line. What do the "
            "crossings add?",
        ),
        mistake(
            lambda D, meeting: number_regions(2, D),
            "That holds for general position. Here the meeting points say otherwise.",
        ),
        mistake(
            lambda D, meeting: 1 + sum(meeting) - len(meeting),
            "Draw one line that meets nobody. What does it add in your count?",
        ),
        mistake(
            lambda D, meeting: 1 + D + sum(meeting) - 2 * len(meeting),
            "In your count a point where two lines cross adds nothing. Draw two lines.",
        ),
        mistake(
            lambda D, meeting: D + sum(meeting),
            "You take one off, once. At how many points does a line come first "
            "and meet nobody?",
        ),
        mistake(
            lambda D, meeting: number_regions(2, D) - sum(m - 2 for m in meeting),
            "You start from general position, where every two lines cross. Do "
            "they all cross here? And how many crossings does a point with "
            "three lines replace?",
        ),
    ],
    hints=[
        "Add the lines one after the other. A new line adds as many regions as it has "
        "parts.",
        "A line with $n$ meeting points on it has $n + 1$ parts. The first line "
        "through a point meets nobody there; each later one does.",
        "So a point with $m$ lines is counted $m - 1$ times.",
    ],
)

exercise(
    "3.3.15",
    title="Regions where the data are",
    stub="def draw_units(rngs):\n    ...  # your code\n",
    solution=(
        "def draw_units(rngs):\n"
        "    units = []\n"
        "    for rng in rngs:\n"
        "        beta_0 = 0.05 * rng.normal(size=20)\n"
        "        units.append((beta_0, rng.normal(size=(20, 2))))\n"
        "    return units\n"
    ),
    equivalent={"beta_0 = 0.05 / rng.normal(size=20)": "these are small enough, too"},
    reference=_draw(lambda rng: 0.05 * rng.normal(size=20)),
    accept=_most_are_on_the_disk,
    cases=[case(_seeded(0))],
    planted=[
        mistake(
            _draw(lambda rng: np.zeros(20)),
            "All joints pass through the origin, and so they meet in one point. What "
            "does the formula for special positions say about that?",
        ),
        mistake(
            _draw(lambda rng: rng.uniform(-(0.5**0.5), 0.5**0.5, 20), _evenly),
            "This is how libraries draw them, and most crossings are outside of the "
            "disk. How far from the origin is a joint?",
        ),
        mistake(
            _draw(lambda rng: rng.normal(size=20)),
            "Offsets and slopes are of the same size, so that many joints miss the "
            "disk. How far from the origin is a joint?",
        ),
        mistake(
            _draw(
                lambda rng: 0.05 * rng.normal(size=20),
                lambda rng: 0.05 * rng.normal(size=(20, 2)),
            ),
            "You have made offsets and slopes smaller together. Does that move a "
            "joint?",
        ),
        mistake(
            _draw(lambda rng: rng.uniform(-0.5, 0.5, 20), lambda rng: np.ones((20, 2))),
            "All your joints are parallel. How often do they cross?",
        ),
        mistake(
            _through_points,
            "Each joint passes through a point of the disk: a good idea, and all "
            "twenty are on it. Their crossings are not, yet. Choose those points "
            "nearer to the origin.",
        ),
        mistake(
            lambda rngs: _draw(lambda rng: 0.05 * rng.normal(size=20))(rngs[:1])[0],
            "One network comes back. There are 100 generators, and each wants its own.",
        ),
        mistake(
            lambda rngs: [
                (rng.normal(size=(20, 2)), 0.05 * rng.normal(size=20)) for rng in rngs
            ],
            "The slopes come first in your pairs. The task wants the offsets first.",
        ),
    ],
    hints=[
        "Draw as the cell above does and look at the joints: why are so few crossings "
        "on the disk?",
        "The distance of a joint from the origin is the size of its offset divided by "
        "the length of its slopes.",
        "Normal slopes, and offsets that are normal but twenty times smaller: "
        "`0.05 * rng.normal(size=20)`. They must not be zero.",
    ],
)

question(
    "3.3.16",
    title="In the computer's integers",
    prompt="You build the table of counts by adding rows, in numpy's usual 64-bit "
    "integers, up to 70 units and 35 inputs. What happens when a count exceeds the "
    "largest of these integers?",
    choices=[
        choice(
            "Numpy raises an error.",
            "For a single number it warns at most, and for an array it says nothing "
            "at all. Run the cell.",
        ),
        choice(
            "Numpy switches to larger integers.",
            "Python's own integers grow as needed. An array has one type, fixed when "
            "it is made.",
        ),
        choice(
            "The count wraps around and becomes wrong, without a word.",
            "Yes. What is too large continues at the negative end, and may climb from "
            "there to a positive number that looks harmless.",
            right=True,
        ),
        choice(
            "The count is rounded to about sixteen digits.",
            "That is what floating-point numbers do. These are integers.",
        ),
    ],
)
