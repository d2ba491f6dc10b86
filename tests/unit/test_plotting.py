"""Panels draw what they are given, and leave matplotlib's settings alone."""

import matplotlib as mpl
import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.plotting.binary import outputs_and_probabilities
from udl.plotting.curves import curves, histograms, scans, stacked_curves
from udl.plotting.multiclass import class_curves
from udl.plotting.regression import density_map, families, fits
from udl.plotting.style import STYLE
from udl.plotting.surfaces import contours_with_paths

GRID = np.linspace(0, 1, 11)
X, Y = np.array([0.2, 0.9]), np.array([0.5, -0.5])


def drawn(axes):
    return [line.get_ydata() for line in axes.get_lines()]


def test_curves_draws_each_with_its_own_style_and_name():
    figure = curves(GRID, {"one": GRID, "two": GRID**2}, xlabel="x", ylabel="y")
    (axes,) = figure.axes
    assert_allclose(drawn(axes)[1], GRID**2)
    styles = [line.get_linestyle() for line in axes.get_lines()]
    assert len(set(styles)) == 2
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["one", "two"]


def test_stacked_curves_gives_each_panel_its_curves_and_names():
    panes = {"above": {"one": GRID}, "below": {"two": GRID**2, "three": -GRID}}
    above, below = stacked_curves(GRID, panes, xlabel="x").axes
    assert [above.get_title(loc="left"), len(drawn(above))] == ["above", 1]
    assert_allclose(drawn(below)[1], -GRID)
    names = [text.get_text() for text in below.get_legend().get_texts()]
    assert names == ["two", "three"]


def test_outputs_are_drawn_above_and_their_probabilities_below():
    outputs = {"a": 8 * GRID - 4, "b": 0 * GRID}
    labels = np.array([1.0, 0.0])
    above, below = outputs_and_probabilities(X, labels, GRID, outputs).axes
    assert_allclose(drawn(above)[0], outputs["a"])
    assert_allclose(drawn(below)[0], 1 / (1 + np.exp(-outputs["a"])))
    ones, zeros = below.get_lines()[-2:]
    assert [ones.get_xdata().tolist(), zeros.get_xdata().tolist()] == [[0.2], [0.9]]
    assert above.get_legend() is not None


def test_scans_marks_the_optimum_of_each_panel():
    quantities = {"up": (GRID, np.argmax), "bowl": ((GRID - 0.3) ** 2, np.argmin)}
    first, second = scans(GRID, quantities, xlabel="b", also=0.5).axes
    marks = [axes.get_lines()[2].get_xdata()[0] for axes in (first, second)]
    assert_allclose(marks, [1.0, 0.3])
    assert_allclose(second.get_lines()[3].get_xdata(), 0.5)


def test_histograms_count_every_sample():
    figure = histograms(
        {"a": np.full(7, 0.5), "b": GRID}, bins=[0, 0.4, 1], xlabel="v", truth=0.5
    )
    counts = [list(axes.patches[0].get_data().values) for axes in figure.axes]
    assert counts == [[0, 7], [4, 7]]


@pytest.mark.parametrize("sigma", [0.1, np.linspace(0.1, 0.3, 11)])
def test_fits_draws_a_band_of_two_sigma(sigma):
    (axes,) = fits(X, Y, GRID, {"one": (GRID, sigma)}).axes
    corners = axes.collections[0].get_paths()[0].vertices
    assert_allclose(corners[:, 1].min(), np.min(GRID - 2 * np.asarray(sigma)))
    assert_allclose(corners[:, 1].max(), np.max(GRID + 2 * np.asarray(sigma)))
    assert_allclose(drawn(axes)[1], Y)


def test_families_draws_all_models_and_the_data():
    looks = [{"linestyle": "-"}, {"linestyle": "--"}]
    (axes,) = families(X, Y, GRID, {"a": GRID, "b": 2 * GRID}, looks).axes
    assert_allclose(drawn(axes)[1], 2 * GRID)
    assert_allclose(drawn(axes)[2], Y)


def test_class_curves_put_each_example_on_the_curve_of_its_class():
    lines, at_data = np.array([GRID, 1 - GRID]), np.array([X, 1 - X])
    panes = {"one": (lines, at_data, "f"), "two": (2 * lines, 2 * at_data, "g")}
    figure = class_curves(X, np.array([1, 0]), GRID, panes)
    above, below = figure.axes
    assert_allclose(drawn(above)[0], GRID)
    assert_allclose(above.get_lines()[1].get_xydata(), [[0.9, 0.9]])
    assert_allclose(below.get_lines()[3].get_xydata(), [[0.2, 1.6]])
    names = [text.get_text() for text in figure.legends[0].get_texts()]
    assert names == ["class 0", "class 1"]


def test_density_map_hangs_each_point_from_the_mean():
    axes = density_map(X, Y, GRID, GRID, np.outer(GRID, GRID), 1 - GRID).axes[0]
    lines = axes.collections[1].get_segments()
    assert_allclose([line[:, 1] for line in lines], [[0.8, 0.5], [0.1, -0.5]])


def test_contours_start_at_the_lowest_value():
    values = (GRID[:, None] - 0.5) ** 2 + GRID**2 - 3
    path = [(0, 0), (0.5, 0.5)]
    axes = contours_with_paths(
        GRID, GRID, values, {"p": path}, xlabel="a", ylabel="b", levels=1
    ).axes[0]
    assert_allclose(axes.collections[0].levels[[0, -1]], [-3, -2])
    assert_allclose(axes.get_lines()[0].get_xydata(), path)


def test_the_style_stays_inside_the_drawing_function():
    before = {key: mpl.rcParams[key] for key in STYLE}
    curves(GRID, {"one": GRID}, xlabel="x", ylabel="y")
    assert {key: mpl.rcParams[key] for key in STYLE} == before
