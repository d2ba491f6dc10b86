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


@pytest.mark.verifies("res-b-6-global")
@pytest.mark.parametrize("order", [1, 2, 4])
def test_the_error_of_a_walk_has_the_methods_order(claim, order):
    rate, time, start = -0.6, 3.0, 1.7
    step = {
        1: lambda f, t, x, h: x + h * f(t, x),
        2: lambda f, t, x, h: two_looks(f, t, x, h, 1.0, 0.5),
        4: four_looks,
    }[order]
    scaled = []
    for steps in (10, 20, 40, 80):
        x, h = start, time / steps
        for n in range(steps):
            x = step(lambda t, x: rate * x, n * h, x, h)
        scaled.append((start * np.exp(rate * time) - x) / h**order)
    formula = start * np.exp(rate * time) * rate * time * rate**order
    assert_allclose(
        extrapolated(scaled), claim(formula / factorial(order + 1)), rtol=3e-4
    )


@pytest.mark.verifies("res-b-6-order-two")
@pytest.mark.parametrize("a", [0.3, 0.5, 2 / 3, 1.0])
def test_the_second_look_has_the_right_share_if_the_product_is_a_half(claim, a):
    t, x = 0.4, 0.8

    def second_order_error(b):
        return extrapolated([
            (solved(t, x, h) - two_looks(slope, t, x, h, a, b)) / h**2
            for h in (0.1, 0.05, 0.025, 0.0125)
        ])  # fmt: skip

    share = brentq(second_order_error, 0.1, 3.0)
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
@pytest.mark.parametrize("z", [-1.7, 0.4, -0.5 + 2j, 1.1j])
def test_one_step_multiplies_by_the_stability_function(claim, z):
    def f(t, x):
        return z * x

    polynomials = [sum(z**k / factorial(k) for k in range(n + 1)) for n in (1, 2, 4)]
    steps = [1 + f(0, 1), two_looks(f, 0, 1, 1, 1.0, 0.5), four_looks(f, 0, 1, 1)]
    assert_allclose(steps, claim(np.array(polynomials)), rtol=1e-9)


@pytest.mark.verifies("res-b-6-limits")
def test_walks_of_a_decay_run_away_beyond_the_limits(claim):
    steps = [
        lambda f, x: x + f(0, x),
        lambda f, x: two_looks(f, 0, x, 1, 1.0, 0.5),
        lambda f, x: four_looks(f, 0, x, 1),
    ]
    for step, limit in zip(steps, (2, 2, 2.785), strict=True):

        def excess(size, step=step):
            return abs(step(lambda t, x: -size * x, 1.0)) - 1

        assert_allclose(brentq(excess, 1.5, 3.5), claim(limit), rtol=2e-4)


@pytest.mark.verifies("res-b-6-momentum")
@pytest.mark.parametrize("beta", [0.5, 0.9])
def test_the_new_average_allows_far_longer_steps_than_the_old(claim, beta):
    curvature = 1.6

    def grows(rate, new):
        m, d, sizes = 0.0, 1.0, []
        for n in range(60_000):
            later = beta * m + (1 - beta) * curvature * d
            d = d - rate * (later if new else m)
            m = later
            if abs(d) > 1e60:
                return True
            if n % 20_000 < 200:
                sizes.append((n // 20_000, abs(d)))
        first, last = (max(s for k, s in sizes if k == part) for part in (0, 2))
        return last > first

    limits = 1 / curvature, (1 + beta) / (1 - beta) * 2 / curvature
    for limit, new in zip(limits, (False, True), strict=True):
        assert grows(claim(limit) * 1.0006, new)
        assert not grows(claim(limit) * 0.9994, new)


@pytest.mark.verifies("res-b-6-flow")
@pytest.mark.parametrize("share", [0.1, 0.37, 0.8])
def test_percentiles_of_noisy_data_move_with_the_slope(claim, share):
    weights, means, widths = np.array([0.3, 0.7]), np.array([-1, 1.5]), (0.4, 0.8)

    def percentile(sigma):
        width = np.hypot(widths, sigma)
        return brentq(
            lambda x: weights @ norm.cdf(x, means, width) - share, -30, 30, xtol=1e-13
        )

    sigma, e = 0.9, 1e-3
    x = percentile(sigma)
    moved = (percentile(sigma + e) - percentile(sigma - e)) / (2 * e)

    def joint(y, power):
        return y**power * weights @ norm.pdf(y, means, widths) * norm.pdf(x, y, sigma)

    first, zeroth = (quad(joint, -9, 9, (power,), epsabs=1e-12)[0] for power in (1, 0))
    assert_allclose(moved, claim((x - first / zeroth) / sigma), rtol=1e-5)
