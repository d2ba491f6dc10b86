"""Page 9.5: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

RNG = np.random.default_rng(95)
OMEGA, Y = np.array([0.7, -1.1, 0.4, 2.0]), 1.3


@pytest.mark.verifies("res-9-5-penalty")
def test_the_average_error_over_all_rotations_has_two_parts(claim):
    x = RNG.normal(1, 2, 4)
    turned = [np.roll(x, k) for k in range(4)]
    covariance = np.cov(np.transpose(turned), bias=True)
    closed = (Y - OMEGA @ np.full(4, x.mean())) ** 2 + OMEGA @ covariance @ OMEGA
    errors = [(Y - sum(OMEGA * copy)) ** 2 for copy in turned]
    assert_allclose(claim(closed), sum(errors) / 4)


@pytest.mark.verifies("res-9-5-noise")
def test_noise_on_the_inputs_adds_the_squared_length_of_the_weights(claim):
    # Gauss and Hermite's rule is exact here: the error is a square in the noise
    x, sigma = RNG.normal(size=4), 0.6
    nodes, weights = np.polynomial.hermite_e.hermegauss(3)
    weights = weights / weights.sum()
    average = 0.0
    for places in np.ndindex(3, 3, 3, 3):
        places = list(places)
        error = (Y - OMEGA @ (x + sigma * nodes[places])) ** 2
        average += np.prod(weights[places]) * error
    added = average - (Y - OMEGA @ x) ** 2
    assert_allclose(claim(sigma**2 * np.sum(OMEGA**2)), added)
