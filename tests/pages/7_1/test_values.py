"""Every value of the record of notebook 7.1 stands on page 7.1."""

import pytest
from numpy.testing import assert_allclose
from values import assert_printed, expected

VALUES = {
    "nudge-total": "moved[-1]",
    "turns": '{2: "Two"}[np.sum(factors < 0)]',
    "direct": "direct",
    "probed": "probed[0]",
    "cost-separate": "3 * 4",
    "cost-shared": "2 * 3",
    "cost-separate-100": "100 * 101",
    "cost-shared-100": "200",
    "secant": "secant",
    "best-central": "steps[central.argmin()]",
    "best-one-sided": "steps[one_sided.argmin()]",
    "central-at-tiny": "100 * central[np.abs(np.log10(steps) + 15).argmin()]",
    "worst-central": "gaps[0]",
    "worst-complex": "gaps[1]",
    "f0": "forward[0]",
    "h1": "forward[1]",
    "f1": "forward[2]",
    "h2": "forward[3]",
    "f2": "forward[4]",
    "h3": "forward[5]",
    "f3": "forward[6]",
    "loss": "forward[7]",
    "dl-df0": "dl_df[0]",
    "dl-df1": "dl_df[1]",
    "dl-df2": "dl_df[2]",
    "dl-df3": "dl_df[3]",
    "dl-dh0": "dl_dh[0]",
    "dl-dh1": "dl_dh[1]",
    "dl-dh2": "dl_dh[2]",
    "dl-dh3": "dl_dh[3]",
    "dl-dbeta0": "dl_dbeta[0]",
    "dl-dbeta1": "dl_dbeta[1]",
    "dl-dbeta2": "dl_dbeta[2]",
    "dl-dbeta3": "dl_dbeta[3]",
    "dl-domega0": "dl_domega[0]",
    "dl-domega1": "dl_domega[1]",
    "dl-domega2": "dl_domega[2]",
    "dl-domega3": "dl_domega[3]",
}

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
def values(evaluated):
    return evaluated("7.1", VALUES)


def test_all_values_of_the_record_are_held():
    assert {name for _, name in STATED} == set(EXPECTED)


@pytest.mark.parametrize(("name", "stated"), STATED)
def test_stated_values_are_reproduced(values, name, stated):
    assert f"{values[name]:.3f}" == f"{EXPECTED[stated]['value']:.3f}"


@pytest.mark.parametrize("name", sorted({name for name, _ in STATED}))
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("7.1"))


def test_the_derivative_is_that_of_the_loss_not_of_the_output(values):
    error = values["f3"] - 2.0
    of_the_output = values["dl-domega0"] / (2 * error)
    assert abs(of_the_output - values["direct"]) > 1
    assert_allclose(values["direct"], values["dl-domega0"], rtol=1e-12)


def test_the_judges_are_as_good_as_the_text_says(values):
    assert values["worst-central"] < 1e-7
    assert values["worst-complex"] < 1e-14
    assert values["central-at-tiny"] > 1
