"""Figures of chapter 4 draw what they are given."""

import numpy as np
from numpy.testing import assert_allclose
from plotted import drawn, names

from udl.plotting.networks.composition import (
    folded_strip,
    growth,
    joints_from_levels,
    polylines,
    staircase,
    unfolded_planes,
)
from udl.plotting.networks.deep import (
    before_and_after,
    clipped_line,
    folded_copies,
    layer_blocks,
    marked_joints,
    stages,
)

X = np.array([0.0, 1.0, 3.0])
Y = np.array([-1.0, 1.0, -3.0])


def test_polylines_mark_joints_and_not_ends():
    above, below = polylines(
        {"one": (X, Y), "two": (X, -Y)}, xlabel="x", ylabels=["a", "b"]
    ).axes
    assert_allclose(drawn(above)[0], Y)
    assert_allclose(drawn(above)[1], [1.0])
    assert [above.get_ylabel(), below.get_ylabel()] == ["a", "b"]
    assert below.get_title(loc="left") == "two"


def test_folded_strip_marks_the_cut_on_each_layer_that_it_meets():
    above, below = folded_strip(X, Y, 0.5, xlabel="x", ylabel="y").axes
    layers = [line for line in above.get_lines() if line.get_linewidth() == 5]
    assert_allclose([line.get_xdata() for line in layers], [Y[:2], Y[1:]])
    dots = [next(line for line in axes.get_lines() if line.get_marker() == "o")
            for axes in (above, below)]  # fmt: skip
    assert_allclose(dots[0].get_xdata(), [0.5, 0.5])
    assert_allclose(dots[0].get_ydata(), [2, 1])
    assert_allclose(np.interp(dots[1].get_xdata(), X, Y), [0.5, 0.5])
    assert "layer 2" in [text.get_text() for text in below.texts]


def test_folded_strip_marks_nothing_beside_the_strip():
    for axes in folded_strip(X, Y, 2.0, xlabel="x", ylabel="y").axes:
        dots = next(line for line in axes.get_lines() if line.get_marker() == "o")
        assert dots.get_xdata().size == 0


def test_joints_from_levels_marks_the_same_places_in_both_panels():
    places = np.array([0.5, 1.5])
    above, below = joints_from_levels(
        (X, Y), np.array([0.0]), places, (X, 2 * Y), xlabel="x", ylabels=("a", "b")
    ).axes
    for axes, factor in ((above, 1), (below, 2)):
        dots = next(line for line in axes.get_lines() if line.get_marker() == "o")
        assert_allclose(dots.get_xdata(), places)
        assert_allclose(dots.get_ydata(), factor * np.interp(places, X, Y))


def test_staircase_draws_steps_marks_and_names():
    counts = {"a": np.array([1, 2, 2]), "b": np.array([1, 1, 1])}
    (axes,) = staircase(X, counts, xlabel="c", ylabel="n", marks=[2.0]).axes
    assert_allclose(drawn(axes)[0], [1, 2, 2])
    assert axes.get_lines()[2].get_xdata() == [2.0, 2.0]
    assert names(axes) == ["a", "b"]
    assert axes.get_ylim()[0] == 0
    (alone,) = staircase(X, {"a": counts["a"]}, xlabel="c", ylabel="n").axes
    assert names(alone) == []


def test_growth_is_logarithmic_with_a_marker_a_curve():
    steps = np.arange(3)
    (axes,) = growth(
        steps, {"a": 3**steps, "b": steps + 1}, xlabel="n", ylabel="pieces"
    ).axes
    assert axes.get_yscale() == "log"
    assert len({line.get_marker() for line in axes.get_lines()}) == 2
    assert_allclose(drawn(axes)[0], [1, 3, 9])


def test_unfolded_planes_have_a_panel_each_and_two_lines_a_fold():
    sums = X[:, None] + X - 2
    above, below = unfolded_planes(
        X, {"a": (sums, [1.0]), "b": (sums, [1.0, 2.0])}, xlabel="u", ylabel="v"
    ).axes
    assert [len(above.get_lines()), len(below.get_lines())] == [2, 4]
    assert above.get_title(loc="left") == "a"


def test_clipped_line_draws_what_is_received_and_what_is_passed_on():
    (axes,) = clipped_line(X, Y, np.array([0.5, 1.5]), xlabel="x", ylabel="f").axes
    received, passed_on, old, dots = axes.get_lines()[:4]
    assert_allclose(received.get_ydata(), Y)
    assert_allclose(passed_on.get_ydata(), [0, 0, 1, 0, 0], atol=1e-12)
    assert_allclose(old.get_xdata(), [1.0])
    assert_allclose(dots.get_xdata(), [0.5, 1.5])
    assert "cut off" in [text.get_text() for text in axes.texts]


def test_stages_draw_a_row_a_unit_in_each_panel():
    rows = np.stack([Y, -Y])
    figure = stages(X, {"one": rows, "two": 2 * rows}, ["a", "b"], xlabel="x")
    above, below = figure.axes
    assert_allclose(drawn(above)[1], -Y)
    assert_allclose(drawn(below)[0], 2 * Y)
    assert [names(above), names(below)] == [["a", "b"], []]


def test_marked_joints_lie_on_the_line():
    (axes,) = marked_joints(
        (X, Y), {"a": np.array([1.0]), "b": np.array([2.0])}, xlabel="x", ylabel="y"
    ).axes
    assert_allclose(drawn(axes)[1], [1.0])
    assert_allclose(drawn(axes)[2], [-1.0])
    assert names(axes) == ["a", "b"]


def test_before_and_after_draws_pairs_with_given_names():
    above, below = before_and_after(
        X, {"one": (Y, -Y), "two": (Y, Y)}, xlabel="x", names=("a", "b")
    ).axes
    assert_allclose(drawn(above)[1], -Y)
    assert_allclose(drawn(below)[1], Y)
    assert names(above) == ["a", "b"]


def test_layer_blocks_are_as_wide_and_tall_as_the_matrices():
    (axes,) = layer_blocks([4, 5, 1], 3).axes
    sizes = [(round(p.get_height()), round(p.get_width())) for p in axes.patches]
    assert sizes == [
        (5, 3), (5, 1), (5, 4), (4, 3),
        (1, 3), (1, 1), (1, 5), (5, 3),
    ]  # fmt: skip


def test_folded_copies_draw_each_fold_over_both_inputs():
    x, first = np.linspace(-1, 1, 9), np.abs(np.linspace(-1, 1, 9))
    figure = folded_copies(x, first, first**2, cuts=[0], limits=(-1, 2))
    above, below = figure.axes
    left, right, _ = above.get_lines()
    assert left.get_xdata().tolist() == [-1, -0.75, -0.5, -0.25, 0]
    assert right.get_xdata().tolist() == [0, 0.25, 0.5, 0.75, 1]
    assert below.get_lines()[0].get_xdata().tolist() == [1, 0.75, 0.5, 0.25, 0]
    assert above.get_ylim() == below.get_ylim() == (-1, 2)
    assert [text.get_text() for text in above.texts] == ["fold 1", "fold 2"]
