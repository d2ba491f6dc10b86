"""Least squares on random features, against loops and against sampling."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.generalization.random_features import (
    errors_by_units,
    expected_risk,
    noise_share,
    random_units,
    shortest_fit,
)

RNG = np.random.default_rng(0)


def test_units_are_drawn_with_the_stated_variances():
    x = np.vstack([np.zeros((1, 40)), np.eye(40)[:1] * 40**0.5])
    h = random_units(x, 20_000, np.random.default_rng(1))
    assert_allclose(np.mean(h[0] ** 2), 0.25 / 2, rtol=0.05)  # offsets, half of them
    assert_allclose(np.mean(h[1] ** 2), 1.25 / 2, rtol=0.05)


def test_no_perfect_fit_is_shorter():
    h, y = RNG.normal(size=(4, 9)), RNG.normal(size=(4, 2))
    weights = shortest_fit(h, y)
    assert_allclose(h @ weights, y)
    unseen = np.linalg.svd(h)[2][4:]  # orthogonal to all rows
    assert_allclose(unseen @ weights, 0, atol=1e-12)


def test_fit_of_few_units_has_a_residual_that_no_unit_sees():
    h, y = RNG.normal(size=(9, 4)), RNG.normal(size=9)
    assert_allclose(h.T @ (h @ shortest_fit(h, y) - y), 0, atol=1e-12)
    with pytest.raises(ValueError, match="h has 9 examples, but y has 8"):
        shortest_fit(h, y[:8])
    with pytest.raises(ValueError, match="must be finite"):
        shortest_fit(h, np.full(9, np.nan))


@pytest.mark.parametrize("shape", [(9, 4), (4, 9), (5, 5)])
def test_noise_share_is_that_of_fits_to_noise(shape):
    h = np.random.default_rng(2).normal(size=shape)
    basis = shortest_fit(h, np.eye(shape[0]))  # a column for each unit of noise
    assert_allclose(noise_share(h, 0.7), 0.49 * np.sum(basis**2))


@pytest.mark.parametrize(("examples", "features"), [(30, 10), (12, 40)])
def test_risk_is_that_of_sampled_worlds(examples, features):
    rng, risks = np.random.default_rng(3), []
    true = np.full(features, 2 / np.sqrt(features))
    for _ in range(4000):
        h = rng.normal(size=(examples, features))
        w = shortest_fit(h, h @ true + rng.normal(0, 0.5, size=examples))
        risks.append(np.sum((w - true) ** 2))
    claimed = expected_risk(examples, features, 0.5, 2.0)
    assert_allclose(np.mean(risks), claimed, rtol=0.03)


def test_risk_is_infinite_near_the_threshold():
    risks = [expected_risk(10, d, 1.0, 0.0) for d in (8, 9, 10, 11, 12)]
    assert risks == [8.0, np.inf, np.inf, np.inf, 10.0]


def test_errors_by_units_are_those_of_a_loop():
    h, t = RNG.normal(size=(12, 8)), RNG.normal(size=(7, 8))
    y, z = np.arange(12) % 3, np.arange(7) % 3
    found = errors_by_units([2, 8], (h, y), (t, z))
    for column, count in zip(found.T, (2, 8), strict=True):
        outputs = [
            np.linalg.pinv(h[:, :count]) @ np.where(y == label, 1.0, 0.0)
            for label in range(3)
        ]
        fitted = np.array([h[:, :count] @ w for w in outputs])
        loss = sum((fitted[k] - (y == k)) ** 2 for k in range(3)).mean()
        wrong = [
            np.mean([max(range(3), key=lambda k: row @ outputs[k]) != label
                     for row, label in zip(a[:, :count], labels, strict=True)])
            for a, labels in ((h, y), (t, z))
        ]  # fmt: skip
        assert_allclose(column, [loss, *wrong])
