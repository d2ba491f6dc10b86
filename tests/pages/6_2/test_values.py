"""Every value of the record of notebook 6.2 stands on page 6.2."""

import pytest
from numpy.testing import assert_allclose
from values import assert_printed, expected, reference

VALUES = {
    "loss-b": 'losses["B"]',
    "loss-best": 'losses["best"]',
    "analytic-0": "analytic[0]",
    "analytic-1": "analytic[1]",
    "difference": "np.abs(numeric - analytic).max()",
    "best-delta": 'deltas[errors["forward"].argmin()]',
    "steps": "len(path) - 1",
    "phi-0-after": "path[-1, 0]",
    "phi-1-after": "path[-1, 1]",
    "loss-after": "loss(path[-1])",
    "limit": "limit",
    "condition": "condition_number(hessian)",
    "elongation": "condition_number(hessian) ** 0.5",
    "limit-mean": "rate_limit(hessian / x.size)",
    "best-mean": 'losses["best"] / x.size',
    "turn": "turn",
    "beyond": "1 / smallest / limit",
}

EXPECTED, REFERENCE = expected("6_2"), reference("6_2")
AFTER = REFERENCE["after 10 steps from (1.6,-0.5)"]
SEARCHED = [
    ("phi-0-after", AFTER["phi"][0]),
    ("phi-1-after", AFTER["phi"][1]),
    ("loss-after", AFTER["loss"]),
]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("6.2", VALUES)


def test_the_stated_loss_is_reproduced(values):
    assert f"{values['loss-b']:.3f}" == str(EXPECTED["loss"]["value"])


def test_gradient_and_differences_agree_to_three_decimals(values):
    record = EXPECTED["gradient check"]
    assert_allclose(
        [values["analytic-0"], values["analytic-1"]], record["got"], rtol=1e-9
    )
    assert values["difference"] < 2e-3


@pytest.mark.parametrize(("name", "value"), SEARCHED)
def test_ten_steps_end_where_the_record_says(values, name, value):
    assert_allclose(values[name], value, atol=5e-9)
    assert values["steps"] == 10


PRINTED = ["loss-b", "analytic-0", "analytic-1", *(name for name, _ in SEARCHED)]


@pytest.mark.parametrize("name", PRINTED)
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("6.2"))
