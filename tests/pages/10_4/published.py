"""Right answers to page 10.4, as a reader of its published notebook would have them.

Names and arguments are those of the notebook, with its outputs of zeros. The bodies are
our own.
"""

import numpy as np


def downsample(x_in):
    x_out = np.zeros((int(np.ceil(x_in.shape[0] / 2)), int(np.ceil(x_in.shape[1] / 2))))
    for i in range(x_out.shape[0]):
        for j in range(x_out.shape[1]):
            x_out[i, j] = x_in[2 * i, 2 * j]
    return x_out


def maxpool(x_in):
    x_out = np.zeros((x_in.shape[0] // 2, x_in.shape[1] // 2))
    for i in range(x_out.shape[0]):
        for j in range(x_out.shape[1]):
            x_out[i, j] = np.max(x_in[2 * i : 2 * i + 2, 2 * j : 2 * j + 2])
    return x_out


def meanpool(x_in):
    x_out = np.zeros((x_in.shape[0] // 2, x_in.shape[1] // 2))
    for i in range(x_out.shape[0]):
        for j in range(x_out.shape[1]):
            x_out[i, j] = np.mean(x_in[2 * i : 2 * i + 2, 2 * j : 2 * j + 2])
    return x_out


def duplicate(x_in):
    x_out = np.zeros((2 * x_in.shape[0], 2 * x_in.shape[1]))
    for a in range(2):
        for b in range(2):
            x_out[a::2, b::2] = x_in
    return x_out


def max_unpool(x_in, x_high_res):
    x_out = np.zeros((2 * x_in.shape[0], 2 * x_in.shape[1]))
    for i in range(x_in.shape[0]):
        for j in range(x_in.shape[1]):
            block = x_high_res[2 * i : 2 * i + 2, 2 * j : 2 * j + 2]
            a, b = np.unravel_index(np.argmax(block), block.shape)
            x_out[2 * i + a, 2 * j + b] = x_in[i, j]
    return x_out


def bilinear(x_in):
    x_out = np.zeros((2 * x_in.shape[0], 2 * x_in.shape[1]))
    x_in_pad = np.zeros((x_in.shape[0] + 1, x_in.shape[1] + 1))
    x_in_pad[:-1, :-1] = x_in
    for i in range(x_out.shape[0]):
        for j in range(x_out.shape[1]):
            a, b = i // 2, j // 2
            c, d = (i + 1) // 2, (j + 1) // 2
            corners = [x_in_pad[r, s] for r in (a, c) for s in (b, d)]
            x_out[i, j] = np.ceil(sum(corners) / 4)
    return x_out
