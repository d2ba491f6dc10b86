"""Exercises and questions of page B.1, gradient flow."""

import numpy as np

from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    question,
)
from udl.fitting import gradient_flow as gf

_POINTS = gf.line_design([0.2, 0.4, 0.8])
_TARGETS = np.array([-0.1, 0.15, 0.3])
_START = np.array([-0.4, -0.05])
_X = np.array([
    [1.0, 1.0, 1.0, 1.0, 1.0],
    [0.0, 0.5, -1.0, 0.3, 0.8],
    [0.7, -0.2, 0.4, 1.1, 0.1],
])  # fmt: skip
_Y = np.array([0.5, -0.3, 0.8, 1.2, -0.6])
_PHI = np.array([1.0, -0.5, 0.25])
_WIDE = np.array([[1.0, 1.0], [0.5, -0.4], [0.2, 0.9]])  # more parameters
_WHOLE = np.array([[1, 1, 1, 1], [0, 1, 3, -1]])  # whole numbers
_INPUTS = np.array([[1.0, 1.0, 1.0, 1.0], [0.0, 0.5, 1.0, -0.5], [0.3, 1, -0.2, 0.6]])


def _best(X, y):
    return np.linalg.lstsq(np.transpose(X), y, rcond=None)[0]


def _eigen(X):
    return np.linalg.eigh(X @ X.T)


def _by_entry(X, t):
    return np.exp(-(X @ X.T) * t)


def _from_best(matrix):
    """A flow with another matrix in front of the initial distance."""

    def wrong(X, y, phi, t):
        return _best(X, y) + matrix(X, t) @ (phi - _best(X, y))

    return wrong


def _turned(X, t):
    rates, V = _eigen(X)
    return V.T @ np.diag(np.exp(-rates * t)) @ V


def _not_back(X, t):
    rates, V = _eigen(X)
    return np.exp(-rates * t)[:, None] * V.T


def _turned_twice(X, t):
    rates, V = _eigen(X)
    return V * np.exp(-rates * t) @ V


def _never_turned(X, t):
    return np.diag(np.exp(-_eigen(X)[0] * t))


def _rates_from_roots(X, t):
    rates, V = _eigen(X)
    return V * np.exp(-np.sqrt(np.maximum(rates, 0)) * t) @ V.T


def _one_rate(X, t):
    return np.exp(-_eigen(X)[0][-1] * t) * np.eye(len(X))


def _errors(X, y, phi):
    return X.T @ phi - y


def _walk(X, y, phi, size, steps):
    for _ in range(int(steps)):
        phi = phi - size * X @ _errors(X, y, phi)
    return phi


def _zero(X):
    return np.zeros(len(X))


def _length(vectors, sigma_p_sq):
    return np.sqrt(sigma_p_sq * np.sum(vectors**2, axis=0))


def _goal_only(X, y, phi, kappa, t):
    return gf.ridge(X, y, kappa, _zero(X))


def _other_goal(X, y, phi, kappa, t):
    best = _best(X, y)
    return best + np.exp(-kappa * t) * (gf.decay(X, t) @ (phi - best))


def _other_rate(X, y, phi, kappa, t):
    goal = _goal_only(X, y, phi, kappa, t)
    return goal + gf.decay(X, t) @ (phi - goal)


def _penalized(curvature):
    """Give a flow whose loss has another curvature."""

    def wrong(X, y, phi, kappa, t):
        rates, V = np.linalg.eigh(curvature(X, y, kappa))
        goal = np.linalg.pinv(curvature(X, y, kappa)) @ (X @ y)
        return goal + V @ (np.exp(-rates * t) * (V.T @ (phi - goal)))

    return wrong


def _but_the_first(X):
    return np.diag(np.arange(len(X)) > 0)


def _penalized_decay(X, kappa, t):
    return np.exp(-kappa * t) * gf.decay(X, t)


def _penalized_by_entry(X, y, phi, kappa, t):
    goal = _goal_only(X, y, phi, kappa, t)
    return goal + np.exp(-(X @ X.T + kappa * np.eye(len(X))) * t) @ (phi - goal)


def _is_round(result, x):
    """Tell whether new inputs are a shift and scale of the old, with fast rates."""
    new, x = np.asarray(result, dtype=float), np.asarray(x, dtype=float)
    if new.shape != x.shape:
        return "Return one new input for each old one."
    if not np.all(np.isfinite(new)):
        return "Some of your inputs are not numbers."
    a, b = np.polyfit(x, new, 1)
    if not np.allclose(a * x + b, new):
        return "Your inputs are not `a * x + b`, with the same two numbers for all."
    if a <= 0:
        return "The order of the inputs should stay: `a` is to be positive."
    slow, fast = np.linalg.eigvalsh(gf.line_design(new) @ gf.line_design(new).T)
    return bool(slow >= 2.99 and fast <= 3.1) or (
        f"Your rates are {slow:.3g} and {fast:.3g}. What would make the entries off "
        "the diagonal of X @ X.T vanish, and both on it equal?"
    )


question(
    "B.1.1",
    title="Ten times the way",
    prompt="Multiply all targets and both parameters of the start by ten, and leave "
    "the inputs as they are. Everything in the figure is now ten times as high. How "
    "long does the flow take to be halfway to the best line?",
    choices=[
        choice(
            "Ten times as long: the way is ten times as long.",
            "It would at the same speed. The speed is the slope of the loss: what has "
            "become of that?",
        ),
        choice(
            "A tenth of the time: the slope of the loss is ten times as steep.",
            "It is. And how long is the way?",
        ),
        choice(
            "A hundredth of the time: the loss is a hundred times as high.",
            "The flow moves with the slope of the loss, not with its height.",
        ),
        choice(
            "Just as long as before.",
            "Yes. The way is ten times as long, and the flow is ten times as fast at "
            "every point of it.",
            right=True,
        ),
    ],
)

exercise(
    "B.1.2",
    title="The flow in closed form",
    stub="def flow(X, y, phi, t):\n    ...  # your code\n",
    solution=(
        "def flow(X, y, phi, t):\n"
        "    rates, V = np.linalg.eigh(X @ X.T)\n"
        "    best = np.linalg.solve(X @ X.T, X @ y)\n"
        "    parts = V.T @ (phi - best)\n"
        "    return best + V @ (np.exp(-rates * t) * parts)\n"
    ),
    reference=gf.flow,
    cases=[
        case(_X, _Y, _PHI, 0.5),
        case(_POINTS, _TARGETS, _START, 1.0),
        case(_X[:, ::-1] ** 2, _Y, -2 * _PHI, 0.2),
        case(_X[:1], _Y, np.array([3.0]), 0.1),
        case(_X, _Y, _PHI, 0.0),
        case(_POINTS, _TARGETS, _START, 40.0),
        case(_WHOLE, np.array([1, 0, 2, 2]), np.array([3, -2]), 0.1),
    ],
    planted=[
        mistake(
            _from_best(_by_entry),
            "You take the exponential of each entry. Put t = 0: which matrix must you "
            "get?",
        ),
        mistake(
            lambda X, y, phi, t: gf.flow(X, y, phi, 2 * t),
            "Everything happens twice as fast. Compare the gradient with the exponent: "
            "where is the 2?",
        ),
        mistake(
            lambda X, y, phi, t: gf.flow(X, y, phi, t / np.size(y)),
            "You divide the rates by the number of examples. The loss here is a sum.",
        ),
        mistake(
            lambda X, y, phi, t: gf.flow(X, y, phi, t) - _best(X, y),
            "This is the distance from the minimum. Where are the parameters?",
        ),
        mistake(
            lambda X, y, phi, t: gf.flow(X, y, np.zeros(len(X)), t),
            "Your flow starts at zero. Where does it use `phi`?",
        ),
        mistake(
            lambda X, y, phi, t: phi - t * X @ _errors(X, y, phi),
            "This is a single step of size t. The slope changes on the way.",
        ),
        mistake(
            _from_best(_turned),
            "The eigenvectors are the columns of what `eigh` returns. Which product "
            "gives the part along each of them?",
        ),
        mistake(
            _from_best(_one_rate),
            "All parts decay at the fastest rate in yours. Each has its own.",
        ),
        mistake(
            lambda X, y, phi, t: gf.flow(X, y, phi[::-1], t),
            "Which row of X does the first parameter multiply?",
        ),
        mistake(
            lambda X, y, phi, t: _best(X, y) + 0 * t,
            "This is where the flow ends. Where is it at t?",
        ),
        mistake(
            lambda X, y, phi, t: gf.flow(X, y, 2 * _best(X, y) - phi, t),
            "Your distance points from the start to the minimum. At t = 0, where is "
            "your flow?",
        ),
        mistake(
            lambda X, y, phi, t: phi + gf.decay(X, t) @ (_best(X, y) - phi),
            "Your flow begins at the minimum and ends at the start.",
        ),
        mistake(
            lambda X, y, phi, t: _best(X, y) + gf.decay(X, t) @ phi,
            "You let `phi` itself decay. What decays is a distance.",
        ),
        mistake(
            _from_best(_not_back),
            "Your parts have decayed, but they are still parts: put them together "
            "again.",
        ),
        mistake(
            _from_best(_turned_twice),
            "You multiply by `V` on both sides. One of the two has to undo the other.",
        ),
        mistake(
            _from_best(_never_turned),
            "Each of your parameters has a rate of its own. Which combinations of them "
            "have one?",
        ),
        mistake(
            _from_best(_rates_from_roots),
            "You take the roots of the rates. The eigenvalues of `X @ X.T` are the "
            "rates themselves.",
        ),
        mistake(
            lambda X, y, phi, t: X @ y + gf.decay(X, t) @ (phi - X @ y),
            "Is the gradient zero at the point that your flow runs to?",
        ),
        mistake(
            lambda X, y, phi, t: _best(X, y) + gf.decay(X, t) * (phi - _best(X, y)),
            "You multiply entry by entry. A matrix and a vector have another product.",
        ),
        mistake(
            lambda X, y, phi, t: (
                _best(X, y) + np.exp(-np.trace(X @ X.T) * t) * (phi - _best(X, y))
            ),
            "You add up all the rates. Each part has only its own.",
        ),
    ],
    hints=[
        "First the minimum: `np.linalg.solve(X @ X.T, X @ y)`. What remains is the "
        "distance from it.",
        "`rates, V = np.linalg.eigh(X @ X.T)`: the parts of a distance `d` are "
        "`V.T @ d`, and parts `c` make the distance `V @ c`.",
    ],
)

question(
    "B.1.3",
    title="Half of the slow part",
    prompt="The slow rate is printed above. How long does it take until the slow part "
    "of the distance from the minimum is half of what it was at the start?",
    answer=number(
        4.565,
        tolerance=0.06,
        feedback="Yes: the logarithm of 2, divided by the rate. In the same time the "
        "fast part has halved more than twenty times.",
    ),
    near=[
        number(0.188, tolerance=0.004, feedback="This is the fast part's time."),
        number(6.586, tolerance=0.05, feedback="This is one over the rate. After "
               "that time, about 37 percent remain: 1/e."),
        number(2.28, tolerance=0.03, feedback="In this time the slow part's *square* "
               "has halved, and with it its part of the loss."),
        number(9.13, tolerance=0.06, feedback="In this time the part is a fourth: is "
               "there a factor 2 from a loss without the one half?"),
        number(3.29, tolerance=0.04, feedback="Solve $e^{-\\lambda t} = 1/2$: which "
               "function takes the exponential away?"),
    ],
    otherwise="Solve $e^{-\\lambda t} = 1/2$ for $t$, with the slow rate.",
)  # fmt: skip

question(
    "B.1.4",
    title="One error at a time",
    prompt="Take the three errors, output minus target, one by one. Does the size of "
    "each fall at all times?",
    choices=[
        choice(
            "Yes: each part of the distance decays, so each error does.",
            "An error is a *sum* of decaying parts, and these can have opposite signs. "
            "What if the fast one, which cancels the slow one, is gone?",
        ),
        choice(
            "No. One error may grow while the loss falls.",
            "Yes. The flow lowers the sum of their squares. It accepts more of one "
            "error for less of another.",
            right=True,
        ),
        choice(
            "No, and for the same reason the loss rises for a while.",
            "The loss is a sum of squared parts, each with a positive factor, and each "
            "of them falls.",
        ),
        choice(
            "Yes: otherwise the loss would rise.",
            "It would if all the errors grew. Here others shrink at the same time.",
        ),
    ],
)

exercise(
    "B.1.5",
    title="The errors in closed form",
    stub="def residuals(X, y, phi, t):\n    ...  # your code\n",
    solution=(
        "def residuals(X, y, phi, t):\n"
        "    rates, V = np.linalg.eigh(X.T @ X)\n"
        "    parts = V.T @ (X.T @ phi - y)\n"
        "    return V @ (np.exp(-rates * t) * parts)\n"
    ),
    reference=gf.residuals,
    cases=[
        case(_X, _Y, _PHI, 0.5),
        case(_WIDE, np.array([0.4, -1.0]), _PHI, 0.3),
        case(_POINTS, _TARGETS, _START, 1.0),
        case(_X, _Y, _PHI, 0.0),
        case(_POINTS, _TARGETS, _START, 40.0),
        case(_WHOLE, np.array([1, 0, 2, 2]), np.array([3, -2]), 0.1),
    ],
    planted=[
        mistake(
            lambda X, y, phi, t: gf.decay(X, t) @ (X @ _errors(X, y, phi)),
            "One exponent for each data point or for each parameter?",
        ),
        mistake(
            lambda X, y, phi, t: np.exp(-(X.T @ X) * t) @ _errors(X, y, phi),
            "You take the exponential of each entry. At t = 0 nothing has moved yet: "
            "which matrix must you get?",
        ),
        mistake(
            lambda X, y, phi, t: X.T @ gf.flow(X, y, phi, t),
            "These are the outputs. What is missing to make them errors?",
        ),
        mistake(
            lambda X, y, phi, t: gf.residuals(X, y, phi, 2 * t),
            "Your errors shrink twice as fast. The one half in the loss cancels a 2.",
        ),
        mistake(
            lambda X, y, phi, t: _errors(X, y, phi),
            "These are the errors at the start. What happens to them until t?",
        ),
        mistake(
            lambda X, y, phi, t: gf.residuals(X, y, np.zeros(len(X)), t),
            "You begin with the errors of parameters that are zero.",
        ),
        mistake(
            lambda X, y, phi, t: _turned(X.T, t) @ _errors(X, y, phi),
            "The eigenvectors are columns: which product gives the parts, and which "
            "puts them together again?",
        ),
        mistake(
            lambda X, y, phi, t: _errors(X, y, phi) - t * X.T @ X @ _errors(X, y, phi),
            "This is one step of size t, not the flow.",
        ),
        mistake(
            lambda X, y, phi, t: X.T @ gf.decay(X, t) @ phi - y,
            "You let the outputs decay and subtract the targets afterwards. It is the "
            "errors that decay.",
        ),
        mistake(
            lambda X, y, phi, t: _not_back(X.T, t) @ _errors(X, y, phi),
            "These are the parts of the errors, and not yet the errors.",
        ),
        mistake(
            lambda X, y, phi, t: _never_turned(X.T, t) @ _errors(X, y, phi),
            "In yours each error decays by itself. The examples pull at one another: "
            "what decays by itself?",
        ),
        mistake(
            lambda X, y, phi, t: np.exp(-np.diag(X.T @ X) * t) * _errors(X, y, phi),
            "You take the diagonal of the kernel only: no example changes another.",
        ),
        mistake(
            lambda X, y, phi, t: np.sum(gf.residuals(X, y, phi, t) ** 2) / 2,
            "This is the loss. The errors are asked for one by one.",
        ),
        mistake(
            lambda X, y, phi, t: X.T @ (gf.flow(X, y, phi, t) - _best(X, y)),
            "These are the distances from the best outputs. The targets are not always "
            "reached.",
        ),
        mistake(
            lambda X, y, phi, t: gf.residuals(X, y, phi, t / np.size(y)),
            "You divide the kernel by the number of examples. This loss is a sum.",
        ),
    ],
    hints=[
        "Which of `X @ X.T` and `X.T @ X` has a row for each example?",
        "As in B.1.2, with `rates, V = np.linalg.eigh(X.T @ X)`, and nothing to add at "
        "the end: the errors decay toward zero, or stay.",
    ],
)

question(
    "B.1.6",
    title="Half the step",
    prompt="Walk from the start to $t=2$ by gradient descent with a small step, and "
    "again with half of that step, so twice as many. What becomes of the gap between "
    "descent and flow?",
    choices=[
        choice(
            "It becomes about half as large.",
            "Yes. A single step is off by a fourth as much, and there are twice as "
            "many.",
            right=True,
        ),
        choice(
            "It becomes about a fourth as large.",
            "The gap of *one step* does. But now there are twice as many steps.",
        ),
        choice(
            "It stays: as many errors of half the size add up to the same.",
            "The errors of single steps are of second order: they become a fourth, and "
            "there are twice as many.",
        ),
        choice(
            "It vanishes once the step is small enough.",
            "It gets as small as you like, but no step makes it zero, unless you start "
            "at the minimum.",
        ),
    ],
)

exercise(
    "B.1.7",
    title="A walk that is too fast",
    stub=(
        "def descend(X, y, phi, t, alpha):\n"
        "    for _ in range(round(t / alpha)):\n"
        "        phi = phi - alpha * 2 * X @ (X.T @ phi - y)\n"
        "    return phi\n"
    ),
    solution=(
        "def descend(X, y, phi, t, alpha):\n"
        "    for _ in range(round(t / alpha)):\n"
        "        phi = phi - alpha * X @ (X.T @ phi - y)\n"
        "    return phi\n"
    ),
    reference=lambda X, y, phi, t, alpha: _walk(X, y, phi, alpha, round(t / alpha)),
    cases=[
        case(_X, _Y, _PHI, 0.6, 0.1),
        case(_POINTS, _TARGETS, _START, 1.0, 0.05),
        case(_POINTS, _TARGETS, _START, 0.3, 0.1),
        case(_X, _Y, _PHI, 0.0, 0.1),
        case(_WIDE, np.array([0.4, -1.0]), _PHI, 0.4, 0.04),
        case(_WHOLE, np.array([1, 0, 2, 2]), np.array([3, -2]), 0.1, 0.05),
    ],
    planted=[
        mistake(
            lambda X, y, phi, t, alpha: _walk(X, y, phi, alpha / 2, round(t / alpha)),
            "Now it is too slow. Which factor does the derivative of one half of a "
            "square have?",
        ),
        mistake(
            lambda X, y, phi, t, alpha: _walk(
                X, y, phi, 2 * alpha, round(t / alpha / 2)
            ),
            "You take half as many steps, and each is twice as long as asked. The "
            "gradient has the fault, not the number of steps.",
        ),
        mistake(
            lambda X, y, phi, t, alpha: _walk(
                X, y, phi, alpha / np.size(y), round(t / alpha)
            ),
            "You divide by the number of examples. The loss is a sum.",
        ),
        mistake(
            lambda X, y, phi, t, alpha: _walk(X, y, phi, -alpha, round(t / alpha)),
            "You walk uphill.",
        ),
        mistake(
            lambda X, y, phi, t, alpha: _walk(X, y, phi, alpha, round(t / alpha) + 1),
            "You take one step too many: where are you at time zero?",
        ),
        mistake(
            lambda X, y, phi, t, alpha: gf.flow(X, y, phi, t),
            "This is the flow itself. It was to be checked by a walk with steps.",
        ),
        mistake(
            lambda X, y, phi, t, alpha: _walk(X, y, phi, 2 * alpha, round(t / alpha)),
            "The same walk as before. What is the gradient of a loss with one half?",
        ),
        mistake(
            lambda X, y, phi, t, alpha: _walk(X, y, phi, t, 1),
            "This is a single step of size `t`.",
        ),
        mistake(
            lambda X, y, phi, t, alpha: _walk(X, y, phi, alpha, t / alpha),
            "You cut the number of steps to a whole number. A quotient may come out a "
            "little below one.",
        ),
        mistake(
            lambda X, y, phi, t, alpha: _walk(X, y, phi, alpha, round(t / alpha) - 1),
            "The last step is missing.",
        ),
        mistake(
            lambda X, y, phi, t, alpha: _walk(X, y, phi, alpha, round(t)),
            "`t` is a time. How many steps of size `alpha` does it take?",
        ),
        mistake(
            lambda X, y, phi, t, alpha: _walk(X, y, phi, 1.0, round(t / alpha)),
            "Your steps have the size of the gradient. Where is `alpha`?",
        ),
        mistake(
            lambda X, y, phi, t, alpha: _walk(
                X, y, phi, 2 * alpha / np.size(y), round(t / alpha)
            ),
            "You take the mean of the squares, without a one half. Which loss has the "
            "page?",
        ),
        mistake(
            lambda X, y, phi, t, alpha: _walk(X, y, phi, 4 * alpha, round(t / alpha)),
            "There was one factor too many. Now there are two.",
        ),
        mistake(
            lambda X, y, phi, t, alpha: _walk(
                X, y, phi, 2 * alpha, 2 * round(t / alpha)
            ),
            "Your steps are still twice as long as they should be, and now there are "
            "twice as many.",
        ),
        mistake(
            lambda X, y, phi, t, alpha: np.array(
                [_walk(X, y, phi, alpha, n) for n in range(round(t / alpha) + 1)]
            ),
            "You return the parameters after every step. Only the last are asked for.",
        ),
        mistake(
            lambda X, y, phi, t, alpha: _best(X, y),
            "This is where the walk would end if it went on. It stops at time `t`.",
        ),
    ],
    hints=[
        "The walk ends in the right place: the direction of its steps is right. What "
        "about their length?",
        "Compare with the gradient that the page derives for its loss: is there a 2?",
    ],
)

question(
    "B.1.8",
    title="Which holds on longer?",
    prompt="Let $\\kappa = 1/t$. Which leaves more of the distance from the minimum: "
    "the penalty, or the flow that is stopped at $t$?",
    choices=[
        choice(
            "The flow, in every part: an exponential takes forever to reach zero.",
            "It never reaches zero, but it is quick to get near. Try "
            "$\\lambda t = 3$ in both formulas.",
        ),
        choice(
            "The penalty in the steep parts, the flow in the others.",
            "Try a small $\\lambda t$, say 0.1: the penalty leaves 1/1.1. And the "
            "flow?",
        ),
        choice(
            "The penalty, in every part.",
            "Yes. $1/(1+\\lambda t)$ falls like one over the time, and "
            "$e^{-\\lambda t}$ is below it everywhere.",
            right=True,
        ),
        choice(
            "Neither: they are two ways of writing the same thing.",
            "They begin alike. At $\\lambda t = 3$, one is a fourth. And the other?",
        ),
    ],
)

exercise(
    "B.1.9",
    title="Flow with a penalty",
    stub="def penalized_flow(X, y, phi, kappa, t):\n    ...  # your code\n",
    solution=(
        "def penalized_flow(X, y, phi, kappa, t):\n"
        "    curvature = X @ X.T + kappa * np.eye(len(X))\n"
        "    rates, V = np.linalg.eigh(curvature)\n"
        "    goal = np.linalg.solve(curvature, X @ y)\n"
        "    parts = V.T @ (phi - goal)\n"
        "    return goal + V @ (np.exp(-rates * t) * parts)\n"
    ),
    reference=gf.penalized_flow,
    cases=[
        case(_X, _Y, _PHI, 0.8, 0.5),
        case(_WIDE, np.array([0.4, -1.0]), _PHI, 0.5, 1.2),
        case(_POINTS, _TARGETS, _START, 0.1, 2.0),
        case(_X, _Y, -_PHI, 3.0, 0.2),
        case(_X, _Y, _PHI, 0.8, 0.0),
        case(_WHOLE, np.array([1, 0, 2, 2]), np.array([3, -2]), 0.5, 0.1),
    ],
    planted=[
        mistake(
            _other_goal,
            "Your flow runs to the minimum of the loss alone. Where is the gradient "
            "of the whole sum zero?",
        ),
        mistake(
            _other_rate,
            "The goal is right. The penalty also makes the descent steeper: what does "
            "it add to each rate?",
        ),
        mistake(
            lambda X, y, phi, kappa, t: gf.penalized_flow(X, y, phi, 2 * kappa, t),
            "You count the penalty twice: it has a one half, like the loss.",
        ),
        mistake(
            lambda X, y, phi, kappa, t: gf.flow(X, y, phi, t),
            "This is the flow without a penalty.",
        ),
        mistake(
            lambda X, y, phi, kappa, t: gf.ridge(X, y, kappa, _zero(X)),
            "This is where the flow ends. Where is it at t?",
        ),
        mistake(
            lambda X, y, phi, kappa, t: np.exp(-kappa * t) * gf.flow(X, y, phi, t),
            "You flow first and shrink afterwards. Both happen at every moment.",
        ),
        mistake(
            _penalized_by_entry,
            "You take the exponential of each entry of the matrix.",
        ),
        mistake(
            lambda X, y, phi, kappa, t: gf.penalized_flow(X, y, phi, kappa, 2 * t),
            "Everything happens twice as fast: loss and penalty have a one half.",
        ),
        mistake(
            _penalized(lambda X, y, kappa: X @ X.T + kappa),
            "You add `kappa` to every entry. Which entries of the matrix does the "
            "gradient of the penalty change?",
        ),
        mistake(
            _penalized(lambda X, y, kappa: X @ X.T + kappa * _but_the_first(X)),
            "You leave the offset without a penalty. Here all the parameters have one.",
        ),
        mistake(
            lambda X, y, phi, kappa, t: gf.penalized_flow(
                X, y, phi, kappa * np.size(y), t
            ),
            "You count the penalty once for each example. It is added once.",
        ),
        mistake(
            lambda X, y, phi, kappa, t: (
                gf.ridge(X, y, kappa, phi)
                + _penalized_decay(X, kappa, t) @ (phi - gf.ridge(X, y, kappa, phi))
            ),
            "Your penalty pulls toward the start. This one pulls toward zero.",
        ),
        mistake(
            lambda X, y, phi, kappa, t: gf.penalized_flow(
                X, y, 2 * gf.ridge(X, y, kappa, _zero(X)) - phi, kappa, t
            ),
            "Your distance points from the start to the goal: where is your flow at "
            "t = 0?",
        ),
        mistake(
            lambda X, y, phi, kappa, t: (
                phi - t * (X @ _errors(X, y, phi) + kappa * phi)
            ),
            "This is a single step of size t.",
        ),
        mistake(
            lambda X, y, phi, kappa, t: (
                gf.penalized_flow(X, y, phi, kappa, t) - gf.ridge(X, y, kappa, _zero(X))
            ),
            "This is the distance from the goal. Where are the parameters?",
        ),
        mistake(
            lambda X, y, phi, kappa, t: (
                gf.ridge(X, y, kappa, _zero(X)) + _penalized_decay(X, kappa, t) @ phi
            ),
            "You let `phi` itself decay, and not its distance from the goal.",
        ),
    ],
    hints=[
        "Write down the gradient of the sum. Which matrix replaces `X @ X.T`?",
        "The gradient is `(X @ X.T + kappa * np.eye(len(X))) @ phi - X @ y`. Where is "
        "it zero, and which eigenvalues has the matrix?",
    ],
)

exercise(
    "B.1.10",
    title="The spread of many flows",
    stub="def spread(X, inputs, sigma_p_sq, t):\n    ...  # your code\n",
    solution=(
        "def spread(X, inputs, sigma_p_sq, t):\n"
        "    rates, V = np.linalg.eigh(X @ X.T)\n"
        "    parts = np.exp(-rates * t)[:, None] * (V.T @ inputs)\n"
        "    return np.sqrt(sigma_p_sq * np.sum(parts**2, axis=0))\n"
    ),
    reference=lambda X, inputs, sigma_p_sq, t: _length(
        gf.decay(X, t) @ inputs, sigma_p_sq
    ),
    cases=[
        case(_X, _INPUTS, 2.0, 0.3),
        case(_POINTS, gf.line_design([0.0, 0.5, 1.0]), 2.0, 1.0),
        case(_WIDE, _INPUTS[:, :1], 0.5, 0.8),
        case(_X, 3 * _INPUTS, 2.5, 0.0),
        case(_WIDE, _INPUTS, 2.0, 50.0),
        case(_WHOLE, np.array([[1, 1, 1], [0, 2, -5]]), 2.0, 0.1),
    ],
    planted=[
        mistake(
            lambda X, inputs, s, t: _length(gf.decay(X, t / 2) @ inputs, s),
            "You multiply the covariance by the decay on one side only. Both factors "
            "of a variance move.",
        ),
        mistake(
            lambda X, inputs, s, t: s * _length(gf.decay(X, t) @ inputs, 1.0),
            "`sigma_p_sq` is a variance already. You multiply a standard deviation by "
            "it.",
        ),
        mistake(
            lambda X, inputs, s, t: _length(inputs, s),
            "This is the spread at the start. What has the flow done to it?",
        ),
        mistake(
            lambda X, inputs, s, t: _length(_by_entry(X, t) @ inputs, s),
            "You take the exponential of each entry of the matrix.",
        ),
        mistake(
            lambda X, inputs, s, t: _length(inputs - gf.decay(X, t) @ inputs, s),
            "The identity minus the decay belongs to the mean. Which matrix multiplies "
            "the start?",
        ),
        mistake(
            lambda X, inputs, s, t: np.sqrt(s * np.sum((gf.decay(X, t) @ inputs) ** 2)),
            "You add up over all inputs. Each has a standard deviation of its own.",
        ),
        mistake(
            lambda X, inputs, s, t: (
                np.sqrt(s) * np.sum(np.abs(gf.decay(X, t) @ inputs), axis=0)
            ),
            "You add up lengths. Of independent parts, the variances add.",
        ),
        mistake(
            lambda X, inputs, s, t: _length(gf.decay(X, 2 * t) @ inputs, s),
            "Your band closes twice as fast. Is the 2 in the exponent from the loss, "
            "or have you squared twice?",
        ),
        mistake(
            lambda X, inputs, s, t: np.sqrt(
                s * np.sum((gf.decay(X, t) @ inputs) ** 2, axis=1)
            ),
            "You add along the rows, over the inputs. Each column is one input.",
        ),
        mistake(
            lambda X, inputs, s, t: np.sqrt(
                s * np.mean((gf.decay(X, t) @ inputs) ** 2, axis=0)
            ),
            "You average over the parameters. The squared length is a sum.",
        ),
        mistake(
            lambda X, inputs, s, t: (
                np.sqrt(s) * np.abs(np.sum(gf.decay(X, t) @ inputs, axis=0))
            ),
            "You add first and square afterwards: the parameters vary independently of "
            "one another at the start.",
        ),
        mistake(
            lambda X, inputs, s, t: np.sqrt(
                s * np.sqrt(np.sum((gf.decay(X, t) @ inputs) ** 2, axis=0))
            ),
            "The variance has the *squared* length in it.",
        ),
        mistake(
            lambda X, inputs, s, t: _length(_never_turned(X, t) @ inputs, s),
            "The rates belong to the eigenvectors. Take the parts of the inputs along "
            "them first.",
        ),
        mistake(
            lambda X, inputs, s, t: _length(_one_rate(X, t) @ inputs, s),
            "In yours all parts shrink at the fastest rate.",
        ),
        mistake(
            lambda X, inputs, s, t: np.sqrt(
                s
                * np.sum(
                    inputs * np.linalg.solve(np.eye(len(X)) + t * (X @ X.T), inputs),
                    axis=0,
                )
            ),
            "This is a posterior, as with noisy targets. The flow knows of no noise.",
        ),
        mistake(
            lambda X, inputs, s, t: np.sqrt(
                np.abs(s * inputs.T @ gf.decay(X, 2 * t) @ inputs)
            ),
            "Your table has each pair of inputs. Only how each varies with itself is "
            "asked for.",
        ),
        mistake(
            lambda X, inputs, s, t: np.sqrt(
                s * np.sum((gf.decay(X, t) @ inputs) ** 2, axis=0) + 1
            ),
            "You add the variance of some noise. The spread here is that of the lines.",
        ),
    ],
    hints=[
        "The output is the column of an input times the parameters; these have the "
        "covariance `sigma_p_sq * E @ E.T`.",
        "The variance at a column `h` is `sigma_p_sq * np.sum((E @ h) ** 2)`. A "
        "rotation by `V` does not change that sum.",
    ],
)

question(
    "B.1.11",
    title="One point only",
    prompt="Suppose that you had been given the middle point only, at $x = 0.4$. What "
    "does the band do as the time grows?",
    choices=[
        choice(
            "It shrinks to zero everywhere, only more slowly.",
            "Two parameters, one example. Which directions of parameter space do the "
            "data never touch?",
        ),
        choice(
            "It shrinks to zero at $x=0.4$ and keeps some width everywhere else.",
            "Yes. Lines that turn about the point keep their place: that direction has "
            "the rate zero.",
            right=True,
        ),
        choice(
            "It stays as it is.",
            "Every start flows until its line goes through the point. What is the "
            "spread at $x=0.4$ then?",
        ),
        choice(
            "It gets as narrow as it does with three points, between 0.2 and 0.8.",
            "What would hold the line at 0.2 and at 0.8? There are no data.",
        ),
    ],
)

exercise(
    "B.1.12",
    title="Two fast directions",
    stub="def rescaled(x):\n    return x\n",
    solution=(
        "def rescaled(x):\n"
        "    centered = x - np.mean(x)\n"
        "    return centered / np.sqrt(np.mean(centered**2))\n"
    ),
    reference=lambda x: (x - np.mean(x)) / np.std(x),
    accept=_is_round,
    equivalent={
        "right for the sizes of the first case only": "the task names the inputs",
        "the result has the first argument's type": "the task names the inputs",
    },
    cases=[case(np.array([0.2, 0.4, 0.8]))],
    planted=[
        mistake(
            lambda x: x - np.mean(x),
            "The mean is right, and tilting is still slow: in your unit the inputs lie "
            "close together.",
        ),
        mistake(
            lambda x: x / np.std(x),
            "The scale is right. But the inputs are still all positive, and a change "
            "of the slope lifts the line as well.",
        ),
        mistake(
            lambda x: (x - np.mean(x)) / np.std(x, ddof=1),
            "Nearly: you divide by one less than the number of examples. Which mean "
            "square makes both rates equal?",
        ),
        mistake(
            lambda x: (x - np.min(x)) / (np.max(x) - np.min(x)),
            "Between 0 and 1 the inputs have a mean that is not zero.",
        ),
        mistake(
            lambda x: 2 * (x - np.min(x)) / (np.max(x) - np.min(x)) - 1,
            "Between -1 and 1 is closer. Is the mean zero, and the mean square one?",
        ),
        mistake(
            lambda x: 10 * (x - np.mean(x)),
            "Now the slope is faster than the offset by far, and sets a low limit for "
            "steps.",
        ),
        mistake(
            lambda x: (x - np.mean(x)) / np.var(x),
            "You divide by the variance. Which power of it has the unit of x?",
        ),
        mistake(
            lambda x: (x - np.median(x)) / np.std(x),
            "You subtract the median. What has to add up to zero?",
        ),
        mistake(
            lambda x: (x - np.mean(x)) / np.sqrt(np.sum((x - np.mean(x)) ** 2)),
            "Your squares add up to one. The first row of X is all ones: to what do "
            "its squares add up?",
        ),
        mistake(
            lambda x: x / np.std(x) - np.mean(x),
            "You subtract the old mean after the scaling. What is the mean by then?",
        ),
        mistake(
            lambda x: x - np.mean(x) / np.std(x),
            "The division reaches the mean only: parentheses!",
        ),
    ],
    hints=[
        "Write the matrix `X @ X.T` for any inputs: 3, the sum of x, and the sum of x "
        "squared. When is it 3 times the identity?",
        "Subtract the mean. Then divide by what makes the mean square one.",
    ],
)
