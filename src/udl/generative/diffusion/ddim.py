"""A family of walks from noise to data, for one and the same model (UDL 18.6).

``alpha`` at step t is ``(1 - beta)**t``, and a model predicts the noise in a value.
"""

from itertools import pairwise

import numpy as np


def ddim_step(z, noise, alpha_t, alpha_s, sigma, epsilon):
    """Go back from one step to an earlier one, with as much new noise as you like.

    Parameters
    ----------
    z, noise : array_like, shape (N,)
        Values at the later step, and the predicted noise in them.
    alpha_t, alpha_s : float
        Alpha where the values are, and where they go to.
    sigma : float
        Standard deviation of the new noise, at most the root of ``1 - alpha_s``.
    epsilon : array_like, shape (N,)
        Standard normal numbers for it.

    Returns
    -------
    ndarray, shape (N,)

    Notes
    -----
    Song, Meng and Ermon (2021), Denoising diffusion implicit models, eq. 12.

    Examples
    --------
    Straight to the data, where no noise is left:

    >>> float(ddim_step(2.8, -2.0, 0.64, 1.0, 0.0, 0.7).round(6))
    5.0
    """
    x = (np.asarray(z) - np.sqrt(1 - alpha_t) * np.asarray(noise)) / np.sqrt(alpha_t)
    kept = np.sqrt(1 - alpha_s - sigma**2) * np.asarray(noise)
    return np.sqrt(alpha_s) * x + kept + sigma * np.asarray(epsilon)


def sample_ddim(models, beta, sigma, noise):
    """Walk back from noise to data, step by step.

    Parameters
    ----------
    models : sequence of T objects
        ``models[t - 1].predict(z)`` estimates the noise in values at step t.
    beta : float
        Variance of the noise at each step forward.
    sigma : float
        Standard deviation of the noise that a step back adds, except for the last.
    noise : array_like, shape (T + 1, N)
        Standard normal numbers: row T is where the walk starts, row t is for the step
        that leads to t. Row 0 is not used.

    Returns
    -------
    ndarray, shape (T + 1, N)
        Row t is at step t; row 0 is the sample.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> none = SimpleNamespace(predict=lambda z: 0 * z)
    >>> sample_ddim([none, none], 0.75, 0.1, [[9.0], [1.0], [4.0]]).tolist()
    [[16.2], [8.1], [4.0]]
    """
    z = np.array(noise, dtype=float)
    for t in range(len(models), 0, -1):
        here, there = (1 - beta) ** t, (1 - beta) ** (t - 1)
        added = sigma if t > 1 else 0.0
        guess = models[t - 1].predict(z[t])
        z[t - 1] = ddim_step(z[t], guess, here, there, added, z[t - 1])
    return z


def sample_fast(models, beta, times, start):
    """Go from noise to data in a few jumps, without any new noise.

    Parameters
    ----------
    models : sequence of objects
        ``models[t - 1].predict(z)`` estimates the noise in values at step t.
    beta : float
        Variance of the noise at each step forward.
    times : sequence of int
        Where to land, falling; from the step of `start` down to 0.
    start : array_like, shape (N,)
        Values at the first of these steps.

    Returns
    -------
    ndarray, shape (N,)

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> none = SimpleNamespace(predict=lambda z: 0 * z)
    >>> sample_fast([none, none], 0.75, [2, 0], [4.0]).tolist()
    [16.0]
    """
    z = np.array(start, dtype=float)
    for t, s in pairwise(times):
        here, there = (1 - beta) ** t, (1 - beta) ** s
        z = ddim_step(z, models[t - 1].predict(z), here, there, 0.0, 0.0)
    return z


def noise_ratio(t, beta):
    """Give the ratio of noise to data in a value, the square root of (1 - alpha)/alpha.

    Parameters
    ----------
    t : int
        Number of steps.
    beta : float
        Variance of the noise at each step.

    Returns
    -------
    float

    Examples
    --------
    >>> round(float(noise_ratio(1, 0.5)), 6)
    1.0
    """
    return np.sqrt((1 - beta) ** (-t) - 1)
