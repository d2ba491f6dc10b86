"""Page 9.3's 200 ensembles of four, at once and member by member."""

import numpy as np

from benchmarks.race import Race
from udl.datasets.noisy_curve import noisy_examples
from udl.generalization.ensembles import members

GRID = np.linspace(0, 1, 100)
RIDGE = np.r_[np.full(14, 1e-5), 0.0]
RNG = np.random.default_rng(0)
X, Y = noisy_examples(15, 0.3, RNG)
CHOSEN = RNG.integers(15, size=(200, 4, 15))


def member_by_loop(x, y, count=14):
    """One fit and its curve, unit by unit and point by point."""
    matrix = np.ones((x.size, count + 1))
    for i in range(x.size):
        for d in range(count):
            matrix[i, d] = max(0.0, x[i] - d / count)
    normal = matrix.T @ matrix + np.diag(RIDGE)
    phi = np.linalg.solve(normal, matrix.T @ y)
    heights = np.zeros(GRID.size)
    for i in range(GRID.size):
        heights[i] = phi[-1]
        for d in range(count):
            heights[i] += phi[d] * max(0.0, GRID[i] - d / count)
    return heights


def ensembles_by_loop():
    return [[member_by_loop(X[i], Y[i]) for i in chosen] for chosen in CHOSEN]


def ensembles_at_once():
    return members(X, Y, CHOSEN, 14, RIDGE, GRID)


def races():
    return [
        Race("9.3 200 ensembles of four", ensembles_by_loop, ensembles_at_once, 1e-6),
    ]
