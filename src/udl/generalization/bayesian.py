"""The Bayesian approach: a normal distribution over the parameters of a linear model.

The output is ``h @ phi``, where h holds the activations of the hidden units and a one
for the offset (`udl.generalization.fixed_joints.hidden_units`). A family of inputs is
a matrix with a column for each of them: h is (K, I), for K parameters. A target is the
output plus normal noise of variance sigma_sq.
"""

import numpy as np

from udl.losses.distributions import joint_normal_log_pdf


def posterior(h, y, sigma_sq, sigma_p_sq):
    """Return the posterior over the parameters, whose prior has the mean zero.

    Parameters
    ----------
    h : array_like, shape (K, I)
        A row for each parameter, a column for each example. There may be more
        parameters than examples, or no example at all.
    y : array_like, shape (I,)
        Targets.
    sigma_sq, sigma_p_sq : float
        Variance of the noise, and of each parameter in the prior.

    Returns
    -------
    mean : ndarray, shape (K,)
    covariance : ndarray, shape (K, K)

    Notes
    -----
    UDL section 9.3.5, equation 9.11; notebook 9.4 calls it compute_param_mean_covar.

    Examples
    --------
    One number with prior variance 4, observed once: 3, with noise of variance 1.

    >>> mean, covariance = posterior([[1.0]], [3.0], 1.0, 4.0)
    >>> mean.round(9).tolist(), covariance.round(9).tolist()
    ([2.4], [[0.8]])
    """
    h = np.asarray(h, dtype=float)
    precision = h @ h.T / sigma_sq + np.eye(len(h)) / sigma_p_sq
    covariance = np.linalg.inv(precision)
    return covariance @ h @ np.asarray(y, dtype=float) / sigma_sq, covariance


def update(mean, covariance, h, y, sigma_sq):
    """Return the posterior after one more example, whatever was believed before.

    Parameters
    ----------
    mean, covariance : array_like, shape (K,) and (K, K)
        What is believed of the parameters before.
    h : array_like, shape (K,)
        What multiplies the parameters in the new example.
    y, sigma_sq : float
        Its target, and the variance of its noise.

    Returns
    -------
    mean : ndarray, shape (K,)
    covariance : ndarray, shape (K, K)

    Examples
    --------
    >>> mean, covariance = update([0.0], [[4.0]], [1.0], 3.0, 1.0)
    >>> mean.round(9).tolist(), covariance.round(9).tolist()
    ([2.4], [[0.8]])
    """
    h, before = np.asarray(h, dtype=float), np.linalg.inv(covariance)
    covariance = np.linalg.inv(before + np.outer(h, h) / sigma_sq)
    return covariance @ (before @ np.asarray(mean) + h * y / sigma_sq), covariance


def predictive(h, mean, covariance, sigma_sq):
    """Return mean and variance of a new target, separately at each input.

    Parameters
    ----------
    h : array_like, shape (K, N) or (K,)
        A column for each new input.
    mean, covariance : array_like, shape (K,) and (K, K)
        Of the parameters.
    sigma_sq : float
        Variance of the noise; with 0, the variance is that of the function.

    Returns
    -------
    mean, variance : ndarray, shape (N,)
        Two numbers for a single input.

    Notes
    -----
    UDL section 9.3.5, equation 9.12; notebook 9.4 calls it inference and leaves
    the noise out.

    Examples
    --------
    >>> center, variance = predictive([1.0], [2.4], [[0.8]], 1.0)
    >>> float(center), float(variance)
    (2.4, 1.8)
    """
    h = np.asarray(h, dtype=float)
    spread = np.sum(h * (np.asarray(covariance) @ h), axis=0)
    return h.T @ np.asarray(mean), spread + sigma_sq


def draw_parameters(mean, covariance, z):
    """Turn standard normal numbers into draws from a normal distribution.

    Parameters
    ----------
    mean, covariance : array_like, shape (K,) and (K, K)
        Of the parameters; the covariance has an inverse.
    z : array_like, shape (K, N)
        Independent numbers of mean 0 and variance 1.

    Returns
    -------
    ndarray, shape (K, N)
        A column for each draw.

    Examples
    --------
    >>> draw_parameters([1.0, 2.0], [[4.0, 2.0], [2.0, 10.0]], [[1.0], [1.0]]).tolist()
    [[3.0], [6.0]]
    """
    return np.asarray(mean)[:, np.newaxis] + np.linalg.cholesky(covariance) @ z


def log_evidence(h, y, sigma_sq, sigma_p_sq):
    """Return the log probability density of all targets, whatever the parameters are.

    Parameters
    ----------
    h : array_like, shape (K, I)
        A row for each parameter, a column for each example.
    y : array_like, shape (I,)
        Targets.
    sigma_sq, sigma_p_sq : float
        Variance of the noise, and of each parameter in the prior.

    Returns
    -------
    float

    Notes
    -----
    Under the model the targets are jointly normal: each has the mean zero, and they
    share the parameters.

    Examples
    --------
    One number of prior variance 3, measured once with noise of variance 1: the target
    has the variance 4.

    >>> round(float(log_evidence([[1.0]], [2.0], 1.0, 3.0)), 4)
    -2.1121
    """
    h, y = np.asarray(h, dtype=float), np.asarray(y, dtype=float)
    shared = sigma_p_sq * h.T @ h
    return joint_normal_log_pdf(y, shared + sigma_sq * np.eye(len(y)))
