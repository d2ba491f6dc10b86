"""Least squares with a line: the loss, its gradient, its minimum (UDL chapter 2).

Layout: data are x (I,) and y (I,). Parameters are phi (..., 2), offset first, slope
second; leading axes hold several lines at once, such as a mesh of (M, N) lines.
Losses add over the examples.
"""

import numpy as np

from udl._shapes import as_examples


def line(x, phi):
    """Line with an offset and a slope.

    Parameters
    ----------
    x : array_like, shape (I,)
        Inputs.
    phi : array_like, shape (..., 2)
        Offset and slope. Leading axes make several lines at once.

    Returns
    -------
    ndarray, shape (..., I)
        Predictions.

    Raises
    ------
    ValueError
        If `x` is not (I,) or the last axis of `phi` does not hold two parameters.

    Notes
    -----
    UDL section 2.2, eq. 2.4.

    Examples
    --------
    >>> line([0.0, 2.0], [1.0, 3.0]).tolist()
    [1.0, 7.0]
    >>> line([0.0, 2.0], [[1.0, 3.0], [0.0, -1.0]]).tolist()
    [[1.0, 7.0], [0.0, -2.0]]
    """
    x, phi = as_examples("x", x), _parameters(phi)
    return phi[..., :1] + phi[..., 1:] * x


def line_loss(phi, x, y):
    """Sum of squared errors of a line.

    Parameters
    ----------
    phi : array_like, shape (..., 2)
        Offset and slope. Leading axes make a scan or a mesh of losses.
    x, y : array_like, shape (I,)
        Inputs and targets.

    Returns
    -------
    ndarray, shape (...)
        One loss for each line.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 2.2, eq. 2.5: a sum, without one half and not divided by I.

    Examples
    --------
    The line y = x misses the points (0, 1) and (1, 3) by 1 and by 2:

    >>> float(line_loss([0.0, 1.0], [0.0, 1.0], [1.0, 3.0]))
    5.0
    """
    y = as_examples("y", y)
    f = as_examples("x", line(x, phi), like=y)
    return np.sum((f - y) ** 2, axis=-1)


def sum_of_squared_errors(x, y, phi_0, phi_1):
    """Sum of squared errors of one line, with its two parameters apart.

    Parameters
    ----------
    x, y : array_like, shape (I,)
        Inputs and targets.
    phi_0, phi_1 : float
        Offset and slope.

    Returns
    -------
    float
        The loss. For many lines at once there is `line_loss`.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 2.2, eq. 2.5.

    Examples
    --------
    >>> sum_of_squared_errors([0.0, 1.0], [1.0, 3.0], 0.0, 1.0)
    5.0
    """
    y = as_examples("y", y)
    x = as_examples("x", as_examples("x", x), like=y)
    errors = phi_0 + phi_1 * x - y
    return float(np.sum(errors**2))


def line_gradient(phi, x, y):
    """Slope of the loss along each of the two parameters.

    Parameters
    ----------
    phi, x, y : array_like
        As in `line_loss`.

    Returns
    -------
    ndarray, shape (..., 2)
        Derivatives by the offset and by the slope.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    Derivative of UDL eq. 2.5.

    Examples
    --------
    The errors of the line y = x at (0, 1) and (1, 3) are -1 and -2:

    >>> line_gradient([0.0, 1.0], [0.0, 1.0], [1.0, 3.0]).tolist()
    [-6.0, -4.0]
    """
    y = as_examples("y", y)
    x = as_examples("x", x)
    error = as_examples("x", line(x, phi), like=y) - y
    return 2 * np.stack([error.sum(axis=-1), (error * x).sum(axis=-1)], axis=-1)


def fit_line(x, y):
    """Offset and slope with the smallest sum of squared errors.

    Parameters
    ----------
    x, y : array_like, shape (I,)
        Inputs, not all equal, and targets.

    Returns
    -------
    ndarray, shape (2,)
        Offset and slope.

    Raises
    ------
    ValueError
        If the shapes do not fit, or all inputs are equal: then many lines are best.

    Notes
    -----
    Solves UDL eq. 2.6.

    Examples
    --------
    >>> fit_line([0.0, 1.0, 2.0], [1.0, 3.0, 5.0]).tolist()
    [1.0, 2.0]
    """
    y = as_examples("y", y)
    x = as_examples("x", as_examples("x", x), like=y)
    centered = x - x.mean()
    if not np.any(centered):
        raise ValueError(
            f"x holds {x.size} inputs that are all equal: they fix no slope. "
            f"At least two of them must differ."
        )
    slope = np.sum(centered * (y - y.mean())) / np.sum(centered**2)
    return np.array([y.mean() - slope * x.mean(), slope])


def _parameters(phi):
    phi = np.asarray(phi, float)
    if phi.shape[-1:] != (2,):
        raise ValueError(
            f"phi has shape {phi.shape}, but its last axis must hold the two "
            f"parameters, offset and slope: (..., 2)."
        )
    return phi
