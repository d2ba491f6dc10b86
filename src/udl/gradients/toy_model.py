"""A chain of four linear steps with a sine, an exponential and a cosine between.

The model is ``f[3]``, where ``f[k] = beta[k] + omega[k] * h[k]`` and ``h`` holds the
input, then ``sin(f[0])``, ``exp(f[1])`` and ``cos(f[2])``. All its numbers are scalars,
so every derivative can be followed by hand; `udl.gradients.backprop` does the same with
layers.
"""

import numpy as np


def toy_forward(x, y, beta, omega):
    """Compute the toy model and its loss, and keep every number on the way.

    Parameters
    ----------
    x, y : float or complex
        Input and target of one example.
    beta, omega : array_like, shape (4,) or (4, ...)
        Offsets and weights. Further axes hold several sets of parameters.

    Returns
    -------
    f : ndarray, shape (4,) or (4, ...)
        Results of the four linear steps; ``f[3]`` is the model's output.
    h : ndarray, the shape of `f`
        What was multiplied by the weights; ``h[0]`` is `x`.
    loss : number, or ndarray of shape (...)
        ``(f[3] - y) ** 2``, without a factor one half.

    Raises
    ------
    ValueError
        If `beta` or `omega` does not start with an axis of four.

    Notes
    -----
    UDL section 7.3, eqs. 7.5, 7.6 and 7.9. Complex parameters are allowed: the model
    is differentiable in the complex plane, which
    `udl.gradients.finite_differences` uses.

    Examples
    --------
    Weights zero and offsets 0, 1, 2 and 3 leave ``f[3]`` at 3:

    >>> f, h, loss = toy_forward(9.0, 1.0, [0, 1, 2, 3], [0, 0, 0, 0])
    >>> f.tolist(), h.round(3).tolist(), float(loss)
    ([0.0, 1.0, 2.0, 3.0], [9.0, 0.0, 2.718, -0.416], 4.0)
    """
    beta, omega = np.asarray(beta), np.asarray(omega)
    for name, array in (("beta", beta), ("omega", omega)):
        if array.ndim == 0 or array.shape[0] != 4:
            raise ValueError(
                f"{name} has shape {array.shape}, but it must be (4,), or (4, ...) for "
                f"several sets of parameters."
            )
    shape = np.broadcast_shapes(beta.shape, omega.shape)
    kind = np.result_type(x, y, beta, omega, float)
    f, h = np.empty(shape, kind), np.empty(shape, kind)
    h[0] = x
    f[0] = beta[0] + omega[0] * h[0]
    h[1] = np.sin(f[0])
    f[1] = beta[1] + omega[1] * h[1]
    h[2] = np.exp(f[1])
    f[2] = beta[2] + omega[2] * h[2]
    h[3] = np.cos(f[2])
    f[3] = beta[3] + omega[3] * h[3]
    return f, h, (f[3] - y) ** 2


def toy_backward(f, h, y, omega):
    """Compute the derivatives of the loss with respect to every number on the way.

    Parameters
    ----------
    f, h : array_like, shape (4,)
        What `toy_forward` kept.
    y : float
        Target.
    omega : array_like, shape (4,)
        Weights.

    Returns
    -------
    dl_df : ndarray, shape (4,)
        Derivatives of the loss with respect to `f`, computed from the last to the
        first.
    dl_dh : ndarray, shape (4,)
        Derivatives with respect to `h`; ``dl_dh[0]`` is that for the input.

    Raises
    ------
    ValueError
        If `f`, `h` or `omega` is not (4,).

    Notes
    -----
    UDL section 7.3, eqs. 7.11 to 7.13.

    Examples
    --------
    Weights one, offsets zero, x = 0: f and h run through 0, sin 0 = 0, exp 0 = 1 and
    cos 1. The loss rises with the output at twice the error:

    >>> f, h, _ = toy_forward(0.0, 0.0, [0, 0, 0, 0], [1, 1, 1, 1])
    >>> dl_df, dl_dh = toy_backward(f, h, 0.0, [1, 1, 1, 1])
    >>> bool(dl_df[3] == 2 * np.cos(1)), bool(dl_df[2] == -2 * np.cos(1) * np.sin(1))
    (True, True)
    """
    f, h, omega = (np.asarray(array, dtype=float) for array in (f, h, omega))
    for name, array in (("f", f), ("h", h), ("omega", omega)):
        if array.shape != (4,):
            raise ValueError(f"{name} has shape {array.shape}, but it must be (4,).")
    dl_df, dl_dh = np.empty(4), np.empty(4)
    dl_df[3] = 2 * (f[3] - y)
    dl_dh[3] = dl_df[3] * omega[3]
    dl_df[2] = dl_dh[3] * -np.sin(f[2])
    dl_dh[2] = dl_df[2] * omega[2]
    dl_df[1] = dl_dh[2] * h[2]  # the exponential is its own derivative
    dl_dh[1] = dl_df[1] * omega[1]
    dl_df[0] = dl_dh[1] * np.cos(f[0])
    dl_dh[0] = dl_df[0] * omega[0]
    return dl_df, dl_dh


def toy_parameter_gradients(dl_df, h):
    """Compute the derivatives of the loss with respect to offsets and weights.

    Parameters
    ----------
    dl_df : array_like, shape (4,)
        What `toy_backward` computed.
    h : array_like, shape (4,)
        What `toy_forward` kept.

    Returns
    -------
    dl_dbeta, dl_domega : ndarray, shape (4,)
        Derivatives with respect to ``beta`` and ``omega``.

    Raises
    ------
    ValueError
        If `dl_df` or `h` is not (4,).

    Notes
    -----
    UDL section 7.3, eqs. 7.14 to 7.16.

    Examples
    --------
    >>> dl_dbeta, dl_domega = toy_parameter_gradients([1, 2, 3, 4], [5, 6, 0, -1])
    >>> dl_dbeta.tolist(), dl_domega.tolist()
    ([1.0, 2.0, 3.0, 4.0], [5.0, 12.0, 0.0, -4.0])
    """
    dl_df, h = np.asarray(dl_df, dtype=float), np.asarray(h, dtype=float)
    if dl_df.shape != (4,) or h.shape != (4,):
        raise ValueError(f"dl_df {dl_df.shape} and h {h.shape} must both be (4,).")
    return dl_df.copy(), dl_df * h


def toy_first_weight_derivative(x, y, beta, omega):
    """Compute the derivative of the loss with respect to ``omega[0]``, written out.

    Parameters
    ----------
    x, y : float
        Input and target of one example.
    beta, omega : array_like, shape (4,)
        Offsets and weights.

    Returns
    -------
    float
        The derivative, from a single formula and without the backward pass.

    Notes
    -----
    UDL section 7.3, eq. 7.8. The same inner functions are computed again and again.

    Examples
    --------
    With ``omega[1] = 0`` the first weight has no way to the loss:

    >>> float(toy_first_weight_derivative(2.0, 1.0, [1, 1, 1, 1], [3, 0, 3, 3])) == 0
    True
    """
    beta, omega = np.asarray(beta, dtype=float), np.asarray(omega, dtype=float)
    sine = np.sin(beta[0] + omega[0] * x)
    power = np.exp(beta[1] + omega[1] * sine)
    angle = beta[2] + omega[2] * power
    error = beta[3] + omega[3] * np.cos(angle) - y
    inner = omega[1] * np.cos(beta[0] + omega[0] * x) * x
    return -2 * error * omega[3] * np.sin(angle) * omega[2] * power * inner
