"""Figures of the way back hold what they are given."""

import numpy as np
from plotted import names

from udl.plotting.generative.reverse import carried, moves, noise_in_values, origins

LINE = np.linspace(-2, 2, 21)
FLAT = np.full(21, 0.25)


def test_both_panels_show_the_value_and_one_its_average():
    upper, lower = origins(
        LINE, FLAT, FLAT, FLAT, z=0.5, mean=-0.3, names=("before", "start")
    ).axes
    for axes in (upper, lower):
        assert 0.5 in [line.get_xdata()[0] for line in axes.get_lines()]
    assert "seen: 0.5" in "".join(names(upper)).replace("\N{MINUS SIGN}", "-")
    assert [-0.3] in [list(line.get_xdata()) for line in lower.get_lines()]


def test_a_step_back_is_drawn_twice_above_the_crowd():
    axes = moves(LINE, FLAT, -FLAT, FLAT, title="step 3").axes[0]
    drawn = [line.get_ydata()[0] for line in axes.get_lines()]
    assert drawn == [0, 0.25, -0.25]
    assert axes.get_title(loc="left") == "step 3"


def test_each_value_is_a_dot_at_its_noise():
    axes = noise_in_values([1, 0], [0.5, -1], LINE, FLAT, title="step 3").axes[0]
    assert axes.collections[0].get_offsets().tolist() == [[1, 0.5], [0, -1]]
    assert axes.get_lines()[0].get_ydata()[0] == 0.25


def test_walks_are_drawn_over_the_exact_map():
    axes = carried(LINE, 2 * LINE, LINE, title="5 jumps").axes[0]
    dashed, solid = axes.get_lines()
    assert np.allclose(solid.get_ydata(), 2 * LINE)
    assert np.allclose(dashed.get_ydata(), LINE)
