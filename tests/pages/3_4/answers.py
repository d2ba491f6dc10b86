"""Right answers to the exercises of page 3.4, written as different readers would."""

import numpy as np


def sigmoid_by_definition(z):
    return 1 / (1 + np.exp(-10 * z))


def sigmoid_by_tanh(z):
    return (1 + np.tanh(5 * np.asarray(z))) / 2


def sigmoid_the_other_way_up(z):
    e = np.exp(10 * z)
    return e / (e + 1)


def step_by_where(z):
    return np.where(np.asarray(z) < 0, 0, 1)


def step_by_comparison(z):
    return (np.asarray(z) >= 0) * 1.0


def derivative_by_product(z):
    s = sigmoid_by_definition(z)
    return 10 * s * (1 - s)


def derivative_by_quotient_rule(z):
    e = np.exp(-10 * z)
    return 10 * e / (1 + e) ** 2


def derivative_by_cosh(z):
    return 2.5 / np.cosh(5 * np.asarray(z)) ** 2


def line_by_sums(theta_0, theta_1, phi_0, phi, a, b):
    offset = phi_0 + np.sum(phi * (a + b * theta_0))
    return offset, np.sum(phi * b * theta_1)


def line_by_loop(theta_0, theta_1, phi_0, phi, a, b):
    offset, slope = phi_0, 0.0
    for k in range(len(phi)):
        offset += phi[k] * (a + b * theta_0[k])
        slope += phi[k] * b * theta_1[k]
    return [offset, slope]


def line_through_two_points(theta_0, theta_1, phi_0, phi, a, b):
    at_0, at_1 = (phi_0 + phi @ (a + b * (theta_0 + theta_1 * x)) for x in (0.0, 1.0))
    return at_0, at_1 - at_0


RIGHT = {
    "3.4.1": [sigmoid_by_definition, sigmoid_by_tanh, sigmoid_the_other_way_up],
    "3.4.2": [step_by_where, step_by_comparison],
    "3.4.5": [
        derivative_by_product, derivative_by_quotient_rule, derivative_by_cosh
    ],
    "3.4.8": [line_by_sums, line_by_loop, line_through_two_points],
}  # fmt: skip
