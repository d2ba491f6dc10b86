"""The line of chapter 2 against loops, numpy's own fits and finite differences."""

import itertools

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.fitting.by_hand import best_offset, best_slope, coordinate_descent, fit_by_hand
from udl.fitting.regression import (
    fit_line,
    line,
    line_gradient,
    line_loss,
    sum_of_squared_errors,
)

RNG = np.random.default_rng(21)
X = RNG.uniform(-1, 3, 9)
Y = np.cos(X) + RNG.normal(0, 0.3, 9)
PHIS = RNG.normal(size=(3, 4, 2))


def loss_by_loop(offset, slope, x=X, y=Y):
    total = 0.0
    for v, t in zip(x, y, strict=True):
        total += (offset + slope * v - t) ** 2
    return total


def test_lines_and_losses_on_a_mesh_are_the_loop():
    lines, losses = line(X, PHIS), line_loss(PHIS, X, Y)
    assert (lines.shape, losses.shape) == ((3, 4, 9), (3, 4))
    for j in range(3):
        for k in range(4):
            offset, slope = PHIS[j, k]
            assert_allclose(lines[j, k], [offset + slope * v for v in X])
            assert_allclose(losses[j, k], loss_by_loop(offset, slope))


def test_gradient_is_the_finite_difference():
    gradients, h = line_gradient(PHIS, X, Y), 1e-6
    for j in range(3):
        for k in range(4):
            a, b = PHIS[j, k]
            by_a = (loss_by_loop(a + h, b) - loss_by_loop(a - h, b)) / (2 * h)
            by_b = (loss_by_loop(a, b + h) - loss_by_loop(a, b - h)) / (2 * h)
            assert_allclose(gradients[j, k], [by_a, by_b], rtol=1e-6, atol=1e-7)


def test_fit_is_that_of_polyfit():
    assert_allclose(fit_line(X, Y), np.polyfit(X, Y, 1)[::-1], rtol=1e-10)


def test_best_single_parameters_are_where_a_fine_scan_ends():
    scan = np.linspace(-3, 3, 600001)
    losses = sum((scan + 0.4 * v - t) ** 2 for v, t in zip(X, Y, strict=True))
    assert abs(best_offset(0.4, X, Y) - scan[losses.argmin()]) < 1e-5
    losses = sum((0.7 + scan * v - t) ** 2 for v, t in zip(X, Y, strict=True))
    assert abs(best_slope(0.7, X, Y) - scan[losses.argmin()]) < 1e-5


def test_coordinate_descent_changes_one_parameter_a_move_and_ends_at_the_fit():
    path = coordinate_descent([2.0, -1.0], X, Y, moves=200)
    assert path.shape == (201, 2)
    changed = np.diff(path[:6], axis=0) != 0
    assert changed.tolist() == [[True, False], [False, True]] * 2 + [[True, False]]
    losses = [loss_by_loop(*phi) for phi in path]
    assert np.all(np.diff(losses) <= 1e-12)
    assert_allclose(path[-1], np.polyfit(X, Y, 1)[::-1], rtol=1e-8)


def test_the_slope_may_move_first():
    path = coordinate_descent([2.0, -1.0], X, Y, moves=2, first=1)
    assert (np.diff(path, axis=0) != 0).tolist() == [[False, True], [True, False]]


@pytest.mark.parametrize(("step", "first"), [(0.3, 0), (0.1, 1), (0.04, 0), (0.02, 1)])
def test_a_fit_by_hand_takes_the_best_steps_and_ends_where_none_helps(step, first):
    path = fit_by_hand([2.0, -1.0], X, Y, step, first)
    steps = np.arange(-200, 201)
    for before, after in itertools.pairwise(path):
        (moved,) = np.flatnonzero(after - before)
        tried = np.tile(before, (steps.size, 1))
        tried[:, moved] += step * steps
        best = min(loss_by_loop(*phi) for phi in tried)
        assert_allclose(loss_by_loop(*after), best, rtol=1e-10)
    last = loss_by_loop(*path[-1])
    for change in ([step, 0], [-step, 0], [0, step], [0, -step]):
        assert loss_by_loop(*(path[-1] + change)) >= last


def test_one_loss_of_one_line_is_the_loop():
    loss = sum_of_squared_errors(X, Y, 0.3, -1.2)
    assert_allclose(loss, loss_by_loop(0.3, -1.2))


def test_the_start_of_a_descent_is_left_alone():
    start = np.array([2.0, -1.0])
    coordinate_descent(start, X, Y, moves=3)
    assert start.tolist() == [2.0, -1.0]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: line(X, PHIS[..., :1]), "offset and slope"),
        (lambda: line(X[:, None], PHIS), r"x has shape \(9, 1\)"),
        (lambda: line_loss([0.0, 1.0], X, Y[:, None]), "y has shape"),
        (lambda: line_loss([0.0, 1.0], X[:4], Y), "9 examples"),
        (lambda: line_gradient([0.0, 1.0], X[:4], Y), "9 examples"),
        (lambda: fit_line(X[:4], Y), "9 examples"),
        (lambda: fit_line([2.0, 2.0], [0.0, 1.0]), "all equal"),
        (lambda: best_offset(1.0, X[:4], Y), "9 examples"),
        (lambda: best_slope(1.0, [0.0, 0.0], [0.0, 1.0]), "zeros"),
        (lambda: coordinate_descent(PHIS[0], X, Y, 2), r"flat \(2,\)"),
        (lambda: fit_by_hand(PHIS[0], X, Y, 0.1), r"flat \(2,\)"),
        (lambda: fit_by_hand([0.0, 1.0], X, Y, 0.0), "positive"),
        (lambda: sum_of_squared_errors(X[:4], Y, 0.0, 1.0), "9 examples"),
    ],
)
def test_says_which_shapes_do_not_fit(call, message):
    with pytest.raises(ValueError, match=message):
        call()
