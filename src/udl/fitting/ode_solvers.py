"""Steps along a differential equation dx/dt = f(t, x), and how far they may go.

A slope is a function ``f(t, x)`` of time and state that gives dx/dt with the shape of
the state. A step is a function ``step(f, t, x, h)`` that gives the state at t + h.
"""

from itertools import pairwise

import numpy as np


def euler_step(f, t, x, h):
    """Go straight on with the slope at the start.

    Parameters
    ----------
    f : callable
        ``f(t, x)``: the slope, with the shape of `x`.
    t : float
        Time.
    x : float or ndarray, shape (...)
        State at that time.
    h : float
        Size of the step; negative to go back in time.

    Returns
    -------
    float or ndarray, shape (...)
        The state at ``t + h``. The error of one step is of order h squared.

    Examples
    --------
    >>> euler_step(lambda t, x: x, 0.0, 1.0, 0.5)
    1.5
    """
    return x + h * f(t, x)


def midpoint_step(f, t, x, h):
    """Go on with the slope halfway, found by half a step of Euler ("modified Euler").

    Parameters
    ----------
    f, t, x, h
        As in `euler_step`.

    Returns
    -------
    float or ndarray, shape (...)
        The state at ``t + h``. The error of one step is of order h cubed.

    Examples
    --------
    >>> midpoint_step(lambda t, x: x, 0.0, 1.0, 0.5)
    1.625
    """
    first = f(t, x)
    return x + h * f(t + h / 2, x + h / 2 * first)


def heun_step(f, t, x, h):
    """Go on with the mean of the slopes at the start and where Euler would end.

    Parameters
    ----------
    f, t, x, h
        As in `euler_step`.

    Returns
    -------
    float or ndarray, shape (...)
        The state at ``t + h``. The error of one step is of order h cubed.

    Examples
    --------
    >>> heun_step(lambda t, x: t, 0.0, 1.0, 0.5)
    1.125
    """
    first = f(t, x)
    second = f(t + h, x + h * first)
    return x + h * (first + second) / 2


def taylor_step(change):
    """Make a step that also uses how fast the slope changes along the solution.

    Parameters
    ----------
    change : callable
        ``change(t, x)``: the second derivative of x with respect to time, found by
        hand from the slope.

    Returns
    -------
    callable
        A step. The error of one step is of order h cubed.

    Examples
    --------
    For dx/dt = x, the second derivative is x, too:

    >>> taylor_step(lambda t, x: x)(lambda t, x: x, 0.0, 1.0, 0.5)
    1.625
    """

    def step(f, t, x, h):
        return x + h * f(t, x) + h**2 / 2 * change(t, x)

    return step


def rk4_step(f, t, x, h):
    """Average four slopes: the method of Runge and Kutta.

    Parameters
    ----------
    f, t, x, h
        As in `euler_step`.

    Returns
    -------
    float or ndarray, shape (...)
        The state at ``t + h``. The error of one step is of order h to the fifth power.

    Examples
    --------
    Where the slope is a function of time alone, it is Simpson's rule:

    >>> round(rk4_step(lambda t, x: t**3, 0.0, 0.0, 2.0), 9)
    4.0
    """
    first = f(t, x)
    second = f(t + h / 2, x + h / 2 * first)
    third = f(t + h / 2, x + h / 2 * second)
    fourth = f(t + h, x + h * third)
    return x + h * (first + 2 * second + 2 * third + fourth) / 6


def walk(step, f, x, times):
    """Take one step from each time to the next.

    Parameters
    ----------
    step : callable
        One of the steps above.
    f : callable
        ``f(t, x)``: the slope.
    x : array_like, shape (...)
        State at the first time.
    times : array_like, shape (T,)
        When to stop by, in order; they may fall.

    Returns
    -------
    ndarray, shape (T, ...)
        The state at each time, the first one among them.

    Examples
    --------
    >>> walk(euler_step, lambda t, x: x, 1.0, [0, 1, 2, 2.5]).tolist()
    [1.0, 2.0, 4.0, 6.0]
    """
    times = np.asarray(times, dtype=float).tolist()
    path = [np.asarray(x)[()]]
    for t, after in pairwise(times):
        path.append(step(f, t, path[-1], after - t))
    return np.stack(path)


def looks(step, f, t, x, h):
    """List where a step looks at the slope, and what it sees.

    Parameters
    ----------
    step, f, t, x, h
        A step and what it is given; `x` is one number.

    Returns
    -------
    ndarray, shape (K, 3)
        Time, state and slope of each look, in order.

    Examples
    --------
    >>> looks(heun_step, lambda t, x: x, 0.0, 1.0, 0.5).tolist()
    [[0.0, 1.0, 1.0], [0.5, 1.5, 1.5]]
    """
    seen = []

    def watched(t, x):
        seen.append((t, x, f(t, x)))
        return seen[-1][-1]

    step(watched, t, x, h)
    return np.array(seen)


def stability(step, z):
    """By what one step multiplies the state where dx/dt is proportional to x.

    Parameters
    ----------
    step : callable
        One of the steps above, except `taylor_step`.
    z : complex or array_like, shape (...)
        Size of the step times the factor of proportionality.

    Returns
    -------
    complex or ndarray, shape (...)
        The factor. Where its size is above one, the steps run away.

    Examples
    --------
    >>> stability(euler_step, np.array([-2.5, -2.0, -1.0])).tolist()
    [-1.5, -1.0, 0.0]
    """
    z = np.asarray(z)[()]
    return step(lambda t, x: z * x, 0.0, 1.0, 1.0)


def implicit_euler_step(A, x, h):
    """Go on with the slope at the *end*, for a linear equation dx/dt = A x.

    Parameters
    ----------
    A : array_like, shape (D, D)
        Matrix of the equation.
    x : array_like, shape (D,)
        State.
    h : float
        Size of the step.

    Returns
    -------
    ndarray, shape (D,)

    Examples
    --------
    >>> implicit_euler_step([[-3.0]], [8.0], 1.0).tolist()
    [2.0]
    """
    A = np.asarray(A, dtype=float)
    return np.linalg.solve(np.eye(len(A)) - h * A, np.asarray(x, dtype=float))
