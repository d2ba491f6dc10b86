"""Exercises and questions of page 13.1, graph representation."""

import numpy as np

from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    question,
)
from udl.graphs import walks

_EDGES = [
    *((0, 1), (0, 3), (1, 2), (1, 3), (1, 4), (2, 4), (3, 4)),
    *((4, 5), (4, 7), (5, 6), (5, 7)),
]
_TOWN = walks.adjacency_matrix(_EDGES, 8)
_LINE = walks.adjacency_matrix([(0, 1), (1, 2), (2, 3), (3, 4)], 5)
_PATH = walks.adjacency_matrix([(k, k + 1) for k in range(8)], 9)
_PAIR = walks.adjacency_matrix([(0, 1)], 2)
_SQUARE = walks.adjacency_matrix([(0, 1), (1, 2), (2, 3), (3, 0)], 4)
_APART = walks.adjacency_matrix([(0, 1), (1, 2), (3, 4), (4, 5)], 6)
_FULL = 1 - np.eye(5, dtype=int)
_ALONE = np.zeros((1, 1), dtype=int)
_STAR = walks.adjacency_matrix([(0, 1), (0, 2), (0, 3), (0, 4)], 5)


def _power(A, length):
    return np.linalg.matrix_power(np.asarray(A), int(length))


def _up_to(A, length):
    return sum(_power(A, k) for k in range(1, int(length) + 1))


def _paths(A, start, end, length, seen=()):
    if length == 0 or start in seen:
        return int(length == 0 and start == end and start not in seen)
    return sum(
        _paths(A, node, end, length - 1, (*seen, start))
        for node in np.flatnonzero(np.asarray(A)[start])
    )


def _ends_in_the_first_round(A, start, end):
    return 0 if start == end else -1


def _at_most_one_less(A, start, end):
    found = walks.distance(A, start, end)
    return found if found < len(A) - 1 else -1


def _how_many(A, start, end):
    found = walks.distance(A, start, end)
    return _power(A, found)[start, end] if found >= 0 else -1


def _first_way_found(A, start, end, seen=()):
    if start == end:
        return 0
    for node in np.flatnonzero(np.asarray(A)[start]):
        if node not in seen:
            rest = _first_way_found(A, node, end, (*seen, start))
            if rest >= 0:
                return rest + 1
    return -1


def _one_hot(A, start):
    return (np.arange(len(A)) == start).astype(int)


def _distances(A):
    nodes = range(len(A))
    return np.array([[walks.distance(A, m, n) for n in nodes] for m in nodes])


def _shift(change):
    return lambda A, start, end: change(walks.distance(A, start, end))


def _no_unreachable(A, start, end):
    found = walks.distance(A, start, end)
    return found if found >= 0 else len(A)


def _from_one(A, start, end):
    for length in range(1, len(A) + 1):
        if _power(A, length)[start, end]:
            return length
    return -1


def _off_diagonal(table):
    return table * (1 - np.eye(len(table), dtype=int))


def _degrees(A):
    return np.sum(A, axis=0)


def _is_far_apart(edges, nodes):
    """Tell whether 11 edges connect all nodes, two of them 5 steps apart."""
    edges = np.asarray(edges)
    if edges.ndim != 2 or edges.shape[1] != 2:
        return "A list of edges is expected, each of them a pair of nodes."
    if edges.size and (edges.min() < 0 or edges.max() >= nodes):
        return "The nodes have the numbers 0 to 7."
    if np.any(edges != edges.astype(int)):
        return "Nodes have whole numbers."
    if np.any(edges[:, 0] == edges[:, 1]):
        return "One of your edges joins a node to itself."
    A = walks.adjacency_matrix(edges.astype(int), nodes)
    count = int(A.sum()) // 2
    if count != 11:
        return f"Your graph has {count} different edges, and 11 are asked for."
    if not walks.connected(A):
        return "Your graph is not connected."
    widest = int(_distances(A).max())
    return widest >= 5 or (
        f"No two of your nodes are more than {widest} steps apart. Where could edges "
        "go without making a way shorter?"
    )


question(
    "13.1.1",
    title="There and back",
    prompt="From node 4 you walk along one edge, and along an edge again. In how many "
    "ways can you be back at node 4?",
    choices=[
        choice(
            "In none: the diagonal of $\\mathbf{A}$ is zero.",
            "That says that one step never ends where it began. Two steps can.",
        ),
        choice(
            "In one: back along the edge on which you came.",
            "Each first step has one way back. How many first steps are there?",
        ),
        choice(
            "In five.",
            "Yes, one way for each neighbor: there and back. The diagonal of the "
            "second power holds the degrees.",
            right=True,
        ),
        choice(
            "In ten, for the five edges can be used in two directions each.",
            "There and back uses an edge in both directions already. The walk is one.",
        ),
    ],
)

exercise(
    "13.1.2",
    title="Walks between two nodes",
    stub="def walks_between(A, start, end, length):\n    ...  # your code\n",
    solution=(
        "def walks_between(A, start, end, length):\n"
        "    return np.linalg.matrix_power(A, length)[start, end]\n"
    ),
    equivalent={
        "the result has the first argument's type": "counts are whole numbers",
    },
    reference=walks.walks_between,
    cases=[
        case(_TOWN, 3, 7, 3),
        case(_TOWN, 0, 1, 3),
        case(_LINE, 0, 4, 4),
        case(_LINE, 1, 1, 2),
        case(_APART, 0, 5, 4),
        case(_TOWN, 2, 2, 0),
        case(_TOWN, 2, 4, 1),
        case(_TOWN, 6, 1, 7),
    ],
    planted=[
        mistake(
            lambda A, start, end, length: np.asarray(A)[start, end] ** max(length, 1),
            "For a 0/1 matrix your power changes nothing: which product counts routes?",
        ),
        mistake(
            lambda A, start, end, length: _power(A, max(length - 1, 0))[start, end],
            "Length counts edges: what does the first power of A count?",
        ),
        mistake(
            lambda A, start, end, length: _power(A, length + 1)[start, end],
            "Your walks are one edge too long. The length counts edges, not nodes.",
        ),
        mistake(
            lambda A, start, end, length: (
                _up_to(A, length)[start, end] if length else 0
            ),
            "You add up the walks of all lengths up to this one.",
        ),
        mistake(
            lambda A, start, end, length: _power(A, length).sum(),
            "You count all walks of this length, wherever they start and end.",
        ),
        mistake(
            lambda A, start, end, length: _power(A, length)[start].sum(),
            "You count the walks from the start to anywhere.",
        ),
        mistake(
            lambda A, start, end, length: int(_power(A, length)[start, end] > 0),
            "You say whether there is a walk. How many are there?",
        ),
        mistake(
            lambda A, start, end, length: (np.asarray(A) ** length)[start, end],
            "`**` takes the power of each entry. Which product counts routes "
            "through a node between?",
        ),
        mistake(
            lambda A, start, end, length: _power(A, 2 ** (max(length, 1) - 1))[
                start, end
            ],
            "You multiply the power by itself in each round, so the walks "
            "double in length. What is added in one round?",
        ),
        mistake(
            lambda A, start, end, length: (
                _power(A, 0)[start, end] + _up_to(A, length)[start, end]
            ),
            "You count all walks up to this length, shorter ones included.",
        ),
        mistake(
            lambda A, start, end, length: _power(A, length)[start - 1, end - 1],
            "Nodes and rows are both counted from 0: nothing has to be subtracted.",
        ),
        mistake(
            lambda A, start, end, length: _power(A, 3)[start, end],
            "Your walks always have three edges. What is `length` for?",
        ),
        mistake(
            _paths,
            "You count the walks that visit no node twice. A walk may turn back.",
        ),
    ],
    hints=[
        "Which entry of which power?",
        "`np.linalg.matrix_power(A, length)` multiplies matrices; `A ** length` does "
        "not.",
    ],
)

question(
    "13.1.3",
    title="The trace of the third power",
    prompt="Find the triangles of the graph at the top. What is the sum of the "
    "diagonal of $\\mathbf{A}^3$?",
    answer=number(
        24,
        tolerance=0.1,
        feedback="Yes: four triangles, 0-1-3, 1-2-4, 1-3-4 and 4-5-7. Each has three "
        "corners to start from and two ways round.",
    ),
    near=[
        number(4, tolerance=0.1, feedback="This is the number of triangles. How many "
               "walks go around each?"),
        number(12, tolerance=0.1, feedback="You have counted three starts, or two "
               "directions of each with two starts. Three starts and two ways round?"),
        number(8, tolerance=0.1, feedback="Two ways round, but only one start."),
        number(18, tolerance=0.1, feedback="Six walks for each triangle is right. One "
               "triangle is missing: look around node 4."),
    ],
    otherwise="There are more than two triangles. Each is walked around from any of "
    "its corners, either way.",
)  # fmt: skip

exercise(
    "13.1.4",
    title="Walks from one node",
    stub="def walks_from(A, start, length):\n    ...  # your code\n",
    solution=(
        "def walks_from(A, start, length):\n"
        "    x = np.zeros(len(A))\n"
        "    x[start] = 1\n"
        "    for _ in range(length):\n"
        "        x = A @ x\n"
        "    return x\n"
    ),
    equivalent={
        "x = x @ A": "the matrix is symmetric",
        "the result has the first argument's type": "counts are whole numbers",
    },
    reference=walks.walks_from,
    cases=[
        case(_TOWN, 0, 3),
        case(_LINE, 0, 4),
        case(_APART, 4, 3),
        case(_STAR, 0, 2),
        case(_TOWN, 5, 0),
        case(_TOWN, 6, 5),
    ],
    planted=[
        mistake(
            lambda A, start, length: _power(A, length)[start].sum(),
            "How many numbers do you expect? One for each node.",
        ),
        mistake(
            lambda A, start, length: (_distances(A)[start] == length).astype(int),
            "You mark the nodes at this distance. A walk may turn back, and each walk "
            "counts.",
        ),
        mistake(
            lambda A, start, length: (_power(A, length)[start] > 0).astype(int),
            "You say where walks end. How many end there?",
        ),
        mistake(
            lambda A, start, length: np.asarray(A)[start],
            "These are the neighbors, one step away. Take `length` steps.",
        ),
        mistake(
            lambda A, start, length: _power(A, length + 1)[start],
            "One step too many.",
        ),
        mistake(
            lambda A, start, length: _power(A, length).sum(axis=0),
            "You count walks from every node. Where should the vector be 1?",
        ),
        mistake(
            lambda A, start, length: (
                _up_to(A, length)[start] if length else _one_hot(A, start) * 0
            ),
            "You add up the walks of all lengths up to this one.",
        ),
        mistake(
            lambda A, start, length: (np.asarray(A) ** length)[start],
            "`**` takes the power of each entry. Which product counts routes "
            "through a node between?",
        ),
        mistake(
            lambda A, start, length: _one_hot(A, start) + _up_to(A, length)[start],
            "You add up the walks of all lengths, shorter ones included.",
        ),
        mistake(
            lambda A, start, length: _one_hot(A, start) * _degrees(A)[start] ** length,
            "Your numbers stay at the start. In a step, each node adds up the "
            "numbers of its *neighbors*: which product does that?",
        ),
        mistake(
            lambda A, start, length: _power(A, 2 ** (max(length, 1) - 1))[start],
            "You multiply the power by itself in each round, so the walks "
            "double in length. What is added in one round?",
        ),
        mistake(
            lambda A, start, length: _power(A, length),
            "This is the table for all pairs of nodes. One row of it is asked for.",
        ),
    ],
    hints=[
        "Begin with a vector that is 1 at `start` and 0 elsewhere.",
        "One step is `x = A @ x`. Repeat it `length` times.",
    ],
)

exercise(
    "13.1.5",
    title="Distance",
    stub="def distance(A, start, end):\n    ...  # your code\n",
    solution=(
        "def distance(A, start, end):\n"
        "    x = np.arange(len(A)) == start\n"
        "    for length in range(len(A)):\n"
        "        if x[end]:\n"
        "            return length\n"
        "        x = A @ x > 0\n"
        "    return -1\n"
    ),
    equivalent={
        "x = x @ A > 0": "the matrix is symmetric",
        "return np.abs(length)": "a length is not negative",
        "return np.maximum(length, 0)": "a length is not negative",
        "the result has the first argument's type": "distances are whole numbers",
    },
    reference=walks.distance,
    cases=[
        case(_TOWN, 0, 6),
        case(_TOWN, 3, 7),
        case(_LINE, 0, 4),
        case(_PATH, 0, 8),
        case(_LINE, 4, 1),
        case(_APART, 0, 5),
        case(_TOWN, 4, 4),
        case(_PAIR, 1, 0),
        case(_FULL, 2, 3),
        case(_ALONE, 0, 0),
    ],
    planted=[
        mistake(
            _shift(lambda d: d + 1 if d >= 0 else d),
            "Do you count the nodes or the steps?",
        ),
        mistake(
            _shift(lambda d: d - 1 if d > 0 else d),
            "One too few: do you count the nodes between?",
        ),
        mistake(
            _from_one,
            "How far is a node from itself? You begin with one step.",
        ),
        mistake(
            _no_unreachable,
            "Where no walk leads there is no distance: what should be returned?",
        ),
        mistake(
            lambda A, start, end: np.asarray(A)[start, end],
            "You only look whether there is an edge.",
        ),
        mistake(
            lambda A, start, end: int(walks.distance(A, start, end) >= 0),
            "You say whether there is a walk. How long is the shortest?",
        ),
        mistake(
            _ends_in_the_first_round,
            'Your loop ends in its first round: is the `return` for "no walk" '
            "indented too far?",
        ),
        mistake(
            _at_most_one_less,
            "The ends of a line of N nodes are N - 1 steps apart. Does your "
            "loop look that far?",
        ),
        mistake(
            _how_many,
            "This is the number of walks. How many edges does each have?",
        ),
        mistake(
            _first_way_found,
            "You return the first way that you find by going on and on. It need "
            "not be the shortest: look at all neighbors before you go further.",
        ),
    ],
    hints=[
        "Take one step at a time, and after each one look whether the end is reached.",
        "`for length in range(len(A))`, with the length 0 first; after the loop, "
        "`return -1`.",
    ],
)

question(
    "13.1.6",
    title="What it costs",
    prompt="Suppose you multiply matrices with $N^3$ multiplications, and go from one "
    "power to the next until an entry is positive. What is the cost in the worst case?",
    choices=[
        choice(
            "About $N^3$: one product.",
            "That is the second power. The nodes may be farther apart.",
        ),
        choice(
            "About $N^4$.",
            "Yes. In a line of $N$ nodes the ends are $N-1$ steps apart, and each "
            "step costs $N^3$.",
            right=True,
        ),
        choice(
            "About $2^N$, as the number of walks grows that fast.",
            "The number of walks grows exponentially, and the work does not: they are "
            "counted, not listed.",
        ),
        choice(
            "There is no worst case: it may go on forever.",
            "After $N-1$ steps without success you can stop. Why?",
        ),
    ],
)

exercise(
    "13.1.7",
    title="Is it connected?",
    stub=(
        "def connected(A):\n"
        "    N = len(A)\n"
        "    power = np.linalg.matrix_power(A, N - 1)\n"
        "    return bool(np.all(power > 0))\n"
    ),
    solution=(
        "def connected(A):\n"
        "    N = len(A)\n"
        "    power = np.linalg.matrix_power(A + np.eye(N), N - 1)\n"
        "    return bool(np.all(power > 0))\n"
    ),
    equivalent={
        "power = np.linalg.matrix_power(A + np.eye(N), N + 1)": "steps to spare",
        "power = np.linalg.matrix_power(A + np.eye(N), N - 0)": "steps to spare",
        "the result has the first argument's type": "1 and 0 say it as well",
    },
    reference=walks.connected,
    cases=[
        case(_LINE),
        case(_APART),
        case(_PAIR),
        case(_SQUARE),
        case(_TOWN),
        case(_FULL),
        case(_STAR),
        case(_ALONE),
        case(walks.adjacency_matrix([(0, 1), (1, 2), (0, 2)], 4)),
        case(walks.adjacency_matrix([(n, n + 1) for n in range(9)], 10)),
    ],
    planted=[
        mistake(
            lambda A: bool(np.all(_power(A, len(A)) > 0)),
            "One step more or less is no cure. On a single edge, where can you be "
            "after an even number of steps, and where after an odd one?",
        ),
        mistake(
            lambda A: bool(np.all(np.sum(A, axis=0) > 0)),
            "Every node has a neighbor: two separate edges would pass.",
        ),
        mistake(
            lambda A: bool(np.any(_power(A, len(A) - 1) > 0)),
            "Some pair of nodes is enough for you. All of them must be connected.",
        ),
        mistake(
            lambda A: bool(np.all(_power(A + np.eye(len(A)), 2) > 0)),
            "Two steps may be too few.",
        ),
        mistake(
            lambda A: bool(np.sum(A) / 2 >= len(A) - 1),
            "You count edges. A triangle and a node apart have enough of them.",
        ),
        mistake(
            lambda A: not walks.connected(A),
            "You answer the opposite question.",
        ),
        mistake(
            lambda A: bool(np.all(np.asarray(A) + np.eye(len(A)) > 0)),
            "You allow for waiting, and for a single step (`**`, a power of each "
            "entry, adds none). How many may be needed?",
        ),
        mistake(
            lambda A: bool(
                np.all(_power(np.asarray(A) + np.eye(len(A)), max(len(A) - 2, 0)) > 0)
            ),
            "One step too few: the ends of a line of N nodes are N - 1 steps apart.",
        ),
        mistake(
            lambda A: bool(np.all(_up_to(A, len(A) - 1) > 0)),
            "You can be everywhere after some number of steps. A graph of one "
            "node is connected, too: how many steps does it need?",
        ),
    ],
    hints=[
        "Try the smallest graph there is with an edge: two nodes.",
        "The power counts walks of exactly $N-1$ steps. How can a walk be allowed to "
        "wait?",
        "Give each node an edge to itself: `A + np.eye(N)`.",
    ],
)

exercise(
    "13.1.8",
    title="Paths with three edges",
    stub="def three_step_paths(A):\n    ...  # your code\n",
    solution=(
        "def three_step_paths(A):\n"
        "    degree = A.sum(axis=0)\n"
        "    paths = A @ A @ A - A * (degree[:, None] + degree - 1)\n"
        "    np.fill_diagonal(paths, 0)\n"
        "    return paths\n"
    ),
    equivalent={
        "degree = A.sum(axis=1)": "the matrix is symmetric",
        "degree = A.sum(axis=-1)": "the matrix is symmetric",
        "paths = A @ (A @ A) - A * (degree[:, None] + degree - 1)": "the same product",
        "the result has the first argument's type": "counts are whole numbers",
    },
    reference=walks.three_step_paths,
    cases=[
        case(_TOWN),
        case(_LINE),
        case(_SQUARE),
        case(_FULL),
        case(_APART),
        case(_STAR),
    ],
    planted=[
        mistake(
            lambda A: _power(A, 3),
            "These are all walks, also those that visit a node twice.",
        ),
        mistake(
            lambda A: _off_diagonal(_power(A, 3)),
            "You leave out walks that end where they began. Others visit a node twice, "
            "too: 0-1-0-1.",
        ),
        mistake(
            lambda A: _off_diagonal(
                _power(A, 3) - A * (_degrees(A)[:, None] + _degrees(A))
            ),
            "One walk has been subtracted twice: which one repeats both nodes?",
        ),
        mistake(
            lambda A: _power(A, 3) - A * (_degrees(A)[:, None] + _degrees(A) - 1),
            "Off the diagonal you are right. A path does not return to its start.",
        ),
        mistake(
            lambda A: _off_diagonal(_power(A, 3) - A * _degrees(A)),
            "You subtract the walks that come through one end too early. The other end "
            "can be visited twice as well.",
        ),
        mistake(
            lambda A: (_distances(A) == 3).astype(int),
            "These are the nodes three steps apart. There can be a path of three edges "
            "between neighbors, too.",
        ),
        mistake(
            lambda A: _off_diagonal(_power(A, 2)),
            "These are the paths with two edges.",
        ),
        mistake(
            lambda A: _off_diagonal(
                _power(A, 3) - A * (_degrees(A)[:, np.newaxis] + _degrees(A) - 2)
            ),
            "One walk too many is left for neighbors. How many walks return to "
            "both ends, and how often have you put them back?",
        ),
        mistake(
            lambda A: _off_diagonal(
                _power(A, 3) - (_degrees(A)[:, np.newaxis] + _degrees(A) - 1)
            ),
            "You subtract from every pair. Between which nodes can a walk of "
            "three edges visit one of them twice?",
        ),
        mistake(
            lambda A: _off_diagonal(_power(A, 3) - A),
            "You subtract one walk for each pair of neighbors. From one end you "
            "may turn back at *any* of its neighbors.",
        ),
        mistake(
            lambda A: _off_diagonal(_power(A, 3) * (1 - A)),
            "You leave out all pairs of neighbors. Neighbors may have a path of "
            "three edges beside their own edge: try a square.",
        ),
        mistake(
            lambda A: _off_diagonal(_off_diagonal(_power(A, 2)) @ A),
            "You leave out walks that are back after two steps. Others come to "
            "the end early, and then return to it.",
        ),
        mistake(
            lambda A: _off_diagonal(_power(A, 4)),
            "These walks have four edges.",
        ),
    ],
    hints=[
        "In $m$-$a$-$b$-$n$ with $m\\ne n$, which two can be the same node?",
        "$a = n$ needs an edge between $m$ and $n$, and leaves $d_n$ choices for $b$; "
        "$b = m$ is the mirror image. Which walk is in both lists?",
    ],
)

exercise(
    "13.1.9",
    title="As far apart as possible",
    stub=(
        "def far_apart(nodes):\n"
        "    return [(0, 1), (0, 3), (1, 2), (1, 3), (1, 4), (2, 4),\n"
        "            (3, 4), (4, 5), (4, 7), (5, 6), (5, 7)]\n"
    ),
    solution=(
        "def far_apart(nodes):\n"
        "    joined = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]\n"
        "    line = [(n, n + 1) for n in range(3, nodes - 1)]\n"
        "    return joined + line + [(2, 4)]\n"
    ),
    reference=lambda nodes: [
        *((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)),
        *((n, n + 1) for n in range(3, nodes - 1)),
        (2, 4),
    ],
    accept=_is_far_apart,
    equivalent={
        "joined = [(0, 1), (0, 2), (0, 4), (1, 2), (1, 3), (2, 3)]": "another solution",
        "joined = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 4), (2, 3)]": "another solution",
        "line = [(n, n + 1) for n in range(2, nodes - 1)]": "an edge is there twice",
        "return joined + line + [(1, 4)]": "another solution",
    },
    cases=[case(8)],
    planted=[
        mistake(
            lambda nodes: [(n, n + 1) for n in range(nodes - 1)],
            "A line is a good start, and has only 7 edges. Where can four more go?",
        ),
        mistake(
            lambda nodes: [(n, (n + 1) % nodes) for n in range(nodes)],
            "A ring leads around in two ways, which halves the distance.",
        ),
        mistake(
            lambda nodes: (
                [(n, n + 1) for n in range(nodes - 1)]
                + [(n, n + 2) for n in (0, 2, 4, 5)]
            ),
            "Your extra edges skip nodes all along the line. Crowd them at one end.",
        ),
        mistake(
            lambda nodes: [(0, n) for n in range(1, nodes)],
            "In a star, every two nodes are two steps apart at most.",
        ),
        mistake(
            lambda nodes: [(m, n) for n in range(5) for m in range(n)] + [(5, 6)],
            "Your crowd of five uses ten edges, and not all nodes are connected.",
        ),
    ],
    hints=[
        "How many nodes and edges does a shortest path of length 5 need? How many are "
        "left?",
        "Let the left-over nodes crowd around one end of the path.",
    ],
)
