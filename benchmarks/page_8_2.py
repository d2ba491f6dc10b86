"""Page 8.2's 1,200 fits, at once and dataset by dataset."""

import numpy as np

from benchmarks.race import Race
from udl.datasets.noisy_curve import noisy_examples
from udl.generalization.fixed_joints import fit_outputs, predict

GRID = np.linspace(0, 1, 100)
X, Y = noisy_examples(15, 0.3, np.random.default_rng(0), (100,))


def fit_by_loop(x, y, count):
    """One fit and its curve, unit by unit and point by point."""
    matrix = np.ones((x.size, count + 1))
    for i in range(x.size):
        for d in range(count):
            matrix[i, d + 1] = max(0.0, x[i] - d / count)
    phi = np.linalg.lstsq(matrix, y, rcond=None)[0]
    heights = np.zeros(GRID.size)
    for i in range(GRID.size):
        heights[i] = phi[0]
        for d in range(count):
            heights[i] += phi[d + 1] * max(0.0, GRID[i] - d / count)
    return heights


def fits_by_loop():
    return [
        [fit_by_loop(x, y, count) for x, y in zip(X, Y, strict=True)]
        for count in range(1, 13)
    ]


def fits_at_once():
    return [predict(GRID, *fit_outputs(X, Y, count)) for count in range(1, 13)]


def races():
    return [
        Race("8.2 1,200 fits and their curves", fits_by_loop, fits_at_once, 1e-6),
    ]
