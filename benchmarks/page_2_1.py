"""Page 2.1's mesh of losses: at once, and point by point with numpy inside."""

import numpy as np

from benchmarks.race import Race
from udl.datasets.regression import supervised_line
from udl.fitting import regression

X, Y = supervised_line()
OFFSETS, SLOPES = np.meshgrid(np.arange(0, 2, 0.02), np.arange(-1, 1, 0.02))


def mesh_by_loop():
    losses = np.zeros_like(OFFSETS)
    for place, offset in np.ndenumerate(OFFSETS):
        errors = offset + SLOPES[place] * X - Y
        losses[place] = np.sum(errors**2)
    return losses


def mesh_at_once():
    return regression.line_loss(np.stack([OFFSETS, SLOPES], axis=-1), X, Y)


def races():
    return [Race("2.1 loss at 100 x 100 lines", mesh_by_loop, mesh_at_once)]
