"""The loss for one class of several, from its likelihood (UDL section 5.5).

Layout: targets are (I,), class numbers from 0. Outputs and probabilities are
(..., K, I), a row a class: the examples come last, and leading axes hold several models
at once (a scan). Losses add over the examples, as UDL does; nothing is averaged.
"""

import numpy as np

from udl._shapes import as_classes, as_columns
from udl.losses.distributions import (
    categorical_pmf,
)
from udl.losses.softmax import softmax


def categorical_likelihood(y, lam):
    """Likelihood of independent, categorically distributed targets.

    Parameters
    ----------
    y : array_like of int, shape (I,)
        Observed classes, numbered from 0 to K - 1.
    lam : array_like, shape (..., K, I)
        Probability of each class (row) for each example (column).

    Returns
    -------
    ndarray, shape (...)
        Product of the I probabilities. It underflows to zero for large I.

    Raises
    ------
    ValueError
        If the shapes do not fit, or `y` is not of integers from 0 to K - 1.

    Notes
    -----
    UDL sections 5.1 and 5.5, eqs. 5.1 and 5.21.

    Examples
    --------
    >>> lam = [[0.2, 0.5], [0.5, 0.25], [0.3, 0.25]]
    >>> float(categorical_likelihood([1, 0], lam))
    0.25
    """
    return np.prod(categorical_pmf(y, lam), axis=-1)


def categorical_negative_log_likelihood(y, lam):
    """Negative log-likelihood of categorical targets, from probabilities.

    Parameters
    ----------
    y, lam : array_like
        As in `categorical_likelihood`.

    Returns
    -------
    ndarray, shape (...)
        Minus the sum (not the mean) of the I log probabilities, in nats.
        Infinite where an observed class has the probability zero.

    Raises
    ------
    ValueError
        As in `categorical_likelihood`.

    Notes
    -----
    UDL section 5.5. From the outputs of a network, `multiclass_cross_entropy` is
    safer: it does not pass through probabilities, which underflow.

    Examples
    --------
    >>> lam = [[0.2, 0.5], [0.5, 0.25], [0.3, 0.25]]
    >>> round(float(categorical_negative_log_likelihood([1, 0], lam)), 4)
    1.3863
    """
    return -np.sum(np.log(categorical_pmf(y, lam)), axis=-1)


def multiclass_cross_entropy(y, f):
    """Multiclass cross-entropy loss, from the outputs of a network.

    Parameters
    ----------
    y : array_like of int, shape (I,)
        Observed classes, numbered from 0 to K - 1.
    f : array_like, shape (..., K, I)
        Outputs (logits), *before* the softmax: a row a class.

    Returns
    -------
    ndarray, shape (...)
        Sum (not the mean) over the examples, in nats. Finite for finite outputs.

    Raises
    ------
    ValueError
        If the shapes do not fit, or `y` is not of integers from 0 to K - 1.

    Notes
    -----
    UDL section 5.5, eq. 5.24.

    Examples
    --------
    Who knows nothing pays the logarithm of the number of classes:

    >>> round(float(multiclass_cross_entropy([2], [[0.0], [0.0], [0.0]])), 4)
    1.0986

    The naive form is infinite here:

    >>> float(multiclass_cross_entropy([0], [[0.0], [1000.0]]))
    1000.0
    """
    f = as_columns("f", f)
    y = as_classes(y, like=f)
    largest = np.max(f, axis=-2)
    lifted = f - largest[..., np.newaxis, :]
    log_sum_exp = largest + np.log(np.sum(np.exp(lifted), axis=-2))
    return np.sum(log_sum_exp - f[..., y, np.arange(y.size)], axis=-1)


def multiclass_cross_entropy_gradient(y, f):
    """Gradient of the multiclass cross-entropy with respect to the outputs.

    Parameters
    ----------
    y, f : array_like
        As in `multiclass_cross_entropy`.

    Returns
    -------
    ndarray, the shape of `f`
        Class probabilities, less one in the row of each observed class. Every
        column sums to zero.

    Raises
    ------
    ValueError
        As in `multiclass_cross_entropy`.

    Notes
    -----
    The derivative of UDL eq. 5.24.

    Examples
    --------
    >>> multiclass_cross_entropy_gradient([0], [[0.0], [0.0]]).tolist()
    [[-0.5], [0.5]]
    """
    gradient = softmax(f)
    y = as_classes(y, like=gradient)
    gradient[..., y, np.arange(y.size)] -= 1
    return gradient
