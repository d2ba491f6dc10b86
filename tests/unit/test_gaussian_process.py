"""Kernels and conditioning, against sums, integrals, parameters and draws."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.stats import multivariate_normal

from udl.generalization import bayesian
from udl.losses.distributions import joint_normal_log_pdf
from udl.theory import gaussian_process as gp

RNG = np.random.default_rng(0)
A, B = RNG.uniform(-1, 1, size=4), RNG.uniform(-1, 1, size=3)


def test_powers_and_ramps_by_loop():
    assert_allclose(gp.powers(A, 3), [[a**k for a in A] for k in range(4)])
    ramps = [[1.0] * 4] + [[max(a - j, 0.0) for a in A] for j in (0.5, -0.5)]
    assert_allclose(gp.ramps(A, [0.5, -0.5]), ramps)


def test_squared_exponential_is_an_integral_over_bumps():
    found = gp.squared_exponential(A, B, 0.7, 2.0)
    for i, a in enumerate(A):
        for j, b in enumerate(B):
            area = quad(
                lambda c, a=a, b=b: np.exp(-((a - c) ** 2 + (b - c) ** 2) / 0.49), -9, 9
            )
            assert_allclose(found[i, j], 2 / 0.7 * np.sqrt(2 / np.pi) * area[0])


@pytest.mark.parametrize("features", [2, 3, 9])
def test_conditioning_agrees_with_the_parameters(features):
    h, new = RNG.normal(size=(features, 4)), RNG.normal(size=(features, 6))
    y = RNG.normal(size=4)
    mean, covariance = bayesian.posterior(h, y, 0.3, 2.0)
    found = gp.condition(2 * h.T @ h, 2 * h.T @ new, 2 * new.T @ new, y, 0.3)
    assert_allclose(found[0], new.T @ mean, atol=1e-10)
    assert_allclose(found[1], new.T @ covariance @ new, atol=1e-10)


def test_without_examples_the_prior_is_left():
    K = gp.squared_exponential(A, A, 0.5, 1.0)
    mean, covariance = gp.condition(np.empty((0, 0)), np.empty((0, 4)), K, [], 0.1)
    assert_allclose(mean, np.zeros(4))
    assert_allclose(covariance, K)


def test_draws_have_mean_and_covariance_also_without_an_inverse():
    h = gp.powers(A, 1)  # four heights, two parameters
    drawn = gp.draw_functions(A, h.T @ h, RNG.normal(size=(4, 200_000)))
    assert_allclose(drawn.mean(axis=0), A, atol=0.02)
    assert_allclose(np.cov(drawn.T), h.T @ h, atol=0.03)


def test_log_density_of_jointly_normal_numbers_is_scipy_s():
    root = RNG.normal(size=(3, 5))
    covariance = root @ root.T
    y = RNG.normal(size=3)
    expected = multivariate_normal(cov=covariance).logpdf(y)
    assert_allclose(joint_normal_log_pdf(y, covariance), expected)
