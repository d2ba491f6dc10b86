"""Page 16.1: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.stats import norm

PLACES = (-2.4, -1.0, 0.3, 1.8, 2.7)


def curve(z):
    s = 1 / (1 + np.exp(-1.5 * (z - 0.25)))
    return (1 - z**2 / 9) * (6 * s - 3) + z**3 / 9


def falling(z):
    return -z - z**3 / 10


def slope_of(f, z):
    return (f(z + 1e-20j) / 1e-20).imag  # exact, if f is a formula


def difference(function, x, step=1e-4):
    return (function(x + step) - function(x - step)) / (2 * step)


@pytest.mark.verifies("res-16-1-density")
def test_density_is_the_derivative_of_the_cumulative_distribution(claim):
    for f, sign in ((curve, 1), (falling, -1)):

        def undo(x, f=f):
            return brentq(lambda u: f(u) - x, -9, 9, xtol=1e-14)

        for x in PLACES:
            z = undo(x)
            density = norm.pdf(z) / abs(slope_of(f, z))
            cumulative = difference(lambda x, s=sign: norm.cdf(s * undo(x)), x)
            assert_allclose(claim(density), cumulative, rtol=1e-5)


@pytest.mark.verifies("res-16-1-slope")
def test_slope_of_the_curve_is_that_of_small_steps(claim):
    z = np.linspace(-4, 4, 33)
    s = 1 / (1 + np.exp(-1.5 * (z - 0.25)))
    formula = -2 * z / 9 * (6 * s - 3) + (1 - z**2 / 9) * 9 * s * (1 - s) + z**2 / 3
    assert_allclose(claim(formula), slope_of(curve, z), rtol=1e-10)
    assert_allclose(claim(formula), difference(curve, z), rtol=1e-6)


@pytest.mark.verifies("res-16-1-square")
def test_areas_of_the_square_are_those_of_both_tails(claim):
    for low, high in ((0.1, 0.4), (1, 2), (3, 9)):
        area = quad(lambda x: np.exp(-x / 2) / np.sqrt(2 * np.pi * x), low, high)[0]
        roots = norm.cdf(np.sqrt(high)) - norm.cdf(np.sqrt(low))
        assert_allclose(claim(area), 2 * roots, rtol=1e-9)
