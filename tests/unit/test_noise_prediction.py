"""Noise in place of the value before: the same model, by other routes."""

from types import SimpleNamespace

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import stats

from udl.generative.diffusion import noise_prediction as by_noise
from udl.generative.diffusion import reverse
from udl.generative.diffusion.encoder import diffused
from udl.generative.normal_mixture import FOUR_NORMALS, Mixture, density, moments

BETA = 0.07
Z = np.linspace(-2.5, 2.5, 11)


@pytest.mark.parametrize("t", [1, 2, 30])
def test_noise_and_data_are_two_ways_to_say_the_same(t):
    rng = np.random.default_rng(t)
    x, epsilon = rng.standard_normal((2, 20))
    z, target = by_noise.get_data_pairs(x, t, BETA, epsilon)
    assert_allclose(target, epsilon)
    assert_allclose(by_noise.data_from(z, epsilon, t, BETA), x, atol=1e-9)
    mean, _ = reverse.posterior(x, z, t, BETA)
    assert_allclose(by_noise.step_back(z, epsilon, t, BETA), mean, atol=1e-9)


def test_pairs_have_the_moments_of_the_kernel():
    epsilon = np.random.default_rng(0).standard_normal(100_000)
    z, _ = by_noise.get_data_pairs(np.full(100_000, 2.0), 9, BETA, epsilon)
    kept = (1 - BETA) ** 9
    assert_allclose([z.mean(), z.var()], [2 * kept**0.5, 1 - kept], atol=0.01)


@pytest.mark.parametrize("t", [1, 5, 40])
def test_the_average_noise_is_the_slope_of_the_log_density(t):
    h = 1e-5
    later = diffused(FOUR_NORMALS, t, BETA)
    up, down = (np.log(density(later, Z + s)) for s in (h, -h))
    slope = (up - down) / (2 * h)
    assert_allclose(
        by_noise.expected_noise(FOUR_NORMALS, Z, t, BETA),
        -np.sqrt(1 - (1 - BETA) ** t) * slope,
        atol=1e-5,
    )


def test_a_walk_back_is_that_of_page_18_2_with_the_same_means():
    rng = np.random.default_rng(1)
    noise = rng.standard_normal((6, 7))
    guess = [SimpleNamespace(predict=lambda z, a=a: a * z - 0.1) for a in rng.random(5)]
    means = [
        SimpleNamespace(
            predict=lambda z, t=t: reverse.posterior(
                by_noise.data_from(z, guess[t - 1].predict(z), t, BETA), z, t, BETA
            )[0]
        )
        for t in range(1, 6)
    ]
    assert_allclose(
        by_noise.sample(guess, BETA, 0.3, noise), reverse.sample(means, 0.3, noise)
    )


def test_tweedie_is_bayes_rule_on_a_grid():
    mixture = Mixture(np.array([0.4, 0.6]), np.array([-1, 2.0]), np.array([0.3, 0.5]))
    sigma, line = 0.8, np.linspace(-8, 10, 6001)
    noisy = Mixture(mixture.weights, mixture.means, np.hypot(mixture.deviations, sigma))

    def slope(z, h=1e-5):
        return (np.log(density(noisy, z + h)) - np.log(density(noisy, z - h))) / (2 * h)

    for z in (-1.5, 0.4, 2.2):
        heights = density(mixture, line) * stats.norm.pdf(z, line, sigma)
        exact = np.sum(line * heights) / heights.sum()
        assert_allclose(by_noise.tweedie(z, sigma, slope), exact, atol=1e-5)


def test_the_average_noise_fits_the_average_data():
    x = moments(reverse.data_given(FOUR_NORMALS, Z, 12, BETA))[0]
    epsilon = by_noise.expected_noise(FOUR_NORMALS, Z, 12, BETA)
    assert_allclose(by_noise.data_from(Z, epsilon, 12, BETA), x, atol=1e-9)
