"""A diffusion model that predicts noise instead of the value before (UDL 18.5, 18.6).

All steps have the same variance ``beta``, and ``alpha`` at step t is ``(1 - beta)**t``.
"""

import numpy as np

from udl.generative.diffusion.encoder import diffusion_kernel
from udl.generative.diffusion.reverse import data_given
from udl.generative.normal_mixture import moments


def get_data_pairs(x, t, beta, epsilon):
    """Make what a model is trained with: its input, and the noise in it.

    Parameters
    ----------
    x : array_like, shape (N,)
        Data.
    t : int
        Number of steps.
    beta : float
        Variance of the noise at each step.
    epsilon : array_like, shape (N,)
        Standard normal numbers.

    Returns
    -------
    z, epsilon : ndarray, shape (N,)
        Values after t steps, and the numbers as they came.

    Notes
    -----
    UDL eq. 18.30.

    Examples
    --------
    >>> z, noise = get_data_pairs(5.0, t=1, beta=0.36, epsilon=-2.0)
    >>> float(z.round(6)), float(noise)
    (2.8, -2.0)
    """
    mean, std = diffusion_kernel(x, t, beta)
    epsilon = np.asarray(epsilon, dtype=float)
    return mean + std * epsilon, epsilon


def data_from(z, epsilon, t, beta):
    """Take the noise out: give the data that have become z.

    Parameters
    ----------
    z, epsilon : array_like, shape (N,)
        Values after t steps, and the noise in them.
    t : int
        Number of steps.
    beta : float
        Variance of the noise at each step.

    Returns
    -------
    ndarray, shape (N,)

    Notes
    -----
    UDL eq. 18.31.

    Examples
    --------
    >>> float(data_from(2.8, -2.0, t=1, beta=0.36).round(6))
    5.0
    """
    factor, std = diffusion_kernel(1.0, t, beta)
    return (np.asarray(z) - std * np.asarray(epsilon)) / factor


def step_back(z, epsilon, t, beta):
    """Give the mean of the value before, from the noise in a value.

    Parameters
    ----------
    z, epsilon : array_like, shape (N,)
        Values after t steps, and the noise in them since the start.
    t : int
        Number of steps, at least 1.
    beta : float
        Variance of the noise at each step.

    Returns
    -------
    ndarray, shape (N,)

    Notes
    -----
    UDL eq. 18.33.

    Examples
    --------
    The first step back takes out all the noise:

    >>> float(step_back(2.8, -2.0, t=1, beta=0.36).round(6))
    5.0
    """
    std = diffusion_kernel(0.0, t, beta)[1]
    rest = np.asarray(z) - beta / std * np.asarray(epsilon)
    return rest / np.sqrt(1 - beta)


def expected_noise(mixture, z, t, beta):
    """Give the average noise in a value, where the data are a mixture.

    Parameters
    ----------
    mixture : Mixture
        Distribution of the data.
    z : array_like, shape (...)
        Values after t steps.
    t : int
        Number of steps, at least 1.
    beta : float
        Variance of the noise at each step.

    Returns
    -------
    ndarray, shape (...)

    Examples
    --------
    In standard normal data with as much noise, half of the variance is noise:

    >>> from udl.generative.normal_mixture import Mixture
    >>> one = Mixture(np.array([1.0]), np.array([0.0]), np.array([1.0]))
    >>> float(expected_noise(one, 3.0, t=1, beta=0.5).round(4))  # 3 times root of 0.5
    2.1213
    """
    x, _ = moments(data_given(mixture, z, t, beta))
    factor, std = diffusion_kernel(1.0, t, beta)
    return (np.asarray(z) - factor * x) / std


def sample(models, beta, sigma, noise):
    """Walk back from noise to data.

    Parameters
    ----------
    models : sequence of T objects
        ``models[t - 1].predict(z)`` estimates the noise in values at step t.
    beta : float
        Variance of the noise at each step forward.
    sigma : float
        Standard deviation of the noise that a step back adds.
    noise : array_like, shape (T + 1, N)
        Standard normal numbers: row T is where the walk starts, row t is for the step
        that leads to t. Row 0 is not used.

    Returns
    -------
    ndarray, shape (T + 1, N)
        Row t is at step t; row 0 is the sample.

    Notes
    -----
    UDL algorithm 18.2.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> none = SimpleNamespace(predict=lambda z: 0 * z)
    >>> sample([none, none], 0.75, 0.1, [[9.0], [1.0], [4.0]]).tolist()
    [[16.2], [8.1], [4.0]]
    """
    z = np.array(noise, dtype=float)
    for t in range(len(models), 0, -1):
        added = sigma * z[t - 1] if t > 1 else 0
        z[t - 1] = step_back(z[t], models[t - 1].predict(z[t]), t, beta) + added
    return z


def tweedie(z, sigma, slope):
    """Give the average of what was there before noise, from the noisy values' density.

    Parameters
    ----------
    z : array_like, shape (...)
        What was there, plus normal noise.
    sigma : float
        Standard deviation of the noise.
    slope : callable
        ``slope(z)`` is the derivative of the logarithm of the density of z.

    Returns
    -------
    ndarray, shape (...)

    Examples
    --------
    Standard normal data with as much noise: half of what is seen.

    >>> float(tweedie(3.0, 1.0, lambda z: -z / 2))
    1.5
    """
    z = np.asarray(z, dtype=float)
    return z + sigma**2 * np.asarray(slope(z))
