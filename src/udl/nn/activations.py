"""Activation functions of chapter 3 as layers, and dropout."""

import numpy as np

from udl.networks import activations, derivatives
from udl.nn.layer import Layer


class Activation(Layer):
    """An activation function, entry by entry.

    Parameters
    ----------
    function, derivative : callable
        The function and its derivative, of arrays of any shape.

    Notes
    -----
    UDL eq. 7.24: what comes from above is multiplied by the slope at the
    pre-activation.

    Examples
    --------
    >>> layer = relu()
    >>> layer.forward(np.array([[-2.0, 3.0]])).tolist()
    [[0.0, 3.0]]
    >>> layer.backward(np.array([[5.0, 7.0]])).tolist()
    [[0.0, 7.0]]
    """

    def __init__(self, function, derivative):
        super().__init__()
        self.function, self.derivative = function, derivative

    def forward(self, x, training=False):
        """Give the activations."""
        self.x = x
        return self.function(x).astype(x.dtype, copy=False)

    def backward(self, dl_dy):
        """Multiply by the slopes at the pre-activations."""
        return dl_dy * self.derivative(self.x).astype(dl_dy.dtype, copy=False)


def relu():
    """Give a layer of rectified linear units.

    Examples
    --------
    >>> relu()(np.array([-2.0, 3.0])).tolist()
    [0.0, 3.0]
    """
    return Activation(activations.relu, derivatives.relu_derivative)


def leaky_relu(slope=0.1):
    """Give a layer of leaky rectified linear units.

    Examples
    --------
    >>> leaky_relu(0.5)(np.array([-2.0, 3.0])).tolist()
    [-1.0, 3.0]
    """
    return Activation(
        lambda z: activations.leaky_relu(z, slope),
        lambda z: derivatives.leaky_relu_derivative(z, slope),
    )


def sigmoid():
    """Give a layer of logistic sigmoids.

    Examples
    --------
    >>> sigmoid()(np.array([-1000.0, 0.0])).tolist()
    [0.0, 0.5]
    """
    return Activation(activations.sigmoid, derivatives.sigmoid_derivative)


def tanh():
    """Give a layer of hyperbolic tangents.

    Examples
    --------
    >>> tanh()(np.array([0.0, 1000.0])).tolist()
    [0.0, 1.0]
    """
    return Activation(np.tanh, derivatives.tanh_derivative)


def silu():
    """Give a layer of sigmoid linear units (swish).

    Examples
    --------
    >>> silu()(np.array([0.0, 1000.0])).tolist()
    [0.0, 1000.0]
    """
    return Activation(activations.silu, derivatives.silu_derivative)


class Dropout(Layer):
    """Set activations to zero at random, while training, and scale up the others.

    Parameters
    ----------
    share : float
        Probability that an activation is dropped, at least 0, less than 1.
    rng : numpy.random.Generator
        Draws which.

    Raises
    ------
    ValueError
        If `share` is outside its range.

    Notes
    -----
    UDL section 9.3.3. What is kept is divided by 1 - share, so that the expected
    activation does not change; outside of training nothing happens.

    Examples
    --------
    >>> layer = Dropout(0.5, np.random.default_rng(0))
    >>> sorted(set(layer.forward(np.ones((10, 10)), training=True).ravel().tolist()))
    [0.0, 2.0]
    >>> layer(np.ones((1, 2))).tolist()
    [[1.0, 1.0]]
    """

    def __init__(self, share, rng):
        if not 0 <= share < 1:
            raise ValueError(f"share is {share}, but it must be from 0 to below 1.")
        super().__init__()
        self.share, self.rng = share, rng

    def forward(self, x, training=False):
        """Drop, if this is a step of training."""
        if not training:
            self.kept = np.ones((), x.dtype)
        else:
            kept = self.rng.random(x.shape) >= self.share
            self.kept = kept.astype(x.dtype) / x.dtype.type(1 - self.share)
        return x * self.kept

    def backward(self, dl_dy):
        """Pass on what was kept."""
        return dl_dy * self.kept
