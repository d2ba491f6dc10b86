"""Every value of the record of notebook 9.3 is on page 9.3; what it claims is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.datasets.noisy_curve import PUBLISHED_PI, curve, noisy_examples
from udl.exercises.pages import p9_3
from udl.generalization import ensembles
from udl.generalization.fixed_joints import fit_outputs, predict

NAMES = (
    "x", "y", "grid", "truth", "ridge", "four", "median", "mean", "each", "best",
    "mean_error", "average", "median_error", "beats_best", "median_fails", "law",
    "measured", "counts", "floor", "same", "worse", "wins", "median_wins",
)  # fmt: skip
READ = {
    **{name: name for name in NAMES},
    "single": "error(single)",
    "errors": "[error(member) for member in four]",
    "together": "error(median), error(mean)",
}


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("9.3", READ)


def test_the_values_of_the_record(values):
    assert_allclose(values["single"], 0.195, atol=5e-4)
    assert_allclose(values["errors"], [0.2223, 0.0979, 0.1202, 0.0479], atol=5e-5)
    assert_allclose(values["together"], [0.01976, 0.01825], atol=5e-6)


def test_at_this_seed_both_beat_every_member_by_more_than_two(values):
    assert max(values["together"]) < min(values["errors"]) / 2


def test_the_parameters_are_as_many_as_the_examples(values):
    assert len(values["ridge"]) == len(values["x"]) == 15


def many(values, seed):
    chosen = np.random.default_rng(seed).integers(15, size=(200, 4, 15))
    return ensembles.members(
        values["x"], values["y"], chosen, 14, values["ridge"], values["grid"]
    )


@pytest.mark.parametrize("seed", range(6))
def test_the_average_is_always_beaten_and_the_best_in_about_a_third(values, seed):
    curves = many(values, seed)
    together, average, _ = ensembles.ambiguity(curves, values["truth"])
    best = np.mean((curves - values["truth"]) ** 2, axis=-1).min(axis=1)
    assert np.all(together < average)
    assert 50 <= np.sum(together < best) <= 85  # of 200: false for about two thirds
    median = np.mean((np.median(curves, axis=1) - values["truth"]) ** 2, axis=-1)
    assert np.sum(median > average) <= 12  # it does well all the same


def test_the_page_counts_the_same(values):
    assert np.all(values["mean_error"] < values["average"])
    assert 50 <= values["beats_best"] <= 85
    assert 0 <= values["median_fails"] <= 12


def test_the_law_is_met_and_a_resample_holds_less(values):
    assert_allclose(values["measured"], values["law"], rtol=0.25)
    assert values["law"][0] > 1.3 * values["single"]
    assert np.all(np.diff(values["law"]) < 0)
    assert values["measured"][2] - values["floor"] < 0.35 * (
        values["measured"][0] - values["floor"]
    )


def test_shuffled_data_give_equal_members(values):
    assert ensembles.ambiguity(values["same"], values["truth"])[2] < 1e-9


@pytest.mark.parametrize("seed", range(3))
def test_bagging_hurts_stable_models(seed):
    rng, worse, grid = np.random.default_rng(seed), 0, np.linspace(0, 1, 100)
    for _ in range(100):
        x, y = noisy_examples(15, 0.3, rng)
        alone = predict(grid, *fit_outputs(x, y, 5))
        chosen = rng.integers(15, size=(20, 15))
        bagged = ensembles.members(x, y, chosen, 5, 1e-5, grid).mean(axis=0)
        errors = [np.mean((one - curve(grid)) ** 2) for one in (bagged, alone)]
        worse += errors[0] > errors[1]
    assert worse > 55


def test_the_page_says_so(values):
    assert values["worse"] > 55


@pytest.mark.parametrize("n_hidden", [12, 14, 20])
@pytest.mark.parametrize("seed", range(1, 4))
def test_the_experiment_holds_for_other_datasets(n_hidden, seed):
    assert p9_3.wins(0.002, n_hidden, seed) >= 85
    assert p9_3.wins(1e-5, n_hidden, seed) < 30
    assert p9_3.wins(0.1, n_hidden, seed) < 30


def test_the_page_and_the_check_count_alike(values):
    assert abs(values["wins"](0.002, 14) - p9_3.wins(0.002, 14, 0)) <= 3


def test_the_hero_falls_with_its_members(values):
    errors = []
    for seed in range(8):
        chosen = np.random.default_rng(seed).integers(15, size=(64, 15))
        curves = ensembles.members(
            values["x"], values["y"], chosen, 14, values["ridge"], values["grid"]
        )
        errors.append(
            [ensembles.ambiguity(curves[:m], values["truth"])[0] for m in (1, 4, 64)]
        )
    assert np.all(np.diff(np.median(errors, axis=0)) < 0)


def test_the_data_are_those_of_the_notebook(values):
    x, y = noisy_examples(15, 0.3, np.random.RandomState(1), pi=PUBLISHED_PI)
    assert np.array_equal(values["x"], x)
    assert np.array_equal(values["y"], y)
