"""Graph attention against loops over pairs of nodes, and scipy's softmax."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.special import softmax

from udl.graphs import attention


def drawn(seed, nodes=6):
    rng = np.random.default_rng(seed)
    upper = np.triu(rng.random((nodes, nodes)) < 0.4, 1).astype(int)
    return rng, upper + upper.T


@pytest.mark.parametrize("seed", range(4))
def test_additive_scores_are_those_of_stacked_pairs(seed):
    rng, _ = drawn(seed)
    Z, phi = rng.normal(size=(3, 6)), rng.normal(size=(6, 1))
    S = attention.additive_scores(Z, phi)
    for m, n in np.ndindex(6, 6):
        assert_allclose(S[m, n], max(0, phi[:, 0] @ np.hstack([Z[:, m], Z[:, n]])))


@pytest.mark.parametrize("seed", range(4))
def test_dynamic_scores_are_those_of_pairs(seed):
    rng, _ = drawn(seed)
    U, R, phi = (
        rng.normal(size=(2, 3, 6))[0],
        rng.normal(size=(3, 6)),
        rng.normal(size=3),
    )
    S = attention.dynamic_scores(U, R, phi)
    for m, n in np.ndindex(6, 6):
        assert_allclose(S[m, n], phi @ np.maximum(U[:, m] + R[:, n], 0))


@pytest.mark.parametrize("lift", [0, -900, 900])
def test_softmask_is_softmax_of_those_allowed(lift):
    rng, A = drawn(1)
    allowed = A + np.eye(6)
    S = rng.normal(size=(6, 6)) + lift
    S[0] += 2000 * (1 - allowed[0])  # strangers shout
    W = attention.softmask(S, allowed)
    for n in range(6):
        heard = allowed[:, n] > 0
        assert_allclose(W[heard, n], softmax(S[heard, n]))
        assert np.all(W[~heard, n] == 0)


def test_softmask_takes_families_of_scores():
    rng, A = drawn(2)
    S = rng.normal(size=(3, 6, 6))
    one_by_one = [attention.softmask(s, A + np.eye(6)) for s in S]
    assert_allclose(attention.softmask(S, A + np.eye(6)), one_by_one)


def test_softmask_needs_somebody_to_hear():
    with pytest.raises(ValueError, match="nobody may be heard"):
        attention.softmask(np.zeros((2, 2)), [[1, 0], [1, 0]])


@pytest.mark.parametrize("seed", range(4))
def test_layer_is_a_weighted_mean_for_each_node(seed):
    rng, A = drawn(seed)
    X, omega = rng.normal(size=(2, 6)), rng.normal(size=(3, 2))
    beta, phi = rng.normal(size=(3, 1)), rng.normal(size=(6, 1))
    H = attention.graph_attention(X, omega, beta, phi, A)
    Z = omega @ X + beta
    for n in range(6):
        heard = [m for m in range(6) if m == n or A[m, n]]
        s = [max(0, phi[:3, 0] @ Z[:, m] + phi[3:, 0] @ Z[:, n]) for m in heard]
        assert_allclose(H[:, n], np.maximum(Z[:, heard] @ softmax(s), 0), atol=1e-12)


def test_dot_products_are_means_of_values():
    rng, A = drawn(5)
    V, Q, K = rng.normal(size=(4, 6)), rng.normal(size=(3, 6)), rng.normal(size=(3, 6))
    H = attention.dot_product_attention(V, Q, K, A)
    for n in range(6):
        heard = [m for m in range(6) if m == n or A[m, n]]
        s = [K[:, m] @ Q[:, n] / np.sqrt(3) for m in heard]
        assert_allclose(H[:, n], V[:, heard] @ softmax(s))
