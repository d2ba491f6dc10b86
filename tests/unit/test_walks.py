"""Counts of walks against lists of them, and distances against scipy's."""

from itertools import pairwise, product

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from scipy.sparse.csgraph import connected_components, shortest_path

from udl.graphs.walks import (
    adjacency_matrix,
    connected,
    distance,
    three_step_paths,
    walks_between,
    walks_from,
)


def random_graph(seed, nodes=6, share=0.35):
    rng = np.random.default_rng(seed)
    upper = np.triu(rng.random((nodes, nodes)) < share, 1).astype(int)
    return upper + upper.T


def listed(A, start, end, length):
    """List every walk, by trying all sequences of nodes."""
    between = product(range(len(A)), repeat=length - 1)
    walks = [(start, *nodes, end) for nodes in between]
    return [w for w in walks if all(A[m, n] for m, n in pairwise(w))]


def test_adjacency_matrix_has_each_edge_twice():
    A = adjacency_matrix([(0, 2), (3, 1)], 4)
    assert_array_equal(A, A.T)
    assert A.sum() == 4
    assert A[0, 2] == A[1, 3] == 1


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("length", [1, 2, 3, 4])
def test_walks_are_those_of_the_list(seed, length):
    A = random_graph(seed)
    for end in range(6):
        count = len(listed(A, 0, end, length))
        assert walks_between(A, 0, end, length) == count
        assert walks_from(A, 0, length)[end] == count


@pytest.mark.parametrize("seed", range(5))
def test_three_step_paths_are_the_walks_that_repeat_no_node(seed):
    A = random_graph(seed, share=0.6)
    paths = three_step_paths(A)
    for m, n in product(range(6), repeat=2):
        distinct = [w for w in listed(A, m, n, 3) if len(set(w)) == 4]
        assert paths[m, n] == len(distinct)


@pytest.mark.parametrize("seed", range(8))
def test_distances_and_connection_are_those_of_scipy(seed):
    A = random_graph(seed, nodes=9, share=0.2)
    oracle = shortest_path(A, unweighted=True)
    oracle[np.isinf(oracle)] = -1
    for m, n in product(range(9), repeat=2):
        assert distance(A, m, n) == oracle[m, n]
    assert connected(A) == (connected_components(A)[0] == 1)
