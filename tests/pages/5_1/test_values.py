"""Every value of the record of notebook 5.1 is on page 5.1; what it counts is so."""

import itertools

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import assert_printed, assert_reproduced, expected, reference

VALUES = {
    "pdf-example": "normal_pdf(1, mu=-1, sigma=2.3)",
    "likelihood-start": "losses.normal_likelihood(y, network(x), sigma)",
    "nll-start": "losses.normal_negative_log_likelihood(y, network(x), sigma)",
    "squares-start": "losses.sum_of_squares(y, network(x))",
    "scan-offset": "where[0]",
    "scan-likelihood": "scan_likelihood.max()",
    "scan-nll": "scan_loss.min()",
    "scan-squares": "scan_squares.min()",
    "scan-sigma": "sigmas[sigma_loss.argmin()]",
    "sigma-likelihood": "sigma_likelihood.max()",
    "sigma-nll": "sigma_loss.min()",
    "sigma-at-scan": "losses.best_normal_sigma(y, mu)",
}
# What sentences of the page speak of.
READ = VALUES | {
    "y": "y",
    "x": "x",
    "network": "network",
    "loss": "loss",
    "scan": "scan",
    "where": "where",
    "beta-hat": "beta_hat",
    "sigma-hat": "sigma_hat",
    "sigma-kept": "sigma_kept",
    "share": "share",
    "lowest": "lowest",
    "last": "last",
    "products": "np.prod(densities)",
    "spread": "a[best] + b[best] * grid",
    "table": "table[best]",
    "offset-first": "offset_first",
    "noise-first": "noise_first",
    "measured": "measured",
}

EXPECTED, REFERENCE = expected("5_1"), reference("5_1")

STATED = [
    ("pdf-example", EXPECTED["pdf"]),
    ("likelihood-start", EXPECTED["likelihood"]),
    ("nll-start", EXPECTED["NLL"]),
    ("squares-start", EXPECTED["sum of squares"]),
]
SCANNED = [
    ("scan-offset", REFERENCE["beta_1 scan"]["beta_1"]),
    ("scan-likelihood", REFERENCE["beta_1 scan"]["max likelihood"]),
    ("scan-nll", REFERENCE["beta_1 scan"]["min NLL"]),
    ("scan-squares", REFERENCE["beta_1 scan"]["min SS"]),
    ("scan-sigma", REFERENCE["sigma scan"]["sigma"]),
    ("sigma-likelihood", REFERENCE["sigma scan"]["max likelihood"]),
    ("sigma-nll", REFERENCE["sigma scan"]["min NLL"]),
]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("5.1", READ)


@pytest.mark.parametrize(("name", "record"), STATED, ids=lambda v: str(v)[:20])
def test_stated_values_are_reproduced(values, name, record):
    assert_reproduced(values[name], record)


@pytest.mark.parametrize(("name", "value"), SCANNED)
def test_scans_end_where_the_record_says(values, name, value):
    assert_allclose(values[name], value, rtol=1e-9)


def test_the_three_scans_agree(values):
    assert (
        f"{values['scan-offset']:.2f} for likelihood"
        in EXPECTED["argmax coincidence"]["got"]
    )


def test_the_formulas_beat_the_scans(values):
    assert abs(values["beta-hat"] - values["scan-offset"]) < 0.005
    assert abs(values["sigma-at-scan"] - values["scan-sigma"]) < 0.005
    assert values["lowest"] < values["sigma-nll"]


@pytest.mark.parametrize("name", [name for name, _ in STATED + SCANNED])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("5.1"))


def errors(values, offset=0.1):
    return values["y"] - values["network"](values["x"], offset)


def test_the_band_holds_all_but_two_just_above_and_one_far_below(values):
    off = np.sort(errors(values))
    assert np.all(abs(off[1:-2]) < 0.4)
    assert np.all((off[-2:] > 0.4) & (off[-2:] < 0.5))
    assert off[0] < -0.8
    assert values["x"][np.argmin(errors(values))] == np.min(values["x"])


def test_two_of_five_lines_pass_above_all_observations(values):
    above = [np.all(errors(values, b) < 0) for b in (0, 0.25, 0.5, 0.75, 1)]
    assert sum(above) == 2


def test_two_thousand_densities_multiply_to_zero(values):
    assert values["products"] == 0
    assert values["last"] < 2000
    assert f"{100 * np.log10(values['likelihood-start']):.0f}" == "-497"


@pytest.mark.parametrize("sigma", [0.05, 0.1, 1.0, 5.0, 20.0])
def test_the_noise_level_does_not_move_the_best_offset(values, sigma):
    losses = [values["loss"](b, sigma) for b in values["scan"]]
    assert values["scan"][np.argmin(losses)] == values["where"][0]


def test_the_loss_of_the_page_is_that_of_the_library(values):
    assert_allclose(values["loss"](0.1, 0.2), values["nll-start"], rtol=1e-12)


def test_offset_first_takes_two_moves_and_noise_first_three(values):
    assert len(values["offset-first"]) == 3
    assert len(values["noise-first"]) == 4
    for path in (values["offset-first"], values["noise-first"]):
        for before, after in itertools.pairwise(path):
            assert np.sum(np.array(before) != after) == 1
            assert values["loss"](*after) < values["loss"](*before)
        assert_allclose(values["loss"](*path[-1]), values["lowest"], rtol=1e-12)


def test_the_lowest_loss_has_no_lower_neighbor(values):
    best = values["beta-hat"], values["sigma-hat"]
    assert_allclose(values["loss"](*best), values["lowest"], rtol=1e-12)
    for step in ((0.01, 0), (-0.01, 0), (0, 0.01), (0, -0.01)):
        assert values["loss"](*np.add(best, step)) > values["lowest"]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("examples", [2, 5, 20])
def test_the_fitted_variance_falls_short_by_one_over_the_number(seed, examples):
    sample = np.random.default_rng(seed).normal(size=(20000, examples))
    assert_allclose(sample.var(axis=1).mean(), 1 - 1 / examples, atol=0.03)
    assert_allclose(sample.mean(axis=1).std(), examples**-0.5, rtol=0.03)


def test_the_noise_line_is_noisy_where_the_lowest_observation_is(values):
    assert values["spread"][0] > 3 * abs(values["spread"][-1])
    assert values["table"] < values["lowest"]


def test_without_the_lowest_the_noise_falls_to_less_than_half(values):
    assert values["sigma-kept"] < values["sigma-hat"] / 2
    assert values["share"] > 0.5


@pytest.mark.parametrize("seed", range(5))
def test_mean_and_median_each_win_at_home(seed):
    rng = np.random.default_rng(seed)
    normal = rng.normal(size=(4000, 20))
    laplace = rng.laplace(0, 0.5**0.5, (4000, 20))
    assert normal.mean(1).std() < 0.95 * np.median(normal, 1).std()
    assert np.median(laplace, 1).std() < 0.95 * laplace.mean(1).std()


@pytest.mark.parametrize("seed", range(5))
def test_with_wild_measurements_the_mean_manages_half_and_the_median_enough(
    values, seed
):
    near = np.zeros(2)
    for repeat in range(20):
        rng = np.random.default_rng((seed, repeat))
        truth, samples = values["measured"](rng)
        for k, guess in enumerate((samples.mean(1), np.median(samples, 1))):
            near[k] += np.sum(abs(guess - truth) < 0.5) / 20
    assert 90 < near[0] < 120
    assert near[1] > 172
