"""Fitting a line by hand, one parameter at a time (UDL chapter 2).

Layout: data are x (I,) and y (I,), parameters phi (2,), offset first. The loss is the
sum of squares, as in `udl.fitting.regression`.
"""

import numpy as np

from udl._shapes import as_examples
from udl.fitting.regression import _parameters


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


def coordinate_descent(phi, x, y, moves, first=0):
    """Fit a line by changing one parameter at a time.

    Parameters
    ----------
    phi : array_like, shape (2,)
        Where to start: offset and slope.
    x, y : array_like, shape (I,)
        Inputs and targets.
    moves : int
        How many moves; each goes to the lowest loss along one parameter.
    first : int, optional
        The parameter that moves first: 0, the offset, or 1, the slope.

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
    path = [_start(phi)]
    for move in range(moves):
        path.append(_best_along((first + move) % 2, path[-1], x, y))
    return np.array(path)


def fit_by_hand(phi, x, y, step, first=0):
    """Fit a line as one would by hand: one parameter at a time, in fixed steps.

    Parameters
    ----------
    phi : array_like, shape (2,)
        Where to start: offset and slope.
    x, y : array_like, shape (I,)
        Inputs and targets.
    step : float
        Parameters change by whole multiples of this.
    first : int, optional
        The parameter that moves first: 0, the offset, or 1, the slope.

    Returns
    -------
    ndarray, shape (K, 2)
        The parameters visited, the start first. At the last ones, no step of either
        parameter alone makes the loss smaller. They need not be the best.

    Raises
    ------
    ValueError
        If `phi` is not (2,), `step` is not positive, or the data do not fit.

    Examples
    --------
    Each move ends next to the best value, half a step away at most:

    >>> fit_by_hand([0.0, 1.0], [0.0, 1.0], [1.0, 3.0], step=1.0).tolist()
    [[0.0, 1.0], [2.0, 1.0]]
    """
    if not step > 0:
        raise ValueError(f"step is {step}, but it must be positive.")
    path, parameter, idle = [_start(phi)], first, 0
    while idle < 2:
        way = _best_along(parameter, path[-1], x, y) - path[-1]
        steps = np.round(way / step)  # a parabola: the nearest is the lowest
        if np.any(steps):
            path.append(path[-1] + step * steps)
            idle = 0
        else:
            idle += 1
        parameter = 1 - parameter
    return np.array(path)


def _start(phi):
    phi = _parameters(phi)
    if phi.ndim != 1:
        raise ValueError(f"phi has shape {phi.shape}, but one start is a flat (2,).")
    return phi


def _best_along(parameter, phi, x, y):
    if parameter == 0:
        return np.array([best_offset(phi[1], x, y), phi[1]])
    return np.array([phi[0], best_slope(phi[0], x, y)])
