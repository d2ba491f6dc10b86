"""Page 6.5's loss on a mesh, at once and point by point, and Adam from many starts."""

import numpy as np

from benchmarks.race import Race
from udl.fitting.adam import adam
from udl.fitting.ravine import ravine_gradient, ravine_loss

AXIS = np.linspace(-1, 1, 200)
STARTS = np.random.default_rng(0).uniform(-1, 1, (50, 2))
SETTINGS = {"beta": 0.9, "gamma": 0.99, "epsilon": 1e-20}


def loss_by_hand(phi_0, phi_1):
    height = np.exp(-0.5 * (phi_1 * phi_1) * 4.0)
    return 1.0 - height * np.exp(-0.5 * (phi_0 - 0.7) * (phi_0 - 0.7) / 4.0)


def mesh_by_loop():
    surface = np.zeros((AXIS.size, AXIS.size))
    for i, phi_1 in enumerate(AXIS):
        for j, phi_0 in enumerate(AXIS):
            surface[i, j] = loss_by_hand(phi_0, phi_1)
    return surface


def mesh_at_once():
    return ravine_loss(np.stack(np.meshgrid(AXIS, AXIS), axis=-1))


def walks_by_loop():
    paths = [
        adam(ravine_gradient, start, rate=0.05, steps=60, **SETTINGS)
        for start in STARTS
    ]
    return np.stack(paths, axis=1)


def walks_at_once():
    return adam(ravine_gradient, STARTS, rate=0.05, steps=60, **SETTINGS)


def races():
    return [
        Race("6.5 loss on a mesh of 200 by 200", mesh_by_loop, mesh_at_once),
        Race("6.5 Adam from 50 starts, 60 steps", walks_by_loop, walks_at_once),
    ]
