"""Exercises and questions of page 13.4, graph attention networks."""

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
from udl.graphs import attention
from udl.graphs.walks import adjacency_matrix
from udl.networks.activations import leaky_relu, relu

_TOWN = adjacency_matrix(
    [(0, 1), (0, 3), (1, 2), (1, 3), (1, 4), (2, 4), (3, 4), (4, 5), (4, 7), (5, 6),
     (5, 7)],
    8,
)  # fmt: skip
_LINE = adjacency_matrix([(0, 1), (1, 2), (2, 3), (3, 4)], 5)
_APART = adjacency_matrix([(0, 1), (2, 3)], 4)
_FULL = 1 - np.eye(4, dtype=int)
_EMPTY = np.zeros((3, 3), dtype=int)


def _with_self(A):
    return A + np.eye(len(A), dtype=int)


def _draw(seed, *shapes, size=1.0):
    rng = np.random.default_rng(seed)
    return [size * rng.normal(size=shape) for shape in shapes]


def _sums(Z, phi, *, swapped=False):
    """Sum up what speaker and listener hold, before the activation."""
    Z, phi = np.asarray(Z), np.ravel(phi)
    halves = phi[: len(Z)], phi[len(Z) :]
    speaker, listener = halves[::-1] if swapped else halves
    return (speaker @ Z)[:, None] + listener @ Z


def _plain_softmax(S, axis=0):
    votes = np.exp(S - np.max(S, axis=axis, keepdims=True))
    return votes / votes.sum(axis=axis, keepdims=True)


def _votes(S, allowed):
    S = np.where(allowed, S, -np.inf)
    return np.exp(S - S.max(axis=0))


def _along_rows(S, allowed):
    return attention.softmask(np.transpose(S), np.transpose(allowed)).T


def _layer(*, scores=None, weights=None, spoken=None, output=relu):
    """Make the layer with one of its stages changed."""
    scores = scores or (lambda Z, phi: relu(_sums(Z, phi)))
    weights = weights or (lambda S, A: attention.softmask(S, _with_self(A)))
    spoken = spoken or (lambda Z: Z)

    def layer(X, omega, beta, phi, A):
        Z = spoken(np.asarray(beta) + np.asarray(omega) @ X)
        return output(Z @ weights(scores(Z, phi), np.asarray(A)))

    return layer


def _weights(X, omega, beta, phi, A):
    S = relu(_sums(np.asarray(beta) + np.asarray(omega) @ X, phi))
    return attention.softmask(S, _with_self(np.asarray(A)))


def _late_mask(S, A):
    return _plain_softmax(S) * _with_self(A)


def _zero_votes(S, A):
    return _plain_softmax(S * _with_self(A))


def _only_neighbors(S, A):
    votes = np.exp(S - S.max(axis=0)) * A
    return votes / np.maximum(votes.sum(axis=0), 1e-300)


def _quiet(function):
    def silent(*args):
        with np.errstate(all="ignore"):
            return function(*map(np.asarray, args))

    return silent


@_quiet
def _neighbors_alone(S, A):
    votes = np.exp(S) * A
    return votes / votes.sum(axis=0)


def _shares(votes, axis=0):
    """Divide what a function of scores and mask gives by its sums."""

    @_quiet
    def shares(S, allowed):
        given = votes(S, allowed)
        return given / given.sum(axis=axis)

    return shares


def _masked_with(value):
    return lambda S, allowed: _plain_softmax(np.where(allowed, S, value))


@_quiet
def _zeros_forbidden(S, A):
    S = S * _with_self(A)
    return _plain_softmax(np.where(S == 0, -np.inf, S))


def _of_pairs(join):
    """Make the table of scores from the numbers of speakers and listeners."""

    def scores(Z, phi):
        Z, phi = np.asarray(Z), np.ravel(phi)
        return join((phi[: len(Z)] @ Z)[:, None], phi[len(Z) :] @ Z)

    return scores


def _hidden(unit):
    """Make a table of scores from that of each hidden unit."""
    return lambda U, R, phi: np.sum(
        unit(U[:, :, None], R[:, None, :], np.asarray(phi)[:, :, None]), axis=0
    )


def _values(scores):
    def attend(V, Q, K, A):
        return np.asarray(V) @ scores(np.asarray(Q), np.asarray(K), np.asarray(A))

    return attend


def _scaled(Q, K):
    return K.T @ Q / np.sqrt(len(K))


def _hears_itself(answer, x):
    """Tell whether each node gives itself more than 90 percent."""
    if not isinstance(answer, (tuple, list)) or len(answer) != 3:
        return "Three things are expected: `U`, `R` and `phi`."
    U, R, phi = (np.asarray(part, dtype=float) for part in answer)
    if U.ndim != 2 or U.shape != R.shape or U.shape[1] != len(x):
        return "`U` and `R` have the same shape, with a column for each node."
    if phi.size != len(U):
        return "`phi` has a weight for each row of `U`."
    S = attention.dynamic_scores(U, R, phi)
    if not np.all(np.isfinite(S)):
        return "Some of your scores are not finite."
    weights = attention.softmask(S, np.ones_like(S))
    own = float(weights.diagonal().min())
    if own > 0.9:
        return True
    loudest = weights.argmax(axis=0)
    if np.any(loudest != np.arange(len(x))):
        n = int(np.flatnonzero(loudest != np.arange(len(x)))[0])
        return f"Node {n} listens most to node {int(loudest[n])}, not to itself."
    return f"All prefer themselves, but one gives itself only {100 * own:.0f} percent."


def _pair(factor, sign=-1, mirrored=True):
    def answer(x):
        U = factor * np.stack([x, -np.asarray(x)])
        return U, -U if mirrored else U, np.full(2, sign)

    return answer


exercise(
    "13.4.1",
    title="All scores at once",
    stub="def additive_scores(Z, phi):\n    ...  # your code\n",
    solution=(
        "def additive_scores(Z, phi):\n"
        "    D = len(Z)\n"
        "    u = phi[:D].T @ Z   # (1, N)\n"
        "    r = phi[D:].T @ Z   # (1, N)\n"
        "    return np.maximum(u.T + r, 0)\n"
    ),
    reference=attention.additive_scores,
    cases=[
        case(*_draw(0, (2, 3), (4, 1))),
        case(*_draw(1, (3, 5), (6, 1))),
        case(*_draw(2, (1, 4), (2, 1))),
        case(*_draw(3, (4, 1), (8, 1))),
        case(
            np.array([[1, -2, 3], [0, 4, -1]]),
            np.array([[0.5], [1.25], [-1.0], [0.3]]),
        ),
        case(*_draw(4, (3, 4), (6, 1), size=100.0)),
    ],
    planted=[
        mistake(
            _sums,
            "The sum of both halves is right. The score passes through an activation.",
        ),
        mistake(
            lambda Z, phi: relu(_sums(Z, phi, swapped=True)),
            "Rows are speakers, and the first half of phi is theirs.",
        ),
        mistake(
            lambda Z, phi: leaky_relu(_sums(Z, phi)),
            "Negative sums pass in part: the activation here is a ReLU.",
        ),
        mistake(
            lambda Z, phi: relu(_sums(relu(np.asarray(Z)), phi)),
            "Z itself passes through no activation before it is scored.",
        ),
        mistake(
            lambda Z, phi: (
                relu(np.ravel(phi)[: len(Z)] @ Z)[:, None]
                + relu(np.ravel(phi)[len(Z) :] @ Z)
            ),
            "The activation comes after the sum of the two parts, not before.",
        ),
        mistake(
            lambda Z, phi: relu(
                (np.ravel(phi)[: len(Z)] @ Z)[:, None]
                + np.ravel(phi)[: len(Z)] @ np.asarray(Z)
            ),
            "Speaker and listener share one half of phi. Where does the other half go?",
        ),
        mistake(
            lambda Z, phi: (
                relu(np.ravel(phi)[: len(Z)] @ Z)[:, None] * np.ones(len(Z[0]))
            ),
            "In your table the listener plays no part: all columns are the same.",
        ),
        mistake(
            lambda Z, phi: relu(
                (np.ravel(phi)[::2] @ Z)[:, None] + np.ravel(phi)[1::2] @ np.asarray(Z)
            ),
            "You cut phi into every other entry. Its first D entries are one half.",
        ),
        mistake(
            lambda Z, phi: relu(
                (phi[: len(Z[0])].T @ Z).T + phi[len(Z[0]) :].T @ np.asarray(Z)
            ),
            "You cut phi at the number of nodes. How long is the column of a node?",
        ),
        mistake(
            _of_pairs(lambda u, r: relu(u.T + r)),
            "You have a score of each node with itself, in one row. Where are the "
            "other pairs?",
        ),
        mistake(
            _of_pairs(lambda u, r: np.abs(u + r)),
            "Negative sums come out positive. What does a ReLU make of them?",
        ),
        mistake(
            _of_pairs(lambda u, r: relu(u + r[:, None])),
            "You add two columns. What do you need for a table of all pairs?",
        ),
        mistake(
            _of_pairs(lambda u, r: relu(u * r)),
            "You multiply the numbers of speaker and listener. A weighted sum adds "
            "them.",
        ),
        mistake(
            _of_pairs(lambda u, r: relu(u - r)),
            "You subtract the listener's number from the speaker's.",
        ),
        mistake(
            _of_pairs(lambda u, r: leaky_relu(u + r, 0.2)),
            "A fifth of a negative sum passes: that is the leaky ReLU of another "
            "network. Here none of it does.",
        ),
        mistake(
            _quiet(
                _of_pairs(
                    lambda u, r: np.exp(relu(u + r)) / np.exp(relu(u + r)).sum(axis=0)
                )
            ),
            "These are weights already. The softmax comes later, after the mask.",
        ),
        mistake(
            _of_pairs(lambda u, r: 1 / (1 + np.exp(-u - r))),
            "The activation in the score is a ReLU, not a sigmoid.",
        ),
        mistake(
            _of_pairs(lambda u, r: np.triu(relu(u + r)) + np.triu(relu(u + r), 1).T),
            "You use each score for both directions. Does it matter who speaks and who "
            "listens?",
        ),
        mistake(
            _of_pairs(lambda u, r: relu(u + r) * (1 - np.eye(len(u)))),
            "A node has a score with itself, too: look at your diagonal.",
        ),
    ],
    hints=[
        "The weighted sum is a number of the speaker plus a number of the listener. "
        "Find both for all nodes.",
        "`phi[:D].T @ Z` is a row with the speakers' numbers. Its transpose plus the "
        "listeners' row is a table.",
    ],
)

question(
    "13.4.2",
    title="Without the activation",
    prompt="Leave out the ReLU in the score. Each column of scores goes through a "
    "softmax. What is the influence of what the *listener* holds on its weights?",
    choices=[
        choice(
            "It decides which neighbors are preferred.",
            "The listener adds one and the same number to all scores of its column. "
            "What does a softmax make of that?",
        ),
        choice(
            "It has none.",
            "Yes. The listener adds the same number to all scores of its column, and "
            "a softmax does not see that.",
            right=True,
        ),
        choice(
            "It makes its attention sharper or more even, and keeps the order.",
            "A factor would do that. The listener's part is added.",
        ),
        choice(
            "It decides how much is heard in total.",
            "The weights of a column always sum to one.",
        ),
    ],
)

exercise(
    "13.4.3",
    title="Softmask",
    stub="def softmask(S, allowed):\n    ...  # your code\n",
    solution=(
        "def softmask(S, allowed):\n"
        "    S = np.where(allowed, S, -np.inf)\n"
        "    votes = np.exp(S - S.max(axis=0))\n"
        "    return votes / votes.sum(axis=0)\n"
    ),
    reference=attention.softmask,
    cases=[
        case(*_draw(5, (5, 5)), _with_self(_LINE)),
        case(*_draw(6, (4, 4), size=3.0), _with_self(_APART)),
        case(*_draw(7, (4, 4)), _with_self(_FULL)),
        case(*_draw(8, (3, 3)), _with_self(_EMPTY)),
        case(_draw(9, (5, 5))[0] - 20.0, _with_self(_LINE)),
        case(_draw(10, (4, 4))[0] + 1000.0, _with_self(_APART)),
        case(
            _draw(11, (4, 4))[0] - 2000.0 * _FULL * (1 - _APART) - 1000.0,
            _with_self(_APART),
        ),
        case(
            _draw(12, (4, 4))[0] + 2000.0 * (1 - _with_self(_APART)), _with_self(_APART)
        ),
        case(_draw(14, (4, 4))[0] + [-1500, 0, 1500, 900], _with_self(_FULL)),
        case(np.array([[1, 2, 0], [0, 1, 3], [2, 2, 1]]), np.ones((3, 3), dtype=int)),
        case(np.zeros((5, 5)), _with_self(_LINE)),
        case(_draw(15, (4, 4))[0], _FULL),
        case(_draw(13, (8, 8))[0], _with_self(_TOWN)),
    ],
    planted=[
        mistake(
            _along_rows,
            "Whose attention must add up to one: check the sums along both directions.",
        ),
        mistake(
            lambda S, allowed: _plain_softmax(S) * allowed,
            "Forbidden neighbors still took part in the sum: sum each column after "
            "masking.",
        ),
        mistake(
            lambda S, allowed: _plain_softmax(np.where(allowed, S, 0)),
            "A score of zero is still a vote.",
        ),
        mistake(
            lambda S, allowed: _plain_softmax(S),
            "In your table everybody hears everybody.",
        ),
        mistake(
            lambda S, allowed: np.asarray(allowed) / np.sum(allowed, axis=0),
            "All votes are equal in your table. What do the scores do?",
        ),
        mistake(
            lambda S, allowed: (
                np.exp(S - np.max(S))
                * allowed
                / np.sum(np.exp(S - np.max(S)) * allowed, axis=0)
            ),
            "You subtract one number from the whole table. In a column far below it, "
            "all votes vanish.",
        ),
        mistake(
            lambda S, allowed: (
                np.exp(S) * allowed / np.sum(np.exp(S) * allowed, axis=0)
            ),
            "Large scores overflow, or all votes of a column vanish. Subtract "
            "something first.",
        ),
        mistake(
            lambda S, allowed: (
                np.exp(S - np.max(S, axis=0))
                * allowed
                / np.sum(np.exp(S - np.max(S, axis=0)) * allowed, axis=0)
            ),
            "The largest score of a column may be a forbidden one, far above all "
            "others. Among which should you look for it?",
        ),
        mistake(
            lambda S, allowed: _votes(S, allowed) / _votes(S, allowed).sum(),
            "You divide by the sum of the whole table, not of a column.",
        ),
        mistake(
            _quiet(
                lambda S, allowed: (
                    np.exp(np.where(allowed, S, -np.inf) - S[allowed > 0].max())
                    / np.exp(np.where(allowed, S, -np.inf) - S[allowed > 0].max()).sum()
                )
            ),
            "All of your table sums to one. Each column should.",
        ),
        mistake(
            _shares(
                lambda S, allowed: np.exp(
                    np.where(allowed, S, -np.inf) - S[allowed > 0].max()
                )
            ),
            "You subtract the largest allowed score of the whole table. If all scores "
            "of a column are far below it, no vote is left there.",
        ),
        mistake(
            _shares(_votes, axis=1),
            "You divide each column by the sum of a row.",
        ),
        mistake(_quiet(_votes), "These are the votes. What turns them into shares?"),
        mistake(
            _shares(lambda S, allowed: S * allowed),
            "You divide scores by their sum. Scores can be negative: what is missing?",
        ),
        mistake(
            _masked_with(-100.0),
            "Scores can have any size. Some that are allowed are below -100.",
        ),
        mistake(
            _masked_with(-1000.0),
            "Scores can have any size. Some that are allowed are below -1000.",
        ),
        mistake(
            _shares(lambda S, allowed: np.exp(S - (S * allowed).max(axis=0)) * allowed),
            "A forbidden score times zero is zero, and among negative scores zero is "
            "the largest.",
        ),
        mistake(
            _shares(lambda S, allowed: _votes(S, allowed == 0)),
            "Your mask is upside down: the neighbors are those who have no vote.",
        ),
        mistake(
            lambda S, allowed: _plain_softmax(S - 1e20 * np.asarray(allowed)),
            "You lower the scores of those who are allowed.",
        ),
        mistake(
            lambda S, allowed: attention.softmask(
                S, np.maximum(allowed, np.eye(len(S)))
            ),
            "You let each node hear itself. Here `allowed` alone decides.",
        ),
        mistake(
            _shares(lambda S, allowed: np.exp(np.clip(S, -50, 50)) * allowed),
            "After clipping, very different scores have the same vote.",
        ),
        mistake(
            _quiet(lambda S, allowed: _plain_softmax(S + (1 - allowed) * -np.inf)),
            "Zero times infinity is no number. How else can you choose between two "
            "values?",
        ),
    ],
    hints=[
        "What must a score be, so that its exponential is zero?",
        "`S = np.where(allowed, S, -np.inf)`; then a softmax down the columns, with "
        "`S.max(axis=0)` subtracted.",
    ],
)

question(
    "13.4.4",
    title="Attention on paper",
    prompt="A listener hears itself and two neighbors, with the scores $0$, $\\log 2$ "
    "and $\\log 5$. To a fourth node, with a score of $3$, it has no edge. What is the "
    "weight of the neighbor with the score $\\log 2$?",
    answer=number(
        0.25,
        tolerance=0.001,
        feedback="Yes: the votes are 1, 2 and 5, and the fourth node has none.",
    ),
    near=[
        number(
            2 / (8 + np.exp(3)),
            tolerance=0.001,
            feedback="The fourth node has no edge, and you let it vote.",
        ),
        number(
            2 / 9,
            tolerance=0.001,
            feedback="You masked with a score of zero. What is its exponential?",
        ),
        number(
            2 / 7,
            tolerance=0.001,
            feedback="A node hears itself, too: one vote is missing.",
        ),
        number(
            np.log(2) / np.log(10),
            tolerance=0.001,
            feedback="You divide scores by scores. Votes are exponentials of scores.",
        ),
        number(
            1 / 3,
            tolerance=0.001,
            feedback="That would be the share of each if the three scores were equal.",
        ),
        number(
            0.625,
            tolerance=0.001,
            feedback="This is the weight of the other neighbor.",
        ),
        number(
            0.125,
            tolerance=0.001,
            feedback="This is the weight of the listener itself.",
        ),
    ],
    otherwise="Write down the votes, which are the exponentials of the scores. Who "
    "may vote?",
)

exercise(
    "13.4.5",
    title="A layer of graph attention",
    stub="def graph_attention(X, omega, beta, phi, A):\n    ...  # your code\n",
    solution=(
        "def graph_attention(X, omega, beta, phi, A):\n"
        "    Z = beta + omega @ X\n"
        "    S = additive_scores(Z, phi)\n"
        "    W = softmask(S, A + np.eye(len(A)))\n"
        "    return np.maximum(Z @ W, 0)\n"
    ),
    uses={"additive_scores": "13.4.1", "softmask": "13.4.3"},
    equivalent={
        "W = softmask(S, A - np.eye(len(A)))": "the mask asks what is not zero",
    },
    reference=attention.graph_attention,
    cases=[
        case(*_draw(20, (3, 5), (2, 3), (2, 1), (4, 1)), _LINE),
        case(*_draw(21, (2, 4), (3, 2), (3, 1), (6, 1)), _APART),
        case(*_draw(22, (4, 8), (4, 4), (4, 1), (8, 1)), _TOWN),
        case(*_draw(23, (2, 4), (2, 2), (2, 1), (4, 1)), _FULL),
        case(*_draw(24, (2, 3), (2, 2), (2, 1), (4, 1)), _EMPTY),
        case(np.array([[1, -2, 3, 0]]), *_draw(26, (2, 1), (2, 1), (4, 1)), _APART),
    ],
    published=published(
        "graph_attention(X, omega, beta, phi, A)",
        provides={
            "ReLU": lambda: relu,
            "softmax_cols": lambda: _plain_softmax,
        },
    ),
    planted=[
        mistake(
            _layer(weights=lambda S, A: _along_rows(S, _with_self(A))),
            "Whose attention must add up to one? The columns of the weights, as each "
            "belongs to a listener.",
        ),
        mistake(
            _layer(weights=_late_mask),
            "Forbidden neighbors still took part in the softmax's sum, and their share "
            "is lost.",
        ),
        mistake(
            _layer(weights=_zero_votes),
            "A score of zero, or one close to it, is still a vote. A masked score must "
            "be very negative.",
        ),
        mistake(
            _layer(weights=_only_neighbors),
            "Which entries of the attention matrix's diagonal are zero? A node hears "
            "itself as well.",
        ),
        mistake(
            _layer(weights=lambda S, A: _plain_softmax(S)),
            "No mask: everybody hears everybody.",
        ),
        mistake(
            _layer(scores=_sums),
            "The scores pass through something before the mask.",
        ),
        mistake(
            _layer(spoken=relu),
            "You apply an activation to the transformed data at once. Where does the "
            "layer have its two ReLUs?",
        ),
        mistake(
            _layer(output=np.asarray),
            "Negative outputs: the layer ends with an activation.",
        ),
        mistake(
            _layer(scores=lambda Z, phi: relu(_sums(Z, phi, swapped=True))),
            "The halves of phi are exchanged: the first one belongs to the speaker.",
        ),
        mistake(
            _layer(weights=lambda S, A: _with_self(A)),
            "This is a graph convolution. The ones are to be replaced by attention.",
        ),
        mistake(
            _layer(weights=lambda S, A: _with_self(A) / _with_self(A).sum(axis=0)),
            "This is the mean over the neighbors: the scores have no influence.",
        ),
        mistake(
            lambda X, omega, beta, phi, A: _layer()(
                X, omega, np.zeros_like(beta, dtype=float), phi, A
            ),
            "The offsets beta have no influence in your layer.",
        ),
        mistake(
            _layer(weights=_neighbors_alone),
            "In your layer a node does not hear itself, and one without neighbors "
            "hears nobody.",
        ),
        mistake(
            lambda X, omega, beta, phi, A: relu(
                np.asarray(X) @ _weights(X, omega, beta, phi, A)
            ),
            "You collect the columns of X. What do the nodes say after the first step?",
        ),
        mistake(
            lambda X, omega, beta, phi, A: relu(
                (beta + omega @ np.asarray(X))
                @ attention.softmask(
                    relu((phi[: len(X)].T @ X).T + phi[len(X) :].T @ X),
                    _with_self(np.asarray(A)),
                )
            ),
            "You score the columns of X. The scores are of what the nodes say, after "
            "the first step.",
        ),
        mistake(
            _layer(weights=lambda S, A: _masked_with(1e20)(S, _with_self(A))),
            "Your mask makes the scores of strangers the largest of all.",
        ),
        mistake(
            _layer(weights=lambda S, A: np.exp(S) * _with_self(A)),
            "You collect with votes that are not divided by their sum.",
        ),
        mistake(
            lambda X, omega, beta, phi, A: _weights(X, omega, beta, phi, A),
            "These are the weights. What is heard with them?",
        ),
        mistake(
            _layer(weights=lambda S, A: attention.softmask(S, _with_self(A)).T),
            "Your weights have the listeners as rows when you collect.",
        ),
        mistake(
            _layer(weights=lambda S, A: S * _with_self(A)),
            "You collect with the scores themselves. What makes weights of them?",
        ),
        mistake(
            _layer(
                weights=lambda S, A: (
                    attention.softmask(S, _with_self(A)) @ _with_self(A)
                )
            ),
            "The weights have the sum over the neighbors in them. You add up over "
            "neighbors once more.",
        ),
    ],
    hints=[
        "Four lines: transform, score, mask with softmax, collect.",
        "`additive_scores` and `softmask` are yours. The mask is "
        "`A + np.eye(len(A))`, and the output is a ReLU of `Z @ W`.",
    ],
)

question(
    "13.4.6",
    title="One edge fewer",
    prompt="You remove the edge between the nodes 5 and 6, and compute this one layer "
    "again with the same weights. Which columns of the output can change?",
    choices=[
        choice(
            "All: a softmax couples everything with everything.",
            "It couples what is in one column. Which columns have a cell that becomes "
            "gray?",
        ),
        choice(
            "Columns 4, 5, 6 and 7, for 4 and 7 are neighbors of node 5.",
            "They hear node 5, and what node 5 says is the column of Z, which did not "
            "change. In a second layer you would be right.",
        ),
        choice(
            "Column 6 only, for node 5 has other neighbors.",
            "Node 5 gave most of its attention to node 6, and has to divide it anew.",
        ),
        choice(
            "Columns 5 and 6.",
            "Yes. Only their columns of the mask change. A second layer would carry it "
            "on to their neighbors.",
            right=True,
        ),
    ],
)

exercise(
    "13.4.7",
    title="No edge, no score",
    stub=(
        "def weights(S, A):\n"
        "    S = S * (A + np.eye(len(A)))\n"
        "    votes = np.exp(S)\n"
        "    return votes / votes.sum(axis=0)\n"
    ),
    solution=(
        "def weights(S, A):\n"
        "    votes = np.exp(S) * (A + np.eye(len(A)))\n"
        "    return votes / votes.sum(axis=0)\n"
    ),
    equivalent={
        "votes = np.exp(S) * (A + np.eye(len(S)))": "as long as A",
    },
    reference=lambda S, A: attention.softmask(S, _with_self(np.asarray(A))),
    cases=[
        case(*_draw(30, (5, 5)), _LINE),
        case(*_draw(31, (4, 4)), _APART),
        case(*_draw(32, (8, 8)), _TOWN),
        case(*_draw(33, (4, 4)), _FULL),
        case(*_draw(34, (3, 3)), _EMPTY),
        case(np.array([[1, 2], [0, 1]]), 1 - np.eye(2, dtype=int)),
    ],
    planted=[
        mistake(
            lambda S, A: _zero_votes(np.asarray(S), A),
            "A stranger's score is zero. And its vote?",
        ),
        mistake(
            lambda S, A: _late_mask(np.asarray(S), A),
            "The strangers' weights are zero, and their votes are still in the sum: "
            "what do your columns add up to?",
        ),
        mistake(
            lambda S, A: _only_neighbors(np.asarray(S), A),
            "Now a node does not hear itself.",
        ),
        mistake(
            lambda S, A: np.exp(S) * _with_self(A),
            "These are the votes. What turns them into shares?",
        ),
        mistake(
            lambda S, A: _along_rows(np.asarray(S), _with_self(A)),
            "Your rows sum to one. Each column belongs to a listener.",
        ),
        mistake(
            lambda S, A: (
                np.asarray(S)
                * _with_self(A)
                / np.sum(np.asarray(S) * _with_self(A), axis=0)
            ),
            "A score can be negative, a vote cannot: what happened to the exponential?",
        ),
        mistake(
            _neighbors_alone,
            "A node hears itself as well, and one without neighbors hears only that.",
        ),
        mistake(
            lambda S, A: _plain_softmax(np.asarray(S)),
            "Without any mask everybody has a vote.",
        ),
        mistake(
            lambda S, A: _zero_votes(np.asarray(S), A) * _with_self(A),
            "Strangers get no weight at the end, but they had a vote in the sum: what "
            "do your columns add up to?",
        ),
        mistake(
            _shares(lambda S, A: np.exp(S) * _with_self(A), axis=1),
            "You divide each column by the sum of a row.",
        ),
        mistake(
            lambda S, A: np.exp(S) * _with_self(A) / np.sum(np.exp(S) * _with_self(A)),
            "All of your table sums to one. Each column should.",
        ),
        mistake(
            _shares(lambda S, A: np.exp(S * _with_self(A)) - 1),
            "Strangers have no vote now. But the others' votes have changed, too, and "
            "some are negative.",
        ),
        mistake(
            _zeros_forbidden,
            "A neighbor's score can be zero as well. How do you know a stranger?",
        ),
        mistake(
            lambda S, A: _masked_with(-1.0)(S, _with_self(A)),
            "The exponential of -1 is above a third. Strangers still have that vote.",
        ),
        mistake(
            lambda S, A: _masked_with(-10.0)(S, _with_self(A)),
            "The exponential of -10 is small, but not zero.",
        ),
        mistake(
            lambda S, A: _plain_softmax(np.asarray(S) * A),
            "Strangers still vote, and each node's score with itself has become zero, "
            "too.",
        ),
    ],
    hints=[
        "Print the votes for three nodes without any edge. What should they be?",
        "Apply the mask to the votes, before they are summed up.",
    ],
)

exercise(
    "13.4.8",
    title="An activation for each hidden unit",
    stub="def dynamic_scores(U, R, phi):\n    ...  # your code\n",
    solution=(
        "def dynamic_scores(U, R, phi):\n"
        "    sums = U[:, :, None] + R[:, None, :]   # (D, N, N)\n"
        "    return np.sum(phi[:, :, None] * np.maximum(sums, 0), axis=0)\n"
    ),
    reference=attention.dynamic_scores,
    cases=[
        case(*_draw(40, (2, 3), (2, 3), (2, 1))),
        case(*_draw(41, (3, 5), (3, 5), (3, 1))),
        case(*_draw(42, (1, 4), (1, 4), (1, 1))),
        case(*_draw(43, (4, 1), (4, 1), (4, 1))),
        case(np.array([[1, -2], [3, 0]]), np.array([[0, 1], [-4, 2]]),
             np.array([[2.5], [-1.2]])),
    ],
    planted=[
        mistake(
            lambda U, R, phi: relu(
                np.tensordot(np.ravel(phi), U[:, :, None] + R[:, None, :], axes=1)
            ),
            "Your activation is around the weighted sum, as in the first layer of this "
            "page. Here it is inside.",
        ),
        mistake(
            lambda U, R, phi: np.tensordot(
                np.ravel(phi), U[:, :, None] + R[:, None, :], axes=1
            ),
            "There is no activation in your scores.",
        ),
        mistake(
            lambda U, R, phi: np.tensordot(
                np.ravel(phi), relu(R[:, :, None] + U[:, None, :]), axes=1
            ),
            "Rows are speakers, who hold U.",
        ),
        mistake(
            lambda U, R, phi: np.tensordot(
                np.ravel(phi), relu(U)[:, :, None] + relu(R)[:, None, :], axes=1
            ),
            "The activation comes after the sum of the pair. With yours, speaker and "
            "listener never meet.",
        ),
        mistake(
            lambda U, R, phi: np.sum(relu(U[:, :, None] + R[:, None, :]), axis=0),
            "All hidden units have the weight one: where is phi?",
        ),
        mistake(
            lambda U, R, phi: np.tensordot(
                np.ravel(phi), relu(U[:, :, None] + U[:, None, :]), axes=1
            ),
            "You take U for the listeners, too.",
        ),
        mistake(
            lambda U, R, phi: np.tensordot(
                np.ravel(phi), relu(np.add(U, R)[:, :, None] + 0 * R[:, None, :]), 1
            ),
            "All columns are the same: each speaker meets its own entry of R, not "
            "that of a listener.",
        ),
        mistake(
            _hidden(lambda u, r, phi: phi * leaky_relu(u + r, 0.2)),
            "Negative sums pass in part. The activation here is a ReLU.",
        ),
        mistake(
            lambda U, R, phi: np.ravel(phi)[None] @ relu(np.add(U, R)),
            "You have the scores of each node with itself. Where are the other pairs?",
        ),
        mistake(
            _hidden(lambda u, r, phi: relu(phi * (u + r))),
            "The weights come after the activation. In yours a negative weight turns "
            "the sum around first.",
        ),
        mistake(
            _hidden(lambda u, r, phi: phi * relu(u * r)),
            "You multiply the parts of speaker and listener. The formula adds them.",
        ),
        mistake(
            lambda U, R, phi: (
                np.asarray(phi)[:, :, None] * relu(U[:, :, None] + R[:, None, :])
            ),
            "You have one table for each hidden unit. What makes a single score of D "
            "numbers?",
        ),
    ],
    hints=[
        "First make a table of shape `(D, N, N)`, with the sums of each hidden unit "
        "for all pairs.",
        "`U[:, :, None] + R[:, None, :]`, a ReLU, and a weighted sum over the first "
        "axis.",
    ],
)  # fmt: skip

exercise(
    "13.4.9",
    title="Like listens to like",
    stub=(
        "def like_to_like(x):\n"
        "    U = np.stack([x, -x])   # (2, N)\n"
        "    R = np.stack([x, -x])   # (2, N)\n"
        "    phi = np.array([1, 1])\n"
        "    return U, R, phi\n"
    ),
    solution=(
        "def like_to_like(x):\n"
        "    U = 20 * np.stack([x, -x])\n"
        "    R = -U\n"
        "    phi = np.array([-1, -1])\n"
        "    return U, R, phi\n"
    ),
    reference=_pair(20.0),
    accept=_hears_itself,
    equivalent={
        "U = 21 * np.stack([x, -x])": "any large factor",
        "U = 19 * np.stack([x, -x])": "any large factor",
        "phi = np.array([-2, -1])": "any two negative weights",
        "phi = np.array([-1, -2])": "any two negative weights",
        "the result has the first argument's type": "any numbers that do it",
    },
    cases=[
        case(np.array([-1.0, 0.0, 1.0])),
        case(np.array([0.0, 0.5, 1.0, 1.5, 2.0])),
        case(np.array([3.0, -2.0])),
        case(np.array([10.0, 4.0, 4.5, -7.0])),
    ],
    planted=[
        mistake(
            _pair(20.0, mirrored=False),
            "Speaker and listener are added up. When is a sum smallest in size, and "
            "when a difference?",
        ),
        mistake(
            _pair(20.0, sign=1),
            "Your scores grow with the distance: everybody prefers the most different "
            "node.",
        ),
        mistake(
            _pair(1.0),
            "The order is right. How can you make the differences of scores larger?",
        ),
        mistake(
            lambda x: (
                20.0 * np.stack([x, x]),
                -20.0 * np.stack([x, x]),
                np.array([-1, -1]),
            ),
            "Both hidden units look the same way. Speakers below the listener cost "
            "nothing in yours.",
        ),
        mistake(
            lambda x: (20.0 * np.stack([x]), -20.0 * np.stack([x]), np.array([-1])),
            "One ReLU sees differences of one sign only.",
        ),
    ],
    hints=[
        "The score should be highest where the difference $x_m - x_n$ is zero. Which "
        "function of it can two ReLUs make?",
        "$|a| = \\mathrm{ReLU}[a] + \\mathrm{ReLU}[-a]$, with a negative weight, and a "
        "large factor.",
    ],
)

exercise(
    "13.4.10",
    title="Dot products on a graph",
    stub="def dot_product_attention(V, Q, K, A):\n    ...  # your code\n",
    solution=(
        "def dot_product_attention(V, Q, K, A):\n"
        "    S = K.T @ Q / np.sqrt(len(Q))\n"
        "    return V @ softmask(S, A + np.eye(len(A)))\n"
    ),
    uses={"softmask": "13.4.3"},
    equivalent={
        "S = K.T @ Q / np.sqrt(len(K))": "keys and queries are equally long",
        "return V @ softmask(S, A - np.eye(len(A)))": "the mask asks what is not zero",
    },
    reference=attention.dot_product_attention,
    cases=[
        case(*_draw(50, (3, 5), (2, 5), (2, 5)), _LINE),
        case(*_draw(51, (2, 4), (3, 4), (3, 4)), _APART),
        case(*_draw(52, (4, 8), (4, 8), (4, 8)), _TOWN),
        case(*_draw(53, (1, 4), (5, 4), (5, 4)), _FULL),
        case(*_draw(54, (2, 3), (2, 3), (2, 3)), _EMPTY),
        case(np.array([[1, 2, -3, 0]]), *_draw(55, (2, 4), (2, 4)), _FULL),
    ],
    planted=[
        mistake(
            _values(lambda Q, K, A: attention.softmask(K.T @ Q, _with_self(A))),
            "The scores grow with the length of the queries: what are they divided by?",
        ),
        mistake(
            _values(
                lambda Q, K, A: attention.softmask(K.T @ Q / len(K), _with_self(A))
            ),
            "You divide by the length of a query. Its square root is meant.",
        ),
        mistake(
            _values(lambda Q, K, A: attention.softmask(_scaled(K, Q), _with_self(A))),
            "Queries belong to listeners, and listeners are columns.",
        ),
        mistake(
            _values(lambda Q, K, A: _plain_softmax(_scaled(Q, K))),
            "No mask: this is the attention of a transformer, where everybody hears "
            "everybody.",
        ),
        mistake(
            _values(lambda Q, K, A: _late_mask(_scaled(Q, K), A)),
            "The mask comes too late: strangers took part in the sum.",
        ),
        mistake(
            _values(lambda Q, K, A: _zero_votes(_scaled(Q, K), A)),
            "Masked scores of zero, or nearly so, still have a vote.",
        ),
        mistake(
            _values(lambda Q, K, A: _only_neighbors(_scaled(Q, K), A)),
            "In yours, a node does not hear itself.",
        ),
        mistake(
            _values(lambda Q, K, A: _along_rows(_scaled(Q, K), _with_self(A))),
            "The weights of each listener, a column, must sum to one.",
        ),
        mistake(
            lambda V, Q, K, A: relu(attention.dot_product_attention(V, Q, K, A)),
            "The output has no activation here: a mean of negative values is negative.",
        ),
        mistake(
            _values(lambda Q, K, A: _neighbors_alone(_scaled(Q, K), A)),
            "A node hears itself, too: the adjacency matrix alone says nothing of it.",
        ),
        mistake(
            _values(
                lambda Q, K, A: (
                    attention.softmask(K.T @ Q, _with_self(A)) / np.sqrt(len(Q))
                )
            ),
            "You divide after the softmax. Then the weights do not add up to one.",
        ),
        mistake(
            _values(
                lambda Q, K, A: attention.softmask(
                    K.T @ Q * np.sqrt(len(Q)), _with_self(A)
                )
            ),
            "You multiply by the root, and make large scores larger still.",
        ),
        mistake(
            _values(lambda Q, K, A: np.exp(_scaled(Q, K)) * _with_self(A)),
            "You collect with votes that are not divided by their sum.",
        ),
        mistake(
            _values(lambda Q, K, A: _scaled(Q, K) * _with_self(A)),
            "You collect with the scores themselves. What makes weights of them?",
        ),
        mistake(
            _values(
                lambda Q, K, A: attention.softmask(
                    K.T @ Q / np.sqrt(len(A)), _with_self(A)
                )
            ),
            "Under your root is the number of nodes.",
        ),
        mistake(
            lambda V, Q, K, A: (
                np.asarray(V)
                @ attention.softmask(
                    np.transpose(K) @ Q / np.sqrt(len(V)), _with_self(np.asarray(A))
                )
            ),
            "Under your root is the length of a value. Which vectors are multiplied?",
        ),
        mistake(
            _values(lambda Q, K, A: attention.softmask(_scaled(Q, K), _with_self(A)).T),
            "Your weights have the listeners as rows when you collect.",
        ),
        mistake(
            lambda V, Q, K, A: attention.softmask(
                _scaled(np.asarray(Q), np.asarray(K)), _with_self(np.asarray(A))
            ),
            "These are the weights. What is heard with them?",
        ),
        mistake(
            _values(
                lambda Q, K, A: attention.softmask(relu(_scaled(Q, K)), _with_self(A))
            ),
            "There is no ReLU in these scores: a dot product may be negative.",
        ),
    ],
    hints=[
        "The table of all dot products of keys and queries is one matrix product.",
        "`K.T @ Q`, scaled, through `softmask`, and `V @` the weights.",
    ],
)
