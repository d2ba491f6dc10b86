"""The drawings of gradient flow show the line and the place where it is now."""

import numpy as np
from numpy.testing import assert_allclose
from plotted import names

from udl.plotting.fitting.flow import bands_over_time, line_in_flow


def test_the_line_and_its_parameters_are_drawn_at_one_time():
    grid = np.linspace(-1, 1, 11)
    losses = grid[:, np.newaxis] ** 2 + grid**2
    path = np.array([[-0.5, -0.5], [0.1, -0.2], [0.2, 0.3]])
    figure = line_in_flow(np.array([0.1, 0.9]), np.array([0.0, 0.3]), grid, grid,
                          losses, path, path[1], path[2], note="t = 1")  # fmt: skip
    left, right = figure.axes
    assert left.get_title(loc="left") == "t = 1"
    assert {"start", "best line"} <= set(names(right))
    lines = [line.get_xydata() for line in left.get_lines()]
    assert any(
        np.array_equal(line, [[0, 0.1], [1, -0.1]]) for line in map(_round, lines)
    )
    points = [line.get_xydata() for line in right.get_lines()]
    assert any(len(p) == 1 and np.array_equal(p[0], path[1]) for p in points)


def _round(points):
    return np.round(points, 9)


def test_each_time_has_its_band():
    grid = np.linspace(0, 1, 5)
    panes = {f"t = {t}": (grid * t, np.full(5, 1 / (1 + t))) for t in range(4)}
    figure = bands_over_time(grid[:2], grid[:2], grid, panes)
    assert [axes.get_title(loc="left") for axes in figure.axes[:4]] == list(panes)
    band = figure.axes[3].collections[0].get_paths()[0].vertices
    assert_allclose([band[:, 1].min(), band[:, 1].max()], [-0.5, 3.5])
