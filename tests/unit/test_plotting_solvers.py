"""The drawings of walks along an ODE show what they are given."""

import numpy as np
from numpy.testing import assert_allclose
from plotted import names

from udl.plotting.fitting import solvers


def growth(t, x):
    return 0.5 * x


def solution(t):
    return 0.5 * np.exp(np.asarray(t) / 2)


def lines(axes):
    return [line.get_xydata() for line in axes.get_lines()]


def test_a_walk_is_drawn_over_slopes_and_beside_the_solution():
    times, path = np.array([0.0, 2, 4]), np.array([0.5, 1, 2])
    figure = solvers.slopes_and_walk(growth, solution, times, path, xlim=(0, 4),
                                     ylim=(0, 4), note="steps of 2")  # fmt: skip
    (axes,) = figure.axes
    assert axes.get_title(loc="left") == "steps of 2"
    assert {"solution", "walk"} <= set(names(axes))
    field, curve, walked = lines(axes)[:3]
    assert np.array_equal(walked, np.stack([times, path], axis=1))
    assert_allclose(curve[:, 1], solution(curve[:, 0]))
    first, second = field[0], field[1]
    middle = (first + second) / 2
    slope = (second - first)[1] / (second - first)[0]
    assert_allclose(slope, growth(*middle))


def test_each_look_has_its_number_and_its_slope():
    seen = np.array([[0, 0.5, 0.25], [2, 1.0, 0.5]])
    panes = {"Euler": (seen[:1], 1.0), "Heun": (seen, 1.25)}
    figure = solvers.looks_of_steps(panes, solution, (0, 2), ylim=(0, 2))
    euler, heun = figure.axes[:2]
    assert "2" not in names(euler)
    assert {"1", "2"} <= set(names(heun))
    assert any(np.array_equal(points, [[2, 1.25]]) for points in lines(heun))


def test_errors_are_on_two_logarithmic_axes():
    h = np.array([1, 0.5, 0.25])
    figure = solvers.error_lines({"Euler": (h, h), "Heun": (h, h**2)}, xlabel="h")
    (axes,) = figure.axes
    assert (axes.get_xscale(), axes.get_yscale()) == ("log", "log")
    assert_allclose(lines(axes)[1], np.stack([h, h**2], axis=1))


def test_the_point_in_the_map_and_the_walks_are_drawn():
    real, imaginary = np.linspace(-3, 1, 21), np.linspace(-2, 2, 21)
    z = real + 1j * imaginary[:, np.newaxis]
    times = np.linspace(0, 10, 11)
    figure = solvers.regions_and_walks(
        real, imaginary, {"Euler": abs(1 + z)}, -0.5 + 1j, times, np.exp(-times),
        {"Euler": (times, 0 * times)}, note="steps of 1",
    )  # fmt: skip
    left, right = figure.axes
    assert "Euler" in names(left)
    assert any(np.array_equal(points, [[-0.5, 1]]) for points in lines(left))
    assert len(lines(right)) == 2


def test_paths_and_their_walks_end_at_the_data():
    levels, paths = np.geomspace(10, 0.01, 5), np.arange(10.0).reshape(5, 2)
    density = np.linspace(-2, 2, 9), np.ones(9)
    figure = solvers.noise_to_data(levels, paths, levels[::2], paths[::2], density)
    left, right = figure.axes
    assert left.get_xscale() == "log"
    assert left.get_xlim() == (10, 0.01)
    assert len(lines(left)) == 4
    assert right.get_title(loc="left") == "data"
