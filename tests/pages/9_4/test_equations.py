"""Page 9.4: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import integrate
from scipy.optimize import minimize
from scipy.stats import norm

SIGMA_SQ, PRIOR = 0.3, 1.7
X, Y = np.array([0.1, 0.6, 0.9]), np.array([1.0, 2.2, 1.4])
H = np.stack([X, np.ones(3)])


def grid_posterior(half=6.0, count=1201):
    """Tabulate prior times likelihood of two parameters, by Bayes' rule alone."""
    axis = np.linspace(-half, half, count)
    phi = np.stack(np.meshgrid(axis, axis, indexing="ij"), axis=-1)
    density = norm.pdf(phi, scale=np.sqrt(PRIOR)).prod(axis=-1)
    for x, y in zip(X, Y, strict=True):
        heights = phi[..., 0] * x + phi[..., 1]
        density = density * norm.pdf(y, heights, np.sqrt(SIGMA_SQ))
    return phi, density / density.sum()


def moments(values, weights):
    mean = np.tensordot(weights, values, axes=values.ndim - 1)
    off = values - mean
    return mean, np.einsum("ij,ija,ijb->ab", weights, off, off)


def closed():
    covariance = np.linalg.inv(H @ H.T / SIGMA_SQ + np.eye(2) / PRIOR)
    return covariance @ H @ Y / SIGMA_SQ, covariance


@pytest.mark.verifies("res-9-4-one")
def test_posterior_of_one_number_by_quadrature(claim):
    def weight(phi):
        return norm.pdf(phi, scale=np.sqrt(PRIOR)) * np.prod(
            norm.pdf(Y, phi, np.sqrt(SIGMA_SQ))
        )

    total = integrate.quad(weight, -8, 8)[0]
    mean = integrate.quad(lambda phi: phi * weight(phi), -8, 8)[0] / total
    second = integrate.quad(lambda phi: phi**2 * weight(phi), -8, 8)[0] / total
    precision = len(Y) / SIGMA_SQ + 1 / PRIOR
    assert_allclose(claim(Y.sum() / SIGMA_SQ / precision), mean, rtol=1e-6)
    assert_allclose(claim(1 / precision), second - mean**2, rtol=1e-6)


@pytest.mark.verifies("res-9-4-square")
def test_the_completed_square_is_the_parabola(claim):
    rng = np.random.default_rng(0)
    root = rng.normal(size=(4, 6))
    precision, b = root @ root.T, rng.normal(size=4)
    center = np.linalg.inv(precision) @ b
    for phi in rng.normal(size=(5, 4)):
        off = phi - center
        found = off @ precision @ off - b @ np.linalg.inv(precision) @ b
        assert_allclose(claim(found), phi @ precision @ phi - 2 * b @ phi, rtol=1e-8)
    lowest = minimize(lambda phi: phi @ precision @ phi - 2 * b @ phi, np.zeros(4))
    assert_allclose(center, lowest.x, atol=1e-4)


@pytest.mark.verifies("res-9-4-posterior")
def test_posterior_by_a_table_of_prior_times_likelihood(claim):
    mean, covariance = closed()
    found = moments(*grid_posterior())
    assert_allclose(claim(mean), found[0], rtol=1e-6)
    assert_allclose(claim(covariance), found[1], rtol=1e-6)


@pytest.mark.verifies("res-9-4-predictive")
def test_predictive_by_a_table_of_all_lines_and_all_noise(claim):
    mean, covariance = closed()
    h = np.array([1.4, 1.0])
    phi, weights = grid_posterior(count=401)
    edges = np.linspace(-8, 12, 401)
    density = sum(
        w @ norm.pdf(edges, (p @ h)[:, None], np.sqrt(SIGMA_SQ))
        for p, w in zip(phi, weights, strict=True)
    )
    density /= density.sum()
    center = density @ edges
    assert_allclose(claim(h @ mean), center, rtol=1e-5)
    spread = density @ (edges - center) ** 2
    assert_allclose(claim(h @ covariance @ h + SIGMA_SQ), spread, rtol=1e-5)


@pytest.mark.verifies("res-9-4-budget")
def test_average_variance_at_the_examples_by_the_fit_to_pure_noise(claim):
    """Var f(x_i) is sigma^2 times how far the fit at x_i follows y_i."""
    _, covariance = closed()

    def ridge(y):
        rows = np.vstack([H.T, np.sqrt(SIGMA_SQ / PRIOR) * np.eye(2)])
        fit = np.linalg.lstsq(rows, np.append(y, [0, 0]), rcond=None)[0]
        return H.T @ fit

    follow = [ridge(unit)[i] for i, unit in enumerate(np.eye(3))]
    budget = SIGMA_SQ / 3 * (2 - np.trace(covariance) / PRIOR)
    assert_allclose(claim(budget), SIGMA_SQ * np.mean(follow), rtol=1e-8)
