"""The Gabor model: a wave under a bell, with two parameters (UDL section 6.1.2).

Layout: parameters are (..., 2), offset and frequency in the last axis; leading axes
hold several models at once, such as the points of a grid or of a path. Inputs and
targets are (I,). The loss adds the squared errors; nothing is averaged or halved.
"""

import numpy as np

from udl._shapes import as_examples


def _as_parameters(phi):
    phi = np.asarray(phi, dtype=float)
    if phi.ndim == 0 or phi.shape[-1] != 2:
        raise ValueError(
            f"phi has shape {phi.shape}, but its last axis must hold the 2 parameters, "
            f"offset and frequency: (2,), or (..., 2) for several models."
        )
    return phi


def _data(x, y):
    x, y = as_examples("x", x), as_examples("y", y)
    if x.shape != y.shape:
        raise ValueError(
            f"x has shape {x.shape} and y {y.shape}, but both must be (I,): "
            f"one input and one target for each example."
        )
    return x, y


def gabor(x, phi):
    """Output of the Gabor model.

    Parameters
    ----------
    x : array_like, shape (I,)
        Inputs.
    phi : array_like, shape (..., 2)
        Offset of the phase, and frequency: the phase is phi_0 + 0.06 phi_1 x.

    Returns
    -------
    ndarray, shape (..., I)
        The sine of the phase under a bell, exp[-phase^2 / 32].

    Raises
    ------
    ValueError
        If `x` is not (I,) or the last axis of `phi` is not 2.

    Notes
    -----
    UDL section 6.1.2, eq. 6.8.

    Examples
    --------
    With the frequency zero, the phase is the offset everywhere; sin(0) = 0:

    >>> gabor([1.0, 2.0], [0.0, 0.0]).tolist()
    [0.0, 0.0]
    >>> gabor([0.0], [np.pi / 2, 5.0]).round(4).tolist()  # exp(-(pi/2)^2 / 32)
    [0.9258]
    """
    phi, x = _as_parameters(phi), as_examples("x", x)
    phase = phi[..., :1] + 0.06 * phi[..., 1:] * x
    return np.sin(phase) * np.exp(-(phase**2) / 32)


def gabor_loss(phi, x, y):
    """Least squares loss of the Gabor model, for one or for many parameters.

    Parameters
    ----------
    phi : array_like, shape (..., 2)
        Offset and frequency.
    x, y : array_like, shape (I,)
        Inputs and targets.

    Returns
    -------
    ndarray, shape (...)
        Sum of the squared errors.

    Raises
    ------
    ValueError
        If `x` and `y` are not both (I,) or the last axis of `phi` is not 2.

    Notes
    -----
    UDL section 6.1.2, eq. 6.9.

    Examples
    --------
    This model says zero everywhere, so the errors are the targets:

    >>> float(gabor_loss([0.0, 0.0], [1.0, 2.0], [1.0, -3.0]))
    10.0
    """
    x, y = _data(x, y)
    return np.sum((gabor(x, phi) - y) ** 2, axis=-1)


def gabor_gradient(phi, x, y):
    """Gradient of `gabor_loss`.

    Parameters
    ----------
    phi, x, y : array_like
        As in `gabor_loss`.

    Returns
    -------
    ndarray, shape (..., 2)
        Derivatives with respect to offset and frequency.

    Raises
    ------
    ValueError
        As in `gabor_loss`.

    Notes
    -----
    The derivative of the output with respect to the phase is cos minus sin times
    phase / 16, both under the bell; the phase changes by 1 with the offset and by
    0.06 x with the frequency.

    Examples
    --------
    At phase zero the output is 0 and its derivative 1. The error is 0 - 2, so the
    gradient is 2 (0 - 2) (1, 0.06 * 5):

    >>> gabor_gradient([0.0, 0.0], [5.0], [2.0]).round(4).tolist()
    [-4.0, -1.2]
    """
    x, y = _data(x, y)
    phi = _as_parameters(phi)
    phase = phi[..., :1] + 0.06 * phi[..., 1:] * x
    sine, bell = np.sin(phase), np.exp(-(phase**2) / 32)
    each = 2 * (sine * bell - y) * (np.cos(phase) - phase / 16 * sine) * bell
    return np.stack([each.sum(axis=-1), 0.06 * (each @ x)], axis=-1)


def gabor_loss_map(offsets, frequencies, x, y):
    """Losses for all pairs of some offsets and some frequencies.

    Parameters
    ----------
    offsets : array_like, shape (N,)
        First parameters.
    frequencies : array_like, shape (M,)
        Second parameters.
    x, y : array_like, shape (I,)
        Inputs and targets.

    Returns
    -------
    ndarray, shape (M, N)
        `gabor_loss` of each pair: a row a frequency, a column an offset.

    Raises
    ------
    ValueError
        If one of the arguments is not flat, or `x` and `y` differ in length.

    Notes
    -----
    Sines are what costs. Since sin[a + b] = sin[a] cos[b] + cos[a] sin[b], the map
    needs them for the offsets and for the frequencies, not for all pairs. It is made
    row by row, so that what a row needs stays in the processor's cache.

    Examples
    --------
    >>> row = gabor_loss_map([0.0, 1.0], [5.0], [0.0], [0.5])
    >>> row.shape, float(row[0, 0]) == float(gabor_loss([0.0, 5.0], [0.0], [0.5]))
    ((1, 2), True)
    """
    x, y = _data(x, y)
    offsets = as_examples("offsets", offsets)[:, np.newaxis]
    sine, cosine = np.sin(offsets), np.cos(offsets)
    rows = []
    for turn in 0.06 * as_examples("frequencies", frequencies)[:, np.newaxis] * x:
        wave = sine * np.cos(turn) + cosine * np.sin(turn)  # (N, I)
        errors = wave * np.exp(-((offsets + turn) ** 2) / 32) - y
        rows.append(np.einsum("ni,ni->n", errors, errors))
    return np.array(rows)
