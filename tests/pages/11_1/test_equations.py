"""Page 11.1: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import dblquad, quad
from scipy.stats import norm

ANGLES = np.array([0.2, 0.9, 1.7, 2.6])


def kernel(theta):
    """The mean of 2 relu(f) relu(f') by an integral over f; that over f' is known."""
    c, s = np.cos(theta), np.sin(theta)

    def integrand(f):
        return f * norm.pdf(f) * (c * f * norm.cdf(c * f / s) + s * norm.pdf(c * f / s))

    return 2 * quad(integrand, 0, 15, epsabs=1e-13, epsrel=1e-12)[0]


def composed(theta, layers, parts=(0, 1)):
    """Correlation after some layers, all by kernel's closed form."""
    c = np.cos(theta)
    for _ in range(layers):
        c = np.clip(c, -1, 1)
        t = np.arccos(c)
        c = parts[0] + parts[1] * (np.sin(t) + (np.pi - t) * c) / np.pi
    return c


@pytest.mark.verifies("res-11-1-size")
def test_the_mean_square_of_slopes_is_that_of_all_small_networks(claim):
    """Width 1, K = 1 and 2: y = c relu(b relu(a x + p) + q), by quadrature."""
    x = 0.7

    def one(p, a):  # the units' slopes are independent of the last weight
        return norm.pdf(p) * norm.pdf(a) * a**2 * (a * x + p > 0)

    single = 2 * dblquad(lambda p, a: one(p, a), 0, 9, lambda a: -a * x, 9)[0]
    # The half plane a x + p > 0 has its share of a < 0 by symmetry: a sum of both.
    other = dblquad(lambda p, a: one(p, a), -9, 0, lambda a: -a * x, 9)[0]
    first = single / 2 + other
    assert_allclose(claim(2.0**-1), first, rtol=1e-5)
    wide = np.random.default_rng(0)  # D = 2: b1 h1 + b2 h2 + q is as often below zero
    signs = wide.normal(size=(2, 400_000))
    assert abs(np.mean(signs.sum(0) > 0) - 0.5) < 0.01


@pytest.mark.verifies("res-11-1-kernel")
def test_the_kernel_is_an_integral(claim):
    formula = (np.sin(ANGLES) + (np.pi - ANGLES) * np.cos(ANGLES)) / np.pi
    assert_allclose(claim(formula), [kernel(t) for t in ANGLES], rtol=1e-7)


@pytest.mark.verifies("res-11-1-active")
def test_the_slope_of_the_kernel_is_the_share_of_common_units(claim):
    h = 1e-4
    for theta in ANGLES:
        rise = kernel(np.arccos(np.cos(theta) + h))
        fall = kernel(np.arccos(np.cos(theta) - h))
        assert_allclose(claim(1 - theta / np.pi), (rise - fall) / (2 * h), rtol=1e-5)
        c, s = np.cos(theta), np.sin(theta)
        both = quad(lambda f, c=c, s=s: norm.pdf(f) * norm.cdf(c * f / s), 0, 12)[0]
        assert_allclose(claim(1 - theta / np.pi), 2 * both, rtol=1e-5)


@pytest.mark.verifies("res-11-1-angles")
def test_angles_shrink_like_one_over_depth(claim):
    start, layers = 0.01, 3000
    exact = np.arccos(composed(start, layers))
    assert_allclose(claim(start / (1 + layers * start / (3 * np.pi))), exact, rtol=5e-4)


@pytest.mark.verifies("res-11-1-slopes")
def test_slopes_of_a_random_function_have_minus_the_curvature(claim):
    """Waves with random amplitudes, whose slopes are known one by one."""
    sizes = np.array([0.0, 1.0, 0.5, 0.25, 0.1])
    m = np.arange(5)
    for theta in ANGLES:
        exact = np.sum(sizes**2 * m**2 * np.cos(m * theta))  # sum over both kinds
        h = 1e-4
        c = [np.sum(sizes**2 * np.cos(m * (theta + step))) for step in (-h, 0, h)]
        curvature = (c[0] - 2 * c[1] + c[2]) / h**2
        assert_allclose(claim(-curvature), exact, rtol=1e-4)


@pytest.mark.verifies("res-11-1-recursion")
def test_the_recursion_has_the_slopes_of_one_random_unit(claim):
    """relu(r cos(phi - a)) with a uniform: its slopes, averaged over a and r."""
    for theta in ANGLES:
        low, high = theta - np.pi / 2, np.pi / 2  # where both are on
        mean = quad(lambda a, t=theta: np.sin(a) * np.sin(a - t), low, high)[0]
        exact = 2 * 2 * mean / (2 * np.pi)  # over the mean square of relu, E[r^2] = 2
        first = (1 - theta / np.pi) * np.cos(theta)
        second = np.sin(theta) ** 2 / (np.pi * np.sin(theta))
        assert_allclose(claim(first - second), exact, rtol=1e-6)


@pytest.mark.verifies("res-11-1-law")
def test_deep_networks_reach_the_law(claim):
    """Second differences of the correlation after very many layers."""
    layers, h = 20_000, 1e-3
    for u in (0.05, 0.1, 0.2, 1.0):
        scale = 3 * np.pi / layers  # angle for u = 1
        angles = []
        for step in (-h, 0, h):
            t = scale * (u + step)
            for _ in range(layers):  # angles, by the expansion of the exact map
                t = (
                    t
                    - t**2 / (3 * np.pi)
                    + (1 / 24 - 1 / (18 * np.pi**2) - 1 / 24) * (t**3)
                )
            angles.append(t / scale)
        c = -0.5 * np.array(angles) ** 2
        exact = -(c[0] - 2 * c[1] + c[2]) / h**2
        assert_allclose(claim((1 - 2 * u) / (1 + u) ** 4), exact, rtol=7e-4)


@pytest.mark.verifies("res-11-1-biases")
def test_biases_halve_the_distance_of_the_correlation_from_one(claim):
    q = 0.3
    for _ in range(100):
        q = 1 / 200 + q / 2
    assert_allclose(claim(q), 2 / 200, rtol=1e-9)  # half of it is 1 / 200
    theta = 1e-3
    after = 1 - composed(theta, 1, (0.5, 0.5))
    assert_allclose(claim(0.5 * (1 - np.cos(theta))), after, rtol=5e-4)
