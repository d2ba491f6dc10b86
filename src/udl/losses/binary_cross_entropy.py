"""The loss for labels 0 and 1, from their likelihood (UDL section 5.4).

Layout: targets are (I,), one label an example. Outputs and probabilities are
(..., I): the examples come last, and leading axes hold several models at once (a
scan). Losses add over the examples, as UDL does; nothing is averaged.
"""

import numpy as np

from udl._shapes import as_examples, as_labels
from udl.losses.distributions import (
    bernoulli_cross_entropy,
    bernoulli_pmf,
)
from udl.networks.activations import sigmoid, softplus


def bernoulli_likelihood(y, lam):
    """Likelihood of independent yes-or-no labels.

    Parameters
    ----------
    y : array_like, shape (I,)
        Observed labels, each 0 or 1.
    lam : array_like, shape (..., I)
        Probability of a 1 that the model predicts for each example.

    Returns
    -------
    ndarray, shape (...)
        Product of the I probabilities. It underflows to zero for large I.

    Raises
    ------
    ValueError
        If `y` is not (I,) or holds other labels, the last axis of `lam` is not I, or
        `lam` is no probability.

    Notes
    -----
    UDL section 5.4, eqs. 5.17 and 5.19.

    Examples
    --------
    >>> float(bernoulli_likelihood([1, 0], [0.5, 0.25]))
    0.375
    """
    y = as_examples("y", y)
    return np.prod(bernoulli_pmf(y, as_examples("lam", lam, like=y)), axis=-1)


def bernoulli_negative_log_likelihood(y, lam):
    """Binary cross-entropy loss, from probabilities.

    Parameters
    ----------
    y, lam : array_like
        As in `bernoulli_likelihood`.

    Returns
    -------
    ndarray, shape (...)
        Minus the sum (not the mean) of the I log probabilities, in nats. Infinite
        if a label is observed that the model calls impossible.

    Raises
    ------
    ValueError
        As in `bernoulli_likelihood`.

    Notes
    -----
    UDL section 5.4, eq. 5.20. `binary_cross_entropy` takes the network outputs and
    keeps its precision where `lam` rounds to 0 or 1.

    Examples
    --------
    >>> loss = bernoulli_negative_log_likelihood([1, 0], [0.5, 0.25])
    >>> round(float(np.exp(-loss)), 4)
    0.375
    """
    y = as_labels("y", as_examples("y", y))
    lam = as_examples("lam", lam, like=y)
    return np.sum(bernoulli_cross_entropy(y, lam), axis=-1)


def binary_cross_entropy(y, f):
    """Binary cross-entropy loss, from network outputs.

    Parameters
    ----------
    y : array_like, shape (I,)
        Observed labels, each 0 or 1.
    f : array_like, shape (..., I)
        Network outputs (logits), before any sigmoid.

    Returns
    -------
    ndarray, shape (...)
        Sum (not the mean) of the losses of the I examples, in nats.

    Raises
    ------
    ValueError
        If `y` is not (I,) or holds other labels, or the last axis of `f` is not I.

    Notes
    -----
    UDL section 5.4, eq. 5.20, with the logarithms of the sigmoid written as softplus:
    finite for every finite `f`.

    Examples
    --------
    >>> round(float(binary_cross_entropy([1, 0], [0.0, 0.0])), 4)
    1.3863
    >>> float(binary_cross_entropy([0, 1], [1000.0, 1000.0]))
    1000.0
    """
    y = as_labels("y", as_examples("y", y))
    f = as_examples("f", f, like=y)
    return np.sum(softplus((1 - 2 * y) * f), axis=-1)


def binary_cross_entropy_gradient(y, f):
    """Slope of the binary cross-entropy loss in each network output.

    Parameters
    ----------
    y, f : array_like
        As in `binary_cross_entropy`.

    Returns
    -------
    ndarray, the shape of `f`
        Predicted probability minus label, an entry for each example.

    Raises
    ------
    ValueError
        As in `binary_cross_entropy`.

    Notes
    -----
    The derivative of UDL eq. 5.20 with respect to the network outputs.

    Examples
    --------
    >>> binary_cross_entropy_gradient([1, 0], [0.0, 0.0]).tolist()
    [-0.5, 0.5]
    """
    y = as_labels("y", as_examples("y", y))
    return sigmoid(as_examples("f", f, like=y)) - y


def best_logit_shift(y, f):
    """Find the number that, added to all outputs, minimizes binary cross-entropy.

    Parameters
    ----------
    y : array_like, shape (I,)
        Observed labels, each 0 or 1, and not all the same.
    f : array_like, shape (I,)
        Network outputs (logits).

    Returns
    -------
    float
        The shift at which the probabilities add up to the number of ones.

    Raises
    ------
    ValueError
        If the labels are all the same (then a larger shift is always better), or as
        in `binary_cross_entropy`.

    Notes
    -----
    The best offset of the network's last layer, found by halving an interval.

    Examples
    --------
    One label in four is a one, so each probability becomes a quarter:

    >>> shift = best_logit_shift([1, 0, 0, 0], [0.0, 0.0, 0.0, 0.0])
    >>> sigmoid(shift).round(4).tolist()
    0.25
    """
    y = as_labels("y", as_examples("y", y))
    f = as_examples("f", as_examples("f", f), like=y)
    ones, zeros = np.sum(y), np.sum(1 - y)
    if not ones or not zeros:
        raise ValueError("y holds one label only: no finite shift is best.")
    log_odds = np.log(ones / zeros)
    low, high = log_odds - np.max(f), log_odds - np.min(f)
    while low < (middle := (low + high) / 2) < high:
        if np.sum(sigmoid(f + middle)) < ones:
            low = middle
        else:
            high = middle
    return float(middle)
