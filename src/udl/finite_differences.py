"""Gradients by finite differences: slow, and hard to get wrong."""

import numpy as np


def _point(phi, delta):
    phi = np.asarray(phi, dtype=float)
    if phi.ndim != 1:
        raise ValueError(
            f"phi has shape {phi.shape}, but it must be (D,): one value for each "
            f"parameter."
        )
    if delta == 0:
        raise ValueError("delta is 0, and a difference divides by it.")
    return phi


def forward_differences(loss, phi, delta=1e-4):
    """Gradient of a loss from its values at phi and one step ahead of it.

    Parameters
    ----------
    loss : callable
        Function of the parameters, (D,), that gives one number.
    phi : array_like, shape (D,)
        Where.
    delta : float, optional
        Length of the steps.

    Returns
    -------
    ndarray, shape (D,)
        The differences over `delta`. The loss is evaluated D + 1 times.

    Raises
    ------
    ValueError
        If `phi` is not (D,) or `delta` is 0.

    Notes
    -----
    For a smooth loss the error shrinks as `delta`, until digits cancel.

    Examples
    --------
    The loss phi^2 at 3 has the derivative 6, and ((3 + h)^2 - 9) / h is 6 + h:

    >>> forward_differences(lambda phi: phi[0] ** 2, [3.0], delta=0.25).tolist()
    [6.25]
    """
    phi = _point(phi, delta)
    here, steps = loss(phi), delta * np.eye(phi.size)
    return np.array([(loss(phi + step) - here) / delta for step in steps])


def central_differences(loss, phi, delta=1e-4):
    """Gradient of a loss from its values on both sides of phi.

    Parameters
    ----------
    loss, phi, delta
        As in `forward_differences`.

    Returns
    -------
    ndarray, shape (D,)
        The differences over twice `delta`. The loss is evaluated 2 D times.

    Raises
    ------
    ValueError
        As in `forward_differences`.

    Notes
    -----
    For a smooth loss the error shrinks as the square of `delta`.

    Examples
    --------
    For a parabola the errors of the two sides cancel:

    >>> central_differences(lambda phi: phi[0] ** 2, [3.0], delta=0.25).tolist()
    [6.0]
    """
    phi = _point(phi, delta)
    steps = delta * np.eye(phi.size)
    return np.array(
        [(loss(phi + step) - loss(phi - step)) / (2 * delta) for step in steps]
    )
