"""Each value of the record of notebook 3.1 is on page 3.1, or beaten; counts hold."""

import itertools
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, assert_printed, expected, reference

from udl.fitting.shallow_fits import descend
from udl.networks.shallow import shallow_network

VALUES = {
    "lifted": "lifted",
    "loss-lifted": "loss_lifted",
    "loss-output": "loss_output",
    "lowest": "lowest",
    "tried": "kinds * (kinds + 1) * (kinds + 2) // 6",
    "straight": "straight",
    "below": "below",
    "elsewhere": "elsewhere",
    "counts": "counts",
    "ended": "ended",
    "constant": "constant",
    "times": "times",
    "times-later": "times_later",
    "trained": "trained",
    "possible": "possible",
    "hero": "bent",
    "bends-seen": "seen",
    "at": "at",
}

ROOT = Path(__file__).resolve().parents[3]
BY_HAND = expected("3_1")["best hand-fitted loss"]
OFFSET = reference("3_1")["best loss changing phi_0 only"]
DATA = RECORDS["3_1"]["data"]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("3.1", VALUES)


def test_the_best_offset_alone_is_that_of_the_record(values):
    assert_allclose(values["lifted"], OFFSET["phi_0"], rtol=1e-7)
    assert_allclose(values["loss-lifted"], OFFSET["loss"], rtol=1e-7)


def test_output_weights_alone_beat_the_loss_found_by_hand(values):
    assert values["loss-output"] < float(BY_HAND["value"])
    x = np.array(DATA["x_train"])
    rows = [np.maximum(0, o + s * x) for o, s in ((0.3, -1), (-1, 2), (-0.5, 0.65))]
    table = np.stack([np.ones_like(x), *rows], axis=1)
    _, (loss,), *_ = np.linalg.lstsq(table, DATA["y_train"], rcond=None)
    assert_allclose(values["loss-output"], loss, rtol=1e-9)


def differences():
    return " ".join((ROOT / "book" / "differences.yaml").read_text("utf8").split())


def units_of_each_kind(x):
    """Give what a unit can be on sorted data: columns, and the gap of its joint.

    With the joint at an example, a unit is one fixed column, times its weight. With
    the joint between two examples, it is any line on the examples that it is on for,
    as long as that line is zero within the gap.
    """
    for side in (1, -1):
        for at in x:
            column = np.maximum(0, side * (x - at))
            if column.any():
                yield [column], None
        for left, right in itertools.pairwise(x):
            on = (x > left if side == 1 else x < right).astype(float)
            if on.sum() > 1:
                yield [on, on * x], (left, right)


def in_their_gaps(weights, units):
    place = 1
    for columns, gap in units:
        if gap:
            offset, slope = weights[place : place + 2]
            if slope == 0 or not gap[0] <= -offset / slope <= gap[1]:
                return False
        place += len(columns)
    return True


def test_no_network_of_three_units_has_a_lower_loss(values, page):
    # The loss is smooth within each combination of kinds, so that its minimum is a
    # linear least squares solution in one of them, and one of full rank: a solution
    # that is not unique can be moved until a joint meets an example.
    order = np.argsort(DATA["x_train"])
    x, y = np.array(DATA["x_train"])[order], np.array(DATA["y_train"])[order]
    kinds, tried, networks, others = list(units_of_each_kind(x)), 0, [], []
    for units in itertools.combinations_with_replacement(kinds, 3):
        table = np.array([np.ones_like(x), *(c for unit in units for c in unit[0])]).T
        weights, _, rank, _ = np.linalg.lstsq(table, y, rcond=1e-10)
        tried += 1
        loss = np.sum((table @ weights - y) ** 2)
        full = rank == table.shape[1]
        if full and in_their_gaps(weights, units):
            networks.append(loss)
        else:
            others.append((loss, full))
    lowest = min(networks)
    assert_allclose(values["lowest"], lowest, rtol=1e-7)
    assert values["tried"] == tried
    assert lowest < float(BY_HAND["got"]) < float(BY_HAND["value"])
    lower = [loss for loss, full in others if loss < lowest - 1e-6]
    assert all(full for loss, full in others if loss < lowest - 1e-6)
    for text in (" ".join(page("3.1").text.split()), differences()):
        assert f"In {len(lower)} " in text
        assert f"down to {min(lower):.4f}" in text


@pytest.mark.parametrize("name", ["lifted", "loss-lifted", "loss-output", "lowest"])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("3.1"))


def test_bends_in_wrong_places_are_worse_than_a_straight_line(values):
    x, y = np.array(DATA["x_train"]), np.array(DATA["y_train"])
    line = np.linalg.lstsq(np.stack([np.ones_like(x), x], axis=1), y, rcond=None)
    assert_allclose(values["straight"], line[1][0], rtol=1e-9)
    assert values["hero"] < 0.3 * values["straight"]
    assert values["straight"] < values["loss-lifted"]


def test_four_points_are_below_the_given_line(values):
    assert values["below"] == 4


def test_the_plotted_line_bends_where_the_formula_says_and_nowhere_else(values):
    gaps = np.abs(np.subtract.outer(values["bends-seen"], values["at"]))
    assert gaps.min(axis=0).max() < 0.001
    assert gaps.min(axis=1).max() < 0.001


def test_a_coarser_search_ends_in_another_valley(values):
    assert values["elsewhere"] > values["lowest"] + 0.01


def test_training_is_behind_construction_at_each_width(values):
    trained, possible = values["trained"], np.array(values["possible"])
    assert np.all(trained.min(axis=1) > possible)
    ratios = possible[:-1] / possible[1:]
    assert np.all((ratios > 3.7) & (ratios < 4.1))
    assert 80 < values["times"] < 100
    assert 12 < values["times-later"] < 22


@pytest.mark.parametrize("first", [8, 16])
def test_other_starts_are_many_times_as_far_off_too(values, first):
    inputs = np.linspace(0, 1, 41)
    wave = np.sin(2 * np.pi * inputs)
    rngs = [np.random.default_rng(seed) for seed in range(first, first + 8)]
    a, b, w = np.array([r.normal(size=(3, 64)) for r in rngs]).swapaxes(0, 1)
    ends = descend(inputs, wave, (a, b, np.zeros(8), w / 8), rate=0.001, steps=2000)
    off = [
        np.sqrt(np.mean((shallow_network(inputs, *end) - wave) ** 2))
        for end in zip(*ends, strict=True)
    ]
    assert min(off) > 50 * values["possible"][-1]


def test_a_quarter_of_random_joints_is_between_0_and_1(values):
    offset, slope = np.random.default_rng(3).normal(size=(2, 200_000))
    at = -offset / slope
    assert_allclose(np.mean((at > 0) & (at < 1)), 0.25, atol=0.005)
    assert len(values["counts"]) == 5


@pytest.mark.parametrize("seed", range(1, 5))
def test_random_starts_do_not_reach_the_lowest_loss(values, seed):
    x, y = np.array(DATA["x_train"]), np.array(DATA["y_train"])
    rng = np.random.default_rng(seed)
    a, b, w = (rng.normal(size=(24, 3)) for _ in range(3))
    ends = descend(x, y, (a, b, np.zeros(24), w), rate=0.002, steps=5000)
    losses = [
        np.sum((y - shallow_network(x, *end)) ** 2) for end in zip(*ends, strict=True)
    ]
    assert min(losses) > 1.5 * values["lowest"]
    assert min(values["ended"]) > 1.5 * values["lowest"]
    flat = np.isclose(losses, values["straight"], rtol=1e-3)
    dead = np.isclose(losses, values["constant"], rtol=1e-3)
    assert flat.sum() >= 5
    assert dead.sum() >= 1
