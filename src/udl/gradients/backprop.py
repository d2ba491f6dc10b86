"""Backpropagation: derivatives of a loss by one sweep forward and one backward.

A network with K hidden layers has K + 1 pairs of parameters. Layer k computes
pre-activations ``f[k] = betas[k] + omegas[k] @ h[k]`` from activations ``h[k]``;
``h[0]`` are the inputs and ``f[K]`` the outputs. Examples are columns, and the loss is
a sum over them.
"""

import numpy as np

from udl.networks.activations import relu
from udl.networks.derivatives import relu_derivative


def forward_pass(x, betas, omegas, activation=relu):
    """Compute a deep network and keep everything that the backward pass needs.

    Parameters
    ----------
    x : array_like, shape (D_i, I)
        Inputs, a column an example.
    betas : sequence of array_like, K + 1 of shape (D_{k+1},)
        Biases, layer by layer.
    omegas : sequence of array_like, K + 1 of shape (D_{k+1}, D_k)
        Weights, layer by layer; ``D_0`` is ``D_i``.
    activation : callable, optional
        Applied element by element to all pre-activations except the last, which are
        the outputs; ReLU unless told.

    Returns
    -------
    preactivations : list of ndarray, K + 1 of shape (D_{k+1}, I)
        ``f[0]`` to ``f[K]``. The last holds the network's outputs.
    activations : list of ndarray, K + 1 of shape (D_k, I)
        ``h[0]``, which is `x`, to ``h[K]``.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 7.4, eqs. 7.17 and 7.24.

    Examples
    --------
    Two inputs, a layer of two units, one output:

    >>> f, h = forward_pass([[1.0], [2.0]], [[0.0, 1.0], [5.0]],
    ...                     [[[1.0, 1.0], [1.0, -1.0]], [[2.0, 9.0]]])
    >>> f[0].tolist(), h[1].tolist(), f[1].tolist()
    ([[3.0], [0.0]], [[3.0], [0.0]], [[11.0]])
    """
    h = np.asarray(x)
    if h.ndim != 2:
        raise ValueError(
            f"x has shape {h.shape}, but it must be (D_i, I), a column an example; "
            f"for one input, (1, I)."
        )
    if len(betas) != len(omegas):
        raise ValueError(
            f"{len(betas)} betas and {len(omegas)} omegas: each layer has one of both."
        )
    preactivations, activations = [], []
    for k, (beta, omega) in enumerate(zip(betas, omegas, strict=True)):
        beta, omega = np.asarray(beta), np.asarray(omega)
        if omega.shape != (beta.size, h.shape[0]) or beta.ndim != 1:
            raise ValueError(
                f"Layer {k} has betas {beta.shape} and omegas {omega.shape}, but its "
                f"input has {h.shape[0]} rows: they must be (D,) and (D, {h.shape[0]})."
            )
        f = beta[:, np.newaxis] + omega @ h
        activations.append(h)
        preactivations.append(f)
        h = activation(f)
    return preactivations, activations


def bias_gradient(dl_df):
    """Derivatives of a loss with respect to the biases of one layer.

    Parameters
    ----------
    dl_df : array_like, shape (D, I)
        Derivatives with respect to the layer's pre-activations.

    Returns
    -------
    ndarray, shape (D,)
        ``dl_df``, added over the examples.

    Notes
    -----
    UDL section 7.4, eqs. 7.22 and 7.25. The bias is added in every column, so it
    collects from all of them.

    Examples
    --------
    >>> bias_gradient([[1.0, 2.0], [0.0, -3.0]]).tolist()
    [3.0, -3.0]
    """
    return np.sum(_columns("dl_df", dl_df), axis=1)


def weight_gradient(dl_df, h):
    """Derivatives of a loss with respect to the weights of one layer.

    Parameters
    ----------
    dl_df : array_like, shape (D, I)
        Derivatives with respect to the layer's pre-activations.
    h : array_like, shape (D_in, I)
        What the weights were multiplied with on the way forward.

    Returns
    -------
    ndarray, shape (D, D_in)
        The outer products of the columns, added over the examples.

    Raises
    ------
    ValueError
        If the numbers of examples differ.

    Notes
    -----
    UDL section 7.4, eqs. 7.23 and 7.25.

    Examples
    --------
    >>> weight_gradient([[1.0], [2.0]], [[3.0], [0.0], [5.0]]).tolist()
    [[3.0, 0.0, 5.0], [6.0, 0.0, 10.0]]
    """
    dl_df, h = _columns("dl_df", dl_df), _columns("h", h)
    if dl_df.shape[1] != h.shape[1]:
        raise ValueError(
            f"dl_df {dl_df.shape} and h {h.shape} must have one column for each "
            f"example, equally many."
        )
    return dl_df @ h.T


def activation_gradient(omega, dl_df):
    """Derivatives of a loss with respect to the activations that entered a layer.

    Parameters
    ----------
    omega : array_like, shape (D, D_in)
        The layer's weights.
    dl_df : array_like, shape (D, I)
        Derivatives with respect to the layer's pre-activations.

    Returns
    -------
    ndarray, shape (D_in, I)
        Each activation collects from all the pre-activations that it fed.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 7.4, eqs. 7.21 and 7.25.

    Examples
    --------
    >>> activation_gradient([[1.0, 2.0, 3.0]], [[10.0]]).tolist()
    [[10.0], [20.0], [30.0]]
    """
    omega, dl_df = np.asarray(omega), _columns("dl_df", dl_df)
    if omega.ndim != 2 or omega.shape[0] != dl_df.shape[0]:
        raise ValueError(
            f"omega {omega.shape} and dl_df {dl_df.shape} do not fit: they must be "
            f"(D, D_in) and (D, I)."
        )
    return omega.T @ dl_df


def relu_gradient(f, dl_dh):
    """Derivatives of a loss with respect to pre-activations, from beyond a ReLU.

    Parameters
    ----------
    f : array_like, shape (D, I)
        Pre-activations, as the ReLU received them.
    dl_dh : array_like, shape (D, I)
        Derivatives with respect to the activations that the ReLU gave.

    Returns
    -------
    ndarray, shape (D, I)
        ``dl_dh`` where `f` is positive, zero elsewhere.

    Raises
    ------
    ValueError
        If the shapes differ.

    Notes
    -----
    UDL section 7.4, eq. 7.25. The slope at zero is taken to be zero.

    Examples
    --------
    >>> relu_gradient([[-1.0], [0.0], [1.0]], [[7.0], [8.0], [9.0]]).tolist()
    [[0.0], [0.0], [9.0]]
    """
    f, dl_dh = np.asarray(f), np.asarray(dl_dh)
    if f.shape != dl_dh.shape:
        raise ValueError(f"f {f.shape} and dl_dh {dl_dh.shape} must have one shape.")
    return np.where(f > 0, dl_dh, 0.0)


def backward_pass(omegas, preactivations, activations, dl_dout, slope=relu_derivative):
    """Compute the derivatives of a loss with respect to all parameters.

    Parameters
    ----------
    omegas : sequence of array_like, K + 1 of shape (D_{k+1}, D_k)
        Weights, as given to `forward_pass`.
    preactivations, activations : list of ndarray
        What `forward_pass` returned.
    dl_dout : array_like, shape (D_o, I)
        Derivatives of the loss with respect to the outputs, ``preactivations[-1]``.
    slope : callable, optional
        Slope of the activation function, element by element; the ReLU's unless told.

    Returns
    -------
    dl_dbetas : list of ndarray, K + 1 of shape (D_{k+1},)
        Derivatives with respect to the biases, added over the examples.
    dl_domegas : list of ndarray, K + 1 of shape (D_{k+1}, D_k)
        Derivatives with respect to the weights, added over the examples.
    dl_dfs : list of ndarray, K + 1 of shape (D_{k+1}, I)
        Derivatives with respect to the pre-activations, example by example.

    Raises
    ------
    ValueError
        If `dl_dout` does not have the shape of the outputs.

    Notes
    -----
    UDL section 7.4, eqs. 7.25 and 7.26. The biases do not enter the backward pass.

    Examples
    --------
    One hidden unit, ``3 * relu(2 x + 1) + 5``, and a loss that is its output: at
    x = 1 it rises by 3 for each unit of beta_0 and by 3 for each unit of omega_0.

    >>> omegas = [[[2.0]], [[3.0]]]
    >>> f, h = forward_pass([[1.0]], [[1.0], [5.0]], omegas)
    >>> dl_dbetas, dl_domegas, dl_dfs = backward_pass(omegas, f, h, [[1.0]])
    >>> [b.tolist() for b in dl_dbetas], [w.tolist() for w in dl_domegas]
    ([[3.0], [1.0]], [[[3.0]], [[3.0]]])
    """
    layers = len(omegas)
    dl_df = _columns("dl_dout", dl_dout)
    if dl_df.shape != preactivations[-1].shape:
        raise ValueError(
            f"dl_dout has shape {dl_df.shape}, but the outputs are "
            f"{preactivations[-1].shape}: one derivative for each."
        )
    dl_dbetas, dl_domegas, dl_dfs = ([None] * layers for _ in range(3))
    for k in reversed(range(layers)):
        dl_dfs[k] = dl_df
        dl_dbetas[k] = bias_gradient(dl_df)
        dl_domegas[k] = weight_gradient(dl_df, activations[k])
        if k > 0:
            dl_dh = activation_gradient(omegas[k], dl_df)
            dl_df = slope(preactivations[k - 1]) * dl_dh
    return dl_dbetas, dl_domegas, dl_dfs


def _columns(name, value):
    array = np.asarray(value, dtype=float)
    if array.ndim != 2:
        raise ValueError(
            f"{name} has shape {array.shape}, but it must have two axes: a column an "
            f"example."
        )
    return array
