"""Every value of the record of notebook 5.3 is on page 5.3; what it counts is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import assert_printed, assert_reproduced, expected, reference

from udl.exercises.declare import find
from udl.exercises.pages.p5_3 import excess
from udl.losses.softmax import softmax

VALUES = {
    "lowest": "observed.min()",
    "below-tenth": "np.sum(observed < 0.1)",
    "likelihood-start": "losses.categorical_likelihood(y, lam)",
    "nll-start": "losses.multiclass_cross_entropy(y, f)",
    "nll-mean": "losses.multiclass_cross_entropy(y, f) / y.size",
    "know-nothing": "losses.multiclass_cross_entropy(y, 0 * f)",
    "right": "np.sum(f.argmax(axis=0) == y)",
    "count": "y.size",
    "stated": "lam.max(axis=0).mean()",
    "total-0": "lam[0].sum()",
    "observed-0": "np.sum(y == 0)",
    "not-0": "np.sum(y != 0)",
    "scan-offset": "scan[nlls.argmin()]",
    "scan-likelihood": "likelihoods.max()",
    "scan-nll": "nlls.min()",
    "scan-total": "at_scan[0]",
    "best-offset": "best[0]",
    "best-nll": "exact",
    "other-total": "softmax(network(x, best)).sum(axis=1)[1]",
    "other-seen": "seen[1]",
    "best-all": "lowest",
    "gap-0": "best_all[0] - best_all[2]",
    "gap-1": "best_all[1] - best_all[2]",
    "sure-gap": 'gaps["outputs tripled"].mean()',
    "sure-share": 'np.mean(gaps["outputs tripled"] > 0) * 100',
    "share-right": "right.mean()",
    "best-scale": "best_scale",
    "best-scale-loss": "turned.min()",
    "floor": "twice / y.size",
    "look-up-0": "categorical_pmf([0], [[0.2], [0.5], [0.3]])[0]",
    "look-up-1": "categorical_pmf([1], [[0.2], [0.5], [0.3]])[0]",
    "look-up-2": "categorical_pmf([2], [[0.2], [0.5], [0.3]])[0]",
    "loss-scale-0": "losses.multiclass_cross_entropy(drawn, 0.5 * truth) / drawn.size",
    "loss-scale-1": "losses.multiclass_cross_entropy(drawn, truth) / drawn.size",
    "loss-scale-3": "losses.multiclass_cross_entropy(drawn, 3 * truth) / drawn.size",
}
# What sentences of the page speak of.
READ = VALUES | {
    "x": "x",
    "y": "y",
    "f": "f",
    "lam": "lam",
    "network": "network",
    "loss": "loss",
    "nlls": "nlls",
    "scan": "scan",
    "start": "beta_1",
    "all-offsets": "best_all",
    "too-sure": "too_sure",
}

EXPECTED, REFERENCE = expected("5_3"), reference("5_3")
SCAN = REFERENCE["beta_1[0] scan arange(-2,6,0.1)"]

STATED = [
    ("likelihood-start", EXPECTED["likelihood"]),
    ("nll-start", EXPECTED["NLL"]),
]
SCANNED = [
    ("scan-offset", SCAN["beta_1"]),
    ("scan-likelihood", SCAN["likelihood"]),
    ("scan-nll", SCAN["NLL"]),
]
LOOKED_UP = [f"look-up-{k}" for k in range(3)]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("5.3", READ)


def test_stated_loss_is_reproduced(values):
    assert_reproduced(values["nll-start"], EXPECTED["NLL"])


def test_stated_likelihood_is_reproduced(values):
    # The record keeps five digits of it.
    rounded = float(f"{values['likelihood-start']:.5g}")
    assert_reproduced(rounded, EXPECTED["likelihood"])


def test_the_categorical_examples_are_looked_up(values):
    record = EXPECTED["categorical examples"]
    looked_up = [values[name] for name in LOOKED_UP]
    assert_allclose(looked_up, record["got"], rtol=1e-12)
    assert_allclose(looked_up, record["value"], rtol=1e-12)


@pytest.mark.parametrize(("name", "value"), SCANNED)
def test_the_scan_ends_where_the_record_says(values, name, value):
    assert_allclose(values[name], value, rtol=1e-9)


def test_the_exact_optimum_beats_the_scan_and_all_offsets_beat_one(values):
    assert abs(values["best-offset"] - values["scan-offset"]) < 0.05
    assert values["best-all"] < values["best-nll"] < values["scan-nll"]


def test_totals_agree_for_the_fitted_class_only(values):
    assert abs(values["scan-total"] - values["observed-0"]) < 0.2
    assert abs(values["other-total"] - values["other-seen"]) > 1


def test_question_5_3_13_states_the_totals_at_the_start(values):
    assert round(values["total-0"]) == 11
    assert values["observed-0"] == 7
    assert values["observed-0"] + values["not-0"] == values["count"]


def test_what_the_prose_says_of_certainty_holds(values):
    assert values["stated"] > values["right"] / values["count"] + 0.1
    assert values["loss-scale-3"] > values["loss-scale-1"]
    assert values["sure-gap"] > 0.1
    assert values["sure-share"] > 95


@pytest.mark.parametrize("name", [name for name, _ in STATED + SCANNED] + LOOKED_UP)
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("5.3"))


def test_the_loss_of_the_page_is_that_of_the_library(values):
    assert_allclose(values["loss"](values["y"], values["f"]), values["nll-start"])


def test_raising_one_offset_divides_the_other_two_by_the_same_number(values):
    grid = np.linspace(0, 1, 201)
    low, high = (
        softmax(values["network"](grid, [offset, -2.0, 0.0])) for offset in (-2.0, 6.0)
    )
    assert_allclose(low[1] / high[1], low[2] / high[2], rtol=1e-10)
    assert np.all(low[1:] > high[1:])


def test_far_out_the_loss_counts_examples(values):
    def at(offset):
        f = values["network"](values["x"], [offset, -2.0, 0.0])
        return values["loss"](values["y"], f)

    assert_allclose(at(61.0) - at(60.0), values["not-0"], rtol=1e-6)
    assert_allclose(at(-60.0) - at(-59.0), values["observed-0"], rtol=1e-6)


def test_fitting_all_offsets_lifts_the_lowest_marker(values):
    at = np.arange(values["count"])
    least = [
        softmax(values["network"](values["x"], values[name]))[values["y"], at].min()
        for name in ("start", "all-offsets")
    ]
    assert least[0] < least[1]


@pytest.mark.parametrize("seed", range(1, 5))
def test_tripled_outputs_are_too_sure_in_any_such_world(values, seed):
    rng = np.random.default_rng(seed)
    truth = values["network"](rng.random(20000))
    drawn = (rng.random(20000) > np.cumsum(softmax(truth), axis=0)).sum(axis=0)
    right = (truth.argmax(axis=0) == drawn).reshape(200, 100).mean(axis=1)
    gaps = [
        softmax(c * truth).max(axis=0).reshape(200, 100).mean(axis=1) - right
        for c in (0.5, 1, 3)
    ]
    assert np.mean(gaps[0]) < -0.05
    assert abs(np.mean(gaps[1])) < 0.015
    assert np.mean(gaps[2]) > 0.1
    assert np.mean(gaps[2] > 0) > 0.95


def test_the_network_is_about_twice_as_sure_as_its_data_allow(values):
    assert 0.4 < values["best-scale"] < 0.6


@pytest.mark.parametrize("seed", range(6))
def test_left_alone_few_are_good_enough_and_one_factor_mends_about_half(seed):
    assert np.sum(excess(np.ones(40), seed) <= 0.03) < 10
    common = [
        np.sum(excess(np.full(40, factor), seed) <= 0.03)
        for factor in np.geomspace(0.05, 2, 60)
    ]
    assert 14 <= max(common) <= 26


@pytest.mark.parametrize("seed", range(5, 9))
def test_the_solution_mends_thirty_in_the_world_of_the_page_too(values, seed):
    y, f, answer = values["too-sure"](np.random.default_rng(seed))
    found = np.array(find("5.3.17").reference(y, f))
    assert 0.9 < np.median(found / answer) < 1.2
    assert np.sum(excess(found, seed) <= 0.03) >= 30


def test_the_bug_hunts_columns_sum_to_one_and_are_wrong(values):
    space = {"np": np}
    exec(find("5.3.18").stub, space)
    chances = np.exp(space["log_probabilities"](values["f"]))
    assert_allclose(chances.sum(axis=0), 1)
    assert np.abs(chances - values["lam"]).max() > 0.1
