"""Activation functions.

They work on arrays of any shape, element by element; `softmax` and `log_softmax`
alone mix the entries of a column, the outputs for one example.
"""

import numpy as np

from udl._shapes import as_columns


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


def softmax(f):
    """Turn the outputs for each example into probabilities of its classes.

    Parameters
    ----------
    f : array_like, shape (..., K, I)
        Outputs (logits): a row a class, a column an example. Leading axes hold
        several models.

    Returns
    -------
    ndarray, shape (..., K, I)
        Positive numbers; each column sums to one.

    Raises
    ------
    ValueError
        If `f` has fewer than two axes.

    Notes
    -----
    UDL section 5.5, eq. 5.22. The largest output of each column is subtracted
    first, which changes nothing but keeps the exponentials from overflowing.

    Examples
    --------
    Two examples (columns). Exponentials 1 and 3 make the shares 1/4 and 3/4; the
    second column is the first, lifted by 1000:

    >>> f = np.log([[1.0], [3.0]]) + [0.0, 1000.0]
    >>> softmax(f).round(6).tolist()
    [[0.25, 0.25], [0.75, 0.75]]
    """
    f = as_columns("f", f)
    exponentials = np.exp(f - np.max(f, axis=-2, keepdims=True))
    return exponentials / np.sum(exponentials, axis=-2, keepdims=True)


def log_softmax(f):
    """Logarithm of the softmax, finite where the softmax underflows to zero.

    Parameters
    ----------
    f : array_like, shape (..., K, I)
        Outputs (logits), as in `softmax`.

    Returns
    -------
    ndarray, shape (..., K, I)
        Natural logarithms of the class probabilities.

    Raises
    ------
    ValueError
        As in `softmax`.

    Notes
    -----
    The logarithm of UDL eq. 5.22: the output minus the log-sum-exp of its column.

    Examples
    --------
    >>> log_softmax([[0.0], [1000.0]]).tolist()
    [[-1000.0], [0.0]]
    """
    f = as_columns("f", f)
    shifted = f - np.max(f, axis=-2, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=-2, keepdims=True))


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


def linear(z, a=0.0, b=1.0):
    """Linear activation function, ``a + b z``.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations.
    a, b : float, optional
        Offset and slope; without them the result is `z`.

    Returns
    -------
    ndarray, the shape of `z`
        Activations.

    Examples
    --------
    >>> linear([0.0, 2.0], a=0.5, b=-0.4).round(6).tolist()
    [0.5, -0.3]
    """
    return a + b * np.asarray(z, dtype=float)


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
    return np.where(np.asarray(z) > 0, 1.0, 0.0)


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
