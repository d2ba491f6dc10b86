"""The flow from noise to data against integrals, quantiles and a solver."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad, solve_ivp
from scipy.stats import norm

from udl.generative.diffusion import probability_flow as pf
from udl.generative.normal_mixture import FOUR_NORMALS, Mixture, density

PAIR = Mixture(np.array([0.3, 0.7]), np.array([-1.0, 1.5]), np.array([0.4, 0.8]))


@pytest.mark.parametrize("sigma", [0.2, 1.0, 5.0])
def test_the_guess_is_the_mean_of_the_data_given_the_value(sigma):
    for x in (-3.0, 0.1, 2.0):

        def joint(y, power, x=x):
            return y**power * float(density(PAIR, y)) * norm.pdf(x, y, sigma)

        first, zeroth = (quad(joint, -9, 9, (power,), limit=200)[0] for power in (1, 0))
        guess = x - sigma * pf.flow_slope(PAIR)(sigma, x)
        assert_allclose(guess, first / zeroth, rtol=1e-6)


def test_quantiles_have_the_given_share_below_them():
    shares = np.array([0.001, 0.2, 0.5, 0.93])
    for sigma in (0.0, 0.7, 10.0):
        values = pf.quantiles(FOUR_NORMALS, shares, sigma)
        width = np.hypot(FOUR_NORMALS.deviations, sigma)
        below = norm.cdf(values[:, None], FOUR_NORMALS.means, width)
        assert_allclose(below @ FOUR_NORMALS.weights, shares, atol=1e-12)


def test_a_path_of_the_flow_keeps_its_share():
    shares = np.array([0.05, 0.4, 0.9])
    start = pf.quantiles(PAIR, shares, 4.0)
    found = solve_ivp(pf.flow_slope(PAIR), (4.0, 0.05), start, method="DOP853",
                      rtol=1e-10, atol=1e-12)  # fmt: skip
    assert_allclose(found.y[:, -1], pf.quantiles(PAIR, shares, 0.05), atol=1e-7)
    assert pf.flow_slope(PAIR)(1.0, np.zeros((2, 3))).shape == (2, 3)
