"""Page 10.4: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.interpolate import RegularGridInterpolator

RNG = np.random.default_rng(0)
PHASES = np.linspace(0, 2 * np.pi, 20_000, endpoint=False)


@pytest.mark.verifies("res-10-4-alias")
def test_the_wave_seen_is_the_strongest_of_a_fourier_transform(claim):
    m = np.arange(100)
    for f in (0.12, 0.25, 0.3, 0.4, 0.48):
        kept = np.cos(2 * np.pi * f * 2 * m)
        found = np.fft.rfftfreq(100)[np.argmax(np.abs(np.fft.rfft(kept)))]
        seen = abs(2 * f - round(2 * f))
        assert_allclose(claim(seen), found, rtol=1e-9)
        assert_allclose(np.cos(2 * np.pi * seen * m), kept, atol=1e-9)


@pytest.mark.verifies("res-10-4-mean")
def test_the_mean_of_two_is_damped_by_a_cosine(claim):
    n = np.arange(50)
    for f in (0.05, 0.25, 0.4):
        mean = (np.cos(2 * np.pi * f * n) + np.cos(2 * np.pi * f * (n + 1))) / 2
        formula = np.cos(np.pi * f) * np.cos(2 * np.pi * f * (n + 0.5))
        large = np.abs(mean) > 1e-3
        assert_allclose(claim(formula)[large], mean[large], rtol=1e-6)
        assert_allclose(formula, mean, atol=1e-12)


@pytest.mark.verifies("res-10-4-max")
def test_the_larger_of_two_is_brighter_by_a_sine(claim):
    for f in (0.05, 0.25, 0.4, 0.5):
        largest = np.maximum(np.cos(PHASES), np.cos(PHASES + 2 * np.pi * f))
        assert_allclose(claim(2 / np.pi * np.sin(np.pi * f)), largest.mean(), rtol=1e-5)


@pytest.mark.verifies("res-10-4-bilinear")
def test_four_weights_are_scipys_interpolation(claim):
    corners = RNG.normal(size=(2, 2))
    between = RegularGridInterpolator(([0, 1], [0, 1]), corners, method="linear")
    for s, t in RNG.random((10, 2)):
        formula = ((1 - s) * (1 - t) * corners[0, 0] + s * (1 - t) * corners[1, 0]
                   + (1 - s) * t * corners[0, 1] + s * t * corners[1, 1])  # fmt: skip
        assert_allclose(claim(formula), between((s, t)), rtol=1e-7)


@pytest.mark.verifies("res-10-4-transposed")
def test_two_lines_are_the_transpose_of_the_matrix(claim):
    omega, x = RNG.normal(size=3), RNG.normal(size=6)
    matrix = np.zeros((6, 12))
    for j in range(6):
        for k in range(3):
            if 2 * j - 1 + k >= 0:
                matrix[j, 2 * j - 1 + k] = omega[k]
    formula = np.zeros(12)
    formula[::2] = omega[1] * x
    formula[1::2] = omega[2] * x + omega[0] * np.append(x[1:], 0)
    assert_allclose(claim(formula), matrix.T @ x, rtol=1e-9)
