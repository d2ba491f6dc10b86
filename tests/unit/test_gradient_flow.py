"""Gradient flow in closed form against a solver, small steps and scipy's expm."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import solve_ivp
from scipy.linalg import expm

from udl.fitting import gradient_flow as gf

SHAPES = [(2, 3), (3, 3), (4, 2), (1, 5)]  # parameters, examples


def problem(shape):
    rng = np.random.default_rng(sum(shape))
    return rng.normal(size=shape), rng.normal(size=shape[1]), rng.normal(size=shape[0])


def solved(X, y, start, time, strength=0.0):
    def downhill(_, phi):
        return [
            -strength * phi[d]
            - sum(X[d, i] * (X[:, i] @ phi - y[i]) for i in range(y.size))
            for d in range(phi.size)
        ]

    found = solve_ivp(downhill, (0, time), start, method="DOP853", rtol=1e-11,
                      atol=1e-13)  # fmt: skip
    return found.y[:, -1]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_closed_form_is_what_a_solver_finds(shape):
    X, y, start = problem(shape)
    for time in (0.3, 2.0):
        end = solved(X, y, start, time)
        assert_allclose(gf.flow(X, y, start, time), end, atol=1e-9)
        assert_allclose(gf.residuals(X, y, start, time), X.T @ end - y, atol=1e-9)
    assert_allclose(gf.flow(X, y, start, 0), start)


@pytest.mark.parametrize("shape", SHAPES)
def test_decay_is_scipys_matrix_exponential(shape):
    X = problem(shape)[0]
    times = np.array([0.0, 0.7, 3.0])
    for matrix, time in zip(gf.decay(X, times), times, strict=True):
        assert_allclose(matrix, expm(-X @ X.T * time), atol=1e-12)


@pytest.mark.parametrize("shape", SHAPES)
def test_times_may_be_many(shape):
    X, y, start = problem(shape)
    times = [0.0, 0.5, 4.0]
    each = [gf.flow(X, y, start, time) for time in times]
    assert_allclose(gf.flow(X, y, start, times), each)
    each = [gf.residuals(X, y, start, time) for time in times]
    assert_allclose(gf.residuals(X, y, start, times), each)


def test_small_steps_come_close():
    X, y, start = problem((2, 3))
    phi = start.copy()
    for _ in range(20_000):
        phi -= 1e-4 * X @ (X.T @ phi - y)
    assert_allclose(gf.flow(X, y, start, 2.0), phi, atol=1e-3)


def test_no_example_moves_what_it_does_not_see():
    X = np.array([[1.0, 2.0], [0.0, 0.0]])
    assert gf.flow(X, [1.0, 0.0], [5.0, 7.0], 100.0)[1] == 7.0


@pytest.mark.parametrize("shape", SHAPES)
def test_a_penalized_flow_is_what_a_solver_finds_and_ends_at_ridge(shape):
    X, y, start = problem(shape)
    end = solved(X, y, start, 1.3, strength=0.4)
    assert_allclose(gf.penalized_flow(X, y, start, 0.4, 1.3), end, atol=1e-9)
    late = gf.penalized_flow(X, y, start, 0.4, 200.0)
    assert_allclose(late, gf.ridge(X, y, 0.4, np.zeros(len(X))), atol=1e-9)


def test_ridge_has_no_slope_left():
    X, y, center = problem((3, 3))
    phi = gf.ridge(X, y, 0.7, center)
    assert_allclose(X @ (X.T @ phi - y) + 0.7 * (phi - center), 0, atol=1e-12)


def test_the_loss_is_half_of_a_sum_over_examples():
    X, y, _ = problem((2, 3))
    mesh = np.random.default_rng(0).normal(size=(4, 5, 2))
    for place in np.ndindex(4, 5):
        by_hand = sum((X[:, i] @ mesh[place] - y[i]) ** 2 for i in range(3)) / 2
        assert_allclose(gf.half_loss(mesh, X, y)[place], by_hand)


def test_predictive_moments_are_those_of_many_flows():
    X, y, _ = problem((2, 3))
    starts = np.sqrt(2.0) * np.random.default_rng(1).normal(size=(40_000, 2))
    ends = np.array([gf.flow(X, y, start, 0.4) for start in np.eye(2)])
    at_zero = gf.flow(X, y, np.zeros(2), 0.4)
    ends = at_zero + starts @ (ends - at_zero)  # the flow is affine in its start
    inputs = np.array([[1.0, 1.0], [0.0, 1.5]])
    mean, variance = gf.flow_predictive(inputs, X, y, 2.0, 0.4)
    assert_allclose(mean, (ends @ inputs).mean(axis=0), atol=0.03)
    assert_allclose(variance, (ends @ inputs).var(axis=0), rtol=0.03)


def test_wrong_shapes_are_named():
    with pytest.raises(ValueError, match=r"X has shape \(3,\)"):
        gf.decay(np.ones(3), 1.0)
    with pytest.raises(ValueError, match=r"y has shape \(2,\)"):
        gf.flow(np.ones((2, 3)), [1.0, 2.0], [0.0, 0.0], 1.0)
