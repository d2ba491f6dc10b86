"""Distances, angles and volumes in many dimensions, against scipy and quadrature."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.spatial.distance import pdist, squareform
from scipy.special import gamma
from scipy.stats import chi

from udl.generalization.high_dimensions import (
    cosines,
    distance_moments,
    distance_ratio,
    log_ball_volume,
    log_distance_density,
    outer_share,
    pairwise_distances,
)


@pytest.mark.parametrize("shape", [(1, 5), (3, 2), (40, 30)])
@pytest.mark.parametrize("offset", [0, 1e6])
def test_distances_are_those_of_scipy(shape, offset):
    x = np.random.default_rng(0).normal(size=shape) + offset
    assert_allclose(pairwise_distances(x), pdist(x.T), rtol=1e-9)
    assert_allclose(distance_ratio(x), pdist(x.T).max() / pdist(x.T).min(), rtol=1e-9)
    expected = 1 - squareform(pdist(x.T, "cosine"))
    assert_allclose(cosines(x), expected, atol=1e-9)


def test_equal_points_have_no_distance():
    assert distance_ratio([[1.0, 1.0, 2.0]]) == np.inf
    with pytest.raises(ValueError, match="two points"):
        distance_ratio([[1.0], [2.0]])
    with pytest.raises(ValueError, match=r"\(D, I\)"):
        pairwise_distances([1.0, 2.0])


@pytest.mark.parametrize("d", [1, 2, 7, 1000])
def test_distance_of_normal_points_is_a_scaled_chi(d):
    law = chi(d, scale=np.sqrt(2))
    assert_allclose(distance_moments(d), [law.mean(), law.std()], rtol=1e-6)
    r = np.linspace(0.5, 2, 7) * np.sqrt(2 * d)
    assert_allclose(log_distance_density(r, d), law.logpdf(r), rtol=1e-9)


def test_volume_is_the_integral_of_slices():
    for d in range(1, 12):
        below = np.exp(log_ball_volume(2.0, d))
        slices = quad(lambda h, d=d: (1 - h * h) ** (d / 2), -1, 1)[0]
        assert_allclose(np.exp(log_ball_volume(2.0, d + 1)), below * slices, rtol=1e-7)
    assert_allclose(
        np.exp(log_ball_volume(3.0, 9)), np.pi**4.5 / gamma(5.5) * 1.5**9, rtol=1e-12
    )
    assert np.isfinite(log_ball_volume(1.0, [2000, 10**6])).all()


def test_shell_is_what_a_smaller_ball_leaves():
    for d in (1, 3, 300):
        inner = log_ball_volume(0.9, d) - log_ball_volume(1.0, d)
        assert_allclose(outer_share(d, 0.1), 1 - np.exp(inner), rtol=1e-10)
    assert_allclose(outer_share(3, 1e-12), 3e-12, rtol=1e-9)
