"""Figures of descents draw what they are given."""

import numpy as np
from numpy.testing import assert_allclose

from udl.plotting.fitting.descent import logarithmic, runs, training_log
from udl.plotting.fitting.surfaces import contours_with_ends


def test_losses_are_drawn_against_steps_on_a_logarithmic_scale():
    losses = {"long": np.array([1.0, 0.1, 0.01]), "short": [1.0, 0.5]}
    figure = logarithmic(None, losses, xlabel="steps", ylabel="loss", ylim=(1e-3, 2))
    (axes,) = figure.axes
    long, short = axes.get_lines()
    assert_allclose(long.get_xdata(), [0, 1, 2])
    assert_allclose(short.get_ydata(), [1.0, 0.5])
    assert axes.get_yscale() == "log"
    assert_allclose(axes.get_ylim()[0], 1e-3)
    assert long.get_linestyle() != short.get_linestyle()


def test_each_method_has_a_row_with_its_runs_and_their_median():
    outcomes = {"one": [1.0, 2.0, 9.0], "two": [3.0, 4.0]}
    (axes,) = runs(outcomes, xlabel="loss").axes
    lines = axes.get_lines()
    assert_allclose(lines[0].get_xdata(), [1.0, 2.0, 9.0])
    assert_allclose([lines[1].get_xdata()[0], lines[3].get_xdata()[0]], [2.0, 3.5])
    assert [label.get_text() for label in axes.get_yticklabels()] == ["one", "two"]
    assert axes.get_ylim()[0] > axes.get_ylim()[1]  # the first at the top


def test_a_log_holds_batches_the_whole_loss_and_a_stair_for_each_epoch():
    batches, whole = np.array([3.0, 1.0, 2.0, 1.0]), np.array([2.0, 1.9, 1.8, 1.7])
    (axes,) = training_log(batches, whole, [4.0, 3.0], steps=2).axes
    dots, line = axes.get_lines()
    assert_allclose(dots.get_ydata(), batches)
    assert_allclose(line.get_ydata(), whole)
    (stairs,) = (one for one in axes.patches if hasattr(one, "get_data"))
    assert_allclose(stairs.get_data().values, [4.0, 3.0])
    assert_allclose(stairs.get_data().edges, [0, 2, 4])


def test_ends_of_many_runs_are_dots_on_a_map_with_named_places():
    grid = np.linspace(0, 1, 5)
    values, ends = np.add.outer(grid, grid), np.array([[0.2, 0.3], [0.6, 0.7]])
    figure = contours_with_ends(
        grid, grid, values, ends, {"A": (0.5, 0.5)}, [(0, 0), (0.1, 0.1)],
        xlabel="a", ylabel="b", levels=2,
    )  # fmt: skip
    axes = figure.axes[0]
    assert any(np.array_equal(one.get_xydata(), ends) for one in axes.get_lines())
    assert {"A", "start"} <= {text.get_text() for text in axes.texts}
