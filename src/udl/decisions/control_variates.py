"""Means estimated with the help of another quantity, whose mean is known (UDL 19.5.3).

Draws of one estimate lie along the last axis. Wanted is the mean of a; the control b
comes with it, draw by draw. The example: both are normal with variance one, a with a
mean of 10 and b with a mean of zero.
"""

import numpy as np

MEAN = 10.0  # of a, in the example
ROWS = 4096  # estimates at a time: their noise fits into the processor's cache


def pairs(rho, noise):
    """Make correlated pairs.

    Parameters
    ----------
    rho : float
        Correlation, from -1 to 1.
    noise : array_like, shape (2, ...)
        Draws from a standard normal.

    Returns
    -------
    a, b : ndarray, shape (...)

    Examples
    --------
    >>> a, b = pairs(0.6, [[1.0, 0.0], [0.0, 2.0]])
    >>> a.tolist(), b.tolist()
    ([11.0, 10.0], [0.6, 1.6])
    """
    first, second = np.asarray(noise, dtype=float)
    return MEAN + first, rho * first + np.sqrt(1 - rho**2) * second


def controlled(a, b, mean_b, c):
    """Estimate the mean of a, corrected by what is known of b.

    Parameters
    ----------
    a, b : array_like, shape (..., N)
        Pairs, an estimate for each row.
    mean_b : float
        The known mean of b.
    c : float or array_like, shape (...)
        How much a changes with b; 0 for no correction.

    Returns
    -------
    float or ndarray, shape (...)

    Examples
    --------
    >>> float(controlled([12.0, 14.0], [1.0, 2.0], 0.0, 2.0))
    10.0
    """
    return np.mean(a, axis=-1) - c * (np.mean(b, axis=-1) - mean_b)


def best_coefficient(a, b):
    """Estimate the coefficient with the smallest variance from draws.

    Parameters
    ----------
    a, b : array_like, shape (..., N)

    Returns
    -------
    float or ndarray, shape (...)
        Covariance over variance of b: the slope of the line through the pairs.

    Examples
    --------
    >>> float(best_coefficient([1.0, 3.0, 5.0], [0.0, 1.0, 2.0]))
    2.0
    """
    apart = b - np.mean(b, axis=-1, keepdims=True)
    return np.sum(apart * a, axis=-1) / np.sum(apart**2, axis=-1)


def with_controls(a, controls, means):
    """Estimate the mean of a with several controls and their best coefficients.

    Parameters
    ----------
    a : array_like, shape (N,)
    controls : array_like, shape (N, K)
        A column for each control.
    means : array_like, shape (K,)
        Their known means.

    Returns
    -------
    float
        Height of the least-squares plane through the draws, at the known means.

    Examples
    --------
    >>> round(with_controls([1.0, 3.0, 5.0], [[0.0], [1.0], [2.0]], [3.0]), 6)
    7.0
    """
    away = np.asarray(controls, dtype=float) - means
    plane = np.column_stack([np.ones(len(away)), away])
    return float(np.linalg.lstsq(plane, np.asarray(a, dtype=float), rcond=None)[0][0])


def repeated(rho, size, repetitions, rng):
    """Draw the example again and again; keep only the means.

    Parameters
    ----------
    rho : float
        Correlation.
    size : int
        Draws for each estimate.
    repetitions : int
    rng : numpy.random.Generator

    Returns
    -------
    mean_a, mean_b : ndarray, shape (repetitions,)
        The estimate with a coefficient of c is ``mean_a - c * mean_b``.

    Examples
    --------
    >>> mean_a, mean_b = repeated(1.0, 5, 3, np.random.default_rng(0))
    >>> np.allclose(mean_a - mean_b, 10)
    True
    """
    noise = np.empty((repetitions, 2))
    average = np.full(size, 1 / size)
    for start in range(0, repetitions, ROWS):
        rows = noise[start : start + ROWS]
        rows[:] = rng.standard_normal((len(rows), 2, size)) @ average
    return pairs(rho, noise.T)
