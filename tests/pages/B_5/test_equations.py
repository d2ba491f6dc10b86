"""Page B.5: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import dblquad
from scipy.stats import multivariate_normal


def mean_product(k, k_other, c):
    """Integrate the product of two ReLUs against the joint density."""
    joint = multivariate_normal(cov=[[k, c], [c, k_other]])
    reach = 9 * np.sqrt([k, k_other])
    found = dblquad(
        lambda v, u: u * v * joint.pdf([u, v]), 0, reach[0], 0, reach[1], epsabs=1e-9
    )
    return found[0]


@pytest.mark.verifies("res-b-5-relu")
def test_mean_product_of_two_relus_by_an_integral_over_the_plane(claim):
    for k, k_other, c in ((1.0, 2.0, 0.6), (0.5, 0.5, -0.3), (3.0, 1.0, 0.0)):
        root = np.sqrt(k * k_other)
        theta = np.arccos(c / root)
        closed = root / (2 * np.pi) * (np.sin(theta) + (np.pi - theta) * np.cos(theta))
        assert_allclose(claim(closed), mean_product(k, k_other, c), rtol=1e-6)


@pytest.mark.verifies("res-b-5-output")
def test_covariance_of_outputs_by_a_table_of_a_unit_s_parameters(claim):
    bias, weight, x, z = 0.25, 1.5, 0.7, -1.2
    axis = np.linspace(-8, 8, 801)
    normal = np.exp(-(axis**2) / 2)
    normal /= normal.sum()
    beta, omega = np.sqrt(bias) * axis[:, np.newaxis], np.sqrt(weight) * axis
    units = [np.maximum(beta + omega * at, 0) for at in (x, z)]
    product = normal @ (units[0] * units[1]) @ normal
    for width in (1, 4):
        square = np.sum(normal * (np.sqrt(weight / width) * axis) ** 2)
        total = bias + sum(square * product for _ in range(width))
        k, k_other = bias + weight * x**2, bias + weight * z**2
        closed = bias + weight * mean_product(k, k_other, bias + weight * x * z)
        assert_allclose(claim(closed), total, rtol=2e-4)


@pytest.mark.verifies("res-b-5-kurtosis")
def test_excess_kurtosis_by_adding_cumulants(claim):
    """Cumulants of independent terms add: get the one of a single term by a table."""
    axis = np.linspace(-11, 11, 4401)
    weights = np.exp(-(axis**2) / 2)
    weights /= weights.sum()
    moment = {n: np.sum(weights * axis**n) for n in (2, 4)}
    half = {n: np.sum(weights * np.maximum(axis, 0) ** n) for n in (2, 4)}
    second, fourth = moment[2] * half[2], moment[4] * half[4]
    for width in (1, 7):
        variance = width * second
        fourth_cumulant = width * (fourth - 3 * second**2)
        assert_allclose(claim(15 / width), fourth_cumulant / variance**2, rtol=1e-6)
