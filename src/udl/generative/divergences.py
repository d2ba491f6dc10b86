"""How different two distributions are, bin by bin (UDL 15.2)."""

import numpy as np


def kl_divergence(p, q):
    """Kullback-Leibler divergence of two histograms, in nats.

    Parameters
    ----------
    p, q : array_like, shape (K,)
        Probabilities.

    Returns
    -------
    float
        Infinite if a bin is empty in `q` and not in `p`.

    Examples
    --------
    >>> float(kl_divergence([0.5, 0.5], [1.0, 0.0]))
    inf
    >>> round(float(kl_divergence([1.0, 0.0], [0.5, 0.5])), 6)
    0.693147
    """
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    there = p > 0
    if np.any(q[there] == 0):
        return np.inf
    return np.sum(p[there] * np.log(p[there] / q[there]))


def jensen_shannon(p, q):
    """Jensen-Shannon divergence of two histograms, in nats.

    Parameters
    ----------
    p, q : array_like, shape (K,)
        Probabilities; either may hold zeros.

    Returns
    -------
    float
        From 0, where both are the same, to log 2, where they never meet.

    Notes
    -----
    UDL eq. 15.9.

    Examples
    --------
    >>> round(float(jensen_shannon([1.0, 0.0], [0.0, 1.0])), 6)
    0.693147
    """
    middle = (np.asarray(p, dtype=float) + np.asarray(q, dtype=float)) / 2
    return (kl_divergence(p, middle) + kl_divergence(q, middle)) / 2
