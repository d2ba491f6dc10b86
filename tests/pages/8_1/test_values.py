"""What page 8.1 says of its numbers is so, and with other seeds, too."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import expected, reference

from udl.datasets.mnist1d import mnist1d
from udl.generalization.learning_curves import (
    stored_curves,
    train_family,
    trial,
    two_hidden_layers,
)
from udl.nn.parameters import Parameters

READ = {
    name: name
    for name in (
        "ends", "rivals", "live", "turned", "lowest", "share", "by_size", "simple",
        "doubt", "spread", "start", "slow", "at_end", "first", "wrong", "chosen",
        "gap", "gap_error", "right", "by_neighbor",
    )
}  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("8.1", READ)


@pytest.fixture(scope="module")
def again():
    return train_family(100, 4000, 3, seed=5)


def test_the_notebook_states_no_value():
    assert expected("8_1") == {}
    assert reference("8_1") == {}


def test_the_network_has_the_parameters_of_question_3():
    network = two_hidden_layers(100, np.random.default_rng(0))
    assert Parameters(network).phi.size == 15_210
    assert 3.5 < 15_210 / 4000 < 4
    assert (40 + 1) * 200 + 201 * 200 + 201 * 10 > 50_000


def test_training_digits_are_learned_and_a_third_of_the_new_ones_is_wrong(
    values, again
):
    assert values["ends"][0] < 0.002
    for test in (stored_curves()["test_error"][:, -1], again["test_error"][:, -1]):
        assert np.all(test > 1 / 3)
        assert test.mean() < 0.4
    assert again["train_error"][:, -1].max() < 0.005


def test_stored_curves_are_those_of_other_starts(again):
    for name, mine in again.items():
        kept = stored_curves()[name].mean(axis=0)
        assert_allclose(mine.mean(axis=0)[5:], kept[5:], rtol=0.08, atol=0.03)


def test_rivals_are_as_question_1_says(values):
    assert_allclose(values["rivals"]["nearest"], 0.43, atol=0.005)
    assert_allclose(values["rivals"]["linear"], 0.68, atol=0.015)


def test_loss_rises_while_the_error_stays(values, again):
    for curves in (stored_curves(), again):
        loss = curves["test_loss"].mean(axis=0)
        error = curves["test_error"].mean(axis=0)
        assert loss[-1] > 1.15 * loss[15]
        assert abs(error[-1] - error[15]) < 0.015
        assert 5 < loss.argmin() < 20
        assert loss[-1] > loss[3]
    assert values["lowest"] == stored_curves()["test_loss"].mean(axis=0).argmin()
    assert values["share"]["wrong"] > 0.15
    assert values["share"]["right"] > values["share"]["wrong"]


def test_errors_by_examples(values):
    network, (nearest, linear) = values["by_size"].mean(axis=1), values["simple"]
    assert np.all(np.diff(network) < 0)  # every doubling helps
    assert network[4] - network[5] > 0.05  # and the last one, too
    assert np.all(nearest[:4] < network[:4])
    assert nearest[5] > network[5]
    assert abs(linear[5] - linear[3]) < 0.03
    assert 1.5 < network[3] / network[5] < 1.75
    assert_allclose(network[[3, 5]], [0.6, 0.37], atol=0.015)
    for n in (100, 1000, 4000):
        assert stored_curves(100, n)["train_error"][:, -1].mean() < 0.01
    fresh = train_family(100, 1000, 3, seed=8)
    assert_allclose(fresh["test_error"][:, -1].mean(), 0.6, atol=0.03)
    assert fresh["train_error"][:, -1].max() < 0.01


def test_standard_errors(values):
    assert_allclose(values["doubt"], 0.015, atol=0.001)
    assert round(0.4 * 0.6 / 0.005**2) == 9600
    assert 0.008 < values["spread"] < 0.016
    both = np.sqrt(np.var(values["by_neighbor"] != mnist1d().y_test) / 1000
                   + np.var(values["right"]) / 1000)  # fmt: skip
    assert values["gap_error"] < both
    assert values["gap"] > 2 * values["gap_error"]


def test_settings_of_the_experiment(values):
    assert round(100 * values["start"]) == 60
    assert values["slow"] > values["start"] + 0.05
    assert trial(150, 0.5, 0.9, 40) < 0.54  # more than a percent to spare
    assert 5 * 1500 / 100 == 75


@pytest.mark.parametrize("seed", range(5))
def test_the_best_of_many_guessers_seems_better_than_it_is(seed, values):
    rng = np.random.default_rng(100 + seed)
    wrong = rng.integers(10, size=(40, 1000)) != mnist1d().y_test
    for found in (wrong, values["wrong"]):
        first = found[:, :100].mean(axis=1)
        assert first.min() < 0.87
        assert found[first.argmin(), 100:].mean() > first.min() + 0.02


def test_gap_is_wide_and_the_error_falls_with_the_units(values):
    train, test = values["at_end"].T
    assert np.all((test - train)[-3:] > 0.25)
    assert np.all((test - train)[:-3] < 0.15)
    assert np.all(np.diff(test) < 0)
    assert train[-1] == 0
