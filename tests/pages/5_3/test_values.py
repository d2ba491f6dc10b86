"""Every value of the record of notebook 5.3 stands on page 5.3."""

import pytest
from numpy.testing import assert_allclose
from values import assert_printed, assert_reproduced, expected, reference

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
    "other-total": "other_total",
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
    return evaluated("5.3", VALUES)


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


def test_question_5_3_12_states_the_totals_at_the_start(values):
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
