"""The Bayesian approach, against conditioning of a joint normal and scipy."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.stats import multivariate_normal

from udl.generalization import bayesian

RNG = np.random.default_rng(0)


def conditioned(h, y, sigma_sq, sigma_p_sq):
    """Condition the joint normal of parameters and targets: inverts (I, I)."""
    gain = (
        sigma_p_sq
        * h
        @ np.linalg.inv(sigma_p_sq * h.T @ h + sigma_sq * np.eye(h.shape[1]))
    )
    return gain @ y, sigma_p_sq * (np.eye(len(h)) - gain @ h.T)


@pytest.mark.parametrize("shape", [(3, 7), (6, 6), (20, 4), (2, 1)])
def test_posterior_is_the_conditioned_joint_normal(shape):
    h, y = RNG.normal(size=shape), RNG.normal(size=shape[1])
    found = bayesian.posterior(h, y, 0.3, 2.0)
    for part, expected in zip(found, conditioned(h, y, 0.3, 2.0), strict=True):
        assert_allclose(part, expected, atol=1e-9)


def test_without_examples_the_posterior_is_the_prior():
    mean, covariance = bayesian.posterior(np.empty((3, 0)), [], 0.3, 2.0)
    assert_allclose(mean, np.zeros(3))
    assert_allclose(covariance, 2 * np.eye(3))


def test_example_by_example_leads_to_the_same_as_all_at_once():
    h, y = RNG.normal(size=(4, 9)), RNG.normal(size=9)
    belief = np.zeros(4), 2.0 * np.eye(4)
    for column, target in zip(h.T, y, strict=True):
        belief = bayesian.update(*belief, column, target, 0.3)
    for part, expected in zip(belief, bayesian.posterior(h, y, 0.3, 2.0), strict=True):
        assert_allclose(part, expected, atol=1e-9)


def test_predictive_at_many_inputs_is_that_at_each():
    h, mean = RNG.normal(size=(3, 5)), RNG.normal(size=3)
    covariance = np.diag([1.0, 2.0, 3.0]) + 0.4
    found = bayesian.predictive(h, mean, covariance, 0.5)
    for i in range(5):
        alone = bayesian.predictive(h[:, i], mean, covariance, 0.5)
        assert_allclose(alone, [found[0][i], found[1][i]])
        assert_allclose(alone[1], h[:, i] @ covariance @ h[:, i] + 0.5)


def test_draws_have_the_mean_and_the_covariance():
    mean, covariance = np.array([1.0, -2.0]), np.array([[4.0, -1.5], [-1.5, 1.0]])
    z = RNG.normal(size=(2, 100_000))
    drawn = bayesian.draw_parameters(mean, covariance, z)
    assert_allclose(drawn.mean(axis=1), mean, atol=0.04)
    assert_allclose(np.cov(drawn), covariance, atol=0.1)
    density = multivariate_normal(mean, covariance)
    again = density.rvs(100_000, random_state=1)
    shares = [np.mean(density.logpdf(each) > -2.5) for each in (drawn.T, again)]
    assert shares[0] == pytest.approx(shares[1], abs=0.01)


@pytest.mark.parametrize("shape", [(2, 6), (5, 3), (1, 1)])
def test_log_evidence_is_that_of_a_joint_normal_and_prior_times_likelihood(shape):
    h, y = RNG.normal(size=shape), RNG.normal(size=shape[1])
    found = bayesian.log_evidence(h, y, 0.3, 2.0)
    joint = 2.0 * h.T @ h + 0.3 * np.eye(len(y))
    assert_allclose(found, multivariate_normal(cov=joint).logpdf(y))
    phi = RNG.normal(size=len(h))  # Bayes' rule, at any parameters
    prior = multivariate_normal(cov=2.0 * np.eye(len(h))).logpdf(phi)
    fit = multivariate_normal(phi @ h, 0.3 * np.eye(len(y))).logpdf(y)
    after = multivariate_normal(*bayesian.posterior(h, y, 0.3, 2.0)).logpdf(phi)
    assert_allclose(found, prior + fit - after)
