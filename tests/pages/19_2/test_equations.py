"""Page 19.2: each derived result against a route without it and udl."""

from itertools import pairwise

import numpy as np
import pytest
from numpy.testing import assert_allclose

GAMMA = 0.8


def world(seed):
    rng = np.random.default_rng(seed)
    tables = rng.random((5, 5, 3))
    return rng.normal(size=5), tables / tables.sum(axis=0)


def backup(values, rewards, tables, policy):
    return np.array([
        rewards[s] + GAMMA * sum(tables[n, s, policy[s]] * values[n] for n in range(5))
        for s in range(5)
    ])  # fmt: skip


def many(rewards, tables, policy):
    values = np.zeros(5)
    for _ in range(300):
        values = backup(values, rewards, tables, policy)
    return values


@pytest.mark.verifies("res-19-2-contraction")
def test_the_bound_is_met_by_two_guesses_that_differ_by_a_constant(claim):
    rewards, tables = world(0)
    policy = [0, 2, 1, 1, 0]
    v = np.array([1.0, -2.0, 0.5, 3.0, 0.0])

    def apart(w):
        new = (backup(guess, rewards, tables, policy) for guess in (v, w))
        return np.max(np.abs(np.subtract(*new)))

    assert_allclose(claim(GAMMA * 2.5), apart(v + 2.5), rtol=1e-9)
    for seed in range(20):
        w = np.random.default_rng(seed).normal(size=5)
        assert apart(w) <= GAMMA * np.max(np.abs(v - w)) + 1e-12


@pytest.mark.verifies("res-19-2-solve")
def test_the_solution_is_where_many_backups_end(claim):
    rewards, tables = world(1)
    policy = [2, 0, 1, 1, 0]
    table = np.array([tables[:, s, policy[s]] for s in range(5)]).T
    formula = np.linalg.inv(np.eye(5) - GAMMA * table.T) @ rewards
    assert_allclose(claim(formula), many(rewards, tables, policy), rtol=1e-6)


@pytest.mark.verifies("res-19-2-improvement")
def test_backups_with_the_greedy_policy_only_rise_and_end_at_its_values(claim):
    for seed in range(5):
        rewards, tables = world(seed)
        old = many(rewards, tables, [0] * 5)
        worth = rewards[:, None] + GAMMA * np.einsum("nsa,n->sa", tables, old)
        greedy = worth.argmax(axis=1)
        now = old
        for _ in range(300):
            new = backup(now, rewards, tables, greedy)
            assert np.all(new >= now - 1e-12)
            now = new
        exact = np.linalg.solve(
            np.eye(5) - GAMMA * np.array([tables[:, s, greedy[s]] for s in range(5)]),
            rewards,
        )
        assert_allclose(claim(now), exact, rtol=1e-6)


@pytest.mark.verifies("res-19-2-stop")
def test_the_promise_is_kept_and_is_met_where_all_squares_are_alike(claim):
    """One square that pays 1 forever: the error is exactly what is promised."""
    values = [0.0]
    for _ in range(5):
        values.append(1 + GAMMA * values[-1])
    change, error = values[-1] - values[-2], 1 / (1 - GAMMA) - values[-1]
    assert_allclose(claim(GAMMA / (1 - GAMMA) * change), error, rtol=1e-9)
    rewards, tables = world(3)
    rows = [np.zeros(5)]
    for _ in range(200):
        best = np.einsum("nsa,n->sa", tables, rows[-1]).max(axis=1)
        rows.append(rewards + GAMMA * best)
    for old, new in pairwise(rows[:21]):
        promised = GAMMA / (1 - GAMMA) * np.max(np.abs(new - old))
        assert np.max(np.abs(new - rows[-1])) <= promised + 1e-12
