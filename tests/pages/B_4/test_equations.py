"""Page B.4: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad

SIGMA_SQ, PRIOR = 0.3, 1.7
RNG = np.random.default_rng(0)


@pytest.mark.verifies("res-b-4-prior")
def test_covariance_of_heights_by_adding_over_a_grid_of_lines(claim):
    axis = np.linspace(-12, 12, 801)
    weights = np.exp(-(axis**2) / (2 * PRIOR))
    weights = np.outer(weights, weights) / weights.sum() ** 2
    offset, slope = np.meshgrid(axis, axis, indexing="ij")
    for a, b in ((0.5, 2.0), (-1.0, 0.7)):
        found = np.sum(weights * (offset + a * slope) * (offset + b * slope))
        assert_allclose(claim(PRIOR * (1 + a * b)), found, rtol=1e-6)


def joint_table(K_all, y, count=241):
    """Tabulate the density of two heights given one noisy look at the first."""
    axis = np.linspace(-8, 8, count)
    first, second = np.meshgrid(axis, axis, indexing="ij")
    heights = np.stack([first, second], axis=-1)
    exponent = np.einsum("ija,ab,ijb->ij", heights, np.linalg.inv(K_all), heights)
    weights = np.exp(-exponent / 2 - (y - first) ** 2 / (2 * SIGMA_SQ))
    return heights, weights / weights.sum()


@pytest.mark.verifies("res-b-4-condition")
def test_conditioning_by_a_table_of_prior_times_likelihood(claim):
    K_all, y = np.array([[1.2, 0.8], [0.8, 1.5]]), 0.9
    heights, weights = joint_table(K_all, y)
    mean = np.tensordot(weights, heights, axes=2)
    off = heights - mean
    covariance = np.einsum("ij,ija,ijb->ab", weights, off, off)
    gain = K_all[:, :1] / (K_all[0, 0] + SIGMA_SQ)
    assert_allclose(claim(gain[:, 0] * y), mean, rtol=1e-6)
    assert_allclose(claim(K_all - gain @ K_all[:1]), covariance, rtol=1e-6)


@pytest.mark.verifies("res-b-4-same")
def test_heights_and_parameters_predict_the_same(claim):
    for features, examples in ((2, 6), (7, 3)):
        H, H_new = RNG.normal(size=(features, examples)), RNG.normal(size=(features, 4))
        y = RNG.normal(size=examples)
        Sigma = np.linalg.inv(H @ H.T / SIGMA_SQ + np.eye(features) / PRIOR)
        noisy = PRIOR * H.T @ H + SIGMA_SQ * np.eye(examples)
        A = PRIOR * H_new.T @ H @ np.linalg.inv(noisy)
        assert_allclose(claim(A @ y), H_new.T @ Sigma @ H @ y / SIGMA_SQ, atol=1e-10)
        left = PRIOR * H_new.T @ H_new - A @ (PRIOR * H.T @ H_new)
        assert_allclose(claim(left), H_new.T @ Sigma @ H_new, atol=1e-10)


@pytest.mark.verifies("res-b-4-bumps")
def test_kernel_of_bumps_by_quadrature(claim):
    for length, x, z in ((0.5, 0.3, -0.2), (1.4, -1.0, 1.0)):
        area = quad(
            lambda c, x=x, z=z, length=length: np.exp(
                -((x - c) ** 2 + (z - c) ** 2) / length**2
            ),
            -9,
            9,
        )
        scaled = PRIOR / length * np.sqrt(2 / np.pi) * area[0]
        closed = PRIOR * np.exp(-((x - z) ** 2) / (2 * length**2))
        assert_allclose(claim(closed), scaled, rtol=1e-8)
