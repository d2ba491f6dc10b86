"""Right answers to the exercises of page 7.3, written as different readers would."""

import math

import numpy as np


def moments_from_the_deviation(variance):
    sigma = math.sqrt(variance)
    mean = sigma / math.sqrt(2 * math.pi)
    return mean, sigma**2 / 2, sigma**2 / 2 - mean**2


def moments_as_a_list(variance):
    return [
        (variance / np.pi / 2) ** 0.5,
        0.5 * variance,
        variance * (np.pi - 1) / 2 / np.pi,
    ]


def weights_by_a_root(z):
    return (2 / z.shape[1]) ** 0.5 * z


def weights_by_rows(z):
    return [row / math.sqrt(len(row) / 2) for row in z]


def sizes_with_a_list(x, omegas):
    sizes = []
    h = x
    for omega in omegas:
        h = np.matmul(omega, h)
        h[h < 0] = 0
        sizes += [(h * h).mean()]
    return sizes


def sizes_from_the_variance(x, omegas):
    sizes = np.zeros(len(omegas))
    for k, omega in enumerate(omegas):
        x = np.maximum(omega @ x, 0)
        sizes[k] = np.var(x) + np.mean(x) ** 2
    return sizes


def back_with_insert(widths, variances):
    sizes = [1.0]
    for k in range(len(variances) - 1, 0, -1):
        sizes.insert(0, sizes[0] * widths[k + 1] * variances[k] / 2)
    return sizes


def back_with_an_array(widths, variances):
    sizes = np.ones(len(variances))
    for k in reversed(range(len(variances) - 1)):
        sizes[k] = 0.5 * widths[k + 2] * variances[k + 1] * sizes[k + 1]
    return sizes


RIGHT = {
    "7.3.3": [moments_from_the_deviation, moments_as_a_list],
    "7.3.5": [weights_by_a_root, weights_by_rows],
    "7.3.6": [sizes_with_a_list, sizes_from_the_variance],
    "7.3.9": [back_with_insert, back_with_an_array],
}
