"""The linear layer: a weighted sum of the inputs and an offset, for every unit."""

import numpy as np

from udl.gradients.initialization import he_variance
from udl.nn.layer import Layer


class Linear(Layer):
    """A linear layer, f = h Omega^T + beta, an example a row.

    Parameters
    ----------
    width_in, width_out : int
        Number of inputs and of outputs.
    rng : numpy.random.Generator
        Draws the weights, with He's variance; the biases are zero.
    models : tuple of int, optional
        Shape of a family of models that are computed together.
    dtype : data type, optional
        Of the parameters.

    Notes
    -----
    UDL eq. 7.17 forward; eqs. 7.21 and 7.22 for the derivatives, summed over the
    examples of the batch; He initialization, UDL eq. 7.32.

    Examples
    --------
    >>> layer = Linear.of([[2.0, 0.0], [1.0, 1.0]], [0.5, 0.0])
    >>> layer.forward(np.array([[3.0, 4.0]])).tolist()
    [[6.5, 7.0]]
    >>> layer.backward(np.array([[1.0, 10.0]])).tolist()
    [[12.0, 10.0]]
    >>> layer.gradient["omega"].tolist()
    [[3.0, 4.0], [30.0, 40.0]]
    """

    def __init__(self, width_in, width_out, rng, models=(), dtype=np.float32):
        deviation = np.sqrt(he_variance(width_in))
        omega = deviation * rng.standard_normal((*models, width_out, width_in))
        beta = np.zeros((*models, width_out))
        super().__init__(omega=omega.astype(dtype), beta=beta.astype(dtype))

    @classmethod
    def of(cls, omega, beta):
        """Make a layer from its weights, (..., D', D), and biases, (..., D')."""
        layer = cls.__new__(cls)
        Layer.__init__(layer, omega=omega, beta=beta)
        return layer

    def forward(self, x, training=False):
        """Give the pre-activations."""
        omega, beta = self.phi["omega"], self.phi["beta"]
        if np.ndim(x) < 2 or x.shape[-1] != omega.shape[-1]:
            raise ValueError(
                f"x has shape {np.shape(x)}, but this layer takes (N, "
                f"{omega.shape[-1]}): an example a row."
            )
        self.x = x
        return x @ omega.swapaxes(-1, -2) + beta[..., np.newaxis, :]

    def backward(self, dl_dy):
        """Derive the loss with respect to weights, biases and input."""
        # One input for a family of models: `matmul` pairs it with each of them.
        self.gradient["omega"][...] = dl_dy.swapaxes(-1, -2) @ self.x
        self.gradient["beta"][...] = dl_dy.sum(axis=-2)
        return dl_dy @ self.phi["omega"]
