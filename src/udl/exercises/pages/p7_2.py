"""Exercises and questions of page 7.2, backpropagation."""

import itertools
from functools import cache

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
from udl.gradients.backprop import (
    activation_gradient,
    backward_pass,
    bias_gradient,
    forward_pass,
    relu_gradient,
    weight_gradient,
)
from udl.gradients.finite_differences import central_differences

_BETAS = [np.array([0.0, 1.0, -1.0]), np.array([-8.0])]
_OMEGAS = [np.array([[1.0, 1.0], [1.0, -2.0], [0.0, 1.0]]), np.array([[2.0, 9.0, 1.0]])]
_X = np.array([[1.0, -1.0, 0.0, 2.0], [2.0, 0.5, -1.0, 0.0]])


def _network(rng, widths, examples):
    betas = [rng.normal(size=width) for width in widths[1:]]
    omegas = [
        rng.normal(size=pair) for pair in zip(widths[1:], widths[:-1], strict=True)
    ]
    return rng.normal(size=(widths[0], examples)), betas, omegas


_RNG = np.random.default_rng(72)
_UNEVEN = _network(_RNG, (2, 3, 4, 2), 3)
_SQUARE = _network(_RNG, (3, 3, 3, 3), 2)
_LINEAR = _network(_RNG, (2, 3), 4)
_EQUAL = _network(_RNG, (3, 3, 3, 3, 3), 3)


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


def _forward_by(step):
    """Make a forward pass whose linear step is another one."""

    def forward(x, betas, omegas):
        f, h = [], [x]
        for beta, omega in zip(betas, omegas, strict=True):
            f.append(step(beta[:, None], omega, h[-1]))
            h.append(np.maximum(f[-1], 0))
        return f, h[:-1]

    return forward


def _always_from_x(x, betas, omegas):
    return _forward_by(lambda beta, omega, _h: beta + omega @ x)(x, betas, omegas)


def _with_clipped_steps(x, betas, omegas):
    f, h = forward_pass(x, betas, omegas)
    return [*(np.maximum(one, 0) for one in f[:-1]), f[-1]], h


def _biases_as_rows(x, betas, omegas):
    f, h = [], [x]
    for beta, omega in zip(betas, omegas, strict=True):
        f.append(beta + omega @ h[-1])
        h.append(np.maximum(f[-1], 0))
    return f, h[:-1]


def _shifted_weights(x, betas, omegas):
    """Run forward with the weights of the step before, where they fit."""
    before = [omegas[0], *omegas[:-1]]
    fits = [a if a.shape == b.shape else b for a, b in zip(before, omegas, strict=True)]
    return forward_pass(x, betas, fits)


def _columns(betas):
    return [beta[:, None] for beta in betas]


def _published_backward(all_weights, all_biases, all_f, all_h, y):
    slopes = backward_pass(all_weights, all_f, all_h, 2 * (all_f[-1] - y))
    return slopes[1], _columns(slopes[0])


def _published_case(network):
    x, betas, omegas = network
    f, h = forward_pass(x, betas, omegas)
    h = [*h, np.maximum(f[-1], 0)][: len(h)]
    return case(
        omegas, _columns(betas), f, h, f[-1] + np.arange(1.0, 1 + len(f[-1]))[:, None]
    )


def _swapped_gate(omega, f, dl_dout):
    return dl_dout + relu_gradient(f, omega.T @ dl_dout)


def _from_the_outputs(omegas, f, h, dl_dout):
    dl_dfs = [
        *(
            relu_gradient(f[k - 1], activation_gradient(omegas[k], dl_dout))
            for k in range(1, len(omegas))
        ),
        dl_dout,
    ]
    return _stored(dl_dfs, h)


def _gate_before_weights(omegas, f, h, dl_dout):
    dl_dfs = [dl_dout]
    for k in range(len(omegas) - 1, 0, -1):
        dl_dfs.insert(0, omegas[k].T @ relu_gradient(f[k], dl_dfs[0]))
    return _stored(dl_dfs, h)


def _gate_exchanged(omegas, f, h, dl_dout):
    dl_dfs = [dl_dout]
    for k in range(len(omegas) - 1, 0, -1):
        dl_dfs.insert(0, relu_gradient(omegas[k].T @ dl_dfs[0], f[k - 1]))
    return _stored(dl_dfs, h)


def _weights_of_the_step_before(omegas, f, h, dl_dout):
    dl_dfs = [dl_dout]
    for k in range(len(omegas) - 1, 0, -1):
        dl_dfs.insert(0, relu_gradient(f[k - 1], omegas[k - 1].T @ dl_dfs[0]))
    return _stored(dl_dfs, h)


def _stored(dl_dfs, h):
    weights = [weight_gradient(one, sent) for one, sent in zip(dl_dfs, h, strict=True)]
    return [bias_gradient(one) for one in dl_dfs], weights, dl_dfs


def _rows_together(function, at, step):
    slopes = np.zeros(np.shape(at))
    for row in range(len(at)):
        move = np.zeros(np.shape(at))
        move[row] = step
        slopes[row] = (function(at + move) - function(at - move)) / (2 * step)
    return slopes


def _first_slope_only(function, at, step):
    slopes = np.zeros(np.shape(at))
    slopes.flat[0] = central_differences(function, at, step).flat[0]
    return slopes


@cache
def _arrivals(scale, rate):
    """Count, of forty random networks, those that learn |x|, as on the page."""
    rng, widths = np.random.default_rng(0), (1, 6, 6, 6, 1)
    pairs = list(itertools.pairwise(widths))
    drawn = [
        [rng.normal(0, abs(scale) / np.sqrt(d_in), (d, d_in)) for d_in, d in pairs]
        for _ in range(40)
    ]
    omegas = [np.stack(one) for one in zip(*drawn, strict=True)]
    betas = [np.zeros((40, d, 1)) for d in widths[1:]]
    x = np.linspace(-2, 2, 8)[None]
    with np.errstate(all="ignore"):
        for step in range(201):
            f, h, sent = [], [], np.broadcast_to(x, (40, 1, 8))
            for beta, omega in zip(betas, omegas, strict=True):
                h.append(sent)
                f.append(beta + omega @ sent)
                sent = np.maximum(f[-1], 0)
            dl_df = 2 * (f[-1] - np.abs(x))
            if step == 200:
                return int(np.sum(np.sum(dl_df**2, axis=(1, 2)) / 4 < 0.1))
            for k in (3, 2, 1, 0):
                dl_dh = omegas[k].swapaxes(1, 2) @ dl_df
                omegas[k] = omegas[k] - rate * dl_df @ h[k].swapaxes(1, 2)
                betas[k] = betas[k] - rate * dl_df.sum(axis=2, keepdims=True)
                dl_df = (f[k - 1] > 0) * dl_dh if k else None


def _most_arrive(found):
    """Tell whether a scale and a rate let 25 of the 40 networks learn."""
    if np.size(found) != 2:
        return False
    return _arrivals(*map(float, np.ravel(found))) >= 25


def _backward(gate="f", turned=True, weights="h", output=lambda d: d, in_place=False):
    """Make a backward pass that goes wrong where it is told to."""

    def backward(omegas, f, h, dl_dout):
        count, dl_df = len(omegas), output(np.array(dl_dout))
        results = tuple([None] * count for _ in range(3))
        for k in reversed(range(count)):
            sent = {"f": f[k - 1] if k else h[k], "f[k]": f[k]}.get(weights, h[k])
            results[0][k] = dl_df.sum(axis=1)
            results[1][k] = dl_df @ sent.T
            results[2][k] = dl_df
            if k > 0:
                matrix = omegas[k].T if turned else omegas[k]
                dl_dh = matrix @ dl_df
                other = {
                    "dl_dh": dl_dh,
                    "none": np.ones(1),
                    "h": h[k - 1],
                    "f[k]": f[k],
                    "f >= 0": f[k - 1] >= 0,
                }
                signal = other.get(gate, f[k - 1])
                if in_place:
                    results[2][k] *= 0
                dl_df = np.where(signal > 0, dl_dh, 0.0)
                if gate == "value":
                    dl_df = dl_df * h[k]
        return results

    return backward


def _probe_and(back=None, below=1.0, width=2):
    """Make a probe that goes wrong where it is told to.

    After its turn an entry is moved by `back` steps; without, it is left where it is.
    """

    def probe(function, at, step):
        at = np.array(at, dtype=float)
        gradient = np.zeros(at.shape)
        for index in np.ndindex(at.shape):
            kept = at[index]
            at[index] = kept + step
            above = function(at)
            at[index] = kept - below * step
            gradient[index] = (above - function(at)) / (width * step)
            if back is not None:
                at[index] += back * step
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

_CHAINED = _named(
    "products_of_neighbors",
    lambda at: np.sum(np.ravel(at)[1:] ** 2 * np.ravel(at)[:-1]),
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
    solution=(
        "def network_output(x, betas, omegas):\n"
        "    f, h = [], [x]\n"
        "    for beta, omega in zip(betas, omegas):\n"
        "        f.append(beta[:, None] + omega @ h[-1])\n"
        "        h.append(np.maximum(f[-1], 0))\n"
        "    return f, h[:-1]\n"
    ),
    reference=forward_pass,
    equivalent={"the result has the first argument's type": "it is two lists"},
    parts=["f", "h"],
    cases=[
        case(_X, _BETAS, _OMEGAS),
        case(*_UNEVEN),
        case(*_SQUARE),
        case(*_LINEAR),
        case(_X.astype(int), [_BETAS[0] / 4, _BETAS[1]], _OMEGAS),
    ],
    random_case=lambda rng: case(*_network(rng, (3, 5, 2, 1), 4)),
    orders=[(0, 2, 1)],
    published=published(
        "compute_network_output(net_input, all_weights, all_biases)",
        takes=["x", "omegas", lambda betas: [beta[:, None] for beta in betas]],
        provides={"ReLU": lambda: lambda z: np.maximum(z, 0)},
        gives=lambda result: (result[1], result[2]),
    ),
    planted=[
        mistake(
            _forward(outside=lambda z: np.maximum(z, 0)),
            "Try parameters with a negative true output: a regression output is not "
            "clipped.",
        ),
        mistake(
            _forward(inside=lambda z: z),
            "Without anything between the linear steps, all of them together are one "
            "linear step. What comes between pre-activations and activations?",
        ),
        mistake(
            _forward(inside=np.tanh),
            "Your activations lie between -1 and 1: that is tanh. What does a ReLU do "
            "with a pre-activation of 3?",
        ),
        mistake(
            _forward(inside=lambda z: 1 / (1 + np.exp(-z))),
            "Your activations lie between 0 and 1: that is the logistic sigmoid. What "
            "does a ReLU do with a pre-activation of 3?",
        ),
        mistake(
            _forward(inside=np.abs),
            "A negative pre-activation comes through with its sign changed. The ReLU "
            "lets none of it through.",
        ),
        mistake(
            _shifted_weights,
            "Some layer uses the weights of the step before it. Print the index of the "
            "weights, the biases and the activations in each round.",
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
            _forward_by(lambda beta, omega, h: beta + omega * h),
            "`*` multiplies entry by entry. A unit adds up what it receives from "
            "all units that send: which product does that?",
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
                [
                    *forward_pass(x, betas, omegas)[1][1:],
                    np.maximum(forward_pass(x, betas, omegas)[0][-1], 0),
                ],
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
        mistake(
            _forward_by(lambda beta, omega, h: beta + omega.T @ h),
            "You turn the weights around. A row belongs to a unit that receives: "
            "what must the columns match?",
        ),
        mistake(
            _forward_by(lambda beta, omega, h: omega @ h - beta),
            "With which sign do the biases enter? For x = 0 the first "
            "pre-activations are the biases.",
        ),
        mistake(
            _always_from_x,
            "Every step of yours begins at the input. What does the second step "
            "receive?",
        ),
        mistake(
            _forward(inside=lambda z: (z > 0).astype(float)),
            "Your activations are 0 or 1 only. That is the indicator; an open unit "
            "passes its pre-activation on.",
        ),
        mistake(
            lambda *args: [
                [np.maximum(one, 0) for one in _with_clipped_steps(*args)[0]],
                forward_pass(*args)[1],
            ],
            "None of your pre-activations is negative: they are clipped before you "
            "store them, the outputs too.",
        ),
        mistake(
            lambda *args: (
                forward_pass(*args)[0][:1],
                [args[0], np.maximum(forward_pass(*args)[0][0], 0)],
            ),
            "Your lists end after one step: does `return` stand inside the loop?",
        ),
        mistake(
            lambda *args: (forward_pass(*args)[0][:-1], forward_pass(*args)[1]),
            "The last linear step is missing. No ReLU follows it, but it makes "
            "pre-activations, too.",
        ),
        mistake(
            lambda *args: forward_pass(*args)[0][-1],
            "The output alone came back. The way back will need everything that was"
            " on the way forward.",
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
    solution="def bias_derivatives(dl_df):\n    return np.sum(dl_df, axis=1)\n",
    equivalent={"the result has the first argument's type": "a sum keeps the type"},
    reference=bias_gradient,
    cases=[
        case(np.array([[1.0, 2.0, 4.0], [0.5, -3.0, 1.0]])),
        case(np.array([[1.0, 2.0], [0.0, -3.0]])),
        case(np.array([[7.0], [5.0]])),
        case(np.array([[1, 2, 4], [0, -3, 1]])),
    ],
    random_case=lambda rng: case(rng.normal(size=(4, 3))),
    planted=[
        mistake(
            lambda dl_df: dl_df,
            "You return one column for each example, but there is one set of biases "
            "for all of them.",
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
    solution="def weight_derivatives(dl_df, h):\n    return dl_df @ h.T\n",
    reference=weight_gradient,
    cases=[
        case(np.array([[1.0], [2.0]]), np.array([[3.0], [0.0], [5.0]])),
        case(np.array([[1.0, 1.0], [0.0, 2.0]]), np.array([[3.0, -1.0], [4.0, 0.5]])),
        case(np.array([[1.0, -1.0, 2.0]]), np.array([[3.0, 1.0, 0.5], [1.0, 2.0, 4]])),
        case(np.array([[1, 2], [0, -3], [1, 1]]), np.array([[0.5, 1.5]])),
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
        mistake(
            lambda dl_df, h: np.outer(dl_df, h),
            "`np.outer` makes one long row of each table first, and every example "
            "meets every other. One outer product belongs to one example.",
        ),
        mistake(
            lambda dl_df, h: dl_df * h,
            "`*` multiplies entry by entry. There is a weight for each pair of a "
            "unit that receives and one that sends.",
        ),
        mistake(
            lambda dl_df, h: dl_df[:, None] * h,
            "One matrix for each example came back, side by side. They share the "
            "weights: what becomes of their derivatives?",
        ),
        mistake(
            lambda dl_df, h: dl_df.T @ h,
            "Your product sums over the units. Over what do the derivatives of one "
            "weight add up?",
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
    solution=(
        "def activation_derivatives(omega, dl_df):\n    return omega.T @ dl_df\n"
    ),
    reference=activation_gradient,
    cases=[
        case(
            np.array([[1.0, 2.0], [3.0, 4.0], [0.0, -1.0]]),
            np.array(
                [[1.0, 0.0, 2.0, -1.0], [10.0, 1.0, 0.0, 1.0], [0.0, 1.0, 1.0, 3.0]]
            ),
        ),
        case(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0], [10.0]])),
        case(np.array([[1.0, 2.0, 3.0]]), np.array([[10.0, 1.0]])),
        case(np.array([[1, 2], [3, -4]]), np.array([[0.5], [1.25]])),
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
            lambda omega, dl_df: np.mean(omega.T @ dl_df, axis=1),
            "You average over the examples. Each example has activations, and "
            "derivatives, of its own.",
        ),
        mistake(
            lambda omega, dl_df: omega.T * dl_df,
            "`*` multiplies entry by entry. Where is the sum over all units that the "
            "activation fed?",
        ),
        mistake(
            lambda omega, dl_df: np.linalg.inv(omega) @ dl_df,
            "You undo the multiplication. Backward, a derivative is not divided by the "
            "weights: what does a rise of the activation do to what it fed?",
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
        mistake(
            lambda omega, dl_df: np.sum(omega.T, axis=1, keepdims=True) * dl_df,
            "You add up the weights before they meet the derivatives. Each weight "
            "belongs to one receiver, which has a derivative of its own.",
        ),
        mistake(
            lambda omega, dl_df: dl_df @ omega,
            "A product sums over the columns of what is on the left. Those of "
            "`dl_df` are examples: should they be added?",
        ),
    ],
    hints=[
        "Which units of the next layer did activation $d$ feed, and with which "
        "weights?",
        "Those weights are column $d$ of the matrix. A matrix product combines "
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
    solution="def relu_derivatives(f, dl_dh):\n    return (f > 0) * dl_dh\n",
    reference=relu_gradient,
    cases=[
        case(
            np.array([[-1.0, 3.0], [0.0, 0.5], [2.0, -2.0]]),
            np.array([[7.0, -5.0], [8.0, 6.0], [-9.0, -7.0]]),
        ),
        case(np.array([[-1.0], [1e-9], [2.0]]), np.array([[7.0], [8.0], [-9.0]])),
        case(np.array([[-1, 3], [0, 1]]), np.array([[-5.5, 6.0], [7.0, -8.5]])),
        case(np.array([[-1e6, 1e6, 0.5]]), np.array([[2.0, 3.0, 0.0]])),
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
            lambda f, dl_dh: (1 - np.tanh(f) ** 2) * dl_dh,
            "This is the slope of tanh. The ReLU has two straight pieces: what is the "
            "slope of each?",
        ),
        mistake(
            lambda f, dl_dh: np.maximum(f * dl_dh, 0),
            "Pre-activation times derivative, clipped: neither of the two decides "
            "alone in yours. Which one should, and what should pass?",
        ),
        mistake(
            lambda f, dl_dh: np.where((f > 0) & (dl_dh > 0), dl_dh, 0.0),
            "An open unit lets negative derivatives through as well.",
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
        mistake(
            lambda f, dl_dh: f * dl_dh,
            "You multiply by the pre-activation itself. By how much does the ReLU's"
            " output change when that rises a little?",
        ),
        mistake(
            lambda f, dl_dh: np.where(f <= 0, dl_dh, 0.0),
            "What should be stopped comes through in yours, and what should come "
            "through is stopped.",
        ),
        mistake(
            lambda f, dl_dh: np.heaviside(f, 0.5) * dl_dh,
            "At exactly zero you take the slope one half. Which one is asked for "
            "there?",
        ),
        mistake(
            lambda f, dl_dh: np.where(f > 1, dl_dh, 0.0),
            "Units with pre-activations between 0 and 1 send nothing back in yours. "
            "Where does the ReLU begin to rise?",
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
    solution=(
        "def backward_pass(omegas, f, h, dl_dout):\n"
        "    dl_dfs = [dl_dout]\n"
        "    for k in range(len(omegas) - 1, 0, -1):\n"
        "        dl_dh = activation_derivatives(omegas[k], dl_dfs[0])\n"
        "        dl_dfs.insert(0, relu_derivatives(f[k - 1], dl_dh))\n"
        "    dl_dbetas = [bias_derivatives(one) for one in dl_dfs]\n"
        "    dl_domegas = list(map(weight_derivatives, dl_dfs, h))\n"
        "    return dl_dbetas, dl_domegas, dl_dfs\n"
    ),
    reference=backward_pass,
    equivalent={
        "for k in range(len(f) - 1, 0, -1):": "both lists have one entry a step",
        "the result has the first argument's type": "weights are floats",
    },
    parts=["the derivatives for the biases", "those for the weights", "dl_dfs"],
    cases=[
        case(
            _OMEGAS,
            *forward_pass(_X, _BETAS, _OMEGAS),
            np.array([[1.0, -2.0, 0.5, 3.0]]),
        ),
        case(_OMEGAS, *forward_pass(_X[:, :1], _BETAS, _OMEGAS), np.array([[1.0]])),
        _for_backward(_SQUARE, np.random.default_rng(1)),
        _for_backward(_UNEVEN, np.random.default_rng(2)),
        _for_backward(_EQUAL, np.random.default_rng(3)),
        _for_backward(_LINEAR, np.random.default_rng(4)),
        case(  # two pre-activations are exactly zero
            _OMEGAS,
            *forward_pass(_X, [np.array([0.5, 1.0, -1.0]), _BETAS[1]], _OMEGAS),
            np.array([[1.0, -2.0, 0.5, 3.0]]),
        ),
    ],
    published=published(
        "backward_pass(all_weights, all_biases, all_f, all_h, y)",
        provides={
            "K": lambda all_weights: len(all_weights) - 1,
            "d_loss_d_output": lambda: lambda net_output, y: 2 * (net_output - y),
            "indicator_function": lambda: lambda x: (np.asarray(x) > 0).astype(float),
        },
        reference=_published_backward,
        cases=[
            _published_case(_network(np.random.default_rng(5), (1, 6, 6, 6, 1), 1)),
            _published_case(_network(np.random.default_rng(6), (2, 4, 3, 5, 1), 1)),
        ],
    ),
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
            _backward(gate="f[k]"),
            "Your gates belong to the layer after the one that they should open or "
            "close: which pre-activations entered the ReLU that made h[k]?",
        ),
        mistake(
            _backward(gate="h"),
            "Your gates look at the activations of the layer before: which "
            "pre-activations entered the ReLU that made h[k]?",
        ),
        mistake(
            _backward(weights="f[k]"),
            "Your weights meet the pre-activations that they produced. What did "
            "Omega_k multiply in the forward pass?",
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
        mistake(
            _backward(gate="f >= 0"),
            "Right except where a pre-activation is exactly zero. Which slope did "
            "we choose there?",
        ),
        mistake(
            _gate_before_weights,
            "You pass the ReLU before the weights. Forward, f becomes h in the "
            "ReLU, and then h meets the weights: in which order do you meet them on"
            " the way back?",
        ),
        mistake(
            _gate_exchanged,
            "What comes back decides in yours, and pre-activations travel on. Which"
            " of the two should be the gate?",
        ),
        mistake(
            _weights_of_the_step_before,
            "You go back through the weights of another step. Which matrix "
            "multiplied `h[k]` in the forward pass?",
        ),
        mistake(
            _from_the_outputs,
            "Every step of yours starts from the outputs. What should travel from "
            "step to step?",
        ),
        mistake(
            lambda *args: backward_pass(*args)[:2],
            "Two lists came back. The third one is asked for, too: the derivatives "
            "for all pre-activations.",
        ),
    ],
    hints=[
        "Make three lists of `None`, one place for each step, and fill them from the "
        "end.",
        "One variable, `dl_df`, travels. It starts as `dl_dout`. In round `k`, first "
        "store what belongs to step `k`, then carry `dl_df` to step `k - 1`.",
        "Carrying it takes two of your functions: through `omegas[k]`, then through "
        "the ReLU that made `h[k]` of `f[k - 1]`. For `k = 0` there is no step before.",
    ],
)

question(
    "7.2.9",
    title="Zeros in a matrix of derivatives",
    prompt="Look at the first figure again, at the input 1.2. The weights between the "
    "fourth and the fifth hidden layer are a matrix of six rows (units of the fifth "
    "layer) and six columns (units of the fourth). How many of the 36 derivatives for "
    "them are zero?",
    answer=number(
        32,
        tolerance=0.5,
        feedback="Yes. One unit of the fifth layer is open, so one row has numbers, "
        "and four units of the fourth layer sent something: four numbers in that row.",
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
    title="A probe that drifts",
    stub=(
        "def probe(function, at, step):\n"
        "    slopes = np.zeros(at.shape)\n"
        "    for index in np.ndindex(at.shape):\n"
        "        at[index] += step\n"
        "        above = function(at)\n"
        "        at[index] -= 2 * step\n"
        "        below = function(at)\n"
        "        slopes[index] = (above - below) / (2 * step)\n"
        "    return slopes\n"
    ),
    solution=(
        "def probe(function, at, step):\n"
        "    slopes = np.zeros(at.shape)\n"
        "    for index in np.ndindex(at.shape):\n"
        "        move = np.zeros(at.shape)\n"
        "        move[index] = step\n"
        "        slopes[index] = function(at + move) - function(at - move)\n"
        "    return slopes / (2 * step)\n"
    ),
    equivalent={
        "slopes = np.ones(at.shape)": "every entry is overwritten",
        "the result has the first argument's type": "parameters are floats",
    },
    reference=central_differences,
    cases=[
        case(_MIXED, np.array([[3.0, 5.0, 0.0], [1.0, -1.0, 2.0]]), 0.5),
        case(_CHAINED, np.array([1.0, 2.0, -0.5, 0.3]), 0.25),
        case(_CUBES, np.array([[[1.0, -1.0], [0.5, 2.0]]]), 1e-3),
        case(_CHAINED, np.array([[2.0], [-1.0], [0.7]]), 1e-3),
    ],
    random_case=lambda rng: case(_CHAINED, rng.normal(size=(3, 2)), 0.1),
    rtol=1e-8,
    atol=1e-8,
    planted=[
        mistake(
            _probe_and(),
            "A copy at the top saves the caller's array. Is each entry back where it "
            "was when the next one has its turn?",
        ),
        mistake(
            _probe_and(back=2.0),
            "You put each entry back, and then too far. Add up your moves: they should "
            "cancel.",
        ),
        mistake(
            _probe_and(back=0.0, below=0.0),
            "Each entry now ends where it began. Is your second loss still taken below "
            "that place, and how far is it from the first?",
        ),
        mistake(
            _probe_and(back=0.0, below=0.0, width=1),
            "You probe on one side only. The other side belongs to a central "
            "difference.",
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
            "The numbers are right and lie in one row. Which shape should they have?",
        ),
        mistake(
            _rows_together,
            "All entries of a row move together in yours. How many numbers does it "
            "take to point at one entry?",
        ),
        mistake(
            _first_slope_only,
            "Only the first slope is there: does `return` stand inside the loop?",
        ),
        mistake(
            _probe_and(back=-1.0),
            "At the end of a round you move the entry further down. Add up your "
            "moves: they should cancel.",
        ),
    ],
    hints=[
        "Print `at` at the end of each round. What should it be?",
        "Either put the entry back before the next round, in a copy of the array, or "
        "never change the array: `function(at + move)`, where `move` is zero but for "
        "one entry.",
    ],
)

question(
    "7.2.11",
    title="The same example twice",
    prompt="You hand the network one example, and then a batch in which the same "
    "example occurs twice. What happens to the derivatives for the weights, with our "
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

question(
    "7.2.13",
    title="Why add?",
    prompt="The loop writes `source.derivative += ...`, not `source.derivative = ...`. "
    "What in a network makes the difference?",
    choices=[
        choice(
            "The loss is a sum over the examples, so their derivatives are added.",
            "That is one place where it helps. But it is needed for a single example, "
            "too: try the network of this page. What does an activation do more than "
            "once?",
        ),
        choice(
            "Each activation feeds several units, and its derivative collects from all "
            "of them.",
            "Yes. Every use of a number is a route to the loss, and the routes add up: "
            "the sum that the transposed matrix makes for a whole layer at once.",
            right=True,
        ),
        choice(
            "Each weight is used several times.",
            "With one example, every weight is used exactly once, in one product. "
            "Which numbers are used by several products?",
        ),
        choice(
            "Without it, rounding errors would pile up.",
            "Adding does not make rounding better. Suppose a number is used twice: "
            "what does the second assignment do to the first?",
        ),
    ],
)

question(
    "7.2.14",
    title="Another size, the same function",
    prompt="The loss is that of the same outputs, and $\\partial\\ell/\\partial"
    "\\mathbf{f}_3$ has not changed. By which factor does $\\partial\\ell/\\partial"
    "\\bOmega_2$ change, the derivative with respect to the weights that became three "
    "times as large? Derive it from the three rules.",
    answer=number(
        1 / 3,
        tolerance=0.004,
        feedback="Yes. $\\partial\\ell/\\partial\\mathbf{f}_2$ comes back through "
        "$\\bOmega_3^T$, which is a third of what it was, through the same open units. "
        "The activations $\\mathbf{h}_2$ that step 2 receives have not changed. (For "
        "$\\bOmega_3$ it is the reverse: its derivative becomes three times as large.)",
    ),
    near=[
        number(
            3,
            feedback="That is what happens to the other matrix, $\\bOmega_3$, since it "
            "receives activations three times as large. Through which matrix does the "
            "derivative come back to step 2?",
        ),
        number(
            1,
            feedback="The function of the input is the same, but not the function of "
            "the weights. If a weight is three times as large, by how much does the "
            "output change when you add 0.001 to it, now and before?",
        ),
        number(
            1 / 9,
            tolerance=0.002,
            feedback="One of the two factors of the outer product becomes a third. "
            "Which activations does step 2 receive: do they change?",
        ),
        number(
            9,
            feedback="Look at the outer product: which of its two factors changes, and "
            "does it grow or shrink?",
        ),
    ],
    otherwise="Write down the outer product for $\\bOmega_2$. Which of its two factors "
    "changes, and through which matrix does it come back?",
)

exercise(
    "7.2.15",
    title="Back through a residual layer",
    stub="def residual_derivatives(omega, f, dl_dout):\n    ...  # your code\n",
    solution=(
        "def residual_derivatives(omega, f, dl_dout):\n"
        "    return dl_dout + omega.T @ ((f > 0) * dl_dout)\n"
    ),
    reference=lambda omega, f, dl_dout: (
        dl_dout + activation_gradient(omega, relu_gradient(f, dl_dout))
    ),
    cases=[
        case(
            np.array([[1.0, 2.0, 0.0], [3.0, -1.0, 1.0], [0.5, 4.0, 2.0]]),
            np.array([[1.0, -2.0], [0.0, 3.0], [-1.0, 0.5]]),
            np.array([[1.0, -1.0], [10.0, 2.0], [4.0, -3.0]]),
        ),
        case(np.array([[3.0]]), np.array([[2.0, -1.0]]), np.array([[5.0, 7.0]])),
        case(
            np.array([[1, 2], [3, 4]]),
            np.array([[1, -1, 2], [-2, 1, 0]]),
            np.array([[0.5, 2.0, 3.25], [1.0, 0.0, -1.0]]),
        ),
    ],
    random_case=lambda rng: case(
        rng.normal(size=(4, 4)), rng.normal(size=(4, 3)), rng.normal(size=(4, 3))
    ),
    uses={
        "activation_derivatives": "7.2.5",
        "relu_derivatives": "7.2.7",
    },
    planted=[
        mistake(
            lambda omega, f, dl_dout: omega.T @ relu_gradient(f, dl_dout),
            "You go back through the weights and the ReLU. There is a second route "
            "from h to the output of the layer.",
        ),
        mistake(
            _swapped_gate,
            "Both routes are there. On one of them you pass the weights before the "
            "ReLU; which of the two came last on the way forward?",
        ),
        mistake(
            lambda omega, f, dl_dout: relu_gradient(f, omega.T @ dl_dout),
            "You have one route, in the order of the way forward. There is a second "
            "route, and the order has to be turned.",
        ),
        mistake(
            lambda omega, f, dl_dout: dl_dout + omega.T @ dl_dout,
            "Every unit is open in yours. What do the pre-activations decide?",
        ),
        mistake(
            lambda omega, f, dl_dout: dl_dout + omega @ relu_gradient(f, dl_dout),
            "Going forward you combine columns; going backward each unit collects from "
            "all that it fed.",
        ),
        mistake(
            lambda omega, f, dl_dout: (
                relu_gradient(f, dl_dout) + omega.T @ relu_gradient(f, dl_dout)
            ),
            "You close the direct route as well. Does h pass a ReLU there?",
        ),
        mistake(
            lambda omega, f, dl_dout: dl_dout * (omega.T @ relu_gradient(f, dl_dout)),
            "You multiply what comes back along two routes. Factors are multiplied "
            "along *one* route; what happens to the routes?",
        ),
        mistake(
            lambda omega, f, dl_dout: dl_dout + omega.T @ ((f >= 0) * dl_dout),
            "Right except where a pre-activation is exactly zero. Which slope did we "
            "choose there?",
        ),
        mistake(
            lambda omega, f, dl_dout: (
                dl_dout + omega.T @ np.where(dl_dout > 0, dl_dout, 0.0)
            ),
            "Your gates look at what comes back. What decided in the forward pass "
            "whether a unit is open?",
        ),
        mistake(
            lambda omega, f, dl_dout: f + omega.T @ relu_gradient(f, dl_dout),
            "Along the direct route comes a derivative. You add the pre-activations.",
        ),
        mistake(
            lambda omega, f, dl_dout: 1 + omega.T @ relu_gradient(f, dl_dout),
            "One is the slope of the direct route. What does a slope do with the "
            "derivative that comes back?",
        ),
        mistake(
            lambda omega, f, dl_dout: relu_gradient(f, dl_dout + omega.T @ dl_dout),
            "In yours both routes pass the ReLU, and it stands last. Which route "
            "does not pass it?",
        ),
        mistake(
            lambda omega, f, dl_dout: 2 * dl_dout + omega.T @ relu_gradient(f, dl_dout),
            "The direct route counts twice in yours. How often was h added?",
        ),
    ],
    hints=[
        "A number that is used twice collects from both uses. What is the slope of "
        "$\\vh + \\ldots$ with respect to $\\vh$?",
        "The other route: forward it was weights, then ReLU. Backward it is ReLU, then "
        "weights. Your `relu_derivatives` and `activation_derivatives` do these.",
    ],
)

exercise(
    "7.2.16",
    title="Make them learn",
    stub="def settings():\n    ...  # your code\n",
    solution="def settings():\n    return 0.8, 0.01\n",
    reference=lambda: (0.8, 0.01),
    cases=[case()],
    accept=_most_arrive,
    planted=[
        mistake(
            lambda: (2.5, 0.001),
            "A smaller rate alone helps a few. What else is large here?",
        ),
        mistake(
            lambda: (2.5, 0.01),
            "These are the settings that you should improve.",
        ),
        mistake(
            lambda: (0.8, 0.1),
            "The scale is good. With this rate the first step already throws the "
            "networks far away: count the arrivals for a tenth of it.",
        ),
        mistake(
            lambda: (0.01, 0.8),
            "Two numbers in the other order: first the scale, then the rate.",
        ),
        mistake(
            lambda: (0.8, 0.001),
            "The scale is good. Print the losses: they still fall when the 200 steps "
            "are over.",
        ),
    ],
    hints=[
        "Vary one of the two first. Which of them decides how large the derivatives "
        "are in the first layer?",
        "Try scales between 0.5 and 1.5, and for each of them rates between 0.003 and "
        "0.03. Call `arrivals(scale, rate)` for each pair.",
    ],
)
