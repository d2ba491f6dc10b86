"""Page 16.2: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

D, K = 4, 5
EDGES = np.linspace(0, 1, K + 1)


def conditioner(seed):
    rng = np.random.default_rng(seed)
    inner, outer = rng.normal(size=(6, D)), rng.normal(size=(K, 6))

    def bins(earlier):
        padded = np.concatenate([earlier, np.ones(D - len(earlier))])
        votes = np.exp(outer @ np.tanh(inner @ padded))
        return votes / votes.sum()

    return bins


def bend(h, phi):
    return np.interp(h, EDGES, np.concatenate([[0], np.cumsum(phi)]))


def mapped(h, bins):
    return np.array([bend(h[d], bins(h[:d])) for d in range(D)])


@pytest.mark.verifies("res-16-2-inverse")
def test_the_formula_undoes_the_lines(claim):
    for seed in range(20):
        rng = np.random.default_rng(seed)
        phi, h = rng.dirichlet(np.ones(K)), rng.random()
        h_prime = bend(h, phi)
        b = max(k for k in range(K) if phi[:k].sum() <= h_prime)
        undone = (b + (h_prime - phi[:b].sum()) / phi[b]) / K
        assert_allclose(claim(undone), h, rtol=1e-10)


@pytest.mark.verifies("res-16-2-determinant")
def test_the_sum_is_the_determinant_of_the_whole_jacobian(claim):
    for seed in range(20):
        bins = conditioner(seed)
        b = np.random.default_rng(seed).integers(0, K, D)
        h = (b + 0.5) / K  # in the middle of bins: no step leaves one
        step = 1e-5
        J = np.stack(
            [(mapped(h + step * e, bins) - mapped(h - step * e, bins)) / (2 * step)
             for e in np.eye(D)],
            axis=1,
        )  # fmt: skip
        assert_allclose(J[np.triu_indices(D, 1)], 0, atol=1e-12)
        logs = sum(np.log(K * bins(h[:d])[b[d]]) for d in range(D))
        measured = np.log(np.abs(np.linalg.det(J)))
        assert_allclose(claim(logs), measured, rtol=1e-6, atol=1e-9)
