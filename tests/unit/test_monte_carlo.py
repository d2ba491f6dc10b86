"""Learning from episodes, against plain loops and against dynamic programming."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from benchmarks.page_19_3 import END, REWARDS, START, TABLES, control_by_loop
from udl.decisions import dynamic_programming as dp
from udl.decisions import monte_carlo as mc
from udl.decisions.returns import all_returns


@pytest.mark.parametrize("memory", [0.0, 0.5, 1.0])
def test_control_is_the_loop_with_the_same_random_numbers(memory):
    policies, values = mc.control(
        START, REWARDS, TABLES, 0.9, np.random.default_rng(3), updates=3, rollouts=6,
        memory=memory,
    )  # fmt: skip
    by_loop = control_by_loop(np.random.default_rng(3), memory, 3, 6)
    assert_array_equal(policies, by_loop[0])
    assert_allclose(values, by_loop[1], rtol=1e-9)


@pytest.mark.parametrize("exploring", [False, True])
def test_control_ends_near_the_best_commands(exploring):
    epsilon = 0.0 if exploring else 0.1
    policies, _ = mc.control(
        START, REWARDS, TABLES, 0.9, np.random.default_rng(0), updates=150,
        memory=0.9, epsilon=epsilon, exploring=exploring,
    )  # fmt: skip
    best = dp.value_iteration(REWARDS, TABLES, 0.9)[-1]
    mine = dp.policy_values(policies[-1], REWARDS, TABLES, 0.9)
    assert np.mean(best - mine) < 0.05


def test_episodes_end_at_the_end_and_obey_the_tables():
    rng = np.random.default_rng(1)
    soft = mc.epsilon_greedy(START, 0.2)
    states, actions = mc.play(rng.integers(16, size=2000), TABLES, soft, rng)
    assert states.shape == (len(actions) + 1, 2000)
    assert np.all(states[-1] == END)
    assert np.any(states[-2] != END)
    at = states[:-1] == 5
    assert_allclose(np.mean(actions[at] == START[5]), 0.8, atol=0.02)
    chosen = at & (actions == START[5])
    moved = np.bincount(states[1:][chosen], minlength=16) / chosen.sum()
    assert_allclose(moved, TABLES[:, 5, START[5]], atol=0.02)


def test_the_first_action_may_follow_another_policy():
    rng = np.random.default_rng(2)
    obey, always_up = mc.epsilon_greedy(START, 0.0), mc.epsilon_greedy([0] * 16, 0.0)
    states, actions = mc.play(np.full(50, 5), TABLES, obey, rng, first=always_up)
    assert np.all(actions[0] == 0)
    going = states[1:-1] != END
    assert_array_equal(actions[1:][going], np.array(START)[states[1:-1]][going])


def test_nobody_plays_from_an_end():
    soft = mc.epsilon_greedy(START, 0.2)
    states, actions = mc.play([END, END], TABLES, soft, np.random.default_rng(0))
    assert states.tolist() == [[END, END]]
    assert len(actions) == 0


@pytest.mark.parametrize("gamma", [0.0, 1e-12, 0.3, 0.9, 1.0])
def test_returns_are_the_recursion_however_long_an_episode_is(gamma):
    rewards = np.random.default_rng(0).normal(size=(9001, 2))
    expected = rewards.copy()
    for t in range(len(rewards) - 2, -1, -1):
        expected[t] += gamma * expected[t + 1]
    assert_allclose(all_returns(rewards, gamma), expected, rtol=1e-9, atol=1e-9)


def test_first_visits_of_many_episodes_are_those_of_each():
    rng = np.random.default_rng(4)
    states, actions = rng.integers(5, size=(30, 7)), rng.integers(4, size=(30, 7))
    marks = mc.first_visits(states, actions)
    for n in range(7):
        seen = set()
        for t in range(30):
            pair = (states[t, n], actions[t, n])
            assert marks[t, n] == (pair not in seen)
            seen.add(pair)


def test_other_episodes_tell_the_value_of_a_policy():
    """One step, three actions: weighted, the returns of one give those of another."""
    rng = np.random.default_rng(5)
    behavior, target = np.array([[0.5], [0.3], [0.2]]), np.array([[0.1], [0.1], [0.8]])
    actions = rng.choice(3, size=(1, 100_000), p=behavior[:, 0])
    returns = np.array([1.0, 5.0, -2.0])[actions[0]]
    value = mc.off_policy_value(
        np.zeros_like(actions), actions, returns, target, behavior
    )
    assert_allclose(value, 0.1 + 0.5 - 1.6, atol=0.04)
