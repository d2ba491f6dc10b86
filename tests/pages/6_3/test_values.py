"""Every value of the record of notebook 6.3 stands on page 6.3."""

import pytest
from numpy.testing import assert_allclose
from values import assert_printed, reference

VALUES = {
    "search-phi-0": "first[-1, 0]",
    "search-phi-1": "first[-1, 1]",
    "search-loss": "loss(first[-1])",
    "walk-phi-0": "walk[-1, 0]",
    "walk-phi-1": "walk[-1, 1]",
    "walk-loss": "loss(walk[-1])",
    "escape-a": 'escape["A"]',
    "stuck-a": 'stuck.get("A", 0)',
    "thrown-a": 'thrown["A"]',
}

REFERENCE = reference("6_3")
SEARCHED = REFERENCE["GD with line search, 21 steps from (-1.5,8.5)"]
WALKED = REFERENCE["SGD seed 1, alpha 0.8, batch 5, 41 steps from (3.5,6.5)"]
STATED = [
    ("search-phi-0", SEARCHED["phi"][0]),
    ("search-phi-1", SEARCHED["phi"][1]),
    ("search-loss", SEARCHED["loss"]),
    ("walk-phi-0", WALKED["phi"][0]),
    ("walk-phi-1", WALKED["phi"][1]),
    ("walk-loss", WALKED["loss"]),
]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("6.3", VALUES)


@pytest.mark.parametrize(("name", "value"), STATED)
def test_descents_end_where_the_record_says(values, name, value):
    assert_allclose(values[name], value, atol=6e-9)


def test_one_run_says_little(values):
    """The record has one seed; of a hundred, some reach the best minimum."""
    assert 50 < values["escape-a"] < 100
    assert values["stuck-a"] < 10
    assert 10 < values["thrown-a"] < 50


@pytest.mark.parametrize("name", [name for name, _ in STATED])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("6.3"))
