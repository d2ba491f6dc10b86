"""Page 3.2's mesh of 101 by 101 points: at once, and point by point."""

import numpy as np

from benchmarks.race import Race
from udl.networks.shallow import shallow_network

THETA = np.array([[-4.0, 0.9, 0.0], [5.0, -0.9, -0.5], [-7.0, 0.5, 0.9]])
PHI = np.array([[0.0, -2.0, 2.0, 1.5], [-2.0, -1.0, -2.0, 0.8]])
AXIS = np.linspace(0, 10, 101)


def outputs_by_loop():
    outputs = np.zeros((2, AXIS.size, AXIS.size))
    theta, phi = THETA.tolist(), PHI.tolist()
    for row, x2 in enumerate(AXIS.tolist()):
        for column, x1 in enumerate(AXIS.tolist()):
            h = [max(0.0, t[0] + t[1] * x1 + t[2] * x2) for t in theta]
            for j, p in enumerate(phi):
                y = p[0] + p[1] * h[0] + p[2] * h[1] + p[3] * h[2]
                outputs[j, row, column] = y
    return outputs + 100  # away from zero, where a relative difference means nothing


def outputs_at_once():
    x = np.stack(np.meshgrid(AXIS, AXIS)).reshape(2, -1)
    y = shallow_network(x, THETA[:, 0], THETA[:, 1:], PHI[:, 0], PHI[:, 1:])
    return y.reshape(2, AXIS.size, AXIS.size) + 100


def races():
    return [
        Race("3.2 mesh of 10201 points, two outputs", outputs_by_loop, outputs_at_once)
    ]
