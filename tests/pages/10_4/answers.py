"""Right answers to the exercises of page 10.4, written as different readers would."""

import numpy as np


def drop_by_loops(x_in):
    rows = range(0, len(x_in), 2)
    return [[x_in[i][j] for j in range(0, len(x_in[0]), 2)] for i in rows]


def drop_by_lists_of_places(x_in):
    h, w = x_in.shape
    return x_in[np.ix_(np.arange(0, h, 2), np.arange(0, w, 2))]


def _per_block(x_in, reduce):
    h, w = x_in.shape[0] // 2, x_in.shape[1] // 2
    out = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            out[i, j] = reduce(x_in[2 * i : 2 * i + 2, 2 * j : 2 * j + 2])
    return out


def max_by_loops(x_in):
    return _per_block(x_in, np.max)


def max_by_four_arguments(x_in):
    return _per_block(x_in, lambda b: max(b[0, 0], b[0, 1], b[1, 0], b[1, 1]))


def mean_by_loops(x_in):
    return _per_block(x_in, np.average)


def mean_by_reshape(x_in):
    h, w = x_in.shape[0] // 2, x_in.shape[1] // 2
    return x_in[: 2 * h, : 2 * w].reshape(h, 2, w, 2).mean(axis=3).mean(axis=1)


def blocks_by_loops(x_in, k):
    h, w = x_in.shape[0] // k, x_in.shape[1] // k
    return [
        [np.mean(x_in[k * i : k * i + k, k * j : k * j + k]) for j in range(w)]
        for i in range(h)
    ]


def blocks_by_moving_axes(x_in, k):
    h, w = x_in.shape[0] // k, x_in.shape[1] // k
    blocks = x_in[: h * k, : w * k].reshape(h, k, w, k).swapaxes(1, 2)
    return blocks.mean(axis=(2, 3))


def disguised_as_array():
    return 0.5 - np.array([0.1, 0.2]) / 2


def disguised_as_list():
    return [0.45, 0.4]


def copy_by_kron(x_in):
    return np.kron(x_in, np.ones((2, 2)))


def copy_by_places(x_in):
    rows, columns = (np.arange(2 * size) // 2 for size in x_in.shape)
    return x_in[rows][:, columns]


def unpool_to_the_last(x_in, x_high_res):
    """Of equal pixels, take the last one."""
    x_out = np.zeros((2 * x_in.shape[0], 2 * x_in.shape[1]))
    for i in range(x_in.shape[0]):
        for j in range(x_in.shape[1]):
            best = -np.inf
            for a in (2 * i, 2 * i + 1):
                for b in (2 * j, 2 * j + 1):
                    if x_high_res[a, b] >= best:
                        best, row, column = x_high_res[a, b], a, b
            x_out[row, column] = x_in[i, j]
    return x_out


def unpool_by_where(x_in, x_high_res):
    x_out = np.zeros((2 * x_in.shape[0], 2 * x_in.shape[1]))
    for i, j in np.ndindex(*x_in.shape):
        block = x_high_res[2 * i : 2 * i + 2, 2 * j : 2 * j + 2]
        rows, columns = np.where(block == np.max(block))
        x_out[2 * i + rows[0], 2 * j + columns[0]] = x_in[i, j]
    return x_out


def fill_by_directions(x_in):
    """Double the rows, then the columns of that; round at the end."""

    def double(x):
        longer = np.zeros((x.shape[0], 2 * x.shape[1]))
        longer[:, ::2] = x
        longer[:, 1:-1:2] = (longer[:, :-2:2] + longer[:, 2::2]) / 2
        longer[:, -1] = longer[:, -2] / 2
        return longer

    return np.ceil(double(double(x_in).T).T)


def fill_by_weights(x_in):
    h, w = x_in.shape
    x = np.zeros((h + 1, w + 1))
    x[:h, :w] = x_in
    out = np.zeros((2 * h, 2 * w), dtype=int)
    for i in range(2 * h):
        for j in range(2 * w):
            s, t = (i % 2) / 2, (j % 2) / 2
            a, b = i // 2, j // 2
            value = ((1 - s) * (1 - t) * x[a, b] + s * (1 - t) * x[a + 1, b]
                     + (1 - s) * t * x[a, b + 1] + s * t * x[a + 1, b + 1])  # fmt: skip
            out[i, j] = int(np.ceil(value))
    return out


def transpose_by_giving(h, omega):
    y = np.zeros(2 * len(h) + 1)
    for j in range(len(h)):
        for k in range(3):
            y[2 * j + k] += omega[k] * h[j]
    return y[1:]


def transpose_by_numpy(h, omega):
    apart = np.zeros(2 * len(h))
    apart[::2] = h
    return np.convolve(apart, omega)[1:-1]


RIGHT = {
    "10.4.1": [drop_by_loops, drop_by_lists_of_places],
    "10.4.4": [max_by_loops, max_by_four_arguments],
    "10.4.5": [mean_by_loops, mean_by_reshape],
    "10.4.6": [blocks_by_loops, blocks_by_moving_axes],
    "10.4.7": [disguised_as_array, disguised_as_list],
    "10.4.8": [copy_by_kron, copy_by_places],
    "10.4.10": [unpool_to_the_last, unpool_by_where],
    "10.4.12": [fill_by_directions, fill_by_weights],
    "10.4.14": [transpose_by_giving, transpose_by_numpy],
}
