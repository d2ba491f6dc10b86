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
_SIZES = [4, 5, 2, 4, 1]


def _random_shallow(rng):
    return rng.normal(size=4), rng.normal(size=4), rng.normal(), rng.normal(size=4)


exercise(
    "4.3.1",
    title="The matrices of a shallow network",
    stub="def matrices(beta_0, omega_0, beta_1, omega_1):\n    ...  # your code\n",
    reference=matrix_form,
    cases=[case(*_TWO_UNITS), case(*_FIRST), case(*_SECOND)],
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
            "These are vectors with one axis. Asked for are columns and "
            "rows, with two.",
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
            "You group by layers. Asked for is one list of both offsets and one of "
            "both weights.",
        ),
        mistake(
            lambda b0, w0, b1, w1: (
                b0[:, None],
                w0[:, None],
                np.array([[b1]]),
                w1[None],
            ),
            "The four arrays come one after the other. Asked for are two lists of two.",
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
    "output, are multiplied out. Which shape has the weight matrix in the middle?",
    choices=[
        choice(
            "One by one: a row of three meets a column of three.",
            "That would be $\\bOmega_1\\bOmega_0'$. In which order do the two stand?",
        ),
        choice(
            "Three by one.",
            "That is $\\bOmega_0'$ before it is multiplied out. What comes in then?",
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


def _side_by_side(first, second):
    return [*first[0], *second[0]], [*first[1], *second[1]]


exercise(
    "4.3.4",
    title="Two networks multiplied out",
    stub="def multiplied_out(first, second):\n    ...  # your code\n",
    reference=compose,
    cases=[
        case(matrix_form(*_TWO_UNITS), matrix_form(*_TWO_MORE)),
        case(matrix_form(*_FIRST), matrix_form(*_SECOND)),
        case(matrix_form(*_TWO_UNITS), matrix_form(*_SECOND)),
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
            "Every unit of layer 2 hears from every unit of layer 1: how "
            "many numbers is "
            "that? You have one for each unit.",
        ),
        mistake(
            _inner_product,
            "A row times a column leaves one number. In which order do "
            "the two matrices "
            "stand in the equation?",
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
            _side_by_side,
            "You put the networks in a row, as if the first one's output were one more "
            "hidden layer. Then it would be clipped: is it?",
        ),
    ],
    hints=[
        "Give names to all eight arrays first. Four of them go into the answer "
        "unchanged.",
        "The weights in the middle are a matrix product, `@`. Which of the two has to "
        "stand on the left, so that a column meets a row?",
        "The offset in the middle: the second network's own one, and the first "
        "network's, multiplied by what the second multiplies its input by.",
    ],
)

exercise(
    "4.3.5",
    title="All shapes of a deep network",
    stub="def parameter_shapes_of(sizes):\n    ...  # your code\n",
    reference=parameter_shapes,
    cases=[case([2, 3, 1]), case(_SIZES), case([1, 3, 3, 1]), case([7, 2])],
    random_case=lambda rng: case(rng.integers(1, 9, size=6).tolist()),
    planted=[
        mistake(
            lambda sizes: (
                parameter_shapes(sizes)[0],
                [(a, b) for a, b in pairwise(sizes)],
            ),
            "Your weight matrices lie on their sides. They stand to the left of what "
            "comes in.",
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
            "You go layer by layer. Asked for is one list of all offsets and one of "
            "all weights.",
        ),
        mistake(
            lambda sizes: parameter_shapes(sizes)[::-1],
            "Your two lists are exchanged: the offsets come first.",
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
    "4.3.6",
    title="A network of any depth",
    stub="def network(x, betas, omegas):\n    ...  # your code\n",
    reference=deep_network,
    cases=[
        case(*_SMALL),
        case(-_SMALL[0], _SMALL[1], _SMALL[2]),
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
            "Your output is never negative. Is the last layer clipped in "
            "the equations?",
        ),
        mistake(
            lambda x, b, w: _forward(x, b, w, clip=lambda z: z),
            "Without activation functions all layers collapse into one "
            "matrix. Where do "
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
            "You add the offset after the clipping. What stands inside the brackets "
            "of the equations?",
        ),
        mistake(
            _clipped_once,
            "Your first hidden layer is clipped, the later ones are not. Which layers "
            "does the second line of the equations stand for?",
        ),
        mistake(
            lambda x, b, w: _forward(x, b[:-1], w[:-1], clip_output=True),
            "You stop at the last hidden layer. One step is missing.",
        ),
    ],
    hints=[
        "Keep one variable for what goes into the next layer. At the "
        "beginning it is `x`.",
        "Every step is `beta + omega @ h`. Which of the steps is followed by the "
        "activation function, and which is not?",
        "`zip(betas[:-1], omegas[:-1])` runs through all layers but the last.",
    ],
)

question(
    "4.3.7",
    title="Twice as many examples",
    prompt="You send eight examples through the network in place of four. Which shapes "
    "change?",
    choices=[
        choice(
            "The columns of $X$, of all activations and of the output.",
            "Yes. The parameters do not know how many examples there are.",
            right=True,
        ),
        choice(
            "Those of everything, weights and offsets too.",
            "Then a trained network could only ever be used on batches of one size.",
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
    "4.3.8",
    title="Count the parameters",
    prompt="How many parameters has the network with four inputs, "
    "hidden layers of five, "
    "two and four units, and one output?",
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

exercise(
    "4.3.9",
    title="The number of parameters",
    stub="def count(sizes):\n    ...  # your code\n",
    reference=parameter_count,
    cases=[case([2, 3, 1]), case(_SIZES), case([1, 3, 3, 1]), case([7, 2])],
    random_case=lambda rng: case(rng.integers(1, 9, size=6).tolist()),
    uses={"parameter_shapes_of": "4.3.5"},
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
            "You count an offset for each unit that a layer comes "
            "*from*. To which side "
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
    ],
    hints=[
        "How many numbers does a single unit need that hears from `have` units?",
        "`have + 1` for each of `to` units. Add over neighboring sizes.",
    ],
)
