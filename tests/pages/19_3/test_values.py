"""Values of the record of notebook 19.3, and what page 19.3 says of its own."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from values import RECORDS, expected, reference

from udl.decisions import dynamic_programming as dp
from udl.decisions import grid
from udl.decisions import monte_carlo as mc

NAMES = ("start", "rewards", "tables", "best", "best_soft", "differ", "path", "learned",
         "error", "forgets", "fades", "keeps", "ends", "exact", "shape")  # fmt: skip
VALUES = {name: name for name in NAMES if name != "shape"}


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("19.3", VALUES | {
        "worth": "worth(best, tables)", "near_worth": "worth(best, tables)[11]",
        "off": "np.mean(weight * payoff)", "on": "payoff.mean()",
        "unvisited": "np.sum(counts[:, :15] == 0)",
    })  # fmt: skip


def lost(policies, values):
    tables, rewards = values["tables"], values["rewards"]
    exact = [dp.policy_values(p, rewards, tables, 0.9) for p in policies]
    best = dp.policy_values(values["best"], rewards, tables, 0.9)
    return np.mean((best - exact)[:, :15], axis=1) / 0.9


def control(values, seed, **how):
    return mc.control(
        values["start"], values["rewards"], values["tables"], 0.9,
        np.random.default_rng(seed), **how,
    )[0]  # fmt: skip


def test_best_values_are_those_of_the_record(values):
    assert expected("19_3") == {}
    assert_allclose(
        values["worth"][:15], reference("19_3")["optimal values 0..14"], atol=6e-5
    )


def test_the_world_is_that_of_the_record(values):
    data = RECORDS["19_3"]["data"]
    assert data["gamma"] == 0.9
    assert data["epsilon"] == 0.2
    assert data["rollouts"] == 100
    assert data["updates"] == 2000
    assert not values["tables"][:, 15].any()
    assert_allclose(
        values["tables"][:, 5, grid.RIGHT][[6, 1, 4, 9]], [0.85] + [0.05] * 3
    )


def test_the_first_episode_is_that_of_the_record(values):
    record = reference("19_3")["first episode"]
    numbers = np.random.RandomState(6)
    policy = numbers.randint(4, size=16)
    assert_array_equal(policy, record["policy"])
    assert_array_equal(policy, values["start"])
    soft, path = mc.epsilon_greedy(policy, 0.2), [5]
    while path[-1] != 15:
        action = numbers.choice(4, p=soft[:, path[-1]])
        path.append(int(numbers.choice(16, p=values["tables"][:, path[-1], action])))
    assert path == values["path"]
    assert len(path) == record["states"]
    assert values["rewards"][path[1:]].sum() == record["sum of rewards"]


def test_exploring_is_a_more_slippery_world(values):
    """The tables of the explored commands, mixed action by action."""
    tables = values["tables"]
    mixed = 0.8 * tables + 0.2 / 3 * (tables.sum(axis=2, keepdims=True) - tables)
    slippery = grid.slippery(4, 4, 0.69)
    slippery[:, 15] = 0
    assert_allclose(mixed, slippery, atol=1e-12)


def test_exploring_changes_the_best_command_in_square_4_only(values):
    assert values["differ"].tolist() == [4]
    assert values["best_soft"][4] == grid.UP
    assert values["best"][4] == grid.RIGHT


@pytest.mark.parametrize(("epsilon", "command"), [
    (0.1, grid.RIGHT), (0.2, grid.RIGHT), (0.3, grid.RIGHT), (0.4, grid.UP),
    (0.5, grid.UP), (0.6, grid.UP), (0.7, grid.UP), (0.8, grid.DOWN),
])  # fmt: skip
def test_square_5_goes_up_from_0_4_on(values, epsilon, command):
    slippery = grid.slippery(4, 4, (1 - epsilon) * 0.85 + epsilon * 0.05)
    slippery[:, 15] = 0
    best = dp.policy_iteration(values["start"], values["rewards"], slippery, 0.9)[-1][0]
    assert best[5] == command


def test_errors_fall_as_one_over_the_root_of_episodes(values):
    error = np.array([values["error"][n] for n in (30, 300, 3000)])
    assert np.all(error[0] / error[2] > 5)
    assert np.all(error[0] / error[2] < 20)
    assert np.all(np.diff(error, axis=0) < 0)


def test_the_learner_ends_near_the_best(values):
    assert lost(values["learned"][-1:], values)[0] < 0.05


@pytest.mark.parametrize("seed", [20, 21, 22])
def test_a_learner_that_forgets_hardly_learns(values, seed):
    few = {"updates": 60, "rollouts": 30}
    (
        first,
        *_,
    ) = lost([values["start"]], values)
    forgets = lost(control(values, seed, **few), values)[-20:].mean()
    fades = lost(control(values, seed, memory=0.9, **few), values)[-20:].mean()
    assert fades < 0.45 < 0.8 < forgets
    assert first > 1.5
    assert values["forgets"][-20:].mean() > 0.8
    assert values["fades"][-20:].mean() < 0.45


def test_keeping_everything_is_not_ideal_in_the_long_run(values):
    """Over ten other seeds."""
    how = {"updates": 60, "rollouts": 60}
    keeps, fades = (
        np.mean([lost(control(values, s, memory=m, **how)[-10:], values).mean()
                 for s in range(30, 40)])
        for m in (1.0, 0.9)
    )  # fmt: skip
    assert fades < keeps


def test_exploring_starts_learn_what_an_obedient_robot_needs(values):
    assert values["ends"]["exploring starts"] < 0.2
    assert values["ends"]["epsilon 0.2"] < 0.3


@pytest.mark.parametrize("seed", [40, 41])
def test_without_exploring_nothing_is_learned(values, seed):
    how = {"updates": 15, "rollouts": 20, "memory": 0.9}
    none, some = (lost(control(values, seed, epsilon=e, **how), values)[-1]
                  for e in (0.0, 0.2))  # fmt: skip
    assert none > 1
    assert some < none / 1.5


def test_other_episodes_tell_what_obeying_earns(values):
    assert values["on"] < values["near_worth"] - 0.2
    assert_allclose(values["off"], values["near_worth"], atol=0.15)


def test_some_pairs_are_not_visited_in_30_episodes(values):
    assert values["unvisited"] > 0


def test_the_published_test_of_the_end_works_for_numpy_numbers_only():
    ends = [15]
    assert np.int64(15) in [ends]
    assert 15 not in [ends]
