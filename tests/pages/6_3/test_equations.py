"""Page 6.3: each derived result against a route without it and udl."""

from itertools import combinations, product

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.linalg import solve_discrete_lyapunov
from scipy.optimize import approx_fprime

RNG = np.random.default_rng(63)
X = RNG.uniform(-12, 12, 6)
Y = RNG.normal(0, 0.5, 6)
GRADIENTS = RNG.normal([1.0, -0.5], [1.0, 2.0], (6, 2))  # of six examples
SIZE = 2


def loss(phi):
    total = 0.0
    for x, y in zip(X, Y, strict=True):
        phase = phi[0] + 0.06 * phi[1] * x
        total += (np.sin(phase) * np.exp(-phase * phase / 32) - y) ** 2
    return total


def batches(count, size):
    """All batches, each as likely as any other."""
    return [list(batch) for batch in combinations(range(count), size)]


@pytest.mark.verifies("res-6-3-gradient")
def test_the_gradient_is_that_of_differences_of_the_loss(claim):
    for phi in ([0.3, 9.0], [-2.0, 15.0]):
        u = phi[0] + 0.06 * phi[1] * X
        bell = np.exp(-(u**2) / 32)
        each = 2 * (np.sin(u) * bell - Y) * (np.cos(u) - u / 16 * np.sin(u)) * bell
        closed = np.array([each.sum(), (0.06 * X * each).sum()])
        assert_allclose(claim(closed), approx_fprime(phi, loss, 1e-7), atol=2e-6)


@pytest.mark.verifies("res-6-3-unbiased")
def test_the_mean_over_all_batches_is_a_share_of_the_full_gradient(claim):
    sums = [GRADIENTS[batch].sum(axis=0) for batch in batches(6, SIZE)]
    closed = SIZE / 6 * GRADIENTS.sum(axis=0)
    assert_allclose(claim(closed), np.mean(sums, axis=0), rtol=1e-10)


@pytest.mark.verifies("res-6-3-variance")
def test_the_covariance_over_all_batches_is_as_claimed(claim):
    spread = np.cov(GRADIENTS.T, bias=True)
    for size in (1, 2, 5):
        means = [GRADIENTS[batch].mean(axis=0) for batch in batches(6, size)]
        closed = spread / size * (6 - size) / (6 - 1)
        assert_allclose(claim(closed), np.cov(np.transpose(means), bias=True))


@pytest.mark.verifies("res-6-3-unseen")
def test_the_number_never_seen_is_the_mean_over_all_sequences_of_batches(claim):
    steps, count = 3, 5
    unseen = [
        count - len(set().union(*sequence))
        for sequence in product(batches(count, SIZE), repeat=steps)
    ]
    assert_allclose(claim(count * (1 - SIZE / count) ** steps), np.mean(unseen))


@pytest.mark.verifies("res-6-3-floor")
def test_the_variance_that_remains_solves_the_equation_of_lyapunov(claim):
    for rate, bend, noise in ((0.1, 2.0, 0.5), (0.3, 5.0, 1.5)):
        closed = rate * noise**2 / (bend * (2 - rate * bend))
        factor, added = [[1 - rate * bend]], [[(rate * noise) ** 2]]
        assert_allclose(claim(closed), solve_discrete_lyapunov(factor, added)[0, 0])
