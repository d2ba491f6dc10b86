"""Figures of signals hold what they are given."""

import numpy as np

from udl.plotting.images.signals import before_and_after, matrices, sliding

X = np.array([1.0, 2.0, 4.0, 3.0])


def test_an_output_has_a_line_for_each_weight():
    axes = sliding(X, np.array([0.5, 1, 2]), X, 0).axes[0]
    ends = [list(line.get_xdata()) for line in axes.get_lines() if
            len(line.get_xdata()) == 2 and line.get_xdata()[1] == 0]  # fmt: skip
    assert [-1, 0] in ends
    assert [1, 0] in ends
    assert "0.5" in [text.get_text() for text in axes.texts]


def test_outputs_of_a_stride_are_at_their_places():
    axes = before_and_after(X, {"half": X[::2]}).axes[0]
    signal, output = axes.get_lines()
    assert list(output.get_xdata()) == [0, 2]
    assert list(signal.get_ydata()) == list(X)


def test_each_matrix_has_a_map():
    figure = matrices({"a": np.eye(3), "b": -np.ones((2, 3))})
    assert [axes.get_title(loc="left") for axes in figure.axes] == ["a", "b"]
