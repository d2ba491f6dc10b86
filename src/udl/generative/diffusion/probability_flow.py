"""From noise to data along a differential equation, where the data are a mixture.

Here noise is added and nothing shrinks: x = data + sigma * normal noise, and the noise
level sigma plays the part of time. Layout: values are (...), of any shape.
"""

import math

import numpy as np

from udl.generative.diffusion.noise_prediction import expected_noise


def flow_slope(mixture):
    """Make the slope of the probability flow, the average noise in x at a noise level.

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
    >>> float(flow_slope(one)(2.0, 6.0).round(6))
    0.5
    """

    def slope(sigma, x):
        kept = 1 / (1 + sigma**2)  # as if a step had shrunk the data
        return expected_noise(mixture, np.sqrt(kept) * np.asarray(x), 1, 1 - kept)

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
