"""Means estimated from draws of another distribution (UDL section 17.8.1).

Wanted is the mean of a function of y, where y is standard normal. The draws are from a
proposal, a normal distribution with another mean and another standard deviation, and
each is weighted by how much more probable it was under the first. Nothing here draws:
estimates take the draws or the weights, exact values are integrals over a grid.
"""

import numpy as np

from udl.losses.distributions import normal_log_pdf

ROWS = 64  # of draws at a time: their terms fit into the processor's cache
GRID = np.linspace(-9.0, 12.0, 42_001)  # of the integrals; the functions end inside


def common(y):
    """Evaluate the function that is large where most draws are.

    Parameters
    ----------
    y : float or ndarray

    Returns
    -------
    float or ndarray
        ``exp(-(y - 1)**4)``.

    Examples
    --------
    >>> float(common(1.0))
    1.0
    """
    return np.exp(-(((y - 1) ** 2) ** 2))


def rare(y):
    """Evaluate the function that is large where hardly a draw is.

    Parameters
    ----------
    y : float or ndarray

    Returns
    -------
    float or ndarray
        ``20.446 exp(-(y - 3)**4)``, with nearly the mean of `common`.

    Examples
    --------
    >>> float(rare(3.0))
    20.446
    """
    return 20.446 * np.exp(-(((y - 3) ** 2) ** 2))


def log_weight(y, mu, sigma):
    """Give the logarithm of a draw's weight.

    Parameters
    ----------
    y : float or ndarray
        The draw.
    mu, sigma : float
        Mean and standard deviation of the proposal.

    Returns
    -------
    float or ndarray
        Log-density of the standard normal minus that of the proposal (UDL eq. 17.28).

    Examples
    --------
    Half way between the two means both densities are equal:

    >>> float(log_weight(1.5, 3.0, 1.0))
    0.0
    """
    return normal_log_pdf(y, 0.0, 1.0) - normal_log_pdf(y, mu, sigma)


def terms(function, epsilon, mu, sigma):
    """Give the terms of the estimate, whose mean it is.

    Parameters
    ----------
    function : callable
    epsilon : ndarray
        Draws from a standard normal, of which those of the proposal are made.
    mu, sigma : float
        Mean and standard deviation of the proposal; 0 and 1 for no weighting.

    Returns
    -------
    ndarray, like `epsilon`

    Examples
    --------
    >>> terms(rare, np.array([0.0]), 0.0, 1.0) == rare(np.array([0.0]))
    array([ True])
    """
    y = mu + sigma * epsilon
    return function(y) * (sigma * np.exp((epsilon**2 - y**2) / 2))


def spread(function, mu, sigma):
    """Compute mean and standard deviation of one term, without drawing.

    Parameters
    ----------
    function : callable
        Zero outside of -9 to 12, or nearly so.
    mu, sigma : float
        Mean and standard deviation of the proposal.

    Returns
    -------
    mean, deviation : float
        The mean does not depend on the proposal.

    Examples
    --------
    >>> mean, deviation = spread(rare, 3.0, 1.0)
    >>> round(mean, 4), round(deviation, 4)
    (0.4316, 0.5583)
    """
    step = GRID[1] - GRID[0]
    with np.errstate(divide="ignore"):  # the logarithm of a zero
        size = np.log(np.abs(function(GRID))) + normal_log_pdf(GRID, 0.0, 1.0)
    mean = step * np.sum(np.sign(function(GRID)) * np.exp(size))
    square = step * np.sum(np.exp(2 * size - normal_log_pdf(GRID, mu, sigma)))
    return float(mean), float(np.sqrt(max(square - mean**2, 0.0)))


def mean_squared_weight(mu, sigma):
    """Give the mean of the squared weights, which may be infinite.

    Parameters
    ----------
    mu, sigma : float
        Mean and standard deviation of the proposal.

    Returns
    -------
    float
        One for a standard normal. Of N draws, N divided by it count in the long run.

    Examples
    --------
    >>> mean_squared_weight(0.0, 1.0), mean_squared_weight(0.0, 0.5)
    (1.0, inf)
    """
    left = 2 * sigma**2 - 1
    if left <= 0:
        return float("inf")
    return float(sigma**2 / np.sqrt(left) * np.exp(mu**2 / left))


def effective_size(log_weights):
    """Compute the effective sample size of weighted draws, however small the weights.

    Parameters
    ----------
    log_weights : array_like, shape (..., N)
        Natural logarithms of the weights, up to a constant.

    Returns
    -------
    float or ndarray, shape (...)
        (sum w)^2 / sum w^2, between 1 and N.

    Examples
    --------
    >>> float(effective_size([-900.0, -900.0, -2000.0]))
    2.0
    """
    log_weights = np.asarray(log_weights, dtype=float)
    w = np.exp(log_weights - log_weights.max(axis=-1, keepdims=True))
    return w.sum(axis=-1) ** 2 / (w**2).sum(axis=-1)


def estimates(function, epsilon, mu, sigma, counts):
    """Estimate the mean again and again, from more and more draws.

    Parameters
    ----------
    function : callable
    epsilon : ndarray, shape (R, N)
        Draws from a standard normal, a row for each repetition.
    mu, sigma : float
        Mean and standard deviation of the proposal.
    counts : sequence of int, increasing
        Numbers of draws, from 1 to N.

    Returns
    -------
    ndarray, shape (R, len(counts))
        Row r, column k: the mean of the first ``counts[k]`` terms of row r.

    Examples
    --------
    >>> draws = np.array([[1.0, 3.0, 8.0]])
    >>> estimates(np.abs, draws, 0.0, 1.0, [1, 2, 3]).tolist()
    [[1.0, 2.0, 4.0]]
    """
    counts = np.asarray(counts)
    starts = np.concatenate([[0], counts[:-1]])
    table = np.empty((len(epsilon), counts.size))
    for begin in range(0, len(epsilon), ROWS):
        rows = slice(begin, begin + ROWS)
        values = terms(function, epsilon[rows, : counts[-1]], mu, sigma)
        table[rows] = np.cumsum(np.add.reduceat(values, starts, axis=1), axis=1)
    return table / counts
