"""Exercises and questions of page 3.1, shallow neural networks I."""

import numpy as np

from udl.datasets.regression import shallow_regression
from udl.exercises.declare import case, choice, exercise, mistake, number, question
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
    reference=relu,
    cases=[
        case(-2.0),
        case(3.0),
        case(np.array([-1.0, 0.0, 2.5])),
        case(np.array([[-4.0, 0.5, 1.0], [7.0, -0.1, -0.2]])),
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
        "def shallow_1_1_3(x, a, p0, p1, p2, p3, t10, t11, t20, t21, t30, t31):\n"
        "    ...  # your code\n"
    ),
    reference=three_unit_network,
    cases=[
        case(np.array([0.0, 1.0]), relu, 1, 2, 3, -4, 1, 1, -1, 2, 2, -1),
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
        "The pre-activation of unit 1 is `t10 + t11 * x`. What is done to it next, and "
        "by which argument?",
        "The output is the offset `p0` and the three weighted activations. Return it "
        "first, then the three groups of three.",
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


exercise(
    "3.1.3",
    title="The slopes, without a plot",
    stub="def slopes(theta_0, theta_1, phi):\n    ...  # your code\n",
    reference=slopes,
    cases=[
        case(np.array([-1.0, 3.0]), np.array([2.0, -1.0]), np.array([2.0, 5.0])),
        case(_THETA_0, _THETA_1, _PHI),
        case(_THETA_0[::-1].copy(), _THETA_1[::-1].copy(), np.array([1.0, 0.5, -3.0])),
        case(np.array([2.0]), np.array([-4.0]), np.array([0.5])),
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
            "You let every unit be off on the left of its joint and on to the right. "
            "Which units of the page's network are the other way around, and what "
            "about them tells you so?",
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
            "pieces, and on each of them several units may be on.",
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
        "At such an input, find out which units are on, and add `phi * theta_1` over "
        "those only.",
    ],
)

question(
    "3.1.4",
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
    "3.1.5",
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
    "3.1.6",
    title="One output weight with the other sign",
    prompt=r"Multiply $\phi_1$ by $-1$. Which pieces of the line change?",
    choices=[
        choice(
            "All four: the line is turned upside down.",
            "One of three contributions is turned. What do the other two do?",
        ),
        choice(
            "Only the first, to the left of 0.3; its slope changes its sign.",
            "Yes. Unit 1 is on there and nowhere else, and the other two are off.",
            right=True,
        ),
        choice(
            "The three to the right of 0.3, where unit 1 is on.",
            "Its slope $\\theta_{11}$ is $-1$. On which side of its joint is its "
            "pre-activation positive?",
        ),
    ],
)

question(
    "3.1.7",
    title="Another offset of a hidden unit",
    prompt=r"Change $\theta_{20}$ from $-1$ to $-1.2$. What happens?",
    choices=[
        choice(
            "The joint at 0.5 moves to 0.6, all slopes stay, and the line to the right "
            "of it is lifted by 0.2.",
            "Yes. The unit switches on later, so that its downward pull, with slope "
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

question(
    "3.1.8",
    title="Only two joints",
    prompt="Five people want a line with only two joints between 0 and 1. Who does "
    "*not* get one?",
    choices=[
        choice(
            r"One sets $\phi_1$ to 0.",
            "This one does. Unit 1 still switches at 0.3, but nothing of it reaches "
            "the output.",
        ),
        choice(
            r"One sets $\theta_{30}$ to $-0.7$.",
            "This one does: the joint moves to $0.7/0.65$, beyond the right end.",
        ),
        choice(
            r"One sets $\theta_{30}$ to $-0.325$.",
            "This one does: units 2 and 3 then switch at the same input, 0.5, and the "
            "line bends there once, by $-2 + 4.55$.",
        ),
        choice(
            r"One multiplies $\theta_{20}$ and $\theta_{21}$ by 0.",
            "This one does: the pre-activation of unit 2 is then 0 everywhere, and it "
            "never switches.",
        ),
        choice(
            r"One multiplies $\theta_{20}$ and $\theta_{21}$ by 3.",
            "Right: a common factor cancels from $-\\theta_{20}/\\theta_{21}$, so the "
            "joint is where it was. The bend there is only sharper.",
            right=True,
        ),
    ],
)

question(
    "3.1.9",
    title="No flat piece",
    prompt=r"The second piece is flat because no unit is on there. "
    r"You may change $\theta_{10}$ alone. Which of these values leaves no flat piece?",
    choices=[
        choice(
            "$-0.6$",
            "Where is $-0.6 - x$ zero? The unit would be off everywhere between 0 and "
            "1, and the flat piece would be longer.",
        ),
        choice(
            "$0$",
            "The joint of unit 1 is then at 0. What is on between 0 and 0.5?",
        ),
        choice(
            "$0.4$",
            "The joint of unit 1 is then at 0.4: the flat piece is shorter. Which "
            "joint must it reach?",
        ),
        choice(
            "$0.6$",
            "Yes. The joint of unit 1 is at $x = \\theta_{10}$. From 0.5 on it has "
            "passed that of unit 2, and both units are on between the two.",
            right=True,
        ),
    ],
)

question(
    "3.1.10",
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
            "Yes. Half of a positive number is still positive, so the unit is on at "
            "the same inputs; and what it gives is doubled again afterward.",
            right=True,
        ),
    ],
)

question(
    "3.1.11",
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
            "Unit 2 is now on to the left of its joint instead of to the right.",
            "Yes: its pre-activation has changed sign everywhere. The joint stays, and "
            "the line changes on both sides of it.",
            right=True,
        ),
    ],
)

_TWO = (np.array([1.0, 0.5]), np.array([0.0, 1.0]))


def _some(rng):
    y = rng.normal(size=7)
    return case(y, y + rng.normal(0.3, 0.5, size=7))


exercise(
    "3.1.12",
    title="The least squares loss",
    stub="def least_squares_loss(y, f):\n    ...  # your code\n",
    reference=sum_of_squares,
    cases=[case(*_TWO), case(np.array([3.0, 3.0, 1.0]), np.zeros(3)), case(_Y, _F)],
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
    "3.1.13",
    title="How many dials are there, really?",
    prompt="To fit by hand you can turn ten dials. Some of them can be left alone "
    "forever without giving up any function. How many dials are needed, once the side "
    "on which each unit is on has been decided?",
    answer=number(
        7,
        tolerance=0.1,
        feedback="Yes: three joints and four output parameters. The size of each "
        "slope $\\theta_{k1}$ can be fixed, and $\\phi_k$ takes its job over.",
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
