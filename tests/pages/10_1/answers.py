"""Right answers to the exercises of page 10.1, written as different readers would."""

import numpy as np
from scipy.ndimage import correlate1d


def _by_loops(x_in, omega, stride, dilation):
    out = []
    for place in range(0, len(x_in), stride):
        total = 0.0
        for k, weight in enumerate(omega):
            source = place + (k - len(omega) // 2) * dilation
            if 0 <= source < len(x_in):
                total += weight * x_in[source]
        out.append(total)
    return out


def three_by_loops(x_in, omega):
    return _by_loops(x_in, omega, 1, 1)


def three_by_numpy(x_in, omega):
    return np.convolve(np.pad(x_in, 1), np.array(omega)[::-1], "valid")


def three_with_cases(x_in, omega):
    x_out = np.zeros(len(x_in))
    for i in range(len(x_in)):
        x_out[i] = omega[1] * x_in[i]
        if i > 0:
            x_out[i] += omega[0] * x_in[i - 1]
        if i < len(x_in) - 1:
            x_out[i] += omega[2] * x_in[i + 1]
    return x_out


def strided_by_loops(x_in, omega):
    return _by_loops(x_in, omega, 2, 1)


def strided_by_windows(x_in, omega):
    x = np.pad(np.asarray(x_in, dtype=float), 1)
    return [np.dot(omega, x[i : i + 3]) for i in range(0, len(x_in), 2)]


def five_by_loops(x_in, omega):
    return _by_loops(x_in, omega, 1, 1)


def five_by_scipy(x_in, omega):
    return correlate1d(np.asarray(x_in, dtype=float), omega, mode="constant")


def gaps_by_loops(x_in, omega):
    return _by_loops(x_in, omega, 1, 2)


def gaps_by_zeros(x_in, omega):
    return five_by_scipy(x_in, [omega[0], 0, omega[1], 0, omega[2]])


def matrix_by_loops(n_out, omega):
    A = np.zeros((n_out, n_out))
    for i in range(n_out):
        for k in (-1, 0, 1):
            if 0 <= i + k < n_out:
                A[i, i + k] = omega[k + 1]
    return A


def matrix_by_diagonals(n_out, omega):
    ones = np.ones(n_out - 1)
    return (np.diag(omega[0] * ones, -1) + np.diag(omega[2] * ones, 1)
            + np.diag(np.full(n_out, omega[1])))  # fmt: skip


def two_by_numpy(first, second):
    return np.convolve(second, first)


def two_by_an_impulse(first, second):
    size = len(first) + len(second) - 1
    table = np.zeros((size, size))
    for k, one in enumerate(first):
        for m, other in enumerate(second):
            table[k + m, 0] += one * other
    return list(table[:, 0])


def field_from_the_top(sizes, strides, dilations):
    field = 1
    layers = list(zip(sizes, strides, dilations, strict=True))
    for size, stride, dilation in reversed(layers):
        field = (field - 1) * stride + 1 + (size - 1) * dilation
    return field


def field_by_products(sizes, strides, dilations):
    steps = np.concatenate([[1], np.cumprod(strides)[:-1]])
    return 1 + np.sum((np.asarray(sizes) - 1) * np.asarray(dilations) * steps)


def weights_as_tuple():
    return 0.25, 0.5, 0.25


def weights_leaning():
    return [0.3, 0.5, 0.2]


def gradient_by_the_matrix(gradient, omega):
    return matrix_by_loops(len(gradient), omega).T @ gradient


def gradient_by_loops(gradient, omega):
    pulled = np.zeros(len(gradient))
    for i, g in enumerate(gradient):
        for k in (-1, 0, 1):
            if 0 <= i + k < len(gradient):
                pulled[i + k] += omega[k + 1] * g
    return pulled


RIGHT = {
    "10.1.2": [three_by_loops, three_by_numpy],
    "10.1.3": [three_with_cases, three_by_numpy],
    "10.1.5": [strided_by_loops, strided_by_windows],
    "10.1.6": [five_by_loops, five_by_scipy],
    "10.1.7": [gaps_by_loops, gaps_by_zeros],
    "10.1.8": [matrix_by_loops, matrix_by_diagonals],
    "10.1.12": [two_by_numpy, two_by_an_impulse],
    "10.1.13": [field_from_the_top, field_by_products],
    "10.1.14": [weights_as_tuple, weights_leaning],
    "10.1.15": [gradient_by_the_matrix, gradient_by_loops],
}
