"""A latent variable model: one hidden number, a curve in the plane, and noise.

A latent value z has a standard normal prior. A fixed function, `curve`, makes it a
point of the plane, and independent normal noise of variance ``sigma_sq`` moves that
point. Points are columns: x has shape (2, I), and `curve` adds an axis of length 2 in
front. Integrals over z are sums over an even grid.
"""

import numpy as np

from udl.losses.distributions import normal_pdf


def curve(z):
    """Map latent values to points of the plane.

    Parameters
    ----------
    z : array_like, shape (...)
        Latent values.

    Returns
    -------
    ndarray, shape (2, ...)
        The two coordinates.

    Notes
    -----
    It takes the place of the network of UDL section 17.2, eq. 17.6.

    Examples
    --------
    >>> curve(0.0).round(4).tolist()
    [1.2413, -0.4161]
    """
    z = np.asarray(z, dtype=float)
    return np.stack([0.5 * np.exp(np.sin(2 + 3.675 * z)), np.cos(2 + 2.85 * z)])


def prior(z):
    """Density of the standard normal distribution (UDL eq. 17.5).

    Parameters
    ----------
    z : array_like

    Returns
    -------
    ndarray or float

    Examples
    --------
    >>> round(float(prior(0.0)), 4)
    0.3989
    """
    return normal_pdf(z, 0.0, 1.0)


def likelihood(x1, x2, z, sigma_sq):
    """Density of a point, given the latent value (UDL eq. 17.6).

    Parameters
    ----------
    x1, x2 : array_like
        Coordinates of points.
    z : array_like
        Latent values; all three broadcast.
    sigma_sq : float
        Variance of the noise in each coordinate.

    Returns
    -------
    ndarray or float
        The density, per unit of area.

    Examples
    --------
    On the curve it is ``1 / (2 pi sigma_sq)``:

    >>> round(float(likelihood(*curve(0.7), 0.7, 0.5) * np.pi), 12)
    1.0
    """
    sigma = np.sqrt(sigma_sq)
    mean = curve(z)
    return normal_pdf(x1, mean[0], sigma) * normal_pdf(x2, mean[1], sigma)


def density(x1, x2, z, sigma_sq):
    """Density of points, the latent value integrated out, with a sum over a grid.

    Parameters
    ----------
    x1, x2 : array_like, of one shape
        Coordinates of points.
    z : ndarray, shape (Z,)
        Even grid of latent values; what lies outside of it does not count.
    sigma_sq : float
        Variance of the noise in each coordinate.

    Returns
    -------
    ndarray, of that shape
        UDL eq. 17.7, as a sum.

    Examples
    --------
    With much noise the curve is hardly more than a point:

    >>> z = np.linspace(-5, 5, 501)
    >>> round(float(density(0.0, 0.0, z, 1e6) * 2 * np.pi * 1e6), 4)
    1.0
    """
    z = _as_grid(z)
    step = z[1] - z[0]
    return step * sum(likelihood(x1, x2, one, sigma_sq) * prior(one) for one in z)


def density_on_grid(x1, x2, z, sigma_sq):
    """Give the density on all points of a grid, as one product of two matrices.

    Given z, the two coordinates are independent: each entry of the table is a sum over
    z of a factor that knows ``x1`` and one that knows ``x2``.

    Parameters
    ----------
    x1, x2 : array_like, shape (N,) and (M,)
        Coordinates along the two axes.
    z : ndarray, shape (Z,)
        Even grid of latent values.
    sigma_sq : float
        Variance of the noise in each coordinate.

    Returns
    -------
    ndarray, shape (M, N)
        Row m, column n: the density at ``x1[n]`` and ``x2[m]``.

    Examples
    --------
    >>> z = np.linspace(-3, 3, 301)
    >>> table = density_on_grid([0.2, 0.9], [-0.9, 0.0, 0.4], z, 0.04)
    >>> table.shape
    (3, 2)
    >>> bool(np.isclose(table[2, 1], density(0.9, 0.4, z, 0.04)))
    True
    """
    z, sigma = _as_grid(z), np.sqrt(sigma_sq)
    mean1, mean2 = curve(z)
    across = normal_pdf(np.asarray(x1)[:, np.newaxis], mean1, sigma)  # (N, Z)
    along = normal_pdf(np.asarray(x2)[:, np.newaxis], mean2, sigma)  # (M, Z)
    return (along * (prior(z) * (z[1] - z[0]))) @ across.T


def draw_samples(n_sample, sigma_sq, rng):
    """Draw points: first the latent value, then the point given it.

    Parameters
    ----------
    n_sample : int
        How many.
    sigma_sq : float
        Variance of the noise in each coordinate.
    rng : numpy.random.Generator

    Returns
    -------
    ndarray, shape (2, n_sample)
        Ancestral sampling, UDL section 17.2.

    Examples
    --------
    >>> draw_samples(4, 0.04, np.random.default_rng(0)).shape
    (2, 4)
    """
    z = rng.standard_normal(n_sample)
    return curve(z) + np.sqrt(sigma_sq) * rng.standard_normal((2, n_sample))


def posterior(x1, x2, z, sigma_sq):
    """Probabilities of latent values, given one point (UDL eq. 17.19).

    Parameters
    ----------
    x1, x2 : float
        Coordinates of the point, however far away.
    z : ndarray, shape (Z,)
        Even grid of latent values.
    sigma_sq : float
        Variance of the noise in each coordinate.

    Returns
    -------
    ndarray, shape (Z,)
        They add up to one. Divide by the step of the grid for a density.

    Examples
    --------
    >>> z = np.linspace(-3, 3, 601)
    >>> probabilities = posterior(0.9, -0.9, z, 0.04)
    >>> round(float(probabilities.sum()), 12)
    1.0
    >>> round(float(z[probabilities.argmax()]), 2)
    0.17
    """
    z = np.asarray(z, dtype=float)
    mean1, mean2 = curve(z)
    log = -((x1 - mean1) ** 2 + (x2 - mean2) ** 2) / (2 * sigma_sq) - z**2 / 2
    weights = np.exp(log - log.max())  # a constant cancels
    return weights / weights.sum()


def component_posterior(x, weights, means, sigmas):
    """Probabilities of the components of a mixture of normals, given data.

    Parameters
    ----------
    x : array_like, shape (I,)
        Observed numbers.
    weights, means, sigmas : array_like, shape (K,)
        Prior probability, mean and standard deviation of each component.

    Returns
    -------
    ndarray, shape (K, I)
        A column for each number; each adds up to one. The latent variable of UDL
        eq. 17.3 and 17.4 is the component.

    Examples
    --------
    Halfway between two equal components, only the weights decide:

    >>> component_posterior([0.0], [0.25, 0.75], [-1, 1], [2, 2]).round(12).T.tolist()
    [[0.25, 0.75]]
    """
    weights, means, sigmas = (
        np.asarray(one, dtype=float)[:, np.newaxis] for one in (weights, means, sigmas)
    )
    scaled = (np.asarray(x, dtype=float) - means) / sigmas
    log = np.log(weights) - np.log(sigmas) - scaled**2 / 2
    shares = np.exp(log - log.max(axis=0))
    return shares / shares.sum(axis=0)


def _as_grid(z):
    z = np.asarray(z, dtype=float)
    if z.ndim != 1 or z.size < 2 or not np.allclose(np.diff(z), z[1] - z[0]):
        raise ValueError(f"z must be an even grid of shape (Z,), not {z.shape}")
    return z
