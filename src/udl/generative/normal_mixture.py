"""Mixtures of normal distributions in one dimension: density, moments, draws.

Layout: a mixture of K normals is three arrays of shape (K,). Arrays of shape (..., K)
are as many mixtures.
"""

from typing import NamedTuple

import numpy as np

from udl.losses.distributions import normal_pdf


class Mixture(NamedTuple):
    """Weights, means and standard deviations of K normal distributions.

    Parameters
    ----------
    weights : ndarray, shape (K,)
        Probability of each normal; they sum to one.
    means, deviations : ndarray, shape (K,)
        Mean and standard deviation of each.

    Examples
    --------
    >>> pair = Mixture(np.array([0.5, 0.5]), np.array([-1, 1.0]), np.array([2, 2.0]))
    >>> float(pair.weights.sum())
    1.0
    """

    weights: np.ndarray
    means: np.ndarray
    deviations: np.ndarray


# The data of the notebooks that accompany UDL chapter 18.
FOUR_NORMALS = Mixture(
    np.array([0.2, 0.3, 0.35, 0.15]),
    np.array([1.5, -0.216, 0.45, -1.875]),
    np.array([0.3, 0.15, 0.525, 0.075]),
)


def density(mixture, x):
    """Density of a mixture.

    Parameters
    ----------
    mixture : Mixture
        The mixture.
    x : array_like, shape (...)
        Where to evaluate it.

    Returns
    -------
    ndarray, shape (...)

    Examples
    --------
    Two normals far apart share the height of one:

    >>> apart = Mixture(np.array([0.5, 0.5]), np.array([0, 99.0]), np.array([1, 1.0]))
    >>> round(float(density(apart, 0.0)), 4)
    0.1995
    """
    each = normal_pdf(np.asarray(x)[..., np.newaxis], mixture.means, mixture.deviations)
    return (mixture.weights * each).sum(axis=-1)


def moments(mixture):
    """Mean and variance of a mixture.

    Parameters
    ----------
    mixture : Mixture
        The mixture.

    Returns
    -------
    mean, variance : float or ndarray, shape (...)

    Examples
    --------
    >>> pair = Mixture(np.array([0.5, 0.5]), np.array([-1.0, 1.0]), np.array([2, 2.0]))
    >>> tuple(map(float, moments(pair)))
    (0.0, 5.0)
    """
    mean = (mixture.weights * mixture.means).sum(axis=-1)
    off = mixture.means - mean[..., np.newaxis]
    variance = (mixture.weights * (mixture.deviations**2 + off**2)).sum(axis=-1)
    return mean, variance


def draw(mixture, count, rng):
    """Draw from a mixture: first the normal, then a number from it.

    Parameters
    ----------
    mixture : Mixture
        The mixture.
    count : int
        How many numbers.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    ndarray, shape (count,)

    Examples
    --------
    >>> draw(FOUR_NORMALS, 3, np.random.default_rng(0)).shape
    (3,)
    """
    k = rng.choice(len(mixture.weights), size=count, p=mixture.weights)
    noise = rng.standard_normal(count)
    return mixture.means[k] + mixture.deviations[k] * noise


def distance(mixture, values):
    """Wasserstein distance of drawn values from a mixture.

    Parameters
    ----------
    mixture : Mixture
        The mixture.
    values : array_like, shape (N,)
        Drawn values.

    Returns
    -------
    float
        How far an average value would have to be moved.

    Notes
    -----
    The area between the two cumulative distributions, in steps of 0.002, over all
    values and eight standard deviations around each normal. The normals must be much
    wider than a step.

    Examples
    --------
    >>> one = Mixture(np.array([1.0]), np.array([5.0]), np.array([0.02]))
    >>> round(distance(one, [4.0, 6.0, 7.0, 5.0]), 1)
    1.0
    """
    step = 0.002
    values = np.sort(np.ravel(values))
    ends = mixture.means + np.multiply.outer([-8, 8], mixture.deviations)
    low, high = min(values[0], ends.min()), max(values[-1], ends.max())
    line = np.arange(low, high + step, step)
    exact = np.cumsum(density(mixture, line)) * step
    drawn = np.searchsorted(values, line, side="right") / len(values)
    return float(np.abs(exact - drawn).sum() * step)
