"""Shattered gradients: how far the slopes of a deep network agree at nearby inputs.

Examples are columns. Networks on a circle have an input with two coordinates,
``(cos(phi), sin(phi))``, and their slope is the derivative with respect to phi.
"""

import numpy as np

from udl.networks.arc_cosine import deep_correlation


def slope(x, betas, omegas, direction=None):
    """Differentiate the output of a ReLU network along a path of inputs.

    Parameters
    ----------
    x : array_like, shape (D_i, I)
        Inputs.
    betas : sequence of array_like, K + 1 of shape (D_{k+1},)
        Biases, layer by layer.
    omegas : sequence of array_like, K + 1 of shape (D_{k+1}, D_k)
        Weights, layer by layer; the last has one row.
    direction : array_like, shape (D_i, I), optional
        How each input moves; ones, which is the derivative for a single input.

    Returns
    -------
    ndarray, shape (I,)

    Raises
    ------
    ValueError
        If `direction` does not have the shape of `x`, or `x` not two axes.

    Notes
    -----
    The derivative travels along with the activations, from the input on. For one
    direction that is as cheap as a pass backward.

    Examples
    --------
    ``3 * relu(2 x - 1)``:

    >>> slope([[0.0, 1.0]], [[-1.0], [0.0]], [[[2.0]], [[3.0]]]).tolist()
    [0.0, 6.0]
    """
    h = np.asarray(x, dtype=float)
    dh = np.ones_like(h) if direction is None else np.asarray(direction)
    if h.ndim != 2 or h.shape != dh.shape:
        raise ValueError(
            f"x has shape {h.shape} and direction {dh.shape}, but both must be "
            f"(D_i, I), a column an example."
        )
    for beta, omega in zip(betas[:-1], omegas[:-1], strict=True):
        f = np.asarray(beta)[:, np.newaxis] + np.asarray(omega) @ h
        h, dh = np.maximum(f, 0), (f > 0) * (np.asarray(omega) @ dh)
    return (np.asarray(omegas[-1]) @ dh)[0]


def autocorr(dydx):
    """Add up the products of a sequence with itself, moved by every distance.

    Parameters
    ----------
    dydx : array_like, shape (N,)
        Slopes at inputs of equal spacing.

    Returns
    -------
    ndarray, shape (N,)
        Entry ``N // 2`` is the sum of squares; the entry n places further right is the
        sum of ``dydx[i] * dydx[i + n]`` over all i for which both exist.

    Examples
    --------
    >>> autocorr([1.0, 2.0, 3.0]).tolist()
    [8.0, 14.0, 8.0]
    """
    return np.correlate(dydx, dydx, mode="same")


def circle(points):
    """Place inputs evenly around the unit circle.

    Parameters
    ----------
    points : int

    Returns
    -------
    x, direction : ndarray, shape (2, points)
        Inputs, and how they move as the angle grows.

    Examples
    --------
    >>> x, direction = circle(4)
    >>> x.round(9).T.tolist()[1], direction.round(9).T.tolist()[1]
    ([0.0, 1.0], [-1.0, 0.0])
    """
    phi = 2 * np.pi * np.arange(points) / points
    return np.array([np.cos(phi), np.sin(phi)]), np.array([-np.sin(phi), np.cos(phi)])


def circle_slopes(layers, width, networks, rng, *, bias=0.0, skip=0.0, points=180):
    """Draw networks and differentiate their outputs along a circle of inputs.

    Parameters
    ----------
    layers, width : int
        Number of ReLU layers, and of units in each.
    networks : int
        How many networks to draw.
    rng : numpy.random.Generator
        Source of randomness.
    bias, skip : float, optional
        Parts of the variance of each layer after the first, as in `deep_correlation`.
    points : int, optional
        Number of inputs, evenly around the circle.

    Returns
    -------
    ndarray, shape (networks, points)
        In single precision.

    Examples
    --------
    >>> circle_slopes(3, 20, 5, np.random.default_rng(0), points=8).shape
    (5, 8)
    """
    h, direction = (part.astype(np.float32) for part in circle(points))
    omega = rng.standard_normal((networks, width, 2), dtype=np.float32)
    f, df = omega @ h, omega @ direction
    scale = np.float32(np.sqrt(2 * (1 - bias - skip) / width))
    root_bias, root_skip = np.sqrt([bias, skip], dtype=np.float32)
    for layer in range(1, layers + 1):
        units = width if layer < layers else 1
        size = (networks, units, width)
        omega = scale * rng.standard_normal(size, dtype=np.float32)
        new, dnew = omega @ np.maximum(f, 0), omega @ ((f > 0) * df)
        if bias:
            beta = rng.standard_normal((networks, units, 1), dtype=np.float32)
            new += root_bias * beta
        f, df = (new + root_skip * f[:, :units], dnew + root_skip * df[:, :units])
    return df[:, 0]


def circle_autocorrelation(slopes):
    """Average the products of slopes a given angle apart, all around a circle.

    Parameters
    ----------
    slopes : array_like, shape (..., N)
        Slopes at N inputs, evenly around the circle.

    Returns
    -------
    ndarray, shape (..., N // 2 + 1)
        One average for each angle, from 0 to half a turn.

    Examples
    --------
    >>> circle_autocorrelation([1.0, 1.0, -1.0, -1.0]).round(9).tolist()
    [1.0, 0.0, -1.0]
    """
    slopes = np.asarray(slopes, dtype=float)
    count = slopes.shape[-1]
    power = np.abs(np.fft.rfft(slopes)) ** 2
    return np.fft.irfft(power, count)[..., : count // 2 + 1] / count


def gradient_correlation(theta, layers, bias=0.0, skip=0.0):
    """Predict the correlation of the slopes at two points of the circle.

    Parameters
    ----------
    theta : float or array_like
        Angle between the points, 0 to pi.
    layers : int
        Number of ReLU layers.
    bias, skip : float, optional
        Parts of the variance of each layer after the first, as in `deep_correlation`.

    Returns
    -------
    ndarray
        1 for angle zero. For networks of infinite width.

    Examples
    --------
    >>> float(gradient_correlation(np.pi / 2, layers=1).round(4))
    -0.3183
    """
    *_, bend = deep_correlation(theta, layers, bias, skip)
    return -bend / (1 - bias) ** layers


def gradient_correlation_limit(theta, layers):
    """Approximate `gradient_correlation` for many layers, without biases and skips.

    Parameters
    ----------
    theta : float or array_like
        Angle between the points.
    layers : int
        Number of ReLU layers.

    Returns
    -------
    float or ndarray
        ``(1 - 2 u) / (1 + u) ** 4`` with ``u = layers * theta / (3 pi)``.

    Examples
    --------
    >>> gradient_correlation_limit(np.pi, layers=3)
    -0.0625
    """
    u = layers * theta / (3 * np.pi)
    return (1 - 2 * u) / (1 + u) ** 4
