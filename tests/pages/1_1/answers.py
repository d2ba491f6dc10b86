"""Right answers to the exercises of page 1.1, written as different readers would."""

import math

import numpy as np


def line_as_it_stands(x, beta, omega):
    return omega * x + beta


def line_by_loop(x, beta, omega):
    if np.ndim(x) == 0:
        return beta + omega * x
    return [beta + omega * v for v in x]


def plane_as_it_stands(x1, x2, beta, omega1, omega2):
    return omega1 * x1 + omega2 * x2 + beta


def plane_from_lines(x1, x2, beta, omega1, omega2):
    return line_as_it_stands(x1, beta, omega1) + line_as_it_stands(x2, 0, omega2)


def linear_with_dot(x, beta, omega):
    return np.dot(omega, x) + beta


def linear_by_loop(x, beta, omega):
    total = beta
    for d in range(len(x)):
        total = total + omega[d] * x[d]
    return total


def steer_by_hand():
    return (-1.24, 0, -0.89)


def steer_with_the_second():
    return np.array([[-1.0], [0.54], [-0.96]])


def equations_with_reshape(x, beta, omega):
    return np.matmul(omega, x) + beta.reshape(-1, 1)


def equations_by_loop(x, beta, omega):
    y = np.zeros((len(beta), x.shape[1]))
    for j in range(len(beta)):
        for i in range(x.shape[1]):
            y[j, i] = beta[j] + sum(omega[j, d] * x[d, i] for d in range(len(x)))
    return y


def equations_from_columns(x, beta, omega):
    y = np.tile(beta, (x.shape[1], 1)).T
    for d in range(omega.shape[1]):
        y = y + np.outer(omega[:, d], x[d])
    return y.tolist()


def in_a_row_multiplied_out(beta_0, omega_0, beta_1, omega_1):
    return omega_1 @ beta_0 + beta_1, omega_1 @ omega_0


def in_a_row_by_probing(beta_0, omega_0, beta_1, omega_1):
    def both(x):
        return beta_1 + omega_1 @ (beta_0 + omega_0 @ x)

    inputs = omega_0.shape[1]
    beta = both(np.zeros(inputs))
    columns = [both(unit) - beta for unit in np.eye(inputs)]
    return [beta, np.stack(columns, axis=1)]


def growth_by_the_quotient(x_a, y_a, x_b, y_b):
    omega = math.log(y_b / y_a) / (x_b - x_a)
    return math.log(y_b) - omega * x_b, omega


def growth_by_fitting(x_a, y_a, x_b, y_b):
    omega, beta = np.polyfit([x_a, x_b], np.log([y_a, y_b]), 1)
    return [beta, omega]


RIGHT = {
    "1.1.1": [line_as_it_stands, line_by_loop],
    "1.1.3": [plane_as_it_stands, plane_from_lines],
    "1.1.8": [linear_with_dot, linear_by_loop],
    "1.1.9": [steer_by_hand, steer_with_the_second],
    "1.1.10": [equations_with_reshape, equations_by_loop, equations_from_columns],
    "1.1.12": [in_a_row_multiplied_out, in_a_row_by_probing],
    "1.1.15": [growth_by_the_quotient, growth_by_fitting],
}
