"""Optimal transport, against scipy, brute force and its own dual."""

from itertools import permutations

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import minimize
from scipy.stats import entropy, wasserstein_distance

from udl.generative import divergences, transport

RNG = np.random.default_rng(0)


def histograms(bins, seed):
    return np.random.default_rng(seed).dirichlet(np.ones(bins), 2)


def test_the_matrix_adds_up_rows_and_columns():
    plan = RNG.random((3, 5))
    sums = transport.constraints(3, 5) @ plan.ravel()
    assert_allclose(sums, [*plan.sum(axis=1), *plan.sum(axis=0)])


@pytest.mark.parametrize("seed", range(4))
def test_plan_prices_and_area_agree_with_scipy(seed):
    p, q = histograms(7, seed)
    cost, places = transport.distance_matrix(7), np.linspace(0, 1, 7)
    plan = transport.best_plan(p, q, cost)
    assert_allclose([plan.sum(axis=1), plan.sum(axis=0)], [p, q], atol=1e-12)
    assert plan.min() >= 0
    u, v = transport.best_prices(p, q, cost)
    assert np.all(u[:, None] + v <= cost + 1e-9)
    exact = wasserstein_distance(places, places, p, q)
    for found in (np.sum(plan * cost), u @ p + v @ q, transport.line_distance(p, q)):
        assert_allclose(found, exact, atol=1e-9)


def test_a_plan_between_points_is_the_best_assignment():
    x, y = RNG.normal(size=(2, 5, 2))
    cost = np.linalg.norm(x[:, None] - y, axis=2)
    plan = transport.best_plan(np.ones(5), np.ones(5), cost)
    best = min(
        sum(cost[i, j] for i, j in enumerate(to)) for to in permutations(range(5))
    )
    assert_allclose(np.sum(plan * cost), best)


def test_masses_that_differ_are_refused():
    with pytest.raises(ValueError, match="same mass"):
        transport.best_plan([1.0], [2.0], [[0.0]])


def test_divergences_are_scipys():
    p, q = histograms(5, 9)
    assert_allclose(divergences.kl_divergence(p, q), entropy(p, q))
    p[2] = 0
    assert_allclose(divergences.kl_divergence(p / p.sum(), q), entropy(p / p.sum(), q))
    assert divergences.kl_divergence(q, p) == np.inf


def test_the_blurred_plan_minimizes_cost_minus_entropy():
    p, q = histograms(3, 4)
    cost, epsilon = transport.distance_matrix(3), 0.2

    def goal(t):
        t = np.maximum(t, 1e-12)
        return t @ cost.ravel() + epsilon * t @ np.log(t)

    found = minimize(
        goal, np.outer(p, q).ravel(), bounds=[(0, 1)] * 9, tol=1e-12,
        constraints={
            "type": "eq",
            "fun": lambda t: (transport.constraints(3, 3) @ t - [*p, *q])[:-1],
        },
        options={"maxiter": 500},
    )  # fmt: skip
    plan = transport.sinkhorn(p, q, cost, epsilon)
    assert_allclose(plan.ravel(), found.x, atol=1e-4)
    assert_allclose(plan.sum(axis=0), q)
    assert_allclose(plan.sum(axis=1), p, atol=1e-9)


@pytest.mark.parametrize("seed", range(3))
def test_the_distance_of_samples_is_scipys_and_the_best_assignment(seed):
    x, y = np.random.default_rng(seed).normal(size=(2, 6))
    found = transport.sample_distance(x, y)
    assert_allclose(found, wasserstein_distance(x, y))
    brute = min(np.mean(np.abs(x - np.array(other))) for other in permutations(y))
    assert_allclose(found, brute)
