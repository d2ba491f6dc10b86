"""MNIST-1D: ten digits, drawn as one line each (Greydanus and Kobak, 2024)."""

from dataclasses import dataclass

import numpy as np

from udl.datasets.files import data_file


@dataclass(frozen=True)
class Digits:
    """Examples to train and to test with, an example a row.

    Attributes
    ----------
    x, x_test
        Heights of the lines at 40 places, (4000, 40) and (1000, 40), in float32.
    y, y_test
        The digits, 0 to 9, (4000,) and (1000,).

    Examples
    --------
    >>> mnist1d().x.dtype
    dtype('float32')
    """

    x: np.ndarray
    y: np.ndarray
    x_test: np.ndarray
    y_test: np.ndarray


def mnist1d():
    """Load MNIST-1D as its package generates it with default arguments.

    Returns
    -------
    Digits

    Notes
    -----
    S. Greydanus and D. Kobak, Scaling down deep learning with MNIST-1D, ICML 2024. Data
    under the Apache License 2.0, which lies beside the file. Numbers are in single
    precision; ``make results NAME=mnist1d`` generates the file again.

    Examples
    --------
    >>> data = mnist1d()
    >>> data.x.shape, data.x_test.shape, data.y[:5].tolist()
    ((4000, 40), (1000, 40), [2, 6, 4, 5, 6])
    """
    with np.load(data_file("mnist1d.npz"), allow_pickle=False) as kept:
        return Digits(
            kept["x"],
            kept["y"].astype(int),
            kept["x_test"],
            kept["y_test"].astype(int),
        )
