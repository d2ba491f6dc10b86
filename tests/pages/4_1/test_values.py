"""Every value of the record of notebook 4.1 stands on page 4.1, or tested here."""

import pytest
from values import reference

from udl.datasets.networks import networks_to_compose
from udl.networks.composition import compose, matrix_form
from udl.networks.pieces import affine_pieces

VALUES = {
    "first-low": "heights.min()",
    "first-high": "heights.max()",
    "n-first": "x.size - 1",
    "n-second": "cuts.size + 1",
    "n-composed": "composed[0].size - 1",
    "n-second-changed": "n_second_changed",
    "n-first-changed": "n_first_changed",
    "n-itself": "n_itself",
    "n-three": "n_copies[2]",
    "n-four": "n_copies[3]",
}

COUNTED = reference("4_1")["linear regions counted numerically on [-1,1]"]
COUNTS = [
    ("n-first", "n1"),
    ("n-second", "n2"),
    ("n-composed", "n2(n1)"),
    ("n-itself", "n1(n1)"),
    ("n-three", "n2(n1(n1))"),
    ("n-four", "n2(n1^3)"),
    ("n-second-changed", "modified net2"),
    ("n-first-changed", "n2(modified net1)"),
]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("4.1", VALUES)


@pytest.mark.parametrize(("name", "record"), COUNTS)
def test_counts_are_those_of_the_record(values, name, record):
    assert values[name] == COUNTED[record]


@pytest.mark.parametrize("name", [name for name, _ in COUNTS])
def test_each_count_is_printed_by_the_text(page, name):
    assert f"{{eval}}`{VALUES[name]}`" in page("4.1").text


def test_three_copies_of_the_first_network_have_as_many_pieces_as_the_record_says():
    one, _ = (matrix_form(*network) for network in networks_to_compose())
    three = compose(one, compose(one, one))
    assert affine_pieces(*three, -1, 1)[1].size == COUNTED["n1^3"]


def test_the_rule_is_that_of_the_record(page):
    assert COUNTED["rule"] == "4*3^N"
    assert r"N = 4 \cdot 3^{n}" in page("4.1").text


def test_the_first_network_leaves_the_interval_as_noted(values):
    assert values["first-low"] == pytest.approx(-1.01)
    assert values["first-high"] == pytest.approx(1.069)
