"""Page 8.3: each derived result against a route without it and udl."""

from itertools import pairwise

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.optimize import minimize, minimize_scalar

RNG = np.random.default_rng(83)


@pytest.mark.verifies("res-8-3-shortest")
def test_shortest_of_all_weights_that_fit(claim):
    h, y = RNG.normal(size=(2, 4)), RNG.normal(size=2)
    claimed = claim(h.T @ np.linalg.inv(h @ h.T) @ y)
    found = minimize(
        lambda w: w @ w,
        np.ones(4),
        constraints={"type": "eq", "fun": lambda w: h @ w - y},
        method="SLSQP",
        options={"ftol": 1e-14},
    )
    assert_allclose(claimed, found.x, atol=1e-6)


@pytest.mark.verifies("res-8-3-shortest")
def test_gradient_descent_from_zero_arrives_there(claim):
    h, y = RNG.normal(size=(3, 8)), RNG.normal(size=3)
    w = np.zeros(8)
    for _ in range(20_000):
        w -= 0.02 * h.T @ (h @ w - y)
    assert_allclose(claim(h.T @ np.linalg.inv(h @ h.T) @ y), w, rtol=1e-6)


@pytest.mark.verifies("res-8-3-noise")
def test_noise_in_the_weights_over_all_signs(claim):
    """Noise of -s or s: every mean is a sum over finitely many datasets."""
    s = 0.6
    for shape in ((3, 2), (2, 5)):
        h = RNG.normal(size=shape)
        signs = np.array(np.meshgrid(*[(-s, s)] * shape[0])).reshape(shape[0], -1)
        weights = [np.linalg.lstsq(h, noise, rcond=None)[0] for noise in signs.T]
        values = np.sqrt(np.linalg.eigvalsh(h @ h.T)[-min(shape) :])
        claimed = claim(s**2 * np.sum(1 / values**2))
        assert_allclose(claimed, np.mean([w @ w for w in weights]))


@pytest.mark.verifies("res-8-3-features")
def test_one_feature_is_an_integral(claim):
    """Of a single column the sum is one over a chi-square variable."""

    def moment(power):
        return quad(lambda t: t**power * np.exp(-t / 2), 0, np.inf)[0]

    for n in (5, 8):
        mean = moment(n / 2 - 2) / moment(n / 2 - 1)
        assert_allclose(claim(1 / (n - 1 - 1)), mean, rtol=1e-6)


@pytest.mark.verifies("res-8-3-features")
def test_many_features_by_sampling(claim):
    """Two rows or two columns: the trace of an inverse is that of two by two."""
    rng, sums = np.random.default_rng(5), []
    for _ in range(5):
        first, second = rng.normal(size=(2, 100_000, 60))
        a, b, c = (np.sum(u * v, axis=1) for u, v in
                   ((first, first), (first, second), (second, second)))  # fmt: skip
        sums.append(np.mean((a + c) / (a * c - b**2)))
    few, many = 2, 60  # two features and sixty examples, or the reverse
    assert_allclose(claim(few / (many - few - 1)), np.mean(sums), rtol=6e-4)


@pytest.mark.verifies("res-8-3-count")
def test_parameters_one_by_one(claim):
    for width in (1, 3, 42):
        sizes = (40, width, width, 10)
        weights = sum(np.zeros((b, a)).size for a, b in pairwise(sizes))
        claimed = claim(width**2 + 52 * width + 10)
        assert claimed == weights + sum(sizes[1:])


@pytest.mark.verifies("res-8-3-ridge")
def test_highest_factor_of_a_ridge(claim):
    for ridge in (0.01, 1.0, 30.0):
        found = minimize_scalar(
            lambda log, r=ridge: -np.exp(log) / (np.exp(2 * log) + r), bracket=(-3, 3)
        )
        assert_allclose(claim(1 / (2 * np.sqrt(ridge))), -found.fun, rtol=1e-6)
