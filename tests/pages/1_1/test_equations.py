"""Page 1.1: each derived result against a route that uses neither it nor udl."""

import numpy as np
import pytest
import sympy as sp
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.optimize import minimize_scalar

RNG = np.random.default_rng(11)


@pytest.mark.verifies("res-1-1-two-points")
def test_slope_and_offset_solve_the_two_conditions(claim):
    for x_a, y_a, x_b, y_b in [(0, 10, 5, 0), (-1.5, 2.0, 4.0, 7.5), (2, 1, -3, 6)]:
        offset, slope = np.linalg.solve([[1, x_a], [1, x_b]], [y_a, y_b])
        omega = (y_b - y_a) / (x_b - x_a)
        assert_allclose(claim(omega), slope, rtol=1e-12)
        assert_allclose(claim(y_a - omega * x_a), offset, rtol=1e-12)


@pytest.mark.verifies("res-1-1-contours")
def test_contours_are_as_far_apart_as_a_search_finds(claim):
    for w1, w2, h in [(1.0, -0.5, 2.0), (0.3, 2.0, 1.0), (-3.0, 4.0, 10.0)]:
        start = np.array([h / 2 / w1, h / 2 / w2])  # on the contour of the height h

        def distance(t, w1=w1, w2=w2, start=start):
            return np.hypot(t - start[0], -w1 * t / w2 - start[1])  # height 0

        found = minimize_scalar(distance, options={"xtol": 1e-12}).fun
        assert_allclose(claim(h / np.sqrt(w1**2 + w2**2)), found, rtol=1e-6)


@pytest.mark.verifies("res-1-1-composition")
def test_one_function_does_what_two_do_symbolically(claim):
    x = sp.Matrix(sp.symbols("x1:4"))
    w0, w1 = RNG.integers(-5, 6, (2, 3)), RNG.integers(1, 6, (4, 2))
    b0, b1 = RNG.integers(1, 6, 2), RNG.integers(1, 6, 4)
    inner = sp.Matrix(b0) + sp.Matrix(w0) * x
    y = sp.expand(sp.Matrix(b1) + sp.Matrix(w1) * inner)
    weights = np.array(y.jacobian(x), dtype=float)
    offsets = np.array(y.subs(dict.fromkeys(x, 0)), dtype=float).ravel()
    assert_allclose(claim(b1 + w1 @ b0), offsets, rtol=1e-12)
    assert_allclose(claim(w1 @ w0), weights, rtol=1e-12)


@pytest.mark.verifies("res-1-1-averages")
def test_weighted_averages_pass_through(claim):
    beta, omega, a, b = sp.symbols("beta omega a b")
    f = sp.Lambda(a, beta + omega * a)
    values = {beta: 0.7, omega: -1.3, a: 2.0, b: -4.0}
    for w in (0.0, 0.3, 1.0, 1.7):
        averaged = ((1 - w) * f(a) + w * f(b)).subs(values)
        direct = f((1 - w) * a + w * b).subs(values)
        assert_allclose(claim(float(averaged)), float(direct), rtol=1e-12)


@pytest.mark.verifies("res-1-1-log-product")
def test_log_of_a_product_is_the_area_under_one_over_t(claim):
    for a, b in [(2.0, 5.0), (0.1, 3.0), (7.0, 7.0)]:
        area, _ = quad(lambda t: 1 / t, 1, a * b)
        assert_allclose(claim(np.log(a) + np.log(b)), area, rtol=1e-8)


@pytest.mark.verifies("res-1-1-exp-gap")
def test_gap_of_exp_is_the_distance_from_curve_to_chord(claim):
    for a, b in [(-1.0, 2.0), (0.5, 0.9), (-6.0, 1.0)]:
        half = (sp.exp(sp.Float(a, 40)) + sp.exp(sp.Float(b, 40))) / 2
        gap = half - sp.exp(sp.Float(a, 40) / 2 + sp.Float(b, 40) / 2)
        closed = (np.exp(a / 2) - np.exp(b / 2)) ** 2 / 2
        assert_allclose(claim(closed), float(gap), rtol=1e-10)


@pytest.mark.verifies("res-1-1-log-gap")
def test_gap_of_log_is_the_distance_from_curve_to_chord(claim):
    for a, b in [(0.3, 4.0), (1.0, 2.0), (5.0, 0.01)]:
        exact_a, exact_b = sp.Float(a, 40), sp.Float(b, 40)
        gap = sp.log((exact_a + exact_b) / 2) - (sp.log(exact_a) + sp.log(exact_b)) / 2
        closed = np.log(1 + (a - b) ** 2 / (4 * a * b)) / 2
        assert_allclose(claim(closed), float(gap), rtol=1e-10)
