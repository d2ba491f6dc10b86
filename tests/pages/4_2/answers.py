"""Right answers to the exercises of page 4.2, written as different readers would."""

import numpy as np


def layers_with_matrices(x, theta, psi, phi):
    h = np.maximum(0, theta[:, [0]] + theta[:, [1]] * x)
    sums = psi[:, [0]] + psi[:, 1:] @ h
    clipped = np.maximum(0, sums)
    weighted = phi[1:, None] * clipped
    return sums, clipped, weighted, phi[0] + weighted.sum(axis=0)


def layers_unit_by_unit(x, theta, psi, phi):
    h = [np.where(o + s * x > 0, o + s * x, 0) for o, s in theta]
    sums, clipped, weighted = [], [], []
    y = phi[0] + 0 * x
    for d in range(len(psi)):
        f = psi[d, 0] + 0 * x
        for j in range(len(theta)):
            f = f + psi[d, j + 1] * h[j]
        sums.append(f)
        clipped.append(f * (f > 0))
        weighted.append(phi[d + 1] * clipped[-1])
        y = y + weighted[-1]
    return [sums, clipped, weighted, y]


def layers_with_ones(x, theta, psi, phi):
    def with_one(rows):
        return np.vstack([np.ones_like(x), rows])

    sums = psi @ with_one(np.clip(theta @ with_one(x), 0, None))
    clipped = np.clip(sums, 0, None)
    return sums, clipped, np.diag(phi[1:]) @ clipped, phi @ with_one(clipped)


def crossings_by_loop(x, z):
    found = []
    for n in range(len(x) - 1):
        if (z[n] > 0) != (z[n + 1] > 0):
            slope = (z[n + 1] - z[n]) / (x[n + 1] - x[n])
            found.append(x[n] - z[n] / slope)
    return found


def crossings_at_once(x, z):
    n = np.nonzero(np.diff(np.sign(z)))[0]
    return (x[n] * z[n + 1] - x[n + 1] * z[n]) / (z[n + 1] - z[n])


RIGHT = {
    "4.2.1": [layers_with_matrices, layers_unit_by_unit, layers_with_ones],
    "4.2.5": [crossings_by_loop, crossings_at_once],
}
