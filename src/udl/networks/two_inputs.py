"""Shallow networks with two inputs, written out unit by unit (UDL section 3.3).

`udl.networks.shallow.shallow_network` computes the same, and more, in one line of
matrices. Here each parameter has its own name, as in UDL equations 3.9 and 3.10.
"""


# fmt: off
def one_output(
    x1, x2, activation_fn, phi_0, phi_1, phi_2, phi_3,
    theta_10, theta_11, theta_12, theta_20, theta_21, theta_22,
    theta_30, theta_31, theta_32,
):
    """Network with two inputs, three hidden units and one output.

    Parameters
    ----------
    x1, x2 : float or ndarray
        The two inputs; arrays of one shape are taken element by element.
    activation_fn : callable
        Applied to the input of each hidden unit.
    phi_0, ..., phi_3 : float
        Offset of the output, and its weights for the three units.
    theta_10, ..., theta_32 : float
        ``theta_d0`` is the offset of unit d, ``theta_d1`` and ``theta_d2`` are its
        slopes along the two inputs.

    Returns
    -------
    float or ndarray
        The output, in the shape of the inputs.

    Notes
    -----
    UDL section 3.3, eqs. 3.9 and 3.10.

    Examples
    --------
    Only the first unit is active at (2, 0), with activation 1:

    >>> from udl.networks.activations import relu
    >>> y = one_output(2.0, 0.0, relu, 5, 10, 1, 1, -1, 1, 0, -9, 1, 0, -9, 0, 1)
    >>> float(y)
    15.0
    """
    h_1 = activation_fn(theta_10 + theta_11 * x1 + theta_12 * x2)
    h_2 = activation_fn(theta_20 + theta_21 * x1 + theta_22 * x2)
    h_3 = activation_fn(theta_30 + theta_31 * x1 + theta_32 * x2)
    return phi_0 + phi_1 * h_1 + phi_2 * h_2 + phi_3 * h_3


def two_outputs(
    x1, x2, activation_fn, phi_10, phi_11, phi_12, phi_13,
    phi_20, phi_21, phi_22, phi_23,
    theta_10, theta_11, theta_12, theta_20, theta_21, theta_22,
    theta_30, theta_31, theta_32,
):
    """Network with two inputs and two outputs, which share three hidden units.

    Parameters
    ----------
    x1, x2, activation_fn, theta_10, ..., theta_32
        As in `one_output`.
    phi_10, ..., phi_13 : float
        Offset of the first output, and its weights for the three units.
    phi_20, ..., phi_23 : float
        The same for the second output.

    Returns
    -------
    tuple of (float or ndarray)
        The two outputs, each in the shape of the inputs.

    Notes
    -----
    UDL section 3.3; the general form is section 3.4, eqs. 3.11 and 3.12.

    Examples
    --------
    >>> from udl.networks.activations import relu
    >>> theta = [-1, 1, 0, -9, 1, 0, -9, 0, 1]
    >>> y1, y2 = two_outputs(2.0, 0.0, relu, 5, 10, 1, 1, 7, -1, 1, 1, *theta)
    >>> float(y1), float(y2)
    (15.0, 6.0)
    """
    h_1 = activation_fn(theta_10 + theta_11 * x1 + theta_12 * x2)
    h_2 = activation_fn(theta_20 + theta_21 * x1 + theta_22 * x2)
    h_3 = activation_fn(theta_30 + theta_31 * x1 + theta_32 * x2)
    y1 = phi_10 + phi_11 * h_1 + phi_12 * h_2 + phi_13 * h_3
    y2 = phi_20 + phi_21 * h_1 + phi_22 * h_2 + phi_23 * h_3
    return y1, y2
# fmt: on
