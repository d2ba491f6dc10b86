"""Drawings of importance sampling hold their draws, bands and curves."""

import numpy as np
from numpy.testing import assert_allclose
from plotted import names

from udl.plotting.generative import weighted


def test_terms_and_their_mean_are_drawn():
    y = np.linspace(-2, 4, 61)
    hill = np.exp(-(y**2) / 2)
    figure = weighted.weighted_draws(
        y, hill, hill, hill / 2, draws=np.array([0.0, 1.0]), terms=np.array([1.0, 3.0]),
        repeated=np.array([0.5, 7.0]), mean=0.4,
    )  # fmt: skip
    top, middle, bottom = figure.axes
    assert {"asked for", "drawn from", "to add up"} <= set(names(top))
    dots, average, right = middle.get_lines()
    assert_allclose(dots.get_ydata(), [1, 3])
    assert_allclose(average.get_ydata(), 2)
    assert_allclose(right.get_ydata(), 0.4)
    assert_allclose(bottom.get_lines()[0].get_xdata(), [0.5, 2.0])


def test_a_panel_for_each_function():
    y = np.linspace(-3, 3, 61)
    functions = {"one": np.ones_like(y), "bump": np.exp(-(y**4))}
    figure = weighted.functions_and_density(y, np.exp(-(y**2)), functions)
    for axes, values in zip(figure.axes, functions.values(), strict=True):
        product = axes.get_lines()[1].get_ydata()
        assert_allclose(product, values * np.exp(-(y**2)))


def test_bands_are_two_standard_deviations_wide():
    table = np.array([[1.0, 2.0], [3.0, 2.0]])
    figure = weighted.shrinking_bands([1, 4], 2.0, {"a": (1.5, table), "b": (1, table)})
    middle, low, high = figure.axes[0].get_lines()[1:]
    assert_allclose(middle.get_ydata(), [2, 2])
    assert_allclose(high.get_ydata() - low.get_ydata(), [4, 0])
    edges = figure.axes[0].collections[0].get_paths()[0].vertices[:, 1]
    assert_allclose([edges.min(), edges.max()], [-1, 5])


def test_what_draws_say_is_beside_what_is_true():
    widths = np.geomspace(0.1, 4, 8)
    figure = weighted.claimed_and_true(
        widths, 1 / widths**2, np.ones((2, 8)), without=2.0
    )
    _, dots, curve = figure.axes[0].get_lines()
    assert dots.get_xdata().size == 16
    assert_allclose(curve.get_ydata(), widths**-2)
    assert {"true", "what the draws say"} <= set(names(figure.axes[0]))
