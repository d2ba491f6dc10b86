"""Page 17.2: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.stats import norm

PHIS = (-1.2, -0.4, 0.0, 0.5, 0.9)


def mean(values, phi):
    """Integrate values times the density, over twelve standard deviations each way."""
    mu, sigma = phi**3, np.exp(phi)
    return quad(
        lambda x: values(x) * norm.pdf(x, mu, sigma),
        mu - 12 * sigma, mu + 12 * sigma, limit=400, epsabs=1e-12, epsrel=1e-11,
    )[0]  # fmt: skip


def f(x):
    return x**2 + np.sin(x)


def slope_of_log_density(x, phi, step=1e-5):
    high = norm.logpdf(x, (phi + step) ** 3, np.exp(phi + step))
    return (high - norm.logpdf(x, (phi - step) ** 3, np.exp(phi - step))) / (2 * step)


def squared(x, phi):
    return slope_of_log_density(x, phi) ** 2


@pytest.mark.verifies("res-17-2-exact")
def test_expectation_is_the_integral(claim):
    for phi in PHIS:
        mu, sigma = phi**3, np.exp(phi)
        exact = mu**2 + sigma**2 + np.exp(-(sigma**2) / 2) * np.sin(mu)
        assert_allclose(claim(exact), mean(f, phi), rtol=1e-8)


@pytest.mark.verifies("res-17-2-derivative")
def test_derivative_is_the_difference_of_integrals(claim):
    for phi in PHIS:
        mu, sigma = phi**3, np.exp(phi)
        damped = np.exp(-(sigma**2) / 2)
        exact = 3 * phi**2 * (2 * mu + damped * np.cos(mu))
        exact += sigma**2 * (2 - damped * np.sin(mu))
        measured = (mean(f, phi + 1e-4) - mean(f, phi - 1e-4)) / 2e-4
        assert_allclose(claim(exact), measured, rtol=1e-5)


@pytest.mark.verifies("res-17-2-score")
def test_score_is_the_difference_of_log_densities(claim):
    for phi in PHIS:
        x = np.linspace(-3, 4, 29)
        z = (x - phi**3) / np.exp(phi)
        exact = 3 * phi**2 / np.exp(phi) * z + z**2 - 1
        assert_allclose(
            claim(exact), slope_of_log_density(x, phi), rtol=1e-5, atol=1e-7
        )


@pytest.mark.verifies("res-17-2-zero")
def test_the_score_averages_to_nothing(claim):
    for phi in PHIS:
        measured = mean(lambda x, phi=phi: slope_of_log_density(x, phi), phi)
        assert_allclose(1 + measured, claim(1.0), atol=1e-6)


@pytest.mark.verifies("res-17-2-best")
def test_the_best_baseline_has_the_least_spread(claim):
    for phi in PHIS:
        squares = mean(lambda x, phi=phi: squared(x, phi), phi)
        weighted = mean(lambda x, phi=phi: f(x) * squared(x, phi), phi)
        tried = weighted / squares + np.array([-1.0, 0.0, 1.0])
        spread = [
            mean(lambda x, b=b, phi=phi: (f(x) - b) ** 2 * squared(x, phi), phi)
            for b in tried
        ]
        parabola = np.polyfit(tried, spread, 2)
        lowest = -parabola[1] / (2 * parabola[0])
        assert_allclose(claim(weighted / squares), lowest, rtol=1e-5)
