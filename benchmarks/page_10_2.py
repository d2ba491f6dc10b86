"""Page 10.2's layer: a second layer of the network, by loops and by one product."""

import numpy as np

from benchmarks.race import Race
from udl.nn.convolution import Conv1d

LAYER = Conv1d(15, 15, 3, np.random.default_rng(0), stride=2, dtype=float)
X = np.random.default_rng(1).normal(size=(100, 15, 19))


def by_loops():
    omega, beta = LAYER.phi["omega"], LAYER.phi["beta"]
    h = np.zeros((100, 15, 9))
    for n in range(100):
        for d in range(15):
            for i in range(9):
                total = beta[d]
                for c in range(15):
                    for k in range(3):
                        total += omega[d, c, k] * X[n, c, 2 * i + k]
                h[n, d, i] = total
    return h


def at_once():
    return LAYER(X)


def races():
    return [Race("10.2 a convolutional layer, 100 lines", by_loops, at_once, 1e-9)]
