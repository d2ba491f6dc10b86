"""Shares, bars, sums, lines of numbers and arrows hold what they are given."""

import numpy as np
from gate import faults
from numpy.testing import assert_allclose
from plotted import names

from udl.plotting.fitting.arrows import arrows_on_map
from udl.plotting.losses.shares import loss_bars, stacked_shares
from udl.plotting.losses.sums import number_line, summed_terms

X = np.linspace(0, 1, 51)
SHARES = np.array([0.6 - 0.5 * X, 0.4 * np.ones_like(X), 0.5 * X])
PLACES, LABELS = np.array([0.2, 0.7, 0.9]), np.array([0, 1, 0])


def test_shares_are_stacked_to_one_and_data_lie_in_their_area():
    figure = stacked_shares(X, SHARES, ["a", "b", "c"], data=(PLACES, LABELS))
    (axes,) = figure.axes
    tops = [area.get_paths()[0].vertices[:, 1].max() for area in axes.collections]
    assert_allclose(tops, [0.6, 1.0, 1.0])
    dots = [line for line in axes.get_lines() if line.get_linestyle() == "None"]
    assert_allclose(dots[0].get_xydata(), [[0.2, 0.25], [0.9, 0.075]])
    assert names(axes) == ["a", "b", "c"]
    assert faults(figure) == []


def test_a_bar_is_as_long_as_its_loss():
    losses = np.array([0.1, 2.0, 0.3])
    figure = loss_bars(PLACES, losses, grid=X, probability=X, ylabel="p", labels=LABELS)
    above, below = figure.axes
    bars = {x: end for part in below.collections
            for (x, start), (_, end) in part.get_segments() if start == 0}  # fmt: skip
    assert bars == dict(zip(PLACES.tolist(), losses.tolist(), strict=True))
    assert "2.4 in all" in below.get_title(loc="left")
    assert_allclose(above.get_lines()[0].get_ydata(), X)
    assert faults(figure) == []


def test_terms_start_where_the_last_ended_and_the_sum_at_zero():
    figure = summed_terms({"a": 3.0, "b": -1.0, "c": 2.0}, total="sum", xlabel="loss")
    (axes,) = figure.axes
    bars = [(bar.get_x(), bar.get_width()) for bar in axes.patches]
    assert_allclose(bars, [(0, 3), (3, -1), (2, 2), (0, 4)])
    assert names(axes) == ["3", "\u22121", "2", "4"]
    shown = [label.get_text() for label in axes.get_yticklabels()]
    assert shown == ["a", "b", "c", "sum"]
    assert faults(figure) == []


def test_numbers_stand_on_their_line_and_their_names_apart():
    values = {"first": 1e-250, "second": 1e-245, "third": 1e-9}
    figure = number_line(values, xlabel="likelihood", shaded=(1e-307, 1e-290, "none"))
    (axes,) = figure.axes
    dots = next(line for line in axes.get_lines() if line.get_marker() == "o")
    assert_allclose(dots.get_xdata(), list(values.values()))
    heights = {text.get_text(): text.get_position()[1] for text in axes.texts}
    assert heights["first"] < heights["second"]
    assert heights["third"] == heights["first"]
    assert faults(figure) == []


def test_arrows_start_and_end_where_they_should():
    bowl = X**2 + X[:, np.newaxis] ** 2
    steps = {"gradient": ((0.5, 0.5), (-0.2, -0.2)), "ahead": ((0.2, 0.8), (0.4, 0))}
    figure = arrows_on_map(
        X, X, bowl, steps, xlabel="a", ylabel="b", points={"here": (0.5, 0.5)}
    )
    axes = figure.axes[0]
    arrows = [(note.xyann, note.xy) for note in axes.texts if note.get_text() == ""]
    assert_allclose(arrows, [[(0.5, 0.5), (0.3, 0.3)], [(0.2, 0.8), (0.6, 0.8)]])
    assert {"gradient", "ahead", "here"} <= set(names(axes))
    assert axes.get_aspect() == 1
    assert faults(figure) == []
