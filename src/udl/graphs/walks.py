"""Walks on a graph, counted with its adjacency matrix (UDL section 13.2).

Layout: ``A`` is (N, N), and ``A[m, n]`` is 1 if an edge joins nodes m and n. Edges have
no direction, so that A equals its transpose.
"""

import numpy as np


def adjacency_matrix(edges, nodes):
    """Write the edges of a graph as a table.

    Parameters
    ----------
    edges : sequence of (int, int)
        Pairs of nodes, numbered from 0.
    nodes : int
        Number of nodes, N.

    Returns
    -------
    ndarray of int, shape (N, N)
        1 for each edge, in both directions; 0 elsewhere.

    Examples
    --------
    >>> adjacency_matrix([(0, 1), (1, 2)], 3)
    array([[0, 1, 0],
           [1, 0, 1],
           [0, 1, 0]])
    """
    A = np.zeros((nodes, nodes), dtype=int)
    for m, n in edges:
        A[m, n] = A[n, m] = 1
    return A


def walks_between(A, start, end, length):
    """Count the walks between two nodes.

    Parameters
    ----------
    A : array_like, shape (N, N)
        Adjacency matrix.
    start, end : int
        The nodes.
    length : int
        Number of edges of a walk; an edge used twice counts twice.

    Returns
    -------
    int

    Examples
    --------
    >>> A = adjacency_matrix([(0, 1), (1, 2)], 3)
    >>> walks_between(A, 0, 1, 3)  # 0-1-0-1 and 0-1-2-1
    2
    """
    return int(walks_from(A, start, length)[end])


def walks_from(A, start, length):
    """Count the walks from one node to every node, with one vector.

    Parameters
    ----------
    A : array_like, shape (N, N)
        Adjacency matrix.
    start : int
        Where the walks start.
    length : int
        Number of edges of a walk.

    Returns
    -------
    ndarray, shape (N,)
        The number of walks that end at each node.

    Examples
    --------
    >>> walks_from(adjacency_matrix([(0, 1), (1, 2)], 3), 0, 2)
    array([1, 0, 1])
    """
    A = np.asarray(A)
    counts = np.zeros(len(A), dtype=A.dtype)
    counts[start] = 1
    for _ in range(length):
        counts = A @ counts
    return counts


def distance(A, start, end):
    """Find the fewest edges between two nodes.

    Parameters
    ----------
    A : array_like, shape (N, N)
        Adjacency matrix.
    start, end : int
        The nodes.

    Returns
    -------
    int
        The number of edges; -1 if no walk leads there.

    Examples
    --------
    >>> A = adjacency_matrix([(0, 1), (1, 2)], 4)
    >>> distance(A, 0, 2), distance(A, 0, 3)
    (2, -1)
    """
    A = np.asarray(A) > 0
    reached = np.arange(len(A)) == start
    for length in range(len(A)):
        if reached[end]:
            return length
        reached = A @ reached
    return -1


def connected(A):
    """Say whether every node can be reached from every other.

    Parameters
    ----------
    A : array_like, shape (N, N)
        Adjacency matrix.

    Returns
    -------
    bool

    Examples
    --------
    >>> A = adjacency_matrix([(0, 1), (1, 2)], 3)
    >>> connected(A), connected(adjacency_matrix([(0, 1)], 3))
    (True, False)
    """
    reached = np.arange(len(A)) == 0
    step = (np.asarray(A) > 0) | np.eye(len(A), dtype=bool)
    for _ in range(len(A)):
        reached = step @ reached
    return bool(reached.all())


def three_step_paths(A):
    """Count the paths of length three between any two different nodes.

    A path is a walk that visits no node twice.

    Parameters
    ----------
    A : array_like, shape (N, N)
        Adjacency matrix.

    Returns
    -------
    ndarray of int, shape (N, N)
        The counts; 0 on the diagonal.

    Examples
    --------
    >>> square = adjacency_matrix([(0, 1), (1, 2), (2, 3), (3, 0)], 4)
    >>> three_step_paths(square)[0]
    array([0, 1, 0, 1])
    """
    A = np.asarray(A)
    degree = A.sum(axis=0)
    paths = A @ A @ A - A * (degree[:, None] + degree - 1)
    return paths * (1 - np.eye(len(A), dtype=int))
