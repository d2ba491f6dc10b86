"""The values of the record of notebook 1.1 stand on page 1.1."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, assert_printed, reference

VALUES = {
    "first-output": "matrix[0]",
    "second-output": "matrix[1]",
}

VALUE = reference("1_1")["y1,y2 of the 2x3 system"]
NAMES = ("first-output", "second-output")


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("1.1", VALUES)


def test_the_system_has_the_outputs_of_the_record(values):
    assert_allclose([values[name] for name in NAMES], VALUE, rtol=1e-12)


def test_the_record_agrees_with_its_own_data():
    data = RECORDS["1_1"]["data"]
    outputs = np.add(data["beta"], np.dot(data["omega"], data["x"]))
    assert_allclose(outputs, VALUE, rtol=1e-12)


@pytest.mark.parametrize("name", NAMES)
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("1.1"))
