"""Exercises and questions of page 6.2, gradient descent."""

import numpy as np

from udl.datasets.regression import supervised_line
from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.fitting.curvature import exact_rate, line_hessian, line_rate_limit
from udl.fitting.gradient_descent import gradient_descent, line_search_step
from udl.fitting.regression import line_gradient, line_loss
from udl.gradients.finite_differences import central_differences, forward_differences

_X, _Y = supervised_line()
_B = np.array([0.6, -0.2])
_SMALL = (np.array([1.0, 0.5]), np.array([0.0, 2.0]), np.array([2.0, 5.0]))
_DATA = (_X, _Y)
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


exercise(
    "6.2.1",
    title="The loss of a line",
    stub="def compute_loss(phi, x, y):\n    ...  # your code\n",
    reference=line_loss,
    cases=[case(*_SMALL), case(_B, *_DATA), case(np.array([1.6, -0.5]), *_DATA)],
    random_case=_line_case,
    orders=_DATA_FIRST,
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
    reference=line_gradient,
    cases=[case(*_SMALL), case(_B, *_DATA), case(np.array([1.6, -0.5]), *_DATA)],
    random_case=_line_case,
    orders=_DATA_FIRST,
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
            lambda phi, x, y: line_gradient(phi, x, y)[:, None],
            "Two parameters went in, and a column comes out: compare the shapes before "
            "you subtract one from the other.",
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

exercise(
    "6.2.4",
    title="Forward differences",
    stub="def finite_differences(loss, phi, delta):\n    ...  # your code\n",
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
    "6.2.5",
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


def deep_bowl(phi):
    """Give ten times `bowl`."""
    return 10 * bowl(phi)


def deep_bowl_gradient(phi):
    """Give the gradient of `deep_bowl`."""
    return 10 * bowl_gradient(phi)


def _searched(phi, loss, gradient):
    return line_search_step(phi, loss, gradient) - phi


def _short_step(phi, loss, gradient):
    slope = gradient(phi)
    unit = slope / np.linalg.norm(slope)
    return line_search_step(phi, loss, lambda _: unit)


exercise(
    "6.2.6",
    title="A step with a line search",
    stub="def gradient_descent_step(phi, loss, gradient):\n    ...  # your code\n",
    reference=line_search_step,
    cases=[
        case(np.array([0.2, 0.1]), deep_bowl, deep_bowl_gradient),
        case(np.array([1.6, -0.5]), loss_of_line, gradient_of_line),
        case(np.array([0.3, -0.2, 0.4]), steep, steep_gradient),
    ],
    random_case=lambda rng: case(
        rng.uniform(0.1, 0.25, 2), deep_bowl, deep_bowl_gradient
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
)  # fmt: skip

question(
    "6.2.7",
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


exercise(
    "6.2.8",
    title="Descent with a fixed learning rate",
    stub="def descend(gradient, start, rate, steps):\n    ...  # your code\n",
    reference=gradient_descent,
    cases=[
        case(bowl_gradient, np.array([1.0, 2.0]), 0.1, 2),
        case(gradient_of_line, np.array([1.6, -0.5]), 0.03, 10),
        case(steep_gradient, np.array([1.0, -1.0, 0.5]), 0.02, 4),
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


def _rate_with_the_square_of_the_sum(x):
    total = np.sum(x)
    hessian = 2 * np.array([[x.size, total], [total, total**2]])
    return 2 / np.linalg.eigvalsh(hessian)[-1]


exercise(
    "6.2.9",
    title="The largest learning rate",
    stub="def largest_rate(x):\n    ...  # your code\n",
    reference=line_rate_limit,
    cases=[
        case(np.array([1.0, 3.0])),
        case(np.array([0.0, 1.0, 5.0])),
        case(_X),
        case(_X - 1),
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

question(
    "6.2.10",
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

_HESSIAN = np.array([[4.0, 1.0], [1.0, 2.0]])
_WIDE = np.array([[5.0, 1.0, 0.5], [1.0, 4.0, -1.0], [0.5, -1.0, 2.0]])

exercise(
    "6.2.11",
    title="The best rate of one step",
    stub="def exact_rate(gradient, hessian):\n    ...  # your code\n",
    reference=exact_rate,
    cases=[
        case(np.array([3.0, 1.0]), _HESSIAN),
        case(np.array([1.0, -2.0]), _HESSIAN),
        case(np.array([1.0, 2.0, -0.5]), _WIDE),
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
