"""Deep networks in matrix form, and networks composed into them (UDL chapter 4).

A network is a pair of lists, ``betas`` and ``omegas``. Entry k holds the offsets and
the weights that lead out of layer k: (D_{k+1}, 1) and (D_{k+1}, D_k), where layer 0 is
the input. Examples are columns.
"""

from itertools import pairwise

import numpy as np

from udl.activations import relu
from udl.shallow import shallow_network


def pre_activations(x, betas, omegas, activation=relu):
    """Sums that each layer receives, before its activation function.

    Parameters
    ----------
    x : array_like, shape (D_i, I), or (I,) for one input
        Inputs.
    betas : sequence of array_like, shapes (D_{k+1}, 1) or (D_{k+1},)
        Offsets, one array a layer.
    omegas : sequence of array_like, shapes (D_{k+1}, D_k)
        Weights, one matrix a layer.
    activation : callable, optional
        Applied element by element between the layers; ReLU unless told.

    Returns
    -------
    list of ndarray, shapes (D_{k+1}, I)
        The sums of each layer; the last are the outputs of the network.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 4.4, eq. 4.15.

    Examples
    --------
    >>> network = [[-2.0], [5.0]], [[[1.0]], [[4.0]]]
    >>> [f.tolist() for f in pre_activations([1.0, 3.0], *network)]
    [[[-1.0, 1.0]], [[5.0, 9.0]]]
    """
    betas, omegas = _columns_and_matrices(betas, omegas)
    h = np.asarray(x, float)
    h = h[np.newaxis] if h.ndim == 1 else h
    if h.ndim != 2 or h.shape[0] != omegas[0].shape[1]:
        raise ValueError(
            f"x has shape {np.shape(x)}, but omegas[0] {omegas[0].shape} takes "
            f"{omegas[0].shape[1]} inputs: x must be ({omegas[0].shape[1]}, I), an "
            f"example a column."
        )
    sums = []
    for beta, omega in zip(betas, omegas, strict=True):
        sums.append(beta + omega @ h)
        h = activation(sums[-1])
    return sums


def hidden_layers(x, betas, omegas, activation=relu):
    """Activations of the hidden layers.

    Parameters
    ----------
    x, betas, omegas, activation
        As in `pre_activations`.

    Returns
    -------
    list of ndarray, shapes (D_k, I)
        Activations h_1, ..., h_K.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 4.4, eq. 4.15.

    Examples
    --------
    >>> network = [[-2.0], [5.0]], [[[1.0]], [[4.0]]]
    >>> [h.tolist() for h in hidden_layers([1.0, 3.0], *network)]
    [[[0.0, 1.0]]]
    """
    sums = pre_activations(x, betas, omegas, activation)
    return [activation(f) for f in sums[:-1]]


def deep_network(x, betas, omegas, activation=relu):
    """Output of a network with any number of hidden layers.

    Parameters
    ----------
    x, betas, omegas, activation
        As in `pre_activations`.

    Returns
    -------
    ndarray, shape (D_o, I); (I,) if `x` is (I,) and there is one output
        Outputs.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 4.4, eq. 4.15 and 4.16.

    Examples
    --------
    One hidden unit bends at x = 2:

    >>> deep_network([1.0, 3.0], [[-2.0], [5.0]], [[[1.0]], [[4.0]]]).tolist()
    [5.0, 9.0]
    """
    y = pre_activations(x, betas, omegas, activation)[-1]
    return y[0] if np.ndim(x) == 1 and y.shape[0] == 1 else y


def composition(x, first, second):
    """Feed a shallow network's output into another shallow network.

    Parameters
    ----------
    x : array_like, shape (I,)
        Inputs of the first network.
    first, second : tuple
        ``beta_0, omega_0, beta_1, omega_1`` of each, as `shallow_network` takes them:
        shapes (D,), (D,), () and (D,).

    Returns
    -------
    ndarray, shape (I,)
        Outputs of the second network.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 4.1, eq. 4.1 to 4.4.

    Examples
    --------
    The first adds 1 to what is positive, the second doubles what is above 2:

    >>> add, double = ([0.0], [1.0], 1.0, [1.0]), ([-2.0], [1.0], 0.0, [2.0])
    >>> composition([0.0, 3.0], add, double).tolist()
    [0.0, 4.0]
    """
    y = shallow_network(x, *first)
    return shallow_network(y, *second)


def two_layers(x, theta, psi, phi, activation=relu):
    """Second layer of a network with two hidden layers, one input and one output.

    Parameters
    ----------
    x : array_like, shape (I,)
        Inputs.
    theta : array_like, shape (D_1, 2)
        Offset and slope of each unit of the first hidden layer.
    psi : array_like, shape (D_2, 1 + D_1)
        Offset and weights of each unit of the second hidden layer.
    phi : array_like, shape (1 + D_2,)
        Offset and weights of the output.
    activation : callable, optional
        Applied element by element; ReLU unless told.

    Returns
    -------
    sums : ndarray, shape (D_2, I)
        What the units of the second layer receive.
    clipped : ndarray, shape (D_2, I)
        Their activations.
    weighted : ndarray, shape (D_2, I)
        What they contribute to the output.
    y : ndarray, shape (I,)
        Outputs.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 4.3, eq. 4.7 to 4.9.

    Examples
    --------
    One unit a layer. The first passes x on, the second receives 1 - 2 x:

    >>> parts = two_layers([0.0, 3.0], [[0.0, 1.0]], [[1.0, -2.0]], [5.0, 10.0])
    >>> [part.tolist() for part in parts]
    [[[1.0, -5.0]], [[1.0, 0.0]], [[10.0, 0.0]], [15.0, 5.0]]
    """
    theta, psi, phi = (np.asarray(a, float) for a in (theta, psi, phi))
    if (
        np.ndim(x) != 1
        or psi.ndim != 2
        or theta.shape != (psi.shape[1] - 1, 2)
        or phi.shape != (len(psi) + 1,)
    ):
        raise ValueError(
            f"x {np.shape(x)}, theta {theta.shape}, psi {psi.shape} and phi "
            f"{phi.shape} do not fit: they must be (I,), (D_1, 2), (D_2, 1 + D_1) and "
            f"(1 + D_2,)."
        )
    h = activation(theta[:, :1] + theta[:, 1:] * np.asarray(x, float))
    sums = psi[:, :1] + psi[:, 1:] @ h
    clipped = activation(sums)
    weighted = phi[1:, np.newaxis] * clipped
    return sums, clipped, weighted, phi[0] + weighted.sum(axis=0)


def matrix_form(beta_0, omega_0, beta_1, omega_1):
    """Columns and matrices of a shallow network with one input and one output.

    Parameters
    ----------
    beta_0, omega_0, omega_1 : array_like, shape (D,)
        Offsets and slopes of the hidden units, and their weights.
    beta_1 : float
        Offset of the output.

    Returns
    -------
    betas : list of ndarray, shapes (D, 1) and (1, 1)
        Offsets.
    omegas : list of ndarray, shapes (D, 1) and (1, D)
        Weights.

    Raises
    ------
    ValueError
        If the three do not have the same length.

    Examples
    --------
    >>> betas, omegas = matrix_form([0.0, -2.0], [1.0, 3.0], 7.0, [5.0, 6.0])
    >>> [beta.tolist() for beta in betas]
    [[[0.0], [-2.0]], [[7.0]]]
    >>> [omega.tolist() for omega in omegas]
    [[[1.0], [3.0]], [[5.0, 6.0]]]
    """
    beta_0, omega_0, omega_1 = (
        np.asarray(a, float) for a in (beta_0, omega_0, omega_1)
    )
    if not beta_0.shape == omega_0.shape == omega_1.shape == (beta_0.size,):
        raise ValueError(
            f"beta_0 {beta_0.shape}, omega_0 {omega_0.shape} and omega_1 "
            f"{omega_1.shape} must all be (D,): a number for each hidden unit."
        )
    betas = [beta_0[:, np.newaxis], np.full((1, 1), float(beta_1))]
    return betas, [omega_0[:, np.newaxis], omega_1[np.newaxis]]


def compose(first, second):
    """Fold two networks into one that has the hidden layers of both.

    Parameters
    ----------
    first, second : tuple
        ``betas, omegas`` of each network. The second has as many inputs as the first
        has outputs.

    Returns
    -------
    betas, omegas : list of ndarray
        The network that computes ``second(first(x))``. Where the two meet, their
        offsets and weights are multiplied out; all others stay as they are.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 4.2, eq. 4.5 and 4.6, for any depth and width.

    Examples
    --------
    One unit each. The sum 3 - 2 (5 + 4 h) is -7 - 8 h:

    >>> first = [[1.0], [5.0]], [[[1.0]], [[4.0]]]
    >>> second = [[3.0], [0.0]], [[[-2.0]], [[1.0]]]
    >>> betas, omegas = compose(first, second)
    >>> betas[1].tolist(), omegas[1].tolist()
    ([[-7.0]], [[-8.0]])
    """
    (betas, omegas), (later_betas, later_omegas) = (
        _columns_and_matrices(*network) for network in (first, second)
    )
    outputs, inputs = omegas[-1].shape[0], later_omegas[0].shape[1]
    if outputs != inputs:
        raise ValueError(
            f"the first network has {outputs} outputs, "
            f"the second {inputs} inputs: they must agree."
        )
    beta = later_betas[0] + later_omegas[0] @ betas[-1]
    omega = later_omegas[0] @ omegas[-1]
    return (
        [*betas[:-1], beta, *later_betas[1:]],
        [*omegas[:-1], omega, *later_omegas[1:]],
    )


def random_network(sizes, rng):
    """Draw every offset and weight from a standard normal distribution.

    Parameters
    ----------
    sizes : sequence of int
        Number of inputs, of units in each hidden layer, and of outputs:
        D_i, D_1, ..., D_K, D_o.
    rng : numpy.random.Generator
        Where the numbers come from.

    Returns
    -------
    betas : list of ndarray, shapes (D_{k+1}, 1)
        Offsets.
    omegas : list of ndarray, shapes (D_{k+1}, D_k)
        Weights.

    Raises
    ------
    ValueError
        If there are fewer than two sizes, or one is not positive.

    Examples
    --------
    >>> betas, omegas = random_network([4, 5, 1], np.random.default_rng(0))
    >>> [beta.shape for beta in betas], [omega.shape for omega in omegas]
    ([(5, 1), (1, 1)], [(5, 4), (1, 5)])
    """
    betas, omegas = parameter_shapes(sizes)
    return (
        [rng.normal(size=shape) for shape in betas],
        [rng.normal(size=shape) for shape in omegas],
    )


def parameter_shapes(sizes):
    """Shapes of the offsets and weights of a fully connected network.

    Parameters
    ----------
    sizes : sequence of int
        Number of inputs, of units in each hidden layer, and of outputs:
        D_i, D_1, ..., D_K, D_o.

    Returns
    -------
    betas, omegas : list of tuple of int
        Rows and columns of each offset and of each matrix of weights.

    Raises
    ------
    ValueError
        If there are fewer than two sizes, or one is not positive.

    Notes
    -----
    UDL section 4.4, eq. 4.15.

    Examples
    --------
    >>> betas, omegas = parameter_shapes([2, 3, 1])
    >>> betas, omegas
    ([(3, 1), (1, 1)], [(3, 2), (1, 3)])
    """
    sizes = _as_sizes(sizes)
    betas = [(to, 1) for to in sizes[1:]]
    return betas, [(to, have) for have, to in pairwise(sizes)]


def parameter_count(sizes):
    """Count the offsets and weights of a fully connected network.

    Parameters
    ----------
    sizes : sequence of int
        Number of inputs, of units in each hidden layer, and of outputs:
        D_i, D_1, ..., D_K, D_o.

    Returns
    -------
    int
        How many numbers all offsets and weights are together.

    Raises
    ------
    ValueError
        If there are fewer than two sizes, or one is not positive.

    Examples
    --------
    Two inputs, three hidden units, one output: 3 (2 + 1) + 1 (3 + 1).

    >>> parameter_count([2, 3, 1])
    13
    """
    sizes = _as_sizes(sizes)
    return sum(to * (have + 1) for have, to in pairwise(sizes))


def _as_sizes(sizes):
    sizes = [int(size) for size in sizes]
    if len(sizes) < 2 or min(sizes) < 1:
        raise ValueError(
            f"sizes is {sizes}, but it must hold at least two positive numbers: "
            f"inputs, units of each hidden layer, outputs."
        )
    return sizes


def _columns_and_matrices(betas, omegas):
    if len(betas) != len(omegas) or not len(omegas):
        raise ValueError(
            f"{len(betas)} betas and {len(omegas)} omegas: there must be as many of "
            f"the one as of the other, and at least one."
        )
    columns, matrices = [], []
    for k, (beta, omega) in enumerate(zip(betas, omegas, strict=True)):
        beta, omega = np.asarray(beta, float), np.asarray(omega, float)
        if omega.ndim != 2 or beta.shape not in ((len(omega),), (len(omega), 1)):
            raise ValueError(
                f"betas[{k}] {beta.shape} and omegas[{k}] {omega.shape} do not fit: "
                f"they must be (D, 1) and (D, D_before)."
            )
        if matrices and omega.shape[1] != len(matrices[-1]):
            raise ValueError(
                f"omegas[{k}] has shape {omega.shape}, but the layer before has "
                f"{len(matrices[-1])} units: it must have as many columns."
            )
        columns.append(beta.reshape(-1, 1))
        matrices.append(omega)
    return columns, matrices
