"""Line searches against scans, by hand, and at the door."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.fitting.golden_section import golden_points, golden_section
from udl.fitting.line_search import (
    halve_towards_start,
    iterations_needed,
    line_search,
    next_points,
    thirds,
)

POINTS = [1.0, 3.0, 5.0, 7.0]


def valley(minimum, left, right):
    """A unimodal loss with slopes of its own on each side."""
    return lambda phi: (left if phi < minimum else right) * abs(phi - minimum) ** 1.5


def by_hand(loss, a, b, c, d, tolerance, most):
    """The rules, written out with plain numbers."""
    done = 0
    while c - b > tolerance and done < most:
        heights = [loss(a), loss(b), loss(c), loss(d)]
        if heights.index(min(heights)) == 0 and heights.count(heights[0]) == 1:
            b, c, d = (a + b) / 2, (a + c) / 2, (a + d) / 2
        else:
            if heights[1] < heights[2]:
                d = c
            else:
                a = b
            step = (d - a) / 3
            b, c = a + step, a + step + step
        done += 1
    return (b + c) / 2


@pytest.mark.parametrize("seed", range(8))
def test_line_search_follows_its_rules(seed):
    rng = np.random.default_rng(seed)
    knots, heights = np.linspace(-1, 2, 9), rng.normal(size=9)

    def rugged(phi):
        return float(np.interp(phi, knots, heights))

    start = np.sort(rng.uniform(-1, 2, 4))
    for most in (0, 1, 5, 60):
        found = line_search(rugged, 1e-5, most, start)
        assert_allclose(found, by_hand(rugged, *start, 1e-5, most), atol=1e-12)


@pytest.mark.parametrize("minimum", [0.0, 0.02, 0.31, 0.33, 0.5, 0.66, 0.9, 1.0])
@pytest.mark.parametrize("slopes", [(1, 1), (1, 50), (50, 1)])
def test_minimum_of_a_unimodal_loss_stays_inside(minimum, slopes):
    for search in (
        lambda f, note: line_search(f, max_iterations=60, callback=note),
        lambda f, note: golden_section(f, 0, 1, callback=note),
    ):
        history = []
        found = search(valley(minimum, *slopes), history.append)
        last = history[-1]
        assert all(p[0] - 1e-12 <= minimum <= p[-1] + 1e-12 for p in history)
        assert abs(found - minimum) <= (last[-1] - last[0]) / 2 + 1e-12
        assert last[-1] - last[0] <= 3.01e-4


def test_exactly_one_rule_acts():
    assert_allclose(next_points(POINTS, [0, 1, 2, 3]), [1, 2, 3, 4])
    assert_allclose(next_points(POINTS, [3, 1, 2, 3]), thirds(1, 5))
    assert_allclose(next_points(POINTS, [3, 2, 1, 3]), thirds(3, 7))
    assert_allclose(next_points(POINTS, [2, 1, 1, 2]), thirds(3, 7))  # a tie
    assert_allclose(next_points(POINTS, [1, 1, 2, 3]), thirds(1, 5))  # not lowest alone
    assert_allclose(next_points(POINTS, [2, 3, 4, 1]), thirds(1, 5))  # drops the lowest


def test_halving_leaves_the_start_where_it_is():
    assert_allclose(halve_towards_start([-2, 0, 4, 8]), [-2, -1, 1, 3])


def test_evaluations_are_in_order():
    tried = []
    line_search(lambda phi: tried.append(phi) or phi**2, max_iterations=2)
    assert_allclose(tried, [0, 0.33, 0.66, 1, 0, 0.165, 0.33, 0.5])


def test_golden_section_evaluates_once_a_step():
    tried, history = [], []
    golden_section(
        lambda phi: tried.append(phi) or (phi - 0.3) ** 2,
        0,
        1,
        callback=history.append,
    )
    assert len(tried) == len(history) + 1
    widths = [points[-1] - points[0] for points in history]
    assert_allclose(widths[1:] / np.array(widths[:-1]), (5**0.5 - 1) / 2)
    for points in history:
        assert_allclose(points, golden_points(points[0], points[-1]), atol=1e-12)


def test_golden_section_ends_when_floats_run_out():
    assert_allclose(golden_section(lambda phi: abs(phi - 0.3), 0, 1, 1e-300), 0.3)


def test_count_of_iterations_is_that_of_a_loop():
    for width, tolerance in ((1.0, 1e-4), (0.99, 1e-4), (7.0, 0.2), (0.1, 1.0)):
        count, now = 0, width
        while now / 3 > tolerance:
            now, count = now * 2 / 3, count + 1
        assert iterations_needed(width, tolerance) == count


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: thirds(1, 1), "below"),
        (lambda: golden_points(2, 1), "below"),
        (lambda: golden_section(abs, 0, 1, 0), "positive"),
        (lambda: halve_towards_start([1, 2, 3]), "shape"),
        (lambda: next_points([1, 3, 2, 4], [0] * 4), "increasing"),
        (lambda: next_points([1, 2, 3, 4], [0] * 3), "losses"),
        (lambda: line_search(abs, points=[0, 1, 2]), "points"),
        (lambda: iterations_needed(0, 1), "positive"),
        (lambda: iterations_needed(1, -1), "positive"),
    ],
)
def test_nonsense_is_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()
