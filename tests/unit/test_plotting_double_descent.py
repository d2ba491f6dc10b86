"""Figures of errors against the width hold what they were given."""

import numpy as np
from numpy.testing import assert_allclose
from plotted import drawn, names

from udl.plotting.generalization.double_descent import (
    closed_and_sampled,
    fit_and_error,
    two_errors,
)

WIDTHS = np.array([2, 4, 8, 16])


def test_a_fit_is_drawn_beside_the_errors_of_all():
    grid = np.linspace(0, 1, 5)
    left, right = fit_and_error(
        grid, grid, (grid, grid + 1), grid**2, [2, 5, 15], [0.3, 0.1, 0.2], 5
    ).axes
    assert_allclose(drawn(left), [grid, grid**2, grid + 1])
    assert_allclose(right.lines[0].get_ydata(), [0.3, 0.1, 0.2])
    assert right.lines[1].get_xydata().tolist() == [[5, 0.1]]


def test_errors_are_drawn_in_percent_and_shaded_from_the_threshold_on():
    error = np.array([0.5, 0.2, 0.0, 0.0])
    axes = two_errors(WIDTHS, error, error + 0.1, threshold=8).axes[0]
    assert_allclose(axes.lines[0].get_ydata(), 100 * error)
    assert_allclose(axes.lines[1].get_ydata(), 100 * error + 10)
    ground = axes.patches[0].get_extents().transformed(axes.transData.inverted())
    assert_allclose([ground.x0, ground.x1], [8, 16])
    assert {"training", "test"} <= {text.get_text() for text in axes.texts}


def test_nothing_is_shaded_without_a_threshold():
    axes = two_errors(WIDTHS, np.ones(4), np.ones(4)).axes[0]
    assert not axes.patches
    counted = two_errors(WIDTHS, np.ones(4), np.ones(4), counted=("here", 5.0)).axes[0]
    assert any(line.get_xdata()[0] == 5 for line in counted.lines)


def test_infinite_values_leave_a_gap():
    line = np.array([1.0, np.inf, np.inf, 2.0])
    axes = closed_and_sampled(
        WIDTHS, {"formula": line}, (WIDTHS[:1], [1.1]), middle=5, xlabel="x",
        ylabel="y", ylim=(0, 3),
    ).axes[0]  # fmt: skip
    assert np.isnan(axes.lines[0].get_ydata()[1:3]).all()
    assert set(names(axes)) == {"formula", "sampled"}
