"""Right answers to the exercises of page 3.4, written as different readers would."""

import numpy as np


def sigmoid_by_definition(z):
    return 1 / (1 + np.exp(-10 * z))


def sigmoid_by_tanh(z):
    return (1 + np.tanh(5 * np.asarray(z))) / 2


def sigmoid_by_halves(z):
    return 0.5 + 0.5 * np.tanh(5.0 * z)


def step_by_where(z):
    return np.where(np.asarray(z) < 0, 0, 1)


def step_by_comparison(z):
    return (np.asarray(z) >= 0) * 1.0


def step_by_loop(z):
    flat = [1 if value >= 0 else 0 for value in np.ravel(z)]
    return np.reshape(flat, np.shape(z))


def step_from_booleans(preactivation):
    return (preactivation >= 0).astype(int)


def derivative_by_product(z):
    s = sigmoid_by_definition(z)
    return 10 * s * (1 - s)


def derivative_by_two_sigmoids(z):
    return 10 * sigmoid_by_definition(z) * sigmoid_by_definition(-z)


def derivative_by_cosh(z):
    return 2.5 / np.cosh(5 * np.asarray(z)) ** 2


def line_by_sums(theta_0, theta_1, phi_0, phi, u, v):
    offset = phi_0 + np.sum(phi * (u + v * theta_0))
    return offset, np.sum(phi * v * theta_1)


def line_by_loop(theta_0, theta_1, phi_0, phi, u, v):
    offset, slope = phi_0, 0.0
    for d in range(len(phi)):
        offset += phi[d] * (u + v * theta_0[d])
        slope += phi[d] * v * theta_1[d]
    return [offset, slope]


def line_through_two_points(theta_0, theta_1, phi_0, phi, u, v):
    at_0, at_1 = (phi_0 + phi @ (u + v * (theta_0 + theta_1 * x)) for x in (0.0, 1.0))
    return at_0, at_1 - at_0


def gradient_by_loops(x, y, theta_0, theta_1, phi_0, phi, a, a_prime):
    for_offsets, for_slopes = np.zeros(len(phi)), np.zeros(len(phi))
    for value, target in zip(x, y, strict=True):
        z = theta_0 + theta_1 * value
        off = target - phi_0 - np.dot(phi, a(z))
        for_offsets += -2 * off * phi * a_prime(z)
        for_slopes += -2 * off * phi * a_prime(z) * value
    return for_offsets, for_slopes


def gradient_by_products(x, y, theta_0, theta_1, phi_0, phi, a, a_prime):
    z = theta_0[:, None] + theta_1[:, None] * x
    h = a(z)
    off = 2 * (phi_0 + phi @ h - y)
    part = phi[:, None] * a_prime(z)
    return [part @ off, part @ (off * x)]


def hard_swish_slope_by_masks(z):
    z = np.asarray(z, dtype=float)
    inside = np.abs(z) <= 3
    return inside * (z / 3 + 0.5) + (z > 3)


def hard_swish_slope_by_loop(z):
    def one(value):
        if value <= -3:
            return 0.0
        return value / 3 + 1 / 2 if value < 3 else 1.0

    return np.reshape([one(value) for value in np.ravel(z)], np.shape(z))


def start_in_random_order(a, b):
    joints = (a.argsort(axis=1).argsort(axis=1) + 0.5) / 8
    slopes = 3 * np.sign(b)
    return -slopes * joints, slopes


def start_on_both_sides(a, b):
    joints = np.tile(np.linspace(0, 1, 8), (25, 1))
    slopes = np.where(b > 0, 3.0, -3.0)
    return [-joints * slopes, slopes]


RIGHT = {
    "3.4.1": [sigmoid_by_definition, sigmoid_by_tanh, sigmoid_by_halves],
    "3.4.2": [step_by_where, step_by_comparison, step_by_loop, step_from_booleans],
    "3.4.7": [line_by_sums, line_by_loop, line_through_two_points],
    "3.4.10": [derivative_by_product, derivative_by_two_sigmoids, derivative_by_cosh],
    "3.4.11": [gradient_by_loops, gradient_by_products],
    "3.4.13": [hard_swish_slope_by_masks, hard_swish_slope_by_loop],
    "3.4.14": [start_in_random_order, start_on_both_sides],
}
