"""Deep networks in matrix form (UDL sections 4.3 and 4.4).

A network is a pair of lists, ``betas`` and ``omegas``. Entry k holds the offsets and
the weights that lead out of layer k: (D_{k+1}, 1) and (D_{k+1}, D_k), where layer 0 is
the input. Examples are columns.
"""

import numpy as np

from udl.networks.activations import relu


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


def one_layer(x, theta, phi, activation=relu):
    """Shallow network with one input and one output, its parameters in two tables.

    Parameters
    ----------
    x : array_like, shape (I,)
        Inputs.
    theta : array_like, shape (D, 2)
        Offset and slope of each hidden unit.
    phi : array_like, shape (1 + D,)
        Offset and weights of the output.
    activation : callable, optional
        Applied element by element; ReLU unless told.

    Returns
    -------
    ndarray, shape (I,)
        Outputs.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 4.1, eq. 4.1 and 4.2.

    Examples
    --------
    One unit bends at x = 2:

    >>> one_layer([1.0, 3.0], [[-2.0, 1.0]], [5.0, 4.0]).tolist()
    [5.0, 9.0]
    """
    theta, phi = np.asarray(theta, float), np.asarray(phi, float)
    if np.ndim(x) != 1 or theta.shape != (phi.size - 1, 2) or phi.ndim != 1:
        raise ValueError(
            f"x {np.shape(x)}, theta {theta.shape} and phi {phi.shape} do not fit: "
            f"they must be (I,), (D, 2) and (1 + D,)."
        )
    h = activation(theta[:, :1] + theta[:, 1:] * np.asarray(x, float))
    return phi[0] + phi[1:] @ h


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
