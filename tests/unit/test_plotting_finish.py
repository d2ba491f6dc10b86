"""Ticks, names, maps and scales of all figures."""

import numpy as np
import pytest
from gate import faults
from numpy.testing import assert_allclose
from plotted import names

from udl.plotting.curves import curves
from udl.plotting.finish import MARKERS, counts, number
from udl.plotting.fitting.surfaces import contours_with_paths
from udl.plotting.naming import name_curves
from udl.plotting.style import panels, styled

X = np.linspace(0, 1, 101)
BOWL = X**2 + 3 * X[:, np.newaxis] ** 2


def labels(axis):
    axis.figure.draw_without_rendering()
    return [label.get_text() for label in axis.get_ticklabels()]


@styled
def drawn(x, y, **options):
    figure, axes = panels()
    axes.plot(x, y, "o-")
    axes.set(**options)
    return figure


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (5.08e-05, 2, "5.1 \u00d7 10⁻⁵"),
        (-1e-5, 3, "\u221210⁻⁵"),
        (0.001, 3, "0.001"),
        (0, 3, "0"),
        (1234, 3, "1230"),
        (54321, 6, "54\u2009321"),
        (2.5e6, 3, "2.5 \u00d7 10⁶"),
    ],
)
def test_numbers_are_typeset(value, digits, text):
    assert number(value, digits) == text


def test_logarithmic_axes_have_few_plain_numbers():
    (axes,) = drawn(X + 1e-7, X + 1e-7, yscale="log", ylim=(1e-7, 1)).axes
    shown = labels(axes.yaxis)
    assert shown[-1] == "1"
    assert shown[0].startswith("10⁻")
    assert len(shown) < 8
    (axes,) = drawn(X, X, yscale="log", ylim=(0.4, 30)).axes
    assert {"1", "2", "5", "10"} <= set(labels(axes.yaxis))


@pytest.mark.parametrize("label", ["number of steps", "hidden units", "step", "layers"])
def test_counts_have_whole_ticks(label):
    (axes,) = drawn(X, X, xlabel=label, xlim=(0, 3)).axes
    assert counts(label)
    assert set(labels(axes.xaxis)) == {"0", "1", "2", "3"}


@pytest.mark.parametrize(
    "label", ["loss after 81 steps", "loss per step", "step length"]
)
def test_other_labels_are_no_counts(label):
    assert not counts(label)


def test_long_lines_are_thinned_and_keep_both_ends():
    (axes,) = drawn(np.arange(101), X).axes
    (line,) = axes.get_lines()
    assert len(line.get_markevery()) == MARKERS
    assert [line.get_markevery()[0], line.get_markevery()[-1]] == [0, 100]
    (axes,) = drawn(np.arange(30), X[:30]).axes
    assert axes.get_lines()[0].get_markevery() is None


def test_hyphens_before_numbers_become_minus_signs():
    (axes,) = drawn(X, X, title="from -2 to 3-4, $x=-1$").axes
    assert axes.get_title(loc="left") == "from \u22122 to 3-4, $x=-1$"


def test_names_stand_at_the_ends_of_their_curves():
    (axes,) = curves(X, {"a": X, "b": 0.3 * X}, xlabel="x", ylabel="y").axes
    places = {text.get_text(): text.xy for text in axes.texts}
    low, high = axes.get_ylim()
    assert_allclose(places["a"], [1, (1 - low) / (high - low)])
    assert_allclose(places["b"], [1, (0.3 - low) / (high - low)])
    assert axes.get_legend() is None


def test_names_that_would_meet_are_moved_apart():
    (axes,) = curves(X, {"a": X, "b": 0.99 * X}, xlabel="x", ylabel="y").axes
    heights = sorted(text.xy[1] for text in axes.texts)
    assert heights[1] - heights[0] > 0.05


def test_a_curve_that_leaves_through_the_top_is_named_there():
    _, axes = panels()
    axes.plot(X, 2 * X, label="steep")
    axes.set(xlim=(0, 1), ylim=(0, 1))
    name_curves(axes)
    assert_allclose(axes.texts[0].xy, [0.5, 1])


@pytest.mark.parametrize("ys", [(0, 0, 0), (0.1, 0.1, 0.1)])
def test_a_legend_names_curves_whose_ends_do_not_tell_them_apart(ys):
    lines = {f"curve {k}": y * X + (1 - X) * k for k, y in enumerate(ys)}
    figure = curves(X, lines, xlabel="x", ylabel="y")
    (axes,) = figure.axes
    assert axes.get_legend() is not None
    assert names(axes) == list(lines)
    assert faults(figure) == []


def test_a_legend_has_the_title_that_it_is_given():
    figure = contours_with_paths(
        X, X, BOWL, {"(0, 1)": [(0, 1)]}, xlabel="a", ylabel="b", title="start"
    )
    assert figure.axes[0].get_legend().get_title().get_text() == "start"
    assert faults(figure) == []


def test_scales_write_their_numbers():
    figure = contours_with_paths(
        X, X, BOWL + 5.08e-5, {"p": [(0, 0)]}, xlabel="a", ylabel="b", levels=1
    )
    shown = [label.get_text() for label in figure.axes[1].get_yticklabels()]
    assert shown[0] == "5.1 \u00d7 10⁻⁵"


@pytest.mark.parametrize("wide", [1, 3])
def test_equal_scales_make_angles_true(wide):
    figure = contours_with_paths(
        wide * X, X, BOWL, {"p": [(0, 0)]}, xlabel="a", ylabel="b", equal=True
    )
    figure.draw_without_rendering()
    axes, bar = figure.axes
    box = axes.get_window_extent()
    assert_allclose(box.width / box.height, wide, rtol=0.02)
    assert_allclose(bar.get_window_extent().y0, box.y0, rtol=0.02)
