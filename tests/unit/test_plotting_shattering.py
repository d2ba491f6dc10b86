"""Figures of shattered gradients hold what they were given."""

import numpy as np
from numpy.testing import assert_allclose

from udl.plotting.gradients.shattering import agreement, slope_panels


def test_slopes_are_drawn_with_a_mean_square_of_one():
    x, slopes = np.arange(4.0), np.array([1.0, -2.0, 2.0, 4.0])
    above, below = slope_panels(x, {"a": slopes, "b": 1e-9 * slopes}).axes
    for axes in (above, below):
        assert_allclose(axes.get_lines()[0].get_ydata(), slopes / 2.5)
    assert above.get_title(loc="left") == "a"


def test_all_networks_are_pooled_and_each_is_normalized_for_the_band():
    curves = np.array([[1.0, 0.5], [4.0, 0.0], [1.0, 0.1]])
    (axes,) = agreement(np.array([0.0, 90.0]), curves, np.array([1.0, 0.2])).axes
    pooled, theory = (line.get_ydata() for line in axes.get_lines()[:2])
    assert_allclose(pooled, [1, 0.1])
    assert_allclose(theory, [1, 0.2])
    corners = axes.collections[0].get_paths()[0].vertices
    ends = corners[corners[:, 0] == 90, 1]
    assert_allclose([ends.min(), ends.max()], np.percentile([0.5, 0.0, 0.1], [10, 90]))
