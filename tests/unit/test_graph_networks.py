"""Graph networks against sums over neighbors, node by node."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from udl.graphs import networks


def drawn(seed, nodes=6):
    rng = np.random.default_rng(seed)
    upper = np.triu(rng.random((nodes, nodes)) < 0.4, 1).astype(int)
    return rng, upper + upper.T


@pytest.mark.parametrize("seed", range(4))
def test_convolution_is_a_sum_over_neighbors(seed):
    rng, A = drawn(seed)
    H, beta, Omega = (
        rng.normal(size=(2, 6)),
        rng.normal(size=(3, 1)),
        rng.normal(size=(3, 2)),
    )
    out = networks.convolution(H, A, beta, Omega)
    for n in range(6):
        total = H[:, n] + sum(H[:, m] for m in range(6) if A[m, n])
        assert_allclose(out[:, n], np.maximum(beta[:, 0] + Omega @ total, 0))


def test_network_is_its_layers_and_the_mean():
    rng, A = drawn(5)
    X = rng.normal(size=(4, 6))
    parameters = networks.drawn_parameters(hidden=5, kinds=4, layers=2, seed=3)
    (b0, O0), (b1, O1), (b, o) = parameters
    H = networks.convolution(networks.convolution(X, A, b0, O0), A, b1, O1)
    z = (b + o @ H).mean()
    assert_allclose(networks.graph_network(A, X, parameters), [[1 / (1 + np.exp(-z))]])


def test_node_matrix_has_atomic_numbers_in_its_rows():
    X = networks.node_matrix("CHO")
    assert X.shape == (118, 3)
    assert_array_equal(X.argmax(axis=0) + 1, [6, 1, 8])
    assert_array_equal(X.sum(axis=0), 1)


@pytest.mark.parametrize("seed", range(4))
def test_normalized_is_divided_by_both_roots(seed):
    _, A = drawn(seed)
    D = np.diag((A.sum(axis=0) + 1.0) ** -0.5)
    assert_allclose(networks.normalized(A), D @ (A + np.eye(6)) @ D)


def test_drawn_parameters_follow_the_published_stream():
    rng = np.random.RandomState(1)
    first = rng.normal(size=(200, 118)) * 2 / 200
    beta, Omega = networks.drawn_parameters()[0]
    assert_array_equal(Omega, first)
    assert_array_equal(beta, rng.normal(size=(200, 1)) * 2 / 200)
