"""The record of notebook 3.4 states no value; what page 3.4 says of its run holds."""

import importlib

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, assert_printed

from udl.exercises import check
from udl.fitting.shallow_fits import descend
from udl.networks.activations import heaviside, leaky_relu, relu, steep_sigmoid
from udl.networks.derivatives import (
    leaky_relu_derivative,
    relu_derivative,
    steep_sigmoid_derivative,
    tanh_derivative,
)
from udl.networks.shallow import shallow_network

LINE = "line_of_linear_network(theta_0, theta_1, phi_0, phi"
VALUES = {
    "turned-offset": f"{LINE}, 0.5, -0.4)[0]",
    "turned-slope": f"{LINE}, 0.5, -0.4)[1]",
    "line-offset": f"{LINE}, 0, 1)[0]",
    "line-slope": f"{LINE}, 0, 1)[1]",
    "straight": "straight",
    "losses": "losses",
    "begun": "begun",
    "at": "at",
    "levels": "levels",
    "unit-3": "steep_sigmoid(before)[2, -1]",
    "unit-2": "steep_sigmoid(before)[1, -1]",
    "blind": "[float(np.mean((4 * steep_sigmoid(before, g) * (1 - steep_sigmoid("
    "before, g))).max(axis=0) < 0.1)) for g in (1, 3, 10, 30, 100, 300)]",
    "gap": "gap[np.abs(np.linspace(-1, 1, 401)) >= 0.5].max()",
    "ends": "{name: (d[0], d[-1]) for name, d in below.items()}",
    "reached": "reached",
    "leaky-end": "end[0][0]",
    "x": "x",
    "y": "y",
    "moved": "{name: max(float(np.max(np.abs(e - b))) for b, e in "
    "zip(trained.__defaults__[0][:2], results[name][0][:2])) for name in chosen}",
}

DATA = RECORDS["3_4"]["data"]


def numbers(name):
    text = DATA["other_params"].partition(f"{name}=(")[2].partition(")")[0]
    return [float(number) for number in text.split(",")]


THETA = [0.3, -1.0, -1.0, 2.0, -0.5, 0.65]
PHI_0, *PHI = numbers("phi")


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("3.4", VALUES)


def test_the_parameters_are_those_of_the_record():
    assert str(tuple(THETA)).replace(" ", "") in DATA["relu_params"]
    assert DATA["lin"] == "a=0,b=1 then a=0.5,b=-0.4"


@pytest.mark.parametrize(
    ("name", "u", "v"),
    [("line", 0, 1), ("turned", 0.5, -0.4)],
)
def test_a_linear_activation_gives_its_line(values, name, u, v):
    def output(x):
        total = PHI_0
        for d, phi in enumerate(PHI):
            total += phi * (u + v * (THETA[2 * d] + THETA[2 * d + 1] * x))
        return total

    assert_allclose(values[f"{name}-offset"], output(0.0))
    assert_allclose(values[f"{name}-slope"], output(1.0) - output(0.0))


@pytest.mark.parametrize("name", ["line-offset", "line-slope", "turned-slope"])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("3.4"))


def test_gentle_steps_make_an_almost_straight_line():
    x = np.linspace(0, 1, 101)
    z = np.array(THETA[::2])[:, np.newaxis] + np.outer(THETA[1::2], x)
    y = PHI_0 + PHI @ steep_sigmoid(z, 1)
    line = np.polyval(np.polyfit(x, y, 1), x)
    assert np.max(np.abs(y - line)) < 0.05 * np.ptp(y)


def test_steeper_steps_leave_more_inputs_without_a_slope(values):
    assert np.all(np.diff(values["blind"]) >= 0)
    assert values["blind"][0] == 0
    assert values["blind"][-1] > 0.9


def test_the_staircase_has_a_level_for_each_interval_and_jumps_at_the_joints(values):
    assert len(values["levels"]) == 4
    middles = [0.1, 0.4, 0.6, 0.9]
    z = np.add.outer(np.array(THETA[::2]), 0 * np.array(middles))
    z = z + np.outer(THETA[1::2], middles)
    assert_allclose(np.sort(PHI_0 + PHI @ (z >= 0)), values["levels"], atol=1e-6)
    assert_allclose(values["at"], [0.3, 0.5, 0.5 / 0.65])


def test_ten_steps_make_eleven_levels_at_most():
    rng = np.random.default_rng(0)
    for _ in range(20):
        offsets, slopes, weights = rng.normal(size=(3, 10))
        at = np.sort(-offsets / slopes)
        inside = np.concatenate([[at[0] - 1], (at[1:] + at[:-1]) / 2, [at[-1] + 1]])
        outputs = shallow_network(inside, offsets, slopes, 0.0, weights, heaviside)
        assert len(np.unique(outputs.round(9))) == 11


def test_the_step_of_unit_2_is_done_at_the_right_edge_that_of_unit_3_is_not(values):
    assert values["unit-2"] > 0.999
    assert values["unit-3"] < 0.9


def test_the_two_steps_are_close_from_one_half_on(values):
    assert values["gap"] < 0.01


def test_slopes_at_the_ends_are_as_the_caption_says(values):
    left, right = ({n: v[k] for n, v in values["ends"].items()} for k in (0, 1))
    assert [n for n, v in left.items() if abs(v) > 0.06] == ["leaky ReLU"]
    assert [n for n, v in right.items() if v > 0.9] == ["ReLU", "leaky ReLU", "SiLU"]
    assert max(right["tanh"], right["sigmoid"]) < 0.02


def test_tanh_is_four_times_as_steep_as_the_sigmoid_at_zero():
    h = 1e-6
    sigmoid = (1 / (1 + np.exp(-h)) - 1 / (1 + np.exp(h))) / (2 * h)
    assert_allclose(tanh_derivative(0.0) / sigmoid, 4)


def test_relu_hides_where_the_slope_is_taken_and_tanh_does_not():
    z = np.linspace(-2, 2, 41)
    assert np.all(relu_derivative(relu(z)) == relu_derivative(z))
    assert np.max(np.abs(tanh_derivative(np.tanh(z)) - tanh_derivative(z))) > 0.1


@pytest.mark.parametrize("seed", range(3))
def test_shares_of_saturated_units_grow_for_tanh_and_sigmoids(values, seed):
    drawn = np.random.default_rng(seed).normal(size=10_000)
    for slope in (tanh_derivative, steep_sigmoid_derivative):
        shares = [np.mean(slope(size * drawn) < 0.01) for size in (0.1, 1, 10, 100)]
        assert np.all(np.diff(shares) > 0)
        assert shares[-1] > 0.95
    for size in (0.1, 100):
        dead = np.mean(relu_derivative(size * drawn) < 0.01)
        assert_allclose(dead, 0.5, atol=0.02)
        assert np.mean(leaky_relu_derivative(size * drawn) < 0.01) == 0


def test_linear_networks_end_at_the_best_straight_line(values):
    assert_allclose(values["losses"]["linear"], values["straight"], rtol=1e-3)


def test_heaviside_networks_learn_and_spread_to_both_sides_of_the_line(values):
    losses = values["losses"]
    assert np.median(losses["Heaviside"]) < 0.5 * np.median(values["begun"])
    ends = losses["Heaviside"]
    assert ends.min() < values["straight"] < ends.max()
    assert max(losses, key=lambda name: np.ptp(losses[name])) == "Heaviside"


def test_only_heaviside_keeps_the_parameters_inside(values):
    assert values["moved"]["Heaviside"] == 0
    assert all(v > 0 for name, v in values["moved"].items() if name != "Heaviside")


def trained(values, seed, function, slope):
    rng = np.random.default_rng(seed)
    a, b, w = rng.normal(size=(3, 10, 8))
    x, y = values["x"], values["y"]
    start = a, 2 * b, np.zeros(10), w / np.sqrt(8)
    ends = descend(
        x, y, start, rate=0.002, steps=2000, activation=function, derivative=slope
    )
    return np.array([
        np.sum((y - shallow_network(x, *end, function)) ** 2)
        for end in zip(*ends, strict=True)
    ])  # fmt: skip


@pytest.mark.parametrize("seed", [1, 2])
def test_from_other_starts_neither_relu_nor_leaky_relu_is_far_ahead(values, seed):
    plain = np.median(trained(values, seed, relu, relu_derivative))
    leaky = np.median(trained(values, seed, leaky_relu, leaky_relu_derivative))
    here = values["losses"]
    for one, other in ((plain, leaky), (np.median(here["ReLU"]),
                                        np.median(here["leaky ReLU"]))):  # fmt: skip
        assert 0.5 < one / other < 2


def test_the_start_of_the_figure_misses_the_target_of_the_experiment(values):
    assert np.sum(values["reached"] < 0.25) < 5


def test_the_experiment_judges_by_the_losses_that_the_page_prints(values):
    a, b = np.random.default_rng(0).normal(size=(2, 25, 8))
    judged = importlib.import_module("udl.exercises.pages.p3_4")._losses((a, 2 * b), a)
    assert_allclose(np.sort(judged), values["reached"])


def test_a_third_of_the_joints_of_that_start_is_among_the_data():
    a, b = np.random.default_rng(5).normal(size=(2, 200_000))
    at = -a / (2 * b)
    assert_allclose(np.mean((at > 0) & (at < 1)), np.arctan(2) / np.pi, atol=0.005)
    assert_allclose(np.arctan(2) / np.pi, 1 / 3, atol=0.02)


def test_a_steeper_sigmoid_is_seen_by_fewer_examples(values):
    z = THETA[2] + THETA[3] * values["x"]
    slopes = [steep_sigmoid_derivative(z, g) for g in (1, 10, 100, 1000)]
    seen = [np.sum(slope > 0.01) for slope in slopes]
    assert np.all(np.diff(seen) < 0)
    assert np.all(np.diff([slope.max() for slope in slopes[:3]]) > 0)


def test_the_loss_is_largest_where_the_derivative_is_smallest():
    outputs = steep_sigmoid(np.array([0.0, -2.0, -4.0]))
    slopes = 2 * (1 - outputs) * steep_sigmoid_derivative(np.array([0.0, -2.0, -4.0]))
    assert np.all(np.diff((1 - outputs) ** 2) > 0)
    assert np.all(np.diff(slopes) < 0)


def test_a_dead_unit_does_not_move_and_a_leaky_one_does(values):
    x, y = values["x"], values["y"]
    start = [-1.5], [1.0], 0.0, [1.0]
    end = descend(x, y, start, rate=0.002, steps=10_000)
    assert (end[0][0], end[1][0], end[3][0]) == (-1.5, 1.0, 1.0)
    assert_allclose(end[2], np.mean(y))
    assert abs(values["leaky-end"] + 1.5) > 0.05


def test_a_sigmoid_that_fails_at_huge_numbers_only_is_called_not_yet_safe():
    def other_way_up(z):
        e = np.exp(10 * z)
        return e / (1 + e)

    assert check("3.4.1", other_way_up).status not in ("correct", "wrong")
    assert check("3.4.1", lambda z: 1 / (1 + np.exp(-10 * z))).status == "correct"
