"""Each kind of functions has its panel, with all its draws."""

import numpy as np
from numpy.testing import assert_allclose

from udl.plotting.theory.functions import function_panels

GRID = np.linspace(0, 1, 5)


def test_every_draw_is_a_curve_and_the_band_is_two_deviations():
    draws = np.outer([1.0, 2.0, 3.0], GRID)
    panes = {"one": (GRID, 0 * GRID + 0.5, draws), "two": (-GRID, GRID, draws[:1])}
    figure = function_panels(GRID, panes, data=(GRID, GRID), ylim=(-3, 3))
    one, two = figure.axes[:2]
    assert [axes.get_title(loc="left") for axes in (one, two)] == ["one", "two"]
    assert_allclose([line.get_ydata() for line in one.lines[:3]], draws)
    assert_allclose(one.lines[3].get_ydata(), GRID)
    edges = one.collections[0].get_paths()[0].vertices[:, 1]
    assert_allclose([edges.min(), edges.max()], [-1, 2])
    assert [len(one.lines), len(two.lines)] == [5, 3]
