"""Diagrams of networks show each unit, edge and number that they are given."""

import numpy as np
import pytest
from gate import faults
from numpy.testing import assert_allclose

from udl.plotting.networks.diagram import network

LAYERS = [["$x_1$", "$x_2$"], ["$h_1$", "$h_2$", "$h_3$"], ["$y$"]]
WEIGHTS = [np.array([[1.5, -0.4], [0.3, 0.0], [-2.0, 7.0]]), [["a", "b", ""]]]


def texts(axes):
    return {text.get_text(): text.get_position() for text in axes.texts}


def edges(axes):
    return [text for text in axes.texts if getattr(text, "arrow_patch", None)]


def test_units_stand_in_columns_from_left_to_right_and_top_to_bottom():
    (axes,) = network(LAYERS).axes
    places = texts(axes)
    assert places["$x_1$"][0] == places["$x_2$"][0] < places["$h_1$"][0]
    assert places["$h_1$"][1] > places["$h_2$"][1] > places["$h_3$"][1]
    assert len(axes.patches) == 6
    assert len(edges(axes)) == 2 * 3 + 3


def test_weights_stand_on_their_edges_and_zeros_have_none():
    (axes,) = network(LAYERS, weights=WEIGHTS).axes
    places = texts(axes)
    assert len(edges(axes)) == 5 + 2
    for name, start, end in (("\u22120.4", "$x_2$", "$h_1$"), ("7", "$x_2$", "$h_3$")):
        along = np.subtract(places[end], places[start])
        beside = np.subtract(places[name], places[start])
        assert_allclose(along[0] * beside[1], along[1] * beside[0])


def test_values_stand_above_derivatives_below_their_unit():
    figure = network(
        LAYERS, values=[[1, 2], [3, 4, 5], [6]], derivatives=[None, [30, 40, 50], [1.5]]
    )
    places = texts(figure.axes[0])
    unit, value, derivative = places["$h_2$"], places["4"], places["40"]
    assert unit[0] == value[0] == derivative[0]
    assert unit[1] > value[1] > derivative[1]
    assert "derivatives" in places


@pytest.mark.parametrize(
    "options", [{}, {"weights": WEIGHTS, "titles": ["a", "b", "c"]}]
)
def test_diagrams_can_be_read(options):
    assert faults(network(LAYERS, **options)) == []
