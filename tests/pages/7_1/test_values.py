"""Every value of the record of notebook 7.1 stands, glued, on page 7.1."""

import pytest
from numpy.testing import assert_allclose
from values import assert_printed, expected

EXPECTED = expected("7_1")
STEPS = ["f0", "h1", "f1", "h2", "f2", "h3", "f3"]
DERIVATIVES = ["df3", "dh3", "df2", "df1", "dh1", "df0"]
PARAMETERS = ["beta3", "omega3", "beta2", "omega2", "beta1", "beta0"]

STATED = [("loss", "l_i"), ("direct", "dl/domega0 (function and FD)")]
STATED += [("probed", "dl/domega0 (function and FD)")]
STATED += [(name, name) for name in STEPS]
STATED += [(f"dl-{name}", f"dl{name}") for name in DERIVATIVES]
STATED += [(f"dl-d{name}", f"dld{name}") for name in PARAMETERS]


@pytest.fixture(scope="module")
def values(glued):
    return glued("7.1")


def test_all_values_of_the_record_are_held():
    assert {name for _, name in STATED} == set(EXPECTED)


@pytest.mark.parametrize(("name", "stated"), STATED)
def test_stated_values_are_reproduced(values, name, stated):
    assert f"{values[name]:.3f}" == f"{EXPECTED[stated]['value']:.3f}"


@pytest.mark.parametrize("name", sorted({name for name, _ in STATED}))
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(name, page("7.1"))


def test_the_derivative_is_that_of_the_loss_not_of_the_output(values):
    error = values["f3"] - 2.0
    of_the_output = values["dl-domega0"] / (2 * error)
    assert abs(of_the_output - values["direct"]) > 1
    assert_allclose(values["direct"], values["dl-domega0"], rtol=1e-12)


def test_the_judges_are_as_good_as_the_text_says(values):
    assert values["worst-central"] < 1e-7
    assert values["worst-complex"] < 1e-14
    assert values["central-at-tiny"] > 1
