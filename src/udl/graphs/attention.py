"""Attention on a graph: who listens to whom, and how much (UDL section 13.8).

Layout: nodes are columns, so that the data are (D, N). Tables of scores and weights are
(N, N); column n belongs to the listener n, and row m to the speaker m.
"""

import numpy as np

from udl.language.attention import attention_weights, softmask
from udl.networks.activations import relu


def additive_scores(Z, phi):
    """Score every pair of nodes by a weighted sum of what both hold.

    Parameters
    ----------
    Z : array_like, shape (D, N)
        Transformed data of the nodes.
    phi : array_like, shape (2 D,) or (2 D, 1)
        Weights: the first D for the speaker m, the others for the listener n.

    Returns
    -------
    ndarray, shape (N, N)
        Entry (m, n) is ReLU(phi^T [z_m; z_n]), UDL eq. 13.23.

    Examples
    --------
    >>> additive_scores([[1.0, 2.0]], [1.0, -1.0])
    array([[0., 0.],
           [1., 0.]])
    """
    Z, phi = np.asarray(Z), np.ravel(phi)
    speaker, listener = phi[: len(Z)] @ Z, phi[len(Z) :] @ Z
    return relu(speaker[:, None] + listener)


def dynamic_scores(U, R, phi):
    """Score every pair of nodes, with the activation inside of the weighted sum.

    Parameters
    ----------
    U, R : array_like, shape (D, N)
        What the nodes hold as speakers and as listeners.
    phi : array_like, shape (D,) or (D, 1)
        Weights.

    Returns
    -------
    ndarray, shape (N, N)
        Entry (m, n) is phi^T ReLU(u_m + r_n); Brody et al. (2022), with a ReLU.

    Examples
    --------
    >>> dynamic_scores([[1.0, 2.0]], [[-1.0, -2.0]], [3.0])
    array([[0., 0.],
           [3., 0.]])
    """
    U, R = np.asarray(U), np.asarray(R)
    return np.tensordot(np.ravel(phi), relu(U[:, :, None] + R[:, None, :]), axes=1)


def graph_attention(X, omega, beta, phi, A):
    """Apply one layer of graph attention.

    Parameters
    ----------
    X : array_like, shape (D, N)
        Data, a column a node.
    omega : array_like, shape (E, D)
        Weights.
    beta : array_like, shape (E, 1)
        Offsets.
    phi : array_like, shape (2 E,) or (2 E, 1)
        Weights of the scores, see `additive_scores`.
    A : array_like, shape (N, N)
        Adjacency matrix; each node may also listen to itself.

    Returns
    -------
    ndarray, shape (E, N)
        ReLU(Z W) with Z = beta + omega X and W the attention, UDL eq. 13.22 to 13.24.

    Examples
    --------
    Without neighbors a node listens to itself only:

    >>> graph_attention([[1.0, -1.0]], [[2.0]], [[0.5]], [1.0, 1.0], np.zeros((2, 2)))
    array([[2.5, 0. ]])
    """
    Z = np.asarray(beta) + np.asarray(omega) @ X
    return relu(Z @ softmask(additive_scores(Z, phi), np.asarray(A) + np.eye(len(A))))


def dot_product_attention(V, Q, K, A):
    """Let each node listen to neighbors whose keys resemble its query.

    Parameters
    ----------
    V : array_like, shape (E, N)
        Values, a column a node.
    Q, K : array_like, shape (D, N)
        Queries and keys.
    A : array_like, shape (N, N)
        Adjacency matrix; each node may also listen to itself.

    Returns
    -------
    ndarray, shape (E, N)
        Weighted means of values. The scores are K^T Q / sqrt(D), as in UDL section
        12.3; with every edge present this is the attention of a transformer.

    Examples
    --------
    >>> same, A = np.ones((1, 3)), [[0, 1, 0], [1, 0, 0], [0, 0, 0]]
    >>> dot_product_attention([[0.0, 3.0, 9.0]], same, same, A)
    array([[1.5, 1.5, 9. ]])
    """
    return V @ attention_weights(Q, K, allowed=np.asarray(A) + np.eye(len(A)))
