"""Drawings of estimators hold their curves, dots and laws."""

import numpy as np
from numpy.testing import assert_allclose
from plotted import names

from udl.plotting.generative.estimators import dots_about, falling_errors, frozen_draws


def test_tangents_have_their_slopes():
    phis, draws = np.linspace(0, 1, 11), np.outer([1.0, -2.0], np.linspace(0, 1, 11))
    figure = frozen_draws(
        phis,
        draws,
        phis**2,
        at=5,
        slopes=[1.0, -2.0],
        tangent=1.0,
        ylim=((-2, 2), (0, 1)),
    )
    upper, lower = figure.axes
    for axes, slopes in ((upper, [1.0, -2.0]), (lower, [1.0])):
        tangents = [line for line in axes.get_lines() if line.get_color() == "#C44E00"]
        found = [np.diff(t.get_ydata()) / np.diff(t.get_xdata()) for t in tangents]
        assert_allclose(np.ravel(found), slopes)


def test_dots_are_about_the_same_curve():
    x = np.linspace(0, 1, 5)
    figure = dots_about(x, x, {"a": x + 1, "b": x - 1}, ylabel="y")
    assert [axes.get_title(loc="left") for axes in figure.axes] == ["a", "b"]
    assert_allclose(figure.axes[1].get_lines()[1].get_ydata(), x - 1)


def test_errors_fall_on_logarithmic_axes():
    counts = np.array([10, 100, 1000])
    law = 1 / np.sqrt(counts)
    axes = falling_errors(
        counts, {"mine": (np.stack([law, 2 * law]), law)}, ylabel="e"
    ).axes
    assert (axes[0].get_xscale(), axes[0].get_yscale()) == ("log", "log")
    assert len(axes[0].get_lines()) == 3
    assert "mine" in names(axes[0])
