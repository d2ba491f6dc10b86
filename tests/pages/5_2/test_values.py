"""Every value of the record of notebook 5.2 stands on page 5.2."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import assert_printed, assert_reproduced, expected, reference

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
    return evaluated("5.2", VALUES)


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
