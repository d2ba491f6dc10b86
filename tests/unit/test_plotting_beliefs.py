"""Figures of beliefs hold what they were given."""

import numpy as np
from numpy.testing import assert_allclose
from plotted import drawn

from udl.plotting.generalization.beliefs import bands, kept_draws

GRID = np.linspace(0, 1, 5)


def test_bands_reach_two_deviations_and_each_belief_has_its_panel():
    beliefs = {
        "one": (GRID, 0 * GRID + 0.5, 0 * GRID + 1),
        "two": (GRID**2, 0 * GRID + 0.2, 0 * GRID + 0.4),
    }
    figure = bands(GRID, beliefs, (GRID, GRID + 1), truth=GRID, curves=[GRID - 1])
    assert [axes.get_title(loc="left") for axes in figure.axes] == ["one", "two"]
    inner, outer = (
        part.get_paths()[0].vertices[:, 1] for part in figure.axes[0].collections
    )
    assert_allclose([inner.min(), inner.max()], [-1, 2])
    assert_allclose([outer.min(), outer.max()], [-2, 3])
    assert_allclose(drawn(figure.axes[1])[:4], [GRID, GRID**2, GRID + 1, GRID - 1])


def test_the_ellipse_is_two_deviations_from_the_mean():
    mean, covariance = np.array([1.0, -1.0]), np.array([[2.0, 0.5], [0.5, 1.0]])
    dots = np.arange(8.0).reshape(4, 2)
    axes = kept_draws(dots, dots[:2], mean, covariance, names=("a", "b")).axes[0]
    off = axes.lines[-1].get_xydata() - mean
    distance = np.sum(off @ np.linalg.inv(covariance) * off, axis=1)
    assert_allclose(distance, 4)
    assert len(axes.lines[1].get_xydata()) == 2
