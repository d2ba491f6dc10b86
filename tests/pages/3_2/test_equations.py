"""Page 3.2: each derived result against a route without it and udl."""

import numpy as np
import pytest
import sympy as sp
from numpy.testing import assert_allclose
from scipy.optimize import minimize

RNG = np.random.default_rng(32)
BETA_0, OMEGA_0 = RNG.normal(size=6), RNG.normal(size=(6, 2))
BETA_1, OMEGA_1 = 0.7, RNG.normal(size=6)
POINT = np.array([0.3, -0.4])
ACTIVE = BETA_0 + OMEGA_0 @ POINT > 0
assert 0 < ACTIVE.sum() < ACTIVE.size


def network(x, weights=OMEGA_1):
    """One output at one point, unit by unit."""
    y = BETA_1
    for offset, slopes, weight in zip(BETA_0, OMEGA_0, weights, strict=True):
        y += weight * max(0.0, offset + slopes[0] * x[0] + slopes[1] * x[1])
    return y


def slopes_by_small_steps(x, weights=OMEGA_1, step=1e-6):
    return np.array(
        [
            (network(x + e, weights) - network(x - e, weights)) / (2 * step)
            for e in step * np.eye(2)
        ]
    )


@pytest.mark.verifies("res-3-2-distance")
def test_distance_is_that_of_the_nearest_point_of_the_joint(claim):
    for offset, slopes in zip(BETA_0, OMEGA_0, strict=True):
        z = offset + slopes @ POINT
        nearest = minimize(
            lambda p: np.sum((p - POINT) ** 2),
            POINT,
            method="SLSQP",
            constraints={"type": "eq", "fun": lambda p, o=offset, s=slopes: o + s @ p},
        ).x
        signed = np.sign(z) * np.linalg.norm(nearest - POINT)
        assert_allclose(claim(z / np.hypot(*slopes)), signed, rtol=1e-5)


@pytest.mark.verifies("res-3-2-crossing")
def test_crossing_is_the_solution_that_sympy_finds(claim):
    x1, x2 = sp.symbols("x1 x2")
    theta = np.column_stack([BETA_0, OMEGA_0])[:2]
    found = sp.solve([t[0] + t[1] * x1 + t[2] * x2 for t in theta], [x1, x2])
    (a0, a1, a2), (b0, b1, b2) = theta
    closed = np.array([a2 * b0 - b2 * a0, b1 * a0 - a1 * b0]) / (a1 * b2 - a2 * b1)
    assert_allclose(claim(closed), [float(found[x1]), float(found[x2])], rtol=1e-9)
    inverse = -np.linalg.inv(OMEGA_0[:2]) @ BETA_0[:2]
    assert_allclose(claim(inverse), [float(found[x1]), float(found[x2])], rtol=1e-9)


@pytest.mark.verifies("res-3-2-flat")
def test_the_plane_is_that_through_points_of_the_region(claim):
    near = POINT + RNG.uniform(-0.01, 0.01, (20, 2))
    assert np.all((BETA_0 + near @ OMEGA_0.T > 0) == ACTIVE)
    columns = np.column_stack([np.ones(20), near])
    fitted, *_ = np.linalg.lstsq(columns, [network(p) for p in near], rcond=None)
    on = [d for d in range(6) if ACTIVE[d]]
    closed = [
        BETA_1 + sum(OMEGA_1[d] * BETA_0[d] for d in on),
        sum(OMEGA_1[d] * OMEGA_0[d, 0] for d in on),
        sum(OMEGA_1[d] * OMEGA_0[d, 1] for d in on),
    ]
    assert_allclose(claim(np.array(closed)), fitted, rtol=1e-8)


@pytest.mark.verifies("res-3-2-gradient")
def test_gradient_is_that_of_small_steps(claim):
    closed = sum(OMEGA_1[d] * OMEGA_0[d] for d in range(6) if ACTIVE[d])
    assert_allclose(claim(closed), slopes_by_small_steps(POINT), rtol=1e-7)


@pytest.mark.verifies("res-3-2-jump")
def test_jump_of_the_gradient_is_that_of_small_steps_on_both_sides(claim):
    for d in range(6):
        square = OMEGA_0[d] / (OMEGA_0[d] @ OMEGA_0[d])
        along = np.array([-OMEGA_0[d, 1], OMEGA_0[d, 0]])
        on_joint = -BETA_0[d] * square + 0.37 * along
        others = np.delete(BETA_0 + OMEGA_0 @ on_joint, d)
        assert np.abs(others).min() > 1e-2
        step = 1e-3 * square
        after = slopes_by_small_steps(on_joint + step)
        before = slopes_by_small_steps(on_joint - step)
        closed = OMEGA_1[d] * OMEGA_0[d]
        assert_allclose(claim(closed), after - before, rtol=1e-6)


@pytest.mark.verifies("res-3-2-convex")
def test_an_input_on_the_way_is_the_weighted_mean_of_its_ends(claim):
    start, end = RNG.normal(size=2), RNG.normal(size=2)
    z = [
        [o + s[0] * p[0] + s[1] * p[1] for o, s in zip(BETA_0, OMEGA_0, strict=True)]
        for p in (start, end)
    ]
    for t in (0.0, 0.3, 0.9, 1.0):
        walk = [a + t * (b - a) for a, b in zip(start, end, strict=True)]
        there = [
            o + s[0] * walk[0] + s[1] * walk[1]
            for o, s in zip(BETA_0, OMEGA_0, strict=True)
        ]
        mean = (1 - t) * np.array(z[0]) + t * np.array(z[1])
        assert_allclose(claim(mean), there, rtol=1e-9)


@pytest.mark.verifies("res-3-2-jacobian")
def test_table_of_derivatives_is_that_of_small_steps(claim):
    weights = RNG.normal(size=(3, 6))
    closed = weights @ np.diag(ACTIVE.astype(float)) @ OMEGA_0
    numeric = [slopes_by_small_steps(POINT, row) for row in weights]
    assert_allclose(claim(closed), numeric, rtol=1e-6)
