"""Every value of the record of notebook 6.3 is on page 6.3; what it claims is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import assert_printed, reference

from udl.exercises import declare

REFERENCE = reference("6_3")
SEARCHED = REFERENCE["GD with line search, 21 steps from (-1.5,8.5)"]
WALKED = REFERENCE["SGD seed 1, alpha 0.8, batch 5, 41 steps from (3.5,6.5)"]
STATED = {
    "first[-1, 0]": SEARCHED["phi"][0],
    "first[-1, 1]": SEARCHED["phi"][1],
    "loss(first[-1])": SEARCHED["loss"],
    "walk[-1, 0]": WALKED["phi"][0],
    "walk[-1, 1]": WALKED["phi"][1],
    "loss(walk[-1])": WALKED["loss"],
}
NAMED = (
    "loss special fates first lengths flat leads_to descents limits measured formula "
    "sizes thrown calm moved unseen agree agreement logged_run whole sums worst "
    "mistaken above held noise_at rest change kept basin_counts sgd"
)
READ = {name: name for name in (*NAMED.split(), *STATED)}
READ["pages_paths"] = (
    "{start: gradient_descent_with_line_search(loss, gradient, start, steps=21, "
    "farthest=2.0) for start in [(-1.5, 8.5), (5.0, 10.0), (-8.0, 6.0), (-3.0, 12.0)]}"
)
READ["published-check"] = "loss([0.6, -0.2])"
FRESH = range(500, 600)


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("6.3", READ)


@pytest.mark.parametrize(("expression", "value"), STATED.items())
def test_descents_end_where_the_record_says(values, page, expression, value):
    assert_allclose(values[expression], value, atol=6e-9)
    assert_printed(expression, page("6.3"))


def test_the_published_check_of_the_loss_is_printed(values):
    assert f"{values['published-check']:.3f}" == "16.419"


def fates(values, start, rate, size, seeds=FRESH):
    ends = [values["sgd"](start, rate, size, 100, seed)[-1] for seed in seeds]
    return values["basin_counts"](ends)


def test_most_runs_with_five_reach_the_deepest_valley_and_few_with_one(values):
    for found in (values["fates"], fates(values, (0.0, 5.5), 0.4, 5)):
        assert found["A"] > 50
    assert fates(values, (0.0, 5.5), 2.0, 1)["A"] < 10
    calm = fates(values, (0.0, 5.5), 2 / 30, 30, seeds=[0])
    assert calm["F"] == 1
    losses = {name: values["loss"](phi) for name, phi in values["special"].items()}
    assert min(losses, key=losses.get) == "A"
    assert max(losses, key=losses.get) == "F"


def test_four_starts_lead_to_four_valleys(values):
    ends = {values["leads_to"](path[-1]) for path in values["pages_paths"].values()}
    assert len(ends) == 4
    assert values["leads_to"](values["first"][-1]) == "A"


def test_three_of_the_four_ends_are_nearly_stationary(values):
    first, *others = values["lengths"]
    assert max(others) < 0.05 < first


def test_the_offset_is_nearly_right_after_four_steps(values):
    path = values["first"]
    assert abs(path[4, 0] - path[-1, 0]) < 0.5
    assert path[20, 1] - path[4, 1] > 2


def test_a_long_search_jumps_over_a_ridge(values):
    assert values["leads_to"]((5.0, 10.0)) == "E"
    assert values["leads_to"](values["pages_paths"][5.0, 10.0][-1]) == "C"


def test_above_the_pass_leads_to_the_best_and_below_to_the_worst(values):
    up = values["leads_to"](values["flat"]["saddle"] + [0, 0.01])
    down = values["leads_to"](values["flat"]["saddle"] - [0, 0.01])
    assert (up, down) == ("A", "F")


def test_three_regions_meet_in_a_corner(values):
    starts = declare.solved(declare.find("6.3.4"))()
    assert {values["leads_to"](start) for start in starts} == {"A", "C", "E"}
    assert {values["leads_to"](start) for start in ([5, 10], [5, 11], [5.5, 10.5])} == {
        "E"
    }


def test_a_rate_of_one_half_is_above_every_limit_and_comes_to_no_rest(values):
    assert max(values["limits"].values()) < 0.5
    path = values["descents"][0.5]
    jumps = np.linalg.norm(np.diff(path[-10:], axis=0), axis=1)
    assert jumps.min() > 0.5
    heights = values["loss"](path[-10:])
    assert np.ptp(heights) < 0.1 * heights.mean()
    assert values["leads_to"](path[-10:].mean(axis=0)) == "B"


def test_the_formula_of_the_noise_is_measured_and_the_plain_rule_is_not(values):
    assert_allclose(values["measured"], values["formula"], rtol=0.05)
    plain = values["formula"][0] / np.sqrt(values["sizes"])
    assert_allclose(plain[:3], values["measured"][:3], rtol=0.06)
    assert plain[-1] > 1.5 * values["measured"][-1]


def test_noise_throws_most_runs_off_a_way_that_gradient_descent_finds(values):
    for found in (values["thrown"], fates(values, (-1.5, 6.5), 0.8, 5)):
        assert 10 < found["A"] < 50
    assert values["calm"]["A"] == 1


def test_the_experiment_has_a_solution_and_the_first_settings_are_none(values):
    start, rate, size = declare.solved(declare.find("6.3.10"))()
    assert fates(values, start, rate, size)["A"] > 85
    assert fates(values, start, rate * size / 30, 30, seeds=[0])["A"] == 0
    assert values["fates"]["A"] == 71
    assert fates(values, (5.0, 10.0), 0.4, 5)["A"] < 10


def test_fresh_batches_leave_examples_unseen_and_epochs_none(values):
    fresh, epoch = values["unseen"].values()
    assert_allclose(fresh, 30 * (5 / 6) ** 6, rtol=0.03)
    assert 0.3 < fresh / 30 < 0.36
    assert epoch == 0


def test_a_batch_loss_tells_the_direction_hardly_better_than_a_coin(values):
    again = np.mean([values["agreement"](0.1, seed) for seed in range(200, 300)])
    for agree in (values["agree"], again):
        assert 0.54 < agree < 0.64


def test_sums_of_epochs_follow_the_loss_and_single_batches_do_not(values):
    along = np.reshape(values["whole"], (20, 6))
    assert np.all(values["sums"] > along.min(axis=1) * 0.9)
    assert np.all(values["sums"] < along.max(axis=1) * 1.1)
    assert values["worst"] > 3
    last = {"batch": 0, "epoch": 0, "all": 0}
    for seed in range(3000, 3050):
        slow, slow_whole = values["logged_run"]([-1.0, 12.0], 0.1, 20, seed)
        fast, fast_whole = values["logged_run"]([-1.0, 12.0], 0.2, 20, 50 + seed)
        last["batch"] += slow[-1] < fast[-1]
        last["epoch"] += slow[-6:].sum() < fast[-6:].sum()
        last["all"] += slow_whole[-1] < fast_whole[-1]
    assert 7 < last["batch"] < 27
    assert last["epoch"] == last["all"] == 0
    assert 20 < values["mistaken"]["last batch"] < 45
    assert values["mistaken"]["all examples"] == 0


def test_the_staircase_ends_far_below_both_fixed_rates(values):
    large, small, stairs = (curve[-1] for curve in values["above"].values())
    assert stairs < min(large, small) / 2


def test_width_does_not_decide_which_minimum_holds(values):
    limits, noise, held = values["limits"], values["noise_at"], values["held"]
    assert limits["E"] > limits["B"] > limits["A"]
    assert held["A"] == held["B"] == 50
    assert held["E"] < 25
    assert set(sorted(noise, key=noise.get)[-2:]) == {"E", "F"}
    assert set(sorted(held, key=held.get)[:2]) == {"E", "F"}
    again = {
        name: fates(values, phi, 0.4, 5, seeds=FRESH[:50])[name]
        for name, phi in values["special"].items()
    }
    assert min(again["A"], again["B"]) >= 49
    assert max(again["E"], again["F"]) < 25


def test_leaving_e_does_not_lead_to_the_best(values):
    for found in (values["moved"], fates(values, (5.0, 10.0), 0.4, 5)):
        assert found["C"] > 30
        assert found["A"] < 10


def test_a_fixed_rate_comes_to_rest_where_every_example_is_fitted(values):
    exact, ours = values["rest"]["fitted exactly"], values["rest"]["our targets"]
    assert exact < 1e-3
    assert ours > 0.6


def test_one_step_rises_often_and_falls_on_average(values):
    change = values["change"]
    assert 0.1 < np.mean(change > 0) < 0.6
    assert change.mean() < 0


def test_a_rate_for_batches_is_too_large_for_all_examples(values):
    assert values["limits"]["A"] < 0.4
    assert values["kept"][30] > 3 * max(values["kept"][5], values["kept"][10])
