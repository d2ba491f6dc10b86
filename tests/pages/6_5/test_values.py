"""The end points of the record of notebook 6.5 stand on page 6.5."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import assert_printed, reference

from udl.exercises.declare import find
from udl.fitting.ravine import ravine_loss
from udl.gradients.finite_differences import central_differences

VALUES = {
    "gradient-0": "ravine_gradient(start)[0]",
    "gradient-1": "ravine_gradient(start)[1]",
    "signs-0": "signs[-1, 0]",
    "signs-1": "signs[-1, 1]",
    "adam-0": "path[-1, 0]",
    "adam-1": "path[-1, 1]",
    "adam-loss": "ravine_loss(path[-1])",
    "steps-adam": "steps_adam",
    "turned": "adams",
    "turned-plain": "ours",
    "slow-0": "slow[-1, 0]",
    "slow-1": "slow[-1, 1]",
    "fast-0": "fast[-1, 0]",
    "fast-1": "fast[-1, 1]",
}

ENDS = reference("6_5")["end points"]
NAMES = {"slow": "GD 0.08", "fast": "GD 1.0", "signs": "normalised", "adam": "adam"}


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("6.5", VALUES)


@pytest.mark.parametrize("name", ["slow", "signs", "adam"])
def test_the_walks_end_where_the_record_says(values, name):
    end = [values[f"{name}-0"], values[f"{name}-1"]]
    assert_allclose(end, ENDS[NAMES[name]], atol=2e-8)


def test_adam_ends_with_the_loss_of_the_record(values):
    assert_allclose(values["adam-loss"], ENDS["adam loss"], atol=5e-9)


def jumps(delta):
    """End of the walk with rate 1 by differences, as the notebook walks."""
    phi = np.array([-0.7, -0.9])
    for _ in range(40):
        phi = phi - central_differences(ravine_loss, phi, step=delta)
    return phi


def test_the_walk_of_jumps_ends_near_the_record_and_depends_on_the_differences(values):
    here = [values["fast-0"], values["fast-1"]]
    assert_allclose(here, ENDS["GD 1.0"], atol=1e-4)
    coarse, fine = jumps(1e-4), jumps(1e-6)
    assert abs(coarse - fine).max() > 0.01
    assert abs(fine - here).max() < 1e-4


@pytest.mark.parametrize(
    "name", ["slow-0", "fast-0", "fast-1", "signs-0", "signs-1", "adam-0", "adam-1"]
)
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("6.5"))


def test_the_counts_in_a_question_are_those_of_the_page(values):
    prompt = find("6.5.11").prompt
    assert f"{values['steps-adam']} steps" in prompt
    assert f"best {values['turned-plain']}" in prompt
    assert values["turned"] > values["turned-plain"]
