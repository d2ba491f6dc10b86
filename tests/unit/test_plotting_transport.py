"""Figures of plans hold what they are given."""

import numpy as np
from plotted import names

from udl.plotting.generative.transport import boxes, carried_over, plan_map

P, Q = np.array([0.5, 0.5]), np.array([0.25, 0.75])
PLAN = np.array([[0.25, 0.25], [0.0, 0.5]])


def test_a_line_for_each_load_is_as_wide_as_the_load():
    axes = carried_over(P, Q, PLAN, names=("p", "q")).axes[0]
    widths = {
        tuple(line.get_xdata()): line.get_linewidth() for line in axes.get_lines()
    }
    assert set(widths) == {(0, 0), (0, 1), (1, 1)}
    assert widths[1, 1] == 2 * widths[0, 1]
    assert {"p", "q"} <= set(names(axes))


def test_a_map_has_a_number_for_each_load():
    axes = plan_map(PLAN, title="t").axes[0]
    assert {"25", "50"} <= set(names(axes))
    assert "0" not in [t.get_text() for t in axes.texts]


def test_a_distance_that_is_infinite_has_no_dot():
    line, shifts = np.arange(4.0), np.arange(3.0)
    curves = {"a": shifts, "b": np.array([0, np.inf, np.inf])}
    lower = boxes(line, line, line, shifts, curves, 2.0).axes[1]
    dots = [one for one in lower.get_lines() if one.get_marker() == "o"]
    assert [list(one.get_ydata()) for one in dots] == [[2.0]]
