"""Slopes of random networks, one at a time and in families, and their agreement."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.gradients import shattering
from udl.gradients.initialization import random_parameters
from udl.networks.deep import deep_network


def draw(widths, seed=0):
    return random_parameters(widths, 0.5, np.random.default_rng(seed), 0.5)


@pytest.mark.parametrize("widths", [[1, 3, 1], [1, 4, 3, 5, 1], [2, 3, 4, 1]])
def test_slopes_are_those_of_differences(widths):
    betas, omegas = draw(widths)
    x = np.random.default_rng(1).normal(size=(widths[0], 40))
    direction = np.random.default_rng(2).normal(size=x.shape)
    step = 1e-7 * direction
    difference = (
        deep_network(x + step, betas, omegas) - deep_network(x - step, betas, omegas)
    )[0] / 2e-7
    found = shattering.slope(x, betas, omegas, direction)
    assert_allclose(found, difference, rtol=1e-5, atol=1e-7)


def test_one_input_moves_by_itself():
    betas, omegas = draw([1, 5, 4, 1])
    x = np.linspace(-2, 2, 9)[np.newaxis]
    assert_allclose(
        shattering.slope(x, betas, omegas),
        shattering.slope(x, betas, omegas, np.ones_like(x)),
    )


def test_shapes_that_do_not_fit_are_refused():
    betas, omegas = draw([1, 5, 1])
    for args in (([1.0, 2.0], None), ([[1.0, 2.0]], [[1.0]])):
        with pytest.raises(ValueError, match="direction"):
            shattering.slope(args[0], betas, omegas, args[1])


def test_autocorr_is_a_sum_of_products():
    for count in (7, 8):
        g = np.random.default_rng(count).normal(size=count)
        middle, found = count // 2, shattering.autocorr(g)
        for n in range(count - middle):
            expected = sum(g[i] * g[i + n] for i in range(count - n))
            assert_allclose(found[middle + n], expected)


def test_around_a_circle_no_product_is_left_out():
    g = np.random.default_rng(0).normal(size=(3, 10))
    expected = [np.mean(g * np.roll(g, n, axis=1), axis=1) for n in range(6)]
    assert_allclose(shattering.circle_autocorrelation(g).T, expected)


@pytest.mark.parametrize("parts", [{}, {"bias": 0.5}, {"skip": 0.5}])
def test_families_agree_with_the_theory(parts):
    layers = 6
    slopes = shattering.circle_slopes(
        layers, 100, 1500, np.random.default_rng(0), points=48, **parts
    )
    mean = shattering.circle_autocorrelation(slopes).mean(axis=0)
    size = (1 - parts.get("bias", 0)) ** layers
    theory = shattering.gradient_correlation(
        2 * np.pi * np.arange(25) / 48, layers, **parts
    )
    assert_allclose(mean[0], size, rtol=0.1)
    assert_allclose(mean / mean[0], theory, atol=0.05)


def test_a_family_is_many_single_networks():
    """Pooled over seeds, networks by `slope` have the same correlation as families."""
    x, direction = shattering.circle(48)
    singles = []
    for seed in range(300):
        betas, omegas = random_parameters(
            [2, *[50] * 3, 1], [1, *[2 / 50] * 3], np.random.default_rng(seed)
        )
        singles.append(shattering.slope(x, betas, omegas, direction))
    mean = shattering.circle_autocorrelation(singles).mean(axis=0)
    theory = shattering.gradient_correlation(2 * np.pi * np.arange(25) / 48, 3)
    assert_allclose(mean / mean[0], theory, atol=0.1)


def test_the_limit_is_reached_by_deep_networks():
    u = np.linspace(0.05, 2, 20)
    for layers, off in ((40, 0.03), (400, 0.006)):
        theta = 3 * np.pi * u / layers
        exact = shattering.gradient_correlation(theta, layers)
        limit = shattering.gradient_correlation_limit(theta, layers)
        assert np.abs(exact - limit).max() < off
