"""Figures of kernels over pictures hold what they are given."""

import numpy as np

from udl.plotting.images.windows import maps, window

X = np.arange(20.0).reshape(4, 5)
OMEGA = np.array([[1, 0, 2], [0, 3, 0], [4, 0, 5]])


def test_the_window_shows_its_pixels_its_weights_and_the_output():
    h = np.array([[91, 92, 93], [94, 95, 96]])
    axes = window(X, OMEGA, h, (1, 2)).axes[0]
    written = [text.get_text() for text in axes.texts]
    assert [w for w in written if w.isdigit()] == [
        *("7", "8", "9", "12", "13", "14", "17", "18", "19"),
        *("1", "0", "2", "0", "3", "0", "4", "0", "5"),
    ]
    assert "add up to 96" in written
    assert np.array_equal(axes.images[1].get_array(), h)


def test_each_map_has_a_title():
    axes = maps({"a": X, "b": -X}).axes[0]
    assert [text.get_text() for text in axes.texts] == ["a", "b"]
