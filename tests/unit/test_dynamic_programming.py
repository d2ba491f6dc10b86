"""Dynamic programming, against loops, linear programs and brute force."""

from itertools import pairwise, product

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import linprog
from scipy.sparse.csgraph import shortest_path

from udl.decisions import dynamic_programming as dp
from udl.decisions import grid


def world(seed, states=4, actions=3):
    rng = np.random.default_rng(seed)
    tables = rng.random((states, states, actions))
    tables /= tables.sum(axis=0)
    tables[:, -1] = 0  # the end
    return rng.normal(size=states), tables


def naive_values(policy, rewards, tables, gamma):
    """Sum up what is paid along all ways, a step at a time."""
    share, total = np.eye(len(rewards)), np.zeros(len(rewards))
    for t in range(400):
        total += gamma**t * rewards @ share
        share = np.array([
            [sum(tables[n, s, policy[s]] * share[s, k] for s in range(len(rewards)))
             for k in range(len(rewards))]
            for n in range(len(rewards))
        ]) if t < 60 else share * 0  # fmt: skip
    return total


@pytest.mark.parametrize("seed", range(3))
def test_the_best_values_are_those_of_all_policies_and_of_a_linear_program(seed):
    rewards, tables = world(seed)
    gamma = 0.8
    every = [
        dp.policy_values(policy, rewards, tables, gamma)
        for policy in product(range(3), repeat=4)
    ]
    best = np.max(every, axis=0)
    assert_allclose(dp.value_iteration(rewards, tables, gamma)[-1], best, atol=1e-9)
    steps = dp.policy_iteration([0, 0, 0, 0], rewards, tables, gamma)
    assert_allclose(steps[-1][1], best, atol=1e-9)
    rows = [gamma * tables[:, s, a] - np.eye(4)[s] for s in range(4) for a in range(3)]
    found = linprog(
        np.ones(4), A_ub=rows, b_ub=-np.repeat(rewards, 3), bounds=(None, None)
    )
    assert_allclose(found.x, best, atol=1e-6)


def test_values_are_sums_over_all_ways():
    rewards, tables = world(5)
    policy = [2, 0, 1, 0]
    assert_allclose(
        dp.policy_values(policy, rewards, tables, 0.7),
        naive_values(policy, rewards, tables, 0.7),
        atol=1e-8,
    )


def test_a_backup_is_a_loop_over_states():
    rewards, tables = world(6)
    policy, values = [1, 2, 0, 1], np.array([1.0, -2.0, 0.5, 3.0])
    for s, found in enumerate(
        dp.policy_evaluation(policy, values, rewards, tables, 0.9)
    ):
        following = sum(tables[n, s, policy[s]] * values[n] for n in range(4))
        assert_allclose(found, rewards[s] + 0.9 * following)


@pytest.mark.parametrize("seed", range(3))
def test_each_policy_is_at_least_as_good_as_the_one_before(seed):
    rewards, tables = world(seed, states=9, actions=4)
    steps = dp.policy_iteration(np.zeros(9, dtype=int), rewards, tables, 0.9)
    for (_, before), (_, after) in pairwise(steps):
        assert np.all(after >= before - 1e-12)


def test_the_tolerance_is_kept():
    tables = grid.icy(4, 4).copy()
    tables[:, 15] = 0
    rewards = np.zeros(16)
    rewards[15] = 3
    exact = dp.policy_iteration(np.zeros(16, dtype=int), rewards, tables, 0.95)[-1][1]
    for tolerance in (0.1, 1e-3, 1e-6):
        found = dp.value_iteration(rewards, tables, 0.95, tolerance)[-1]
        assert np.abs(found - exact).max() <= tolerance


@pytest.mark.parametrize("seed", range(3))
def test_ways_are_scipys(seed):
    rng = np.random.default_rng(seed)
    costs = np.where(rng.random((7, 7)) < 0.4, rng.random((7, 7)), np.inf)
    np.fill_diagonal(costs, 0)
    graph = np.where(np.isfinite(costs), costs, 0).T.copy()  # scipy's is [from, to]
    exact = shortest_path(graph)[:, 3]
    assert_allclose(dp.cheapest_ways(costs, 3), exact)
