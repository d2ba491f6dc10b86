"""Softmax and its logarithm: from the outputs for an example to probabilities.

They work on each column, the outputs for one example.
"""

import numpy as np

from udl._shapes import as_columns


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
