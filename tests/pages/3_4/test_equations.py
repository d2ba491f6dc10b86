"""Page 3.4: each derived result against a route that uses neither it nor udl."""

import math

import numpy as np
import pytest
import sympy as sp
from numpy.testing import assert_allclose
from scipy.special import expit

OFFSETS, STEEPNESS = np.array([0.3, -1.0, -0.5]), np.array([-1.0, 2.0, 0.65])
PHI_0, PHI = 0.3, np.array([0.5, -1.0, 0.9])
RNG = np.random.default_rng(34)
X, Y = RNG.uniform(-1, 2, 9), RNG.normal(size=9)
Z = sp.symbols("z", real=True)


def output(x, offsets, steepness, activation):
    units = zip(PHI, offsets, steepness, strict=True)
    return PHI_0 + sum(p * activation(o + s * x) for p, o, s in units)


def loss(offsets, steepness):
    predicted = output(X, offsets, steepness, np.tanh)
    return sum((y - f) ** 2 for y, f in zip(Y, predicted, strict=True))


@pytest.mark.verifies("res-3-4-gap")
def test_gap_between_sigmoid_and_step_is_that_of_scipy_and_numpy(claim):
    for beta, z in ((10, 0.05), (10, -0.3), (2, 1.5), (0.5, -4.0)):
        gap = abs(expit(beta * z) - np.heaviside(z, 1))
        assert_allclose(claim(1 / (1 + math.exp(beta * abs(z)))), gap, rtol=1e-9)


@pytest.mark.verifies("res-3-4-steepness")
def test_a_steep_sigmoid_is_a_sigmoid_of_scaled_parameters(claim):
    for x in (0.1, 0.4, 0.9):
        steep = 1 / (1 + sp.exp(-10 * (sp.Rational(-1, 2) + sp.Rational(13, 20) * x)))
        assert_allclose(claim(expit(-5.0 + 6.5 * x)), float(steep), rtol=1e-12)


@pytest.mark.verifies("res-3-4-gradient")
def test_derivatives_of_the_loss_are_those_of_finite_differences(claim):
    slopes, h = 1 / np.cosh(OFFSETS[:, None] + np.outer(STEEPNESS, X)) ** 2, 1e-6
    error = Y - output(X, OFFSETS, STEEPNESS, np.tanh)
    for d in range(3):
        e = h * np.eye(3)[d]
        by_offset = loss(OFFSETS + e, STEEPNESS) - loss(OFFSETS - e, STEEPNESS)
        by_slope = loss(OFFSETS, STEEPNESS + e) - loss(OFFSETS, STEEPNESS - e)
        closed = -2 * np.sum(error * PHI[d] * slopes[d])
        assert_allclose(claim(closed), by_offset / (2 * h), rtol=1e-5)
        closed = -2 * np.sum(error * PHI[d] * slopes[d] * X)
        assert_allclose(claim(closed), by_slope / (2 * h), rtol=1e-5)


@pytest.mark.verifies("res-3-4-sigmoid")
def test_derivative_of_the_sigmoid_is_sympys_and_its_peak_is_in_the_middle(claim):
    beta = 10
    slope = sp.lambdify(Z, sp.diff(1 / (1 + sp.exp(-beta * Z)), Z))
    for z in (-0.4, 0.05, 0.3):
        s = expit(beta * z)
        assert_allclose(claim(beta * s * (1 - s)), slope(z), rtol=1e-9)
    peak = max(slope(z) for z in np.linspace(-1, 1, 2001))
    assert_allclose(claim(beta / 4), peak, rtol=1e-9)


@pytest.mark.verifies("res-3-4-others")
def test_other_derivatives_are_sympys(claim):
    for z in (-2.5, -0.3, 0.7, 3.0):
        hold_others(claim, z)


def hold_others(claim, z):
    def slope(function):
        return float(sp.diff(function, Z).subs(Z, z))

    s = expit(z)
    assert_allclose(claim(2 * expit(2 * z) - 1), math.tanh(z), rtol=1e-9)
    assert_allclose(claim(1 - math.tanh(z) ** 2), slope(sp.tanh(Z)), rtol=1e-9)
    assert_allclose(claim(s), slope(sp.log(1 + sp.exp(Z))), rtol=1e-9)
    silu = slope(Z / (1 + sp.exp(-Z)))
    assert_allclose(claim(s * (1 + z * (1 - s))), silu, rtol=1e-9)
    leaky = sp.Piecewise((Z, Z > 0), (Z / 10, True))
    assert_allclose(claim(1.0 if z > 0 else 0.1), slope(leaky), rtol=1e-9)


@pytest.mark.verifies("res-3-4-line")
def test_a_linear_network_is_the_line_through_two_of_its_outputs(claim):
    for u, v in ((0.0, 1.0), (0.5, -0.4)):

        def lin(z, u=u, v=v):
            return u + v * z

        x = np.array([-3.0, 0.5, 10.0])
        y = output(x, OFFSETS, STEEPNESS, lin)
        slope, offset = np.polyfit(x, y, 1)
        assert_allclose(claim(PHI_0 + np.sum(PHI * (u + v * OFFSETS))), offset)
        assert_allclose(claim(v * np.sum(PHI * STEEPNESS)), slope)
        assert_allclose(np.polyval([slope, offset], x), y, atol=1e-12)
