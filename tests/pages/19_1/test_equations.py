"""Page 19.1: each derived result against a route without it and udl."""

from itertools import product

import numpy as np
import pytest
from numpy.testing import assert_allclose


def some_table(size, seed):
    return np.random.default_rng(seed).dirichlet(np.ones(size), size=size).T


@pytest.mark.verifies("res-19-1-spread")
def test_powers_sum_over_all_walks(claim):
    table = some_table(3, 0)
    spread = np.linalg.matrix_power(table, 5) @ np.eye(3)[0]
    by_walks = np.zeros(3)
    for walk in product(range(3), repeat=5):  # every walk, with its probability
        states = (0, *walk)
        by_walks[walk[-1]] += np.prod(
            [table[new, old] for old, new in zip(states, walk, strict=False)]
        )
    assert_allclose(claim(spread), by_walks, rtol=1e-12)


@pytest.mark.verifies("res-19-1-balance")
def test_degrees_are_the_eigenvector_of_eigenvalue_one(claim):
    for seed in range(10):
        rng = np.random.default_rng(seed)
        graph = np.triu(rng.random((7, 7)) < 0.4, 1) + np.eye(7, k=1) > 0
        graph = (graph | graph.T).astype(float)
        degrees = graph.sum(axis=0)
        roots, vectors = np.linalg.eig(graph / degrees)
        settled = np.real(vectors[:, np.argmin(np.abs(roots - 1))])
        assert_allclose(claim(degrees / degrees.sum()), settled / settled.sum())


@pytest.mark.verifies("res-19-1-recursion")
def test_returns_follow_one_another(claim):
    rewards = np.random.default_rng(1).normal(size=8)
    for gamma in (0.5, 0.9, 1.0):
        sums = [sum(gamma**k * r for k, r in enumerate(rewards[t:])) for t in range(9)]
        for t in range(8):
            assert_allclose(claim(rewards[t] + gamma * sums[t + 1]), sums[t])


@pytest.mark.verifies("res-19-1-values")
def test_values_are_the_sums_of_expected_rewards(claim):
    for size, gamma in ((2, 0.5), (4, 0.9), (6, 0.95)):
        table, rewards = some_table(size, size), np.arange(size) ** 2.0
        solved = np.linalg.solve(np.eye(size) - gamma * table.T, table.T @ rewards)
        for start in range(size):
            p, value = np.eye(size)[start], 0.0
            for k in range(1_000):
                p = table @ p
                value += gamma**k * (p @ rewards)
            assert_allclose(claim(solved[start]), value, rtol=1e-10)


@pytest.mark.verifies("res-19-1-induced")
def test_counting_pairs_of_draws_gives_the_mixed_table(claim):
    rng = np.random.default_rng(3)  # probabilities in tenths, so that counts are exact
    tables = (
        rng.multinomial(10, [0.2, 0.5, 0.3], size=(3, 2)) / 10
    )  # [old, action, new]
    policy = rng.multinomial(10, [0.4, 0.6], size=3) / 10  # [old, action]
    draws = (np.arange(10) + 0.5) / 10
    for old, new in product(range(3), repeat=2):
        count = 0
        for first, second in product(draws, repeat=2):
            action = int(np.cumsum(policy[old])[0] < first)
            count += np.sum(np.cumsum(tables[old, action]) < second) == new
        mixed = sum(policy[old, a] * tables[old, a, new] for a in range(2))
        assert_allclose(claim(mixed), count / 100, atol=1e-12)
