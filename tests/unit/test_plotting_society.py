"""Drawings of applicants and of a black box name what they show."""

import numpy as np
from plotted import names

from udl.datasets.credit import applicants
from udl.plotting.society.credit import applicants_above, chances, roc_curves
from udl.plotting.society.explanations import ice_curves, neighborhood, slices
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


def test_the_neighborhood_has_its_samples_and_a_border_where_the_plane_is_zero():
    values = np.linspace(0, 1, 11)
    scores = values - 0.5 + 0 * values[:, np.newaxis]
    samples = np.full((3, 7), 0.3)
    plane = -0.2, np.array([1.0, 0.5, -1.0])
    figure = neighborhood(values, scores, (0, 1), [0.3, 0.4, 0.1], samples, 0.1, plane)
    axes = figure.axes[0]
    assert names(axes) == ["you", "yes", "no"]
    you, cloud, border = axes.get_lines()
    assert (you.get_xdata(), you.get_ydata()) == ([0.3], [0.4])
    assert len(cloud.get_xdata()) == 7
    np.testing.assert_allclose(border.get_xdata() + 0.5 * border.get_ydata(), 0.3)


def test_each_curve_goes_through_its_dot_and_no_label_is_on_another():
    values = np.linspace(0, 1, 11)
    curves = [values - 1, values - 1, -values]
    axes = ice_curves(values, curves, [0.3, 0.3, 0.7], -0.7).axes[0]
    dots = [line for line in axes.get_lines() if line.get_marker() == "o"]
    assert [dot.get_ydata() for dot in dots] == [[-0.7]] * 3
    labels = sorted(text.xy[1] for text in axes.texts if hasattr(text, "xy"))
    assert min(np.diff(labels)) > 1


def test_slices_are_of_all_pairs():
    values = np.linspace(0, 1, 5)
    maps = [np.add.outer(values, values) - 1] * 6
    grid = slices(values, maps, [0.1, 0.2, 0.3, 0.4]).axes
    assert [axes.get_xlabel() + axes.get_ylabel() for axes in grid] == [
        f"$x_{k}$$x_{m}$" for k in range(4) for m in range(k + 1, 4)
    ]
    assert [axes.get_lines()[0].get_xdata()[0] for axes in grid] == [
        0.1, 0.1, 0.1, 0.2, 0.2, 0.3
    ]  # fmt: skip
