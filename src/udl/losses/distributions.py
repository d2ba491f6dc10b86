"""Probability distributions, as functions of the outcome and the parameters.

Every argument may be an array; they broadcast against each other. Only the
categorical distribution has a layout: a row a class, a column an example.
"""

import numpy as np

from udl._shapes import as_classes, as_columns, as_labels

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


def joint_normal_log_pdf(y, covariance):
    """Log density of jointly normal numbers with mean zero.

    Parameters
    ----------
    y : array_like, shape (N,)
        Outcomes.
    covariance : array_like, shape (N, N)
        It has an inverse.

    Returns
    -------
    float

    Notes
    -----
    UDL appendix C.3.

    Examples
    --------
    >>> round(float(joint_normal_log_pdf([2.0], [[4.0]])), 4)
    -2.1121
    """
    y, covariance = np.asarray(y, dtype=float), np.asarray(covariance, dtype=float)
    _, log_volume = np.linalg.slogdet(2 * np.pi * covariance)
    return -(y @ np.linalg.solve(covariance, y) + log_volume) / 2


def bernoulli_pmf(y, lam):
    """Probability of a yes (1) or a no (0).

    Parameters
    ----------
    y : array_like
        Outcomes, each 0 or 1.
    lam : array_like
        Probability of a 1, from 0 to 1.

    Returns
    -------
    ndarray or float
        Probability of the outcome.

    Raises
    ------
    ValueError
        If an outcome is neither 0 nor 1, or `lam` is no probability.

    Notes
    -----
    UDL section 5.4, eq. 5.17.

    Examples
    --------
    >>> bernoulli_pmf([0, 1], 0.25).tolist()
    [0.75, 0.25]
    """
    y, lam = as_labels("y", y), _probability("lam", lam)
    return np.power(1 - lam, 1 - y) * np.power(lam, y)


def bernoulli_cross_entropy(q, lam):
    """Cross-entropy of a yes-or-no distribution relative to another, in nats.

    Parameters
    ----------
    q : array_like
        Probability of a 1 in the data: 0 or 1 for an observed label, something
        between for a soft label.
    lam : array_like
        Probability of a 1 that the model predicts.

    Returns
    -------
    ndarray or float
        ``-(1 - q) log(1 - lam) - q log(lam)``, where a term with the weight 0 is 0:
        infinite only where the model calls impossible what `q` does not.

    Raises
    ------
    ValueError
        If `q` or `lam` is no probability.

    Notes
    -----
    UDL section 5.7, the second term of eq. 5.27, for two outcomes.

    Examples
    --------
    >>> float(bernoulli_cross_entropy(1.0, 1.0))
    0.0
    >>> round(float(bernoulli_cross_entropy(0.5, 0.5)), 4)
    0.6931
    """
    q, lam = _probability("q", q), _probability("lam", lam)
    # Zero times the logarithm of zero: the limit is zero, and numpy says nan.
    with np.errstate(divide="ignore"):
        yes = q * np.log(np.where(q == 0, 1.0, lam))
        no = (1 - q) * np.log(np.where(q == 1, 1.0, 1 - lam))
    return 0.0 - yes - no


def _probability(name, value):
    value = np.asarray(value, dtype=float)
    if not np.all((value >= 0) & (value <= 1)):
        raise ValueError(
            f"{name} must hold probabilities, from 0 to 1; its values here run from "
            f"{np.min(value)} to {np.max(value)}."
        )
    return value


def categorical_pmf(y, lam):
    """Probability that a categorical distribution gives to the observed classes.

    Parameters
    ----------
    y : array_like of int, shape (I,)
        Observed classes, numbered from 0 to K - 1.
    lam : array_like, shape (..., K, I)
        Probability of each class (row) for each example (column).

    Returns
    -------
    ndarray, shape (..., I)
        For each example, the entry of its column in the row that `y` names.

    Raises
    ------
    ValueError
        If the shapes do not fit, or `y` is not of integers from 0 to K - 1.

    Notes
    -----
    UDL section 5.5, eq. 5.21.

    Examples
    --------
    Two examples. The first is of class 2, the second of class 0:

    >>> lam = [[0.2, 0.6], [0.5, 0.3], [0.3, 0.1]]
    >>> categorical_pmf([2, 0], lam).tolist()
    [0.3, 0.6]
    """
    lam = as_columns("lam", lam)
    y = as_classes(y, like=lam)
    return lam[..., y, np.arange(y.size)]


def most_probable_class(f):
    """Class with the largest output, and so with the largest probability.

    Parameters
    ----------
    f : array_like, shape (..., K, I)
        Outputs or probabilities: a row a class, a column an example. The softmax
        keeps their order.

    Returns
    -------
    ndarray of int, shape (..., I)
        Class of each example, from 0 to K - 1; the first one where several tie.

    Raises
    ------
    ValueError
        If `f` has fewer than two axes.

    Notes
    -----
    UDL section 5.5; the point prediction of eq. 5.5.

    Examples
    --------
    >>> most_probable_class([[0.2, 0.6], [0.5, 0.3], [0.3, 0.1]]).tolist()
    [1, 0]
    """
    return np.argmax(as_columns("f", f), axis=-2)


def _positive(sigma):
    sigma = np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError(
            f"sigma is a standard deviation and must be positive; "
            f"its smallest value here is {np.min(sigma)}."
        )
    return sigma
