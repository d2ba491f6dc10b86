"""The end points and the claim of the record of notebook 6.4, on page 6.4."""

import pytest
from numpy.testing import assert_allclose
from values import RECORDS, assert_printed, reference

VALUES = {
    "start-loss": "losses[0]",
    "found-loss": "losses[1]",
    "plain-turns": "100 * turns(plain)",
    "smooth-turns": "100 * turns(smooth)",
    "rate-gain": "best_rate / best_plain",
    "nesterov-0": "ahead[-1, 0]",
    "nesterov-1": "ahead[-1, 1]",
    "nesterov-loss": "loss",
    "full-ahead-loss": "gabor_loss(phi, x, y)",
    "momentum-wins": "100 * np.mean(with_momentum < none)",
    "nesterov-wins": "100 * np.mean(nesterov < with_momentum)",
    "loss-other": "gabor_loss(other, x, y)",
    "sgd-0": "plain[-1, 0]",
    "sgd-1": "plain[-1, 1]",
    "sgd-loss": "plain_loss",
    "momentum-0": "smooth[-1, 0]",
    "momentum-1": "smooth[-1, 1]",
    "momentum-loss": "smooth_loss",
    "step-0-0": "last_step[0.0]",
    "step-0-6": "last_step[0.6]",
    "step-0-9": "last_step[0.9]",
    "step-0-99": "last_step[0.99]",
}

ENDS = reference("6_4")["final phi/loss"]
NAMES = ("sgd", "momentum", "nesterov")
PARTS = ("0", "1", "loss")


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("6.4", VALUES)


@pytest.mark.parametrize("name", NAMES)
def test_the_walks_end_where_the_record_says(values, name):
    end = [values[f"{name}-{part}"] for part in PARTS]
    assert_allclose(end, ENDS[name], atol=6e-9)


def test_nesterov_does_not_improve_this_run_and_often_does_improve_others(values):
    assert values["nesterov-loss"] > values["momentum-loss"]
    assert values["nesterov-wins"] > 50


@pytest.mark.parametrize("name", [f"{n}-{part}" for n in NAMES for part in PARTS])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("6.4"))


def test_looking_a_whole_step_ahead_ends_where_the_record_says(values):
    got = RECORDS["6_4"]["expected"][0]["got"]
    assert f"{values['full-ahead-loss']:.4f} (alpha*m)" in got
