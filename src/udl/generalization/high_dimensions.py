"""What space is like in many dimensions: distances, angles, balls and their shells.

Points are columns: x is (D, I), as everywhere in UDL. Volumes of balls are given by
their logarithms, which neither overflow nor vanish.
"""

import math

import numpy as np

_log_gamma = np.vectorize(math.lgamma, otypes=[float])


def pairwise_distances(x):
    """Return the distance of each pair of points, each pair once.

    Parameters
    ----------
    x : array_like, shape (D, I)
        Points, one a column.

    Returns
    -------
    ndarray, shape (I (I - 1) / 2,)
        In the order of ``numpy.triu_indices(I, 1)``.

    Notes
    -----
    All inner products at once, in a Gram matrix of shape (I, I). The points are
    centered before, which changes no distance and saves digits. Two points closer
    than about 10⁻⁸ of the cloud's size cannot be told apart.

    Examples
    --------
    The sides of a right triangle.

    >>> pairwise_distances([[0, 3, 0], [0, 0, 4]]).round(9).tolist()
    [3.0, 4.0, 5.0]
    """
    x = np.asarray(x, dtype=float)
    if x.ndim != 2:
        raise ValueError(f"x has shape {x.shape}; it should have shape (D, I)")
    x = x - x.mean(axis=1, keepdims=True)
    gram = x.T @ x
    lengths = np.diag(gram)
    squares = lengths[:, np.newaxis] + lengths - 2 * gram
    pairs = np.triu(np.ones(squares.shape, dtype=bool), 1)
    return np.sqrt(np.maximum(squares[pairs], 0))


def distance_ratio(x):
    """Return the largest distance between two points, divided by the smallest.

    Parameters
    ----------
    x : array_like, shape (D, I)
        Points, one a column; at least two.

    Returns
    -------
    float
        Infinite if two points coincide.

    Notes
    -----
    UDL notebook 8.4.

    Examples
    --------
    >>> round(distance_ratio([[0, 3, 0], [0, 0, 4]]), 9)
    1.666666667
    """
    distances = pairwise_distances(x)
    if not distances.size:
        raise ValueError("x has fewer than two columns; a distance takes two points")
    with np.errstate(divide="ignore", invalid="ignore"):
        return float(distances.max() / distances.min())


def distance_moments(dimensions):
    """Return mean and standard deviation of the distance of two normal points.

    Parameters
    ----------
    dimensions : array_like of int
        Number of coordinates, D, each standard normal.

    Returns
    -------
    mean, deviation : ndarray
        Of the shape of `dimensions`.

    Examples
    --------
    The mean is nearly the root of 2 D, and the deviation nearly one.

    >>> mean, deviation = distance_moments(1000)
    >>> print(f"{mean:.3f} {deviation:.3f}")
    44.710 1.000
    """
    d = np.asarray(dimensions, dtype=float)
    mean = 2 * np.exp(_log_gamma((d + 1) / 2) - _log_gamma(d / 2))
    return mean, np.sqrt(2 * d - mean**2)


def log_distance_density(distance, dimensions):
    """Return the log density of the distance of two standard normal points.

    Parameters
    ----------
    distance : array_like
        Where, positive.
    dimensions : int
        Number of coordinates, D.

    Returns
    -------
    ndarray
        Of the shape of `distance`.

    Examples
    --------
    In two dimensions the density is r exp(-r² / 4) / 2.

    >>> float(np.exp(log_distance_density(2.0, 2)).round(6)), round(math.exp(-1), 6)
    (0.367879, 0.367879)
    """
    r, d = np.asarray(distance, dtype=float), dimensions
    constant = math.log(2) * (d - 1) + math.lgamma(d / 2)
    return (d - 1) * np.log(r) - r**2 / 4 - constant


def cosines(x):
    """Return the cosine of the angle between any two vectors.

    Parameters
    ----------
    x : array_like, shape (D, I)
        Vectors, one a column, none of them zero.

    Returns
    -------
    ndarray, shape (I, I)

    Examples
    --------
    >>> cosines([[1, 0], [0, 2]]).tolist()
    [[1.0, 0.0], [0.0, 1.0]]
    """
    x = np.asarray(x, dtype=float)
    units = x / np.linalg.norm(x, axis=0)
    return units.T @ units


def log_ball_volume(diameter, dimensions):
    """Return the natural logarithm of the volume of a ball.

    Parameters
    ----------
    diameter : float
        Positive.
    dimensions : array_like of int
        Number of dimensions, D.

    Returns
    -------
    ndarray
        Of the shape of `dimensions`.

    Notes
    -----
    UDL problem 8.7, with the logarithm of the gamma function.

    Examples
    --------
    An interval, a disk and a ball of radius 1: 2, pi and 4 pi / 3.

    >>> np.exp(log_ball_volume(2.0, [1, 2, 3])).round(4).tolist()
    [2.0, 3.1416, 4.1888]

    In 2000 dimensions the volume is too small for a float; its logarithm is not.

    >>> float(log_ball_volume(1.0, 2000).round(1))
    -6153.7
    """
    d = np.asarray(dimensions, dtype=float)
    half = d / 2
    return half * math.log(math.pi) + d * math.log(diameter / 2) - _log_gamma(half + 1)


def outer_share(dimensions, thickness=0.01):
    """Return the share of a ball's volume in its outer shell.

    Parameters
    ----------
    dimensions : array_like of int
        Number of dimensions, D.
    thickness : float, optional
        Thickness of the shell, as a share of the radius.

    Returns
    -------
    ndarray
        Of the shape of `dimensions`, between 0 and 1.

    Examples
    --------
    >>> outer_share([1, 2, 100]).round(4).tolist()
    [0.01, 0.0199, 0.634]
    """
    d = np.asarray(dimensions, dtype=float)
    return -np.expm1(d * math.log1p(-thickness))
