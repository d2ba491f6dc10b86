"""Page 5.3: each derived result against a route that uses neither it nor udl."""

import math

import numpy as np
import pytest
import sympy as sp
from numpy.testing import assert_allclose
from scipy.optimize import minimize, minimize_scalar
from scipy.special import log_softmax, logsumexp
from scipy.stats import entropy, multinomial

RNG = np.random.default_rng(53)
F = RNG.normal(0, 2, (4, 9))  # four classes, nine examples
Y = RNG.integers(0, 4, 9)
ONE_HOT = np.array([[float(k == label) for label in Y] for k in range(4)])


def shares(column):
    """Softmax of one example as the two steps say, one number at a time."""
    positive = [math.exp(value) for value in column]
    return [value / sum(positive) for value in positive]


def table_of_shares(f):
    return np.array([shares(column) for column in np.transpose(f)]).T


def drawing_each(y, f):
    """Minus the log of the chance to draw the observed classes, one by one."""
    chances = [
        multinomial(1, shares(column)).pmf(np.arange(len(column)) == label)
        for label, column in zip(y, np.transpose(f), strict=True)
    ]
    return -math.log(math.prod(chances))


@pytest.mark.verifies("res-5-3-odds")
def test_ratio_of_two_shares_is_the_exponential_of_the_difference(claim):
    for column in F.T:
        lam = shares(column)
        assert_allclose(claim(np.exp(column[2] - column[0])), lam[2] / lam[0])


@pytest.mark.verifies("res-5-3-shift")
def test_shares_survive_a_common_shift(claim):
    assert_allclose(claim(table_of_shares(F + 3.7)), table_of_shares(F), rtol=1e-12)
    a, b, c, shift = sp.symbols("a b c s", real=True)
    lifted = sp.exp(a + shift) / sum(sp.exp(v + shift) for v in (a, b, c))
    plain = sp.exp(a) / sum(map(sp.exp, (a, b, c)))
    assert sp.simplify(lifted / plain) == 1


@pytest.mark.verifies("res-5-3-sigmoid")
def test_softmax_of_two_is_the_sigmoid_of_the_difference(claim):
    for first, second in F[:2].T:
        sigmoid = (1 + math.tanh((first - second) / 2)) / 2  # a form without exp
        assert_allclose(claim(sigmoid), shares([first, second])[0], rtol=1e-12)


@pytest.mark.verifies("res-5-3-nll")
def test_both_forms_of_the_loss_are_minus_log_of_the_chance_of_the_draws(claim):
    first = -sum(math.log(shares(c)[k]) for k, c in zip(Y, F.T, strict=True))
    second = sum(
        math.log(sum(map(math.exp, c))) - c[k] for k, c in zip(Y, F.T, strict=True)
    )
    assert_allclose(claim(first), drawing_each(Y, F), rtol=1e-10)
    assert_allclose(claim(second), drawing_each(Y, F), rtol=1e-10)


@pytest.mark.verifies("res-5-3-cross-entropy")
def test_double_sum_is_what_scipy_says_of_the_divergence_from_point_masses(claim):
    lam = table_of_shares(F)
    double_sum = -np.sum(ONE_HOT * np.log(lam))
    # Entropy of a point mass is zero: divergence and cross-entropy are the same.
    assert_allclose(claim(double_sum), entropy(ONE_HOT, lam).sum(), rtol=1e-12)
    assert_allclose(claim(double_sum), drawing_each(Y, F), rtol=1e-10)


@pytest.mark.verifies("res-5-3-logsumexp")
def test_maximum_taken_out_is_the_log_of_the_sum(claim):
    for column in F.T:
        m = max(column)
        safe = m + math.log(sum(math.exp(value - m) for value in column))
        assert_allclose(claim(safe), math.log(sum(map(math.exp, column))), rtol=1e-12)
    safe = 1001 + math.log(math.exp(-1) + 1)
    assert_allclose(claim(safe), logsumexp([1000, 1001]), rtol=1e-12)


@pytest.mark.verifies("res-5-3-gradient")
def test_gradient_is_the_slope_that_finite_differences_find(claim):
    step, slopes = 1e-5, np.zeros_like(F)
    for place in np.ndindex(F.shape):
        up, down = F.copy(), F.copy()
        up[place] += step
        down[place] -= step
        slopes[place] = (drawing_each(Y, up) - drawing_each(Y, down)) / (2 * step)
    assert_allclose(claim(table_of_shares(F) - ONE_HOT), slopes, rtol=1e-5, atol=1e-7)


@pytest.mark.verifies("res-5-3-totals")
def test_totals_agree_where_a_numeric_search_over_the_offset_ends(claim):
    labels = np.array([0, 1, 2, 0, 1, 2, 3, 3, 0])
    for k in (0, 2):
        row = (np.arange(4) == k)[:, None]
        found = minimize_scalar(
            lambda b, row=row: (
                -log_softmax(F + b * row, axis=0)[labels, np.arange(9)].sum()
            ),
            options={"xtol": 1e-12},
        ).x
        predicted = table_of_shares(F + found * row)[k].sum()
        assert_allclose(claim(predicted), np.sum(labels == k), rtol=1e-6)
    every = minimize(
        lambda b: -log_softmax(F + b[:, None], axis=0)[labels, np.arange(9)].sum(),
        np.zeros(4),
        options={"gtol": 1e-9},
    ).x
    predicted = table_of_shares(F + every[:, None]).sum(axis=1)
    assert_allclose(claim(predicted), np.bincount(labels), rtol=1e-5)


@pytest.mark.verifies("res-5-3-temperature")
def test_expected_and_observed_outputs_agree_at_the_best_factor(claim):
    labels = F.argmax(axis=0)
    labels[:4] = (labels[:4] + 1) % 4  # not all of them right
    found = minimize_scalar(
        lambda c: -log_softmax(c * F, axis=0)[labels, np.arange(9)].sum(),
        bounds=(0.01, 5),
        method="bounded",
        options={"xatol": 1e-10},
    ).x
    expected = np.sum(table_of_shares(found * F) * F)
    assert_allclose(claim(expected), F[labels, np.arange(9)].sum(), rtol=1e-5)
