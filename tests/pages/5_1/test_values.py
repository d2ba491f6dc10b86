"""Every value of the record of notebook 5.1 stands on page 5.1."""

import pytest
from numpy.testing import assert_allclose
from values import assert_printed, assert_reproduced, expected, reference

VALUES = {
    "pdf-example": "normal_pdf(1, mu=-1, sigma=2.3)",
    "likelihood-start": "losses.normal_likelihood(y, network(x), sigma)",
    "nll-start": "losses.normal_negative_log_likelihood(y, network(x), sigma)",
    "squares-start": "losses.sum_of_squares(y, network(x))",
    "scan-offset": "where[0]",
    "scan-likelihood": "scan_likelihood",
    "scan-nll": "scan_nll",
    "scan-squares": "squares.min()",
    "beta-hat": "beta_hat",
    "scan-sigma": "sigmas[nlls.argmin()]",
    "sigma-likelihood": "likelihoods.max()",
    "sigma-nll": "nlls.min()",
    "sigma-at-scan": "losses.best_normal_sigma(y, mu)",
    "lowest": "lowest",
}

EXPECTED, REFERENCE = expected("5_1"), reference("5_1")

STATED = [
    ("pdf-example", EXPECTED["pdf"]),
    ("likelihood-start", EXPECTED["likelihood"]),
    ("nll-start", EXPECTED["NLL"]),
    ("squares-start", EXPECTED["sum of squares"]),
]
SCANNED = [
    ("scan-offset", REFERENCE["beta_1 scan"]["beta_1"]),
    ("scan-likelihood", REFERENCE["beta_1 scan"]["max likelihood"]),
    ("scan-nll", REFERENCE["beta_1 scan"]["min NLL"]),
    ("scan-squares", REFERENCE["beta_1 scan"]["min SS"]),
    ("scan-sigma", REFERENCE["sigma scan"]["sigma"]),
    ("sigma-likelihood", REFERENCE["sigma scan"]["max likelihood"]),
    ("sigma-nll", REFERENCE["sigma scan"]["min NLL"]),
]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("5.1", VALUES)


@pytest.mark.parametrize(("name", "record"), STATED, ids=lambda v: str(v)[:20])
def test_stated_values_are_reproduced(values, name, record):
    assert_reproduced(values[name], record)


@pytest.mark.parametrize(("name", "value"), SCANNED)
def test_scans_end_where_the_record_says(values, name, value):
    assert_allclose(values[name], value, rtol=1e-9)


def test_the_three_scans_agree(values):
    assert (
        f"{values['scan-offset']:.2f} for likelihood"
        in EXPECTED["argmax coincidence"]["got"]
    )


def test_the_formulas_beat_the_scans(values):
    assert abs(values["beta-hat"] - values["scan-offset"]) < 0.005
    assert abs(values["sigma-at-scan"] - values["scan-sigma"]) < 0.005
    assert values["lowest"] < values["sigma-nll"]


@pytest.mark.parametrize("name", [name for name, _ in STATED + SCANNED])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("5.1"))
