"""Every value of the record of notebook 6.1 stands on page 6.1."""

import pytest
from numpy.testing import assert_allclose
from values import assert_printed, expected, reference

VALUES = {
    "found": "found",
    "found-loss": "loss(found)",
    "done": "len(history) - 1",
    "patient": "patient",
    "patient-done": "len(longer) - 1",
    "gap": "c - b",
    "off": "abs(found - bottom)",
    "bottom": "bottom",
    "exact": "exact",
}

RESULT = reference("6_1")["line search result"]
STATED = [("found", RESULT["phi"]), ("found-loss", RESULT["loss"])]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("6.1", VALUES)


def test_the_notebook_states_no_value():
    assert expected("6_1") == {}


@pytest.mark.parametrize(("name", "value"), STATED)
def test_search_ends_where_the_record_says(values, name, value):
    assert_allclose(values[name], value, rtol=1e-10)


def test_the_cap_ends_the_search_before_the_tolerance(values):
    assert values["done"] == 10
    assert values["gap"] > 50 * 1e-4
    assert values["patient-done"] == 20
    assert abs(values["patient"] - values["bottom"]) < 1e-4 < values["off"]


def test_exact_position_is_the_root_of_the_slope_in_thirty_digits(values):
    assert_allclose(values["exact"], 0.380321528823942174607, rtol=1e-14)


@pytest.mark.parametrize("name", [name for name, _ in STATED])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("6.1"))
