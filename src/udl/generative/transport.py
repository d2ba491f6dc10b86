"""Optimal transport between histograms: plans, prices, and the distance (UDL 15.2).

Layout: row i of a plan says where the mass of bin i goes, column j where that of bin j
comes from. As one long vector, a plan is flattened row by row.
"""

import numpy as np
from scipy.optimize import linprog


def distance_matrix(bins):
    """Give the distances between bins on a line, with the two ends 1 apart.

    Parameters
    ----------
    bins : int
        Number of bins, at least 2.

    Returns
    -------
    ndarray, shape (bins, bins)

    Examples
    --------
    >>> distance_matrix(3).tolist()
    [[0.0, 0.5, 1.0], [0.5, 0.0, 0.5], [1.0, 0.5, 0.0]]
    """
    places = np.arange(bins)
    return np.abs(places[:, np.newaxis] - places) / (bins - 1)


def constraints(rows, columns):
    """Give the matrix that adds up the rows and the columns of a flattened plan.

    Parameters
    ----------
    rows, columns : int
        Shape of the plan.

    Returns
    -------
    ndarray, shape (rows + columns, rows * columns)

    Notes
    -----
    UDL eq. 15.11 as a matrix.

    Examples
    --------
    >>> constraints(2, 2).astype(int).tolist()
    [[1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 1, 0], [0, 1, 0, 1]]
    """
    of_rows = np.kron(np.eye(rows), np.ones(columns))
    of_columns = np.kron(np.ones(rows), np.eye(columns))
    return np.vstack([of_rows, of_columns])


def best_plan(p, q, cost):
    """Give a cheapest plan that turns one histogram into another.

    Parameters
    ----------
    p, q : array_like, shape (R,) and (C,)
        Masses, not negative, with the same sum.
    cost : array_like, shape (R, C)
        Cost of carrying one unit.

    Returns
    -------
    ndarray, shape (R, C)

    Raises
    ------
    ValueError
        If the sums differ.

    Notes
    -----
    UDL eq. 15.10, as a linear program.

    Examples
    --------
    >>> best_plan([0.5, 0.5], [0.0, 1.0], [[0, 1], [1, 0]]).tolist()
    [[0.0, 0.5], [0.0, 0.5]]
    """
    p, q, cost = (np.asarray(a, dtype=float) for a in (p, q, cost))
    if not np.isclose(p.sum(), q.sum()):
        raise ValueError("p and q do not hold the same mass")
    found = linprog(
        cost.ravel(), A_eq=constraints(*cost.shape), b_eq=np.concatenate([p, q])
    )
    return found.x.reshape(cost.shape) + 0.0  # no minus zero


def best_prices(p, q, cost):
    """Give the prices that earn most without exceeding any cost.

    Parameters
    ----------
    p, q : array_like, shape (R,) and (C,)
        Masses.
    cost : array_like, shape (R, C)
        Cost of carrying one unit.

    Returns
    -------
    u : ndarray, shape (R,)
        For picking up.
    v : ndarray, shape (C,)
        For delivering.

    Notes
    -----
    The dual program, UDL eq. 15.12. A constant may be moved from one to the other; here
    the first of `u` is 0.

    Examples
    --------
    >>> u, v = best_prices([1.0, 0.0], [0.0, 1.0], [[0, 1], [1, 0]])
    >>> float(u[0] + v[1])
    1.0
    """
    p, q, cost = (np.asarray(a, dtype=float) for a in (p, q, cost))
    found = linprog(
        -np.concatenate([p, q]),
        A_ub=constraints(*cost.shape).T,
        b_ub=cost.ravel(),
        bounds=(None, None),
    )
    u, v = np.split(found.x, [len(p)])
    return u - u[0], v + u[0]


def line_distance(p, q):
    """Wasserstein distance of two histograms on a line, with the two ends 1 apart.

    Parameters
    ----------
    p, q : array_like, shape (K,)
        Masses with the same sum.

    Returns
    -------
    float

    Notes
    -----
    The area between the two cumulative sums.

    Examples
    --------
    >>> float(line_distance([1.0, 0.0, 0.0], [0.0, 0.0, 1.0]))
    1.0
    """
    surplus = np.cumsum(np.asarray(p, dtype=float) - np.asarray(q, dtype=float))
    return np.abs(surplus[:-1]).sum() / (len(surplus) - 1)


def sinkhorn(p, q, cost, epsilon, steps=200):
    """Give a blurred plan, by scaling rows and columns in turns.

    Parameters
    ----------
    p, q : array_like, shape (R,) and (C,)
        Masses with the same sum.
    cost : array_like, shape (R, C)
        Cost of carrying one unit.
    epsilon : float
        Weight of the entropy: the larger, the more the plan is blurred.
    steps : int
        How often rows and columns are scaled.

    Returns
    -------
    ndarray, shape (R, C)
        Its columns sum to `q` exactly, and its rows nearly to `p`.

    Examples
    --------
    With all the blur there is, each bin sends its mass everywhere:

    >>> sinkhorn([0.5, 0.5], [0.25, 0.75], [[0, 1], [1, 0]], 1e6).round(4).tolist()
    [[0.125, 0.375], [0.125, 0.375]]
    """
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    kernel = np.exp(-np.asarray(cost, dtype=float) / epsilon)
    b = np.ones(len(q))
    for _ in range(steps):
        a = p / (kernel @ b)
        b = q / (kernel.T @ a)
    return a[:, np.newaxis] * kernel * b


def sample_distance(x, y):
    """Wasserstein distance of two samples of equal size.

    Parameters
    ----------
    x, y : array_like, shape (N,)
        Numbers.

    Returns
    -------
    float

    Notes
    -----
    The smallest goes to the smallest, and so on.

    Examples
    --------
    >>> float(sample_distance([5.0, 1.0], [2.0, 7.0]))
    1.5
    """
    return np.mean(np.abs(np.sort(x) - np.sort(y)))
