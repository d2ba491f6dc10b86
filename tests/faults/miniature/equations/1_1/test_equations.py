"""The result of page 1.1 against a sum."""

import pytest


@pytest.mark.verifies("res-1-1-double")
@pytest.mark.parametrize("x", [0.0, 1.5, -2.0])
def test_a_double_is_a_number_added_to_itself(x):
    assert x + x == 2 * x
