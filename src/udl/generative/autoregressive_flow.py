"""Flows that bend each coordinate as those before it say (UDL section 16.3).

Layout: points are columns, ``h`` is (D,) for one point or (D, I) for I of them, with
all coordinates from 0 to 1. A conditioner is a function ``bins(earlier)``: from the
coordinates before, (d,) or (d, I), it makes the heights of the K bins of the next one,
(K,) or (K, I), positive and with a sum of one.
"""

import numpy as np

from udl.losses.softmax import softmax
from udl.networks.activations import relu


def piecewise_linear(h, phi):
    """Map the interval from 0 to 1 onto itself, with a straight line in each bin.

    Parameters
    ----------
    h : array_like, shape () or (I,)
        Numbers from 0 to 1.
    phi : array_like, shape (K,) or (K, I)
        How much the function rises in each of the K bins, which are equally wide.

    Returns
    -------
    ndarray, shape () or (I,)
        UDL eq. 16.12.

    Examples
    --------
    >>> piecewise_linear([0.25, 0.5, 0.75], [0.2, 0.8]).round(6).tolist()
    [0.1, 0.2, 0.6]
    """
    h, phi = _shaped(h, phi)
    b = np.minimum((h * len(phi)).astype(int), len(phi) - 1)
    return _entry(_edges(phi), b) + (h * len(phi) - b) * _entry(phi, b)


def inverse(h_prime, phi):
    """Undo `piecewise_linear`.

    Parameters
    ----------
    h_prime : array_like, shape () or (I,)
        Numbers from 0 to 1.
    phi : array_like, shape (K,) or (K, I)
        Heights of the bins.

    Returns
    -------
    ndarray, shape () or (I,)

    Examples
    --------
    >>> inverse([0.1, 0.2, 0.6], [0.2, 0.8]).round(6).tolist()
    [0.25, 0.5, 0.75]
    """
    h_prime, phi = _shaped(h_prime, phi)
    edges = _edges(phi)
    b = np.sum(edges[1:-1] <= h_prime, axis=0)
    return (b + (h_prime - _entry(edges, b)) / _entry(phi, b)) / len(phi)


def slope(h, phi):
    """Differentiate `piecewise_linear`; at an edge, as in the bin on its right.

    Parameters
    ----------
    h : array_like, shape () or (I,)
        Numbers from 0 to 1.
    phi : array_like, shape (K,) or (K, I)
        Heights of the bins.

    Returns
    -------
    ndarray, shape () or (I,)

    Examples
    --------
    >>> slope([0.25, 0.75], [0.2, 0.8]).round(6).tolist()
    [0.4, 1.6]
    """
    h, phi = _shaped(h, phi)
    b = np.minimum((h * len(phi)).astype(int), len(phi) - 1)
    return len(phi) * _entry(phi, b)


def forward(h, bins):
    """Map points by an autoregressive flow.

    Parameters
    ----------
    h : array_like, shape (D,) or (D, I)
        Points.
    bins : callable
        The conditioner.

    Returns
    -------
    ndarray, like `h`
        UDL eq. 16.16: each coordinate bent by heights that the earlier ones give.

    Examples
    --------
    >>> def bins(earlier):
    ...     return np.array([0.5, 0.5]) if len(earlier) == 0 else np.array([0.2, 0.8])
    >>> forward([0.3, 0.5], bins).round(6).tolist()
    [0.3, 0.2]
    """
    h = np.asarray(h, dtype=float)
    return np.stack([piecewise_linear(h[d], bins(h[:d])) for d in range(len(h))])


def backward(h_prime, bins):
    """Undo `forward`, one coordinate after the other.

    Parameters
    ----------
    h_prime : array_like, shape (D,) or (D, I)
        Points.
    bins : callable
        The conditioner.

    Returns
    -------
    ndarray, like `h_prime`
        UDL eq. 16.17.

    Examples
    --------
    >>> def bins(earlier):
    ...     return np.array([0.5, 0.5]) if len(earlier) == 0 else np.array([0.2, 0.8])
    >>> backward([0.3, 0.2], bins).round(6).tolist()
    [0.3, 0.5]
    """
    h_prime = np.asarray(h_prime, dtype=float)
    h = np.empty_like(h_prime)
    for d in range(len(h)):
        h[d] = inverse(h_prime[d], bins(h[:d]))
    return h


def log_determinant(h, bins):
    """Give the logarithm of how much `forward` stretches volumes at a point.

    Parameters
    ----------
    h : array_like, shape (D,) or (D, I)
        Points.
    bins : callable
        The conditioner.

    Returns
    -------
    ndarray, shape () or (I,)
        Natural logarithm of the determinant of the Jacobian, which is triangular.

    Examples
    --------
    >>> float(log_determinant([0.25], lambda earlier: np.array([0.2, 0.8])).round(6))
    -0.916291
    """
    h = np.asarray(h, dtype=float)
    return sum(np.log(slope(h[d], bins(h[:d]))) for d in range(len(h)))


def density(h_prime, bins):
    """Give the density of `forward` of uniform points.

    Parameters
    ----------
    h_prime : array_like, shape (D,) or (D, I)
        Points.
    bins : callable
        The conditioner.

    Returns
    -------
    ndarray, shape () or (I,)
        UDL eq. 16.3, with a base density of one.

    Examples
    --------
    >>> float(density([0.1], lambda earlier: np.array([0.2, 0.8])).round(6))
    2.5
    """
    return np.exp(-log_determinant(backward(h_prime, bins), bins))


def example_bins(earlier):
    """Make the heights of five bins by a small random network.

    Parameters
    ----------
    earlier : array_like, shape (d,) or (d, I)
        Coordinates; without any, the heights are fixed numbers.

    Returns
    -------
    ndarray, shape (5,) or (5, I)
        Softmax of a network with ten hidden units, whose weights are drawn from a
        standard normal with d as the seed, as the published notebook draws them.

    Examples
    --------
    >>> example_bins([]).tolist(), float(example_bins([0.22]).sum().round(6))
    ([0.2, 0.1, 0.4, 0.05, 0.25], 1.0)
    """
    earlier = np.asarray(earlier, dtype=float)
    d = len(earlier)
    if d == 0:
        return np.array([0.2, 0.1, 0.4, 0.05, 0.25])
    rng = np.random.RandomState(d)
    beta_0, Omega_0 = rng.normal(size=(10, 1)), rng.normal(size=(10, d))
    beta_1, Omega_1 = rng.normal(size=(5, 1)), rng.normal(size=(5, 10))
    hidden = relu(beta_0 + Omega_0 @ earlier.reshape(d, -1))
    return softmax(beta_1 + Omega_1 @ hidden).reshape(5, *earlier.shape[1:])


def _shaped(h, phi):
    h, phi = np.asarray(h, dtype=float), np.asarray(phi, dtype=float)
    return h, phi.reshape(len(phi), *[1] * h.ndim) if phi.ndim == 1 else phi


def _edges(phi):
    """Values of the function at the K + 1 edges of the bins."""
    return np.concatenate([np.zeros_like(phi[:1]), np.cumsum(phi, axis=0)])


def _entry(table, b):
    """Entry b of each column; a column may serve all of b."""
    table = np.broadcast_to(table, (len(table), *np.shape(b)))
    return np.take_along_axis(table, np.asarray(b)[None], axis=0)[0]
