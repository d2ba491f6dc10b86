"""Page 17.3: each derived result against a route without it and udl."""

import itertools

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.stats import lognorm, norm

PROPOSALS = [(3.0, 1.0), (2.3, 0.9), (-1.0, 1.4)]


def integral(function, low=-40.0, high=40.0):
    options = {"limit": 800, "epsabs": 1e-13, "epsrel": 1e-11, "points": [0.0]}
    return quad(function, low, high, **options)[0]


def rare(y):
    return 20.446 * np.exp(-((y - 3) ** 4))


@pytest.mark.verifies("res-17-3-error")
def test_variance_of_a_mean_by_all_outcomes(claim):
    values, chances = np.array([0.0, 1.0, 5.0]), np.array([0.6, 0.3, 0.1])
    for count in (1, 2, 5):
        outcomes = np.array(list(itertools.product(range(3), repeat=count)))
        p = chances[outcomes].prod(axis=1)
        means = values[outcomes].mean(axis=1)
        measured = p @ means**2 - (p @ means) ** 2
        claimed = (chances @ values**2 - (chances @ values) ** 2) / count
        assert_allclose(measured, claim(claimed), rtol=1e-9)


@pytest.mark.verifies("res-17-3-one")
def test_weights_average_to_one(claim):
    for mu, sigma in PROPOSALS:

        def weighted(y, mu=mu, sigma=sigma):
            log_ratio = norm.logpdf(y) - norm.logpdf(y, mu, sigma)
            return np.exp(log_ratio) * norm.pdf(y, mu, sigma)

        assert_allclose(integral(weighted, mu - 20, mu + 20), claim(1.0), rtol=1e-8)


@pytest.mark.verifies("res-17-3-weight")
def test_weight_is_the_ratio_of_the_densities(claim):
    y = np.linspace(-4, 8, 49)
    assert_allclose(norm.pdf(y) / norm.pdf(y, 3, 1), claim(np.exp(4.5 - 3 * y)))


@pytest.mark.verifies("res-17-3-variance")
def test_variance_of_a_term_that_is_lognormal(claim):
    """With f = exp(t y) and the proposal Norm[c, 1], a term is lognormal."""
    for t, c in ((1.0, 0.0), (1.0, 1.5), (-0.5, 0.4)):

        def square(y, t=t, c=c):
            return np.exp(2 * t * y + 2 * norm.logpdf(y) - norm.logpdf(y, c, 1))

        mean = integral(lambda y, t=t: np.exp(t * y) * norm.pdf(y))
        claimed = integral(square) - mean**2
        center = (t - c) * c + c**2 / 2  # of the logarithm
        known = lognorm.var(abs(t - c), scale=np.exp(center))
        assert_allclose(claim(claimed), known, rtol=1e-7)


@pytest.mark.verifies("res-17-3-perfect")
def test_every_term_of_the_perfect_proposal_is_the_mean(claim):
    y = np.linspace(-2, 8, 200_001)
    product = rare(y) * norm.pdf(y)
    density = product / np.trapezoid(product, y)  # normalized without the mean
    inner = np.abs(y - 2.3) < 1.5
    terms = rare(y[inner]) * norm.pdf(y[inner]) / density[inner]
    mean = integral(lambda y: rare(y) * norm.pdf(y), -5, 10)
    assert_allclose(terms, claim(mean), rtol=1e-8)


@pytest.mark.verifies("res-17-3-effective")
def test_effective_size_by_all_signs(claim):
    for w in ([1.0, 2.0, 0.5, 4.0], [1.0] * 5, [1.0, 0.0, 0.0]):
        w = np.array(w)
        values = np.array(list(itertools.product([-1.0, 1.0], repeat=w.size)))
        variance = np.mean((values @ w / w.sum()) ** 2)  # that of a value is one
        assert_allclose(1 / variance, claim(w.sum() ** 2 / np.sum(w**2)))


@pytest.mark.verifies("res-17-3-squared")
def test_mean_squared_weight_by_quadrature(claim):
    for mu, sigma in [*PROPOSALS, (0.5, 0.75)]:

        def integrand(y, mu=mu, sigma=sigma):
            return np.exp(2 * norm.logpdf(y) - norm.logpdf(y, mu, sigma))

        rest = 2 * sigma**2 - 1
        claimed = sigma**2 / np.sqrt(rest) * np.exp(mu**2 / rest)
        assert_allclose(claim(claimed), integral(integrand), rtol=1e-7)
