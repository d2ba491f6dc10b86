"""Every value of the record of notebook 13.3 is on page 13.3; what it counts is so."""

from itertools import combinations

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from scipy.sparse.csgraph import shortest_path
from values import RECORDS, expected, reference

from udl.graphs import sampling

NAMES = ("A", "missing", "sizes", "whole", "grown", "sets", "x", "bare", "rescaled",
         "S2", "wanted", "got", "alone")  # fmt: skip
READ = {name: name for name in NAMES}


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("13.3", READ)


def test_the_graph_is_that_of_the_notebook(values):
    assert_array_equal(values["A"], RECORDS["13_3"]["data"]["A"])


def test_receptive_fields_are_those_of_the_record(values):
    full = reference("13_3")["full neighbourhoods of node 16 including itself"]
    A = values["A"]
    sizes = [sampling.receptive_field(A, 16, k).sum() for k in range(1, 4)]
    assert sizes == [full["layer 2"], full["layer 1"], full["input"]]
    assert list(np.flatnonzero(A[16])) == full["neighbours"]
    assert list(values["missing"]) == full["never reached"]


def test_sampled_nodes_are_as_many_as_published_and_node_16(values):
    (stated,) = expected("13_3").values()
    assert values["sets"][-1].sum() - 1 == stated["value"]
    assert_array_equal(values["sets"][0], np.arange(23) == 16)


@pytest.mark.parametrize("seed", range(100))
def test_every_draw_finds_three_new_nodes_in_each_layer(values, seed):
    rng, needed = np.random.default_rng(seed), np.arange(23) == 16
    for layer in range(3):
        needed = sampling.sampled_below(values["A"], needed, 3, rng.random(23))
        assert needed.sum() == 1 + 3 * (layer + 1)


def test_most_outputs_need_most_of_the_graph(values):
    near = shortest_path(values["A"], unweighted=True) <= 3
    assert_array_equal(values["sizes"], near.sum(axis=1))
    assert values["whole"] == np.sum(near.all(axis=1))


def test_three_layers_of_a_hundred_friends_are_nearly_a_million(values):
    assert values["grown"] == [1, 101, 10001, 990101, 98020001]
    assert 98 < values["grown"][4] / values["grown"][3] < 100


def test_draws_by_sorted_keys_are_all_equally_likely():
    star = np.zeros((7, 7), dtype=int)
    star[0, 1:] = star[1:, 0] = 1
    for seed in range(2):
        keys = np.random.default_rng(seed).random((8000, 7))
        found = {}
        for u in keys:
            drawn = tuple(sampling.sampled_below(star, np.eye(7)[0], 3, u)[1:])
            found[drawn] = found.get(drawn, 0) + 1
        assert len(found) == 20
        counts = np.array(list(found.values()))
        assert (
            np.sum((counts - 400) ** 2) / 400 < 50
        )  # 19 degrees of freedom: 1 in 7000


def test_rescaled_dots_are_twice_as_far_apart_with_the_sum_as_mean(values):
    assert_allclose(values["rescaled"], 2 * values["bare"])
    assert_allclose(values["rescaled"].mean(), values["x"].sum())
    assert_allclose(values["rescaled"].var(), 6 * 3 / 3 * values["S2"])
    assert len(values["bare"]) == 20


def test_two_of_six_are_both_drawn_in_a_fifth_of_the_samples():
    both = [{0, 1} <= set(three) for three in combinations(range(6), 3)]
    assert np.mean(both) == 1 / 5


@pytest.mark.parametrize("seed", range(10))
def test_a_relu_makes_the_mean_too_large_and_never_too_small(values, seed):
    assert values["got"].mean() > values["wanted"]
    rng = np.random.default_rng(seed)
    x = rng.normal(size=6)
    estimates = [2 * sum(three) for three in combinations(x, 3)]
    offset = rng.normal()
    mean = np.mean(np.maximum(np.array(estimates) + offset, 0))
    assert mean >= max(x.sum() + offset, 0) - 1e-12


def test_without_the_node_itself_sets_alternate_on_a_square(values):
    assert [list(row) for row in values["alone"]] == [
        [1, 0, 0, 0], [0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1]
    ]  # fmt: skip


def test_without_the_node_itself_only_layer_2_differs_in_the_town(values):
    A, needed = values["A"], np.arange(23) == 16
    differ = []
    for k in range(1, 4):
        needed = A @ needed > 0
        differ.append(np.flatnonzero(needed != sampling.receptive_field(A, 16, k)))
    assert [list(nodes) for nodes in differ] == [[16], [], []]


def test_a_mean_needs_no_factor(values):
    x = values["x"]
    means = [np.mean(three) for three in combinations(x, 3)]
    assert_allclose(np.mean(means), x.mean())


def test_node_8_has_two_neighbors_and_node_16_more_than_three(values):
    assert values["A"][8].sum() == 2
    assert values["A"][16].sum() == 6
