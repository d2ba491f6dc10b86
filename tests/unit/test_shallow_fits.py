"""Fits of shallow networks against interpolation, loops and finite differences."""

import itertools

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.datasets.regression import shallow_regression
from udl.fitting.shallow_fits import (
    best_output,
    descend,
    interpolating_network,
    search_joints,
    squares_gradient,
)
from udl.networks.shallow import shallow_network

RNG = np.random.default_rng(31)
X, Y = RNG.uniform(-1, 1, 9), RNG.normal(size=9)


def clip(z):
    return max(0.0, z)


def loss(beta_0, omega_0, beta_1, omega_1, activation=clip):
    total = 0.0
    for x, y in zip(X, Y, strict=True):
        f = beta_1
        for b, s, w in zip(beta_0, omega_0, omega_1, strict=True):
            f += w * activation(b + s * x)
        total += (f - y) ** 2
    return total


def test_an_interpolating_network_agrees_with_numpys_interpolation():
    points, values = np.sort(X), Y
    between = np.linspace(points[0], points[-1], 60)
    found = shallow_network(between, *interpolating_network(points, values))
    assert_allclose(found, np.interp(between, points, values), atol=1e-12)


def test_interpolation_refuses_points_out_of_order():
    with pytest.raises(ValueError, match="increasing"):
        interpolating_network([0.0, 0.0, 1.0], [1.0, 2.0, 3.0])


def test_no_other_output_weights_do_better():
    beta_0, omega_0 = RNG.normal(size=3), RNG.normal(size=3)
    beta_1, omega_1 = best_output(X, Y, beta_0, omega_0)
    best = loss(beta_0, omega_0, beta_1, omega_1)
    for change in np.concatenate([np.eye(4), -np.eye(4)]) * 0.01:
        moved = beta_1 + change[0], omega_1 + change[1:]
        assert loss(beta_0, omega_0, *moved) >= best - 1e-12


@pytest.mark.parametrize(
    ("one", "functions"),
    [(clip, ()), (np.tanh, (np.tanh, lambda z: 1 / np.cosh(z) ** 2))],
    ids=["relu", "tanh"],
)
def test_the_gradient_agrees_with_finite_differences(one, functions):
    start = RNG.normal(size=3), RNG.normal(size=3), 0.3, RNG.normal(size=3)
    flat = np.concatenate([np.ravel(p) for p in start])

    def at(values):
        return loss(values[:3], values[3:6], values[6], values[7:], one)

    slopes = [
        (at(flat + 1e-6 * e) - at(flat - 1e-6 * e)) / 2e-6 for e in np.eye(flat.size)
    ]
    found = squares_gradient(X, Y, *start, *functions)
    gradient = np.concatenate([np.ravel(g) for g in found])
    assert_allclose(gradient, slopes, rtol=1e-5, atol=1e-7)


def test_several_networks_at_once_are_those_one_by_one():
    starts = [RNG.normal(size=(4, 3)), RNG.normal(size=(4, 3)), RNG.normal(size=4)]
    starts.append(RNG.normal(size=(4, 3)))
    together = descend(X, Y, starts, rate=1e-3, steps=5)
    for s in range(4):
        alone = descend(X, Y, [p[s] for p in starts], rate=1e-3, steps=5)
        for one, all_ in zip(alone, together, strict=True):
            assert_allclose(one, all_[s])


def test_descent_lowers_the_loss():
    start = RNG.normal(size=3), RNG.normal(size=3), 0.3, RNG.normal(size=3)
    assert loss(*descend(X, Y, start, rate=1e-3, steps=50)) < loss(*start)


def test_a_search_for_joints_is_not_beaten_by_a_scan_of_joints_and_directions():
    x, y = shallow_regression()
    parameters = search_joints(x, y, np.linspace(0, 1, 11), count=2)
    found = np.sum((shallow_network(x, *parameters) - y) ** 2)
    places = np.linspace(-0.02, 1.02, 27)
    for at in itertools.combinations(places, 2):
        for signs in itertools.product([1, -1], repeat=2):
            h = [np.maximum(0, s * (x - j)) for s, j in zip(signs, at, strict=True)]
            columns = np.stack([np.ones_like(x), *h], axis=1)
            weights, *_ = np.linalg.lstsq(columns, y, rcond=None)
            assert np.sum((columns @ weights - y) ** 2) >= found - 1e-12
