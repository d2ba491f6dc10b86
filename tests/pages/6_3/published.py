"""Right answers to page 6.3, as a reader of its published notebook may have them."""

import numpy as np


def compute_loss(data_x, data_y, phi):
    phase = phi[0] + 0.06 * phi[1] * data_x
    prediction = np.sin(phase) * np.exp(-phase * phase / 32.0)
    return np.sum((prediction - data_y) * (prediction - data_y))


def gradient_descent_step_fixed_learning_rate(phi, gradient, x, y, alpha):
    return phi - alpha * gradient(phi, x, y)


def stochastic_gradient_descent_step(phi, gradient, x, y, alpha, batch_size, rng):
    order = rng.permutation(len(x))
    batch = order[:batch_size]
    return phi - alpha * gradient(phi, x[batch], y[batch])


def learning_rate_schedule(alpha, beta, M, steps):
    rates = []
    for step in range(steps):
        if step > 0 and step % M == 0:
            alpha = alpha * beta
        rates.append(alpha)
    return np.array(rates)
