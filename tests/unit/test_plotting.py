"""Panels draw what they are given, and leave matplotlib's settings alone."""

import matplotlib as mpl
import numpy as np
import pytest
from numpy.testing import assert_allclose
from plotted import drawn, names

from udl.plotting.curves import curves, histograms, scans, stacked_curves
from udl.plotting.fitting.descent import basins, logarithmic
from udl.plotting.fitting.regression import density_map, families, fits
from udl.plotting.fitting.surfaces import contours_with_paths
from udl.plotting.losses.binary import outputs_and_probabilities
from udl.plotting.losses.multiclass import class_curves
from udl.plotting.networks.shallow import (
    found_and_possible,
    hidden_stages,
    jointed,
    soft_steps,
    strips,
)
from udl.plotting.style import STYLE

GRID = np.linspace(0, 1, 11)
X, Y = np.array([0.2, 0.9]), np.array([0.5, -0.5])


def test_curves_draws_each_with_its_own_style_and_name():
    figure = curves(GRID, {"one": GRID, "two": GRID**2}, xlabel="x", ylabel="y")
    (axes,) = figure.axes
    assert_allclose(drawn(axes)[1], GRID**2)
    styles = [line.get_linestyle() for line in axes.get_lines()]
    assert len(set(styles)) == 2
    assert names(axes) == ["one", "two"]


def test_stacked_curves_gives_each_panel_its_curves_and_names():
    panes = {"above": {"one": GRID}, "below": {"two": GRID**2, "three": -GRID}}
    above, below = stacked_curves(GRID, panes, xlabel="x").axes
    assert [above.get_title(loc="left"), len(drawn(above))] == ["above", 1]
    assert_allclose(drawn(below)[1], -GRID)
    assert names(below) == ["two", "three"]


def test_outputs_are_drawn_above_and_their_probabilities_below():
    outputs = {"a": 8 * GRID - 4, "b": 0 * GRID}
    labels = np.array([1.0, 0.0])
    above, below = outputs_and_probabilities(X, labels, GRID, outputs).axes
    assert_allclose(drawn(above)[0], outputs["a"])
    assert_allclose(drawn(below)[0], 1 / (1 + np.exp(-outputs["a"])))
    ones, zeros = below.get_lines()[-2:]
    assert [ones.get_xdata().tolist(), zeros.get_xdata().tolist()] == [[0.2], [0.9]]
    assert names(above) == ["a", "b"]
    assert names(below) == ["label 1", "label 0"]


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
    assert names(above) == ["class 0", "class 1"]


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


def test_names_of_marked_points_are_below_them_or_beside_them_if_there_is_no_room():
    marks = {"low": (0.5, 0.1), "high": (0.5, 0.9)}
    figure = contours_with_paths(
        GRID, GRID, GRID + GRID[:, None], {"p": [(0, 0), (1, 1)]}, xlabel="a",
        ylabel="b", marks=marks,
    )  # fmt: skip
    texts = {text.get_text(): text for text in figure.axes[0].texts}
    for name, point in marks.items():
        assert texts[name].xy == point
    assert texts["low"].xyann[1] == 0 > texts["high"].xyann[1]
    first, band = figure.axes[0].get_lines()[:2]
    assert_allclose(band.get_xydata(), first.get_xydata())
    assert band.get_zorder() < first.get_zorder()


def test_hidden_stages_draw_each_step_and_the_output_last():
    units = np.array([GRID, 1 - GRID])
    figure = hidden_stages(GRID, units - 0.5, units, 2 * units, GRID**2, joints=[0.5])
    first, second, third = (drawn(axes)[2:] for axes in figure.axes)
    assert_allclose(first, units - 0.5)
    assert_allclose(second, units)
    assert_allclose(third, [*(2 * units), GRID**2])
    assert figure.axes[0].get_lines()[0].get_xdata()[0] == 0.5


def test_soft_steps_name_each_unit_above_its_joint():
    slopes = np.array([GRID, 1 - GRID])
    figure = soft_steps(GRID, GRID, GRID.round(), slopes, joints=[0.2, 0.7])
    above, below = figure.axes
    assert_allclose(drawn(above), [GRID.round(), GRID])
    assert_allclose(drawn(below), slopes)
    names = {text.get_text(): text.get_position()[0] for text in below.texts}
    assert names == {"unit 1": 0.2, "unit 2": 0.7}


def test_joints_lie_on_their_function_and_only_inside():
    given = {"a": np.array([0.25, 7.0])}
    (axes,) = jointed(GRID, {"a": 2 * GRID, "b": GRID}, given, data=(X, Y)).axes
    assert_allclose(axes.get_lines()[1].get_xydata(), [[0.25, 0.5]])
    assert_allclose(drawn(axes)[2], GRID)
    assert_allclose(drawn(axes)[-1], Y)


def test_what_was_found_is_drawn_beside_what_is_possible():
    found = np.array([[1.0, 3.0, 2.0], [0.5, 0.4, 0.3]])
    (axes,) = found_and_possible([4, 8], [0.1, 0.01], found, ylabel="e").axes
    assert_allclose(drawn(axes)[:3], found.T)
    assert_allclose(drawn(axes)[3:], [[2.0, 0.4], [0.1, 0.01]])


def test_strips_put_each_sample_on_its_own_line_from_the_top():
    (axes,) = strips({"a": X, "b": Y}, xlabel="v", marks=[0.1]).axes
    mark, first, second = axes.get_lines()
    assert mark.get_xdata()[0] == 0.1
    assert_allclose(first.get_xydata(), [[0.2, 0], [0.9, 0]])
    assert_allclose(second.get_ydata(), 1)
    assert axes.yaxis_inverted()
    assert [label.get_text() for label in axes.get_yticklabels()] == ["a", "b"]


def test_the_style_stays_inside_the_drawing_function():
    before = {key: mpl.rcParams[key] for key in STYLE}
    curves(GRID, {"one": GRID}, xlabel="x", ylabel="y")
    assert {key: mpl.rcParams[key] for key in STYLE} == before


def test_logarithmic_draws_each_curve_and_marks_a_place():
    ys = {"one": np.exp(-GRID), "two": np.exp(-2 * GRID)}
    figure = logarithmic(GRID, ys, xlabel="x", ylabel="y", mark=0.5, level=0.2)
    (axes,) = figure.axes
    assert axes.get_yscale() == "log"
    assert_allclose(drawn(axes)[1], ys["two"])
    assert_allclose(axes.get_lines()[2].get_xdata(), 0.5)
    assert_allclose(axes.get_lines()[3].get_ydata(), 0.2)


def test_logarithmic_has_two_logarithmic_axes_where_asked():
    x = np.array([1.0, 10.0, 100.0])
    (axes,) = logarithmic(x, {"a": x**2}, xlabel="x", ylabel="y", xlog=True).axes
    assert (axes.get_xscale(), axes.get_yscale()) == ("log", "log")
    assert_allclose(drawn(axes)[0], x**2)


def test_basins_color_starts_and_letter_the_points():
    ends = np.array([[0, 0, 1], [-1, 1, 1]])
    points = {"A, low": (0.1, 0.2), "B, high": (0.8, 0.9)}
    figure = basins(GRID[:3], GRID[:2], ends, points, xlabel="a", ylabel="b")
    (axes,) = figure.axes
    first, _, second, _ = axes.collections
    colors = [part.get_facecolor() for part in (first, second)]
    assert not np.allclose(*colors)
    places = [(GRID[0], GRID[0]), (GRID[2], GRID[0]), (GRID[0], GRID[1])]
    inside = [[any(path.contains_point(place) for path in part.get_paths())
               for place in places] for part in (first, second)]  # fmt: skip
    assert inside == [[True, False, False], [False, True, False]]
    assert names(axes) == ["A, low", "B, high", "elsewhere", "A", "B"]
