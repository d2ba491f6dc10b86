"""Golden section: a line search that asks for one new loss in each round.

A bracket is (a, d), with two points between them. The search is right for a *unimodal*
loss: one that falls to its minimum and rises ever after.
"""

import math

import numpy as np

GOLDEN = (math.sqrt(5) - 1) / 2  # what golden section keeps of a bracket: 0.618


def golden_points(a, d):
    """Cut a bracket so that the next cut can use one of the two points again.

    Parameters
    ----------
    a, d : float
        Ends of the bracket, ``a < d``.

    Returns
    -------
    ndarray, shape (4,)
        a, b, c and d, where [a, c] and [b, d] are each 0.618 of the bracket.

    Raises
    ------
    ValueError
        If `a` is not below `d`.

    Notes
    -----
    The share rho solves ``rho ** 2 = 1 - rho``: then b divides [a, c] as c divides
    [a, d].

    Examples
    --------
    >>> golden_points(0.0, 1.0).round(3).tolist()
    [0.0, 0.382, 0.618, 1.0]
    """
    if not a < d:
        raise ValueError(f"a = {a} must be below d = {d}: they are a bracket's ends.")
    return np.array([a, d - GOLDEN * (d - a), a + GOLDEN * (d - a), d])


def golden_section(loss, a, d, tolerance=1e-4, callback=None):
    """Search a bracket for the lowest point of a loss, one evaluation a step.

    Parameters
    ----------
    loss : callable
        Takes a position, a float, and gives the loss there, a float.
    a, d : float
        Ends of the bracket, ``a < d``.
    tolerance : float, optional
        The search ends when d - a is not above this.
    callback : callable, optional
        Called with the four points, an array, at the start and after each step.

    Returns
    -------
    float
        The middle of the last bracket.

    Raises
    ------
    ValueError
        If `a` is not below `d`, or `tolerance` is not positive.

    Notes
    -----
    Kiefer (1953). Two evaluations at the start, then one a step.

    Examples
    --------
    >>> f"{golden_section(lambda phi: (phi - 0.4) ** 2, 0.0, 1.0):.3f}"
    '0.400'
    """
    a, b, c, d = golden_points(a, d)
    if not tolerance > 0:
        raise ValueError(f"tolerance is {tolerance}, but it must be positive.")
    at_b, at_c = loss(float(b)), loss(float(c))
    while True:
        if callback is not None:
            callback(np.array([a, b, c, d]))
        if d - a <= tolerance or not a < b < c < d:  # no floats left between
            return float((a + d) / 2)
        if at_b < at_c:
            d, c, at_c = c, b, at_b
            b = d - GOLDEN * (d - a)
            at_b = loss(float(b))
        else:
            a, b, at_b = b, c, at_c
            c = a + GOLDEN * (d - a)
            at_c = loss(float(c))
