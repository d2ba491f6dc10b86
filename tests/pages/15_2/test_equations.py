"""Page 15.2: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import linprog, minimize
from scipy.stats import wasserstein_distance

P, Q = np.array([0.5, 0.2, 0.2, 0.1]), np.array([0.1, 0.1, 0.5, 0.3])
COST = np.abs(np.subtract.outer(np.arange(4), np.arange(4))) / 3
ROWS = np.array([np.repeat(np.eye(4)[i], 4) for i in range(4)])
COLUMNS = np.array([np.tile(np.eye(4)[j], 4) for j in range(4)])


@pytest.mark.verifies("res-15-2-dual")
def test_earnings_are_the_same_for_every_plan_and_at_most_its_cost(claim):
    """Fair prices, and plans that a random cost makes."""
    rng = np.random.default_rng(0)
    conditions = np.vstack([ROWS, COLUMNS])
    for _ in range(5):
        u = rng.normal(size=4)
        v = np.min(COST - u[:, np.newaxis], axis=0)
        plan = linprog(
            rng.random(16), A_eq=conditions, b_eq=np.concatenate([P, Q])
        ).x.reshape(4, 4)
        earned = u @ P + v @ Q
        assert_allclose(claim(earned), np.sum(plan * (u[:, None] + v)), rtol=1e-7)
        assert earned <= np.sum(plan * COST) + 1e-9


@pytest.mark.verifies("res-15-2-area")
def test_the_area_is_scipys_distance(claim):
    rng = np.random.default_rng(1)
    places = np.arange(10)
    for _ in range(5):
        p, q = rng.dirichlet(np.ones(10), 2)
        formula = np.abs(np.cumsum(p) - np.cumsum(q))[:-1].sum() / 9
        exact = wasserstein_distance(places, places, p, q) / 9
        assert_allclose(claim(formula), exact, rtol=1e-9)


@pytest.mark.verifies("res-15-2-scaling")
def test_the_blurred_plan_is_a_kernel_scaled_by_row_and_column(claim):
    """Minimize without the formula; the ratios of its entries are those of a kernel."""
    epsilon, size = 0.3, 3
    p, q, cost = P[:3] / P[:3].sum(), Q[:3] / Q[:3].sum(), COST[:3, :3]
    conditions = np.vstack([
        np.kron(np.eye(size), np.ones(size)), np.kron(np.ones(size), np.eye(size))
    ])[:-1]  # fmt: skip
    found = minimize(
        lambda t: t @ cost.ravel() + epsilon * t @ np.log(np.maximum(t, 1e-12)),
        np.outer(p, q).ravel(),
        bounds=[(1e-9, 1)] * 9, tol=1e-13, options={"maxiter": 1000},
        constraints={"type": "eq",
                     "fun": lambda t: conditions @ t - np.concatenate([p, q])[:-1]},
    )  # fmt: skip
    plan = found.x.reshape(size, size)
    scaled = plan * np.exp(cost / epsilon)  # a column times a row, so of rank one
    for i, j in ((1, 1), (1, 2), (2, 1), (2, 2)):
        formula = scaled[i, 0] * scaled[0, j] / scaled[0, 0]
        assert_allclose(claim(formula), scaled[i, j], rtol=5e-4)
