"""Page 15.1: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import integrate
from scipy.integrate import solve_ivp
from scipy.optimize import minimize_scalar
from scipy.stats import norm

REAL, Z = np.array([7.1, 8.4, 6.9]), np.array([0.3, -0.8, 1.1, 0.2])
H = 1e-5


def sig(a):
    return 1 / (1 + np.exp(-a))


def loss(phi0, phi1, theta=3.0):
    syn, real = sig(phi0 + phi1 * (Z + theta)), sig(phi0 + phi1 * REAL)
    return -np.log(1 - syn).sum() - np.log(real).sum()


@pytest.mark.verifies("res-15-1-gradient")
def test_the_gradient_is_that_of_finite_differences(claim):
    phi0, phi1 = -2.0, 0.6
    fooled, missed = sig(phi0 + phi1 * (Z + 3)), 1 - sig(phi0 + phi1 * REAL)
    exact = [
        (loss(phi0 + H, phi1) - loss(phi0 - H, phi1)) / (2 * H),
        (loss(phi0, phi1 + H) - loss(phi0, phi1 - H)) / (2 * H),
    ]
    formula = [fooled.sum() - missed.sum(), (Z + 3) @ fooled - REAL @ missed]
    for one, other in zip(formula, exact, strict=True):
        assert_allclose(claim(one), other, rtol=1e-5)


@pytest.mark.verifies("res-15-1-slope")
def test_the_slope_of_the_forger_is_that_of_finite_differences(claim):
    def goal(theta):
        return -np.log(1 - sig(-2 + 0.6 * (Z + theta))).sum()

    exact = (goal(3 + H) - goal(3 - H)) / (2 * H)
    assert_allclose(claim(0.6 * sig(-2 + 0.6 * (Z + 3)).sum()), exact, rtol=1e-6)


@pytest.mark.verifies("res-15-1-nonsaturating")
def test_the_other_slope_is_that_of_finite_differences(claim):
    def goal(theta):
        return np.log(sig(-2 + 0.6 * (Z + theta))).sum()

    exact = (goal(3 + H) - goal(3 - H)) / (2 * H)
    assert_allclose(claim(0.6 * (1 - sig(-2 + 0.6 * (Z + 3))).sum()), exact, rtol=1e-6)


@pytest.mark.verifies("res-15-1-circle")
def test_the_flow_stays_on_a_circle(claim):
    """The sum of both terms is zero, so the radius is that of the start."""
    path = solve_ivp(
        lambda _, y: [y[1] * sig(y[0] * y[1]), -y[0] * sig(y[0] * y[1])],
        (0, 20), [1.5, 0.3], rtol=1e-11, atol=1e-13,
    ).y  # fmt: skip
    assert np.ptp(path[0]) > 2
    assert_allclose(claim(1.5**2 + 0.3**2), np.sum(path**2, axis=0), rtol=1e-6)


@pytest.mark.verifies("res-15-1-spiral")
def test_a_step_of_both_leads_outward(claim):
    a = 0.2
    for theta, phi in ((1.5, 0.0), (0.3, -2.0), (-1.0, 0.7)):
        s = sig(theta * phi)
        after = (theta + a * phi * s) ** 2 + (phi - a * theta * s) ** 2
        formula = (1 + a**2 * s**2) * (theta**2 + phi**2)
        assert_allclose(claim(formula), after, rtol=1e-9)


@pytest.mark.verifies("res-15-1-best")
def test_the_best_discriminator_is_found_by_search(claim):
    for real, syn in ((0.3, 0.1), (0.05, 0.4), (0.2, 0.2)):
        found = minimize_scalar(
            lambda d, real=real, syn=syn: -syn * np.log(1 - d) - real * np.log(d),
            bounds=(1e-6, 1 - 1e-6), method="bounded", options={"xatol": 1e-10},
        )  # fmt: skip
        assert_allclose(claim(real / (real + syn)), found.x, rtol=1e-5)


@pytest.mark.verifies("res-15-1-line")
def test_two_normals_of_one_width_ask_for_a_line(claim):
    real, syn, std = 4.0, 1.5, 0.8
    x = np.array([1.0, 3.0])
    ratio = norm.logpdf(x, real, std) - norm.logpdf(x, syn, std)
    slope = np.diff(ratio)[0] / np.diff(x)[0]
    offset = ratio[0] - slope * x[0]
    assert_allclose(claim((real - syn) / std**2), slope, rtol=1e-9)
    assert_allclose(claim((syn**2 - real**2) / (2 * std**2)), offset, rtol=1e-9)


@pytest.mark.verifies("res-15-1-divergence")
def test_the_loss_of_the_best_judge_holds_the_divergence(claim):
    real, syn = norm(2.0, 1.0), norm(0.0, 1.0)

    def integral(f):
        return integrate.quad(f, -8, 10, limit=200)[0]

    def judged(x):
        best = real.pdf(x) / (real.pdf(x) + syn.pdf(x))
        return -syn.pdf(x) * np.log(1 - best) - real.pdf(x) * np.log(best)

    def divergence(p):
        return integral(
            lambda x: p.pdf(x) * np.log(2 * p.pdf(x) / (real.pdf(x) + syn.pdf(x)))
        )

    half = (divergence(real) + divergence(syn)) / 2
    assert_allclose(claim(2 * np.log(2) - 2 * half), integral(judged), rtol=1e-6)
