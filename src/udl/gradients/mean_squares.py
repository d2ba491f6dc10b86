"""How large signals are, layer by layer, forward and backward (UDL section 7.5).

Layer k computes the pre-activations ``f[k] = omegas[k] @ h[k]``, where ``h[0]`` are the
inputs, which have passed no ReLU, and ``h[k]`` are the activations ``relu(f[k - 1])``.
``widths`` are the K + 2 numbers (D_i, D, ..., D, D_o). Examples are columns. Sizes are
*mean squares*, over the units of a layer and over the examples.
"""

import numpy as np

from udl.gradients.backprop import backward_pass, forward_pass
from udl.gradients.initialization import _layers, random_parameters
from udl.networks.activations import relu


def mean_squares_forward(x, omegas):
    """Follow the size of the activations through a network without biases.

    Parameters
    ----------
    x : array_like, shape (D_i, I)
        Inputs, a column an example.
    omegas : sequence of array_like, K of shape (D_{k+1}, D_k)
        Weights, layer by layer. A ReLU follows each layer.

    Returns
    -------
    ndarray, shape (K,)
        Mean square of the activations after each layer.

    Examples
    --------
    Weights 1 and -1, inputs 1 and 3: the second unit is always clipped.

    >>> mean_squares_forward([[1.0, 3.0]], [[[1.0], [-1.0]]]).tolist()
    [2.5]
    """
    h, sizes = np.asarray(x, dtype=float), []
    for omega in omegas:
        h = relu(np.asarray(omega) @ h)
        sizes.append(np.mean(h**2))
    return np.array(sizes)


def predict_forward(widths, variances, mean_square=1.0):
    """Predict the mean squares of the pre-activations, averaged over all networks.

    Parameters
    ----------
    widths : sequence of int, K + 2
        Number of inputs, widths of the hidden layers, number of outputs.
    variances : float or array_like, shape (K + 1,)
        Variance of the weights, one for all layers or one a layer.
    mean_square : float, optional
        Mean square of the inputs.

    Returns
    -------
    ndarray, shape (K + 1,)
        Expected mean square of ``f[0]`` to ``f[K]``; biases are zero.

    Raises
    ------
    ValueError
        If there are fewer than three widths, or a number of variances that does not
        fit.

    Notes
    -----
    UDL section 7.5, eq. 7.31. The inputs have passed no ReLU: the first layer has no
    half.

    Examples
    --------
    >>> predict_forward([3, 8, 8, 1], 0.5).tolist()
    [1.5, 3.0, 6.0]
    """
    widths, variances = _layers(widths, variances)
    factors = widths[:-1] * variances
    factors[1:] /= 2
    return mean_square * np.cumprod(factors)


def predict_backward(widths, variances, mean_square=1.0):
    """Predict the mean squares of the derivatives, averaged over all networks.

    Parameters
    ----------
    widths : sequence of int, K + 2
        Number of inputs, widths of the hidden layers, number of outputs.
    variances : float or array_like, shape (K + 1,)
        Variance of the weights, one for all layers or one a layer.
    mean_square : float, optional
        Mean square of the derivatives of the loss with respect to the outputs.

    Returns
    -------
    ndarray, shape (K + 1,)
        Expected mean square of the derivatives with respect to ``f[0]`` to ``f[K]``.

    Raises
    ------
    ValueError
        If there are fewer than three widths, or a number of variances that does not
        fit.

    Notes
    -----
    UDL section 7.5: the reasoning that leads to eq. 7.33. On the way back through the
    weights of layer k, each derivative collects from the units that the layer feeds.
    The variance of the first weights does not matter: nothing goes back through them.
    It takes half of the units to be on. In very narrow networks all units of a layer
    are off for some examples (a share of ``2 ** -D`` a layer), and less comes through.

    Examples
    --------
    >>> predict_backward([3, 8, 8, 1], 0.5).tolist()
    [0.5, 0.25, 1.0]
    """
    widths, variances = _layers(widths, variances)
    factors = widths[1:] * variances / 2
    sizes = np.cumprod(factors[:0:-1])[::-1]
    return mean_square * np.append(sizes, 1.0)


def measure(widths, variances, rng, examples=100):
    """Draw a network and measure its signals, forward and backward.

    Parameters
    ----------
    widths : sequence of int, K + 2
        Number of inputs, widths of the hidden layers, number of outputs.
    variances : float or array_like, shape (K + 1,)
        Variance of the weights, one for all layers or one a layer.
    rng : numpy.random.Generator
        Source of randomness, for the weights and for standard normal inputs.
    examples : int, optional
        Number of examples I.

    Returns
    -------
    forward, backward : ndarray, shape (K + 1,)
        Mean squares of the pre-activations ``f[0]`` to ``f[K]``, and of the
        derivatives of the outputs' sum with respect to them.

    Examples
    --------
    >>> forward, backward = measure([1, 4, 4, 1], 0.5, np.random.default_rng(0))
    >>> forward.shape, float(backward[-1])
    ((3,), 1.0)
    """
    betas, omegas = random_parameters(widths, variances, rng)
    x = rng.normal(size=(widths[0], examples))
    f, h = forward_pass(x, betas, omegas)
    *_, dl_df = backward_pass(omegas, f, h, np.ones_like(f[-1]))
    return (
        np.array([np.mean(one**2) for one in f]),
        np.array([np.mean(one**2) for one in dl_df]),
    )
