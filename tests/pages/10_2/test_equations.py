"""Page 10.2: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

RNG = np.random.default_rng(0)


def outputs(x, omega, beta, stride):
    """The definition, by loops."""
    n, channels, length = x.shape
    out, _, size = omega.shape
    starts = range(0, length - size + 1, stride)
    h = np.zeros((n, out, len(starts)))
    for m, d, i in np.ndindex(h.shape):
        h[m, d, i] = beta[d]
        for c, k in np.ndindex(channels, size):
            h[m, d, i] += omega[d, c, k] * x[m, c, starts[i] + k]
    return h


def numeric(function, at, step=1e-5):
    slopes = np.zeros_like(at)
    for where in np.ndindex(at.shape):
        moved = [at.copy(), at.copy()]
        moved[0][where] += step
        moved[1][where] -= step
        slopes[where] = (function(moved[0]) - function(moved[1])) / (2 * step)
    return slopes


def layer():
    x, omega = RNG.normal(size=(2, 2, 8)), RNG.normal(size=(3, 2, 3))
    return x, omega, RNG.normal(size=3), RNG.normal(size=(2, 3, 3))


@pytest.mark.verifies("res-10-2-parameters")
def test_parameters_are_counted_one_by_one(claim):
    for out, channels, size in ((15, 15, 3), (2, 3, 5)):
        counted = sum(1 for _ in np.ndindex(out, channels, size)) + out
        assert_allclose(claim(float(out * (channels * size + 1))), counted)


@pytest.mark.verifies("res-10-2-length")
def test_lengths_are_those_of_listed_windows(claim):
    for length, size, s, p, d in ((40, 3, 2, 0, 1), (20, 4, 3, 2, 3), (9, 9, 2, 0, 1)):
        fits = [
            start
            for start in range(0, length + 2 * p, s)
            if start + d * (size - 1) < length + 2 * p
        ]
        formula = (length + 2 * p - d * (size - 1) - 1) // s + 1
        assert_allclose(claim(float(formula)), len(fits))


@pytest.mark.verifies("res-10-2-weights")
def test_gradients_of_weights_and_biases(claim):
    x, omega, beta, g = layer()
    formula = np.zeros_like(omega)
    for n, d, i in np.ndindex(g.shape):
        formula[d] += g[n, d, i] * x[n, :, 2 * i : 2 * i + 3]
    found = numeric(lambda w: np.sum(g * outputs(x, w, beta, 2)), omega)
    assert_allclose(claim(formula), found, rtol=1e-6)
    found = numeric(lambda b: np.sum(g * outputs(x, omega, b, 2)), beta)
    assert_allclose(claim(g.sum(axis=(0, 2))), found, rtol=1e-6)


@pytest.mark.verifies("res-10-2-input")
def test_gradients_of_inputs(claim):
    x, omega, beta, g = layer()
    formula = np.zeros_like(x)
    for i, k in np.ndindex(g.shape[2], 3):
        formula[:, :, 2 * i + k] += g[:, :, i] @ omega[:, :, k]
    found = numeric(lambda x: np.sum(g * outputs(x, omega, beta, 2)), x)
    assert_allclose(claim(formula), found, rtol=1e-6, atol=1e-9)
