"""Right answers to the exercises of page 8.2, written as different readers would."""

import math

import numpy as np

from udl.generalization.fixed_joints import fit_outputs, hidden_units, predict


def family_in_an_array(draw, n_datasets, n_hidden, grid):
    curves = np.zeros((n_datasets, len(grid)))
    for row in range(n_datasets):
        x, y = draw()
        beta, omega = fit_outputs(x, y, n_hidden)
        curves[row, :] = predict(grid, beta, omega)
    return curves.mean(axis=0), curves.std(axis=0)


def family_by_lstsq(draw, n_datasets, n_hidden, grid):
    rows = []
    for _ in range(n_datasets):
        x, y = draw()
        phi = np.linalg.lstsq(hidden_units(x, n_hidden).T, y, rcond=None)[0]
        rows.append(hidden_units(grid, n_hidden).T @ phi)
    mean = sum(rows) / n_datasets
    squares = sum((row - mean) ** 2 for row in rows) / n_datasets
    return list(mean), list(np.sqrt(squares))


def two_numbers_by_average(mean, deviation, truth):
    return np.average((truth - mean) ** 2), np.average(np.power(deviation, 2))


def two_numbers_by_loop(mean, deviation, truth):
    bias = variance = 0.0
    for m, s, t in zip(mean, deviation, truth, strict=True):
        bias += (m - t) ** 2 / len(mean)
        variance += s**2 / len(mean)
    return bias, variance


def split_by_difference(fits, truth):
    total = np.mean((fits - truth) ** 2)
    bias = np.mean((np.mean(fits, axis=0) - truth) ** 2)
    return bias, total - bias


def split_by_centering(fits, truth):
    mean = np.mean(fits, axis=0)
    return [np.mean((mean - truth) ** 2), np.mean((fits - mean) ** 2)]


def units_by_rule(n_data):
    return 4 if n_data < 60 else round(2.1 * n_data**0.26)


def units_by_cases(n_data):
    if n_data <= 100:
        return 4 if n_data < 100 else 7
    return 9 if n_data == 300 else 14


def neighbors_by_sorting(x, truth, sigma, k, at):
    nearest = sorted(x, key=lambda place: abs(place - at))[:k]
    heights = [truth(place) for place in nearest]
    return (sum(heights) / k - truth(at)) ** 2, sigma * sigma / k


def neighbors_by_weights(x, truth, sigma, k, at):
    weights = np.zeros(len(x))
    weights[np.argsort((x - at) ** 2)[:k]] = 1 / k
    return np.square(weights @ truth(x) - truth(at)), math.pow(sigma, 2) * np.sum(
        weights**2
    )


RIGHT = {
    "8.2.2": [family_in_an_array, family_by_lstsq],
    "8.2.3": [two_numbers_by_average, two_numbers_by_loop],
    "8.2.4": [split_by_difference, split_by_centering],
    "8.2.8": [units_by_rule, units_by_cases],
    "8.2.9": [neighbors_by_sorting, neighbors_by_weights],
}
