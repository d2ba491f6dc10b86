"""Convolution as a layer: windows of the input, times one matrix of weights.

Layout: (..., N, C, L), as in torch: models of a family, examples, channels, places.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from udl.gradients.initialization import he_variance
from udl.nn.layer import Layer


class Convolution(Layer):
    """What convolutions along one, two or more axes share; `Conv1d` is the one to use.

    Parameters
    ----------
    channels_in, channels_out : int
    sizes : tuple of int
        Weights along each axis.
    rng : numpy.random.Generator
        Draws the weights, with He's variance; the biases are zero.
    stride, padding, dilation : int, optional
        The same along all axes.
    models : tuple of int, optional
        Shape of a family of models that are computed together.
    dtype : data type, optional
        Of the parameters.

    Examples
    --------
    >>> layer = Convolution(1, 4, (3, 3), np.random.default_rng(0))
    >>> layer(np.zeros((2, 1, 8, 8))).shape
    (2, 4, 6, 6)
    """

    def __init__(
        self, channels_in, channels_out, sizes, rng, stride=1, padding=0, dilation=1,
        models=(), dtype=np.float32,
    ):  # fmt: skip
        shape = (*models, channels_out, channels_in, *sizes)
        deviation = np.sqrt(he_variance(channels_in * int(np.prod(sizes))))
        omega = (deviation * rng.standard_normal(shape)).astype(dtype)
        super().__init__(omega=omega, beta=np.zeros((*models, channels_out), dtype))
        self.axes = len(sizes)
        self.stride, self.padding, self.dilation = stride, padding, dilation

    def forward(self, x, training=False):
        """Give the pre-activations, (..., N, C', P)."""
        beta = self.phi["beta"]
        channels = self.phi["omega"].shape[-1 - self.axes]
        if np.ndim(x) < 2 + self.axes or x.shape[-1 - self.axes] != channels:
            raise ValueError(
                f"x has shape {np.shape(x)}, but this layer takes (N, {channels}"
                f"{', L' * self.axes}): an example, its channels, their places."
            )
        windows = self._windows(self._padded(x))
        models = x.shape[: -2 - self.axes]
        self.outer = windows.shape[len(models) : -1 - self.axes]  # N and P
        self.rows = windows.reshape(*models, np.prod(self.outer), -1)
        y = self.rows @ self._matrix().swapaxes(-1, -2) + beta[..., np.newaxis, :]
        y = y.reshape(*y.shape[:-2], *self.outer, y.shape[-1])
        return np.moveaxis(y, -1, -1 - self.axes)

    def backward(self, dl_dy):
        """Derive the loss with respect to weights, biases and input."""
        omega = self._channels_last()
        g = np.moveaxis(dl_dy, -1 - self.axes, -1)
        g = g.reshape(*g.shape[: -2 - self.axes], -1, g.shape[-1])
        of_matrix = (g.swapaxes(-1, -2) @ self.rows).reshape(omega.shape)
        self.gradient["omega"][...] = np.moveaxis(of_matrix, -1, -1 - self.axes)
        self.gradient["beta"][...] = g.sum(axis=-2)
        of_rows = g @ self._matrix()
        kernel = omega.shape[-1 - self.axes :]
        return self._fold(of_rows.reshape(*g.shape[:-2], *self.outer, *kernel))

    def _channels_last(self):
        """Give the weights as (..., C', K, C): a window is in one piece then."""
        return np.moveaxis(self.phi["omega"], -1 - self.axes, -1)

    def _matrix(self):
        """Lay the weights of each output channel in a row."""
        omega = self._channels_last()
        return omega.reshape(*omega.shape[: -1 - self.axes], -1)

    def _padded(self, x):
        """Move the channels last, and put zeros around the places."""
        x = np.moveaxis(x, -1 - self.axes, -1)
        if self.padding:
            ends = [(self.padding,) * 2] * self.axes
            x = np.pad(x, [(0, 0)] * (x.ndim - self.axes - 1) + ends + [(0, 0)])
        self.shape = x.shape[-2 - self.axes :]
        return x

    def _windows(self, x):
        """Give what each output sees, (..., N, P, K, C), as views of the input."""
        sizes, places = self.phi["omega"].shape[-self.axes :], self.shape[1:-1]
        spans = [self.dilation * (size - 1) + 1 for size in sizes]
        if any(n < span for n, span in zip(places, spans, strict=True)):
            raise ValueError(
                f"the kernel reaches over {tuple(spans)} places, but the input has "
                f"{places}, with its padding."
            )
        along = tuple(range(-1 - self.axes, -1))
        windows = sliding_window_view(x, spans, axis=along)  # (..., P, C, span)
        places, taps = (
            [slice(None, None, step)] * self.axes
            for step in (self.stride, self.dilation)
        )
        windows = windows[(..., *places, slice(None), *taps)]
        return np.moveaxis(windows, -1 - self.axes, -1)

    def _fold(self, of_windows):
        """Add up what the windows pass back to each input that they share."""
        lead = of_windows.shape[: -2 - 2 * self.axes]
        dl_dx = np.zeros((*lead, *self.shape), of_windows.dtype)
        sizes = of_windows.shape[-1 - self.axes : -1]
        for tap in np.ndindex(*sizes):
            first = [k * self.dilation for k in tap]
            here = [
                slice(f, f + self.stride * (p - 1) + 1, self.stride)
                for f, p in zip(first, self.outer[1:], strict=True)
            ]
            dl_dx[(..., *here, slice(None))] += of_windows[(..., *tap, slice(None))]
        inside = [slice(self.padding, n - self.padding) for n in self.shape[1:-1]]
        return np.moveaxis(dl_dx[(..., *inside, slice(None))], -1, -1 - self.axes)


class Conv1d(Convolution):
    """Kernels that slide along a signal, many side by side.

    Parameters
    ----------
    channels_in, channels_out : int
    size : int
        Weights of a kernel for each input channel.
    rng : numpy.random.Generator
        Draws the weights, with He's variance; the biases are zero.
    stride, padding, dilation : int, optional
        From output to output; zeros at each end; from weight to weight, where 1 is for
        neighbors.
    models : tuple of int, optional
        Shape of a family of models that are computed together.
    dtype : data type, optional
        Of the parameters.

    Notes
    -----
    UDL section 10.2.5. The first weight goes with the input before, as in torch. An
    input without axes of models is given to every model of a family.

    Examples
    --------
    >>> layer = Conv1d(1, 1, 2, np.random.default_rng(0), stride=2, dtype=float)
    >>> layer.phi["omega"][...] = [[[1.0, 10.0]]]
    >>> layer.forward(np.array([[[1.0, 2.0, 3.0, 4.0]]])).tolist()
    [[[21.0, 43.0]]]
    >>> layer.backward(np.array([[[1.0, 2.0]]])).tolist()
    [[[1.0, 10.0, 2.0, 20.0]]]
    """

    def __init__(
        self, channels_in, channels_out, size, rng, stride=1, padding=0, dilation=1,
        models=(), dtype=np.float32,
    ):  # fmt: skip
        super().__init__(
            channels_in, channels_out, (size,), rng, stride, padding, dilation, models,
            dtype,
        )  # fmt: skip
