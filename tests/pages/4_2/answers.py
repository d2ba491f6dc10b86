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


def slope_with_loops(x, theta, psi, phi):
    h = [max(0, offset + slope * x) for offset, slope in theta]
    total = 0
    for row, weight in zip(psi, phi[1:], strict=True):
        if row[0] + sum(w * value for w, value in zip(row[1:], h, strict=True)) > 0:
            for j, value in enumerate(h):
                if value > 0:
                    total += weight * row[1 + j] * theta[j][1]
    return total


def slope_by_gates(x, theta, psi, phi):
    h = np.maximum(0, theta @ [1, x])
    gate = np.diag((h > 0).astype(float))
    gate_2 = np.diag(np.heaviside(psi @ [1, *h], 0))
    return phi[1:] @ gate_2 @ psi[:, 1:] @ gate @ theta[:, 1]


def second_layer_row_by_row(theta):
    places = [0.0, 0.35, 0.5 / 0.65, 1.0]
    rows = []
    for heights in ([3, -1, 1, -1], [-1, 1, -3, 1], [-4, 1, -2, 5]):
        table = [[1, *np.maximum(0, theta @ [1, x])] for x in places]
        rows.append(np.linalg.solve(table, heights))
    return np.array(rows), [0, 1, -2, 3]


def second_layer_at_once(theta):
    x = np.array([0.05, 0.45, 0.5 / 0.65, 1.0])
    h = np.clip(theta[:, :1] + theta[:, 1:] * x, 0, None)
    heights = np.array([[1, -2, 3, -1], [-1, 1, -1, 1], [-1, 3, -2, 3]])
    psi = np.linalg.solve(np.vstack([np.ones(4), h]).T, heights.T).T
    return psi, np.array([[0.0], [1.0], [1.0], [1.0]])


def both_ends_by_loop(x, z):
    found = []
    for n in range(len(x) - 1):
        for level in (0, 1):
            if (z[n] - level) * (z[n + 1] - level) < 0:
                share = (level - z[n]) / (z[n + 1] - z[n])
                found.append(x[n] + share * (x[n + 1] - x[n]))
    return sorted(found)


def both_ends_with_crossings(x, z):
    return np.sort(np.append(crossings_at_once(x, 1 - z), crossings_at_once(x, z)))


def corner_by_loop(x, z):
    found, last = [], 0
    for n in range(len(z)):
        sign = np.sign(z[n])
        if sign != 0:
            if sign * last < 0:
                a, b = n - 1, n
                found.append(x[a] - z[a] * (x[b] - x[a]) / (z[b] - z[a]))
            last = sign
    return np.array(found)


def corner_in_two_parts(x, z):
    n = np.flatnonzero(z[:-1] * z[1:] < 0)
    between = x[n] + z[n] / (z[n] - z[n + 1]) * np.diff(x)[n]
    inner = np.flatnonzero((z[1:-1] == 0) & (z[:-2] * z[2:] < 0)) + 1
    return np.sort(np.concatenate([between, x[inner]]))


RIGHT = {
    "4.2.1": [layers_with_matrices, layers_unit_by_unit, layers_with_ones],
    "4.2.5": [crossings_by_loop, crossings_at_once],
    "4.2.7": [slope_with_loops, slope_by_gates],
    "4.2.11": [second_layer_row_by_row, second_layer_at_once],
    "4.2.12": [both_ends_by_loop, both_ends_with_crossings],
    "4.2.13": [corner_by_loop, corner_in_two_parts],
}
