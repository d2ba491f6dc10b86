"""Exercises and questions of page 6.2, gradient descent."""

import numpy as np

from udl.datasets.regression import supervised_line
from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)
from udl.fitting.curvature import exact_rate, line_hessian, line_rate_limit
from udl.fitting.gradient_descent import gradient_descent, line_search_step
from udl.fitting.line_search import line_search
from udl.fitting.regression import line_gradient, line_loss
from udl.gradients.finite_differences import central_differences, forward_differences

_X, _Y = supervised_line()
_B = np.array([0.6, -0.2])
_HESSIAN = np.array([[4.0, 1.0], [1.0, 2.0]])
_WIDE = np.array([[5.0, 1.0, 0.5], [1.0, 4.0, -1.0], [0.5, -1.0, 2.0]])
_SMALL = (np.array([1.0, 0.5]), np.array([0.0, 2.0, 3.0]), np.array([2.0, 5.0, 1.0]))
_DATA = (_X, _Y)
_WHOLE = (np.array([1, -1]), np.array([0.25, 1.0, 2.5]), np.array([2.0, 5.0, 1.0]))
_DATA_FIRST = [(1, 2, 0)]


def _line_case(rng):
    return case(rng.normal(size=2), rng.normal(1, 1, size=5), rng.normal(size=5))


def wavy(phi):
    """Give a loss of three parameters that is no parabola."""
    return phi[0] ** 2 * phi[1] + np.sin(phi[2])


def bowl(phi):
    """Give 2 a^2 + a b + b^2."""
    return 2 * phi[0] ** 2 + phi[0] * phi[1] + phi[1] ** 2


def bowl_gradient(phi):
    """Give the gradient of `bowl`."""
    return np.array([4 * phi[0] + phi[1], phi[0] + 2 * phi[1]])


def steep(phi):
    """Give a parabola of three parameters."""
    squares = 5 * phi[0] ** 2 + 4 * phi[1] ** 2 + 3 * phi[2] ** 2
    return 3 * (squares + 2 * phi[0] * phi[2])


def steep_gradient(phi):
    """Give the gradient of `steep`."""
    slopes = [10 * phi[0] + 2 * phi[2], 8 * phi[1], 6 * phi[2] + 2 * phi[0]]
    return 3 * np.array(slopes)


def loss_of_line(phi):
    """Give the loss for the data of the page."""
    return line_loss(phi, *_DATA)


def gradient_of_line(phi):
    """Give the gradient of `loss_of_line`."""
    return line_gradient(phi, *_DATA)


def _model(phi, x):
    """Give the model of the published notebook."""
    return phi[0] + phi[1] * x


def _published_gradient(data_x, data_y, phi):
    return line_gradient(np.ravel(phi), data_x, data_y)[:, None]


def _published_search(data, model, phi, gradient, **_settings):
    """Search along minus the gradient, as the notebook's function does."""
    x, y = data
    slope, here = np.ravel(gradient), np.ravel(phi)
    return line_search(
        lambda rate: line_loss(here - rate * slope, x, y),
        1e-6,
        60,
        points=(0, 0.1 / 3, 0.2 / 3, 0.1),
    )


def _published_step(phi, data, model):
    x, y = data
    moved = line_search_step(
        np.ravel(phi),
        lambda phi: line_loss(phi, x, y),
        lambda phi: line_gradient(phi, x, y),
    )
    return moved[:, None]


def _slope_first(phi, x, y, rate):
    phi = phi.copy()
    for j in (1, 0):
        phi[j] -= rate * line_gradient(phi, x, y)[j]
    return phi


def _one_entry(phi, x, y, rate, j):
    phi = phi.copy()
    phi[j] -= rate * line_gradient(phi, x, y)[j]
    return phi


def _twice(phi, x, y, rate):
    for _ in range(2):
        phi = phi - rate * line_gradient(phi, x, y)
    return phi


def _powers(x, degree):
    return np.stack([x**k for k in range(degree + 1)], axis=1).astype(float)


def _polynomial_rate(x, degree):
    return 1 / np.linalg.eigvalsh(_powers(x, degree).T @ _powers(x, degree))[-1]


def _all_arrive(found, x):
    """Run ten steps from a hundred starts on the inputs that were chosen."""
    if np.shape(found) != (3,):
        return False
    offset, scale, rate = map(float, found)
    inputs, y = (x - offset) / scale, np.sin(np.arange(x.size))
    lowest = np.polyfit(x, y, 1, full=True)[1]
    starts = np.random.default_rng(0).normal(size=(100, 2))
    for _ in range(10):
        error = starts[:, :1] + starts[:, 1:] * inputs - y
        slopes = [error.sum(axis=1), (error * inputs).sum(axis=1)]
        starts = starts - rate * 2 * np.stack(slopes, axis=1)
    error = starts[:, :1] + starts[:, 1:] * inputs - y
    return bool(np.all(np.sum(error**2, axis=1) < np.sum(lowest) + 1e-9))


def deep_bowl(phi):
    """Give ten times `bowl`."""
    return 10 * bowl(phi)


def gentle_bowl(phi):
    """Give a loss whose lowest point is farther than the search may go."""
    return 0.1 * bowl(phi)


def gentle_bowl_gradient(phi):
    """Give the gradient of `gentle_bowl`."""
    return 0.1 * bowl_gradient(phi)


def deep_bowl_gradient(phi):
    """Give the gradient of `deep_bowl`."""
    return 10 * bowl_gradient(phi)


def _searched(phi, loss, gradient):
    return line_search_step(phi, loss, gradient) - phi


def _short_step(phi, loss, gradient):
    slope = gradient(phi)
    unit = slope / np.linalg.norm(slope)
    return line_search_step(phi, loss, lambda _: unit)


def _only_the_last(gradient, start, rate, steps):
    return gradient_descent(gradient, start, rate, steps)[-1]


def _without_start(gradient, start, rate, steps):
    return gradient_descent(gradient, start, rate, steps)[1:]


def _one_gradient(gradient, start, rate, steps):
    return start - rate * np.arange(steps + 1)[:, None] * gradient(start)


def _equal_steps(gradient, start, rate, steps):
    def unit(phi):
        return gradient(phi) / np.linalg.norm(gradient(phi))

    return gradient_descent(unit, start, rate, steps)


def _all_rows_the_last(gradient, start, rate, steps):
    path = gradient_descent(gradient, start, rate, steps)
    return np.tile(path[-1], (steps + 1, 1))


def _rate_with_the_square_of_the_sum(x):
    total = np.sum(x)
    hessian = 2 * np.array([[x.size, total], [total, total**2]])
    return 2 / np.linalg.eigvalsh(hessian)[-1]


exercise(
    "6.2.1",
    title="The loss of a line",
    stub="def compute_loss(phi, x, y):\n    ...  # your code\n",
    solution=(
        "def compute_loss(phi, x, y):\n"
        "    error = phi[0] + phi[1] * x - y\n"
        "    return np.sum(error ** 2)\n"
    ),
    equivalent={
        "error = y - (phi[0] + phi[1] * x)": "a square has no sign",
    },
    reference=line_loss,
    cases=[
        case(*_SMALL),
        case(_B, *_DATA),
        case(np.array([1.6, -0.5]), *_DATA),
        case(*_WHOLE),
    ],
    random_case=_line_case,
    orders=_DATA_FIRST,
    published=published(
        "compute_loss(data_x, data_y, model, phi)",
        takes=["x", "y", lambda: _model, lambda phi: phi[:, None]],
    ),
    planted=[
        mistake(
            lambda phi, x, y: np.mean((phi[0] + phi[1] * x - y) ** 2),
            "Off by exactly the number of examples: a sum is asked for, not a mean.",
        ),
        mistake(
            lambda phi, x, y: np.sum((phi[0] + phi[1] * x - y) ** 2) / 2,
            "Exactly half. Some books write the one half; this page does not.",
        ),
        mistake(
            lambda phi, x, y: np.sum((phi[1] + phi[0] * x - y) ** 2),
            "You exchanged intercept and slope. Which of them multiplies the input?",
        ),
        mistake(
            lambda phi, x, y: np.sum(phi[0] + phi[1] * x - y) ** 2,
            "You add first and square last, so errors of opposite sign cancel.",
        ),
        mistake(
            lambda phi, x, y: np.sum(phi[0] + phi[1] * x - y),
            "A line far above the points would beat the best one. What happens to each "
            "error before it is added?",
        ),
        mistake(
            lambda phi, x, y: np.sum(np.abs(phi[0] + phi[1] * x - y)),
            "You add the sizes of the errors. Here an error of 2 costs four times as "
            "much as an error of 1.",
        ),
        mistake(
            lambda phi, x, y: np.sqrt(np.sum((phi[0] + phi[1] * x - y) ** 2)),
            "You took a root at the end. The equation has none.",
        ),
    ],
    hints=[
        "What does the line say at each input? That is one array.",
        "How far is it off, at each? That is another. Then square and add.",
    ],
)
question(
    "6.2.2",
    title="Which way is down?",
    prompt="Line B lies below all twelve points, and all inputs are positive. Which "
    "signs do the two partial derivatives of the loss have there?",
    choices=[
        choice(
            "Both are positive: the loss there is large.",
            "The sign of a derivative does not say whether the loss is large. It says "
            "what happens if the parameter *grows*. Raise line B a little: better or "
            "worse?",
        ),
        choice(
            "Both are negative.",
            "Yes. A higher intercept lifts the line toward the points, and so does a "
            "larger slope, since all inputs are positive. The loss falls either way.",
            right=True,
        ),
        choice(
            "With respect to the intercept it is negative, to the slope positive.",
            "What does a larger slope do to the line at an input of 1.5? Toward the "
            "points, or away from them?",
        ),
        choice(
            "That cannot be known without a calculation.",
            "For most places that is true. But here the line is too low *everywhere*, "
            "so raising it is good everywhere. Do both parameters raise it?",
        ),
    ],
)
exercise(
    "6.2.3",
    title="The gradient of the loss of a line",
    stub="def compute_gradient(phi, x, y):\n    ...  # your code\n",
    solution=(
        "def compute_gradient(phi, x, y):\n"
        "    error = phi[0] + phi[1] * x - y\n"
        "    return 2 * np.array([np.sum(error), np.sum(error * x)])\n"
    ),
    reference=line_gradient,
    cases=[
        case(*_SMALL),
        case(_B, *_DATA),
        case(np.array([1.6, -0.5]), *_DATA),
        case(*_WHOLE),
    ],
    random_case=_line_case,
    orders=_DATA_FIRST,
    published=published(
        "compute_gradient(data_x, data_y, phi)",
        takes=["x", "y", lambda phi: phi[:, None]],
    ),
    uses={"compute_loss": "6.2.1"},
    planted=[
        mistake(
            lambda phi, x, y: line_gradient(phi, x, y) / 2,
            "Finite differences disagree by exactly two.",
        ),
        mistake(
            lambda phi, x, y: -line_gradient(phi, x, y),
            "Take one small step against your gradient: did the loss fall?",
        ),
        mistake(
            lambda phi, x, y: line_gradient(phi, x, y)[::-1],
            "You have both derivatives, in the other order: intercept first.",
        ),
        mistake(
            lambda phi, x, y: line_gradient(phi, x, y) / y.size,
            "This is the gradient of the mean of the squares; our loss is their sum.",
        ),
        mistake(
            lambda phi, x, y: np.full(2, line_gradient(phi, x, y)[0]),
            "Your two entries are equal. By how much does the prediction at an input "
            "of 2 change if the slope grows by one?",
        ),
        mistake(
            lambda phi, x, y: np.array(
                [
                    line_gradient(phi, x, y)[0],
                    2 * np.sum(phi[0] + phi[1] * x - y) * np.sum(x),
                ]
            ),
            "Each error must meet its own input before anything is added; a product "
            "of two sums lets every error meet every input.",
        ),
        mistake(
            lambda phi, x, y: line_gradient(phi, x, y) / [1, 2],
            "Your first entry is right. Does the square not have the same derivative "
            "in the second?",
        ),
        mistake(
            lambda phi, x, y: line_gradient(phi, x, y)[0] * np.array([1, phi[1]]),
            "Your second entry contains the slope as a factor. What is the derivative "
            "of a product with respect to its *first* factor?",
        ),
    ],
    hints=[
        "Compute the errors once, prediction minus target: both entries need them.",
        "In the second entry each error is multiplied by something before the sum. By "
        "what?",
        "Where does the factor in front come from? From the derivative of the square.",
    ],
)
question(
    "6.2.4",
    title="One more term",
    prompt="Add a third parameter: the model is now $\\phi_0 + \\phi_1 x + \\phi_2 "
    "x^2$, the loss the sum of squares as before. Derive the third entry of the "
    "gradient, $\\partial L/\\partial \\phi_2$. What is its value at $\\bphi = (1, 0, "
    "0)$ for the two examples $x = 1, y = 0$ and $x = 2, y = 3$?",
    answer=number(
        -14,
        feedback="Yes: $2\\sum_i e_i\\, x_i^2$ with the errors $e = (1, -2)$. The "
        "square on $x_i$ comes from the derivative of the model, the 2 from that of "
        "the square.",
    ),
    near=[
        number(-7, feedback="The derivative of a square has a factor. Which?"),
        number(14, feedback="Right size. The error is prediction minus target here."),
        number(
            -6,
            feedback="You have the entry for $\\phi_1$. How fast does the prediction "
            "grow with $\\phi_2$?",
        ),
        number(
            -2,
            feedback="You have the entry for $\\phi_0$: each error counts once. With "
            "which weight does it count here?",
        ),
        number(
            -10,
            feedback="You add errors and squared inputs before you multiply. Each "
            "error meets its own input first.",
        ),
    ],
    otherwise="Errors first: prediction minus target, at both inputs. Then the chain "
    "rule: twice the error, times the derivative of the model with respect to "
    "$\\phi_2$.",
)

exercise(
    "6.2.5",
    title="Forward differences",
    stub="def finite_differences(loss, phi, delta):\n    ...  # your code\n",
    solution=(
        "def finite_differences(loss, phi, delta):\n"
        "    here = loss(phi)\n"
        "    steps = delta * np.eye(phi.size)\n"
        "    return np.array([(loss(phi + step) - here) / delta for step in steps])\n"
    ),
    equivalent={"the result has the first argument's type": "parameters are floats"},
    reference=forward_differences,
    cases=[
        case(bowl, np.array([1.0, 2.0]), 0.5),
        case(wavy, np.array([0.5, -1.0, 2.0]), 1e-2),
        case(loss_of_line, _B, 1e-4),
    ],
    random_case=lambda rng: case(wavy, rng.normal(size=3), 0.1),
    rtol=1e-6,
    planted=[
        mistake(
            central_differences,
            "You look to both sides and so cost more losses. That is the better "
            "formula for many ends, but the equation looks ahead only.",
        ),
        mistake(
            lambda loss, phi, delta: forward_differences(loss, phi, -delta),
            "You compare with the point behind, not with the point ahead.",
        ),
        mistake(
            lambda loss, phi, delta: forward_differences(loss, phi, delta) * delta,
            "These are differences of losses. A slope is a difference *divided* by "
            "something.",
        ),
        mistake(
            lambda loss, phi, delta: np.full(
                phi.size, (loss(phi + delta) - loss(phi)) / delta
            ),
            "You move all parameters at once. A partial derivative moves one and "
            "leaves the others alone.",
        ),
        mistake(
            lambda loss, phi, delta: np.array(
                [
                    (loss(phi + delta * (np.arange(phi.size) <= j)) - loss(phi)) / delta
                    for j in range(phi.size)
                ]
            ),
            "After you moved one parameter you did not put it back before moving the "
            "next.",
        ),
        mistake(
            lambda loss, phi, delta: -forward_differences(loss, phi, delta),
            "If the loss rises, the slope is positive. Which of the two losses do you "
            "subtract from which?",
        ),
        mistake(
            lambda loss, phi, delta: 2 * central_differences(loss, phi, delta),
            "You look to both sides. How far apart are your two points?",
        ),
        mistake(
            lambda loss, phi, delta: forward_differences(loss, phi, 1) / delta,
            "You divide by delta, but your parameter moved by one.",
        ),
    ],
    hints=[
        "How would you do it for a single parameter? Which two losses do you need?",
        "Loop over the parameters. In each round make a copy of `phi` and change one "
        "entry of the copy.",
        "`delta * np.eye(phi.size)` has, in row j, a step of delta along parameter j.",
    ],
)
question(
    "6.2.6",
    title="As small as possible?",
    prompt=r"A derivative is the limit for $\delta \to 0$. So what happens to the "
    r"error of the difference if you take $\delta = 10^{-12}$ in place of $10^{-4}$?",
    choices=[
        choice(
            "It becomes about a hundred million times smaller.",
            "On paper, yes. But the machine keeps about sixteen digits of each loss. "
            "How many of them do two losses share that are so close?",
        ),
        choice(
            "It stays about the same, or gets worse.",
            "Yes: the two losses share nearly all of their digits, and the subtraction "
            "throws the shared ones away.",
            right=True,
        ),
        choice(
            "The difference becomes exactly zero.",
            r"Not yet: $10^{-12}$ times a slope of twenty still changes the eleventh "
            "decimal of the loss, and about fourteen are kept. A few digits survive.",
        ),
    ],
)
exercise(
    "6.2.7",
    title="Downhill, but not by the gradient",
    stub=(
        "def one_step(phi, x, y, rate):\n"
        "    phi = phi.copy()\n"
        "    for j in range(2):\n"
        "        error = phi[0] + phi[1] * x - y\n"
        "        slopes = 2 * np.sum(error), 2 * np.sum(error * x)\n"
        "        phi[j] = phi[j] - rate * slopes[j]\n"
        "    return phi\n"
    ),
    solution=(
        "def one_step(phi, x, y, rate):\n"
        "    error = phi[0] + phi[1] * x - y\n"
        "    slopes = 2 * np.array([np.sum(error), np.sum(error * x)])\n"
        "    return phi - rate * slopes\n"
    ),
    equivalent={"the result has the first argument's type": "parameters are floats"},
    reference=lambda phi, x, y, rate: phi - rate * line_gradient(phi, x, y),
    cases=[
        case(*_SMALL, 0.1),
        case(_B, *_DATA, 0.01),
        case(np.array([1.6, -0.5]), *_DATA, 0.03),
    ],
    random_case=lambda rng: case(
        rng.normal(size=2), rng.normal(1, 1, 5), rng.normal(size=5), 0.05
    ),
    uses={"compute_gradient": "6.2.3"},
    planted=[
        mistake(
            _slope_first,
            "Now the slope moves first and the intercept sees it. Is that another "
            "place at which the gradient is taken, or the same?",
        ),
        mistake(
            lambda phi, x, y, rate: _one_entry(phi, x, y, rate, 0),
            "Only the intercept moves.",
        ),
        mistake(
            lambda phi, x, y, rate: _one_entry(phi, x, y, rate, 1),
            "Only the slope moves.",
        ),
        mistake(
            lambda phi, x, y, rate: phi + rate * line_gradient(phi, x, y),
            "You climb. The sign was right before.",
        ),
        mistake(
            lambda phi, x, y, rate: -rate * line_gradient(phi, x, y),
            "This is the step itself. Where does it lead from `phi`?",
        ),
        mistake(
            lambda phi, x, y, rate: _twice(phi, x, y, rate),
            "You take two whole steps: there is a loop left that does the same again.",
        ),
    ],
    hints=[
        "Print `error` in both rounds of the loop. Why does it change?",
        "The gradient belongs to one place. At which place is the second entry "
        "computed?",
        "Compute both slopes before you move anything.",
    ],
)

exercise(
    "6.2.8",
    title="The best rate of one step",
    stub="def exact_rate(gradient, hessian):\n    ...  # your code\n",
    solution=(
        "def exact_rate(gradient, hessian):\n"
        "    return (gradient @ gradient) / (gradient @ hessian @ gradient)\n"
    ),
    equivalent={
        f"return gradient @ gradient / ({below})": "a Hessian is symmetric"
        for below in (
            "gradient @ (gradient @ hessian)",
            "hessian @ gradient @ gradient",
        )
    },
    reference=exact_rate,
    cases=[
        case(np.array([3.0, 1.0]), _HESSIAN),
        case(np.array([1.0, -2.0]), _HESSIAN),
        case(np.array([1.0, 2.0, -0.5]), _WIDE),
        case(np.array([1, 2]), _HESSIAN),
    ],
    random_case=lambda rng: case(rng.normal(size=3), _WIDE),
    planted=[
        mistake(
            lambda g, h: (g @ h @ g) / (g @ g),
            "This is how strongly the loss bends along the gradient. Where it bends "
            "more, should the step be longer or shorter?",
        ),
        mistake(
            lambda g, h: np.sqrt(g @ g) / np.sqrt(g @ h @ g),
            "No roots: the lengths in the formula are squared.",
        ),
        mistake(
            lambda g, h: (g @ g) / np.linalg.norm(h @ g),
            "Below the line, the gradient stands on both sides of the matrix.",
        ),
        mistake(
            lambda g, h: 2 * (g @ g) / (g @ h @ g),
            "Twice as far leads up the other side, to the height where you began.",
        ),
        mistake(
            lambda g, h: np.sum(g * g) / np.sum(g * np.diag(h) * g),
            "You used the diagonal of the matrix only. Does `*` multiply matrices?",
        ),
        mistake(
            lambda g, h: 1 / np.linalg.eigvalsh(h)[-1],
            "This rate suits the steepest direction. The gradient at hand may point "
            "elsewhere: where does it enter your formula?",
        ),
        mistake(
            lambda g, h: (g @ g) / (g @ h @ g) / 2,
            "Half as far: the loss still falls where you stop.",
        ),
        mistake(
            lambda g, h: np.sum(g * g) / np.sum(g * h * g),
            "`*` multiplies entry by entry, also for a matrix.",
        ),
        mistake(
            lambda g, h: 2 / np.linalg.eigvalsh(h)[-1],
            "This is the limit for a rate that is used forever. Here one step counts, "
            "along one gradient.",
        ),
    ],
    hints=[
        "Two scalar products and a quotient.",
        "`a @ b` is the scalar product of flat arrays; `matrix @ b` is an array again.",
        "If the Hessian is c times the identity, the answer must be 1/c. Is yours?",
    ],
)
_SEARCH = "rate = line_search(along, {}, {}, points=[{}, 0.033, 0.066, 0.1])"

exercise(
    "6.2.9",
    title="A step with a line search",
    stub="def gradient_descent_step(phi, loss, gradient):\n    ...  # your code\n",
    solution=(
        "from udl.fitting.line_search import line_search\n"
        "\n"
        "def gradient_descent_step(phi, loss, gradient):\n"
        "    slope = gradient(phi)\n"
        "    along = lambda rate: loss(phi - rate * slope)\n"
        "    rate = line_search(along, 1e-6, 50, points=[0, 0.033, 0.066, 0.1])\n"
        "    return phi - rate * slope\n"
    ),
    equivalent={
        _SEARCH.format("-0.999999", 50, 0): "it then ends at its cap",
        _SEARCH.format("1e-06", 51, 0): "finer than 0.003",
        _SEARCH.format("1e-06", 49, 0): "finer than 0.003",
        _SEARCH.format("1e-06", 50, -1): "the best rate is positive",
    },
    reference=line_search_step,
    cases=[
        case(np.array([0.2, 0.1]), deep_bowl, deep_bowl_gradient),
        case(np.array([1.6, -0.5]), loss_of_line, gradient_of_line),
        case(np.array([0.3, -0.2, 0.4]), steep, steep_gradient),
        case(np.array([1, -1]), gentle_bowl, gentle_bowl_gradient),
    ],
    random_case=lambda rng: case(
        rng.uniform(0.1, 0.25, 2), deep_bowl, deep_bowl_gradient
    ),
    published=published(
        "gradient_descent_step(phi, data, model)",
        provides={
            "compute_gradient": lambda: _published_gradient,
            "line_search": lambda: _published_search,
        },
        reference=_published_step,
        cases=[
            case(np.array([[1.6], [-0.5]]), np.stack(_DATA), _model),
            case(np.array([[0.6], [-0.2]]), np.stack(_DATA), _model),
            case(np.array([[0.3], [0.1]]), np.stack(_DATA)[:, :7], _model),
        ],
    ),
    rtol=0,
    atol=3e-3,
    planted=[
        mistake(
            lambda phi, loss, gradient: phi - _searched(phi, loss, gradient),
            "The loss is higher where you arrive. Which way does the gradient point?",
        ),
        mistake(
            lambda phi, loss, gradient: phi - 0.1 * gradient(phi),
            "You always go to the end of the range. Does the loss fall all the way to "
            "it?",
        ),
        mistake(
            _short_step,
            "You made the gradient a direction of length one, so the range from 0 to "
            "0.1 is now a range of lengths.",
        ),
        mistake(
            _searched,
            "This is the move. Where does it lead from where you stand?",
        ),
        mistake(
            lambda phi, loss, gradient: phi + _searched(phi, loss, gradient) / 2,
            "Right direction, but the loss still falls where you stop: walk on.",
        ),
        mistake(
            lambda phi, loss, gradient: phi,
            "You stay (almost) where you are. Print the rate that your search gives: "
            "does it look along the line on which the loss falls?",
        ),
    ],
    hints=[
        "Compute the gradient once, at `phi`. Along which line does the search look?",
        "The search wants a function of one number. `lambda rate: loss(...)` is one: "
        "what stands inside?",
        "The search gives a learning rate. The answer is a place.",
    ],
)
question(
    "6.2.10",
    title="The angle between two steps",
    prompt="Each step goes to the lowest point along its line. What angle, in degrees, "
    "does the next step make with it?",
    answer=number(
        90,
        tolerance=1,
        feedback="Yes. At the lowest point of the line the loss neither rises nor "
        "falls along it, so the new gradient has no part in that direction.",
    ),
    near=[
        number(
            0,
            tolerance=1,
            feedback="Then the loss would still fall in the old direction, and the "
            "search would have gone on.",
        ),
        number(
            180,
            tolerance=1,
            feedback="Then the search would have gone too far. That happens with a "
            "fixed learning rate.",
        ),
        number(
            45,
            tolerance=1,
            feedback="Then part of the new step would go on in the old direction. "
            "Could the old step not have taken that part already?",
        ),
    ],
    otherwise="At the lowest point along the old line, how steep is the loss *in the "
    "direction of that line*?",
)
exercise(
    "6.2.11",
    title="Descent with a fixed learning rate",
    stub="def descend(gradient, start, rate, steps):\n    ...  # your code\n",
    solution=(
        "def descend(gradient, start, rate, steps):\n"
        "    path = [start]\n"
        "    for _ in range(steps):\n"
        "        path.append(path[-1] - rate * gradient(path[-1]))\n"
        "    return np.array(path)\n"
    ),
    reference=gradient_descent,
    cases=[
        case(bowl_gradient, np.array([1.0, 2.0]), 0.1, 2),
        case(gradient_of_line, np.array([1.6, -0.5]), 0.03, 10),
        case(steep_gradient, np.array([1.0, -1.0, 0.5]), 0.02, 4),
        case(bowl_gradient, np.array([1, 2]), 0.1, 3),
    ],
    random_case=lambda rng: case(bowl_gradient, rng.normal(size=2), 0.2, 5),
    planted=[
        mistake(
            lambda gradient, start, rate, steps: gradient_descent(
                gradient, start, -rate, steps
            ),
            "You climb. The gradient points to where the loss rises.",
        ),
        mistake(
            _without_start,
            "One row too few: the start belongs to the path.",
        ),
        mistake(
            _only_the_last,
            "This is where the path ends. The whole path is asked for, a row a point.",
        ),
        mistake(
            _one_gradient,
            "Your path is a straight line with equal steps: where do you compute the "
            "gradient?",
        ),
        mistake(
            _all_rows_the_last,
            "All your rows are the same point. Does a step change an array that is "
            "already in your list?",
        ),
        mistake(
            _equal_steps,
            "All your steps are equally long. A gentle slope should give a short one.",
        ),
    ],
    hints=[
        "Begin with a list that holds the start. What does each round append?",
        "Each round asks for the gradient at the *last* point of the list.",
        "`np.array(path)` or `np.stack(path)` makes the table.",
    ],
)
question(
    "6.2.12",
    title="Twice as fast?",
    prompt="Set the slider of the first figure to 0.6: fifteen steps come close to the "
    "bottom. Somebody doubles that learning rate to get there in half the steps. What "
    "happens?",
    choices=[
        choice(
            "It arrives in about half the steps.",
            "As long as rates are small, doubling them does that. The slider goes up "
            "to 1.05 only: what happens at its end?",
        ),
        choice(
            "It runs away from the bottom, faster and faster.",
            "Yes. Across the valley each step now lands farther up the other side "
            "than it started, and the slope there is steeper.",
            right=True,
        ),
        choice(
            "It jumps back and forth between two points for ever.",
            "That happens at one single rate, the limit itself. Above it the jumps "
            "grow.",
        ),
        choice(
            "It overshoots at first and then settles, since the slope gets gentler "
            "near the bottom.",
            "It would have to come near the bottom first. Which side of the valley is "
            "it on after each step, and how high?",
        ),
    ],
)

exercise(
    "6.2.13",
    title="The largest learning rate",
    stub="def largest_rate(x):\n    ...  # your code\n",
    solution=(
        "def largest_rate(x):\n"
        "    total, squares = np.sum(x), np.sum(x ** 2)\n"
        "    hessian = 2 * np.array([[len(x), total], [total, squares]])\n"
        "    return 2 / np.linalg.eigvalsh(hessian)[-1]\n"
    ),
    equivalent={
        "return 2 / np.linalg.eigvalsh(hessian)[1]": "there are two",
    },
    reference=line_rate_limit,
    cases=[
        case(np.array([1.0, 3.0])),
        case(np.array([0.0, 1.0, 5.0])),
        case(_X),
        case(_X - 1),
        case(np.array([1, 4, 6])),
    ],
    random_case=lambda rng: case(rng.normal(1, 2, size=7)),
    planted=[
        mistake(
            lambda x: 1 / np.linalg.eigvalsh(line_hessian(x))[-1],
            "With your rate the steepest direction reaches its bottom in one step. It "
            "may overshoot some way before it runs off.",
        ),
        mistake(
            lambda x: 2 / np.linalg.eigvalsh(line_hessian(x))[0],
            "With your rate the flattest direction is on the edge. What do the others "
            "do?",
        ),
        mistake(
            lambda x: x.size * line_rate_limit(x),
            "This is the limit for a loss that is a mean; ours is a sum.",
        ),
        mistake(
            lambda x: 2 * line_rate_limit(x),
            "Exactly twice too large. Where does the 2 of the Hessian come from?",
        ),
        mistake(
            lambda x: 2 / np.max(np.diag(line_hessian(x))),
            "You read the diagonal. The parameters influence each other through the "
            "other entry: what are the eigenvalues?",
        ),
        mistake(
            lambda x: 2 / np.trace(line_hessian(x)),
            "You divide by the sum of all eigenvalues. Which one decides?",
        ),
        mistake(
            lambda x: np.linalg.eigvalsh(line_hessian(x))[-1],
            "This is how strongly the loss bends in its steepest direction. Where it "
            "bends more, may the rate be larger or smaller?",
        ),
        mistake(
            _rate_with_the_square_of_the_sum,
            "Look at the last entry of your Hessian: is it the sum of the squares, or "
            "the square of the sum?",
        ),
    ],
    hints=[
        "The Hessian is a matrix of four numbers: one is twice the number of examples.",
        "`np.linalg.eigvalsh` gives the eigenvalues of a symmetric matrix, in order.",
        "Which of them makes the learning rate small?",
    ],
)
exercise(
    "6.2.14",
    title="The limit for a polynomial",
    stub="def largest_rate_of_polynomial(x, degree):\n    ...  # your code\n",
    solution=(
        "def largest_rate_of_polynomial(x, degree):\n"
        "    columns = np.stack([x ** k for k in range(degree + 1)], axis=1)\n"
        "    hessian = 2 * columns.T @ columns\n"
        "    return 2 / np.linalg.eigvalsh(hessian)[-1]\n"
    ),
    equivalent=dict.fromkeys(
        (
            "columns = np.stack([x ** k for k in range(degree + 1)], axis=0)",
            "columns = np.stack([x ** k for k in range(degree + 1)])",
            "hessian = columns @ (2 * columns.T)",
        ),
        "the largest eigenvalue of A A^T is that of A^T A",
    ),
    reference=_polynomial_rate,
    cases=[
        case(np.array([1.0, 3.0, -2.0]), 1),
        case(np.array([0.5, 2.0, 1.0, -1.0]), 2),
        case(_X, 3),
        case(_X, 0),
        case(np.array([1, 2, 4]), 2),
    ],
    random_case=lambda rng: case(rng.normal(size=6), 3),
    uses={"largest_rate": "6.2.13"},
    planted=[
        mistake(
            lambda x, degree: line_rate_limit(x),
            "This is the limit for a line, whatever the degree.",
        ),
        mistake(
            lambda x, degree: _polynomial_rate(x, degree - 1),
            "One power is missing: a polynomial of degree K has K + 1 coefficients.",
        ),
        mistake(
            lambda x, degree: (
                2
                / np.linalg.eigvalsh(
                    2 * _powers(x, degree)[:, 1:].T @ _powers(x, degree)[:, 1:]
                )[-1]
                if degree
                else np.inf
            ),
            "The constant term is missing: its input is 1 for every example.",
        ),
        mistake(
            lambda x, degree: (
                2 / np.linalg.eigvalsh(_powers(x, degree).T @ _powers(x, degree))[-1]
            ),
            "Twice too large. Differentiate the square: which factor does the Hessian "
            "have?",
        ),
        mistake(
            lambda x, degree: (
                1
                / np.linalg.eigvalsh(2 * _powers(x, degree).T @ _powers(x, degree))[-1]
            ),
            "With your rate the steepest direction arrives in one step. It may "
            "overshoot.",
        ),
        mistake(
            lambda x, degree: 2 / np.max(np.sum(2 * _powers(x, degree) ** 2, axis=0)),
            "You read the diagonal of the Hessian. The largest eigenvalue is larger.",
        ),
    ],
    hints=[
        "Write the prediction as a matrix times `phi`: what is in its columns?",
        "Which matrix is the Hessian of the sum of the squares of $\\mathbf{A}\\bphi "
        "- y$?",
        "For a line your answer must agree with the exercise before.",
    ],
)

exercise(
    "6.2.15",
    title="Ten steps from anywhere",
    stub="def settings(x):\n    ...  # your code\n",
    solution=("def settings(x):\n    return x.mean(), x.std(), 1 / (2 * x.size)\n"),
    reference=lambda x: (x.mean(), x.std(), 1 / (2 * x.size)),
    cases=[
        case(_X),
        case(np.array([3.0, 4.0, 8.0])),
        case(_X * 100 - 50),
        case(np.array([-1, -2, -6, 1])),
    ],
    accept=_all_arrive,
    planted=[
        mistake(
            lambda x: (0.0, 1.0, 0.8 * line_rate_limit(x)),
            "You leave the inputs as they are. In a long valley no rate arrives in ten "
            "steps; make the valley round.",
        ),
        mistake(
            lambda x: (x.mean(), 1.0, 1 / (2 * x.size)),
            "Centering makes the axes of the valley parallel to the parameters. Is it "
            "round yet?",
        ),
        mistake(
            lambda x: (0.0, x.std(), 0.8 * line_rate_limit(x / x.std())),
            "You scale and do not center: the off-diagonal entry of the Hessian is not "
            "zero.",
        ),
        mistake(
            lambda x: (x.mean(), x.std(), 0.01),
            "The valley is round. Which rate reaches the bottom of a round valley in "
            "one step, for any number of examples?",
        ),
        mistake(
            lambda x: (x.mean(), x.std(), 1 / x.size),
            "Your rate is the limit itself: every step lands as far away on the other "
            "side.",
        ),
        mistake(
            lambda x: (x.mean(), x.var(), 1 / (2 * x.size)),
            "You divide by the variance. In which unit is it?",
        ),
    ],
    hints=[
        "Which shape of the valley lets the steepest way down point at the bottom?",
        "The Hessian holds the number of inputs, their sum and the sum of their "
        "squares. Choose $a$ and $b$ so that it becomes a multiple of the identity.",
        "If the Hessian is $2I$ times the identity, which rate arrives in one step?",
    ],
)

question(
    "6.2.16",
    title="More data, same learning rate",
    prompt="Descent on the sum of squares of our twelve points works well with a "
    "learning rate of 0.01. Now somebody copies the same twelve points into the file "
    "five times over. The best line stays the same. What does descent do, with the "
    "same rate?",
    choices=[
        choice(
            "The same as before: the data say the same.",
            "The best line is the same, and so is the direction of each gradient. What "
            "about its length, if each point occurs five times in the sum?",
        ),
        choice(
            "It goes the same way, five times as fast, and arrives sooner.",
            "The steps are five times as long, true. Compare the new rate with the "
            "limit: is a longer step always a faster one?",
        ),
        choice(
            "It runs away.",
            "Yes. The sum has five times the curvature, so the limit is a fifth: "
            "about 0.008, and 0.01 is above it.",
            right=True,
        ),
        choice(
            "It becomes five times as slow.",
            "There are more terms in the sum, so is the gradient longer or shorter?",
        ),
    ],
)
