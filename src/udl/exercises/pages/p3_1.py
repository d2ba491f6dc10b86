"""Exercises and questions of page 3.1, shallow neural networks I."""

import numpy as np

from udl.datasets.regression import shallow_regression
from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.fitting.shallow_fits import best_output
from udl.losses.squared_error import sum_of_squares
from udl.networks.activations import relu
from udl.networks.shallow import joints, shallow_network, slopes, three_unit_network

_THETA_0, _THETA_1 = np.array([0.3, -1.0, -0.5]), np.array([-1.0, 2.0, 0.65])
_PHI = np.array([2.0, -1.0, 7.0])
_X, _Y = shallow_regression()
_F = shallow_network(_X, _THETA_0, _THETA_1, -0.3, _PHI)

exercise(
    "3.1.1",
    title="The rectified linear unit",
    stub="def ReLU(z):\n    ...  # your code\n",
    solution="def ReLU(z):\n    return np.maximum(0, z)\n",
    equivalent={
        "the result has the first argument's type": "ReLU keeps the type",
    },
    reference=relu,
    cases=[
        case(np.array([-1.0, 0.0, 2.5])),
        case(np.array([[-4.0, 0.5, 1.0], [7.0, -0.1, -0.2]])),
        case(np.array([-3, 0, 8])),
        case(np.array([1e12, -1e12])),
        case(np.float64(3.0)),
        case(np.float64(-2.0)),
    ],
    random_case=lambda rng: case(rng.normal(size=(3, 5))),
    curve=case(np.linspace(-5, 5, 101)),
    planted=[
        mistake(
            np.abs,
            "Look at z = -2 alone: a negative number comes out positive. What should "
            "become of it?",
        ),
        mistake(
            lambda z: np.max(np.maximum(0, z)),
            "One number comes back for a whole array. Each entry is to be compared "
            "with zero on its own.",
        ),
        mistake(
            lambda z: np.minimum(0.0, z),
            "You keep the negative numbers and clip the positive ones.",
        ),
        mistake(
            lambda z: np.clip(z, 0, 1),
            "Large numbers are clipped too. Is there an upper limit in the equation?",
        ),
        mistake(
            lambda z: 1.0 * (np.asarray(z) > 0),
            "This says where z is positive. What comes out there is not always one.",
        ),
        mistake(
            lambda z: np.where(np.asarray(z) < 0, 0.01 * np.asarray(z), z),
            "Negative numbers still leak through, a hundredth of them. That is another "
            "activation function.",
        ),
    ],
    hints=[
        "For one number: is it larger than zero? And if not?",
        "The larger of two numbers, element by element: numpy has a function for it, "
        "and it is not the one that finds the largest entry of an array.",
    ],
)


def _network_with(change):
    def function(x, a, p0, p1, p2, p3, t10, t11, t20, t21, t30, t31):
        return change(x, a, [p0, p1, p2, p3], [t10, t20, t30], [t11, t21, t31])

    return function


def _from_parts(before, after, weighted, offset):
    return (offset + sum(weighted), *before, *after, *weighted)


def _before(x, offsets, slopes):
    return [o + s * np.asarray(x) for o, s in zip(offsets, slopes, strict=True)]


def _stages(x, a, phi, offsets, slopes):
    before = _before(x, offsets, slopes)
    after = [a(z) for z in before]
    return before, after, [p * h for p, h in zip(phi[1:], after, strict=True)]


def _without_offset(x, a, phi, offsets, slopes):
    before = _before(x, offsets, slopes)
    after = [a(z) for z in before]
    weighted = [p * h for p, h in zip(phi[1:], after, strict=True)]
    return _from_parts(before, after, weighted, 0.0)


def _weight_first(x, a, phi, offsets, slopes):
    before = _before(x, offsets, slopes)
    after = [a(z) for z in before]
    weighted = [a(p * z) for p, z in zip(phi[1:], before, strict=True)]
    return _from_parts(before, after, weighted, phi[0])


def _weight_before_clipping(x, a, phi, offsets, slopes):
    before = _before(x, offsets, slopes)
    after = [a(z) for z in before]
    weighted = [p * z for p, z in zip(phi[1:], before, strict=True)]
    return _from_parts(before, after, weighted, phi[0])


def _exchanged(x, a, phi, offsets, slopes):
    before = _before(x, slopes, offsets)
    after = [a(z) for z in before]
    weighted = [p * h for p, h in zip(phi[1:], after, strict=True)]
    return _from_parts(before, after, weighted, phi[0])


def _clipped_output(x, a, phi, offsets, slopes):
    before = _before(x, offsets, slopes)
    after = [a(z) for z in before]
    weighted = [p * h for p, h in zip(phi[1:], after, strict=True)]
    y, *rest = _from_parts(before, after, weighted, phi[0])
    return (a(y), *rest)


def _offset_each(x, a, phi, offsets, slopes):
    before = _before(x, offsets, slopes)
    after = [a(z) for z in before]
    weighted = [p * h for p, h in zip(phi[1:], after, strict=True)]
    return _from_parts(before, after, weighted, 3 * phi[0])


def _unweighted_output(x, a, phi, offsets, slopes):
    before, after, weighted = _stages(x, a, phi, offsets, slopes)
    return (phi[0] + sum(after), *before, *after, *weighted)


def _always_relu(x, a, phi, offsets, slopes):
    return _from_parts(*_stages(x, relu, phi, offsets, slopes), phi[0])


def _output_last(x, a, phi, offsets, slopes):
    y, *rest = _from_parts(*_stages(x, a, phi, offsets, slopes), phi[0])
    return (*rest, y)


def _one_unit_after_the_other(x, a, phi, offsets, slopes):
    stages = _stages(x, a, phi, offsets, slopes)
    units = [row for unit in zip(*stages, strict=True) for row in unit]
    return (phi[0] + sum(stages[2]), *units)


exercise(
    "3.1.2",
    title="A network with three hidden units",
    stub=(
        "def shallow_1_1_3(x, activation, phi_0, phi_1, phi_2, phi_3,\n"
        "                  theta_10, theta_11, theta_20, theta_21, "
        "theta_30, theta_31):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "def shallow_1_1_3(x, activation, phi_0, phi_1, phi_2, phi_3,\n"
        "                  theta_10, theta_11, theta_20, theta_21, "
        "theta_30, theta_31):\n"
        "    offsets = np.array([[theta_10], [theta_20], [theta_30]])\n"
        "    slopes = np.array([[theta_11], [theta_21], [theta_31]])\n"
        "    z = offsets + slopes * x\n"
        "    h = activation(z)\n"
        "    weighted = np.array([[phi_1], [phi_2], [phi_3]]) * h\n"
        "    return (phi_0 + weighted.sum(axis=0), *z, *h, *weighted)\n"
    ),
    reference=three_unit_network,
    cases=[
        case(np.array([0.0, 1.0]), relu, 1, 2, 3, -4, 1, 1, -1, 2, 2, -1),
        case(np.array([0, 1, 2, 5]), relu, 0.5, 2, 1.5, -4, 1, 0.3, -1, 2, 2, -1),
        case(_X[:5], relu, -0.3, 2, -1, 7, 0.3, -1, -1, 2, -0.5, 0.65),
        case(_X[:5], np.tanh, -0.3, 2, -1, 7, 0.3, -1, -1, 2, -0.5, 0.65),
    ],
    random_case=lambda rng: case(rng.uniform(size=6), relu, *rng.normal(size=10)),
    uses={"ReLU": "3.1.1"},
    planted=[
        mistake(
            _network_with(_without_offset),
            "Your curve has the right shape at the wrong height.",
        ),
        mistake(
            _network_with(_weight_first),
            "Units with a negative output weight differ: a negative factor cannot be "
            "pulled through the clipping.",
        ),
        mistake(
            _network_with(_weight_before_clipping),
            "You weight the lines themselves, so that your output is a straight line. "
            "Which of the two rows of numbers is weighted?",
        ),
        mistake(
            _network_with(_exchanged),
            "Evaluate your pre-activations at x = 0: each should be the offset of its "
            "unit.",
        ),
        mistake(
            _network_with(_clipped_output),
            "The activation function is applied once too often: your output never "
            "gets below zero.",
        ),
        mistake(
            _network_with(_offset_each),
            "The height is wrong by twice the output's offset. How many times do you "
            "add it?",
        ),
        mistake(
            _network_with(_unweighted_output),
            "Your ten arrays are right but for the output. Of which group of three is "
            "it the sum?",
        ),
        mistake(
            _network_with(_always_relu),
            "Right for ReLU, and for nothing else. Which argument says what the "
            "activation function is?",
        ),
        mistake(
            _network_with(_output_last),
            "The ten arrays are right, the output last. In which order are they asked "
            "for?",
        ),
        mistake(
            _network_with(_one_unit_after_the_other),
            "The ten arrays are right, one unit after the other. In which groups are "
            "they asked for?",
        ),
    ],
    hints=[
        "Do one unit first: three lines, for its pre-activation, its activation and "
        "its weighted activation.",
        "The pre-activation of unit 1 is `theta_10 + theta_11 * x`. What is done to "
        "it next, and by which argument?",
        "The output is the offset `phi_0` and the three weighted activations. Return "
        "it first, then the three groups of three.",
    ],
)


def _by_inputs(theta_0, theta_1, phi, at):
    """Give the slopes at inputs between some joints, which may be wrong ones."""
    at = np.sort(at)
    inside = np.concatenate([[at[0] - 1], (at[1:] + at[:-1]) / 2, [at[-1] + 1]])
    on = np.asarray(theta_0)[:, None] + np.outer(theta_1, inside) > 0
    return (np.asarray(phi) * theta_1) @ on


def _all_to_the_right(theta_0, theta_1, phi):
    order = np.argsort(joints(theta_0, theta_1))
    return np.concatenate([[0.0], np.cumsum((np.asarray(phi) * theta_1)[order])])


def _in_the_order_of_the_units(theta_0, theta_1, phi):
    slope = np.sum((np.asarray(phi) * theta_1)[theta_1 < 0])
    return np.concatenate([[slope], slope + np.cumsum(phi * np.abs(theta_1))])


def _unsorted(theta_0, theta_1, phi):
    at = joints(theta_0, theta_1)
    inside = np.concatenate([[at[0] - 1], (at[1:] + at[:-1]) / 2, [at[-1] + 1]])
    on = np.asarray(theta_0)[:, None] + np.outer(theta_1, inside) > 0
    return (np.asarray(phi) * theta_1) @ on


def _always_adding(theta_0, theta_1, phi):
    bends = (np.asarray(phi) * theta_1)[np.argsort(joints(theta_0, theta_1))]
    first = np.sum((np.asarray(phi) * theta_1)[np.asarray(theta_1) < 0])
    return np.concatenate([[first], first + np.cumsum(bends)])


question(
    "3.1.3",
    title="Which numbers decide where it bends?",
    prompt="Ten numbers draw the line. Some of them decide *where* it bends, the "
    "others only how much. Which decide where?",
    choices=[
        choice(
            r"The offsets $\theta_{10}$, $\theta_{20}$ and $\theta_{30}$ alone.",
            "They matter. But take the line $-1 + 2x$: where does it cross zero? And "
            "where does $-1 + 4x$?",
        ),
        choice(
            r"The weights $\phi_1$, $\phi_2$ and $\phi_3$.",
            "They multiply what comes out of ReLU. By then the corner is where it is.",
        ),
        choice(
            r"All ten of them.",
            "Move the first figure's slider again: does a dot go to the left or right?",
        ),
        choice(
            r"The six $\theta$.",
            "Yes. The corner of a unit is where its pre-activation crosses zero, and "
            "no $\\phi$ has been used by then.",
            right=True,
        ),
    ],
)

exercise(
    "3.1.4",
    title="The slopes, without a plot",
    stub="def slopes(theta_0, theta_1, phi):\n    ...  # your code\n",
    solution=(
        "def slopes(theta_0, theta_1, phi):\n"
        "    order = np.argsort(-theta_0 / theta_1)  # joints, left to right\n"
        "    bends = (phi * np.abs(theta_1))[order]\n"
        "    first = np.sum((phi * theta_1)[theta_1 < 0])\n"
        "    return np.concatenate([[first], first + np.cumsum(bends)])\n"
    ),
    equivalent={
        "first = np.sum((phi * theta_1)[theta_1 <= 0])": "no slope is zero",
    },
    reference=slopes,
    cases=[
        case(np.array([-1.0, 3.0]), np.array([2.0, -1.0]), np.array([2.0, 5.0])),
        case(_THETA_0, _THETA_1, _PHI),
        case(_THETA_0[::-1].copy(), _THETA_1[::-1].copy(), np.array([1.0, 0.5, -3.0])),
        case(np.array([2.0]), np.array([-4.0]), np.array([0.5])),
        case(
            np.array([3, -1, 2, 5]),
            np.array([-1, 2, 4, -2]),
            np.array([2.5, 1, -3, 0.2]),
        ),
    ],
    random_case=lambda rng: case(
        rng.normal(size=5), rng.normal(size=5), rng.normal(size=5)
    ),
    planted=[
        mistake(
            lambda theta_0, theta_1, phi: _by_inputs(
                theta_0, theta_1, phi, theta_0 / theta_1
            ),
            "Insert one of your joints into its pre-activation: is the result zero? "
            "Check the sign.",
        ),
        mistake(
            lambda theta_0, theta_1, phi: _by_inputs(
                theta_0, theta_1, phi, -theta_1 / theta_0
            ),
            "Insert one of your joints into its pre-activation: the result should be "
            "zero. What is divided by what?",
        ),
        mistake(
            _all_to_the_right,
            "You let every unit be off on the left of its joint and active on the "
            "right. Which units of the page's network are the other way around, and "
            "what about them tells you so?",
        ),
        mistake(
            _in_the_order_of_the_units,
            "You pass the joints in the order of the units. In which order do you "
            "meet them when you walk from left to right?",
        ),
        mistake(
            lambda theta_0, theta_1, phi: slopes(theta_0, theta_1, np.ones_like(phi)),
            "These are slopes of the activations, added up. What happens to each of "
            "them on the way to the output?",
        ),
        mistake(
            lambda theta_0, theta_1, phi: slopes(theta_0, theta_1, phi)[::-1],
            "Your slopes run from right to left.",
        ),
        mistake(
            lambda theta_0, theta_1, phi: np.asarray(phi) * theta_1,
            "You give one slope for each unit. A network with three joints has four "
            "pieces, and on each of them several units may be active.",
        ),
        mistake(
            _unsorted,
            "Between neighbors in the list of your joints need not lie a piece of the "
            "line. In which order do you meet the joints from left to right?",
        ),
        mistake(
            lambda theta_0, theta_1, phi: slopes(
                theta_0, theta_1, np.asarray(phi) / theta_1
            ),
            "You add output weights only. How steep is what each of them multiplies?",
        ),
        mistake(
            _always_adding,
            "At each joint you add the weight times the slope of its unit. Does a unit "
            "that switches off there add anything?",
        ),
    ],
    hints=[
        "You need the joints on the way: solve one linear equation for each unit, and "
        "sort.",
        "Then take one input inside each piece: a little to the left of the first "
        "joint, between two neighbors, a little to the right of the last.",
        "At such an input, find out which units are active, and add `phi * theta_1` "
        "over those only.",
    ],
)

question(
    "3.1.5",
    title="Another offset of the output",
    prompt=r"Change $\phi_0$ from $-0.3$ to $0.2$. What happens to the line?",
    choices=[
        choice(
            "The whole line moves up by 0.5 and keeps its shape.",
            "Yes. It is added to the output at every input alike.",
            right=True,
        ),
        choice(
            "The joints move to the right.",
            "A joint is where a hidden unit switches. Does $\\phi_0$ reach any hidden "
            "unit?",
        ),
        choice(
            "The slopes grow.",
            "A slope is a difference of two outputs. What becomes of a constant that "
            "is in both?",
        ),
    ],
)

question(
    "3.1.6",
    title="All output weights halved",
    prompt=r"Multiply $\phi_1$, $\phi_2$ and $\phi_3$ by one half, and leave $\phi_0$. "
    "What happens?",
    choices=[
        choice(
            "Every output is halved.",
            "That would need $\\phi_0$ to be halved too. Look at the flat piece: where "
            "is it after the change?",
        ),
        choice(
            "Every slope is halved; the joints and the height of the flat piece stay.",
            "Yes. The shape shrinks toward the height $\\phi_0$, where all units are "
            "off.",
            right=True,
        ),
        choice(
            "Every slope is halved, and the joints move apart.",
            "The joints are decided before the output weights come in.",
        ),
    ],
)

question(
    "3.1.7",
    title="One output weight with the other sign",
    prompt=r"Multiply $\phi_1$ by $-1$. Which pieces of the line change?",
    choices=[
        choice(
            "All four: the line is turned upside down.",
            "One of three contributions is turned. What do the other two do?",
        ),
        choice(
            "Only the first, to the left of 0.3; its slope changes its sign.",
            "Yes. Unit 1 is active there and nowhere else, and the other two are off.",
            right=True,
        ),
        choice(
            "The three to the right of 0.3, where unit 1 is active.",
            "Its slope $\\theta_{11}$ is $-1$. On which side of its joint is its "
            "pre-activation positive?",
        ),
    ],
)

question(
    "3.1.8",
    title="Another offset of a hidden unit",
    prompt=r"Change $\theta_{20}$ from $-1$ to $-1.2$. What happens?",
    choices=[
        choice(
            "The joint at 0.5 moves to 0.6, all slopes stay, and the line to the right "
            "of it is lifted by 0.2.",
            "Yes. The unit becomes active later, so that its downward pull, with slope "
            "$-2$ as before, has less room: $0.1 \\cdot 2$ is missing.",
            right=True,
        ),
        choice(
            "The joint at 0.5 moves to 0.6, and the line to the right of it stays "
            "where it was.",
            "Then the third piece would have to be steeper. Which parameters is its "
            "slope made of?",
        ),
        choice(
            "The joint at 0.5 moves to 0.4.",
            "Where is $-1.2 + 2x$ zero?",
        ),
        choice(
            "The whole line is lifted by 0.2.",
            "Unit 2 is off on the left. Can a unit that is off lift anything?",
        ),
    ],
)


def _number_of_bends(theta_0, theta_1, phi):
    """Count the inputs between 0 and 1 at which the output bends."""
    theta_0, theta_1, phi = np.asarray([theta_0, theta_1, phi], dtype=float)
    where = joints(theta_0, theta_1)
    inside = (where > 0) & (where < 1)
    bends = (phi * np.abs(theta_1))[inside]
    where = where[inside]
    places = [np.sum(bends[np.isclose(where, at)]) for at in where]
    real = where[np.abs(places) > 1e-9] if len(places) else where
    return len(np.unique(real.round(6)))


def _two_bends_each(networks, *given):
    """Tell whether each network bends twice, and differs in its own array only."""
    if len(networks) != 3 or any(np.shape(network) != (3, 3) for network in networks):
        return False
    return all(
        np.array_equal(array, right) != (place == number)
        for number, network in enumerate(networks)
        for place, (array, right) in enumerate(zip(network, given, strict=True))
    ) and all(_number_of_bends(*network) == 2 for network in networks)


def _three_ways(theta_0, theta_1, phi):
    return [
        (np.array([*theta_0[:2], -0.7]), theta_1, phi),
        (theta_0, np.array([*theta_1[:2], 0.0]), phi),
        (theta_0, theta_1, np.array([0.0, *phi[1:]])),
    ]


def _one_array_wrong(place, change):
    """Give the three ways, one of them with another change."""

    def ways(theta_0, theta_1, phi):
        given = [theta_0, theta_1, phi]
        networks = _three_ways(*given)
        network = list(given)
        network[place] = change(np.array(given[place], dtype=float))
        networks[place] = tuple(network)
        return networks

    return ways


exercise(
    "3.1.9",
    title="Only two joints, in three ways",
    stub="def two_joints(theta_0, theta_1, phi):\n    ...  # your code\n",
    solution=(
        "def two_joints(theta_0, theta_1, phi):\n"
        "    beyond = np.array([*theta_0[:2], -0.7])\n"
        "    level = np.array([*theta_1[:2], 0.0])\n"
        "    silent = np.array([0.0, *phi[1:]])\n"
        "    return [(beyond, theta_1, phi), (theta_0, level, phi),\n"
        "            (theta_0, theta_1, silent)]\n"
    ),
    equivalent={
        "beyond = np.array([*theta_0[:2], 0.7])": "as good a way",
        "beyond = np.array([*theta_0[:2], -1.7])": "as good a way",
        "beyond = np.array([*theta_0[:2], --0.30000000000000004])": "as good a way",
        "level = np.array([*theta_1[:2], 1.0])": "as good a way",
        "level = np.array([*theta_1[:2], -1.0])": "as good a way",
        "silent = np.array([0.0, *theta_0[1:]])": "as good a way",
        "right for the sizes of the first case only": "there are three units",
        "the result has the first argument's type": "parameters are floats",
    },
    reference=_three_ways,
    cases=[case(_THETA_0, _THETA_1, _PHI)],
    accept=_two_bends_each,
    planted=[
        mistake(
            lambda theta_0, theta_1, phi: _three_ways(theta_0, theta_1, phi)[0],
            "One network comes back. A list of three is asked for.",
        ),
        mistake(
            _one_array_wrong(2, lambda phi: phi * [1, 0, 0]),
            "Count the bends of your third network: more than one unit is silent.",
        ),
        mistake(
            _one_array_wrong(2, lambda phi: phi * [1, -1, 1]),
            "In your third network a bend has changed its sign, and it is still a "
            "bend.",
        ),
        mistake(
            _one_array_wrong(1, lambda slopes: slopes * [1, 3, 1]),
            "In your second network a joint has moved, and it is still between 0 and "
            "1.",
        ),
        mistake(
            _one_array_wrong(0, lambda offsets: offsets * [0, 1, 0]),
            "Count the joints between 0 and 1 of your first network: two have gone.",
        ),
        mistake(
            lambda theta_0, theta_1, phi: [
                (theta_0 * [1, 3, 1], theta_1 * [1, 3, 1], phi),
                *_three_ways(theta_0, theta_1, phi)[1:],
            ],
            "Your first network has other slopes than the given one, too; and a common "
            "factor cancels from a joint.",
        ),
    ],
    hints=[
        "The joint of unit 3 is at 0.5/0.65. For which offset would it be beyond 1?",
        "What does a unit do whose slope is zero? And one whose weight is zero?",
        "Copy the array first, `changed = phi.copy()`, and then change one entry of "
        "the copy.",
    ],
)

question(
    "3.1.10",
    title="No flat piece",
    prompt=r"The second piece is flat because no unit is active there. You may change "
    r"$\theta_{10}$ alone. From which value on is no piece flat?",
    answer=number(
        0.5,
        tolerance=0.01,
        feedback="Yes. The joint of unit 1 is at $x = \\theta_{10}$. Once it has "
        "passed that of unit 2, at 0.5, both units are active between the two.",
    ),
    near=[
        number(
            0.3,
            tolerance=0.01,
            feedback="That is the value it has, and there is a flat piece.",
        ),
        number(
            0.769,
            tolerance=0.01,
            feedback="There it would reach the joint of unit 3. Which unit becomes "
            "active before that one?",
        ),
        number(
            -0.5,
            tolerance=0.01,
            feedback="Where is $-0.5 - x$ zero? The unit would be off everywhere "
            "between 0 and 1, and the flat piece would be longer.",
        ),
        number(
            0,
            tolerance=0.01,
            feedback="The joint of unit 1 is then at 0. What is active between 0 and "
            "0.5?",
        ),
        number(
            1,
            tolerance=0.01,
            feedback="With 1 there is indeed no flat piece, but smaller values do it "
            "as well.",
        ),
    ],
    otherwise="Where is the joint of unit 1, as a formula in $\\theta_{10}$? Which "
    "other joint ends the flat piece?",
)

question(
    "3.1.11",
    title="Half before, double after",
    prompt=r"Multiply $\theta_{20}$ and $\theta_{21}$ by $0.5$, and $\phi_2$ by $2$. "
    "What happens to the line?",
    choices=[
        choice(
            "The joint of unit 2 moves.",
            "The joint is a quotient of two numbers that were both halved.",
        ),
        choice(
            "The slopes to the right of 0.5 change.",
            "Half the slope before, twice the weight after: what is the product?",
        ),
        choice(
            "Nothing.",
            "Yes. Half of a positive number is still positive, so the unit is active "
            "at the same inputs; and what it gives is doubled again afterward.",
            right=True,
        ),
    ],
)

question(
    "3.1.12",
    title="The same with a minus sign",
    prompt=r"Now multiply $\theta_{20}$ and $\theta_{21}$ by $-0.5$, and $\phi_2$ by "
    "$-2$. What happens?",
    choices=[
        choice(
            "Nothing: the factors still multiply to one.",
            "They do, but something stands between them. At $x = 1$ the pre-activation "
            "of unit 2 used to be 1. What is it now, and what does ReLU make of it?",
        ),
        choice(
            "The line is turned upside down.",
            "Two of the three units, and the offset, are as before.",
        ),
        choice(
            "Unit 2 is now active on the left of its joint instead of to the right.",
            "Yes: its pre-activation has changed sign everywhere. The joint stays, and "
            "the line changes on both sides of it.",
            right=True,
        ),
    ],
)

_SIGNS = (np.array([0.5, -2.0]), np.array([-4.0, 0.5]), np.array([3.0, 2.0]))


def _normalized(theta_0, theta_1, phi):
    c = 1 / np.abs(theta_1)
    return c * theta_0, c * theta_1, phi / c


exercise(
    "3.1.13",
    title="Slopes of size one",
    stub=(
        "def normalized(theta_0, theta_1, phi):\n"
        "    c = 1 / theta_1\n"
        "    return c * theta_0, c * theta_1, phi / c\n"
    ),
    solution=(
        "def normalized(theta_0, theta_1, phi):\n"
        "    c = 1 / np.abs(theta_1)\n"
        "    return c * theta_0, c * theta_1, phi / c\n"
    ),
    reference=_normalized,
    parts=["theta_0", "theta_1", "phi"],
    cases=[
        case(*_SIGNS),
        case(_THETA_0, _THETA_1, _PHI),
        case(np.array([1.0]), np.array([2.0]), np.array([5.0])),
        case(
            np.array([2, 3, -1, 0]), np.array([-2, 4, 5, -1]), np.array([1, -3, 2, 6])
        ),
    ],
    random_case=lambda rng: case(*rng.normal(size=(3, 5))),
    planted=[
        mistake(
            lambda theta_0, theta_1, phi: (
                theta_0 / np.abs(theta_1),
                theta_1 / np.abs(theta_1),
                phi,
            ),
            "The units are rescaled, and the line has changed: what takes the factor "
            "back?",
        ),
        mistake(
            lambda theta_0, theta_1, phi: (
                theta_0 / np.abs(theta_1),
                theta_1 / np.abs(theta_1),
                phi / np.abs(theta_1),
            ),
            "A unit that was multiplied by c before ReLU gives c times as much "
            "after it. Must its weight be multiplied by c as well?",
        ),
        mistake(
            lambda theta_0, theta_1, phi: (
                theta_0,
                theta_1 / np.abs(theta_1),
                phi * np.abs(theta_1),
            ),
            "The joints have moved. Of which two numbers is a joint the quotient?",
        ),
        mistake(
            lambda theta_0, theta_1, phi: (
                theta_0 / np.abs(theta_1),
                np.ones(len(theta_1)),
                phi * np.abs(theta_1),
            ),
            "All your slopes are +1. On which side of its joint was unit 1 active?",
        ),
        mistake(
            lambda theta_0, theta_1, phi: (
                theta_0 / theta_1,
                theta_1 / theta_1,
                phi * np.abs(theta_1),
            ),
            "The weights are right now. The units themselves are still multiplied by a "
            "negative number.",
        ),
        mistake(
            lambda theta_0, theta_1, phi: (
                theta_0 / np.max(np.abs(theta_1)),
                theta_1 / np.max(np.abs(theta_1)),
                phi * np.max(np.abs(theta_1)),
            ),
            "The same factor for all units. Each unit may have its own.",
        ),
    ],
    hints=[
        "Run it for our network. Which unit comes out with another side?",
        "Which factors may be pulled through ReLU? Print `c` for our network.",
        "The slope of unit 1 is $-1$, and that is size one already. Divide by the "
        "size.",
    ],
)

question(
    "3.1.14",
    title="The line that a mirror costs",
    prompt=r"Replace unit 2 by its mirror image: $\theta_{20}$ and $\theta_{21}$ "
    r"change their signs, from $-1$ and $2$ to $1$ and $-2$, and $\phi_2 = -1$ stays. "
    "To draw the same function as before, a straight line $u + vx$ must be added to "
    "the output. What is $v$?",
    answer=number(
        -2,
        tolerance=0.01,
        feedback="Yes. With $z = -1 + 2x$, $\\operatorname{ReLU}[z] = "
        "\\operatorname{ReLU}[-z] + z$; times $-1$, the line is $-z = 1 - 2x$.",
    ),
    near=[
        number(
            2,
            tolerance=0.01,
            feedback="That is the line for a weight of +1. What does $\\phi_2$ do to "
            "it?",
        ),
        number(
            1,
            tolerance=0.01,
            feedback="This is $u$, the offset of the line. Asked for is its slope.",
        ),
        number(
            -1,
            tolerance=0.01,
            feedback="Which line in $x$ is $z$? Its slope is not 1.",
        ),
        number(
            0,
            tolerance=0.01,
            feedback="Without a slope, the pieces to the right of 0.5 would stay "
            "flatter than they were. Compare the slopes on both sides of the joint.",
        ),
    ],
    otherwise="Write $\\operatorname{ReLU}[z]$ with the help of "
    "$\\operatorname{ReLU}[-z]$, insert $z = -1 + 2x$, and multiply by $\\phi_2$.",
)

_TWO = (np.array([1.0, 0.5]), np.array([0.0, 1.0]))


def _some(rng):
    y = rng.normal(size=7)
    return case(y, y + rng.normal(0.3, 0.5, size=7))


exercise(
    "3.1.15",
    title="The least squares loss",
    stub="def least_squares_loss(y, f):\n    ...  # your code\n",
    solution="def least_squares_loss(y, f):\n    return np.sum((y - f) ** 2)\n",
    equivalent={
        "return np.sum((f - y) ** 2)": "a square has no sign",
    },
    reference=sum_of_squares,
    cases=[
        case(*_TWO),
        case(np.array([3.0, 3.0, 1.0]), np.zeros(3)),
        case(_Y, _F),
        case(np.array([5, -2, 0, 1]), np.array([1.5, 1, 1, 1])),
        case(np.array([2.0]), np.array([-1.0])),
    ],
    random_case=_some,
    planted=[
        mistake(
            lambda y, f: np.mean((y - f) ** 2),
            "You divide by the number of examples. On this page a loss is a sum.",
        ),
        mistake(
            lambda y, f: np.sum(y - f) ** 2,
            "Positive and negative errors cancel before you square: check the order of "
            "the two operations.",
        ),
        mistake(
            lambda y, f: np.sum(np.abs(y - f)),
            "A residual of 2 should count four times as much as a residual of 1. Does "
            "it?",
        ),
        mistake(
            lambda y, f: np.sum((y[:, None] - f[None, :]) ** 2),
            "Your residuals form a table. Print their shape before you square.",
        ),
        mistake(
            lambda y, f: np.sqrt(np.sum((y - f) ** 2)),
            "The root of what is asked for: drop the last step.",
        ),
        mistake(
            lambda y, f: (y - f) ** 2,
            "These are the losses of the single examples. One number is asked for.",
        ),
        mistake(
            lambda y, f: np.sum((y - f) ** 2) / 2,
            "Exactly half. Some books do write the one half; UDL does not.",
        ),
        mistake(
            lambda y, f: np.sum(y - f),
            "You add the errors as they are: positive and negative ones cancel.",
        ),
        mistake(
            lambda y, f: np.sum(f - y),
            "You add the errors as they are, with their signs: a bad line can get a "
            "sum of zero.",
        ),
    ],
    hints=[
        "One array holds, for each example, how far the prediction is off. Make it.",
        "Square each of these, then add. In this order.",
    ],
)

question(
    "3.1.16",
    title="How many dials are there, really?",
    prompt="To fit by hand you can turn ten dials. Some of them can be left alone "
    "forever without giving up any function. How many dials are needed, once the side "
    "on which each unit is active has been decided?",
    answer=number(
        7,
        tolerance=0.1,
        feedback="Yes: three joints and four output parameters. The size of each "
        "slope $\\theta_{d1}$ can be fixed, and $\\phi_d$ takes its job over.",
    ),
    near=[
        number(
            10,
            tolerance=0.1,
            feedback="Double both $\\theta$ of a unit and halve its $\\phi$: a turn of "
            "three dials that changes nothing.",
        ),
        number(
            4,
            tolerance=0.1,
            feedback="Four would be the output's parameters alone. With the joints "
            "nailed down, can you reach every line with three joints?",
        ),
        number(
            6,
            tolerance=0.1,
            feedback="Nearly. Each unit has a joint and an output weight. What else "
            "does the output have?",
        ),
        number(
            9,
            tolerance=0.1,
            feedback="One dial too many for one unit: but there are three units, and "
            "each has such a dial.",
        ),
    ],
    otherwise="Each unit has three parameters. How many numbers does what it adds to "
    "the line depend on?",
)


_MOVED = (np.array([0.3, -0.55, -0.8]), np.array([-1.0, 1.0, 1.0]))


def _fitted(x, y, hidden=_MOVED):
    return (*hidden, *best_output(x, y, *hidden))


def _is_low(found, x, y):
    return (
        len(found) == 4
        and all(np.shape(part) == (3,) for part in (found[0], found[1], found[3]))
        and sum_of_squares(y, shallow_network(x, *found)) < 0.15
    )


exercise(
    "3.1.17",
    title="Move the joints",
    stub="def fitted(x, y):\n    ...  # your code\n",
    solution=(
        "from udl.fitting.shallow_fits import best_output\n\n"
        "def fitted(x, y):\n"
        "    at = np.array([0.3, 0.55, 0.8])\n"
        "    sides = np.array([-1.0, 1.0, 1.0])\n"
        "    weights = best_output(x, y, -sides * at, sides)\n"
        "    return (-sides * at, sides, *weights)\n"
    ),
    equivalent={
        "sides = np.array([-1.0, 2.0, 1.0])": "a unit's slope may have any size",
        "sides = np.array([-1.0, 1.0, 2.0])": "a unit's slope may have any size",
        "sides = np.array([-2.0, 1.0, 1.0])": "a unit's slope may have any size",
        "right for the sizes of the first case only": "there are twenty points",
        "the result has the first argument's type": "the points are floats",
    },
    reference=_fitted,
    cases=[case(_X, _Y)],
    accept=_is_low,
    planted=[
        mistake(
            lambda x, y: _fitted(x, y, (_THETA_0, _THETA_1)),
            "These are the best weights for the joints as given, with a loss of 0.154. "
            "The joints may move.",
        ),
        mistake(
            lambda x, y: (*_MOVED, *best_output(x, y, _THETA_0, _THETA_1)),
            "Good joints, and the weights of the old ones. When a joint moves, the "
            "best weights change.",
        ),
        mistake(
            lambda x, y: sum_of_squares(y, shallow_network(x, *_fitted(x, y))),
            "You return how low the loss is. Asked for is the network.",
        ),
        mistake(
            lambda x, y: best_output(x, y, *_MOVED),
            "These are the output's offset and weights. The network needs the offsets "
            "and slopes of its hidden units as well.",
        ),
        mistake(
            lambda x, y: shallow_network(x, *_fitted(x, y)),
            "These are the outputs of a good network. Asked for are its parameters.",
        ),
        mistake(
            lambda x, y: (_THETA_0, _THETA_1, 0.25924348, _PHI),
            "This is the lifted line. Its bends are in places where the data have "
            "none.",
        ),
    ],
    hints=[
        "Change one joint in the cell below by 0.02, and see what the loss does.",
        "The last joint should be a little further to the right, where the rise "
        "begins. And the one before it?",
        "`weights = best_output(x, y, theta_0, theta_1)` gives `phi_0` and `phi`. Try "
        "joints at 0.3, 0.55 and 0.8.",
    ],
)


def _bump(a, b, c, height):
    up, down = height / (b - a), height / (c - b)
    return np.array([up, -up - down, down])


exercise(
    "3.1.18",
    title="A bump from three units",
    stub="def bump(a, b, c, height):\n    ...  # your code\n",
    solution=(
        "def bump(a, b, c, height):\n"
        "    up = height / (b - a)\n"
        "    down = height / (c - b)\n"
        "    return np.array([up, -up - down, down])\n"
    ),
    reference=_bump,
    cases=[
        case(0.0, 2.0, 3.0, 4.0),
        case(1.0, 1.5, 3.5, -1.0),
        case(-2.0, 0.5, 1.0, 0.5),
        case(-3.0, -1.0, 0.0, 1.0),
    ],
    random_case=lambda rng: case(*np.sort(rng.normal(size=3)), rng.normal()),
    planted=[
        mistake(
            lambda a, b, c, height: np.array(
                [height / (b - a), -height / (c - b), height / (c - b)]
            ),
            "At b the output must go from rising to falling. Which change of slope "
            "is that: only the new slope, or more?",
        ),
        mistake(
            lambda a, b, c, height: np.array(
                [height / (b - a), -height / (c - b), 0.0]
            ),
            "These are the slopes of the pieces. A weight is the *change* of slope at "
            "its joint.",
        ),
        mistake(
            lambda a, b, c, height: np.array(
                [height / (b - a), -height / (b - a) - height / (c - b), 0.0]
            ),
            "Right up to c. And then the output goes on falling: who stops it?",
        ),
        mistake(
            lambda a, b, c, height: np.array([height, -2 * height, height]),
            "This is right if the joints are a distance of one apart.",
        ),
        mistake(
            lambda a, b, c, height: np.array(
                [1 / (b - a), -1 / (b - a) - 1 / (c - b), 1 / (c - b)]
            ),
            "A bump of height one. Which argument have you not used?",
        ),
        mistake(
            lambda a, b, c, height: np.array(
                [height / (b - a), -2 * height / (b - a), height / (b - a)]
            ),
            "Your bump is symmetric. It must come down at c, which may be nearer to "
            "b than a is.",
        ),
    ],
    hints=[
        "Draw the bump. How steep is each of its four pieces?",
        "At each joint the slope changes by the weight of that unit, since all "
        "$\\theta_{d1}$ are 1.",
        "The changes are from 0 to `height / (b - a)`, from there to "
        "`-height / (c - b)`, and from there to 0.",
    ],
)

question(
    "3.1.19",
    title="Which is closer?",
    prompt="Networks of 64 units: one is constructed from the formula for the sine. "
    "Eight others start from random numbers and take 2000 steps of gradient descent "
    "on its 41 points. How far off is the best of the eight, compared with the "
    "constructed one?",
    choices=[
        choice(
            "Less far: training adjusts the joints as well, and construction fixes "
            "them.",
            "It may adjust them. Whether it does so well in 2000 small steps is "
            "another question.",
        ),
        choice(
            "About as far: eight starts are enough to find what is possible.",
            "Each of them walks downhill from where it is. What tells it where the "
            "best place is?",
        ),
        choice(
            "Many times as far.",
            "Yes, and more steps help only in part. See how much in the cells below.",
            right=True,
        ),
    ],
)
