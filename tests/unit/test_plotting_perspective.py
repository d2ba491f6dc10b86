"""Surfaces in perspective have their points in place, the near before the far."""

import numpy as np
from gate import faults
from numpy.testing import assert_allclose
from plotted import names

from udl.plotting.fitting.landscape import landscape
from udl.plotting.networks.sheet import folded, sheet
from udl.plotting.perspective import View, heights

X = np.linspace(-1, 1, 21)
SADDLE = X * X[:, np.newaxis]


def test_views_from_the_front_and_from_above_are_plain():
    front = View((0, 2), (0, 2), (0, 4), azimuth=0, elevation=0, tall=1)
    across, up, near = front.project([0, 2], [0, 2], [0, 4])
    assert_allclose(across, [-0.5, 0.5])
    assert_allclose(up, [-0.5, 0.5])
    assert near[0] > near[1]
    above = View((0, 2), (0, 2), (0, 4), azimuth=0, elevation=90)
    assert_allclose(above.project(1, [0, 2], 3)[1], [-0.5, 0.5])


def test_the_nearest_face_is_drawn_last():
    (axes,) = sheet(X, X, SADDLE).axes
    net = axes.collections[0]
    first, last = (net.get_paths()[n].vertices[:4] for n in (0, -1))
    lowest = min(path.vertices[:, 1].min() for path in net.get_paths())
    assert np.isclose(last[:, 1].min(), lowest, atol=0.1)
    assert first[:, 1].mean() > last[:, 1].mean()
    assert len(net.get_paths()) == 2 * 20 * 20


def test_a_joint_lies_on_the_sheet_where_its_unit_is_zero():
    unit = X - 0.5 + 0 * X[:, np.newaxis]
    (axes,) = sheet(X, X, SADDLE, units=[unit], azimuth=0, elevation=0).axes
    (line, *_) = [line for line in axes.get_lines() if line.get_linewidth() > 2]
    assert_allclose(line.get_xdata(), 0.25)  # 0.5 on an axis from -1 to 1
    room = 0.05 * 2
    expected = 0.6 * (0.5 * np.array([-1, 1]) / (2 + 2 * room))
    assert_allclose(sorted(line.get_ydata()[[0, -1]]), expected)


def test_heights_between_grid_points_are_those_of_the_plane():
    rng = np.random.default_rng(0)
    plane = 2 * X - 3 * X[:, np.newaxis] + 1
    a, b = rng.uniform(-1, 1, (2, 50))
    assert_allclose(heights(X, X, plane, a, b), 2 * a - 3 * b + 1)


def test_paths_lie_on_the_landscape():
    bowl = X**2 + X[:, np.newaxis] ** 2
    path = [(-1, 1), (0, 0)]
    figure = landscape(
        X, X, bowl, {"down": path}, xlabel="a", ylabel="b", azimuth=0, elevation=0
    )
    (axes,) = figure.axes
    line = next(line for line in axes.get_lines() if line.get_label() == "down")
    assert_allclose(line.get_xydata(), [[-0.5, 0.3], [0, -0.3]], atol=1e-9)
    assert "down" in names(axes)
    assert faults(landscape(X, X, bowl, {"down": path}, xlabel="a", ylabel="b")) == []


def test_sheets_can_be_read():
    assert faults(sheet(X, X, SADDLE, units=[SADDLE - 0.2])) == []


def test_a_folded_sheet_has_a_facet_a_region_and_a_name_a_joint():
    beta_0, omega_0 = np.array([-12.0, -1, 5]), np.array([[1.0, 0], [1, 0], [-1, -1]])

    def output(points):
        return 2 * np.maximum(0, beta_0[:, np.newaxis] + omega_0 @ points).sum(axis=0)

    figure = folded(beta_0, omega_0, output, ends=(0, 10), heights=(0, 40))
    (axes,) = figure.axes
    assert len(axes.patches) == 2 * 4  # the page, then the tint; unit 1 is nowhere on
    assert [name for name in names(axes) if "joint" in name] == ["joint 2", "joint 3"]
    assert faults(figure) == []
    dark = figure._repr_mimebundle_()
    dark = dark[0] if isinstance(dark, tuple) else dark
    assert dark["application/vnd.udl.dark"].count("fill: #14181E; stroke: #14181E") == 4
