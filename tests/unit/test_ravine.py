"""The ravine and its gradient, against a loop and against differences."""

import math

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.fitting.ravine import ravine_gradient, ravine_loss

POINTS = [(0.7, 0.0), (-0.7, -0.9), (0.2, 0.4), (3.0, -0.1), (-1.0, 1.0)]


def by_hand(phi):
    bell = math.exp(-2 * phi[1] ** 2) * math.exp(-((phi[0] - 0.7) ** 2) / 8)
    return 1 - bell


def test_the_loss_of_many_points_is_a_loop_over_them():
    assert_allclose(ravine_loss(POINTS), [by_hand(phi) for phi in POINTS], rtol=1e-14)


@pytest.mark.parametrize("phi", POINTS)
def test_the_gradient_is_that_of_differences(phi):
    shifts = 1e-6 * np.eye(2)
    expected = [(by_hand(phi + h) - by_hand(phi - h)) / 2e-6 for h in shifts]
    assert_allclose(ravine_gradient(phi), expected, rtol=1e-8, atol=1e-9)


def test_the_gradient_of_many_points_is_a_loop_over_them():
    together = ravine_gradient(np.reshape(POINTS[:4], (2, 2, 2)))
    apart = [ravine_gradient(phi) for phi in POINTS[:4]]
    assert_allclose(together.reshape(4, 2), apart)


def test_far_away_the_gradient_is_small_and_not_zero():
    assert 0 < ravine_gradient([0.7, 5.0])[1] < 1e-20


@pytest.mark.parametrize("function", [ravine_loss, ravine_gradient])
@pytest.mark.parametrize("phi", [1.0, [1.0, 2.0, 3.0]])
def test_other_shapes_are_refused(function, phi):
    with pytest.raises(ValueError, match="last axis must hold the 2"):
        function(phi)
