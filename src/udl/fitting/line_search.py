"""Line search: the lowest point of a function of one variable, inside a bracket.

A bracket is four increasing positions (a, b, c, d). The searches compare the losses
there and keep a part of the bracket. They are right for a *unimodal* loss: one that
falls to its minimum and rises ever after.
"""

import math

import numpy as np


def thirds(a, d):
    """Cut a bracket into three equal parts.

    Parameters
    ----------
    a, d : float
        Ends of the bracket, ``a < d``.

    Returns
    -------
    ndarray, shape (4,)
        a, the points at one third and at two thirds, and d.

    Raises
    ------
    ValueError
        If `a` is not below `d`.

    Examples
    --------
    >>> thirds(2.0, 8.0).tolist()
    [2.0, 4.0, 6.0, 8.0]
    """
    if not a < d:
        raise ValueError(f"a = {a} must be below d = {d}: they are a bracket's ends.")
    return np.array([a, a + (d - a) / 3, a + 2 * (d - a) / 3, d])


def halve_towards_start(points):
    """Halve the distances of four points from the first of them.

    Parameters
    ----------
    points : array_like, shape (4,)
        The bracket (a, b, c, d), increasing.

    Returns
    -------
    ndarray, shape (4,)
        a where it was; the others half as far from it.

    Raises
    ------
    ValueError
        If the points are not four increasing numbers.

    Notes
    -----
    The first rule of the search: what it does when a is the lowest of the four.

    Examples
    --------
    >>> halve_towards_start([2.0, 4.0, 6.0, 8.0]).tolist()
    [2.0, 3.0, 4.0, 5.0]
    """
    points = _bracket(points)
    return points[0] + (points - points[0]) / 2


def next_points(points, losses):
    """Shrink a bracket of four points once.

    Parameters
    ----------
    points : array_like, shape (4,)
        The bracket (a, b, c, d), increasing.
    losses : array_like, shape (4,)
        The losses there.

    Returns
    -------
    ndarray, shape (4,)
        The next bracket. If a is the lowest of the four, all distances from a are
        halved; else, if b is lower than c, the part beyond c is dropped; else the
        part before b is. A bracket that lost a part is cut into thirds again.

    Raises
    ------
    ValueError
        If the points are not four increasing numbers, or the losses not four.

    Notes
    -----
    UDL section 6.1 mentions the search, and figure 6.10 shows it. Exactly one rule
    acts. For a unimodal loss the minimum stays inside.

    Examples
    --------
    >>> next_points([0.0, 3.0, 6.0, 9.0], [5.0, 1.0, 2.0, 4.0]).tolist()
    [0.0, 2.0, 4.0, 6.0]
    >>> next_points([0.0, 3.0, 6.0, 9.0], [5.0, 2.0, 1.0, 4.0]).tolist()
    [3.0, 5.0, 7.0, 9.0]
    >>> next_points([0.0, 3.0, 6.0, 9.0], [1.0, 2.0, 4.0, 5.0]).tolist()
    [0.0, 1.5, 3.0, 4.5]
    """
    a, b, c, d = _bracket(points)
    at_a, at_b, at_c, at_d = _four("losses", losses)
    if at_a < min(at_b, at_c, at_d):
        return halve_towards_start(points)
    if at_b < at_c:
        return thirds(a, c)
    return thirds(b, d)


def line_search(
    loss,
    tolerance=1e-4,
    max_iterations=10,
    points=(0.0, 0.33, 0.66, 1.0),
    callback=None,
):
    """Search a bracket for the lowest point of a loss, with four points.

    Parameters
    ----------
    loss : callable
        Takes a position, a float, and gives the loss there, a float.
    tolerance : float, optional
        The search ends when c - b, a third of the bracket, is not above this ...
    max_iterations : int, optional
        ... or after so many iterations.
    points : array_like, shape (4,), optional
        The bracket to start from, increasing.
    callback : callable, optional
        Called with the four points, an array, at the start and after each iteration:
        ``history.append`` records how the bracket shrank.

    Returns
    -------
    float
        The middle of b and c. For a unimodal loss with its minimum in the bracket it
        is at most half of the last bracket away from the minimum.

    Raises
    ------
    ValueError
        If the points are not four increasing numbers.

    Notes
    -----
    UDL section 6.1 and figure 6.10. Each iteration evaluates the loss at a, b, c and
    d, in this order.

    Examples
    --------
    >>> f"{line_search(lambda phi: (phi - 0.4) ** 2, max_iterations=100):.3f}"
    '0.400'
    >>> history = []
    >>> line_search(abs, 1e-4, 1, [-4.0, -1.0, 2.0, 5.0], history.append)
    -1.0
    >>> [points.tolist() for points in history]
    [[-4.0, -1.0, 2.0, 5.0], [-4.0, -2.0, 0.0, 2.0]]
    """
    points = _bracket(points)
    if callback is not None:
        callback(points)
    for _ in range(max_iterations):
        if points[2] - points[1] <= tolerance:
            break
        points = next_points(points, [loss(float(phi)) for phi in points])
        if callback is not None:
            callback(points)
    return float((points[1] + points[2]) / 2)


def iterations_needed(width, tolerance):
    """Count the iterations until a third of the bracket is not above a tolerance.

    Parameters
    ----------
    width : float
        Width d - a of the bracket at the start.
    tolerance : float
        What c - b, a third of the bracket, has to come down to.

    Returns
    -------
    int
        The number of iterations that keep two thirds each.

    Raises
    ------
    ValueError
        If `width` or `tolerance` is not positive.

    Examples
    --------
    A bracket of 9 has a third of 3; then of 2, then of 4/3:

    >>> iterations_needed(9.0, 3.0), iterations_needed(9.0, 1.5)
    (0, 2)
    """
    if not (width > 0 and tolerance > 0):
        raise ValueError(
            f"width is {width} and tolerance is {tolerance}: both must be positive."
        )
    too_wide = width / (3 * tolerance)
    return max(0, math.ceil(math.log(too_wide) / math.log(3 / 2)))


def _four(name, value):
    array = np.asarray(value, dtype=float)
    if array.shape != (4,):
        raise ValueError(f"{name} has shape {array.shape}, but it must be (4,).")
    return array


def _bracket(points):
    points = _four("points", points)
    if not np.all(np.diff(points) > 0):
        raise ValueError(f"points must be increasing, but they are {points.tolist()}.")
    return points
