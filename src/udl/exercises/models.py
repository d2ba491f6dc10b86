"""Models that an answer is given: what they predict can be read on the card."""

import numpy as np


class Line:
    """A model whose prediction is a straight line, to be called or asked to predict.

    Parameters
    ----------
    slope, offset : float

    Examples
    --------
    >>> Line(0.5, -1.0), float(Line(0.5, -1.0).predict(4.0))
    (model(0.5 z -1), 1.0)
    """

    def __init__(self, slope, offset):
        self.slope, self.offset = slope, offset

    def predict(self, z):
        """Predict for each value."""
        return self.slope * np.asarray(z) + self.offset

    __call__ = predict

    def __repr__(self):
        return f"model({self.slope:g} z {self.offset:+g})"


def lines(steps, slope):
    """Make a model for each step, no two alike, with slopes from a given one down.

    Examples
    --------
    >>> lines(2, 0.4)
    [model(0.4 z +0.3), model(0.3 z -0.29)]
    """
    return [
        Line(slope - 0.1 * (t % 4), 0.3 * (-1) ** t + 0.01 * t) for t in range(steps)
    ]
