"""Quadratic penalties: what they add to a loss, and what they do to its minima.

The penalty is the sum of squares, without one half; its strength is lambda.
"""

import numpy as np

PUBLISHED_CENTER = (0.0, 12.5)  # of the Gabor model's penalty: offset and frequency


def penalty(phi, center=0.0):
    """Return the squared distance of parameters from a center.

    Parameters
    ----------
    phi : array_like, shape (..., P)
        Parameters.
    center : array_like, shape (P,), or float, optional
        Where the penalty is zero.

    Returns
    -------
    ndarray, shape (...)

    Notes
    -----
    UDL equation 9.5, where the center is zero.

    Examples
    --------
    >>> float(penalty([3.0, 12.5], [0.0, 10.5]))
    13.0
    """
    return np.sum((np.asarray(phi, dtype=float) - center) ** 2, axis=-1)


def penalty_gradient(phi, center=0.0):
    """Return the gradient of `penalty`.

    Parameters
    ----------
    phi, center
        As in `penalty`.

    Returns
    -------
    ndarray, shape (..., P)

    Examples
    --------
    >>> penalty_gradient([3.0, 12.5], [0.0, 10.5]).tolist()
    [6.0, 4.0]
    """
    return 2 * (np.asarray(phi, dtype=float) - center)


def shrunken_minimum(curvature, minimum, strength):
    """Return where a parabola has its minimum when it is penalized.

    Parameters
    ----------
    curvature : array_like, shape (P,)
        Second derivatives of the loss, positive, along the axes.
    minimum : array_like, shape (P,)
        Where the loss has its minimum.
    strength : float
        Lambda, at least zero.

    Returns
    -------
    ndarray, shape (P,)

    Examples
    --------
    A steep direction keeps most of its value, a flat one loses it:

    >>> shrunken_minimum([18.0, 2.0], [1.0, 1.0], 1.0).tolist()
    [0.9, 0.5]
    """
    curvature = np.asarray(curvature, dtype=float)
    return curvature * minimum / (curvature + 2 * strength)


def strength_of_prior(sigma, sigma_prior, n_data=1):
    """Return the strength that a normal prior of mean zero stands for.

    Parameters
    ----------
    sigma : float
        Standard deviation of the noise.
    sigma_prior : float
        Standard deviation of the parameters, before any data.
    n_data : int, optional
        Number of examples, I, if the loss is the mean of the squared errors; 1, if it
        is their sum.

    Returns
    -------
    float

    Notes
    -----
    UDL equation 9.4.

    Examples
    --------
    >>> strength_of_prior(1.0, 2.0), strength_of_prior(1.0, 2.0, n_data=10)
    (0.25, 0.025)
    """
    return sigma**2 / (n_data * sigma_prior**2)
