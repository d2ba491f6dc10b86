"""Estimators against quadrature and finite differences."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.stats import norm

from udl.generative import gradient_estimators as estimators

PHIS = (-1.3, -0.5, 0.0, 0.4, 0.9)


def mean(values):
    return quad(lambda e: values(e) * norm.pdf(e), -12, 12, limit=400)[0]


@pytest.mark.parametrize("phi", PHIS)
def test_expectation_and_derivative(phi):
    def sampled(phi):
        return mean(lambda e: estimators.f(phi**3 + np.exp(phi) * e))

    assert_allclose(estimators.expectation(phi), sampled(phi), rtol=1e-8)
    measured = (sampled(phi + 1e-4) - sampled(phi - 1e-4)) / 2e-4
    assert_allclose(estimators.derivative(phi), measured, rtol=1e-5)


@pytest.mark.parametrize("phi", PHIS)
def test_both_estimators_have_the_derivative_as_their_mean(phi):
    for terms in (estimators.path_terms, estimators.score_terms):
        average = mean(lambda e, t=terms: t(phi, e))
        assert_allclose(average, estimators.derivative(phi), rtol=1e-7)
        found, deviation = estimators.spread(terms, phi)
        assert_allclose(found, average, rtol=1e-7)
        square = mean(lambda e, t=terms, a=average: (t(phi, e) - a) ** 2)
        assert_allclose(deviation, np.sqrt(square), rtol=1e-6)


def test_path_terms_are_differences_of_frozen_samples():
    epsilon, phi, step = np.linspace(-2, 2, 9), 0.4, 1e-6
    high, low = (
        estimators.f(p**3 + np.exp(p) * epsilon) for p in (phi + step, phi - step)
    )
    assert_allclose(estimators.path_terms(phi, epsilon), (high - low) / (2 * step))


@pytest.mark.parametrize("phi", PHIS)
def test_no_other_baseline_has_less_spread(phi):
    best = estimators.best_baseline(phi)

    def deviation(b):
        return estimators.spread(lambda p, e: estimators.score_terms(p, e, b), phi)[1]

    assert deviation(best) < min(deviation(best - 0.1), deviation(best + 0.1))
    assert_allclose(
        estimators.spread(lambda p, e: estimators.score_terms(p, e, best), phi)[0],
        estimators.derivative(phi),
    )
