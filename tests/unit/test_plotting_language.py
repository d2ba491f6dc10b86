"""Figures of attention hold what they are given."""

import numpy as np

from udl.plotting.language.attention import listening, maps, spread


def test_lines_are_as_wide_as_the_weights():
    axes = listening(["a", "longer", "word"], [0.5, 0.25, 0.25], 1).axes[0]
    widths = [line.get_linewidth() for line in axes.get_lines()]
    assert widths[0] == 2 * widths[1] == 2 * widths[2]
    texts = [text.get_text() for text in axes.texts]
    assert texts.count("longer") == 2
    assert {"50", "25"} <= set(texts)


def test_each_table_has_a_map():
    figure = maps({"one": np.eye(3), "two": np.full((2, 2), 0.5)})
    assert [axes.get_title(loc="left") for axes in figure.axes] == ["one", "two"]


def test_shares_are_lines_from_the_largest_down():
    shares = {"one": np.array([0.7, 0.3]), "two": np.array([0.5, 0.5])}
    figure = spread(np.random.default_rng(0).normal(size=50), 1.0, shares)
    lines = figure.axes[1].get_lines()
    assert [list(line.get_ydata()) for line in lines] == [[0.7, 0.3], [0.5, 0.5]]
