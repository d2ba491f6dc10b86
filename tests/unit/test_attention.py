"""Self-attention, against loops over pairs, scipy's softmax and torch."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.special import softmax

from benchmarks.page_12_1 import attend_by_loop
from udl.language import attention

RNG = np.random.default_rng(0)


def by_pairs(V, Q, K, scale, allowed):
    out = np.zeros((len(V), Q.shape[1]))
    for n in range(Q.shape[1]):
        heard = [m for m in range(K.shape[1]) if allowed[m, n]]
        weights = softmax([K[:, m] @ Q[:, n] / scale for m in heard])
        for a, m in zip(weights, heard, strict=True):
            out[:, n] += a * V[:, m]
    return out


@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize("scaled", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_self_attention_is_the_sum_over_pairs(seed, scaled, masked):
    rng = np.random.default_rng(seed)
    X, omega_v = rng.normal(size=(4, 6)), rng.normal(size=(5, 4))
    omega_q, omega_k = rng.normal(size=(2, 3, 4))
    beta_v, beta_q, beta_k = (rng.normal(size=(size, 1)) for size in (5, 3, 3))
    allowed = attention.causal_mask(6) if masked else np.ones((6, 6))
    found = attention.self_attention(
        X, omega_v, omega_q, omega_k, beta_v, beta_q, beta_k, scaled=scaled,
        allowed=allowed if masked else None,
    )  # fmt: skip
    V, Q, K = omega_v @ X + beta_v, omega_q @ X + beta_q, omega_k @ X + beta_k
    scale = np.sqrt(3) if scaled else 1
    assert_allclose(found, by_pairs(V, Q, K, scale, allowed))
    if scaled and not masked:
        assert_allclose(attend_by_loop(V, Q, K), found)


def test_heads_are_leading_axes():
    X = RNG.normal(size=(4, 6))
    omegas, betas = RNG.normal(size=(3, 2, 3, 4)), RNG.normal(size=(3, 2, 3, 1))
    both = attention.self_attention(X, *omegas, *betas)
    for head in range(2):
        one = attention.self_attention(X, *omegas[:, head], *betas[:, head])
        assert_allclose(both[head], one)


def test_there_may_be_other_keys_than_queries():
    Q, K = RNG.normal(size=(3, 2)), RNG.normal(size=(3, 5))
    weights = attention.attention_weights(Q, K)
    assert weights.shape == (5, 2)
    assert_allclose(weights, softmax(K.T @ Q / np.sqrt(3), axis=0))


@pytest.mark.parametrize("causal", [False, True])
def test_it_is_torchs_with_tokens_as_rows(causal):
    torch = pytest.importorskip(
        "torch", reason="torch is large: `.venv/bin/pip install torch` brings it"
    )
    V, Q, K = RNG.normal(size=(3, 2, 4, 6))
    rows = [torch.tensor(M.swapaxes(-1, -2).copy()) for M in (Q, K, V)]
    theirs = torch.nn.functional.scaled_dot_product_attention(*rows, is_causal=causal)
    allowed = attention.causal_mask(6) if causal else None
    ours = V @ attention.attention_weights(Q, K, allowed=allowed)
    assert_allclose(ours, theirs.numpy().swapaxes(-1, -2), rtol=1e-9)


def test_large_scores_do_not_overflow():
    Q, K = 1e4 * RNG.normal(size=(2, 3, 4))
    weights = attention.attention_weights(Q, K)
    assert_allclose(weights.sum(axis=0), np.ones(4))
    assert np.all(np.isfinite(weights))


@pytest.mark.parametrize("seed", range(4))
def test_the_jacobian_is_that_of_finite_differences(seed):
    s, h = np.random.default_rng(seed).normal(size=5), 1e-6
    exact = [(softmax(s + h * e) - softmax(s - h * e)) / (2 * h) for e in np.eye(5)]
    assert_allclose(attention.softmax_jacobian(softmax(s)), exact, atol=1e-9)


def test_a_query_that_may_hear_nobody_is_refused():
    with pytest.raises(ValueError, match="column of allowed is empty"):
        attention.softmask(np.zeros((2, 2)), [[1, 0], [1, 0]])  # no row is empty
