"""Page 13.3: each derived result against a route without it and udl."""

from itertools import combinations

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.sparse.csgraph import shortest_path

N = 9


def random_graph(seed):
    rng = np.random.default_rng(seed)
    upper = np.triu(rng.random((N, N)) < 0.25, 1).astype(int)
    return upper + upper.T


@pytest.mark.verifies("res-13-3-reach")
def test_inputs_are_the_nodes_that_are_near(claim):
    for seed in range(6):
        A = random_graph(seed)
        apart = shortest_path(A, unweighted=True)
        for layers in range(4):
            power = np.linalg.matrix_power(A + np.eye(N, dtype=int), layers)
            for n in range(N):
                claimed = power @ np.eye(N)[n] > 0
                assert_allclose(claim(1.0 * claimed), apart[n] <= layers)


@pytest.mark.verifies("res-13-3-tree")
def test_a_tree_grown_node_by_node_has_as_many(claim):
    for d in (3, 4, 7):
        for layers in range(5):
            count, rim = 1, [d]
            for _ in range(layers):
                rim = [d - 1 for branches in rim for _ in range(branches)]
                count += len(rim)
            claimed = 1 + d * ((d - 1) ** layers - 1) / (d - 2)
            assert_allclose(claim(claimed), count)


def all_samples(x, count):
    return [len(x) / count * sum(drawn) for drawn in combinations(x, count)]


def terms():
    for seed in range(5):
        yield np.random.default_rng(seed).normal(2.0, 1.0, size=5 + seed)


@pytest.mark.verifies("res-13-3-unbiased")
def test_over_all_samples_the_mean_is_the_sum(claim):
    for x in terms():
        for count in range(1, len(x) + 1):
            assert_allclose(np.mean(all_samples(x, count)), claim(x.sum()))


@pytest.mark.verifies("res-13-3-variance")
def test_over_all_samples_the_variance_is_that_of_the_formula(claim):
    for x in terms():
        d = len(x)
        for count in range(1, d):
            claimed = d * (d - count) / count * np.sum((x - x.mean()) ** 2) / (d - 1)
            assert_allclose(np.var(all_samples(x, count)), claim(claimed))


@pytest.mark.verifies("res-13-3-weighted")
def test_draws_with_unequal_chances_vary_as_claimed(claim):
    for x in terms():
        parts = np.random.default_rng(len(x)).integers(1, 6, size=len(x))
        p = parts / parts.sum()
        bag = np.repeat(x / p, parts)  # each estimate as often as its chance says
        claimed = np.sum(x**2 / p) - x.sum() ** 2
        assert_allclose(bag.mean(), x.sum())
        assert_allclose(bag.var(), claim(claimed))
