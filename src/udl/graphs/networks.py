"""Graph convolutional networks that judge whole graphs (UDL sections 13.4 and 13.5).

Layout: ``A`` is (N, N); data of the nodes are columns, so that ``X`` and ``H`` are
(D, N).
"""

import numpy as np

from udl.networks.activations import relu, sigmoid

ATOMIC_NUMBERS = {"H": 1, "C": 6, "O": 8}
ETHANOL = "HHCHHCHOH"
ETHANOL_BONDS = ((0, 2), (1, 2), (3, 2), (2, 5), (4, 5), (6, 5), (7, 5), (8, 7))


def node_matrix(symbols, kinds=118):
    """Write the atoms of a molecule as one-hot columns.

    Parameters
    ----------
    symbols : sequence of str
        Chemical symbols of N atoms: "H", "C" or "O".
    kinds : int
        Number of rows, one for each chemical element.

    Returns
    -------
    ndarray, shape (kinds, N)
        Row 0 is for hydrogen, whose atomic number is 1.

    Examples
    --------
    >>> node_matrix("HOH", 8)[[0, 7]].tolist()
    [[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]
    """
    X = np.zeros((kinds, len(symbols)))
    X[[ATOMIC_NUMBERS[s] - 1 for s in symbols], range(len(symbols))] = 1
    return X


def convolution(H, A, beta, Omega):
    """Apply a graph convolutional layer.

    Parameters
    ----------
    H : array_like, shape (D, N)
        What the nodes hold.
    A : array_like, shape (N, N)
        Adjacency matrix, with a diagonal of zeros.
    beta : array_like, shape (E, 1)
        Offsets.
    Omega : array_like, shape (E, D)
        Weights.

    Returns
    -------
    ndarray, shape (E, N)
        ReLU(beta + Omega H (A + I)), UDL eq. 13.13.

    Examples
    --------
    >>> convolution([[1.0, 2.0]], [[0, 1], [1, 0]], [[0.5]], [[1.0]])
    array([[3.5, 3.5]])
    """
    return relu(beta + np.asarray(Omega) @ H @ (A + np.eye(len(A))))


def graph_network(A, X, parameters):
    """Judge a graph with convolutions, a mean over the nodes, and a sigmoid.

    Parameters
    ----------
    A : array_like, shape (N, N)
        Adjacency matrix.
    X : array_like, shape (D, N)
        Data of the nodes.
    parameters : sequence of (beta, Omega)
        One pair for each layer; the last one has a single row and is for the output.

    Returns
    -------
    ndarray, shape (1, 1)
        A probability, UDL eq. 13.11.

    Examples
    --------
    >>> layers = [([[0.0]], [[1.0]]), ([[0.0]], [[2.0]])]
    >>> graph_network([[0, 1], [1, 0]], [[1.0, -1.0]], layers).tolist()
    [[0.5]]
    """
    *hidden, (beta, omega) = parameters
    H = X
    for offset, weights in hidden:
        H = convolution(H, A, offset, weights)
    return sigmoid(beta + np.asarray(omega) @ np.mean(H, axis=1, keepdims=True))


def normalized(A):
    """Divide each entry of A + I by the root of both nodes' numbers of voices.

    Parameters
    ----------
    A : array_like, shape (N, N)
        Adjacency matrix.

    Returns
    -------
    ndarray, shape (N, N)
        UDL eq. 13.20, with each node counted among its own neighbors.

    Examples
    --------
    >>> normalized([[0, 1], [1, 0]]).round(6).tolist()
    [[0.5, 0.5], [0.5, 0.5]]
    """
    heard = np.asarray(A) + np.eye(len(A))
    roots = np.sqrt(heard.sum(axis=0))
    return heard / np.outer(roots, roots)


def drawn_parameters(hidden=200, kinds=118, layers=3, seed=1):
    """Draw the parameters of the published network.

    Parameters
    ----------
    hidden, kinds, layers : int
        Hidden units, rows of the data, and hidden layers.
    seed : int
        For numpy's older generator, as in the published notebook.

    Returns
    -------
    list of (beta, Omega)
        Offsets (hidden, 1) and weights, the hidden ones with the standard deviation
        2 / hidden, the output's with 1.

    Examples
    --------
    >>> [Omega.shape for beta, Omega in drawn_parameters()]
    [(200, 118), (200, 200), (200, 200), (1, 200)]
    """
    rng, parameters = np.random.RandomState(seed), []
    for columns in (kinds, *[hidden] * (layers - 1)):
        Omega = rng.normal(size=(hidden, columns)) * 2 / hidden
        beta = rng.normal(size=(hidden, 1)) * 2 / hidden
        parameters.append((beta, Omega))
    omega = rng.normal(size=(1, hidden))
    return [*parameters, (rng.normal(size=(1, 1)), omega)]
