"""Importance sampling against quadrature, loops and enumeration."""

import itertools

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.stats import norm

from udl.generative import importance_sampling as sampling

PROPOSALS = [(3.0, 1.0), (2.3, 0.4), (0.0, 1.0), (3.0, 0.5), (1.0, 3.0)]


@pytest.mark.parametrize("function", [sampling.common, sampling.rare])
@pytest.mark.parametrize("proposal", PROPOSALS)
def test_mean_and_spread_of_a_term(function, proposal):
    q = norm(*proposal)

    def moment(power):
        def integrand(y):
            return (function(y) * norm.pdf(y) / q.pdf(y)) ** power * q.pdf(y)

        return quad(integrand, -3, 7, limit=400, epsabs=1e-12)[0]

    mean, deviation = sampling.spread(function, *proposal)
    assert_allclose(mean, moment(1), rtol=1e-9)
    assert_allclose(deviation, np.sqrt(moment(2) - moment(1) ** 2), rtol=1e-7)


def test_the_spread_of_a_narrow_proposal_is_huge_and_finite():
    deviation = sampling.spread(sampling.rare, 3.0, 0.1)[1]
    assert 1e66 < deviation < 1e70


def test_terms_are_values_times_ratios():
    epsilon = np.linspace(-2, 2, 9)
    y = 2.5 + 0.7 * epsilon
    ratio = norm.pdf(y) / norm.pdf(y, 2.5, 0.7)
    found = sampling.terms(sampling.rare, epsilon, 2.5, 0.7)
    assert_allclose(found, 20.446 * np.exp(-((y - 3) ** 4)) * ratio)


@pytest.mark.parametrize(("mu", "sigma"), [(0.5, 0.8), (1.0, 1.0), (-2.0, 1.5)])
def test_mean_squared_weight(mu, sigma):
    def integrand(y):
        return np.exp(2 * norm.logpdf(y) - norm.logpdf(y, mu, sigma))

    by_quadrature = quad(integrand, -60, 60, limit=800, points=[0])[0]
    assert_allclose(sampling.mean_squared_weight(mu, sigma), by_quadrature, rtol=1e-7)


def test_narrow_proposals_have_no_mean_squared_weight():
    assert sampling.mean_squared_weight(0.0, 0.7) == np.inf
    assert sampling.mean_squared_weight(1.0, 0.3) == np.inf


def test_effective_size_is_what_the_variance_of_a_weighted_mean_says():
    w = np.array([1.0, 2.0, 0.5, 4.0])
    coins = np.array(list(itertools.product([-1.0, 1.0], repeat=4)))  # variance one
    assert_allclose(
        1 / sampling.effective_size(np.log(w)), ((coins @ w / w.sum()) ** 2).mean()
    )


def test_effective_size_of_rows_and_of_tiny_weights():
    w = np.array([[1.0, 1.0, 2.0], [3.0, 1.0, 1.0]])
    found = sampling.effective_size(np.log(w) - 5000)
    assert_allclose(found, w.sum(axis=1) ** 2 / (w**2).sum(axis=1))


def test_estimates_by_loop():
    epsilon = np.random.default_rng(0).normal(size=(150, 20))
    counts = [1, 2, 7, 15]
    found = sampling.estimates(sampling.rare, epsilon, 2.5, 0.7, counts)
    values = sampling.terms(sampling.rare, epsilon, 2.5, 0.7)
    for row, means in zip(values, found, strict=True):
        assert_allclose(means, [row[:n].mean() for n in counts])
