"""Shallow neural networks (UDL chapter 3).

Layout: examples are columns. Inputs are (D_i, I), or (I,) for one input;
hidden units are (D, I); outputs are (D_o, I), or (I,) for one output.
"""

import numpy as np

from udl.activations import relu


def hidden_units(x, beta_0, omega_0, activation=relu):
    """Activations of the hidden layer.

    Parameters
    ----------
    x : array_like, shape (D_i, I), or (I,) for one input
        Inputs.
    beta_0 : array_like, shape (D,)
        Offsets of the hidden units.
    omega_0 : array_like, shape (D, D_i), or (D,) for one input
        Slopes of the hidden units.
    activation : callable, optional
        Applied element by element; ReLU unless told.

    Returns
    -------
    ndarray, shape (D, I)
        Activations, a row a hidden unit.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 3.1, eq. 3.3; the general form is section 3.4, eq. 3.11.

    Examples
    --------
    >>> hidden_units([0.0, 2.0], beta_0=[-1.0], omega_0=[1.0]).tolist()
    [[0.0, 1.0]]
    """
    beta_0, omega_0 = np.asarray(beta_0, float), np.asarray(omega_0, float)
    x = np.asarray(x, float)
    if x.ndim == 1 and omega_0.ndim == 1:
        x, omega_0 = x[np.newaxis], omega_0[:, np.newaxis]
    if x.ndim != 2 or omega_0.shape != (beta_0.size, x.shape[0]) or beta_0.ndim != 1:
        raise ValueError(
            f"x {x.shape}, beta_0 {beta_0.shape} and omega_0 {omega_0.shape} do not "
            f"fit: they must be (D_i, I), (D,) and (D, D_i); for one input (I,), "
            f"(D,) and (D,)."
        )
    return activation(beta_0[:, np.newaxis] + omega_0 @ x)


def shallow_network(x, beta_0, omega_0, beta_1, omega_1, activation=relu):
    """Output of a network with one hidden layer.

    Parameters
    ----------
    x, beta_0, omega_0, activation
        As in `hidden_units`.
    beta_1 : array_like, shape (..., D_o), or (...) for one output
        Offsets of the outputs. Leading axes give several networks at once
        that differ in these offsets only: (S,) offsets of one output make S
        networks.
    omega_1 : array_like, shape (D_o, D), or (D,) for one output
        Weights from the hidden units to the outputs.

    Returns
    -------
    ndarray, shape (..., D_o, I), or (..., I) for one output
        Outputs.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 3.1, eq. 3.1; the general form is section 3.4, eq. 3.12.

    Examples
    --------
    One hidden unit bends at x = 1:

    >>> shallow_network([0.0, 3.0], [-1.0], [1.0], 5.0, [2.0]).tolist()
    [5.0, 9.0]
    """
    h = hidden_units(x, beta_0, omega_0, activation)
    beta_1, omega_1 = np.asarray(beta_1, float), np.asarray(omega_1, float)
    outputs = omega_1.shape[:-1]
    if omega_1.ndim not in (1, 2) or omega_1.shape[-1] != h.shape[0]:
        raise ValueError(
            f"omega_1 has shape {omega_1.shape}, but with {h.shape[0]} hidden units "
            f"it must be (D_o, {h.shape[0]}), or ({h.shape[0]},) for one output."
        )
    if outputs and beta_1.shape[-1:] != outputs:
        raise ValueError(
            f"beta_1 has shape {beta_1.shape}, but omega_1 {omega_1.shape} makes "
            f"{outputs[0]} outputs: the last axis of beta_1 must be {outputs[0]}."
        )
    return beta_1[..., np.newaxis] + omega_1 @ h
