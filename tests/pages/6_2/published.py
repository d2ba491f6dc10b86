"""Right answers to page 6.2, as a reader of its published notebook may have them."""

import numpy as np


def compute_loss(data_x, data_y, phi):
    return np.sum((phi[0] + phi[1] * data_x - data_y) ** 2)


def compute_gradient(data_x, data_y, phi):
    error = phi[0] + phi[1] * data_x - data_y
    return np.array([2 * np.sum(error), 2 * np.sum(error * data_x)])


def gradient_descent_step(phi, loss, gradient):
    downhill = -gradient(phi)
    a, b, c, d = 0.0, 0.033, 0.066, 0.1
    for _ in range(20):
        values = [loss(phi + t * downhill) for t in (a, b, c, d)]
        if np.argmin(values) == 0:
            b, c, d = b / 2, c / 2, d / 2
            continue
        if values[1] < values[2]:
            d = c
        else:
            a = b
        b, c = a + (d - a) / 3, a + 2 * (d - a) / 3
    return phi + (b + c) / 2 * downhill
