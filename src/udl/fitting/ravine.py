"""A valley that bends sixteen times more across than along (UDL section 6.4).

Layout: parameters are (..., 2); leading axes hold several points at once, such as those
of a grid or of a path.
"""

import numpy as np


def _as_points(phi):
    phi = np.asarray(phi, dtype=float)
    if phi.ndim == 0 or phi.shape[-1] != 2:
        raise ValueError(
            f"phi has shape {phi.shape}, but its last axis must hold the 2 "
            f"parameters: (2,), or (..., 2) for several points."
        )
    return phi


def _bell(phi):
    return np.exp(-2 * phi[..., 1] ** 2 - (phi[..., 0] - 0.7) ** 2 / 8)


def ravine_loss(phi):
    """Loss that is gentle along the first parameter and steep along the second.

    Parameters
    ----------
    phi : array_like, shape (..., 2)
        One point, or several.

    Returns
    -------
    ndarray, shape (...)
        One minus a bell whose top is at (0.7, 0): zero there, less than one anywhere.

    Raises
    ------
    ValueError
        If the last axis of `phi` is not 2.

    Notes
    -----
    The loss of UDL's notebook 6.5: 1 - exp(-2 phi_1^2 - (phi_0 - 0.7)^2 / 8).

    Examples
    --------
    Half a unit across costs as much as two units along:

    >>> ravine_loss([[0.7, 0.0], [0.7, 0.5], [2.7, 0.0]]).round(4).tolist()
    [0.0, 0.3935, 0.3935]
    """
    return 1 - _bell(_as_points(phi))


def ravine_gradient(phi):
    """Gradient of `ravine_loss`.

    Parameters
    ----------
    phi : array_like, shape (..., 2)
        One point, or several.

    Returns
    -------
    ndarray, shape (..., 2)
        Derivatives with respect to the two parameters.

    Raises
    ------
    ValueError
        If the last axis of `phi` is not 2.

    Notes
    -----
    The derivative of minus an exponential is minus the exponential times the
    derivative of the exponent.

    Examples
    --------
    Zero at the minimum; two units along it, exp(-1/2) times 2 / 4:

    >>> ravine_gradient([[0.7, 0.0], [2.7, 0.0]]).round(4).tolist()
    [[0.0, 0.0], [0.3033, 0.0]]
    """
    phi = _as_points(phi)
    bell = _bell(phi)
    return np.stack([bell * (phi[..., 0] - 0.7) / 4, bell * 4 * phi[..., 1]], axis=-1)
