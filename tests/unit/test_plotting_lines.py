"""Lines and the map of all lines show the same lines."""

import numpy as np
from numpy.testing import assert_allclose

from udl.plotting.generalization.lines import lines_as_points


def test_each_line_is_drawn_and_is_a_dot_and_the_stripe_holds_what_passes_near():
    offsets, slopes = np.linspace(-1, 1, 5), np.linspace(-2, 2, 7)
    density = np.exp(-(offsets**2) - slopes[:, np.newaxis] ** 2)
    lines = np.array([[0.1, 0.5], [-0.2, 1.0]])
    figure = lines_as_points(
        ([0.5], [0.4]), offsets, slopes, density, lines,
        stripe=(0.5, 0.4, 0.1), named={"best": lines[0]},
    )  # fmt: skip
    left, right = figure.axes
    for drawn, (offset, slope) in zip(left.lines, lines, strict=False):
        assert_allclose(drawn.get_ydata(), [offset - slope, offset + slope])
    assert_allclose(right.lines[0].get_xydata(), lines)
    low, high = right.lines[1:3]
    heights = [edge.get_xdata() + 0.5 * edge.get_ydata() for edge in (low, high)]
    assert_allclose(heights, [np.full(7, 0.2), np.full(7, 0.6)])
    assert [text.get_text() for text in left.get_legend().texts] == ["best"]
