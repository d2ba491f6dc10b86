"""Activation functions, which work on arrays of any shape, element by element."""

import numpy as np


def relu(z):
    """Rectified linear unit: `z` where it is positive, zero elsewhere.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations.

    Returns
    -------
    ndarray, the shape of `z`
        Activations.

    Notes
    -----
    UDL section 3.1, eq. 3.2.

    Examples
    --------
    >>> relu([-2.0, 0.0, 3.0]).tolist()
    [0.0, 0.0, 3.0]
    """
    return np.maximum(0.0, z)


def sigmoid(z):
    """Logistic sigmoid: squashes any number into a probability.

    Parameters
    ----------
    z : array_like, any shape
        Network outputs (logits).

    Returns
    -------
    ndarray, the shape of `z`
        Values from 0 to 1.

    Notes
    -----
    UDL section 5.4, eq. 5.18. Only exponentials of negative numbers are taken, so
    nothing overflows.

    Examples
    --------
    >>> sigmoid([-1000.0, 0.0, 1000.0]).tolist()
    [0.0, 0.5, 1.0]
    """
    z = np.asarray(z, dtype=float)
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small)


def softplus(z):
    """Logarithm of ``1 + exp(z)``, finite for every finite `z`.

    Parameters
    ----------
    z : array_like, any shape
        Network outputs.

    Returns
    -------
    ndarray, the shape of `z`
        Positive values: near zero for very negative `z`, near `z` for large `z`.

    Notes
    -----
    The slope of softplus is the sigmoid.

    Examples
    --------
    >>> softplus([-1000.0, 0.0, 1000.0]).round(4).tolist()
    [0.0, 0.6931, 1000.0]
    """
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z)))


def steep_sigmoid(z, steepness=10.0):
    """Logistic sigmoid of `steepness` times `z`: a soft step.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations.
    steepness : float, optional
        How steep the step is; its slope at zero is a quarter of this.

    Returns
    -------
    ndarray, the shape of `z`
        Values from 0 to 1.

    Notes
    -----
    The sigmoid of UDL's notebook 3.4, with a steepness of 10.

    Examples
    --------
    >>> steep_sigmoid([-0.5, 0.0, 0.5]).round(4).tolist()
    [0.0067, 0.5, 0.9933]
    """
    return sigmoid(steepness * np.asarray(z, dtype=float))


def heaviside(z):
    """Heaviside function: 1 where `z` is zero or positive, 0 elsewhere.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations.

    Returns
    -------
    ndarray, the shape of `z`
        Zeros and ones.

    Notes
    -----
    UDL eq. 3.15.

    Examples
    --------
    >>> heaviside([-2.0, 0.0, 3.0]).tolist()
    [0.0, 1.0, 1.0]
    """
    return np.where(np.asarray(z) >= 0, 1.0, 0.0)


def linear(z, u=0.0, v=1.0):
    """Linear activation function, ``u + v z``.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations.
    u, v : float, optional
        Offset and slope; without them the result is `z`.

    Returns
    -------
    ndarray, the shape of `z`
        Activations.

    Examples
    --------
    >>> linear([0.0, 2.0], u=0.5, v=-0.4).round(6).tolist()
    [0.5, -0.3]
    """
    return u + v * np.asarray(z, dtype=float)


def leaky_relu(z, slope=0.1):
    """ReLU with a small slope where it would be zero.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations.
    slope : float, optional
        Slope for negative `z`, between 0 and 1.

    Returns
    -------
    ndarray, the shape of `z`
        Activations.

    Examples
    --------
    >>> leaky_relu([-2.0, 0.0, 3.0]).tolist()
    [-0.2, 0.0, 3.0]
    """
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, slope * z)


def silu(z):
    """Sigmoid linear unit, ``z`` times its sigmoid: a smooth ReLU with a dip.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations.

    Returns
    -------
    ndarray, the shape of `z`
        Activations.

    Examples
    --------
    >>> silu([-1000.0, 0.0, 1000.0]).tolist()
    [-0.0, 0.0, 1000.0]
    """
    z = np.asarray(z, dtype=float)
    return z * sigmoid(z)
