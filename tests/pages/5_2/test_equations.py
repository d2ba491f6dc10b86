"""Page 5.2: each derived result against a route that uses neither it nor udl."""

import mpmath
import numpy as np
import pytest
import sympy as sp
from numpy.testing import assert_allclose
from scipy.optimize import minimize_scalar
from scipy.special import expit
from scipy.stats import bernoulli, entropy

RNG = np.random.default_rng(52)
F = RNG.normal(0.5, 2, 12)
Y = (RNG.random(12) < 0.6) * 1.0
Z = np.array([-3.0, -0.4, 0.7, 5.0])


def minus_log_of_product(y, f):
    return -np.log(np.prod(bernoulli(expit(f)).pmf(y)))


def minus_log_of_sum(y, f):
    return -np.sum(bernoulli(expit(f)).logpmf(y))


def differences(function, f, step=1e-5):
    nudges = step * np.eye(f.size)
    return [(function(f + n) - function(f - n)) / (2 * step) for n in nudges]


@pytest.mark.verifies("res-5-2-log-odds")
def test_the_log_odds_of_scipys_sigmoid_are_its_argument(claim):
    lam = expit(Z)
    assert_allclose(claim(np.log(lam / (1 - lam))), Z, rtol=1e-10)


@pytest.mark.verifies("res-5-2-nll")
def test_loss_is_minus_log_of_scipy_probabilities_multiplied(claim):
    lam = expit(F)
    closed = np.sum(-(1 - Y) * np.log(1 - lam) - Y * np.log(lam))
    assert_allclose(claim(closed), minus_log_of_product(Y, F), rtol=1e-10)


@pytest.mark.verifies("res-5-2-logits")
def test_loss_from_outputs_is_minus_log_of_scipy_probabilities_multiplied(claim):
    closed = np.sum(np.log(1 + np.exp(F)) - Y * F)
    assert_allclose(claim(closed), minus_log_of_product(Y, F), rtol=1e-10)


@pytest.mark.verifies("res-5-2-softplus")
def test_safe_softplus_is_that_of_arithmetic_with_500_digits(claim):
    z = np.array([-700.0, -40.0, -1.0, 0.0, 1.0, 40.0, 1000.0])
    safe = np.maximum(0, z) + np.log1p(np.exp(-np.abs(z)))
    with mpmath.workdps(500):
        exact = [float(mpmath.log(1 + mpmath.exp(v))) for v in z]
    assert_allclose(claim(safe), exact, rtol=1e-13)


@pytest.mark.verifies("res-5-2-gradient")
def test_slope_is_what_finite_differences_of_scipys_logarithms_say(claim):
    measured = differences(lambda f: minus_log_of_sum(Y, f), F)
    assert_allclose(claim(expit(F) - Y), measured, rtol=1e-5, atol=1e-9)


@pytest.mark.verifies("res-5-2-gradient")
def test_slope_is_the_symbolic_derivative(claim):
    z, y = sp.symbols("z y", real=True)
    lam = 1 / (1 + sp.exp(-z))
    slope = sp.diff(-(1 - y) * sp.log(1 - lam) - y * sp.log(lam), z)
    for label, value in ((0, 0.7), (1, 0.7), (1, -2.0)):
        exact = float(slope.subs({y: label, z: value}))
        assert_allclose(claim(expit(value) - label), exact, rtol=1e-12)


@pytest.mark.verifies("res-5-2-totals")
def test_totals_agree_where_a_numeric_search_for_the_offset_ends(claim):
    found = minimize_scalar(
        lambda b: minus_log_of_sum(Y, F + b), bounds=(-10, 10), method="bounded",
        options={"xatol": 1e-9},
    ).x  # fmt: skip
    assert_allclose(claim(np.sum(Y)), np.sum(expit(F + found)), rtol=1e-6)


@pytest.mark.verifies("res-5-2-curvature")
def test_curvature_is_what_second_differences_say(claim):
    step, lam = 1e-3, expit(F)
    low, here, high = (minus_log_of_sum(Y, F + b) for b in (-step, 0, step))
    curvature = (high - 2 * here + low) / step**2
    assert_allclose(claim(np.sum(lam * (1 - lam))), curvature, rtol=1e-5)


@pytest.mark.verifies("res-5-2-kl")
def test_cross_entropy_is_scipys_entropy_plus_scipys_divergence(claim):
    for q, lam in ((0.3, 0.8), (0.5, 0.1), (0.9, 0.9)):
        cross = -(1 - q) * np.log(1 - lam) - q * np.log(lam)
        truth, model = [1 - q, q], [1 - lam, lam]
        assert_allclose(
            claim(cross), entropy(truth) + entropy(truth, model), rtol=1e-12
        )


@pytest.mark.verifies("res-5-2-squared")
def test_slope_of_the_squared_error_is_what_finite_differences_say(claim):
    measured = differences(lambda f: np.sum((expit(f) - Y) ** 2), F)
    lam = expit(F)
    closed = 2 * (lam - Y) * lam * (1 - lam)
    assert_allclose(claim(closed), measured, rtol=1e-5, atol=1e-9)


@pytest.mark.verifies("res-5-2-mirror")
def test_a_sigmoid_and_its_mirror_image_add_up_to_one(claim):
    assert_allclose(claim(expit(-Z)), 1 - expit(Z), rtol=1e-10)


@pytest.mark.verifies("res-5-2-sigmoid-slope")
def test_slope_of_the_sigmoid_is_the_symbolic_derivative(claim):
    z = sp.symbols("z")
    slope = sp.lambdify(z, sp.diff(1 / (1 + sp.exp(-z)), z))
    assert_allclose(claim(expit(Z) * (1 - expit(Z))), slope(Z), rtol=1e-10)


@pytest.mark.verifies("res-5-2-efficiency")
def test_ratio_of_spreads_is_what_moved_labels_do_to_numeric_minima(claim):
    """By the delta method: how far the minimum moves with each share of ones."""
    truth = expit(F)
    variances = truth * (1 - truth)

    def cross(shift, share):
        return np.sum(np.logaddexp(0, F + shift) - share * (F + shift))

    def square(shift, share):
        return np.sum((expit(F + shift) - share) ** 2 + share * (1 - share))

    def spread(loss):
        def lowest(share):
            return minimize_scalar(loss, (-0.01, 0.01), args=(share,), tol=1e-12).x

        moves = differences(lowest, truth, 1e-3)
        return np.sqrt(np.sum(np.square(moves) * variances))

    above = np.sqrt(np.sum(variances**3) * np.sum(variances))
    ratio = above / np.sum(variances**2)
    assert ratio > 1
    assert_allclose(claim(ratio), spread(square) / spread(cross), rtol=2e-4)
