"""Drawings of the forward and the backward pass show what they are given."""

import matplotlib as mpl
import numpy as np
from numpy.testing import assert_allclose

from udl.plotting.finish import number
from udl.plotting.gradients.backprop import (
    curve_and_lines,
    ladder,
    layers,
    outer_product,
)

STEPS = np.array([1e-1, 1e-2, 1e-3])


def texts(axes):
    return {text.get_text(): text for text in axes.texts}


def arrows(axes):
    """Height at which each arrow ends, minus that at which it starts."""
    return [note.xy[1] - note.xyann[1] for note in axes.texts if note.get_text() == ""]


def test_ladder_goes_down_on_the_left_and_up_on_the_right():
    down, up = ("value", ["1", "2"], ["sin"]), ("slope", ["3", "4"], ["cos"])
    (axes,) = ladder(["a", "b"], down, up).axes
    shown = texts(axes)
    assert {"a", "b", "value", "1", "2", "sin", "slope", "3", "4", "cos"} <= set(shown)
    assert shown["1"].get_position()[0] < 0 < shown["3"].get_position()[0]
    assert shown["1"].get_position()[1] > shown["2"].get_position()[1]
    falling, rising = arrows(axes)
    assert falling < 0 < rising


def test_ladder_of_one_direction_says_beside_the_arrows_what_they_do():
    (axes,) = ladder(["a", "b"], ("value", ["1", "2"], ["x"]), beside=["sine"]).axes
    assert texts(axes)["sine"].get_position()[0] > 0
    assert len(arrows(axes)) == 1


def test_ladder_has_a_bar_for_each_rung_on_the_side_of_its_sign():
    down = ("moves by", ["", "1", "-2"], ["", "x"])
    (axes,) = ladder(["a", "b", "c"], down, bars=[0.0, 1.0, -2.0]).axes
    assert [patch.get_width() for patch in axes.patches] == [0.0, 0.5, -1.0]
    assert axes.patches[1].get_facecolor() != axes.patches[2].get_facecolor()


def test_layers_tell_signs_by_shape_and_leave_zeros_hollow():
    values = [np.array([1.0]), np.array([2.0, 0.0, -4.0])]
    edges = [np.array([[5.0], [0.0], [6.0]])]
    (axes,) = layers({"title": values}, [edges]).axes
    marks = [
        line.get_marker() for line in axes.get_lines() if len(line.get_xdata()) == 1
    ]
    assert marks.count("s") == 2  # the negative unit: its ground and its fill
    assert marks.count("o") == 5  # two positive ones twice, and the zero's ground
    assert sum(len(line.get_xdata()) == 2 for line in axes.get_lines()) == 2


def test_layers_are_named_above_and_noted_below():
    values = [np.ones(2), np.ones(3)]
    (axes,) = layers({"title": values}, names=["a", "b"], notes=["c", "d"]).axes
    at = {name: text.get_position() for name, text in texts(axes).items()}
    assert at["a"][0] == at["c"][0] == 0
    assert at["b"][0] == at["d"][0] == 1
    assert at["a"][1] > 1.5 > -1.5 > at["d"][1]


def test_layers_without_edges_draw_one_panel_for_each_title():
    values = [np.zeros(2), np.ones(1)]
    figure = layers({"above": values, "below": values})
    assert [axes.get_title(loc="left") for axes in figure.axes] == ["above", "below"]


def test_outer_product_shows_both_factors_and_every_product():
    (axes,) = outer_product(
        np.array([1.0, -2.0]),
        np.array([3.0, 0.0, 500.0]),
        column_name="c",
        row_name="r",
    ).axes
    column, row, table = (image.get_array() for image in axes.images)
    assert_allclose(table, column @ row)
    assert {"c", "r", number(-6), number(-1000), "0"} <= set(texts(axes))


def test_lines_pass_through_their_point_with_their_slope():
    x = np.linspace(0, 1, 5)
    figure = curve_and_lines(
        x, x**2, {"t": (0.5, 0.25, 1.0, 0.1)}, xlabel="x", ylabel="y", dots=[(0, 0)]
    )
    curve, line, dot = figure.axes[0].get_lines()
    assert_allclose(curve.get_ydata(), x**2)
    assert_allclose(line.get_xdata(), [0.4, 0.6])
    assert_allclose(line.get_ydata(), [0.15, 0.35])
    assert dot.get_marker() == "o"


def test_settings_are_left_alone():
    before = dict(mpl.rcParams)
    ladder(["a"], ("value", ["1"], []))
    assert dict(mpl.rcParams) == before
