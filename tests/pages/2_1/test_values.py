"""The values of the record of notebook 2.1 are on page 2.1; what it says is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import assert_printed, assert_reproduced, expected, reference

from udl.datasets.regression import supervised_line
from udl.fitting.by_hand import coordinate_descent, fit_by_hand

STATED_VALUES = {
    "fit-offset": "phi_hat[0]",
    "fit-slope": "phi_hat[1]",
    "fit-loss": "lowest",
    "loss-rising": "regression.line_loss(rising, x, y)",
    "loss-falling": "regression.line_loss(falling, x, y)",
}
READ = STATED_VALUES | {
    "coarse-loss": 'ends["coarse"]',
    "fine-loss": 'ends["fine"]',
    "on-the-way": "on_the_way",
    "rounds": "rounds",
    "share": "share",
    "tops": "tops",
    "remaining": "remaining",
    "final": "final",
    "runs": "train_and_test",
    "stuck": "(absolute_loss, stuck)",
    "surface": "surface",
    "start": "by_hand()",
}

EXPECTED = expected("2_1")
MINIMUM = reference("2_1")["least squares minimum"]
X, Y = supervised_line()

STATED = [
    ("loss-rising", EXPECTED["loss at (0.4,0.2)"]),
    ("loss-falling", EXPECTED["loss at (1.6,-0.8)"]),
]
LOWEST = [
    ("fit-offset", MINIMUM["phi0"]),
    ("fit-slope", MINIMUM["phi1"]),
    ("fit-loss", MINIMUM["loss"]),
]


def loss(phi, x=X, y=Y):
    return np.sum((phi[0] + phi[1] * x - y) ** 2)


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("2.1", READ)


@pytest.mark.parametrize(("name", "record"), STATED, ids=lambda v: str(v)[:20])
def test_stated_losses_are_reproduced(values, name, record):
    assert_reproduced(values[name], record)


@pytest.mark.parametrize(("name", "value"), LOWEST)
def test_the_formula_gives_the_minimum_of_the_record(values, name, value):
    assert_allclose(values[name], value, rtol=1e-9)


@pytest.mark.parametrize("name", [name for name, _ in STATED + LOWEST])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(READ[name], page("2.1"))


def test_by_hand_begins_where_the_notebook_does(values):
    assert values["start"] == (1.6, -0.8)


def test_coarse_steps_end_seven_times_as_high_and_fine_ones_above(values):
    assert round(values["coarse-loss"] / values["fit-loss"]) == 7
    assert values["fine-loss"] > 1.1 * values["fit-loss"]
    assert values["surface"].min() > values["fit-loss"]


@pytest.mark.parametrize(
    ("step", "end"), [(0.2, (1.4, 0)), (0.1, (0.8, 0.5)), (0.05, (0.9, 0.45))]
)
def test_steps_end_where_check_says_whichever_moves_first(step, end):
    for first in (0, 1):
        path = fit_by_hand((1.6, -0.8), X, Y, step, first)
        assert_allclose(path[-1], end, atol=1e-12)
        assert loss(end) > 0.21


def test_no_coarse_step_helps_at_the_end_and_a_diagonal_one_does():
    for change in ((0.2, 0), (-0.2, 0), (0, 0.2), (0, -0.2)):
        assert loss((1.4 + change[0], 0 + change[1])) > loss((1.4, 0))
    assert loss((1.2, 0.2)) < loss((1.4, 0))


def test_exact_moves_shrink_and_never_end(values):
    losses = values["on-the-way"]
    assert np.all(np.diff(losses) < 0)
    assert losses[-1] > values["fit-loss"]


def test_each_round_keeps_the_square_of_the_share_of_the_loss(values):
    assert_allclose(values["rounds"], values["share"] ** 2, rtol=1e-6)
    assert_allclose(values["share"], X.mean() ** 2 / np.mean(X**2), rtol=1e-12)


def test_centered_inputs_take_two_moves(values):
    third, fourth = values["tops"][2:]
    assert_allclose(third, values["fit-loss"], rtol=1e-12)
    assert_allclose(fourth, third, rtol=1e-12)
    for start in np.random.default_rng(3).normal(size=(20, 2)):
        path = coordinate_descent(start, X - X.mean(), Y, moves=2, first=1)
        assert_allclose(loss(path[-1], X - X.mean()), values["fit-loss"], rtol=1e-9)


def test_errors_of_the_best_line_add_up_to_zero(values):
    assert abs(values["remaining"].sum()) < 1e-12
    assert 0 < np.sum(values["remaining"] > 0) < X.size


def test_the_first_line_is_below_all_points_and_the_second_crosses_them():
    assert np.all(0.4 + 0.2 * X < Y)
    above = 1.6 - 0.8 * X > Y
    assert above.any()
    assert not above.all()


def test_no_change_of_one_parameter_helps_the_absolute_loss(values):
    absolute, stuck = values["stuck"]
    for along in ([1, 0], [0, 1]):
        steps = np.linspace(-40, 40, 160_001)[:, None] * along
        assert absolute(stuck + steps).min() >= absolute(stuck) - 1e-9
    assert absolute(np.array([0.0, 1.0])) < absolute(stuck) / 2


def test_a_column_of_predictions_makes_the_best_line_horizontal():
    for seed in range(5):
        rng = np.random.default_rng(seed)
        x, y = rng.normal(size=(2, 9))
        inputs = np.stack([np.repeat(x, 9) ** 0, np.repeat(x, 9)], axis=1)
        best = np.linalg.lstsq(inputs, np.tile(y, 9), rcond=None)[0]
        assert_allclose(best, [y.mean(), 0], atol=1e-12)


def test_four_data_sets_have_almost_the_same_loss(values):
    assert np.ptp(values["final"]) < 0.01 * min(values["final"])


def test_medians_fall_on_old_data_and_rise_on_new_with_other_seeds(values):
    medians = [
        np.median([values["runs"](degree, seed) for seed in range(1000, 1600)], axis=0)
        for degree in (1, 3, 6, 11)
    ]
    old, new = np.transpose(medians)
    assert np.all(np.diff(old) < 0)
    assert old[-1] < 1e-9
    assert np.all(np.diff(new) > 0)
    assert new[-1] > 20 * new[0]


def test_weights_count_like_copies():
    w = np.array([1, 2, 3, 1, 1, 2, 1, 4, 1, 1, 1, 2])
    mean_x, mean_y = np.average(X, weights=w), np.average(Y, weights=w)
    centered = X - mean_x
    slope = np.sum(w * centered * (Y - mean_y)) / np.sum(w * centered**2)
    copies = np.polyfit(np.repeat(X, w), np.repeat(Y, w), 1)
    assert_allclose([slope, mean_y - slope * mean_x], copies, rtol=1e-9)
