"""Losses for outputs that are numbers, from the normal likelihood (UDL section 5.3).

Layout: targets are (I,), one number an example. Predictions are (..., I): the
examples come last, and leading axes hold several models at once (a scan).
Losses add over the examples, as UDL does; nothing is averaged.
"""

import numpy as np

from udl._shapes import as_examples
from udl.losses.distributions import normal_log_pdf, normal_pdf


def normal_likelihood(y, mu, sigma):
    """Likelihood of independent, normally distributed targets.

    Parameters
    ----------
    y : array_like, shape (I,)
        Observed targets.
    mu : array_like, shape (..., I)
        Mean that the model predicts for each target.
    sigma : array_like, scalar or shape (..., I)
        Standard deviation of the noise, positive. To scan over S values with
        one `mu`, give them shape (S, 1).

    Returns
    -------
    ndarray, shape (...)
        Product of the I densities. It underflows to zero for large I.

    Raises
    ------
    ValueError
        If `y` is not (I,), the last axis of `mu` is not I, or sigma <= 0.

    Notes
    -----
    UDL sections 5.1 and 5.3, eqs. 5.1 and 5.8.

    Examples
    --------
    Two targets at their means have the density 0.3989 each:

    >>> round(float(normal_likelihood([0.0, 1.0], [0.0, 1.0], 1.0)), 4)
    0.1592
    """
    y = as_examples("y", y)
    densities = normal_pdf(y, as_examples("mu", mu, like=y), sigma)
    return np.prod(densities, axis=-1)


def normal_negative_log_likelihood(y, mu, sigma):
    """Negative log-likelihood of independent, normally distributed targets.

    Parameters
    ----------
    y, mu, sigma : array_like
        As in `normal_likelihood`.

    Returns
    -------
    ndarray, shape (...)
        Minus the sum (not the mean) of the I log densities, in nats.

    Raises
    ------
    ValueError
        As in `normal_likelihood`.

    Notes
    -----
    UDL section 5.3, eq. 5.9.

    Examples
    --------
    >>> loss = normal_negative_log_likelihood([0.0, 1.0], [0.0, 1.0], 1.0)
    >>> round(float(loss), 4), round(float(np.exp(-loss)), 4)
    (1.8379, 0.1592)
    """
    y = as_examples("y", y)
    log_densities = normal_log_pdf(y, as_examples("mu", mu, like=y), sigma)
    return -np.sum(log_densities, axis=-1)


def sum_of_squares(y, f):
    """Least squares loss: the sum of the squared residuals.

    Parameters
    ----------
    y : array_like, shape (I,)
        Observed targets.
    f : array_like, shape (..., I)
        Predictions.

    Returns
    -------
    ndarray, shape (...)
        Sum of the squares, without a factor one half and not averaged.

    Raises
    ------
    ValueError
        If `y` is not (I,) or the last axis of `f` is not I.

    Notes
    -----
    UDL section 5.3, eq. 5.11.

    Examples
    --------
    Residuals 1 and -2:

    >>> float(sum_of_squares([3.0, 3.0], [2.0, 5.0]))
    5.0
    """
    y = as_examples("y", y)
    residuals = y - as_examples("f", f, like=y)
    return np.sum(residuals**2, axis=-1)


def best_normal_sigma(y, mu):
    """Standard deviation that maximizes the normal likelihood for given means.

    Parameters
    ----------
    y : array_like, shape (I,)
        Observed targets.
    mu : array_like, shape (..., I)
        Predicted means.

    Returns
    -------
    ndarray, shape (...)
        Root of the mean squared residual, in the unit of `y`.

    Raises
    ------
    ValueError
        If `y` is not (I,) or the last axis of `mu` is not I.

    Notes
    -----
    The minimum over sigma of UDL eq. 5.9; UDL eq. 5.13 asks for it.

    Examples
    --------
    >>> float(best_normal_sigma([3.0, 3.0], [2.0, 4.0]))
    1.0
    """
    y = as_examples("y", y)
    return np.sqrt(sum_of_squares(y, mu) / y.size)


def heteroscedastic_negative_log_likelihood(y, f):
    """Negative log-likelihood when the network also predicts the noise.

    Parameters
    ----------
    y : array_like, shape (I,)
        Observed targets.
    f : array_like, shape (2, I)
        Network outputs: row 0 is the mean, the square of row 1 the variance.

    Returns
    -------
    float
        Minus the sum of the I log densities, in nats.

    Raises
    ------
    ValueError
        If `y` is not (I,) or `f` is not (2, I).

    Notes
    -----
    UDL section 5.3, eqs. 5.14 and 5.15.

    Examples
    --------
    The sign of the second output does not matter:

    >>> f = [[0.0, 1.0], [1.0, -1.0]]
    >>> round(float(heteroscedastic_negative_log_likelihood([0.0, 1.0], f)), 4)
    1.8379
    """
    y = as_examples("y", y)
    f = as_examples("f", f, like=y)
    if f.shape != (2, y.size):
        raise ValueError(
            f"f has shape {f.shape}, but it must be (2, {y.size}): "
            f"a row of means and a row of outputs that are squared to variances."
        )
    mean, variance = f[0], f[1] ** 2
    return np.sum(np.log(2 * np.pi * variance) + (y - mean) ** 2 / variance) / 2


def combined_reading(y, sigma):
    """Most probable value of a quantity that was read with known, unequal scatter.

    Parameters
    ----------
    y : array_like, shape (I,)
        Readings.
    sigma : array_like, shape (I,)
        Standard deviation of each reading, positive.

    Returns
    -------
    float
        The mean of the readings, weighted by one over their variances.

    Raises
    ------
    ValueError
        If `y` is not (I,), or `sigma` has another length.

    Notes
    -----
    The recipe of UDL section 5.2, with the normal density of eq. 5.7.

    Examples
    --------
    The second reading is twice as precise and counts four times:

    >>> float(combined_reading([0.0, 5.0], [1.0, 0.5]))
    4.0
    """
    y = as_examples("y", y)
    weights = 1 / as_examples("sigma", sigma, like=y) ** 2
    return np.sum(weights * y) / np.sum(weights)
