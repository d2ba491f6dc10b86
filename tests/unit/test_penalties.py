"""Penalties, against finite differences and searches."""

import numpy as np
from numpy.testing import assert_allclose
from scipy.optimize import minimize

from udl.generalization.penalties import (
    penalty,
    penalty_gradient,
    shrunken_minimum,
    strength_of_prior,
)
from udl.gradients.finite_differences import central_differences


def test_the_gradient_is_that_of_finite_differences():
    rng = np.random.default_rng(0)
    phi, center = rng.normal(size=(4, 3)), rng.normal(size=3)
    expected = central_differences(lambda phi: np.sum(penalty(phi, center)), phi)
    assert_allclose(penalty_gradient(phi, center), expected, atol=1e-8)
    assert penalty(phi, center).shape == (4,)
    assert_allclose(penalty(center, center), 0)


def test_the_minimum_of_a_penalized_bowl_is_found_by_a_search():
    curvature, minimum = np.array([3.0, 0.4, 12.0]), np.array([1.0, -2.0, 0.5])

    def total(phi):
        return np.sum(curvature * (phi - minimum) ** 2) / 2 + 0.7 * penalty(phi)

    found = minimize(total, np.zeros(3), tol=1e-12).x
    assert_allclose(shrunken_minimum(curvature, minimum, 0.7), found, atol=1e-6)


def test_the_strength_makes_the_same_minimum_for_a_mean():
    rng = np.random.default_rng(1)
    x, y = rng.normal(size=(8, 2)), rng.normal(size=8)

    def minus_log_posterior(phi):
        return np.sum((y - x @ phi) ** 2) / (2 * 0.5**2) + penalty(phi) / (2 * 1.7**2)

    def mean_loss(phi):
        strength = strength_of_prior(0.5, 1.7, n_data=8)
        return np.mean((y - x @ phi) ** 2) + strength * penalty(phi)

    peak, found = (
        minimize(function, np.zeros(2), tol=1e-12).x
        for function in (minus_log_posterior, mean_loss)
    )
    assert_allclose(found, peak, atol=1e-6)
