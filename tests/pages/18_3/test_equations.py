"""Page 18.3: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.stats import norm

BETA = 0.07
LINE = np.linspace(-9, 9, 6001)
WEIGHTS, MEANS, STDS = [0.2, 0.5, 0.3], [1.5, -0.2, -1.9], [0.3, 0.15, 0.4]
DATA = sum(
    w * norm.pdf(LINE, m, s) for w, m, s in zip(WEIGHTS, MEANS, STDS, strict=True)
)


def mean_by_bayes(x, z, t):
    """Give the mean of the value before on a grid: prior times likelihood."""
    kept = (1 - BETA) ** (t - 1)
    heights = norm.pdf(LINE, np.sqrt(kept) * x, np.sqrt(1 - kept))
    heights = heights * norm.pdf(z, np.sqrt(1 - BETA) * LINE, np.sqrt(BETA))
    return np.sum(LINE * heights) / heights.sum()


def mean_by_noise(z, epsilon, t):
    rest = z - BETA / np.sqrt(1 - (1 - BETA) ** t) * epsilon
    return rest / np.sqrt(1 - BETA)


@pytest.mark.verifies("res-18-3-mean")
def test_the_mean_is_that_of_bayes_rule_on_a_grid(claim):
    for x, epsilon, t in ((1.3, -0.4, 2), (-2.0, 1.5, 6), (0.7, 0.9, 40)):
        kept = (1 - BETA) ** t
        z = np.sqrt(kept) * x + np.sqrt(1 - kept) * epsilon
        exact = mean_by_bayes(x, z, t)
        assert_allclose(claim(mean_by_noise(z, epsilon, t)), exact, rtol=1e-6)


@pytest.mark.verifies("res-18-3-loss")
def test_squares_of_means_are_weighted_squares_of_noises(claim):
    for x, epsilon, t in ((1.3, -0.4, 2), (0.7, 0.9, 40)):
        kept = (1 - BETA) ** t
        z = np.sqrt(kept) * x + np.sqrt(1 - kept) * epsilon
        guess = 0.3 - 0.2 * z
        other = (z - np.sqrt(1 - kept) * guess) / np.sqrt(kept)  # the data it implies
        exact = (mean_by_bayes(x, z, t) - mean_by_bayes(other, z, t)) ** 2
        weight = BETA**2 / ((1 - BETA) * (1 - kept))
        assert_allclose(claim(weight * (epsilon - guess) ** 2), exact, rtol=1e-5)


@pytest.mark.verifies("res-18-3-score")
def test_the_average_noise_is_the_slope_of_the_log_density(claim):
    for z, t in ((-1.4, 3), (0.3, 12), (1.1, 40)):
        kept = (1 - BETA) ** t
        std, h = np.sqrt(1 - kept), 1e-5
        told = DATA * norm.pdf(z, np.sqrt(kept) * LINE, std)
        noise = (z - np.sqrt(kept) * LINE) / std
        exact = np.sum(noise * told) / told.sum()

        def log_density(at, kept=kept, std=std):
            return np.log(np.sum(DATA * norm.pdf(at, np.sqrt(kept) * LINE, std)))

        slope = (log_density(z + h) - log_density(z - h)) / (2 * h)
        assert_allclose(claim(-std * slope), exact, rtol=1e-5)


@pytest.mark.verifies("res-18-3-tweedie")
def test_the_average_truth_is_an_integral_over_it(claim):
    for z, sigma in ((-1.4, 0.5), (0.3, 0.8), (2.1, 1.5)):
        told = DATA * norm.pdf(z, LINE, sigma)
        exact = np.sum(LINE * told) / told.sum()
        parts = [
            (w * norm.pdf(z, m, np.hypot(s, sigma)), (z - m) / (s**2 + sigma**2))
            for w, m, s in zip(WEIGHTS, MEANS, STDS, strict=True)
        ]
        slope = -sum(p * q for p, q in parts) / sum(p for p, _ in parts)
        assert_allclose(claim(z + sigma**2 * slope), exact, rtol=1e-6)
