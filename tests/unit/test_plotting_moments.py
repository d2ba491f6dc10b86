"""Figures of signal sizes hold what they were given."""

import numpy as np
from numpy.testing import assert_allclose

from udl.plotting.gradients.moments import clipped_normal, size_bands

SIZES = np.array([[1.0, 2.0, 4.0], [3.0, 6.0, 9.0], [2.0, 4.0, 8.0]])


def test_bands_are_about_the_median():
    figure = size_bands(
        [1, 2, 3],
        {"one": {"a": SIZES, "b": SIZES[:1]}, "two": {"a": 2 * SIZES}},
        xlabel="layer",
        predictions={"one": {"a": [5.0, 6.0, 7.0]}},
    )
    above, below = figure.axes
    assert above.get_yscale() == below.get_yscale() == "log"
    drawn = [line.get_ydata() for line in above.get_lines()]
    assert_allclose(drawn, [[2, 4, 8], [1, 2, 4], [5, 6, 7]])
    assert len(above.collections) == 1  # one network has no band
    low, high = np.percentile(SIZES[:, 0], [10, 90])
    corners = above.collections[0].get_paths()[0].vertices
    first = corners[corners[:, 0] == 1, 1]
    assert_allclose([first.min(), first.max()], [low, high])
    assert_allclose(below.get_lines()[0].get_ydata(), [4, 8, 16])


def test_clipped_normal_marks_both_means():
    before = np.array([-1.0, 1.0, 2.0, 2.0])
    above, below = clipped_normal(
        np.array([-2.0, 0.0, 3.0]), before, np.maximum(before, 0)
    ).axes
    assert_allclose(above.get_lines()[0].get_xdata(), 1.0)
    assert_allclose(below.get_lines()[0].get_xdata(), 1.25)
    assert_allclose(above.patches[0].get_data().values, [0.25, 0.75])
    assert_allclose(below.patches[0].get_data().values, [0, 1])
