"""Whom a node needs, and how to ask fewer (UDL section 13.7).

Layout: ``A`` is (N, N), symmetric, with zeros on the diagonal. A set of nodes is an
array of N zeros and ones. What random choices need is passed as ``u``, one uniform
number for each node or neighbor: those with the smallest are drawn.
"""

import numpy as np


def layer_below(A, needed):
    """Find the nodes whose values one layer of a graph network needs.

    Parameters
    ----------
    A : array_like, shape (N, N)
        Adjacency matrix.
    needed : array_like, shape (N,)
        1 for each node whose output is needed.

    Returns
    -------
    ndarray of int, shape (N,)
        1 for each of these nodes and their neighbors.

    Examples
    --------
    >>> A = [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]]
    >>> layer_below(A, [1, 0, 0, 0])
    array([1, 1, 0, 0])
    """
    needed = np.asarray(needed)
    return ((needed + np.asarray(A) @ needed) > 0).astype(int)


def receptive_field(A, node, layers):
    """Find the inputs that a node's output depends on.

    Parameters
    ----------
    A : array_like, shape (N, N)
        Adjacency matrix.
    node : int
        The node whose output is needed.
    layers : int
        Number of layers of the graph network.

    Returns
    -------
    ndarray of int, shape (N,)
        1 for each node whose input is needed.

    Examples
    --------
    >>> A = [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]]
    >>> receptive_field(A, 0, 2)
    array([1, 1, 1, 0])
    """
    needed = (np.arange(len(A)) == node).astype(int)
    for _ in range(layers):
        needed = layer_below(A, needed)
    return needed


def sampled_below(A, needed, count, u):
    """Draw a few new neighbors of the nodes that are needed.

    Parameters
    ----------
    A : array_like, shape (N, N)
        Adjacency matrix.
    needed : array_like, shape (N,)
        1 for each node whose output is needed.
    count : int
        Number of new nodes; fewer if there are not as many.
    u : array_like, shape (N,)
        Uniform numbers: the new nodes with the smallest are drawn.

    Returns
    -------
    ndarray of int, shape (N,)
        1 for each node that was needed or drawn.

    Examples
    --------
    >>> A = [[0, 1, 1, 1], [1, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0]]
    >>> sampled_below(A, [1, 0, 0, 0], 2, [0.0, 0.9, 0.1, 0.4])
    array([1, 0, 1, 1])
    """
    below = (np.asarray(needed) > 0).astype(int)
    new = np.flatnonzero(layer_below(A, below) - below)
    below[new[np.argsort(np.asarray(u)[new], kind="stable")[:count]]] = 1
    return below


def sampled_sum(x, count, u):
    """Estimate a sum from a few of its terms, drawn without replacement.

    Parameters
    ----------
    x : array_like, shape (d,)
        The terms, one for each neighbor.
    count : int
        How many are drawn; all, if there are not as many.
    u : array_like, shape (d,)
        Uniform numbers: the terms with the smallest are drawn.

    Returns
    -------
    float
        The sum of those drawn, times the number of terms over the number drawn.

    Examples
    --------
    >>> float(sampled_sum([1.0, 2.0, 5.0, 8.0], 2, [0.9, 0.1, 0.8, 0.3]))
    20.0
    """
    x = np.asarray(x, dtype=float)
    drawn = x[np.argsort(u, kind="stable")[:count]]
    return drawn.sum() * len(x) / max(len(drawn), 1)


def sampling_variance(x, count):
    """Compute the variance of the estimate of ``sampled_sum``.

    Parameters
    ----------
    x : array_like, shape (d,)
        The terms, at least two.
    count : int
        How many are drawn, from 1 to d.

    Returns
    -------
    float
        d (d - count) / count times the variance of the terms, with divisor d - 1.

    Examples
    --------
    >>> round(float(sampling_variance([1, 3], 1)), 6)  # the estimates are 2 and 6
    4.0
    """
    d = len(x)
    return d * (d - count) / count * np.var(x, ddof=1)


def smallest_sample(x, error):
    """Find the fewest terms for which the estimate is exact enough.

    Parameters
    ----------
    x : array_like, shape (d,)
        The terms, at least two.
    error : float
        The largest standard deviation allowed, above zero.

    Returns
    -------
    int
        From 1 to d; for all d of them the deviation is zero.

    Examples
    --------
    >>> smallest_sample([1, 3], 2.5), smallest_sample([1, 3], 1.5)
    (1, 2)
    """
    deviation = np.sqrt([sampling_variance(x, k) for k in range(1, len(x) + 1)])
    return int(np.argmax(deviation <= error)) + 1


def weighted_variance(x, p):
    """Compute the variance of x[m] / p[m], if m is drawn with probability p[m].

    Parameters
    ----------
    x : array_like, shape (d,)
        The terms of a sum.
    p : array_like, shape (d,)
        Probabilities above zero, which sum to one.

    Returns
    -------
    float

    Examples
    --------
    >>> weighted_variance([1, 3], [0.5, 0.5]), weighted_variance([1, 3], [0.25, 0.75])
    (4.0, 0.0)
    """
    x, p = np.asarray(x, dtype=float), np.asarray(p, dtype=float)
    return float(np.sum(p * (x / p - x.sum()) ** 2))
