"""Random shallow networks, and the Gaussian process that they become when wide.

Every layer has biases of variance sigma_beta_sq; its weights have the variance
sigma_omega_sq, divided by the number of their inputs. The activation is a ReLU.
"""

import numpy as np

from udl.networks.activations import relu
from udl.networks.arc_cosine import next_correlation


def relu_kernel(k_aa, k_bb, k_ab):
    """Average the product of two ReLUs of jointly normal numbers with mean zero.

    Parameters
    ----------
    k_aa, k_bb : float or array_like
        Variances of the two, positive.
    k_ab : float or array_like
        Their covariance.

    Returns
    -------
    ndarray or float
        The mean of ``relu(a) * relu(b)``. Shapes broadcast.

    Notes
    -----
    Half of the arc-cosine kernel of degree 1 (Cho and Saul, 2009).

    Examples
    --------
    A number with itself keeps half of its variance; independent ones, of variance 1,
    have the product of their means.

    >>> float(relu_kernel(4.0, 4.0, 4.0)), round(float(relu_kernel(1.0, 1.0, 0.0)), 4)
    (2.0, 0.1592)
    """
    scale = np.sqrt(np.multiply(k_aa, k_bb))
    return scale / 2 * next_correlation(k_ab / scale)


def network_kernel(a, b, sigma_beta_sq, sigma_omega_sq, layers=1):
    """Give the covariance of a random network's outputs at two families of inputs.

    Parameters
    ----------
    a, b : array_like, shape (N,) and (M,)
        Inputs.
    sigma_beta_sq, sigma_omega_sq : float
        Variances of biases and, times the number of inputs, of weights. At least the
        biases' is positive, or no input is zero.
    layers : int, optional
        Number of hidden layers. With one, the covariance is exact at any width; with
        more, it is the limit of wide layers.

    Returns
    -------
    ndarray, shape (N, M)

    Examples
    --------
    >>> network_kernel([0.0, 1.0], [1.0], 0.25, 1.0).round(4).tolist()
    [[0.4105], [0.875]]
    """
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    k_aa = (sigma_beta_sq + sigma_omega_sq * a**2)[:, np.newaxis]
    k_bb = sigma_beta_sq + sigma_omega_sq * b**2
    k_ab = sigma_beta_sq + sigma_omega_sq * np.outer(a, b)
    for _ in range(layers):
        k_ab = sigma_beta_sq + sigma_omega_sq * relu_kernel(k_aa, k_bb, k_ab)
        k_aa, k_bb = (sigma_beta_sq + sigma_omega_sq * k / 2 for k in (k_aa, k_bb))
    return k_ab


def random_networks(x, width, networks, rng, sigma_beta_sq, sigma_omega_sq):
    """Draw shallow networks and compute their outputs.

    Parameters
    ----------
    x : array_like, shape (N,)
        Inputs.
    width, networks : int
        Number of hidden units of each, and how many to draw.
    rng : numpy.random.Generator
        Source of randomness.
    sigma_beta_sq, sigma_omega_sq : float
        Variances of biases and, times the number of inputs, of weights.

    Returns
    -------
    ndarray, shape (networks, N)

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> random_networks([0.0, 1.0], 100, 3, rng, 0.25, 1.0).shape
    (3, 2)
    """
    x = np.asarray(x, dtype=float)
    bias, weight = np.sqrt(sigma_beta_sq), np.sqrt(sigma_omega_sq)
    outputs = np.empty((networks, x.size))
    at_once = max(1, 1_000_000 // (width * x.size))  # more may not fit into memory
    for first in range(0, networks, at_once):
        part = outputs[first : first + at_once]
        beta, omega, last = rng.normal(size=(3, len(part), width, 1))
        hidden = relu(bias * beta + weight * omega * x)  # (networks, units, inputs)
        part[...] = bias * rng.normal(size=(len(part), 1))
        part += weight / np.sqrt(width) * np.sum(last * hidden, axis=1)
    return outputs
