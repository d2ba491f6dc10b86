"""Receptive fields against scipy's distances, estimates against all samples."""

from itertools import combinations

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from scipy.sparse.csgraph import shortest_path

from udl.graphs import sampling


def random_graph(seed, nodes=8):
    rng = np.random.default_rng(seed)
    upper = np.triu(rng.random((nodes, nodes)) < 0.3, 1).astype(int)
    return upper + upper.T


@pytest.mark.parametrize("seed", range(6))
def test_receptive_fields_are_balls(seed):
    A = random_graph(seed)
    apart = shortest_path(A, unweighted=True)
    for layers in range(4):
        for n in range(8):
            field = sampling.receptive_field(A, n, layers)
            assert_array_equal(field, apart[n] <= layers)


@pytest.mark.parametrize("seed", range(6))
def test_a_layer_below_holds_all_that_the_needed_nodes_hear(seed):
    A = random_graph(seed)
    needed = np.random.default_rng(seed).integers(0, 2, 8)
    heard = {m for n in np.flatnonzero(needed) for m in (n, *np.flatnonzero(A[n]))}
    below = sampling.layer_below(A, needed)
    assert set(np.flatnonzero(below)) == heard


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("count", [0, 1, 3, 8])
def test_drawn_nodes_are_the_new_ones_with_the_smallest_numbers(seed, count):
    A, rng = random_graph(seed), np.random.default_rng(seed)
    needed, u = (rng.random(8) < 0.3).astype(int), rng.random(8)
    given = needed.copy()
    below = sampling.sampled_below(A, needed, count, u)
    new = {n for n in range(8) if not needed[n] and (A[n] * needed).any()}
    drawn = set(np.flatnonzero(below - needed))
    assert drawn <= new
    assert len(drawn) == min(count, len(new))
    assert all(u[m] < u[n] for m in drawn for n in new - drawn)
    assert_array_equal(needed, given)


@pytest.mark.parametrize("count", [1, 2, 4, 5, 7])
def test_mean_and_variance_over_all_samples(count):
    x = np.array([2.0, -1.0, 4.0, 0.5, 7.0])
    found = []
    for drawn in combinations(range(5), min(count, 5)):
        u = np.where(np.isin(np.arange(5), drawn), 0.2, 0.8)
        found.append(sampling.sampled_sum(x, count, u))
    assert_allclose(np.mean(found), x.sum())
    if count <= 5:
        assert_allclose(np.var(found), sampling.sampling_variance(x, count), atol=1e-12)


def test_the_smallest_sample_is_the_first_that_is_exact_enough():
    for seed in range(20):
        rng = np.random.default_rng(seed)
        x, error = rng.normal(size=rng.integers(2, 12)), rng.uniform(0.1, 10)
        c = sampling.smallest_sample(x, error)
        assert sampling.sampling_variance(x, c) <= error**2
        assert c == 1 or sampling.sampling_variance(x, c - 1) > error**2


def test_unequal_chances_vary_as_their_estimates_do():
    x, p = np.array([1.0, 3.0, 2.0]), np.array([0.2, 0.3, 0.5])
    estimates = np.repeat(x / p, [2, 3, 5])
    assert_allclose(sampling.weighted_variance(x, p), estimates.var())
    assert_allclose(sampling.weighted_variance(x, x / x.sum()), 0, atol=1e-12)
