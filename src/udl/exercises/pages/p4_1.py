"""Exercises and questions of page 4.1, composing networks."""

from itertools import pairwise

import numpy as np

from udl.datasets.networks import networks_to_compose
from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.networks.composition import composition
from udl.networks.pieces import composed_pieces
from udl.networks.shallow import shallow_network

_FIRST, _SECOND = networks_to_compose()
_ADD = np.array([0.0]), np.array([1.0]), 1.0, np.array([1.0])
_DOUBLE = np.array([-2.0]), np.array([1.0]), 0.0, np.array([2.0])
_HEIGHTS = np.array([-1.0, 1.0, -1.01, 1.069])
_JOINTS = np.array([-0.6, -0.2, 0.5])

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
            "Three times: forward, backward, forward.",
            "Yes. The output $y$ rises, falls and rises, each time over almost the "
            "same heights; when it falls, the second curve is traced backward.",
            right=True,
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
    ],
)

question(
    "4.1.2",
    title="How many pieces?",
    prompt="Into how many straight pieces does your sketch fall, from $x=-1$ to $x=1$?",
    answer=number(
        12,
        tolerance=0.01,
        feedback="Yes: three times through a curve of four pieces. The next figure "
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


def _wrong_order(x, first, second):
    return shallow_network(shallow_network(x, *second), *first)


exercise(
    "4.1.3",
    title="One network after the other",
    stub="def composed_output(x, first, second):\n    ...  # your code\n",
    reference=composition,
    cases=[
        case(np.array([0.0, 3.0]), _ADD, _DOUBLE),
        case(np.array([-1.0, 0.0, 1.0]), _FIRST, _SECOND),
        case(np.linspace(-1, 1, 9), _FIRST, _FIRST),
    ],
    random_case=lambda rng: case(rng.uniform(-1, 1, size=6), _FIRST, _SECOND),
    orders=[(1, 2, 0)],
    planted=[
        mistake(
            _wrong_order,
            "Evaluate one `x` by hand: which network sees `x` first?",
        ),
        mistake(
            lambda x, first, second: (
                shallow_network(x, *first) + shallow_network(x, *second)
            ),
            "You add two outputs. What is the input of the second network: `x`, or the "
            "first network's output?",
        ),
        mistake(
            lambda x, first, second: (
                shallow_network(x, *first) * shallow_network(x, *second)
            ),
            "You multiply two outputs. What multiplies is the number of pieces; the "
            "networks themselves are fed into one another.",
        ),
        mistake(
            lambda x, first, second: shallow_network(x, *second),
            "The first network plays no part in your answer.",
        ),
        mistake(
            lambda x, first, second: shallow_network(x, *first),
            "You stop at the first network's output. Who receives it?",
        ),
        mistake(
            lambda x, first, second: shallow_network(
                shallow_network(x, *first), *first
            ),
            "Your first network is fed with itself. Whose parameters does the second "
            "call need?",
        ),
        mistake(
            lambda x, first, second: np.maximum(0, composition(x, first, second)),
            "Your answer is never negative. The activation function acts in hidden "
            "units: is the output one?",
        ),
        mistake(
            lambda x, first, second: shallow_network(
                np.maximum(0, shallow_network(x, *first)), *second
            ),
            "Somewhere you clip the first network's output. It may be negative when "
            "the second network receives it.",
        ),
    ],
    hints=[
        "What does the first network make of the input? Give that a name, `y`.",
        "The second call has the same form as `shallow_network(x, *first)`, with "
        "another input and another network.",
    ],
)

exercise(
    "4.1.4",
    title="Count the pieces of a composition",
    stub="def count_pieces(heights, joints):\n    ...  # your code\n",
    reference=composed_pieces,
    cases=[
        case(np.array([0.0, 2.0, 0.0]), np.array([1.0])),
        case(np.array([0.0, 2.0, 0.0]), np.array([1.0, 3.0])),
        case(np.array([0.0, 1.0, -1.0]), np.array([0.0, 1.0])),
        case(_HEIGHTS, _JOINTS),
        case(np.array([0.0, 1.0, -1.01, 1.069]), _JOINTS),
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
    prompt="In the second network let the weight of $h_1'$ be $+1$ in place of $-1$. "
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
            "The parts where $y<-0.6$: there it rises above the flat level where it "
            "fell below it.",
            "Yes: that is around the lowest heights of the first network. The joints "
            "stay where they were, so there are still twelve pieces.",
            right=True,
        ),
        choice(
            "Nothing: the sign is absorbed by the ReLU.",
            "The weight stands *outside* of the ReLU, so no clipping undoes its sign.",
        ),
    ],
)

question(
    "4.1.6",
    title="Change a weight of the first network",
    prompt="In the first network let the weight of $h_1$ be $-1$ in place of $-2$. "
    "What becomes of the composition where $x<0$?",
    choices=[
        choice(
            "It is half as high.",
            "The weight scales a part of $y$, which is the *input* of the second "
            "network. Which heights $y$ does the left piece run through now?",
        ),
        choice(
            "It shows the right-hand part of the second network's curve alone, "
            "stretched.",
            "Yes. Now $y$ starts at 0 and not at $-1$. It passes one joint of the "
            "second network, 0.5, and never meets the two others.",
            right=True,
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
    prompt="How many pieces has $\\mathrm{f}[\\mathrm{f}[x]]$, the first network fed "
    "with its own output?",
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
    otherwise="How many pieces has the first network, and how many joints does each of "
    "them pass, when the joints are its own?",
)

question(
    "4.1.8",
    title="Three networks",
    prompt="How many pieces has $\\mathrm{f}'[\\mathrm{f}[\\mathrm{f}[x]]]$?",
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
            "has the network that comes last?",
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
    otherwise="How many pieces has $\\mathrm{f}[\\mathrm{f}[x]]$, and what does the "
    "second network make of each?",
)

question(
    "4.1.9",
    title="Any number of copies",
    prompt="And with $n$ copies of the first network in front of the second?",
    choices=[
        choice(
            "$3n + 4$",
            "One copy gave twelve, not seven. What does a further copy do to what "
            "comes after it?",
        ),
        choice(
            "$4 \\cdot 3^n$",
            "Yes. Each copy cuts each piece into three, and the second network makes "
            "four of each.",
            right=True,
        ),
        choice(
            "$12^n$",
            "Two copies gave 36, not 144: the second network is not copied.",
        ),
        choice(
            "$4^{n+1}$",
            "That is the bound for layers of three units that all bend at different "
            "places. How many pieces has *this* first network?",
        ),
    ],
)

question(
    "4.1.10",
    title="One offset by hand",
    prompt="Compute $\\psi_{10}$ for the two networks of this page, from equations "
    "4.1 and 4.3 of UDL as they are written out above.",
    answer=number(
        -1.6,
        tolerance=0.001,
        feedback="Yes: $-0.6 + (-1)\\cdot 1$. The offset of the first network's output "
        "reaches every unit of the second layer.",
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
            feedback="You added the first network's offset as it is. Which number does "
            "the second network multiply its input by?",
        ),
        number(
            1.6,
            tolerance=0.001,
            feedback="Check the signs of the two offsets.",
        ),
    ],
    otherwise="You need three numbers: $\\theta_{10}'$, $\\theta_{11}'$ and $\\phi_0$. "
    "Find each in the two equations above.",
)

question(
    "4.1.11",
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
