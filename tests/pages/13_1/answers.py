"""Right answers to the exercises of page 13.1, written as different readers would."""

from functools import reduce
from itertools import permutations

import numpy as np


def between_with_power(A, start, end, length):
    return int(np.linalg.matrix_power(A, length)[start, end])


def between_by_recursion(A, start, end, length):
    if length == 0:
        return int(start == end)
    neighbors = [n for n in range(len(A)) if A[start][n]]
    return sum(between_by_recursion(A, n, end, length - 1) for n in neighbors)


def from_as_column(A, start, length):
    x = np.zeros((A.shape[0], 1))
    x[start, 0] = 1
    return reduce(lambda v, _: np.matmul(A, v), range(length), x)


def from_as_row(A, start, length):
    return list(np.linalg.matrix_power(A, length)[start, :])


def distance_by_search(A, start, end):
    queue, seen = [(start, 0)], {start}
    while queue:
        node, steps = queue.pop(0)
        if node == end:
            return steps
        for n in np.flatnonzero(A[node]):
            if n not in seen:
                seen.add(n)
                queue.append((n, steps + 1))
    return -1


def distance_by_powers(A, start, end):
    power = np.eye(len(A))
    for length in range(len(A)):
        if power[start, end] > 0:
            return length
        power = power @ A
    return -1.0


def connected_by_search(A):
    seen, queue = {0}, [0]
    while queue:
        for n in np.flatnonzero(A[queue.pop()]):
            if n not in seen:
                seen.add(n)
                queue.append(n)
    return len(seen) == len(A)


def connected_by_eigenvalues(A):
    laplacian = np.diag(A.sum(axis=0)) - A
    return np.sum(np.linalg.eigvalsh(laplacian) < 1e-9) == 1


def paths_by_list(A):
    table = np.zeros(A.shape)
    for m, a, b, n in permutations(range(len(A)), 4):
        table[m, n] += A[m, a] * A[a, b] * A[b, n]
    return table


def paths_without_the_diagonal(A):
    d = np.diag(np.diag(A @ A))
    paths = A @ A @ A - d @ A - A @ d + A
    return paths - np.diag(np.diag(paths))


def crowd_at_the_end(nodes):
    crowd = [(a, b) for b in range(4, nodes) for a in range(4, b)]
    return np.array([*crowd, (0, 1), (1, 2), (2, 3), (3, 4), (3, 5)])


def two_beside_the_line(nodes):
    line = [[n, n + 1] for n in range(5)]
    return [*line, [6, 0], [6, 1], [6, 2], [7, 3], [7, 4], [7, 5]]


RIGHT = {
    "13.1.2": [between_with_power, between_by_recursion],
    "13.1.4": [from_as_column, from_as_row],
    "13.1.5": [distance_by_search, distance_by_powers],
    "13.1.7": [connected_by_search, connected_by_eigenvalues],
    "13.1.8": [paths_by_list, paths_without_the_diagonal],
    "13.1.9": [crowd_at_the_end, two_beside_the_line],
}
