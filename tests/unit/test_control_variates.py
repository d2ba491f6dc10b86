"""Estimates with controls, and bandits, against loops and by enumeration."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from benchmarks.page_19_5 import at_once, one_by_one
from udl.decisions import bandit
from udl.decisions import control_variates as cv

MEANS = np.array([1.0, -2.0, 4.0])


def test_pairs_have_the_correlation():
    a, b = cv.pairs(-0.4, np.random.default_rng(0).standard_normal((2, 400_000)))
    assert_allclose(np.cov(a, b), [[1, -0.4], [-0.4, 1]], atol=0.01)
    assert_allclose([a.mean(), b.mean()], [cv.MEAN, 0], atol=0.01)


def test_repeated_estimates_are_those_of_a_loop():
    count = cv.ROWS + 3  # more than is drawn at a time
    assert_allclose(at_once(count), one_by_one(count), rtol=1e-12)


@pytest.mark.parametrize("seed", range(3))
def test_the_coefficient_is_the_slope_of_least_squares(seed):
    a, b = np.random.default_rng(seed).normal(3, 1, size=(2, 4, 6))
    fits = [np.polyfit(y, x, 1) for x, y in zip(a, b, strict=True)]
    slopes = cv.best_coefficient(a, b)
    assert_allclose(slopes, [fit[0] for fit in fits])
    heights = [np.polyval(fit, 2.0) for fit in fits]
    assert_allclose(cv.controlled(a, b, 2.0, slopes), heights)
    single = [cv.with_controls(x, y[:, None], [2.0]) for x, y in zip(a, b, strict=True)]
    assert_allclose(single, heights)


def test_several_controls_have_the_coefficients_of_their_covariance():
    rng = np.random.default_rng(1)
    controls, means = rng.normal(size=(30, 3)) @ rng.normal(size=(3, 3)), [1, 0, -1]
    a = rng.normal(size=30) + controls @ [1, 2, 3]
    table = np.cov(np.column_stack([a, controls]).T)
    c = np.linalg.inv(table[1:, 1:]) @ table[1:, 0]
    by_hand = a.mean() - c @ (controls.mean(axis=0) - means)
    assert_allclose(cv.with_controls(a, controls, means), by_hand)


def test_scores_are_derivatives_of_log_probabilities():
    theta, h = np.array([0.3, -1.0, 2.0]), 1e-6
    for j in range(3):
        up, down = (np.log(bandit.policy(theta + s * np.eye(3)[j])) for s in (h, -h))
        assert_allclose(bandit.scores(theta)[:, j], (up - down) / (2 * h), atol=1e-8)


def test_the_exact_gradient_is_that_of_the_expected_reward():
    theta, h = np.array([0.3, -1.0, 0.5]), 1e-6
    for baseline in (0.0, 3.0):
        gradient = bandit.exact(theta, MEANS, baseline=baseline)[0]
        for j in range(3):
            up, down = (bandit.policy(theta + s * np.eye(3)[j]) for s in (h, -h))
            assert_allclose(gradient[j], (up - down) @ MEANS / (2 * h), atol=1e-7)


def test_exact_moments_are_those_of_many_pulls():
    theta, rng = np.array([0.3, -1.0, 0.5]), np.random.default_rng(2)
    arms = rng.choice(3, size=400_000, p=bandit.policy(theta))
    rewards = MEANS[arms] + 0.5 * rng.standard_normal(arms.size)
    terms = bandit.gradient_terms(theta, arms, rewards, baseline=1.5)
    gradient, variance = bandit.exact(theta, MEANS, 0.5, 1.5)
    assert_allclose(terms.mean(axis=0), gradient, atol=0.01)
    assert_allclose(terms.var(axis=0).sum(), variance, rtol=0.01)


def test_no_other_baseline_is_better():
    theta = np.array([0.3, -1.0, 0.5])
    best = bandit.best_baseline(theta, MEANS)
    least = bandit.exact(theta, MEANS, baseline=best)[1]
    for away in (-1, -0.01, 0.01, 1):
        assert bandit.exact(theta, MEANS, baseline=best + away)[1] > least


def test_learners_take_the_steps_of_a_loop():
    rng = np.random.default_rng(3)
    draws, noise = rng.random((6, 4)), rng.standard_normal((6, 4))
    chances = bandit.learn(MEANS, 0.3, 0.7, draws, noise)
    for s in range(4):
        theta = np.zeros(3)
        for t in range(6):
            p = bandit.policy(theta)
            assert_allclose(chances[t, s], p)
            arm = int(np.searchsorted(np.cumsum(p), draws[t, s], side="right"))
            reward = MEANS[arm] + noise[t, s]
            theta = theta + 0.3 * bandit.gradient_terms(theta, [arm], [reward], 0.7)[0]
        assert_allclose(chances[6, s], bandit.policy(theta))
