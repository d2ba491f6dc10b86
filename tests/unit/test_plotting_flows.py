"""Bent squares hold their lines and points, and bins their rises."""

import numpy as np
from numpy.testing import assert_allclose
from plotted import names

from udl.plotting.generative.flows import bins_and_slopes, squares, tenths


def test_squares_have_the_same_side_and_all_lines():
    line, points = np.array([[0.5, 0.5], [0, 1]]), np.full((2, 3), 0.25)
    figure = squares({"a": ([line], points), "b": ([line], points)}, marked=[1])
    for axes in figure.axes:
        box = axes.get_position()
        sides = figure.get_size_inches() * (box.width, box.height)
        assert_allclose(*sides)
        assert len(axes.get_lines()) == 2
        assert len(axes.collections[0].get_offsets()) == 3


def test_bins_show_rises_and_slopes():
    figure = bins_and_slopes([0.2, 0.8], 0.75)
    upper, lower = figure.axes
    assert {"0.2", "0.8"} <= set(names(upper))
    assert_allclose(upper.get_lines()[-1].get_xydata(), [[0.75, 0.6]])
    assert_allclose(lower.patches[0].get_data().values, [0.4, 1.6])


def test_every_second_tenth_is_a_band_from_axis_to_axis():
    h = np.linspace(0, 1, 101)
    axes = tenths(h, h**2).axes[0]
    boxes = [band.get_paths()[0].get_extents() for band in axes.collections]
    below, beside = boxes[0::2], boxes[1::2]
    assert_allclose([box.width for box in below], 0.1)
    assert_allclose(
        [box.height for box in beside], np.diff((np.arange(11) / 10) ** 2)[::2]
    )
    assert all(box.y0 == 0 for box in below)
    assert all(box.x0 == 0 for box in beside)
