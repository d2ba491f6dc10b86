"""Drawn worlds show what they are given."""

import numpy as np
import pytest
from matplotlib.patches import Circle, Polygon, Rectangle

from udl.plotting.decisions.worlds import worlds


def test_each_square_has_its_number_and_its_value():
    values = np.array([0.25, -1.5, 0.0, 2.0, 0.125, 1.0])
    axes = worlds({"a": {"values": values}}, (2, 3)).axes[0]
    texts = [text.get_text() for text in axes.texts]
    assert texts[::2] == ["0", "1", "2", "3", "4", "5"]
    assert texts[1::2][:4] == ["0.25", "\u22121.5", "0", "2"]


@pytest.mark.parametrize(
    ("policy", "count"),
    [([0, 1, 2, 3], 4), (np.full((4, 4), 0.25), 16), (np.eye(4), 4)],
)
def test_a_policy_has_an_arrow_for_each_likely_action(policy, count):
    axes = worlds({"a": {"policy": policy}}, (2, 2)).axes[0]
    arrows = [text for text in axes.texts if text.get_text() == ""]
    assert len(arrows) == count


def test_arrows_point_where_their_actions_lead():
    axes = worlds({"a": {"policy": [0, 1, 2, 3]}}, (1, 4)).axes[0]
    arrows = [text for text in axes.texts if text.get_text() == ""]
    ways = [np.sign(np.round(np.subtract(a.xy, a.xyann), 6)).tolist() for a in arrows]
    assert ways == [[0, -1], [1, 0], [0, 1], [-1, 0]]


def test_walks_chargers_pits_and_starts():
    pane = {"path": [0, 1, 3, 1], "chargers": [3], "pits": [2], "start": 0}
    figure = worlds({"a": pane, "b": {}}, (2, 2))
    marks = figure.axes[0].patches
    assert sum(isinstance(m, Polygon) for m in marks) == 1
    assert sum(isinstance(m, Circle) for m in marks) == 1
    assert sum(isinstance(m, Rectangle) for m in marks) == 5
    walk = figure.axes[0].get_lines()[0].get_xydata()
    assert np.round(walk).tolist() == [[0, 0], [1, 0], [1, 1], [1, 0]]
    assert len(figure.axes[1].patches) == 4
