"""Page 6.2's map of the loss: at once, and point by point with numpy inside."""

import numpy as np

from benchmarks.race import Race
from udl.datasets.regression import supervised_line
from udl.fitting.regression import line_loss

X, Y = supervised_line()
INTERCEPTS, SLOPES = np.arange(0.0, 2.0, 0.02), np.arange(-1.0, 1.0, 0.002)


def model_by_hand(phi, x):
    return phi[0] + phi[1] * x


def loss_by_hand(x, y, model, phi):
    return np.sum((model(phi, x) - y) * (model(phi, x) - y))


def map_by_loop():
    intercepts, slopes = np.meshgrid(INTERCEPTS, SLOPES)
    losses = np.zeros_like(intercepts)
    for place, slope in np.ndenumerate(slopes):
        phi = np.array([[intercepts[place]], [slope]])
        losses[place] = loss_by_hand(X, Y, model_by_hand, phi)
    return losses


def map_at_once():
    mesh = np.stack(np.meshgrid(INTERCEPTS, SLOPES), axis=-1)
    return line_loss(mesh, X, Y)


def races():
    return [Race("6.2 map of 1000 by 100 losses of a line", map_by_loop, map_at_once)]
