"""Right answers to the exercises of page 3.2, written as different readers would."""

import numpy as np


def crossing_by_determinants(beta_0, omega_0):
    (a, b), (c, d) = omega_0
    p, q = beta_0
    return [(b * q - d * p) / (a * d - b * c), (c * p - a * q) / (a * d - b * c)]


def crossing_by_inverse(beta_0, omega_0):
    return -np.linalg.inv(omega_0) @ beta_0


def one_output_unit_by_unit(
    x1, x2, activation_fn, phi_0, phi_1, phi_2, phi_3,
    theta_10, theta_11, theta_12, theta_20, theta_21, theta_22,
    theta_30, theta_31, theta_32,
):  # fmt: skip
    y = phi_0 + 0 * x1
    y = y + phi_1 * activation_fn(theta_11 * x1 + theta_12 * x2 + theta_10)
    y = y + phi_2 * activation_fn(theta_21 * x1 + theta_22 * x2 + theta_20)
    return y + phi_3 * activation_fn(theta_31 * x1 + theta_32 * x2 + theta_30)


def one_output_with_tables(x1, x2, activation_fn, *parameters):
    phi, theta = parameters[:4], np.array(parameters[4:]).reshape(3, 3)
    x1, x2 = np.asarray(x1), np.asarray(x2)
    ones = np.ones_like(x1)
    h = activation_fn(np.tensordot(theta, np.stack([ones, x1, x2]), axes=1))
    return phi[0] + np.tensordot(phi[1:], h, axes=1)


def gradient_by_loop(x, beta_0, omega_0, omega_1):
    slopes = [0.0, 0.0]
    for offset, row, weight in zip(beta_0, omega_0, omega_1, strict=True):
        if offset + row[0] * x[0] + row[1] * x[1] >= 0:
            slopes[0] += weight * row[0]
            slopes[1] += weight * row[1]
    return slopes


def gradient_by_small_steps(x, beta_0, omega_0, omega_1):
    def f(point):
        return omega_1 @ np.maximum(0, beta_0 + omega_0 @ point)

    steps = 1e-4 * np.eye(2)
    return np.array([(f(x + step) - f(x - step)) / 2e-4 for step in steps])


def two_outputs_in_a_list(x1, x2, activation_fn, *parameters):
    phi, theta = np.reshape(parameters[:8], (2, 4)), np.reshape(parameters[8:], (3, 3))
    h = [activation_fn(a + b * x1 + c * x2) for a, b, c in theta]
    return [p[0] + sum(w * u for w, u in zip(p[1:], h, strict=True)) for p in phi]


def two_outputs_by_two_networks(x1, x2, activation_fn, *parameters):
    theta = parameters[8:]
    first = one_output_unit_by_unit(x1, x2, activation_fn, *parameters[:4], *theta)
    second = one_output_unit_by_unit(x1, x2, activation_fn, *parameters[4:8], *theta)
    return first, second


def network_example_by_example(x, beta_0, omega_0, beta_1, omega_1):
    outputs = []
    for example in x.T:
        h = np.clip(beta_0 + omega_0 @ example, 0, None)
        outputs.append(beta_1 + omega_1 @ h)
    return np.stack(outputs, axis=1)


def network_with_a_row_of_ones(x, beta_0, omega_0, beta_1, omega_1):
    ones = np.ones((1, x.shape[1]))
    h = np.column_stack([beta_0, omega_0]) @ np.concatenate([ones, x])
    h = np.where(h > 0, h, 0)
    return np.column_stack([beta_1, omega_1]) @ np.concatenate([ones, h])


def same_region_by_signs(first, second, beta_0, omega_0):
    signs = [np.sign(np.maximum(0, beta_0 + omega_0 @ x)) for x in (first, second)]
    return bool((signs[0] == signs[1]).all())


def same_region_by_loop(first, second, beta_0, omega_0):
    for offset, slopes in zip(beta_0, omega_0, strict=True):
        if (offset + slopes @ first > 0) != (offset + slopes @ second > 0):
            return False
    return True


def larger_of_mean_and_half_distance():
    half = 0.5
    omega_0 = [[half, half], [-half, -half], [half, -half], [-half, half]]
    return [0, 0, 0, 0], omega_0, [0], [1, -1, 1, 1]


def larger_with_flat_weights():
    omega_0 = np.array([[-1.0, 1.0], [1.0, 0.0], [-1.0, 0.0]])
    return np.zeros(3), omega_0, np.float64(0), np.array([1.0, 1.0, -1.0])


def fence_of_a_square(inner, outer):
    c1, c2 = (inner.max(axis=1) + inner.min(axis=1)) / 2
    omega_0 = np.array([[1, 0], [-1, 0], [0, 1], [0, -1]])
    beta_0 = np.array([-c1, c1, -c2, c2]) - 2
    return beta_0, omega_0, [0.02], np.full((1, 4), -1.0)


def fence_turned_and_steep(inner, outer):
    turns = 0.3 + 2 * np.pi * np.arange(5) / 5
    omega_0 = 10 * np.stack([np.cos(turns), np.sin(turns)], axis=1)
    return -omega_0 @ inner.mean(axis=1) - 22, omega_0, 1.0, -2 * np.ones(5)


RIGHT = {
    "3.2.4": [crossing_by_determinants, crossing_by_inverse],
    "3.2.5": [one_output_unit_by_unit, one_output_with_tables],
    "3.2.7": [gradient_by_loop, gradient_by_small_steps],
    "3.2.11": [two_outputs_in_a_list, two_outputs_by_two_networks],
    "3.2.12": [network_example_by_example, network_with_a_row_of_ones],
    "3.2.13": [larger_of_mean_and_half_distance, larger_with_flat_weights],
    "3.2.14": [fence_of_a_square, fence_turned_and_steep],
    "3.2.8": [same_region_by_signs, same_region_by_loop],
}
