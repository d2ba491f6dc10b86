"""Every value of the record of notebook 7.1 is on page 7.1; what it claims is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import assert_printed, expected

from udl.gradients.finite_differences import central_differences, complex_step
from udl.gradients.toy_model import toy_backward, toy_forward

VALUES = {
    "nudge-total": "moved[-1]",
    "direct": "direct",
    "probed": "probed[0]",
    "cost-separate": "3 * 4",
    "cost-shared": "2 * 3",
    "cost-separate-100": "100 * 101",
    "cost-shared-100": "200",
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
    "factors": "factors",
    "back": "back",
    "example": "(f, h, y, omega)",
    "thrifty": "thrifty_backward",
    "arrivals": "arrivals",
    "probing": "probing",
    "separate": "separate",
    "shared": "shared",
    "omega": "omega",
    "loss_of_weights": "loss_of_weights",
    "beta": "beta",
    "stale": "stale",
    "fresh": "fresh",
    "tilted": "np.imag(tilted / 1e-20)",
    "moved": "moved",
    "dl_dbeta": "dl_dbeta",
    "dl_domega": "dl_domega",
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
    direct, loss = values["direct"], values["loss_of_weights"]
    off = {
        (method, step): abs(method(loss, values["omega"], step)[0] / direct - 1)
        for method in (central_differences, complex_step)
        for step in (1e-3, 1e-5, 1e-7, 1e-11, 1e-15)
    }
    central = [off[central_differences, step] for step in (1e-3, 1e-5, 1e-7, 1e-11)]
    assert min(central[1:3]) < min(central[0], central[3])
    assert off[central_differences, 1e-15] > 0.01
    assert off[complex_step, 1e-7] < 1e-12
    assert off[complex_step, 1e-15] < 1e-14


def test_both_figures_show_the_same_factors(values):
    assert_allclose(values["factors"], values["back"][:-1] / values["back"][1:], 1e-3)
    assert_allclose(values["tilted"], values["moved"], rtol=1e-3, atol=1e-5)
    assert np.sum(values["factors"] < 0) == 2


@pytest.mark.parametrize("place", range(1, 4))
def test_factors_below_a_nudge_do_not_depend_on_where_it_enters(values, place):
    def chain(beta):
        f, h, loss = toy_forward(2.3, 2.0, beta, values["omega"])
        return np.array([f[0], h[1], f[1], h[2], f[2], h[3], f[3], loss])

    step = 1e-6 * (np.arange(4) == place)
    moved = (chain(values["beta"] + step) - chain(values["beta"] - step)) / 2e-6
    assert np.all(moved[: 2 * place] == 0)
    below = moved[2 * place :]
    assert_allclose(below[1:] / below[:-1], values["factors"][2 * place :], rtol=1e-3)


def test_the_largest_derivative_is_that_for_beta_1(values):
    sizes = np.abs([*values["dl_dbeta"], *values["dl_domega"]])
    assert list(np.argsort(sizes)[::-1][:3]) == [1, 5, 6]


def test_the_thrifty_pass_is_right_for_the_example_and_often_wrong(values):
    thrifty = values["thrifty"]
    assert_allclose(
        thrifty(*values["example"]), values["back"][[0, 2, 4, 6]], rtol=1e-10
    )
    rng, wrong = np.random.default_rng(3), 0
    for _ in range(100):
        x, y, beta, omega = 0.8, -1.0, *rng.normal(size=(2, 4))
        f, h, _ = toy_forward(x, y, beta, omega)
        right = toy_backward(f, h, y, omega)[0]
        wrong += not np.allclose(thrifty(f, h, y, omega), right)
    assert wrong > 40


@pytest.mark.parametrize("seed", range(3))
def test_rates_between_a_tenth_and_a_quarter_let_most_arrive(values, seed):
    arrivals = values["arrivals"]
    assert all(arrivals(rate, seed) >= 90 for rate in (0.1, 0.15, 0.25))
    assert arrivals(0.01, seed) < 30
    assert arrivals(0.05, seed) < 90
    assert arrivals(0.5, seed) < 90
    assert arrivals(1.0, seed) < 50


def test_a_stale_forward_pass_gives_another_gradient(values):
    assert not np.allclose(values["stale"], values["fresh"], rtol=0.01)


def test_one_pass_costs_least_at_every_depth(values):
    assert np.all(values["shared"] <= values["separate"])
    assert np.all(values["separate"] < values["probing"])
