"""Page 21.2: each derived result against a fit by least squares, without udl."""

import numpy as np
import pytest
from numpy.polynomial.legendre import leggauss
from numpy.testing import assert_allclose

NODES, WEIGHTS = leggauss(40)


def line(f, x, r):
    """Fit height and slope by weighted least squares at quadrature nodes."""
    rows = np.column_stack([np.ones_like(NODES), r * NODES])
    root = np.sqrt(WEIGHTS)
    return np.linalg.lstsq(root[:, None] * rows, root * f(x + r * NODES), rcond=None)[0]


@pytest.mark.verifies("res-21-2-plane")
def test_height_and_slope_are_two_means(claim):
    for f in (np.exp, np.sin, lambda x: np.exp(-((x / 0.4) ** 2))):
        for x, r in ((0.3, 0.05), (0.5, 0.4), (-0.2, 1.0)):
            u = r * NODES
            mean = WEIGHTS / 2 @ f(x + u)
            slope = 3 / r**2 * (WEIGHTS / 2 @ (u * f(x + u)))
            assert_allclose(claim(np.array([mean, slope])), line(f, x, r), rtol=1e-9)


@pytest.mark.verifies("res-21-2-bend")
def test_cubic_bends_its_line(claim):
    for seed in range(4):
        cubic = np.polynomial.Polynomial(np.random.default_rng(seed).normal(size=4))
        for x, r in ((0.3, 0.1), (-1.0, 0.7)):
            height = cubic(x) + r**2 / 6 * cubic.deriv(2)(x)
            slope = cubic.deriv()(x) + r**2 / 10 * cubic.deriv(3)(x)
            found = claim(np.array([height, slope]))
            assert_allclose(found, line(cubic, x, r), rtol=1e-9)
