"""Functions as jointly normal heights: kernels, and what examples leave of a prior.

A kernel gives the covariance of the heights of a function at two inputs. Matrices of it
have a row for each input of the first family and a column for each of the second.
"""

import numpy as np

from udl.networks.activations import relu


def powers(x, degree):
    """Give the powers of inputs, as features of a polynomial.

    Parameters
    ----------
    x : array_like, shape (N,)
        Inputs.
    degree : int
        Highest power.

    Returns
    -------
    ndarray, shape (degree + 1, N)
        A row for each power, from 0 on.

    Examples
    --------
    >>> powers([2.0, -1.0], 2).tolist()
    [[1.0, 1.0], [2.0, -1.0], [4.0, 1.0]]
    """
    return np.asarray(x, dtype=float) ** np.arange(degree + 1)[:, np.newaxis]


def ramps(x, joints):
    """Give a one and a ReLU from each joint on, as features of a bent line.

    Parameters
    ----------
    x : array_like, shape (N,)
        Inputs.
    joints : array_like, shape (D,)
        Where the ramps begin.

    Returns
    -------
    ndarray, shape (D + 1, N)
        A row of ones, and a row for each joint.

    Examples
    --------
    >>> ramps([0.0, 2.0], [1.0, -1.0]).tolist()
    [[1.0, 1.0], [0.0, 1.0], [1.0, 3.0]]
    """
    x = np.asarray(x, dtype=float)
    above = relu(x - np.asarray(joints, dtype=float)[:, np.newaxis])
    return np.vstack([np.ones(x.size), above])


def squared_exponential(a, b, length, sigma_p_sq):
    """Give the kernel of smooth functions without features that one could count.

    Parameters
    ----------
    a, b : array_like, shape (N,) and (M,)
        Inputs.
    length : float
        How far apart inputs are whose heights hang together: the correlation is 0.61
        there.
    sigma_p_sq : float
        Variance of each height.

    Returns
    -------
    ndarray, shape (N, M)

    Examples
    --------
    >>> squared_exponential([0.0, 1.0], [0.0], 1.0, 2.0).round(4).tolist()
    [[2.0], [1.2131]]
    """
    apart = np.subtract.outer(np.asarray(a, dtype=float), b)
    return sigma_p_sq * np.exp(-(apart**2) / (2 * length**2))


def condition(K, K_across, K_new, y, sigma_sq):
    """Return mean and covariance of heights at new inputs, given noisy examples.

    Parameters
    ----------
    K : array_like, shape (I, I)
        Prior covariance of the heights at the inputs of the examples.
    K_across : array_like, shape (I, N)
        Their covariance with the heights at the new inputs.
    K_new : array_like, shape (N, N)
        Prior covariance of the heights at the new inputs.
    y : array_like, shape (I,)
        Targets: heights plus independent noise.
    sigma_sq : float
        Variance of the noise.

    Returns
    -------
    mean : ndarray, shape (N,)
    covariance : ndarray, shape (N, N)
        Of the heights, without noise.

    Examples
    --------
    One height of variance 4, seen as 3 with noise of variance 1: the same as the
    posterior of `udl.generalization.bayesian` for one number.

    >>> mean, covariance = condition([[4.0]], [[4.0]], [[4.0]], [3.0], 1.0)
    >>> mean.round(9).tolist(), covariance.round(9).tolist()
    ([2.4], [[0.8]])
    """
    K_across = np.asarray(K_across, dtype=float)
    noisy = np.asarray(K, dtype=float) + sigma_sq * np.eye(len(K_across))
    gain = np.linalg.solve(noisy, K_across).T
    return gain @ np.asarray(y, dtype=float), K_new - gain @ K_across


def draw_functions(mean, covariance, z):
    """Turn standard normal numbers into draws, for a covariance without an inverse too.

    Parameters
    ----------
    mean, covariance : array_like, shape (N,) and (N, N)
        Of the heights.
    z : array_like, shape (N, S)
        Independent numbers of mean 0 and variance 1.

    Returns
    -------
    ndarray, shape (S, N)
        A row for each draw.

    Notes
    -----
    `udl.generalization.bayesian.draw_parameters` uses the Cholesky factor, which the
    heights of a line do not have: two of them fix all others.

    Examples
    --------
    >>> drawn = draw_functions([0.0, 1.0], [[2.0, 2.0], [2.0, 2.0]], [[0.0], [1.0]])
    >>> drawn.round(9).tolist()
    [[1.0, 2.0]]
    """
    values, axes = np.linalg.eigh(covariance)
    root = axes * np.sqrt(values.clip(0))
    return np.asarray(mean) + (root @ axes.T @ z).T
