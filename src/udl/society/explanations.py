"""Explanations of a model that can only be asked (UDL section 21.1, figure 21.3).

Layout: examples are columns, X is (D, N); a model takes X and returns N scores.
"""

from typing import NamedTuple

import numpy as np


class Surrogate(NamedTuple):
    """A linear model, beta + phi @ X.

    Parameters
    ----------
    beta : float
        What it says where all inputs are zero.
    phi : ndarray, shape (D,)
        One slope for each input.

    Examples
    --------
    >>> beta, phi = Surrogate(1.0, np.array([2.0, -1.0]))
    >>> float(beta + phi @ [3, 4])
    3.0
    """

    beta: float
    phi: np.ndarray


def ice_curve(model, x, k, values):
    """Ask a model about one person, with other values of one input.

    Parameters
    ----------
    model : callable
        Takes an array of shape (D, N), returns N scores.
    x : array_like, shape (D,)
        The person.
    k : int
        Which input to vary.
    values : array_like, shape (N,)

    Returns
    -------
    ndarray, shape (N,)
        Individual conditional expectation: the scores.

    Examples
    --------
    >>> ice_curve(lambda X: X[0] * X[1], [2, 3], 0, [0, 1, 2]).tolist()
    [0.0, 3.0, 6.0]
    """
    X = np.repeat(np.asarray(x, dtype=float)[:, np.newaxis], np.size(values), axis=1)
    X[k] = values
    return model(X)


def slice_scores(model, x, pair, values):
    """Ask a model about one person, with other values of two inputs.

    Parameters
    ----------
    model : callable
    x : array_like, shape (D,)
    pair : (int, int)
        The inputs to vary: horizontal and vertical.
    values : array_like, shape (N,)
        The same values for both.

    Returns
    -------
    ndarray, shape (N, N)
        Row i has the i-th value of the second input of the pair.

    Examples
    --------
    >>> slice_scores(lambda X: X[0] + 10 * X[1], [7, 7], (0, 1), [0, 1]).tolist()
    [[0.0, 1.0], [10.0, 11.0]]
    """
    across, up = np.meshgrid(values, values)
    X = np.repeat(np.asarray(x, dtype=float)[:, np.newaxis], across.size, axis=1)
    X[pair[0]], X[pair[1]] = across.ravel(), up.ravel()
    return model(X).reshape(across.shape)


def neighbors(x, u, radius):
    """Place samples around a person, evenly in a cube.

    Parameters
    ----------
    x : array_like, shape (D,)
    u : array_like, shape (D, N)
        Numbers that are uniform from 0 to 1.
    radius : float
        How far a sample can be, in each direction.

    Returns
    -------
    ndarray, shape (D, N)

    Examples
    --------
    >>> neighbors([1.0, 2.0], [[0.0, 0.5], [1.0, 0.5]], 0.5).tolist()
    [[0.5, 1.0], [2.5, 2.0]]
    """
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return x[:, np.newaxis] + radius * (2 * u - 1)


def fit_plane(X, y, weights=None):
    """Fit a linear model by least squares.

    Parameters
    ----------
    X : array_like, shape (D, N)
    y : array_like, shape (N,)
    weights : array_like, shape (N,), optional
        How much the squared error of each example counts.

    Returns
    -------
    Surrogate
        ``beta``, a float, and ``phi``, of shape (D,).

    Raises
    ------
    ValueError
        If a weight is negative, or if a number is not finite.

    Examples
    --------
    >>> beta, phi = fit_plane([[0, 1, 0, 1], [0, 0, 1, 1]], [5, 7, 4, 6])
    >>> float(round(beta, 6)), phi.round(6).tolist()
    (5.0, [2.0, -1.0])
    """
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    rows = np.vstack([np.ones(X.shape[1]), X]).T
    if weights is not None:
        weights = np.asarray(weights, dtype=float)
        if np.any(weights < 0):
            raise ValueError(
                f"weights should not be negative; one is {weights.min():g}"
            )
        root = np.sqrt(weights)
        rows, y = root[:, np.newaxis] * rows, root * y
    if not (np.all(np.isfinite(rows)) and np.all(np.isfinite(y))):
        raise ValueError("X, y and weights should be finite")
    fitted = np.linalg.lstsq(rows, y, rcond=None)[0]
    return Surrogate(float(fitted[0]), fitted[1:])


def lime(model, x, u, radius):
    """Explain a score by a linear model of the neighborhood.

    Parameters
    ----------
    model : callable
    x : array_like, shape (D,)
    u : array_like, shape (D, N)
        Numbers that are uniform from 0 to 1; see `neighbors`.
    radius : float

    Returns
    -------
    Surrogate

    Examples
    --------
    >>> u = np.random.default_rng(0).random((2, 50))
    >>> lime(lambda X: 3 * X[0] - X[1], [1, 1], u, 0.1).phi.round(6).tolist()
    [3.0, -1.0]
    """
    X = neighbors(x, u, radius)
    return fit_plane(X, model(X))
