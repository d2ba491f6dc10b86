"""Two estimators of the derivative of an expectation (UDL section 17.7, problem 17.33).

The example throughout: x is normal with mean phi^3 and standard deviation exp(phi), and
the function is f(x) = x^2 + sin(x). Estimators give their terms, one for each draw; the
estimate is their mean.
"""

import numpy as np

NODES = 80  # of the quadrature, enough for twelve digits here


def moments(phi):
    """Give mean and standard deviation of x.

    Parameters
    ----------
    phi : float or ndarray

    Returns
    -------
    mu, sigma : float or ndarray

    Examples
    --------
    >>> moments(0.0)
    (0.0, np.float64(1.0))
    """
    return phi**3, np.exp(phi)


def f(x):
    """Evaluate the function whose expectation is wanted.

    Parameters
    ----------
    x : float or ndarray

    Returns
    -------
    float or ndarray
        ``x**2 + sin(x)``.

    Examples
    --------
    >>> float(f(0.0))
    0.0
    """
    return x**2 + np.sin(x)


def expectation(phi):
    """Compute the expectation of f exactly.

    Parameters
    ----------
    phi : float or ndarray

    Returns
    -------
    float or ndarray

    Examples
    --------
    >>> float(expectation(0.0))
    1.0
    """
    mu, sigma = moments(phi)
    return mu**2 + sigma**2 + np.exp(-(sigma**2) / 2) * np.sin(mu)


def derivative(phi):
    """Differentiate the expectation of f exactly.

    Parameters
    ----------
    phi : float or ndarray

    Returns
    -------
    float or ndarray

    Examples
    --------
    >>> float(derivative(0.0))
    2.0
    """
    mu, sigma = moments(phi)
    damped = np.exp(-(sigma**2) / 2)
    by_mu = 2 * mu + damped * np.cos(mu)
    by_sigma = 2 * sigma - sigma * damped * np.sin(mu)
    return by_mu * 3 * phi**2 + by_sigma * sigma


def score(x, phi):
    """Differentiate the logarithm of the density of x with respect to phi.

    Parameters
    ----------
    x : float or ndarray
        Where.
    phi : float

    Returns
    -------
    float or ndarray

    Examples
    --------
    >>> float(score(0.0, 0.0))  # only the normalizer changes
    -1.0
    """
    mu, sigma = moments(phi)
    z = (x - mu) / sigma
    return z * 3 * phi**2 / sigma + z**2 - 1


def path_terms(phi, epsilon):
    """Give the terms of the reparameterized estimator.

    Parameters
    ----------
    phi : float
    epsilon : ndarray
        Draws from a standard normal.

    Returns
    -------
    ndarray, like `epsilon`
        Derivatives of f(phi^3 + exp(phi) epsilon) with respect to phi.

    Examples
    --------
    >>> path_terms(0.0, np.array([0.0, 1.0])).round(6).tolist()
    [0.0, 2.540302]
    """
    mu, sigma = moments(phi)
    x = mu + sigma * epsilon
    return (2 * x + np.cos(x)) * (3 * phi**2 + sigma * epsilon)


def score_terms(phi, epsilon, baseline=0.0):
    """Give the terms of the score-function estimator.

    Parameters
    ----------
    phi : float
    epsilon : ndarray
        Draws from a standard normal, of which x is made.
    baseline : float, optional
        Subtracted from f; changes the variance and not the mean.

    Returns
    -------
    ndarray, like `epsilon`

    Examples
    --------
    >>> score_terms(0.0, np.array([0.0, 2.0])).round(6).tolist()
    [-0.0, 14.727892]
    """
    mu, sigma = moments(phi)
    x = mu + sigma * epsilon
    return (f(x) - baseline) * score(x, phi)


def best_baseline(phi):
    """Give the baseline with the smallest variance.

    Parameters
    ----------
    phi : float

    Returns
    -------
    float
        E[f s^2] / E[s^2] with the score s.

    Examples
    --------
    >>> round(best_baseline(0.0), 6)
    5.0
    """
    epsilon, weights = _quadrature()
    mu, sigma = moments(phi)
    x = mu + sigma * epsilon
    squares = weights * score(x, phi) ** 2
    return float(squares @ f(x) / squares.sum())


def spread(terms, phi):
    """Compute mean and standard deviation of an estimator's terms by quadrature.

    Parameters
    ----------
    terms : callable
        `path_terms`, `score_terms`, or a function with the same arguments.
    phi : float

    Returns
    -------
    mean, deviation : float

    Examples
    --------
    >>> mean, deviation = spread(path_terms, 0.0)
    >>> round(mean, 6), round(deviation, 3)
    (2.0, 2.88)
    """
    epsilon, weights = _quadrature()
    values = terms(phi, epsilon)
    mean = float(weights @ values)
    return mean, float(np.sqrt(weights @ (values - mean) ** 2))


def _quadrature():
    """Nodes and weights for expectations under a standard normal."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(NODES)
    return nodes, weights / weights.sum()
