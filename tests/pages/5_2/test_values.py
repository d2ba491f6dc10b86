"""Every value of the record of notebook 5.2 is on page 5.2; what it counts is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import assert_printed, assert_reproduced, expected, reference

from udl.exercises.declare import find
from udl.networks.activations import sigmoid

VALUES = {
    "ones": "y.sum()",
    "pmf-no": "bernoulli_pmf(0, 0.2)",
    "pmf-yes": "bernoulli_pmf(1, 0.2)",
    "likelihood-start": "losses.bernoulli_likelihood(y, lam)",
    "nll-start": "losses.binary_cross_entropy(y, f)",
    "scan-offset": "best",
    "scan-likelihood-offset": "scan[likelihoods.argmax()]",
    "scan-likelihood": "likelihoods.max()",
    "scan-nll": "nlls.min()",
    "beta-hat": "beta_hat",
    "lowest": "losses.binary_cross_entropy(y, network(x, beta_hat))",
    "total-start": "lam.sum()",
    "slope-squared": "steepest[at_8]",
    "slope-cross": "p[at_8] - 1",
}
# What sentences of the page speak of.
READ = VALUES | {
    "x": "x",
    "y": "y",
    "f": "f",
    "network": "network",
    "loss": "loss",
    "descend": "descend",
    "cross-slope": "cross_slope",
    "squared-slope": "squared_slope",
    "slope": "slope",
    "table": "table",
    "flat": "flat_loss",
    "nlls": "nlls",
    "scan": "scan",
}

EXPECTED, SCAN = expected("5_2"), reference("5_2")["beta_1 scan"]

STATED = [
    ("pmf-no", EXPECTED["Bernoulli y=0"]),
    ("pmf-yes", EXPECTED["Bernoulli y=1"]),
    ("likelihood-start", EXPECTED["likelihood"]),
]
SCANNED = [
    ("scan-offset", SCAN["beta_1"]),
    ("scan-likelihood", SCAN["likelihood"]),
    ("scan-nll", SCAN["NLL"]),
]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("5.2", READ)


@pytest.mark.parametrize(("name", "record"), STATED, ids=lambda v: str(v)[:20])
def test_stated_values_are_reproduced(values, name, record):
    assert_reproduced(values[name], record)


@pytest.mark.parametrize(("name", "value"), SCANNED)
def test_the_scan_ends_where_the_record_says(values, name, value):
    # The record's likelihood agrees with its own loss to 7 digits only.
    assert_allclose(values[name], value, rtol=1e-7)


def test_the_scans_likelihood_and_loss_are_one_number(values):
    assert_allclose(-np.log(values["scan-likelihood"]), values["scan-nll"], rtol=1e-12)
    assert_allclose(values["scan-nll"], SCAN["NLL"], rtol=1e-11)


def test_likelihood_and_loss_choose_the_same_offset(values):
    assert values["scan-likelihood-offset"] == values["scan-offset"]


def test_the_equation_beats_the_scan(values):
    assert abs(values["beta-hat"] - values["scan-offset"]) < 0.05
    assert values["lowest"] < values["scan-nll"] < values["nll-start"]


def test_the_starting_offset_expects_too_many(values):
    assert 13.5 < values["total-start"] < 14  # "almost 14", says question 5.2.9
    assert values["ones"] == 11


def test_a_confidently_wrong_output_has_a_slope_under_one_loss_only(values):
    assert_allclose(values["slope-cross"], -1, atol=1e-3)
    assert abs(values["slope-squared"]) < 1e-3


@pytest.mark.parametrize("name", [name for name, _ in STATED + SCANNED])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("5.2"))


def test_the_forecasters_pay_what_the_text_says():
    """97 and 60 percent of rain on a dry day; the text prints the three prices."""
    assert -np.log(1 - 0.97) > 3 * -np.log(1 - 0.6) > 30 * -np.log(1 - 0.03)


def test_the_loss_of_the_page_is_that_of_the_library(values):
    assert_allclose(values["loss"](values["y"], values["f"]), values["nll-start"])


def test_at_the_best_offset_the_probabilities_add_up_to_eleven(values):
    total = sigmoid(values["network"](values["x"], values["beta-hat"])).sum()
    assert_allclose(total, values["ones"], rtol=1e-12)


def test_toward_both_ends_of_the_scan_the_loss_bends_less(values):
    bends = np.diff(values["nlls"], 2)
    assert bends[0] < bends.max() / 2
    assert bends[-1] < bends.max() / 3


def test_the_bug_hunts_walk_rests_where_the_totals_differ(values):
    space = {"np": np}
    exec(find("5.2.13").stub, space)
    y, f = values["y"], values["f"]
    loss = values["loss"]
    near = space["fit_shift"](y, f, 0.1, 2000)
    assert_allclose(near, space["fit_shift"](y, f, 0.1, 3000), atol=1e-6)  # it rests
    assert abs(sigmoid(f + near).sum() - y.sum()) > 1
    assert loss(y, f + space["fit_shift"](y, f, 0.1, 1)) < loss(y, f)


def test_from_far_off_only_cross_entropy_arrives(values):
    descend = values["descend"]
    for start in (0.0, -8.0, -15.0):
        end = descend(values["cross-slope"], start)
        assert abs(end - values["beta-hat"]) < 0.01
    assert abs(descend(values["squared-slope"], 0.0) - 1.66) < 0.05
    for start in (-8.0, -15.0):
        assert descend(values["squared-slope"], start) - start < 0.5


def squared_error(values, offsets):
    lam = sigmoid(values["network"](values["x"], offsets))
    return np.sum((lam - values["y"]) ** 2, axis=-1)


def test_the_squared_error_is_lowest_where_the_experiment_has_it(values):
    offsets = np.linspace(-30, 30, 600_001)
    best = offsets[squared_error(values, offsets).argmin()]
    assert abs(best - 1.65737) < 1e-4  # as in the declaration of 5.2.19


def test_plain_descent_manages_about_a_third_whatever_the_rate(values):
    arrived = []
    for rate in np.geomspace(0.01, 100, 41):
        walks = np.linspace(-30, 30, 100)
        for _ in range(200):
            walks = walks - rate * values["slope"](walks)
        arrived.append(np.sum(abs(walks - 1.65737) < 0.05))
    assert 28 <= max(arrived) <= 45


@pytest.mark.parametrize("seed", range(1, 5))
def test_the_squared_error_scatters_a_little_more(values, seed):
    truth = sigmoid(values["network"](values["x"], values["beta-hat"]))
    ones = np.random.default_rng(seed).binomial(25, truth, (4000, 20))
    offsets = np.arange(0, 3.5, 0.005)
    lam = sigmoid(values["network"](values["x"], offsets))
    cross = -(ones @ np.log(lam).T) - (25 - ones) @ np.log(1 - lam).T
    square = 25 * (lam**2).sum(axis=1) - 2 * ones @ lam.T
    found = [offsets[table.argmin(axis=1)] for table in (cross, square)]
    assert 1.015 < found[1].std() / found[0].std() < 1.065
    assert np.all(abs(np.mean(found, axis=1) - values["beta-hat"]) < 0.02)


def test_squashed_twice_the_best_offset_is_another(values):
    assert values["table"].min() > values["nlls"].min() + 1
    assert values["scan"][values["table"].argmin()] != values["scan-offset"]


def test_a_constant_has_the_right_total_and_a_higher_loss(values):
    assert values["flat"] > values["lowest"] + 5


def test_the_lower_loss_gets_one_answer_fewer_right(values):
    losses, right = [], []
    for offset in (1.0, 2.6):
        out = values["network"](values["x"], offset)
        losses.append(values["loss"](values["y"], out))
        right.append(np.sum((out > 0) == values["y"]))
    assert losses[0] < losses[1]
    assert right[1] - right[0] == 1
