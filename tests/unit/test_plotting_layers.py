"""The picture of layers marks what a unit sees."""

import numpy as np

from udl.plotting.images.layers import seen_by


def test_the_inputs_of_a_unit_are_marked():
    x = np.sin(np.arange(40.0))
    axes = seen_by(x, [np.ones(19), np.ones(9), np.ones(4)], 1).axes[0]
    marked = axes.get_lines()[1]
    assert list(marked.get_xdata()) == list(range(8, 23))
    counts = [len(dots.get_offsets()) for dots in axes.collections]
    assert counts == [19, 7, 9, 3, 4, 1]
    assert axes.collections[-1].get_offsets()[0][0] == 8 + 7
