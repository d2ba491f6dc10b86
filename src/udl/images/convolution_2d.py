"""Convolution of pictures: one view of all windows, and one matrix product (UDL 10.3).

Pictures have shape (batch, channels, rows, columns), kernels (output channels, input
channels, rows, columns). The first weight goes with the upper left pixel, as in UDL and
in network libraries.
"""

import numpy as np


def output_size(size, kernel, stride=1, padding=0, dilation=1):
    """Count the places at which a kernel fits, along one side of a picture.

    Parameters
    ----------
    size, kernel : int
        Pixels and weights along this side.
    stride : int
        From one output's window to the next.
    padding : int
        Zeros added at *each* end.
    dilation : int
        From one weight's pixel to the next; 1 for neighbors.

    Returns
    -------
    int

    Examples
    --------
    >>> output_size(28, 5)
    24
    >>> output_size(28, 3, stride=2, padding=1)
    14
    """
    return (size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


def windows(image, size, stride=1, padding=0, dilation=1):
    """Show every window of a picture, as a view that copies no pixel.

    Parameters
    ----------
    image : array_like, shape (B, C, H, W)
        Pictures.
    size : tuple of int, (K, L)
        Rows and columns of a window.
    stride, padding, dilation : int
        As in `output_size`, for both sides.

    Returns
    -------
    ndarray, shape (B, C, H_out, W_out, K, L)
        Of the padded picture; not to be written to.

    Examples
    --------
    >>> picture = np.arange(12).reshape(1, 1, 3, 4)
    >>> windows(picture, (2, 2))[0, 0, 1, 2].tolist()
    [[6, 7], [10, 11]]
    """
    image = np.asarray(image)
    if padding:
        image = np.pad(image, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    span = [dilation * (count - 1) + 1 for count in size]
    view = np.lib.stride_tricks.sliding_window_view(image, span, axis=(2, 3))
    return view[:, :, ::stride, ::stride, ::dilation, ::dilation]


def convolve(image, weights, stride=1, padding=0, dilation=1):
    """Slide kernels over pictures.

    Parameters
    ----------
    image : array_like, shape (B, C_in, H, W)
        Pictures.
    weights : array_like, shape (C_out, C_in, K, L)
        A kernel for each pair of an output and an input channel.
    stride, padding, dilation : int
        As in `output_size`, for both sides.

    Returns
    -------
    ndarray, shape (B, C_out, H_out, W_out)

    Notes
    -----
    UDL eq. 10.6 without bias and activation, for all channels. Each window is copied
    to a column of a matrix, which is multiplied by that of the weights.

    Examples
    --------
    >>> picture = np.arange(12).reshape(1, 1, 3, 4)
    >>> convolve(picture, [[[[0, 1], [10, 0]]]])[0, 0].tolist()
    [[41, 52, 63], [85, 96, 107]]
    """
    weights = np.asarray(weights)
    outputs, _, *size = weights.shape
    view = windows(image, size, stride, padding, dilation)
    batch, channels, rows, columns = view.shape[:4]
    table = view.transpose(0, 1, 4, 5, 2, 3).reshape(
        batch, channels * size[0] * size[1], rows * columns
    )
    product = weights.reshape(outputs, -1) @ table
    return product.reshape(batch, outputs, rows, columns)
