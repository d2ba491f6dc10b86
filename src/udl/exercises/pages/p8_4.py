"""Exercises and questions of page 8.4, high-dimensional spaces."""

import math

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
from udl.generalization.high_dimensions import (
    cosines,
    distance_ratio,
    log_ball_volume,
    outer_share,
    pairwise_distances,
)


def _points(shape, seed=0, offset=0.0):
    return np.random.default_rng(seed).normal(size=shape) + offset


def _twice():
    """Draw points of which two are equal; their square comes out below zero."""
    x = _points((3, 6), 23)
    x[:, 4] = x[:, 1]
    return x


def _pair_by_pair(x, measure):
    x = np.asarray(x, dtype=float)
    pairs = zip(*np.triu_indices(x.shape[1], 1), strict=True)
    return np.array([measure(x[:, i] - x[:, j]) for i, j in pairs])


def _ratio(distances):
    return np.max(distances) / np.min(distances)


def _to_the_last_only(x):
    x = np.asarray(x, dtype=float)
    return _ratio(np.linalg.norm(x[:, :-1] - x[:, -1:], axis=0))


def _starting_at_one(x):
    distances = pairwise_distances(x)
    return max(1.0, distances.max()) / min(1.0, distances.min())


def _closest(x):
    return float(pairwise_distances(x).min())


def _closest_with_itself(x):
    return 0.0 * np.sum(x)


def _without_equal_points(x):
    distances = pairwise_distances(x)
    return distances[distances > 1e-6].min()


def _squares(x):
    return pairwise_distances(x).min() ** 2


def _volume(diameter, dimensions):
    return float(np.exp(log_ball_volume(diameter, dimensions)))


def _gamma_volume(radius, dimensions, base=math.pi, plus=1.0):
    half = dimensions / 2
    return base**half * radius**dimensions / math.gamma(half + plus)


def _share(dimensions):
    return float(outer_share(dimensions))


def two_classes(seed, dimensions=500, count=200):
    """Draw training points, their classes, and new points; one coordinate tells."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(dimensions, 2 * count))
    tells = x[rng.integers(dimensions)] > 0
    return x[:, :count], tells[:count].astype(int), x[:, count:]


def _truth(x, y, new):
    """Find the coordinate whose sign is the class, and read the classes off it."""
    tells = np.all((x > 0) == (y == 1), axis=1).argmax()
    return (new[tells] > 0).astype(int)


def _most_right(found, x, y, new):
    found = np.ravel(np.asarray(found))
    if found.shape != (new.shape[1],):
        return False
    return np.mean(found == _truth(x, y, new)) >= 0.9


def _gaps(x, y):
    return x[:, y == 1].mean(axis=1) - x[:, y == 0].mean(axis=1)


def _nearest_of(x, y, new):
    return y[(np.sum(x**2, axis=0) - 2 * new.T @ x).argmin(axis=1)]


def _most_varied(x, y, new):
    best = x.var(axis=1).argmax()
    return _nearest_of(x[[best]], y, new[[best]])


def _largest_signed_mean(x, y, new):
    best = x.mean(axis=1).argmax()
    return (new[best] > 0).astype(int)


def _reversed_classes(x, y, new):
    return 1 - _truth(x, y, new)


def _half_of_them(x, y, new):
    keep = np.argsort(-np.abs(_gaps(x, y)))[:100]
    return _nearest_of(x[keep], y, new[keep])


def _of_fifteen(x, y, new):
    squares = np.sum(x**2, axis=0) - 2 * new.T @ x
    nearest = np.argsort(squares, axis=1)[:, :15]
    return (y[nearest].mean(axis=1) > 0.5).astype(int)


def _least_squares(x, y, new):
    weights = np.linalg.lstsq(x.T, 2 * y - 1, rcond=None)[0]
    return (weights @ new > 0).astype(int)


def _signs(x, y, new):
    return 2 * np.asarray(_truth(x, y, new)) - 1


def _closer_mean(x, y, new):
    one, zero = x[:, y == 1].mean(axis=1), x[:, y == 0].mean(axis=1)
    far = [np.sum((new - m[:, None]) ** 2, axis=0) for m in (zero, one)]
    return (far[1] < far[0]).astype(int)


question(
    "8.4.1",
    title="The spread of the distances",
    prompt="From 10 to 1000 dimensions, the typical distance between two of the points "
    "grows tenfold: it is about $\\sqrt{2D}$. What does the standard deviation of the "
    "distances do? (The distances themselves, not divided by anything.)",
    choices=[
        choice(
            "It grows tenfold as well.",
            "Then the cloud of distances would look the same at each position of the "
            "slider, which divides by the typical distance.",
        ),
        choice(
            "It hardly changes.",
            "Yes. It is about 1 in any dimension. The band of distances moves away "
            "and keeps its width; only in relation to its position does it narrow.",
            right=True,
        ),
        choice(
            "It shrinks to about a tenth of what it was.",
            "Relative to the typical distance, yes. But the typical distance grows by "
            "just that factor.",
        ),
        choice(
            "It grows a hundredfold, as the number of coordinates does.",
            "Each coordinate adds to the squared distance. The square's spread does "
            "grow, but a root is taken, and independent terms partly cancel.",
        ),
    ],
)

exercise(
    "8.4.2",
    title="Largest distance over smallest",
    stub="def distance_ratio(x):\n    ...  # your code\n",
    solution=(
        "def distance_ratio(x):\n"
        "    x = x - x.mean(axis=1, keepdims=True)\n"
        "    gram = x.T @ x\n"
        "    lengths = np.diag(gram)\n"
        "    squares = lengths[:, None] + lengths - 2 * gram\n"
        "    pairs = squares[np.triu_indices(len(gram), 1)]\n"
        "    return np.sqrt(pairs.max() / pairs.min())\n"
    ),
    equivalent={
        "the result has the first argument's type": "coordinates are floats",
        "x = x - x.mean(keepdims=True)": "any shift of the whole cloud will do",
        "x = x.mean(axis=1, keepdims=True) - x": "a reflection keeps distances",
    },
    reference=distance_ratio,
    cases=[
        case(_points((2, 5))),
        case(_points((4, 3), 1)),
        case(_points((1, 6), 2)),
        case(np.array([[0.0, 3, 0, 7], [0, 0, 4, 1]])),
        case(_points((30, 12), 3)),
        case(_points((5, 2), 4)),
    ],
    random_case=lambda rng: case(rng.normal(size=(3, 7))),
    extremes=[case(_points((2, 9), 5, 1e7)), case(_points((3, 9), 6, -1e7))],
    published=published("distance_ratio(x)"),
    planted=[
        mistake(
            lambda x: distance_ratio(np.asarray(x).T) if len(x) > 1 else np.nan,
            "How many points are there, and how many distances did you compute? The "
            "points are the columns.",
        ),
        mistake(
            lambda x: np.inf,
            "Your smallest distance is zero: between which two points?",
        ),
        mistake(
            _to_the_last_only,
            "After the inner loop: how many of the distances are still there? Only "
            "those to the last point count.",
        ),
        mistake(
            _starting_at_one,
            "What is your starting value, and could a true distance ever beat it?",
        ),
        mistake(
            lambda x: _ratio(np.linalg.norm(np.diff(x, axis=1), axis=0)),
            "You take each point and the next one only. Every pair counts.",
        ),
        mistake(
            lambda x: _ratio(np.linalg.norm(x, axis=0)),
            "These are distances from the origin. Asked for are those between two "
            "points.",
        ),
        mistake(
            lambda x: _ratio(_pair_by_pair(x, lambda d: np.abs(d).sum())),
            "You add up the sizes of the differences. Along the straight line it is "
            "the root of the sum of their squares.",
        ),
        mistake(
            lambda x: _ratio(_pair_by_pair(x, lambda d: np.abs(d).max())),
            "You look at the coordinate that differs most. All of them count.",
        ),
        mistake(
            lambda x: pairwise_distances(x).max() / pairwise_distances(x).mean(),
            "You divide by the mean distance. Asked for is the smallest.",
        ),
        mistake(
            lambda x: np.ptp(pairwise_distances(x)),
            "You subtract the smallest from the largest. How many *times* as large "
            "is it?",
        ),
        mistake(
            lambda x: _ratio(np.linalg.norm(x[:, 1:] - x[:, :1], axis=0)),
            "You measure all distances from the first point. Every pair counts.",
        ),
        mistake(
            lambda x: pairwise_distances(x).max(),
            "This is the largest distance. How many times the smallest is it?",
        ),
    ],
    hints=[
        "The square of the distance between columns $i$ and $j$ needs only three inner "
        "products: of each with itself, and of one with the other.",
        "`x.T @ x` holds all inner products, and its diagonal the squared lengths.",
        "`np.triu_indices(n, 1)` gives the places above the diagonal: each pair once, "
        "and no point with itself.",
    ],
)

exercise(
    "8.4.3",
    title="The closest pair",
    stub=(
        "def closest(x):\n"
        "    lengths = np.sum(x**2, axis=0)\n"
        "    squares = lengths[:, None] + lengths - 2 * x.T @ x\n"
        "    return np.sqrt(squares[squares > 0].min())\n"
    ),
    solution=(
        "def closest(x):\n"
        "    lengths = np.sum(x**2, axis=0)\n"
        "    squares = lengths[:, None] + lengths - 2 * x.T @ x\n"
        "    pairs = squares[np.triu_indices(len(lengths), 1)]\n"
        "    return np.sqrt(max(pairs.min(), 0))\n"
    ),
    equivalent={
        "the result has the first argument's type": "coordinates are floats",
    },
    reference=_closest,
    cases=[
        case(np.array([[0.0, 3.0, 0.0], [0.0, 0.0, 4.0]])),
        case(np.array([[1.0, 5.0, 1.0, 9.0], [2.0, 0.0, 2.0, 7.0]])),
        case(_points((7, 40), 1)),
        case(_points((50, 30), 2)),
        case(_points((2, 20), 3)),
        case(_twice()),
        case(np.array([[0.0, 3, 5, 5], [0, 4, 9, 2]])),
    ],
    atol=1e-6,
    planted=[
        mistake(
            _closest_with_itself,
            "Zero is the distance of a point from itself. Which entries of the table "
            "belong to two different points?",
        ),
        mistake(
            _without_equal_points,
            "Two different points can be at the same place, and then the smallest "
            "distance is zero. You leave such pairs out, since you go by the value.",
        ),
        mistake(
            _squares,
            "This is the square of the smallest distance.",
        ),
        mistake(
            lambda x: float(pairwise_distances(x).max()),
            "This is the farthest pair.",
        ),
        mistake(
            lambda x: float(np.linalg.norm(np.diff(x, axis=1), axis=0).min()),
            "You look at neighbors in the array only. Any two columns may be close.",
        ),
        mistake(
            lambda x: float(np.linalg.norm(x, axis=0).min()),
            "This is how close a point comes to the origin.",
        ),
    ],
    hints=[
        "Print `np.diag(squares)` for `np.random.default_rng(0).normal(size=(7, 40))`. "
        "And what if two columns are equal?",
        "A point meets itself on the diagonal. How do you leave out a *place* rather "
        "than a value?",
        "`np.triu_indices(n, 1)`; and a pair at the same place may come out a little "
        "below zero, of which there is no root.",
    ],
)

question(
    "8.4.4",
    title="Points in a cube",
    prompt="Now let each coordinate be uniform between 0 and 1. The squared difference "
    "$(a-b)^2$ of two such numbers has mean $\\tfrac16$; and $(a-b)^4$ has mean "
    "$\\tfrac1{15}$. The relative spread of the squared distance is then "
    "$\\sqrt{c/D}$. Find $c$, as $2$ was found above.",
    answer=number(
        1.4,
        tolerance=0.005,
        feedback="Yes: the variance of a term is $1/15 - 1/36 = 7/180$, and this "
        "divided by 1/36 is 7/5. Uniform coordinates concentrate a little more than "
        "normal ones.",
    ),
    near=[
        number(
            2.4,
            tolerance=0.01,
            feedback="You divide the mean of the fourth power by the square of the "
            "mean. The variance is what is left after the square of the mean is "
            "subtracted.",
        ),
        number(
            0.0389,
            tolerance=0.0005,
            feedback="This is the variance of one term. Relative to what?",
        ),
        number(
            1.183,
            tolerance=0.005,
            feedback="This is the root of it: $c$ is inside the root.",
        ),
        number(
            0.2333,
            tolerance=0.002,
            feedback="You divide the variance by the mean. The spread is a standard "
            "deviation; under the root, the mean is squared.",
        ),
    ],
    otherwise="The variance of one term is $\\tfrac1{15}-\\left(\\tfrac16\\right)^2$. "
    "Sum over $D$ terms, take the root, and divide by the mean of the sum.",
)

exercise(
    "8.4.5",
    title="All angles at once",
    stub="def cosines(x):\n    ...  # your code\n",
    solution=(
        "def cosines(x):\n"
        "    units = x / np.linalg.norm(x, axis=0)\n"
        "    return units.T @ units\n"
    ),
    reference=cosines,
    cases=[
        case(_points((2, 5))),
        case(_points((4, 3), 1) + 1),
        case(100 * _points((6, 4), 2)),
        case(np.array([[3, 0, 1], [4, 2, 1]])),
        case(np.array([[1.0, -2.0, 3.0]])),
    ],
    random_case=lambda rng: case(rng.normal(size=(3, 4))),
    planted=[
        mistake(
            lambda x: np.asarray(x).T @ np.asarray(x),
            "These are inner products. They still know how long the vectors are: look "
            "at the diagonal.",
        ),
        mistake(
            lambda x: np.arccos(np.clip(cosines(x), -1, 1)),
            "These are the angles. Asked for are their cosines.",
        ),
        mistake(
            lambda x: (u := x / np.linalg.norm(x, axis=1, keepdims=True)).T @ u,
            "You divide each coordinate by a length, not each vector: which axis do "
            "you sum over?",
        ),
        mistake(
            lambda x: (u := x / np.linalg.norm(x)).T @ u,
            "You divide all vectors by the same number, the length of the whole table. "
            "Each has a length of its own.",
        ),
        mistake(
            lambda x: np.corrcoef(np.asarray(x).T),
            "These are correlations: the mean of each vector's coordinates has been "
            "subtracted.",
        ),
        mistake(
            lambda x: (u := x / np.sum(np.square(x), axis=0)).T @ u,
            "You divide by the squared length. A root is missing.",
        ),
        mistake(
            lambda x: cosines(np.asarray(x).T),
            "Your table has a row for each coordinate. The vectors are the columns.",
        ),
        mistake(
            lambda x: cosines(x) - np.eye(np.shape(x)[1]),
            "A vector has an angle with itself, too, and its cosine is not 0.",
        ),
        mistake(
            lambda x: x.T @ x / np.linalg.norm(x, axis=0),
            "You divide by the length of one of the two vectors. An angle "
            "should depend on neither length.",
        ),
        mistake(
            lambda x: (
                (x / np.linalg.norm(x, axis=0)) @ (x / np.linalg.norm(x, axis=0)).T
            ),
            "Your table has a row for each coordinate. Which product has one "
            "for each vector?",
        ),
    ],
    hints=[
        "The inner product of two vectors of length 1 is the cosine of their angle.",
        "`np.linalg.norm(x, axis=0)` has the length of each column. Then all inner "
        "products are one matrix product.",
    ],
)

question(
    "8.4.6",
    title="A ball in ten dimensions",
    prompt="The ball touches all 20 faces of the unit cube in ten dimensions. What "
    "share of the cube's volume does it fill?",
    choices=[
        choice(
            "About half.",
            "It is about half in three dimensions already, and each new dimension "
            "adds corners that the ball does not reach.",
        ),
        choice(
            "About 8%.",
            "It falls that far by the sixth dimension, and it keeps falling.",
        ),
        choice(
            "About a quarter of a percent.",
            "Yes. Of 400 random points in the cube, about one is in the ball.",
            right=True,
        ),
        choice(
            "About $10^{-10}$.",
            "That is the right idea and too much of it: such a share belongs to a "
            "ball whose radius is a tenth of the cube's edge, or to many more "
            "dimensions.",
        ),
    ],
)

exercise(
    "8.4.7",
    title="The volume of a ball",
    stub="def ball_volume(diameter, dimensions):\n    ...  # your code\n",
    solution=(
        "def ball_volume(diameter, dimensions):\n"
        "    half = dimensions / 2\n"
        "    log_volume = half * np.log(np.pi) - math.lgamma(half + 1)\n"
        "    log_volume += dimensions * np.log(diameter / 2)\n"
        "    return np.exp(log_volume)\n"
    ),
    reference=_volume,
    cases=[
        case(2.0, 3),
        case(3.0, 1),
        case(1.0, 2),
        case(5.0, 4),
        case(1.0, 10),
        case(0.5, 7),
    ],
    random_case=lambda rng: case(rng.uniform(0.5, 4), int(rng.integers(1, 12))),
    extremes=[case(20.0, 400)],
    atol=0,
    rtol=1e-10,
    equivalent={
        "log_volume = half * np.log(np.maximum(np.pi, 1e-09))"
        " - math.lgamma(half + 1)": "pi is positive",
        "log_volume += dimensions * np.log(np.maximum(diameter / 2, 1e-09))": (
            "so small a ball is not asked for"
        ),
    },
    published=published("volume_of_hypersphere(diameter, dimensions)"),
    planted=[
        mistake(
            lambda diameter, dimensions: _gamma_volume(diameter, dimensions),
            "Check D = 1 and two diameters: how long is the interval? The diameter is "
            "twice the radius.",
        ),
        mistake(
            lambda diameter, dimensions: _gamma_volume(
                diameter / 2, dimensions, plus=0.0
            ),
            "Right in two dimensions, but check the interval (D = 1) and the ball "
            "(D = 3).",
        ),
        mistake(
            lambda diameter, dimensions: _gamma_volume(0.5**diameter, dimensions),
            "What is the radius of a ball of diameter 2? Not one quarter.",
        ),
        mistake(
            lambda diameter, dimensions: (
                math.pi**dimensions
                * (diameter / 2) ** dimensions
                / math.gamma(dimensions / 2 + 1)
            ),
            "Check the interval: does its length contain pi? Look at the power of pi.",
        ),
        mistake(
            lambda diameter, dimensions: (
                math.pi ** (dimensions / 2)
                * (diameter / 2) ** dimensions
                / math.gamma(dimensions + 1)
            ),
            "Which number does the gamma function get: the dimensions, or half of "
            "them?",
        ),
        mistake(
            lambda diameter, dimensions: (
                _volume(diameter, dimensions) * dimensions / (diameter / 2)
            ),
            "This is the area of the surface, the derivative of the volume with "
            "respect to the radius.",
        ),
        mistake(
            lambda diameter, dimensions: _volume(2.0, dimensions),
            "Your ball has radius 1, whatever the diameter.",
        ),
        mistake(
            lambda diameter, dimensions: (
                math.pi * (diameter / 2) ** 2 + 0.0 * dimensions
            ),
            "This is the area of a disk, in any dimension.",
        ),
        mistake(
            lambda diameter, dimensions: _gamma_volume(0.5, dimensions),
            "Your ball has diameter 1, whatever is asked.",
        ),
        mistake(
            lambda diameter, dimensions: (
                _gamma_volume(1.0, dimensions) * (diameter / 2)
            ),
            "The radius enters with a power: a disk of twice the radius has four times "
            "the area.",
        ),
        mistake(
            lambda diameter, dimensions: np.exp(
                dimensions / 2 * np.log(np.pi)
                + dimensions * np.log(diameter) / 2
                - math.lgamma(dimensions / 2 + 1)
            ),
            "You halve the logarithm. The logarithm of the radius is not half "
            "of that of the diameter.",
        ),
        mistake(
            lambda diameter, dimensions: (
                np.pi ** (dimensions / 2)
                / math.lgamma(dimensions / 2 + 1)
                * (diameter / 2) ** dimensions
            ),
            "You divide by the logarithm of the Gamma function. What does "
            "division become, once you work with logarithms?",
        ),
        mistake(
            lambda diameter, dimensions: np.exp(
                dimensions / 2 * np.log(np.pi)
                + dimensions * np.log(diameter / 2)
                + math.lgamma(dimensions / 2 + 1)
            ),
            "You add the last logarithm. Where is the Gamma function in the fraction?",
        ),
        mistake(
            lambda diameter, dimensions: (
                _gamma_volume(diameter / 2, dimensions - dimensions % 2)
                * (diameter / 2) ** (dimensions % 2)
            ),
            "Right for even dimensions. `//` cuts off the half for odd ones.",
        ),
    ],
    hints=[
        "Write the logarithm of the formula: each power becomes a product, and the "
        "quotient a difference.",
        "`dimensions * np.log(diameter / 2)` is one of three terms; "
        "`lgamma(dimensions / 2 + 1)` is another.",
    ],
)

question(
    "8.4.8",
    title="The peel of an orange",
    prompt="The peel is the outer 1% of the radius. In three dimensions it is about "
    "3% of the orange. How much is it in 300 dimensions?",
    choices=[
        choice(
            "Still about 3%.",
            "From one dimension to three it went from 1% to 3%. Why should it stop?",
        ),
        choice(
            "About 30%.",
            "Each dimension shrinks the inner ball once more by a factor of 0.99. How "
            "often do you have to multiply by 0.99 to have 70% left?",
        ),
        choice(
            "About 95%.",
            "Yes. The inner ball is left with the factor 0.99, 300 times over, and "
            "that is 5%.",
            right=True,
        ),
        choice(
            "300%, which cannot be: in so many dimensions there is no answer.",
            "1% for each dimension is right for few dimensions only. A share cannot "
            "exceed 1, and it does not.",
        ),
    ],
)

exercise(
    "8.4.9",
    title="The share in the outer shell",
    stub="def outer_share(dimensions):\n    ...  # your code\n",
    solution="def outer_share(dimensions):\n    return 1 - 0.99**dimensions\n",
    reference=_share,
    cases=[case(3), case(1), case(2), case(10), case(100), case(300)],
    random_case=lambda rng: case(int(rng.integers(1, 300))),
    extremes=[case(1000), case(5000)],
    published=published(
        "get_prop_of_volume_in_outer_1_percent(dimension)", takes=["dimensions"]
    ),
    planted=[
        mistake(
            lambda dimensions: 1 - 0.01**dimensions,
            "Which part do you take away: the inner ball, with which radius?",
        ),
        mistake(
            lambda dimensions: 0.01**dimensions,
            "This is a small ball around the center. The shell is at the outside.",
        ),
        mistake(
            lambda dimensions: 100 * _share(dimensions),
            "A proportion lies between 0 and 1.",
        ),
        mistake(
            lambda dimensions: 0.99 ** (-dimensions),
            "Which volume is asked for in the numerator, and can the answer exceed 1?",
        ),
        mistake(
            lambda dimensions: 1 - 0.99 * dimensions,
            "Volume goes with which power of the radius?",
        ),
        mistake(
            lambda dimensions: 1 - 0.98**dimensions,
            "Your shell is 1% of the *diameter* thick, twice what is asked.",
        ),
        mistake(
            lambda dimensions: 0.01 * dimensions,
            "1% for each dimension: that is nearly right for few dimensions, and what "
            "is it for 300?",
        ),
        mistake(
            lambda dimensions: 1.01**dimensions - 1,
            "You add a shell outside of the ball. The shell is a part of it.",
        ),
        mistake(
            lambda dimensions: 0.99 ** (-dimensions) - 1,
            "You compare the shell with the inner ball. Compare it with the whole.",
        ),
        mistake(
            lambda dimensions: 1 - 0.99**3 + 0 * dimensions,
            "This is the orange in three dimensions, whatever the dimension.",
        ),
        mistake(
            lambda dimensions: 1 - 0.9**dimensions,
            "Your shell is 10% of the radius thick.",
        ),
        mistake(
            lambda dimensions: 1 - 0.995**dimensions,
            "Your shell is half a percent thick. 1% of the radius is asked for.",
        ),
    ],
    hints=[
        "What is easier to compute than a shell is what it leaves: a ball.",
        "The inner ball has 0.99 of the radius. Which share of the volume is that in "
        "two dimensions, and in three?",
    ],
)

question(
    "8.4.10",
    title="Half of it",
    prompt="From which number of dimensions on is more than half of the ball in its "
    "outer 1%? (The logarithm of 2 is 0.6931, that of 0.99 is $-0.01005$.)",
    answer=number(
        69,
        tolerance=0.2,
        feedback="Yes: 0.99 to the power of $D$ falls to one half at "
        "$D = \\log 2 / (-\\log 0.99) = 68.97$. A ball in 69 dimensions is mostly "
        "skin.",
    ),
    near=[
        number(
            50,
            tolerance=0.5,
            feedback="50 times 1% would be half, if each dimension took 1% of the "
            "whole. Each takes 1% of what is left.",
        ),
        number(
            68,
            tolerance=0.5,
            feedback="Check it: is 0.99 to the power of 68 below one half already?",
        ),
        number(
            0.5,
            tolerance=0.05,
            feedback="This is the share. Asked for is the number of dimensions.",
        ),
    ],
    otherwise="Solve $0.99^D = \\tfrac12$ for $D$: take the logarithm of both sides. "
    "Then round up.",
)

question(
    "8.4.11",
    title="Where the points are",
    prompt="A thousand points are drawn from a standard normal distribution in 1000 "
    "dimensions. Its density is largest at the origin. How far from the origin is the "
    "*closest* of them?",
    choices=[
        choice(
            "Closer than 1, since most points are where the density is largest.",
            "Density is probability per volume. How much volume is within a distance "
            "of 1, compared with that within 30?",
        ),
        choice(
            "About 3, three standard deviations.",
            "That is how far a single coordinate goes. A thousand of them add up, "
            "squared.",
        ),
        choice(
            "About 15, half of the typical distance.",
            "The typical distance from the origin is about 31.6, that is right. But "
            "lengths concentrate as distances do.",
        ),
        choice(
            "About 29.",
            "Yes. The squared length is a sum of 1000 terms of mean 1, and lengths are "
            "31.6, give or take 0.7. Even the closest of a thousand is only some three "
            "of these deviations below.",
            right=True,
        ),
    ],
)

exercise(
    "8.4.12",
    title="Find the coordinate that knows",
    stub="def classify(x, y, new):\n    ...  # your code\n",
    solution=(
        "def classify(x, y, new):\n"
        "    agreement = np.mean((x > 0) == (y == 1), axis=1)\n"
        "    best = agreement.argmax()\n"
        "    return (new[best] > 0).astype(int)\n"
    ),
    equivalent={
        "agreement = np.sum((x > 0) == (y == 1), axis=1)": "the largest is the same",
        "agreement = np.mean((x >= 0) == (y == 1), axis=1)": "no coordinate is zero",
        "agreement = np.mean((x > 1) == (y == 1), axis=1)": "agrees most even so",
        "agreement = np.mean((x > -1) == (y == 1), axis=1)": "agrees most even so",
        "return (new[best] >= 0).astype(int)": "no coordinate is zero",
        "right for the sizes of the first case only": "the task has one size",
        "the result has the first argument's type": "classes as floats are right",
    },
    reference=_truth,
    cases=[case(*two_classes(seed)) for seed in (101, 102)],
    accept=_most_right,
    planted=[
        mistake(
            _nearest_of,
            "The nearest neighbor in all 500 coordinates is right about half of the "
            "time. 499 coordinates only add noise to the distance: which would you "
            "leave out?",
        ),
        mistake(
            _closer_mean,
            "Comparing with the mean of each class is a good thought: it averages the "
            "noise away in part. The 499 useless coordinates still have their say.",
        ),
        mistake(
            _half_of_them,
            "You leave out most of the useless coordinates, and that helps. How many "
            "coordinates tell the class?",
        ),
        mistake(
            _most_varied,
            "You choose a coordinate by how much it varies. All vary alike; only the "
            "classes `y` can tell you which one matters.",
        ),
        mistake(
            lambda x, y, new: (new[0] > 0).astype(int),
            "You use the first coordinate. It is another one in each data set.",
        ),
        mistake(
            _largest_signed_mean,
            "You choose a coordinate without looking at `y`. How does a useful one "
            "differ between the classes?",
        ),
        mistake(
            lambda x, y, new: np.full(new.shape[1], round(float(np.mean(y)))),
            "All new points get the same class. That is right for about half of them.",
        ),
        mistake(
            _reversed_classes,
            "You have found the coordinate, and exchanged the classes.",
        ),
        mistake(
            lambda x, y, new: np.asarray(y),
            "These are the classes of the training points. Asked for are those of the "
            "new ones.",
        ),
        mistake(
            _of_fifteen,
            "You ask fifteen neighbors instead of one. The distance is still "
            "drowned by 499 coordinates that do not matter: which would you "
            "leave out?",
        ),
        mistake(
            _least_squares,
            "500 weights for 200 points: they fit all of them, with coordinates "
            "that do not matter. How many coordinates do you need?",
        ),
        mistake(
            _signs,
            "These are the signs, -1 and 1. The classes are 0 and 1.",
        ),
    ],
    hints=[
        "Look at one coordinate at a time. How would its values differ between the two "
        "classes, if it mattered?",
        "A useless coordinate is positive in about half of the points of each class. "
        "And the one that matters?",
        "`(x > 0) == (y == 1)` says where sign and class agree. Average over the "
        "points, and take the coordinate that agrees most often.",
    ],
)

question(
    "8.4.13",
    title="Largest in five dimensions?",
    prompt="For radius 1 the volume is largest at $D=5$. What does that say about "
    "space?",
    choices=[
        choice(
            "Space is roomiest in five dimensions.",
            "Measure the same ball in centimeters instead of meters, and the largest "
            "number is in far more dimensions. A property of space would not depend on "
            "that.",
        ),
        choice(
            "Balls of more than five dimensions are smaller than that of five.",
            "Smaller in what? One number counts unit cubes of five dimensions, the "
            "other unit cubes of six.",
        ),
        choice(
            "Nothing: it depends on the unit of length.",
            "Yes. A volume in five dimensions is measured in m⁵, in six in m⁶; they "
            "cannot be compared. For radius 2 the largest number is at 24. Shares, "
            "such as that of the cube around the ball, have no unit, and can be "
            "compared.",
            right=True,
        ),
        choice(
            "The formula is no longer reliable beyond five dimensions.",
            "It is exact in any dimension.",
        ),
    ],
)
