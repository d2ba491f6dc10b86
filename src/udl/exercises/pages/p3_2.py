"""Exercises and questions of page 3.2, shallow neural networks II."""

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
from udl.networks.activations import relu
from udl.networks.patterns import crossing, gradient
from udl.networks.shallow import shallow_network
from udl.networks.two_inputs import one_output, two_outputs

_THETA = np.array([[-4.0, 0.9, 0.0], [5.0, -0.9, -0.5], [-7.0, 0.5, 0.9]])
_PHI = np.array([[0.0, -2.0, 2.0, 1.5], [-2.0, -1.0, -2.0, 0.8]])
_SMALL_THETA = (-1.0, 1.0, 2.0, 4.0, -1.0, -1.0, -2.0, 2.0, -1.0)
_X1, _X2 = np.array([2.0, 9.0, 0.5, 5.0]), np.array([0.5, 1.0, 9.0, 8.0])
_X = np.stack([_X1, _X2])
_ODD_PHI = (0.4, -1.5, 0.7, 1.2)
_ODD_THETA = (0.3, -0.8, 0.6, -0.2, 0.9, -1.1, 0.5, 0.25, 1.3)
_WHOLE = np.array([0, 9, 4])
_TABLE = np.array([[0.0, 4.0, 8.0], [1.0, 5.0, 9.0]])


def _network_of(arrays):
    """Read four arrays as a network of two inputs and one output, or say why not."""
    if not isinstance(arrays, tuple | list) or len(arrays) != 4:
        return "Four arrays are asked for: `(beta_0, omega_0, beta_1, omega_1)`."
    beta_0, omega_0, beta_1, omega_1 = (np.asarray(a, float) for a in arrays)
    D = beta_0.size
    if omega_0.shape != (D, 2):
        return (
            f"`beta_0` holds {D} numbers, so `omega_0` should have the shape ({D}, 2); "
            f"yours has the shape {omega_0.shape}."
        )
    if beta_1.size != 1 or omega_1.size != D:
        return "There is one output: one offset, and one weight for each hidden unit."
    return beta_0.reshape(D), omega_0, beta_1.reshape(1), omega_1.reshape(1, D)


_PLANE = np.stack(
    np.meshgrid(*[np.array([-1e9, -1e4, -99, -9, -2, -1, 0, 1, 2, 7, 50, 1e4])] * 2)
).reshape(2, -1)
_PLANE = _PLANE[:, np.argsort(np.abs(_PLANE).max(axis=0), kind="stable")]


def _is_the_larger(arrays):
    network = _network_of(arrays)
    if isinstance(network, str):
        return network
    given = shallow_network(_PLANE, *network)[0]
    off = ~np.isclose(given, _PLANE.max(axis=0))
    if not off.any():
        return True
    (x1, x2), y = _PLANE[:, off][:, 0], given[off][0]
    return f"At the point ({x1:g}, {x2:g}) your network gives {y:g}."


def _units(*rows, offset=0.0):
    """Make a network: of each unit its offset, two slopes, and the output's weight."""
    table = np.array(rows, float)
    return table[:, 0], table[:, 1:3], np.array([offset]), table[np.newaxis, :, 3]


def _island(seed, middle):
    rng = np.random.default_rng(seed)
    angle = rng.uniform(0, 2 * np.pi, 600)
    far = np.sqrt(np.append(rng.uniform(0, 4, 300), rng.uniform(9, 25, 300)))
    points = np.array(middle)[:, None] + far * np.array([np.cos(angle), np.sin(angle)])
    return points[:, :300], points[:, 300:]


def _is_a_fence(arrays, inner, outer):
    network = _network_of(arrays)
    if isinstance(network, str):
        return network
    if network[0].size > 5:
        return f"Your network has {network[0].size} hidden units; five are allowed."
    on, off = (shallow_network(points, *network)[0] for points in (inner, outer))
    on, off = np.mean(on > 0), np.mean(off < 0)
    return bool(on >= 0.97 and off >= 0.97) or (
        f"The output is positive at {100 * on:.0f} percent of the inner points and "
        f"negative at {100 * off:.0f} percent of the outer ones."
    )


def _fence(sides, reach=2.1, middle=None, sign=1, inside=0.1):
    def fence(inner, outer):
        turns = 2 * np.pi * np.arange(sides) / sides
        arrows = np.stack([np.cos(turns), np.sin(turns)], axis=1)
        center = inner.mean(axis=1) if middle is None else middle
        beta_0 = -sign * arrows @ center - reach
        return beta_0, arrows, np.array([inside]), -np.ones((1, sides))

    return fence


def _inside_out(inner, outer):
    beta_0, omega_0, beta_1, omega_1 = _fence(5)(inner, outer)
    return beta_0, omega_0, -beta_1, -omega_1


def _inputs(x1, x2, theta):
    return [t[0] + t[1] * x1 + t[2] * x2 for t in np.reshape(theta, (3, 3))]


def _one(change):
    """Make a planted mistake from a function of the inputs, a, phi and theta."""

    def wrong(x1, x2, activation_fn, *parameters):
        return change(x1, x2, activation_fn, parameters[:4], parameters[4:])

    return wrong


def _two(change):
    def wrong(x1, x2, activation_fn, *parameters):
        phi = np.reshape(parameters[:8], (2, 4))
        return change(x1, x2, activation_fn, phi, parameters[8:])

    return wrong


def _output(h, phi):
    return phi[0] + phi[1] * h[0] + phi[2] * h[1] + phi[3] * h[2]


def _hidden(x1, x2, a, theta):
    return [a(z) for z in _inputs(x1, x2, theta)]


def _all_but(unit, x1, x2, a, theta):
    z = _inputs(x1, x2, theta)
    return [z[d] if d == unit else a(z[d]) for d in range(3)]


def _random_points(rng):
    return rng.uniform(0, 10, 6), rng.uniform(0, 10, 6)


question(
    "3.2.1",
    title="The joint of the first unit",
    prompt="The first unit has the offset $-4$ and the slopes $0.9$ and $0$. Where in "
    "the plane is its joint?",
    choices=[
        choice(
            "At the point $x_1 = 4.44$ on the axis.",
            "With one input it would be that point. Here $x_2$ is free as well: which "
            "points of the plane have this $x_1$?",
        ),
        choice(
            "On the vertical line $x_1 = 4.44$.",
            "Yes. The unit does not look at $x_2$ at all, so the joint is the same at "
            "every height.",
            right=True,
        ),
        choice(
            "On the horizontal line $x_2 = 4.44$.",
            "Along that line $x_1$ varies, and with it the pre-activation. Which "
            "coordinate has to be held for it to stay zero?",
        ),
        choice(
            "It has none: one of its slopes is zero.",
            "Only if both slopes were zero would the pre-activation never change.",
        ),
    ],
)

question(
    "3.2.2",
    title="The side that is switched on",
    prompt="The second unit has the offset $5$ and the slopes $-0.9$ and $-0.5$. In "
    "which corner of the square is it active?",
    choices=[
        choice(
            "Bottom left, at $(0, 0)$.",
            "Yes. There its pre-activation is the offset, 5, and both slopes are "
            "negative: it falls whichever way you leave.",
            right=True,
        ),
        choice(
            "Top right, at $(10, 10)$.",
            "A negative slope lowers the pre-activation as you go right or up. How "
            "large is it at that corner?",
        ),
        choice(
            "Top left, at $(0, 10)$.",
            "There it is $5 - 0.5\\cdot 10 = 0$: this corner is on the joint.",
        ),
        choice(
            "In all four: the offset is positive.",
            "The offset is the pre-activation at $(0,0)$ only. The slopes take it "
            "from there.",
        ),
    ],
)

question(
    "3.2.3",
    title="How far from the joint?",
    prompt="How far is the point $(0, 0)$ from the joint of the second unit, "
    "$5 - 0.9x_1 - 0.5x_2 = 0$, along the shortest way? (Three digits, or a formula.)",
    answer=number(
        4.8564,
        tolerance=0.01,
        feedback="Yes: the pre-activation there is 5, and along the arrow it changes "
        "by $\\sqrt{0.9^2 + 0.5^2} = 1.03$ for each unit of length.",
    ),
    near=[
        number(
            5,
            tolerance=0.001,
            feedback="That is the pre-activation at the point. How fast does it change "
            "along the shortest way?",
        ),
        number(
            5.556,
            tolerance=0.01,
            feedback="That is how far it is along the first axis. A slanted way is "
            "shorter.",
        ),
        number(
            10,
            tolerance=0.01,
            feedback="That is how far it is along the second axis. A slanted way is "
            "shorter.",
        ),
        number(
            3.571,
            tolerance=0.01,
            feedback="You divide by the sum of the two slopes. The length of an arrow "
            "is another number.",
        ),
        number(
            4.717,
            tolerance=0.01,
            feedback="You divide by the square of the arrow's length.",
        ),
    ],
    otherwise="Walk from the point at a right angle to the joint, in the direction of "
    "the arrow of slopes. By how much does the pre-activation change with each step of "
    "length 1?",
)

exercise(
    "3.2.4",
    title="Where two joints cross",
    stub="def crossing_point(beta_0, omega_0):\n    ...  # your code\n",
    solution=(
        "def crossing_point(beta_0, omega_0):\n"
        "    return np.linalg.solve(omega_0, -beta_0)\n"
    ),
    equivalent={"right for the sizes of the first case only": "two units, two inputs"},
    reference=crossing,
    cases=[
        case(np.array([-1.0, -3.0]), np.array([[1.0, 0.0], [1.0, 1.0]])),
        case(_THETA[:2, 0], _THETA[:2, 1:]),
        case(_THETA[1:, 0], _THETA[1:, 1:]),
        case(np.array([1, -2]), np.array([[4, 1], [2, -1]])),
    ],
    random_case=lambda rng: case(rng.normal(size=2), rng.normal(size=(2, 2))),
    planted=[
        mistake(
            lambda beta_0, omega_0: np.linalg.solve(omega_0, beta_0),
            "Insert your point into the first unit: its offset is not cancelled, it is "
            "doubled. What happens to the offsets when they change sides?",
        ),
        mistake(
            lambda beta_0, omega_0: np.linalg.solve(omega_0.T, -beta_0),
            "You read the slopes by columns. A row holds the two slopes of one unit.",
        ),
        mistake(
            lambda beta_0, omega_0: np.linalg.solve(omega_0, -beta_0)[::-1],
            "Both numbers are right and they have changed places.",
        ),
        mistake(
            lambda beta_0, omega_0: -beta_0 / np.diag(omega_0),
            "You solve each unit for a coordinate of its own. Both coordinates have to "
            "satisfy both units.",
        ),
        mistake(
            lambda beta_0, omega_0: (
                -np.linalg.solve(omega_0, beta_0) * np.linalg.det(omega_0)
            ),
            "Both coordinates are off by the same factor. What stands below the bar?",
        ),
        mistake(
            lambda beta_0, omega_0: np.linalg.solve(omega_0, -beta_0) * [1, -1],
            "The first coordinate is right. The second has the wrong sign.",
        ),
        mistake(
            lambda beta_0, omega_0: np.linalg.solve(omega_0, -beta_0) * [-1, 1],
            "The second coordinate is right. The first has the wrong sign.",
        ),
        mistake(
            lambda beta_0, omega_0: (
                -np.linalg.solve(omega_0, beta_0)
                * np.linalg.det(omega_0)
                / (omega_0[0, 0] * omega_0[1, 1] + omega_0[0, 1] * omega_0[1, 0])
            ),
            "What stands above the bars is right. Between the two products of the "
            "determinant stands another sign.",
        ),
        mistake(
            lambda beta_0, omega_0: -beta_0 / np.linalg.det(omega_0),
            "You divide the offsets by the determinant. What do the slopes do to "
            "them above the bar?",
        ),
        mistake(
            lambda beta_0, omega_0: -omega_0 @ beta_0,
            "You multiply the offsets by the table of slopes. The table has to be "
            "undone.",
        ),
    ],
    hints=[
        "What is the input of each of the two units at that point?",
        "Two equations, two unknowns. Bring the offsets to the right-hand side.",
        "`np.linalg.solve` takes the table of slopes and the right-hand side.",
    ],
)

exercise(
    "3.2.5",
    title="Two inputs, one output, three hidden units",
    stub="""def shallow_2_1_3(
    x1, x2, activation_fn, phi_0, phi_1, phi_2, phi_3,
    theta_10, theta_11, theta_12, theta_20, theta_21, theta_22,
    theta_30, theta_31, theta_32,
):
    # shallow_2_1_3: two inputs, one output, three hidden units
    ...  # your code
""",
    solution=(
        "def shallow_2_1_3(x1, x2, activation_fn, phi_0, phi_1, phi_2, phi_3,\n"
        "                  theta_10, theta_11, theta_12, theta_20, theta_21,\n"
        "                  theta_22, theta_30, theta_31, theta_32):\n"
        "    h1 = activation_fn(theta_10 + theta_11 * x1 + theta_12 * x2)\n"
        "    h2 = activation_fn(theta_20 + theta_21 * x1 + theta_22 * x2)\n"
        "    h3 = activation_fn(theta_30 + theta_31 * x1 + theta_32 * x2)\n"
        "    return phi_0 + phi_1 * h1 + phi_2 * h2 + phi_3 * h3\n"
    ),
    reference=one_output,
    published=published(
        "shallow_2_1_3(x1, x2, activation_fn, phi_0, phi_1, phi_2, phi_3, theta_10, "
        "theta_11, theta_12, theta_20, theta_21, theta_22, theta_30, theta_31, "
        "theta_32)",
        gives=lambda result: result[0] if isinstance(result, tuple) else result,
    ),
    cases=[
        case(2.0, 1.0, relu, 7.0, 10.0, -1.0, 3.0, *_SMALL_THETA),
        case(0.0, 0.0, relu, 7.0, 10.0, -1.0, 3.0, *_SMALL_THETA),
        case(_X1, _X2, relu, *_PHI[0], *_THETA.ravel()),
        case(_TABLE, _TABLE[::-1], relu, *_PHI[1], *_THETA.ravel()),
        case(_X1, _X2, np.tanh, *_PHI[1], *_THETA.ravel()),
        case(_TABLE / 9, _TABLE[::-1] / 9, np.tanh, *_ODD_PHI, *_ODD_THETA),
        case(_WHOLE, _WHOLE[::-1], relu, *_PHI[0], *_THETA.ravel()),
    ],
    random_case=lambda rng: case(
        *_random_points(rng), relu, *rng.normal(size=4), *rng.normal(size=9)
    ),
    planted=[
        mistake(
            _one(lambda x1, x2, a, phi, t: _output(_hidden(x1, x1, a, t), phi)),
            "Your output does not change when only x2 changes.",
        ),
        mistake(
            _one(
                lambda x1, x2, a, phi, t: _output(
                    _hidden(x1, x2, a, np.reshape(t, (3, 3))[:, [2, 0, 1]]), phi
                )
            ),
            "Check unit 1 at x = (0, 0): its input there must be its offset, theta_10.",
        ),
        mistake(
            _one(lambda x1, x2, a, phi, t: _output(_hidden(x2, x1, a, t), phi)),
            "Your picture is mirrored. Which of the two slopes goes with which input?",
        ),
        mistake(
            _one(
                lambda x1, x2, a, phi, t: _output(
                    _hidden(x1, x2, a, np.reshape(t, (3, 3))[:, [0, 1, 1]]), phi
                )
            ),
            "Exchange x1 and x2, and your output stays the same. Does a unit treat "
            "its two inputs alike?",
        ),
        mistake(
            _one(
                lambda x1, x2, a, phi, t: _output(
                    _hidden(x1, x2, a, np.reshape(t, (3, 3)) * [0, 1, 1]), phi
                )
            ),
            "Your joints all pass through the point (0, 0). What moves them away?",
        ),
        mistake(
            _one(
                lambda x1, x2, a, phi, t: _output(
                    [z[0] + a(z[1] * x1 + z[2] * x2) for z in np.reshape(t, (3, 3))],
                    phi,
                )
            ),
            "You add the offset of a unit after the activation function. On which "
            "side of the clipping does it decide when the unit switches?",
        ),
        mistake(
            _one(lambda x1, x2, a, phi, t: a(_output(_hidden(x1, x2, a, t), phi))),
            "Your output never falls below zero with ReLU, and the right one does. "
            "How often is the activation function applied on the way?",
        ),
        mistake(
            _one(lambda x1, x2, a, phi, t: _output(_inputs(x1, x2, t), phi)),
            "Your output is one flat plane. What clips the plane of each unit?",
        ),
        mistake(
            _one(
                lambda x1, x2, a, phi, t: (
                    phi[0]
                    + sum(
                        a(p * z)
                        for p, z in zip(phi[1:], _inputs(x1, x2, t), strict=True)
                    )
                )
            ),
            "Units with a negative output weight differ: a negative factor cannot be "
            "pulled through the clipping.",
        ),
        mistake(
            _one(
                lambda x1, x2, a, phi, t: _output(_hidden(x1, x2, a, t), (0, *phi[1:]))
            ),
            "Your picture has the right shape at the wrong height.",
        ),
        mistake(
            _one(lambda x1, x2, a, phi, t: a(_output(_inputs(x1, x2, t), phi))),
            "You clip once, at the end. Every hidden unit clips its own "
            "pre-activation, and the output may be negative.",
        ),
        mistake(
            _one(lambda x1, x2, a, phi, t: _output(_hidden(x1, x2, relu, t), phi)),
            "Right for ReLU. But the activation function is an argument: you call one "
            "of your own instead.",
        ),
        mistake(
            _one(lambda x1, x2, a, phi, t: _output(_all_but(0, x1, x2, a, t), phi)),
            "Unit 1 is not clipped in yours.",
        ),
        mistake(
            _one(lambda x1, x2, a, phi, t: _output(_all_but(1, x1, x2, a, t), phi)),
            "Unit 2 is not clipped in yours.",
        ),
        mistake(
            _one(lambda x1, x2, a, phi, t: _output(_all_but(2, x1, x2, a, t), phi)),
            "Unit 3 is not clipped in yours.",
        ),
        mistake(
            _one(
                lambda x1, x2, a, phi, t: (
                    phi[0] * (_output(_hidden(x1, x2, a, t), phi) - phi[0])
                )
            ),
            "You multiply by `phi_0`. What does the output do with its offset?",
        ),
        mistake(
            _one(
                lambda x1, x2, a, phi, t: (
                    phi[0] + (_output(_hidden(x1, x2, a, t), phi) - phi[0]) / 3
                )
            ),
            "You average the three units. What does the output do with them?",
        ),
    ],
    hints=[
        "Write one line for each hidden unit. What goes into it at $(x_1, x_2)$?",
        "A unit has three parameters: one stands alone, one goes with each input.",
        "The last line adds an offset and three products.",
    ],
)

question(
    "3.2.6",
    title="How many regions?",
    prompt="Into how many regions do the three joints cut the square? Inside a region, "
    "no unit switches.",
    answer=number(
        7,
        tolerance=1e-9,
        feedback="Yes: a triangle in the middle, a region beyond each of its sides, "
        "and one beyond each of its corners.",
    ),
    near=[
        number(
            8,
            tolerance=1e-9,
            feedback="Can all eight on-off patterns really occur with three lines in a "
            "plane? Try to find a point for each.",
        ),
        number(
            6,
            tolerance=1e-9,
            feedback="Three lines through one point would make six. Do these three "
            "meet in one point?",
        ),
        number(
            4,
            tolerance=1e-9,
            feedback="Three joints make four parts of a *line*. In the plane, the "
            "joints cross each other.",
        ),
    ],
    otherwise="Draw the three lines on paper, as in the figure above. Count.",
)


def _mean_of_the_active(x, beta_0, omega_0, omega_1):
    active = np.sum(beta_0 + omega_0 @ x > 0)
    with np.errstate(invalid="ignore"):
        return gradient(x, beta_0, omega_0, omega_1) / active


def _of_the_first(x, beta_0, omega_0, omega_1):
    first = np.argmax(beta_0 + omega_0 @ x > 0)
    return omega_1[first] * omega_0[first]


exercise(
    "3.2.7",
    title="The gradient in a region",
    stub="def region_gradient(x, beta_0, omega_0, omega_1):\n    ...  # your code\n",
    solution=(
        "def region_gradient(x, beta_0, omega_0, omega_1):\n"
        "    active = beta_0 + omega_0 @ x > 0\n"
        "    return (omega_1 * active) @ omega_0\n"
    ),
    equivalent={"active = beta_0 + omega_0 @ x >= 0": "the point lies on no joint"},
    reference=gradient,
    cases=[
        case(
            np.array([3.0, 1.0]),
            np.array([-1.0, -1.0, 2.0]),
            np.array([[1.0, 2.0], [-1.0, 1.0], [0.0, 1.0]]),
            np.array([10.0, 5.0, -1.0]),
        ),
        case(np.array([2.0, 1.0]), _THETA[:, 0], _THETA[:, 1:], _PHI[0, 1:]),
        case(np.array([3.6, 4.7]), _THETA[:, 0], _THETA[:, 1:], _PHI[0, 1:]),
        case(np.array([8.0, 8.0]), _THETA[:, 0], _THETA[:, 1:], _PHI[1, 1:]),
        case(np.array([9, 1]), _THETA[:, 0], _THETA[:, 1:], _PHI[1, 1:]),
    ],
    random_case=lambda rng: case(
        rng.normal(size=2),
        rng.normal(size=5),
        rng.normal(size=(5, 2)),
        rng.normal(size=5),
    ),
    planted=[
        mistake(
            lambda x, beta_0, omega_0, omega_1: omega_1 @ omega_0,
            "You let every unit take part. Which of them notice a small step from x?",
        ),
        mistake(
            lambda x, beta_0, omega_0, omega_1: (
                (omega_1 * relu(beta_0 + omega_0 @ x)) @ omega_0
            ),
            "You weight the slopes with how active each unit is. For the gradient it "
            "only matters whether it is.",
        ),
        mistake(
            lambda x, beta_0, omega_0, omega_1: (
                np.where(beta_0 + omega_0 @ x > 0, 1.0, 0) @ omega_0
            ),
            "You add the slopes of the active units as they are. What does the output "
            "make of each unit?",
        ),
        mistake(
            lambda x, beta_0, omega_0, omega_1: (
                (omega_1 * (beta_0 + omega_0 @ x <= 0)) @ omega_0
            ),
            "You picked the units that are switched off.",
        ),
        mistake(
            lambda x, beta_0, omega_0, omega_1: (omega_1 * (omega_0 @ x > 0)) @ omega_0,
            "Your joints all pass through the point (0, 0). What moves them away?",
        ),
        mistake(
            lambda x, beta_0, omega_0, omega_1: (
                (omega_1 * (beta_0 + omega_0 @ x > 0))[:, None] * omega_0
            ),
            "A row for each unit came back, and the rows are right. What does the "
            "output do with its units?",
        ),
        mistake(
            lambda x, beta_0, omega_0, omega_1: omega_1 @ relu(beta_0 + omega_0 @ x),
            "This is the output, up to its offset. The gradient says how fast it "
            "changes along each input.",
        ),
        mistake(
            lambda x, beta_0, omega_0, omega_1: (
                (omega_1 * (beta_0 + omega_0 @ x)) @ omega_0
            ),
            "You weight the slopes with the pre-activations. For the gradient it "
            "only matters whether they are positive.",
        ),
        mistake(
            lambda x, beta_0, omega_0, omega_1: (
                (omega_1 * (omega_1 * (beta_0 + omega_0 @ x) > 0)) @ omega_0
            ),
            "You ask whether the *weighted* unit is positive. What decides whether "
            "a unit is active?",
        ),
        mistake(
            lambda x, beta_0, omega_0, omega_1: (
                (omega_1 * np.sign(beta_0 + omega_0 @ x)) @ omega_0
            ),
            "The units that are off take part with a minus sign in yours. Do they "
            "notice a small step?",
        ),
        mistake(
            lambda x, beta_0, omega_0, omega_1: (
                gradient(x, beta_0, omega_0, omega_1) * x
            ),
            "You multiply by `x`. In a region the output is a plane: does its slope "
            "depend on the place?",
        ),
        mistake(
            _mean_of_the_active,
            "You divide by the number of active units. What does the output do with "
            "them?",
        ),
        mistake(
            lambda x, beta_0, omega_0, omega_1: (
                (omega_1 * (beta_0 + omega_0 @ x > 0)) @ (omega_0 + beta_0[:, None])
            ),
            "You add the offsets to the slopes. Does a constant change a slope?",
        ),
        mistake(
            lambda x, beta_0, omega_0, omega_1: (
                gradient(x, beta_0, omega_0, omega_1)
                / np.linalg.norm(gradient(x, beta_0, omega_0, omega_1))
            ),
            "Your arrow has the right direction and the length 1. How steep is the "
            "plane?",
        ),
        mistake(
            lambda x, beta_0, omega_0, omega_1: _of_the_first(
                x, beta_0, omega_0, omega_1
            ),
            "You take one active unit. There may be several.",
        ),
    ],
    hints=[
        "Which units are active at $\\mathbf{x}$? A true-or-false array says it.",
        "Multiplying by true or false keeps or drops a unit.",
        "The result is a weighted sum of rows of `omega_0`; `@` computes it.",
    ],
)


def _same_region(first, second, beta_0, omega_0):
    return np.array_equal(beta_0 + omega_0 @ first > 0, beta_0 + omega_0 @ second > 0)


def _regions(first, second):
    return case(np.array(first), np.array(second), _THETA[:, 0], _THETA[:, 1:])


def _by_patterns(decide):
    """Write a wrong test of two patterns."""

    def wrong(first, second, beta_0, omega_0):
        return decide(beta_0 + omega_0 @ first > 0, beta_0 + omega_0 @ second > 0)

    return wrong


exercise(
    "3.2.8",
    title="The same region?",
    stub=(
        "def same_region(first, second, beta_0, omega_0):\n"
        "    active_first = beta_0 + omega_0 @ first > 0\n"
        "    active_second = beta_0 + omega_0 @ second > 0\n"
        "    return np.sum(active_first) == np.sum(active_second)\n"
    ),
    solution=(
        "def same_region(first, second, beta_0, omega_0):\n"
        "    active_first = beta_0 + omega_0 @ first > 0\n"
        "    active_second = beta_0 + omega_0 @ second > 0\n"
        "    return np.all(active_first == active_second)\n"
    ),
    equivalent={
        "active_first = beta_0 + omega_0 @ first >= 0": "no point is on a joint",
        "active_second = beta_0 + omega_0 @ second >= 0": "no point is on a joint",
        "the result has the first argument's type": "true is as good as 1",
    },
    reference=_same_region,
    cases=[
        _regions([1.0, 1.0], [4.0, 9.5]),
        _regions([1.0, 1.0], [2.0, 1.5]),
        _regions([1.0, 1.0], [9.0, 1.0]),
        _regions([9.0, 9.0], [8.0, 8.0]),
        _regions([9.0, 9.0], [5.0, 0.5]),
        _regions([3.6, 4.7], [1.0, 1.0]),
        _regions([2.0, 7.0], [2.0, 6.5]),
        _regions([2.0, 6.5], [2.0, 7.0]),
        _regions([2.0, 6.5], [2.0, 6.45]),
        _regions([2.0, 9.0], [9.0, 9.0]),
        _regions([3.6, 4.7], [9.0, 1.0]),
        _regions([2.0, 9.0], [5.0, 0.5]),
        _regions([0, 0], [0, 1]),
        case(
            np.array([1.0, 0.0, 2.0]),
            np.array([0.0, 1.0, -2.0]),
            np.array([0.1, -0.2]),
            np.array([[1.0, -1.0, 0.0], [-1.0, 1.0, 0.0]]),
        ),
        case(
            np.array([1.0]),
            np.array([2.0]),
            np.array([0.5, 1.0, 0.25]),
            np.array([[1.0], [2.0], [1.5]]),
        ),
    ],
    planted=[
        mistake(
            lambda first, second, beta_0, omega_0: bool(
                np.any(
                    (beta_0 + omega_0 @ first > 0) == (beta_0 + omega_0 @ second > 0)
                )
            ),
            "One unit that agrees is enough for you. How many must agree?",
        ),
        mistake(
            lambda first, second, beta_0, omega_0: bool(
                np.all((beta_0 + omega_0 @ first > 0) & (beta_0 + omega_0 @ second > 0))
            ),
            "You ask for all units to be active at both points. Two points where the "
            "same unit is off can share a region, too.",
        ),
        mistake(
            lambda first, second, beta_0, omega_0: bool(
                np.all((omega_0 @ first > 0) == (omega_0 @ second > 0))
            ),
            "Your joints all pass through the point (0, 0). What moves them away?",
        ),
        mistake(
            lambda first, second, beta_0, omega_0: bool(
                np.allclose(
                    relu(beta_0 + omega_0 @ first), relu(beta_0 + omega_0 @ second)
                )
            ),
            "You ask whether the activations are equal. In a region they vary; only "
            "one property of them stays.",
        ),
        mistake(
            lambda first, second, beta_0, omega_0: (
                (beta_0 + omega_0 @ first > 0) == (beta_0 + omega_0 @ second > 0)
            ),
            "An answer for each unit. One answer is asked for.",
        ),
        mistake(
            _by_patterns(lambda a, b: False),
            "You say false for each of these pairs. Two points need not be equal, nor "
            "their pre-activations, to share a region.",
        ),
        mistake(
            _by_patterns(lambda a, b: np.sum(a) == np.sum(b)),
            "You count. Equally many units can be active without being the same ones.",
        ),
        mistake(
            _by_patterns(lambda a, b: not np.all(a == b)),
            "You say true where a unit differs: what is asked is the reverse.",
        ),
        mistake(
            _by_patterns(lambda a, b: np.argmax(a) == np.argmax(b)),
            "You compare one unit of each point, the first active one.",
        ),
        mistake(
            _by_patterns(
                lambda a, b: np.sum(np.flatnonzero(a)) == np.sum(np.flatnonzero(b))
            ),
            "You add up the numbers of the active units. Different units can make "
            "the same sum.",
        ),
        mistake(
            _by_patterns(lambda a, b: np.all(a | ~b)),
            "You ask whether each unit that is active at the second point is active "
            "at the first. And the reverse?",
        ),
        mistake(
            _by_patterns(lambda a, b: np.all(~a | b)),
            "You ask whether each unit that is active at the first point is active "
            "at the second. And the reverse?",
        ),
        mistake(
            _by_patterns(lambda a, b: np.all(a[:2] == b[:2])),
            "You compare the first two units only.",
        ),
    ],
    hints=[
        "Look for two regions of the map above in which equally many units are active.",
        "Which units are active, not how many: compare entry by entry.",
        "`np.all` turns an array of true and false into one answer.",
    ],
)

question(
    "3.2.9",
    title="A second output",
    prompt="We add a second output to the same three hidden units, with weights of its "
    "own. How many regions are there in which *both* outputs are linear?",
    choices=[
        choice(
            "7, the same ones.",
            "Yes. The joints belong to the hidden units, and there are no new ones.",
            right=True,
        ),
        choice(
            "14, seven for each output.",
            "Where would the second seven come from? The output weights multiply the "
            "units after they were clipped: can they move a joint?",
        ),
        choice(
            "49, every region of one with every region of the other.",
            "That would be right for two networks with hidden units of their own, if "
            "every pair of regions overlapped. Here both outputs bend along the same "
            "lines.",
        ),
    ],
)

question(
    "3.2.10",
    title="Where nothing is active",
    prompt="What is the second output, $y_2$, in the triangle in the middle, where all "
    "three units are off?",
    answer=number(
        -2.0,
        tolerance=1e-9,
        feedback="Yes, its offset $\\phi_{20}$. Such a point is a fine test for a "
        "program: each output has to equal its own offset there.",
    ),
    near=[
        number(
            0.0,
            tolerance=1e-9,
            feedback="The *units* are zero there. Which parameter of the output "
            "multiplies no unit?",
        ),
        number(
            -4.2,
            tolerance=1e-6,
            feedback="You added all four parameters. Three of them multiply something.",
        ),
    ],
    otherwise="Insert three zeros for the hidden units in the equation of $y_2$, and "
    "look its numbers up above.",
)

exercise(
    "3.2.11",
    title="Two inputs, two outputs, three hidden units",
    stub="""def shallow_2_2_3(
    x1, x2, activation_fn, phi_10, phi_11, phi_12, phi_13,
    phi_20, phi_21, phi_22, phi_23,
    theta_10, theta_11, theta_12, theta_20, theta_21, theta_22,
    theta_30, theta_31, theta_32,
):
    # shallow_2_2_3: two inputs, two outputs, three hidden units
    ...  # your code
""",
    solution=(
        "def shallow_2_2_3(x1, x2, activation_fn, phi_10, phi_11, phi_12, phi_13,\n"
        "    phi_20, phi_21, phi_22, phi_23, theta_10, theta_11, theta_12,\n"
        "    theta_20, theta_21, theta_22, theta_30, theta_31, theta_32):\n"
        "    h1 = activation_fn(theta_10 + theta_11 * x1 + theta_12 * x2)\n"
        "    h2 = activation_fn(theta_20 + theta_21 * x1 + theta_22 * x2)\n"
        "    h3 = activation_fn(theta_30 + theta_31 * x1 + theta_32 * x2)\n"
        "    return (phi_10 + phi_11 * h1 + phi_12 * h2 + phi_13 * h3,\n"
        "            phi_20 + phi_21 * h1 + phi_22 * h2 + phi_23 * h3)\n"
    ),
    reference=two_outputs,
    published=published(
        "shallow_2_2_3(x1, x2, activation_fn, phi_10, phi_11, phi_12, phi_13, phi_20, "
        "phi_21, phi_22, phi_23, theta_10, theta_11, theta_12, theta_20, theta_21, "
        "theta_22, theta_30, theta_31, theta_32)",
        gives=lambda result: result[:2],
    ),
    cases=[
        case(2.0, 1.0, relu, 7.0, 10.0, -1.0, 3.0, 5.0, 1.0, 2.0, -4.0, *_SMALL_THETA),
        case(3.6, 4.7, relu, *_PHI.ravel(), *_THETA.ravel()),
        case(_X1, _X2, relu, *_PHI.ravel(), *_THETA.ravel()),
        case(_TABLE, _TABLE[::-1], relu, *_PHI.ravel(), *_THETA.ravel()),
        case(
            _TABLE / 9,
            _TABLE[::-1] / 9,
            np.tanh,
            *_ODD_PHI,
            0.9,
            -0.6,
            1.7,
            -0.3,
            *_ODD_THETA,
        ),
        case(_WHOLE, _WHOLE[::-1], relu, *_PHI.ravel(), *_THETA.ravel()),
    ],
    random_case=lambda rng: case(
        *_random_points(rng), relu, *rng.normal(size=8), *rng.normal(size=9)
    ),
    planted=[
        mistake(
            _two(
                lambda x1, x2, a, phi, t: tuple(
                    _output(_hidden(x1, x2, a, t), p) for p in phi.reshape(4, 2).T
                )
            ),
            "Where all units are off each output must equal its own offset: test such "
            "a point.",
        ),
        mistake(
            _two(
                lambda x1, x2, a, phi, t: tuple(
                    _output(_hidden(x1, x2, a, t), p) for p in phi[::-1]
                )
            ),
            "Both outputs are right and they come in the other order.",
        ),
        mistake(
            _two(
                lambda x1, x2, a, phi, t: (
                    _output(_hidden(x1, x2, a, t), phi[0]),
                    _output(_hidden(x1, x2, a, t), [phi[1, 0], *phi[0, 1:]]),
                )
            ),
            "Your outputs differ by a constant. The second one has weights of its own.",
        ),
        mistake(
            _two(
                lambda x1, x2, a, phi, t: (
                    *[_output(_hidden(x1, x2, a, t), phi[0])] * 2,
                )
            ),
            "Both of your outputs are the first one.",
        ),
        mistake(
            _two(
                lambda x1, x2, a, phi, t: tuple(
                    _output(_hidden(x1, x1, a, t), p) for p in phi
                )
            ),
            "Your outputs do not change when only x2 changes.",
        ),
        mistake(
            _two(
                lambda x1, x2, a, phi, t: (
                    _output(_hidden(x1, x2, a, t), phi[0]),
                    _output(_hidden(x1, x2, a, t), [phi[0, 0], *phi[1, 1:]]),
                )
            ),
            "Your second output has the right shape at the wrong height. Look at the "
            "first index of each parameter in its line.",
        ),
        mistake(
            _two(
                lambda x1, x2, a, phi, t: tuple(
                    _output(_inputs(x1, x2, t), p) for p in phi
                )
            ),
            "Both outputs are flat planes. What clips the plane of each unit?",
        ),
        mistake(
            _two(
                lambda x1, x2, a, phi, t: tuple(
                    _output(_hidden(x1, x2, relu, t), p) for p in phi
                )
            ),
            "Right for ReLU. But the activation function is an argument: you call "
            "one of your own instead.",
        ),
        mistake(
            _two(
                lambda x1, x2, a, phi, t: (
                    _output(_hidden(x1, x2, a, t), phi[0]),
                    _output(_hidden(x1, x2, a, t), phi[0] + phi[1]),
                )
            ),
            "Your second output contains the first. Does one output see another?",
        ),
        mistake(
            _two(
                lambda x1, x2, a, phi, t: tuple(
                    _output(_hidden(x1, x2, a, t), [0, *p[1:]]) for p in phi
                )
            ),
            "Both outputs have the right shape at the wrong height.",
        ),
        mistake(
            _two(
                lambda x1, x2, a, phi, t: tuple(
                    _output(_hidden(x1, x2, a, np.reshape(t, (3, 3)) * [0, 1, 1]), p)
                    for p in phi
                )
            ),
            "Your joints all pass through the point (0, 0). What moves them away?",
        ),
    ],
    hints=[
        "Compute the three hidden units once. Do they know how many outputs there are?",
        "The second output is the first with other numbers: which ones?",
        "`return y1, y2` returns both.",
    ],
)

exercise(
    "3.2.12",
    title="Any number of inputs, units and outputs",
    stub="def network(x, beta_0, omega_0, beta_1, omega_1):\n    ...  # your code\n",
    solution=(
        "def network(x, beta_0, omega_0, beta_1, omega_1):\n"
        "    z = beta_0[:, None] + omega_0 @ x\n"
        "    return beta_1[:, None] + omega_1 @ np.maximum(0, z)\n"
    ),
    reference=shallow_network,
    cases=[
        case(
            np.array([[2.0, 0.0, 1.0], [1.0, 3.0, 0.0]]),
            np.array([-1.0, 4.0, -3.0]),
            np.array([[1.0, 2.0], [-1.0, -1.0], [2.0, -1.0]]),
            np.array([7.0, 5.0]),
            np.array([[10.0, -1.0, 3.0], [1.0, 2.0, -4.0]]),
        ),
        case(
            np.stack([_X1, _X2]), _THETA[:, 0], _THETA[:, 1:], _PHI[:, 0], _PHI[:, 1:]
        ),
        case(
            np.arange(12.0).reshape(3, 4) - 5,
            np.array([1.0, -2.0, 0.5, 0.0, 1.0]),
            np.linspace(-1, 1, 15).reshape(5, 3),
            np.array([0.5]),
            np.array([[1.0, -1.0, 2.0, 0.5, 3.0]]),
        ),
        case(
            np.array([[0, 9, 4], [1, 0, 7]]),
            _THETA[:, 0],
            _THETA[:, 1:],
            _PHI[:, 0],
            _PHI[:, 1:],
        ),
    ],
    random_case=lambda rng: case(
        rng.normal(size=(4, 6)),
        rng.normal(size=5),
        rng.normal(size=(5, 4)),
        rng.normal(size=3),
        rng.normal(size=(3, 5)),
    ),
    planted=[
        mistake(
            lambda x, beta_0, omega_0, beta_1, omega_1: (
                beta_1[:, None] + omega_1 @ relu(beta_0 + omega_0 @ x)
            ),
            "Each hidden unit has its own offset; you gave each example its own. Turn "
            "the offsets into a column.",
        ),
        mistake(
            lambda x, beta_0, omega_0, beta_1, omega_1: (
                beta_1[:, None] + omega_1 @ (beta_0[:, None] + omega_0 @ x)
            ),
            "Without the activation, two layers of straight functions are one.",
        ),
        mistake(
            lambda x, beta_0, omega_0, beta_1, omega_1: relu(
                beta_1[:, None] + omega_1 @ relu(beta_0[:, None] + omega_0 @ x)
            ),
            "Your outputs are never negative: the last layer is not clipped.",
        ),
        mistake(
            lambda x, beta_0, omega_0, beta_1, omega_1: (
                omega_1 @ relu(beta_0[:, None] + omega_0 @ x)
            ),
            "The right shape at the wrong height, in every output.",
        ),
        mistake(
            lambda x, beta_0, omega_0, beta_1, omega_1: (
                beta_1[:, None] + omega_1 @ relu(omega_0 @ x)
            ),
            "Your joints all pass through the origin. What moves them away?",
        ),
        mistake(
            lambda x, beta_0, omega_0, beta_1, omega_1: (
                (beta_1[:, None] + omega_1 @ relu(beta_0[:, None] + omega_0 @ x)).T
            ),
            "Examples are columns here; yours came out as rows.",
        ),
        mistake(
            lambda x, beta_0, omega_0, beta_1, omega_1: (
                beta_1 + omega_1 @ relu(beta_0[:, None] + omega_0 @ x)
            ),
            "The hidden layer is right. Each output has its own offset: which shape "
            "has to meet the columns of examples?",
        ),
        mistake(
            lambda x, beta_0, omega_0, beta_1, omega_1: (
                beta_1 + omega_1 @ relu(beta_0 + omega_0 @ x)
            ),
            "Offsets belong to units and outputs, not to examples. In which "
            "direction do the flat arrays of offsets lie?",
        ),
        mistake(
            lambda x, beta_0, omega_0, beta_1, omega_1: (
                beta_1[:, None] + omega_1 @ (beta_0[:, None] + relu(omega_0 @ x))
            ),
            "You clip before the offset is added. When does a unit switch?",
        ),
        mistake(
            lambda x, beta_0, omega_0, beta_1, omega_1: (
                beta_1[:, None] + omega_1 @ (beta_0[:, None] + omega_0 @ x > 0)
            ),
            "Your hidden units are zero or one. What does ReLU make of a positive "
            "number?",
        ),
        mistake(
            lambda x, beta_0, omega_0, beta_1, omega_1: (
                beta_1[:, None] + omega_1 @ np.minimum(0, beta_0[:, None] + omega_0 @ x)
            ),
            "You keep the negative part and drop the positive one.",
        ),
        mistake(
            lambda x, beta_0, omega_0, beta_1, omega_1: (
                beta_1[:, None] + omega_1 @ np.abs(beta_0[:, None] + omega_0 @ x)
            ),
            "Your units turn negative numbers over. What does ReLU make of them?",
        ),
        mistake(
            lambda x, beta_0, omega_0, beta_1, omega_1: (
                beta_1[:, None]
                + omega_1 @ (1 / (1 + np.exp(-beta_0[:, None] - omega_0 @ x)))
            ),
            "This is a network with sigmoids. Which activation function is asked for?",
        ),
    ],
    hints=[
        "First the hidden layer: which shape must $\\boldsymbol{\\beta}_0$ have so "
        "that each row gets its own offset?",
        "`beta_0[:, None]` is a column, of shape (D, 1).",
        "The output layer has the same form, without the activation.",
    ],
)

exercise(
    "3.2.13",
    title="The larger of two numbers",
    stub="def larger():\n    ...  # your code\n",
    solution=(
        "def larger():\n"
        "    beta_0 = np.zeros(3)\n"
        "    omega_0 = np.array([[1, -1], [0, 1], [0, -1]])\n"
        "    return beta_0, omega_0, np.zeros(1), np.array([[1, 1, -1]])\n"
    ),
    reference=lambda: _units([0, 1, -1, 1], [0, 0, 1, 1], [0, 0, -1, -1]),
    accept=_is_the_larger,
    cases=[case()],
    planted=[
        mistake(
            lambda: _units([0, 1, -1, 1], [0, 0, 1, 1]),
            "Right wherever x2 is positive. How does a negative x2 get past ReLU?",
        ),
        mistake(
            lambda: _units([0, 1, -1, 1]),
            "This is by how much x1 is larger, if it is. Larger than what? Add that.",
        ),
        mistake(
            lambda: _units([0, 1, 0, 1], [0, 0, 1, 1]),
            "You add the positive parts of both. At (3, 2) that makes 5.",
        ),
        mistake(
            lambda: _units([0, 1, -1, 1], [0, -1, 1, 1]),
            "This is how far the two numbers are apart.",
        ),
        mistake(
            lambda: _units([0, -1, 1, -1], [0, 0, 1, 1], [0, 0, -1, -1]),
            "This is the smaller of the two.",
        ),
        mistake(
            lambda: _units([0, 1, -1, 1], [0, 1, 0, 1], [0, -1, 0, -1]),
            "To x1 you add the amount by which x1 is larger. Which of the two inputs "
            "needs it?",
        ),
        mistake(
            lambda: _units([0, 1, -1, 1], [0, 0, 1, 1], [0, 0, -1, 1]),
            "You add the size of x2, whatever its sign. With which sign does the "
            "negative part of x2 have to enter?",
        ),
        mistake(
            lambda: _units([0, 1, -1, 1], [9, 0, 1, 1], offset=-9.0),
            "Lifting x2 by a number lets it pass through ReLU, as far down as that "
            "number. The plane goes on below.",
        ),
        mistake(
            lambda: _units([0, 1, -1, 0.5], [0, -1, 1, 0.5]),
            "This is half of how far the two numbers are apart. What has to be "
            "added to it?",
        ),
        mistake(
            lambda: _units([0, 1, -1, -1], [0, 0, 1, 1], [0, 0, -1, -1]),
            "You begin with x2, and take away the amount by which x1 is larger. Should "
            "the output go down there?",
        ),
        mistake(
            lambda: _units([0, -1, 1, 1], [0, 0, 1, 1], [0, 0, -1, -1]),
            "To x2 you add the amount by which x2 is larger. Which of the two "
            "inputs needs it?",
        ),
        mistake(
            lambda: _units([0, 1, -1, 0.5], [0, 1, 1, 0.5]),
            "Half the sum and half the distance, but both only where they are "
            "positive. How do they get past ReLU elsewhere?",
        ),
    ],
    hints=[
        "Where is the joint of the output? On which side does it equal which input?",
        "$\\max[x_1, x_2] = x_2 + \\operatorname{ReLU}[x_1 - x_2]$. One unit does "
        "the second term.",
        "$x_2 = \\operatorname{ReLU}[x_2] - \\operatorname{ReLU}[-x_2]$: two more "
        "units, with the weights 1 and $-1$.",
    ],
)

exercise(
    "3.2.14",
    title="Fence the island in",
    stub="def fence(inner, outer):\n    ...  # your code\n",
    solution=(
        "def fence(inner, outer):\n"
        "    turns = 2 * np.pi * np.arange(5) / 5\n"
        "    arrows = np.stack([np.cos(turns), np.sin(turns)], axis=1)\n"
        "    beta_0 = -arrows @ inner.mean(axis=1) - 2.1\n"
        "    return beta_0, arrows, np.array([0.1]), -np.ones((1, 5))\n"
    ),
    equivalent={
        "turns = 2 * np.pi * np.arange(5) / 6": "five sides of a hexagon will do",
        "turns = 2 * np.pi * np.arange(5) / 4": "so will a square, one side twice",
        "turns = 3 * np.pi * np.arange(5) / 5": "these arrows point all around, too",
        "beta_0 = -arrows @ outer.mean(axis=1) - 2.1": "the outer points surround it",
        "right for the sizes of the first case only": "there are 300 points each",
        "the result has the first argument's type": "points are floats",
    },
    reference=_fence(5),
    accept=_is_a_fence,
    cases=[case(*_island(0, (5, 5))), case(*_island(1, (-3, 6)))],
    planted=[
        mistake(
            _fence(3),
            "The corners of a triangle reach too far out. What shape comes closer to a "
            "disk?",
        ),
        mistake(
            _fence(8),
            "A fine fence, with more than five units. Fewer sides are enough.",
        ),
        mistake(
            _fence(5, middle=np.array([5.0, 5.0])),
            "Right for the island of the page. The next one is somewhere else: what do "
            "the inner points tell you?",
        ),
        mistake(
            _fence(5, inside=0.0),
            "Inside the fence all units are off, and your output is exactly zero "
            "there. It has to be positive.",
        ),
        mistake(
            _inside_out,
            "Inside out: positive where it should be negative, and the reverse.",
        ),
        mistake(
            _fence(5, sign=-1),
            "Your fence is around another place: where is the pre-activation of a unit "
            "zero if the island is moved to the right?",
        ),
        mistake(
            _fence(5, reach=3.0),
            "The fence is too wide: its sides touch the nearest outer points and its "
            "corners are beyond them.",
        ),
        mistake(
            _fence(5, reach=1.0),
            "The fence runs across the island. How far from the middle does it have to "
            "be?",
        ),
        mistake(
            _fence(4, reach=2.6),
            "Four sides can do it if they are closer to the island. Where are the "
            "corners of this square?",
        ),
    ],
    hints=[
        "Start from the three units above. What keeps the triangle from the target?",
        "Take five arrows, evenly turned. A unit with an arrow of length 1 has its "
        "joint 2.1 from the middle if its offset is minus (arrow times middle) minus "
        "2.1.",
        "The middle is about `inner.mean(axis=1)`; the output is 0.1 minus the sum of "
        "the five units.",
    ],
)

question(
    "3.2.15",
    title="A joint that cannot be seen",
    prompt="Two hidden units have the pre-activations $z$ and $-z$, and the output is "
    "$\\mathrm{a}[z] - \\mathrm{a}[-z]$ with the ReLU. What does it look like at their "
    "common joint?",
    choices=[
        choice(
            "It bends there, twice as sharply as for one unit.",
            "Try $z = 1$ and $z = -1$. Which values come out, and which lie between?",
        ),
        choice(
            "It does not bend at all.",
            "Yes: for $z > 0$ the first term is $z$, for $z < 0$ the second is "
            "$-(-z) = z$. Both sides continue the same plane.",
            right=True,
        ),
        choice(
            "It is zero: the two units cancel.",
            "At every point at most one of the two is active. What is there to cancel "
            "it?",
        ),
    ],
)
