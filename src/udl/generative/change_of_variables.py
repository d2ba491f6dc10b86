"""Densities of mapped numbers, in one dimension (UDL section 16.1).

Layout: numbers are arrays of any shape. A map ``f`` and its derivative ``slope`` are
functions of such arrays; ``f`` grows everywhere, or falls everywhere.
"""

import numpy as np

from udl.losses.distributions import normal_log_pdf, normal_pdf
from udl.networks.activations import sigmoid


def example_map(z):
    """Map z by a growing function that is steep in the middle.

    Parameters
    ----------
    z : array_like

    Returns
    -------
    ndarray
        The map of UDL's notebook 16.1.

    Examples
    --------
    >>> example_map([-3, 0.25, 3]).round(6).tolist()
    [-3.0, 0.001736, 3.0]
    """
    z = np.asarray(z, dtype=float)
    return (1 - z**2 / 9) * (6 * sigmoid(1.5 * (z - 0.25)) - 3) + z**3 / 9


def example_slope(z):
    """Differentiate `example_map`.

    Parameters
    ----------
    z : array_like

    Returns
    -------
    ndarray
        Positive everywhere.

    Examples
    --------
    >>> round(float(example_slope(0.0)), 4)
    2.1727
    """
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.5 * (z - 0.25))
    return -2 * z / 9 * (6 * s - 3) + (1 - z**2 / 9) * 9 * s * (1 - s) + z**2 / 3


def steep_middle(z, phi):
    """Map z by a line plus a step (tanh), which pushes the numbers apart at zero.

    Parameters
    ----------
    z : array_like
    phi : (float, float, float)
        Slope of the line, height of the step, and how abrupt it is; all positive.

    Returns
    -------
    ndarray

    Examples
    --------
    >>> steep_middle([-100, 0, 100], (0.5, 2, 1)).tolist()
    [-52.0, 0.0, 52.0]
    """
    z = np.asarray(z, dtype=float)
    return phi[0] * z + phi[1] * np.tanh(phi[2] * z)


def steep_middle_slope(z, phi):
    """Differentiate `steep_middle` with respect to z.

    Parameters
    ----------
    z : array_like
    phi : (float, float, float)

    Returns
    -------
    ndarray

    Examples
    --------
    >>> steep_middle_slope([0, 100], (0.5, 2, 1)).tolist()
    [2.5, 0.5]
    """
    z = np.asarray(z, dtype=float)
    return phi[0] + phi[1] * phi[2] * (1 - np.tanh(phi[2] * z) ** 2)


def mapped_density(z, f, slope):
    """Map standard normal numbers, and give the density where they arrive.

    Parameters
    ----------
    z : array_like
        Where to evaluate the map.
    f, slope : callable
        The map and its derivative.

    Returns
    -------
    x, pr_x : ndarray
        The mapped places, and the density at each of them (UDL eq. 16.1).

    Examples
    --------
    Twice as wide is half as high:

    >>> x, pr_x = mapped_density(0.0, lambda z: 2 * z, lambda z: 2.0)
    >>> float(x), round(float(pr_x), 4)
    (0.0, 0.1995)
    """
    return f(z), normal_pdf(z, 0, 1) / np.abs(slope(z))


def draw_samples(n, f, rng):
    """Draw from the density of mapped standard normal numbers.

    Parameters
    ----------
    n : int
        How many.
    f : callable
        The map.
    rng : numpy.random.Generator

    Returns
    -------
    ndarray, shape (n,)

    Examples
    --------
    >>> draw_samples(3, np.exp, np.random.default_rng(0)).round(3).tolist()
    [1.134, 0.876, 1.897]
    """
    return f(rng.standard_normal(n))


def invert(x, f, low=-50.0, high=50.0):
    """Find z with f(z) = x by bisection.

    Parameters
    ----------
    x : array_like
    f : callable
        A growing function.
    low, high : float
        The answer lies between them.

    Returns
    -------
    ndarray, like `x`

    Examples
    --------
    >>> invert([-8.0, 0.001], lambda z: z**3).round(9).tolist()
    [-2.0, 0.1]
    """
    x = np.asarray(x, dtype=float)
    low, high = np.full(x.shape, float(low)), np.full(x.shape, float(high))
    for _ in range(60):
        middle = (low + high) / 2
        below = f(middle) < x
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return (low + high) / 2


def negative_log_likelihood(x, inverse, slope):
    """Give the loss of a flow with a standard normal base.

    Parameters
    ----------
    x : array_like, shape (I,)
        Examples.
    inverse : callable
        The inverse of the map.
    slope : callable
        The derivative of the map, a function of z.

    Returns
    -------
    float
        Sum over the examples (UDL eq. 16.2).

    Examples
    --------
    >>> loss = negative_log_likelihood([0.0], lambda x: x / 2, lambda z: 2.0)
    >>> round(loss, 4), round(-np.log(0.1995), 3)
    (1.6121, np.float64(1.612))
    """
    z = inverse(np.asarray(x, dtype=float))
    return float(np.sum(np.log(np.abs(slope(z))) - normal_log_pdf(z, 0, 1)))


def density_of_square(x):
    """Give the density of the square of a standard normal number.

    Parameters
    ----------
    x : array_like
        Positive.

    Returns
    -------
    ndarray
        Both roots contribute.

    Examples
    --------
    >>> round(float(density_of_square(1.0)), 4)
    0.242
    """
    z = np.sqrt(np.asarray(x, dtype=float))
    return normal_pdf(z, 0, 1) / z
