"""Exact joints, pieces and activation patterns of ReLU networks with one input.

Between two neighboring joints every unit is a straight line, so the places where lines
cross zero need no grid: they are computed, layer by layer, to rounding error.
"""

import numpy as np

from udl.networks.deep import pre_activations

# Places closer than this share of the interval, and sums smaller than this share of the
# largest, are rounding errors.
NEGLIGIBLE = 1e-11


def zero_crossings(x, z):
    """Places where a line through given corners changes its sign.

    Parameters
    ----------
    x : array_like, shape (N,)
        Places of the corners, increasing.
    z : array_like, shape (N,)
        Heights of the corners. Between two of them the line is straight.

    Returns
    -------
    ndarray, shape (C,)
        Where it passes from positive to negative or back, increasing. Where it does so
        along a flat part at zero, the left end of that part.

    Raises
    ------
    ValueError
        If the two are not of one length, or `x` does not increase.

    Examples
    --------
    From height 1 to -3, a quarter of the way is above zero:

    >>> zero_crossings([0.0, 4.0, 6.0], [1.0, -3.0, 3.0]).tolist()
    [1.0, 5.0]

    Through zero at a corner, then touching it:

    >>> zero_crossings([0, 1, 5, 6, 7], [2, 0, -1, 0, -4]).tolist()
    [1.0]
    """
    x, z = np.asarray(x, float), np.asarray(z, float)
    if x.shape != z.shape or x.ndim != 1:
        raise ValueError(
            f"x has shape {x.shape} and z {z.shape}, but both must be (N,): a place "
            f"and a height for each corner."
        )
    if np.any(np.diff(x) <= 0):
        raise ValueError("x must increase from each corner to the next.")
    kept = np.flatnonzero(z)  # a line that only touches zero keeps its sign
    before = kept[:-1][z[kept[:-1]] * z[kept[1:]] < 0]
    share = z[before] / (z[before] - z[before + 1])
    return x[before] + share * (x[before + 1] - x[before])


def activation_patterns(betas, omegas, low, high):
    """Divide an interval by which hidden units of a ReLU network are active.

    Parameters
    ----------
    betas, omegas : sequence of array_like
        A network with one input, as `udl.networks.deep.deep_network` takes it.
    low, high : float
        Ends of the interval.

    Returns
    -------
    edges : ndarray, shape (P + 1,)
        Where the pattern changes, with `low` and `high`.
    patterns : ndarray of bool, shape (D_1 + ... + D_K, P)
        A row a hidden unit, a column a part of the interval: is the unit active? No
        two columns are the same: each pattern holds on one interval.

    Raises
    ------
    ValueError
        If `low` is not below `high`, or the shapes do not fit.

    Notes
    -----
    UDL section 4.1. A unit whose sum is zero on a whole interval is not active there.

    Examples
    --------
    Two units bend at 1 and 2; between them only the first is active:

    >>> edges, patterns = activation_patterns(
    ...     [[-1.0, -2.0], [0.0]], [[[1.0], [1.0]], [[1.0, 1.0]]], 0, 3)
    >>> edges.tolist(), patterns.astype(int).tolist()
    ([0.0, 1.0, 2.0, 3.0], [[0, 1, 1], [0, 0, 1]])
    """
    if not low < high:
        raise ValueError(f"low is {low} and high {high}, but low must be below high.")
    edges = np.array([low, high], dtype=float)
    for layer in range(len(omegas) - 1):
        sums = pre_activations(edges, betas, omegas)[layer]
        joints = [zero_crossings(edges, row) for row in sums]
        edges = _apart(np.concatenate([edges, *joints]))
    patterns = _active((edges[:-1] + edges[1:]) / 2, betas, omegas)
    new = np.any(patterns[:, 1:] != patterns[:, :-1], axis=0)
    kept = np.concatenate([[True], new, [True]])
    return edges[kept], patterns[:, kept[:-1]]


def affine_pieces(betas, omegas, low, high):
    """Straight pieces of a ReLU network with one input and one output.

    Parameters
    ----------
    betas, omegas : sequence of array_like
        A network, as `udl.networks.deep.deep_network` takes it.
    low, high : float
        Ends of the interval.

    Returns
    -------
    edges : ndarray, shape (N + 1,)
        Joints, with `low` and `high`.
    slopes, offsets : ndarray, shape (N,)
        Piece n is ``offsets[n] + slopes[n] * x`` between ``edges[n]`` and
        ``edges[n + 1]``. Neighbors differ: what continues straight is one piece.

    Raises
    ------
    ValueError
        If the network has more than one output, or as in `activation_patterns`.

    Examples
    --------
    Two units that bend at the same place and cancel leave one piece:

    >>> cancel = [[-1.0, -1.0], [5.0]], [[[1.0], [1.0]], [[2.0, -2.0]]]
    >>> [part.tolist() for part in affine_pieces(*cancel, 0, 3)]
    [[0.0, 3.0], [0.0], [5.0]]
    """
    if np.shape(omegas[-1])[0] != 1:
        raise ValueError(
            f"the last weights have shape {np.shape(omegas[-1])}, but pieces are "
            f"those of one output: (1, D)."
        )
    edges, patterns = activation_patterns(betas, omegas, low, high)
    slopes, unit = np.ones((1, edges.size - 1)), 0
    for omega in omegas[:-1]:
        active = patterns[unit : unit + len(omega)]
        slopes, unit = active * (np.asarray(omega, float) @ slopes), unit + len(omega)
    slopes = (np.asarray(omegas[-1], float) @ slopes)[0]
    step = np.abs(np.diff(slopes))
    bends = step > NEGLIGIBLE * np.max(np.abs(slopes), initial=0)
    kept = np.concatenate([[True], bends, [True]])
    edges, slopes = edges[kept], slopes[kept[:-1]]
    middle = (edges[:-1] + edges[1:]) / 2
    return (
        edges,
        slopes,
        pre_activations(middle, betas, omegas)[-1][0] - slopes * middle,
    )


def corners(betas, omegas, low, high):
    """Ends and joints of a ReLU network with one input and one output.

    Parameters
    ----------
    betas, omegas, low, high
        As in `affine_pieces`.

    Returns
    -------
    x, y : ndarray, shape (N + 1,)
        Places and heights. Straight lines from each to the next are the network.

    Raises
    ------
    ValueError
        As in `affine_pieces`.

    Examples
    --------
    >>> x, y = corners([[-1.0], [5.0]], [[[1.0]], [[2.0]]], 0, 3)
    >>> x.tolist(), y.tolist()
    ([0.0, 1.0, 3.0], [5.0, 5.0, 9.0])
    """
    x = affine_pieces(betas, omegas, low, high)[0]
    return x, pre_activations(x, betas, omegas)[-1][0]


def composed_pieces(heights, joints):
    """Count the pieces that a second network makes of a first network's line.

    Parameters
    ----------
    heights : array_like, shape (P + 1,)
        Outputs of the first network at its left end, its P - 1 joints and its right
        end, from left to right.
    joints : array_like, shape (J,)
        Where the second network bends, all different.

    Returns
    -------
    int
        One for each of the P pieces of the first, and one more for each joint of the
        second that lies strictly between the piece's two end heights.

    Raises
    ------
    ValueError
        If there are fewer than two heights.

    Notes
    -----
    The composition may have fewer pieces: where the second network is flat, a joint
    of the first leaves no trace.

    Examples
    --------
    Up from 0 to 2 and down to 0, past a joint at 1 on each way:

    >>> composed_pieces([0.0, 2.0, 0.0], [1.0])
    4
    """
    heights, joints = np.asarray(heights, float), np.asarray(joints, float)
    if heights.ndim != 1 or heights.size < 2:
        raise ValueError(
            f"heights has shape {heights.shape}, but it must be (P + 1,): the two ends "
            f"of the line and its joints."
        )
    below = joints[:, np.newaxis] < heights
    above = joints[:, np.newaxis] > heights
    passed = (below[:, :-1] & above[:, 1:]) | (above[:, :-1] & below[:, 1:])
    return heights.size - 1 + int(passed.sum())


def _apart(places):
    """Sort places; of those that differ by rounding errors only, keep the first."""
    places = np.sort(places)
    far = np.diff(places) > NEGLIGIBLE * (places[-1] - places[0])
    kept = places[np.concatenate([[True], far])]
    kept[-1] = places[-1]
    return kept


def _active(places, betas, omegas):
    """Which hidden units have a sum above zero, by more than rounding errors."""
    before = places[np.newaxis]
    active = [np.empty((0, places.size), dtype=bool)]
    for f, beta, omega in zip(
        pre_activations(places, betas, omegas)[:-1], betas, omegas, strict=False
    ):
        terms = np.abs(np.reshape(beta, (-1, 1))) + np.abs(omega) @ np.abs(before)
        active.append(f > NEGLIGIBLE * terms)
        before = np.maximum(f, 0)
    return np.concatenate(active)
