"""Every value of the record of notebook 6.2 is on page 6.2; what it claims is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import assert_printed, expected, reference

EXPECTED = expected("6_2")
AFTER = reference("6_2")["after 10 steps from (1.6,-0.5)"]
SEARCHED = {
    "searched[-1, 0]": AFTER["phi"][0],
    "searched[-1, 1]": AFTER["phi"][1],
    "loss(searched[-1])": AFTER["loss"],
}
READ = {
    "loss-b": 'loss(three["B"])',
    "analytic": "analytic",
    "difference": "np.abs(numeric - analytic).max()",
    "errors": "errors",
    "angles": "angles",
    "searched": "searched",
    "loss": "loss",
    "best": "best",
    "limit": "limit",
    "excess": "excess",
    "turn": "turn",
    "run": "run",
    "two": "two",
    "beyond": "1 / smallest / limit",
    "off": "off",
    "arrivals": "arrivals",
    "first_guess": "first_guess",
    **{expression: expression for expression in SEARCHED},
}


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("6.2", READ)


def test_the_stated_loss_is_reproduced(values):
    assert f"{values['loss-b']:.3f}" == str(EXPECTED["loss"]["value"])


def test_gradient_and_differences_agree_to_three_decimals(values):
    assert_allclose(values["analytic"], EXPECTED["gradient check"]["got"], rtol=1e-9)
    assert values["difference"] < 2e-3


@pytest.mark.parametrize(("expression", "value"), SEARCHED.items())
def test_ten_steps_end_where_the_record_says(values, expression, value):
    assert_allclose(values[expression], value, atol=5e-9)
    assert len(values["searched"]) == 11


@pytest.mark.parametrize("expression", ['loss(three["B"])', "analytic[0]", *SEARCHED])
def test_each_value_is_printed_by_the_text(page, expression):
    assert_printed(expression, page("6.2"))


def test_forward_differences_get_better_and_then_worse(values):
    forward, central = values["errors"]["forward"], values["errors"]["central"]
    best = forward.argmin()
    assert 4 <= best + 1 <= 9  # between 1e-4 and 1e-9
    assert forward[3] < 2e-3  # 1e-4
    assert forward[-1] > 100 * forward[best]
    assert central[-1] > 100 * central[0]


def test_searched_steps_meet_at_right_angles(values):
    assert_allclose(values["angles"], 90, atol=0.5)


def test_a_step_of_the_search_does_not_point_at_the_bottom(values):
    assert np.all(values["off"] > 10)


def test_above_the_limit_descent_falls_first_and_then_grows(values):
    run, turn = values["run"], values["turn"]
    assert np.all(np.diff(run[: turn + 1]) < 0)
    assert np.all(np.diff(run[turn + 5 :]) > 0)
    assert run[-1] > run[0]
    excess = values["excess"]
    assert excess["limit - 1%"][-1] < excess["limit - 1%"][0]
    assert min(excess, key=lambda name: excess[name][-1]) == "best rate"


def test_two_chosen_rates_beat_ten_searched_ones(values):
    lowest = values["loss"](values["best"])
    assert_allclose(values["loss"](values["two"][-1]), lowest, rtol=1e-9)
    assert values["loss"](values["searched"][-1]) > lowest + 1e-4
    assert values["beyond"] > 1


def test_double_the_rate_of_the_slider_is_beyond_the_limit():
    assert 2 * 0.6 > 1


@pytest.mark.parametrize("seed", range(3))
def test_the_experiment_needs_its_idea(values, seed):
    x, y = np.random.default_rng(seed).uniform(size=(2, 12))
    assert values["arrivals"](values["first_guess"], x, y) < 10

    def settings(x):
        return x.mean(), x.std(), 1 / (2 * x.size)

    assert values["arrivals"](settings, x, y) == 100
