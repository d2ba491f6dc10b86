"""The drawing of two ways down shows both paths, and says which is which."""

import numpy as np
from numpy.testing import assert_allclose
from plotted import names

from udl.plotting.generalization.valley import two_ways_down


def test_both_paths_are_drawn_and_named_at_their_ends():
    grid = np.linspace(-1, 1, 21)
    values = np.tile(np.abs(grid)[:, np.newaxis], (1, 21))
    steps = np.array([[-0.7, -0.7], [-0.3, -0.2], [-0.2, 0.0]])
    flow = np.array([[-0.7, -0.7], [-0.5, 0.0]])
    axes = two_ways_down(grid, grid, values, steps, flow, "jumps", "smooth").axes[0]
    assert {"jumps", "smooth", "start"} <= set(names(axes))
    paths = [np.transpose(line.get_data()) for line in axes.get_lines()]
    for path in (steps, flow):
        assert any(np.array_equal(path, drawn) for drawn in paths)
    ends = {text.get_text(): text.xy for text in axes.texts}
    assert_allclose([ends["jumps"], ends["smooth"]], [steps[-1], flow[-1]])
