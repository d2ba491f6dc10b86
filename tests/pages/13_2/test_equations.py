"""Page 13.2: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

D, N = 3, 7


def random_graphs():
    for seed in range(6):
        rng = np.random.default_rng(seed)
        upper = np.triu(rng.random((N, N)) < 0.4, 1).astype(float)
        yield rng, upper + upper.T


def heard(H, A):
    """Sum up, node by node, what it and its neighbors hold."""
    sums = [H[:, n] + sum(H[:, m] for m in range(N) if A[m, n]) for n in range(N)]
    return np.stack(sums, axis=1)


def judged(A, X, weights):
    H = X
    for Omega, beta in weights[:-1]:
        H = np.maximum(beta + Omega @ heard(H, A), 0)
    omega, beta = weights[-1]
    return 1 / (1 + np.exp(-(beta + omega @ sum(H.T) / N)))


@pytest.mark.verifies("res-13-2-equivariance")
def test_sums_of_renumbered_nodes_are_renumbered_sums(claim):
    for rng, A in random_graphs():
        H = rng.normal(size=(D, N))
        for _ in range(5):
            P = np.eye(N)[:, rng.permutation(N)]
            assert_allclose(
                claim(heard(H, A) @ P), heard(H @ P, P.T @ A @ P), atol=1e-12
            )


@pytest.mark.verifies("res-13-2-invariance")
def test_the_judgment_of_a_renumbered_graph_is_the_same(claim):
    for rng, A in random_graphs():
        X = rng.normal(size=(D, N))
        weights = [(rng.normal(size=(D, D)), rng.normal(size=(D, 1))) for _ in range(3)]
        weights.append((0.1 * rng.normal(size=(1, D)), rng.normal(size=1)))
        before = judged(A, X, weights)
        for _ in range(5):
            P = np.eye(N)[:, rng.permutation(N)]
            after = judged(P.T @ A @ P, X @ P, weights)
            assert_allclose(claim(before), after, rtol=1e-10)
