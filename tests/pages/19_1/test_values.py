"""Every value of the record of notebook 19.1 is on page 19.1; what it counts is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, assert_reproduced, expected, reference

from udl.decisions import chains, grid, policies, returns
from udl.exercises.declare import find

READ = {
    name: name
    for name in (
        "states", "collected", "at_start", "from_next", "followed", "wandered",
        "actions", "arrows", "late", "short", "long", "alone", "steered", "exact",
        "sampled", "error", "next_paid", "at_six", "policy", "home",
    )
}  # fmt: skip
DATA = RECORDS["19_1"]["data"]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("19.1", READ)


def published_tables():
    """Give the tables of the record, as [new, old, action]."""
    return np.moveaxis(np.array(DATA["T_action"], dtype=float), 0, 2)


def test_the_walks_are_those_of_the_record(values):
    record = expected("19_1")
    assert values["states"] == record["states"]["value"]
    assert values["collected"].tolist() == record["rewards"]["value"]
    assert_reproduced(values["at_start"], record["return at time 0"])
    assert values["followed"].tolist() == record["deterministic-policy states"]["got"]
    paid = values["home"][values["followed"]]
    assert paid.tolist() == record["deterministic-policy rewards"]["value"]
    run = reference("19_1")["stochastic policy run"]
    assert values["wandered"].tolist() == run["states"]
    assert values["actions"].tolist() == run["actions"]
    assert values["arrows"] == DATA["policy"]


def test_the_printed_walk_is_that_of_another_arrow(values):
    printed = expected("19_1")["deterministic-policy states"]["value"]
    u = np.random.RandomState(3).random(9)
    matching = []
    for square in range(16):
        for action in range(4):
            arrows = list(values["arrows"])
            arrows[square] = action
            chain = policies.policy_chain(grid.icy(4, 4), arrows)
            if chains.walk(0, chain, u).tolist() == printed:
                matching.append((square, action))
    assert matching == [(9, grid.DOWN)]
    assert values["arrows"][9] == grid.RIGHT
    assert printed[4] == 13


def test_published_tables_follow_the_rule_but_for_two_columns():
    assert_allclose(DATA["4x4 chain (19_1)"], grid.wander(4, 4), atol=0.0067)
    off = np.abs(published_tables() - grid.icy(4, 4)) > 0.0067
    columns = {(int(old), int(action)) for _, old, action in np.argwhere(off)}
    assert columns == {(1, grid.LEFT), (2, grid.LEFT)}
    for old in (1, 2):  # there, left leads right
        column = published_tables()[:, old, grid.LEFT]
        assert np.argmax(column) == old + 1
        assert column.max() == 0.5


def test_published_tables_give_the_same_walks(values):
    tables = published_tables()
    chain = policies.policy_chain(tables, values["arrows"])
    u = np.random.RandomState(3).random(9)
    assert chains.walk(0, chain, u).tolist() == values["followed"].tolist()
    u = np.random.RandomState(0).random((9, 2))
    states, _ = policies.episodes(0, tables, values["policy"], u)
    assert states.tolist() == values["wandered"].tolist()


def test_return_from_the_start_is_gamma_times_that_of_the_formula(values):
    assert_allclose(values["at_start"], 0.9 * values["from_next"])


def test_half_of_the_squares_are_empty_at_any_time(values):
    rows, columns = np.divmod(np.arange(16), 4)
    for t, shares in enumerate(values["late"]):
        assert np.all(shares[(rows + columns) % 2 != t % 2] == 0)
    assert_allclose(values["late"][100][5] / values["late"][100][0], 2, rtol=1e-6)
    assert values["late"][101].argmax() in (1, 4, 6, 9, 11, 14)
    assert chains.spread(0, grid.wander(4, 4), 1001)[-1][0] == 0


def test_averages_over_time_are_the_formula(values):
    mean = np.mean(values["late"][-50:], axis=0)
    assert_allclose(mean, chains.stationary(grid.wander(4, 4)), atol=1e-3)
    assert_allclose(48 * chains.stationary(grid.wander(4, 4)),
                    grid.neighbors(4, 4).sum(axis=0))  # fmt: skip


def test_values_grow_alike_and_square_12_is_worth_most(values):
    short, long = values["short"], values["long"]
    assert short.argmax() == long.argmax() == 12
    assert np.ptp(long) / long.mean() < 0.3 < np.ptp(short) / short.mean()
    touching = grid.neighbors(4, 4)[[3, 8, 10]].any(axis=0)
    best = np.argsort(short)[::-1][:3]
    assert np.all(touching[best])


def test_arrows_save_less_than_half(values):
    assert_allclose(values["alone"][0], 44.6, atol=0.1)
    assert 0 < values["at_six"] < 0.1
    assert 0.3 < 1 - values["steered"][0] / values["alone"][0] < 0.5
    shares = chains.spread(0, grid.wander(4, 4), 6)[:, 15]
    assert np.flatnonzero(shares)[0] == 6  # the shortest way


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_walks_agree_with_the_equations(values, seed):
    chain = policies.policy_chain(grid.icy(4, 4), values["arrows"])
    u = np.random.default_rng(seed).random((80, 5_000))
    walks = chains.walk(0, chain, u)
    sampled = returns.discounted_return(values["home"][walks[1:]], 0.9)
    assert abs(sampled.mean() - values["exact"][0]) < 4 * values["error"]
    assert values["sampled"].shape == (5_000,)
    assert abs(values["sampled"].mean() - values["exact"][0]) < 3 * values["error"]


def test_all_arrows_right_are_nearly_as_good(values):
    chain = policies.policy_chain(grid.icy(4, 4), [1] * 16)
    right = chains.state_values(chain, values["home"], 0.9)[0]
    assert 0.95 * values["exact"][0] < right < values["exact"][0]
    aimed = grid.targets(4, 4)[np.arange(16), values["arrows"]]
    assert np.flatnonzero(aimed == np.arange(16)).tolist() == [3, 7, 15]


def test_the_four_bad_arrows(values):
    better = find("19.1.13").reference()
    changed = np.flatnonzero(np.array(values["arrows"]) != better)
    assert changed.tolist() == [3, 7, 10, 13]
    chain = policies.policy_chain(grid.icy(4, 4), better)
    assert chains.state_values(chain, values["home"], 0.9)[0] > 0.70


@pytest.mark.parametrize("seed", [0, 1])
def test_rewards_remember(values, seed):
    assert_allclose(values["next_paid"][1] / values["next_paid"][0], 2.0, atol=0.1)
    u = np.random.default_rng(seed).random((300, 3_000))
    walks = chains.walk(0, grid.wander(4, 4), u)[50:]
    paid = np.isin(walks, [3, 8, 10])
    for before in (0, 1):
        seen = (paid[:-2] == before) & ~paid[1:-1]
        assert_allclose(paid[2:][seen].mean(), values["next_paid"][before], atol=0.01)


def test_rows_do_not_sum_to_one():
    sums = grid.wander(4, 4).sum(axis=1)
    assert np.any(np.abs(sums - 1) > 0.1)
