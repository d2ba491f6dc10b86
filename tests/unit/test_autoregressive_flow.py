"""Flows against interpolation, bisection, and derivatives by small steps."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import brentq

from udl.generative import autoregressive_flow as flow


def drawn(seed, K=6):
    rng = np.random.default_rng(seed)
    return rng, rng.dirichlet(np.ones(K))


@pytest.mark.parametrize("seed", range(5))
def test_lines_are_those_of_interpolation(seed):
    rng, phi = drawn(seed)
    h = np.concatenate([rng.random(50), np.linspace(0, 1, 7)])
    heights = np.concatenate([[0], np.cumsum(phi)])
    expected = np.interp(h, np.linspace(0, 1, 7), heights)
    assert_allclose(flow.piecewise_linear(h, phi), expected, atol=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_inverse_is_the_root(seed):
    rng, phi = drawn(seed)
    for h_prime in (*rng.random(10), 0.0, 0.9999):

        def off(h, wanted=h_prime):
            return flow.piecewise_linear(h, phi) - wanted

        root = brentq(off, 0, 1, xtol=1e-14)
        assert_allclose(flow.inverse(h_prime, phi), root, atol=1e-11)
    assert_allclose(flow.inverse(1.0, phi), 1)


def test_heights_may_differ_from_point_to_point():
    rng, _ = drawn(0)
    h, phi = rng.random(8), rng.dirichlet(np.ones(4), size=8).T
    one_by_one = [flow.piecewise_linear(x, p) for x, p in zip(h, phi.T, strict=True)]
    assert_allclose(flow.piecewise_linear(h, phi), one_by_one)
    assert_allclose(flow.inverse(one_by_one, phi), h)


@pytest.mark.parametrize("seed", range(3))
def test_flow_comes_back_and_its_points_are_alone(seed):
    h = np.random.default_rng(seed).random((4, 50))
    mapped = flow.forward(h, flow.example_bins)
    assert_allclose(flow.backward(mapped, flow.example_bins), h, atol=1e-10)
    alone = [flow.forward(point, flow.example_bins) for point in h.T]
    assert_allclose(mapped, np.stack(alone, axis=1))


def test_log_determinant_is_that_of_small_steps():
    h, step = np.array([0.22, 0.41, 0.83, 0.53]), 1e-6
    columns = [
        flow.forward(h + step * e, flow.example_bins)
        - flow.forward(h - step * e, flow.example_bins)
        for e in np.eye(4)
    ]
    J = np.stack(columns, axis=1) / (2 * step)
    logs = flow.log_determinant(h, flow.example_bins)
    assert_allclose(logs, np.log(np.linalg.det(J)), atol=1e-6)


def test_density_is_what_a_histogram_counts():
    def bins(earlier):
        if len(earlier) == 0:
            return np.array([0.3, 0.7])
        return np.stack([0.2 + 0.6 * earlier[0], 0.8 - 0.6 * earlier[0]])

    h = np.random.default_rng(0).random((2, 400_000))
    counts, _, _ = np.histogram2d(*flow.forward(h, bins), bins=10, range=[[0, 1]] * 2)
    fine = (np.arange(100) + 0.5) / 100
    square = np.stack(np.meshgrid(fine, fine, indexing="ij")).reshape(2, -1)
    cells = flow.density(square, bins).reshape(10, 10, 10, 10).mean(axis=(1, 3))
    spread = np.sqrt(cells * 100 / h.shape[1])
    assert np.abs((counts * 100 / h.shape[1] - cells) / spread).max() < 5


def test_example_heights_sum_to_one_for_all_points():
    rng = np.random.default_rng(1)
    for d in (1, 2, 3):
        phi = flow.example_bins(rng.random((d, 7)))
        assert phi.shape == (5, 7)
        assert_allclose(phi.sum(axis=0), 1)
