"""Right answers to page 10.3, as a reader of its published notebook would have them.

Names and arguments are those of the notebook, and outputs are in single precision
there. The bodies are our own.
"""

import numpy as np


def _sizes(image, weights, stride, pad):
    high, wide = image.shape[2:]
    K, L = weights.shape[2:]
    return (
        np.floor(1 + (high + 2 * pad - K) / stride).astype(int),
        np.floor(1 + (wide + 2 * pad - L) / stride).astype(int),
    )


def conv_numpy_4(image, weights, stride=1, pad=1):
    rows, columns = _sizes(image, weights, stride, pad)
    padded = np.pad(image, ((0, 0), (0, 0), (pad, pad), (pad, pad)), "constant")
    batch, channels = image.shape[:2]
    outputs, _, K, L = weights.shape
    out = np.zeros((batch, outputs, rows, columns), dtype=np.float32)
    for b in range(batch):
        for y in range(rows):
            for x in range(columns):
                for c in range(channels):
                    for o in range(outputs):
                        for m in range(K):
                            for n in range(L):
                                pixel = padded[b, c, y * stride + m, x * stride + n]
                                weight = weights[o, c, m, n]
                                out[b, o, y, x] += np.sum(pixel * weight)
    return out


def conv_numpy_1(image, weights, pad=1):
    rows, columns = _sizes(image, weights, 1, pad)
    padded = np.pad(image, ((0, 0), (0, 0), (pad, pad), (pad, pad)), "constant")
    K, L = weights.shape[2:]
    out = np.zeros((1, 1, rows, columns), dtype=np.float32)
    for y in range(rows):
        for x in range(columns):
            for m in range(K):
                for n in range(L):
                    pixel = padded[0, 0, y + m, x + n]
                    out[0, 0, y, x] += np.sum(pixel * weights[0, 0, m, n])
    return out


def conv_numpy_2(image, weights, stride=1, pad=1):
    rows, columns = _sizes(image, weights, stride, pad)
    padded = np.pad(image, ((0, 0), (0, 0), (pad, pad), (pad, pad)), "constant")
    K, L = weights.shape[2:]
    out = np.zeros((1, 1, rows, columns), dtype=np.float32)
    for y in range(rows):
        for x in range(columns):
            top, left = y * stride, x * stride
            window = padded[0][0][top : top + K, left : left + L]
            out[0, 0, y, x] = np.sum(window * weights[0][0])
    return out


def conv_numpy_3(image, weights, stride=1, pad=1):
    return conv_numpy_4(image, weights, stride, pad)
