"""Linear functions of one, two, three and any number of inputs (UDL section 1.7).

"Linear" as the field says it: weighted inputs plus an offset (strictly: affine).
Layout: examples are columns. Inputs are (D_i, I), outputs (D_o, I); offsets are
(D_o,), and the matrix of weights is (D_o, D_i), a row for each output.
"""

import numpy as np


def linear_1d(x, beta, omega):
    """Line: a linear function of one input.

    Parameters
    ----------
    x : array_like
        Inputs, of any shape.
    beta : float
        Offset, the value at x = 0.
    omega : float
        Slope.

    Returns
    -------
    ndarray, shape of `x`
        Outputs.

    Raises
    ------
    ValueError
        If `beta` or `omega` is not a single number.

    Notes
    -----
    UDL section 1.7 sends readers to this material; UDL eq. 2.4 is the same line.

    Examples
    --------
    >>> linear_1d([0.0, 2.0], beta=1.0, omega=3.0).tolist()
    [1.0, 7.0]
    """
    _refuse_arrays(beta=beta, omega=omega)
    return beta + omega * np.asarray(x, float)


def linear_2d(x1, x2, beta, omega1, omega2):
    """Plane: a linear function of two inputs.

    Parameters
    ----------
    x1, x2 : array_like
        Inputs, of shapes that broadcast.
    beta : float
        Offset, the value at the origin.
    omega1, omega2 : float
        Slopes along the two inputs.

    Returns
    -------
    ndarray
        Outputs, in the common shape of `x1` and `x2`.

    Raises
    ------
    ValueError
        If `beta` or a slope is not a single number.

    Notes
    -----
    UDL section 1.7 sends readers to this material.

    Examples
    --------
    >>> float(linear_2d(1.0, 2.0, beta=5.0, omega1=1.0, omega2=-3.0))
    0.0
    """
    _refuse_arrays(beta=beta, omega1=omega1, omega2=omega2)
    return beta + omega1 * np.asarray(x1, float) + omega2 * np.asarray(x2, float)


def linear_3d(x1, x2, x3, beta, omega1, omega2, omega3):
    """Hyperplane: a linear function of three inputs.

    Parameters
    ----------
    x1, x2, x3 : array_like
        Inputs, of shapes that broadcast.
    beta : float
        Offset, the value at the origin.
    omega1, omega2, omega3 : float
        Slopes along the three inputs.

    Returns
    -------
    ndarray
        Outputs, in the common shape of the inputs.

    Raises
    ------
    ValueError
        If `beta` or a slope is not a single number.

    Notes
    -----
    UDL section 1.7 sends readers to this material.

    Examples
    --------
    >>> float(linear_3d(1.0, 2.0, 3.0, 10.0, 1.0, -1.0, 2.0))
    15.0
    """
    _refuse_arrays(omega3=omega3)
    plane = linear_2d(x1, x2, beta, omega1, omega2)
    return plane + omega3 * np.asarray(x3, float)


def affine(x, beta, omega):
    """Apply several linear functions of several inputs at once.

    Parameters
    ----------
    x : array_like, shape (D_i, I), or (D_i,) for one example
        Inputs, a column for each example.
    beta : array_like, shape (D_o,)
        Offsets, one for each output.
    omega : array_like, shape (D_o, D_i)
        Weights, a row for each output.

    Returns
    -------
    ndarray, shape (D_o, I), or (D_o,) for one example
        Outputs.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 1.7 sends readers to this material. In UDL eq. 4.15 it is what a
    network does between two layers, before the activation function.

    Examples
    --------
    Two functions of three inputs:

    >>> omega = [[1.0, 0.0, 2.0], [0.0, 1.0, -1.0]]
    >>> affine([1.0, 2.0, 3.0], beta=[10.0, 20.0], omega=omega).tolist()
    [17.0, 19.0]
    """
    x, beta, omega = (np.asarray(a, float) for a in (x, beta, omega))
    if omega.ndim != 2 or beta.shape != omega.shape[:1]:
        raise ValueError(
            f"beta {beta.shape} and omega {omega.shape} do not fit: they must be "
            f"(D_o,) and (D_o, D_i), one offset and one row of weights an output."
        )
    if x.ndim not in (1, 2) or x.shape[0] != omega.shape[1]:
        raise ValueError(
            f"x has shape {x.shape}, but omega {omega.shape} takes {omega.shape[1]} "
            f"inputs: x must be ({omega.shape[1]}, I), or ({omega.shape[1]},)."
        )
    offsets = beta if x.ndim == 1 else beta[:, np.newaxis]
    return offsets + omega @ x


def compose(beta_0, omega_0, beta_1, omega_1):
    """Replace two linear functions in a row by one.

    Parameters
    ----------
    beta_0 : array_like, shape (D,)
        Offsets of the function that is applied first.
    omega_0 : array_like, shape (D, D_i)
        Its weights.
    beta_1 : array_like, shape (D_o,)
        Offsets of the function that is applied second.
    omega_1 : array_like, shape (D_o, D)
        Its weights.

    Returns
    -------
    beta : ndarray, shape (D_o,)
        Offsets of the one function that does the same.
    omega : ndarray, shape (D_o, D_i)
        Its weights.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 1.7 sends readers to this material.

    Examples
    --------
    First double and add 1, then take 3 times that and add 5: 6 times, plus 8.

    >>> beta, omega = compose([1.0], [[2.0]], [5.0], [[3.0]])
    >>> beta.tolist(), omega.tolist()
    ([8.0], [[6.0]])
    """
    omega_0 = np.asarray(omega_0, float)
    if omega_0.ndim != 2 or np.shape(beta_0) != omega_0.shape[:1]:
        raise ValueError(
            f"beta_0 {np.shape(beta_0)} and omega_0 {omega_0.shape} do not fit: they "
            f"must be (D,) and (D, D_i)."
        )
    beta = affine(beta_0, beta_1, omega_1)
    return beta, np.asarray(omega_1, float) @ omega_0


def _refuse_arrays(**numbers):
    for name, value in numbers.items():
        if np.ndim(value):
            raise ValueError(
                f"{name} has shape {np.shape(value)}, but it must be a single number; "
                f"for several functions at once there is affine."
            )


def line_of_linear_network(beta_0, omega_0, beta_1, omega_1, u=0.0, v=1.0):
    """Offset and slope of what a network with a linear activation function computes.

    Parameters
    ----------
    beta_0, omega_0 : array_like, shape (D,)
        Offsets and slopes of the hidden units.
    beta_1 : float
        Offset of the output.
    omega_1 : array_like, shape (D,)
        Weights from the hidden units to the output.
    u, v : float, optional
        The activation function is ``u + v z``.

    Returns
    -------
    offset, slope : ndarray
        Two numbers: the output is ``offset + slope * x`` for every input.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Examples
    --------
    One unit computes 1 + 2x, twice of which and 5 make 7 + 4x:

    >>> line = line_of_linear_network([1.0], [2.0], 5.0, [2.0])
    >>> [float(number) for number in line]
    [7.0, 4.0]
    """
    beta_0, omega_0 = np.asarray(beta_0, float), np.asarray(omega_0, float)
    omega_1 = np.asarray(omega_1, float)
    if beta_0.ndim != 1 or not beta_0.shape == omega_0.shape == omega_1.shape:
        raise ValueError(
            f"beta_0 {beta_0.shape}, omega_0 {omega_0.shape} and omega_1 "
            f"{omega_1.shape} must all be (D,): one number for each hidden unit."
        )
    return beta_1 + omega_1 @ (u + v * beta_0), v * (omega_1 @ omega_0)
