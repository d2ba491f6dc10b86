"""Figures of fits to many datasets hold what they were given."""

import numpy as np
from numpy.testing import assert_allclose
from plotted import drawn, names

from udl.plotting.generalization.spread import (
    bundle,
    one_dataset,
    rise_and_fall,
    stacked_parts,
)

GRID = np.linspace(0, 1, 5)
FITS = np.array([GRID, GRID + 1, GRID + 5])


def test_bundle_draws_some_of_the_fits_and_the_mean_of_all():
    axes = bundle(GRID, GRID**2, FITS, title="t", shown=2).axes[0]
    assert_allclose(drawn(axes)[:2], FITS[:2])
    away = 2 * np.std([0, 1, 5])
    expected = [GRID**2, GRID + 2, GRID + 2 - away, GRID + 2 + away]
    assert_allclose(drawn(axes)[-4:], expected)


def test_a_dataset_is_drawn_with_its_noise_and_its_fit():
    axes = one_dataset(GRID, GRID**2, 0.5, (GRID, GRID + 0.1), GRID).axes[0]
    assert_allclose(drawn(axes), [GRID**2, GRID, GRID + 0.1])
    band = axes.collections[0].get_paths()[0].vertices[:, 1]
    assert_allclose([band.min(), band.max()], [-1, 2])


def test_parts_are_stacked_to_their_sum():
    units, parts = np.arange(1, 4), np.array([[0.3, 0.1, 0.0], [0.1, 0.2, 0.4]])
    axes = stacked_parts(units, *parts, 0.09, parts.sum(axis=0), top=1).axes[0]
    ends = [bar.get_y() + bar.get_height() for bar in axes.patches[-3:]]
    assert_allclose(ends, parts.sum(axis=0) + 0.09)
    assert_allclose(drawn(axes)[0], parts.sum(axis=0))
    assert set(names(axes)) == {
        "noise",
        "squared bias",
        "variance",
        "measured on new data",
    }


def test_losses_are_drawn_with_their_names():
    lines = {"old": np.arange(3.0), "new": np.arange(3.0) + 1}
    axes = rise_and_fall(np.arange(1, 4), lines, ylabel="l", top=4, level=("n", 2)).axes
    assert_allclose(drawn(axes[0])[:2], list(lines.values()))
    assert names(axes[0]) == ["old", "new", "n"]
