"""The end points and the claim of the record of notebook 6.4, on page 6.4."""

import pytest
from numpy.testing import assert_allclose
from values import RECORDS, assert_printed, reference

ENDS = reference("6_4")["final phi/loss"]
NAMES = ("sgd", "momentum", "nesterov")
PARTS = ("0", "1", "loss")


@pytest.fixture(scope="module")
def values(glued):
    return glued("6.4")


@pytest.mark.parametrize("name", NAMES)
def test_the_walks_end_where_the_record_says(values, name):
    end = [values[f"{name}-{part}"] for part in PARTS]
    assert_allclose(end, ENDS[name], atol=6e-9)


def test_nesterov_does_not_improve_this_run_and_often_does_improve_others(values):
    assert values["nesterov-loss"] > values["momentum-loss"]
    assert values["nesterov-wins"] > 50


@pytest.mark.parametrize("name", [f"{n}-{part}" for n in NAMES for part in PARTS])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(name, page("6.4"))


def test_looking_a_whole_step_ahead_ends_where_the_record_says(values):
    got = RECORDS["6_4"]["expected"][0]["got"]
    assert f"{values['full-ahead-loss']:.4f} (alpha*m)" in got
