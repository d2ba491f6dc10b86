"""Every value of the record of notebook 4.3 stands on page 4.3."""

import pytest
from numpy.testing import assert_allclose
from values import RECORDS, expected

VALUES = {
    "middle-offset": "betas[1][0, 0]",
    "middle-weight": "omegas[1][0, 0]",
    "loop-error": "errors[0]",
    "composed-error": "errors[1]",
    "rows-h1": "h_1.shape[0]",
    "columns-h1": "h_1.shape[1]",
    "rows-h2": "h_2.shape[0]",
    "columns-h2": "h_2.shape[1]",
    "rows-h3": "h_3.shape[0]",
    "columns-h3": "h_3.shape[1]",
    "rows-y": "y.shape[0]",
    "columns-y": "y.shape[1]",
}

EXPECTED = expected("4_3")
SHAPES = EXPECTED["layer shapes"]["value"]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("4.3", VALUES)


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
    assert f"{{eval}}`{VALUES[name]}:" in page("4.3").text


def test_matrices_are_the_loops_and_the_networks_in_turn(values):
    assert values["composed-error"] < 1e-12
    assert values["loop-error"] < 1e-12
