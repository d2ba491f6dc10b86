"""Page 8.4: each derived result against a route without it and udl."""

import numpy as np
import pytest
import sympy
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.stats import norm


def moment(power):
    """Give the mean of a power of the difference of two standard normal numbers."""
    return quad(lambda t: t**power * norm.pdf(t, scale=np.sqrt(2)), -30, 30)[0]


@pytest.mark.verifies("res-8-4-square")
def test_squared_distance_is_a_sum_of_terms_with_the_moments_of_a_difference(claim):
    mean, variance = moment(2), moment(4) - moment(2) ** 2
    for d in (1, 7, 1000):
        assert_allclose(claim(2.0 * d), d * mean, rtol=1e-7)
        assert_allclose(claim(8.0 * d), d * variance, rtol=1e-7)


@pytest.mark.verifies("res-8-4-spread")
def test_spread_is_that_of_a_chi_square_by_quadrature(claim):
    for d in (3, 10, 60):

        def density(s, d=d):
            return s ** (d / 2 - 1) * np.exp(-s / 4)

        top = 2 * d + 40 * np.sqrt(8 * d)
        total, first, second = (
            quad(lambda s, k=k: s**k * density(s), 0, top, limit=200)[0]
            for k in range(3)
        )
        mean = first / total
        deviation = np.sqrt(second / total - mean**2)
        assert_allclose(claim(np.sqrt(2 / d)), deviation / mean, rtol=1e-5)


@pytest.mark.verifies("res-8-4-distance")
def test_mean_distance_by_quadrature(claim):
    for d in (1, 2, 9, 100):
        peak = np.sqrt(2 * max(d - 1, 1))

        def density(r, d=d, peak=peak):
            return np.exp((d - 1) * np.log(r / peak) - (r**2 - peak**2) / 4)

        total = quad(density, 1e-12, peak + 20, points=[peak])[0]
        mean = quad(lambda r: r * density(r), 1e-12, peak + 20, points=[peak])[0]
        gammas = sympy.gamma(sympy.Rational(d + 1, 2)) / sympy.gamma(
            sympy.Rational(d, 2)
        )
        assert_allclose(claim(2 * float(gammas)), mean / total, rtol=1e-6)


@pytest.mark.verifies("res-8-4-cosine")
def test_mean_square_of_the_cosine_over_the_bands_of_a_sphere(claim):
    for d in (2, 3, 10, 200):
        band = [
            quad(lambda t, k=k, d=d: np.cos(t) ** k * np.sin(t) ** (d - 2), 0, np.pi)[0]
            for k in (0, 2)
        ]
        assert_allclose(claim(1 / d), band[1] / band[0], rtol=1e-7)


@pytest.mark.verifies("res-8-4-volume")
def test_volume_is_the_integral_of_its_slices(claim):
    diameter, volume = 3.0, 1.0
    for d in range(1, 12):
        # a slice at height h is a ball of d - 1 dimensions, radius sqrt(1 - h h)
        volume *= quad(lambda h, d=d: (1 - h * h) ** ((d - 1) / 2), -1, 1)[0]
        gamma = float(sympy.gamma(sympy.Rational(d, 2) + 1))
        closed = np.pi ** (d / 2) / gamma * (diameter / 2) ** d
        assert_allclose(claim(closed), volume * (diameter / 2) ** d, rtol=1e-7)


@pytest.mark.verifies("res-8-4-shell")
def test_shell_is_what_is_farther_out_than_the_inner_radius(claim):
    for d in (1, 2, 10, 300):
        outer, whole = (
            quad(lambda r, d=d: r ** (d - 1), low, 1, points=[0.9, 0.99])[0]
            for low in (0.99, 0)
        )
        assert_allclose(claim(1 - 0.99**d), outer / whole, rtol=1e-6)
