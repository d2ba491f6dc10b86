"""The latent variable model against loops, scipy's integrals and statistics."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.stats import kstest, multivariate_normal, norm

from udl.generative.latent_variables import (
    component_posterior,
    curve,
    density,
    density_on_grid,
    draw_samples,
    likelihood,
    posterior,
    prior,
)

Z = np.arange(-3, 3, 0.01)
POINTS = [(0.9, -0.9), (0.3, 0.5), (1.2, -0.4), (-0.2, 1.3)]


def joint(z, point):
    mean = [0.5 * np.exp(np.sin(2 + 3.675 * z)), np.cos(2 + 2.85 * z)]
    return multivariate_normal.pdf(point, mean, 0.04 * np.eye(2)) * norm.pdf(z)


@pytest.mark.parametrize("point", POINTS)
def test_density_is_the_integral_by_adaptive_quadrature(point):
    exact = quad(joint, -3, 3, (point,), limit=200, epsabs=1e-11)[0]
    assert_allclose(density(*point, np.linspace(-3, 3, 6001), 0.04), exact, rtol=2e-3)


@pytest.mark.parametrize("point", POINTS)
def test_likelihood_and_prior_are_those_of_scipy(point):
    found = [likelihood(*point, z, 0.04) * prior(z) for z in (-1.2, 0.0, 2.2)]
    assert_allclose(found, [joint(z, point) for z in (-1.2, 0.0, 2.2)])


def test_the_product_of_matrices_is_the_sum_over_z():
    x1, x2 = np.linspace(-0.5, 2.5, 31), np.linspace(-1.5, 1.5, 23)
    table = density_on_grid(x1, x2, Z, 0.04)
    assert table.shape == (23, 31)
    assert_allclose(table, density(*np.meshgrid(x1, x2), Z, 0.04), rtol=1e-12)


def test_posterior_is_bayes_rule_and_safe_far_away():
    weights = np.array([joint(z, (0.9, -0.9)) for z in Z])
    assert_allclose(posterior(0.9, -0.9, Z, 0.04), weights / weights.sum(), rtol=1e-9)
    far = posterior(60.0, -80.0, Z, 0.04)
    assert_allclose(far.sum(), 1)
    assert np.all(np.isfinite(far))


@pytest.mark.parametrize("seed", range(3))
def test_samples_have_the_marginals_of_the_model(seed):
    drawn = draw_samples(5000, 0.04, np.random.default_rng(seed))
    z = np.linspace(-6, 6, 1201)
    for found, mean in zip(drawn, curve(z), strict=True):
        grid = np.linspace(-2, 3, 400)
        shares = norm.cdf((grid[:, None] - mean) / 0.2) @ norm.pdf(z) * 0.01

        def law(x, grid=grid, shares=shares):
            return np.interp(x, grid, shares)

        assert kstest(found, law).pvalue > 1e-4
    on_curve = curve(z) @ norm.pdf(z) * 0.01
    assert_allclose(drawn.mean(axis=1), on_curve, atol=0.05)


def test_components_share_each_number_by_bayes_rule():
    x, weights, means, sigmas = [0.3, -2.0], [0.2, 0.5, 0.3], [-1, 0, 3], [0.5, 1, 2]
    parts = np.array(
        [w * norm.pdf(x, m, s) for w, m, s in zip(weights, means, sigmas, strict=True)]
    )
    assert_allclose(component_posterior(x, weights, means, sigmas),
                    parts / parts.sum(axis=0))  # fmt: skip
    assert np.all(np.isfinite(component_posterior([1e4], weights, means, sigmas)))


@pytest.mark.parametrize("z", [0.0, [1.0], [0.0, 1.0, 3.0], [[0.0, 1.0]]])
def test_an_uneven_grid_is_refused(z):
    with pytest.raises(ValueError, match="z must be an even grid"):
        density(0.0, 0.0, z, 0.04)
