"""Page 6.3's map of the Gabor loss: at once, and point by point with numpy inside."""

import numpy as np

from benchmarks.race import Race
from udl.datasets.regression import gabor_data
from udl.fitting.gabor import gabor_loss_map

X, Y = gabor_data()
OFFSETS, FREQUENCIES = np.arange(-10.0, 10.0, 0.1), np.arange(2.5, 22.5, 0.1)


def model_by_hand(phi, x):
    wave = np.sin(phi[0] + 0.06 * phi[1] * x)
    bell = np.exp(-(phi[0] + 0.06 * phi[1] * x) * (phi[0] + 0.06 * phi[1] * x) / 32.0)
    return wave * bell


def loss_by_hand(x, y, model, phi):
    return np.sum((model(phi, x) - y) * (model(phi, x) - y))


def map_by_loop():
    offsets, frequencies = np.meshgrid(OFFSETS, FREQUENCIES)
    losses = np.zeros_like(offsets)
    for place, frequency in np.ndenumerate(frequencies):
        phi = np.array([[offsets[place]], [frequency]])
        losses[place] = loss_by_hand(X, Y, model_by_hand, phi)
    return losses


def map_at_once():
    return gabor_loss_map(OFFSETS, FREQUENCIES, X, Y)


def races():
    return [Race("6.3 map of 200 by 200 Gabor losses", map_by_loop, map_at_once)]
