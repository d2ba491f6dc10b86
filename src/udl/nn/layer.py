"""What every layer of a network is: forward, backward, and the parameters between.

Layout: examples are rows, (N, D) or (N, C, L), as in torch; UDL's teaching functions
have them as columns, so UDL's Omega h is h Omega^T here. Axes before that of the
examples belong to models that are computed together: (..., N, D).
"""

import numpy as np


class Layer:
    """A step of a network.

    A subclass computes its output in `forward`, keeps there what `backward` will need,
    and writes the derivatives of its own parameters in `backward`.

    Parameters
    ----------
    **phi : array_like
        The layer's parameters by name.

    Attributes
    ----------
    phi
        Parameters, arrays by name.
    gradient
        Derivatives of the loss with respect to them, from the last `backward`.
    state
        Arrays that a layer keeps and nothing trains, such as running averages.
    parts
        Layers inside of this one.

    Examples
    --------
    >>> class Twice(Layer):
    ...     def forward(self, x, training=False):
    ...         return 2 * x
    ...     def backward(self, dl_dy):
    ...         return 2 * dl_dy
    >>> Twice()(np.array([[3.0]])).tolist()
    [[6.0]]
    """

    def __init__(self, **phi):
        self.phi = {name: np.asarray(value) for name, value in phi.items()}
        self.gradient = {name: np.zeros_like(value) for name, value in self.phi.items()}
        self.state, self.parts = {}, []

    def forward(self, x, training=False):
        """Give the layer's output.

        Parameters
        ----------
        x : ndarray, shape (..., N, D)
            Input, an example a row.
        training : bool, optional
            Whether this is a step of training: dropout, for one, acts only then.

        Returns
        -------
        ndarray, shape (..., N, D')
        """
        raise NotImplementedError

    def backward(self, dl_dy):
        """Pass the derivative of the loss back through the last `forward`.

        Parameters
        ----------
        dl_dy : ndarray, the shape of the output
            Derivative of the loss with respect to the output.

        Returns
        -------
        ndarray, the shape of the input
            Derivative of the loss with respect to the input.
        """
        raise NotImplementedError

    def __call__(self, x):
        """Give the output, outside of training."""
        return self.forward(x)

    def walk(self):
        """Yield this layer and all layers inside of it."""
        yield self
        for part in self.parts:
            yield from part.walk()


class Sequential(Layer):
    """Layers one after another: the output of each is the input of the next.

    Parameters
    ----------
    *layers : Layer

    Notes
    -----
    UDL eqs. 7.18 to 7.20 forward, eqs. 7.22 to 7.24 backward.

    Examples
    --------
    >>> from udl.nn.linear import Linear
    >>> twice = Linear.of([[2.0]], [1.0])
    >>> Sequential(twice, twice)(np.array([[3.0]])).tolist()
    [[15.0]]
    """

    def __init__(self, *layers):
        super().__init__()
        self.parts = list(layers)

    def forward(self, x, training=False):
        """Run the layers in order."""
        for part in self.parts:
            x = part.forward(x, training)
        return x

    def backward(self, dl_dy):
        """Run the layers' backward passes, the last layer's first."""
        for part in reversed(self.parts):
            dl_dy = part.backward(dl_dy)
        return dl_dy


class Flatten(Layer):
    """Make a row of each example: (N, C, L) becomes (N, C L).

    Parameters
    ----------
    axes : int, optional
        How many axes an example has; left out, all but the first. A family of models
        needs it: with 2, (M, N, C, L) becomes (M, N, C L).

    Examples
    --------
    >>> Flatten()(np.zeros((5, 2, 3))).shape
    (5, 6)
    """

    def __init__(self, axes=None):
        super().__init__()
        self.axes = axes

    def forward(self, x, training=False):
        """Lay the numbers of each example in a row."""
        self.shape = x.shape
        kept = 1 if self.axes is None else x.ndim - self.axes
        return x.reshape(*x.shape[:kept], -1)

    def backward(self, dl_dy):
        """Give each derivative its place back."""
        return dl_dy.reshape(self.shape)
