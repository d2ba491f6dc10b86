"""Every value of the record of notebook 3.3 is on page 3.3; what it counts is so."""

import itertools
import math

import numpy as np
import pytest
from values import RECORDS, assert_printed, assert_reproduced, expected

VALUES = {
    "parameters-few-units": "regions.number_parameters(10, 8)",
    "regions-small": "regions.number_regions(2, 3)",
    "regions-large": "regions.number_regions(10, 50)",
    "regions-few-units": "regions.number_regions(10, 8)",
    "regions-equal": "regions.number_regions(8, 8)",
}
SHOWN = {
    "behind": "budgets[behind]",
    "crossing": "np.flatnonzero(behind)",
    "logs": "logs",
    "ratio": "now / before",
    "found": "found",
    "found-counted": "list(found.values())",
    "three": "three",
    "four": "four",
    "pieces": "[regions.regions_in_disk(np.array([0, 0, s]), slopes) for s in shifts]",
    "on-disk": "on_disk",
    "usual": "usual",
    "freedom": "freedom",
    "fixed": "int(fixed[35])",
    "exact": "exact[35]",
}
SHIFTS = [-0.8, -0.6, -0.35, -0.25, 0, 0.25, 0.35, 0.6, 0.8]
SHOWN["pieces"] = SHOWN["pieces"].replace("shifts", str(SHIFTS))

EXPECTED = expected("3_3")
STATED = [
    ("regions-small", EXPECTED["regions Di=2 D=3"]),
    ("regions-large", EXPECTED["regions Di=10 D=50"]),
    ("regions-few-units", EXPECTED["regions Di=10 D=8"]),
    ("regions-equal", EXPECTED["regions D=8 via (D,D)"]),
    ("parameters-few-units", EXPECTED["parameters Di=10 D=8"]),
]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("3.3", VALUES | SHOWN)


@pytest.mark.parametrize(("name", "record"), STATED, ids=lambda v: str(v)[:20])
def test_stated_values_are_reproduced_to_the_last_digit(values, name, record):
    assert_reproduced(values[name], record)
    assert values[name] == record["value"]


def test_no_stated_value_is_left_out():
    assert len(EXPECTED) == len(STATED)


def test_fewer_units_than_inputs_need_no_special_case(values):
    assert values["regions-few-units"] == values["regions-equal"] == 2**8
    assert math.comb(8, 9) == 0


def test_the_second_figure_names_its_horizontal_axis(page):
    text = page("3.3").text
    assert 'xlabel="number of parameters"' in text
    assert "label says" in RECORDS["3_3"]["notes"][0]


def test_curves_are_those_of_the_record(page):
    assert f"dims = {tuple(RECORDS['3_3']['data']['dims'])}" in page("3.3").text


@pytest.mark.parametrize("name", [name for name, _ in STATED])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("3.3"))


def test_the_slider_never_makes_eight_pieces(values, page):
    assert f"shift: {SHIFTS}" in page("3.3").text
    assert set(values["pieces"]) == {6, 7}
    assert (values["three"], values["four"]) == (7, 11)


def test_a_third_of_a_digit_is_lost_where_half_of_the_patterns_are(values):
    for log, D_i in zip(values["logs"], (1, 5, 10, 50, 100), strict=True):
        D = 2 * D_i + 1
        assert math.isclose(D * math.log10(2) - log[D], math.log10(2))
    assert 0.28 < math.log10(2) < 0.36


def test_curves_cross_once_at_the_left(values):
    assert values["crossing"].tolist() == list(range(len(values["crossing"])))
    assert 0 < values["behind"].max() < 50_000


def test_the_thousandth_unit_adds_one_percent(values):
    assert 0.005 < values["ratio"] - 1 < 0.015


def test_special_positions_have_the_meeting_points_of_the_text(values):
    assert values["found-counted"] == [6, 10, 14]


def test_the_pieces_move_in_four_directions(values):
    assert values["freedom"] == 4


def test_the_wrapped_integer_is_positive_and_wrong(values):
    assert values["fixed"] != values["exact"]
    digits = str(int(float(values["exact"]))), str(values["exact"])
    assert digits[0][:15] == digits[1][:15]
    assert digits[0] != digits[1]


def in_disk(beta_0, omega_0):
    """Count lines, and pairs that cross, in the disk."""
    lines = [k for k, w in enumerate(omega_0) if abs(beta_0[k]) < np.hypot(*w)]
    crossings = 0
    for pair in itertools.combinations(lines, 2):
        point = np.linalg.solve(omega_0[list(pair)], -beta_0[list(pair)])
        crossings += np.hypot(*point) < 1
    return 1 + len(lines) + crossings


@pytest.mark.parametrize("seed", [500, 2500])
def test_the_usual_draw_leaves_most_regions_outside(values, seed):
    rngs = [np.random.default_rng(seed + n) for n in range(100)]
    counted = [in_disk(*values["usual"](rng)) for rng in rngs]
    assert 60 < np.median(counted) < 78
    assert max(counted) < 150
    assert 60 < np.median(values["on-disk"]) < 78
    assert max(values["on-disk"]) < 150


@pytest.mark.parametrize("seed", [500, 2500])
def test_small_offsets_bring_them_onto_the_disk_and_no_offsets_do_not(seed):
    counted = []
    for n in range(100):
        rng = np.random.default_rng(seed + n)
        counted.append(in_disk(0.05 * rng.normal(size=20), rng.normal(size=(20, 2))))
    assert sum(count >= 150 for count in counted) >= 90
    assert 2 * 20 == 1 + 20 + (20 - 1)  # one point where all twenty meet


def test_a_mesh_misses_regions_and_a_wider_one_fewer():
    far_counts, near_counts = [], []
    axis = np.linspace(-1, 1, 201)
    x = np.stack(np.meshgrid(axis, axis)).reshape(2, -1)
    for seed in range(10):
        rng = np.random.default_rng(seed)
        b, w = rng.normal(size=(8, 1)), rng.normal(size=(8, 2))
        for scale, counts in ((1, near_counts), (10, far_counts)):
            z = b + w @ (scale * x) > 0
            counts.append(len(np.unique(np.packbits(z, axis=0), axis=1).T))
    assert max(near_counts) < 37
    assert sum(near_counts) < sum(far_counts)


def test_ten_circles_make_ninety_two_regions():
    angles = 2 * np.pi * np.arange(10) / 10 + 0.1 * np.sin(np.arange(10))
    centers = np.stack([np.cos(angles), np.sin(angles)]) * 0.6
    points, arcs = set(), 0
    for one in range(10):  # Euler: regions = arcs - points + 2
        own = []
        for other in set(range(10)) - {one}:
            step = centers[:, other] - centers[:, one]
            gap = np.hypot(*step)
            middle = centers[:, one] + step / 2
            away = np.array([-step[1], step[0]]) / gap * np.sqrt(1 - gap**2 / 4)
            own += [tuple((middle + sign * away).round(9)) for sign in (1, -1)]
        arcs += len(set(own))
        points |= set(own)
    assert arcs - len(points) + 2 == 92
