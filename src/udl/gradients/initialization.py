"""Initialization: how large the first weights of a deep ReLU network should be.

A network with K hidden layers has K + 1 layers of weights. Its ``widths`` are the
K + 2 numbers (D_i, D, ..., D, D_o). Layer k computes the pre-activations
``f[k] = omegas[k] @ h[k]``. Examples are columns. (UDL section 7.5.)
"""

import numpy as np

from udl._shapes import as_examples


def relu_moments(variance):
    """Moments of what a ReLU makes of a normal number with mean zero.

    Parameters
    ----------
    variance : float or array_like
        Variance of the pre-activation.

    Returns
    -------
    mean, mean_square, variance : float or ndarray
        Mean, mean square and variance of the activation.

    Notes
    -----
    UDL section 7.5 uses the mean square, which is half the variance before the ReLU
    for every distribution that is symmetric about zero.

    Examples
    --------
    >>> [round(float(moment), 3) for moment in relu_moments(1.0)]
    [0.399, 0.5, 0.341]
    """
    mean = np.sqrt(variance / (2 * np.pi))
    mean_square = variance / 2
    return mean, mean_square, mean_square - mean**2


def he_variance(fan_in):
    """Variance of the weights of a layer that keeps the size of a signal.

    Parameters
    ----------
    fan_in : int or array_like of int
        How many activations each unit of the layer adds up.

    Returns
    -------
    float or ndarray
        ``2 / fan_in``.

    Notes
    -----
    He initialization, UDL section 7.5, eq. 7.32. The 2 makes up for the half that the
    ReLU before the layer clipped away. With the number of units that a layer feeds,
    in place of `fan_in`, it is the condition of the backward pass (eq. 7.33).

    Examples
    --------
    >>> he_variance(80)
    0.025
    """
    return 2 / fan_in


def he_weights(z):
    """Turn standard normal numbers into He's weights.

    Parameters
    ----------
    z : array_like, shape (D_out, D_in)
        Numbers with mean zero and variance one.

    Returns
    -------
    ndarray, shape (D_out, D_in)
        Weights with variance ``2 / D_in``.

    Raises
    ------
    ValueError
        If `z` does not have two axes.

    Notes
    -----
    UDL section 7.5, eq. 7.32. A number is multiplied by the *root* of the variance
    that it should have.

    Examples
    --------
    >>> he_weights([[1.0, -3.0]]).tolist()
    [[1.0, -3.0]]
    >>> he_weights([[1.0] * 8]).tolist()[0][0]
    0.5
    """
    z = np.asarray(z, dtype=float)
    if z.ndim != 2:
        raise ValueError(f"z has shape {z.shape}, but it must be (D_out, D_in).")
    return z * np.sqrt(he_variance(z.shape[1]))


def random_parameters(widths, variances, rng, bias_variances=None):
    """Draw normal weights, and biases that are zero unless told otherwise.

    Parameters
    ----------
    widths : sequence of int, K + 2
        Number of inputs, widths of the hidden layers, number of outputs.
    variances : float or array_like, shape (K + 1,)
        Variance of the weights, one for all layers or one a layer.
    rng : numpy.random.Generator or numpy.random.RandomState
        Source of randomness.
    bias_variances : float or array_like, shape (K + 1,), optional
        Variance of the biases, one for all layers or one a layer.

    Returns
    -------
    betas : list of ndarray, K + 1 of shape (D_{k+1},)
        Biases; zeros if `bias_variances` is not given.
    omegas : list of ndarray, K + 1 of shape (D_{k+1}, D_k)
        Weights.

    Raises
    ------
    ValueError
        If there are fewer than three widths, or a number of variances that does not
        fit.

    Notes
    -----
    The first layer is drawn first, the last second, and then those between: the order
    of UDL's notebooks 7.3 and 11.1, so that their values can be reproduced. Biases
    are drawn after the weights of both outer layers, and of each one between.

    Examples
    --------
    >>> betas, omegas = random_parameters([1, 4, 4, 2], 0.5, np.random.default_rng(0))
    >>> [omega.shape for omega in omegas]
    [(4, 1), (4, 4), (2, 4)]
    """
    _, bias_variances = _layers(widths, 0 if bias_variances is None else bias_variances)
    widths, variances = _layers(widths, variances)
    betas = [np.zeros(width) for width in widths[1:]]
    omegas = [None] * len(variances)
    for layers in ((0, len(omegas) - 1), *((k,) for k in range(1, len(omegas) - 1))):
        for k in layers:
            shape = widths[k + 1], widths[k]
            omegas[k] = np.sqrt(variances[k]) * rng.normal(size=shape)
        if np.any(bias_variances):
            for k in layers:
                betas[k] = np.sqrt(bias_variances[k]) * rng.normal(size=widths[k + 1])
    return betas, omegas


def _layers(widths, variances):
    widths = as_examples("widths", widths)
    if widths.size < 3:
        raise ValueError(
            f"widths has {widths.size} entries, but needs three or more: inputs, "
            f"hidden layers, outputs."
        )
    variances = np.asarray(variances, dtype=float)
    if variances.shape not in ((), (widths.size - 1,)):
        raise ValueError(
            f"variances has shape {variances.shape}, but it must be one number or "
            f"({widths.size - 1},): one for each layer of weights."
        )
    return widths.astype(int), np.broadcast_to(variances, widths.size - 1)
