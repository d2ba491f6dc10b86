"""Derivatives by probing: differences of function values, and the complex step.

They know nothing of how the function computes, and so they can hold derivatives that
were found in another way.
"""

import numpy as np


def forward_differences(function, at, step=1e-8):
    """Estimate a gradient from one probe for each entry.

    Parameters
    ----------
    function : callable
        Takes an array of the shape of `at`, returns one number.
    at : array_like, any shape
        Where to estimate.
    step : float, optional
        How far to move each entry.

    Returns
    -------
    ndarray, the shape of `at`
        ``(function(at + step) - function(at)) / step``, entry by entry.

    Raises
    ------
    ValueError
        If `step` is zero, or `function` returns several numbers.

    Notes
    -----
    The error is about half the second derivative times `step`, plus rounding.

    Examples
    --------
    The slope of a square at 3 is 6; one-sided differences miss by `step`:

    >>> forward_differences(lambda x: x[0] ** 2, [3.0], step=0.5).tolist()
    [6.5]
    """
    at = np.array(at, dtype=float)
    _refuse_zero(step)
    base, gradient = _number(function, at), np.empty(at.shape)
    for index in np.ndindex(at.shape):
        ahead = at.copy()
        ahead[index] += step
        gradient[index] = (_number(function, ahead) - base) / step
    return gradient


def central_differences(function, at, step=1e-6):
    """Estimate a gradient from two probes for each entry, one on each side.

    Parameters
    ----------
    function : callable
        Takes an array of the shape of `at`, returns one number.
    at : array_like, any shape
        Where to estimate.
    step : float, optional
        How far to move each entry, up and down.

    Returns
    -------
    ndarray, the shape of `at`
        ``(function(at + step) - function(at - step)) / (2 * step)``, entry by entry.

    Raises
    ------
    ValueError
        If `step` is zero, or `function` returns several numbers.

    Notes
    -----
    The error is about a sixth of the third derivative times the square of `step`,
    plus rounding. Across a kink it is neither small nor announced.

    Examples
    --------
    For a square the answer is exact, whatever the step:

    >>> central_differences(lambda x: x[0] ** 2 + x[1], [3.0, 9.0], step=0.5).tolist()
    [6.0, 1.0]
    """
    at = np.array(at, dtype=float)
    _refuse_zero(step)
    gradient = np.empty(at.shape)
    for index in np.ndindex(at.shape):
        kept = at[index]
        at[index] = kept + step
        above = _number(function, at)
        at[index] = kept - step
        below = _number(function, at)
        at[index] = kept
        gradient[index] = (above - below) / (2 * step)
    return gradient


def complex_step(function, at, step=1e-20):
    """Compute a gradient from one probe for each entry, along the imaginary axis.

    Parameters
    ----------
    function : callable
        Takes a complex array of the shape of `at`, returns one complex number. It must
        be analytic: no absolute value, no comparison, no real part.
    at : array_like, any shape
        Where to compute, real numbers.
    step : float, optional
        How far to move each entry along the imaginary axis.

    Returns
    -------
    ndarray, the shape of `at`
        ``function(at + 1j * step).imag / step``, entry by entry.

    Raises
    ------
    ValueError
        If `step` is zero, or `function` returns several numbers or a real one, for
        example because it took an absolute value.

    Notes
    -----
    Squire and Trapp (1998). Nothing is subtracted, so no digits are lost however small
    the step.

    Examples
    --------
    >>> float(complex_step(lambda x: x[0] ** 3, [2.0])[0])
    12.0
    """
    at = np.array(at, dtype=complex)
    _refuse_zero(step)
    gradient = np.empty(at.shape)
    for index in np.ndindex(at.shape):
        aside = at.copy()
        aside[index] += 1j * step
        value = _number(function, aside)
        if not np.iscomplexobj(value):
            raise ValueError(
                "the function returned a real number for a complex argument, so its "
                "derivative is lost: does it take an absolute value or a real part?"
            )
        gradient[index] = np.imag(value) / step
    return gradient


def _number(function, at):
    value = np.asarray(function(at))
    if value.size != 1:
        raise ValueError(
            f"the function returned shape {value.shape}, but one number is needed: "
            f"differentiate a sum, or one entry."
        )
    return value.reshape(())


def _refuse_zero(step):
    if step == 0:
        raise ValueError("step is 0, but differences need two different points.")
