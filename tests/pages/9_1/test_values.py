"""Every value of the record of notebook 9.1 is on page 9.1; what it claims is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.datasets.noisy_curve import curve, noisy_examples
from udl.datasets.regression import gabor_data
from udl.exercises.pages import p9_1
from udl.fitting.gabor import gabor_gradient, gabor_loss
from udl.fitting.gradient_descent import gradient_descent
from udl.generalization.fixed_joints import fit_outputs, predict
from udl.generalization.penalties import PUBLISHED_CENTER, penalty_gradient

NAMES = (
    "ends", "descent", "surface", "grid", "center", "start", "errors", "strengths",
    "found", "arrivals", "shrunken", "x", "y",
)  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("9.1", {name: name for name in NAMES})


@pytest.mark.parametrize(
    ("strength", "end"),
    [
        (0, (6.05499, 12.8371)),
        (0.01, (6.02876, 12.80385)),
        (0.2, (0.10266, 13.48003)),
        (1.0, (0.10932, 12.91747)),
    ],
)
def test_the_walks_end_where_those_of_the_notebook_do(values, strength, end):
    assert_allclose(values["ends"][strength], end, atol=6e-6)


def test_the_center_is_that_of_the_notebook(values):
    assert tuple(values["center"]) == PUBLISHED_CENTER


def loss_at(values, strength):
    return gabor_loss(values["descent"](strength)[-1], values["x"], values["y"])


def test_the_ridge_is_crossed_between_these_strengths(values):
    assert loss_at(values, 0.15) > 5
    assert loss_at(values, 0.2) < 2


def test_past_the_ridge_more_strength_ends_nearer_to_the_center_and_higher(values):
    strengths = (0.2, 0.5, 1.0)
    ends = [values["descent"](s)[-1] for s in strengths]
    away = [np.linalg.norm(end - values["center"]) for end in ends]
    assert np.all(np.diff(away) < 0)
    assert np.all(np.diff([loss_at(values, s) for s in strengths]) > 0)


def test_the_lowest_loss_has_a_frequency_of_about_16(values):
    lowest = values["grid"][values["surface"] == values["surface"].min()][0]
    assert abs(lowest[1] - 16) < 0.3
    assert np.linalg.norm(lowest - values["center"]) > 3


def test_from_a_good_start_the_penalty_costs():
    x, y = gabor_data()
    losses = []
    for strength in (0, 0.2, 1.0):

        def slope(phi, s=strength):
            return gabor_gradient(phi, x, y) + s * penalty_gradient(
                phi, PUBLISHED_CENTER
            )

        end = gradient_descent(slope, np.array([0.0, 15.0]), 0.1, 200)[-1]
        losses.append(gabor_loss(end, x, y))
    assert np.all(np.diff(losses) > 0.1)


def test_the_shrunken_minimum_goes_through_the_named_place(values):
    nearest = np.min(np.linalg.norm(values["shrunken"] - [0.9, 0.5], axis=1))
    assert nearest < 0.1
    assert_allclose(values["shrunken"][0], [1, 1])
    assert np.all(values["shrunken"][-1] < 0.02)


@pytest.mark.parametrize("seed", range(3))
def test_the_error_on_the_examples_grows_and_the_other_is_lowest_between(seed):
    x, y = noisy_examples(15, 0.3, np.random.default_rng(seed), (200,))
    grid, on_data, off = np.linspace(0, 1, 100), [], []
    for s in np.geomspace(1e-6, 10, 12):
        fitted = fit_outputs(x, y, 14, np.r_[np.full(14, s), 0])
        each = [predict(*one) for one in zip(x, *fitted, strict=True)]
        on_data.append(np.mean((np.array(each) - y) ** 2))
        off.append(np.mean((predict(grid, *fitted) - curve(grid)) ** 2))
    assert np.all(np.diff(on_data) > 0)
    assert 0 < np.argmin(off) < 11
    assert min(off) < off[0] / 3
    assert min(off) < off[-1] / 3


def test_the_page_shows_the_same(values):
    on_data, off = values["errors"].values()
    assert np.all(np.diff(on_data) > 0)
    assert 1e-4 < values["found"] < 1e-1
    assert min(off) < off[0] / 3


@pytest.mark.parametrize("seed", range(5))
def test_the_experiment_needs_a_strong_penalty_that_leaves(seed):
    assert p9_1.arrivals(0, 0, seed) < 40
    assert p9_1.arrivals(0.2, 200, seed) == 0
    assert p9_1.arrivals(0.2, 50, seed) < 50
    assert p9_1.arrivals(2.0, 50, seed) >= 90
    assert p9_1.arrivals(1.0, 50, seed) >= 90


def test_the_page_and_the_check_count_alike(values):
    for plan in ((0, 0), (2.0, 50), (0.2, 50)):
        assert values["arrivals"](*plan) == p9_1.arrivals(*plan, 0)
