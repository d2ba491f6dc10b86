"""Fitting a line by least squares."""

import numpy as np

from udl._shapes import as_examples


def line(x, phi):
    """Give the line with intercept phi_0 and slope phi_1."""
    phi = np.asarray(phi, dtype=float)
    return phi[..., :1] + phi[..., 1:] * as_examples("x", x)


def line_loss(phi, x, y):
    """Give the sum of squared errors of the line."""
    return np.sum((line(x, phi) - as_examples("y", y)) ** 2, axis=-1)


def line_gradient(phi, x, y):
    """Give the gradient of `line_loss`."""
    errors = line(x, phi) - as_examples("y", y)
    return 2 * np.stack([errors.sum(axis=-1), errors @ as_examples("x", x)], axis=-1)
