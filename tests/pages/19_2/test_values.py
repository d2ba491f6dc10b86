"""Values of the record of notebook 19.2, and what page 19.2 says of its own."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, expected, reference

from udl.decisions import dynamic_programming as dp
from udl.decisions import grid

PUBLISHED = np.moveaxis(np.array(RECORDS["19_1"]["data"]["T_action"]), 0, 2)
START = np.array(RECORDS["19_2"]["data"]["initial policy"])
REWARDS = np.zeros(16)
REWARDS[[9, 10, 14]], REWARDS[15] = -2, 3
NAMES = ("start", "rewards", "tables", "backups", "steps", "best", "errors", "ratios",
         "entered", "exact")  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("19.2", {name: name for name in NAMES})


def ended(tables):
    tables = tables.copy()
    tables[:, 15] = 0
    return tables


def alternated(tables, rounds):
    """Evaluate once and improve, as the notebook does, from zero."""
    policy, v = START, np.zeros(16)
    for _ in range(rounds):
        v = dp.policy_evaluation(policy, v, REWARDS, tables, 0.9)
        policy = dp.policy_improvement(v, REWARDS, tables, 0.9)
    return v


def test_the_page_has_the_published_policy_and_rewards(values):
    assert expected("19_2") == {}
    assert_allclose(values["start"], START)
    assert_allclose(values["rewards"], REWARDS)


def test_published_values_come_from_published_tables_and_ours_are_close(values):
    record = reference("19_2")["values after 20 iterations"]
    assert_allclose(alternated(ended(PUBLISHED), 20), record, atol=6e-4)
    assert_allclose(alternated(values["tables"], 20), record, atol=0.04)


def test_ours_are_the_published_tables_without_rounding(values):
    assert_allclose(values["tables"], ended(grid.icy(4, 4)))
    assert np.abs(values["tables"] - ended(PUBLISHED)).max() < 0.26  # the left table


def test_a_backup_keeps_at_most_nine_tenths_of_the_error(values):
    assert values["ratios"].max() <= 0.9
    assert values["errors"][0] == np.max(np.abs(values["rewards"] - values["exact"]))


def test_news_of_the_charger_reaches_square_0_with_the_seventh_backup():
    tables = ended(grid.icy(4, 4))
    nothing, something = np.zeros(16), np.zeros(16)
    something[15] = 3
    rows = [dp.value_iteration(r, tables, 0.9, 1e-6) for r in (nothing, something)]
    assert rows[1][6, 0] == 0 < rows[1][7, 0]
    assert not rows[0].any()


def test_two_improvements_find_the_best_of_all(values):
    assert len(values["steps"]) == 3
    sums = [v.sum() for _, v in values["steps"]]
    assert np.all(np.diff(sums) > 0)
    assert_allclose(values["backups"][-1], values["best"], atol=1e-9)


def test_next_to_the_holes_commands_point_away_from_them(values):
    best = values["steps"][-1][0]
    assert best[5] == best[8] == grid.UP  # 9 is below, or at the right
    assert best[13] == grid.LEFT  # 9 above, 14 at the right; the charger is there, too
    assert best[6] == grid.RIGHT  # 10 is below


def test_a_hole_does_not_look_as_bad_if_entering_is_paid(values):
    assert values["best"][9] < -2.5
    assert values["entered"][9] > values["best"][9] + 1


def test_commands_are_right_before_values_are(values):
    best = values["steps"][-1][0][:15]
    for k, right in ((1, False), (3, False), (5, True), (7, True), (9, True)):
        early = dp.policy_improvement(
            values["backups"][k], REWARDS, values["tables"], 0.9
        )
        assert np.array_equal(early[:15], best) is right
    assert np.abs(values["backups"][5] - values["best"]).max() > 0.1


@pytest.mark.parametrize(("gamma", "command"), [(0.96, grid.LEFT), (0.97, grid.RIGHT)])
def test_a_patient_robot_passes_the_hole(gamma, command):
    tables = ended(grid.icy(4, 4))
    best = dp.policy_iteration(START, REWARDS, tables, gamma)[-1][0]
    assert best[13] == command


def test_it_takes_22_backups_for_a_tenth():
    assert 0.9**22 < 0.1 < 0.9**21


def test_there_are_about_a_billion_policies():
    assert 0.9e9 < 4**15 < 1.1e9
