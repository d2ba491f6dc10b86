"""Drawings of applicants name their groups and show the shares that they are given."""

import numpy as np
from plotted import names

from udl.datasets.credit import applicants
from udl.plotting.society.credit import applicants_above, chances, roc_curves
from udl.society import fairness

SCORES, PEOPLE = applicants()


def test_each_group_has_two_curves_a_threshold_and_its_share():
    rows = applicants_above(SCORES, PEOPLE, (0.0, 1.0), (0.278, 0.5)).axes
    assert [axes.get_title(loc="left") for axes in rows] == [
        "Group 0: 28% get a loan",
        "Group 1: 50% get a loan",
    ]
    for axes, threshold in zip(rows, (0, 1), strict=True):
        assert len(axes.get_lines()) == 3
        assert set(axes.get_lines()[-1].get_xdata()) == {threshold}
        assert names(axes) == ["repay", "default"]


def test_roc_curves_mark_each_pair_of_points():
    pair = np.array([[0.1, 0.8], [0.4, 0.8]])
    axes = roc_curves(fairness.roc(PEOPLE), [("equal opportunity", pair)]).axes[0]
    assert {"group 0", "group 1", "equal opportunity"} <= set(names(axes))
    assert len(axes.get_lines()) == 3 + 3


def test_chances_draw_a_curve_for_each_group():
    axes = chances(SCORES, fairness.chance_to_repay(PEOPLE)).axes[0]
    assert len(axes.get_lines()) == 2
    assert names(axes) == ["group 0", "group 1"]
