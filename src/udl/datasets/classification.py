"""Data for classification: named arrays, a fresh copy at every call."""

import numpy as np

from udl.datasets.regression import _CHAPTER_5_X

_BINARY_Y = (0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1)


_CLASSES_Y = (2, 0, 1, 2, 1, 0, 0, 2, 2, 0, 2, 0, 2, 0, 1, 2, 1, 2, 1, 0)


def binary_classification():
    """Twenty yes-or-no labels against one input (chapter 5).

    Returns
    -------
    x : ndarray, shape (20,)
        Inputs between 0 and 1, in no order: those of `univariate_regression`.
    y : ndarray, shape (20,)
        Labels, 0.0 or 1.0.

    Notes
    -----
    The data of UDL's notebook 5.2.

    Examples
    --------
    >>> x, y = binary_classification()
    >>> x.shape, float(y.sum())
    ((20,), 11.0)
    """
    return np.array(_CHAPTER_5_X), np.array(_BINARY_Y, dtype=float)


def multiclass_classification():
    """Twenty observations of one of three classes against one input (chapter 5).

    Returns
    -------
    x : ndarray, shape (20,)
        Inputs between 0 and 1, in no order: those of `univariate_regression`.
    y : ndarray of int, shape (20,)
        Classes, numbered 0, 1 and 2.

    Notes
    -----
    The data of UDL's notebook 5.3.

    Examples
    --------
    >>> x, y = multiclass_classification()
    >>> x.shape, np.bincount(y).tolist()
    ((20,), [7, 5, 8])
    """
    return np.array(_CHAPTER_5_X), np.array(_CLASSES_Y)
