"""The end points and the claim of the record of notebook 6.4, on page 6.4."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, assert_printed, reference

from udl.exercises.declare import find

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
    "outcome": "outcome",
    "lucky": "100 * np.mean(with_momentum < smooth_loss)",
    "final_losses": "final_losses",
    "other": "other",
    "methods": "methods",
    "step-0-0": "last_step[0.0]",
    "step-0-6": "last_step[0.6]",
    "step-0-9": "last_step[0.9]",
    "step-0-99": "last_step[0.99]",
    "spread": "spread",
    "far": "far",
    "calm": "path[-1].std() / calm.std()",
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


@pytest.fixture(scope="module", params=[0, 5000])
def losses(values, request):
    """Those of the page (0), and those of a thousand other orders."""
    if request.param == 0:
        return values["outcome"]
    seeds = range(request.param, request.param + 1000)
    return {
        name: values["final_losses"](seeds, **settings)
        for name, settings in values["methods"].items()
    }


def test_both_shares_are_more_than_two_standard_deviations_above_a_half(losses):
    none, momentum, nesterov = losses.values()
    luck = 1 / (2 * np.sqrt(none.size))
    assert np.mean(momentum < none) > 0.5 + 2 * luck
    assert np.mean(nesterov < momentum) > 0.5 + 2 * luck


def test_sixty_pairs_would_not_show_the_lead_of_nesterov(losses):
    _, momentum, nesterov = losses.values()
    assert np.mean(nesterov < momentum) < 0.5 + 2 / (2 * np.sqrt(60))


def test_the_rows_overlap_almost_entirely(losses):
    low, high = np.percentile(list(losses.values()), [10, 90], axis=1)
    assert (high.min() - low.max()) / (high.max() - low.min()) > 0.9


def test_a_half_is_held_up_without_momentum_and_a_third_with_it(losses):
    held = [np.mean(row > 3) for row in losses.values()]
    assert_allclose(held, [1 / 2, 1 / 3, 1 / 3], atol=0.05)


@pytest.mark.parametrize("first", [0, 5000])
def test_from_the_other_start_fewer_than_a_tenth_are(values, first):
    seeds = range(first, first + 1000)
    for settings in values["methods"].values():
        there = values["final_losses"](seeds, begin=values["other"], **settings)
        assert np.mean(there > 3) < 0.1


def test_the_seed_of_the_figures_was_lucky(values):
    assert values["lucky"] < 100 / 3


def test_momentum_calms_the_walk_only_near_the_limit():
    def factor(rate, beta):
        return (1 + beta) / (2 * (1 + beta) - rate * (1 - beta))

    assert_allclose(factor(1.8, 0), 5)
    assert_allclose(factor(1.8, 0.999), 0.5, rtol=1e-3)
    assert_allclose(factor(0.1, 0) / factor(0.1, 0.99), 1, atol=0.06)


def momentum_lengths(beta, gradients):
    """Lengths of the steps of momentum, for a rate of one."""
    m, lengths = 0.0, []
    for g in gradients:
        m = beta * m + (1 - beta) * g
        lengths.append(m)
    return np.array(lengths)


def test_one_odd_batch_pushes_by_forty_percent_and_by_all_of_it_in_the_end():
    pushes = momentum_lengths(0.6, [1.0] + [0.0] * 60)
    assert_allclose(pushes[:3], [0.4, 0.24, 0.144])
    assert_allclose(pushes.sum(), 1)


def test_momentum_falls_nine_steps_behind():
    lengths = momentum_lengths(0.9, np.ones(500))
    assert_allclose(np.sum(1 - lengths), find("6.4.4").answer.value, rtol=1e-9)


def test_at_the_same_rate_momentum_is_hardly_faster_and_at_a_larger_one_it_is(values):
    plain, same, larger = (far[-1] for far in values["far"].values())
    assert 0.8 < np.log(same) / np.log(plain) < 1.2
    assert np.log(larger) < 2 * np.log(plain)


@pytest.mark.parametrize("first", [300, 7000])
def test_only_walks_that_look_ahead_reach_the_target(values, first):
    seeds = range(first, first + 300)

    def share(rate, beta, nesterov):
        ends = values["final_losses"](seeds, rate=rate, beta=beta, nesterov=nesterov)
        return np.mean(ends < 1.5)

    rate, beta, nesterov = find("6.4.13").reference()
    assert nesterov
    assert share(rate, beta, True) > 0.64
    settings = [(r, b) for r in (0.5, 0.6, 0.8) for b in (0.3, 0.6, 0.9)]
    assert max(share(r, b, False) for r, b in settings) < 0.64


def test_steps_shrink_and_positions_hardly_do(values):
    spread = values["spread"]
    assert values["step-0-99"] < 0.2 * values["step-0-0"]
    assert 0.85 < spread[0.99] / spread[0.0] < 1.15


def test_the_average_of_the_positions_is_quieter(values):
    assert values["calm"] > 2.5
