"""Page 3.1: each derived result against a route that uses neither it nor udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import brentq, minimize

RNG = np.random.default_rng(31)
OFFSETS, STEEPNESS = np.array([0.3, -1.0, -0.5]), np.array([-1.0, 2.0, 0.65])
PHI_0, PHI = -0.3, np.array([2.0, -1.0, 7.0])
X = RNG.uniform(0, 1, 12)
Y = np.sin(4 * X) + RNG.normal(0, 0.3, 12)


def clip(z):
    return z if z > 0 else 0.0


def output(x):
    units = zip(OFFSETS, STEEPNESS, PHI, strict=True)
    return PHI_0 + sum(p * clip(o + s * x) for o, s, p in units)


@pytest.mark.verifies("res-3-1-joints")
def test_joints_are_where_a_root_finder_ends(claim):
    found = [
        brentq(lambda x, o=o, s=s: o + s * x, -2, 2, xtol=1e-14)
        for o, s in zip(OFFSETS, STEEPNESS, strict=True)
    ]
    assert_allclose(claim(-OFFSETS / STEEPNESS), found, rtol=1e-9)


@pytest.mark.verifies("res-3-1-slopes")
def test_slope_is_that_of_a_finite_difference(claim):
    for x in (0.1, 0.6, 0.9):  # one in each piece that is not flat
        on = OFFSETS + STEEPNESS * x > 0
        slope = (output(x + 1e-6) - output(x - 1e-6)) / 2e-6
        assert_allclose(claim(np.sum((PHI * STEEPNESS)[on])), slope, rtol=1e-6)


@pytest.mark.verifies("res-3-1-bend")
def test_bend_is_the_difference_of_two_finite_differences(claim):
    for offset, steepness, weight in zip(OFFSETS, STEEPNESS, PHI, strict=True):
        x, step = -offset / steepness, 1e-3
        bend = (output(x + step) - 2 * output(x) + output(x - step)) / step
        assert_allclose(claim(weight * abs(steepness)), bend, rtol=1e-6)


@pytest.mark.verifies("res-3-1-homogeneous")
def test_positive_factors_pass_through_the_clipping(claim):
    for c, z in ((0.5, 3.0), (7.0, 0.01), (1e-3, 40.0)):
        assert_allclose(claim(c * clip(z)), clip(c * z), rtol=1e-12)
        assert clip(c * -z) == c * clip(-z) == 0
        assert clip(-c * z) != -c * clip(z)


@pytest.mark.verifies("res-3-1-scaling")
def test_a_scaled_unit_is_the_same_function_on_a_grid(claim):
    for c in (0.5, 3.0):
        for x in np.linspace(0.55, 2, 9):  # where the unit is on
            scaled = PHI[1] / c * clip(c * OFFSETS[1] + c * STEEPNESS[1] * x)
            unit = PHI[1] * clip(OFFSETS[1] + STEEPNESS[1] * x)
            assert_allclose(claim(unit), scaled, rtol=1e-12)


@pytest.mark.verifies("res-3-1-mirror")
def test_a_mirrored_unit_differs_by_a_line(claim):
    for z in (-2.0, -0.3, -1e-3):
        assert_allclose(claim(clip(z) - z), clip(-z), rtol=1e-12)
    assert clip(2.0) - 2.0 == clip(-2.0) == 0


@pytest.mark.verifies("res-3-1-output")
def test_output_weights_are_where_a_search_ends(claim):
    rows = [
        [clip(o + s * x) for x in X] for o, s in zip(OFFSETS, STEEPNESS, strict=True)
    ]
    table = np.array([np.ones_like(X), *rows])
    solved = np.linalg.solve(table @ table.T, table @ Y)

    def loss(w):
        return sum(
            (y - w[0] - sum(p * h for p, h in zip(w[1:], column, strict=True))) ** 2
            for y, column in zip(Y, table[1:].T, strict=True)
        )

    searched = minimize(loss, np.zeros(4), method="BFGS", options={"gtol": 1e-10}).x
    assert_allclose(claim(solved), searched, rtol=1e-4)


@pytest.mark.verifies("res-3-1-error")
def test_error_of_interpolation_is_within_the_bound_and_a_parabola_reaches_it(claim):
    fine = np.linspace(0, 1, 6001)
    for d in (1, 3, 5):
        knots = np.linspace(0, 1, d + 1)
        parabola = fine**2 - np.interp(fine, knots, knots**2)  # second derivative 2
        assert_allclose(claim(2 / (8 * d**2)), np.max(np.abs(parabola)), rtol=1e-5)
        wave = np.sin(5 * fine) - np.interp(fine, knots, np.sin(5 * knots))
        assert np.max(np.abs(wave)) <= 25 / (8 * d**2)
