"""The losses of chapter 5 for batches: the mean over the examples, rows for columns.

Chapter 5 sums over the examples. With the mean, a learning rate does not depend on the
size of the batch: a rate here is that of the sum, times the number of examples.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from udl.losses import binary_cross_entropy as binary
from udl.losses import multiclass_cross_entropy as multiclass
from udl.losses.squared_error import sum_of_squares


@dataclass(frozen=True)
class Loss:
    """A loss and its derivative, each the mean over the examples of a batch.

    Parameters
    ----------
    total, slope : callable
        The sum over the examples, and its derivative with respect to the outputs, of
        targets (N,) and outputs in chapter 5's layout.
    columns : bool
        Whether the outputs are columns there, (..., K, N); otherwise they are (..., N).

    Examples
    --------
    Two examples, three classes, and a network that knows nothing:

    >>> y, f = np.array([0, 2]), np.zeros((2, 3))
    >>> round(float(cross_entropy.value(y, f)), 4)
    1.0986
    >>> cross_entropy.gradient(y, f).round(3).tolist()
    [[-0.333, 0.167, 0.167], [0.167, 0.167, -0.333]]
    """

    total: Callable
    slope: Callable
    columns: bool

    def value(self, y, f):
        """Give the mean loss.

        Parameters
        ----------
        y : ndarray, shape (N,)
            Targets.
        f : ndarray, shape (..., N, K)
            Outputs; K is 1 where there is one output.

        Returns
        -------
        ndarray, shape (...)
        """
        return self.total(y, self._turned(f)) / len(y)

    def gradient(self, y, f):
        """Give the derivative of the mean loss with respect to the outputs.

        Parameters
        ----------
        y, f : ndarray
            As in `value`.

        Returns
        -------
        ndarray, the shape and precision of `f`
        """
        slope = self.slope(y, self._turned(f)) / len(y)
        slope = slope.swapaxes(-1, -2) if self.columns else slope[..., np.newaxis]
        return slope.astype(f.dtype, copy=False)

    def _turned(self, f):
        if self.columns:
            return f.swapaxes(-1, -2)
        if f.shape[-1] != 1:
            raise ValueError(f"f has shape {f.shape}, but it must be (..., N, 1).")
        return f[..., 0]


cross_entropy = Loss(
    multiclass.multiclass_cross_entropy,
    multiclass.multiclass_cross_entropy_gradient,
    columns=True,
)
binary_cross_entropy = Loss(
    binary.binary_cross_entropy, binary.binary_cross_entropy_gradient, columns=False
)
squared_error = Loss(sum_of_squares, lambda y, f: 2 * (f - y), columns=False)


def share_wrong(y, f):
    """Give the share of examples whose largest output is not that of their class.

    Parameters
    ----------
    y : ndarray of int, shape (N,)
        Classes, numbered from 0.
    f : ndarray, shape (..., N, K)
        Outputs.

    Returns
    -------
    ndarray, shape (...)

    Examples
    --------
    >>> float(share_wrong(np.array([1, 0]), np.array([[0.0, 2.0], [0.0, 2.0]])))
    0.5
    """
    return np.mean(np.argmax(f, axis=-1) != y, axis=-1)
