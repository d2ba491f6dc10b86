"""Exercises and questions of page 21.2, explainability."""

import numpy as np

from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    question,
)
from udl.society import explanations
from udl.society.black_box import PERSON, score

_YOU = np.array(PERSON)
_TWO = np.array([2.0, -1.0])
_THREE = np.array([0.5, 3.0, -2.0])
_VALUES = np.linspace(0, 1, 5)


def product(X):
    """Multiply all inputs."""
    return np.prod(X, axis=0)


def falling(X):
    """Count the first input once, the second twice, and so on, and square the last."""
    X = np.asarray(X, dtype=float)
    return np.arange(1, len(X) + 1) @ X - X[-1] ** 2


question(
    "21.2.1",
    title="The best single change",
    prompt="You may change one input, to any value from 0 to 1, and keep the other "
    "three. Which one do you choose to get the highest score?",
    choices=[
        choice(
            "$x_0$: the score reacts to it most strongly.",
            "It does, for a small step. How far does the score keep rising? You can "
            "lower it by 0.3 at most.",
        ),
        choice(
            "$x_1$: it is the only one where more is better, but it has little room.",
            "Up to 1 is only 0.2. What a long way down does, the table does not say.",
        ),
        choice(
            "$x_3$: it has the smallest influence, so its curve is the most stable.",
            "Stable means that nothing happens. You want the score to move.",
        ),
        choice(
            "The table cannot tell. It is about steps of 0.01.",
            "Yes. Four slopes at one point say nothing of what happens far away. You "
            "have to ask the box again.",
            right=True,
        ),
    ],
)


def _asked(change):
    """Ask with inputs that are made in another way."""

    def answer(model, x, k, values):
        X = np.repeat(np.array(x, dtype=float)[:, None], np.size(values), axis=1)
        return model(change(X, k, np.asarray(values, dtype=float)))

    return answer


def _set_row(X, k, row):
    X = X.copy()
    X[k] = row
    return X


exercise(
    "21.2.2",
    title="One input varies",
    stub="def ice_curve(model, x, k, values):\n    ...  # your code\n",
    solution=(
        "def ice_curve(model, x, k, values):\n"
        "    X = np.repeat(x[:, None], len(values), axis=1)\n"
        "    X[k] = values\n"
        "    return model(X)\n"
    ),
    equivalent={"the result has the first argument's type": "that is a function"},
    reference=explanations.ice_curve,
    cases=[
        case(falling, _THREE, 1, np.array([0.0, 1.0, 2.0, 4.0])),
        case(product, _TWO, 0, np.array([0.0, 0.5, 1.0])),
        case(product, _THREE, 2, np.array([3.0, -1.0])),
        case(score, _YOU, 2, _VALUES),
        case(score, _YOU, 0, np.linspace(0, 1, 9)),
    ],
    planted=[
        mistake(
            _asked(lambda X, k, v: _set_row(np.full(X.shape, v.mean()), k, v)),
            "You ask about an average person. At the present value of the input your "
            "curve must meet the known score.",
        ),
        mistake(
            _asked(lambda X, k, v: _set_row(np.zeros(X.shape), k, v)),
            "All other inputs are zero. What are they for this person?",
        ),
        mistake(
            _asked(lambda X, k, v: _set_row(X, k, X[k] + v)),
            "You add the values to the input. They should replace it.",
        ),
        mistake(
            _asked(lambda X, k, v: _set_row(X, k, X[k] * v)),
            "You multiply the input by the values. They should replace it.",
        ),
        mistake(
            _asked(lambda X, k, v: np.repeat(v[None], len(X), axis=0)),
            "All inputs vary together. Which one alone should?",
        ),
        mistake(
            _asked(lambda X, k, v: _set_row(X, k - 1, v)),
            "Another input varies. The first has the index 0.",
        ),
        mistake(
            _asked(lambda X, k, v: X),
            "You ask the same question again and again: no input varies.",
        ),
        mistake(
            _asked(lambda X, k, v: _set_row(X, k, np.sort(v))),
            "The scores should come in the order of the values. You sort the values.",
        ),
        mistake(
            lambda model, x, k, values: (
                explanations.ice_curve(model, x, k, values)
                - model(np.array(x, dtype=float)[:, None])
            ),
            "These are changes of the score. The curve holds the scores themselves.",
        ),
    ],
    hints=[
        "Make one column for each value, all equal to the person. "
        "`np.repeat(x[:, None], n, axis=1)` does.",
        "Then overwrite row `k`, and ask the model once about all columns.",
    ],
)


def _curves(model, x, values):
    return np.array(
        [explanations.ice_curve(model, x, k, values) for k in range(len(x))]
    )


def _forgetful(restore):
    """Vary the inputs in turn, and put something back after each."""

    def answer(model, x, values):
        X = np.repeat(np.array(x, dtype=float)[:, None], len(values), axis=1)
        curves = []
        for k in range(len(x)):
            X[k] = values
            curves.append(model(X))
            restore(X, k, x, values)
        return np.array(curves)

    return answer


def _last(X, k, x, values):
    X[k] = values[-1]


def _first(X, k, x, values):
    X[k] = values[0]


def _mean(X, k, x, values):
    X[k] = np.mean(values)


def _one_before(X, k, x, values):
    X[k - 1] = x[k - 1]


def _zero(X, k, x, values):
    X[k] = 0


exercise(
    "21.2.3",
    title="All curves of a person",
    stub=(
        "def all_curves(model, x, values):\n"
        "    X = np.repeat(x[:, None], len(values), axis=1)\n"
        "    curves = []\n"
        "    for k in range(len(x)):\n"
        "        X[k] = values\n"
        "        curves.append(model(X))\n"
        "    return np.array(curves)\n"
    ),
    solution=(
        "def all_curves(model, x, values):\n"
        "    curves = []\n"
        "    for k in range(len(x)):\n"
        "        X = np.repeat(x[:, None], len(values), axis=1)\n"
        "        X[k] = values\n"
        "        curves.append(model(X))\n"
        "    return np.array(curves)\n"
    ),
    equivalent={"the result has the first argument's type": "that is a function"},
    reference=_curves,
    cases=[
        case(falling, _THREE, np.array([0.0, 1.0, 2.0, 4.0])),
        case(product, _TWO, np.array([0.0, 0.5, 1.0])),
        case(product, _THREE, np.array([3.0, -1.0])),
        case(score, _YOU, _VALUES),
    ],
    planted=[
        mistake(
            _forgetful(_last),
            "Is x still what it was after your first curve? One input is left at the "
            "last of the values.",
        ),
        mistake(
            _forgetful(_first),
            "After its curve, an input is left at the first of the values. Where was "
            "it before?",
        ),
        mistake(
            _forgetful(_mean),
            "After its curve, an input is left at the mean of the values. Where was "
            "it before?",
        ),
        mistake(
            _forgetful(_zero),
            "After its curve, an input is left at zero. Where was it before?",
        ),
        mistake(
            _forgetful(lambda X, k, x, values: None),
            "The first curve is right. What is the first input when the second curve "
            "is computed? A second name for `X` is no copy.",
        ),
        mistake(
            _forgetful(_one_before),
            "You put an input back one curve too late.",
        ),
        mistake(
            lambda model, x, values: _curves(model, x, values)[:1],
            "Only the first curve comes back: does `return` stand inside the loop?",
        ),
        mistake(
            lambda model, x, values: _curves(model, x, values)[0],
            "Only the first curve comes back. Where are the others?",
        ),
        mistake(
            lambda model, x, values: _curves(model, x, values)[1:],
            "The first input has no curve. Where does the count start?",
        ),
        mistake(
            lambda model, x, values: model(
                np.repeat(np.asarray(values, dtype=float)[None], len(x), axis=0)
            ),
            "You ask the model once, after all inputs were changed together.",
        ),
        mistake(
            lambda model, x, values: np.array(
                [explanations.ice_curve(model, x, 0, values)] * len(x)
            ),
            "All your curves vary the same input.",
        ),
        mistake(
            lambda model, x, values: explanations.ice_curve(
                model, x, len(x) - 1, values
            ),
            "Only the last curve comes back.",
        ),
        mistake(
            lambda model, x, values: _curves(model, x, values)[::-1],
            "The curves are right, in the reverse order.",
        ),
    ],
    hints=[
        "Which of the curves meets your score, and which does not?",
        "When the second curve is computed, what is the first input?",
    ],
)


exercise(
    "21.2.4",
    title="Neighbors",
    stub="def neighbors(x, u, radius):\n    ...  # your code\n",
    solution=(
        "def neighbors(x, u, radius):\n"
        "    return x[:, None] + radius * (2 * u - 1)\n"
    ),
    reference=explanations.neighbors,
    cases=[
        case(_TWO, np.array([[0.0, 0.5, 0.75], [1.0, 0.25, 0.5]]), 0.5),
        case(_THREE, np.random.default_rng(0).random((3, 5)), 0.1),
        case(_YOU, np.random.default_rng(1).random((4, 6)), 0.05),
        case(np.array([3, 1]), np.array([[0, 1, 1], [1, 1, 0]]), 1.5),
        case(_YOU, np.random.default_rng(2).random((4, 3)), 0.0),
    ],
    planted=[
        mistake(
            lambda x, u, radius: x[:, None] + radius * u,
            "All your samples are above x. They should lie on both sides.",
        ),
        mistake(
            lambda x, u, radius: x[:, None] + radius * (u - 0.5),
            "Your cube has the edge length `radius`. How far from x should a sample "
            "be able to get?",
        ),
        mistake(
            lambda x, u, radius: x[:, None] + radius * (2 * u[:1] - 1),
            "All inputs move by the same amount. Can such samples tell the inputs "
            "apart?",
        ),
        mistake(
            lambda x, u, radius: x[:, None] * (1 + radius * (2 * u - 1)),
            "Your changes are in proportion to x. An input that is 0 would never "
            "change.",
        ),
        mistake(
            lambda x, u, radius: radius * (2 * u - 1),
            "These are the changes. Where do they start from?",
        ),
        mistake(
            lambda x, u, radius: x[:, None] + np.where(
                np.arange(u.shape[1]) % len(x) == np.arange(len(x))[:, None],
                radius * (2 * u - 1), 0,
            ),
            "Each sample changes one input only. Change all of them, each by its own "
            "number.",
        ),
        mistake(
            lambda x, u, radius: x[:, None] + (2 * u - 1),
            "Your samples do not depend on the radius.",
        ),
        mistake(
            lambda x, u, radius: x[:, None] + 2 * radius * u,
            "Your cube has the right size and begins at x. Where in it should x be?",
        ),
        mistake(
            lambda x, u, radius: x[:, None] - radius + radius * u,
            "All your samples are below x. How long is the way from one side of the "
            "cube to the other?",
        ),
        mistake(
            lambda x, u, radius: x[:, None] - radius * u,
            "All your samples are below x. They should lie on both sides.",
        ),
        mistake(
            lambda x, u, radius: x[:, None] + 2 * radius * (2 * u - 1),
            "Your cube reaches twice as far as it should.",
        ),
        mistake(
            lambda x, u, radius: x[:, None] + radius * np.sign(2 * u - 1),
            "Your samples are at corners of the cube only. They should fill it.",
        ),
        mistake(
            lambda x, u, radius: (
                x[:, None] + radius * (2 * u - 1) / np.linalg.norm(2 * u - 1, axis=0)
            ),
            "All your samples are equally far from x, on a sphere. They should fill a "
            "cube.",
        ),
        mistake(
            lambda x, u, radius: x[:, None] + 2 * radius * u - 1,
            "Your cube has the right size, but its middle is not x. By how much do you "
            "shift it?",
        ),
        mistake(
            lambda x, u, radius: np.clip(x[:, None] + radius * (2 * u - 1), 0, 1),
            "You cut the samples off at 0 and 1. Nobody asked for that: a person's "
            "inputs may be any numbers here.",
        ),
    ],
    hints=[
        "Where is a number uniform between $-1$ and 1, if `u` is uniform between 0 "
        "and 1?",
        "`2 * u - 1` is. Scale it by the radius, and add it to the column "
        "`x[:, None]`.",
    ],
)  # fmt: skip


def _plane(X, y, weights=None):
    return tuple(explanations.fit_plane(X, y, weights))


def _rows(X):
    X = np.asarray(X, dtype=float)
    return np.vstack([np.ones(X.shape[1]), X]).T


def _solve(rows, y):
    """Solve by least squares what can be solved: LAPACK writes on the screen if not."""
    if not np.all(np.isfinite(np.column_stack([rows, y]))):
        raise ValueError("not finite")
    return np.linalg.lstsq(rows, y, rcond=None)[0]


def _through_zero(X, y):
    return 0.0, _solve(np.asarray(X, float).T, y)


def _one_by_one(X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    phi = np.array([np.polyfit(row, y, 1)[0] for row in X])
    return y.mean() - phi @ X.mean(axis=1), phi


def _no_inverse(X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    phi = (X - X.mean(axis=1, keepdims=True)) @ (y - y.mean())
    return y.mean() - phi @ X.mean(axis=1), phi


def _keep_phi(beta):
    def answer(X, y):
        _, phi = explanations.fit_plane(X, y)
        return beta(np.asarray(X, float), np.asarray(y, float), phi), phi

    return answer


def _ones_last(X, y):
    """Take the first number for the height, while the ones come last."""
    beta, phi = explanations.fit_plane(X, y)
    return phi[0], np.append(phi[1:], beta)


def _one_spread(X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    centered = X - X.mean(axis=1, keepdims=True)
    phi = centered @ y / np.sum(centered**2)
    return y.mean() - phi @ X.mean(axis=1), phi


def _height_later(X, y):
    _, phi = _through_zero(X, y)
    return np.mean(y - phi @ np.asarray(X, float)), phi


_GRID = np.array([[0.0, 1.0, 0.0, 1.0, 2.0], [0.0, 0.0, 1.0, 1.0, 1.0]])
_CLOUD = explanations.neighbors(_YOU, np.random.default_rng(3).random((4, 30)), 0.05)
_WIDE = np.random.default_rng(4).normal(size=(3, 12)) + 2

exercise(
    "21.2.5",
    title="The plane",
    stub="def fit_plane(X, y):\n    ...  # your code\n",
    solution=(
        "def fit_plane(X, y):\n"
        "    rows = np.column_stack([np.ones(len(y)), X.T])\n"
        "    fitted = np.linalg.lstsq(rows, y)[0]\n"
        "    return fitted[0], fitted[1:]\n"
    ),
    equivalent={"the result has the first argument's type": "two results"},
    reference=_plane,
    parts=["beta", "phi"],
    cases=[
        case(_GRID, np.array([1.0, 4.0, 0.0, 2.0, 6.0])),
        case(_WIDE, np.random.default_rng(5).normal(size=12)),
        case(_CLOUD, score(_CLOUD)),
        case(np.array([[1, 2, 4, 5]]), np.array([3, 3, 5, 9])),
    ],
    planted=[
        mistake(
            _through_zero,
            "Your plane passes through zero. What does it predict at x itself?",
        ),
        mistake(
            _one_by_one,
            "You fit each input alone. By chance the inputs vary together a little, "
            "and one takes credit for another.",
        ),
        mistake(
            _no_inverse,
            "You multiply inputs and scores, but do not divide by how much the "
            "inputs vary.",
        ),
        mistake(
            _keep_phi(lambda X, y, phi: y.mean()),
            "The slopes are right. beta is the height at zero, not the mean score.",
        ),
        mistake(
            _keep_phi(lambda X, y, phi: 0.0),
            "The slopes are right. Where is the height of the plane?",
        ),
        mistake(
            _keep_phi(lambda X, y, phi: y[0] - phi @ X[:, 0]),
            "The slopes are right. Your plane is forced through the first sample.",
        ),
        mistake(
            lambda X, y: (_through_zero(X, y - np.mean(y))[0] + np.mean(y),
                          _through_zero(X, y - np.mean(y))[1]),
            "You subtract the mean of the scores, but not that of the inputs.",
        ),
        mistake(
            lambda X, y: (_plane(X, y)[0], _one_by_one(X, y)[1]),
            "The height is right, but you fit the slope of each input alone.",
        ),
        mistake(
            _ones_last,
            "Your numbers are right, but they come in another order. Where is your "
            "column of ones: first or last?",
        ),
        mistake(
            _keep_phi(lambda X, y, phi: y.mean() + phi @ X.mean(axis=1)),
            "The slopes are right. At the mean of the inputs, your plane should have "
            "the mean score.",
        ),
        mistake(
            _one_spread,
            "You divide by the spread of all inputs together. Each input has a spread "
            "of its own, and they vary together, too.",
        ),
        mistake(
            _height_later,
            "You fit the slopes without a height, and the height afterward. The two "
            "must be found together.",
        ),
    ],
    hints=[
        "The height is one more parameter, whose input is always 1.",
        "Put a column of ones before `X.T`. `np.linalg.lstsq(rows, y)[0]` then "
        "gives the height, followed by the slopes.",
    ],
)  # fmt: skip

question(
    "21.2.6",
    title="A cube five times smaller",
    prompt="Every new draw of 100 samples gives somewhat different slopes. Now shrink "
    "the radius from 0.05 to 0.01. How does the scatter of the slopes change?",
    choices=[
        choice(
            "It grows about five times, because closer points hold a line less well.",
            "They would, if the scores had noise of their own. What makes the scores "
            "differ from a plane here?",
        ),
        choice(
            "It does not change: the number of samples is the same.",
            "The number is the same, but the box is straighter in the small cube.",
        ),
        choice(
            "It shrinks about five times.",
            "Yes. The box has no noise, only curvature. The distance from the plane "
            "shrinks with the square of the radius, and dividing by the radius gives "
            "a slope.",
            right=True,
        ),
        choice(
            "It shrinks about 25 times, like the curvature's share of the score.",
            "That is how far the scores are from a plane. A slope is such a distance "
            "divided by the radius.",
        ),
    ],
)

question(
    "21.2.7",
    title="The slope of a cube",
    prompt="A box with one input computes $f[x]=x^3$. You explain it at $x=0$ with "
    "very many samples and the radius $r=\\frac{1}{2}$. What is the slope of the line?",
    answer=number(
        0.15,
        tolerance=0.0006,
        feedback="Yes: $\\frac{3}{5}r^2$. The derivative at 0 is zero, but the line "
        "has to serve the whole neighborhood.",
    ),
    near=[
        number(0, tolerance=1e-9, feedback="That is the derivative at 0. The line is "
               "fitted to samples on both sides, too."),
        number(0.6, tolerance=0.0006, feedback="That would be right for the radius 1."),
        number(0.75, tolerance=0.0006, feedback="That is the derivative at the edge. "
               "The line is fitted to all of the interval."),
        number(0.25, tolerance=0.0006, feedback="That is the line through both ends of "
               "the interval. Samples near the middle count as well."),
        number(0.05, tolerance=0.0006, feedback="Have you divided by the mean of "
               "$u^2$? It is not $r^2$."),
        number(0.0125, tolerance=0.0006, feedback="This is the mean of $u^4$. Divide "
               "it by the mean of $u^2$."),
        number(0.3, tolerance=0.0006, feedback="Which power of the radius is left "
               "when you divide the mean of $u^4$ by that of $u^2$?"),
    ],
    otherwise="Compute the mean of $u\\cdot u^3$ for $u$ uniform between $-r$ and "
    "$r$, and the mean of $u^2$.",
)  # fmt: skip

_FAR = 0.14


def _reaches(result, model, x, limit):
    """Tell whether a person gets a yes with a small enough change."""
    found = np.asarray(result, dtype=float)
    if found.size != len(x) or not np.all(np.isfinite(found)):
        return "Four numbers are expected: the new inputs."
    found = found.ravel()
    far = float(np.linalg.norm(found - x))
    if np.linalg.norm(found) <= limit:
        return "These seem to be the changes. Return the new inputs."
    if far > limit * (1 + 1e-9):
        return (
            f"Your new inputs are {far:.3g} away from the old ones; "
            f"at most {limit:g} is allowed."
        )
    reached = float(model(found[:, None])[0])
    return reached > 0 or f"The score there is {reached:.3g}: still no."


def _best_of_many(model, x, limit):
    way = np.random.default_rng(0).normal(size=(len(x), 2000))
    X = x[:, None] + 0.999 * limit * way / np.linalg.norm(way, axis=0)
    return X[:, np.argmax(model(X))]


def _slopes(model, x):
    step = 1e-5 * np.eye(len(x))
    return (model(x[:, None] + step) - model(x[:, None] - step)) / 2e-5


def _along(length):
    def answer(model, x, limit):
        way = _slopes(model, x)
        return x + length(model, x, limit, way) * way / np.linalg.norm(way)

    return answer


def _single(k, value):
    def answer(model, x, limit):
        changed = np.array(x, dtype=float)
        changed[k] = value
        return changed

    return answer


exercise(
    "21.2.8",
    title="A small change that is enough",
    stub=(
        "def change(model, x, limit):\n"
        "    new = x.copy()\n"
        "    return new\n"
    ),
    solution=(
        "def change(model, x, limit):\n"
        "    rng = np.random.default_rng(0)\n"
        "    way = rng.normal(size=(4, 2000))\n"
        "    way *= 0.99 * limit / np.linalg.norm(way, axis=0)\n"
        "    X = x[:, None] + way\n"
        "    return X[:, np.argmax(model(X))]\n"
    ),
    equivalent={
        "rng = np.random.default_rng(1)": "any seed will do",
        "way = rng.normal(size=(4, 2001))": "a few more or less will do",
        "way = rng.normal(size=(4, 1999))": "a few more or less will do",
        "X = x[:, None] - way": "the opposite of a random direction is one",
        "return np.abs(X[:, np.argmax(model(X))])": "inputs are not negative",
        "return np.maximum(X[:, np.argmax(model(X))], 0)": "inputs are not negative",
        "right for the sizes of the first case only": "there is one person",
        "the result has the first argument's type": "that is a function",
    },
    reference=_best_of_many,
    accept=_reaches,
    cases=[case(score, _YOU, _FAR)],
    planted=[
        mistake(
            _along(lambda model, x, limit, way: 0.99 * limit),
            "You go straight up, along the slopes at the start, as far as you may. "
            "On the way the slopes change.",
        ),
        mistake(
            _along(lambda model, x, limit, way: -model(x[:, None])[0]
                   / np.linalg.norm(way)),
            "There the linear model says yes. What does the box say?",
        ),
        mistake(
            _along(lambda model, x, limit, way: -0.99 * limit),
            "You go against the slopes, where the score falls.",
        ),
        mistake(
            _single(2, 0.122),
            "The best single change gets a yes, but it is a long way. Change all "
            "four inputs a little.",
        ),
        mistake(
            _single(0, 0.0),
            "To lower one input alone gets a yes, but it is far. Change all four "
            "inputs a little.",
        ),
        mistake(
            lambda model, x, limit: x + limit * np.sign(_slopes(model, x)),
            "Each input may change by the limit only if the others do not. The "
            "distance counts them together.",
        ),
    ],
    hints=[
        "The straight way along the slopes needs 0.16. Ask the box: it answers "
        "thousands of questions at once.",
        "Try 2,000 random directions, all of the allowed length: "
        "`way / np.linalg.norm(way, axis=0)` has the length 1. Keep the best.",
    ],
)  # fmt: skip


def _scaled(change_rows, change_y):
    """Fit with rows and scores that are scaled in another way."""

    def answer(X, y, weights):
        w = np.asarray(weights, dtype=float)
        rows, y = change_rows(_rows(X), w), change_y(np.asarray(y, dtype=float), w)
        fitted = _solve(rows, y)
        return fitted[0], fitted[1:]

    return answer


_W = np.array([4.0, 1.0, 0.25, 2.0, 1.0])

exercise(
    "21.2.9",
    title="Near samples count more",
    stub="def weighted_plane(X, y, weights):\n    ...  # your code\n",
    solution=(
        "def weighted_plane(X, y, weights):\n"
        "    root = np.sqrt(weights)\n"
        "    rows = np.column_stack([np.ones(len(y)), X.T])\n"
        "    fitted = np.linalg.lstsq(root[:, None] * rows, root * y)[0]\n"
        "    return fitted[0], fitted[1:]\n"
    ),
    equivalent={
        "rows = np.column_stack([np.ones(len(weights)), X.T])": "as many as scores",
        "the result has the first argument's type": "two results",
    },
    uses={"fit_plane": "21.2.5"},
    reference=_plane,
    parts=["beta", "phi"],
    cases=[
        case(_GRID, np.array([1.0, 4.0, 0.0, 2.0, 6.0]), _W),
        case(_WIDE, np.random.default_rng(5).normal(size=12),
             np.random.default_rng(6).random(12)),
        case(_GRID, np.array([1.0, 4.0, 0.0, 2.0, 6.0]), np.array([1.0, 1, 1, 0, 3])),
        case(np.array([[1, 2, 4, 5]]), np.array([3, 3, 5, 9]), np.array([3, 1, 1, 2])),
    ],
    planted=[
        mistake(
            _scaled(lambda A, w: w[:, None] * A, lambda y, w: w * y),
            "A squared error is multiplied here by the square of its weight. By what "
            "must you multiply a row?",
        ),
        mistake(
            _scaled(lambda A, w: A, lambda y, w: y),
            "All samples count the same. Where do the weights enter?",
        ),
        mistake(
            _scaled(lambda A, w: A, lambda y, w: w * y),
            "You change the scores. A weight should change how much an error counts.",
        ),
        mistake(
            _scaled(lambda A, w: A, lambda y, w: np.sqrt(w) * y),
            "You scale the scores, but not the inputs that have to explain them.",
        ),
        mistake(
            _scaled(lambda A, w: np.sqrt(w)[:, None] * A, lambda y, w: y),
            "You scale the inputs, but not the scores.",
        ),
        mistake(
            _scaled(
                lambda A, w: np.column_stack([A[:, 0], np.sqrt(w)[:, None] * A[:, 1:]]),
                lambda y, w: np.sqrt(w) * y,
            ),
            "The column of ones belongs to the sample, too. Weight it as well.",
        ),
        mistake(
            _scaled(lambda A, w: A / np.sqrt(w + 1e-12)[:, None],
                    lambda y, w: y / np.sqrt(w + 1e-12)),
            "Samples with a large weight count little with you.",
        ),
        mistake(
            _scaled(lambda A, w: w[:, None] * A, lambda y, w: y),
            "You multiply the inputs, but not the scores, and a square is taken "
            "afterward.",
        ),
        mistake(
            _scaled(
                lambda A, w: np.column_stack([A[:, 0], w[:, None] * A[:, 1:]]),
                lambda y, w: w * y,
            ),
            "The column of ones belongs to the sample, too. And what becomes of a "
            "weight when the error is squared?",
        ),
        mistake(
            lambda X, y, weights: (
                0.0,
                _solve(
                    (np.asarray(X, float) * np.sqrt(weights)).T, np.sqrt(weights) * y
                ),
            ),
            "Your plane passes through zero: where is its height?",
        ),
        mistake(
            lambda X, y, weights: (
                np.average(y, weights=weights),
                _plane(X, y, weights)[1],
            ),
            "The slopes are right. beta is the height at zero, not the mean score.",
        ),
        mistake(
            lambda X, y, weights: _plane(X, y, np.greater(weights, 0) * 1.0),
            "Samples with a weight count fully with you, however small it is.",
        ),
    ],
    hints=[
        "$w\\,(y - \\beta - \\phi^T x)^2$ is the square of what?",
        "Multiply each row, its 1 included, and each score by the square root of the "
        "weight. Then fit as before.",
    ],
)  # fmt: skip

question(
    "21.2.10",
    title="What a slope says",
    prompt="In a bank's model, LIME gives the number of credit cards a large negative "
    "slope for you. What follows?",
    choices=[
        choice(
            "People with many cards pay back less often.",
            "That would be about people. Does the slope speak about the world or "
            "about the model?",
        ),
        choice(
            "Had you entered a slightly smaller number, this model's score would be "
            "higher.",
            "Yes, that and no more: it is about this model, near you.",
            right=True,
        ),
        choice(
            "If you give some cards back, you will be a better customer.",
            "The model sees a number. Whether giving cards back changes how you pay "
            "is a question of cause and effect, which it was never asked.",
        ),
        choice(
            "The model lowers everybody's score for cards.",
            "The slope is that of your neighborhood. Elsewhere it may have the other "
            "sign.",
        ),
    ],
)
