"""Right answers to page 6.3, as a reader of its published notebook has them."""

import numpy as np


def compute_loss(data_x, data_y, model, phi):
    pred_y = model(phi, data_x)
    return np.sum((pred_y - data_y) * (pred_y - data_y))


def gradient_descent_step_fixed_learning_rate(phi, data, alpha):
    gradient = compute_gradient(data[0, :], data[1, :], phi)  # noqa: F821
    return phi - alpha * gradient


def stochastic_gradient_descent_step(phi, data, alpha, batch_size):
    order = np.random.permutation(data.shape[1])  # noqa: NPY002
    batch = data[:, order[:batch_size]]
    gradient = compute_gradient(batch[0, :], batch[1, :], phi)  # noqa: F821
    return phi - alpha * gradient
