"""Page 8.3: training and test errors of networks of many widths, on MNIST-1D.

In single precision, another order of summation, on another machine, ends at other
weights after some thousand steps. The errors then differ as they do between starts.
"""

import numpy as np

from udl.datasets.mnist1d import mnist1d
from udl.generalization.double_descent import errors_by_width, with_label_noise

TOLERANCE = 0.1
SEED = 0
SHARE = 0.15
STARTS = 3
EPOCHS = [10, 20, 50, 100, 150, 200, 250, 300]
# Widths of similar size are trained together; the narrow ones are padded.
GROUPS = [
    *([2, 4, 6, 8, 10], [14, 18, 22], [26, 30, 35], [40, 45], [50, 55, 60]),
    *([70], [80], [90], [100], [120], [160], [200]),
]
CLEAN = GROUPS[:-3]


def make():
    """Train with a share of the labels replaced, and with true labels."""
    data = mnist1d()
    rng = np.random.default_rng(SEED)
    noisy = with_label_noise(data.y, SHARE, rng)
    test = data.x_test, data.y_test

    def errors(groups, labels):
        train, found = (data.x, labels), []
        for group in groups:
            e = errors_by_width(STARTS * group, train, test, rng, epochs=EPOCHS)
            found.append(e.reshape(len(EPOCHS), 2, STARTS, len(group)))
        return np.concatenate(found, axis=-1).astype(np.float32)

    return {
        "widths": np.concatenate(GROUPS),
        "epochs": np.array(EPOCHS),
        "noisy": errors(GROUPS, noisy),
        "clean": errors(CLEAN, data.y),
        "wrong": np.array(np.mean(noisy != data.y)),
        "seed": np.array(SEED),
    }
