"""Shallow ReLU networks on [0, 1] with fixed joints: only their outputs are fitted.

With D hidden units, unit d is ReLU(x - d / D), d = 0, ..., D - 1. The output is a
linear function of offset and weights, so least squares fits it exactly. Families of
datasets or of models have their axes first: x is (..., I), omega is (..., D).
"""

import numpy as np

from udl.networks.activations import relu


def hidden_units(x, count):
    """Return the activations of the hidden units, and a row of ones.

    Parameters
    ----------
    x : array_like, shape (..., I)
        Inputs.
    count : int
        Number of hidden units, D.

    Returns
    -------
    ndarray, shape (..., D + 1, I)
        A row a unit, the joint farthest to the left first; the last row is one.

    Notes
    -----
    UDL section 9.3.5 and its notebook 9.4, where this matrix is H.

    Examples
    --------
    >>> hidden_units([0.0, 0.75], 2).tolist()
    [[0.0, 0.75], [0.0, 0.25], [1.0, 1.0]]
    """
    x = np.asarray(x, dtype=float)[..., np.newaxis, :]
    joints = np.arange(count)[:, np.newaxis] / count
    return np.concatenate([relu(x - joints), np.ones_like(x)], axis=-2)


def fit_outputs(x, y, count, ridge=0.0):
    """Fit offset and weights by least squares, all datasets of a family at once.

    Parameters
    ----------
    x, y : array_like, shape (..., I)
        Inputs and targets.
    count : int
        Number of hidden units, D.
    ridge : float or array_like, shape (D + 1,), optional
        This times the squares of the parameters is added to the sum of squared errors;
        an array has a number for each weight, and the last is for the offset. Without
        it, of several best fits the shortest is returned.

    Returns
    -------
    beta : ndarray, shape (...)
        Offset.
    omega : ndarray, shape (..., D)
        Weights.

    Examples
    --------
    Three points on a line of slope 2 from 1: no unit but the first is needed.

    >>> beta, omega = fit_outputs([0.0, 0.5, 1.0], [1.0, 2.0, 3.0], 2)
    >>> float(beta.round(9)), omega.round(9).tolist()
    (1.0, [2.0, 0.0])
    """
    h, y = hidden_units(x, count), np.asarray(y, dtype=float)[..., np.newaxis]
    if np.any(ridge):
        normal = h @ h.swapaxes(-1, -2) + ridge * np.eye(count + 1)
        phi = np.linalg.solve(normal, h @ y)[..., 0]
    else:
        phi = (np.linalg.pinv(h.swapaxes(-1, -2)) @ y)[..., 0]
    return phi[..., -1], phi[..., :-1]


def predict(x, beta, omega):
    """Return the outputs of networks whose joints are fixed.

    Parameters
    ----------
    x : array_like, shape (I,)
        Inputs.
    beta : array_like, shape (...)
        Offsets.
    omega : array_like, shape (..., D)
        Weights.

    Returns
    -------
    ndarray, shape (..., I)

    Examples
    --------
    A tent: up from 1, and down again from the middle.

    >>> predict([0.0, 0.5, 1.0], 1.0, [2.0, -4.0]).tolist()
    [1.0, 2.0, 1.0]
    """
    omega = np.asarray(omega, dtype=float)
    beta = np.asarray(beta, dtype=float)[..., np.newaxis]
    return beta + omega @ hidden_units(x, omega.shape[-1])[:-1]
