"""Figures of signal sizes hold what they were given."""

import numpy as np
from numpy.testing import assert_allclose

from udl.plotting.gradients.moments import (
    both_directions,
    fates,
    kept_half,
    size_bands,
)

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


def test_fates_draws_each_network_and_the_middle_one():
    (axes,) = fates(SIZES, (0.1, 10), ylim=(0.01, 100)).axes
    drawn = [line.get_ydata() for line in axes.get_lines()]
    assert_allclose(drawn, [*SIZES, np.median(SIZES, axis=0)])
    low, high = axes.patches[0].get_extents().get_points()[:, 1]
    assert_allclose(axes.transData.inverted().transform([[0, low], [0, high]])[:, 1],
                    [0.1, 10])  # fmt: skip


def test_the_kept_half_is_the_right_one():
    f = np.linspace(-2, 2, 5)
    (axes,) = kept_half(f, f**2).axes
    lost, kept = (each.get_paths()[0].vertices[:, 0] for each in axes.collections)
    assert lost.max() == kept.min() == 0
    assert [text.get_text() for text in axes.texts][1].startswith("kept")


def test_the_arrows_point_forward_above_and_backward_below():
    above, below = both_directions(SIZES, 2 * SIZES).axes
    for axes, sizes, sign in ((above, SIZES, 1), (below, 2 * SIZES, -1)):
        drawn = [line.get_ydata() for line in axes.get_lines()][: len(sizes)]
        assert_allclose(drawn, sizes)
        (arrow,) = axes.texts
        assert sign * (arrow.xy[0] - arrow.get_position()[0]) > 0
