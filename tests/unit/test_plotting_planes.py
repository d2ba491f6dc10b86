"""Maps of the plane show the values they are given, the right way up."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.plotting.networks.planes import heat_grid, heat_maps, region_maps

X1, X2 = np.linspace(0, 10, 11), np.linspace(-1, 1, 5)
FIRST, SECOND = np.meshgrid(X1, X2)
ROWS = {"a": {"one": FIRST, "two": SECOND}, "b": {"one": -FIRST, "two": 0 * FIRST}}


def test_a_grid_has_one_color_scale_with_zero_in_the_middle():
    figure = heat_grid(X1, X2, ROWS, label="value", joints={"a": FIRST - 5})
    *grid, bar = figure.axes
    assert [axes.get_title() for axes in grid] == ["one", "two", "", ""]
    assert bar.get_xlabel() == "value"
    for axes, values in zip(grid, [FIRST, SECOND, -FIRST, 0 * FIRST], strict=True):
        (image,) = axes.get_images()
        assert_allclose(image.get_array(), values)
        assert image.get_clim() == (-10, 10)
        assert image.origin == "lower"
    assert [len(axes.collections) for axes in grid] == [1, 1, 0, 0]


def test_joints_may_belong_to_columns():
    figure = heat_grid(X1, X2, ROWS, label="value", joints={"two": SECOND})
    assert [len(axes.collections) for axes in figure.axes[:4]] == [0, 1, 0, 1]


def test_heat_maps_draw_every_joint_in_every_panel():
    panes = {"up": SECOND, "right": FIRST}
    figure = heat_maps(X1, X2, panes, joints=[FIRST - 5, SECOND], marks={"P": (2, 0)})
    up, right = figure.axes[:2]
    assert [up.get_title(loc="left"), right.get_title(loc="left")] == ["up", "right"]
    for axes in (up, right):
        assert len(axes.collections) == 3  # contours, and two joints
        assert [text.get_text() for text in axes.texts] == ["P"]


def test_a_joint_is_drawn_where_its_unit_switches():
    (axes,) = region_maps(X1, X2, {"one": [FIRST - 3.3]}, columns=1).axes
    (path,) = axes.collections[0].get_paths()
    assert_allclose(path.vertices[:, 0], 3.3)


@pytest.mark.parametrize("newest", [False, True])
def test_regions_are_shaded_by_the_number_of_active_units_and_named(newest):
    units = np.stack([FIRST - 5.5, SECOND - 0.1])
    figure = region_maps(X1, X2, {"both": units, "none": units[:0]}, names=True,
                         newest=newest)  # fmt: skip
    both, none = figure.axes
    (image,) = both.get_images()
    assert_allclose(image.get_array(), (units > 0).sum(axis=0))
    where = {text.get_text(): text.get_position() for text in both.texts}
    assert set(where) == {"none", "1", "2", "1, 2"}
    assert where["1"][0] > 5.5
    assert where["1"][1] < 0.1
    assert [text.get_text() for text in none.texts] == ["none"]
    assert len(both.collections) == 2 + newest


def test_only_the_panels_that_are_needed_remain():
    figure = region_maps(X1, X2, dict.fromkeys("abc", FIRST[None]))
    assert [axes.get_title() for axes in figure.axes] == ["a", "b", "c"]


def test_a_square_of_inputs_can_be_drawn_as_a_square():
    axis = np.linspace(0, 10, 11)
    figure = heat_maps(axis, axis, {"one": np.add.outer(axis, axis)}, equal=True)
    box = figure.axes[0].get_window_extent()
    assert_allclose(box.width, box.height, rtol=0.01)
