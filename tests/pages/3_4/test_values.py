"""The record of notebook 3.4 states no value; its parameters give those of the page."""

import pytest
from numpy.testing import assert_allclose
from values import RECORDS, assert_printed

LINE = "line_of_linear_network(theta_0, theta_1, phi_0, phi"
VALUES = {
    "turned-offset": f"{LINE}, 0.5, -0.4)[0]",
    "turned-slope": f"{LINE}, 0.5, -0.4)[1]",
    "line-offset": f"{LINE}, 0, 1)[0]",
    "line-slope": f"{LINE}, 0, 1)[1]",
    "straight": "straight",
    "linear-low": 'losses["linear"].min()',
    "linear-high": 'losses["linear"].max()',
}

DATA = RECORDS["3_4"]["data"]


def numbers(name):
    text = DATA["other_params"].partition(f"{name}=(")[2].partition(")")[0]
    return [float(number) for number in text.split(",")]


THETA = [0.3, -1.0, -1.0, 2.0, -0.5, 0.65]
PHI_0, *PHI = numbers("phi")


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("3.4", VALUES)


def test_the_parameters_are_those_of_the_record():
    assert str(tuple(THETA)).replace(" ", "") in DATA["relu_params"]
    assert DATA["lin"] == "a=0,b=1 then a=0.5,b=-0.4"


@pytest.mark.parametrize(
    ("name", "a", "b"),
    [("line", 0, 1), ("turned", 0.5, -0.4)],
)
def test_a_linear_activation_gives_its_line(values, name, a, b):
    def output(x):
        total = PHI_0
        for k, phi in enumerate(PHI):
            total += phi * (a + b * (THETA[2 * k] + THETA[2 * k + 1] * x))
        return total

    assert_allclose(values[f"{name}-offset"], output(0.0))
    assert_allclose(values[f"{name}-slope"], output(1.0) - output(0.0))


def test_linear_networks_end_at_the_best_straight_line(values):
    assert_allclose(values["linear-low"], values["straight"], rtol=1e-3)
    assert_allclose(values["linear-high"], values["straight"], rtol=1e-3)


@pytest.mark.parametrize("name", ["line-offset", "line-slope", "turned-slope"])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("3.4"))
