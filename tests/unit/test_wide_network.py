"""Kernels of random networks, against integrals, loops and draws."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import dblquad
from scipy.stats import multivariate_normal

from udl.theory import wide_network as wide

A, B = np.array([-1.3, 0.2, 0.9]), np.array([0.5, -0.4])


@pytest.mark.parametrize(("k", "k_other", "c"), [(1, 2, 0.7), (0.5, 0.3, -0.2)])
def test_relu_kernel_is_an_integral_over_the_plane(k, k_other, c):
    joint = multivariate_normal(cov=[[k, c], [c, k_other]])
    area = dblquad(lambda v, u: u * v * joint.pdf([u, v]), 0, 9, 0, 9, epsabs=1e-8)
    assert_allclose(wide.relu_kernel(k, k_other, c), area[0], rtol=1e-6)


def test_equal_and_opposite_numbers():
    assert_allclose(wide.relu_kernel(3.0, 3.0, 3.0), 1.5)
    assert_allclose(wide.relu_kernel(3.0, 3.0, -3.0), 0, atol=1e-12)


def loop(x, z, layers, bias, weight):
    """Follow variances and covariance of one pair of inputs from layer to layer."""
    k, k_other, c = bias + weight * x * x, bias + weight * z * z, bias + weight * x * z
    for _ in range(layers):
        cosine = min(max(c / np.sqrt(k * k_other), -1), 1)
        theta = np.arccos(cosine)
        bracket = np.sin(theta) + (np.pi - theta) * cosine
        c = bias + weight * np.sqrt(k * k_other) / (2 * np.pi) * bracket
        k, k_other = bias + weight * k / 2, bias + weight * k_other / 2
    return c


@pytest.mark.parametrize("layers", [0, 1, 4])
def test_network_kernel_by_loop(layers):
    found = wide.network_kernel(A, B, 0.3, 1.7, layers)
    expected = [[loop(x, z, layers, 0.3, 1.7) for z in B] for x in A]
    assert_allclose(found, expected, rtol=1e-9)


@pytest.mark.parametrize("width", [1, 50])
def test_drawn_networks_have_the_kernel_as_covariance(width):
    drawn = wide.random_networks(A, width, 40_000, np.random.default_rng(0), 0.3, 1.7)
    expected = wide.network_kernel(A, A, 0.3, 1.7)
    assert_allclose(drawn.mean(axis=0), np.zeros(3), atol=0.03)
    assert_allclose(drawn.T @ drawn / len(drawn), expected, atol=0.08)
