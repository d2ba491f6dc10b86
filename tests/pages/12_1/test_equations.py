"""Page 12.1: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.special import softmax


def layer(X, omegas, betas, heard=lambda n, count: range(count)):
    """Compute scaled attention token by token, from sums over those it hears."""
    count = X.shape[1]
    V, Q, K = (omega @ X + beta for omega, beta in zip(omegas, betas, strict=True))
    outputs = []
    for n in range(count):
        among = list(heard(n, count))
        scores = [K[:, m] @ Q[:, n] / np.sqrt(len(Q)) for m in among]
        votes = [np.exp(s) for s in scores]
        total = sum(v * V[:, m] for v, m in zip(votes, among, strict=True))
        outputs.append(total / sum(votes))
    return np.stack(outputs, axis=1)


def drawn(seed, D=4, Dq=3, N=6):
    rng = np.random.default_rng(seed)
    omegas = [rng.normal(size=(size, D)) for size in (D, Dq, Dq)]
    betas = [rng.normal(size=(size, 1)) for size in (D, Dq, Dq)]
    return rng, rng.normal(size=(D, N)), omegas, betas


@pytest.mark.verifies("res-12-1-equivariance")
def test_outputs_change_places_with_their_tokens(claim):
    for seed in range(5):
        rng, X, omegas, betas = drawn(seed)
        before = layer(X, omegas, betas)
        for _ in range(5):
            P = np.eye(6)[:, rng.permutation(6)]
            assert_allclose(claim(before @ P), layer(X @ P, omegas, betas), rtol=1e-9)


@pytest.mark.verifies("res-12-1-variance")
def test_the_variance_of_a_score_is_that_of_all_signs(claim):
    """Entries are plus or minus sigma: their products can be enumerated."""
    for D, sq, sk in ((1, 1.0, 1.0), (3, 2.0, 0.5), (5, 1.5, 3.0)):
        signs = np.array(np.meshgrid(*[(-1, 1)] * (2 * D))).reshape(2 * D, -1)
        scores = np.sum(sq * signs[:D] * sk * signs[D:], axis=0)
        assert_allclose(scores.mean(), 0, atol=1e-12)
        assert_allclose(claim(D * sq**2 * sk**2), scores.var())


@pytest.mark.verifies("res-12-1-jacobian")
def test_derivatives_of_a_softmax_are_those_of_finite_differences(claim):
    rng = np.random.default_rng(0)
    for count in (1, 2, 5):
        s = rng.normal(size=count)
        a, h = softmax(s), 1e-5
        J = np.array([[a[m] * (1 - a[m]) if m == n else -a[m] * a[n]
                       for n in range(count)] for m in range(count)])  # fmt: skip
        exact = [(softmax(s + h * e) - softmax(s - h * e)) / (2 * h)
                 for e in np.eye(count)]  # fmt: skip
        assert_allclose(claim(J), np.transpose(exact), rtol=1e-6, atol=1e-12)


@pytest.mark.verifies("res-12-1-past")
def test_what_is_cut_off_behind_a_token_does_not_matter(claim):
    def past(n, count):
        return range(n + 1)

    for seed in range(5):
        _, X, omegas, betas = drawn(seed)
        whole = layer(X, omegas, betas, past)
        for n in range(6):
            cut = layer(X[:, : n + 1], omegas, betas)[:, n]
            assert_allclose(claim(cut), whole[:, n])


class Counted(float):
    """A number that counts its multiplications."""

    count = 0

    def __mul__(self, other):
        Counted.count += 1
        return Counted(float(self) * float(other))

    def __add__(self, other):
        return Counted(float(self) + float(other))

    __radd__ = __add__


@pytest.mark.verifies("res-12-1-cost")
def test_multiplications_are_counted(claim):
    for D, N in ((2, 3), (3, 4), (4, 2)):
        rng = np.random.default_rng(0)

        def table(rows, columns, rng=rng):
            numbers = [[Counted(x) for x in row] for row in rng.random((rows, columns))]
            return np.array(numbers, dtype=object)

        X, *omegas = table(D, N), *(table(D, D) for _ in range(3))
        Counted.count = 0
        V, Q, K = (omega @ X for omega in omegas)
        scores = K.T @ Q
        assert scores.shape == (N, N)
        V @ table(N, N)
        assert_allclose(claim(3 * N * D**2 + 2 * N**2 * D), Counted.count, rtol=1e-9)
