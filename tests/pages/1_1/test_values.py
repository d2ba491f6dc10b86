"""The values of the record of notebook 1.1 are on page 1.1; what it counts is so."""

import math

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, assert_printed, reference

SYSTEM = {"first-output": "matrix[0]", "second-output": "matrix[1]"}
READ = SYSTEM | {
    "ends": "ends",
    "meeting": "meeting",
    "tilted": "tilted",
    "first-off": "first_off",
    "second-off": "second_off",
    "lowered": "lowered",
    "slices": "(low, high)",
    "one-by-one": "one_by_one",
    "weights": "(beta_0, omega_0, beta_1, omega_1)",
    "two-in-a-row": "(one, two, rank)",
    "gaps": "(gap_exp, gap_log)",
    "fare": "fare",
    "products": "(offsets, products)",
    "cube": "cube",
}

VALUE = reference("1_1")["y1,y2 of the 2x3 system"]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("1.1", READ)


def test_the_system_has_the_outputs_of_the_record(values):
    assert_allclose([values[name] for name in SYSTEM], VALUE, rtol=1e-12)


def test_the_record_agrees_with_its_own_data():
    data = RECORDS["1_1"]["data"]
    outputs = np.add(data["beta"], np.dot(data["omega"], data["x"]))
    assert_allclose(outputs, VALUE, rtol=1e-12)


@pytest.mark.parametrize("name", SYSTEM)
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(READ[name], page("1.1"))


def test_rows_and_columns_give_the_same_outputs_as_the_walk(values):
    assert_allclose(values["one-by-one"], VALUE, rtol=1e-12)
    assert_allclose(values["ends"], VALUE, rtol=1e-12)
    weights = np.array(RECORDS["1_1"]["data"]["omega"])
    across, up = weights[:, 0]
    assert abs(across) >= 10 * abs(up)  # "almost straight sideways"


def test_the_walk_can_be_steered_without_the_second_input():
    offsets, weights = (np.array(RECORDS["1_1"]["data"][k]) for k in ("beta", "omega"))
    inputs = np.linalg.solve(weights[:, [0, 2]], [2, -1] - offsets)
    assert_allclose(inputs, [-1.23, -0.9], atol=0.02)
    assert np.argmax(np.abs(weights[1])) == 2  # column 3 moves the second output
    assert np.argmax(np.abs(weights[0])) == 0


def test_the_fares_meet_once(values):
    assert_allclose(values["meeting"], [4, 5])
    assert 3 + 0.5 * 3.9 > 1 + 3.9
    assert 3 + 0.5 * 4.1 < 1 + 4.1


def test_a_slope_of_zero_leaves_one_height_along_its_input(values):
    assert np.ptp(values["first-off"], axis=1).max() == 0
    assert np.ptp(values["second-off"], axis=0).max() == 0
    assert_allclose(values["tilted"] - values["lowered"], 6)


def test_slices_differ_by_the_same_everywhere(values):
    low, high = values["slices"]
    assert_allclose(low - high, 6)


def test_two_in_a_row_are_one_and_their_columns_lie_in_a_plane(values):
    one, two, rank = values["two-in-a-row"]
    assert_allclose(one, two, rtol=1e-12)
    assert rank == 2
    beta_0, omega_0, beta_1, omega_1 = values["weights"]
    inputs = np.random.default_rng(7).normal(size=(5, 1000))
    outputs = beta_1[:, None] + omega_1 @ (beta_0[:, None] + omega_0 @ inputs)
    spread = np.linalg.svd(outputs - outputs[:, :1], compute_uv=False)
    assert spread[1] > 1 > 1e-9 > spread[2]


def test_the_chord_is_above_exp_and_below_log(values):
    exp, log = values["gaps"]
    assert_allclose(exp, (math.exp(-0.5) + math.exp(2)) / 2 - math.exp(0.75))
    assert_allclose(log, math.log(2.4) - (math.log(0.3) + math.log(4.5)) / 2)
    assert exp > 0
    assert log > 0


@pytest.mark.parametrize("seed", range(3))
def test_every_chord_of_the_square_is_above_it(seed):
    a, b, w = np.random.default_rng(seed).normal(size=(3, 1000))
    w = np.abs(np.sin(w))
    gap = (1 - w) * a**2 + w * b**2 - ((1 - w) * a + w * b) ** 2
    assert_allclose(gap, w * (1 - w) * (a - b) ** 2, atol=1e-12)
    assert_allclose((1 / 4) * (3 / 4) * (-1 - 7) ** 2, 12)


def test_two_rides_are_off_by_the_offset_and_averages_are_not(values):
    fare = values["fare"]
    assert_allclose(fare(4) + fare(6) - fare(10), 3)
    assert_allclose((fare(4) + fare(6)) / 2, fare(5))


def test_flat_and_column_make_four_numbers(values):
    offsets, products = values["products"]
    assert (offsets + products).size == 4
    assert (offsets[:, None] + products).size == 2


def test_far_inputs_are_lost_by_exp_and_near_ones_are_not():
    with np.errstate(over="ignore", divide="ignore"):
        assert np.isinf(np.log(np.exp([-1000.0, 1000.0]))).all()
        assert_allclose(np.log(np.exp([-700.0, 700.0])), [-700, 700])


def test_the_cube_has_chords_on_both_sides(values):
    w = np.linspace(0, 1, 101)
    cube = values["cube"]
    gap = (1 - w) * cube(-2) + w * cube(3) - cube(3 * w - 2 * (1 - w))
    assert gap.min() < 0 < gap.max()
