"""Every value of the record of notebook 7.3 stands on page 7.3."""

import pytest
from numpy.testing import assert_allclose
from values import assert_printed, expected, reference

from udl.networks.derivatives import relu_derivative

VALUES = {
    "he-median": "np.median(he)",
    "he-mean": "he.mean()",
    "five-1": "five[0]",
    "five-2": "five[1]",
    "five-3": "five[2]",
    "five-4": "five[3]",
    "five-5": "five[4]",
    "last-one": "last[0]",
    "last-four": "last[1]",
    "last-two": "last[2]",
    "last-half": "last[3]",
    "forward-fan-in": 'ratios["fan-in"][0]',
    "back-fan-in": 'ratios["fan-in"][1]',
    "forward-compromise": 'ratios["compromise"][0]',
    "back-compromise": 'ratios["compromise"][1]',
}

REFERENCE = reference("7_3")
FIVE = REFERENCE["std of hidden units layers 1..5"]
LAST = REFERENCE["K=50, D=80: last-layer std"]
NAMES = ["last-one", "last-half", "last-two", "last-four"]  # the record's order


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("7.3", VALUES)


def test_the_notebook_states_no_value():
    assert expected("7_3") == {}


@pytest.mark.parametrize(("layer", "value"), list(enumerate(FIVE, 1)))
def test_five_layers_grow_as_the_record_says(values, layer, value):
    assert_allclose(values[f"five-{layer}"], value, atol=5e-4)


@pytest.mark.parametrize(("name", "value"), list(zip(NAMES, LAST, strict=True)))
def test_fifty_layers_end_as_the_record_says(values, name, value):
    assert_allclose(values[name], value, rtol=1e-3)


def test_the_typical_network_is_below_the_mean(values):
    assert values["he-median"] < 0.5 < values["he-mean"] < 2


def test_compromise_loses_the_signal_where_widths_alternate(values):
    assert_allclose(values["forward-fan-in"], 1)
    assert_allclose(values["back-fan-in"], 4)
    assert values["forward-compromise"] < 1e-4 > values["back-compromise"]


def test_slope_at_zero_is_zero():
    assert relu_derivative([[0.0, -0.0]]).tolist() == [[0.0, 0.0]]


@pytest.mark.parametrize("name", [f"five-{k}" for k in range(1, 6)] + NAMES)
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("7.3"))
