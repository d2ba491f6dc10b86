"""Each kind of functions has its panel, with all its draws."""

import numpy as np
from numpy.testing import assert_allclose

from udl.plotting.theory.functions import function_panels, kernel_maps, pairs

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


def test_pairs_lie_in_their_panel_and_the_ellipse_is_two_deviations_wide():
    points, covariance = np.eye(2), np.array([[2.0, 0.5], [0.5, 1.0]])
    panes = {"narrow": points, "wide": 2 * points}
    figure = pairs(panes, covariance, names=("a", "b"), reach=3)
    for axes, expected in zip(figure.axes, panes.values(), strict=True):
        assert_allclose(axes.lines[0].get_xydata(), expected)
        edge = axes.lines[1].get_xydata()
        distance = np.sum(edge @ np.linalg.inv(covariance) * edge, axis=1)
        assert_allclose(distance, 4)


def test_each_kernel_has_its_map():
    matrix = np.outer(GRID, GRID)
    figure = kernel_maps(GRID, {"one": (matrix, [0.2, 0.5]), "two": (-matrix, [-1, 0])})
    titles = [axes.get_title(loc="left") for axes in figure.axes]
    assert titles == ["one", "two"]
    assert all(axes.collections for axes in figure.axes)
