"""Activation functions.

They work on arrays of any shape, element by element; `softmax` and `log_softmax`
alone mix the entries of a column, the outputs for one example.
"""

import numpy as np

from udl._shapes import as_columns


def relu(z):
    """Rectified linear unit: `z` where it is positive, zero elsewhere.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations.

    Returns
    -------
    ndarray, the shape of `z`
        Activations.

    Notes
    -----
    UDL section 3.1, eq. 3.2.

    Examples
    --------
    >>> relu([-2.0, 0.0, 3.0]).tolist()
    [0.0, 0.0, 3.0]
    """
    return np.maximum(0.0, z)


def softmax(f):
    """Turn the outputs for each example into probabilities of its classes.

    Parameters
    ----------
    f : array_like, shape (..., K, I)
        Outputs (logits): a row a class, a column an example. Leading axes hold
        several models.

    Returns
    -------
    ndarray, shape (..., K, I)
        Positive numbers; each column sums to one.

    Raises
    ------
    ValueError
        If `f` has fewer than two axes.

    Notes
    -----
    UDL section 5.5, eq. 5.22. The largest output of each column is subtracted
    first, which changes nothing but keeps the exponentials from overflowing.

    Examples
    --------
    Two examples (columns). Exponentials 1 and 3 make the shares 1/4 and 3/4; the
    second column is the first, lifted by 1000:

    >>> f = np.log([[1.0], [3.0]]) + [0.0, 1000.0]
    >>> softmax(f).round(6).tolist()
    [[0.25, 0.25], [0.75, 0.75]]
    """
    f = as_columns("f", f)
    exponentials = np.exp(f - np.max(f, axis=-2, keepdims=True))
    return exponentials / np.sum(exponentials, axis=-2, keepdims=True)


def log_softmax(f):
    """Logarithm of the softmax, finite where the softmax underflows to zero.

    Parameters
    ----------
    f : array_like, shape (..., K, I)
        Outputs (logits), as in `softmax`.

    Returns
    -------
    ndarray, shape (..., K, I)
        Natural logarithms of the class probabilities.

    Raises
    ------
    ValueError
        As in `softmax`.

    Notes
    -----
    The logarithm of UDL eq. 5.22: the output minus the log-sum-exp of its column.

    Examples
    --------
    >>> log_softmax([[0.0], [1000.0]]).tolist()
    [[-1000.0], [0.0]]
    """
    f = as_columns("f", f)
    shifted = f - np.max(f, axis=-2, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=-2, keepdims=True))


def sigmoid(z):
    """Logistic sigmoid: squashes any number into a probability.

    Parameters
    ----------
    z : array_like, any shape
        Network outputs (logits).

    Returns
    -------
    ndarray, the shape of `z`
        Values from 0 to 1.

    Notes
    -----
    UDL section 5.4, eq. 5.18. Only exponentials of negative numbers are taken, so
    nothing overflows.

    Examples
    --------
    >>> sigmoid([-1000.0, 0.0, 1000.0]).tolist()
    [0.0, 0.5, 1.0]
    """
    z = np.asarray(z, dtype=float)
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small)


def softplus(z):
    """Logarithm of ``1 + exp(z)``, finite for every finite `z`.

    Parameters
    ----------
    z : array_like, any shape
        Network outputs.

    Returns
    -------
    ndarray, the shape of `z`
        Positive values: near zero for very negative `z`, near `z` for large `z`.

    Notes
    -----
    The slope of softplus is the sigmoid.

    Examples
    --------
    >>> softplus([-1000.0, 0.0, 1000.0]).round(4).tolist()
    [0.0, 0.6931, 1000.0]
    """
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z)))
