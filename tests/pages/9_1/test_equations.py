"""Page 9.1: each derived result against a route without it and udl."""

import numpy as np
import pytest
import sympy
from numpy.testing import assert_allclose
from scipy.optimize import minimize, minimize_scalar

STRENGTHS = (0.0, 0.1, 0.4, 1.5, 6.0)


def wavy(phi):
    return np.sin(3 * phi[0]) + (phi[1] - 1) ** 2 * (1.5 + np.cos(2 * phi[0]))


def far(phi):
    return (phi[0] - 0.5) ** 2 + (phi[1] + 1) ** 2


def lowest(function):
    """Search from many starts; give the place."""
    starts = [(a, b) for a in np.linspace(-3, 3, 9) for b in (-1, 0, 1)]
    found = [minimize(function, start, tol=1e-10) for start in starts]
    return min(found, key=lambda one: one.fun).x


@pytest.mark.verifies("res-9-1-above")
def test_the_lowest_sum_is_not_below_the_lowest_loss(claim):
    grid = np.stack(np.meshgrid(np.linspace(-3, 3, 301), np.linspace(-3, 3, 301)))
    bound = wavy(grid).min()
    for strength in STRENGTHS:
        assert (wavy(grid) + strength * far(grid)).min() >= bound
    # It is tight where the penalty is zero at the minimum.
    at = np.unravel_index(wavy(grid).argmin(), (301, 301))
    centered = (grid[0] - grid[0][at]) ** 2 + (grid[1] - grid[1][at]) ** 2
    assert_allclose((wavy(grid) + 2 * centered).min(), claim(bound))


@pytest.mark.verifies("res-9-1-slopes")
def test_the_slopes_are_symbolic_derivatives(claim):
    a, b, strength = sympy.symbols("a b s")
    term = strength * (a**2 + (b - sympy.Rational(25, 2)) ** 2)
    values = {a: 1.3, b: 9.0, strength: 0.2}
    found = [float(sympy.diff(term, one).subs(values)) for one in (a, b)]
    closed = np.array([2 * 0.2 * 1.3, 2 * 0.2 * (9.0 - 12.5)])
    assert_allclose(claim(closed), found)


@pytest.mark.verifies("res-9-1-shrink")
def test_the_shrunken_minimum_is_found_by_a_search(claim):
    for h, m, strength in ((6.0, 4.0, 1.0), (0.5, -2.0, 3.0), (20.0, 1.0, 0.1)):
        found = minimize_scalar(
            lambda phi, h=h, m=m, s=strength: h / 2 * (phi - m) ** 2 + s * phi**2
        )
        assert_allclose(claim(h / (h + 2 * strength) * m), found.x, rtol=1e-6)


@pytest.mark.verifies("res-9-1-tradeoff")
def test_a_stronger_penalty_has_a_higher_loss_and_is_smaller_itself(claim):
    found = [lowest(lambda phi, s=s: wavy(phi) + s * far(phi)) for s in STRENGTHS]
    losses, sizes = [wavy(p) for p in found], [far(p) for p in found]
    assert np.all(np.diff(losses) >= -1e-9)
    assert np.all(np.diff(sizes) <= 1e-9)
    # Both are equalities where the center is the minimum of the loss itself.
    m = lowest(wavy)
    weak, strong = (
        lowest(lambda phi, s=s: wavy(phi) + s * np.sum((phi - m) ** 2))
        for s in (0.1, 9)
    )
    assert_allclose(claim(wavy(strong)), wavy(weak), rtol=1e-6)


@pytest.mark.verifies("res-9-1-prior")
def test_the_penalized_fit_is_the_peak_of_the_posterior(claim):
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=9), rng.normal(size=9)
    sigma, sigma_prior = 0.7, 1.9

    def log_posterior(slope):
        likelihood = -((y - slope * x) ** 2) / (2 * sigma**2)
        return likelihood.sum() - slope**2 / (2 * sigma_prior**2)

    peak = minimize_scalar(lambda slope: -log_posterior(slope)).x
    strength = claim(sigma**2 / sigma_prior**2)
    # The derivative of the penalized sum of squares vanishes at the peak.
    assert_allclose(strength * peak, np.sum((y - peak * x) * x), rtol=1e-5)


@pytest.mark.verifies("res-9-1-decay")
def test_a_step_with_the_penalty_is_a_decay_and_a_step(claim):
    phi, slope, alpha, strength = np.array([1.5, -2.0]), np.array([0.3, 4.0]), 0.1, 0.2
    step = [p - alpha * (g + strength * 2 * p) for p, g in zip(phi, slope, strict=True)]
    closed = (1 - 2 * alpha * strength) * phi - alpha * slope
    assert_allclose(claim(closed), step)
