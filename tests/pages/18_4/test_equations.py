"""Page 18.4: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.stats import norm

BETA = 0.07
LINE = np.linspace(-9, 9, 3001)


def alpha(t):
    return (1 - BETA) ** t


def mean_and_variance(heights):
    mean = np.sum(LINE * heights) / heights.sum()
    return mean, np.sum((LINE - mean) ** 2 * heights) / heights.sum()


@pytest.mark.verifies("res-18-4-kernel")
def test_the_value_before_has_the_kernel_on_a_grid(claim):
    """Integrate over the value at t: the step for each, weighted by its density."""
    x = 1.3
    for t, sigma in ((6, 0.1), (6, 0.3), (30, 0.5)):
        now = norm.pdf(LINE, np.sqrt(alpha(t)) * x, np.sqrt(1 - alpha(t)))
        noise = (LINE - np.sqrt(alpha(t)) * x) / np.sqrt(1 - alpha(t))
        kept = np.sqrt(1 - alpha(t - 1) - sigma**2) * noise
        centers = np.sqrt(alpha(t - 1)) * x + kept
        before = norm.pdf(LINE[:, np.newaxis], centers, sigma) @ now
        mean, variance = mean_and_variance(before)
        assert_allclose(claim(1 - alpha(t - 1)), variance, rtol=1e-5)
        assert_allclose(mean, np.sqrt(alpha(t - 1)) * x, rtol=1e-5)


@pytest.mark.verifies("res-18-4-posterior")
def test_with_the_variance_of_bayes_rule_the_old_noise_gets_its_weight(claim):
    """For known data, the mean by Bayes' rule on a grid moves with the value."""
    x = 0.4
    for t in (3, 8, 40):
        before = norm.pdf(LINE, np.sqrt(alpha(t - 1)) * x, np.sqrt(1 - alpha(t - 1)))
        means, variances = [], []
        for noise in (-1.0, 1.0):
            z = np.sqrt(alpha(t)) * x + np.sqrt(1 - alpha(t)) * noise
            told = norm.pdf(z, np.sqrt(1 - BETA) * LINE, np.sqrt(BETA))
            mean, variance = mean_and_variance(before * told)
            means.append(mean)
            variances.append(variance)
        weight = (means[1] - means[0]) / 2  # of the old noise
        formula = (1 - BETA) * (1 - alpha(t - 1)) ** 2 / (1 - alpha(t))
        assert_allclose(claim(formula), weight**2, rtol=1e-5)
        assert_allclose(claim(formula), 1 - alpha(t - 1) - variances[0], rtol=1e-5)


@pytest.mark.verifies("res-18-4-euler")
def test_a_jump_is_a_step_along_the_tangent(claim):
    z, noise = 0.8, -1.3
    for t, s in ((9, 8), (30, 4)):
        x = (z - np.sqrt(1 - alpha(t)) * noise) / np.sqrt(alpha(t))
        exact = (np.sqrt(alpha(s)) * x + np.sqrt(1 - alpha(s)) * noise) / alpha(
            s
        ) ** 0.5
        tau_t, tau_s = (np.sqrt((1 - alpha(k)) / alpha(k)) for k in (t, s))
        formula = z / np.sqrt(alpha(t)) + (tau_s - tau_t) * noise
        assert_allclose(claim(formula), exact, rtol=1e-9)
