"""Exercises and questions of page 4.3, deep neural networks."""

from itertools import pairwise

import numpy as np

from udl.datasets.networks import networks_to_compose
from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.networks.activations import relu
from udl.networks.composition import compose, matrix_form
from udl.networks.deep import deep_network
from udl.networks.parameters import (
    parameter_count,
    parameter_shapes,
    random_network,
)

_FIRST, _SECOND = networks_to_compose()
_TWO_UNITS = np.array([0.0, -2.0]), np.array([1.0, 3.0]), 7.0, np.array([5.0, 6.0])
_TWO_MORE = np.array([1.0, 4.0]), np.array([-1.0, 2.0]), 3.0, np.array([1.0, -2.0])
_INTEGERS = np.array([1, 0, -2]), np.array([2, -1, 1]), 0.5, np.array([1, 3, -1])
_SIZES = [4, 5, 2, 4, 1]


def _random_shallow(rng):
    return rng.normal(size=4), rng.normal(size=4), rng.normal(), rng.normal(size=4)


exercise(
    "4.3.1",
    title="The matrices of a shallow network",
    stub="def matrices(beta_0, omega_0, beta_1, omega_1):\n    ...  # your code\n",
    solution=(
        "def matrices(beta_0, omega_0, beta_1, omega_1):\n"
        "    betas = [beta_0[:, None], np.array([[beta_1]])]\n"
        "    omegas = [omega_0[:, None], omega_1[None, :]]\n"
        "    return betas, omegas\n"
    ),
    equivalent={"the result has the first argument's type": "lists of arrays"},
    reference=matrix_form,
    cases=[case(*_TWO_UNITS), case(*_FIRST), case(*_SECOND), case(*_INTEGERS)],
    random_case=lambda rng: case(*_random_shallow(rng)),
    planted=[
        mistake(
            lambda b0, w0, b1, w1: (
                [b0[:, None], np.array([[b1]])],
                [w0[None], w1[:, None]],
            ),
            "Your weights lie the other way. A matrix has a row for each unit that it "
            "leads to.",
        ),
        mistake(
            lambda b0, w0, b1, w1: ([b0, np.array([b1])], [w0, w1]),
            "These are vectors with one axis. Columns and rows have two.",
        ),
        mistake(
            lambda b0, w0, b1, w1: (
                [w0[:, None], w1[None]],
                [b0[:, None], np.array([[b1]])],
            ),
            "Your two lists are exchanged: the offsets come first.",
        ),
        mistake(
            lambda b0, w0, b1, w1: (
                [b0[:, None], np.array([[b1]])],
                [w1[:, None], w0[None]],
            ),
            "The weights out of the input and those to the output are exchanged.",
        ),
        mistake(
            lambda b0, w0, b1, w1: (
                [b0[None], np.array([[b1]])],
                [w0[:, None], w1[None]],
            ),
            "Your hidden offsets are a row. Each unit has one, and units are rows.",
        ),
        mistake(
            lambda b0, w0, b1, w1: ([b0[:, None], b1], [w0[:, None], w1[None]]),
            "The last offset is still a plain number. As a matrix, how many rows and "
            "columns has it?",
        ),
        mistake(
            lambda b0, w0, b1, w1: (
                [b0[:, None], np.array([[b1]])],
                [w0[:, None], w1[:, None]],
            ),
            "Both of your weight matrices are columns. How many units do the last "
            "weights lead to?",
        ),
        mistake(
            lambda b0, w0, b1, w1: (
                [b0[:, None], np.array([[b1]])],
                [w0[:, None], w1],
            ),
            "Your last weights have a single axis. Give them rows and columns too.",
        ),
        mistake(
            lambda b0, w0, b1, w1: (
                [b0[:, None], w0[:, None]],
                [np.array([[b1]]), w1[None]],
            ),
            "You group by layers. How are the two lists to be filled?",
        ),
        mistake(
            lambda b0, w0, b1, w1: (
                b0[:, None],
                w0[:, None],
                np.array([[b1]]),
                w1[None],
            ),
            "The four arrays come one after the other. They belong in two lists of "
            "two.",
        ),
    ],
    hints=[
        "How many units does $\\bOmega_0$ lead to, and how many numbers come in? That "
        "gives its rows and columns.",
        "`v[:, None]` makes a column of a vector, `v[None, :]` a "
        "row. A number becomes a "
        "matrix as `np.array([[number]])`.",
    ],
)

question(
    "4.3.2",
    title="The shape in the middle",
    prompt="Two shallow networks, each with one input, three hidden units and one "
    "output, are multiplied out. What shape does the weight matrix in the middle have?",
    choices=[
        choice(
            "One by one: a row of three meets a column of three.",
            "That is the product in the other order. Which of the two is applied "
            "first?",
        ),
        choice(
            "Three by one.",
            "That is the shape of the second network's first weights before you "
            "multiply "
            "out. What comes in then?",
        ),
        choice(
            "Three by three.",
            "Yes: a column of three times a row of three. Each unit of "
            "the second layer "
            "hears from each unit of the first.",
            right=True,
        ),
        choice(
            "Six by six.",
            "Layers are not put on top of each other. How many units does this matrix "
            "lead to?",
        ),
    ],
)

question(
    "4.3.3",
    title="One entry by hand",
    prompt="For the two networks of page 4.1, which number is in the "
    "first row and first "
    "column of $\\bOmega_0'\\bOmega_1$? The slopes of the second "
    "network's hidden units "
    "are $-1, 1, 1$, and the weights of the first network are $-2, -3, 9.3$.",
    answer=number(
        2,
        tolerance=1e-6,
        feedback="Yes: $(-1)\\cdot(-2)$, from the first unit of the first layer to the "
        "first unit of the second.",
    ),
    near=[
        number(
            -2,
            tolerance=1e-6,
            feedback="The first row belongs to the first unit of the second network. "
            "What is its slope?",
        ),
        number(
            8.3,
            tolerance=1e-6,
            feedback="You added up three products. This product is a column times a "
            "row: each entry is a single product.",
        ),
        number(
            -3,
            tolerance=1e-6,
            feedback="You added. The entry is a product of one number from each.",
        ),
        number(
            3,
            tolerance=1e-6,
            feedback="That is the first row, second column.",
        ),
    ],
    otherwise="Row one comes from the first entry of the column, column one from the "
    "first entry of the row.",
)


def _parts(first, second):
    (b, w), (later_b, later_w) = first, second
    return b[0], b[1], w[0], w[1], later_b[0], later_b[1], later_w[0], later_w[1]


def _middle(first, second, beta, omega):
    b_0, _, w_0, _, _, later_b, _, later_w = _parts(first, second)
    return [b_0, beta, later_b], [w_0, omega, later_w]


def _own_offset_only(first, second):
    _, _, _, w_1, later, _, w, _ = _parts(first, second)
    return _middle(first, second, later, w @ w_1)


def _offset_unweighted(first, second):
    _, b_1, _, w_1, later, _, w, _ = _parts(first, second)
    return _middle(first, second, later + b_1, w @ w_1)


def _own_offset_lost(first, second):
    _, b_1, _, w_1, _, _, w, _ = _parts(first, second)
    return _middle(first, second, w @ b_1, w @ w_1)


def _last_layer_lost(first, second):
    return tuple(part[:-1] for part in compose(first, second))


def _entry_by_entry(first, second):
    _, b_1, _, w_1, later, _, w, _ = _parts(first, second)
    return _middle(first, second, later + w @ b_1, w.ravel() * w_1.ravel())


def _inner_product(first, second):
    _, b_1, _, w_1, later, _, w, _ = _parts(first, second)
    return _middle(first, second, later + w @ b_1, w_1 @ w)


def _transposed(first, second):
    _, b_1, _, w_1, later, _, w, _ = _parts(first, second)
    return _middle(first, second, later + w @ b_1, (w @ w_1).T)


def _clipped_offset(first, second):
    _, b_1, _, w_1, later, _, w, _ = _parts(first, second)
    return _middle(first, second, later + w @ relu(b_1), w @ w_1)


def _weights_added(first, second):
    _, b_1, _, w_1, later, _, w, _ = _parts(first, second)
    return _middle(first, second, later + w @ b_1, w + w_1)


def _first_speaks_last(first, second):
    betas, omegas = compose(first, second)
    return [*betas[:2], first[0][1]], [*omegas[:2], first[1][1]]


def _in_a_row(first, second):
    return [*first[0], *second[0]], [*first[1], *second[1]]


exercise(
    "4.3.4",
    title="Two networks multiplied out",
    stub="def multiplied_out(first, second):\n    ...  # your code\n",
    solution=(
        "def multiplied_out(first, second):\n"
        "    (beta_0, beta_1), (omega_0, omega_1) = first\n"
        "    (later_0, later_1), (next_0, next_1) = second\n"
        "    betas = [beta_0, later_0 + next_0 @ beta_1, later_1]\n"
        "    return betas, [omega_0, next_0 @ omega_1, next_1]\n"
    ),
    reference=compose,
    cases=[
        case(matrix_form(*_TWO_UNITS), matrix_form(*_SECOND)),
        case(matrix_form(*_TWO_UNITS), matrix_form(*_TWO_MORE)),
        case(matrix_form(*_FIRST), matrix_form(*_SECOND)),
        case(
            matrix_form(*_TWO_UNITS[:2], -7.0, _TWO_UNITS[3]), matrix_form(*_TWO_MORE)
        ),
    ],
    random_case=lambda rng: case(
        random_network([1, 3, 1], rng), random_network([1, 3, 1], rng)
    ),
    planted=[
        mistake(
            _own_offset_only,
            "The second network sees the first one's offset too: where does it go when "
            "you multiply out?",
        ),
        mistake(
            _offset_unweighted,
            "You add the first network's offset as it is. What does the second network "
            "do to its input before it adds anything?",
        ),
        mistake(
            _own_offset_lost,
            "The second network's own hidden offsets play no part in your answer.",
        ),
        mistake(
            _last_layer_lost,
            "Your network ends with its second hidden layer. What leads from there to "
            "the output?",
        ),
        mistake(
            _entry_by_entry,
            "Every unit of layer 2 hears from every unit of layer 1: how many numbers "
            "is that? You have one for each unit.",
        ),
        mistake(
            _inner_product,
            "A row times a column makes one number. In which order are the two "
            "matrices "
            "in the equation?",
        ),
        mistake(
            _transposed,
            "Your middle weights are transposed: rows belong to the second network's "
            "units.",
        ),
        mistake(
            lambda first, second: compose(second, first),
            "This is the other composition. Which network sees the input first?",
        ),
        mistake(
            _in_a_row,
            "You put the networks in a row, as if the first one's output were one more "
            "hidden layer. Then it would be clipped: is it?",
        ),
        mistake(
            _clipped_offset,
            "Somewhere you clip. Is there an activation function between the first "
            "network's output and the second network?",
        ),
        mistake(
            lambda first, second: _middle(
                first,
                second,
                compose(first, second)[0][1],
                relu(compose(first, second)[1][1]),
            ),
            "You clip the middle weights. The activation function works on what "
            "units receive, not on weights.",
        ),
        mistake(
            _weights_added,
            "You add the two weights. The second network multiplies its input, and "
            "that input holds the first one's weights.",
        ),
        mistake(
            _first_speaks_last,
            "Your last layer is the first network's. Which of the two networks "
            "speaks last?",
        ),
        mistake(
            lambda first, second: [part[1] for part in compose(first, second)],
            "The two new arrays came back alone. A network needs its other four "
            "arrays as well.",
        ),
        mistake(
            lambda first, second: tuple(part[1:] for part in compose(first, second)),
            "Your network begins in the middle. What does the first network do with"
            " the input?",
        ),
        mistake(
            lambda first, second: _middle(
                first, second, second[0][0] * first[0][1], compose(first, second)[1][1]
            ),
            "You multiply the two offsets. What does the second network multiply "
            "its input by, and what does it add?",
        ),
    ],
    hints=[
        "Give names to all eight arrays first. Four of them go into the answer "
        "unchanged.",
        "The weights in the middle are a matrix product, `@`. Which of the two has "
        "to be "
        "on the left, so that a column meets a row?",
        "The offset in the middle: the second network's own one, and the first "
        "network's, multiplied by what the second multiplies its input by.",
    ],
)


_X = np.array([[-0.5, 1 / 3, 5.231 / 6.3]])
_DEEP = compose(matrix_form(*_FIRST), matrix_form(*_SECOND))


def _three_heights(x, betas, omegas):
    h = relu(betas[0] + omegas[0] @ x)
    z = np.array([[0.5, 0, 0], [0, 0, 0], [0, 0.25, 0.75]])
    return np.zeros((3, 1)), z @ np.linalg.inv(h)


def _heights(found, x, betas, omegas):
    new_betas = [betas[0], np.array(found[0], dtype=float), betas[2]]
    new_omegas = [omegas[0], np.array(found[1], dtype=float), omegas[2]]
    return deep_network(x, new_betas, new_omegas)[0]


def _rises(found, x, betas, omegas):
    if [np.shape(part) for part in found] != [(3, 1), (3, 3)]:
        return False
    heights = _heights(found, x, betas, omegas)
    return bool(np.all(np.abs(heights - [0, 1, 2]) < 0.01))


def _without_clipping(x, betas, omegas):
    needed = np.array([0.0, 1.0, 2.0]) - betas[2][0]
    h = relu(betas[0] + omegas[0] @ x)
    z = np.array([-needed / 3, -needed / 4.5, needed / 6])
    return np.zeros((3, 1)), z @ np.linalg.inv(h)


def _offset_forgotten(x, betas, omegas):
    h = relu(betas[0] + omegas[0] @ x)
    z = np.array([[0, 0, 0], [0, 0, 0], [0, 0.5, 1]])
    return np.zeros((3, 1)), z @ np.linalg.inv(h)


def _from_pre_activations(x, betas, omegas):
    z = np.array([[0.5, 0, 0], [0, 0, 0], [0, 0.25, 0.75]])
    return np.zeros((3, 1)), z @ np.linalg.pinv(betas[0] + omegas[0] @ x)


def _other_order(x, betas, omegas):
    h = relu(betas[0] + omegas[0] @ x)
    z = np.array([[0.5, 0, 0], [0, 0, 0], [0, 0.25, 0.75]])
    return np.zeros((3, 1)), np.linalg.inv(h) @ z


def _rescaled_copies(x, betas, omegas):
    return betas[1], 2 * omegas[1]


exercise(
    "4.3.5",
    title="Three heights",
    stub="def middle(x, betas, omegas):\n    ...  # your code\n",
    solution=(
        "def middle(x, betas, omegas):\n"
        "    h = np.maximum(0, betas[0] + omegas[0] @ x)  # (3, 3)\n"
        "    needed = np.array([0, 1, 2]) - betas[2][0]\n"
        "    z = np.array([-needed, np.zeros(3), needed / 2])  # clipped next\n"
        "    return np.zeros((3, 1)), z @ np.linalg.inv(h)\n"
    ),
    equivalent={
        "needed = np.array([0, 1, 2]) - betas[2][-1]": "there is one output",
        "right for the sizes of the first case only": "there is one network",
        "the result has the first argument's type": "the inputs are floats",
    },
    reference=_three_heights,
    cases=[case(_X, *_DEEP)],
    accept=_rises,
    parts=["beta_1", "omega_1"],
    planted=[
        mistake(
            lambda x, betas, omegas: (betas[1], omegas[1]),
            "This is the composition as it was: the same height three times.",
        ),
        mistake(
            _rescaled_copies,
            "Twice the same matrix is a multiple of one row too. The three inputs look "
            "alike to every unit of the second layer.",
        ),
        mistake(
            _without_clipping,
            "The pre-activations would be right if nothing were clipped. Which of "
            "yours are negative?",
        ),
        mistake(
            _offset_forgotten,
            "All three heights are off by the same amount: what does the output add at "
            "the end?",
        ),
        mistake(
            _from_pre_activations,
            "You solve for the pre-activations of the first layer. What does the "
            "second layer get?",
        ),
        mistake(
            _other_order,
            "Three by three, and in the wrong order: with weights on the left, which "
            "matrix do you have to undo, and on which side is it?",
        ),
        mistake(
            lambda x, betas, omegas: _three_heights(x, betas, omegas)[::-1],
            "Your two arrays are exchanged: the offsets come first.",
        ),
    ],
    hints=[
        "At the three inputs, print `h`, the activations of the first layer. Three "
        "columns, and they are not multiples of each other.",
        "Choose what the units of the second layer are to receive: three numbers for "
        "each of the three inputs. The last unit has the weight 2 and can push the "
        "output up, the first has $-1$ and can pull it down.",
        "If `z` holds the pre-activations you want, a column for each input, then with "
        "offsets of zero you need `omega_1 @ h = z`. That is solved by "
        "`z @ np.linalg.inv(h)`.",
    ],
)

exercise(
    "4.3.6",
    title="All shapes of a deep network",
    stub="def parameter_shapes_of(sizes):\n    ...  # your code\n",
    solution=(
        "def parameter_shapes_of(sizes):\n"
        "    betas = [(to, 1) for to in sizes[1:]]\n"
        "    omegas = [(to, have) for have, to in zip(sizes, sizes[1:])]\n"
        "    return betas, omegas\n"
    ),
    equivalent={"the result has the first argument's type": "lists of pairs"},
    reference=parameter_shapes,
    cases=[case([2, 3, 1]), case(_SIZES), case([1, 3, 3, 1]), case([7, 2])],
    random_case=lambda rng: case(rng.integers(1, 9, size=6).tolist()),
    planted=[
        mistake(
            lambda sizes: (
                parameter_shapes(sizes)[0],
                [(a, b) for a, b in pairwise(sizes)],
            ),
            "Your weight matrices lie on their sides. They multiply what comes in from "
            "the left: what must their columns match?",
        ),
        mistake(
            lambda sizes: ([(b,) for b in sizes[1:]], parameter_shapes(sizes)[1]),
            "Offsets with one axis would be added once for each example and not once "
            "for each unit. Give them a second dimension.",
        ),
        mistake(
            lambda sizes: ([(1, b) for b in sizes[1:]], parameter_shapes(sizes)[1]),
            "Your offsets are rows. A row would give each example its own offset.",
        ),
        mistake(
            lambda sizes: ([(a, 1) for a in sizes[:-1]], parameter_shapes(sizes)[1]),
            "An offset is added to what a layer *receives*: it has as many numbers as "
            "there are units behind the weights, not before them.",
        ),
        mistake(
            lambda sizes: tuple(part[:-1] for part in parameter_shapes(sizes)),
            "One layer is missing: the outputs have weights and offsets too.",
        ),
        mistake(
            lambda sizes: ([(a, 1) for a in sizes], parameter_shapes(sizes)[1]),
            "You have one offset too many. Does the input layer receive a sum?",
        ),
        mistake(
            lambda sizes: list(zip(*parameter_shapes(sizes), strict=True)),
            "You go layer by layer. The offsets of all layers make one list, the "
            "weights "
            "another.",
        ),
        mistake(
            lambda sizes: parameter_shapes(sizes)[::-1],
            "Your two lists are exchanged: the offsets come first.",
        ),
        mistake(
            lambda sizes: (list(sizes[1:]), parameter_shapes(sizes)[1]),
            "A single number for each offset: give its rows and its columns.",
        ),
        mistake(
            lambda sizes: tuple(
                [np.zeros(shape) for shape in part] for part in parameter_shapes(sizes)
            ),
            "You return the arrays themselves. Their shapes are asked for.",
        ),
        mistake(
            lambda sizes: tuple(part[::-1] for part in parameter_shapes(sizes)),
            "You walk from the outputs to the inputs.",
        ),
        mistake(
            lambda sizes: (
                parameter_shapes(sizes)[0],
                [(b, a + 1) for a, b in pairwise(sizes)],
            ),
            "Your weight matrices have a column too many. The offsets have arrays "
            "of their own here.",
        ),
    ],
    hints=[
        "Each pair of neighbors in `sizes` is one step: from how many, to how many?",
        "For the step from `have` to `to` units, the weights have `to` rows. And "
        "columns?",
    ],
)


def _forward(x, betas, omegas, *, clip_output=False, clip=relu, offsets=True):
    h = x
    for k, (beta, omega) in enumerate(zip(betas, omegas, strict=True)):
        h = omega @ h + offsets * beta
        if k < len(omegas) - 1 or clip_output:
            h = clip(h)
    return h


def _flat_offsets(x, betas, omegas):
    h = x
    for k, (beta, omega) in enumerate(zip(betas, omegas, strict=True)):
        h = omega @ h + beta.ravel()
        h = relu(h) if k < len(omegas) - 1 else h
    return h


def _offsets_after_clipping(x, betas, omegas):
    h = x
    for beta, omega in zip(betas[:-1], omegas[:-1], strict=True):
        h = beta + relu(omega @ h)
    return betas[-1] + omegas[-1] @ h


def _first_layer_linear(x, betas, omegas):
    return _forward(betas[0] + omegas[0] @ x, betas[1:], omegas[1:])


def _stepping(step):
    """Make a network whose layers combine what they have in another way."""

    def network(x, betas, omegas):
        h = x
        for k, (beta, omega) in enumerate(zip(betas, omegas, strict=True)):
            f = step(beta, omega, h)
            h = relu(f) if k < len(omegas) - 1 else f
        return h

    return network


def _always_from_x(x, betas, omegas):
    return _stepping(lambda beta, omega, _h: beta + omega @ x)(x, betas, omegas)


def _clipped_once(x, betas, omegas):
    h = relu(betas[0] + omegas[0] @ x)
    return _forward(h, betas[1:], omegas[1:], clip=lambda z: z)


def _output_offset_only(x, betas, omegas):
    return betas[-1] + _forward(x, betas, omegas, offsets=False)


_SMALL = (
    np.array([[1.0, 0.0], [0.0, 2.0]]),
    [np.array([[-0.5], [1.0]]), np.array([[-3.0]])],
    [np.array([[1.0, 1.0], [-1.0, -2.0]]), np.array([[2.0, -1.0]])],
)


def _deep_case(seed, sizes, examples):
    rng = np.random.default_rng(seed)
    return case(rng.normal(size=(sizes[0], examples)), *random_network(sizes, rng))


exercise(
    "4.3.7",
    title="A network of any depth",
    stub="def network(x, betas, omegas):\n    ...  # your code\n",
    solution=(
        "def network(x, betas, omegas):\n"
        "    h = x\n"
        "    for beta, omega in zip(betas[:-1], omegas[:-1]):\n"
        "        h = np.maximum(0, beta + omega @ h)\n"
        "    return betas[-1] + omegas[-1] @ h\n"
    ),
    reference=deep_network,
    cases=[
        case(*_SMALL),
        case(-_SMALL[0], _SMALL[1], _SMALL[2]),
        case(
            np.array([[1, -1, 0], [2, 1, -3]]), _SMALL[1], [0.5 * w for w in _SMALL[2]]
        ),
        _deep_case(0, [2, 3, 2, 2], 2),
        _deep_case(1, _SIZES, 6),
    ],
    random_case=lambda rng: case(
        rng.normal(size=(3, 5)), *random_network([3, 4, 4, 2], rng)
    ),
    orders=[(1, 2, 0)],
    planted=[
        mistake(
            lambda x, b, w: _forward(x, b, w, clip_output=True),
            "Your output is never negative. Is the last layer clipped in the "
            "equations?",
        ),
        mistake(
            lambda x, b, w: _forward(x, b, w, clip=lambda z: z),
            "Without activation functions all layers collapse into one matrix. Where "
            "do "
            "the equations have them?",
        ),
        mistake(
            lambda x, b, w: _forward(relu(x), b, w),
            "You clip the inputs too. What enters the first layer?",
        ),
        mistake(
            _flat_offsets,
            "Your offsets are added along the examples. They belong to the units: keep "
            "them as columns.",
        ),
        mistake(
            lambda x, b, w: _forward(x, b, w, offsets=False),
            "The offsets play no part in your answer.",
        ),
        mistake(
            _output_offset_only,
            "Your hidden layers have no offsets: `betas` holds one for each layer.",
        ),
        mistake(
            _offsets_after_clipping,
            "You add the offset after the clipping. What is inside the brackets of the "
            "equations?",
        ),
        mistake(
            _clipped_once,
            "Your first hidden layer is clipped, the later ones are not. Which layers "
            "does the second line of the equations describe?",
        ),
        mistake(
            lambda x, b, w: _forward(x, b[:-1], w[:-1], clip_output=True),
            "You stop at the last hidden layer. One step is missing.",
        ),
        mistake(
            _stepping(lambda beta, omega, h: omega @ h - beta),
            "With which sign do the offsets enter?",
        ),
        mistake(
            _stepping(lambda beta, omega, h: beta + omega.T @ h),
            "You turn the weights around. They have a row for each unit that they "
            "lead to: what must the columns match?",
        ),
        mistake(
            _stepping(lambda beta, omega, h: beta + omega * h),
            "`*` multiplies entry by entry. A unit adds up what it gets from all "
            "units of the layer before: which product does that?",
        ),
        mistake(
            _always_from_x,
            "A later layer of yours gets the inputs. What should it get?",
        ),
        mistake(
            lambda x, b, w: _forward(x, b, w, clip=np.tanh),
            "Your activation function is tanh. On this page it is the ReLU.",
        ),
        mistake(
            lambda x, b, w: _forward(x, b, w, clip=lambda z: 1 / (1 + np.exp(-z))),
            "Your activation function is the logistic sigmoid. On this page it is "
            "the ReLU.",
        ),
        mistake(
            lambda x, b, w: _forward(x, b, w, clip=np.abs),
            "Negative pre-activations come through with their sign changed. The "
            "ReLU lets none of them through.",
        ),
        mistake(
            lambda x, b, w: _forward(x, b, w, clip=lambda z: np.minimum(z, 0)),
            "Your activations are never positive: which half does the ReLU keep?",
        ),
        mistake(
            lambda x, b, w: _forward(x, b, w, clip=lambda z: (z > 0).astype(float)),
            "Your activations are 0 or 1 only. An open unit passes its "
            "pre-activation on.",
        ),
        mistake(
            _first_layer_linear,
            "Your first hidden layer is not clipped. Which layers have the "
            "activation function in the equations?",
        ),
        mistake(
            lambda x, b, w: _forward(x, [*b[:-1], 0 * b[-1]], w),
            "The outputs have offsets too.",
        ),
        mistake(
            lambda x, b, w: _forward(x, b, w).ravel(),
            "The numbers are right and lie in one row. Which shape should they have?",
        ),
    ],
    hints=[
        "Keep one variable for what goes into the next layer. At the beginning it is "
        "`x`.",
        "Every step is `beta + omega @ h`. Which of the steps is followed by the "
        "activation function, and which is not?",
        "`zip(betas[:-1], omegas[:-1])` runs through all layers but the last.",
    ],
)

question(
    "4.3.8",
    title="Twice as many examples",
    prompt="You send eight examples through the network instead of four. Which shapes "
    "change?",
    choices=[
        choice(
            "Those of everything, weights and offsets too.",
            "Then a trained network could only ever be used on batches of one size.",
        ),
        choice(
            "The columns of $X$, of all activations and of the output.",
            "Yes. The parameters do not know how many examples there are.",
            right=True,
        ),
        choice(
            "Those of $X$ and of the offsets, which need a column for each example.",
            "The offset of a unit is the same for all examples: one column is enough.",
        ),
        choice(
            "Only that of $X$.",
            "Each example has activations and an output of its own.",
        ),
    ],
)

question(
    "4.3.9",
    title="Count the parameters",
    prompt="How many parameters does the network with four inputs, hidden layers of "
    "five, two and four units, and one output have?",
    answer=number(
        54,
        tolerance=0.01,
        feedback="Yes: $5\\cdot 5 + 2\\cdot 6 + 4\\cdot 3 + 1\\cdot 5$.",
    ),
    near=[
        number(
            42,
            tolerance=0.01,
            feedback="These are the weights. Every unit has an offset too.",
        ),
        number(
            12,
            tolerance=0.01,
            feedback="These are the offsets. Now add the weights.",
        ),
        number(
            58,
            tolerance=0.01,
            feedback="Inputs have no offsets: nothing leads to them.",
        ),
        number(
            160,
            tolerance=0.01,
            feedback="That is the product of all sizes. Only neighboring layers are "
            "connected.",
        ),
        number(
            49,
            tolerance=0.01,
            feedback="The output is missing: it has weights and an offset.",
        ),
    ],
    otherwise="Begin with the first hidden layer: five units, each with four weights "
    "and one offset. Then go on.",
)

question(
    "4.3.10",
    title="The price of freedom",
    prompt="Derive it: two shallow networks, each with one input, $D$ hidden units and "
    "one output, are composed. A network with two hidden layers of $D$ units has more "
    "parameters than the two networks together. How many more, for $D = 100$?",
    answer=number(
        9799,
        tolerance=0.5,
        feedback="Yes: $3D + 1 + D(D+1)$ less twice $3D + 1$, that is $D^2 - 2D - 1$. "
        "For the three units of this page it is 2.",
    ),
    near=[
        number(
            10401,
            tolerance=0.5,
            feedback="That is the number of parameters of the deep network. Now "
            "subtract those of the two networks.",
        ),
        number(
            10000,
            tolerance=0.5,
            feedback="That is the middle matrix. It replaces two arrays of the two "
            "networks, and the offsets change in number as well.",
        ),
        number(
            9800,
            tolerance=0.5,
            feedback="The middle matrix less what it replaces. One offset is left "
            "over: "
            "which of the two networks' offsets has no place in the deep one?",
        ),
        number(
            602,
            tolerance=0.5,
            feedback="That is what the two networks have together.",
        ),
        number(
            9499,
            tolerance=0.5,
            feedback="Have you counted the offsets of both hidden layers?",
        ),
        number(
            10100,
            tolerance=0.5,
            feedback="That is one network less. There are two.",
        ),
    ],
    otherwise="Count the parameters of one shallow network with $D$ hidden units, and "
    "double. Then count those of the network with two hidden layers.",
)

exercise(
    "4.3.11",
    title="The number of parameters",
    stub="def count(sizes):\n    ...  # your code\n",
    solution=(
        "def count(sizes):\n"
        "    return sum(to * (have + 1) for have, to in zip(sizes, sizes[1:]))\n"
    ),
    equivalent={"the result has the first argument's type": "sizes are whole"},
    reference=parameter_count,
    cases=[case([2, 3, 1]), case(_SIZES), case([1, 3, 3, 1]), case([7, 2])],
    random_case=lambda rng: case(rng.integers(1, 9, size=6).tolist()),
    uses={"parameter_shapes_of": "4.3.6"},
    planted=[
        mistake(
            lambda sizes: sum(a * b for a, b in pairwise(sizes)),
            "These are the weights alone.",
        ),
        mistake(
            lambda sizes: sum(a * b for a, b in pairwise(sizes)) + sum(sizes),
            "You give offsets to the inputs. Does anything lead to an input?",
        ),
        mistake(
            lambda sizes: sum(a * (b + 1) for a, b in pairwise(sizes)),
            "You count an offset for each unit that a layer comes *from*. To which "
            "side "
            "are offsets added?",
        ),
        mistake(
            lambda sizes: parameter_count(sizes) - sizes[-1],
            "The outputs have offsets too.",
        ),
        mistake(
            lambda sizes: sum(a * b + 1 for a, b in pairwise(sizes)),
            "One offset for a whole layer? How many units does it lead to?",
        ),
        mistake(
            lambda sizes: sum(b * (a + 1) for a, b in pairwise(sizes[:-1])),
            "You stop at the last hidden layer. What leads from there to the output?",
        ),
        mistake(
            lambda sizes: sum(sizes[1:]),
            "These are the offsets alone.",
        ),
        mistake(
            lambda sizes: int(np.prod(sizes)),
            "You multiply all sizes. Are units connected across several layers?",
        ),
        mistake(
            lambda sizes: sizes[1] * (sizes[0] + 1),
            "Only the first layer counts: does `return` stand inside the loop?",
        ),
        mistake(
            lambda sizes: sizes[-1] * (sizes[-2] + 1),
            "Only the last layer counts: is the total overwritten in each round?",
        ),
        mistake(
            lambda sizes: [b * (a + 1) for a, b in pairwise(sizes)],
            "One number for each layer came back. How many parameters are there in "
            "all?",
        ),
        mistake(
            lambda sizes: (
                3 * sizes[1] + 1 + (len(sizes) - 3) * sizes[1] * (sizes[1] + 1)
            ),
            "This formula is for one input, one output and hidden layers of equal "
            "width. Here the sizes may differ.",
        ),
        mistake(
            lambda sizes: sum((b + 1) * (a + 1) for a, b in pairwise(sizes)),
            "Both sizes get one more in yours. An offset belongs to a unit that "
            "receives: which factor counts what it needs?",
        ),
        mistake(
            lambda sizes: sum(sizes),
            "That is the number of units, inputs and outputs too. What does each "
            "unit need?",
        ),
    ],
    hints=[
        "A unit gets something from each of `have` units. How many numbers does it "
        "need?",
        "`have + 1` for each of `to` units. Add over neighboring sizes.",
    ],
)


def _rescaled(betas, omegas, factors):
    factors = np.asarray(factors)
    first = [factors[:, None] * betas[0], *betas[1:]]
    return first, [factors[:, None] * omegas[0], omegas[1] / factors, *omegas[2:]]


def _rescaled_wrongly(change):
    def function(betas, omegas, factors):
        betas, omegas = list(betas), list(omegas)
        change(betas, omegas, np.asarray(factors))
        return betas, omegas

    return function


def _only_weights(betas, omegas, factors):
    omegas[0] = factors[:, None] * omegas[0]
    omegas[1] = omegas[1] / factors


def _not_turned_down(betas, omegas, factors):
    betas[0] = factors[:, None] * betas[0]
    omegas[0] = factors[:, None] * omegas[0]


def _next_offset_too(betas, omegas, factors):
    betas[0] = factors[:, None] * betas[0]
    omegas[0] = factors[:, None] * omegas[0]
    betas[1] = betas[1] / np.mean(factors)
    omegas[1] = omegas[1] / factors


def _only_offsets(betas, omegas, factors):
    betas[0] = factors[:, None] * betas[0]
    omegas[1] = omegas[1] / factors


def _turned_up_twice(betas, omegas, factors):
    betas[0] = factors[:, None] * betas[0]
    omegas[0] = factors[:, None] * omegas[0]
    omegas[1] = omegas[1] * factors


def _by_the_mean(betas, omegas, factors):
    betas[0] = factors[:, None] * betas[0]
    omegas[0] = factors[:, None] * omegas[0]
    omegas[1] = omegas[1] / np.mean(factors)


def _columns_twice(betas, omegas, factors):
    betas[0] = factors[:, None] * betas[0]
    omegas[0] = omegas[0] * np.resize(factors, omegas[0].shape[1])
    omegas[1] = omegas[1] / factors


def _rescaled_case(seed, sizes):
    rng = np.random.default_rng(seed)
    return case(
        *random_network(sizes, rng), rng.uniform(0.5, 3, size=sizes[1]).round(1)
    )


exercise(
    "4.3.12",
    title="Up here, down there",
    stub=(
        "def rescaled(betas, omegas, factors):\n"
        "    betas, omegas = list(betas), list(omegas)\n"
        "    betas[0] = factors[:, None] * betas[0]\n"
        "    omegas[0] = factors[:, None] * omegas[0]\n"
        "    omegas[1] = omegas[1] / factors[:, None]\n"
        "    return betas, omegas\n"
    ),
    solution=(
        "def rescaled(betas, omegas, factors):\n"
        "    betas, omegas = list(betas), list(omegas)\n"
        "    betas[0] = factors[:, None] * betas[0]\n"
        "    omegas[0] = factors[:, None] * omegas[0]\n"
        "    omegas[1] = omegas[1] / factors  # column d by factor d\n"
        "    return betas, omegas\n"
    ),
    equivalent={
        "omegas, omegas = (list(betas), list(omegas))": "only spares the given list",
        "the result has the first argument's type": "lists stay lists",
    },
    reference=_rescaled,
    cases=[
        _rescaled_case(0, [2, 3, 3, 1]),
        _rescaled_case(1, [1, 2, 2, 2]),
        _rescaled_case(2, [3, 4, 2, 1]),
        _rescaled_case(3, [2, 3, 1]),
    ],
    parts=["the offsets", "the weights"],
    planted=[
        mistake(
            _rescaled_wrongly(_only_weights),
            "The offsets have to be turned up with the weights: the factor multiplies "
            "the whole pre-activation.",
        ),
        mistake(
            _rescaled_wrongly(_not_turned_down),
            "Hidden layer 1 is louder now. Which weights have to make up for it?",
        ),
        mistake(
            _rescaled_wrongly(_next_offset_too),
            "The offsets of layer 2 do not depend on layer 1. Must they change?",
        ),
        mistake(
            _rescaled_wrongly(_turned_up_twice),
            "Turned up before the activation function, and turned up again after it.",
        ),
        mistake(
            _rescaled_wrongly(_by_the_mean),
            "You turn all units down by the same number. Each has a factor of its own.",
        ),
        mistake(
            _rescaled_wrongly(_columns_twice),
            "The weights out of layer 1 are right now. Those into it were right "
            "before, "
            "and no longer are.",
        ),
        mistake(
            _rescaled_wrongly(_only_offsets),
            "The offsets of layer 1 are turned up, the weights into it are not. The"
            " factor multiplies the whole pre-activation.",
        ),
    ],
    hints=[
        "Try it with two different factors. Which entries of the second matrix belong "
        "to unit 1 of the first layer: a row or a column?",
        "`factors[:, None]` is a column: it works along the rows of a matrix. "
        "`factors` alone lines up with the last axis.",
    ],
)


def _stacked(first, second):
    (b, w), (c, v) = first, second
    zero = np.zeros((len(w[1]), v[1].shape[1]))
    other = np.zeros((len(v[1]), w[1].shape[1]))
    middle = np.block([[w[1], zero], [other, v[1]]])
    betas = [np.vstack([b[0], c[0]]), np.vstack([b[1], c[1]]), b[2] + c[2]]
    omegas = [np.vstack([w[0], v[0]]), middle, np.hstack([w[2], v[2]])]
    return betas, omegas


def _is_the_sum(found, first, second):
    if len(found) != 2 or len(found[0]) != 3 or len(found[1]) != 3:
        return False
    betas, omegas = ([np.array(a, dtype=float) for a in part] for part in found)
    wanted = _stacked(first, second)
    if [a.shape for a in betas + omegas] != [a.shape for a in wanted[0] + wanted[1]]:
        return False
    x = np.random.default_rng(43).normal(size=(omegas[0].shape[1], 50))
    both = deep_network(x, *first) + deep_network(x, *second)
    return bool(np.allclose(deep_network(x, betas, omegas), both, atol=1e-9))


def _stacked_wrongly(**changes):
    def function(first, second):
        betas, omegas = _stacked(first, second)
        parts = {"b2": betas[2]} | {f"w{k}": omegas[k] for k in range(3)}
        parts |= {
            name: change(first, second, parts[name]) for name, change in changes.items()
        }
        return [*betas[:2], parts["b2"]], [parts["w0"], parts["w1"], parts["w2"]]

    return function


def _in_blocks(layer):
    def block(first, second, _):
        w, v = first[1][layer], second[1][layer]
        zero = np.zeros((len(w), v.shape[1]))
        return np.block([[w, zero], [np.zeros((len(v), w.shape[1])), v]])

    return block


def _one_below_the_other(first, second, _):
    return np.vstack([first[0][2], second[0][2]])


def _middle_exchanged(first, second, _):
    return _in_blocks(1)(second, first, _)


def _all_connected(first, second, middle):
    return np.where(middle == 0, 1.0, middle)


def _both_networks(seed, first, second):
    rng = np.random.default_rng(seed)
    return case(random_network(first, rng), random_network(second, rng))


exercise(
    "4.3.13",
    title="Two networks side by side",
    stub="def side_by_side(first, second):\n    ...  # your code\n",
    solution=(
        "def side_by_side(first, second):\n"
        "    (b, w), (c, v) = first, second\n"
        "    zero = np.zeros((len(w[1]), v[1].shape[1]))\n"
        "    other = np.zeros((len(v[1]), w[1].shape[1]))\n"
        "    middle = np.block([[w[1], zero], [other, v[1]]])\n"
        "    betas = [np.vstack([b[0], c[0]]), np.vstack([b[1], c[1]]), b[2] + c[2]]\n"
        "    return betas, [np.vstack([w[0], v[0]]), middle, np.hstack([w[2], v[2]])]\n"
    ),
    reference=_stacked,
    cases=[
        _both_networks(0, [2, 3, 2, 1], [2, 2, 4, 1]),
        _both_networks(1, [1, 2, 2, 2], [1, 3, 1, 2]),
        _both_networks(2, [1, 3, 3, 1], [1, 3, 3, 1]),
    ],
    accept=_is_the_sum,
    parts=["the offsets", "the weights"],
    planted=[
        mistake(
            _stacked_wrongly(w1=_all_connected),
            "Units of the one network now hear from units of the other. What do the "
            "entries between them have to be?",
        ),
        mistake(
            _stacked_wrongly(b2=lambda first, second, beta: first[0][2]),
            "One of the two output offsets is missing from the sum.",
        ),
        mistake(
            _stacked_wrongly(b2=lambda first, second, beta: beta / 2),
            "You average the output offsets. The outputs are to be added.",
        ),
        mistake(
            _stacked_wrongly(w2=lambda first, second, omega: omega / 2),
            "You average the outputs' weights. The outputs are to be added.",
        ),
        mistake(
            _stacked_wrongly(
                w2=lambda first, second, omega: np.hstack([second[1][2], first[1][2]])
            ),
            "The output takes the units of the second network for those of the first. "
            "In which order did you stack them?",
        ),
        mistake(
            lambda first, second: (
                [b + c for b, c in zip(first[0], second[0], strict=True)],
                [w + v for w, v in zip(first[1], second[1], strict=True)],
            ),
            "You add the parameters. The activation functions in between do not let "
            "sums pass. Keep the units of both networks.",
        ),
        mistake(
            _stacked_wrongly(b2=_one_below_the_other),
            "Your output layer has the offsets of both networks, one below the "
            "other. How many outputs has the sum?",
        ),
        mistake(
            _stacked_wrongly(w0=_in_blocks(0)),
            "In yours each network has inputs of its own. They get the same input: "
            "what does that mean for the columns of the first matrix?",
        ),
        mistake(
            _stacked_wrongly(w2=_in_blocks(2)),
            "Your last matrix keeps the two outputs apart. They are to be added: "
            "how many rows has it then?",
        ),
        mistake(
            _stacked_wrongly(
                b2=_one_below_the_other, w0=_in_blocks(0), w2=_in_blocks(2)
            ),
            "These are two networks that know nothing of each other, with inputs "
            "and outputs of their own. The inputs are the same, and the outputs are"
            " added.",
        ),
        mistake(
            _stacked_wrongly(w1=_middle_exchanged),
            "The two blocks in the middle are exchanged. In which order did you "
            "stack the units?",
        ),
        mistake(
            _stacked_wrongly(w1=lambda first, second, _: first[1][1] + second[1][1]),
            "You add the matrices in the middle. Each network keeps its own units: "
            "how many rows and columns does that make?",
        ),
        mistake(
            _stacked_wrongly(
                w1=lambda first, second, _: np.vstack([first[1][1], second[1][1]])
            ),
            "In the middle you stack the rows only. The units that send are those "
            "of both networks, too: how many columns is that?",
        ),
        mistake(
            _stacked_wrongly(
                w2=lambda first, second, _: np.vstack([first[1][2], second[1][2]])
            ),
            "Your output layer has the rows of both networks. Its units send side "
            "by side, and the outputs are the same ones: what grows, rows or "
            "columns?",
        ),
        mistake(
            _stacked_wrongly(w2=lambda first, second, _: first[1][2] + second[1][2]),
            "You add the outputs' weights. Each unit keeps a weight of its own.",
        ),
    ],
    hints=[
        "Draw both networks below each other, with the same inputs. How many units "
        "does each hidden layer have now?",
        "A missing connection is a weight of zero. The middle matrix consists of four "
        "blocks: two are the given ones, two are zero.",
        "`np.vstack` stacks rows, `np.hstack` columns, and `np.block` takes four "
        "blocks. The output's weights are those of both, next to each other.",
    ],
)
