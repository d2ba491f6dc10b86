"""Cobwebs go from curve to diagonal, and bounds lie above errors."""

import numpy as np
from numpy.testing import assert_allclose

from udl.plotting.generative.fixed_points import bounded_errors, cobwebs


def test_a_cobweb_turns_at_curve_and_diagonal():
    z, path = np.linspace(0, 1, 11), np.array([0.8, 0.4, 0.2])
    figure = cobwebs({"a": (z, z / 2, path), "b": (z, z / 2, path)}, limits=(0, 1))
    assert len(figure.axes) == 2
    walk = figure.axes[0].get_lines()[2].get_xydata()
    assert_allclose(walk, [[0.8, 0], [0.8, 0.4], [0.4, 0.4], [0.4, 0.2], [0.2, 0.2]])


def test_bounds_and_errors_share_a_logarithmic_axis():
    axes = bounded_errors(
        np.array([1e-1, 1e-3]), np.array([1.0, 1e-1]), ylabel="d"
    ).axes[0]
    assert axes.get_yscale() == "log"
    assert [len(line.get_ydata()) for line in axes.get_lines()] == [2, 2]
