"""Right answers to the exercises of page 10.3, written as different readers would."""

import numpy as np
from scipy.signal import correlate


def _border(image, pad):
    return np.pad(image, ((0, 0), (0, 0), (pad, pad), (pad, pad)))


def by_loops(image, weights, stride=1, pad=1):
    x = _border(image, pad)
    outputs, channels, K, L = weights.shape
    rows = 1 + (x.shape[2] - K) // stride
    columns = 1 + (x.shape[3] - L) // stride
    out = np.zeros((len(x), outputs, rows, columns), dtype=np.float32)
    for b in range(len(x)):
        for o in range(outputs):
            for i in range(rows):
                for j in range(columns):
                    for c in range(channels):
                        for m in range(K):
                            for n in range(L):
                                pixel = x[b][c][i * stride + m][j * stride + n]
                                out[b, o, i, j] += pixel * weights[o][c][m][n]
    return out


def by_scipy(image, weights, stride=1, pad=1):
    x = _border(image, pad)
    return np.array([
        [sum(correlate(one[c], kernel[c], "valid") for c in range(len(one)))
         for kernel in weights] for one in x
    ])[:, :, ::stride, ::stride]  # fmt: skip


def by_shifts(image, weights, stride=1, pad=1):
    """Add up the padded picture, moved to each place of the kernel."""
    x = _border(image, pad)
    _, _, K, L = weights.shape
    rows, columns = x.shape[2] - K + 1, x.shape[3] - L + 1
    total = 0
    for m in range(K):
        for n in range(L):
            part = x[:, :, m : m + rows : stride, n : n + columns : stride]
            total = total + np.einsum("bcij,oc->boij", part, weights[:, :, m, n])
    return total


def single_by_loops(image, weights, pad=1):
    return by_loops(image, weights, 1, pad)


def single_by_scipy(image, weights, pad=1):
    return correlate(np.pad(image[0, 0], pad), weights[0, 0], "valid")[None, None]


def table_by_pixels(image, size):
    rows, columns = image.shape[1] - size + 1, image.shape[2] - size + 1
    return np.array([
        image[c, m : m + rows, n : n + columns].ravel()
        for c in range(len(image)) for m in range(size) for n in range(size)
    ])  # fmt: skip


def table_by_windows(image, size):
    view = np.lib.stride_tricks.sliding_window_view(image, (len(image), size, size))
    return view.reshape(-1, len(image) * size * size).T


def four_layers():
    return ((2, 1, 1), (2, 2, 1), (3, 2, 2), (3, 1, 0))


def layers_as_lists():
    return [[3, 2, 1], [3, 2, 1], [3, 1, 1]]


def gradient_by_scipy(image, gradient):
    return correlate(image, gradient, "valid")


def gradient_by_pixels(image, gradient):
    K = image.shape[0] - gradient.shape[0] + 1
    L = image.shape[1] - gradient.shape[1] + 1
    found = np.zeros((K, L))
    for (m, n), _ in np.ndenumerate(found):
        for (i, j), g in np.ndenumerate(gradient):
            found[m, n] += g * image[i + m, j + n]
    return found


RIGHT = {
    "10.3.2": [single_by_loops, single_by_scipy],
    "10.3.3": [by_loops, by_scipy],
    "10.3.7": [by_loops, by_shifts],
    "10.3.8": [by_scipy, by_shifts],
    "10.3.9": [by_loops, by_shifts],
    "10.3.11": [table_by_pixels, table_by_windows],
    "10.3.12": [layers_as_lists, four_layers],
    "10.3.13": [gradient_by_scipy, gradient_by_pixels],
}
