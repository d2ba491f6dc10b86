"""Right answers to the exercises of page 7.3, written as different readers would."""

import math
from itertools import pairwise

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


def tuned_from_eighty(width):
    return 0.0281 * 80 / width


def tuned_by_table(width):
    return {40: 0.0575, 80: 0.0285, 160: 0.0142}[int(width)]


def leaky_by_shares(fan_in, slope):
    positive, negative = 1 / 2, slope**2 / 2
    return 1 / fan_in / (positive + negative)


def leaky_by_average(fan_in, slope):
    return 1 / (fan_in * np.mean([1, slope * slope]))


def first_weights_apart(widths, normals):
    first = normals[0] * math.sqrt(1 / widths[0])
    rest = zip(widths[1:], normals[1:], strict=False)
    return [first, *(z * math.sqrt(2 / width) for width, z in rest)]


def first_weights_by_shape(widths, normals):
    omegas = [z * (2 / z.shape[1]) ** 0.5 for z in normals]
    omegas[0] = omegas[0] / np.sqrt(2)
    return omegas


def both_ways_by_fan_out(widths):
    variances = 2.0 / np.array(widths[1:])
    variances[0] = 1 / widths[0]
    return variances


def both_ways_by_geometric_mean(widths):
    inner = [2 / math.sqrt(a * b) for a, b in pairwise(widths)][1:-1]
    return [1 / widths[0], *inner, 2 / widths[-1]]


RIGHT = {
    "7.3.2": [tuned_from_eighty, tuned_by_table],
    "7.3.4": [moments_from_the_deviation, moments_as_a_list],
    "7.3.6": [weights_by_a_root, weights_by_rows],
    "7.3.8": [leaky_by_shares, leaky_by_average],
    "7.3.9": [first_weights_apart, first_weights_by_shape],
    "7.3.10": [sizes_with_a_list, sizes_from_the_variance],
    "7.3.13": [back_with_insert, back_with_an_array],
    "7.3.14": [both_ways_by_fan_out, both_ways_by_geometric_mean],
}
