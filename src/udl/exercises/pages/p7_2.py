"""Exercises and questions of page 7.2, backpropagation."""

import numpy as np

from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.gradients.backprop import (
    activation_gradient,
    backward_pass,
    bias_gradient,
    forward_pass,
    relu_gradient,
    weight_gradient,
)
from udl.gradients.finite_differences import central_differences

_BETAS = [np.array([0.0, 1.0]), np.array([-8.0])]
_OMEGAS = [np.array([[1.0, 1.0], [1.0, -2.0]]), np.array([[2.0, 9.0]])]
_X = np.array([[1.0], [2.0]])
_PAIR = np.array([[1.0, -1.0], [2.0, 0.5]])


def _network(rng, widths, examples):
    betas = [rng.normal(size=width) for width in widths[1:]]
    omegas = [
        rng.normal(size=pair) for pair in zip(widths[1:], widths[:-1], strict=True)
    ]
    return rng.normal(size=(widths[0], examples)), betas, omegas


_RNG = np.random.default_rng(72)
_UNEVEN = _network(_RNG, (2, 3, 4, 2), 3)
_SQUARE = _network(_RNG, (3, 3, 3, 3), 2)


def _for_backward(network, rng):
    x, betas, omegas = network
    f, h = forward_pass(x, betas, omegas)
    return case(omegas, f, h, rng.normal(size=f[-1].shape))


def _forward(inside=lambda z: np.maximum(z, 0), outside=lambda z: z, biases=1):
    """Make a forward pass with other functions between its steps, or at its end."""

    def forward(x, betas, omegas):
        f, h, values = [], [], x
        for k, (beta, omega) in enumerate(zip(betas, omegas, strict=True)):
            h.append(values)
            f.append(biases * beta[:, None] + omega @ values)
            values = inside(f[-1])
            if k == len(betas) - 1:
                f[-1] = outside(f[-1])
        return f, h

    return forward


def _with_clipped_steps(x, betas, omegas):
    f, h = forward_pass(x, betas, omegas)
    return [*(np.maximum(one, 0) for one in f[:-1]), f[-1]], h


def _biases_as_rows(x, betas, omegas):
    f, h = [], [x]
    for beta, omega in zip(betas, omegas, strict=True):
        f.append(beta + omega @ h[-1])
        h.append(np.maximum(f[-1], 0))
    return f, h[:-1]


def _backward(gate="f", turned=True, weights="h", output=lambda d: d, in_place=False):
    """Make a backward pass that goes wrong where it is told to."""

    def backward(omegas, f, h, dl_dout):
        count, dl_df = len(omegas), output(np.array(dl_dout))
        results = tuple([None] * count for _ in range(3))
        for k in reversed(range(count)):
            sent = h[k] if weights == "h" or k == 0 else f[k - 1]
            results[0][k] = dl_df.sum(axis=1)
            results[1][k] = dl_df @ sent.T
            results[2][k] = dl_df
            if k > 0:
                matrix = omegas[k].T if turned else omegas[k]
                dl_dh = matrix @ dl_df
                signal = {"dl_dh": dl_dh, "none": np.ones(1)}.get(gate, f[k - 1])
                if in_place:
                    results[2][k] *= 0
                dl_df = np.where(signal > 0, dl_dh, 0.0)
                if gate == "value":
                    dl_df = dl_df * h[k]
        return results

    return backward


def _probe_and(back=True, below=1.0, width=2):
    """Make a probe that goes wrong where it is told to."""

    def probe(function, at, step):
        at = np.array(at, dtype=float)
        gradient = np.zeros(at.shape)
        for index in np.ndindex(at.shape):
            kept = at[index]
            at[index] = kept + step
            above = function(at)
            at[index] = kept - below * step
            gradient[index] = (above - function(at)) / (width * step)
            if back:
                at[index] = kept
        return gradient

    return probe


def _named(name, function):
    """Give a function a name, which a card then shows."""
    function.__name__ = name
    return function


_CUBES = _named("sum_of_cubes", lambda at: np.sum(np.asarray(at) ** 3))
_MIXED = _named(
    "first_times_second",
    lambda at: np.ravel(at)[0] * np.ravel(at)[1],
)

question(
    "7.2.1",
    title="How many routes?",
    prompt="Take one unit of the *first* hidden layer. A route from it to the output "
    "passes through one unit of each of the four other hidden layers. How many routes "
    "are there, open or closed, in this network with six units a layer?",
    answer=number(
        6**4,
        tolerance=0.5,
        feedback="Yes, six choices in each of four layers. With fifty layers there "
        "would be about $10^{38}$ routes, and the backward pass would still take fifty "
        "steps.",
    ),
    near=[
        number(
            24,
            tolerance=0.5,
            feedback="You add the choices of the four layers. Each choice in one layer "
            "can be followed by *every* choice in the next.",
        ),
        number(
            6**5,
            tolerance=0.5,
            feedback="That counts the unit of the first layer as a choice too. It is "
            "given here.",
        ),
        number(
            4**6,
            tolerance=0.5,
            feedback="Choices and layers have changed places: how many choices are "
            "there in each layer?",
        ),
    ],
    otherwise="From the given unit you may go to any of six units of the second layer. "
    "From each of them, to how many of the third?",
)

exercise(
    "7.2.2",
    title="The forward pass",
    stub="def network_output(x, betas, omegas):\n    ...  # your code\n",
    reference=forward_pass,
    cases=[case(_X, _BETAS, _OMEGAS), case(*_UNEVEN), case(*_SQUARE)],
    random_case=lambda rng: case(*_network(rng, (3, 5, 2, 1), 4)),
    orders=[(0, 2, 1)],
    planted=[
        mistake(
            _forward(outside=lambda z: np.maximum(z, 0)),
            "Try parameters with a negative true output: a regression output is not "
            "clipped.",
        ),
        mistake(
            _forward(inside=lambda z: z),
            "Without anything between the linear steps, all of them together are one "
            "linear step. What stands between pre-activations and activations?",
        ),
        mistake(
            _forward(biases=0),
            "At x = 0 your first pre-activations are all zero. Which parameters have "
            "you not used?",
        ),
        mistake(
            lambda x, betas, omegas: forward_pass(x, betas, omegas)[::-1],
            "Both lists are right, in the wrong order: first the pre-activations.",
        ),
        mistake(
            _biases_as_rows,
            "A flat array of biases is added to every row. It belongs to every column: "
            "what shape must it have?",
        ),
        mistake(
            _forward(inside=lambda z: np.minimum(z, 0)),
            "Your activations are never positive: which half does the ReLU keep?",
        ),
        mistake(
            lambda x, betas, omegas: (
                forward_pass(x, betas, omegas)[0],
                [*forward_pass(x, betas, omegas)[1][1:], np.zeros((1, x.shape[1]))],
            ),
            "Your activations are shifted by one place: which list entry should hold "
            "the input?",
        ),
        mistake(
            _with_clipped_steps,
            "Your activations are right. Among your pre-activations none inside the "
            "network is negative: was the ReLU there before you stored them?",
        ),
        mistake(
            lambda x, betas, omegas: forward_pass(np.maximum(x, 0), betas, omegas),
            "You clip the inputs of the network. Which of the steps comes first?",
        ),
        mistake(
            lambda x, betas, omegas: (
                forward_pass(x, betas, omegas)[0],
                [
                    *forward_pass(x, betas, omegas)[1],
                    np.maximum(forward_pass(x, betas, omegas)[0][-1], 0),
                ],
            ),
            "One activation too many: after the last linear step nothing follows.",
        ),
    ],
    hints=[
        "A loop over the steps, with one variable for what currently travels: first "
        "it is `x`.",
        "In each round: store it in `h`, compute the pre-activations, store them in "
        "`f`, apply the ReLU.",
        "The bias has to be a column to be added to each column: `beta[:, None]`.",
    ],
)

exercise(
    "7.2.3",
    title="Derivatives for the biases",
    stub="def bias_derivatives(dl_df):\n    ...  # your code\n",
    reference=bias_gradient,
    cases=[
        case(np.array([[1.0, 2.0], [0.0, -3.0]])),
        case(np.array([[1.0, 2.0, 4.0], [0.5, -3.0, 1.0]])),
        case(np.array([[7.0], [5.0]])),
    ],
    random_case=lambda rng: case(rng.normal(size=(4, 3))),
    planted=[
        mistake(
            lambda dl_df: dl_df,
            "One column for each example is left, but there is one set of biases for "
            "all of them.",
        ),
        mistake(
            lambda dl_df: np.sum(dl_df, axis=0),
            "You add over the units, so that each example has one number. Over what "
            "do the derivatives of one bias add up?",
        ),
        mistake(
            lambda dl_df: np.mean(dl_df, axis=1),
            "Off by exactly the number of examples: the loss is a sum over them.",
        ),
        mistake(
            lambda dl_df: np.sum(dl_df),
            "One number for the whole layer. Each unit has a bias of its own.",
        ),
        mistake(
            lambda dl_df: dl_df[:, 0],
            "You take the first example only. The others have a say, too.",
        ),
        mistake(
            lambda dl_df: np.sum(dl_df, axis=1, keepdims=True),
            "The right numbers as a column. Here the biases of a step, and so their "
            "derivatives, are a flat array.",
        ),
    ],
    hints=[
        "For one example the answer is the column itself. What if there are several?",
        "A sum over the columns: which axis is that?",
    ],
)

exercise(
    "7.2.4",
    title="Derivatives for the weights",
    stub="def weight_derivatives(dl_df, h):\n    ...  # your code\n",
    reference=weight_gradient,
    cases=[
        case(np.array([[1.0], [2.0]]), np.array([[3.0], [0.0], [5.0]])),
        case(np.array([[1.0, 1.0], [0.0, 2.0]]), np.array([[3.0, -1.0], [4.0, 0.5]])),
        case(np.array([[1.0, -1.0, 2.0]]), np.array([[3.0, 1.0, 0.5], [1.0, 2.0, 4]])),
    ],
    random_case=lambda rng: case(rng.normal(size=(4, 3)), rng.normal(size=(2, 3))),
    planted=[
        mistake(
            lambda dl_df, h: h @ dl_df.T,
            "The right numbers, turned around. A row belongs to a unit that receives: "
            "which of the two arrays counts the receivers?",
        ),
        mistake(
            lambda dl_df, h: dl_df @ h.T / h.shape[1],
            "Off by exactly the number of examples: the loss is a sum over them.",
        ),
        mistake(
            lambda dl_df, h: dl_df[:, :1] @ h[:, :1].T,
            "You take the first example only. The outer products of all examples add "
            "up.",
        ),
        mistake(
            lambda dl_df, h: np.outer(dl_df.sum(axis=1), h.sum(axis=1)),
            "You add over the examples before you multiply, so that the derivatives "
            "of one example meet the activations of another.",
        ),
        mistake(
            lambda dl_df, h: (dl_df > 0) @ h.T,
            "You use only the signs of the derivatives.",
        ),
        mistake(
            lambda dl_df, h: dl_df @ np.maximum(h, 0).T,
            "You clip what was sent. That has happened on the way forward; the inputs "
            "of the network may be negative.",
        ),
    ],
    hints=[
        "For one example: which entry of the matrix is the product of which two "
        "numbers?",
        "Write the shapes beside each other: $(D, I)$ and $(D_\\text{in}, I)$ have to "
        "make $(D, D_\\text{in})$. Which one has to be turned?",
        "A matrix product sums over the index that both have in common. Here that is "
        "the example, and a sum over the examples is wanted.",
    ],
)

exercise(
    "7.2.5",
    title="Derivatives for the activations",
    stub="def activation_derivatives(omega, dl_df):\n    ...  # your code\n",
    reference=activation_gradient,
    cases=[
        case(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0], [10.0]])),
        case(np.array([[1.0, 2.0, 3.0]]), np.array([[10.0, 1.0]])),
        case(np.array([[1.0, 2.0], [3.0, 4.0], [0.0, -1.0]]), np.eye(3)[:, :2]),
    ],
    random_case=lambda rng: case(rng.normal(size=(4, 2)), rng.normal(size=(4, 3))),
    planted=[
        mistake(
            lambda omega, dl_df: omega @ dl_df,
            "Going forward you combine columns; going backward each unit collects from "
            "all that it fed.",
        ),
        mistake(
            lambda omega, dl_df: np.maximum(omega.T @ dl_df, 0),
            "Your derivatives are never negative. The ReLU has its turn, but not here "
            "and not with these numbers.",
        ),
        mistake(
            lambda omega, dl_df: np.sum(omega.T @ dl_df, axis=1),
            "You add over the examples. Each example has activations, and derivatives, "
            "of its own.",
        ),
        mistake(
            lambda omega, dl_df: (omega.T @ dl_df).T,
            "The right numbers, with examples as rows. Columns are examples here.",
        ),
        mistake(
            lambda omega, dl_df: omega.T @ np.sign(dl_df),
            "You use only the signs of the derivatives.",
        ),
        mistake(
            lambda omega, dl_df: np.abs(omega).T @ dl_df,
            "A negative weight turns a rise into a fall. In yours it does not.",
        ),
    ],
    hints=[
        "Which units of the next layer did activation $m$ feed, and with which "
        "weights?",
        "Those weights stand in column $m$ of the matrix. A matrix product combines "
        "rows. So?",
    ],
)

question(
    "7.2.6",
    title="A closed unit",
    prompt="For some example a unit of a hidden layer is closed: its pre-activation is "
    "negative. Which derivatives of this example's loss are zero because of that?",
    choices=[
        choice(
            "Those for the weights that lead *into* it and for its bias.",
            "True, but not all: what it *sends* is zero as well. Look at the outer "
            "product of the next step.",
        ),
        choice(
            "Those for the weights that lead *out of* it.",
            "True, since it sends a zero. But look at the other side too: what reaches "
            "its pre-activation on the way back?",
        ),
        choice(
            "Those for the weights into it, for its bias, and for the weights out of "
            "it.",
            "Yes. Into it and for its bias, because the indicator stops the derivative "
            "on its way back; out of it, because it sends a zero and every weight's "
            "derivative has what was sent as a factor.",
            right=True,
        ),
        choice(
            "Those for all weights of all layers before it.",
            "Only if it is the only way to the loss. The other units of its layer are "
            "ways, too.",
        ),
    ],
)

exercise(
    "7.2.7",
    title="Derivatives through the ReLU",
    stub="def relu_derivatives(f, dl_dh):\n    ...  # your code\n",
    reference=relu_gradient,
    cases=[
        case(np.array([[-1.0], [0.0], [2.0]]), np.array([[7.0], [8.0], [-9.0]])),
        case(np.array([[-1.0, 3.0], [0.5, -2.0]]), np.array([[-5.0, 6.0], [7.0, -8]])),
    ],
    random_case=lambda rng: case(rng.normal(size=(3, 4)), rng.normal(size=(3, 4))),
    planted=[
        mistake(
            lambda f, dl_dh: np.where(dl_dh > 0, dl_dh, 0.0),
            "You clip the derivatives themselves. What decides whether a unit is open: "
            "what comes back, or what came in?",
        ),
        mistake(
            lambda f, dl_dh: np.where(f >= 0, dl_dh, 0.0),
            "Right except where the pre-activation is exactly zero. Which slope is "
            "asked for there?",
        ),
        mistake(
            lambda f, dl_dh: np.maximum(f, 0) * dl_dh,
            "You multiply by what the ReLU gives. What is its *slope*?",
        ),
        mistake(
            lambda f, dl_dh: np.sign(f) * dl_dh,
            "Closed units send something back in yours, with a minus sign. What is the "
            "slope of the ReLU on the left of zero?",
        ),
        mistake(
            lambda f, dl_dh: np.where(f < 0, dl_dh, 0.0),
            "The wrong units are closed.",
        ),
        mistake(
            lambda f, dl_dh: (f > 0).astype(float),
            "This is the indicator alone. What has it to be multiplied with?",
        ),
        mistake(
            lambda f, dl_dh: np.where(f > 0.5, dl_dh, 0.0),
            "Some units with small positive pre-activations are closed in yours. Where "
            "is the kink?",
        ),
        mistake(
            lambda f, dl_dh: dl_dh,
            "Everything comes through unchanged. What does the loss notice of a unit "
            "that is closed?",
        ),
        mistake(
            lambda f, dl_dh: np.maximum(f, 0),
            "That is the ReLU once more, going forward. Where are the derivatives that "
            "came back?",
        ),
    ],
    hints=[
        "The ReLU has two pieces. What is the slope of each?",
        "`f > 0` is an array of True and False, and those count as 1 and 0.",
    ],
)

exercise(
    "7.2.8",
    title="The backward pass",
    stub="def backward_pass(omegas, f, h, dl_dout):\n    ...  # your code\n",
    reference=backward_pass,
    cases=[
        case(_OMEGAS, *forward_pass(_X, _BETAS, _OMEGAS), np.array([[1.0]])),
        case(_OMEGAS, *forward_pass(_PAIR, _BETAS, _OMEGAS), np.array([[1.0, -2.0]])),
        _for_backward(_SQUARE, np.random.default_rng(1)),
        _for_backward(_UNEVEN, np.random.default_rng(2)),
    ],
    random_case=lambda rng: _for_backward(_network(rng, (2, 4, 3, 5, 1), 3), rng),
    uses={
        "bias_derivatives": "7.2.3",
        "weight_derivatives": "7.2.4",
        "activation_derivatives": "7.2.5",
        "relu_derivatives": "7.2.7",
    },
    planted=[
        mistake(
            _backward(turned=False),
            "Going forward you combine columns; going backward each unit collects from "
            "all that it fed.",
        ),
        mistake(
            _backward(gate="none"),
            "Every unit is open in your backward pass. Which of them passed something "
            "on in the forward pass?",
        ),
        mistake(
            _backward(gate="dl_dh"),
            "Your gates look at what comes back. What decided in the forward pass "
            "whether a unit is open?",
        ),
        mistake(
            _backward(weights="f"),
            "The biases are right, the weights are not. Which activations did Omega_k "
            "multiply in the forward pass?",
        ),
        mistake(
            _backward(in_place=True),
            "Two names, one array: has something been changed after you stored it?",
        ),
        mistake(
            _backward(output=lambda dl_dout: np.maximum(dl_dout, 0)),
            "At the very start you close an output. Is there a ReLU behind the "
            "outputs?",
        ),
        mistake(
            lambda *args: (
                [one[:, 0] for one in backward_pass(*args)[2]],
                *backward_pass(*args)[1:],
            ),
            "Your biases listen to the first example only. The others have a say, too.",
        ),
        mistake(
            lambda *args: (backward_pass(*args)[2], *backward_pass(*args)[1:]),
            "Your biases still have one column for each example. They are shared by "
            "all of them.",
        ),
        mistake(
            lambda *args: (
                [one.mean(axis=1) for one in backward_pass(*args)[2]],
                *backward_pass(*args)[1:],
            ),
            "The biases are off by the number of examples: a loss that is a sum needs "
            "no division.",
        ),
        mistake(
            _backward(gate="value"),
            "Back through the ReLU you multiply by what it gave. Which number says how "
            "it passes on a *change*?",
        ),
        mistake(
            lambda *args: tuple(part[::-1] for part in backward_pass(*args)),
            "All arrays are right and the lists run backward. You visit the last step "
            "first; where in the list does its result belong?",
        ),
        mistake(
            lambda *args: tuple(backward_pass(*args)[n] for n in (1, 0, 2)),
            "The lists are right, in another order: biases, weights, pre-activations.",
        ),
    ],
    hints=[
        "Make three lists of `None`, one place for each step, and fill them from the "
        "end.",
        "One variable, `dl_df`, travels. It starts as `dl_dout`. In round `k`, first "
        "put away what belongs to step `k`, then carry `dl_df` to step `k - 1`.",
        "Carrying it takes two of your functions: through `omegas[k]`, then through "
        "the ReLU that made `h[k]` of `f[k - 1]`. For `k = 0` there is no step before.",
    ],
)

question(
    "7.2.9",
    title="Zeros in a matrix of derivatives",
    prompt="Look at the first figure again. The weights between the fourth and the "
    "fifth hidden layer are a matrix of six rows (units of the fifth layer) and six "
    "columns (units of the fourth). How many of the 36 derivatives for them are zero?",
    answer=number(
        32,
        tolerance=0.5,
        feedback="Yes. One unit of the fifth layer is open, so one row is left, and "
        "four units of the fourth layer sent something: four numbers in that row.",
    ),
    near=[
        number(
            30,
            tolerance=0.5,
            feedback="You have the five rows of the closed units. In the row that is "
            "left, are all six entries different from zero?",
        ),
        number(
            12,
            tolerance=0.5,
            feedback="You have the columns of the two units that sent a zero. What "
            "about the rows of closed units?",
        ),
        number(
            42,
            tolerance=0.5,
            feedback="Five rows and two columns, but they cross: some places are "
            "counted twice.",
        ),
        number(
            4,
            tolerance=0.5,
            feedback="That many are *not* zero.",
        ),
    ],
    otherwise="A row is zero if its unit is closed, a column if its unit sent a zero. "
    "Count the open units of both layers in the figure.",
)


exercise(
    "7.2.10",
    title="Probe every entry",
    stub="def probe(function, at, step):\n    ...  # your code\n",
    reference=central_differences,
    cases=[
        case(_CUBES, np.array([1.0, 2.0]), 0.5),
        case(_MIXED, np.array([[3.0, 5.0, 0.0], [1.0, -1.0, 2.0]]), 0.5),
        case(_CUBES, np.array([[[1.0, -1.0], [0.5, 2.0]]]), 1e-3),
    ],
    random_case=lambda rng: case(_CUBES, rng.normal(size=(3, 2)), 0.1),
    rtol=1e-8,
    atol=1e-8,
    planted=[
        mistake(
            _probe_and(back=False),
            "The first entry is right, later ones drift. After each probe put the "
            "parameter back.",
        ),
        mistake(
            _probe_and(width=1),
            "Twice too large: how far apart are your two probes?",
        ),
        mistake(
            _probe_and(below=0.0, width=1),
            "You probe on one side only. The other side belongs to it.",
        ),
        mistake(
            lambda function, at, step: np.full(
                np.shape(at), (function(at + step) - function(at - step)) / (2 * step)
            ),
            "All your slopes are the same number. If all entries move together, whose "
            "slope is it?",
        ),
        mistake(
            lambda function, at, step: np.ravel(
                central_differences(function, at, step)
            ),
            "The numbers are right and stand in one row. Which shape should they have?",
        ),
    ],
    hints=[
        "One entry first: a copy with that entry raised, a copy with it lowered, and "
        "the rest as it was.",
        "`for index in np.ndindex(at.shape)` visits all places, and `at[index]` is the "
        "entry there, whatever the number of axes.",
    ],
)

question(
    "7.2.11",
    title="The same example twice",
    prompt="You hand the network one example, and then a batch in which the same "
    "example stands twice. What happens to the derivatives for the weights, with our "
    "loss?",
    choices=[
        choice(
            "They stay the same: the network learns nothing new.",
            "With a *mean* over the examples they would. What does our loss do with "
            "the two squared errors?",
        ),
        choice(
            "They double.",
            "Yes. The loss is a sum over the examples, so the loss doubles, and each "
            "derivative with it. With a mean they would stay the same.",
            right=True,
        ),
        choice(
            "Each weight now has two derivatives, one for each example.",
            "Pre-activations and activations do: they differ from example to example. "
            "How many weights are there, though?",
        ),
        choice(
            "They are squared.",
            "Which two things would be multiplied with each other? Examples are "
            "independent; their losses are added.",
        ),
    ],
)

question(
    "7.2.12",
    title="Twice as wide",
    prompt="In a deep network, double the number of units in every hidden layer. By "
    "what factor does the price of *one backward pass* grow, roughly?",
    choices=[
        choice(
            "2",
            "A matrix between two layers has rows and columns. Which of the two "
            "numbers has doubled?",
        ),
        choice(
            "4",
            "Yes: the price is proportional to the number of weights, and a matrix "
            "with twice as many rows and columns has four times as many. The forward "
            "pass grows by the same factor; probing grows by sixteen, since there are "
            "four times as many parameters to probe.",
            right=True,
        ),
        choice(
            "8",
            "That would be so if matrices had to be multiplied with matrices. Here a "
            "matrix meets a vector, once for each example.",
        ),
        choice(
            "16",
            "That is the factor for probing: four times as many parameters, and each "
            "run costs four times as much.",
        ),
    ],
)
