"""Right answers to the exercises of page 3.3, written as different readers would."""

from math import comb, factorial

import numpy as np


def patterns_by_set(active):
    return len({tuple(column) for column in active.T})


def patterns_as_binary_numbers(active):
    powers = 2 ** np.arange(len(active))
    return np.unique(powers @ active).size


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


RIGHT = {
    "3.3.2": [patterns_by_set, patterns_as_binary_numbers],
    "3.3.4": [one_more_by_loop, one_more_with_zeros_in_front],
    "3.3.5": [regions_by_factorials, regions_by_recursion, regions_special_case_first],
    "3.3.8": [parameters_by_layers, parameters_factored],
    "3.3.11": [lines_by_loop, lines_with_arrays],
}
