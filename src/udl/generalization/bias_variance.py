"""Where the error on new data comes from: noise, bias and variance.

A family of fitted curves has a row for each dataset, (M, N), and a column for each
input of a grid. Errors are squares, averaged over the grid.
"""

import numpy as np

from udl.generalization.fixed_joints import fit_outputs, predict


def mean_and_deviation(draw, n_datasets, n_hidden, grid):
    """Fit one network to each of many datasets, and describe the family of curves.

    Parameters
    ----------
    draw : callable
        Returns inputs and targets of a new dataset, two arrays of shape (I,), at each
        call.
    n_datasets, n_hidden : int
        Number of datasets M, and of hidden units D.
    grid : array_like, shape (N,)
        Where the curves are compared.

    Returns
    -------
    mean, deviation : ndarray, shape (N,)
        Over the curves; the standard deviation divides by M.

    Notes
    -----
    UDL section 8.3 and figure 8.9; notebook 8.2 calls it get_model_mean_variance.

    Examples
    --------
    Two datasets on level lines, at 1 and at 3.

    >>> heights = iter([1.0, 3.0])
    >>> def draw():
    ...     return np.array([0.1, 0.5, 0.9]), np.full(3, next(heights))
    >>> mean, deviation = mean_and_deviation(draw, 2, 1, [0.0, 1.0])
    >>> mean.round(9).tolist(), deviation.round(9).tolist()
    ([2.0, 2.0], [1.0, 1.0])
    """
    datasets = [draw() for _ in range(n_datasets)]
    x, y = (np.array(part) for part in zip(*datasets, strict=True))
    curves = predict(grid, *fit_outputs(x, y, n_hidden))
    return curves.mean(axis=0), curves.std(axis=0)


def bias_and_variance(mean, deviation, truth):
    """Return squared bias and variance, averaged over the grid.

    Parameters
    ----------
    mean, deviation : array_like, shape (N,)
        Mean and standard deviation of the fitted curves.
    truth : array_like, shape (N,)
        The curve that the data come from.

    Returns
    -------
    bias, variance : float

    Notes
    -----
    UDL equation 8.7, without the noise.

    Examples
    --------
    >>> bias, variance = bias_and_variance([1.0, 3.0], [0.0, 2.0], [2.0, 2.0])
    >>> float(bias), float(variance)
    (1.0, 2.0)
    """
    off = np.asarray(mean, dtype=float) - np.asarray(truth)
    return np.mean(off**2), np.mean(np.square(deviation))


def neighbors_error(x, truth, sigma, k, at):
    """Return squared bias and variance of the mean of the k nearest targets, exactly.

    Parameters
    ----------
    x : array_like, shape (I,)
        Inputs, the same in each dataset.
    truth : callable
        The curve that the data come from, for arrays.
    sigma : float
        Standard deviation of the independent noise.
    k : int
        Number of neighbors, from 1 to I.
    at : float
        Where to predict.

    Returns
    -------
    bias, variance : float

    Examples
    --------
    The neighbors of 0 are 0 and 1; on a parabola, their mean is 1/2.

    >>> bias, variance = neighbors_error([3.0, 1.0, 0.0], np.square, 2.0, 2, 0.0)
    >>> float(bias), float(variance)
    (0.25, 2.0)
    """
    x = np.asarray(x, dtype=float)
    nearest = x[np.argsort(np.abs(x - at), kind="stable")[:k]]
    return (np.mean(truth(nearest)) - truth(at)) ** 2, sigma**2 / k
