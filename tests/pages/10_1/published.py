"""Right answers to page 10.1, as a reader of its published notebook would have them.

Names, arguments and their order are those of the notebook; signals are lists there. The
bodies are our own.
"""

import numpy as np


def conv_3_1_1_zp(x_in, omega):
    x_out = np.zeros_like(x_in, dtype=float)
    padded = [0, *x_in, 0]
    for i in range(len(x_out)):
        for k in range(3):
            x_out[i] += omega[k] * padded[i + k]
    return x_out


def conv_3_2_1_zp(x_in, omega):
    x_out = np.zeros(int(np.ceil(len(x_in) / 2)))
    padded = [0, *x_in, 0]
    for i in range(len(x_out)):
        for k in range(3):
            x_out[i] += omega[k] * padded[2 * i + k]
    return x_out


def conv_5_1_1_zp(x_in, omega):
    x_out = np.zeros_like(x_in, dtype=float)
    padded = [0, 0, *x_in, 0, 0]
    for i in range(len(x_out)):
        x_out[i] = sum(omega[k] * padded[i + k] for k in range(5))
    return x_out


def conv_3_1_2_zp(x_in, omega):
    x_out = np.zeros_like(x_in, dtype=float)
    padded = [0, 0, *x_in, 0, 0]
    for i in range(len(x_out)):
        x_out[i] = sum(omega[k] * padded[i + 2 * k] for k in range(3))
    return x_out


def get_conv_mat_3_1_1_zp(n_out, omega):
    omega_mat = np.zeros((n_out, n_out))
    for i in range(n_out):
        omega_mat[i, i] = omega[1]
        if i > 0:
            omega_mat[i, i - 1] = omega[0]
        if i < n_out - 1:
            omega_mat[i, i + 1] = omega[2]
    return omega_mat
