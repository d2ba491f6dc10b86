"""The walk by columns begins at the offsets and ends at the outputs."""

import numpy as np
from numpy.testing import assert_allclose
from plotted import names

from udl.plotting.networks.columns import walk_by_columns

OFFSETS, WEIGHTS = np.array([0.5, 0.2]), np.array([[-1.0, 0.4], [0.1, 1.2]])


def test_the_walk_ends_at_the_outputs():
    (axes,) = walk_by_columns(OFFSETS, WEIGHTS, [3, -2]).axes
    *_, start, end = axes.get_lines()
    assert_allclose(np.ravel(start.get_data()), OFFSETS)
    assert_allclose(np.ravel(end.get_data()), OFFSETS + WEIGHTS @ [3, -2])


def test_each_arrow_is_named_with_its_steps():
    (axes,) = walk_by_columns(OFFSETS, WEIGHTS, [3, -2]).axes
    texts = [text for text in names(axes) if "column" in text]
    assert [text.split()[-1] for text in texts] == ["1", "2"]
    assert [text.split()[0] for text in texts] == ["3", "\N{MINUS SIGN}2"]


def test_no_step_has_no_arrow():
    (axes,) = walk_by_columns(OFFSETS, WEIGHTS, [0, -2], target=(1, -1)).axes
    assert not any("column 1" in text for text in names(axes))
    assert "target" in names(axes)
