"""Figures of spaces hold what they were given."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from plotted import drawn, names

from udl.plotting.generalization.spaces import law_and_sample, relative_distances

GRID = np.linspace(0.1, 3, 30)


@pytest.mark.parametrize("low", [0.001, 0.9])
def test_relative_distances_mark_the_closest_and_the_farthest_pair(low):
    distances = np.array([low, 1.0, 1.1, 1.5])
    (axes,) = relative_distances(distances, GRID, 2 * GRID, title="two").axes
    ends = axes.get_lines()[2].get_xdata()
    assert_allclose(ends, [low, 1.5])
    assert drawn(axes)[0].max() == 1
    assert [text.split("\n")[0] for text in names(axes)] == [
        "closest pair",
        "farthest pair",
    ]


def test_law_and_sample_draws_both():
    axes = law_and_sample(
        GRID, GRID**2, GRID[::5], GRID[::5], xlabel="a", ylabel="b",
        names=("law", "sample"), log=("y",), level=0.5,
    ).axes[0]  # fmt: skip
    assert_allclose(drawn(axes)[0], GRID**2)
    assert_allclose(drawn(axes)[1], GRID[::5])
    assert names(axes) == ["law", "sample"]
    assert axes.get_yscale() == "log"
