"""Convolution of one-dimensional signals, with zeros beyond the ends (UDL 10.2).

As in UDL and in network libraries, the first weight goes with the input before: what
mathematics calls a cross-correlation. Kernels have an odd number of weights.
"""

import numpy as np


def convolve(x, omega, stride=1, dilation=1):
    """Slide a kernel along a signal.

    Parameters
    ----------
    x : array_like, shape (N,)
        Signal.
    omega : array_like, shape (K,)
        Weights; K is odd.
    stride : int
        From one output's place to the next.
    dilation : int
        From one weight's input to the next; 1 for neighbors.

    Returns
    -------
    ndarray, shape (ceil(N / stride),)

    Raises
    ------
    ValueError
        If the number of weights is even.

    Notes
    -----
    UDL eq. 10.3, for any odd size.

    Examples
    --------
    >>> convolve([1, 2, 3, 4], [10, 1, 0]).tolist()
    [1.0, 12.0, 23.0, 34.0]
    >>> convolve([1, 2, 3, 4], [10, 1, 0], stride=2, dilation=2).tolist()
    [1.0, 13.0]
    """
    x, omega = np.asarray(x, dtype=float), np.asarray(omega, dtype=float)
    if len(omega) % 2 == 0:
        raise ValueError(f"a kernel needs an odd number of weights, not {len(omega)}")
    reach = dilation * (len(omega) // 2)
    padded = np.pad(x, reach)
    starts = np.arange(0, len(x), stride)
    taps = dilation * np.arange(len(omega))
    return padded[starts[:, np.newaxis] + taps] @ omega


def convolution_matrix(length, omega, stride=1, dilation=1):
    """Write a convolution as a matrix.

    Parameters
    ----------
    length : int
        Of the signal, N.
    omega, stride, dilation
        As in `convolve`.

    Returns
    -------
    ndarray, shape (ceil(N / stride), N)
        A row for each output.

    Examples
    --------
    >>> convolution_matrix(3, [7, 8, 9]).astype(int).tolist()
    [[8, 9, 0], [7, 8, 9], [0, 7, 8]]
    """
    return np.stack(
        [convolve(one, omega, stride, dilation) for one in np.eye(length)], axis=1
    )


def kernel_of_two(first, second):
    """Give the kernel that does what two convolutions do, one after the other.

    Parameters
    ----------
    first, second : array_like, shape (K,) and (L,)
        Weights.

    Returns
    -------
    ndarray, shape (K + L - 1,)

    Examples
    --------
    >>> kernel_of_two([1, 0, 2], [0, 3, 1]).tolist()
    [0, 3, 1, 6, 2]
    """
    return np.convolve(first, second)


def receptive_field(sizes, strides, dilations):
    """Count the inputs that an output depends on, after several layers.

    Parameters
    ----------
    sizes, strides, dilations : sequence of int, shape (L,)
        Of each layer, the first one first.

    Returns
    -------
    int
        Of an output far from the ends.

    Examples
    --------
    >>> receptive_field([3, 3], [1, 1], [1, 1])
    5
    """
    field, step = 1, 1
    for size, stride, dilation in zip(sizes, strides, dilations, strict=True):
        field += (size - 1) * dilation * step
        step *= stride
    return field


def shift(x, places):
    """Move a signal to the right, and fill up with zeros.

    Parameters
    ----------
    x : array_like, shape (N,)
        Signal.
    places : int
        How far; negative to the left.

    Returns
    -------
    ndarray, shape (N,)

    Examples
    --------
    >>> shift([1, 2, 3], 1).tolist()
    [0.0, 1.0, 2.0]
    """
    x = np.asarray(x, dtype=float)
    moved = np.zeros_like(x)
    inside = slice(max(places, 0), len(x) + min(places, 0))
    moved[inside] = x[max(-places, 0) : len(x) - max(places, 0)]
    return moved


def input_gradient(gradient, omega):
    """Pull a gradient back through a convolution with stride 1.

    Parameters
    ----------
    gradient : array_like, shape (N,)
        Derivatives with respect to the outputs.
    omega : array_like, shape (K,)
        Weights; K is odd.

    Returns
    -------
    ndarray, shape (N,)
        Derivatives with respect to the inputs.

    Examples
    --------
    >>> input_gradient([0, 1, 0], [7, 8, 9]).tolist()
    [7.0, 8.0, 9.0]
    """
    return convolve(gradient, np.asarray(omega)[::-1])
