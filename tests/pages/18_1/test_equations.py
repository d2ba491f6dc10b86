"""Page 18.1: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.stats import norm

BETA = 0.07
Z = np.linspace(-14, 14, 2801)
STEP = Z[1] - Z[0]


def walk_of_densities(density, steps):
    """Carry a density through single steps, each an integral on a fine grid."""
    factor = np.sqrt(1 - BETA)
    one_step = norm.pdf(Z[:, np.newaxis], factor * Z, np.sqrt(BETA))
    for _ in range(steps):
        density = one_step @ density * STEP
    return density


def mean_and_variance(density):
    mean = np.sum(Z * density) * STEP
    return mean, np.sum((Z - mean) ** 2 * density) * STEP


@pytest.mark.verifies("res-18-1-variance")
def test_the_variance_is_that_of_densities_which_walk(claim):
    for steps in (1, 4, 9):
        for v_0 in (0.3, 2.0):
            later = walk_of_densities(norm.pdf(Z, 0.5, np.sqrt(v_0)), steps)
            formula = 1 + (1 - BETA) ** steps * (v_0 - 1)
            assert_allclose(claim(formula), mean_and_variance(later)[1], rtol=1e-6)


@pytest.mark.verifies("res-18-1-kernel")
def test_the_kernel_is_the_density_that_walked_from_one_step(claim):
    x = -2.0
    first = norm.pdf(Z, np.sqrt(1 - BETA) * x, np.sqrt(BETA))
    for steps in (2, 5, 10):
        alpha = (1 - BETA) ** steps
        walked = walk_of_densities(first, steps - 1)
        formula = norm.pdf(Z, np.sqrt(alpha) * x, np.sqrt(1 - alpha))
        seen = walked > 1e-3
        assert_allclose(claim(formula)[seen], walked[seen], rtol=1e-6)


@pytest.mark.verifies("res-18-1-mixture")
def test_the_mixture_is_the_density_that_walked(claim):
    weights, means, stds = [0.2, 0.5, 0.3], [1.5, -0.2, -1.9], [0.3, 0.15, 0.1]
    parts = list(zip(weights, means, stds, strict=True))
    start = sum(w * norm.pdf(Z, m, s) for w, m, s in parts)
    for steps in (1, 3, 8):
        alpha = (1 - BETA) ** steps
        formula = sum(
            w * norm.pdf(Z, np.sqrt(alpha) * m, np.sqrt(alpha * s**2 + 1 - alpha))
            for w, m, s in parts
        )
        walked = walk_of_densities(start, steps)
        seen = walked > 1e-3
        assert_allclose(claim(formula)[seen], walked[seen], rtol=1e-6)


@pytest.mark.verifies("res-18-1-bits")
def test_bits_are_those_of_a_matrix_power(claim):
    for beta in (0.1, 0.3, 0.8):
        chain = np.array([[1 - beta, beta], [beta, 1 - beta]])
        for steps in (1, 2, 5):
            power = np.linalg.matrix_power(chain, steps)
            for x in (0, 1):
                formula = 0.5 + (1 - 2 * beta) ** steps * (x - 0.5)
                assert_allclose(claim(formula), power[x, 1], rtol=1e-9)
