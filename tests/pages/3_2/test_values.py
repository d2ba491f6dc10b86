"""Page 3.2 uses the parameters of its record, which states no values to reproduce."""

import itertools

import numpy as np
from numpy.testing import assert_allclose
from values import RECORDS, assert_printed

VALUES = {
    "regions": "count_regions(beta_0, omega_0)",
    "triangle-first": "y1[middle]",
    "triangle-second": "y2[middle]",
    "mix-total": "total[0]",
    "corner-value": "value",
}

SHOWN = {
    "lift": "lift",
    "corners": "corners",
    "kept": "kept",
    "three": "three",
    "island": "island",
    "share": "share",
}
DATA = RECORDS["3_2"]["data"]
THETA_TABLE = np.array(DATA["theta"])


def by_loops(x1, x2, phi):
    y = phi[0]
    for weight, (offset, first, second) in zip(phi[1:], DATA["theta"], strict=True):
        y += weight * max(0.0, offset + first * x1 + second * x2)
    return y


def test_the_record_states_no_values():
    assert RECORDS["3_2"]["expected"] == RECORDS["3_2"]["reference"] == []


def test_the_page_computes_the_network_of_the_record(evaluated):
    values = evaluated("3.2", VALUES)
    at_corner = by_loops(10.0, 0.0, DATA["phi_one_output"])
    assert_allclose(values["corner-value"], at_corner, rtol=1e-12)
    in_triangle = [by_loops(3.6, 4.7, phi) for phi in DATA["phi_two_outputs"]]
    shown = [values["triangle-first"], values["triangle-second"]]
    assert_allclose(shown, in_triangle, atol=1e-12)


def test_the_number_of_regions_is_that_of_a_fine_mesh(evaluated):
    x = np.stack(np.meshgrid(*2 * [np.linspace(0, 10, 301)])).reshape(2, -1)
    theta = np.array(DATA["theta"])
    signs = {tuple(column) for column in (theta[:, :1] + theta[:, 1:] @ x > 0).T}
    assert evaluated("3.2", VALUES)["regions"] == len(signs)


def test_the_values_are_printed_by_the_text(page):
    for name in ("corner-value", "triangle-first", "triangle-second", "mix-total"):
        assert_printed(VALUES[name], page("3.2"))


def test_the_crossings_are_three_points_inside_the_square():
    found = []
    for pair in ([0, 1], [0, 2], [1, 2]):
        rows = THETA_TABLE[pair]
        found.append(np.linalg.solve(rows[:, 1:], -rows[:, 0]))
    assert np.all((np.array(found) > 0) & (np.array(found) < 10))
    assert all(
        np.linalg.norm(found[a] - found[b]) > 0.1 for a, b in ((0, 1), (0, 2), (1, 2))
    )


def test_a_larger_offset_shifts_the_joint_against_the_arrow():
    arrow = np.array([0.5, 0.9])
    nearest = [-offset * arrow / (arrow @ arrow) for offset in (-11, -9, -7, -5)]
    assert all((b - a) @ arrow < 0 for a, b in itertools.pairwise(nearest))


def test_other_weights_bend_at_the_same_places_and_another_offset_does_not(evaluated):
    values = evaluated("3.2", {"bends": "bends", "offsets": "beta_0"})
    sets = [np.random.default_rng(seed).normal(size=3) for seed in range(20, 30)]
    places = [values["bends"](values["offsets"], weights) for weights in sets]
    assert all(place == places[0] for place in places)
    moved = values["offsets"] + np.array([1.0, 0.0, 0.0])
    assert values["bends"](moved, sets[0]) != places[0]


def test_the_sheet_is_the_network_and_stays_in_its_box(page):
    assert "vary: {offset: [-10, -7, -6, -5, -4, -3]}" in page("3.2").text
    grid = np.stack(np.meshgrid(*2 * [np.linspace(0, 10, 21)])).reshape(2, -1)
    for offset in (-10, -7, -6, -5, -4, -3):
        theta = np.array(DATA["theta"])
        theta[2][0] = offset
        h = np.maximum(0, theta[:, :1] + theta[:, 1:] @ grid)
        y = np.array(DATA["phi_one_output"][1:]) @ h
        assert y.min() > -11.3
        assert y.max() < 14


def test_the_page_draws_the_network_of_the_record(evaluated):
    shown = evaluated("3.2", SHOWN)
    wanted = [by_loops(*point, DATA["phi_one_output"]) for point in shown["corners"].T]
    assert_allclose(shown["lift"](shown["corners"]), wanted, atol=1e-12)


def test_three_units_keep_the_island_and_not_enough_of_the_outside(evaluated):
    shown = evaluated("3.2", SHOWN)
    assert shown["kept"][0] == 1
    for seed in range(1, 6):
        rng = np.random.default_rng(seed)
        inner, outer = shown["island"](rng, np.full((2, 1), 5.0))
        away = np.hypot(*(np.hstack([inner, outer]) - 5))
        assert away[:300].max() <= 2
        assert away[300:].min() >= 3
        beta_0, arrows, offset, weights = shown["three"]
        on, off = (
            offset + weights @ np.maximum(0, beta_0[:, None] + arrows @ points)
            for points in (inner, outer)
        )
        assert np.all(on > 0)
        assert 0.88 < np.mean(off < 0) < 0.97


def test_two_cancelling_units_pass_any_number_through_relu():
    x1, x2 = np.random.default_rng(0).normal(size=(2, 50))
    relus = [np.maximum(0, z) for z in (x1 - x2, x2, -x2)]
    assert_allclose(relus[0] + relus[1] - relus[2], np.maximum(x1, x2))
