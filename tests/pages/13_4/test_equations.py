"""Page 13.4: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

D, N = 3, 7


def random_graphs():
    for seed in range(6):
        rng = np.random.default_rng(seed)
        upper = np.triu(rng.random((N, N)) < 0.4, 1).astype(int)
        yield rng, upper + upper.T


def layer(X, A, omega, beta, phi):
    """Compute the outputs node by node, from sums over what each of them hears."""
    Z = omega @ X + beta
    outputs = []
    for n in range(N):
        heard = [m for m in range(N) if m == n or A[m, n]]
        sums = [phi[:D] @ Z[:, m] + phi[D:] @ Z[:, n] for m in heard]
        votes = [np.exp(max(s, 0)) for s in sums]
        total = sum(v * Z[:, m] for v, m in zip(votes, heard, strict=True))
        outputs.append(np.maximum(total / sum(votes), 0))
    return np.stack(outputs, axis=1)


@pytest.mark.verifies("res-13-4-equivariance")
def test_renumbered_nodes_have_renumbered_outputs(claim):
    for rng, A in random_graphs():
        X, omega = rng.normal(size=(D, N)), rng.normal(size=(D, D))
        beta, phi = rng.normal(size=(D, 1)), rng.normal(size=2 * D)
        before = layer(X, A, omega, beta, phi)
        for _ in range(5):
            P = np.eye(N)[:, rng.permutation(N)]
            after = layer(X @ P, P.T @ A @ P, omega, beta, phi)
            assert_allclose(claim(before @ P), after, rtol=1e-10, atol=1e-12)


@pytest.mark.verifies("res-13-4-cancel")
def test_the_listener_has_no_say_without_an_activation(claim):
    for rng, A in random_graphs():
        u, r = rng.normal(size=N), rng.normal(size=N)
        for n in range(N):
            heard = np.flatnonzero(A[:, n] + np.eye(N)[n])
            votes = np.array([np.exp(u[m] + r[n]) for m in heard])
            claimed = np.exp(u[heard]) / np.exp(u[heard]).sum()
            assert_allclose(claim(claimed), votes / votes.sum())


@pytest.mark.verifies("res-13-4-mean")
def test_without_weights_of_scores_it_is_the_mean(claim):
    for rng, A in random_graphs():
        X = np.abs(rng.normal(size=(D, N)))
        out = layer(X, A, np.eye(D), np.zeros((D, 1)), np.zeros(2 * D))
        for n in range(N):
            heard = np.flatnonzero(A[:, n] + np.eye(N)[n])
            mean = X[:, heard].sum(axis=1) / (A[n].sum() + 1.0)
            assert_allclose(claim(mean), out[:, n])
