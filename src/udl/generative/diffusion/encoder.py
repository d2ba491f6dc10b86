"""The encoder of a diffusion model: data that turn into noise, step by step (UDL 18.2).

UDL's ``alpha`` at step t is the product of ``1 - beta`` over all steps up to t. Where
``beta`` is one number it is the same at all steps; ``betas`` has one for each.
"""

import numpy as np

from udl.generative.normal_mixture import Mixture
from udl.losses.distributions import normal_pdf


def diffuse_one_step(z, beta, epsilon):
    """Shrink what is there, and add noise.

    Parameters
    ----------
    z : array_like, shape (N,)
        Values before the step.
    beta : float
        Variance of the added noise, between 0 and 1.
    epsilon : array_like, shape (N,)
        Standard normal numbers, one for each value.

    Returns
    -------
    ndarray, shape (N,)

    Notes
    -----
    UDL eq. 18.1.

    Examples
    --------
    >>> float(diffuse_one_step(10.0, beta=0.36, epsilon=-5.0))
    5.0
    """
    return np.sqrt(1 - beta) * np.asarray(z) + np.sqrt(beta) * np.asarray(epsilon)


def diffuse(x, betas, rng):
    """Let values diffuse, and keep every step.

    Parameters
    ----------
    x : array_like, shape (N,)
        Data.
    betas : array_like, shape (T,)
        Variance of the noise at steps 1 to T.
    rng : numpy.random.Generator
        Source of the noise.

    Returns
    -------
    ndarray, shape (T + 1, N)
        Row t is what the data have become after t steps; row 0 is the data.

    Examples
    --------
    >>> diffuse([1.0, 2.0, 3.0], [0.1, 0.1], np.random.default_rng(0)).shape
    (3, 3)
    """
    z = [np.asarray(x, dtype=float)]
    for beta in betas:
        epsilon = rng.standard_normal(z[0].shape)
        z.append(diffuse_one_step(z[-1], beta, epsilon))
    return np.array(z)


def diffusion_kernel(x, t, beta):
    """Give mean and standard deviation of what x has become after t steps.

    Parameters
    ----------
    x : array_like
        Data.
    t : int
        Number of steps.
    beta : float
        Variance of the noise, the same at each step.

    Returns
    -------
    mean : ndarray or float
        As `x`.
    std : float
        Standard deviation.

    Notes
    -----
    UDL eq. 18.8.

    Examples
    --------
    >>> mean, std = diffusion_kernel(4.0, t=2, beta=0.5)
    >>> float(mean), round(float(std) ** 2, 6)
    (2.0, 0.75)
    """
    alpha = (1 - beta) ** t
    return np.sqrt(alpha) * np.asarray(x), np.sqrt(1 - alpha)


def diffusion_marginal(grid, density, t, beta):
    """Give the density after t steps from that of the data, on a grid.

    Parameters
    ----------
    grid : array_like, shape (N,)
        Evenly spaced, and wide enough to hold the data's density.
    density : array_like, shape (N,)
        The data's density there.
    t : int
        Number of steps, at least 1.
    beta : float
        Variance of the noise, the same at each step.

    Returns
    -------
    ndarray, shape (N,)

    Notes
    -----
    UDL eq. 18.10, the integral as a sum. The kernel must be wide on the grid's scale.

    Examples
    --------
    >>> grid = np.linspace(-5, 5, 101)
    >>> later = diffusion_marginal(grid, normal_pdf(grid, 0, 1), t=9, beta=0.2)
    >>> bool(np.allclose(later, normal_pdf(grid, 0, 1), atol=1e-4))
    True
    """
    grid = np.asarray(grid, dtype=float)
    mean, std = diffusion_kernel(grid, t, beta)
    kernel = normal_pdf(grid[:, np.newaxis], mean, std)
    return kernel @ np.asarray(density) * (grid[1] - grid[0])


def diffused(mixture, t, beta):
    """Give the exact distribution after t steps where the data are a mixture.

    Parameters
    ----------
    mixture : Mixture
        Distribution of the data.
    t : int
        Number of steps.
    beta : float
        Variance of the noise, the same at each step.

    Returns
    -------
    Mixture
        Of as many normals, with the same weights.

    Examples
    --------
    >>> one = Mixture(np.array([1.0]), np.array([4.0]), np.array([2.0]))
    >>> later = diffused(one, t=1, beta=0.75)
    >>> float(later.means[0]), round(float(later.deviations[0]) ** 2, 6)
    (2.0, 1.75)
    """
    means, std = diffusion_kernel(mixture.means, t, beta)
    deviations = np.sqrt((1 - beta) ** t * mixture.deviations**2 + std**2)
    return Mixture(mixture.weights, means, deviations)


def jump(z, s, t, betas, epsilon):
    """Go from step s to a later step t at once.

    Parameters
    ----------
    z : array_like, shape (N,)
        Values at step s.
    s, t : int
        Steps, with s at most t.
    betas : array_like, shape (T,)
        Variance of the noise at steps 1 to T.
    epsilon : array_like, shape (N,)
        Standard normal numbers, one for each value.

    Returns
    -------
    ndarray, shape (N,)

    Examples
    --------
    >>> betas = np.array([0.99, 0.2, 0.2])
    >>> float(jump(10.0, 1, 3, betas, 0.0).round(6))
    8.0
    """
    kept = np.prod(1 - np.asarray(betas)[s:t])
    return np.sqrt(kept) * np.asarray(z) + np.sqrt(1 - kept) * np.asarray(epsilon)


def bit_kernel(x, t, beta):
    """Give the probability that a bit is 1 after t steps that may each flip it.

    Parameters
    ----------
    x : array_like
        The bit, 0 or 1.
    t : int
        Number of steps.
    beta : float
        Probability that a step flips the bit.

    Returns
    -------
    ndarray or float

    Examples
    --------
    >>> float(bit_kernel(1, t=2, beta=0.1).round(6))  # no flip, or two: 0.81 + 0.01
    0.82
    """
    return 0.5 + (1 - 2 * beta) ** t * (np.asarray(x) - 0.5)
