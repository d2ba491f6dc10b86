"""Shares and bars hold what they are given."""

import numpy as np
from gate import faults
from numpy.testing import assert_allclose
from plotted import names

from udl.plotting.losses.shares import loss_bars, stacked_shares

X = np.linspace(0, 1, 51)
SHARES = np.array([0.6 - 0.5 * X, 0.4 * np.ones_like(X), 0.5 * X])
PLACES, LABELS = np.array([0.2, 0.7, 0.9]), np.array([0, 1, 0])


def test_shares_are_stacked_to_one_and_data_lie_in_their_area():
    figure = stacked_shares(X, SHARES, ["a", "b", "c"], data=(PLACES, LABELS))
    (axes,) = figure.axes
    tops = [area.get_paths()[0].vertices[:, 1].max() for area in axes.collections]
    assert_allclose(tops, [0.6, 1.0, 1.0])
    dots = [line for line in axes.get_lines() if line.get_linestyle() == "None"]
    assert_allclose(dots[0].get_xydata(), [[0.2, 0.25], [0.9, 0.075]])
    assert names(axes) == ["a", "b", "c"]
    assert faults(figure) == []


def test_a_bar_is_as_long_as_its_loss():
    losses = np.array([0.1, 2.0, 0.3])
    figure = loss_bars(PLACES, losses, grid=X, probability=X, ylabel="p", labels=LABELS)
    above, below = figure.axes
    bars = {x: end for part in below.collections
            for (x, start), (_, end) in part.get_segments() if start == 0}  # fmt: skip
    assert bars == dict(zip(PLACES.tolist(), losses.tolist(), strict=True))
    assert "2.4 in all" in below.get_title(loc="left")
    assert_allclose(above.get_lines()[0].get_ydata(), X)
    assert faults(figure) == []
