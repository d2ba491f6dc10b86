"""Exercises and questions of page 4.1, composing networks."""

from itertools import pairwise

import numpy as np

from udl.datasets.networks import networks_to_compose
from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.networks.composition import compose, composition, matrix_form
from udl.networks.deep import one_layer
from udl.networks.pieces import affine_pieces, composed_pieces


def _pair(beta_0, omega_0, beta_1, omega_1):
    """Give the tables theta and phi of a network in the library's form."""
    return np.stack([beta_0, omega_0], axis=1), np.append(beta_1, omega_1)


def _four(theta, phi):
    return theta[:, 0], theta[:, 1], phi[0], phi[1:]


_FIRST, _SECOND = (_pair(*network) for network in networks_to_compose())
_ADD = np.array([[0.0, 1.0], [-2.0, 1.0]]), np.array([1.0, 1.0, -3.0])
_DOUBLE = np.array([[-2.0, 1.0]]), np.array([0.0, 2.0])
_HEIGHTS = np.array([-1.0, 1.0, -1.01, 1.069])
_JOINTS = np.array([-0.6, -0.2, 0.5])


def _composed(x, first, second):
    return composition(x, _four(*first), _four(*second))


def _smallest_scale(heights, joints):
    low, high = heights[heights < 0].max(), heights[heights > 0].min()
    return max(joints.min() / low, joints.max() / high)


def _first_network(second):
    theta = np.array([[5, 7], [1, 7], [3, -7]]) / 7
    return theta, np.array([9, -10.5, 7, -7])


def _sixteen(found, second):
    """Tell whether three units in front of the second network make 16 pieces."""
    try:
        theta, phi = (np.asarray(part, float) for part in found)
    except (TypeError, ValueError):
        return False
    if theta.shape != (3, 2) or phi.size != 4 or phi.shape not in ((4,), (4, 1)):
        return False
    if not (np.isfinite(theta).all() and np.isfinite(phi).all()):
        return False
    mine = matrix_form(*_four(theta, phi.ravel()))
    both = compose(mine, matrix_form(*_four(*second)))
    return affine_pieces(*both, -1, 1)[1].size == 16


def _count_joints(y):
    bends = np.abs(np.diff(y, 2))
    bent = bends > 1e-9 * np.max(np.abs(y))
    return np.sum(bent[1:] & ~bent[:-1]) + bent[0]


def _line(joints, slopes, start, x):
    """Evaluate a line with joints: at each, a new slope."""
    steps = np.diff(slopes)[:, None] * np.maximum(0, x - np.array(joints)[:, None])
    return start + slopes[0] * x + steps.sum(axis=0)


def _grouped(bent, first=1):
    return np.sum(bent[1:] & ~bent[:-1]) + first * bent[0]


question(
    "4.1.1",
    title="Sketch the composition",
    prompt="Compare your sketch with the second network's curve, from $y=-1$ to $y=1$. "
    "How does that curve appear in the composition?",
    choices=[
        choice(
            "Once, bent along with the first network's curve.",
            "Follow the first network: how often does its output run through the "
            "heights from $-1$ to 1? Each time, the second network goes through its "
            "curve.",
        ),
        choice(
            "Three times, each time forward.",
            "In the middle the first network's output *falls*. From which end does the "
            "second network's curve start there?",
        ),
        choice(
            "Four times, one for each of its pieces.",
            "The second network has four pieces, and they make up one curve. How often "
            "it is traced is decided by the first network.",
        ),
        choice(
            "Three times: forward, backward, forward.",
            "Yes. The output $y$ rises, falls and rises, each time over almost the "
            "same heights; when it falls, the second curve is traced backward.",
            right=True,
        ),
    ],
)

question(
    "4.1.2",
    title="How many pieces?",
    prompt="Into how many straight pieces does your sketch fall, from $x=-1$ to $x=1$?",
    answer=number(
        12,
        tolerance=0.01,
        feedback="Yes: three times through a curve of four pieces. The figure below "
        "shows all eleven joints.",
    ),
    near=[
        number(
            7,
            tolerance=0.01,
            feedback="You added the pieces of the two networks. How often is each "
            "piece of the second one visited?",
        ),
        number(
            6,
            tolerance=0.01,
            feedback="You added the joints of the second network to the pieces of the "
            "first. But each of its joints is passed more than once.",
        ),
        number(
            11,
            tolerance=0.01,
            feedback="That is the number of joints. How many pieces lie between and "
            "beside them?",
        ),
        number(
            9,
            tolerance=0.01,
            feedback="Nine times a joint of the second network is passed. The first "
            "network has joints too, and pieces are one more than joints.",
        ),
        number(
            10,
            tolerance=0.01,
            feedback="Do you take the tips of the first network's curve for parts of a "
            "straight piece? The output turns around there.",
        ),
        number(
            16,
            tolerance=0.01,
            feedback="With three hidden units in each network that is the most there "
            "could be. But two units of the first bend at the same place: count its "
            "pieces in the figure.",
        ),
    ],
    otherwise="Start with the first piece of the first network. Over which joints of "
    "the second does its output pass? Then do the same for the others.",
)

exercise(
    "4.1.3",
    title="One network after the other",
    stub="def composed_output(x, first, second):\n    ...  # your code\n",
    solution=(
        "from udl.networks.deep import one_layer as network\n"
        "\n"
        "def composed_output(x, first, second):\n"
        "    y = network(x, *first)\n"
        "    return network(y, *second)\n"
    ),
    reference=_composed,
    cases=[
        case(np.array([0.0, 3.0, 1.5]), _ADD, _DOUBLE),
        case(np.array([-1.0, 0.0, 0.5, 1.0]), _FIRST, _SECOND),
        case(np.linspace(-1, 1, 9), _FIRST, _FIRST),
        case(np.array([-50.0, 70.0]), _SECOND, _ADD),
        case(np.array([-1, 0, 1, 2, 5]), _DOUBLE, _SECOND),
    ],
    random_case=lambda rng: case(rng.uniform(-1, 1, size=6), _FIRST, _SECOND),
    orders=[(1, 2, 0)],
    planted=[
        mistake(
            lambda x, first, second: _composed(x, second, first),
            "Evaluate one `x` by hand: which network sees `x` first?",
        ),
        mistake(
            lambda x, first, second: one_layer(x, *first) + one_layer(x, *second),
            "You add two outputs. What is the input of the second network: `x`, or the "
            "first network's output?",
        ),
        mistake(
            lambda x, first, second: one_layer(x, *first) * one_layer(x, *second),
            "You multiply two outputs. What multiplies is the number of pieces; the "
            "networks themselves are fed into one another.",
        ),
        mistake(
            lambda x, first, second: one_layer(x, *second),
            "The first network plays no part in your answer.",
        ),
        mistake(
            lambda x, first, second: one_layer(x, *first),
            "You stop at the first network's output. Who receives it?",
        ),
        mistake(
            lambda x, first, second: _composed(x, first, first),
            "Your first network is fed with itself. Whose parameters does the second "
            "call need?",
        ),
        mistake(
            lambda x, first, second: np.maximum(0, _composed(x, first, second)),
            "Your answer is never negative. The activation function acts in hidden "
            "units: is the output one?",
        ),
        mistake(
            lambda x, first, second: one_layer(
                np.maximum(0, one_layer(x, *first)), *second
            ),
            "Somewhere you clip the first network's output. It may be negative when "
            "the second network receives it.",
        ),
        mistake(
            lambda x, first, second: _composed(x, first, second) + one_layer(x, *first),
            "You add the first network's output to the result. It has done its work "
            "once it has gone into the second network.",
        ),
    ],
    hints=[
        "What does the first network make of the input? Give that a name, `y`.",
        "The second call has the same form as `network(x, *first)`, with "
        "another input and another network.",
    ],
)

exercise(
    "4.1.4",
    title="Count the pieces of a composition",
    stub="def count_pieces(heights, joints):\n    ...  # your code\n",
    solution=(
        "def count_pieces(heights, joints):\n"
        "    count = 0\n"
        "    for a, b in zip(heights[:-1], heights[1:]):\n"
        "        passed = (joints - a) * (joints - b) < 0\n"
        "        count += 1 + np.sum(passed)\n"
        "    return count\n"
    ),
    equivalent={"the result has the first argument's type": "a count is whole"},
    reference=composed_pieces,
    cases=[
        case(np.array([0.0, 2.0, 0.5]), np.array([1.0, 3.0])),
        case(np.array([0.0, 2.0, 0.0]), np.array([1.0])),
        case(np.array([0.0, 1.0, -1.0]), np.array([0.0, 1.0])),
        case(_HEIGHTS, _JOINTS),
        case(np.array([0.0, 1.0, -1.01, 1.069]), _JOINTS),
        case(np.array([1.0, 1.0, 4.0]), np.array([1.0, 2.0, 3.0, 5.0])),
        case(np.array([4.0, 2.0, 3.0]), np.array([2.0, 3.5, 2.5, 0.0])),
        case(np.array([3, -2, 7, 7, 1, 0]), np.array([2, 5, -1])),
    ],
    random_case=lambda rng: case(
        rng.uniform(-1, 1, size=7), np.sort(rng.uniform(-1.5, 1.5, size=5))
    ),
    planted=[
        mistake(
            lambda heights, joints: len(heights) - 1 + len(joints),
            "You let each joint of the second network be passed once. How often does "
            "the first network's output come by?",
        ),
        mistake(
            lambda heights, joints: (len(heights) - 1) * (len(joints) + 1),
            "You multiply without looking at the heights. Does every piece pass every "
            "joint?",
        ),
        mistake(
            lambda heights, joints: sum(
                1 + sum(a < j < b for j in joints) for a, b in pairwise(heights)
            ),
            "Where the first network's line falls, you find no joints. From where to "
            "where does such a piece run?",
        ),
        mistake(
            lambda heights, joints: (
                composed_pieces(heights, joints) - (len(heights) - 1)
            ),
            "These are the passages over joints alone. A piece that passes none is "
            "still a piece.",
        ),
        mistake(
            lambda heights, joints: composed_pieces(heights, joints) + 1,
            "One too many: the first network has a height for each end of a piece. How "
            "many pieces lie between them?",
        ),
        mistake(
            lambda heights, joints: (
                (len(heights) - 1)
                * (1 + sum((np.min(heights) < joints) & (joints < np.max(heights))))
            ),
            "You compare the joints with the lowest and the highest of all heights. "
            "How far does each single piece reach?",
        ),
        mistake(
            lambda heights, joints: sum(
                1 + sum(a <= j < b or b <= j < a for j in joints)
                for a, b in pairwise(heights)
            ),
            "You count a joint at one end of a piece and not at the other. What would "
            "it cut off there?",
        ),
        mistake(
            lambda heights, joints: composed_pieces(heights, joints) - 1,
            "One too few: do you count the joints of the result in place of its "
            "pieces?",
        ),
        mistake(
            lambda heights, joints: sum(
                1 + sum(min(a, b) <= j <= max(a, b) for j in joints)
                for a, b in pairwise(heights)
            ),
            "A joint at the very end of a piece does not cut it. Check how you "
            "compare.",
        ),
    ],
    hints=[
        "Take one piece, from height `a` to height `b`, and one joint `j`. When is `j` "
        "strictly between them? Think of `a > b` too.",
        "Loop over neighbors, `heights[:-1]` and `heights[1:]`. Each adds one, and one "
        "more for each joint between its ends.",
    ],
)

question(
    "4.1.5",
    title="Turn a weight of the second network around",
    prompt="In the second network let the weight of $h_1'$ be $+1$ instead of $-1$. "
    "Which part of the composition changes?",
    choices=[
        choice(
            "All of it is turned upside down.",
            "That would need all three weights, and the offset, to change their signs. "
            "Where is $h_1'$ different from zero?",
        ),
        choice(
            "The part left of $x=0$: $h_1'$ acts on the left.",
            "On the left of the *second* network's axis, where $y$ is below $-0.6$. "
            "For which $x$ is that?",
        ),
        choice(
            "Where $y<-0.6$ it rises above the flat level instead of falling.",
            "Yes: that is around the lowest heights of the first network. The joints "
            "stay where they were, so there are still twelve pieces.",
            right=True,
        ),
        choice(
            "Nothing: the sign is absorbed by the ReLU.",
            "The weight is *outside* of the ReLU, so no clipping undoes its sign.",
        ),
    ],
)

question(
    "4.1.6",
    title="Change a weight of the first network",
    prompt="In the first network let the weight of $h_1$ be $-1$ instead of $-2$. "
    "What happens to the composition where $x<0$?",
    choices=[
        choice(
            "It shows the right-hand part of the second network's curve alone, "
            "stretched.",
            "Yes. Now $y$ starts at 0 and not at $-1$. It passes one joint of the "
            "second network, 0.5, and never meets the two others.",
            right=True,
        ),
        choice(
            "It is half as high.",
            "The weight scales a part of $y$, which is the *input* of the second "
            "network. Which heights $y$ does the left piece run through now?",
        ),
        choice(
            "It is the same curve, half as steep.",
            "The slopes are halved, that is right. But with half the slope, does $y$ "
            "still start at $-1$?",
        ),
        choice(
            "Nothing changes there; what is right of 0 changes.",
            "$h_1 = \\mathrm{a}[-x]$ is positive for negative $x$ only.",
        ),
    ],
)

question(
    "4.1.7",
    title="A network fed with itself",
    prompt="How many pieces does $\\mathrm{f}[\\mathrm{f}[x]]$ have, the first network "
    "fed with its own output?",
    answer=number(
        9,
        tolerance=0.01,
        feedback="Yes: each of the three pieces passes both joints, 0 and 0.67, and "
        "becomes three.",
    ),
    near=[
        number(
            3,
            tolerance=0.01,
            feedback="The same network does not mean the same function: its input is "
            "no longer $x$.",
        ),
        number(
            6,
            tolerance=0.01,
            feedback="Added, or doubled. How many joints does each of the three pieces "
            "pass?",
        ),
        number(
            16,
            tolerance=0.01,
            feedback="You counted one joint for each hidden unit. Two of the three "
            "units bend at the same place.",
        ),
        number(
            8,
            tolerance=0.01,
            feedback="That is the number of joints.",
        ),
    ],
    otherwise="How many pieces does the first network have, and how many joints does "
    "each of them pass, when the joints are its own?",
)

exercise(
    "4.1.8",
    title="How far the range may shrink",
    stub="def smallest_scale(heights, joints):\n    ...  # your code\n",
    solution=(
        "def smallest_scale(heights, joints):\n"
        "    low = np.max(heights[heights < 0])\n"
        "    high = np.min(heights[heights > 0])\n"
        "    return max(np.min(joints) / low, np.max(joints) / high)\n"
    ),
    equivalent={
        "low = np.max(heights[heights <= 0])": "heights are negative or positive",
        "high = np.min(heights[heights >= 0])": "heights are negative or positive",
    },
    reference=_smallest_scale,
    cases=[
        case(np.array([-1.0, 2.0, -0.5, 3.0]), _JOINTS),
        case(_HEIGHTS, _JOINTS),
        case(np.array([0.25, -4.0, 1.0, -3.0, 2.0]), np.array([0.5, -1.5])),
        case(np.array([-2.0, 0.8]), np.array([-0.3, 4.0, 1.0])),
        case(np.array([0.4, -0.7, 2.0]), np.array([-0.3, 0.9])),
        case(np.array([5, -7, 3]), np.array([1, -2, 4, -9])),
        case(np.array([0.5, -0.1]), np.array([-2.0, 3.0, 1.0])),
    ],
    random_case=lambda rng: case(
        rng.uniform(0.2, 2, 6) * [1, -1, 1, -1, 1, -1],
        np.append(rng.uniform(-1, 1, 3), [-0.1, 0.1]),
    ),
    planted=[
        mistake(
            lambda heights, joints: min(
                joints.min() / heights[heights < 0].max(),
                joints.max() / heights[heights > 0].min(),
            ),
            "From there on, one side is fine. And the other?",
        ),
        mistake(
            lambda heights, joints: max(
                joints.min() / heights.min(), joints.max() / heights.max()
            ),
            "From there on *some* piece passes each joint: you use the ends that reach "
            "farthest. Which ends fall short first?",
        ),
        mistake(
            lambda heights, joints: joints.max() / heights[heights > 0].min(),
            "You look after the joints above zero alone.",
        ),
        mistake(
            lambda heights, joints: joints.min() / heights[heights < 0].max(),
            "You look after the joints below zero alone.",
        ),
        mistake(
            lambda heights, joints: np.ptp(joints) / np.min(np.abs(np.diff(heights))),
            "You compare how long a piece is with how far apart the joints are. A long "
            "piece may still lie too high.",
        ),
        mistake(
            lambda heights, joints: np.max(np.abs(joints)) / np.min(np.abs(heights)),
            "You take joints and ends without their signs. A low end has to come below "
            "the lowest joint only.",
        ),
        mistake(
            lambda heights, joints: np.ptp(joints) / np.ptp(heights),
            "You compare how wide two ranges are. Where do they lie, and what of the "
            "pieces that reach less far?",
        ),
        mistake(
            lambda heights, joints: max(
                heights[heights < 0].max() / joints.min(),
                heights[heights > 0].min() / joints.max(),
            ),
            "You say how many times a joint fits into an end. Asked for is the number "
            "by which an end must be multiplied to reach a joint.",
        ),
        mistake(
            lambda heights, joints: max(
                joints.max() / heights[heights < 0].max(),
                joints.min() / heights[heights > 0].min(),
            ),
            "A low end has to come below *all* joints. With which joint do you compare "
            "it?",
        ),
        mistake(
            lambda heights, joints: (
                joints.min() / heights[heights < 0].max()
                + joints.max() / heights[heights > 0].min()
            ),
            "You add up what the two sides ask for. Both are to hold at once: when is "
            "that so?",
        ),
    ],
    hints=[
        "Take one low end, at the height $t<0$. For which $c$ is $c\\,t$ below all "
        "joints?",
        "Of all low ends, the one nearest to zero asks for the largest $c$. The high "
        "ends are alike. Both conditions have to hold.",
    ],
)

exercise(
    "4.1.9",
    title="Sixteen pieces",
    stub="def first_network(second):\n    ...  # your code\n",
    solution=(
        "def first_network(second):\n"
        "    theta = np.array([[5, 7], [1, 7], [3, -7]]) / 7\n"
        "    phi = np.array([9, -10.5, 7, -7])\n"
        "    return theta, phi\n"
    ),
    equivalent={
        "theta = np.array([[5, 7], [1, 6], [3, -7]]) / 7": "16 pieces as well",
    },
    reference=_first_network,
    cases=[case(_SECOND)],
    accept=_sixteen,
    parts=["theta", "phi"],
    planted=[
        mistake(
            lambda second: _FIRST,
            "That is the first network of the page: twelve pieces. Two of its units "
            "have their joint at the same place.",
        ),
        mistake(
            lambda second: (
                np.array([[0.5, 1.0], [0.0, 1.0], [-0.5, 1.0]]),
                np.array([-1.0, 4.0, -8.0, 8.0]),
            ),
            "That is the idea of the cell below. Left of -0.5 all of its units are "
            "inactive: what does the first piece look like?",
        ),
        mistake(
            lambda second: (second[0], second[1]),
            "That is the second network itself. Does its output reach all of its own "
            "joints, in every piece?",
        ),
        mistake(
            lambda second: _first_network(second)[::-1],
            "These are the right shapes in the other order: first `theta`, then `phi`.",
        ),
        mistake(
            lambda second: (
                np.array([[5, 7], [1, 7], [-3, 7]]) / 7,
                np.array([-1, 7.0, -14, 14]),
            ),
            "All of your units are inactive at the left end, and the first piece is "
            "flat. Let one unit be active on the left.",
        ),
        mistake(
            lambda second: (
                np.array([[5, 7], [1, 7], [3, -7]]) / 7,
                np.array([9, -10.5, 7, -7]) / 4,
            ),
            "Four pieces, and none of them comes to all three joints. How far does "
            "your output have to swing?",
        ),
    ],
    hints=[
        "You need three different joints, and at each of them the output has to turn "
        "around. Draw the zigzag first: how high and how low must it reach?",
        "If all units are active on the right of their joints only, the first piece "
        "is flat. Let one of them have a negative slope.",
        "With one unit turned around, the slopes of the four pieces are tied "
        "together: one of the outer two has to be steeper, and narrower. Try "
        "$2s, -s, s, -s$.",
    ],
)

question(
    "4.1.10",
    title="Three networks",
    prompt="How many pieces does $\\mathrm{f}'[\\mathrm{f}[\\mathrm{f}[x]]]$ have?",
    answer=number(
        36,
        tolerance=0.01,
        feedback="Yes: nine pieces after two copies, and each passes the three joints "
        "of the second network.",
    ),
    near=[
        number(
            24,
            tolerance=0.01,
            feedback="You doubled the twelve. The additional copy has three pieces.",
        ),
        number(
            15,
            tolerance=0.01,
            feedback="You added three to the twelve. Does a copy add pieces, or does "
            "it repeat what comes after it?",
        ),
        number(
            27,
            tolerance=0.01,
            feedback="That would be three copies of the first network. How many pieces "
            "does the network that comes last have?",
        ),
        number(
            64,
            tolerance=0.01,
            feedback="That is the bound for three layers of three units. Count the "
            "pieces of the first network once more.",
        ),
        number(
            144,
            tolerance=0.01,
            feedback="Twelve times twelve would be two copies of the whole "
            "composition. The second network occurs only once.",
        ),
    ],
    otherwise="How many pieces does $\\mathrm{f}[\\mathrm{f}[x]]$ have, and what does "
    "the second network make of each?",
)

question(
    "4.1.11",
    title="Any number of copies",
    prompt="And with $n$ copies of the first network in front of the second?",
    choices=[
        choice(
            "$3n + 4$",
            "One copy gave twelve, not seven. What does a further copy do to what "
            "comes after it?",
        ),
        choice(
            "$12^n$",
            "Two copies gave 36, not 144: the second network is not copied.",
        ),
        choice(
            "$4^{n+1}$",
            "That is the bound for layers of three units that all bend at different "
            "places. How many pieces does *this* first network have?",
        ),
        choice(
            "$4 \\cdot 3^n$",
            "Yes. Each copy cuts each piece into three, and the second network makes "
            "four of each.",
            right=True,
        ),
    ],
)

question(
    "4.1.12",
    title="Alternating labels on paper",
    prompt="A network with one hidden layer of nine units predicts 1 where its output "
    "is positive. How many of the 28 alternating labels does it get wrong *at the very "
    "least*? Find out how often its prediction can change, and what that does to the "
    "points between two changes.",
    answer=number(
        9,
        tolerance=0.01,
        feedback="Yes: at most ten pieces, so at most ten changes and eleven runs of "
        "equal predictions. A run of $k$ points has at least $(k-1)/2$ errors, and "
        "$(28-11)/2 = 8.5$ is rounded up.",
    ),
    near=[
        number(
            8.5,
            tolerance=0.01,
            feedback="The bound is right. But errors are counted in whole numbers.",
        ),
        number(
            8,
            tolerance=0.01,
            feedback="Close to the bound. Is it a number of errors that the bound "
            "allows, or were you rounding down?",
        ),
        number(
            18,
            tolerance=0.01,
            feedback="You count an error for each point after the changes are used up. "
            "In a run of equal predictions, are all labels wrong?",
        ),
        number(
            17,
            tolerance=0.01,
            feedback="That is how many changes the prediction lacks. A longer run "
            "swallows two changes at a time: how many errors does that make?",
        ),
        number(
            14,
            tolerance=0.01,
            feedback="Half of the labels are wrong if the prediction never changes. "
            "Nine units can do better.",
        ),
        number(
            9.5,
            tolerance=0.01,
            feedback="How many pieces do nine joints make? And how many runs do "
            "that many changes make?",
        ),
        number(
            10,
            tolerance=0.01,
            feedback="How many pieces do nine joints make? And how many runs do "
            "that many changes make?",
        ),
        number(
            0,
            tolerance=0.01,
            feedback="For that the prediction would have to change 27 times. How often "
            "can it change on one straight piece?",
        ),
    ],
    otherwise="Nine joints make at most ten pieces. On each, the sign changes at most "
    "once. Into how many runs of equal predictions do the 28 points fall?",
)

question(
    "4.1.13",
    title="One offset on paper",
    prompt="Insert $y$ into the first hidden unit of this page's second network, "
    "$h_1' = \\mathrm{a}[-0.6 - y]$, and multiply out. You get a constant, and a "
    "number times each of $h_1$, $h_2$ and $h_3$. Which constant?",
    answer=number(
        -1.6,
        tolerance=0.001,
        feedback="Yes: $-0.6 - 1\\cdot 1$. The offset of the first network's output "
        "reaches every unit of the second layer. The weights are $2$, $3$ and $-9.3$.",
    ),
    near=[
        number(
            -0.6,
            tolerance=0.001,
            feedback="That is the second network's own offset. It sees the first "
            "network's offset too: where does that go when you multiply out?",
        ),
        number(
            0.4,
            tolerance=0.001,
            feedback="You added the first network's offset as it is. With which sign "
            "does $y$ appear in $h_1'$?",
        ),
        number(
            1.6,
            tolerance=0.001,
            feedback="Check the signs of the two offsets.",
        ),
        number(
            0.6,
            tolerance=0.001,
            feedback="You multiplied the two offsets. Which of them does the weight of "
            "$y$ multiply?",
        ),
    ],
    otherwise="Write $-0.6 - (1 - 2h_1 - 3h_2 + 9.3h_3)$ and collect what has no $h$.",
)

question(
    "4.1.14",
    title="In the flat part",
    prompt="With $c = 0.15$ and $s = -0.4$ the second network's input stays between "
    "$-0.6$ and $-0.2$. Into how many straight pieces does the output fall?",
    answer=number(
        1,
        tolerance=0.01,
        feedback="Yes: it is constant. The first network goes on bending, with three "
        "activation patterns, and the second does not pass it on.",
    ),
    near=[
        number(
            3,
            tolerance=0.01,
            feedback="There are three activation patterns. What is the slope of the "
            "output in each of them?",
        ),
        number(
            12,
            tolerance=0.01,
            feedback="For that, every piece would have to pass the three joints. Does "
            "any piece pass any joint here?",
        ),
        number(
            0,
            tolerance=0.01,
            feedback="No joints, that is right. How many pieces has a line without "
            "joints?",
        ),
    ],
    otherwise="What is the slope of the second network between $-0.6$ and $-0.2$?",
)

exercise(
    "4.1.15",
    title="Joints on a grid",
    stub=(
        "def count_joints(y):\n"
        "    bends = np.diff(y, 2)\n"
        "    return np.sum(bends != 0)\n"
    ),
    solution=(
        "def count_joints(y):\n"
        "    bends = np.abs(np.diff(y, 2))\n"
        "    bent = bends > 1e-9 * np.max(np.abs(y))\n"
        "    begins = bent[1:] & ~bent[:-1]\n"
        "    return np.sum(begins) + bent[0]\n"
    ),
    equivalent={"the result has the first argument's type": "a count is whole"},
    reference=_count_joints,
    cases=[
        case(_line([2.5, 8.0], [1.0, -1.0, 2.0], 0.0, np.arange(12.0))),
        case(_line([0.7], [0.1, 0.3], 0.1, 0.1 * np.arange(15))),
        case(_line([1.0, 6.3], [1.0, -0.5, 0.5], -7.0, np.arange(11.0))),
        case(_line([3.3, 9.6], [3e4, -1e4, 7e4], 1e12, 0.3 * np.arange(40))),
        case(1e-12 * _line([3.5, 9.6], [3.0, -1.0, 7.0], 2.0, np.arange(16.0))),
        case(_line([1e9], [0.1, 0.2], 0.0, 0.1 * np.arange(9))),
        case(_line([5.25, 11.5], [-0.7, 0.7, -0.7], -40.0, np.arange(20.0))),
        case(_line([1.5, 6.5], [0.0, 1.0, 0.0], 0.0, np.arange(9.0))),
        case(np.zeros(6)),
        case(np.array([0, 1, 2, 1, 0])),
    ],
    planted=[
        mistake(
            lambda y: np.sum(np.abs(np.diff(y, 2)) > 1e-9 * np.max(np.abs(y))),
            "Rounding errors no longer count. A joint between two points of the grid "
            "still counts twice: write down the second differences near one.",
        ),
        mistake(
            lambda y: np.sum(np.abs(np.diff(y, 2)) > 1e-9 * np.max(np.abs(y))) // 2,
            "Half of them? A joint that falls exactly on a point of the grid shows up "
            "once, not twice.",
        ),
        mistake(
            lambda y: _grouped(np.diff(y, 2) != 0),
            "Neighbors now count once. But some of your joints are rounding errors.",
        ),
        mistake(
            lambda y: _grouped(np.diff(y, 2) > 1e-9 * np.max(np.abs(y))),
            "Your joints all turn upward. What is the second difference where the line "
            "turns down?",
        ),
        mistake(
            lambda y: _grouped(np.abs(np.diff(y, 2)) > 1e-9 * np.max(np.abs(y)), 0),
            "Right, but for a joint so near to the left end that the first second "
            "difference already shows it.",
        ),
        mistake(
            lambda y: np.sum(np.abs(np.diff(np.sign(np.diff(y)))) > 1),
            "You count where the line turns around. At a joint it may also go on in "
            "the same direction, more steeply.",
        ),
        mistake(
            lambda y: len(np.unique(np.round(np.diff(y), 6))) - 1,
            "You count different slopes. A slope may come back later.",
        ),
        mistake(
            lambda y: np.sum(np.diff(y, 2) != 0) // 2,
            "Halving helps only if each joint shows up exactly twice. And some of what "
            "you count are rounding errors.",
        ),
        mistake(
            lambda y: _grouped(np.abs(np.diff(y, 2)) > 1e-9),
            "Your limit is the same whatever the outputs are. What if they are a "
            "billion times larger, or smaller?",
        ),
        mistake(
            lambda y: _grouped(np.abs(np.diff(y, 2)) > 0.25),
            "Your limit hides joints where the slope changes by little. Let it depend "
            "on the size of `y`.",
        ),
        mistake(
            lambda y: np.sum(np.abs(np.diff(y, 2)) > 1e-9),
            "A joint between two points of the grid counts twice in your answer. And "
            "what is a rounding error for outputs of a billion?",
        ),
        mistake(
            lambda y: np.sum(np.abs(np.diff(y, 2)) > 1e-9 * np.max(np.abs(y))) / 2,
            "Can there be half a joint? One that falls exactly on a point of the grid "
            "shows up once.",
        ),
        mistake(
            lambda y: _grouped(np.abs(np.diff(y, 2)) > 1e-9 * np.max(y)),
            "What is your limit where all outputs are negative?",
        ),
        mistake(
            lambda y: np.sum(np.diff(np.abs(np.diff(y, 2)) > 1e-9 * np.max(np.abs(y)))),
            "You count where a group begins and where it ends.",
        ),
        mistake(
            lambda y: np.sum(np.diff(np.sign(np.diff(y))) != 0),
            "You count changes of direction. A slope can change from 1 to 2 and keep "
            "its sign.",
        ),
    ],
    hints=[
        "Try outputs with one joint: `np.abs(np.arange(7) - 2.5)`. Then a straight "
        "line: `0.1 * np.arange(9)`. Print the second differences.",
        "Make a table of truth values first: which second differences are larger than "
        "a rounding error? A joint is where a group of these begins.",
        "A group begins where an entry is true and the one before it is not: "
        "`bent[1:] & ~bent[:-1]`. And what of the very first entry?",
    ],
)
