"""The way back of a diffusion: what a noisy value says of the one before (UDL 18.3).

All steps have the same variance ``beta``, and ``alpha`` at step t is ``(1 - beta)**t``.
"""

import numpy as np

from udl.generative.diffusion.encoder import (
    bit_kernel,
    diffuse_one_step,
    diffused,
    diffusion_kernel,
)
from udl.generative.normal_mixture import Mixture
from udl.losses.distributions import normal_pdf


def posterior(x, z, t, beta):
    """Give mean and standard deviation of the value before, for known data.

    Parameters
    ----------
    x : array_like, shape (N,)
        Data.
    z : array_like, shape (N,)
        What the data have become after t steps.
    t : int
        Number of steps, at least 1.
    beta : float
        Variance of the noise at each step.

    Returns
    -------
    mean : ndarray, shape (N,)
        Of the value after t - 1 steps.
    std : float
        Its standard deviation.

    Notes
    -----
    UDL eq. 18.15, the conditional diffusion distribution.

    Examples
    --------
    >>> mean, std = posterior(x=4.0, z=1.0, t=1, beta=0.5)
    >>> float(mean), float(std)  # before the first step there is only x
    (4.0, 0.0)
    """
    before, now = (1 - beta) ** (t - 1), (1 - beta) ** t
    of_z = (1 - before) / (1 - now) * np.sqrt(1 - beta)
    of_x = np.sqrt(before) * beta / (1 - now)
    std = np.sqrt(beta * (1 - before) / (1 - now))
    return of_z * np.asarray(z) + of_x * np.asarray(x), std


def training_pairs(x, t, beta, rng):
    """Draw values after t - 1 and after t steps of the same diffusion.

    Parameters
    ----------
    x : array_like, shape (N,)
        Data.
    t : int
        Number of steps, at least 1.
    beta : float
        Variance of the noise at each step.
    rng : numpy.random.Generator
        Source of the noise.

    Returns
    -------
    before, now : ndarray, shape (N,)
        Values after t - 1 steps, and after one more.

    Examples
    --------
    >>> before, now = training_pairs([1.0, 2.0], 1, 0.1, np.random.default_rng(0))
    >>> before.tolist()
    [1.0, 2.0]
    """
    mean, std = diffusion_kernel(x, t - 1, beta)
    before = mean + std * rng.standard_normal(np.shape(x))
    return before, diffuse_one_step(before, beta, rng.standard_normal(np.shape(x)))


def data_given(mixture, z, t, beta):
    """Give the distribution of the data that have become z, where data are a mixture.

    Parameters
    ----------
    mixture : Mixture
        Distribution of the data, K normals.
    z : array_like, shape (...)
        Values after t steps.
    t : int
        Number of steps, at least 1.
    beta : float
        Variance of the noise at each step.

    Returns
    -------
    Mixture
        Arrays of shape (..., K): one mixture for each value.

    Notes
    -----
    Bayes' rule for each normal by itself. Its weight is multiplied by the density that
    it gives to z.

    Examples
    --------
    A value near the right bump after little noise comes from there:

    >>> pair = Mixture(np.array([0.5, 0.5]), np.array([-2, 2.0]), np.array([0.1, 0.1]))
    >>> data_given(pair, 1.9, t=1, beta=0.02).weights.round(3).tolist()
    [0.0, 1.0]
    """
    z = np.asarray(z, dtype=float)[..., np.newaxis]
    kept = (1 - beta) ** t
    later = diffused(mixture, t, beta)
    weights = mixture.weights * normal_pdf(z, later.means, later.deviations)
    pull = np.sqrt(kept) * mixture.deviations**2 / later.deviations**2
    means = mixture.means + pull * (z - later.means)
    deviations = mixture.deviations * np.sqrt(1 - kept) / later.deviations
    return Mixture(
        weights / weights.sum(axis=-1, keepdims=True),
        means,
        np.broadcast_to(deviations, means.shape),
    )


def before_given(mixture, z, t, beta):
    """Give the distribution of the value before z, where data are a mixture.

    Parameters
    ----------
    mixture : Mixture
        Distribution of the data, K normals.
    z : array_like, shape (...)
        Values after t steps.
    t : int
        Number of steps, at least 1.
    beta : float
        Variance of the noise at each step.

    Returns
    -------
    Mixture
        Arrays of shape (..., K): one mixture for each value.

    Notes
    -----
    For given x it is normal, with a mean that is linear in x; and x is a mixture.

    Examples
    --------
    Standard normal data stay standard normal, and a step back is like a step:

    >>> one = Mixture(np.array([1.0]), np.array([0.0]), np.array([1.0]))
    >>> before = before_given(one, 2.0, t=7, beta=0.36)
    >>> float(before.means[0].round(6)), float(before.deviations[0].round(6))
    (1.6, 0.6)
    """
    data = data_given(mixture, z, t, beta)
    at_zero, std = posterior(0.0, np.asarray(z)[..., np.newaxis], t, beta)
    of_x = posterior(1.0, 0.0, t, beta)[0]
    return Mixture(
        data.weights,
        at_zero + of_x * data.means,
        np.hypot(std, of_x * data.deviations),
    )


def sample(models, sigma, noise):
    """Walk back from noise to data.

    Parameters
    ----------
    models : sequence of T objects
        ``models[t - 1].predict(z)`` estimates the mean of the value before z, which is
        at step t.
    sigma : float
        Standard deviation of the noise that a step adds.
    noise : array_like, shape (T + 1, N)
        Standard normal numbers: row T is where the walk starts, row t is for the step
        that leads to t. Row 0 is not used.

    Returns
    -------
    ndarray, shape (T + 1, N)
        Row t is at step t; row 0 is the sample.

    Notes
    -----
    The last step adds no noise: the value before the first step is x itself.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> halve = SimpleNamespace(predict=lambda z: z / 2)
    >>> sample([halve, halve], 0.1, [[9.0], [1.0], [4.0]]).tolist()
    [[1.05], [2.1], [4.0]]
    """
    z = np.array(noise, dtype=float)
    for t in range(len(models), 0, -1):
        added = sigma * z[t - 1] if t > 1 else 0
        z[t - 1] = models[t - 1].predict(z[t]) + added
    return z


def bit_posterior(x, z, t, beta):
    """Give the probability that a bit was 1 before its last step, for known data.

    Parameters
    ----------
    x, z : array_like
        The bit at the start and after t steps, 0 or 1.
    t : int
        Number of steps, at least 1.
    beta : float
        Probability that a step flips the bit.

    Returns
    -------
    ndarray or float

    Examples
    --------
    >>> float(bit_posterior(x=1, z=0, t=1, beta=0.1))  # before step 1 there is only x
    1.0
    """
    before = bit_kernel(x, t - 1, beta)
    if_one = np.where(np.asarray(z) == 1, 1 - beta, beta)  # how likely z is after a 1
    one, zero = before * if_one, (1 - before) * (1 - if_one)
    return one / (one + zero)
