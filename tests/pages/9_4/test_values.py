"""Every value of the record of notebook 9.4 is on page 9.4; what it claims is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.datasets.noisy_curve import curve, noisy_examples
from udl.generalization import bayesian
from udl.generalization.fixed_joints import hidden_units

NAMES = (
    "mean", "covariance", "strict_mean", "beta", "omega", "kept", "drawn", "line",
    "inside", "at_tenth", "new", "formula", "few", "many", "vague", "strict",
    "outside", "believed", "widest", "shares", "wide", "networks", "x", "y", "grid",
    "h",
)  # fmt: skip
READ = {name: name for name in NAMES}


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("9.4", READ)


def spread(x, n_hidden, prior=1000.0, grid=None):
    """Standard deviation of the function on the grid."""
    at = hidden_units(np.linspace(0, 1, 201) if grid is None else grid, n_hidden)
    found = bayesian.posterior(hidden_units(x, n_hidden), 0 * x, 0.09, prior)
    return np.sqrt(bayesian.predictive(at, *found, 0.0)[1])


def test_the_posterior_means_of_the_notebook_come_out(values):
    vague = [11.1974, -16.1733, -1.9808, 7.6687, -3.2886, 0.7051]
    assert_allclose(values["mean"], vague, atol=5e-5)
    strict = [0.3156, -1.914, -1.4331, 0.3935, 0.2298, 1.9933]
    assert_allclose(values["strict_mean"], strict, atol=5e-5)


def test_the_mean_is_a_penalized_fit(values):
    fit = [*values["omega"], values["beta"]]
    assert_allclose(values["mean"], fit, rtol=1e-8)


def test_the_variance_has_the_noise_that_the_notebook_leaves_out(values):
    function = bayesian.predictive(
        hidden_units([0.1], 5)[:, 0], values["mean"], values["covariance"], 0.0
    )[1]
    assert f"{function:.4f}" == "0.0244"
    assert f"{values['at_tenth'][1]:.3f}" == "0.114"


@pytest.mark.parametrize("seed", range(6))
def test_the_draws_that_are_kept_have_the_posterior(values, seed):
    x, y = np.array([0.1, 0.5, 0.8]), np.array([0.9, 1.6, 2.6])
    h, rng = np.stack([x, np.ones(3)]), np.random.default_rng(seed)
    drawn = rng.normal(0, 2, size=(400_000, 2))
    squares = np.sum((y - drawn @ h) ** 2, axis=1)
    kept = drawn[rng.uniform(size=len(drawn)) < np.exp(-squares / 0.18)]
    mean, covariance = values["line"]
    off = (kept.mean(axis=0) - mean) / np.sqrt(np.diag(covariance) / len(kept))
    assert np.all(np.abs(off) < 4.5)
    assert_allclose(np.cov(kept.T), covariance, rtol=0.15)
    assert len(kept) / len(drawn) < 0.02  # nearly all are thrown away
    new = kept.sum(axis=1) + rng.normal(0, 0.3, size=len(kept))
    center, variance = bayesian.predictive([1.0, 1.0], mean, covariance, 0.09)
    assert new.mean() == pytest.approx(center, abs=0.05)
    assert new.var() == pytest.approx(variance, rel=0.1)


def test_the_ellipse_is_slanted_down_and_holds_what_two_deviations_hold(values):
    assert values["line"][1][0, 1] < 0
    assert values["inside"] == pytest.approx(1 - np.exp(-2), abs=0.03)


def test_the_band_does_not_depend_on_the_targets(values):
    again = bayesian.posterior(values["h"], 5 * values["y"] ** 2, 0.09, 1000.0)[1]
    assert_allclose(again, values["covariance"])


def test_the_networks_part_at_the_right_end(values):
    apart = np.std(values["networks"], axis=0)
    assert apart[-1] > 1.5 * apart[100]
    assert values["vague"][1].argmax() == 200


def test_a_million_examples_leave_the_noise():
    x = (np.arange(1_000_000) + 0.5) / 1e6
    assert np.all(2 * np.sqrt(spread(x, 5) ** 2 + 0.09) < 0.6001)


@pytest.mark.parametrize("seed", range(12))
def test_more_units_widen_the_band(seed):
    x, _ = noisy_examples(15, 0.3, np.random.default_rng(seed))
    few, many = spread(x, 5), spread(x, 20)
    assert many.mean() > 1.3 * few.mean()


def test_on_the_page_the_band_of_twenty_is_widest_at_the_right_end(values):
    assert values["many"][1].argmax() == 200
    assert values["many"][1].mean() > 1.3 * values["few"][1].mean()


@pytest.mark.parametrize("seed", range(12))
def test_a_narrow_prior_is_narrower_and_wrong(seed):
    x, y = noisy_examples(15, 0.3, np.random.default_rng(seed))
    grid = np.linspace(0, 1, 201)
    vague, strict = spread(x, 5), spread(x, 5, prior=1.0)
    assert np.all(strict < vague)
    outside = []
    for prior, deviation in ((1000.0, vague), (1.0, strict)):
        mean, _ = bayesian.posterior(hidden_units(x, 5), y, 0.09, prior)
        off = np.abs(mean @ hidden_units(grid, 5) - curve(grid))
        outside.append(np.mean(off > 2 * deviation))
    assert outside[1] > outside[0] + 0.2


def test_at_the_peak_the_truth_is_far_outside_and_the_mean_falls(values):
    mean, deviation = values["strict"][:2]
    assert np.e - mean[50] > 4 * deviation[50]
    assert mean.argmin() == 200
    assert mean.argmax() in range(35, 46)
    assert values["outside"][1] > 0.5


def test_example_by_example_is_all_at_once(values):
    assert_allclose(values["believed"][0], values["mean"], rtol=1e-6)


def test_even_places_are_not_the_best_and_the_joints_are(values):
    widest = values["widest"]
    assert widest(np.linspace(0, 1, 12), 5) > 1.5
    assert widest(np.tile(np.linspace(0, 1, 6), 2), 5) <= 1


@pytest.mark.parametrize("seed", range(10))
def test_no_places_do_much_better_than_the_average(values, seed):
    x = np.random.default_rng(seed).uniform(size=12)
    assert values["widest"](x, 5) > 0.99


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_band_with_noise_holds_95_percent_and_without_it_far_fewer(values, seed):
    rng = np.random.default_rng(seed)
    at, hits = hidden_units(np.linspace(0, 1, 21), 5), []
    for _ in range(400):
        h, true = hidden_units(rng.uniform(size=15), 5), rng.normal(0, 1000**0.5, 6)
        found = bayesian.posterior(h, true @ h + rng.normal(0, 0.3, 15), 0.09, 1000.0)
        center, variance = bayesian.predictive(at, *found, 0.09)
        off = np.abs(true @ at + rng.normal(0, 0.3, 21) - center)
        hits.append([off < 2 * np.sqrt(variance), off < 2 * np.sqrt(variance - 0.09)])
    both = np.mean(hits, axis=(0, 2))
    assert both[0] == pytest.approx(0.954, abs=0.012)
    assert both[1] < 0.8
    assert values["shares"]["with the noise"] == pytest.approx(95.4, abs=1.2)


def test_the_matrix_of_the_examples_alone_is_singular(values):
    wide = values["wide"]
    assert np.linalg.matrix_rank(wide @ wide.T) == 15
    lowest = np.linalg.eigvalsh(wide @ wide.T / 0.09 + np.eye(21) / 1000)[0]
    assert lowest == pytest.approx(0.001, rel=1e-3)
