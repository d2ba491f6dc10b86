"""The squares on the errors have the area of the loss."""

import numpy as np
from numpy.testing import assert_allclose

from udl.plotting.fitting.squares import errors_as_squares, lines_on_map

X, Y = np.array([0.5, 1.0, 2.0]), np.array([1.0, 0.5, 1.5])


def test_the_squares_have_the_area_of_the_loss():
    slopes = np.linspace(-1, 1, 5)
    figure = errors_as_squares(X, Y, (1.0, 0.5), slopes, slopes**2)
    left, right = figure.axes
    errors = 1 + 0.5 * X - Y
    assert_allclose([box.get_width() for box in left.patches], np.abs(errors))
    assert_allclose([box.get_height() for box in left.patches], errors)
    assert f"{np.sum(errors**2):.2f}" in left.get_title(loc="left")
    assert_allclose(np.ravel(right.get_lines()[1].get_data()), [0.5, np.sum(errors**2)])


def test_each_line_is_a_point_of_its_own_color():
    mesh = np.stack(np.meshgrid(np.linspace(0, 2, 5), np.linspace(-1, 1, 5)), axis=-1)
    losses = np.sum((mesh - [1, 0]) ** 2, axis=-1)
    left, right = lines_on_map(X, Y, mesh, losses, [(0.5, 0.2), (1.5, -0.6)]).axes
    drawn, points = left.get_lines()[1:], right.get_lines()
    assert_allclose([line.get_ydata() for line in drawn], [[0.5, 0.9], [1.5, 0.3]])
    assert_allclose([np.ravel(p.get_data()) for p in points], [[0.5, 0.2], [1.5, -0.6]])
    assert [p.get_color() for p in points] == [line.get_color() for line in drawn]
