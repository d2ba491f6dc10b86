"""Right answers to the exercises of page 3.3, written as different readers would."""

from math import comb, factorial

import numpy as np


def patterns_by_set(active):
    return len({tuple(column) for column in active.T})


def patterns_as_binary_numbers(active):
    codes = [0] * active.shape[1]
    for row in active:
        codes = [2 * code + int(on) for code, on in zip(codes, row, strict=True)]
    return len(set(codes))


def patterns_by_unique(active):
    return np.unique(active, axis=1).shape[1]


def one_more_by_loop(counts):
    result = [1]
    for k in range(1, len(counts)):
        result.append(counts[k] + counts[k - 1])
    return result


def one_more_with_zeros_in_front(counts):
    return counts + np.concatenate([[0], counts[:-1]])


def regions_by_factorials(D_i, D):
    total = 0
    for j in range(min(D_i, D) + 1):
        total += factorial(D) // (factorial(j) * factorial(D - j))
    return total


def regions_by_recursion(D_i, D):
    row = [1] * (D_i + 1)
    for _ in range(D):
        row = one_more_by_loop(row)
    return row[D_i]


def regions_special_case_first(D_i, D):
    if D_i > D:
        return 2**D
    return sum(map(comb, [D] * (D_i + 1), range(D_i + 1)))


def rows_with_a_copy(D_i, D):
    counts = [1] * (D_i + 1)
    for _ in range(D):
        old = counts.copy()
        for k in range(1, D_i + 1):
            counts[k] = old[k] + old[k - 1]
    return counts[D_i]


def rows_backward(D_i, D):
    counts = [1] * (D_i + 1)
    for _ in range(D):
        for k in reversed(range(1, D_i + 1)):
            counts[k] += counts[k - 1]
    return counts[D_i]


def central_by_recursion(D_i, D):
    if D_i == 1 or D == 1:
        return 2
    return central_by_recursion(D_i, D - 1) + central_by_recursion(D_i - 1, D - 1)


def central_by_two_sides(D_i, D):
    return 2 * regions_by_factorials(D_i - 1, D - 1)


def central_by_rows(D_i, D):
    row = [1, *[2] * D_i]
    for _ in range(D - 1):
        row = [1, 2, *(row[k] + row[k - 1] for k in range(2, D_i + 1))]
    return row[D_i]


def parameters_by_layers(D_i, D):
    return D * D_i + D + D + 1


def parameters_factored(D_i, D):
    return (D_i + 2) * D + 1


def lines_by_loop(D, meeting):
    regions = 1 + D
    for lines in meeting:
        regions += lines - 1
    return regions


def lines_with_arrays(D, meeting):
    return np.sum(meeting) - len(meeting) + D + 1


def units_with_small_offsets(rngs):
    return [(0.02 * rng.normal(size=20), rng.normal(size=(20, 2))) for rng in rngs]


def units_around_the_origin(rngs):
    units = []
    for rng in rngs:
        angles = np.pi * (np.arange(20) + rng.uniform(-0.3, 0.3, 20)) / 20
        omega_0 = np.stack([np.cos(angles), np.sin(angles)], axis=1)
        units.append([rng.uniform(-0.05, 0.05, 20), omega_0])
    return units


RIGHT = {
    "3.3.2": [
        patterns_by_set,
        patterns_as_binary_numbers,
        patterns_by_unique,
    ],
    "3.3.4": [one_more_by_loop, one_more_with_zeros_in_front],
    "3.3.5": [rows_with_a_copy, rows_backward],
    "3.3.7": [regions_by_factorials, regions_by_recursion, regions_special_case_first],
    "3.3.10": [central_by_recursion, central_by_two_sides, central_by_rows],
    "3.3.11": [parameters_by_layers, parameters_factored],
    "3.3.14": [lines_by_loop, lines_with_arrays],
    "3.3.15": [units_with_small_offsets, units_around_the_origin],
}
