"""Page 9.2: each derived result against a route without it and udl."""

from itertools import permutations

import numpy as np
import pytest
import sympy
from numpy.testing import assert_allclose
from scipy.integrate import solve_ivp

PHI = np.array([0.4, -0.9])
LABELS = (0.4, 1.0, 1.9)


def loss(phi):
    return np.sin(phi[0]) * phi[1] ** 2 + 0.3 * phi[0] ** 4 + phi[0] * phi[1]


def slope(phi, function=loss, step=1e-5):
    steps = step * np.eye(2)
    return np.array(
        [(function(phi + s) - function(phi - s)) / (2 * step) for s in steps]
    )


def flow(time, downhill=slope, start=PHI):
    found = solve_ivp(
        lambda _, phi: -downhill(phi), (0, time), start, rtol=1e-12, atol=1e-13
    )
    return found.y[:, -1]


def missing(alpha):
    """Correction, by what the plain flow leaves out, up to order alpha."""
    return (flow(alpha) - (PHI - alpha * slope(PHI))) / alpha**2


def limit(function, alpha=0.01):
    """Take the limit at zero by Richardson's extrapolation, twice."""
    a, b, c = (function(alpha / 2**k) for k in range(3))
    return (4 * (2 * c - b) - (2 * b - a)) / 3


@pytest.mark.verifies("res-9-2-correction")
def test_the_correction_is_what_the_flow_misses_of_a_step(claim):
    hessian = np.array([slope(PHI + s) - slope(PHI - s) for s in 1e-4 * np.eye(2)])
    closed = hessian / 2e-4 @ slope(PHI) / 2
    assert_allclose(claim(closed), limit(missing), rtol=3e-4)


@pytest.mark.verifies("res-9-2-modified")
def test_the_gradient_of_the_new_term_is_the_correction(claim):
    def term(phi):  # without alpha
        return np.sum(slope(phi) ** 2) / 4

    found = slope(PHI, term, step=1e-4)
    assert_allclose(claim(found), limit(missing), rtol=3e-4)


@pytest.mark.verifies("res-9-2-series")
def test_the_series_of_a_step_on_a_parabola(claim):
    a, h = sympy.symbols("a h", positive=True)
    closed = -h - a * h**2 / 2 - a**2 * h**3 / 3
    step = sympy.series(sympy.log(1 - a * h) / a, a, 0, 3).removeO()
    values = {a: sympy.Rational(1, 7), h: 3}
    assert_allclose(claim(float(closed.subs(values))), float(step.subs(values)))


@pytest.mark.verifies("res-9-2-batches")
def test_the_term_of_batches_is_what_the_mean_of_all_orders_misses(claim):
    def of_batch(phi, y):
        error = phi[0] * phi[1] - y
        return np.array([2 * error * phi[1], 2 * error * phi[0]])

    def of_mean(phi):
        return np.mean([of_batch(phi, y) for y in LABELS], axis=0)

    def missed(alpha):
        ends = []
        for order in permutations(LABELS):
            end = PHI
            for y in order:
                end = end - alpha * of_batch(end, y)
            ends.append(end)
        gap = flow(3 * alpha, of_mean) - np.mean(ends, axis=0)
        return gap / (3 * alpha**2)

    def first_form(phi):
        each = np.array([of_batch(phi, y) for y in LABELS])
        mean = each.mean(axis=0)
        return mean @ mean / 4 + np.sum((each - mean) ** 2) / (4 * len(LABELS))

    def second_form(phi):
        each = np.array([of_batch(phi, y) for y in LABELS])
        return np.sum(each**2) / (4 * len(LABELS))

    found = limit(missed, alpha=0.002)
    assert_allclose(claim(slope(PHI, first_form)), found, rtol=3e-4)
    assert_allclose(claim(slope(PHI, second_form)), found, rtol=3e-4)


@pytest.mark.verifies("res-9-2-imbalance")
def test_a_step_shrinks_the_inequality_by_this_factor(claim):
    y, alpha = 1.3, 0.07
    error = PHI[0] * PHI[1] - y
    after = PHI - alpha * slope(PHI, lambda phi: (phi[0] * phi[1] - y) ** 2)
    closed = (PHI[0] ** 2 - PHI[1] ** 2) * (1 - 4 * alpha**2 * error**2)
    assert_allclose(claim(closed), after[0] ** 2 - after[1] ** 2, rtol=1e-7)
