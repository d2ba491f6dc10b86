"""Arc-cosine kernels against integrals, samples and differences."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.stats import norm

from udl.networks.arc_cosine import both_active, deep_correlation, next_correlation


@pytest.mark.parametrize("c", [-0.9, -0.3, 0.0, 0.5, 0.99])
def test_kernels_are_expectations_over_two_normal_numbers(c):
    s = np.sqrt(1 - c**2)

    def product(f):  # f times the mean of relu(f') for given f
        return f * norm.pdf(f) * (c * f * norm.cdf(c * f / s) + s * norm.pdf(c * f / s))

    assert_allclose(next_correlation(c), 2 * quad(product, 0, 12)[0], rtol=1e-8)
    both = quad(lambda f: norm.pdf(f) * norm.cdf(c * f / s), 0, 12)[0]
    assert_allclose(both_active(np.arccos(c)), 2 * both, rtol=1e-8)


def test_ends_are_finite_and_rounding_beyond_them_is_forgiven():
    assert_allclose(next_correlation([-1, 1, 1 + 2e-16]), [0, 1, 1], atol=1e-15)


@pytest.mark.parametrize(
    "parts", [{}, {"bias": 0.5}, {"skip": 0.3}, {"bias": 0.2, "skip": 0.3}]
)
def test_derivatives_are_those_of_differences(parts):
    theta, h = np.linspace(0.1, 3.0, 30), 1e-4
    below, at, above = (
        deep_correlation(theta + step, 5, **parts) for step in (-h, 0, h)
    )
    assert_allclose(at[1], (above[0] - below[0]) / (2 * h), rtol=1e-5, atol=1e-7)
    assert_allclose(at[2], (above[1] - below[1]) / (2 * h), rtol=1e-5, atol=1e-7)


def test_one_input_agrees_with_itself_in_all_layers():
    for parts in ({}, {"bias": 0.5}, {"skip": 0.3}):
        c, slope, bend = deep_correlation(0.0, 30, **parts)
        assert_allclose([c, slope], [1, 0], atol=1e-12)
        assert_allclose(-bend, (1 - parts.get("bias", 0)) ** 30)


def test_parts_of_a_variance_that_are_none_are_refused():
    for parts in ({"bias": -0.1}, {"bias": 0.6, "skip": 0.6}):
        with pytest.raises(ValueError, match="parts of a variance"):
            deep_correlation(1.0, 2, **parts)
