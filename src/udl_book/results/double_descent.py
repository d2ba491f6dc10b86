"""Page 8.3: training and test errors of networks of many widths, on MNIST-1D.

Single precision over twenty thousand steps: another order of summation, on another
machine, ends at other weights. The errors then differ as they do between two starts.
"""

import numpy as np

from udl.datasets.mnist1d import mnist1d
from udl.generalization.double_descent import errors_by_width, with_label_noise

TOLERANCE = 0.06
SEED = 0
SHARE = 0.15
EPOCHS = [0, 5, 10, 20, 50, 100, 200, 300, 400, 500]
# Widths of similar size are trained together; the narrow ones are padded.
GROUPS = [
    *([2, 4, 6, 8, 10], [14, 18, 22], [26, 30, 35], [40, 45], [50, 55, 60]),
    *([70, 80], [90, 100], [120], [140], [160], [180], [200]),
]
CLEAN = GROUPS[:-5]
AGAIN = [[10] * 4, [50] * 4, [100] * 4]  # other starts


def make():
    """Train with replaced labels, without, and some widths again from other starts."""
    data = mnist1d()
    rng = np.random.default_rng(SEED)
    noisy = with_label_noise(data.y, SHARE, rng)
    test = data.x_test, data.y_test

    def errors(groups, labels):
        train = data.x, labels
        found = [errors_by_width(g, train, test, rng, epochs=EPOCHS) for g in groups]
        return np.concatenate(found, axis=-1).astype(np.float32)

    return {
        "widths": np.concatenate(GROUPS),
        "epochs": np.array(EPOCHS),
        "noisy": errors(GROUPS, noisy),
        "clean": errors(CLEAN, data.y),
        "again": errors(AGAIN, noisy),
        "wrong": np.array(np.mean(noisy != data.y)),
        "seed": np.array(SEED),
    }
