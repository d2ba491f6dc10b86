"""Page 8.4's distances of 1000 points in 1000 dimensions, at once and pair by pair."""

import numpy as np

from benchmarks.race import Race
from udl.generalization.high_dimensions import distance_ratio

X = np.random.default_rng(0).normal(size=(1000, 1000))


def ratio_by_loop():
    smallest, largest = np.inf, 0.0
    for i in range(X.shape[1]):
        for j in range(X.shape[1]):
            if i != j:
                distance = np.sqrt(np.sum((X[:, i] - X[:, j]) ** 2))
                smallest, largest = min(smallest, distance), max(largest, distance)
    return largest / smallest


def ratio_at_once():
    return distance_ratio(X)


def races():
    return [
        Race("8.4 1000 points in 1000 dimensions", ratio_by_loop, ratio_at_once, 1e-9),
    ]
