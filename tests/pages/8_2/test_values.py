"""Every value of the record of notebook 8.2 is on page 8.2; what it claims is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import expected, reference

from udl.datasets.noisy_curve import curve, noisy_examples
from udl.exercises.pages.p8_2 import ENOUGH, EXCESS
from udl.generalization.bias_variance import bias_and_variance
from udl.generalization.fixed_joints import fit_outputs, predict

GRID = np.linspace(0, 1, 100)
RECORD = reference("8_2")
READ = {
    name: name
    for name in (
        "by_size", "five", "total", "measured", "bias", "shared", "spread", "parts",
        "losses", "best", "trained", "beyond", "table",
    )
}  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("8.2", READ)


def fits(units, n_data=15, datasets=2000, seed=77):
    x, y = noisy_examples(n_data, 0.3, np.random.default_rng(seed), (datasets,))
    return predict(GRID, *fit_outputs(x, y, units))


def split(family):
    return bias_and_variance(family.mean(axis=0), family.std(axis=0), curve(GRID))


def test_the_notebook_states_no_value():
    assert expected("8_2") == {}


def test_five_units_have_the_values_of_the_record(values):
    record = RECORD["5 hidden units, 100 datasets, seed 1"]
    assert_allclose(values["five"], [record["bias2"], record["variance"]], rtol=1e-6)


def test_table_has_the_values_of_the_record(values):
    record = RECORD["bias by capacity 1..12, seed 1"]
    assert_allclose(values["table"][:, 0], record, atol=5.1e-6)


def test_a_hundred_times_the_data_lower_the_variance_alone(values):
    (few_bias, few), (many_bias, many) = values["by_size"][15], values["by_size"][1500]
    assert many < few / 50
    assert 0.7 < many_bias / few_bias < 1.3
    again = split(fits(5, 1500, 100, seed=5))
    assert 0.7 < again[0] / few_bias < 1.3
    assert again[1] < few / 50


def test_parts_add_up_to_the_measured_loss(values):
    assert_allclose(values["total"], values["measured"], rtol=0.01)
    assert_allclose(values["parts"].sum(axis=0) + 0.09, values["losses"], rtol=0.015)


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_two_thirds_are_noise_and_most_of_the_rest_is_variance(seed):
    bias, variance = split(fits(5, seed=seed))
    assert 0.6 < 0.09 / (bias + variance + 0.09) < 0.7
    assert variance > 3 * bias


def test_variance_is_largest_at_the_ends(values):
    spread = values["spread"]
    assert spread.argmax() in (0, 99)
    assert min(spread[0], spread[-1]) > 1.5 * spread[10:90].max()


@pytest.mark.parametrize("seed", [21, 22, 23])
def test_bias_by_units(seed, values):
    bias = [split(fits(d, seed=seed))[0] for d in range(1, 13)]
    for found in (bias, values["parts"][0]):
        assert_allclose(found[1], found[0], rtol=0.02)  # does not move
        assert 1.8 < found[4] / found[3] < 2.7  # doubles
    table = values["table"][:, 0]
    assert_allclose(table[1], table[0], rtol=0.02)
    assert 1.8 < table[4] / table[3] < 2.7


def test_variance_rises_with_each_unit(values):
    assert np.all(np.diff(values["parts"][1]) > 0)
    assert values["best"] == 4
    rows = [split(fits(d, seed=31)) for d in range(1, 13)]
    assert np.all(np.diff(np.array(rows)[:, 1]) > 0)
    assert np.argmin(np.sum(rows, axis=1)) + 1 == 4


def test_variance_at_training_inputs_of_question_6():
    assert f"{0.09 * 4 / 100:.3f}" == "0.004"
    assert f"{0.09 * 8 / 100:.4f}" == "0.0072"
    x = (np.arange(100) + 0.5) / 100
    y = curve(x) + np.random.default_rng(6).normal(0, 0.3, size=(2000, 100))
    for units, claimed in ((3, 0.0036), (7, 0.0072)):
        found = predict(x, *fit_outputs(np.tile(x, (2000, 1)), y, units)).var(axis=0)
        assert_allclose(found.mean(), claimed, rtol=0.03)


def test_shrinking_as_in_question_7():
    a = np.linspace(0, 1, 10_001)
    total = (1 - a) ** 2 + a**2 / 4
    assert_allclose(a[total.argmin()], 0.8)
    assert_allclose([total.min(), total[-1]], [0.2, 0.25])
    assert_allclose(1 / (1 + 1), 0.5)  # one observation
    assert_allclose(1 / (1 + 0.5), 0.6667, atol=1e-4)  # deviation for variance


@pytest.mark.parametrize("n_data", EXCESS)
def test_table_of_the_experiment_is_what_other_datasets_say(n_data):
    right = [d for d in range(1, 31) if EXCESS[n_data][d - 1] <= ENOUGH]
    lowest = int(np.argmin(EXCESS[n_data])) + 1
    assert lowest in right
    tried = sorted({lowest, right[0], right[-1], min(right[-1] + 4, 30), 2})
    datasets = 300 if n_data == 1000 else 1500
    errors = {d: sum(split(fits(d, n_data, datasets, seed=40 + d))) for d in tried}
    for d, error in errors.items():
        excess = EXCESS[n_data][d - 1]
        if excess < 10:
            assert_allclose(error / errors[lowest], excess, rtol=0.06)


def test_training_loss_falls_below_the_noise_and_that_on_new_data_does_not(values):
    assert min(values["trained"]) < 0.09 < min(values["losses"])
    assert np.argmin(values["losses"]) == 3
    assert values["trained"][-1] == min(values["trained"])


def test_bias_of_twelve_units_is_mostly_variance_of_a_hundred_fits(values):
    table = values["table"]
    assert table[11, 0] > 2 * table[9, 0]
    many = fits(12, datasets=8000, seed=51)
    bias, variance = split(many)
    true = bias - variance / 7999
    assert true < 0.0005
    for m in (20, 100):
        groups = 8000 // m
        means = many.reshape(groups, m, 100).mean(axis=1)
        found = np.mean((means - curve(GRID)) ** 2)
        assert true < 0.25 * found  # most of it is variance
        # a variance of so many groups, over a handful of independent stretches
        assert_allclose(found, true + variance / m, rtol=3 * np.sqrt(0.5 / groups))
    assert split(fits(4, seed=52))[0] < 0.006  # less than variance of twelve
    assert variance > 0.1


@pytest.mark.parametrize("seed", [61, 62, 63])
def test_error_comes_down_again_beyond_the_examples(values, seed):
    again = {
        d: np.median(
            np.mean((fits(d, datasets=400, seed=seed) - curve(GRID)) ** 2, axis=1)
        )
        for d in (4, 14, 30, 60)
    }
    for found in (again, values["beyond"]):
        assert found[14] > 2 * found[30]
        assert found[14] > 2 * found[60]
        assert found[30] > found[4]
