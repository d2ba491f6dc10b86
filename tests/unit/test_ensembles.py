"""Ensembles, against loops, enumeration and the published values."""

from itertools import product

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.datasets.noisy_curve import PUBLISHED_PI, curve, noisy_examples
from udl.generalization.ensembles import ambiguity, members, resample
from udl.generalization.fixed_joints import fit_outputs, predict

GRID = np.linspace(0, 1, 100)
RIDGE = np.r_[np.full(14, 1e-5), 0.0]


def test_pairs_stay_together_and_every_example_is_as_likely():
    rng = np.random.default_rng(0)
    x = np.arange(10.0)
    drawn = [resample(x, x**2, rng) for _ in range(4000)]
    for inputs, targets in drawn:
        assert_allclose(targets, inputs**2)
    counts = np.bincount(np.concatenate([one for one, _ in drawn]).astype(int))
    assert_allclose(counts / 4000, 1, atol=0.06)
    distinct = np.mean([len(set(inputs)) for inputs, _ in drawn])
    assert distinct == pytest.approx(10 * (1 - 0.9**10), abs=0.1)


def test_members_are_fitted_as_one_by_one():
    rng = np.random.default_rng(1)
    x, y = noisy_examples(15, 0.3, rng)
    chosen = rng.integers(15, size=(2, 3, 15))
    found = members(x, y, chosen, 14, RIDGE, GRID)
    assert found.shape == (2, 3, 100)
    for index in np.ndindex(2, 3):
        i = chosen[index]
        alone = predict(GRID, *fit_outputs(x[i], y[i], 14, RIDGE))
        assert_allclose(found[index], alone, rtol=1e-6, atol=1e-8)


def test_the_parts_are_those_of_a_loop_and_add_up():
    rng = np.random.default_rng(2)
    curves, truth = rng.normal(size=(2, 5, 7)), rng.normal(size=7)
    ensemble, average, spread = ambiguity(curves, truth)
    for k in range(2):
        mean = sum(curves[k]) / 5
        errors = [np.mean((row - truth) ** 2) for row in curves[k]]
        apart = [np.mean((row - mean) ** 2) for row in curves[k]]
        assert_allclose(ensemble[k], np.mean((mean - truth) ** 2))
        assert_allclose(average[k], sum(errors) / 5)
        assert_allclose(spread[k], sum(apart) / 5)
    assert_allclose(ensemble, average - spread)


def test_the_published_values_come_out():
    rng = np.random.RandomState(1)
    x, y = noisy_examples(15, 0.3, rng, pi=PUBLISHED_PI)
    chosen = np.array([rng.choice(15, 15) for _ in range(4)])
    truth = curve(GRID, PUBLISHED_PI)
    curves = members(x, y, chosen, 14, RIDGE, GRID)
    errors = np.mean((curves - truth) ** 2, axis=1)
    assert_allclose(errors, [0.2223, 0.0979, 0.1202, 0.0479], atol=5e-5)
    together = [np.median(curves, axis=0), curves.mean(axis=0)]
    errors = [np.mean((one - truth) ** 2) for one in together]
    assert_allclose(errors, [0.01976, 0.01825], atol=5e-6)


def test_the_expected_error_by_all_resamples_of_three_examples():
    x, y, grid = np.array([0.1, 0.5, 0.8]), np.array([1.0, 2.5, 0.3]), [0.2, 0.9]
    every = np.array(list(product(range(3), repeat=3)))
    curves = members(x, y, every, 2, 0.1, grid)
    truth = np.array([1.0, 2.0])
    _, average, spread = ambiguity(curves, truth)
    pairs = np.array([ambiguity(curves[[i, j]], truth)[0]
                      for i in range(27) for j in range(27)])  # fmt: skip
    assert_allclose(pairs.mean(), average - spread + spread / 2)
