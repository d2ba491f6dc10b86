"""Page 17.1: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.stats import norm

SIGMA = 0.2


def point(z):
    return 0.5 * np.exp(np.sin(2 + 3.675 * z)), np.cos(2 + 2.85 * z)


def density_loop(a, b, grid):
    total = 0.0
    for z in grid:
        m1, m2 = point(z)
        here = norm.pdf(a, m1, SIGMA) * norm.pdf(b, m2, SIGMA)
        total += here * norm.pdf(z) * (grid[1] - grid[0])
    return total


@pytest.mark.verifies("res-17-1-normalized")
def test_the_integral_over_the_plane_is_one(claim):
    z, a, b = np.linspace(-6, 6, 1201), *2 * [np.linspace(-3, 4, 176)]
    m1, m2 = point(z)
    table = np.zeros((a.size, b.size))
    for one, p1, p2 in zip(z, m1, m2, strict=True):
        rows, columns = norm.pdf(a, p1, SIGMA), norm.pdf(b, p2, SIGMA)
        table += np.outer(rows, columns) * norm.pdf(one) * 0.01
    assert_allclose(claim(1.0), table.sum() * 0.04**2, rtol=1e-6)


@pytest.mark.verifies("res-17-1-separable")
def test_the_product_of_matrices_is_the_sum_over_z(claim):
    grid, a, b = np.linspace(-3, 3, 41), [0.2, 0.9], [-0.9, 0.1, 0.5]
    m1, m2 = point(grid)
    tables = [
        np.array([[norm.pdf(x, m, SIGMA) for m in means] for x in places])
        for places, means in ((b, m2), (a, m1))
    ]
    step = grid[1] - grid[0]
    product = tables[0] @ np.diag(norm.pdf(grid) * step) @ tables[1].T
    loops = [[density_loop(x, y, grid) for x in a] for y in b]
    assert_allclose(claim(product), loops)


@pytest.mark.verifies("res-17-1-moments")
def test_mean_and_variance_by_integrals_over_point_and_latent(claim):
    for k in (0, 1):
        compare_moments(claim, k)


def compare_moments(claim, k):
    e, z = np.linspace(-7, 7, 281)[:, np.newaxis], np.linspace(-8, 8, 3201)
    joint = norm.pdf(e) * norm.pdf(z) * 0.05 * 0.005
    x = point(z)[k] + SIGMA * e
    found = np.sum(x * joint), np.sum(x**2 * joint) - np.sum(x * joint) ** 2
    z = np.linspace(-9, 9, 20001)
    weights = norm.pdf(z) * (z[1] - z[0])
    mean = point(z)[k] @ weights
    variance = (point(z)[k] - mean) ** 2 @ weights + SIGMA**2
    assert_allclose(claim(np.array([mean, variance])), found, rtol=1e-6)


SLOPE, NOISE, SEEN = 3.0, 0.7, np.array([5.0, -1.2, 0.3])


def line(z, x):
    return norm.pdf(x, SLOPE * z, NOISE) * norm.pdf(z)


@pytest.mark.verifies("res-17-1-line-marginal")
def test_the_marginal_of_a_line_by_quadrature(claim):
    found = [quad(line, -9, 9, (x,), points=[x / SLOPE])[0] for x in SEEN]
    stated = norm.pdf(SEEN, 0, np.sqrt(claim(SLOPE**2 + NOISE**2)))
    assert_allclose(stated, found, rtol=1e-7)


@pytest.mark.verifies("res-17-1-line-posterior")
def test_the_posterior_of_a_line_by_quadrature(claim):
    for x in SEEN:
        compare_posterior(claim, x)


def compare_posterior(claim, x):
    total = SLOPE**2 + NOISE**2
    stated = claim(np.array([SLOPE * x / total, NOISE**2 / total]))

    def moment(function):
        around = {"points": [x / SLOPE], "epsabs": 1e-13}
        return quad(lambda z: function(z) * line(z, x), -9, 9, **around)[0]

    mass = moment(lambda z: 1.0)
    mean = moment(lambda z: z) / mass
    variance = moment(lambda z: (z - mean) ** 2) / mass
    assert_allclose(stated, [mean, variance], rtol=1e-6)
