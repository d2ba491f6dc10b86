"""Derivatives of the activation functions, element by element."""

import numpy as np

from udl.networks.activations import sigmoid


def relu_derivative(z):
    """Derivative of ReLU: 1 where `z` is positive, 0 elsewhere.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations.

    Returns
    -------
    ndarray, the shape of `z`
        Slopes. At zero there is none; any number from 0 to 1 is a subgradient there,
        and 0 is returned, as libraries do.

    Notes
    -----
    The indicator of UDL eq. 7.25.

    Examples
    --------
    >>> relu_derivative([-2.0, 0.0, 3.0]).tolist()
    [0.0, 0.0, 1.0]
    """
    return (np.asarray(z) > 0).astype(float)


def leaky_relu_derivative(z, slope=0.1):
    """Derivative of `leaky_relu`.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations.
    slope : float, optional
        Slope for negative `z`.

    Returns
    -------
    ndarray, the shape of `z`
        Slopes; at zero, where there is none, `slope`.

    Examples
    --------
    >>> leaky_relu_derivative([-2.0, 3.0]).tolist()
    [0.1, 1.0]
    """
    return np.where(np.asarray(z) > 0, 1.0, slope)


def sigmoid_derivative(z):
    """Derivative of the logistic sigmoid: the sigmoid times one minus it.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations.

    Returns
    -------
    ndarray, the shape of `z`
        Slopes, at most a quarter.

    Notes
    -----
    The second factor is computed as the sigmoid of ``-z``, not as one minus that of
    ``z``, which loses all its digits where the sigmoid is nearly one.

    Examples
    --------
    >>> float(sigmoid_derivative(0.0))
    0.25
    """
    z = np.asarray(z, dtype=float)
    return sigmoid(z) * sigmoid(-z)


def steep_sigmoid_derivative(z, steepness=10.0):
    """Derivative of `steep_sigmoid`.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations.
    steepness : float, optional
        As in `steep_sigmoid`.

    Returns
    -------
    ndarray, the shape of `z`
        Slopes, at most a quarter of `steepness`.

    Examples
    --------
    >>> float(steep_sigmoid_derivative(0.0))
    2.5
    """
    z = steepness * np.asarray(z, dtype=float)
    return steepness * sigmoid(z) * sigmoid(-z)


def tanh_derivative(z):
    """Derivative of the hyperbolic tangent: one minus its square.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations.

    Returns
    -------
    ndarray, the shape of `z`
        Slopes, at most 1.

    Notes
    -----
    Since ``tanh(z)`` is ``2 sigmoid(2 z) - 1``, this is four times the derivative of
    the sigmoid at ``2 z``.

    Examples
    --------
    >>> tanh_derivative([0.0, 1.0]).round(4).tolist()
    [1.0, 0.42]
    """
    return 4.0 * sigmoid_derivative(2.0 * np.asarray(z, dtype=float))


def silu_derivative(z):
    """Derivative of `silu`, by the product rule.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations.

    Returns
    -------
    ndarray, the shape of `z`
        Slopes: below zero at the far left, and a little above one at the right.

    Examples
    --------
    >>> silu_derivative([0.0, 100.0]).tolist()
    [0.5, 1.0]
    """
    z = np.asarray(z, dtype=float)
    return sigmoid(z) + z * sigmoid_derivative(z)
