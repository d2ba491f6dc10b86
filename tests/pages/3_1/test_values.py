"""Each value of the record of notebook 3.1 stands on page 3.1, or is beaten."""

import itertools

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, assert_printed, expected, reference

VALUES = {
    "lifted": "lifted",
    "loss-lifted": "loss_lifted",
    "loss-output": "loss_output",
    "lowest": "lowest",
    "tried": "kinds * (kinds + 1) * (kinds + 2) // 6",
}

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


def test_no_network_of_three_units_has_a_lower_loss(values):
    # The loss is smooth within each combination of kinds, so that its minimum is a
    # linear least squares solution in one of them, and one of full rank: a solution
    # that is not unique can be moved until a joint meets an example.
    order = np.argsort(DATA["x_train"])
    x, y = np.array(DATA["x_train"])[order], np.array(DATA["y_train"])[order]
    kinds, lowest, tried = list(units_of_each_kind(x)), np.inf, 0
    for units in itertools.combinations_with_replacement(kinds, 3):
        table = np.array([np.ones_like(x), *(c for unit in units for c in unit[0])]).T
        weights, left, rank, _ = np.linalg.lstsq(table, y, rcond=1e-10)
        tried += 1
        full = rank == table.shape[1]
        if full and left[0] < lowest and in_their_gaps(weights, units):
            lowest = left[0]
    assert_allclose(values["lowest"], lowest, rtol=1e-7)
    assert values["tried"] == tried
    assert lowest < float(BY_HAND["got"]) < float(BY_HAND["value"])


@pytest.mark.parametrize("name", ["lifted", "loss-lifted", "loss-output", "lowest"])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("3.1"))
