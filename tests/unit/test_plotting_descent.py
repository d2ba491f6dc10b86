"""Figures of descents draw what they are given."""

import numpy as np
from numpy.testing import assert_allclose

from udl.plotting.fitting.descent import logarithmic, runs


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
