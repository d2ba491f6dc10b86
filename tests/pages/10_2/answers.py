"""Right answers to the exercises of page 10.2, written as different readers would."""

import math

import numpy as np

from udl.nn.activations import relu
from udl.nn.convolution import Conv1d
from udl.nn.layer import Flatten, Sequential
from udl.nn.linear import Linear


def floor_of_torch(length, size, stride, padding, dilation):
    return math.floor((length + 2 * padding - dilation * (size - 1) - 1) / stride + 1)


def counted(length, size, stride, padding, dilation):
    count, last = 0, length + 2 * padding - 1
    for start in range(0, last + 1, stride):
        count += start + dilation * (size - 1) <= last
    return count


def by_five_loops(x, omega, beta, stride):
    N, C, L = x.shape
    D, _, K = omega.shape
    P = (L - K) // stride + 1
    h = [[[beta[d]] * P for d in range(D)] for _ in range(N)]
    for n in range(N):
        for d in range(D):
            for i in range(P):
                for c in range(C):
                    for k in range(K):
                        h[n][d][i] += omega[d, c, k] * x[n, c, i * stride + k]
    return h


def by_taps(x, omega, beta, stride):
    K = omega.shape[2]
    P = (x.shape[2] - K) // stride + 1
    h = beta[None, :, None] + np.zeros((len(x), 1, P))
    for k in range(K):
        h = h + omega[:, :, k] @ x[:, :, k : k + stride * (P - 1) + 1 : stride]
    return h


def mended_by_einsum(x, omega, stride):
    windows = np.lib.stride_tricks.sliding_window_view(x, omega.shape[2], axis=2)
    return np.einsum("ncpk,dck->ndp", windows[:, :, ::stride], omega)


def mended_by_moveaxis(x, omega, stride):
    N, C, _ = x.shape
    D, C, K = omega.shape
    windows = np.lib.stride_tricks.sliding_window_view(x, K, axis=2)
    windows = np.moveaxis(windows[:, :, ::stride], 1, 2)
    P = windows.shape[1]
    h = windows.reshape(N * P, C * K) @ omega.reshape(D, C * K).T
    return h.reshape(N, P, D).swapaxes(1, 2)


def layers_in_a_list(x, rng):
    layers = []
    for channels in (1, 15, 15):
        layers.append(Conv1d(channels, 15, 3, rng, 2))
        layers.append(relu())
    layers += [Flatten(), Linear(60, 10, rng)]
    return Sequential(*layers).forward(x)


def by_hand(x, rng):
    h = np.asarray(x, dtype=float)
    for channels in (1, 15, 15):
        omega = np.sqrt(2 / (3 * channels)) * rng.standard_normal((15, channels, 3))
        h = np.maximum(by_taps(h, omega, np.zeros(15), 2), 0)
    return h.reshape(len(h), 60) @ (np.sqrt(2 / 60) * rng.standard_normal((10, 60))).T


def wide_first():
    return [21, 3, 3], [2, 2, 2]


def wide_first_with_strides():
    return (17, 3, 5), (2, 2, 1)


def back_by_windows(x, g, stride, size):
    windows = np.lib.stride_tricks.sliding_window_view(x, size, axis=2)
    windows = windows[:, :, ::stride][:, :, : g.shape[2]]
    return np.einsum("ndi,ncik->dck", g, windows)


def back_by_loops(x, g, stride, size):
    total = np.zeros((g.shape[1], x.shape[1], size))
    for n in range(len(x)):
        for i in range(g.shape[2]):
            window = x[n, :, i * stride : i * stride + size]
            total += g[n, :, i][:, None, None] * window
    return total


RIGHT = {
    "10.2.2": [floor_of_torch, counted],
    "10.2.3": [by_five_loops, by_taps],
    "10.2.4": [mended_by_einsum, mended_by_moveaxis],
    "10.2.6": [layers_in_a_list, by_hand],
    "10.2.8": [wide_first, wide_first_with_strides],
    "10.2.9": [back_by_windows, back_by_loops],
}
