"""Hessians and what follows from them, against differences and simulation."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.datasets.regression import gabor_data
from udl.fitting.curvature import (
    condition_number,
    difference_hessian,
    exact_rate,
    line_hessian,
    line_rate_limit,
    rate_limit,
    stationary_point,
)
from udl.fitting.gabor import gabor_gradient

RNG = np.random.default_rng(5)
X = RNG.normal(1, 2, 9)
TALL = np.array([[5.0, 2.0], [2.0, 3.0]])


def test_the_hessian_of_the_line_is_that_of_second_differences():
    y, phi, h = RNG.normal(size=9), np.array([0.3, -0.8]), 1e-3

    def loss(a, b):
        return sum(
            (phi[0] + a + (phi[1] + b) * u - v) ** 2 for u, v in zip(X, y, strict=True)
        )

    first = (loss(h, 0) - 2 * loss(0, 0) + loss(-h, 0)) / h**2
    second = (loss(0, h) - 2 * loss(0, 0) + loss(0, -h)) / h**2
    mixed = (loss(h, h) - loss(h, -h) - loss(-h, h) + loss(-h, -h)) / (4 * h**2)
    assert_allclose(line_hessian(X), [[first, mixed], [mixed, second]], rtol=1e-6)


def test_the_hessian_from_differences_of_a_gradient():
    def gradient(phi):  # of phi_0^2 phi_1 + sin(phi_1)
        return np.array([2 * phi[0] * phi[1], phi[0] ** 2 + np.cos(phi[1])])

    exact = [[2 * 0.7, 2 * 1.5], [2 * 1.5, -np.sin(0.7)]]
    assert_allclose(difference_hessian(gradient, [1.5, 0.7]), exact, rtol=1e-6)


def test_the_limit_is_where_descent_begins_to_run_away():
    limit = rate_limit(TALL)
    for factor, grows in ((0.999, False), (1.001, True)):
        step = np.eye(2) - factor * limit * TALL
        far = np.linalg.matrix_power(step, 4000) @ [1.0, 0.3]
        assert (np.linalg.norm(far) > 10) == grows


def test_the_limit_of_a_line_is_that_of_its_hessian_from_numpy():
    design = np.stack([X**0, X])
    largest = np.linalg.norm(design, 2) ** 2  # a singular value, squared
    assert_allclose(line_rate_limit(X), 1 / largest)


def test_the_condition_number_is_that_of_numpy():
    assert_allclose(condition_number(TALL), np.linalg.cond(TALL))


def test_the_exact_rate_is_the_best_of_many():
    phi = np.array([1.0, -0.4])
    gradient = TALL @ phi
    rates = np.linspace(0, 1, 200001)
    ends = phi - rates[:, None] * gradient
    losses = np.einsum("ri,ij,rj->r", ends, TALL, ends) / 2
    assert_allclose(exact_rate(gradient, TALL), rates[losses.argmin()], atol=1e-5)
    with pytest.raises(ValueError, match="does not bend upward"):
        exact_rate([1.0, 0.0], [[-1.0, 0.0], [0.0, 2.0]])


def test_newton_finds_where_the_gradient_of_the_gabor_loss_vanishes():
    x, y = gabor_data()
    found = stationary_point(lambda phi: gabor_gradient(phi, x, y), [0.0, 16.5])
    assert_allclose(gabor_gradient(found, x, y), 0, atol=1e-9)


def test_nonsense_is_refused():
    with pytest.raises(ValueError, match="hessian has shape"):
        rate_limit(np.ones((2, 3)))
    with pytest.raises(ValueError, match="not symmetric"):
        condition_number([[1.0, 2.0], [0.0, 1.0]])
    with pytest.raises(ValueError, match="no positive eigenvalue"):
        rate_limit(-TALL)
    with pytest.raises(ValueError, match="the eigenvalue -1"):
        condition_number([[1.0, 0.0], [0.0, -1.0]])
    with pytest.raises(ValueError, match="x has shape"):
        line_hessian(X[:, None])
