"""Running averages of gradients: momentum and Nesterov's form (UDL section 6.3).

Every path has the start first: (steps + 1, ..., D). Parameters stand in the last axis.
A learning rate is one number, or one for each step.
"""

import numpy as np

from udl._shapes import as_floats, as_rates, as_start, check_decay


def momentum_step(phi, m, gradient, rate, beta):
    """One step along a running average of the gradients.

    Parameters
    ----------
    phi : array_like, shape (..., D)
        Where to start from.
    m : array_like, shape (..., D)
        Running average of the gradients so far; zero at the first step.
    gradient : callable
        Function of the parameters that gives their gradient, (..., D).
    rate : float
        Learning rate: the step is this times the new average.
    beta : float
        Share of the old average that the new one keeps, at least 0, less than 1.

    Returns
    -------
    phi : ndarray, shape (..., D)
        Where the step ends.
    m : ndarray, shape (..., D)
        The new average.

    Raises
    ------
    ValueError
        If `beta` is outside its range.

    Notes
    -----
    UDL section 6.3, eq. 6.11. Libraries often leave out the factor 1 - beta of the
    gradient; their learning rate is then this one times 1 - beta.

    Examples
    --------
    The gradient at 3 is 6; half of it joins half of the old average 2:

    >>> phi, m = momentum_step([3.0], [2.0], lambda phi: 2 * phi, 0.25, 0.5)
    >>> phi.tolist(), m.tolist()
    ([2.0], [4.0])
    """
    check_decay("beta", beta)
    phi, m = as_floats(phi, m)
    m = beta * m + (1 - beta) * np.asarray(gradient(phi))
    return phi - rate * m, m


def nesterov_step(phi, m, gradient, rate, beta):
    """One step of Nesterov momentum: the gradient is taken where momentum leads.

    Parameters
    ----------
    phi, m, gradient, rate, beta
        As in `momentum_step`.

    Returns
    -------
    phi, m : ndarray, shape (..., D)
        As in `momentum_step`.

    Raises
    ------
    ValueError
        If `beta` is outside its range.

    Notes
    -----
    UDL section 6.3.1, eq. 6.12. Without a new gradient the average would become
    beta m, and the step would lead to phi - rate beta m: there the gradient is taken.

    Examples
    --------
    Momentum alone leads from 3 to 3 - 0.25 * 0.5 * 8 = 2, where the gradient is 4:

    >>> phi, m = nesterov_step([3.0], [8.0], lambda phi: 2 * phi, 0.25, 0.5)
    >>> phi.tolist(), m.tolist()
    ([1.5], [6.0])
    """
    check_decay("beta", beta)
    phi, m = as_floats(phi, m)
    ahead = phi - rate * beta * m
    m = beta * m + (1 - beta) * np.asarray(gradient(ahead))
    return phi - rate * m, m


def momentum(gradient, start, rate, steps, beta=0.9, nesterov=False):
    """Gradient descent with momentum.

    Parameters
    ----------
    gradient : callable
        Function of the parameters, (..., D), that gives their gradient, (..., D).
    start : array_like, shape (..., D)
        Where to start.
    rate : float or array_like, shape (steps,)
        Learning rate.
    steps : int
        How many steps.
    beta : float, optional
        Share of the old average that the new one keeps; 0 is gradient descent.
    nesterov : bool, optional
        Take the gradient where momentum alone would lead.

    Returns
    -------
    ndarray, shape (steps + 1, ..., D)
        The path: start, and the parameters after each step.

    Raises
    ------
    ValueError
        If `start` is a number, `rate` has a wrong shape or `beta` is out of range.

    Notes
    -----
    UDL section 6.3, eqs. 6.11 and 6.12. The average starts at zero.

    Examples
    --------
    With a constant gradient of 8 the average climbs to it: 4, 6, 7.

    >>> slope = lambda phi: np.full_like(phi, 8.0)
    >>> momentum(slope, [0.0], rate=1.0, steps=3, beta=0.5).ravel().tolist()
    [0.0, -4.0, -10.0, -17.0]
    """
    step = nesterov_step if nesterov else momentum_step
    path = [as_start(start)]
    m = np.zeros_like(path[0])
    for each in as_rates(rate, steps):
        phi, m = step(path[-1], m, gradient, each, beta)
        path.append(phi)
    return np.stack(path)


def momentum_weights(beta, steps):
    """Weights of all gradients so far in a running average that started at zero.

    Parameters
    ----------
    beta : float
        Share of the old average that the new one keeps, at least 0, less than 1.
    steps : int
        How many gradients there have been.

    Returns
    -------
    ndarray, shape (steps,)
        The weight of the oldest gradient first. They add to 1 - beta**steps.

    Raises
    ------
    ValueError
        If `beta` is outside its range.

    Notes
    -----
    UDL section 6.3, eq. 6.11, inserted into itself.

    Examples
    --------
    >>> momentum_weights(0.5, 3).tolist()
    [0.125, 0.25, 0.5]
    """
    check_decay("beta", beta)
    back = np.arange(steps)[::-1]
    return (1 - beta) * float(beta) ** back


def momentum_factor(h, rate, beta):
    """What each step of momentum leaves of the distance to a parabola's minimum.

    Parameters
    ----------
    h : float
        Curvature: the gradient is this times the distance.
    rate : float
        Learning rate.
    beta : float
        Share of the old average that the new one keeps, at least 0, less than 1.

    Returns
    -------
    float
        The factor by which the distance shrinks, after many steps. Above one it grows.

    Raises
    ------
    ValueError
        If `beta` is outside its range.

    Notes
    -----
    A distance follows from the two before it, d'' = (1 + beta - rate (1 - beta) h) d'
    - beta d. Its solutions are powers of the roots of r^2 - (...) r + beta, and the
    root with the larger absolute value wins.

    Examples
    --------
    Without memory it is that of gradient descent, 1 - rate h, whatever its sign:

    >>> momentum_factor(4.0, 0.45, 0.0)
    0.8
    >>> round(momentum_factor(4.0, 0.45, 0.81), 6)  # the root of beta
    0.9
    """
    check_decay("beta", beta)
    middle = 1 + beta - rate * (1 - beta) * h
    inside = middle**2 - 4 * beta
    if inside < 0:
        return float(np.sqrt(beta))
    return float((abs(middle) + np.sqrt(inside)) / 2)
