"""Iterations against scipy's roots and numpy's determinants."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import brentq

from udl.generative import fixed_points


def wave(z):
    return -0.3 + 0.5 * z + 0.02 * np.sin(15 * z)


def test_iterates_follow_one_another():
    path = fixed_points.iterate(np.cos, 1.0, 60)
    assert path.shape == (61,)
    assert_allclose(path[1:], np.cos(path[:-1]))
    assert_allclose(path[-1], brentq(lambda z: np.cos(z) - z, 0, 1), atol=1e-9)


@pytest.mark.parametrize("tolerance", [1e-3, 1e-8, 1e-12])
def test_inverse_is_as_exact_as_asked(tolerance):
    y = np.linspace(-2, 3, 11)
    found = fixed_points.invert_residual(wave, y, 0.8, tolerance)
    roots = [brentq(lambda z, t=t: z + wave(z) - t, -5, 5, xtol=1e-15) for t in y]
    assert np.max(np.abs(found - roots)) <= tolerance + 1e-13


def test_inverse_needs_a_contraction():
    with pytest.raises(ValueError, match="below 1"):
        fixed_points.invert_residual(wave, 1.0, 1.0)


def test_bound_is_reached_by_a_line():
    path = fixed_points.iterate(lambda z: 0.9 * z, 1.0, 20)
    bound = fixed_points.error_bound(0.9, path[0] - path[1], np.arange(21))
    assert_allclose(bound, path)


def test_steepest_is_a_lower_bound_that_rises():
    found = [fixed_points.steepest(wave, np.linspace(0, 1, n)) for n in (11, 101, 1001)]
    assert found == sorted(found)
    assert found[-1] <= 0.8
    assert_allclose(found[-1], 0.8, atol=1e-4)


def test_series_comes_to_the_determinant():
    J = 0.2 * np.random.default_rng(0).normal(size=(3, 3))
    exact = np.linalg.slogdet(np.eye(3) + J)[1]
    assert_allclose(fixed_points.log_determinant_series(J, 80), exact, rtol=1e-9)
    assert fixed_points.log_determinant_series(J, 1) == np.trace(J)
