"""Shallow neural networks (UDL chapter 3).

Layout: examples are columns. Inputs are (D_i, I), or (I,) for one input;
hidden units are (D, I); outputs are (D_o, I), or (I,) for one output.
"""

import numpy as np

from udl.networks.activations import relu


def pre_activations(x, beta_0, omega_0):
    """Linear functions of the input, before the activation function is applied.

    Parameters
    ----------
    x, beta_0, omega_0 : array_like
        As in `hidden_units`.

    Returns
    -------
    ndarray, shape (D, I)
        Pre-activations, a row a hidden unit.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 3.1: what stands inside the activation function in eq. 3.3.

    Examples
    --------
    >>> pre_activations([0.0, 2.0], beta_0=[-1.0], omega_0=[1.0]).tolist()
    [[-1.0, 1.0]]
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
    return beta_0[:, np.newaxis] + omega_0 @ x


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
    return activation(pre_activations(x, beta_0, omega_0))


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


# fmt: off
def three_unit_network(
    x, activation, phi_0, phi_1, phi_2, phi_3,
    theta_10, theta_11, theta_20, theta_21, theta_30, theta_31,
):
    """Everything that a network with three hidden units computes on the way.

    Parameters
    ----------
    x : array_like, shape (I,)
        Inputs, one number each.
    activation : callable
        Applied element by element.
    phi_0, phi_1, phi_2, phi_3 : float
        Offset of the output, and weights from the three units to it.
    theta_10, theta_11, theta_20, theta_21, theta_30, theta_31 : float
        Offset and slope of each unit.

    Returns
    -------
    tuple of ten ndarray, shape (I,)
        The output; three pre-activations; three activations; three weighted
        activations.

    Notes
    -----
    UDL section 3.1, eqs. 3.1, 3.3 and 3.4, with every parameter by its name there.
    `shallow_network` takes them as arrays.

    Examples
    --------
    One unit is on at x = 2, and counts five times:

    >>> y, *_ = three_unit_network([2.0], relu, 1, 5, 0, 0, -1, 1, 0, 0, 0, 0)
    >>> y.tolist()
    [6.0]
    """
    offsets, slopes = [theta_10, theta_20, theta_30], [theta_11, theta_21, theta_31]
    before = pre_activations(x, offsets, slopes)
    after = activation(before)
    weighted = np.array([[phi_1], [phi_2], [phi_3]], dtype=float) * after
    return (phi_0 + weighted.sum(axis=0), *before, *after, *weighted)


# fmt: on


def joints(beta_0, omega_0):
    """Inputs at which the hidden units of a network with one input switch.

    Parameters
    ----------
    beta_0, omega_0 : array_like, shape (D,)
        Offsets and slopes of the hidden units.

    Returns
    -------
    ndarray, shape (D,)
        Where each pre-activation is zero. A unit of slope zero never switches: its
        joint is nan.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 3.1.

    Examples
    --------
    3 - 2x is zero at 1.5:

    >>> joints([3.0], [-2.0]).tolist()
    [1.5]
    """
    beta_0, omega_0 = np.asarray(beta_0, float), np.asarray(omega_0, float)
    if beta_0.shape != omega_0.shape or beta_0.ndim != 1:
        raise ValueError(
            f"beta_0 {beta_0.shape} and omega_0 {omega_0.shape} must both be (D,): "
            f"joints are points only for networks with one input."
        )
    flat = omega_0 == 0
    return np.where(flat, np.nan, -beta_0 / np.where(flat, 1.0, omega_0))


def slopes(beta_0, omega_0, omega_1):
    """Slopes of the pieces of a ReLU network with one input and one output.

    Parameters
    ----------
    beta_0, omega_0 : array_like, shape (D,)
        Offsets and slopes of the hidden units.
    omega_1 : array_like, shape (D,)
        Weights from the hidden units to the output.

    Returns
    -------
    ndarray, shape (J + 1,)
        Slopes of the output left of the first of its J different joints, between
        neighboring joints, and right of the last, in this order.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 3.1: to each piece, the units that are on add ``omega_1 * omega_0``.

    Examples
    --------
    Two units, on to the right of 1 and to the left of 3:

    >>> slopes([-1.0, 3.0], [1.0, -1.0], [2.0, 5.0]).tolist()
    [-5.0, -3.0, 2.0]
    """
    beta_0, omega_0 = np.asarray(beta_0, float), np.asarray(omega_0, float)
    at = joints(beta_0, omega_0)
    omega_1 = np.asarray(omega_1, float)
    if omega_1.shape != omega_0.shape:
        raise ValueError(
            f"omega_1 has shape {omega_1.shape}, but with {omega_0.size} hidden units "
            f"and one output it must be {omega_0.shape}."
        )
    at = np.unique(at[np.isfinite(at)])
    inside = np.zeros(1)
    if at.size:
        inside = np.concatenate([[at[0] - 1], (at[1:] + at[:-1]) / 2, [at[-1] + 1]])
    on = pre_activations(inside, beta_0, omega_0) > 0
    return (omega_1 * omega_0) @ on
