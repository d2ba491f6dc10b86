"""Page 13.1: each derived result against a route without it and udl."""

from itertools import combinations, pairwise, product

import numpy as np
import pytest
from numpy.testing import assert_allclose

NODES = 6


def random_graphs():
    for seed in range(4):
        rng = np.random.default_rng(seed)
        upper = np.triu(rng.random((NODES, NODES)) < 0.6, 1).astype(int)
        yield upper + upper.T


def listed(A, length):
    """Every walk, found by trying all sequences of nodes."""
    for walk in product(range(NODES), repeat=length + 1):
        if all(A[m, n] for m, n in pairwise(walk)):
            yield walk


def table(found):
    counts = np.zeros((NODES, NODES))
    for walk in found:
        counts[walk[0], walk[-1]] += 1
    return counts


@pytest.mark.verifies("res-13-1-walks")
def test_powers_count_the_walks_of_a_list(claim):
    for A in random_graphs():
        for length in (1, 2, 3, 4):
            power = np.linalg.matrix_power(A, length).astype(float)
            assert_allclose(claim(power), table(listed(A, length)))


@pytest.mark.verifies("res-13-1-triangles")
def test_trace_is_six_times_the_triangles_among_all_triples(claim):
    for A in random_graphs():
        triples = combinations(range(NODES), 3)
        triangles = sum(A[a, b] * A[b, c] * A[c, a] for a, b, c in triples)
        assert_allclose(claim(6.0 * triangles), np.trace(A @ A @ A))


@pytest.mark.verifies("res-13-1-paths")
def test_paths_are_the_walks_that_repeat_no_node(claim):
    for A in random_graphs():
        d = A.sum(axis=0)
        paths = np.linalg.matrix_power(A, 3) - A * (d[:, None] + d - 1.0)
        apart = ~np.eye(NODES, dtype=bool)
        distinct = table(w for w in listed(A, 3) if len(set(w)) == 4)
        assert_allclose(claim(paths)[apart], distinct[apart])
