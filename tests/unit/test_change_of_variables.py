"""Densities of mapped numbers against scipy's, and areas."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.stats import chi2, kstest, lognorm, norm

from udl.generative.change_of_variables import (
    density_of_square,
    draw_samples,
    example_map,
    example_slope,
    invert,
    mapped_density,
    negative_log_likelihood,
    steep_middle,
    steep_middle_slope,
)

Z = np.linspace(-3, 3, 25)
MAPS = {
    "example": (example_map, example_slope),
    "step": (
        lambda z: steep_middle(z, (0.7, 1.4, 3)),
        lambda z: steep_middle_slope(z, (0.7, 1.4, 3)),
    ),
}


@pytest.mark.parametrize("name", MAPS)
def test_slopes_are_those_of_small_steps(name):
    f, slope = MAPS[name]
    assert_allclose((f(Z + 1e-5) - f(Z - 1e-5)) / 2e-5, slope(Z), rtol=1e-6)
    assert np.all(slope(Z) > 0)


@pytest.mark.parametrize("name", MAPS)
def test_areas_are_one(name):
    x, pr_x = mapped_density(np.linspace(-9, 9, 40001), *MAPS[name])
    assert_allclose(np.trapezoid(pr_x, x), 1, atol=1e-7)


def test_exponentials_of_normal_numbers_are_lognormal():
    x, pr_x = mapped_density(Z, np.exp, np.exp)
    assert_allclose(pr_x, lognorm.pdf(x, 1))


def test_a_falling_map_has_a_positive_density():
    x, pr_x = mapped_density(Z, lambda z: 3 - 2 * z, lambda z: np.full(z.shape, -2.0))
    assert_allclose(pr_x, norm.pdf(x, 3, 2))


def test_draws_have_the_cumulative_distribution_of_the_map():
    drawn = draw_samples(5000, np.exp, np.random.default_rng(4))
    assert drawn.shape == (5000,)
    assert kstest(drawn, lognorm(1).cdf).pvalue > 0.001


@pytest.mark.parametrize("name", MAPS)
def test_invert_finds_where_numbers_came_from(name):
    f = MAPS[name][0]
    assert_allclose(invert(f(Z), f), Z, atol=1e-12)


def test_loss_is_minus_the_log_of_the_density():
    x = np.array([0.2, 1.0, 7.0])
    loss = negative_log_likelihood(x, np.log, np.exp)
    assert_allclose(loss, -lognorm.logpdf(x, 1).sum())
    falling = negative_log_likelihood(x, lambda x: -x, lambda z: -np.ones(3))
    assert_allclose(falling, -norm.logpdf(x).sum())


def test_the_square_is_chi_squared():
    x = np.array([0.01, 0.5, 3.0, 20.0])
    assert_allclose(density_of_square(x), chi2(1).pdf(x))
