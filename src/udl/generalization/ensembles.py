"""Ensembles: several models, fitted to resampled data, and their mean.

A family of fitted curves has a row for each member, (M, N), and a column for each input
of a grid. Errors are squares, averaged over the grid.
"""

import numpy as np

from udl.generalization.fixed_joints import fit_outputs, predict


def resample(x, y, rng):
    """Draw as many examples as there are, with replacement.

    Parameters
    ----------
    x, y : ndarray, shape (I,)
        Inputs and targets.
    rng : numpy.random.Generator
        Draws.

    Returns
    -------
    x, y : ndarray, shape (I,)
        Each input with its own target.

    Notes
    -----
    UDL section 9.3.2: bootstrap aggregating, or bagging.

    Examples
    --------
    >>> x, y = np.arange(5), 10 * np.arange(5)
    >>> x, y = resample(x, y, np.random.default_rng(0))
    >>> x.tolist(), y.tolist()
    ([4, 3, 2, 1, 1], [40, 30, 20, 10, 10])
    """
    chosen = rng.integers(len(x), size=len(x))
    return x[chosen], y[chosen]


def members(x, y, chosen, n_hidden, ridge, grid):
    """Fit a network with fixed joints to each resampled dataset, all at once.

    Parameters
    ----------
    x, y : ndarray, shape (I,)
        Inputs and targets.
    chosen : ndarray of int, shape (..., M, I)
        Numbers of the examples of each member's dataset.
    n_hidden : int
        Number of hidden units, D.
    ridge : float or ndarray, shape (D + 1,)
        As in `udl.generalization.fixed_joints.fit_outputs`.
    grid : array_like, shape (N,)
        Where the curves are wanted.

    Returns
    -------
    ndarray, shape (..., M, N)

    Examples
    --------
    Without noise, and without a unit to spare, all members agree.

    >>> x = np.array([0.0, 0.5, 1.0])
    >>> chosen = np.array([[0, 1, 2, 2], [0, 0, 1, 2]])
    >>> members(x, 1 + 2 * x, chosen, 1, 0.0, [0.25]).round(9).tolist()
    [[1.5], [1.5]]
    """
    return predict(grid, *fit_outputs(x[chosen], y[chosen], n_hidden, ridge))


def ambiguity(curves, truth):
    """Return the error of the mean curve, the members' mean error, and the difference.

    Parameters
    ----------
    curves : array_like, shape (..., M, N)
        A row for each member.
    truth : array_like, shape (N,)
        The curve that the data come from.

    Returns
    -------
    ensemble, average, spread : ndarray, shape (...)
        ``ensemble = average - spread``; the spread is the mean squared distance of a
        member from their mean, also called the ambiguity, and is not negative.

    Notes
    -----
    Krogh and Vedelsby (1995).

    Examples
    --------
    Errors of 1 and 9; the mean of the two curves is off by 1.

    >>> [float(part) for part in ambiguity([[1.0], [-3.0]], [0.0])]
    [1.0, 5.0, 4.0]
    """
    curves = np.asarray(curves, dtype=float)
    mean = curves.mean(axis=-2)
    ensemble = np.mean((mean - truth) ** 2, axis=-1)
    average = np.mean((curves - truth) ** 2, axis=(-2, -1))
    spread = np.mean((curves - mean[..., np.newaxis, :]) ** 2, axis=(-2, -1))
    return ensemble, average, spread
