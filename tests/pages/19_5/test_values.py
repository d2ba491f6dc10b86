"""Values of the record of notebook 19.5, and what page 19.5 says of its own."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, reference

from udl.decisions import bandit
from udl.decisions import control_variates as cv

RECORD = RECORDS["19_5"]
PAY = [9.0, 10.0, 11.0]
NAMES = ("week_a", "week_b", "published", "left", "dots", "places", "theta", "pay",
         "mean", "best", "gradient", "runs", "fitted", "two", "rho", "N")  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("19.5", {name: name for name in NAMES})


def test_the_page_takes_the_published_numbers(values):
    data = RECORD["data"]
    assert (values["N"], values["rho"]) == (data["N"], data["rho"])
    assert values["week_a"].size == data["n_estimate"]


def test_variances_are_those_of_the_record(values):
    assert "0.2000 vs 0.0802" in RECORD["expected"][0]["got"]
    assert_allclose(values["week_a"].var(), 0.2, rtol=0.01)
    assert_allclose(values["published"].var(), 0.08, rtol=0.01)
    assert_allclose(values["week_a"].mean(), values["published"].mean(), atol=2e-3)
    best = reference("19_5")["optimal coefficient"]["variance"]
    assert_allclose(values["left"], best, rtol=0.01)


def test_a_standard_deviation_under_the_name_of_variance_is_twice_as_large(values):
    assert_allclose(np.std(values["week_a"]), 0.447, atol=2e-3)
    assert np.std(values["week_a"]) > 2 * np.var(values["week_a"])


@pytest.mark.parametrize("seed", range(100, 110))
def test_the_ratio_is_one_minus_the_squared_correlation(seed):
    for rho in (-0.9, -0.6, -0.3, 0, 0.3, 0.6, 0.9):
        a, b = cv.repeated(rho, 5, 20_000, np.random.default_rng(seed))
        ratio = np.var(a - rho * b) / np.var(a)
        assert_allclose(ratio, 1 - rho**2, atol=0.02)
        assert_allclose(np.var(a - b) / np.var(a), 2 - 2 * rho, rtol=0.06)


def test_dots_are_close_to_the_curves(values):
    best = values["dots"][1] - (1 - values["places"] ** 2)
    assert values["dots"].shape == (2, 10, 7)
    assert np.abs(best).max() < 0.06


def test_subtracting_all_helps_only_above_one_half(values):
    helped = values["dots"][0].mean(axis=0) < 1
    assert np.array_equal(helped, values["places"] > 0.5)


@pytest.mark.parametrize(("days", "rho"), [(20, 0.6), (5, 0.6), (3, 0.6)])
def test_the_factor_of_the_experiment_does_not_depend_on_days(days, rho):
    a, b = cv.repeated(rho, days, 100_000, np.random.default_rng(days))
    assert_allclose(np.var(a) / np.var(a - rho * b), 1.5625, atol=0.04)


def test_the_gradient_is_the_same_with_all_three_baselines(values):
    gradients, spreads = [], []
    for c in (0, values["mean"], values["best"]):
        gradient, spread = bandit.exact(values["theta"], values["pay"], 1, c)
        gradients.append(gradient)
        spreads.append(spread)
    assert_allclose(gradients, [values["gradient"]] * 3)
    assert spreads[0] > spreads[1] > spreads[2]
    assert np.argmax(bandit.policy(values["theta"])) == np.argmin(values["pay"])


@pytest.mark.parametrize("seed", [5, 6, 7])
def test_learners_need_a_baseline(values, seed):
    rng = np.random.default_rng(seed)
    draws, noise = rng.random((200, 1000)), rng.standard_normal((200, 1000))
    for c, low, high in ((0, 0.38, 0.52), (10, 0.98, 1), (20, 0.42, 0.58)):
        learned = bandit.learn(PAY, 0.2, c, draws, noise)[-1, :, 2]
        assert low <= np.mean(learned) <= high
        assert low <= np.mean(values["runs"][f"baseline {c}"][-1]) <= high
        if c == 0:  # most are certain, of one or of another
            assert np.mean((learned < 0.05) | (learned > 0.95)) > 0.95
            assert 0.3 < np.mean(learned > 0.9) < 0.6
        if c == 10:
            assert np.mean(learned > 0.9) > 0.98


@pytest.mark.parametrize("seed", [5, 6, 7])
def test_settings_of_the_solution_are_good_with_other_seeds(seed):
    rng = np.random.default_rng(seed)
    draws, noise = rng.random((50, 1000)), rng.standard_normal((50, 1000))
    assert np.mean(bandit.learn(PAY, 0.5, 10.5, draws, noise)[-1, :, 2] > 0.9) > 0.92
    assert np.mean(bandit.learn(PAY, 0.2, 0.0, draws, noise)[-1, :, 2] > 0.9) < 0.5


def test_with_five_days_a_guess_is_better_than_a_fit(values):
    fitted = np.var(values["fitted"])
    assert_allclose(fitted, 0.108, rtol=0.02)
    assert 0.4 / 5 < fitted < 1 / 5
    assert_allclose(48 / 47 - 1, 0.02, atol=0.002)


def test_two_pulls_keep_half_of_the_gradient(values):
    assert_allclose(values["two"], values["gradient"] / 2, atol=0.01)


def test_a_pull_s_own_reward_left_out_keeps_all_of_the_gradient():
    """With two pulls, the baseline is then the other reward."""
    theta, rng = np.array([2.0, 0, 0]), np.random.default_rng(8)
    arms = rng.choice(3, size=(200_000, 2), p=bandit.policy(theta))
    paid = np.array(PAY)[arms] + rng.standard_normal(arms.shape)
    terms = (paid - paid[:, ::-1])[..., None] * bandit.scores(theta)[arms]
    assert_allclose(terms.mean(axis=(0, 1)), bandit.exact(theta, PAY)[0], atol=0.01)


def test_a_wrong_known_mean_is_carried_over():
    a, b = cv.repeated(0.8, 500, 2000, np.random.default_rng(9))
    off = np.mean(a - 0.8 * (b - 0.5)) - np.mean(a - 0.8 * b)
    assert_allclose(off, 0.8 * 0.5)


def test_twice_as_many_draws_halve_both_variances(values):
    a, b = cv.repeated(0.8, 10, 200_000, np.random.default_rng(10))
    half = values["week_a"].var() / 2, values["published"].var() / 2
    assert_allclose([np.var(a), np.var(a - b)], half, rtol=0.02)
