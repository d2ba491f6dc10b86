"""Page B.6: each derived result against a route without it and udl."""

from itertools import pairwise
from math import factorial

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad, solve_ivp
from scipy.optimize import brentq
from scipy.stats import norm


def slope(t, x):
    return np.cos(3 * t) - 0.7 * x + 0.2 * x**2


def solved(t, x, h):
    return solve_ivp(slope, (t, t + h), [x], method="DOP853", rtol=1e-13,
                     atol=1e-14).y[0, -1]  # fmt: skip


def extrapolated(values):
    """Limit of values at h, h/2, h/4, ..., whose errors are powers of h."""
    values, power = list(values), 1
    while len(values) > 1:
        values = [(2**power * b - a) / (2**power - 1) for a, b in pairwise(values)]
        power += 1
    return values[0]


def two_looks(f, t, x, h, a, b):
    first = f(t, x)
    return x + h * ((1 - b) * first + b * f(t + a * h, x + a * h * first))


def four_looks(f, t, x, h):
    slopes = [f(t, x)]
    for ahead in (0.5, 0.5, 1.0):
        slopes.append(f(t + ahead * h, x + ahead * h * slopes[-1]))
    return x + h * np.dot([1, 2, 2, 1], slopes) / 6


@pytest.mark.verifies("res-b-6-local")
def test_one_step_of_euler_is_off_by_half_the_second_derivative(claim):
    t, x = 0.4, 0.8
    off = [(solved(t, x, h) - x - h * slope(t, x)) / h**2 for h in (0.1, 0.05, 0.025)]
    e = 1e-3
    ahead, back = solved(t, x, e), solved(t, x, -e)
    second = (ahead - 2 * x + back) / e**2
    assert_allclose(extrapolated(off), claim(second / 2), rtol=3e-4)


def euler(f, t, x, h):
    return x + h * f(t, x)


def heun(f, t, x, h):
    return two_looks(f, t, x, h, 1.0, 0.5)


METHODS = {1: euler, 2: heun, 4: four_looks}  # by order


@pytest.mark.verifies("res-b-6-global")
def test_the_error_of_a_walk_has_the_methods_order(claim):
    rate, time = -0.6, 3.0
    for order, step in METHODS.items():
        scaled = []
        for steps in (10, 20, 40, 80):
            x, h = 1.0, time / steps
            for n in range(steps):
                x = step(lambda t, x: rate * x, n * h, x, h)
            scaled.append((1 - x / np.exp(rate * time)) / h**order)
        formula = rate * time * rate**order / factorial(order + 1)
        assert_allclose(extrapolated(scaled), claim(formula), rtol=3e-4)


def error_of_second_order(b, a):
    t, x = 0.4, 0.8
    return extrapolated([
        (solved(t, x, h) - two_looks(slope, t, x, h, a, b)) / h**2
        for h in (0.1, 0.05, 0.025, 0.0125)
    ])  # fmt: skip


@pytest.mark.verifies("res-b-6-order-two")
def test_the_second_look_has_the_right_share_if_the_product_is_a_half(claim):
    for a in (0.3, 0.5, 2 / 3, 1.0):
        share = brentq(error_of_second_order, 0.1, 3.0, args=(a,))
        assert_allclose(a * share, claim(0.5), rtol=3e-4)


@pytest.mark.verifies("res-b-6-same")
def test_all_methods_of_order_two_take_one_step_where_the_slope_is_linear(claim):
    rate, x, h = -0.8, 1.3, 0.9
    factor = 1 + h * rate + h**2 * rate**2 / 2
    for a in (0.25, 0.5, 1.0):
        step = two_looks(lambda t, x: rate * x, 0.0, x, h, a, 0.5 / a)
        assert_allclose(step, claim(x * factor), rtol=1e-9)
    taylor = x + h * rate * x + h**2 / 2 * rate * (rate * x)
    assert_allclose(taylor, claim(x * factor), rtol=1e-9)


@pytest.mark.verifies("res-b-6-stability")
def test_one_step_multiplies_by_the_stability_function(claim):
    z = np.array([-1.7, 0.4, -0.5 + 2j, 1.1j])
    for order, step in METHODS.items():
        polynomial = sum(z**k / factorial(k) for k in range(order + 1))
        factor = step(lambda t, x: z * x, 0, np.ones(4), 1)
        assert_allclose(factor, claim(polynomial), rtol=1e-9)


def growth_of_a_decay(size, step):
    return abs(step(lambda t, x: -size * x, 0, 1.0, 1)) - 1


@pytest.mark.verifies("res-b-6-limits")
def test_walks_of_a_decay_run_away_beyond_the_limits(claim):
    for step, limit in zip(METHODS.values(), (2, 2, 2.785), strict=True):
        border = brentq(growth_of_a_decay, 1.5, 3.5, args=(step,))
        assert_allclose(border, claim(limit), rtol=2e-4)


def runs_away(rate, beta, curvature, new):
    """Walk with momentum, and tell whether late swings are wider than early ones."""
    m, d, early, late = 0.0, 1.0, 0.0, 0.0
    for n in range(60_000):
        average = beta * m + (1 - beta) * curvature * d
        d, m = d - rate * (average if new else m), average
        if abs(d) > 1e60:
            return True
        if n < 200:
            early = max(early, abs(d))
        elif n >= 59_800:
            late = max(late, abs(d))
    return late > early


@pytest.mark.verifies("res-b-6-momentum")
def test_the_new_average_allows_far_longer_steps_than_the_old(claim):
    curvature = 1.6
    for beta in (0.5, 0.9):
        limits = 1 / curvature, (1 + beta) / (1 - beta) * 2 / curvature
        for limit, new in zip(limits, (False, True), strict=True):
            assert runs_away(claim(limit) * 1.0006, beta, curvature, new)
            assert not runs_away(claim(limit) * 0.9994, beta, curvature, new)


WEIGHTS, MEANS, WIDTHS = np.array([0.3, 0.7]), np.array([-1, 1.5]), np.array([0.4, 0.8])


def share_below(x, sigma):
    return WEIGHTS @ norm.cdf(x, MEANS, np.hypot(WIDTHS, sigma))


def percentile(share, sigma):
    return brentq(lambda x: share_below(x, sigma) - share, -30, 30, xtol=1e-13)


def joint(y, x, sigma, power):
    return y**power * WEIGHTS @ norm.pdf(y, MEANS, WIDTHS) * norm.pdf(x, y, sigma)


@pytest.mark.verifies("res-b-6-flow")
def test_percentiles_of_noisy_data_move_with_the_slope(claim):
    sigma, e = 0.9, 1e-3
    for share in (0.1, 0.37, 0.8):
        x = percentile(share, sigma)
        moved = (percentile(share, sigma + e) - percentile(share, sigma - e)) / (2 * e)
        first, zeroth = (
            quad(joint, -9, 9, (x, sigma, power), epsabs=1e-12)[0] for power in (1, 0)
        )
        assert_allclose(moved, claim((x - first / zeroth) / sigma), rtol=1e-5)
