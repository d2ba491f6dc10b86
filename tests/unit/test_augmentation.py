"""Augmented copies, and models that are fitted to them, against loops."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.generalization import augmentation as augmenting
from udl.generalization.augmented_training import stored_runs, train
from udl.generalization.learning_curves import two_hidden_layers

RNG = np.random.default_rng(5)
X = RNG.normal(size=(300, 7))


def test_every_row_is_a_rotation_times_a_factor_and_all_of_them_occur():
    made = augmenting.augment(X, np.random.default_rng(0))
    offsets, factors = [], []
    for row, copy in zip(X, made, strict=True):
        ratios = [copy / np.roll(row, offset) for offset in range(7)]
        offsets.append(int(np.argmin([np.ptp(ratio) for ratio in ratios])))
        assert np.ptp(ratios[offsets[-1]]) < 1e-12
        factors.append(ratios[offsets[-1]][0])
    assert sorted(set(offsets)) == list(range(7))
    assert 0.8 <= min(factors) < 0.82
    assert 1.18 < max(factors) <= 1.2


def test_precision_is_kept():
    assert augmenting.augment(X.astype(np.float32), RNG).dtype == np.float32
    with pytest.raises(ValueError, match=r"x has shape \(7,\)"):
        augmenting.augment(X[0], RNG)


def test_copies_keep_the_labels_of_their_parents():
    x, y = augmenting.enlarge(X, np.arange(300), 2, RNG, loudness=(1, 1))
    assert x.shape == (900, 7)
    assert_allclose(np.sort(x, axis=1), np.sort(X, axis=1)[y])


def test_linear_scores_solve_the_normal_equations_with_a_penalty():
    y, matrix = RNG.integers(3, size=300), np.diag(np.arange(1.0, 8))
    omega, beta = augmenting.linear_scores(X, y, 3, matrix)
    residual = np.eye(3)[y] - X @ omega.T - beta
    assert_allclose(residual.mean(axis=0), 0, atol=1e-12)
    assert_allclose(residual.T @ X / 300, omega @ matrix, atol=1e-12)


def test_a_family_is_trained_as_its_networks_are_alone():
    x = RNG.normal(size=(300, 40)).astype(np.float32)
    y = RNG.integers(10, size=300)
    settings = {"epochs": 3, "fresh": True, "batch_size": 50}
    family = two_hidden_layers(8, np.random.default_rng(1), (2,))
    alone = two_hidden_layers(8, np.random.default_rng(2))
    for one, many in zip(alone.parts, family.parts, strict=True):
        for name in one.phi:
            one.phi[name][...] = many.phi[name][1]
    errors = [
        train(network, x, y, (x, y), rng=np.random.default_rng(3), **settings)
        for network in (family, alone)
    ]
    assert_allclose(errors[0][:, 1], errors[1], atol=0.01)


def test_the_stored_runs_know_their_seconds():
    runs = stored_runs()
    assert runs.seconds > 0
    assert runs.moved["fresh"].shape == (10, 40)
    assert_allclose(runs.steps[-1], 4000)
