"""Every value of the record of notebook 2.1 stands on page 2.1."""

import pytest
from numpy.testing import assert_allclose
from values import assert_printed, assert_reproduced, expected, reference

VALUES = {
    "mesh-lowest": "surface.min()",
    "fit-offset": "phi_hat[0]",
    "fit-slope": "phi_hat[1]",
    "fit-loss": "lowest",
    "loss-rising": "regression.line_loss(rising, x, y)",
    "loss-falling": "regression.line_loss(falling, x, y)",
    "coarse-loss": 'ends["coarse"]',
    "fine-loss": 'ends["fine"]',
}

EXPECTED = expected("2_1")
MINIMUM = reference("2_1")["least squares minimum"]

STATED = [
    ("loss-rising", EXPECTED["loss at (0.4,0.2)"]),
    ("loss-falling", EXPECTED["loss at (1.6,-0.8)"]),
]
LOWEST = [
    ("fit-offset", MINIMUM["phi0"]),
    ("fit-slope", MINIMUM["phi1"]),
    ("fit-loss", MINIMUM["loss"]),
]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("2.1", VALUES)


@pytest.mark.parametrize(("name", "record"), STATED, ids=lambda v: str(v)[:20])
def test_stated_losses_are_reproduced(values, name, record):
    assert_reproduced(values[name], record)


@pytest.mark.parametrize(("name", "value"), LOWEST)
def test_the_formula_gives_the_minimum_of_the_record(values, name, value):
    assert_allclose(values[name], value, rtol=1e-9)


def test_steps_by_hand_end_above_the_lowest_loss(values):
    assert values["coarse-loss"] > 7 * values["fit-loss"]
    assert values["fine-loss"] > 1.1 * values["fit-loss"]
    assert values["mesh-lowest"] > values["fit-loss"]


@pytest.mark.parametrize("name", [name for name, _ in STATED + LOWEST])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("2.1"))
