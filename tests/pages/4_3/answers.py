"""Right answers to the exercises of page 4.3, written as different readers would."""

from itertools import pairwise

import numpy as np


def matrices_by_reshaping(beta_0, omega_0, beta_1, omega_1):
    betas = [np.reshape(beta_0, (-1, 1)), np.reshape(beta_1, (1, 1))]
    return betas, [np.reshape(omega_0, (-1, 1)), np.reshape(omega_1, (1, -1))]


def matrices_as_lists(beta_0, omega_0, beta_1, omega_1):
    betas = ([[b] for b in beta_0], [[beta_1]])
    omegas = ([[w] for w in omega_0], [list(omega_1)])
    return betas, omegas


def multiplied_with_products(first, second):
    (b_0, b_1), (w_0, w_1) = first
    (c_0, c_1), (v_0, v_1) = second
    return [b_0, c_0 + v_0 @ b_1, c_1], [w_0, v_0 @ w_1, v_1]


def multiplied_with_outer(first, second):
    betas, omegas = first
    later_betas, later_omegas = second
    weights = np.outer(later_omegas[0], omegas[1])
    offset = later_betas[0] + later_omegas[0] * float(betas[1][0, 0])
    return (
        (betas[0], offset, later_betas[1]),
        (omegas[0], weights, later_omegas[1]),
    )


def shapes_by_index(sizes):
    betas, omegas = [], []
    for k in range(len(sizes) - 1):
        betas.append((sizes[k + 1], 1))
        omegas.append((sizes[k + 1], sizes[k]))
    return betas, omegas


def shapes_as_lists(sizes):
    return [[to, 1] for to in sizes[1:]], [[to, of] for of, to in pairwise(sizes)]


def network_with_last_step(x, betas, omegas):
    h = x
    for beta, omega in zip(betas[:-1], omegas[:-1], strict=True):
        h = np.maximum(0, beta + omega @ h)
    return betas[-1] + omegas[-1] @ h


def network_recursively(x, betas, omegas):
    f = omegas[0] @ x + betas[0]
    if len(omegas) == 1:
        return f
    return network_recursively(f * (f > 0), betas[1:], omegas[1:])


def network_one_example_at_a_time(x, betas, omegas):
    columns = []
    for i in range(x.shape[1]):
        h = x[:, i]
        for k in range(len(omegas)):
            h = np.ravel(betas[k]) + np.dot(omegas[k], h)
            if k + 1 < len(omegas):
                h = np.clip(h, 0, None)
        columns.append(h)
    return np.stack(columns, axis=1)


def count_by_loop(sizes):
    total = 0
    for k in range(1, len(sizes)):
        total += sizes[k] * sizes[k - 1] + sizes[k]
    return total


def count_from_shapes(sizes):
    betas, omegas = shapes_by_index(sizes)
    return sum(int(np.prod(shape)) for shape in betas + omegas)


def matrices_entry_by_entry(beta_0, omega_0, beta_1, omega_1):
    units = len(beta_0)
    first, last = np.zeros((units, 1)), np.zeros((1, 1))
    into, out = np.zeros((units, 1)), np.zeros((1, units))
    for d in range(units):
        first[d, 0], into[d, 0], out[0, d] = beta_0[d], omega_0[d], omega_1[d]
    last[0, 0] = beta_1
    return [first, last], [into, out]


def middle_by_numbers(x, betas, omegas):
    last = 0.5 / 0.160317  # unit 3 of layer 1 is at 0.160317 there
    return [[0], [0], [0.25]], [[1, -10, -10], [0, 0, 0], [-10, 0, last]]


def middle_with_offsets(x, betas, omegas):
    h = np.maximum(0, betas[0] + omegas[0] @ x)
    offsets = np.array([[1.0], [-1.0], [2.0]])
    wanted = np.array([[0.5, -3.0, -3.0], [-1.0, -1.0, -1.0], [-2.0, 0.25, 0.75]])
    solved, *_ = np.linalg.lstsq(h.T, (wanted - offsets).T, rcond=None)
    return offsets, solved.T


def rescaled_with_matrices(betas, omegas, factors):
    up, down = np.diag(factors), np.diag(1 / factors)
    new_betas = [up @ betas[0], *betas[1:]]
    return new_betas, [up @ omegas[0], omegas[1] @ down, *omegas[2:]]


def rescaled_unit_by_unit(betas, omegas, factors):
    betas, omegas = [b.copy() for b in betas], [w.copy() for w in omegas]
    for d, factor in enumerate(factors):
        betas[0][d] *= factor
        omegas[0][d] *= factor
        omegas[1][:, d] /= factor
    return betas, omegas


def side_by_side_in_place(first, second):
    (b, w), (c, v) = first, second
    rows, columns = len(w[1]), w[1].shape[1]
    middle = np.zeros((rows + len(v[1]), columns + v[1].shape[1]))
    middle[:rows, :columns] = w[1]
    middle[rows:, columns:] = v[1]
    betas = [np.concatenate(pair) for pair in zip(b[:2], c[:2], strict=True)]
    first_weights = np.concatenate([w[0], v[0]])
    last = np.concatenate([w[2], v[2]], axis=1)
    return [*betas, b[2] + c[2]], [first_weights, middle, last]


def side_by_side_second_first(first, second):
    return side_by_side_in_place(second, first)


RIGHT = {
    "4.3.1": [
        matrices_by_reshaping, matrices_as_lists, matrices_entry_by_entry
    ],
    "4.3.4": [multiplied_with_products, multiplied_with_outer],
    "4.3.5": [middle_by_numbers, middle_with_offsets],
    "4.3.6": [shapes_by_index, shapes_as_lists],
    "4.3.7": [
        network_with_last_step, network_recursively, network_one_example_at_a_time
    ],
    "4.3.11": [count_by_loop, count_from_shapes],
    "4.3.12": [rescaled_with_matrices, rescaled_unit_by_unit],
    "4.3.13": [side_by_side_in_place, side_by_side_second_first],
}  # fmt: skip
