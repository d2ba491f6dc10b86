"""Drawn estimates and learners show what they are given."""

import numpy as np

from udl.plotting.decisions.controls import learners, ratios, slanted


def test_lines_lead_along_the_slope_to_the_known_mean():
    b, a = np.array([-1.0, 0.5, 1.0]), np.array([9.0, 10.0, 11.5])
    cloud = slanted(b, a, 0.5, truth=10, reach=2).axes[0]
    slopes = [line.get_xydata() for line in cloud.lines if line.get_linewidth() == 1.6]
    assert [line.tolist() for line in slopes] == [
        [[-1.0, 9.0], [0.0, 9.5]],
        [[1.0, 11.5], [0.0, 11.0]],
    ]


def test_curves_have_their_names_and_their_dots():
    x = np.linspace(0, 1, 5)
    names = [("one", 0.2, 0.5), ("two", 0.8, 0.5)]
    dots = np.zeros((2, 3, 2))
    figure = ratios(x, (x, 1 - x), x[1:3], dots, xlabel="x", ylabel="y", names=names)
    axes = figure.axes[0]
    assert [text.get_text() for text in axes.texts] == ["one", "two"]
    assert len(axes.lines) == 2 + 2 * 3 + 1


def test_learners_are_drawn_with_the_mean_of_all():
    runs = np.random.default_rng(0).random((4, 9))
    figure = learners({"a": runs, "b": runs}, ylabel="y", shown=3)
    for axes in figure.axes:
        assert len(axes.lines) == 4
        assert np.allclose(axes.lines[-1].get_ydata(), runs.mean(axis=1))
