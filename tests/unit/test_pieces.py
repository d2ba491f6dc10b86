"""Exact pieces against fine grids, and against counting by hand."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.datasets.networks import networks_to_compose
from udl.networks.composition import compose, matrix_form
from udl.networks.deep import deep_network, pre_activations
from udl.networks.parameters import random_network
from udl.networks.pieces import (
    activation_patterns,
    affine_pieces,
    composed_pieces,
    zero_crossings,
)

FIRST, SECOND = (matrix_form(*network) for network in networks_to_compose())
RANDOM = [random_network([1, 4, 3, 3, 1], np.random.default_rng(s)) for s in range(6)]
each_network = pytest.mark.parametrize("network", [compose(FIRST, SECOND), *RANDOM])


def seen_on_grid(network, low, high):
    """Patterns at many points, in order, each once."""
    grid = np.linspace(low, high, 200_000)  # without 0, a joint
    sums = np.concatenate(pre_activations(grid, *network)[:-1]) > 0
    new = np.any(sums[:, 1:] != sums[:, :-1], axis=0)
    return grid[1:][new], sums[:, np.concatenate([[True], new])]


@each_network
def test_patterns_are_those_seen_on_a_fine_grid(network):
    edges, patterns = activation_patterns(*network, -3, 3)
    places, seen = seen_on_grid(network, -3, 3)
    assert patterns.shape == seen.shape
    assert (patterns == seen).all()
    assert_allclose(edges[1:-1], places, atol=6 / 200_000)


@each_network
def test_pieces_rebuild_the_network(network):
    edges, slopes, offsets = affine_pieces(*network, -3, 3)
    x = np.linspace(-3, 3, 997)
    piece = np.clip(np.searchsorted(edges, x) - 1, 0, slopes.size - 1)
    y = offsets[piece] + slopes[piece] * x
    assert_allclose(y, deep_network(x, *network), atol=1e-10)


@each_network
def test_neighboring_pieces_differ_and_patterns_are_all_different(network):
    edges, slopes, _ = affine_pieces(*network, -3, 3)
    _, patterns = activation_patterns(*network, -3, 3)
    assert np.all(np.diff(edges) > 0)
    assert np.all(np.abs(np.diff(slopes)) > 0)
    assert np.unique(patterns, axis=1).shape == patterns.shape
    assert slopes.size <= patterns.shape[1]


def test_patterns_that_share_a_line_join_to_one_piece():
    flat = np.array([[-0.4]]), np.array([[0.1]])  # into the flat part of the second
    squeezed = compose(compose(FIRST, ([flat[0]], [flat[1]])), SECOND)
    assert activation_patterns(*squeezed, -1, 1)[1].shape[1] == 3
    edges, slopes, offsets = affine_pieces(*squeezed, -1, 1)
    assert_allclose([*edges, *slopes, *offsets], [-1, 1, 0, 0.5], atol=1e-12)


def test_a_unit_whose_sum_is_zero_up_to_rounding_is_not_active():
    third = [[0.1 + 0.2], [-0.3], [0.0]], [[[0.0]], [[1.0]], [[1.0]]]
    assert activation_patterns(*third, -1, 1)[1].tolist() == [[True], [False]]


def test_a_network_without_hidden_units_is_one_piece():
    _, patterns = activation_patterns([[1.0]], [[[2.0]]], 0, 1)
    assert patterns.shape == (0, 1)
    assert [p.tolist() for p in affine_pieces([[1.0]], [[[2.0]]], 0, 1)] == [
        [0, 1], [2], [1],
    ]  # fmt: skip


def test_a_line_that_touches_zero_does_not_cross_it():
    assert zero_crossings([0, 1, 2], [1, 0, 1]).size == 0
    assert_allclose(zero_crossings([0, 1, 2], [1, 0, -1]), [1.0])
    assert_allclose(zero_crossings([0, 1, 5], [2, 0, -1]), [1.0])
    assert zero_crossings([0, 1], [2, 1]).size == 0


def test_composed_pieces_agrees_with_the_exact_count():
    heights = deep_network(affine_pieces(*FIRST, -1, 1)[0], *FIRST)
    joints = affine_pieces(*SECOND, -2, 2)[0][1:-1]
    assert composed_pieces(heights, joints) == 12
    assert affine_pieces(*compose(FIRST, SECOND), -1, 1)[1].size == 12
    assert composed_pieces([0.0, 1.0], [0.0, 1.0, 2.0]) == 1  # ends do not count
    assert composed_pieces([0.0, 1.0], []) == 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: zero_crossings([0, 1], [1]), r"both must be \(N,\)"),
        (lambda: zero_crossings([0, 0], [1, 1]), "must increase"),
        (lambda: activation_patterns(*FIRST, 1, 1), "low must be below high"),
        (lambda: affine_pieces(FIRST[0][:1], FIRST[1][:1], 0, 1), "one output"),
        (lambda: composed_pieces([1.0], [0.0]), "two ends"),
    ],
)
def test_says_what_does_not_fit(call, message):
    with pytest.raises(ValueError, match=message):
        call()
