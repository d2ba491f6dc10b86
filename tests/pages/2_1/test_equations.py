"""Page 2.1: each derived result against a route that uses neither it nor udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import minimize, minimize_scalar

RNG = np.random.default_rng(21)
X = RNG.uniform(-0.5, 2, 11)
Y = 0.4 + 0.7 * X + RNG.normal(0, 0.3, 11)


def loss(phi):
    return sum((phi[0] + phi[1] * x - y) ** 2 for x, y in zip(X, Y, strict=True))


def searched(function):
    return minimize_scalar(function, options={"xtol": 1e-12}).x


@pytest.mark.verifies("res-2-1-offset")
def test_best_offset_for_a_slope_is_where_a_search_ends(claim):
    for slope in (-1.0, 0.3, 2.0):
        found = searched(lambda offset, slope=slope: loss((offset, slope)))
        assert_allclose(claim(Y.mean() - slope * X.mean()), found, rtol=1e-6)


@pytest.mark.verifies("res-2-1-slope")
def test_best_slope_for_an_offset_is_where_a_search_ends(claim):
    for offset in (-1.0, 0.3, 2.0):
        found = searched(lambda slope, offset=offset: loss((offset, slope)))
        closed = np.sum(X * (Y - offset)) / np.sum(X**2)
        assert_allclose(claim(closed), found, rtol=1e-6)


@pytest.mark.verifies("res-2-1-fit")
def test_best_line_is_where_a_search_over_both_ends(claim):
    found = minimize(loss, [0.0, 0.0], method="BFGS", options={"gtol": 1e-9}).x
    slope = np.sum((X - X.mean()) * (Y - Y.mean())) / np.sum((X - X.mean()) ** 2)
    assert_allclose(claim(slope), found[1], rtol=1e-6)
    assert_allclose(claim(Y.mean() - slope * X.mean()), found[0], rtol=1e-6)


@pytest.mark.verifies("res-2-1-bowl")
def test_excess_over_the_lowest_loss_is_a_sum_of_two_squares(claim):
    best = np.linalg.lstsq(np.stack([X**0, X], axis=1), Y, rcond=None)[0]
    for e in RNG.normal(size=(5, 2)):
        closed = X.size * (e[0] + X.mean() * e[1]) ** 2
        closed += e[1] ** 2 * np.sum((X - X.mean()) ** 2)
        assert_allclose(claim(closed), loss(best + e) - loss(best), rtol=1e-9)


@pytest.mark.verifies("res-2-1-contraction")
def test_a_round_of_exact_moves_keeps_the_claimed_share_of_the_distance(claim):
    best = np.linalg.lstsq(np.stack([X**0, X], axis=1), Y, rcond=None)[0]
    share = X.sum() ** 2 / (X.size * np.sum(X**2))
    offset, slope = None, 2.5
    for _ in range(4):
        before = slope - best[1]
        offset = searched(lambda v, s=slope: loss((v, s)))
        slope = searched(lambda v, o=offset: loss((o, v)))
        assert_allclose(claim(share), (slope - best[1]) / before, rtol=1e-5)


@pytest.mark.verifies("res-2-1-lowest")
def test_lowest_loss_is_what_a_search_over_both_finds(claim):
    found = minimize(loss, [0.0, 0.0], method="BFGS", options={"gtol": 1e-9}).fun
    x, y = X - X.mean(), Y - Y.mean()
    assert_allclose(claim(y @ y - (x @ y) ** 2 / (x @ x)), found, rtol=1e-8)
