"""Gradient descent, with a fixed rate or a line search (UDL section 6.1).

Every function gives the whole path, the start first: (steps + 1, ..., D). Parameters
are in the last axis. A learning rate is one number, or one for each step.
"""

import numpy as np

from udl._shapes import as_examples, as_rates, as_start
from udl.fitting.line_search import line_search


def gradient_descent(gradient, start, rate, steps):
    """Gradient descent with a learning rate that is set beforehand.

    Parameters
    ----------
    gradient : callable
        Function of the parameters, (..., D), that gives their gradient, (..., D).
    start : array_like, shape (..., D)
        Where to start. Leading axes are independent runs, if `gradient` takes them.
    rate : float or array_like, shape (steps,)
        Learning rate.
    steps : int
        How many steps.

    Returns
    -------
    ndarray, shape (steps + 1, ..., D)
        The path: start, and the parameters after each step.

    Raises
    ------
    ValueError
        If `start` is a number or `rate` has a wrong shape.

    Notes
    -----
    UDL section 6.1, eq. 6.3.

    Examples
    --------
    The loss phi^2 has the gradient 2 phi; a rate of 1/4 halves phi each time:

    >>> path = gradient_descent(lambda phi: 2 * phi, [8.0], rate=0.25, steps=3)
    >>> path.ravel().tolist()
    [8.0, 4.0, 2.0, 1.0]
    """
    path = [as_start(start)]
    for each in as_rates(rate, steps):
        path.append(path[-1] - each * np.asarray(gradient(path[-1])))
    return np.stack(path)


def gradient_step(phi, gradient, x, y, rate):
    """One step against the gradient of the loss of given examples.

    Parameters
    ----------
    phi : array_like, shape (D,)
        Where to start from.
    gradient : callable
        ``gradient(phi, x, y)``: gradient, (D,), of the loss of the examples.
    x, y : array_like, shape (I,)
        Inputs and targets.
    rate : float
        Learning rate.

    Returns
    -------
    ndarray, shape (D,)
        Where the step ends.

    Notes
    -----
    UDL section 6.1, eq. 6.3.

    Examples
    --------
    The loss (phi - 1)^2 + (phi - 3)^2 has, at 0, the gradient -8:

    >>> def gradient(phi, x, y):
    ...     return np.array([2 * np.sum(phi - y)])
    >>> gradient_step([0.0], gradient, [0, 0], [1, 3], 0.25).tolist()
    [2.0]
    """
    phi, x, y = np.asarray(phi, float), as_examples("x", x), as_examples("y", y)
    return phi - rate * gradient(phi, x, y)


def line_search_step(phi, loss, gradient, *, farthest=0.1):
    """One step against the gradient, with a learning rate found by a line search.

    Parameters
    ----------
    phi : array_like, shape (D,)
        Where to start from.
    loss, gradient : callable
        Functions of the parameters: one number, and (D,).
    farthest : float, optional
        The largest learning rate that is tried.

    Returns
    -------
    ndarray, shape (D,)
        Where the step ends.

    Notes
    -----
    UDL section 6.1, eq. 6.3. The search stops when its inner points are closer than
    0.00001, or after 15 rounds.

    Examples
    --------
    On 4 phi^2, with gradient 8 phi, the rate 1/8 leads to the bottom at once:

    >>> end = line_search_step([2.0], lambda p: 4 * p @ p, lambda p: 8 * p, farthest=1)
    >>> abs(float(end[0])) < 0.05
    True
    """
    phi = np.asarray(phi, dtype=float)
    slope = np.asarray(gradient(phi))
    rate = line_search(
        lambda trial: loss(phi - trial * slope),
        tolerance=1e-5,
        max_iterations=15,
        points=farthest * np.array([0, 0.33, 0.66, 1]),
    )
    return phi - rate * slope


def gradient_descent_with_line_search(loss, gradient, start, *, steps, farthest=0.1):
    """Gradient descent that searches for its learning rate at each step.

    Parameters
    ----------
    loss, gradient : callable
        Functions of the parameters: one number, and (D,).
    start : array_like, shape (D,)
        Where to start.
    steps : int
        How many steps.
    farthest : float, optional
        The largest learning rate that is tried.

    Returns
    -------
    ndarray, shape (steps + 1, D)
        The path: start, and the parameters after each step.

    Raises
    ------
    ValueError
        If `start` is a number.

    Notes
    -----
    UDL section 6.1, eq. 6.3.

    Examples
    --------
    >>> path = gradient_descent_with_line_search(
    ...     lambda p: 4 * p @ p, lambda p: 8 * p, [2.0], steps=3, farthest=1)
    >>> path.shape, abs(float(path[-1, 0])) < 1e-3
    ((4, 1), True)
    """
    path = [as_start(start)]
    for _ in range(steps):
        path.append(line_search_step(path[-1], loss, gradient, farthest=farthest))
    return np.stack(path)
