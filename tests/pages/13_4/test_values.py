"""Every value of the record of notebook 13.4 is on page 13.4; what it counts is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import expected

from udl.graphs import attention

READ = {name: name for name in ("A", "X", "Z", "S", "W", "H", "phi", "even", "late",
                                "renumbered", "P", "edges")}  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("13.4", READ)


def test_output_is_the_published_one(values):
    (record,) = expected("13_4").values()
    assert_allclose(values["H"], record["value"], atol=float(record["tolerance"]))


def test_three_listeners_hear_all_alike_as_their_sums_are_negative(values):
    assert values["even"] == [2, 4, 6]
    phi, Z = values["phi"][:, 0], values["Z"]
    sums = (phi[:4] @ Z)[:, None] + phi[4:] @ Z
    heard = values["A"] + np.eye(8) > 0
    dead = [n for n in range(8) if np.all(sums[heard[:, n], n] < 0)]
    assert dead == values["even"]


def test_listener_5_hears_almost_only_node_6(values):
    W = values["W"]
    assert np.unravel_index(W.argmax(), W.shape) == (6, 5)
    assert W.max() > 0.9


def test_with_a_late_mask_shares_are_lost_in_each_column(values):
    assert np.all(values["late"].sum(axis=0) < 0.999)


def test_renumbering_changes_nothing_else(values):
    assert_allclose(values["renumbered"], values["H"] @ values["P"], atol=1e-12)
    assert np.any(values["P"] != np.eye(8))


def test_without_the_edge_only_its_ends_change():
    for seed in range(20):
        rng = np.random.default_rng(seed)
        A = 1 - np.eye(5)
        given = (
            rng.normal(size=(3, 5)),
            rng.normal(size=(3, 3)),
            rng.normal(size=(3, 1)),
        )
        phi = rng.normal(size=6)
        before = attention.graph_attention(*given, phi, A)
        A[1, 3] = A[3, 1] = 0
        after = attention.graph_attention(*given, phi, A)
        changed = np.any(before != after, axis=0)
        assert not changed[[0, 2, 4]].any()


@pytest.mark.parametrize("seed", range(20))
def test_no_listener_prefers_whom_another_likes_less(seed):
    rng = np.random.default_rng(seed)
    Z, phi = rng.normal(size=(3, 6)), rng.normal(size=6)
    S = attention.additive_scores(Z, phi)
    for m, other in np.ndindex(6, 6):
        assert not (np.any(S[m] > S[other]) and np.any(S[m] < S[other]))


def test_with_the_activation_inside_listeners_differ_in_whom_they_prefer():
    x = np.array([-1.0, 0.0, 1.0])
    U = 20 * np.stack([x, -x])
    S = attention.dynamic_scores(U, -U, [-1, -1])
    assert list(S.argmax(axis=0)) == [0, 1, 2]


def test_a_graph_without_gaps_is_self_attention():
    rng = np.random.default_rng(0)
    V, Q, K = rng.normal(size=(3, 2, 6))
    scores = np.exp(K.T @ Q / np.sqrt(2))
    transformer = V @ (scores / scores.sum(axis=0))
    everyone = 1 - np.eye(6)
    assert_allclose(attention.dot_product_attention(V, Q, K, everyone), transformer)


def test_scores_are_needed_for_edges_and_nodes_only(values):
    count = 2 * len(values["edges"]) + 8
    assert count == np.count_nonzero(values["A"] + np.eye(8)) == 30
