"""Figures of line searches hold what they were given."""

import numpy as np
from numpy.testing import assert_allclose

from udl.plotting.fitting.searching import bracket_history, search_steps

GRID = np.linspace(0, 1, 11)


def spans(axes):
    """The left and right ends of what is shaded."""
    shaded = [patch for patch in axes.patches if patch.get_alpha()]
    boxes = [patch.get_path().get_extents(patch.get_patch_transform())
             for patch in shaded]  # fmt: skip
    return [[round(box.x0, 6), round(box.x1, 6)] for box in boxes]


def test_search_steps_shades_what_is_dropped():
    points = np.array([0, 0.3, 0.6, 0.9])
    panes = {
        "right": (GRID, points, (0, 0.6)),
        "left": (GRID, points, (0.3, 0.9)),
        "none": (GRID, points, None),
    }
    figure = search_steps(GRID, panes)
    assert [spans(axes) for axes in figure.axes] == [[[0.6, 0.9]], [[0, 0.3]], []]
    for axes in figure.axes:
        assert_allclose(axes.get_lines()[1].get_xydata(), np.c_[points, points])
        assert [text.get_text() for text in axes.texts] == ["$a$", "$b$", "$c$", "$d$"]


def test_bracket_history_has_a_row_for_each_bracket():
    brackets = [[0, 0.3, 0.6, 0.9], [0, 0.2, 0.4, 0.6], [0.2, 0.3, 0.5, 0.6]]
    above, below = bracket_history(GRID, GRID**2, brackets).axes
    assert spans(above) == [[0, 0.9], [0, 0.6], [0.2, 0.6]]
    segments = below.collections[0].get_segments()
    assert_allclose(segments, [[[b[0], n], [b[-1], n]] for n, b in enumerate(brackets)])
