"""Right answers to page 6.2, as a reader of its published notebook has them."""

import numpy as np


def compute_loss(data_x, data_y, model, phi):
    predicted = model(phi, data_x)
    return np.sum((predicted - data_y) ** 2)


def compute_gradient(data_x, data_y, phi):
    error = phi[0] + phi[1] * data_x - data_y
    return np.array([[2 * np.sum(error)], [2 * np.sum(error * data_x)]])


def gradient_descent_step(phi, data, model):
    slope = compute_gradient(data[0, :], data[1, :], phi)
    alpha = line_search(data, model, phi, slope)  # noqa: F821
    return phi - alpha * slope
