"""Page 18.2: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import integrate
from scipy.stats import norm

BETA = 0.07
LINE = np.linspace(-9, 9, 3001)
STEP = LINE[1] - LINE[0]
WEIGHTS, MEANS, STDS = [0.2, 0.5, 0.3], [1.5, -0.2, -1.9], [0.3, 0.15, 0.4]
DATA = sum(
    w * norm.pdf(LINE, m, s) for w, m, s in zip(WEIGHTS, MEANS, STDS, strict=True)
)


def kernel(x, t):
    kept = (1 - BETA) ** t
    return norm(np.sqrt(kept) * x, np.sqrt(1 - kept))


def average(values, heights):
    return np.sum(values * heights) / np.sum(heights)


def factors(t):
    before, now = (1 - BETA) ** (t - 1), (1 - BETA) ** t
    of_z = (1 - before) / (1 - now) * np.sqrt(1 - BETA)
    return of_z, np.sqrt(before) * BETA / (1 - now), BETA * (1 - before) / (1 - now)


@pytest.mark.verifies("res-18-2-posterior")
def test_the_posterior_is_the_normalized_product_of_both_witnesses(claim):
    for x, z, t in ((1.3, -0.4, 2), (-2.0, 0.5, 6), (0.7, 1.9, 40)):
        heights = norm.pdf(z, np.sqrt(1 - BETA) * LINE, np.sqrt(BETA))
        heights = heights * kernel(x, t - 1).pdf(LINE)
        of_z, of_x, variance = factors(t)
        mean = average(LINE, heights)
        assert_allclose(claim(of_z * z + of_x * x), mean, rtol=1e-6)
        assert_allclose(
            claim(variance), average((LINE - mean) ** 2, heights), rtol=1e-6
        )
        exact = heights / (heights.sum() * STEP)
        formula = norm.pdf(LINE, of_z * z + of_x * x, np.sqrt(variance))
        seen = exact > 1e-3
        assert_allclose(claim(formula)[seen], exact[seen], rtol=1e-6)


@pytest.mark.verifies("res-18-2-divergence")
def test_the_divergence_is_an_integral(claim):
    for m, v, f, sigma in ((0.3, 0.5, -0.4, 1.2), (1.0, 2.0, 1.5, 0.9)):
        first, second = norm(m, np.sqrt(v)), norm(f, sigma)
        exact, _ = integrate.quad(
            lambda z, p, q: p.pdf(z) * (p.logpdf(z) - q.logpdf(z)), -15, 15,
            args=(first, second),
        )  # fmt: skip
        ratio = v / sigma**2
        formula = (m - f) ** 2 / (2 * sigma**2) + (ratio - 1 - np.log(ratio)) / 2
        assert_allclose(claim(formula), exact, rtol=1e-6)


@pytest.mark.verifies("res-18-2-data")
def test_the_average_of_the_data_is_an_integral_over_them(claim):
    for z, t in ((-1.4, 3), (0.3, 12), (1.1, 40)):
        kept = (1 - BETA) ** t
        told = norm.pdf(z, np.sqrt(kept) * LINE, np.sqrt(1 - kept))
        weights, insides = [], []
        for w, m, s in zip(WEIGHTS, MEANS, STDS, strict=True):
            v = kept * s**2 + 1 - kept
            off = z - np.sqrt(kept) * m
            weights.append(w * norm.pdf(off, 0, np.sqrt(v)))
            insides.append(m + np.sqrt(kept) * s**2 / v * off)
        formula = average(np.array(insides), np.array(weights))
        assert_allclose(claim(formula), average(LINE, told * DATA), rtol=1e-6)


@pytest.mark.verifies("res-18-2-variance")
def test_the_spread_of_a_step_back_is_that_of_a_joint_table(claim):
    for z, t in ((-1.0, 3), (0.3, 12)):
        before = kernel(LINE[:, np.newaxis], t - 1).pdf(LINE)  # a row for each x
        told = norm.pdf(z, np.sqrt(1 - BETA) * LINE, np.sqrt(BETA))
        joint = DATA[:, np.newaxis] * before * told
        of_value, of_data = joint.sum(axis=0), joint.sum(axis=1)
        exact = average((LINE - average(LINE, of_value)) ** 2, of_value)
        spread = average((LINE - average(LINE, of_data)) ** 2, of_data)
        _, of_x, variance = factors(t)
        assert_allclose(claim(variance + of_x**2 * spread), exact, rtol=1e-6)
