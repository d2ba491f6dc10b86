"""Page 5.1: each derived result against a route that uses neither it nor udl."""

import numpy as np
import pytest
import sympy as sp
from numpy.testing import assert_allclose
from scipy.optimize import minimize, minimize_scalar
from scipy.stats import norm

RNG = np.random.default_rng(51)
X = RNG.uniform(0, 1, 12)
Y = np.sin(4 * X) + RNG.normal(0, 0.3, 12)
SIGMA = 0.4


def line(phi, x=X):
    return phi[0] + phi[1] * x


def minus_log_of_product(y, f, sigma):
    return -np.log(np.prod([norm(m, sigma).pdf(v) for v, m in zip(y, f, strict=True)]))


@pytest.mark.verifies("res-5-1-nll")
def test_negative_log_likelihood_is_minus_log_of_scipy_densities_multiplied(claim):
    f = line([0.2, 0.5])
    closed = Y.size / 2 * np.log(2 * np.pi * SIGMA**2)
    closed += np.sum((Y - f) ** 2) / (2 * SIGMA**2)
    assert_allclose(claim(closed), minus_log_of_product(Y, f, SIGMA), rtol=1e-10)


@pytest.mark.verifies("res-5-1-least-squares")
def test_least_squares_parameters_minimize_the_loss_for_every_sigma(claim):
    solution, *_ = np.linalg.lstsq(np.stack([X**0, X], axis=1), Y, rcond=None)
    for sigma in (0.2, 1.0, 5.0):
        best = minimize(
            lambda phi, s=sigma: -norm(line(phi), s).logpdf(Y).sum(), [0.0, 0.0]
        ).x
        assert_allclose(claim(solution), best, rtol=2e-5)


@pytest.mark.verifies("res-5-1-offset")
def test_best_offset_is_where_a_numeric_search_ends(claim):
    start, slope = 0.7, 0.5
    f = line([start, slope])
    found = minimize_scalar(
        lambda b: np.sum((Y - line([b, slope])) ** 2), options={"xtol": 1e-12}
    ).x
    assert_allclose(claim(start + np.mean(Y - f)), found, rtol=1e-6)
    assert_allclose(claim(np.mean(Y - slope * X)), found, rtol=1e-6)


@pytest.mark.verifies("res-5-1-sigma")
def test_best_variance_is_where_a_numeric_search_ends(claim):
    f = line([0.2, 0.5])
    found = minimize_scalar(
        lambda s: -norm(f, s).logpdf(Y).sum(), bounds=(0.05, 5), method="bounded",
        options={"xatol": 1e-10},
    ).x  # fmt: skip
    assert_allclose(claim(np.mean((Y - f) ** 2)), found**2, rtol=1e-6)


@pytest.mark.verifies("res-5-1-minimum")
def test_lowest_loss_over_sigma_is_what_a_numeric_search_finds(claim):
    f = line([0.2, 0.5])
    found = minimize_scalar(
        lambda s: -norm(f, s).logpdf(Y).sum(), bounds=(0.05, 5), method="bounded"
    ).fun
    variance = np.mean((Y - f) ** 2)
    closed = Y.size / 2 * (np.log(2 * np.pi * variance) + 1)
    assert_allclose(claim(closed), found, rtol=1e-8)


@pytest.mark.verifies("res-5-1-bias")
def test_fitted_variance_is_too_small_on_average_by_quadrature(claim):
    points, weights = np.polynomial.hermite_e.hermegauss(6)  # exact for a square
    for examples in (2, 3, 4):
        outputs = np.meshgrid(*[SIGMA * points + 0.3] * examples)
        chances = np.prod(np.meshgrid(*[weights] * examples), axis=0)
        expected = np.average(np.var(outputs, axis=0), weights=chances)
        assert_allclose(claim((1 - 1 / examples) * SIGMA**2), expected, rtol=1e-10)


@pytest.mark.verifies("res-5-1-heteroscedastic")
def test_loss_of_two_outputs_is_minus_log_of_symbolic_densities_multiplied(claim):
    y, f_1, f_2 = np.array([1.0, 0.5, -2.0]), [0.0, 1.0, -1.0], [1.0, -0.5, 2.0]
    t = sp.symbols("t", real=True)
    density = sp.prod(
        sp.exp(-((t - m) ** 2) / (2 * s**2)).subs(t, v) / sp.sqrt(2 * sp.pi * s**2)
        for v, m, s in zip(y, f_1, f_2, strict=True)
    )
    variance = np.square(f_2)
    closed = np.sum(np.log(2 * np.pi * variance) + (y - f_1) ** 2 / variance) / 2
    assert_allclose(claim(closed), float(-sp.log(density)), rtol=1e-12)


@pytest.mark.verifies("res-5-1-units")
def test_change_of_unit_adds_a_logarithm_for_each_example(claim):
    f, c = line([0.2, 0.5]), 0.01
    before = minus_log_of_product(Y, f, SIGMA)
    after = minus_log_of_product(c * Y, c * f, c * SIGMA)
    assert_allclose(claim(before + Y.size * np.log(c)), after, rtol=1e-10)
