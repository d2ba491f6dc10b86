"""Steps of a size that the gradient does not set: normalized, Adam (UDL section 6.4).

Every path has the start first: (steps + 1, ..., D). Parameters stand in the last axis.
A learning rate is one number, or one for each step.
"""

import numpy as np

from udl._shapes import as_floats, as_rates, as_start, check_decay


def normalized_step(phi, gradient, rate, epsilon=1e-20):
    """One step of the same length along every axis, against the gradient's signs.

    Parameters
    ----------
    phi : array_like, shape (..., D)
        Where to start from.
    gradient : callable
        Function of the parameters that gives their gradient, (..., D).
    rate : float
        Length of the step along each axis.
    epsilon : float, optional
        Added to the root of the squared gradient, so that a gradient of zero gives
        a step of zero.

    Returns
    -------
    ndarray, shape (..., D)
        Where the step ends.

    Notes
    -----
    UDL section 6.4, eqs. 6.13 and 6.14.

    Examples
    --------
    >>> steep = lambda phi: np.array([-0.001, 50.0, 0.0])
    >>> normalized_step([1.0, 1.0, 1.0], steep, 0.5).tolist()
    [1.5, 0.5, 1.0]
    """
    m = np.asarray(gradient(phi))
    v = m**2
    return phi - rate * m / (np.sqrt(v) + epsilon)


def normalized_gradient_descent(gradient, start, rate, steps, epsilon=1e-20):
    """Gradient descent with steps of one length along every axis.

    Parameters
    ----------
    gradient : callable
        Function of the parameters, (..., D), that gives their gradient, (..., D).
    start : array_like, shape (..., D)
        Where to start.
    rate : float or array_like, shape (steps,)
        Length of the steps along each axis.
    steps : int
        How many steps.
    epsilon : float, optional
        As in `normalized_step`.

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
    UDL section 6.4, eqs. 6.13 and 6.14.

    Examples
    --------
    It comes no nearer to the minimum than its step allows:

    >>> path = normalized_gradient_descent(
    ...     lambda phi: 2 * phi, [2.5], rate=1.0, steps=4)
    >>> path.ravel().tolist()
    [2.5, 1.5, 0.5, -0.5, 0.5]
    """
    path = [as_start(start)]
    for each in as_rates(rate, steps):
        path.append(normalized_step(path[-1], gradient, each, epsilon))
    return np.stack(path)


def corrected_averages(values, beta):
    """Running averages that start at zero, with their bias toward it removed.

    Parameters
    ----------
    values : array_like, shape (T, ...)
        What to average, in order.
    beta : float
        Share of the old average that the new one keeps, at least 0, less than 1.

    Returns
    -------
    ndarray, shape (T, ...)
        The average after each value: those so far, with weights that add to one and
        fall by the factor `beta` with each step back.

    Raises
    ------
    ValueError
        If `beta` is outside its range or there are no values.

    Notes
    -----
    UDL section 6.4, eqs. 6.15 and 6.16.

    Examples
    --------
    The running average of 4, 8 is 2, 5; the corrections divide by 1/2 and 3/4:

    >>> corrected_averages([4.0, 8.0], 0.5).round(3).tolist()
    [4.0, 6.667]
    """
    check_decay("beta", beta)
    values = np.asarray(values, dtype=float)
    if values.ndim == 0 or not values.size:
        raise ValueError(
            f"values has shape {values.shape}, but it must be (T, ...): one entry or "
            f"more, in order."
        )
    corrected = np.empty_like(values)
    average = np.zeros(values.shape[1:])
    for t, value in enumerate(values, start=1):
        average = beta * average + (1 - beta) * value
        corrected[t - 1] = average / (1 - beta**t)
    return corrected


def adam_step(phi, m, v, t, gradient, rate, beta=0.9, gamma=0.999, epsilon=1e-8):
    """One step of Adam.

    Parameters
    ----------
    phi : array_like, shape (..., D)
        Where to start from.
    m, v : array_like, shape (..., D)
        Running averages of the gradients and of their squares so far, uncorrected;
        zero before the first step.
    t : int
        How many steps have been taken before this one: 0 at the first.
    gradient : callable
        Function of the parameters that gives their gradient, (..., D).
    rate : float
        Learning rate.
    beta, gamma : float, optional
        Shares of `m` and of `v` that a step keeps, at least 0, less than 1.
    epsilon : float, optional
        Added to the root of the corrected `v`.

    Returns
    -------
    phi : ndarray, shape (..., D)
        Where the step ends.
    m, v : ndarray, shape (..., D)
        The new averages, uncorrected.

    Raises
    ------
    ValueError
        If `beta` or `gamma` is outside its range, or `t` is negative.

    Notes
    -----
    UDL section 6.4, eqs. 6.15 to 6.17.

    Examples
    --------
    At the first step the averages are corrected to the gradient 6 and its square:

    >>> phi, m, v = adam_step(
    ...     [3.0], [0.0], [0.0], 0, lambda phi: 2 * phi, 0.5, 0.5, 0.75)
    >>> phi.round(6).tolist(), m.tolist(), v.tolist()
    ([2.5], [3.0], [9.0])
    """
    check_decay("beta", beta)
    check_decay("gamma", gamma)
    if t < 0:
        raise ValueError(f"t is {t}, but it counts the steps before this one, from 0.")
    phi, m, v = as_floats(phi, m, v)
    g = np.asarray(gradient(phi))
    m = beta * m + (1 - beta) * g
    v = gamma * v + (1 - gamma) * g**2
    m_corrected = m / (1 - beta ** (t + 1))
    v_corrected = v / (1 - gamma ** (t + 1))
    return phi - rate * m_corrected / (np.sqrt(v_corrected) + epsilon), m, v


def adam(gradient, start, rate, steps, beta=0.9, gamma=0.999, epsilon=1e-8):
    """Adam: momentum, divided by a running size of the gradient along each axis.

    Parameters
    ----------
    gradient : callable
        Function of the parameters, (..., D), that gives their gradient, (..., D).
    start : array_like, shape (..., D)
        Where to start.
    rate : float or array_like, shape (steps,)
        Learning rate: about the length of a step along each axis.
    steps : int
        How many steps.
    beta, gamma, epsilon : float, optional
        As in `adam_step`.

    Returns
    -------
    ndarray, shape (steps + 1, ..., D)
        The path: start, and the parameters after each step.

    Raises
    ------
    ValueError
        If `start` is a number, `rate` has a wrong shape, or `beta` or `gamma` is out
        of range.

    Notes
    -----
    UDL section 6.4, eqs. 6.15 to 6.17; Kingma and Ba (2015).

    Examples
    --------
    Along a constant slope each step is as long as the learning rate:

    >>> slope = lambda phi: np.array([1000.0, -0.001])
    >>> adam(slope, [0.0, 0.0], rate=0.5, steps=2, epsilon=0).round(6).tolist()
    [[0.0, 0.0], [-0.5, 0.5], [-1.0, 1.0]]
    """
    path = [as_start(start)]
    m = v = np.zeros_like(path[0])
    for t, each in enumerate(as_rates(rate, steps)):
        phi, m, v = adam_step(path[-1], m, v, t, gradient, each, beta, gamma, epsilon)
        path.append(phi)
    return np.stack(path)


def adam_step_bound(beta, gamma, steps):
    """How many learning rates long a step of Adam can be along one axis, at most.

    Parameters
    ----------
    beta, gamma : float
        Shares of the running averages that a step keeps, above 0, less than 1.
    steps : int
        Which step, from 1; the gradients of all steps up to it are arbitrary.

    Returns
    -------
    float
        The bound; some sequence of gradients attains it.

    Raises
    ------
    ValueError
        If `beta` or `gamma` is outside its range or `steps` is less than 1.

    Notes
    -----
    The step is an average of the gradients over the root of an average of their
    squares. With weights a and b, which both add to one, the Cauchy-Schwarz
    inequality bounds the square of that by the sum of a^2 / b.

    Examples
    --------
    The first step is as long as the learning rate, whatever the gradient:

    >>> round(adam_step_bound(0.9, 0.999, 1), 6)
    1.0
    >>> round(adam_step_bound(0.9, 0.999, 100000), 2)
    7.27
    """
    check_decay("beta", beta)
    check_decay("gamma", gamma)
    if gamma == 0 or steps < 1:
        raise ValueError(f"gamma = {gamma} and steps = {steps} must be more than 0.")
    back = np.arange(steps)
    a = (1 - beta) * beta**back / (1 - beta**steps)
    b = (1 - gamma) * gamma**back / (1 - gamma**steps)
    return float(np.sqrt(np.sum(a**2 / b)))
