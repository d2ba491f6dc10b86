"""Probability distributions, as functions of the outcome and the parameters.

Every argument may be an array; they broadcast against each other.
"""

import numpy as np

LOG_TWO_PI = np.log(2 * np.pi)


def normal_pdf(y, mu, sigma):
    """Density of the normal distribution.

    Parameters
    ----------
    y : array_like
        Where to evaluate the density.
    mu : array_like
        Mean.
    sigma : array_like
        Standard deviation (not the variance), positive, in the unit of `y`.

    Returns
    -------
    ndarray or float
        The density, per unit of `y`. It may exceed one.

    Notes
    -----
    UDL section 5.3, eq. 5.7.

    Examples
    --------
    At the mean, one standard deviation is worth ``1 / sqrt(2 pi)``:

    >>> round(float(normal_pdf(3.0, mu=3.0, sigma=1.0)), 4)
    0.3989
    """
    y, mu, sigma = np.asarray(y), np.asarray(mu), _positive(sigma)
    z = (y - mu) / sigma
    return np.exp(-(z**2) / 2) / (sigma * np.sqrt(2 * np.pi))


def normal_log_pdf(y, mu, sigma):
    """Logarithm of the normal density, finite where the density underflows.

    Parameters
    ----------
    y, mu, sigma : array_like
        As in `normal_pdf`.

    Returns
    -------
    ndarray or float
        Natural logarithm of the density.

    Notes
    -----
    UDL section 5.3, the logarithm of eq. 5.7.

    Examples
    --------
    Forty standard deviations away the density is zero in floating point,
    its logarithm is not:

    >>> float(normal_pdf(40.0, 0.0, 1.0))
    0.0
    >>> round(float(normal_log_pdf(40.0, 0.0, 1.0)), 3)
    -800.919
    """
    y, mu, sigma = np.asarray(y), np.asarray(mu), _positive(sigma)
    z = (y - mu) / sigma
    return -(z**2) / 2 - np.log(sigma) - LOG_TWO_PI / 2


def _positive(sigma):
    sigma = np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError(
            f"sigma is a standard deviation and must be positive; "
            f"its smallest value here is {np.min(sigma)}."
        )
    return sigma
