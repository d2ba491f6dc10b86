"""Every value of the record of notebook 17.1 is on page 17.1; what it claims is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.stats import norm
from values import expected, reference

from udl.exercises.declare import find
from udl.exercises.pages import p17_1
from udl.generative import latent_variables as model

RECORD = reference("17_1")
NAMES = (
    "z", "sigma_sq", "density", "mass", "outside", "densest", "at_zero", "slow", "fast",
    "drawn", "p", "peaks", "shares", "most_likely", "mean", "gap", "table", "exact",
    "estimate", "x1", "x2",
)  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    names = {name: name for name in NAMES}
    return evaluated("17.1", {**names, "f": "[f(z), model.curve(z)]",
                              "end": "z_drawn.size"})  # fmt: skip


def test_the_notebook_states_no_value():
    assert expected("17_1") == {}


def test_mass_and_peaks_are_those_of_the_record(values):
    assert_allclose(values["mass"], RECORD["density mass on grid"], rtol=1e-9)
    peaks = RECORD["posterior peaks at (0.9,-0.9)"]
    assert_allclose(values["peaks"], sorted(map(float, peaks)), atol=1e-9)
    for place, height in peaks.items():
        here = np.abs(values["z"] - float(place)).argmin()
        assert_allclose(values["p"][here], height, rtol=1e-6)


def test_the_page_and_the_library_have_one_function(values):
    assert_allclose(*values["f"])


def test_what_is_missing_of_the_mass_is_outside_of_grid_and_window(values):
    assert_allclose(values["outside"], 2 * norm.cdf(-3))
    wide = np.arange(-2, 4, 0.01)
    missing = model.density_on_grid(wide, wide, values["z"], 0.04).sum() * 1e-4
    assert_allclose(missing, 1 - values["outside"], atol=2e-5)
    assert missing > values["mass"] + 1e-3


def test_the_densest_place_is_a_turn_and_not_f_of_zero(values):
    # 0.33, -0.9: left and below of the middle of the curve, which spans 0.18 to 1.36
    assert values["densest"][0] < 0.5
    assert values["densest"][1] < -0.8
    assert values["density"].max() > 2 * values["at_zero"]
    assert_allclose(values["slow"] / values["fast"], 1 / 3, atol=0.01)


def test_the_ends_of_the_curve_are_almost_bare():
    z = np.random.default_rng(3).normal(size=20000)
    assert np.mean(np.abs(z) > 2.5) < 0.02


@pytest.mark.parametrize("seed", range(3))
def test_mean_and_variance_of_samples(seed):
    x = model.draw_samples(200_000, 0.04, np.random.default_rng(seed))
    grid = np.arange(-6, 6, 0.001)
    weights = norm.pdf(grid) * 0.001
    points = model.curve(grid)
    mean = points @ weights
    assert_allclose(x.mean(axis=1), mean, atol=0.01)
    assert_allclose(x.var(axis=1), points**2 @ weights - mean**2 + 0.04, rtol=0.02)


def test_the_question_on_the_posterior_states_what_is_so(values):
    z, (m1, m2) = values["z"], values["f"][0]
    away = np.hypot(0.9 - m1, -0.9 - m2)
    turns = (away[1:-1] < away[:-2]) & (away[1:-1] < away[2:]) & (away[1:-1] < 0.2)
    assert_allclose(z[1:-1][turns], [-2.05, -1.59, 0.17], atol=1e-9)
    assert_allclose(away[1:-1][turns], [0.16, 0.10, 0.13], atol=5e-3)
    likely = model.likelihood(0.9, -0.9, np.array([-1.59, 0.17]), 0.04)
    assert_allclose(likely[1] / likely[0], 0.9, atol=0.01)
    assert model.prior(0.17) > 3 * model.prior(-1.59)
    assert_allclose(values["most_likely"], -1.59, atol=1e-9)


def test_three_peaks_hold_all_and_the_last_most(values):
    assert_allclose(sum(values["shares"]), 1, atol=1e-2)
    assert np.all(np.diff(values["shares"]) > 0)
    assert values["shares"][2] > 0.5


def test_the_mean_explains_nothing(values):
    assert values["gap"] > 5 * 0.2
    at_mean = np.interp(values["mean"], values["z"], values["p"])
    assert at_mean < 1e-9 * values["p"].max()
    assert values["peaks"][1] < values["mean"] < values["peaks"][2]


def test_a_coarse_grid_fails_and_less_noise_needs_a_finer_one(values):
    table = values["table"]
    for step in (0.2, 0.05, 0.01):
        assert table[step, 0.04] > table[step, 0.2]
    assert table[0.01, 0.2] < 0.01
    assert table[0.2, 0.04] > 0.9


def test_draws_from_the_prior_come_near_the_grid(values):
    assert values["end"] == 1_000_000
    assert_allclose(values["estimate"], values["exact"], rtol=0.02)


@pytest.mark.parametrize("seed", range(5))
def test_the_prior_twice_is_always_too_small(seed):
    z = np.random.default_rng(seed).normal(size=500)
    right = model.likelihood(0.9, -0.9, z, 0.04)
    assert np.mean(right * model.prior(z)) < 0.4 * np.mean(right)


def test_right_samples_are_not_refused_at_other_seeds():
    for seed in range(12):
        for sigma_sq in (0.04, 0.01):
            rng = np.random.default_rng(seed)
            drawn = model.draw_samples(20_000, sigma_sq, rng)
            assert p17_1.are_samples(drawn, 20_000, sigma_sq, None) is True


@pytest.mark.parametrize("mistake", find("17.1.4").planted)
def test_wrong_samples_are_refused_at_other_seeds(mistake):
    for seed in range(100, 104):
        drawn = mistake.function(20_000, 0.04, np.random.default_rng(seed))
        assert p17_1.are_samples(drawn, 20_000, 0.04, None) is not True
