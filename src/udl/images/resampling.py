"""Pictures made smaller by half, and larger again (UDL 10.4).

A picture is an array of the shape (H, W). Each function halves or doubles both sides.
"""

import numpy as np

from udl.images.convolution import convolution_matrix


def downsample(x):
    """Keep every other pixel of every other row, beginning with the first.

    Parameters
    ----------
    x : array_like, shape (H, W)
        Picture.

    Returns
    -------
    ndarray, shape (ceil(H / 2), ceil(W / 2))

    Examples
    --------
    >>> downsample([[1, 2, 3], [4, 5, 6]]).tolist()
    [[1.0, 3.0]]
    """
    return np.array(x, dtype=float)[::2, ::2]


def _blocks(x):
    """Cut a picture into blocks of 2 x 2; an odd last row or column is left out."""
    x = np.array(x, dtype=float)
    h, w = np.array(x.shape) // 2
    return x[: 2 * h, : 2 * w].reshape(h, 2, w, 2)


def maxpool(x):
    """Take the largest value of each block of 2 x 2.

    Parameters
    ----------
    x : array_like, shape (H, W)
        Picture.

    Returns
    -------
    ndarray, shape (H // 2, W // 2)
        An odd last row or column is left out.

    Examples
    --------
    >>> maxpool([[1, 2, 5, 0], [4, 3, 0, 0]]).tolist()
    [[4.0, 5.0]]
    """
    return _blocks(x).max(axis=(1, 3))


def meanpool(x):
    """Average each block of 2 x 2.

    Parameters
    ----------
    x : array_like, shape (H, W)
        Picture.

    Returns
    -------
    ndarray, shape (H // 2, W // 2)
        An odd last row or column is left out.

    Examples
    --------
    >>> meanpool([[1, 2, 5, 0], [4, 3, 0, 0]]).tolist()
    [[2.5, 1.25]]
    """
    return _blocks(x).mean(axis=(1, 3))


def duplicate(x):
    """Make a block of 2 x 2 of each pixel.

    Parameters
    ----------
    x : array_like, shape (H, W)
        Picture.

    Returns
    -------
    ndarray, shape (2 * H, 2 * W)

    Examples
    --------
    >>> duplicate([[1, 2]]).tolist()
    [[1.0, 1.0, 2.0, 2.0], [1.0, 1.0, 2.0, 2.0]]
    """
    return np.array(x, dtype=float).repeat(2, axis=0).repeat(2, axis=1)


def max_unpool(x, high_res):
    """Put each value where the largest one of a block was, among zeros.

    Parameters
    ----------
    x : array_like, shape (H, W)
        Values.
    high_res : array_like, shape (2 * H, 2 * W) or larger
        Picture whose blocks say where; of equal values, the first one counts.

    Returns
    -------
    ndarray, shape (2 * H, 2 * W)

    Examples
    --------
    >>> max_unpool([[7, 8]], [[1, 2, 5, 0], [4, 3, 0, 0]]).tolist()
    [[0.0, 0.0, 8.0, 0.0], [7.0, 0.0, 0.0, 0.0]]
    """
    x = np.array(x, dtype=float)
    h, w = x.shape
    blocks = _blocks(np.asarray(high_res)[: 2 * h, : 2 * w]).transpose(0, 2, 1, 3)
    places = np.eye(4)[blocks.reshape(h, w, 4).argmax(axis=2)].reshape(h, w, 2, 2)
    return (places * x[..., None, None]).transpose(0, 2, 1, 3).reshape(2 * h, 2 * w)


def bilinear(x):
    """Put a value halfway between each two neighbors, with zeros beyond the border.

    Parameters
    ----------
    x : array_like, shape (H, W)
        Picture.

    Returns
    -------
    ndarray, shape (2 * H, 2 * W)
        The pixels are at the even places; nothing is rounded.

    Examples
    --------
    >>> bilinear([[4, 8]]).tolist()
    [[4.0, 6.0, 8.0, 4.0], [2.0, 3.0, 4.0, 2.0]]
    """
    x = np.asarray(x, dtype=float)
    rows, columns = (
        convolution_matrix(2 * size, [0.5, 1, 0.5], stride=2) for size in x.shape
    )
    return rows.T @ x @ columns


def transposed_convolution(h, omega, stride=2):
    """Go through a convolution from its outputs to its inputs: by the transpose.

    Parameters
    ----------
    h : array_like, shape (N,)
        One value for each output of the convolution.
    omega : array_like, shape (K,)
        Its weights; K is odd.
    stride : int
        Its stride.

    Returns
    -------
    ndarray, shape (stride * N,)

    Examples
    --------
    >>> transposed_convolution([1, 0, 10], [2, 3, 4]).tolist()
    [3.0, 4.0, 0.0, 20.0, 30.0, 40.0]
    """
    return np.asarray(h, dtype=float) @ convolution_matrix(
        stride * len(h), omega, stride
    )
