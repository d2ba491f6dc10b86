"""Page 17.3's 10,000 estimates of each of 29 sizes, at once and one by one."""

import numpy as np

from benchmarks.race import Race
from udl.generative.importance_sampling import estimates, rare

SIZES = [
    *range(1, 11),
    *range(15, 35, 5),
    45,
    *range(50, 110, 10),
    *range(150, 550, 50),
]
EPSILON = np.random.default_rng(0).normal(size=(10_000, SIZES[-1]))


def estimate(epsilon):
    """One estimate: the weighted mean of some draws."""
    y = 3 + epsilon
    return np.mean(20.446 * np.exp(-((y - 3) ** 4)) * np.exp(4.5 - 3 * y))


def by_loop():
    """Mean and standard deviation of the estimates of each size."""
    table = np.zeros((len(EPSILON), len(SIZES)))
    for column, size in enumerate(SIZES):
        for row, epsilon in enumerate(EPSILON):
            table[row, column] = estimate(epsilon[:size])
    return table.mean(axis=0), table.std(axis=0)


def at_once():
    table = estimates(rare, EPSILON, 3.0, 1.0, SIZES)
    return table.mean(axis=0), table.std(axis=0)


def races():
    return [Race("17.3 290,000 weighted estimates", by_loop, at_once, 1e-9)]
