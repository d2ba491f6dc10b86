"""Fixed points by iteration, and what they invert (UDL section 16.3)."""

import numpy as np


def iterate(f, z, steps):
    """Apply a function again and again.

    Parameters
    ----------
    f : callable
        From a number, or an array, to one of the same shape.
    z : float or array_like
        Where to start.
    steps : int
        How often.

    Returns
    -------
    ndarray, shape (steps + 1, ...)
        The start and all that follows.

    Examples
    --------
    >>> iterate(lambda z: z / 2 + 1, 0.0, 3).tolist()
    [0.0, 1.0, 1.5, 1.75]
    """
    path = [np.asarray(z, dtype=float)]
    for _ in range(steps):
        path.append(np.asarray(f(path[-1]), dtype=float))
    return np.stack(path)


def invert_residual(f, y, beta, tolerance=1e-10):
    """Solve y = z + f(z) for z, where f is a contraction.

    Parameters
    ----------
    f : callable
        Contraction, for numbers or arrays.
    y : float or array_like
        What to invert.
    beta : float
        A number below one by which f shrinks distances at least.
    tolerance : float
        Largest error of the result.

    Returns
    -------
    ndarray, like `y`

    Raises
    ------
    ValueError
        If `beta` is not between 0 and 1.

    Examples
    --------
    >>> float(invert_residual(lambda z: z / 2, 3.0, 0.5).round(6))
    2.0
    """
    if not 0 <= beta < 1:
        raise ValueError(f"beta must be at least 0 and below 1, not {beta}")
    z = np.asarray(y, dtype=float)
    first = np.max(np.abs(f(z)))  # the first step leads from y to y - f(y)
    steps = 0
    while error_bound(beta, first, steps) > tolerance:
        z, steps = y - f(z), steps + 1
    return z


def error_bound(beta, first_step, k):
    """Bound the distance of the iterate k from the fixed point.

    Parameters
    ----------
    beta : float
        A number below one by which distances shrink at least.
    first_step : float
        Distance of the first two iterates.
    k : int or array_like
        Number of steps.

    Returns
    -------
    float or ndarray

    Examples
    --------
    >>> error_bound(0.5, 1.0, 3)
    0.25
    """
    return beta**k / (1 - beta) * first_step


def steepest(f, z):
    """Find the steepest slope between neighbors of a grid.

    Parameters
    ----------
    f : callable
        For arrays.
    z : array_like, shape (P,)
        Growing points.

    Returns
    -------
    float
        At most the Lipschitz constant between the first and the last point.

    Examples
    --------
    >>> steepest(np.abs, [-1.0, 0.5, 1.0])
    1.0
    """
    return float(np.max(np.abs(np.diff(f(np.asarray(z))) / np.diff(z))))


def log_determinant_series(J, terms):
    """Approximate log det(I + J) by traces of powers.

    Parameters
    ----------
    J : array_like, shape (D, D)
        Matrix that shrinks all vectors.
    terms : int
        How many powers.

    Returns
    -------
    float
        UDL eq. 16.22, cut off.

    Examples
    --------
    >>> log_determinant_series([[0.5]], 2)
    0.375
    """
    power, total = np.eye(len(J)), 0.0
    for k in range(1, terms + 1):
        power = power @ J
        total -= (-1) ** k * np.trace(power) / k
    return float(total)
