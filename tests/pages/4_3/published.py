"""Right answers to page 4.3, for the tasks of its published notebook."""

import numpy as np


def matrices(beta_0, omega_0, beta_1, omega_1):
    betas = [np.reshape(beta_0, (-1, 1)), np.array([[beta_1]])]
    return betas, [np.reshape(omega_0, (-1, 1)), np.reshape(omega_1, (1, -1))]


def multiplied_out(first, second):
    (b_0, b_1), (w_0, w_1) = first
    (c_0, c_1), (v_0, v_1) = second
    return [b_0, c_0 + np.matmul(v_0, b_1), c_1], [w_0, np.matmul(v_0, w_1), v_1]


def parameter_shapes_of(sizes):
    steps = range(len(sizes) - 1)
    return [(sizes[k + 1], 1) for k in steps], [(sizes[k + 1], sizes[k]) for k in steps]
