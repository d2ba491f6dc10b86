"""Learning curves and digits hold what they were given."""

import numpy as np
from numpy.testing import assert_allclose
from plotted import drawn

from udl.plotting.generalization.learning import bands, digit_lines

X = np.arange(1, 5)
FAMILY = np.array([[4.0, 3, 2, 1], [6, 5, 4, 1]])


def test_a_band_holds_all_curves_and_the_line_is_their_mean():
    axes = bands(
        X, {"a": FAMILY, "b": FAMILY[0]}, xlabel="x", ylabel="y", ylim=(0, 7), log=True
    ).axes[0]
    assert_allclose(drawn(axes), [FAMILY.mean(axis=0), FAMILY[0]])
    (band,) = axes.collections
    heights = band.get_paths()[0].vertices[:, 1]
    assert_allclose([heights.min(), heights.max()], [1, 6])
    assert [text.get_text() for text in axes.texts] == ["a", "b"]


def test_names_go_where_they_are_sent():
    axes = bands(
        X, {"a": FAMILY}, xlabel="x", ylabel="y", ylim=(0, 7), where=[(2, 6)]
    ).axes[0]
    assert axes.texts[0].xy == (2, 6)


def test_each_column_has_a_digit():
    y = np.tile(np.arange(10), 3)
    x = y[:, None] + np.arange(30)[:, None] * np.ones(4)
    axes = digit_lines(x, y, rows=2).axes
    assert len(axes) == 20
    assert_allclose(drawn(axes[13])[0], x[13])
