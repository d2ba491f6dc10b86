"""Families of networks on MNIST-1D, against networks that are trained alone."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.datasets.mnist1d import mnist1d
from udl.generalization.learning_curves import (
    MEASURES,
    halving_rates,
    stored_curves,
    train_family,
)


def alone(omegas, betas, batches, rates, x, y):
    """Train one network of the family by formulas, and give its share of errors."""
    layers = [np.array(part, float) for pair in zip(omegas, betas, strict=True)
              for part in pair]  # fmt: skip
    momentum = [np.zeros_like(part) for part in layers]
    for batch, rate in zip(batches, rates, strict=True):
        h, kept = x[batch].astype(float), []
        for k in (0, 2, 4):
            kept.append(h)
            f = h @ layers[k].T + layers[k + 1]
            h = np.maximum(f, 0)
        p = np.exp(f - f.max(axis=1, keepdims=True))
        p /= p.sum(axis=1, keepdims=True)
        p[np.arange(len(batch)), y[batch]] -= 1
        d, gradients = p / len(batch), [None] * 6
        for k in (4, 2, 0):
            h = kept[k // 2]
            gradients[k], gradients[k + 1] = d.T @ h, d.sum(axis=0)
            d = (d @ layers[k]) * (h > 0)
        for k in range(6):
            momentum[k] = 0.9 * momentum[k] + 0.1 * gradients[k]
            layers[k] -= rate * momentum[k]
    h = x.astype(float)
    for k in (0, 2, 4):
        f = h @ layers[k].T + layers[k + 1]
        h = np.maximum(f, 0)
    return np.mean(f.argmax(axis=1) != y)


def test_a_model_of_a_family_learns_as_it_would_alone():
    data, rng = mnist1d(), np.random.default_rng(3)
    shapes = [(8, 40), (8, 8), (10, 8)]
    omegas = [np.sqrt(2 / s[1]) * rng.standard_normal((2, *s)) for s in shapes]
    orders = [rng.permutation(300) for _ in range(4)]
    batches = [order[i : i + 100] for order in orders for i in (0, 100, 200)]
    found = train_family(8, 300, 2, seed=3, epochs=4)["train_error"][:, -1]
    for model in range(2):
        first = [omega[model] for omega in omegas], [np.zeros(s[0]) for s in shapes]
        error = alone(*first, batches, [0.5] * 12, data.x[:300], data.y[:300])
        assert_allclose(found[model], error, atol=0.011)


def test_rates_are_halved():
    assert_allclose(halving_rates(0.5, 21)[[0, 9, 10, 20]], [0.5, 0.5, 0.25, 0.125])


def test_curves_that_are_not_kept_are_named():
    assert set(stored_curves(2)) == set(MEASURES)
    with pytest.raises(ValueError, match="no curves of units 3"):
        stored_curves(3)
    with pytest.raises(ValueError, match="only 100"):
        stored_curves(50, 100)
