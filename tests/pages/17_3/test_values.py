"""Every value of the record of notebook 17.3 is reproduced; what is counted is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.stats import norm
from values import expected

from udl.generative import importance_sampling as sampling

RECORD = expected("17_3")
NAMES = (
    "right", "mean", "sd", "mean_2", "sd_2", "sd_q", "counts", "panes", "squared",
    "count", "count_plain", "true", "said", "wide", "estimates", "bars", "off", "size",
    "terms", "bar",
)  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("17.3", {name: name for name in NAMES})


def published_mean(terms, seed=0, count=10**8, most=5_000_000):
    """Average over the draws of the notebook, in portions that fit into memory."""
    rng, total = np.random.RandomState(seed), 0.0
    for _ in range(0, count, most):
        total += terms(rng.normal(size=most)).sum()
    return total / count


@pytest.mark.parametrize(
    ("name", "function"), [("E[f]", sampling.common), ("E[f2]", sampling.rare)]
)
def test_published_means_are_those_of_their_draws_and_not_exact(name, function):
    stated = RECORD[name]["value"]
    assert_allclose(published_mean(function), stated, rtol=1e-9)
    exact, deviation = sampling.spread(function, 0.0, 1.0)
    assert 1e-6 < abs(stated - exact) < 2 * deviation / 1e4


def test_exact_means_are_the_integrals_and_agree_to_four_digits(values):
    for name, function in (("mean", sampling.common), ("mean_2", sampling.rare)):
        exact = quad(lambda y, f=function: f(y) * norm.pdf(y), -3, 7, epsabs=1e-13)[0]
        assert_allclose(values[name], exact, rtol=1e-9)
    assert f"{values['mean']:.4f}" == f"{values['mean_2']:.4f}" == "0.4316"
    assert_allclose(values["right"], values["mean_2"], rtol=1e-12)


def test_record_s_variances_with_ten_draws_come_out(values):
    stated = RECORD[
        "second function has worse variance; importance sampling reduces it"
    ]
    assert ".0177, .579, .0310" in stated["got"]
    for name, variance in (("sd", 0.0177), ("sd_2", 0.579), ("sd_q", 0.0310)):
        assert_allclose(values[name] ** 2 / 10, variance, rtol=0.02)
    assert 31 < (values["sd_2"] / values["sd"]) ** 2 < 33
    assert 17.5 < (values["sd_2"] / values["sd_q"]) ** 2 < 18.5


def test_measured_bands_are_the_exact_ones(values):
    for (deviation, table), center in zip(
        values["panes"].values(), ("mean", "mean_2", "mean_2"), strict=True
    ):
        error = deviation / np.sqrt(values["counts"])
        assert np.all(np.abs(table.mean(axis=0) - values[center]) < 0.05 * error)
        assert_allclose(table.std(axis=0), error, rtol=0.1)


def test_most_of_the_area_is_beyond_two_and_four_of_five_samples_miss_it():
    area = quad(lambda y: sampling.rare(y) * norm.pdf(y), 2, 8)[0]
    assert 0.7 < area / sampling.spread(sampling.rare, 0, 1)[0] < 0.9
    assert_allclose(10 * norm.sf(2), 0.2275, atol=1e-4)
    assert 0.78 < norm.cdf(2) ** 10 < 0.82


def test_all_terms_of_the_perfect_shift_are_equal():
    y = np.linspace(-3, 5, 9)
    terms = np.exp(2 * y) * norm.pdf(y) / norm.pdf(y, 2, 1)
    assert_allclose(terms, np.exp(2))


def test_how_many_draws_count_in_the_long_run(values):
    assert_allclose(values["squared"], np.exp(9))
    assert 0.37 < values["count"] < 0.38
    assert 0.031 < values["count_plain"] < 0.032
    for seed in range(5):
        noise = np.random.default_rng(seed).normal(size=200_000)
        terms = sampling.terms(sampling.rare, noise, 3, 1)
        share = terms.sum() ** 2 / np.sum(terms**2) / terms.size
        assert_allclose(share, values["count"], rtol=0.03)


def test_too_wide_costs_little_and_too_narrow_everything(values):
    wide, true = values["wide"], values["true"]
    assert np.all(true[wide > 0.4] < values["sd_2"])
    assert np.all(true[wide < 0.21] > 100)
    right = wide > 0.7
    assert np.all(np.abs(values["said"][:, right] / true[right] - 1) < 0.25)
    assert np.median(values["said"][:, 0]) < 1


@pytest.mark.parametrize("seed", range(2, 7))
def test_other_narrow_samples_tell_the_same_wrong_story(values, seed):
    def missed(terms):
        bars = terms.std(axis=1) / np.sqrt(1000)
        return np.sum(np.abs(terms.mean(axis=1) - values["mean_2"]) > 2 * bars)

    noise = np.random.default_rng(seed).normal(size=(100, 1000))
    assert values["off"].sum() > 75
    assert missed(sampling.terms(sampling.rare, noise, 3, 0.15)) > 75
    four = slice(4)
    assert np.all(values["estimates"][four] < values["mean_2"] / 2)
    assert np.all(values["bars"][four] < 0.1)


@pytest.mark.parametrize("seed", range(5))
def test_a_large_effective_size_and_half_of_the_value(values, seed):
    assert values["size"] > 800

    def two_sided(y):
        return sampling.rare(y) + sampling.rare(-y)

    noise = np.random.default_rng(seed).normal(size=1000)
    terms = sampling.terms(two_sided, noise, 2.35, 0.45)
    assert terms.sum() ** 2 / np.sum(terms**2) > 800
    whole = sampling.spread(two_sided, 0, 1)[0]
    assert_allclose(whole, 2 * values["mean_2"])
    assert_allclose(terms.mean() / whole, 0.5, atol=0.03)


def test_results_of_the_faulty_tail_are_twice_too_large():
    epsilon = np.random.default_rng(0).normal(size=1_000_000)
    weights = np.exp(-8 - 4 * epsilon)
    assert_allclose(weights[epsilon > 0].mean() / norm.sf(4), 2, rtol=0.02)
