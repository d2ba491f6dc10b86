"""Exercises and questions of page 13.2, graph classification."""

from itertools import permutations

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
from udl.graphs import networks
from udl.graphs.walks import adjacency_matrix
from udl.networks.activations import relu, sigmoid

_LINE = adjacency_matrix([(0, 1), (1, 2), (2, 3)], 4)
_STAR = adjacency_matrix([(0, 1), (0, 2), (0, 3), (0, 4)], 5)
_PAIR = adjacency_matrix([(0, 1)], 2)
_EMPTY = np.zeros((3, 3), dtype=int)
_CHAIN = [(0, 1), (1, 2), (2, 3)]
_HYDROGENS = [(0, 4), (0, 5), (0, 6), (1, 7), (1, 8), (2, 9), (2, 10), (3, 11)]


def _draw(seed, *shapes):
    rng = np.random.default_rng(seed)
    return [rng.normal(size=shape) for shape in shapes]


def _with_self(A):
    return np.asarray(A) + np.eye(len(A))


def _molecule(symbols, bonds):
    def tables(N, D):
        return adjacency_matrix(bonds, N), networks.node_matrix(symbols, D)

    return tables


_ethanol = _molecule(networks.ETHANOL, networks.ETHANOL_BONDS)
_propanol = _molecule("CCCO" + 8 * "H", _CHAIN + _HYDROGENS)


def _voices(A, own=1):
    return np.sum(A, axis=0) + own


def _outer_root(A, own):
    return np.sqrt(np.outer(_voices(A, own), _voices(A, own)))


def _divided(by, own=1):
    def table(A):
        with np.errstate(all="ignore"):
            return (np.asarray(A) + own * np.eye(len(A))) / by(A)

    return table


def _changed(tables, of_A=None, of_X=None):
    def wrong(N, D):
        A, X = tables(N, D)
        return (of_A or np.asarray)(A), (of_X or np.asarray)(X)

    return wrong


def _off_by_one(X):
    return np.roll(X, 1, axis=0)


def _judged(seed, D, hidden, A):
    """Make a case for a whole network: tables, then weights and offsets in turn."""
    A = np.asarray(A)
    shapes = [(D, len(A))]
    for columns in (D, hidden, hidden):
        shapes += [(hidden, columns), (hidden, 1)]
    return case(A, *_draw(seed, *shapes, (1, hidden), (1, 1)))


def _network(*, step=networks.convolution, pool=None, output=sigmoid):
    """Make the whole network with one of its stages changed."""
    pool = pool or (lambda H: np.mean(H, axis=1, keepdims=True))

    def network(A, X, Omega0, beta0, Omega1, beta1, Omega2, beta2, omega3, beta3):
        H = X
        for Omega, beta in ((Omega0, beta0), (Omega1, beta1), (Omega2, beta2)):
            H = step(H, np.asarray(A), beta, Omega)
        return output(beta3 + omega3 @ pool(H))

    return network


def _layers(aggregate=(True, True, True), active=(True, True, True), mean=None):
    """Make the network with some of its sums or activations left out."""

    def network(A, X, Omega0, beta0, Omega1, beta1, Omega2, beta2, omega3, beta3):
        H, offsets = X, (beta0, beta1, beta2)
        for k, Omega in enumerate((Omega0, Omega1, Omega2)):
            H = offsets[k] + Omega @ (H @ _with_self(A) if aggregate[k] else H)
            H = relu(H) if active[k] else H
        f = beta3 + omega3 @ (H if mean else np.mean(H, axis=1, keepdims=True))
        return mean(f) if mean else sigmoid(f)

    return network


def _divided_each_time(H):
    pooled = np.zeros((len(H), 1))
    for n in range(H.shape[1]):
        pooled = (pooled + H[:, [n]]) / H.shape[1]
    return pooled


def _two_layers(A, X, Omega0, beta0, Omega1, beta1, Omega2, beta2, omega3, beta3):
    H = networks.convolution(X, A, beta0, Omega0)
    H = networks.convolution(H, A, beta1, Omega1)
    return sigmoid(beta3 + omega3 @ np.mean(H, axis=1, keepdims=True))


def _misfit(answer, N, D, wanted):
    """Say why two tables are no molecule of certain atoms, or None if they are."""
    if not isinstance(answer, (tuple, list)) or len(answer) != 2:
        return "Two tables are expected, `A` and `X`."
    A, X = (np.asarray(table, dtype=float) for table in answer)
    if A.shape != (N, N):
        return f"`A` has the shape {A.shape}, and {N} atoms need ({N}, {N})."
    if X.shape != (D, N):
        return f"`X` has the shape {X.shape}, and ({D}, {N}) is asked for."
    if not np.any(A):
        return "There are no bonds in `A` yet."
    if np.any(A != A.T):
        return "Bonds have no direction: compare `A` with its transpose."
    if np.any(np.diag(A)):
        return "No atom is bonded to itself: look at the diagonal of `A`."
    if np.any((A != 0) & (A != 1)):
        return "`A` has entries other than 0 and 1."
    if np.any((X != 0) & (X != 1)) or np.any(X.sum(axis=0) != 1):
        return "Each column of `X` has a single 1: look for one that has not."
    counts = X.sum(axis=1)
    names = {0: "hydrogen", 5: "carbon", 7: "oxygen"}
    for (row, name), count in zip(names.items(), wanted, strict=True):
        if counts[row] != count:
            return (
                f"Your `X` has {counts[row]:.0f} columns for {name}: count the atoms "
                "of each element, and look up their rows."
            )
    allowed = {0: 1, 5: 4, 7: 2}
    for n, element in enumerate(X.argmax(axis=0)):
        if A[n].sum() != allowed[element]:
            return (
                f"Your atom {n} is {names[element]}. Its number of bonds should be "
                f"{allowed[element]}, and is {A[n].sum():.0f}."
            )
    return None


def _is_ethanol(answer, N, D):
    """Tell whether two tables are those of ethanol, numbered as in the figure."""
    right = _ethanol(N, D)
    if told := _misfit(answer, N, D, (6, 2, 1)):
        return told
    return all(map(np.array_equal, answer, right)) or (
        "All atoms have their bonds. Compare with the figure: which number does each "
        "atom have there?"
    )


def _is_propanol(answer, N, D):
    """Tell whether two tables are those of 1-propanol, in any numbering."""
    if told := _misfit(answer, N, D, (8, 3, 1)):
        return told
    A, X = (np.asarray(table, dtype=float) for table in answer)
    parameters = networks.drawn_parameters(hidden=20, kinds=D)
    same = np.isclose(
        networks.graph_network(A, X, parameters),
        networks.graph_network(*_propanol(N, D), parameters),
        rtol=1e-12,
    )
    return bool(same) or (
        "All atoms have their bonds, and it is another molecule: the OH is at the end "
        "of a chain of three carbons."
    )


def _are_twins(answer, N):
    """Tell whether two graphs differ and look alike from every node."""
    if not isinstance(answer, (tuple, list)) or len(answer) != 2:
        return "Two adjacency matrices are expected."
    one, other = (np.asarray(table, dtype=float) for table in answer)
    for A in (one, other):
        if A.shape != (N, N):
            return f"A graph of {N} nodes has a table of shape ({N}, {N})."
        if np.any(A != A.T) or np.any(np.diag(A)) or np.any((A != 0) & (A != 1)):
            return "A table is symmetric, of zeros and ones, with a diagonal of zeros."
    numberings = (list(order) for order in permutations(range(N)))
    if any(np.array_equal(one[np.ix_(p, p)], other) for p in numberings):
        return "These are the same graph, with its nodes in another order."
    colors = [np.ones(N), np.ones(N)]
    for _ in range(N):  # what a node can know: its own color and those around it
        seen = [
            [(c[n], *sorted(c[A[n] > 0])) for n in range(N)]
            for c, A in zip(colors, (one, other), strict=True)
        ]
        names = {key: k for k, key in enumerate(sorted({*seen[0], *seen[1]}))}
        colors = [np.array([float(names[key]) for key in keys]) for keys in seen]
    if np.array_equal(*(np.sort(c) for c in colors)):
        return True
    degrees = [np.sort(A.sum(axis=0)) for A in (one, other)]
    if not np.array_equal(*degrees):
        return (
            "The first layer tells them apart: the numbers of neighbors are "
            f"{degrees[0].astype(int).tolist()} and {degrees[1].astype(int).tolist()}."
        )
    return "The degrees agree. But what the neighbors of the nodes see is different."


exercise(
    "13.2.1",
    title="Ethanol",
    stub=(
        "def ethanol(N, D):\n"
        "    A = np.zeros((N, N))\n"
        "    X = np.zeros((D, N))\n"
        "    ...  # your code\n"
        "    return A, X\n"
    ),
    solution=(
        "def ethanol(N, D):\n"
        "    A, X = np.zeros((N, N)), np.zeros((D, N))\n"
        "    for m, n in [(0, 2), (1, 2), (3, 2), (2, 5),\n"
        "                 (4, 5), (6, 5), (5, 7), (7, 8)]:\n"
        "        A[m, n] = A[n, m] = 1\n"
        "    X[[0, 0, 5, 0, 0, 5, 0, 7, 0], range(N)] = 1\n"
        "    return A, X\n"
    ),
    reference=_ethanol,
    accept=_is_ethanol,
    cases=[case(9, 118)],
    parts=("A", "X"),
    planted=[
        mistake(
            _changed(_ethanol, np.triu),
            "Chemical bonds have no direction: compare A with its transpose.",
        ),
        mistake(
            _changed(_ethanol, np.tril),
            "Only the lower triangle is set: compare A with its transpose.",
        ),
        mistake(
            _changed(_ethanol, _with_self),
            "How often does each node hear itself? The diagonal of A is zero here.",
        ),
        mistake(
            _changed(_ethanol, None, _off_by_one),
            "Row indices start at zero: hydrogen has the atomic number 1 and is in "
            "the first row.",
        ),
        mistake(
            _changed(_ethanol, None, np.transpose),
            "UDL draws one column per node: your X has nodes as rows.",
        ),
        mistake(
            _changed(_ethanol, None, lambda X: np.zeros_like(X)),
            "Each column is one atom: what is in column 7 of your X?",
        ),
        mistake(
            _changed(_ethanol, lambda A: np.zeros_like(A)),
            "There are no bonds in A yet.",
        ),
        mistake(
            _changed(
                _molecule(networks.ETHANOL, [(0, 2), (1, 2), (3, 2), (2, 5), (4, 5),
                                             (6, 5), (7, 5)])
            ),
            "A bond is missing: count eight of them. What is the last hydrogen bonded "
            "to?",
        ),
        mistake(
            _changed(_molecule("CCOHHHHHH", networks.ETHANOL_BONDS)),
            "The columns of X are in another order than the rows of A. Which atom is "
            "number 0?",
        ),
    ],
    hints=[
        "Make a list of the bonds, and set two entries for each.",
        "The elements of the atoms 0 to 8 are H H C H H C H O H, in the rows 0, 5 and "
        "7.",
    ],
)  # fmt: skip

exercise(
    "13.2.2",
    title="A graph convolution",
    stub="def layer(H, A, beta, Omega):\n    ...  # your code\n",
    solution=(
        "def layer(H, A, beta, Omega):\n"
        "    heard = H @ (A + np.eye(len(A)))\n"
        "    return np.maximum(beta + Omega @ heard, 0)\n"
    ),
    reference=networks.convolution,
    cases=[
        case(_draw(0, (3, 4))[0], _LINE, *_draw(1, (2, 1), (2, 3))),
        case(_draw(2, (2, 5))[0], _STAR, *_draw(3, (4, 1), (4, 2))),
        case(_draw(4, (1, 2))[0], _PAIR, *_draw(5, (3, 1), (3, 1))),
        case(_draw(6, (2, 3))[0], _EMPTY, *_draw(7, (2, 1), (2, 2))),
        case(np.array([[1, 2, 0, -1]]), _LINE, *_draw(9, (2, 1), (2, 1))),
    ],
    planted=[
        mistake(
            lambda H, A, beta, Omega: relu(beta + Omega @ H @ A),
            "A node hears itself as well: where is the identity?",
        ),
        mistake(
            lambda H, A, beta, Omega: relu(beta + Omega @ H @ (A + 2 * np.eye(len(A)))),
            "In yours, each node hears itself twice.",
        ),
        mistake(
            lambda H, A, beta, Omega: relu(beta + Omega @ H),
            "No node hears another: the adjacency matrix has no influence.",
        ),
        mistake(
            lambda H, A, beta, Omega: beta + Omega @ H @ _with_self(A),
            "Negative values: the layer ends with an activation.",
        ),
        mistake(
            lambda H, A, beta, Omega: relu(Omega @ H @ _with_self(A)),
            "The offsets beta have no influence.",
        ),
        mistake(
            lambda H, A, beta, Omega: relu(
                beta + Omega @ H @ (_with_self(A) / _with_self(A).sum(axis=0))
            ),
            "You take the mean over the neighbors. This layer takes the sum.",
        ),
        mistake(
            lambda H, A, beta, Omega: relu((beta + Omega @ H) @ _with_self(A)),
            "In yours, the offsets are summed over the neighbors, too.",
        ),
        mistake(
            lambda H, A, beta, Omega: beta + Omega @ relu(H @ _with_self(A)),
            "The activation comes last, around everything.",
        ),
        mistake(
            lambda H, A, beta, Omega: relu(beta + Omega @ H) @ _with_self(A),
            "You sum up what has been through the activation already. Which comes "
            "first here?",
        ),
        mistake(
            lambda H, A, beta, Omega: np.abs(beta + Omega @ H @ _with_self(A)),
            "Negative sums come out positive. What does a ReLU make of them?",
        ),
        mistake(
            lambda H, A, beta, Omega: np.minimum(beta + Omega @ H @ _with_self(A), 0),
            "The negative sums pass, and the positive ones do not.",
        ),
        mistake(
            lambda H, A, beta, Omega: np.heaviside(
                beta + Omega @ H @ _with_self(A), 0.0
            ),
            "You return where the sums are positive. A ReLU passes the sums there.",
        ),
        mistake(
            lambda H, A, beta, Omega: relu(len(A) * beta + Omega @ H @ _with_self(A)),
            "Each column gets its copy of the offsets once.",
        ),
        mistake(
            lambda H, A, beta, Omega: beta + relu(Omega @ H @ _with_self(A)),
            "You add the offsets after the activation.",
        ),
        mistake(
            lambda H, A, beta, Omega: sigmoid(beta + Omega @ H @ _with_self(A)),
            "The activation of this layer is a ReLU. The sigmoid comes at the end of "
            "the network.",
        ),
        mistake(
            lambda H, A, beta, Omega: relu(beta + Omega @ H @ (A + np.eye(len(H)))),
            "`len(H)` is the number of its rows. How many nodes are there?",
        ),
        mistake(
            lambda H, A, beta, Omega: relu(beta + Omega @ H @ (np.asarray(A) + 1)),
            "`A + 1` adds 1 to each entry of the table. How do you add it to the "
            "diagonal alone?",
        ),
        mistake(
            lambda H, A, beta, Omega: relu(beta + Omega @ H @ (A - np.eye(len(A)))),
            "You subtract what the node itself holds.",
        ),
    ],
    hints=[
        "The sum over neighbors is a product from the right.",
        "`H @ (A + np.eye(len(A)))`, then `beta + Omega @ ...`, then the ReLU.",
    ],
)

question(
    "13.2.3",
    title="How far news travels",
    prompt="Hydrogen H8 is bonded to the oxygen, hydrogen H0 to the carbon at the "
    "other end. How many layers must the network have, at least, before what H0 holds "
    "can change the column of H8?",
    answer=number(
        4,
        tolerance=0.1,
        feedback="Yes: 0-2-5-7-8 are four steps, and each layer is one. The network of "
        "this page has three.",
    ),
    near=[
        number(3, tolerance=0.1, feedback="Count the steps from 0 to 8, not the atoms "
               "between them."),
        number(5, tolerance=0.1, feedback="Count the steps, not the atoms."),
        number(1, tolerance=0.1, feedback="In one layer an atom hears its neighbors "
               "only."),
        number(2, tolerance=0.1, feedback="After two layers an atom knows of atoms two "
               "steps away. How far apart are these?"),
    ],
    otherwise="Walk along bonds from H0 to H8, by the shortest way.",
)  # fmt: skip

exercise(
    "13.2.4",
    title="The whole network",
    stub=(
        "def graph_neural_network(A, X, Omega0, beta0, Omega1, beta1,\n"
        "                         Omega2, beta2, omega3, beta3):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "def graph_neural_network(A, X, Omega0, beta0, Omega1, beta1,\n"
        "                         Omega2, beta2, omega3, beta3):\n"
        "    H = layer(X, A, beta0, Omega0)\n"
        "    H = layer(H, A, beta1, Omega1)\n"
        "    H = layer(H, A, beta2, Omega2)\n"
        "    f = beta3 + omega3 @ H.mean(axis=1, keepdims=True)\n"
        "    return 1 / (1 + np.exp(-f))\n"
    ),
    uses={"layer": "13.2.2"},
    equivalent={
        "f = beta3 + omega3 @ H.mean(axis=1)": "one number without a second axis",
    },
    reference=_network(),
    cases=[
        _judged(10, 3, 2, _LINE),
        _judged(11, 2, 3, _STAR),
        _judged(12, 2, 4, _PAIR),
        _judged(13, 4, 2, _EMPTY),
        _judged(14, 2, 2, [[0]]),
    ],
    published=published(
        "graph_neural_network(A, X, Omega0, beta0, Omega1, beta1, Omega2, beta2, "
        "omega3, beta3)",
        provides={"ReLU": lambda: relu, "sigmoid": lambda: sigmoid},
    ),
    planted=[
        mistake(
            _network(pool=lambda H: np.sum(H, axis=1, keepdims=True)),
            "Put two copies of the molecule side by side: should the prediction "
            "change? You sum over the nodes.",
        ),
        mistake(
            _network(pool=lambda H: H),
            "One molecule, how many outputs? Yours has one for each node.",
        ),
        mistake(
            _network(
                pool=lambda H: (
                    np.mean(H, axis=0, keepdims=True).mean() * np.ones((len(H), 1))
                )
            ),
            "You average over everything. The mean goes along the nodes, and leaves a "
            "column.",
        ),
        mistake(
            _network(step=lambda H, A, beta, Omega: relu(beta + Omega @ H @ A)),
            "In your layers no node hears itself.",
        ),
        mistake(
            _network(step=lambda H, A, beta, Omega: relu(beta + Omega @ H)),
            "The adjacency matrix has no influence: no atom hears another.",
        ),
        mistake(
            _network(
                step=lambda H, A, beta, Omega: relu(
                    beta + Omega @ H @ (A + 2 * np.eye(len(A)))
                )
            ),
            "Your nodes hear themselves twice.",
        ),
        mistake(
            _network(step=lambda H, A, beta, Omega: beta + Omega @ H @ _with_self(A)),
            "There is no activation between your layers: they collapse into one.",
        ),
        mistake(
            _network(output=np.asarray),
            "This is the number before the sigmoid.",
        ),
        mistake(
            _network(output=relu),
            "The last step is a sigmoid, which makes a probability.",
        ),
        mistake(
            _two_layers,
            "One of the three convolutions is missing.",
        ),
        mistake(
            _layers(aggregate=(True, False, False)),
            "Only your first layer adds up neighbors. Each of the three should.",
        ),
        mistake(
            _layers(active=(True, True, False)),
            "The third layer ends with an activation, too, like the others.",
        ),
        mistake(
            _layers(mean=lambda f: np.mean(sigmoid(f), keepdims=True)),
            "You take a probability for each node, and then their mean. The mean "
            "comes before the sigmoid.",
        ),
        mistake(
            lambda A, *rest: _network(
                pool=lambda H: np.mean(H @ _with_self(A), axis=1, keepdims=True)
            )(A, *rest),
            "You add up neighbors once more before the mean.",
        ),
        mistake(
            _network(pool=lambda H: np.max(H, axis=1, keepdims=True)),
            "You take the largest over the nodes. What does the formula take?",
        ),
        mistake(
            _network(pool=lambda H: np.sum(H, axis=1, keepdims=True) / 9),
            "Nine atoms are in ethanol. Other molecules have other numbers of atoms.",
        ),
        mistake(
            _network(output=lambda f: sigmoid(f) > 0.5),
            "A yes or a no came back. The probability itself is asked for.",
        ),
        mistake(
            _network(
                step=lambda H, A, beta, Omega: relu(
                    beta + Omega @ H @ (_with_self(A) / _with_self(A).sum(axis=0))
                )
            ),
            "Your layers take the mean over neighbors. UDL's sum them up.",
        ),
    ],
    hints=[
        "Three times the same layer with other parameters, then the mean over the "
        "nodes.",
        "`H.mean(axis=1, keepdims=True)` is one column; `omega3 @` it, `+ beta3`, and "
        "a sigmoid.",
    ],
)

question(
    "13.2.5",
    title="Other numbers for the atoms",
    prompt="A colleague numbers the same nine atoms from the oxygen on, writes both "
    "tables, and runs the same network. What does she get?",
    choices=[
        choice(
            "Another number, as her tables have other entries.",
            "They have. Follow one atom through a layer: does its sum depend on "
            "anybody's number?",
        ),
        choice(
            "The same number only if she sorts the atoms in the same way.",
            "Where in the network would the order of the columns matter?",
        ),
        choice(
            "Another number in a network with random weights. Training makes it the "
            "same.",
            "Nothing has to be learned here: the form of the network is enough.",
        ),
        choice(
            "The same number.",
            "Yes. Each atom adds up the same neighbors, and the mean does not care "
            "about their order. The next section proves it.",
            right=True,
        ),
    ],
)

_ORDER = np.eye(4)[:, [2, 0, 3, 1]]

exercise(
    "13.2.6",
    title="In another numbering",
    stub="def renumber(A, X, P):\n    ...  # your code\n",
    solution="def renumber(A, X, P):\n    return P.T @ A @ P, X @ P\n",
    reference=lambda A, X, P: (P.T @ A @ P, X @ P),
    parts=("A", "X"),
    cases=[
        case(_LINE, _draw(20, (2, 4))[0], _ORDER),
        case(_STAR, _draw(21, (3, 5))[0], np.eye(5)[:, [1, 2, 0, 4, 3]]),
        case(_LINE, _draw(22, (1, 4))[0], np.eye(4)[:, [1, 0, 3, 2]]),
        case(_PAIR, _draw(23, (2, 2))[0], np.eye(2)),
    ],
    planted=[
        mistake(
            lambda A, X, P: (A @ P, X @ P),
            "After renaming nodes, row i and column i of A must still speak of the "
            "same node: you renumber its columns only.",
        ),
        mistake(
            lambda A, X, P: (P.T @ A, X @ P),
            "You renumber the rows of A and not its columns.",
        ),
        mistake(
            lambda A, X, P: (P @ A @ P.T, X @ P),
            "Your tables have different numberings: A goes with the transpose of P, "
            "and X with P.",
        ),
        mistake(
            lambda A, X, P: (P.T @ A @ P, X @ P.T),
            "Your tables have different numberings: X goes with the transpose of P, "
            "and A with P.",
        ),
        mistake(
            lambda A, X, P: (P.T @ A @ P, X),
            "The data of the nodes have been left in the old order.",
        ),
        mistake(
            lambda A, X, P: (A, X @ P),
            "The adjacency matrix has been left in the old order.",
        ),
        mistake(
            lambda A, X, P: (P @ A @ P.T, X @ P.T),
            "A consistent numbering, by the transpose of P. Here the columns of the "
            "data become X P.",
        ),
        mistake(
            lambda A, X, P: (P @ A @ P, X @ P),
            "On one side of A belongs the transpose.",
        ),
        mistake(
            lambda A, X, P: (P.T * A * P, X @ P),
            "`*` multiplies entry by entry. Renumbering takes products of matrices.",
        ),
        mistake(
            lambda A, X, P: (np.diag(P.T @ A @ P), X @ P),
            "Two lists of indices take single entries, here the diagonal. Rows first, "
            "then columns: what gives the whole table?",
        ),
    ],
    hints=[
        "Nodes are the columns of X, and the rows and columns of A.",
        "`X @ P` renumbers columns; `P.T @ A` renumbers rows in the same way.",
    ],
)

exercise(
    "13.2.7",
    title="Propanol",
    stub=(
        "def propanol(N, D):\n"
        "    A = np.zeros((N, N))\n"
        "    X = np.zeros((D, N))\n"
        "    ...  # your code\n"
        "    return A, X\n"
    ),
    solution=(
        "def propanol(N, D):\n"
        "    A, X = np.zeros((N, N)), np.zeros((D, N))\n"
        "    chain = [(0, 1), (1, 2), (2, 3)]  # C C C O\n"
        "    owner = [0, 0, 0, 1, 1, 2, 2, 3]  # of the hydrogens\n"
        "    for m, n in chain + list(zip(owner, range(4, N))):\n"
        "        A[m, n] = A[n, m] = 1\n"
        "    X[[5, 5, 5, 7] + [0] * 8, range(N)] = 1\n"
        "    return A, X\n"
    ),
    reference=_propanol,
    accept=_is_propanol,
    equivalent={
        "for m, n in chain + list(zip(owner, range(4, D))):": "as many as owners",
    },
    cases=[case(12, 118)],
    planted=[
        mistake(
            _changed(_propanol, np.triu),
            "Chemical bonds have no direction: A differs from its transpose.",
        ),
        mistake(
            _changed(_propanol, _with_self),
            "An atom has no bond to itself: look at the diagonal.",
        ),
        mistake(
            _changed(_propanol, None, _off_by_one),
            "Rows of X are counted from zero: hydrogen is in row 0.",
        ),
        mistake(
            _changed(_propanol, None, np.transpose),
            "The columns of X are the atoms.",
        ),
        mistake(
            _molecule("CCCO" + 8 * "H", [
                (0, 1), (1, 2), (1, 3), (0, 4), (0, 5), (0, 6), (1, 7), (2, 8), (2, 9),
                (2, 10), (3, 11),
            ]),
            "The OH is on the carbon in the middle of yours: that is 2-propanol.",
        ),
        mistake(
            _molecule("CCCO" + 8 * "H", [
                (0, 1), (1, 3), (3, 2), (0, 4), (0, 5), (0, 6), (1, 7), (1, 8), (2, 9),
                (2, 10), (2, 11),
            ]),
            "Your oxygen is inside of the chain, between carbons: an ether.",
        ),
        mistake(
            _molecule("CCCO" + 8 * "H", _CHAIN),
            "Your hydrogens are not bonded to anything.",
        ),
        mistake(
            lambda N, D: _ethanol(9, D),
            "This is ethanol. Propanol has one more carbon.",
        ),
    ],
    hints=[
        "Number the chain first: carbons 0, 1, 2 and oxygen 3.",
        "Hydrogens: three on carbon 0, two on each of 1 and 2, one on the oxygen.",
    ],
)  # fmt: skip

exercise(
    "13.2.8",
    title="Divided by both",
    stub="def kipf(A):\n    ...  # your code\n",
    solution=(
        "def kipf(A):\n"
        "    heard = A + np.eye(len(A))\n"
        "    roots = np.sqrt(heard.sum(axis=0))\n"
        "    return heard / (roots[:, None] * roots)\n"
    ),
    equivalent={
        "roots = np.sqrt(heard.sum(axis=1))": "the table is symmetric",
        "roots = np.sqrt(heard.sum(axis=-1))": "the table is symmetric",
    },
    reference=networks.normalized,
    cases=[
        case(_LINE),
        case(_STAR),
        case(_PAIR),
        case(_EMPTY),
        case(adjacency_matrix(networks.ETHANOL_BONDS, 9)),
    ],
    planted=[
        mistake(
            lambda A: _with_self(A) / _with_self(A).sum(axis=0),
            "This is the mean: you divide by the listener's number only.",
        ),
        mistake(
            lambda A: _with_self(A) / _with_self(A).sum(axis=0)[:, None],
            "You divide by the number of voices of one of the two nodes only.",
        ),
        mistake(
            lambda A: _with_self(A) / np.outer(
                _with_self(A).sum(axis=0), _with_self(A).sum(axis=0)
            ),
            "The roots of both numbers, not the numbers.",
        ),
        mistake(
            lambda A: _with_self(A) / np.sqrt(_with_self(A).sum(axis=0)),
            "You divide by the root of one node's number. The other's is missing.",
        ),
        mistake(
            _divided(lambda A: np.sqrt(_voices(A))[:, None]),
            "Each row is divided by a root. What are the columns divided by?",
        ),
        mistake(
            lambda A: np.asarray(A) * networks.normalized(A),
            "A node hears itself as well: your diagonal is zero.",
        ),
        mistake(
            lambda A: _with_self(A) / np.sqrt(np.outer(
                np.maximum(np.sum(A, axis=0), 1), np.maximum(np.sum(A, axis=0), 1)
            )),
            "Count the node itself among its neighbors in the denominators, too.",
        ),
        mistake(
            _divided(lambda A: _outer_root(A, 0)),
            "You count the neighbors alone below the fraction bar. What does a node "
            "without any of them hear?",
        ),
        mistake(
            _divided(lambda A: _outer_root(A, 0), own=0),
            "This is the table without self-connections. Here a node is among its own "
            "neighbors, above and below.",
        ),
        mistake(
            _divided(lambda A: _outer_root(A, 2)),
            "The node itself is counted twice below the fraction bar.",
        ),
        mistake(
            _divided(lambda A: np.sqrt(np.add.outer(*2 * [_voices(A)]))),
            "You add the two numbers. Their product is under the root.",
        ),
        mistake(
            _divided(lambda A: np.sqrt(_voices(A) @ _voices(A))),
            "You divide all entries by the same number. It should be another one for "
            "each pair of nodes.",
        ),
        mistake(
            _divided(lambda A: 1 / _outer_root(A, 1)),
            "You multiply by the roots. Those who talk to everybody should count less.",
        ),
        mistake(
            lambda A: np.asarray(A) / _outer_root(A, 1) + np.eye(len(A)),
            "The entries on the diagonal are divided as well.",
        ),
        mistake(
            lambda A: _with_self(A),
            "Nothing has been divided.",
        ),
    ],
    hints=[
        "How many does each node hear, with itself? Take the roots of these numbers.",
        "Divide by a table: `roots[:, None] * roots`.",
    ],
)  # fmt: skip

exercise(
    "13.2.9",
    title="Twice the molecule",
    stub=(
        "def readout(H):\n"
        "    pooled = np.zeros((H.shape[0], 1))\n"
        "    for n in range(H.shape[1]):\n"
        "        pooled[:, 0] = pooled[:, 0] + H[:, n]\n"
        "    return pooled\n"
    ),
    solution="def readout(H):\n    return H.mean(axis=1, keepdims=True)\n",
    equivalent={"return H.mean(axis=1)": "D numbers without a second axis will do"},
    reference=lambda H: np.mean(H, axis=1, keepdims=True),
    cases=[
        case(_draw(30, (3, 4))[0]),
        case(np.tile(_draw(30, (3, 4))[0], 2)),
        case(_draw(31, (2, 1))[0]),
        case(_draw(32, (1, 5))[0]),
        case(np.array([[1, 2, 4], [0, 5, 1]])),
    ],
    planted=[
        mistake(
            lambda H: np.max(H, axis=1, keepdims=True),
            "The largest is the same for one copy and for two, yes. But the column "
            "that is meant here is the mean.",
        ),
        mistake(
            lambda H: np.sum(H, axis=1, keepdims=True) / 9,
            "Nine atoms are in one molecule of ethanol only.",
        ),
        mistake(
            lambda H: np.sum(H, axis=1, keepdims=True) / len(H),
            "You divide by the number of rows, D. How many nodes are there?",
        ),
        mistake(
            lambda H: H[:, :1] + 0.0,
            "You keep the first node. Who is first depends on the numbering.",
        ),
        mistake(
            lambda H: np.mean(H, axis=0, keepdims=True).T,
            "You average over the hidden units and keep the nodes: the other axis.",
        ),
        mistake(
            lambda H: np.full((len(H), 1), np.mean(H)),
            "All rows of your column are equal: you average over the hidden units, "
            "too.",
        ),
        mistake(
            lambda H: np.sum(H, axis=1, keepdims=True) / np.size(H),
            "You divide by the number of all entries of `H`. How many are in a row?",
        ),
        mistake(
            lambda H: np.sum(H[:, 1:], axis=1, keepdims=True) / H.shape[1],
            "The first node is missing in your sum.",
        ),
        mistake(
            lambda H: H[:, :1] / H.shape[1],
            "Only the first node is in your result: does the loop end too early?",
        ),
        mistake(
            _divided_each_time,
            "You divide in each round, so the first nodes are divided again and again.",
        ),
        mistake(
            lambda H: np.sum(H, axis=1, keepdims=True) / 2,
            "A half would undo two copies of what she has. What about three, and what "
            "about one?",
        ),
        mistake(
            lambda H: np.sum(H, axis=1, keepdims=True) / np.sqrt(H.shape[1]),
            "With a root, two copies are still larger than one. By how much does the "
            "sum grow?",
        ),
        mistake(
            lambda H: np.median(H, axis=1, keepdims=True),
            "This is the median. The formula of the page takes the mean.",
        ),
    ],
    hints=[
        "With two copies, how large is her sum?",
        "Divide by the number of nodes, `H.shape[1]`.",
    ],
)

exercise(
    "13.2.10",
    title="Twins",
    stub=(
        "def twins(N):\n"
        "    line = adjacency_matrix([(n, n + 1) for n in range(N - 1)], N)\n"
        "    star = adjacency_matrix([(0, n) for n in range(1, N)], N)\n"
        "    return line, star\n"
    ),
    solution=(
        "def twins(N):\n"
        "    ring = np.zeros((N, N))\n"
        "    for n in range(N):\n"
        "        ring[n, (n + 1) % N] = ring[(n + 1) % N, n] = 1\n"
        "    triangle = np.ones((3, 3)) - np.eye(3)\n"
        "    return ring, np.kron(np.eye(2), triangle)\n"
    ),
    reference=lambda N: (
        adjacency_matrix([(n, (n + 1) % N) for n in range(N)], N),
        np.kron(np.eye(2, dtype=int), 1 - np.eye(3, dtype=int)),
    ),
    accept=_are_twins,
    equivalent={
        "return (np.kron(np.eye(2), triangle), ring)": "twins in the other order",
    },
    cases=[case(6)],
    planted=[
        mistake(
            lambda N: (
                adjacency_matrix([(n, (n + 1) % N) for n in range(N)], N),
                adjacency_matrix([(n, n + 1) for n in range(N - 1)], N),
            ),
            "The ends of the line have one neighbor, the nodes of the ring have two.",
        ),
        mistake(
            lambda N: (
                adjacency_matrix([(n, (n + 1) % N) for n in range(N)], N),
                adjacency_matrix([(2 * n % N, 2 * n % N + 1) for n in range(3)], N),
            ),
            "Three separate edges: their nodes have one neighbor each.",
        ),
        mistake(
            lambda N: (
                adjacency_matrix([(n, (n + 1) % N) for n in range(N)], N),
                adjacency_matrix([(0, 2), (2, 4), (4, 1), (1, 3), (3, 5), (5, 0)], N),
            ),
            "Two rings of six: one of them only has its nodes in another order.",
        ),
        mistake(
            lambda N: (
                adjacency_matrix([(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)], N),
                adjacency_matrix([(0, 1), (1, 2), (2, 3), (3, 4), (3, 5)], N),
            ),
            "The fork has a node with three neighbors.",
        ),
        mistake(
            lambda N: (np.zeros((N, N)), 1 - np.eye(N)),
            "No edge and all edges: nodes count their neighbors in the first layer.",
        ),
    ],
    hints=[
        "Give every node the same number of neighbors. Can a node notice in how many "
        "pieces the graph is?",
        "A ring of six, and two triangles.",
    ],
)
