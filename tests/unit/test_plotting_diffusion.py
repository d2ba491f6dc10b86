"""Maps of diffusion hold their paths and slices; histograms their curves."""

import numpy as np
from plotted import names

from udl.plotting.generative.diffusion import drawn_and_exact, over_time

Z = np.linspace(-2, 2, 21)
FLAT = np.full((21, 41), 0.25)


def test_a_slice_is_as_wide_as_its_density():
    axes = over_time(Z, FLAT, slices=[0, 30], mean=np.zeros(41)).axes[0]
    curves = [
        line.get_xdata() for line in axes.get_lines() if len(line.get_xdata()) == 21
    ]
    assert np.ptp(curves[0]) == 0
    assert curves[1][0] - 30 == curves[0][0] > 2
    assert axes.get_xlim()[1] == 40
    assert "mean" in names(axes)


def test_each_path_begins_with_a_dot():
    paths = np.zeros((41, 3))
    axes = over_time(Z, FLAT, paths=paths, ends=("data", "noise")).axes[0]
    assert len(axes.get_lines()) == 6
    assert {"data", "noise"} <= set(names(axes))


def test_the_histogram_is_a_density():
    drawn = np.random.default_rng(0).uniform(-1, 1, 5000)
    axes = drawn_and_exact(
        Z, drawn, FLAT[:, 0], title="step 3", normal=FLAT[:, 0]
    ).axes[0]
    heights, edges, _ = axes.patches[0].get_data()
    assert np.isclose(np.sum(heights * np.diff(edges)), 1)
    assert len(axes.get_lines()) == len(axes.get_legend().get_texts()) - 1 == 2
