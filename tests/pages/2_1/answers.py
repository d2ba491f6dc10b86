"""Right answers to the exercises of page 2.1, written as different readers would."""

import numpy as np


def model(x, phi0, phi1):
    return phi1 * x + phi0


def model_by_loop(x, phi0, phi1):
    return [phi0 + phi1 * v for v in x]


def loss_by_loop(x, y, phi0, phi1):
    total = 0
    for v, t in zip(x, y, strict=True):
        total += (t - phi0 - phi1 * v) ** 2
    return total


def loss_by_dot(x, y, phi0, phi1):
    error = model(x, phi0, phi1) - y
    return error @ error


def losses_with_new_axis(phi, x, y):
    error = phi[..., 0, None] + phi[..., 1, None] * x - y
    return np.sum(np.square(error), axis=-1)


def losses_by_loop(phi, x, y):
    table = np.zeros(phi.shape[:-1])
    for place in np.ndindex(table.shape):
        table[place] = loss_by_loop(x, y, *phi[place])
    return table


def slope_by_dot(offset, x, y):
    return x @ (y - offset) / (x @ x)


def slope_from_parabola(offset, x, y):
    # A parabola is known from three of its points.
    left, middle, right = (loss_by_loop(x, y, offset, s) for s in (-1.0, 0.0, 1.0))
    return (left - right) / (2 * (left - 2 * middle + right))


def fit_by_lstsq(x, y):
    return np.linalg.lstsq(np.stack([np.ones_like(x), x], axis=1), y, rcond=None)[0]


def fit_by_moments(x, y):
    slope = (np.mean(x * y) - x.mean() * y.mean()) / np.var(x)
    return [y.mean() - slope * x.mean(), slope]


def by_hand_with_small_steps():
    return 0.86, 0.5


def by_hand_in_a_list():
    return [0.8, 0.54]


def weighted_with_average(x, y, w):
    mx, my = np.average(x, weights=w), np.average(y, weights=w)
    slope = np.sum(w * (x - mx) * y) / np.sum(w * (x - mx) * x)
    return [my - slope * mx, slope]


def weighted_by_normal_equations(x, y, w):
    sums = [[np.sum(w), np.sum(w * x)], [np.sum(w * x), np.sum(w * x * x)]]
    return np.linalg.solve(sums, [np.sum(w * y), np.sum(w * x * y)])


def weighted_by_lstsq(x, y, w):
    root = np.sqrt(w)
    inputs = np.stack([root, root * x], axis=1)
    return np.linalg.lstsq(inputs, root * y, rcond=None)[0]


def loss_with_flat_predictions(phi, x, y):
    ones = np.ones_like(x)
    inputs = np.stack([ones, x], axis=1)
    predictions = (inputs @ phi.reshape(2, 1)).ravel()
    return np.sum((predictions - y) ** 2)


def loss_with_a_column_of_targets(phi, x, y):
    ones = np.ones_like(x)
    inputs = np.stack([ones, x], axis=1)
    predictions = inputs @ phi.reshape(2, 1)
    return np.sum((predictions - y.reshape(-1, 1)) ** 2)


def loss_of_the_diagonal(phi, x, y):
    return np.sum(np.diag((phi[0] + phi[1] * x)[:, None] - y) ** 2)


RIGHT = {
    "2.1.1": [model, model_by_loop],
    "2.1.3": [loss_by_loop, loss_by_dot],
    "2.1.4": [losses_with_new_axis, losses_by_loop],
    "2.1.5": [by_hand_with_small_steps, by_hand_in_a_list],
    "2.1.7": [slope_by_dot, slope_from_parabola],
    "2.1.9": [fit_by_lstsq, fit_by_moments],
    "2.1.11": [weighted_with_average, weighted_by_normal_equations, weighted_by_lstsq],
    "2.1.13": [
        loss_with_flat_predictions,
        loss_with_a_column_of_targets,
        loss_of_the_diagonal,
    ],
}
