"""Arc-cosine kernels: what a wide random ReLU layer makes of the angle of two inputs.

The pre-activations of a unit for two inputs are normal numbers, over the draw of its
weights. Scaled to variance one, their correlation is the cosine of an angle theta; a
ReLU layer turns it into the cosine of a smaller one. (Cho and Saul, 2009.)
"""

import numpy as np


def both_active(theta):
    """Share of the units active for one input that are active for the other, too.

    Parameters
    ----------
    theta : float or array_like
        Angle between the pre-activations of the two inputs, 0 to pi.

    Returns
    -------
    float or ndarray
        ``1 - theta / pi``, the normalized arc-cosine kernel of degree 0.

    Examples
    --------
    >>> float(both_active(np.pi / 2))
    0.5
    """
    return 1 - np.asarray(theta) / np.pi


def next_correlation(c):
    """Correlation of the next layer's pre-activations, for weights without biases.

    Parameters
    ----------
    c : float or array_like
        Correlation of the pre-activations before the ReLU, -1 to 1.

    Returns
    -------
    float or ndarray
        ``(sin(theta) + (pi - theta) * cos(theta)) / pi`` with ``theta = arccos(c)``,
        the normalized arc-cosine kernel of degree 1.

    Notes
    -----
    Its slope is `both_active`; at 1 both are 1.

    Examples
    --------
    >>> [round(float(next_correlation(c)), 4) for c in (-1, 0, 1)]
    [0.0, 0.3183, 1.0]
    """
    c = np.clip(c, -1, 1)
    return np.sqrt(1 - c**2) / np.pi + both_active(np.arccos(c)) * c


def deep_correlation(theta, layers, bias=0.0, skip=0.0):
    """Correlation of the outputs of a wide random network for two inputs.

    Parameters
    ----------
    theta : float or array_like
        Angle between the two inputs, of equal length, 0 to pi.
    layers : int
        Number of ReLU layers.
    bias, skip : float, optional
        Which part of the variance of each layer after the first comes from its biases,
        and which from the layer before past the ReLU. The weights add the rest.

    Returns
    -------
    correlation, slope, bend : ndarray
        The correlation, and its first and second derivative with respect to `theta`.

    Raises
    ------
    ValueError
        If a part is negative, or both add up to more than one.

    Examples
    --------
    >>> [np.round(part, 4).tolist() for part in deep_correlation(np.pi / 2, layers=1)]
    [0.3183, -0.5, 0.3183]
    """
    rest = 1 - bias - skip
    if min(bias, skip, rest) < 0:
        raise ValueError(
            f"bias is {bias} and skip is {skip}, but they are parts of a variance: "
            f"neither may be negative, and their sum not above 1."
        )
    theta = np.asarray(theta, dtype=float)
    c, slope, bend = np.cos(theta), -np.sin(theta), -np.cos(theta)
    for _ in range(layers):
        c = np.clip(c, -1, 1)
        sine, active = np.sqrt(1 - c**2), both_active(np.arccos(c))
        # Where the sine is zero, so is the slope, and the quotient tends to zero.
        kink = np.divide(
            slope**2, np.pi * sine, out=np.zeros_like(c), where=sine > 1e-9
        )
        c = bias + skip * c + rest * next_correlation(c)
        bend = (skip + rest * active) * bend + rest * kink
        slope = (skip + rest * active) * slope
    return c, slope, bend
