"""Every value of the record of notebook 3.3 stands on page 3.3."""

import math

import pytest
from values import RECORDS, assert_printed, assert_reproduced, expected

VALUES = {
    "parameters-few-units": "regions.number_parameters(10, 8)",
    "regions-small": "regions.number_regions(2, 3)",
    "regions-large": "regions.number_regions(10, 50)",
    "regions-few-units": "regions.number_regions(10, 8)",
    "regions-equal": "regions.number_regions(8, 8)",
}

EXPECTED = expected("3_3")
STATED = [
    ("regions-small", EXPECTED["regions Di=2 D=3"]),
    ("regions-large", EXPECTED["regions Di=10 D=50"]),
    ("regions-few-units", EXPECTED["regions Di=10 D=8"]),
    ("regions-equal", EXPECTED["regions D=8 via (D,D)"]),
    ("parameters-few-units", EXPECTED["parameters Di=10 D=8"]),
]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("3.3", VALUES)


@pytest.mark.parametrize(("name", "record"), STATED, ids=lambda v: str(v)[:20])
def test_stated_values_are_reproduced_to_the_last_digit(values, name, record):
    assert_reproduced(values[name], record)
    assert values[name] == record["value"]


def test_no_stated_value_is_left_out():
    assert len(EXPECTED) == len(STATED)


def test_fewer_units_than_inputs_need_no_special_case(values):
    assert values["regions-few-units"] == values["regions-equal"] == 2**8
    assert math.comb(8, 9) == 0


def test_the_second_figure_names_its_horizontal_axis(page):
    text = page("3.3").text
    assert 'xlabel="number of parameters"' in text
    assert "label says" in RECORDS["3_3"]["notes"][0]


def test_curves_are_those_of_the_record(page):
    assert f"dims = {tuple(RECORDS['3_3']['data']['dims'])}" in page("3.3").text


@pytest.mark.parametrize("name", [name for name, _ in STATED])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("3.3"))
