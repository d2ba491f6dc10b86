"""Page B.1's mesh of losses, all at once and line by line."""

import numpy as np

from benchmarks.race import Race
from udl.fitting.gradient_flow import half_loss, line_design

X, Y = np.array([0.2, 0.4, 0.8]), np.array([-0.1, 0.15, 0.3])
OFFSETS, SLOPES = np.linspace(-1.5, 1.5, 400), np.linspace(-1.5, 1.5, 400)


def mesh_by_loop():
    """The loss of one line after the other, with numpy for its three errors."""
    losses = np.zeros((400, 400))
    for m in range(400):
        for n in range(400):
            errors = OFFSETS[n] + SLOPES[m] * X - Y
            losses[m, n] = np.sum(errors * errors) / 2
    return losses


def mesh_at_once():
    mesh = np.stack(np.meshgrid(OFFSETS, SLOPES), axis=-1)
    return half_loss(mesh, line_design(X), Y)


def races():
    return [Race("B.1 losses of 400 x 400 lines", mesh_by_loop, mesh_at_once, 1e-9)]
