"""Every value of the record is on page B.1; what its sentences claim is so."""

import re

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, expected, reference

from udl.fitting import gradient_flow as gf

DATA = RECORDS["B_1"]["data"]
NAMES = [
    "x",
    "y",
    "start",
    "X",
    "best",
    "path",
    "times",
    "rates",
    "directions",
    "outputs",
    "errors",
    "way",
    "gaps",
    "sizes",
    "stuck",
    "apart",
    "grid",
    "sigmas",
    "moments",
    "across",
    "middle",
    "right",
    "sigma_p_sq",
    "bayes",
    "late",
    "error_rates",
    "family",
]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("B.1", {name: name for name in NAMES})


def test_the_data_are_those_of_the_notebook(values):
    assert expected("B_1") == {}
    assert values["x"].tolist() == DATA["X"]
    assert values["y"].tolist() == DATA["y"]
    assert values["start"][::-1].tolist() == DATA["phi_0"]  # slope first there
    assert values["sigma_p_sq"] == DATA["sigma_sq_p"]
    assert values["times"][-1] == 20
    best = reference("B_1")["ML (slope, intercept)"]
    assert_allclose(values["best"][::-1], best, atol=1e-12)


def test_ten_times_the_data_take_the_same_time(values):
    X, y, start, path = (values[name] for name in ("X", "y", "start", "path"))
    tenfold = gf.flow(X, 10 * y, 10 * start, values["times"])
    assert_allclose(tenfold, 10 * path, atol=1e-9)


def test_the_fast_direction_lifts_the_line_and_the_slow_one_tilts_it(values):
    ends = np.array([[1.0, 1.0], [0.2, 0.8]])  # at both ends of the data
    slow, fast = (values["directions"].T @ ends).tolist()
    assert slow[0] * slow[1] < 0
    assert fast[0] * fast[1] > 0
    assert round(values["rates"][1] / values["rates"][0]) == 24


def test_the_slow_part_is_halved_when_the_fast_has_halved_twenty_times(values):
    half = np.log(2) / values["rates"]
    assert abs(half[0] - 4.565) < 0.005
    assert abs(half[1] - 0.188) < 0.001
    assert half[0] / half[1] > 20


def test_the_offset_passes_zero_and_its_goal_and_comes_back(values):
    offset = values["path"][:, 0]
    turn = offset.argmax()
    assert offset[0] < values["best"][0] < 0 < offset[turn]
    assert np.all(np.diff(offset[:turn]) > 0)
    assert np.all(np.diff(offset[turn:]) < 0)
    assert abs(values["times"][turn] - 1) < 0.2
    assert np.all(np.diff(values["path"][:, 1]) > 0)
    # At t = 1 the fast part is gone and most of the slow one is there.
    parts = np.exp(-values["rates"])
    assert parts[1] < 0.03
    assert parts[0] > 0.8


def test_outputs_rise_within_one_unit_of_time_and_then_drift(values):
    outputs, one = values["outputs"], np.searchsorted(values["times"], 1.0)
    for output in outputs.T:
        assert np.all(np.diff(output[: one // 2]) > 0)
        assert output[one] - output[0] > 3 * abs(output[-1] - output[one])


def test_the_loss_always_falls_while_one_error_changes_its_sign_and_grows(values):
    assert np.all(np.diff(values["way"]) < 0)
    error = values["errors"][:, 0]
    crossing = np.flatnonzero(error > 0)[0]
    assert crossing > 0
    grows = np.diff(np.abs(error)) > 0
    assert np.any(grows[crossing:])
    assert not np.any(grows[: crossing - 1])


def test_one_rate_of_the_errors_is_zero_and_leaves_the_loss_of_the_best_line(values):
    assert_allclose(values["error_rates"][0], 0, atol=1e-12)
    assert_allclose(values["error_rates"][1:], values["rates"])
    least = gf.half_loss(values["best"], values["X"], values["y"])
    assert_allclose(values["stuck"] ** 2 / 2, least)


def test_half_the_step_halves_the_gap(values):
    ratios = values["gaps"][:-1] / values["gaps"][1:]
    assert np.all(np.abs(ratios - 2) < 0.08)


def test_steps_above_the_limit_run_away(values):
    X, y = values["X"], values["y"]
    limit = 2 / values["rates"][1]
    assert 0.54 < limit < 0.55
    for size, away in ((0.5, False), (0.54, False), (0.55, True), (0.6, True)):
        phi = values["start"]
        first = np.linalg.norm(phi - values["best"])
        for _ in range(round(20 / size)):
            phi = phi - size * X @ (X.T @ phi - y)
        assert (np.linalg.norm(phi - values["best"]) > first) == away


def test_the_penalty_keeps_more_everywhere(values):
    assert np.all(values["apart"] >= 0)
    assert abs(values["grid"][values["apart"].argmax()] - 2.5) < 0.05
    assert 0.2 < values["apart"].max() < 0.2037


def test_no_one_strength_matches_both_parts(values):
    strengths = values["rates"] / np.expm1(values["rates"] * 2.0)
    assert strengths[0] / strengths[1] > 10


def test_the_band_closes_first_between_the_points_and_last_at_the_corners(values):
    sigmas, inside = (
        values["sigmas"],
        (values["across"] >= 0.2) & (values["across"] <= 0.8),
    )
    assert np.all(np.diff(sigmas, axis=0) < 0)
    for row in sigmas[1:]:
        assert inside[row.argmin()]
        assert row.argmax() in (0, row.size - 1)


def test_the_posterior_is_far_wider_than_the_late_flow(values):
    assert values["bayes"] > 5 * values["late"]
    assert values["moments"][-1] == values["sigma_p_sq"] / 0.1


def test_the_published_band_is_much_too_wide_when_it_is_late(values):
    late = values["right"][-1]
    assert np.sqrt(late) > 4 * late
    first = values["right"][0]
    assert first > 1
    assert np.sqrt(first) < first


def test_with_one_point_the_band_closes_at_it_and_nowhere_else():
    X = gf.line_design([0.4])
    inputs = gf.line_design([0.0, 0.2, 0.4, 0.6, 1.0])
    variance = gf.flow_predictive(inputs, X, [0.15], 2.0, 1e4)[1]
    assert variance[2] < 1e-12
    assert np.all(np.delete(variance, 2) > 0.01)


def test_standardized_inputs_leave_about_five_percent_at_time_one():
    x = np.array(DATA["X"])
    X = gf.line_design((x - x.mean()) / x.std())
    rates = gf.rates_and_directions(X)[0]
    assert_allclose(rates, 3)
    assert np.exp(-2.99) < 0.0505


def test_all_starts_of_the_index_arrive_along_one_line_from_both_sides(page, values):
    text = page("B.1").source.parent / "book/b-blog-articles/index.md"
    starts = re.search(r"^starts = (.+)$", text.read_text("utf8"), re.M)[1]
    away = np.array(eval(starts)) - values["best"]
    parts = away @ values["directions"]
    assert np.all(np.abs(parts[:, 1]) > 0.2)  # each has a valley to cross
    left = parts * np.exp(-2 * values["rates"])
    assert np.all(np.abs(left[:, 1]) < 0.01 * np.abs(left[:, 0]))
    assert set(np.sign(left[:, 0])) == {-1, 1}


def test_the_title_names_the_page(page):
    assert re.search("^# B.1 Gradient flow$", page("B.1").text, re.M)
