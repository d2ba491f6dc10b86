"""The regions of one given shallow network: their patterns, their gradients.

A region is known by its pattern: which hidden units are active there. Layout as in
`udl.networks.shallow`: points are columns, x is (D_i, I).
"""

import itertools
from fractions import Fraction

import numpy as np


def count_patterns(active):
    """Number of different patterns of active units, a lower bound for the regions.

    Parameters
    ----------
    active : array_like of bool, shape (D, I)
        Which unit (row) is active at which point (column).

    Returns
    -------
    int

    Raises
    ------
    ValueError
        If `active` is not a table.

    Examples
    --------
    >>> count_patterns([[True, True, True], [True, False, True]])
    2
    """
    active = np.asarray(active, bool)
    if active.ndim != 2:
        raise ValueError(
            f"active has shape {active.shape}, but it must be (D, I): a row for each "
            f"unit, a column for each point."
        )
    packed = np.packbits(active, axis=0)  # eight units a byte: quicker to compare
    return np.unique(packed, axis=1).shape[1]


def region_patterns(beta_0, omega_0):
    """Pattern of active units of every region, for joints in general position.

    Parameters
    ----------
    beta_0 : array_like, shape (D,)
        Offsets of the hidden units.
    omega_0 : array_like, shape (D, D_i)
        Slopes of the hidden units.

    Returns
    -------
    ndarray of bool, shape (D, N)
        A column for each region: which units are active in it.

    Raises
    ------
    ValueError
        If the shapes do not fit, or the joints are not in general position: some of
        them are parallel, or more than D_i of them meet in a point.

    Notes
    -----
    With D_i joints or more, every region has a corner, a point where D_i joints meet.
    Around a corner those units show all their on-off patterns, and the others do not
    change. So visiting all corners visits all regions.

    Examples
    --------
    Units that are active for x > 1 and for x > 2; no point is beyond 2 and below 1:

    >>> region_patterns([-1, -2], [[1], [1]]).astype(int).tolist()
    [[0, 1, 1], [0, 0, 1]]
    """
    beta_0, omega_0 = _joints(beta_0, omega_0)
    D, D_i = omega_0.shape
    if D_i >= D:
        if np.linalg.matrix_rank(omega_0) < D:
            raise ValueError("the joints are not in general position.")
        return _all_patterns(D)
    found = []
    around = _all_patterns(D_i)
    for chosen in map(list, itertools.combinations(range(D), D_i)):
        if np.linalg.cond(omega_0[chosen]) > 1e10:
            raise ValueError(f"the joints of units {chosen} do not meet in one point.")
        z = beta_0 + omega_0 @ np.linalg.solve(omega_0[chosen], -beta_0[chosen])
        scale = np.abs(beta_0) + np.abs(omega_0).sum(axis=1)
        others = np.setdiff1d(np.arange(D), chosen)
        if np.any(np.abs(z[others]) < 1e-10 * scale[others]):
            raise ValueError(f"a further joint passes where those of {chosen} meet.")
        patterns = np.repeat((z > 0)[:, np.newaxis], around.shape[1], axis=1)
        patterns[chosen] = around
        found.append(patterns)
    return np.unique(np.concatenate(found, axis=1), axis=1)


def count_regions(beta_0, omega_0):
    """Count the regions that joints make, exactly and whatever their position.

    Parameters
    ----------
    beta_0 : array_like, shape (D,)
        Offsets of the hidden units.
    omega_0 : array_like, shape (D, D_i)
        Slopes of the hidden units.

    Returns
    -------
    int

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    Removing one joint merges as many regions as the others cut out on that joint. So
    the regions are those without it, plus those of the others on it. The arithmetic is
    that of fractions: joints count as parallel, or as meeting in a point, if they are
    so with the parameters exactly as given. The work grows with the number of regions.

    Examples
    --------
    Two parallel lines in the plane, and two that cross:

    >>> count_regions([-1, -2], [[1, 1], [1, 1]])
    3
    >>> count_regions([-1, -2], [[1, 1], [1, -1]])
    4
    """
    beta_0, omega_0 = _joints(beta_0, omega_0)
    rows = [
        [*map(Fraction, row)] for row in np.column_stack([omega_0, beta_0]).tolist()
    ]
    return _count_of(_different(rows))


def _count_of(joints):
    if not joints:
        return 1
    *others, last = joints
    pivot = next(i for i, slope in enumerate(last[:-1]) if slope)
    on_last = [
        [a - row[pivot] / last[pivot] * b for a, b in zip(row, last, strict=True)]
        for row in others
    ]
    for row in on_last:
        del row[pivot]
    return _count_of(others) + _count_of(_different(on_last))


def _different(rows):
    """Scale each row to a leading one; keep a joint once, and no empty ones."""
    kept = {}
    for row in rows:
        lead = next((slope for slope in row[:-1] if slope), None)
        if lead is not None:
            kept[tuple(value / lead for value in row)] = None
    return [list(row) for row in kept]


def gradient(x, beta_0, omega_0, omega_1):
    """Gradient of a shallow ReLU network with respect to its input, at one point.

    Parameters
    ----------
    x : array_like, shape (D_i,)
        The point, on no joint.
    beta_0 : array_like, shape (D,)
        Offsets of the hidden units.
    omega_0 : array_like, shape (D, D_i)
        Slopes of the hidden units.
    omega_1 : array_like, shape (D_o, D), or (D,) for one output
        Weights from the hidden units to the outputs.

    Returns
    -------
    ndarray, shape (D_o, D_i), or (D_i,) for one output
        Slopes of each output along each input: the same everywhere in a region.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Examples
    --------
    The first unit is active at (3, 0), the second is not:

    >>> gradient([3.0, 0.0], [-1.0, -1.0], [[1.0, 2.0], [-1.0, 5.0]], [10.0, 1.0])
    array([10., 20.])
    """
    x, omega_1 = np.asarray(x, float), np.asarray(omega_1, float)
    beta_0, omega_0 = _joints(beta_0, omega_0)
    if x.shape != omega_0.shape[1:] or omega_1.shape[-1:] != beta_0.shape:
        raise ValueError(
            f"x {x.shape} and omega_1 {omega_1.shape} do not fit omega_0 "
            f"{omega_0.shape}: they must be (D_i,) and (D_o, D), or (D,)."
        )
    active = beta_0 + omega_0 @ x > 0
    return (omega_1 * active) @ omega_0


def crossing(beta_0, omega_0):
    """Point where the joints of two units of two inputs cross.

    Parameters
    ----------
    beta_0 : array_like, shape (2,)
        Offsets of the two units.
    omega_0 : array_like, shape (2, 2)
        Slopes, a row for each unit.

    Returns
    -------
    ndarray, shape (2,)
        The point; both units have the input zero there.

    Raises
    ------
    ValueError
        If the shapes do not fit, or the joints are parallel.

    Examples
    --------
    The lines x1 = 1 and x1 + x2 = 3:

    >>> crossing([-1, -3], [[1, 0], [1, 1]])
    array([1., 2.])
    """
    beta_0, omega_0 = _joints(beta_0, omega_0)
    if omega_0.shape != (2, 2):
        raise ValueError(f"omega_0 has shape {omega_0.shape}, but it must be (2, 2).")
    if np.linalg.cond(omega_0) > 1e12:
        raise ValueError(
            "the joints are parallel: they cross nowhere, or are one line."
        )
    return np.linalg.solve(omega_0, -beta_0)


def _all_patterns(D):
    """Every on-off pattern of D units, a column each."""
    patterns = list(itertools.product([False, True], repeat=D))
    return np.array(patterns, bool).reshape(2**D, D).T


def _joints(beta_0, omega_0):
    beta_0, omega_0 = np.asarray(beta_0, float), np.asarray(omega_0, float)
    if beta_0.ndim != 1 or omega_0.ndim != 2 or len(omega_0) != len(beta_0):
        raise ValueError(
            f"beta_0 {beta_0.shape} and omega_0 {omega_0.shape} do not fit: they must "
            f"be (D,) and (D, D_i)."
        )
    return beta_0, omega_0
