"""Exercises and questions of page 13.3, neighborhood sampling."""

import numpy as np

from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    question,
)
from udl.graphs import sampling
from udl.graphs.walks import adjacency_matrix

_LINE = adjacency_matrix([(0, 1), (1, 2), (2, 3), (3, 4)], 5)
_SQUARE = adjacency_matrix([(0, 1), (1, 2), (2, 3), (3, 0)], 4)
_APART = adjacency_matrix([(0, 1), (2, 3)], 5)
_TOWN = adjacency_matrix(
    [(0, 1), (0, 3), (1, 2), (1, 3), (1, 4), (2, 4), (3, 4), (4, 5), (4, 7), (5, 6),
     (5, 7)],
    8,
)  # fmt: skip
_STAR = adjacency_matrix([(0, n) for n in range(1, 7)], 7)


def _set(count, *nodes):
    return np.isin(np.arange(count), nodes).astype(int)


def _same_nodes(answer, correct):
    """Tell whether an answer marks the nodes of a set by 1, as a column or so."""
    answer = np.asarray(answer)
    if answer.dtype.kind not in "biuf":
        return False
    if answer.size != len(correct):
        if answer.ndim == 1 and set(answer) <= set(range(len(correct))):
            return "These are numbers of nodes. The task wants a 0 or 1 for each node."
        return (
            f"Your result has the shape {answer.shape}. The set of nodes has one "
            f"entry for each: ({len(correct)},)."
        )
    answer = np.ravel(answer)
    if not np.array_equal(answer != 0, correct > 0):
        return False
    return bool(np.array_equal(answer, correct)) or (
        "The nodes are right. Yours says how often each is asked, and a set only says "
        "whether it is: 1 or 0."
    )


def _power(A, layers):
    return np.linalg.matrix_power(np.asarray(A), int(layers))


def _with_self(A):
    return np.asarray(A) + np.eye(len(A), dtype=int)


def _while_it_grows(A, needed):
    below = np.asarray(needed).copy()
    for n in range(len(A)):
        if below[n]:
            below[np.flatnonzero(A[n])] = 1
    return below


def _first_alone(A, needed):
    first = int(np.argmax(needed))
    joined = needed[first] * np.asarray(A)[first]
    return np.maximum(needed, joined)


def _field(below, extra=0):
    def field(A, node, layers):
        needed = _set(len(A), node)
        for _ in range(max(layers + extra, 0)):
            needed = below(np.asarray(A), needed)
        return needed

    return field


def _drawn(candidates, *, start=None, order=None, keep=True):
    """Make a draw with one of its stages changed."""

    def draw(A, needed, count, u):
        A, needed, u = np.asarray(A), np.asarray(needed), np.asarray(u)
        below = needed.copy() if keep else np.zeros_like(needed)
        nodes = np.flatnonzero(candidates(A, needed))
        ranked = nodes[np.argsort(u[nodes])] if order is None else order(nodes, u)
        below[ranked[:count]] = 1
        return below

    return draw


def _new(A, needed):
    return sampling.layer_below(A, needed) - needed


def _per_node(among):
    def draw(A, needed, count, u):
        below = np.asarray(needed).copy()
        for n in np.flatnonzero(needed):
            heard = np.flatnonzero(np.asarray(A)[n] * among(np.asarray(needed)))
            below[heard[np.argsort(u[heard])[:count]]] = 1
        return below

    return draw


def _of_all(keys, checked=False):
    """Draw from all nodes, by their keys."""

    def draw(A, needed, count, u):
        A, needed, u = np.asarray(A), np.asarray(needed), np.asarray(u)
        new = _new(A, needed)
        drawn = np.argsort(keys(new, u))[:count]
        below = needed.copy()
        below[drawn] = new[drawn] if checked else 1
        return np.maximum(below, needed)

    return draw


def _by_threshold(A, needed, count, u):
    new = _new(A, needed)
    return needed + new * (u < count / max(new.sum(), 1))


def _all_or_none(A, needed, count, u):
    few = np.sum(_new(A, needed)) <= count
    return np.asarray(needed) if few else sampling.sampled_below(A, needed, count, u)


def _estimate(drawn, factor):
    def estimate(x, count, u):
        x, u = np.asarray(x), np.asarray(u)
        return np.sum(drawn(x, count, u)) * factor(len(x), count)

    return estimate


def _smallest(x, count, u):
    return x[np.argsort(u)[:count]]


def _fraction(x, error, *, ddof=1, square=True, rest=True, factor=1, spread=np.var):
    d, S2 = len(x), spread(x, ddof=ddof)
    e2 = error**2 if square else error
    front = d**factor  # of (d - c) / c * S2 in the variance
    return front * d * S2 / (e2 + front * S2 * rest)


def _below_error(x, error):
    count = _fraction(x, error)
    return int(np.floor(count) + 1) if count > 0 else 1


def _whole(form=np.ceil, extra=0, **changes):
    return lambda x, error: int(
        np.clip(form(_fraction(x, error, **changes)) + extra, 1, None)
    )


def _nearly_constant(answer, x):
    """Tell whether the chances bring the variance down to a hundredth."""
    p = np.ravel(np.asarray(answer, dtype=float))
    if p.shape != np.shape(x):
        return "One probability for each neighbor is expected."
    if not np.all(p > 0):
        return "Each neighbor needs a chance above zero; with 0 its part is lost."
    if abs(p.sum() - 1) > 1e-6:
        return f"Your chances add up to {p.sum():.4g}."
    share = sampling.weighted_variance(x, p) / sampling.weighted_variance(
        x, np.full(len(x), 1 / len(x))
    )
    return share < 0.01 or (
        f"In one case your variance is {100 * share:.1f} percent of that with equal "
        "chances."
    )


def _normal(weights):
    def chances(x):
        weight = weights(np.asarray(x, dtype=float))
        return weight / weight.sum()

    return chances


question(
    "13.3.1",
    title="A hundred friends each",
    prompt="Each of a billion people has 100 friends. Three layers of a graph network "
    "are to say something about one of them. About how many people do you have to ask "
    "if friends' friends are hardly ever the same people?",
    choices=[
        choice(
            "300: a hundred for each layer.",
            "The first layer down has a hundred. Each of these has friends of their "
            "own.",
        ),
        choice(
            "10 000.",
            "That is how many are two steps away. You have three layers.",
        ),
        choice(
            "A million.",
            "Yes, nearly 100 times 100 times 100. You will count more carefully below.",
            right=True,
        ),
        choice(
            "All of them, since everybody is connected with everybody.",
            "With enough layers. Each layer brings you one edge further, no more.",
        ),
    ],
)

exercise(
    "13.3.2",
    title="One layer down",
    stub="def layer_below(A, needed):\n    ...  # your code\n",
    solution=(
        "def layer_below(A, needed):\n"
        "    return (A @ needed + needed > 0).astype(int)\n"
    ),
    reference=sampling.layer_below,
    accept=lambda answer, A, needed: _same_nodes(
        answer, sampling.layer_below(A, needed)
    ),
    equivalent={
        "return (needed @ A + needed > 0).astype(int)": "A is symmetric",
        "the result has the first argument's type": "a set holds zeros and ones",
    },
    cases=[
        case(_LINE, _set(5, 1)),
        case(_TOWN, _set(8, 6)),
        case(_TOWN, _set(8, 0, 7)),
        case(_APART, _set(5, 0, 4)),
        case(_SQUARE, _set(4, 0, 1, 2)),
        case(_STAR, _set(7, 3, 5)),
        case(_LINE, _set(5)),
    ],
    planted=[
        mistake(
            lambda A, needed: (np.asarray(A) @ needed > 0).astype(int),
            "Does a node also feed itself? Print what happens to one that has no edge.",
        ),
        mistake(
            lambda A, needed: np.asarray(A) @ needed,
            "You have the neighbors. In this layer a node hears somebody else, too.",
        ),
        mistake(
            lambda A, needed: ((np.asarray(A) @ needed > 0) & (needed == 0)).astype(
                int
            ),
            "You take out the nodes of the layer above. Do they not need their own "
            "value from below?",
        ),
        mistake(
            lambda A, needed: sampling.layer_below(A, sampling.layer_below(A, needed)),
            "You went two layers down. The task asks for one.",
        ),
        mistake(
            lambda A, needed: (_with_self(A) @ needed > 1).astype(int),
            "You keep only nodes that are asked at least twice. Once is enough.",
        ),
        mistake(
            lambda A, needed: (
                (_with_self(A)[:, np.asarray(needed) > 0]).all(axis=1).astype(int)
            ),
            "You ask for those who are neighbors of all the needed nodes. One of them "
            "is enough.",
        ),
        mistake(
            lambda A, needed: (np.cumsum(needed) > 0).astype(int),
            "The numbers of the nodes say nothing about who is joined to whom.",
        ),
        mistake(
            lambda A, needed: _with_self(A)[int(np.argmax(needed))],
            "This is right for a single node. A set can have more.",
        ),
        mistake(
            lambda A, needed: (
                _with_self(A)[int(np.flatnonzero(needed)[-1])]
                if np.any(needed)
                else np.asarray(needed)
            ),
            "Only the last of the needed nodes is in your result: do you begin a new "
            "set for each?",
        ),
        mistake(
            lambda A, needed: (np.sum(A, axis=0) * needed > 0).astype(int),
            "You ask which of the needed nodes have neighbors. Who are these "
            "neighbors?",
        ),
        mistake(
            lambda A, needed: (np.sum(A, axis=0) > 0).astype(int),
            "Your result is the same for every set. What is `needed` for?",
        ),
        mistake(
            _first_alone,
            "Only the first of the needed nodes brings its neighbors along.",
        ),
        mistake(
            lambda A, needed: _first_alone(A, needed) if np.any(needed) else None,
            "The loop ends with its first needed node: where is your `return`?",
        ),
        mistake(
            _while_it_grows,
            "The set changes while you go through it: a node that has just joined "
            "already brings its own neighbors.",
        ),
        mistake(
            lambda A, needed: ((np.asarray(A) + 1) @ needed > 0).astype(int),
            "`A + 1` adds 1 to each entry: then everybody is joined to everybody.",
        ),
    ],
    hints=[
        "What does entry $m$ of `A @ needed` count?",
        "Add `needed` itself to the neighbors' counts, and ask what is above zero.",
    ],
)

exercise(
    "13.3.3",
    title="All inputs of one output",
    stub="def receptive_field(A, node, layers):\n    ...  # your code\n",
    solution=(
        "def receptive_field(A, node, layers):\n"
        "    needed = np.zeros(len(A), dtype=int)\n"
        "    needed[node] = 1\n"
        "    for _ in range(layers):\n"
        "        needed = layer_below(A, needed)\n"
        "    return needed\n"
    ),
    uses={"layer_below": "13.3.2"},
    reference=sampling.receptive_field,
    accept=lambda answer, A, node, layers: _same_nodes(
        answer, sampling.receptive_field(A, node, layers)
    ),
    equivalent={
        "the result has the first argument's type": "a set holds zeros and ones",
    },
    cases=[
        case(_LINE, 0, 2),
        case(_TOWN, 6, 3),
        case(_TOWN, 2, 1),
        case(_APART, 1, 4),
        case(_SQUARE, 3, 1),
        case(_STAR, 4, 2),
        case(_LINE, 3, 0),
        case(_APART, 4, 3),
        case(_TOWN, 0, 2),
    ],
    planted=[
        mistake(
            lambda A, node, layers: (_power(A, layers)[node] > 0).astype(int),
            "Your nodes alternate from layer to layer: on a line, every second one is "
            "missing. Which matrix keeps a node once it is reached?",
        ),
        mistake(
            lambda A, node, layers: _power(A, layers)[node],
            "You count walks of exactly this length. Shorter ones bring news as well.",
        ),
        mistake(
            _field(sampling.layer_below, 1),
            "One layer too many: how far does a single layer reach?",
        ),
        mistake(
            _field(sampling.layer_below, -1),
            "One layer too few: how far does a single layer reach?",
        ),
        mistake(
            lambda A, node, layers: (
                _field(sampling.layer_below)(A, node, layers)
                - _field(sampling.layer_below, -1)(A, node, layers) * (layers > 0)
            ),
            "You return the nodes that join in the last step only.",
        ),
        mistake(
            lambda A, node, layers: (
                (sum(_power(A, k) for k in range(1, layers + 1))[node] > 0).astype(int)
                if layers
                else np.zeros(len(A), dtype=int)
            ),
            "Where does the node itself come in when there is no way back to it?",
        ),
        mistake(
            lambda A, node, layers: (
                _field(sampling.layer_below)(A, node, layers) - _set(len(A), node)
            ),
            "The node itself is missing, and its own input counts.",
        ),
        mistake(
            lambda A, node, layers: (
                _field(sampling.layer_below)(A, node, layers)
                - _field(sampling.layer_below, -1)(A, node, layers)
            ),
            "These are the nodes that join last. Those who came earlier are needed, "
            "too.",
        ),
        mistake(
            lambda A, node, layers: _field(sampling.layer_below)(A, node, len(A)),
            "You go on until no node joins any more. How many layers are there?",
        ),
        mistake(
            lambda A, node, layers: (
                _field(sampling.layer_below, -1)(A, node, layers) * (layers > 0)
            ),
            "Nodes that are exactly `layers` steps away are reached, too.",
        ),
        mistake(
            lambda A, node, layers: sampling.layer_below(A, _set(len(A), node)),
            "What is `layers` for? You always go down a single one.",
        ),
        mistake(
            lambda A, node, layers: (
                sampling.layer_below(A, _set(len(A), node)) if layers else None
            ),
            "The `return` comes in the first round of your loop, and never if there "
            "is no round.",
        ),
        mistake(
            lambda A, node, layers: _field(sampling.layer_below)(
                A, node, min(layers, 1)
            ),
            "However many layers there are, you get down a single one. Does each "
            "round start from what the last one found?",
        ),
        mistake(
            lambda A, node, layers: (_with_self(A) ** layers > 0).astype(int)[node],
            "`**` takes the power of each entry on its own, and 1 to any power is 1. "
            "A matrix times itself is something else.",
        ),
        mistake(
            lambda A, node, layers: (layers * _with_self(A) > 0).astype(int)[node],
            "You multiply the counts by `layers`. That makes them larger, but reaches "
            "nobody else.",
        ),
        mistake(
            lambda A, node, layers: (
                _power(A, layers) + np.eye(len(A), dtype=int) > 0
            ).astype(int)[node],
            "You have those who are reached in exactly `layers` steps, and the node "
            "itself. What about those in between?",
        ),
    ],
    hints=[
        "Begin with the set that holds `node` alone.",
        "In a loop over the layers, replace the set by `layer_below(A, needed)`.",
    ],
)

question(
    "13.3.4",
    title="Three for each layer",
    prompt="Three layers, one output. In each layer, three *new* nodes are drawn, and "
    "there are always enough. How many inputs does the output depend on?",
    answer=number(
        10, feedback="Yes, the node itself and three for each layer: no powers."
    ),
    near=[
        number(
            9,
            feedback="These are the new ones. What about the node whose output you "
            "want?",
        ),
        number(
            40,
            feedback="With three for each *node* it could be that many. Here the "
            "nodes of a layer share three.",
        ),
        number(
            27,
            feedback="That would be three for each of three for each of three, and "
            "without those between.",
        ),
        number(
            12, feedback="Three layers bring three times three. Who was there first?"
        ),
        number(13, feedback="That is right for four layers."),
        number(3, feedback="This is what one layer brings, without the node itself."),
        number(
            4,
            feedback="That is so one layer down. What do the layers below add?",
        ),
    ],
    otherwise="Begin with one node. How many join in each layer?",
)

exercise(
    "13.3.5",
    title="A few new neighbors",
    stub="def sampled_below(A, needed, count, u):\n    ...  # your code\n",
    solution=(
        "def sampled_below(A, needed, count, u):\n"
        "    new = np.flatnonzero(layer_below(A, needed) - needed)\n"
        "    drawn = new[np.argsort(u[new])[:count]]\n"
        "    below = needed.copy()\n"
        "    below[drawn] = 1\n"
        "    return below\n"
    ),
    uses={"layer_below": "13.3.2"},
    reference=sampling.sampled_below,
    accept=lambda answer, A, needed, count, u: _same_nodes(
        answer, sampling.sampled_below(A, needed, count, u)
    ),
    equivalent={
        "new = np.flatnonzero(needed - layer_below(A, needed))": "what is not zero",
        "the result has the first argument's type": "a set holds zeros and ones",
    },
    cases=[
        case(_STAR, _set(7, 0), 3, np.array([0.1, 0.9, 0.2, 0.6, 0.3, 0.8, 0.5])),
        case(
            _TOWN,
            _set(8, 4, 5),
            2,
            np.array([0.02, 0.4, 0.9, 0.7, 0.05, 0.1, 0.3, 0.6]),
        ),
        case(_LINE, _set(5, 2), 3, np.array([0.3, 0.7, 0.2, 0.4, 0.1])),
        case(
            _TOWN,
            _set(8, 1, 3, 4),
            1,
            np.array([0.8, 0.15, 0.6, 0.05, 0.2, 0.4, 0.1, 0.5]),
        ),
        case(_APART, _set(5, 0, 4), 2, np.array([0.5, 0.6, 0.1, 0.2, 0.3])),
        case(_SQUARE, _set(4, 0, 2), 1, np.array([0.2, 0.7, 0.1, 0.4])),
        case(
            _TOWN,
            _set(8, 0, 6),
            2,
            np.array([0.7, 0.8, 0.1, 0.3, 0.25, 0.5, 0.9, 0.2]),
        ),
    ],
    planted=[
        mistake(
            _drawn(sampling.layer_below),
            "Fewer than expected are new. Ask for new nodes: which are marked already?",
        ),
        mistake(
            _drawn(lambda A, needed: A @ needed),
            "Neighbors of needed nodes can be needed nodes themselves, and you drew "
            "some of these.",
        ),
        mistake(
            _drawn(_new, keep=False),
            "You return the drawn nodes only. Those of the layer above still need "
            "their own value.",
        ),
        mistake(
            _drawn(_new, order=lambda nodes, u: nodes[np.argsort(-u[nodes])]),
            "Yours have the largest numbers. That is just as fair, but the task takes "
            "the smallest.",
        ),
        mistake(
            _drawn(_new, order=lambda nodes, u: nodes),
            "You take the candidates with the lowest node numbers: the others never "
            "have a chance.",
        ),
        mistake(
            _drawn(_new, order=lambda nodes, u: np.argsort(u[nodes])),
            "`np.argsort` gives places in the list of candidates. Which nodes are at "
            "these places?",
        ),
        mistake(
            _drawn(lambda A, needed: 1 - needed),
            "You draw from all nodes. Only neighbors have something to say.",
        ),
        mistake(
            lambda A, needed, count, u: sampling.layer_below(A, needed),
            "You take all neighbors. How many may join?",
        ),
        mistake(
            _per_node(np.ones_like),
            "Each needed node draws for itself in yours. They share `count` between "
            "them.",
        ),
        mistake(
            _per_node(lambda needed: needed == 0),
            "You draw once for each needed node. All of them together draw `count`.",
        ),
        mistake(
            _of_all(lambda new, u: u, checked=True),
            "You draw among all nodes, and then some of those drawn are no candidates: "
            "too few are left.",
        ),
        mistake(
            _of_all(lambda new, u: new * u),
            "A node that is no candidate has the key 0 in yours, and so it comes "
            "first.",
        ),
        mistake(
            _of_all(lambda new, u: np.where(new > 0, u, np.inf)),
            "What if there are fewer candidates than `count`? Yours then takes others "
            "as well.",
        ),
        mistake(
            lambda A, needed, count, u: sampling.sampled_below(
                A, needed, int(count * np.sum(needed)), u
            ),
            "You draw `count` for each needed node. All of them together draw that "
            "many.",
        ),
        mistake(
            lambda A, needed, count, u: (
                sampling.sampled_below(
                    A, needed, min(count, int(np.sum(_new(A, needed)))) - 1, u
                )
                if np.any(_new(A, needed))
                else np.asarray(needed)
            ),
            "One is missing: is the last of those with the smallest `u` let in?",
        ),
        mistake(
            _drawn(lambda A, needed: (A @ needed == 1) * (1 - needed)),
            "A node that has two needed neighbors is a candidate as well.",
        ),
        mistake(
            _by_threshold,
            "With a threshold for `u`, about `count` are drawn, sometimes more and "
            "sometimes fewer. Here it is that many exactly.",
        ),
        mistake(
            _all_or_none,
            "If there are no more candidates than `count`, yours takes none of them.",
        ),
        mistake(
            lambda A, needed, count, u: (
                sampling.sampled_below(A, needed, count - int(np.sum(needed)), u)
                if count > np.sum(needed)
                else np.asarray(needed).copy()
            ),
            "The nodes that are needed already do not count: `count` is for new ones.",
        ),
    ],
    hints=[
        "First list the nodes that are in the layer below, but not in `needed`.",
        "`new = np.flatnonzero(layer_below(A, needed) - needed)`; sort them by "
        "`u[new]`, take the first `count`, and mark these in a copy of `needed`.",
    ],
)

question(
    "13.3.6",
    title="Three speak for six",
    prompt="A node has six neighbors. You draw three at random and add up what they "
    "hold. What is this sum, averaged over many draws?",
    choices=[
        choice(
            "The sum of all six, because every neighbor has the same chance.",
            "The same chance, yes. In how many of the draws is a given neighbor in?",
        ),
        choice(
            "The mean of all six.",
            "You would have to divide the three by three. They are just added up.",
        ),
        choice(
            "Half of the sum of all six.",
            "Yes. Each neighbor is there in half of the draws, so half of it arrives.",
            right=True,
        ),
        choice(
            "It depends on which three have the large values.",
            "A single draw does. Over many draws each of them is in equally often.",
        ),
    ],
)

exercise(
    "13.3.7",
    title="Right for node 16",
    stub=(
        "def sampled_sum(x, count, u):\n"
        "    drawn = x[np.argsort(u)[:count]]\n"
        "    return drawn.sum() * len(x) / count\n"
    ),
    solution=(
        "def sampled_sum(x, count, u):\n"
        "    drawn = x[np.argsort(u)[:count]]\n"
        "    return drawn.sum() * len(x) / len(drawn)\n"
    ),
    reference=sampling.sampled_sum,
    cases=[
        case(np.array([2.0, -1.0, 4.5, 3.0]), 2, np.array([0.9, 0.1, 0.8, 0.3])),
        case(np.array([5.0, 1.5]), 3, np.array([0.4, 0.2])),
        case(
            np.array([2.0, 1.0, 4.0, 3.0, 8.0, 6.0]),
            3,
            np.array([0.2, 0.7, 0.9, 0.4, 0.1, 0.5]),
        ),
        case(np.array([3, 7, -2, 1]), 3, np.array([0.5, 0.6, 0.1, 0.2])),
        case(np.array([-4.0]), 5, np.array([0.3])),
        case(np.array([10.0, 20.0, 40.0]), 1, np.array([0.5, 0.1, 0.6])),
    ],
    planted=[
        mistake(
            _estimate(_smallest, lambda d, count: d / count),
            "How many terms are in the sum if there are fewer than `count`?",
        ),
        mistake(
            _estimate(_smallest, lambda d, count: 1),
            "Your sum has terms missing, and nothing makes up for it.",
        ),
        mistake(
            _estimate(_smallest, lambda d, count: 1 / min(d, count)),
            "This is the mean of the drawn terms. The sum is wanted.",
        ),
        mistake(
            _estimate(_smallest, lambda d, count: min(d, count) / d),
            "The factor is upside down. Should a part become larger or smaller?",
        ),
        mistake(
            _estimate(lambda x, count, u: x, lambda d, count: 1),
            "This sum has no draw in it: you used all terms.",
        ),
        mistake(
            _estimate(
                lambda x, count, u: x[:count], lambda d, count: d / min(d, count)
            ),
            "You always take the first ones. What is `u` for?",
        ),
        mistake(
            _estimate(
                lambda x, count, u: x[np.argsort(-u)[:count]],
                lambda d, count: d / min(d, count),
            ),
            "You draw those with the largest `u`.",
        ),
        mistake(
            _estimate(lambda x, count, u: x, lambda d, count: d / max(d, count)),
            "Which of `count` and `len(x)` is the number of terms drawn: the smaller "
            "or the larger?",
        ),
        mistake(
            lambda x, count, u: (
                sampling.sampled_sum(x, min(count, len(x) - 1), u)
                if len(x) > 1
                else np.nan
            ),
            "One term is always left out in yours. May all be drawn?",
        ),
        mistake(
            lambda x, count, u: (
                0 if len(x) < count else sampling.sampled_sum(x, count, u)
            ),
            "With fewer terms than `count`, all of them are drawn. What is their sum?",
        ),
        mistake(
            _estimate(_smallest, lambda d, count: 1 if count < d else d / count),
            "You rescale when all terms are there, and do not when some are missing.",
        ),
        mistake(
            _estimate(
                lambda x, count, u: np.argsort(u)[:count],
                lambda d, count: d / min(d, count),
            ),
            "`np.argsort` gives places. Which values are at these places?",
        ),
        mistake(
            _estimate(_smallest, lambda d, count: (d - 1) / min(d, count)),
            "How many terms would the full sum have: d, or one fewer?",
        ),
        mistake(
            _estimate(_smallest, lambda d, count: max(d - count, 1)),
            "The factor is a ratio of counts, not a difference.",
        ),
        mistake(
            _estimate(_smallest, lambda d, count: 1 if count >= d else d),
            "Each drawn term stands for some that were not drawn. For how many?",
        ),
    ],
    hints=[
        "Call it with two terms and a `count` of 3.",
        "`drawn` knows how many terms it has: `len(drawn)`.",
    ],
)

question(
    "13.3.8",
    title="Both of them",
    prompt="Of six neighbors, three are drawn without replacement. What is the "
    "probability that two given ones, say the first and the second, are *both* drawn?",
    answer=number(
        1 / 5,
        tolerance=0.001,
        feedback="Yes: a half for the first one, and two of the five remaining "
        "places for the second.",
    ),
    near=[
        number(
            0.25,
            tolerance=0.001,
            feedback="That would be so if they were independent. When the first is "
            "drawn, how many places are left for the other five?",
        ),
        number(
            0.5, tolerance=0.001, feedback="This is the chance of one of them alone."
        ),
        number(
            0.4,
            tolerance=0.001,
            feedback="This is the chance of the second, given that the first is drawn.",
        ),
        number(
            1 / 15,
            tolerance=0.001,
            feedback="There are 15 pairs, but three drawn nodes hold three pairs.",
        ),
        number(
            1 / 6,
            tolerance=0.001,
            feedback="The first is drawn with probability a half. How many are left "
            "then, and how many of them are drawn?",
        ),
        number(
            0.3,
            tolerance=0.001,
            feedback="If the first is drawn, two places are left, not three.",
        ),
        number(
            0.8,
            tolerance=0.001,
            feedback="Are you asked for at least one of them?",
        ),
    ],
    otherwise="Of the 20 sets of three, how many hold both? Or: first the one, then, "
    "given that, the other.",
)

exercise(
    "13.3.9",
    title="How many to ask",
    stub="def smallest_sample(x, error):\n    ...  # your code\n",
    solution=(
        "def smallest_sample(x, error):\n"
        "    d, S2 = len(x), np.var(x, ddof=1)\n"
        "    count = d**2 * S2 / (error**2 + d * S2)\n"
        "    return max(math.ceil(count), 1)\n"
    ),
    reference=sampling.smallest_sample,
    equivalent={
        "the result has the first argument's type": "a count is a whole number"
    },
    cases=[
        case(np.array([2, 1, 4, 3, 8, 6]), 6.0),
        case(np.array([2.5, 1.0, 4.0, -3.0, 8.0, 6.0, 0.0, 5.5, 2.0]), 8.0),
        case(np.array([2, 1, 4, 3, 8, 6]), 8.0),
        case(np.array([2, 1, 4, 3, 8, 6]), 3.0),
        case(np.array([5.0, 5.0, 5.0]), 0.5),
        case(np.array([1.0, 3.0]), 0.1),
        case(np.array([1.0, 3.0]), 2.5),
        case(np.array([1.0, 3.0]), 2.0),
        case(np.array([0.3, 0.1, 0.7, 0.4, 0.2]), 0.4),
        case(np.arange(40.0), 60.0),
        case(np.arange(100.0) ** 2, 15000.0),
    ],
    planted=[
        mistake(
            _whole(rest=False),
            "You calculate as if the same term could be drawn twice. Without "
            "replacement the error falls faster.",
        ),
        mistake(
            _whole(ddof=0),
            "Your variance is too small by a factor (d - 1) / d. Where does the "
            "formula have a d, and where a d - 1?",
        ),
        mistake(
            _whole(square=False),
            "`error` is a standard deviation, and you compare it with a variance.",
        ),
        mistake(
            _whole(np.floor),
            "With your `count` the error is still above what is allowed: one more is "
            "needed.",
        ),
        mistake(
            _whole(factor=-1),
            "This would be for the mean. The sum's error is larger by a factor `d`.",
        ),
        mistake(
            _whole(factor=0),
            "Compare your variance with the formula: is there a `d` in front?",
        ),
        mistake(
            _whole(spread=np.std),
            "You put the standard deviation of the terms where their variance belongs.",
        ),
        mistake(
            _below_error,
            'An error of exactly `error` is allowed: "at most" includes it.',
        ),
        mistake(
            lambda x, error: max(_fraction(x, error), 1),
            "A `count` is a whole number. Which one next to yours is large enough?",
        ),
        mistake(
            _fraction,
            "Your `count` is a fraction. Which whole number near it is large enough?",
        ),
        mistake(
            lambda x, error: int(np.ceil(_fraction(x, error))),
            "If all terms are equal, yours asks nobody. The task says: at least 1.",
        ),
        mistake(
            lambda x, error: len(x),
            "You always ask all of them. Then there is no error at all, but fewer may "
            "be enough.",
        ),
        mistake(
            _whole(extra=1),
            "One fewer would be enough.",
        ),
        mistake(
            _whole(np.round),
            "To the nearest whole number is sometimes down. May the error be larger?",
        ),
    ],
    hints=[
        "Write the condition with the variance, and solve it for $c$.",
        "`d**2 * S2 / (error**2 + d * S2)`, rounded up, and at least 1.",
    ],
)

exercise(
    "13.3.10",
    title="Whom to ask more often",
    stub=("def chances(x):\n    p = np.ones(len(x))\n    return p / p.sum()\n"),
    solution="def chances(x):\n    return x / x.sum()\n",
    reference=lambda x: np.asarray(x) / np.sum(x),
    accept=_nearly_constant,
    equivalent={
        "the result has the first argument's type": "probabilities are fractions",
    },
    cases=[
        case(np.array([2.0, 1.0, 4.0, 3.0, 8.0, 6.0])),
        case(np.array([0.5, 10.0])),
        case(np.array([1.0, 1.0, 1.0, 7.0])),
        case(np.array([100.0, 130.0, 90.0])),
    ],
    planted=[
        mistake(
            _normal(lambda x: 1 / x),
            "Neighbors with large values are asked least in yours, and when they are, "
            "the estimate jumps.",
        ),
        mistake(
            _normal(lambda x: x**2),
            "Now the large ones are asked too often, and the estimate is small then. "
            "When are all estimates equal?",
        ),
        mistake(
            _normal(np.sqrt),
            "In the right direction. Print `x / p`: which entries differ?",
        ),
        mistake(
            _normal(lambda x: np.exp(x - x.max())),
            "A softmax has no special place here. What should `x / p` look like?",
        ),
        mistake(
            _normal(lambda x: x - x.min() + 1e-3 * x.max()),
            "The smallest is nearly never asked, and its estimate is huge.",
        ),
        mistake(
            _normal(lambda x: np.argsort(np.argsort(x)) + 1.0),
            "The order of the values is not enough.",
        ),
        mistake(
            _normal(lambda x: np.abs(x - x.mean()) + 0.01),
            "A value far from the mean gets the largest chance in yours, even a small "
            "one. Print `x / p`.",
        ),
        mistake(
            lambda x: np.asarray(x) / np.max(x),
            "These do not add up to one.",
        ),
    ],
    hints=[
        "The variance is zero if every possible estimate `x[m] / p[m]` is the same.",
        "Make `p` proportional to `x`, and divide by what makes it sum to one.",
    ],
)
