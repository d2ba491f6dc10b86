"""Every value of the record of notebook 4.3 stands, glued, on page 4.3."""

import pytest
from numpy.testing import assert_allclose
from values import RECORDS, expected

EXPECTED = expected("4_3")
SHAPES = EXPECTED["layer shapes"]["value"]


@pytest.fixture(scope="module")
def values(glued):
    return glued("4.3")


def test_first_entries_are_those_of_the_record(values):
    stated = EXPECTED["first entries given"]
    offset, weight = (float(text) for text in stated["got"].split(" and "))
    assert_allclose(
        [values["middle-offset"], values["middle-weight"]], [offset, weight]
    )


def test_first_entries_follow_from_the_data():
    data = RECORDS["4_1"]["data"]
    theta, phi = data["n2_theta"], data["n1_phi"]
    assert theta[0] + theta[1] * phi[0] == pytest.approx(-1.6)
    assert theta[1] * phi[1] == pytest.approx(2.0)


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_are_those_of_the_record(values, name):
    assert [values[f"rows-{name}"], values[f"columns-{name}"]] == SHAPES[name]


@pytest.mark.parametrize("name", ["middle-offset", "middle-weight"])
def test_first_entries_are_printed_by_the_text(page, name):
    assert f"{{glue:text}}`{name}:" in page("4.3").text


def test_matrices_are_the_loops_and_the_networks_in_turn(values):
    assert values["composed-error"] < 1e-12
    assert values["loop-error"] < 1e-12
