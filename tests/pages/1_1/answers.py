"""Right answers to the exercises of page 1.1, written as different readers would."""

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


def three_from_plane(x1, x2, x3, beta, omega1, omega2, omega3):
    return plane_as_it_stands(x1, x2, beta, omega1, omega2) + omega3 * x3


def three_by_loop(x1, x2, x3, beta, omega1, omega2, omega3):
    total = beta
    for x, omega in ((x1, omega1), (x2, omega2), (x3, omega3)):
        total = total + omega * x
    return total


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


RIGHT = {
    "1.1.1": [line_as_it_stands, line_by_loop],
    "1.1.3": [plane_as_it_stands, plane_from_lines],
    "1.1.7": [three_from_plane, three_by_loop],
    "1.1.9": [equations_with_reshape, equations_by_loop, equations_from_columns],
    "1.1.10": [in_a_row_multiplied_out, in_a_row_by_probing],
}
