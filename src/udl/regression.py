"""Least squares with a line, in every detail (UDL chapter 2).

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


def best_offset(slope, x, y):
    """Offset with the smallest loss while the slope is held.

    Parameters
    ----------
    slope : float
        The slope that is held.
    x, y : array_like, shape (I,)
        Inputs and targets.

    Returns
    -------
    float
        The mean of what the offset has to explain.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Examples
    --------
    >>> best_offset(1.0, [0.0, 1.0], [1.0, 3.0])
    1.5
    """
    y = as_examples("y", y)
    x = as_examples("x", as_examples("x", x), like=y)
    return float(np.mean(y - slope * x))


def best_slope(offset, x, y):
    """Slope with the smallest loss while the offset is held.

    Parameters
    ----------
    offset : float
        The offset that is held.
    x, y : array_like, shape (I,)
        Inputs, not all zero, and targets.

    Returns
    -------
    float
        Slope of the best line through the point (0, offset).

    Raises
    ------
    ValueError
        If the shapes do not fit, or all inputs are zero.

    Examples
    --------
    >>> best_slope(1.0, [0.0, 1.0, 2.0], [1.0, 3.0, 5.0])
    2.0
    """
    y = as_examples("y", y)
    x = as_examples("x", as_examples("x", x), like=y)
    if not np.any(x):
        raise ValueError("x holds nothing but zeros: every slope fits equally well.")
    return float(np.sum(x * (y - offset)) / np.sum(x**2))


def coordinate_descent(phi, x, y, moves):
    """Fit a line by changing one parameter at a time, the offset first.

    Parameters
    ----------
    phi : array_like, shape (2,)
        Where to start: offset and slope.
    x, y : array_like, shape (I,)
        Inputs and targets.
    moves : int
        How many moves; each goes to the lowest loss along one parameter.

    Returns
    -------
    ndarray, shape (moves + 1, 2)
        The parameters visited, the start first.

    Raises
    ------
    ValueError
        If `phi` is not (2,) or the shapes of the data do not fit.

    Examples
    --------
    >>> coordinate_descent([0.0, 1.0], [0.0, 1.0], [1.0, 3.0], moves=2).tolist()
    [[0.0, 1.0], [1.5, 1.0], [1.5, 1.5]]
    """
    phi = _parameters(phi).copy()
    if phi.ndim != 1:
        raise ValueError(f"phi has shape {phi.shape}, but one start is a flat (2,).")
    path = [phi.copy()]
    for move in range(moves):
        if move % 2 == 0:
            phi[0] = best_offset(phi[1], x, y)
        else:
            phi[1] = best_slope(phi[0], x, y)
        path.append(phi.copy())
    return np.array(path)


def _parameters(phi):
    phi = np.asarray(phi, float)
    if phi.shape[-1:] != (2,):
        raise ValueError(
            f"phi has shape {phi.shape}, but its last axis must hold the two "
            f"parameters, offset and slope: (..., 2)."
        )
    return phi
