"""Exercises and questions of page 15.2, the Wasserstein distance."""

import numpy as np

from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.generative import divergences, transport

_P = np.array([5, 3, 2, 1, 8, 7, 5, 9, 2, 1]) / 43
_Q = np.array([4, 10, 1, 1, 4, 6, 3, 2, 0, 1]) / 32


def _histogram(bins, seed):
    return np.random.default_rng(seed).dirichlet(np.ones(bins))


def _table(bins, change=lambda d: d, largest=lambda bins: bins - 1):
    places = np.arange(bins)
    return change(np.abs(places[:, None] - places)) / largest(bins)


exercise(
    "15.2.1",
    title="The distances",
    stub="def distance_matrix(bins):\n    ...  # your code\n",
    solution=(
        "def distance_matrix(bins):\n"
        "    places = np.arange(bins)\n"
        "    return np.abs(places[:, None] - places) / (bins - 1)\n"
    ),
    equivalent=dict.fromkeys(
        [
            "return np.abs(places - places[:, None]) / (bins - 1)",
        ],
        "a distance is the same both ways",
    ),
    reference=transport.distance_matrix,
    cases=[case(3), case(10), case(2), case(6)],
    planted=[
        mistake(
            lambda bins: _table(bins, largest=lambda n: n),
            "The largest distance should be 1.",
        ),
        mistake(
            lambda bins: _table(bins, largest=lambda n: 1),
            "These are distances in bins. The two ends should be 1 apart.",
        ),
        mistake(
            lambda bins: (np.arange(bins)[:, None] - np.arange(bins)) / (bins - 1),
            "A distance is not negative, whichever way you go.",
        ),
        mistake(
            lambda bins: _table(bins, change=np.square),
            "These are squares of distances in bins.",
        ),
        mistake(
            lambda bins: _table(bins) ** 2,
            "These are squares of the distances.",
        ),
        mistake(
            lambda bins: np.arange(bins) / (bins - 1),
            "These are the distances from the first bin alone.",
        ),
        mistake(
            lambda bins: _table(bins, largest=lambda n: 9),
            "Nine gaps are those of ten bins. How many are there here?",
        ),
        mistake(
            lambda bins: _table(bins, largest=lambda n: 10),
            "Your divisor is always 10. Which distance should become 1?",
        ),
        mistake(
            lambda bins: _table(bins) / np.sum(_table(bins)),
            "All distances together are 1 here. Which single one should be?",
        ),
        mistake(
            lambda bins: _table(bins) / np.mean(_table(bins)),
            "The average distance is 1 here. Which one should be?",
        ),
        mistake(
            lambda bins: _table(bins) / _table(bins).max(axis=1, keepdims=True),
            "Each row has a divisor of its own. From a bin in the middle, no way is as "
            "long as 1.",
        ),
        mistake(
            lambda bins: np.triu(_table(bins)),
            "The way back is as long as the way there. Below the diagonal there are "
            "only zeros.",
        ),
        mistake(
            lambda bins: (
                np.add.outer(np.arange(bins), np.arange(bins)) / (2 * bins - 2)
            ),
            "You add the two places. How far is a bin from itself?",
        ),
        mistake(
            lambda bins: _table(bins + 1),
            "There is a bin too many.",
        ),
    ],
    hints=[
        "How many gaps are between the first bin and the last?",
        "`np.abs(places[:, None] - places)` with `places = np.arange(bins)`, divided "
        "by `bins - 1`.",
    ],
)

question(
    "15.2.2",
    title="How large the program is",
    prompt="A plan between a histogram of 10 bins and one of 6: how many numbers does "
    "the matrix $\\mathbf{A}$ hold, with zeros?",
    answer=number(
        960,
        0.4,
        "Yes: 16 conditions for 60 unknowns. Most of the numbers are zeros.",
    ),
    near=[
        number(60, 0.4, "These are the unknowns. How many conditions are there?"),
        number(16, 0.4, "These are the conditions. How many unknowns are there?"),
        number(120, 0.4, "These are the ones in it: each unknown is in two sums."),
        number(1200, 0.4, "With ten and ten bins there are 20 conditions. Here?"),
        number(600, 0.4, "These are the conditions for the rows. Are there others?"),
        number(160, 0.4, "For each condition, there is a number for every unknown."),
        number(2000, 0.4, "That is the size for ten bins and ten."),
    ],
    otherwise="A row for each condition, a column for each entry of the plan.",
)


def _sums(rows, columns, *, first="rows", flatten="C", scale=1.0):
    of_rows, of_columns = [], []
    for i in range(rows):
        one = np.zeros((rows, columns))
        one[i] = scale
        of_rows.append(one.ravel(order=flatten))
    for j in range(columns):
        one = np.zeros((rows, columns))
        one[:, j] = scale
        of_columns.append(one.ravel(order=flatten))
    parts = [of_rows, of_columns] if first == "rows" else [of_columns, of_rows]
    return np.array(parts[0] + parts[1])


def _filled(of_row, of_column):
    """Fill the matrix by slices, as a reader might."""

    def filled(rows, columns):
        A = np.zeros((rows + columns, rows * columns))
        for i in range(rows):
            A[i, of_row(i, rows, columns)] = 1
        for j in range(columns):
            where = of_column(j, rows, columns)
            if where is not None:
                A[where] = 1
        return A

    return filled


def _stretch(i, rows, columns):
    return slice(i * columns, (i + 1) * columns)


exercise(
    "15.2.3",
    title="The conditions as a matrix",
    stub="def constraints(rows, columns):\n    ...  # your code\n",
    solution=(
        "def constraints(rows, columns):\n"
        "    of_rows = np.kron(np.eye(rows), np.ones(columns))\n"
        "    of_columns = np.kron(np.ones(rows), np.eye(columns))\n"
        "    return np.vstack([of_rows, of_columns])\n"
    ),
    reference=transport.constraints,
    cases=[case(2, 3), case(10, 10), case(4, 2), case(1, 3), case(5, 1)],
    planted=[
        mistake(
            lambda rows, columns: _sums(rows, columns, first="columns"),
            "The sums of the columns come first here. Which part of b is q?",
        ),
        mistake(
            lambda rows, columns: _sums(rows, columns, flatten="F"),
            "You have the plan flattened column by column.",
        ),
        mistake(
            lambda rows, columns: _sums(rows, columns, scale=columns - 1.0),
            "What does the plan sum to? No factor belongs in here, even if the costs "
            "have one.",
        ),
        mistake(
            lambda rows, columns: _sums(rows, columns).T,
            "A row for each condition. Here the conditions are columns.",
        ),
        mistake(
            lambda rows, columns: _sums(rows, columns)[:rows],
            "These are the conditions for p alone.",
        ),
        mistake(
            lambda rows, columns: _sums(rows, columns)[rows:],
            "These are the conditions for q alone.",
        ),
        mistake(
            _filled(_stretch, lambda j, r, c: None),
            "The last rows are still zero. What do the columns add up to?",
        ),
        mistake(
            _filled(_stretch, lambda j, r, c: (j, slice(j, None, c))),
            "The sums of the columns are written over those of the rows. In which row "
            "do they begin?",
        ),
        mistake(
            _filled(_stretch, lambda j, r, c: (r + j, slice(j, None, r))),
            "How far apart are two entries of one column in the long vector? Your step "
            "is the number of rows.",
        ),
        mistake(
            _filled(
                lambda i, r, c: slice(i * r, (i + 1) * r),
                lambda j, r, c: (r + j, slice(j, None, c)),
            ),
            "How many entries does a row of the plan have? Your stretches are as long "
            "as a column.",
        ),
        mistake(
            _filled(
                lambda i, r, c: slice(i * c, (i + 1) * c - 1),
                lambda j, r, c: (r + j, slice(j, None, c)),
            ),
            "Your sums of rows leave out the last entry of each. Where does a slice "
            "end?",
        ),
        mistake(
            lambda rows, columns: np.vstack(
                [
                    _sums(rows, columns)[:rows] / columns,
                    _sums(rows, columns)[rows:] / rows,
                ]
            ),
            "Yours are averages of the entries. p and q are sums.",
        ),
        mistake(
            lambda rows, columns: np.vstack(
                [_sums(rows, columns)[:rows], -_sums(rows, columns)[rows:]]
            ),
            "The sums of the columns have a minus here. What arrives in q is not "
            "negative.",
        ),
        mistake(
            lambda rows, columns: np.ones((rows + columns, rows * columns)),
            "Each of your conditions adds up the whole plan.",
        ),
        mistake(
            lambda rows, columns: _sums(columns, rows),
            "The shape is exchanged: this is for a plan with `columns` rows.",
        ),
    ],
    hints=[
        "Write down the nine entries of a plan of three by three, row by row. Which of "
        "them are the second row, and which the second column?",
        "`np.kron(np.eye(rows), np.ones(columns))` adds up rows; exchange ones and "
        "identity for the columns.",
    ],
)


def _solve(c, A, b):
    """Solve the linear program."""
    return transport.linprog(np.ravel(c), A_eq=A, b_eq=np.ravel(b)).x


def _planned(result, p, q, cost, solve):
    """Accept any cheapest plan."""
    plan = np.asarray(result, dtype=float)
    if plan.shape != np.shape(cost):
        return f"A plan of shape {np.shape(cost)} is expected."
    if np.any(plan < -1e-9) or not np.isfinite(plan).all():
        return "Nothing in a plan is negative."
    if not np.allclose(plan.sum(axis=1), p, atol=1e-7):
        return "The sums of its rows are not what is in p."
    if not np.allclose(plan.sum(axis=0), q, atol=1e-7):
        return "The sums of its columns are not what q needs."
    best = np.sum(transport.best_plan(p, q, cost) * cost)
    return bool(np.sum(plan * cost) < best + 1e-7)


def _found(A, *, b=lambda p, q: np.concatenate([p, q]), end=lambda t, r, c: t):
    def find(p, q, cost, solve):
        r, c = len(p), len(q)
        t = solve(cost.ravel(), A(r, c), b(p, q))
        return end(t.reshape(r, c), r, c)

    return find


_LONG = np.abs(np.linspace(0, 1, 4)[:, None] - np.linspace(0, 1, 3))

exercise(
    "15.2.4",
    title="Right distance, wrong plan",
    stub=(
        "def find_plan(p, q, cost, solve):\n"
        "    rows, columns = len(p), len(q)\n"
        "    first = np.kron(np.ones(rows), np.eye(columns))\n"
        "    second = np.kron(np.eye(rows), np.ones(columns))\n"
        "    A = np.vstack([first, second])\n"
        "    t = solve(cost.ravel(), A, np.concatenate([p, q]))\n"
        "    return t.reshape(rows, columns)\n"
    ),
    solution=(
        "def find_plan(p, q, cost, solve):\n"
        "    rows, columns = len(p), len(q)\n"
        "    first = np.kron(np.eye(rows), np.ones(columns))\n"
        "    second = np.kron(np.ones(rows), np.eye(columns))\n"
        "    A = np.vstack([first, second])\n"
        "    t = solve(cost.ravel(), A, np.concatenate([p, q]))\n"
        "    return t.reshape(rows, columns)\n"
    ),
    equivalent=dict.fromkeys(
        [
            "the result has the first argument's type",
        ],
        "a list of rows is a table as well",
    ),
    reference=lambda p, q, cost, solve: transport.best_plan(p, q, cost),
    accept=_planned,
    cases=[
        case(np.array([0.5, 0.25, 0.25]), np.array([0.0, 0.5, 0.5]),
             transport.distance_matrix(3), _solve),
        case(_P, _Q, transport.distance_matrix(10), _solve),
        case(_histogram(4, 1), _histogram(3, 2), _LONG, _solve),
    ],
    planted=[
        mistake(
            _found(
                lambda r, c: _sums(r, c, first="columns"),
                end=lambda t, r, c: t.T if r == c else t,
            ),
            "You turn the plan around at the end. That works only if both histograms "
            "are equally long, and costs are the same both ways.",
        ),
        mistake(
            lambda p, q, cost, solve: np.outer(p, q),
            "This plan is valid, and not the cheapest: it sends some of everything "
            "everywhere.",
        ),
        mistake(
            lambda p, q, cost, solve: solve(
                cost.T.ravel(), _sums(*cost.shape), np.concatenate([p, q])
            ).reshape(cost.shape),
            "The costs are turned around. That does no harm as long as they are the "
            "same both ways, and here they are not.",
        ),
        mistake(
            lambda p, q, cost, solve: solve(
                cost.ravel(), _sums(len(q), len(p)), np.concatenate([q, p])
            ).reshape(len(q), len(p)).T,
            "You solve the problem from q to p and turn the plan around. The costs "
            "have to be turned around, too.",
        ),
        mistake(
            lambda p, q, cost, solve: np.diag(np.minimum(p, q))
            if len(p) == len(q) else np.zeros((len(p), len(q))),
            "This is only what can stay where it is.",
        ),
    ],
    hints=[
        "Print the sums of the rows of the plan. Whose are they?",
        "The first conditions have `p` on their right side, so they add up rows.",
    ],
)  # fmt: skip


def _certificate(*, fits=True, tight=True, slack=1e-9):
    def is_best(plan, u, v, cost):
        gap = np.asarray(cost) - np.asarray(u)[:, None] - np.asarray(v)
        ok = True
        if fits:
            ok = ok and bool(np.all(gap >= -slack))
        if tight:
            ok = ok and bool(np.all(np.abs(gap)[np.asarray(plan) > 1e-9] <= 1e-9))
        return ok

    return is_best


def _proofs():
    """Give plans with prices: some prove something, and some do not."""
    cost = transport.distance_matrix(3)
    p, q = np.array([0.5, 0.5, 0.0]), np.array([0.0, 0.25, 0.75])
    plan = transport.best_plan(p, q, cost)
    u, v = transport.best_prices(p, q, cost)
    yield plan, u, v, cost
    yield np.outer(p, q), u, 0 * v, cost
    yield plan, u, v - 0.1, cost
    yield plan, u + 0.1, v, cost
    yield plan, 0 * u, 0 * v, cost
    big = transport.distance_matrix(10)
    prices = transport.best_prices(_P, _Q, big)
    yield transport.best_plan(_P, _Q, big), *prices, big
    yield np.outer(_P, _Q), *prices, big
    p, q = _histogram(4, 3), _histogram(3, 4)
    yield transport.best_plan(p, q, _LONG), *transport.best_prices(p, q, _LONG), _LONG
    hill = np.array([0.0, 0.9, 0.0])
    yield np.eye(3) / 3, hill, -hill, cost
    yield np.diag([0.5, 0.0, 0.5]), np.zeros(3), np.array([0.0, 0.1, 0.0]), cost
    # mean of the slack is fine, but one way is too dear
    yield np.diag([0.5, 0.0, 0.5]), np.zeros(3), np.array([0.0, -0.3, 0.0]), cost


exercise(
    "15.2.5",
    title="A proof by prices",
    stub="def is_best(plan, u, v, cost):\n    ...  # your code\n",
    solution=(
        "def is_best(plan, u, v, cost):\n"
        "    gap = cost - u[:, None] - v\n"
        "    fair = np.all(gap >= -1e-9)\n"
        "    return bool(fair and np.sum(plan * gap) <= 1e-9)\n"
    ),
    equivalent=dict.fromkeys(
        [
            "fair = np.all(gap > -1e-09)",
            "return bool(fair and np.sum(plan * gap) < 1e-09)",
            "return bool(fair and np.mean(plan * gap) <= 1e-09)",
            "return bool(fair and np.max(plan * gap) <= 1e-09)",
            "the result has the first argument's type",
        ],
        "plans and prices are either exact or far off",
    ),
    reference=_certificate(),
    cases=[case(*args) for args in _proofs()],
    extremes=[
        case(
            np.array([[0.5, 0.0, 1e-12], [0.0, 0.0, 0.0], [0.0, 0.0, 0.5]]),
            np.zeros(3),
            np.zeros(3),
            transport.distance_matrix(3),
        ),
    ],
    planted=[
        mistake(
            _certificate(tight=False),
            "Fair prices alone prove nothing of the plan: what do they earn, and what "
            "does it cost?",
        ),
        mistake(
            _certificate(fits=False),
            "You compare what is carried. But is every price at most its cost, also "
            "where nothing is carried?",
        ),
        mistake(
            lambda plan, u, v, cost: bool(
                np.sum(plan * (np.asarray(u)[:, None] + v))
                <= np.sum(plan * cost) + 1e-9
            ),
            "That the prices earn at most the cost is so for all fair prices. When are "
            "they a proof?",
        ),
        mistake(
            lambda plan, u, v, cost: bool(
                np.all(np.abs(np.asarray(u)[:, None] + v - cost) <= 1e-9)
            ),
            "Yours says no to every plan here. Need the price be as high as the cost "
            "also where nothing is carried?",
        ),
        mistake(
            lambda plan, u, v, cost: bool(
                np.sum(plan * (np.asarray(u)[:, None] + v))
                >= np.sum(plan * cost) - 1e-9
            ),
            "Prices that are higher than a cost earn more than the plan costs, and "
            "prove nothing.",
        ),
        mistake(
            lambda plan, u, v, cost: bool(
                np.all(np.asarray(u)[:, None] + v <= cost)
                and np.sum(plan * (np.asarray(u)[:, None] + v)) == np.sum(plan * cost)
            ),
            "Computed numbers are rarely exactly equal. Allow for the rounding.",
        ),
        mistake(
            lambda plan, u, v, cost: bool(
                np.shape(plan)[0] == np.shape(plan)[1]
                and np.all(np.asarray(v)[:, None] + u <= cost + 1e-9)
                and abs(np.sum(plan * (np.asarray(v)[:, None] + u - cost))) <= 1e-9
            ),
            "Here u is charged for delivery and v for picking up. Which of them goes "
            "down the rows?",
        ),
        mistake(
            lambda plan, u, v, cost: not _certificate()(plan, u, v, cost),
            "You say yes where it should be no, and no where it should be yes.",
        ),
        mistake(
            lambda plan, u, v, cost: bool(
                np.all(np.asarray(u)[:, None] + v <= cost + 0.1)
                and abs(np.sum(plan * (np.asarray(u)[:, None] + v - cost))) < 0.1
            ),
            "A tenth is no rounding error.",
        ),
        mistake(
            lambda plan, u, v, cost: bool(
                np.all(np.asarray(u)[:, None] + v <= cost + 1e-9)
                and abs(np.sum(u) + np.sum(v) - np.sum(plan * cost)) < 1e-9
            ),
            "You add up the prices. What she earns depends on how much she carries.",
        ),
        mistake(
            lambda plan, u, v, cost: True,
            "It says yes to everything.",
        ),
    ],
    hints=[
        "What does each way cost more than its prices? Make that table first.",
        "With `gap = cost - u[:, None] - v`: no entry is negative, and `plan * gap` "
        "adds up to zero.",
    ],
)


def _area(change=np.abs, *, cumulate=np.cumsum, divide=lambda k: k - 1, end=-1):
    def area(p, q):
        surplus = cumulate(np.asarray(p, dtype=float) - np.asarray(q, dtype=float))
        return np.sum(change(surplus[:end])) / divide(len(surplus))

    return area


exercise(
    "15.2.6",
    title="The area",
    stub="def line_distance(p, q):\n    ...  # your code\n",
    solution=(
        "def line_distance(p, q):\n"
        "    surplus = np.cumsum(p - q)\n"
        "    return np.abs(surplus).sum() / (len(p) - 1)\n"
    ),
    equivalent=dict.fromkeys(
        [
            'surplus = np.cumsum(q - p)',
            'return np.abs(surplus).sum() / (len(q) - 1)',
        ],
        "a difference has the same size both ways",
    ),
    reference=transport.line_distance,
    cases=[
        case(np.array([0.5, 0.5, 0.0]), np.array([0.0, 0.25, 0.75])),
        case(_P, _Q),
        case(np.array([1.0, 0.0]), np.array([0.0, 1.0])),
        case(np.array([3, 0, 1, 2]), np.array([0, 4, 1, 1])),
        case(_histogram(7, 5), _histogram(7, 6)),
    ],
    planted=[
        mistake(
            _area(divide=lambda k: k),
            "Between the two ends of ten bins there are nine gaps.",
        ),
        mistake(
            _area(divide=lambda k: 1),
            "This counts in bins. The two ends should be 1 apart.",
        ),
        mistake(
            _area(change=lambda s: s),
            "What crosses a border to the left costs as much as what crosses it to the "
            "right.",
        ),
        mistake(
            _area(change=np.square),
            "These are squares. To carry twice as much costs twice as much.",
        ),
        mistake(
            _area(cumulate=lambda d: d, end=None),
            "These are the differences of the bins. What has to cross each border?",
        ),
        mistake(
            _area(divide=lambda k: 9),
            "A ninth is right for ten bins. How many gaps are there here?",
        ),
        mistake(
            _area(divide=lambda k: k + 1),
            "Counted from end to end, are there more gaps than bins?",
        ),
        mistake(
            lambda p, q: (
                np.sqrt(np.sum(np.cumsum(np.subtract(p, q)) ** 2)) / (len(p) - 1)
            ),
            "You take the root of a sum of squares. Each border is paid for by itself.",
        ),
        mistake(
            _area(end=-2),
            "The last border is missing: your sum ends one too early.",
        ),
        mistake(
            lambda p, q: np.sum(
                np.abs(np.cumsum(np.subtract(p, q)))[1:]
            ) / (len(p) - 1),
            "The first border is missing: it is after the first bin.",
        ),
        mistake(
            lambda p, q: np.sum(
                np.cumsum(np.abs(np.subtract(p, q)))
            ) / (len(p) - 1),
            "What is left over in one bin fills up another. In yours it never does: "
            "when do you drop the sign?",
        ),
        mistake(
            lambda p, q: _area()(p / np.sum(p), q / np.sum(q)),
            "You divide both by their sum, and so lose how much sand there is. The "
            "sums are the same, but need not be 1.",
        ),
        mistake(
            lambda p, q: np.sum(np.abs(np.sort(p) - np.sort(q))) / (len(p) - 1),
            "Once they are sorted, the bins are no longer where they were.",
        ),
        mistake(
            lambda p, q: np.sum(np.abs(np.subtract(p, q))) / 2,
            "This is how much has to be moved, not how far.",
        ),
        mistake(
            lambda p, q: np.max(np.abs(np.cumsum(np.subtract(p, q)))),
            "This is the largest of the differences. All borders have to be crossed.",
        ),
        mistake(
            lambda p, q: abs(
                np.arange(len(p)) @ np.subtract(p, q) / (len(p) - 1)
            ),
            "This is the distance of the averages. Sand that goes left does not pay "
            "for sand that goes right.",
        ),
    ],
    hints=[
        "What has to cross the border after bin `k`? Use `np.cumsum`.",
        "Add up the sizes of `np.cumsum(p - q)`, and divide by the number of gaps.",
    ],
)  # fmt: skip

question(
    "15.2.7",
    title="Four bins",
    prompt="$p = (0.5, 0.5, 0, 0)$ and $q = (0, 0, 0.5, 0.5)$, with the ends 1 apart. "
    "What is $W[p,q]$?",
    answer=number(
        2 / 3,
        0.002,
        "Yes. The differences at the borders are 0.5, 1 and 0.5, and each costs 1/3.",
    ),
    near=[
        number(2, 0.01, "That is in bins. The ends are 1 apart."),
        number(0.5, 0.002, "That would be so with four gaps. How many are there?"),
        number(1, 0.01, "This is how much is moved. How far?"),
        number(1 / 3, 0.002, "That is the distance of neighbors."),
        number(0, 0.002, "Are the two the same?"),
    ],
    otherwise="Add up what has to cross each of the three borders.",
)


def _nearest_free(x, y):
    """Send each number, in turn, to the nearest that is not yet taken."""
    free, way = list(y), 0.0
    for one in x:
        way += abs(one - free.pop(int(np.argmin(np.abs(np.array(free) - one)))))
    return way / len(x)


exercise(
    "15.2.8",
    title="Two samples",
    stub="def sample_distance(x, y):\n    ...  # your code\n",
    solution=(
        "def sample_distance(x, y):\n"
        "    return np.mean(np.abs(np.sort(x) - np.sort(y)))\n"
    ),
    equivalent=dict.fromkeys(
        [
            "return np.mean(np.abs(np.sort(y) - np.sort(x)))",
        ],
        "a distance is the same both ways",
    ),
    reference=transport.sample_distance,
    cases=[
        case(np.array([5.0, 1.0, 3.0]), np.array([2.0, 7.0, 2.5])),
        case(_P, _Q[::-1]),
        case(np.array([3, -2, 0, 8]), np.array([1, 1, -4, 2])),
        case(np.array([2.0, 1.0, 5.0]), np.array([1.4, 3.5, 5.0])),
        case(np.array([1.5]), np.array([-2.0])),
        case(_histogram(6, 7) - 3, _histogram(6, 8) + 4),
    ],
    planted=[
        mistake(
            lambda x, y: np.mean(np.abs(np.subtract(x, y))),
            "The order of the samples means nothing. Which number should go where?",
        ),
        mistake(
            lambda x, y: np.sum(np.abs(np.sort(x) - np.sort(y))),
            "This is the sum of all ways. How far is an average number moved?",
        ),
        mistake(
            lambda x, y: abs(np.mean(x) - np.mean(y)),
            "This is the distance of the averages. Ways to the left do not make up for "
            "ways to the right.",
        ),
        mistake(
            lambda x, y: np.mean((np.sort(x) - np.sort(y)) ** 2),
            "These are squares. A way costs its length.",
        ),
        mistake(
            lambda x, y: np.sqrt(np.mean((np.sort(x) - np.sort(y)) ** 2)),
            "This is the root mean square, another distance. Here the lengths of the "
            "ways are averaged.",
        ),
        mistake(
            lambda x, y: np.mean(np.abs(np.sort(x) - np.sort(y)[::-1])),
            "The smallest goes to the largest here.",
        ),
        mistake(
            lambda x, y: np.mean(np.min(np.abs(np.subtract.outer(x, y)), axis=1)),
            "Each number goes to its nearest neighbor. But every number of y has room "
            "for one only.",
        ),
        mistake(
            _nearest_free,
            "Each number takes the nearest place that is free, and those that come "
            "last have far to go. Which order would be fair to all?",
        ),
        mistake(
            lambda x, y: np.mean(np.abs(np.sort(x) - y)),
            "You sort x alone. The order of y means nothing, either.",
        ),
        mistake(
            lambda x, y: np.mean(np.abs(x - np.sort(y))),
            "You sort y alone. The order of x means nothing, either.",
        ),
        mistake(
            lambda x, y: np.mean(np.sort(x) - np.sort(y)),
            "Ways to the left and to the right cancel each other. A way has a length.",
        ),
        mistake(
            lambda x, y: np.max(np.abs(np.sort(x) - np.sort(y))),
            "This is the longest of the ways.",
        ),
        mistake(
            lambda x, y: np.median(np.abs(np.sort(x) - np.sort(y))),
            "This is the way in the middle. What is the average of all?",
        ),
        mistake(
            lambda x, y: (
                np.mean(np.abs(np.sort(x) - np.sort(y)))
                / max(np.ptp(np.append(x, y)), 1e-9)
            ),
            "You divide by the whole width. Here numbers keep their own unit.",
        ),
        mistake(
            lambda x, y: np.sum(np.abs(np.cumsum(np.subtract(x, y)))) / (len(x) - 1),
            "This takes the samples for histograms. They are places, not heights.",
        ),
        mistake(
            lambda x, y: np.mean(np.abs(np.argsort(x) - np.argsort(y))),
            "`np.argsort` gives places in the list. How far are the numbers themselves "
            "apart?",
        ),
        mistake(
            lambda x, y: np.mean(np.abs(np.subtract.outer(x, y))),
            "This sends a part of each number everywhere.",
        ),
    ],
    hints=[
        "Fill from the left: to which number of `y` should the smallest of `x` go?",
        "Sort both.",
    ],
)


def _kl(log=np.log, *, empty=np.inf, swap=False, tiny=0.0):
    def divergence(p, q):
        p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
        if swap:
            p, q = q, p
        q = q + tiny
        if empty is not None and np.any((p > 0) & (q == 0)):
            return empty
        there = (p > 0) & (q > 0)
        return np.sum(p[there] * log(p[there] / q[there]))

    return divergence


def _summed(term):
    """Add up another term for each bin of p that is not empty."""

    def summed(p, q):
        p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
        with np.errstate(all="ignore"):
            return np.sum(term(p[p > 0], q[p > 0]))

    return summed


def _as_written(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    with np.errstate(all="ignore"):
        return np.sum(p * np.log(p / q))


exercise(
    "15.2.9",
    title="Surprise",
    stub="def kl_divergence(p, q):\n    ...  # your code\n",
    solution=(
        "def kl_divergence(p, q):\n"
        "    there = p > 0\n"
        "    if np.any(q[there] == 0):\n"
        "        return np.inf\n"
        "    return np.sum(p[there] * np.log(p[there] / q[there]))\n"
    ),
    equivalent=dict.fromkeys(
        [
            'return np.sum(p[there] * np.log(np.maximum(p[there] / q[there], 1e-09)))',
            'return np.sum(p[there] * np.log(p[there] / q[there] + 1e-09))',
        ],
        "a ratio that small adds next to nothing",
    ),
    reference=divergences.kl_divergence,
    cases=[
        case(np.array([0.5, 0.25, 0.25]), np.array([0.25, 0.25, 0.5])),
        case(_Q, _P),
        case(np.array([1.0, 0.0]), np.array([0.5, 0.5])),
        case(_P, _Q),
        case(np.array([0, 1]), np.array([1, 0])),
        case(_histogram(6, 9), _histogram(6, 10)),
        case(np.array([0.5, 0.5, 0.0]), np.array([0.25, 0.75, 0.0])),
    ],
    planted=[
        mistake(
            _kl(empty=None),
            "You leave the empty bins of q out, also where p is not empty. How "
            "surprised would you be there?",
        ),
        mistake(
            _kl(tiny=1e-9),
            "Change your epsilon: does the answer settle?",
        ),
        mistake(
            _kl(tiny=1e-12),
            "Change your tiny number: does the answer settle?",
        ),
        mistake(
            _as_written,
            "Zero times the logarithm of zero is not a number on a computer. What "
            "should an empty bin of p contribute?",
        ),
        mistake(
            lambda p, q: np.inf if np.any(np.asarray(q) == 0) else _kl()(p, q),
            "An empty bin of q is infinitely surprising only if p has something there.",
        ),
        mistake(
            _summed(lambda p, q: np.log(p / q)),
            "Every bin counts the same here. How often are you surprised by each?",
        ),
        mistake(
            _summed(lambda p, q: q * np.log(p / q)),
            "You weigh with what you expect. What is really observed?",
        ),
        mistake(
            _summed(lambda p, q: -p * np.log(q)),
            "This is the cross-entropy. How surprised would you be if you expected p "
            "itself?",
        ),
        mistake(
            _summed(lambda p, q: np.abs(p * np.log(p / q))),
            "Terms may be negative, where q expects more than there is. The sum is "
            "not.",
        ),
        mistake(
            lambda p, q: _kl()(p, q) + _kl()(q, p),
            "Both directions are added up. Only one is asked for.",
        ),
        mistake(
            lambda p, q: min(_kl()(p, q), 1e9),
            "However large, a finite number understates it: which value is asked for?",
        ),
        mistake(
            lambda p, q: _summed(lambda p, q: p * np.log((p + 1e-10) / (q + 1e-10)))(
                p, q
            ),
            "With a tiny number in both places, an empty bin of q seems merely "
            "unlikely.",
        ),
        mistake(
            _kl(swap=True),
            "This is the divergence of q from p. Which of the two is outside of the "
            "logarithm?",
        ),
        mistake(
            _kl(np.log2),
            "This is in bits; the page has the natural logarithm.",
        ),
        mistake(
            lambda p, q: -_kl()(p, q),
            "The sign: a divergence is never negative.",
        ),
        mistake(
            lambda p, q: -np.sum(np.asarray(p)[np.asarray(p) > 0]
                                 * np.log(np.asarray(p)[np.asarray(p) > 0])),
            "This is the entropy of p. Where is q?",
        ),
        mistake(
            lambda p, q: 0.5 * (_kl()(p, q) + _kl()(q, p)),
            "This is the average of both directions. Only one is asked for.",
        ),
    ],
    hints=[
        "What is the limit of $p\\log p$ as $p$ goes to 0? And of $p\\log(p/q)$ as $q$ "
        "does?",
        "Select the bins with `p > 0`. If `q` is zero in one of them, return `np.inf`.",
    ],
)  # fmt: skip

question(
    "15.2.10",
    title="From far to farther",
    prompt="Two boxes of width 1 are 2 apart and do not meet. Now the second is "
    "moved so that they are 3 apart. What changes?",
    choices=[
        choice(
            "All three distances grow.",
            "Two of them only compare what is in the same bin. What is there, for any "
            "of the bins?",
        ),
        choice(
            "Jensen-Shannon and Wasserstein; Kullback-Leibler is infinite already.",
            "Jensen-Shannon is at most $\\log 2$. Where does it reach that?",
        ),
        choice(
            "Only the Wasserstein distance.",
            "Yes. For the other two, not to meet is not to meet, however far apart.",
            right=True,
        ),
        choice(
            "None: boxes that do not meet are as different as can be.",
            "For a wheelbarrow, 3 is farther than 2.",
        ),
    ],
)


def _step(*, a=lambda p, K, b: p / (K @ b), b=lambda q, K, a: q / (K.T @ a)):
    def step(p, q, kernel, factor):
        K, first = np.asarray(kernel, dtype=float), np.asarray(factor, dtype=float)
        rows = a(np.asarray(p, dtype=float), K, first)
        return rows, b(np.asarray(q, dtype=float), K, rows)

    return step


def _kernel(rows, columns, seed):
    return np.exp(-3 * np.random.default_rng(seed).random((rows, columns)))


exercise(
    "15.2.11",
    title="Rows, then columns",
    stub="def sinkhorn_step(p, q, kernel, b):\n    ...  # your code\n",
    solution=(
        "def sinkhorn_step(p, q, kernel, b):\n"
        "    a = p / (kernel @ b)\n"
        "    return a, q / (kernel.T @ a)\n"
    ),
    parts=["a", "b"],
    reference=_step(),
    cases=[
        case(_histogram(3, 11), _histogram(2, 12), _kernel(3, 2, 0), np.ones(2)),
        case(_P, _Q, np.exp(-transport.distance_matrix(10) / 0.1), np.ones(10)),
        case(_histogram(2, 13), _histogram(4, 14), _kernel(2, 4, 1), _histogram(4, 15)),
        case(np.array([2, 1]), np.array([1, 2]), np.array([[2, 1], [1, 3]]),
             np.array([1, 2])),
    ],
    planted=[
        mistake(
            _step(b=lambda q, K, a: q / (K @ a) if len(q) == len(K) else q * np.nan),
            "The sums of the columns: which way round is the kernel?",
        ),
        mistake(
            lambda p, q, kernel, b: (
                p / (kernel @ b), q / (np.transpose(kernel) @ np.ones(len(p)))
            ),
            "The columns have to use the new a.",
        ),
        mistake(
            _step(a=lambda p, K, b: p / K.sum(axis=1)),
            "The rows do not see b, the factors that the columns already have.",
        ),
        mistake(
            _step(a=lambda p, K, b: p / (b.sum() * K.sum(axis=1))),
            "The sum of a row is a sum of products, not the product of two sums.",
        ),
        mistake(
            lambda p, q, kernel, b: (p / (kernel @ b), b),
            "The factors of the columns are still the old ones.",
        ),
        mistake(
            lambda p, q, kernel, b: (
                p / (kernel @ b),
                b * q / (np.transpose(kernel) @ (p / (kernel @ b))),
            ),
            "The new b takes the place of the old one, and is not a factor on top of "
            "it.",
        ),
        mistake(
            lambda p, q, kernel, b: (
                p / (kernel @ b), q / (np.transpose(kernel) @ p)
            ),
            "The sums of the columns are made with the new factors, not with p.",
        ),
        mistake(
            lambda p, q, kernel, b: (
                p / np.sum(kernel, axis=1), q / np.sum(kernel, axis=0)
            ),
            "These would be the factors if the others were all 1.",
        ),
        mistake(
            lambda p, q, kernel, b: (
                p / (kernel @ _step()(p, q, kernel, b)[1]), _step()(p, q, kernel, b)[1]
            ),
            "The rows are set once more, with the new b. After that the columns no "
            "longer fit.",
        ),
        mistake(
            lambda p, q, kernel, b: _step()(p, q, kernel, _step()(p, q, kernel, b)[1]),
            "These are two rounds. One step is asked for.",
        ),
        mistake(
            _step(a=lambda p, K, b: p / (K @ b) / np.sum(p / (K @ b))),
            "The factors themselves need not sum to one, only the plan.",
        ),
        mistake(
            _step(a=lambda p, K, b: (K @ b) / p, b=lambda q, K, a: (K.T @ a) / q),
            "Your fractions are upside down: the sum that you want is on top.",
        ),
        mistake(
            _step(a=lambda p, K, b: p * (K @ b), b=lambda q, K, a: q * (K.T @ a)),
            "If a sum is too large, its factor has to become smaller. Yours grow.",
        ),
        mistake(
            _step(b=lambda q, K, a: q * (K.T @ a)),
            "If a column sums to too much, its factor has to become smaller.",
        ),
        mistake(
            _step(a=lambda p, K, b: p * (K @ b)),
            "If a row sums to too much, its factor has to become smaller.",
        ),
        mistake(
            _step(a=lambda p, K, b: p / b if len(p) == len(b) else p),
            "Where is the kernel in the sums of the rows?",
        ),
    ],
    hints=[
        "The sum of row $i$ is $a_i\\sum_j K_{ij} b_j$. What must $a_i$ be for it to "
        "be $p_i$?",
        "`a = p / (kernel @ b)`; for the columns the same with `kernel.T`, `q` and the "
        "new `a`.",
    ],
)  # fmt: skip


def _blurred_well(result):
    found = np.asarray(result, dtype=float)
    if found.size != 1 or not np.isfinite(found).all() or float(found.item()) <= 0:
        return "One positive number is expected."
    cost = transport.distance_matrix(10)
    with np.errstate(all="ignore"):
        plan = transport.sinkhorn(_P, _Q, cost, float(found.item()), steps=100)
    if not np.isfinite(plan).all():
        return "So little blur that the kernel is zero nearly everywhere."
    off = np.abs(plan.sum(axis=1) - _P).max()
    dear = np.sum(plan * cost) / transport.line_distance(_P, _Q)
    if off <= 0.001 and dear <= 1.01:
        return True
    return f"A row is off by {off:.4f}, and the cost is {100 * dear:.1f}% of the best."


exercise(
    "15.2.12",
    title="How much blur",
    stub="def blur():\n    return 0.1\n",
    solution="def blur():\n    return 0.03\n",
    reference=lambda: 0.03,
    accept=_blurred_well,
    cases=[case()],
    planted=[
        mistake(lambda: 0.2, "That is too much blur: the plan is far too dear."),
        mistake(lambda: 0.05, "You are going the right way. It is still too dear."),
        mistake(lambda: 0.01, "With so little blur, 100 steps are not enough."),
        mistake(lambda: 0.001, "So little blur underflows, or needs very many steps."),
        mistake(lambda: 1.0, "With this blur, nearly every grain goes everywhere."),
    ],
    hints=[
        "The table above has two columns that you need. Between which of its rows are "
        "both good?",
        "Near 0.03.",
    ],
)
