"""Exercises and questions of page 4.2, clipping functions."""

import numpy as np

from udl.datasets.networks import clipping_network
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
from udl.networks.deep import two_layers
from udl.networks.pieces import affine_pieces, zero_crossings

_BETAS, _OMEGAS = clipping_network()
_THETA, _PSI = (np.hstack([_BETAS[k], _OMEGAS[k]]) for k in (0, 1))
_PHI = np.append(_BETAS[2], _OMEGAS[2])
_SMALL = (
    np.array([0.0, 1.0, 3.0]),
    np.array([[-1.0, 1.0]]),
    np.array([[1.0, -1.0], [-1.0, 2.0]]),
    np.array([0.5, 2.0, -3.0]),
)


def _random_network(rng):
    return case(
        rng.normal(size=5),
        rng.normal(size=(4, 2)),
        rng.normal(size=(3, 5)),
        rng.normal(size=4),
    )


def _layers(x, theta, psi, phi, *, first=None, second=None, signs=1):
    """The network with other functions in place of the two clippings."""
    h = theta[:, :1] + theta[:, 1:] * x
    h = np.maximum(0, h) if first is None else first(h)
    sums = psi[:, :1] + psi[:, 1:] @ h
    clipped = np.maximum(0, sums) if second is None else second(sums)
    weighted = phi[1:, np.newaxis] * clipped
    return sums, clipped, weighted, phi[0] * signs + weighted.sum(axis=0)


def _weighted_before_clipping(x, theta, psi, phi):
    sums = _layers(x, theta, psi, phi)[0]
    clipped = np.maximum(0, phi[1:, np.newaxis] * sums)
    return sums, np.maximum(0, sums), clipped, phi[0] + clipped.sum(axis=0)


def _unclipped_contributions(x, theta, psi, phi):
    sums, clipped, _, _ = two_layers(x, theta, psi, phi)
    weighted = phi[1:, np.newaxis] * sums
    return sums, clipped, weighted, phi[0] + weighted.sum(axis=0)


def _clipped_output(x, theta, psi, phi):
    *layers, y = two_layers(x, theta, psi, phi)
    return *layers, np.maximum(0, y)


def _without_offsets(x, theta, psi, phi):
    bare = psi.copy()
    bare[:, 0] = 0
    return _layers(x, theta, bare, phi)


def _transposed(x, theta, psi, phi):
    turned = psi.copy()
    if psi.shape[0] == psi.shape[1] - 1:
        turned[:, 1:] = psi[:, 1:].T
    return _layers(x, theta, turned, phi)


def _published_layers(x, activation_fn, phi, psi, theta):
    """Give the ten results of the published notebook, which starts counting at 1."""
    parts = two_layers(x, theta[1:], psi[1:], np.ravel(phi), activation_fn)
    return parts[3], *parts[0], *parts[1], *parts[2]


def _published_case(x, theta, psi, phi):
    above = np.zeros((1, 4))
    return case(
        x, relu, phi[:, None], np.vstack([above, psi]), np.vstack([above[:, :2], theta])
    )


def _slope_at(x, theta, psi, phi, *, first=None, second=None, gate=None):
    """Give the slope by open paths, or with another rule for what is open."""
    z = theta[:, 0] + theta[:, 1] * x
    on = z > 0 if first is None else first(z)
    f = psi[:, 0] + psi[:, 1:] @ np.maximum(0, z)
    on_2 = f > 0 if second is None else second(f)
    weights = phi[1:] if gate is None else gate(phi[1:])
    return (weights * on_2) @ (psi[:, 1:] @ (theta[:, 1] * on))


def _second_layer(theta):
    psi = [[-1, 6.5, 3.5, -23], [2, -10, -5.5, 36], [3, -13, -9.5, 62]]
    return np.array(psi), np.array([0, 1, 1, 1])


def _thirteen(found, theta):
    """Tell whether a second layer makes 13 pieces of this first one."""
    try:
        psi, phi = (np.asarray(part, float) for part in found)
    except (TypeError, ValueError):
        return False
    if psi.shape != (3, 4) or phi.shape not in ((4,), (4, 1), (1, 4)):
        return False
    if not (np.isfinite(psi).all() and np.isfinite(phi).all()):
        return False
    betas = theta[:, :1], psi[:, :1], phi.ravel()[:1]
    omegas = theta[:, 1:], psi[:, 1:], phi.ravel()[None, 1:]
    return affine_pieces(betas, omegas, 0, 1)[1].size == 13


def _joints_between(x, z):
    return np.sort(np.concatenate([zero_crossings(x, z), zero_crossings(x, z - 1)]))


def _without_sign_check(x, z):
    share = z[:-1] / (z[:-1] - z[1:])
    return x[:-1] + share * np.diff(x)


def _in_changes(x, z):
    return np.flatnonzero(z[:-1] * z[1:] < 0)


def _from_share(share):
    """Crossings that lie some other share of the way from corner to corner."""

    def crossings(x, z):
        n = _in_changes(x, z)
        return x[n] + share(z[n], z[n + 1]) * (x[n + 1] - x[n])

    return crossings


def _share_alone(x, z):
    n = _in_changes(x, z)
    return x[n] + z[n] / (z[n] - z[n + 1])


def _falling_only(x, z):
    return zero_crossings(x, z)[z[_in_changes(x, z)] > 0]


def _in_pairs(x, z):
    return _at(x, z, z[:-1] * z[1:] < 0)


def _touching(x, z):
    return _at(x, z, z[:-1] * z[1:] <= 0)


def _at(x, z, chosen):
    n = np.flatnonzero(chosen)
    return x[n] + z[n] / (z[n] - z[n + 1]) * (x[n + 1] - x[n])


exercise(
    "4.2.1",
    title="Two hidden layers",
    stub="def two_layer_network(x, theta, psi, phi):\n    ...  # your code\n",
    solution=(
        "def two_layer_network(x, theta, psi, phi):\n"
        "    h = np.maximum(0, theta[:, :1] + theta[:, 1:] * x)\n"
        "    before = psi[:, :1] + psi[:, 1:] @ h\n"
        "    active = np.maximum(0, before)\n"
        "    weighted = phi[1:, None] * active\n"
        "    return before, active, weighted, phi[0] + weighted.sum(axis=0)\n"
    ),
    parts=["pre-activations", "activations", "contributions", "output"],
    equivalent={
        "the result has the first argument's type": "four results, of several shapes"
    },
    published=published(
        "shallow_1_1_3_3(x, activation_fn, phi, psi, theta)",
        reference=_published_layers,
        cases=[
            _published_case(np.array([0.0, 0.25, 0.6, 1.0, 0.9]), _THETA, _PSI, _PHI),
            _published_case(
                np.array([0.1, 0.9]), _THETA, _PSI, np.array([1.0, 2.0, 0.5, -1.0])
            ),
            _published_case(np.linspace(0, 1, 100), _THETA, -_PSI, _PHI[::-1]),
        ],
    ),
    reference=two_layers,
    cases=[
        case(*_SMALL),
        case(np.array([0.0, 0.25, 0.6, 1.0]), _THETA, _PSI, _PHI),
        case(np.array([0.1, 0.9]), _THETA, _PSI, np.array([1.0, 2.0, 0.5, -1.0])),
        case(np.array([1, 0]), _THETA, _PSI, _PHI),
        case(
            np.array([1, 0, 4, 2]),
            np.array([[1, -1], [-2, 1]]),
            np.array([[1, -2, 1], [0, 3, -1], [-1, 0, 2]]),
            np.array([2, -1, 1, 3]),
        ),
    ],
    random_case=_random_network,
    orders=[(0, 3, 2, 1)],
    planted=[
        mistake(
            lambda x, theta, psi, phi: _layers(x, theta, psi, phi, first=lambda z: z),
            "The pre-activations of the second layer must have joints already. Yours "
            "are straight lines.",
        ),
        mistake(
            lambda x, theta, psi, phi: _layers(x, theta, psi, phi, second=lambda z: z),
            "New joints appear where a pre-activation of the second layer crosses "
            "zero. Yours go on below zero as if nothing had happened.",
        ),
        mistake(
            _weighted_before_clipping,
            "You weight before you clip, so a negative weight cuts off what should be "
            "passed on. In which order do the equations do it?",
        ),
        mistake(
            lambda x, theta, psi, phi: _layers(x, theta, psi, phi, signs=0),
            "Your output lacks its own offset.",
        ),
        mistake(
            _without_offsets,
            "The second layer has offsets too: which column of `psi` holds them?",
        ),
        mistake(
            _transposed,
            "The weights of a unit are in its row of `psi`. Do you run down a column?",
        ),
        mistake(
            _unclipped_contributions,
            "Your contributions weight the pre-activations. What do the units pass on?",
        ),
        mistake(
            _clipped_output,
            "Your output is never negative. Does an activation function act on it?",
        ),
        mistake(
            lambda x, theta, psi, phi: two_layers(x, theta, psi, np.roll(phi, 1)),
            "Count again in `phi`: it begins with the offset. Which entry belongs to "
            "unit 1?",
        ),
        mistake(
            lambda x, theta, psi, phi: two_layers(x, theta, np.roll(psi, 1, 1), phi),
            "You take the offsets of the second layer from the last column of `psi`. "
            "In which order does the page write a row?",
        ),
        mistake(
            lambda x, theta, psi, phi: two_layers(x, theta[:, ::-1], psi, phi),
            "In the first layer you have offset and slope exchanged.",
        ),
        mistake(
            lambda x, theta, psi, phi: two_layers(x, theta, psi, phi)[3],
            "The output alone. Asked for are four arrays: pre-activations, "
            "activations, contributions and output.",
        ),
    ],
    hints=[
        "Begin with the first layer: an offset and a slope for each row, "
        "`theta[:, :1]` and `theta[:, 1:]`. What shape has their combination with `x`?",
        "For all units at once, the sum over $j$ is a matrix product, "
        "`psi[:, 1:] @ h`.",
        "The contributions are `phi[1:, None]` times the activations; the output adds "
        "them over the rows, and `phi[0]`.",
    ],
)

question(
    "4.2.2",
    title="Which joints are where?",
    prompt="At $x=0.5$ the second unit of the first layer becomes active. All three "
    "units of the second layer give it a weight that is not zero. Must the output have "
    "a joint there?",
    choices=[
        choice(
            "Yes: each of the three lines has a joint there.",
            "Each pre-activation has one. What becomes of it where the line is below "
            "zero?",
        ),
        choice(
            "No: joints of the first layer never reach the output.",
            "They do, through every unit of the second layer that is active there.",
        ),
        choice(
            "Only if some of the three are positive there, and their changes of slope "
            "do not cancel.",
            "Right. A joint below zero is cut off together with its line. Look at the "
            "second and third panel, at 0.5.",
            right=True,
        ),
    ],
)

question(
    "4.2.3",
    title="A joint by hand",
    prompt="Left of 0.3 only $h_1 = 0.3 - x$ is active. Write $f_3'$ as a straight "
    "line in $x$ there. Where does unit 3 of the second layer make a joint?",
    answer=number(
        0.39 / 2.3,
        tolerance=1e-3,
        feedback="Yes: $0.3 - 2.3(0.3-x) = -0.39 + 2.3x$ is zero at "
        "$0.39/2.3 = 0.1696$, which is left of 0.3.",
    ),
    near=[
        number(
            0.3,
            tolerance=1e-3,
            feedback="There the *first* layer has a joint. Where is $f_3'$ zero?",
        ),
        number(
            0.3 / 2.3,
            tolerance=1e-3,
            feedback="That is the value of $h_1$ at the joint, not its place. For "
            "which $x$ is $h_1$ that large?",
        ),
        number(
            0.99 / 2.3,
            tolerance=1e-3,
            feedback="Outside of the interval $x<0.3$. Check the sign in front of "
            "$2.3$.",
        ),
        number(
            -0.39 / 2.3,
            tolerance=1e-3,
            feedback="Check the sign: $-0.39 + 2.3x = 0$.",
        ),
        number(
            0.2,
            tolerance=1e-3,
            feedback="There unit 2 makes a joint. Use the third row of $\\psi$, "
            "which begins with 0.3.",
        ),
    ],
    otherwise="Write $f_3' = 0.3 - 2.3h_1$, insert $h_1$, and set it to zero.",
)

question(
    "4.2.4",
    title="Joints of one unit",
    prompt="How many new joints can a single unit of the second layer make at most, if "
    "the first layer has three units?",
    answer=number(
        4,
        tolerance=0.01,
        feedback="Yes: three joints divide the axis into four intervals, and in each "
        "the line is straight and crosses zero at most once. Three such units can make "
        "twelve, and with three joints of the first layer that is fifteen: sixteen "
        "pieces, the product $(3+1)(3+1)$ of page 4.1.",
    ),
    near=[
        number(
            3,
            tolerance=0.01,
            feedback="That is how many joints the line has. How many straight parts?",
        ),
        number(
            1,
            tolerance=0.01,
            feedback="That holds for a straight line. This one has joints already.",
        ),
        number(
            2,
            tolerance=0.01,
            feedback="A line with one joint can cross zero twice. This one has three.",
        ),
        number(
            12,
            tolerance=0.01,
            feedback="That would be for all three units of the second layer together.",
        ),
    ],
    otherwise="Draw a line with three joints that zigzags across zero.",
)

exercise(
    "4.2.5",
    title="Where a bent line crosses zero",
    stub="def crossings_of(x, z):\n    ...  # your code\n",
    solution=(
        "def crossings_of(x, z):\n"
        "    n = np.flatnonzero(z[:-1] * z[1:] < 0)\n"
        "    share = z[n] / (z[n] - z[n + 1])\n"
        "    return x[n] + share * (x[n + 1] - x[n])\n"
    ),
    equivalent={
        "n = np.flatnonzero(z[:-1] / z[1:] < 0)": "quotient and product have one sign",
        "n = np.flatnonzero(z[:-1] * z[1:] <= 0)": "no corner is at zero",
    },
    reference=zero_crossings,
    cases=[
        case(np.array([0.0, 4.0, 6.0]), np.array([1.0, -3.0, 3.0])),
        case(np.array([0.0, 4.0, 6.0, 7.0]), np.array([1.0, 2.0, -1.0, -2.0])),
        case(np.array([-1.0, 0.0, 2.0]), np.array([2.0, 1.0, 3.0])),
        case(np.array([0, 1, 4, 7, 9]), np.array([-5, 3, 4, -2, 6])),
        case(np.array([-9.0, -7.0, -4.0, -3.0]), np.array([-1.0, 9.0, 2.0, -6.0])),
        case(
            np.array([0.0, 0.3, 0.5, 0.75, 1.0]),
            np.array([0.4, -0.2, -0.2, 0.43, -0.2]),
        ),
    ],
    random_case=lambda rng: case(np.sort(rng.uniform(0, 3, 8)), rng.normal(size=8)),
    planted=[
        mistake(
            lambda x, z: ((x[:-1] + x[1:]) / 2)[_in_changes(x, z)],
            "You answer with the middle between two corners. Is zero reached halfway, "
            "however high the one and however low the other?",
        ),
        mistake(
            lambda x, z: x[_in_changes(x, z)],
            "You answer with the corner before the crossing. How far is it from there?",
        ),
        mistake(
            lambda x, z: x[_in_changes(x, z) + 1],
            "You answer with the corner after the crossing. The line was zero before.",
        ),
        mistake(
            _without_sign_check,
            "You extend each straight part until it is zero. Does that happen between "
            "its two corners?",
        ),
        mistake(
            lambda x, z: np.array(
                [
                    x[n] + z[n] / (z[n] + z[n + 1]) * (x[n + 1] - x[n])
                    for n in _in_changes(x, z)
                ]
            ),
            "The two heights have opposite signs: how far apart are they?",
        ),
        mistake(
            _from_share(lambda here, there: here / (there - here)),
            "Your crossings lie outside of their two corners. Check the sign of the "
            "share.",
        ),
        mistake(
            _from_share(lambda here, there: there / (there - here)),
            "Your share is measured from the other corner. Which of the two is the "
            "crossing nearer to: the one far from zero, or the one close to it?",
        ),
        mistake(
            _share_alone,
            "A share is a share of something. How far is it from one corner to the "
            "next?",
        ),
        mistake(
            _falling_only,
            "You find where the line falls through zero. And where it rises?",
        ),
        mistake(
            lambda x, z: _in_changes(x, z).size,
            "You count the crossings. Asked for are their places.",
        ),
        mistake(
            lambda x, z: zero_crossings(x, z)[:1],
            "You stop at the first crossing. There may be more.",
        ),
    ],
    hints=[
        "When do two neighboring heights have a zero between them? Think of their "
        "signs.",
        "From height $z_n$ to $z_{n+1}$ the line falls by $z_n - z_{n+1}$. To reach "
        "zero it has to fall by $z_n$.",
        "Go the share $z_n/(z_n - z_{n+1})$ of the way from $x_n$ to $x_{n+1}$.",
    ],
)

question(
    "4.2.6",
    title="A slope by hand",
    prompt="At $x=0.1$ only $h_1 = 0.3 - x$ is active in the first layer. Which units "
    "of the second layer are active there, and what is the slope of the output?",
    answer=number(
        2,
        tolerance=0.001,
        feedback="Yes. $f_1' = 0.7$ and $f_2' = 0.2$ are positive, $f_3' = -0.16$ is "
        "not. Two paths are open: $0.5\\cdot 2\\cdot(-1) = -1$ and "
        "$-1.5\\cdot 2\\cdot(-1) = 3$.",
    ),
    near=[
        number(
            7.06,
            tolerance=0.001,
            feedback="You let all three units of the second layer contribute. What is "
            "$f_3'$ at 0.1?",
        ),
        number(
            -2,
            tolerance=0.001,
            feedback="Check the slope of $h_1$: does it rise or fall?",
        ),
        number(
            -1,
            tolerance=0.001,
            feedback="That is the part that comes through unit 1. Is unit 2 active?",
        ),
        number(
            3,
            tolerance=0.001,
            feedback="That is the part that comes through unit 2. Is unit 1 active?",
        ),
        number(
            -4,
            tolerance=0.001,
            feedback="The slopes of $f_1'$ and $f_2'$ have been added as they are. "
            "With which weights do the two units enter the output?",
        ),
        number(
            4.06,
            tolerance=0.001,
            feedback="Unit 3 contributes in your answer, and unit 2 does not. "
            "Evaluate all three pre-activations at 0.1.",
        ),
    ],
    otherwise="Evaluate $f_1'$, $f_2'$ and $f_3'$ at 0.1 with $h_1 = 0.2$. For each "
    "that is positive, multiply the three weights on the way from $x$ to $y'$.",
)

exercise(
    "4.2.7",
    title="The slope at one input",
    stub="def slope_at(x, theta, psi, phi):\n    ...  # your code\n",
    solution=(
        "def slope_at(x, theta, psi, phi):\n"
        "    z = theta[:, 0] + theta[:, 1] * x\n"
        "    f = psi[:, 0] + psi[:, 1:] @ np.maximum(0, z)\n"
        "    slopes_h = theta[:, 1] * (z > 0)\n"
        "    slopes_f = psi[:, 1:] @ slopes_h\n"
        "    return phi[1:] @ (slopes_f * (f > 0))\n"
    ),
    equivalent={
        "slopes_h = theta[:, 1] * (z >= 0)": "no input is at a joint",
        "return slopes_f * (f > 0) @ phi[1:]": "a sum of the same products",
        "return phi[1:] @ (slopes_f * (f >= 0))": "no input is at a joint",
    },
    reference=_slope_at,
    rtol=1e-5,
    atol=1e-6,
    cases=[
        case(1.7, *_SMALL[1:]),
        case(1, _THETA, _PSI, _PHI),
        case(0.1, _THETA, _PSI, _PHI),
        case(0.6, _THETA, _PSI, _PHI),
        case(0.8, _THETA, _PSI, _PHI),
        case(0.4, _THETA, _PSI, _PHI),
        case(0.98, _THETA, _PSI, np.array([1.0, 2.0, 0.5, -1.0])),
        case(
            3,
            np.array([[1, -1], [-2, 1], [4, 2], [0, 1]]),
            np.array([[1, -2, 1, 2, 1], [0, 3, -1, 1, -2]]),
            np.array([2, -1, 3]),
        ),
    ],
    random_case=lambda rng: case(rng.normal(), *_random_network(rng).args[1:]),
    planted=[
        mistake(
            lambda x, theta, psi, phi: _slope_at(
                x, theta, psi, phi, first=lambda z: 1, second=lambda f: 1
            ),
            "You add all paths, open or not. Which units are active at this `x`?",
        ),
        mistake(
            lambda x, theta, psi, phi: _slope_at(x, theta, psi, phi, first=lambda z: 1),
            "Paths through inactive units of the first layer count in your answer.",
        ),
        mistake(
            lambda x, theta, psi, phi: _slope_at(
                x, theta, psi, phi, second=lambda f: 1
            ),
            "Paths through inactive units of the second layer count in your answer.",
        ),
        mistake(
            lambda x, theta, psi, phi: _slope_at(
                x, theta, psi, phi, gate=lambda weights: np.ones_like(weights)
            ),
            "Your paths end at the second layer. Which weights lead on to the output?",
        ),
        mistake(
            lambda x, theta, psi, phi: _layers(np.array([x]), theta, psi, phi)[3][0],
            "That is the output. Asked for is its slope.",
        ),
        mistake(
            lambda x, theta, psi, phi: (
                phi[0]
                + phi[1:]
                @ (
                    (_layers(np.array([x]), theta, psi, phi)[0][:, 0] > 0)
                    * (
                        psi[:, 0]
                        + psi[:, 1:]
                        @ (theta[:, 1] * (theta[:, 0] + theta[:, 1] * x > 0))
                    )
                )
            ),
            "Your slope contains offsets. What does an offset do to a slope?",
        ),
        mistake(
            lambda x, theta, psi, phi: (
                phi[1:]
                @ (
                    (psi[:, 1:] @ (theta[:, 1] * (theta[:, 0] + theta[:, 1] * x > 0)))
                    * (psi[:, 1:] @ np.maximum(0, theta[:, 0] + theta[:, 1] * x) > 0)
                )
            ),
            "When you ask which units of the second layer are active, their offsets "
            "are missing.",
        ),
        mistake(
            lambda x, theta, psi, phi: (
                phi[1:]
                @ np.maximum(
                    0, psi[:, 1:] @ (theta[:, 1] * (theta[:, 0] + theta[:, 1] * x > 0))
                )
            ),
            "You cut off negative slopes. It is the pre-activation that must be "
            "positive, not its slope.",
        ),
        mistake(
            lambda x, theta, psi, phi: (
                phi[1:]
                @ (
                    (psi[:, 1:] @ (theta[:, 0] * (theta[:, 0] + theta[:, 1] * x > 0)))
                    * (_layers(np.array([x]), theta, psi, phi)[0][:, 0] > 0)
                )
            ),
            "You take offsets of the first layer for slopes.",
        ),
        mistake(
            lambda x, theta, psi, phi: (
                phi[1:]
                * (
                    (psi[:, 1:] @ (theta[:, 1] * (theta[:, 0] + theta[:, 1] * x > 0)))
                    * (_layers(np.array([x]), theta, psi, phi)[0][:, 0] > 0)
                )
            ),
            "You have what each unit of the second layer contributes to the slope. The "
            "output adds them up.",
        ),
        mistake(
            lambda x, theta, psi, phi: (
                phi[1:]
                @ (
                    (psi[:, 1:] @ (theta[:, 1] * (theta[:, 0] + theta[:, 1] * x > 0)))
                    * (psi[:, 0] + psi[:, 1:] @ (theta[:, 0] + theta[:, 1] * x) > 0)
                )
            ),
            "When you ask which units of the second layer are active, the first layer "
            "is not clipped.",
        ),
    ],
    hints=[
        "Which units of the first layer are active at `x`? With these, which of the "
        "second?",
        "The slope of $h_j$ is $\\theta_{j1}$ or 0. From these slopes you get those of "
        "the $f_d'$ by `psi[:, 1:] @ ...`.",
        "A truth value counts as 0 or 1 in a product: `theta[:, 1] * (z > 0)`.",
    ],
)

question(
    "4.2.8",
    title="Raise an offset",
    prompt="$\\psi_{10}$ rises from 0.3 to 0.8, and unit 1 contributes with the weight "
    "$\\phi_1' = 0.5$. What does the output do?",
    choices=[
        choice(
            "It rises by 0.25 everywhere.",
            "Where unit 1 was clipped, its line has to climb up to zero first. Is the "
            "rise the same there?",
        ),
        choice(
            "It rises by 0.25 where unit 1 was active, and by less where it was "
            "clipped.",
            "Yes. Where the unit was clipped, part of the rise is used up below zero. "
            "On the way its two joints move toward each other, meet and vanish.",
            right=True,
        ),
        choice(
            "It rises by 0.5 everywhere.",
            "Which weight does unit 1 have in the output? And what about the "
            "places where the unit is clipped?",
        ),
        choice(
            "Its shape moves to the left.",
            "An offset of the *first* layer would move a joint along the axis. This "
            "one is added to a line that is bent already.",
        ),
    ],
)

question(
    "4.2.9",
    title="Turn a unit around",
    prompt="All four numbers of the second row of $\\psi$ change their signs. What "
    "happens to the contribution of unit 2?",
    choices=[
        choice(
            "What was clipped appears, and what was visible vanishes.",
            "Yes. The line turns upside down before it is cut. The joints stay where "
            "they were.",
            right=True,
        ),
        choice(
            "It changes its sign.",
            "That would happen if the *output weight* changed its sign. Flipping "
            "happens before clipping: which part of the line survives now?",
        ),
        choice(
            "Nothing changes: a ReLU ignores the sign.",
            "A ReLU passes on what is positive. Which part of the line is positive "
            "after the flip?",
        ),
        choice(
            "It becomes zero everywhere.",
            "Only if the whole line had been positive before. Look at it again.",
        ),
    ],
)

question(
    "4.2.10",
    title="Change an output weight",
    prompt="$\\phi_3'$ changes from 2.2 to $-1$. What happens to the joints of the "
    "output?",
    choices=[
        choice(
            "Those made by unit 3 move.",
            "The joints are made where the pre-activation crosses zero. Does it "
            "contain $\\phi_3'$?",
        ),
        choice(
            "They all stay where they are; slopes change where unit 3 is active.",
            "Yes. The weight comes after the clipping.",
            right=True,
        ),
        choice(
            "Those made by unit 3 vanish, because its contribution is negative now.",
            "A negative contribution is not clipped any more: no ReLU follows it.",
        ),
        choice(
            "They all stay, and the output changes its sign.",
            "Only the contribution of unit 3 does. The two others are as before.",
        ),
    ],
)

exercise(
    "4.2.11",
    title="Thirteen pieces",
    stub="def second_layer(theta):\n    ...  # your code\n",
    solution=(
        "def second_layer(theta):\n"
        "    x = np.array([0, 0.4, 10 / 13, 1])\n"
        "    h = np.maximum(0, theta[:, :1] + theta[:, 1:] * x)\n"
        "    heights = [[1, -1, 1, -1], [-1, 2, -1, 2], [-1, 3, -2, 3]]\n"
        "    psi = heights @ np.linalg.inv(np.vstack([np.ones(4), h]))\n"
        "    return psi, np.array([0, 1, 1, 1])\n"
    ),
    equivalent=dict.fromkeys(
        [
            "x = np.array([0, 0.4, 11 / 13, 1])",
            "x = np.array([0, 0.4, 9 / 13, 1])",
            "x = np.array([0, 0.4, 10 / 14, 1])",
            "x = np.array([0, 0.4, 10 / 12, 1])",
            "heights = [[2, -1, 1, -1], [-1, 2, -1, 2], [-1, 3, -2, 3]]",
            "heights = [[1, -1, 2, -1], [-1, 2, -1, 2], [-1, 3, -2, 3]]",
            "heights = [[1, -1, 1, -1], [-1, 2, -1, 3], [-1, 3, -2, 3]]",
            "heights = [[1, -1, 1, -1], [-1, 2, -1, 2], [-2, 3, -2, 3]]",
            "heights = [[1, -1, 1, -1], [-1, 2, -1, 2], [-1, 3, -1, 3]]",
            "return (psi, np.array([1, 1, 1, 1]))",
            "return (psi, np.array([-1, 1, 1, 1]))",
            "return (psi, np.array([0, 2, 1, 1]))",
            "return (psi, np.array([0, 1, 2, 1]))",
            "return (psi, np.array([0, 1, 1, 2]))",
        ],
        "13 pieces as well",
    )
    | {
        "right for the sizes of the first case only": "there is one first layer",
        "the result has the first argument's type": "the first layer holds floats",
    },
    reference=_second_layer,
    cases=[case(_THETA)],
    accept=_thirteen,
    parts=["psi", "phi"],
    planted=[
        mistake(
            lambda theta: (_PSI, _PHI),
            "That is the second layer of the page: eleven pieces. Which of its units "
            "make fewer than three joints?",
        ),
        mistake(
            lambda theta: (_PSI, np.zeros(4)),
            "Your output weights are zero, and the output is flat.",
        ),
        mistake(
            lambda theta: (np.tile(_PSI[1], (3, 1)), np.arange(4)),
            "All three units have their joints at the same places.",
        ),
        mistake(
            lambda theta: (-np.abs(_PSI), np.ones(4)),
            "With negative numbers alone no pre-activation is ever positive.",
        ),
        mistake(
            lambda theta: (np.abs(_PSI), np.ones(4)),
            "With positive numbers alone no pre-activation is ever negative, and "
            "nothing is clipped.",
        ),
        mistake(
            lambda theta: (_PHI, _PSI),
            "These are the right shapes in the other order: first `psi`, then `phi`.",
        ),
        mistake(
            lambda theta: (_PSI * [[0], [1], [0]], np.ones(4)),
            "Only one of your units makes joints. You need three from each.",
        ),
    ],
    hints=[
        "Three joints are inherited. How many must each of the three units make, and "
        "in which of the four intervals can it make none?",
        "A pre-activation needs heights with alternating signs at 0, at 0.4, at the "
        "joint 10/13 and at 1. Are there enough numbers in a row of $\\psi$ to choose "
        "all four?",
        "Four heights are four linear equations for a row of $\\psi$, with the columns "
        "$(1, h_1, h_2, h_3)$ at the four places. `np.linalg.solve` does it. Choose "
        "heights of different sizes, so that no two units cross at one place.",
    ],
)

exercise(
    "4.2.12",
    title="Clipped at both ends",
    stub="def joints_between(x, z):\n    ...  # your code\n",
    solution=(
        "def joints_between(x, z):\n"
        "    below, above = crossings_of(x, z), crossings_of(x, z - 1)\n"
        "    return np.sort(np.concatenate([below, above]))\n"
    ),
    uses={"crossings_of": "4.2.5"},
    equivalent={
        "below, above = (crossings_of(x, z), crossings_of(x, 1 - z))": (
            "a line crosses zero where its mirror image does"
        ),
    },
    reference=_joints_between,
    cases=[
        case(np.array([0.0, 4.0, 6.0]), np.array([3.0, -1.0, 0.5])),
        case(np.array([0.0, 1.0, 3.0, 4.0]), np.array([0.2, 0.8, 0.5, 0.9])),
        case(np.array([-1.0, 0.0, 2.0]), np.array([2.0, 5.0, 3.0])),
        case(np.array([0.0, 2.0, 3.0, 7.0]), np.array([-1.0, 3.0, 0.5, 1.5])),
        case(np.array([0, 2, 3, 7, 9]), np.array([-1, 3, -2, -1, 4])),
        case(np.array([-8.0, -2.0]), np.array([0.5, -0.5])),
    ],
    random_case=lambda rng: case(
        np.sort(rng.uniform(-3, 3, 8)), rng.normal(0.5, 1, size=8)
    ),
    planted=[
        mistake(
            lambda x, z: zero_crossings(x, z),
            "The crossings of 0 alone are the joints of a ReLU. This unit clips above "
            "1 as well, and one list is to hold all of its joints.",
        ),
        mistake(
            lambda x, z: zero_crossings(x, z - 1),
            "These are the crossings of 1. The unit still clips below 0.",
        ),
        mistake(
            lambda x, z: np.concatenate(
                [zero_crossings(x, z), zero_crossings(x, z - 1)]
            ),
            "All joints are there. In which order?",
        ),
        mistake(
            lambda x, z: np.sort(
                np.concatenate([zero_crossings(x, z), zero_crossings(x, z + 1)])
            ),
            "You look for crossings of -1. Which line is zero where `z` is 1?",
        ),
        mistake(
            lambda x, z: zero_crossings(x, np.clip(z, 0, 1)),
            "You clip first. Once clipped, the line never goes below zero: what "
            "can still cross?",
        ),
        mistake(
            lambda x, z: np.sort(
                np.concatenate(
                    [x[1:-1], zero_crossings(x, z), zero_crossings(x, z - 1)]
                )
            ),
            "The corners themselves are joints that the unit inherits. Asked for are "
            "the new ones.",
        ),
        mistake(
            lambda x, z: np.concatenate(
                [zero_crossings(x, z - 1), zero_crossings(x, z)]
            ),
            "All joints are there, those at 1 before those at 0. Which order is asked?",
        ),
        mistake(
            lambda x, z: zero_crossings(x, z * (z - 1)),
            "The product is zero in the right places, but between two corners it is "
            "not a straight line.",
        ),
        mistake(
            lambda x, z: zero_crossings(x, z - 0.5),
            "You look where the line crosses the middle between 0 and 1. Where does "
            "this unit clip?",
        ),
    ],
    hints=[
        "Draw a line from -1 up to 3, and clip it at 0 and at 1. Where are the joints?",
        "You have a function for crossings of zero. Which line crosses zero where `z` "
        "crosses 1?",
    ],
)

exercise(
    "4.2.13",
    title="A corner at zero",
    stub=(
        "def exact_crossings(x, z):\n"
        "    n = np.flatnonzero(z[:-1] * z[1:] <= 0)\n"
        "    share = z[n] / (z[n] - z[n + 1])\n"
        "    return x[n] + share * (x[n + 1] - x[n])\n"
    ),
    solution=(
        "def exact_crossings(x, z):\n"
        "    kept = np.flatnonzero(z)\n"
        "    n = kept[:-1][z[kept[:-1]] * z[kept[1:]] < 0]\n"
        "    share = z[n] / (z[n] - z[n + 1])\n"
        "    return x[n] + share * (x[n + 1] - x[n])\n"
    ),
    equivalent={
        "n = kept[:-1][z[kept[:-1]] / z[kept[1:]] < 0]": "no kept height is zero",
        "n = kept[:-1][z[kept[:-1]] * z[kept[1:]] <= 0]": "no kept height is zero",
    },
    reference=zero_crossings,
    cases=[
        case(np.array([0.0, 1.0, 5.0]), np.array([2.0, 0.0, -1.0])),
        case(np.array([0.0, 1.0, 5.0, 6.0]), np.array([2.0, 0.0, 1.0, -3.0])),
        case(np.array([0.0, 2.0, 3.0]), np.array([-1.0, 0.0, 4.0])),
        case(np.array([0.0, 2.0, 3.0, 5.0]), np.array([0.0, 2.0, -3.0, 0.0])),
        case(
            np.array([0.0, 4.0, 6.0, 7.0, 9.0]), np.array([1.0, -3.0, 0.0, -3.0, 3.0])
        ),
        case(np.array([0, 1, 4, 7, 9, 12]), np.array([-5, 3, 0, -2, 6, 0])),
        case(np.array([-9.0, -7.0, -4.0]), np.array([-1.0, 9.0, -6.0])),
        case(
            np.array([0.0, 1.0, 2.0, 4.0, 5.0]), np.array([0.4, 0.0, 0.5, -0.3, -0.2])
        ),
    ],
    planted=[
        mistake(
            lambda x, z: _in_pairs(x, z),
            "Corners at zero are found no longer. Where the line goes through zero at "
            "a corner, that place belongs to the answer.",
        ),
        mistake(
            lambda x, z: np.unique(_touching(x, z)),
            "Each place comes once now. But a line that only touches zero, or "
            "begins there, does not cross it.",
        ),
        mistake(
            lambda x, z: zero_crossings(x[z != 0], z[z != 0]),
            "You leave corners at zero out, and then draw a straight line past them. "
            "The real one goes through the corner.",
        ),
        mistake(
            lambda x, z: zero_crossings(x, np.where(z == 0, 1e-9, z)),
            "You count zero as positive and answer with a place close by. Is it the "
            "corner exactly, and what of a line that touches zero from below?",
        ),
        mistake(
            lambda x, z: zero_crossings(x, z)[:1],
            "You stop at the first crossing.",
        ),
        mistake(
            lambda x, z: _at(x, z, (z[:-1] * z[1:] < 0) | (z[:-1] == 0)),
            "A corner at zero comes once now, wherever the line goes from there. What "
            "if it goes back to where it came from?",
        ),
        mistake(
            lambda x, z: _at(x, z, (z[:-1] * z[1:] < 0) | (z[1:] == 0)),
            "A corner at zero comes once now, wherever the line came from. Must it go "
            "on to the other side?",
        ),
        mistake(
            lambda x, z: _at(x, z, np.diff(z > 0)),
            "You count zero as negative. A line that touches zero from above then "
            "crosses it twice.",
        ),
    ],
    hints=[
        "Try heights 2, 0, -1, and then 2, 0, 1. What should come out, and what does?",
        "A corner at zero does not tell on which side the line goes on. Which corners "
        "do?",
        "Take the places of the heights that are not zero, `np.flatnonzero(z)`, and "
        "compare the signs of neighbors among these.",
    ],
)
