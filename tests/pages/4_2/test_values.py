"""Page 4.2 against its record: the notebook states no values, the data are its own."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, expected, reference

from udl.networks.deep import one_layer
from udl.networks.parameters import random_network
from udl.networks.pieces import affine_pieces, zero_crossings

VALUES = {
    "n-new": "new.size",
    "n-joints": "edges.size - 2",
    "n-pieces": "edges.size - 1",
    "joint-3": "crossings[2][0]",
    "joint-2": "crossings[1][0]",
    "theta": "theta",
    "psi": "psi",
    "phi": "phi",
    "at-bends": "at_bends",
    "made": "[places.size for places in crossings]",
    "pieces-with": "pieces_with",
    "counts": "counts",
    "rise": "rise",
    "x": "x",
    "before": "before",
    "active": "active",
    "flipped": "two_layers(x, theta, flipped, phi)",
    "silent": "silent",
    "turned": "(n_patterns, n_pieces)",
    "y": "y",
    "changed": "two_layers(x, theta, psi, changed)[3]",
    "found": "found",
    "slopes": "(patterns, theta, psi, phi, places)",
}

DATA = RECORDS["4_2"]["data"]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("4.2", VALUES)


def test_the_notebook_states_no_values():
    assert expected("4_2") == {}
    assert reference("4_2") == {}


def test_pieces_are_those_counted_on_a_fine_grid_from_the_data(values):
    theta, psi, phi = (np.array(DATA[name]) for name in ("theta", "psi", "phi"))
    x = np.linspace(0, 1, 300_001)
    h = np.maximum(0, theta[:, :1] + theta[:, 1:] * x)
    y = phi[0] + phi[1:] @ np.maximum(0, psi[:, :1] + psi[:, 1:] @ h)
    slopes = np.diff(y) / np.diff(x)
    bends = np.flatnonzero(np.abs(np.diff(slopes)) > 1e-3)
    joints = 1 + int(np.sum(np.diff(bends) > 2))  # a joint may show up twice
    assert values["n-joints"] == joints
    assert values["n-pieces"] == joints + 1
    assert values["n-new"] == joints - 3


def test_the_joints_by_hand(values):
    assert_allclose(values["joint-3"], 0.39 / 2.3)
    assert_allclose(values["joint-2"], 0.2)


@pytest.mark.parametrize("name", ["theta", "psi", "phi"])
def test_the_tables_in_the_page_are_the_numbers_of_the_record(values, name):
    assert values[name].tolist() == DATA[name]


def test_ten_joints_are_four_more_than_six_units_make_in_one_layer(values):
    assert values["n-joints"] == 6 + 4
    assert values["made"] == [2, 3, 2]


def test_from_03_to_05_all_pre_activations_are_flat(values):
    assert_allclose(values["at-bends"][:, 1], values["at-bends"][:, 2], rtol=1e-12)


def test_two_new_joints_are_left_of_03_and_the_rest_right_of_05(values):
    psi = values["psi"]
    bends = np.array([0, 0.3, 0.5, 0.5 / 0.65, 1])
    new = np.concatenate(
        [zero_crossings(bends, one_layer(bends, values["theta"], row)) for row in psi]
    )
    assert np.sum(new < 0.3) == 2
    assert np.sum(new > 0.5) == new.size - 2


def test_the_slope_by_hand_is_that_of_the_first_piece(values):
    x, y = values["x"], values["y"]
    assert_allclose(np.interp(0.1001, x, y) - np.interp(0.1, x, y), 2e-4, rtol=1e-6)


def test_the_raised_offset_lifts_by_a_quarter_and_less_where_clipped(
    values,
):
    less = values["rise"] < 0.25 - 1e-9
    assert values["rise"].max() == pytest.approx(0.25)
    assert np.array_equal(less, values["before"][0] < -1e-9)
    assert values["x"][np.argmin(values["rise"])] == pytest.approx(0.77, abs=0.005)
    assert values["before"][0].min() + 0.5 > 0
    assert values["pieces-with"](0.8) == values["pieces-with"](0.3) - 2


def test_the_count_is_one_less_where_a_joint_meets_another_unit_s(values):
    pieces = values["pieces-with"]
    assert pieces(-0.2) == pieces(-0.1983) - 1  # both units are zero at x = 0.2
    assert np.sum(np.diff(values["counts"]) == 1) == 2
    assert np.sum(np.diff(values["counts"]) == -2) == 1
    assert np.sum(np.diff(values["counts"]) != 0) == 3


def test_the_flipped_unit_contributes_where_it_did_not(values):
    then, now = values["active"][1] > 1e-9, values["flipped"][1][1] > 1e-9
    assert not np.any(then & now)
    assert np.sum(then | now) > 0.99 * then.size
    on = values["flipped"][1].max(axis=0)
    inside = (values["x"] >= values["silent"][0]) & (
        values["x"] <= values["silent"][-1]
    )
    assert np.array_equal(on == 0, inside)
    assert values["turned"] == (11, 10)


def test_the_output_weight_matters_only_where_its_unit_is_active(values):
    moved = np.abs(values["changed"] - values["y"]) > 1e-12
    assert np.array_equal(moved, values["active"][2] > 1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_random_second_layers_stay_below_13_and_no_unit_makes_more_than_3(values, seed):
    rng = np.random.default_rng(seed)
    theta, most = values["theta"], 0
    bends = np.array([0, 0.3, 0.5, 0.5 / 0.65, 1])
    for psi in rng.normal(size=(400, 3, 4)):
        net = [theta[:, :1], psi[:, :1], [0]], [theta[:, 1:], psi[:, 1:], [[1, 1, 1]]]
        most = max(most, affine_pieces(*net, 0, 1)[1].size)
        made = [zero_crossings(bends, one_layer(bends, theta, row)).size for row in psi]
        assert max(made) <= 3
    assert most < 13
    assert max(values["found"]) < 13


@pytest.mark.parametrize("seed", range(7))
def test_most_random_units_make_one_joint_or_none_and_few_make_three(seed):
    rng = np.random.default_rng(seed)
    made = np.zeros(5, dtype=int)
    for _ in range(500):
        (b_0, b_1, _), (w_0, w_1, _) = random_network([1, 3, 1, 1], rng)
        far = 1e6 * np.abs(b_0 / w_0).max()
        ends = np.sort(np.append(-b_0 / w_0, [-far, far]))
        heights = one_layer(ends, np.hstack([b_0, w_0]), np.append(b_1, w_1))
        made[zero_crossings(ends, heights).size] += 1
    assert made[:2].sum() > 300
    assert made[3] < 20
    assert seed > 2 or made[4] == 0  # the seeds of the page
