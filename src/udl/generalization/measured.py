"""How exactly an error is measured, and what comes of choosing by it."""

import numpy as np


def error_in_batches(network, x, y, batch_size):
    """Give the share of wrong digits, computed batch by batch.

    Parameters
    ----------
    network : callable
        Gives the outputs, (N, K), of inputs (N, D).
    x, y : ndarray, shape (N, D) and (N,)
        Inputs, and their classes from 0.
    batch_size : int

    Returns
    -------
    float

    Examples
    --------
    >>> outputs = np.array([[2.0, 1.0], [0.0, 3.0], [5.0, 4.0]])
    >>> error_in_batches(lambda x: x, outputs, np.array([0, 1, 1]), 2)
    0.3333333333333333
    """
    wrong = 0
    for start in range(0, len(x), batch_size):
        batch = slice(start, start + batch_size)
        wrong += np.sum(network(x[batch]).argmax(axis=1) != y[batch])
    return float(wrong / len(x))


def standard_error(error, examples):
    """Give the standard deviation of a measured share of wrong answers.

    Parameters
    ----------
    error : float or ndarray
        Probability that an answer is wrong.
    examples : int
        How many independent ones are in the test set.

    Returns
    -------
    float or ndarray

    Examples
    --------
    >>> float(standard_error(0.5, 2500))
    0.01
    """
    return np.sqrt(error * (1 - error) / examples)


def compare(wrong_a, wrong_b):
    """Compare two models on the same test set.

    Parameters
    ----------
    wrong_a, wrong_b : array_like of bool, shape (N,)
        For each example, whether the model is wrong.

    Returns
    -------
    difference, deviation : float
        How much larger the first error is, and the standard error of that.

    Examples
    --------
    >>> compare([1, 1, 0, 0], [1, 0, 0, 0])
    (0.25, 0.21650635094610965)
    """
    apart = np.asarray(wrong_a, float) - np.asarray(wrong_b, float)
    return float(apart.mean()), float(apart.std() / np.sqrt(apart.size))
