"""Lines, height maps and chords show what they are given."""

import numpy as np
from numpy.testing import assert_allclose

from udl.plotting.fitting.surfaces import contours_with_paths
from udl.plotting.networks.linear import chords, height_maps, lines, lines_in_data

GRID = np.linspace(0, 2, 21)


def test_lines_are_drawn_with_their_points():
    figure = lines(GRID, {"a": GRID, "b": 2 - GRID}, points=[(1.0, 1.0)])
    first, second, points = figure.axes[0].get_lines()
    assert_allclose([first.get_ydata(), second.get_ydata()], [GRID, 2 - GRID])
    assert first.get_linestyle() != second.get_linestyle()
    assert_allclose([points.get_xdata(), points.get_ydata()], [[1.0], [1.0]])


def test_height_maps_share_their_colors():
    plane = GRID + 0 * GRID[:, None]
    first, second, *_ = height_maps(GRID, GRID, {"a": plane, "b": -plane}).axes
    assert [axes.get_title(loc="left") for axes in (first, second)] == ["a", "b"]
    ranges = [axes.collections[0].get_clim() for axes in (first, second)]
    assert ranges[0] == ranges[1]


def test_the_gap_reaches_from_the_curve_to_the_chord():
    panes = {"square": (GRID, GRID**2, (0.0, 2.0), (0.0, 4.0))}
    _, chord, gap = chords(panes).axes[0].get_lines()
    assert_allclose(chord.get_ydata(), [0, 4])
    assert_allclose(gap.get_xdata(), [1, 1])
    assert_allclose(gap.get_ydata(), [1, 2])


def test_sticks_join_the_data_to_the_line():
    x, y = np.array([0.5, 1.5]), np.array([2.0, 1.0])
    panes = {"fit": (x, y, lambda v: 1 + v)}
    (axes,) = lines_in_data(panes, grid=GRID).axes
    assert_allclose(axes.get_lines()[0].get_ydata(), 1 + GRID)
    sticks = np.array(axes.collections[0].get_segments())
    assert_allclose(sticks[:, :, 1], [[1.5, 2.0], [2.5, 1.0]])
    (bare,) = lines_in_data(panes, grid=GRID, residuals=False).axes
    assert len(bare.collections) == 0


def test_the_map_of_losses_points_upward():
    bowl = GRID**2 + GRID[:, None] ** 2
    axes = contours_with_paths(
        GRID, GRID, bowl, {"p": [(0, 0)]}, xlabel="a", ylabel="b"
    ).axes[0]
    below, above = axes.get_ylim()
    assert below < above


def test_tints_step_evenly_from_level_to_level():
    bowl, levels = GRID**2 + GRID[:, None] ** 2, [0, 0.1, 1, 8]
    names = {"xlabel": "a", "ylabel": "b", "levels": levels}
    figure = contours_with_paths(GRID, GRID, bowl, {"p": [(0, 0)]}, **names)
    filled = figure.axes[0].collections[0]
    low, middle, high = filled.cmap(filled.norm([0.05, 0.5, 5]))[:, 3]
    assert low < middle < high
    assert_allclose(middle - low, high - middle, rtol=0.5)
