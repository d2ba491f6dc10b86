"""Worlds, chains, returns and policies against loops and numpy's own choice."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.decisions import chains, grid, policies, returns


def some_table(size, seed=0):
    return np.random.default_rng(seed).dirichlet(np.ones(size), size=size).T


@pytest.mark.parametrize("shape", [(4, 4), (2, 5), (1, 3), (3, 1)])
@pytest.mark.parametrize("aim", [0.25, 0.5, 0.9])
def test_columns_of_all_worlds_sum_to_one(shape, aim):
    for tables in (grid.icy(*shape, aim), grid.slippery(*shape, aim, ends=[1])):
        assert_allclose(tables.sum(axis=0), 1)
        assert tables.min() >= 0
    assert_allclose(grid.wander(*shape).sum(axis=0), 1)


def test_targets_are_next_to_their_squares():
    rows, columns = np.divmod(np.arange(12), 4)
    for square, reached in enumerate(grid.targets(3, 4)):
        for action, (down, right) in enumerate(grid.MOVES):
            row, column = rows[square] + down, columns[square] + right
            inside = 0 <= row < 3 and 0 <= column < 4
            assert reached[action] == (4 * row + column if inside else square)


def test_ice_slips_to_every_other_neighbor():
    tables = grid.icy(4, 4)
    assert_allclose(tables[[1, 4, 6, 9], 5, grid.RIGHT], [1 / 6, 1 / 6, 0.5, 1 / 6])
    assert_allclose(tables[[1, 4], 0, grid.RIGHT], [0.75, 0.25])
    assert_allclose(tables[[1, 4], 0, grid.UP], [0.5, 0.5])
    assert_allclose(tables[[0, 2, 5], 1, grid.LEFT], [0.5, 0.25, 0.25])


def test_walls_and_ends_keep_the_robot():
    tables = grid.slippery(4, 4, ends=[15])
    assert_allclose(tables[0, 0], [0.9, 0.1, 0.1, 0.9])
    assert_allclose(tables[[1, 4, 6, 9], 5, grid.UP], [0.85, 0.05, 0.05, 0.05])
    assert_allclose(tables[15, 15], 1)


@pytest.mark.parametrize("seed", range(5))
def test_choices_are_those_of_numpy(seed):
    p = np.random.default_rng(seed).dirichlet(np.ones(6))
    for _ in range(20):
        ours = chains.choose(p, np.random.RandomState(seed).random())
        assert ours == np.random.RandomState(seed).choice(6, p=p)


def test_choices_of_many_are_those_one_by_one():
    table, rng = some_table(5), np.random.default_rng(1)
    states, draws = rng.integers(0, 5, size=(3, 4)), rng.random((3, 4))
    many = chains.step(states, table, draws)
    for place in np.ndindex(3, 4):
        assert many[place] == chains.step(states[place], table, draws[place])
    assert chains.step(2, table, draws[0]).shape == (4,)


def test_choices_are_safe_at_the_ends():
    assert chains.choose([0.1] * 10, np.nextafter(1, 0)) == 9
    assert chains.choose([0.0, 1.0], 0.0) == 1
    with pytest.raises(ValueError, match="sum to one"):
        chains.choose([0.5, 0.4], 0.1)


def test_walks_spread_as_computed():
    table = some_table(4, 2)
    draws = np.random.default_rng(0).random((6, 20_000))
    walks = chains.walk(1, table, draws)
    assert walks.shape == (7, 20_000)
    counted = (walks[..., None] == np.arange(4)).mean(axis=1)
    assert_allclose(counted, chains.spread(1, table, 6), atol=0.02)
    assert_allclose(chains.spread(chains.stationary(table), table, 3)[-1],
                    chains.stationary(table))  # fmt: skip


def test_values_satisfy_the_bellman_equation():
    table, rewards = some_table(5, 3), np.arange(5.0)
    values = chains.state_values(table, rewards, 0.9)
    for s in range(5):
        after = sum(table[n, s] * (rewards[n] + 0.9 * values[n]) for n in range(5))
        assert_allclose(values[s], after)


def test_expected_steps_are_those_of_walks():
    table = some_table(4, 4)
    walks = chains.walk(0, table, np.random.default_rng(0).random((400, 4_000)))
    first = np.argmax(walks == 3, axis=0)
    assert_allclose(first.mean(), chains.expected_steps(table, 3)[0], rtol=0.05)


def test_returns_of_many_episodes_are_those_of_each():
    rewards = np.random.default_rng(0).integers(0, 9, size=(7, 3))
    many = returns.all_returns(rewards, 0.8)
    for t in range(7):
        each = [sum(0.8**k * r for k, r in enumerate(row[t:])) for row in rewards.T]
        assert_allclose(many[t], each)
        assert_allclose(returns.discounted_return(rewards[t:], 0.8), each)


def test_a_policy_makes_the_chain_that_its_episodes_follow():
    tables, rng = grid.icy(2, 3), np.random.default_rng(0)
    policy = rng.dirichlet(np.ones(4), size=6).T
    chain = policies.policy_chain(tables, policy)
    states, actions = policies.episodes(2, tables, policy, rng.random((4, 2, 20_000)))
    assert states.shape == (5, 20_000)
    counted = (states[..., None] == np.arange(6)).mean(axis=1)
    assert_allclose(counted, chains.spread(2, chain, 4), atol=0.02)
    taken = (actions[0][:, None] == np.arange(4)).mean(axis=0)
    assert_allclose(taken, policy[:, 2], atol=0.02)


def test_actions_are_certain_probabilities():
    tables, arrows = grid.icy(4, 4), np.arange(16) % 4
    chain = policies.policy_chain(tables, arrows)
    for square, action in enumerate(arrows):
        assert_allclose(chain[:, square], tables[:, square, action])
