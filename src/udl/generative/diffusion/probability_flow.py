"""From noise to data along a differential equation, where the data are a mixture.

Here noise is added and nothing shrinks: x = data + sigma * normal noise, and the noise
level sigma plays the part of time. Layout: values are (...), of any shape.
"""

import math

import numpy as np

from udl.losses.distributions import normal_pdf


def denoised(mixture, x, sigma):
    """Best guess of the data behind noisy values: their mean, given the values.

    Parameters
    ----------
    mixture : Mixture
        Distribution of the data.
    x : array_like, shape (...)
        Data with noise.
    sigma : float
        Standard deviation of the noise, positive.

    Returns
    -------
    ndarray, shape (...)

    Examples
    --------
    For normal data and noise of the same width, the guess is halfway to the mean:

    >>> from udl.generative.normal_mixture import Mixture
    >>> one = Mixture(np.array([1.0]), np.array([4.0]), np.array([2.0]))
    >>> float(denoised(one, 6.0, sigma=2.0))
    5.0
    """
    x = np.asarray(x, dtype=float)[..., np.newaxis]
    width = np.hypot(mixture.deviations, sigma)
    share = mixture.weights * normal_pdf(x, mixture.means, width)
    guess = mixture.means + (x - mixture.means) * (mixture.deviations / width) ** 2
    return np.sum(share * guess, axis=-1) / np.sum(share, axis=-1)


def flow_slope(mixture):
    """Make the slope of the probability flow: how x changes with the noise level.

    Parameters
    ----------
    mixture : Mixture
        Distribution of the data.

    Returns
    -------
    callable
        ``f(sigma, x)``, as the steps of `udl.fitting.ode_solvers` take it.

    Examples
    --------
    >>> from udl.generative.normal_mixture import Mixture
    >>> one = Mixture(np.array([1.0]), np.array([4.0]), np.array([2.0]))
    >>> float(flow_slope(one)(2.0, 6.0))
    0.5
    """

    def slope(sigma, x):
        return (x - denoised(mixture, x, sigma)) / sigma

    return slope


def quantiles(mixture, shares, sigma=0.0):
    """Values below which given shares of the noisy data lie.

    Parameters
    ----------
    mixture : Mixture
        Distribution of the data.
    shares : array_like, shape (N,)
        Between 0 and 1.
    sigma : float, optional
        Standard deviation of the noise.

    Returns
    -------
    ndarray, shape (N,)
        In one dimension, paths of the flow cannot cross: each keeps its share.

    Examples
    --------
    >>> from udl.generative.normal_mixture import Mixture
    >>> one = Mixture(np.array([1.0]), np.array([4.0]), np.array([3.0]))
    >>> quantiles(one, [0.5, 0.975], sigma=4.0).round(2).tolist()
    [4.0, 13.8]
    """
    shares = np.asarray(shares, dtype=float)
    width = np.hypot(mixture.deviations, sigma)
    low = np.full(shares.shape, np.min(mixture.means - 9 * width))
    high = np.full(shares.shape, np.max(mixture.means + 9 * width))
    for _ in range(64):
        middle = (low + high) / 2
        below = _erf((middle[..., np.newaxis] - mixture.means) / width / math.sqrt(2))
        enough = (1 + below) @ mixture.weights >= 2 * shares
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return (low + high) / 2


_erf = np.vectorize(math.erf, otypes=[float])
