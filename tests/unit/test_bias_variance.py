"""Bias and variance, against loops and against datasets that are drawn."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.datasets.noisy_curve import curve, noisy_examples
from udl.generalization.bias_variance import (
    bias_and_variance,
    mean_and_deviation,
    neighbors_error,
)


def drawing(seed):
    rng = np.random.default_rng(seed)
    return lambda: noisy_examples(15, 0.3, rng)


def test_family_of_curves_is_that_of_a_loop():
    draw, grid, rows = drawing(0), np.linspace(0, 1, 11), []
    for _ in range(7):
        x, y = draw()
        h = [np.ones(15)] + [np.maximum(0, x - d / 4) for d in range(4)]
        phi = np.linalg.lstsq(np.transpose(h), y, rcond=None)[0]
        rows.append(
            [
                phi[0] + sum(phi[d + 1] * max(0, t - d / 4) for d in range(4))
                for t in grid
            ]
        )
    mean, deviation = mean_and_deviation(drawing(0), 7, 4, grid)
    for n, column in enumerate(np.transpose(rows)):
        center = sum(column) / 7
        assert mean[n] == pytest.approx(center)
        spread = sum((height - center) ** 2 for height in column) / 7
        assert deviation[n] == pytest.approx(spread**0.5)


def test_bias_and_variance_add_up_to_the_distance_from_the_truth():
    curves = np.random.default_rng(1).normal(size=(6, 9))
    truth = np.linspace(-1, 2, 9)
    parts = bias_and_variance(curves.mean(axis=0), curves.std(axis=0), truth)
    total = sum((c - t) ** 2 for row in curves for c, t in zip(row, truth, strict=True))
    assert sum(parts) == pytest.approx(total / curves.size)


def test_neighbors_err_as_drawn_datasets_say():
    x, rng = np.linspace(0, 1, 12), np.random.default_rng(2)
    targets = curve(x) + rng.uniform(-1, 1, size=(200_000, 12))  # not normal
    found = targets[:, [2, 3, 4]].mean(axis=1)  # those nearest to 0.28
    bias, variance = neighbors_error(x, curve, np.sqrt(1 / 3), 3, 0.28)
    assert_allclose(found.var(), variance, rtol=0.02)
    assert_allclose(found.mean() - curve(0.28), -np.sqrt(bias), atol=0.004)
