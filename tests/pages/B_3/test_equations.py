"""Page B.3: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import minimize, minimize_scalar
from scipy.stats import multivariate_normal, norm

SIGMA_SQ, PRIOR = 0.3, 1.7
INPUTS, Y = np.array([0.2, 0.9, 1.6, -0.4]), np.array([1.0, 2.2, 1.4, 0.1])
X = np.stack([np.ones(4), INPUTS])


def log_joint(phi, prior=True):
    fit = norm.logpdf(Y, phi[0] + phi[1] * INPUTS, np.sqrt(SIGMA_SQ)).sum()
    return fit + prior * norm.logpdf(phi, scale=np.sqrt(PRIOR)).sum()


def table(half=6.0, count=1501):
    """Tabulate prior times likelihood over the plane of all lines."""
    axis = np.linspace(-half, half, count)
    phi = np.stack(np.meshgrid(axis, axis, indexing="ij"), axis=-1)
    density = norm.pdf(phi, scale=np.sqrt(PRIOR)).prod(axis=-1)
    for x, y in zip(INPUTS, Y, strict=True):
        heights = phi[..., 0] + phi[..., 1] * x
        density = density * norm.pdf(y, heights, np.sqrt(SIGMA_SQ))
    return phi, density, (axis[1] - axis[0]) ** 2


def moments():
    phi, density, _ = table()
    weights = density / density.sum()
    mean = np.tensordot(weights, phi, axes=2)
    off = phi - mean
    return mean, np.einsum("ij,ija,ijb->ab", weights, off, off)


@pytest.mark.verifies("res-b-3-ml")
def test_likeliest_line_by_a_search(claim):
    found = minimize(lambda phi: -log_joint(phi, prior=False), [0, 0], tol=1e-12)
    assert_allclose(claim(np.linalg.inv(X @ X.T) @ X @ Y), found.x, rtol=1e-4)


@pytest.mark.verifies("res-b-3-map")
def test_most_probable_line_by_a_search(claim):
    found = minimize(lambda phi: -log_joint(phi), [0, 0], tol=1e-12)
    ridge = X @ X.T + SIGMA_SQ / PRIOR * np.eye(2)
    assert_allclose(claim(np.linalg.inv(ridge) @ X @ Y), found.x, rtol=1e-4)


@pytest.mark.verifies("res-b-3-posterior")
def test_precision_by_a_table_of_prior_times_likelihood(claim):
    share = SIGMA_SQ / PRIOR
    precision = np.array(
        [[4 + share, INPUTS.sum()], [INPUTS.sum(), INPUTS @ INPUTS + share]]
    )
    assert_allclose(claim(precision / SIGMA_SQ), np.linalg.inv(moments()[1]), rtol=1e-5)


@pytest.mark.verifies("res-b-3-surest")
def test_surest_input_by_a_search_over_the_table(claim):
    _, covariance = moments()

    def spread(x):
        return np.array([1, x]) @ covariance @ [1, x]

    found = minimize_scalar(spread, bounds=(-3, 3), options={"xatol": 1e-10})
    assert_allclose(claim(INPUTS.sum() / (4 + SIGMA_SQ / PRIOR)), found.x, rtol=1e-5)


@pytest.mark.verifies("res-b-3-predictive")
def test_new_target_by_averaging_over_all_lines(claim):
    phi, density, _ = table(count=401)
    heights = (phi[..., 0] + 1.3 * phi[..., 1]).ravel()
    weights = density.ravel() / density.sum()
    grid = np.linspace(-6, 10, 321)
    seen = weights @ norm.pdf(grid, heights[:, np.newaxis], np.sqrt(SIGMA_SQ))
    seen /= seen.sum()
    precision = X @ X.T / SIGMA_SQ + np.eye(2) / PRIOR
    covariance = np.linalg.inv(precision)
    mean = covariance @ X @ Y / SIGMA_SQ
    assert_allclose(claim(mean[0] + 1.3 * mean[1]), seen @ grid, rtol=1e-4)
    variance = covariance[0, 0] + 2.6 * covariance[0, 1] + 1.69 * covariance[1, 1]
    spread = seen @ (grid - seen @ grid) ** 2
    assert_allclose(claim(variance + SIGMA_SQ), spread, rtol=1e-4)


@pytest.mark.verifies("res-b-3-evidence")
def test_evidence_by_adding_up_the_table(claim):
    _, density, cell = table()
    covariance = np.linalg.inv(X @ X.T / SIGMA_SQ + np.eye(2) / PRIOR)
    after = multivariate_normal(covariance @ X @ Y / SIGMA_SQ, covariance)
    for phi in ([0.0, 0.0], [1.0, 0.3]):
        ratio = np.exp(log_joint(np.array(phi)) - after.logpdf(phi))
        assert_allclose(claim(ratio), density.sum() * cell, rtol=1e-5)


@pytest.mark.verifies("res-b-3-angle")
def test_peak_of_the_angle_by_the_slope_of_its_distribution_function(claim):
    angles = np.linspace(0.01, 1.5, 200_001)
    for variance in (0.8, 2.0, 5.0):
        below = norm.cdf(np.tan(angles), scale=np.sqrt(variance))
        peak = angles[np.gradient(below, angles).argmax()]
        assert_allclose(claim(2 * variance - 1), np.tan(peak) ** 2, rtol=5e-4)
