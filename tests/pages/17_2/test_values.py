"""Every value of the record of notebook 17.2 is reproduced; what is counted is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import expected

from udl.generative import gradient_estimators as estimators

RECORD = expected("17_2")
READ = {
    name: name
    for name in ("miss", "path_sd", "score_sd", "by_path", "by_score", "runs", "laws",
                 "counts", "exact", "phis", "slopes", "at", "draws")
}  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("17.2", READ)


def chunks(rng, count, most=5_000_000):
    """Draws of a stream in portions that fit into memory."""
    for begin in range(0, count, most):
        yield rng.normal(size=min(most, count - begin))


def estimate(terms, rng, count):
    return sum(terms(noise).sum() for noise in chunks(rng, count)) / count


def test_published_means_are_those_of_their_draws_and_not_exact():
    rng = np.random.RandomState(0)
    for phi in (0.5, -0.1):  # the second goes on with the stream of the first
        mu, sigma = estimators.moments(phi)
        found = estimate(lambda e, m=mu, s=sigma: estimators.f(m + s * e), rng, 10**7)
        stated = RECORD[f"E[f] phi={phi}"]["value"]
        assert_allclose(found, stated, rtol=1e-10)
        assert abs(stated - estimators.expectation(phi)) > 3e-4


def test_published_derivative_is_that_of_its_draws_and_not_exact():
    stated = RECORD["d/dphi reparameterised"]["value"]
    found = estimate(
        lambda e: estimators.path_terms(0.5, e), np.random.RandomState(0), 10**7
    )
    assert_allclose(found, stated, rtol=1e-10)
    assert abs(stated - estimators.derivative(0.5)) > 1e-3


def test_published_score_function_is_that_of_its_draws_and_not_exact():
    stated = RECORD["d/dphi score function"]["value"]
    found = estimate(
        lambda e: estimators.score_terms(0.5, e), np.random.RandomState(0), 10**8
    )
    assert_allclose(found, stated, rtol=1e-9)
    assert abs(stated - estimators.derivative(0.5)) > 3e-3


def test_all_published_errors_are_within_two_standard_errors():
    for name, terms, count in (
        ("d/dphi reparameterised", estimators.path_terms, 1e7),
        ("d/dphi score function", estimators.score_terms, 1e8),
    ):
        off = RECORD[name]["value"] - estimators.derivative(0.5)
        assert abs(off) < 2 * estimators.spread(terms, 0.5)[1] / count**0.5


def test_score_function_scatters_more_at_every_knob_of_the_figure(values):
    for phi in np.linspace(-1, 1, 41):
        path = estimators.spread(estimators.path_terms, phi)[1]
        assert estimators.spread(estimators.score_terms, phi)[1] > path
    assert values["miss"][1] > 1.5 * values["miss"][0]
    assert 9 < (values["score_sd"] / values["path_sd"]) ** 2 < 10


@pytest.mark.parametrize("seed", range(5))
def test_the_ratio_of_the_variances_is_that_of_other_draws(values, seed):
    noise = np.random.default_rng(seed).normal(size=400_000)
    path = estimators.path_terms(0.3, noise).std()
    score = estimators.score_terms(0.3, noise).std()
    expected_ratio = values["score_sd"] / values["path_sd"]
    assert_allclose(score / path, expected_ratio, rtol=0.05)


@pytest.mark.parametrize("seed", range(5))
def test_a_wriggling_function_is_better_served_by_the_score(values, seed):
    assert values["by_path"].std() > 5 * values["by_score"].std()
    noise = np.random.default_rng(seed).normal(size=50_000)
    mu, sigma = estimators.moments(0.3)
    x = mu + sigma * noise
    path = 20 * np.cos(20 * x) * (0.27 + sigma * noise)
    assert path.std() > 5 * (np.sin(20 * x) * estimators.score(x, 0.3)).std()


def test_errors_fall_by_ten_for_a_hundred_times_the_draws(values):
    for name, runs in values["runs"].items():
        law = values["laws"][name]
        assert_allclose(law[0] / law[-1], (values["counts"][-1] / 10) ** 0.5)
        rms = np.sqrt(np.mean((runs / law) ** 2))
        assert 0.5 < rms < 1.6


def test_the_mean_is_not_the_best_baseline_and_too_small():
    for phi in (-1, 0, 0.3, 0.8):
        assert estimators.best_baseline(phi) > estimators.expectation(phi)


def test_other_noise_makes_a_difference_hopeless():
    errors = []
    for seed in range(20):
        noise = np.random.default_rng(seed).normal(size=100_000)
        halves = np.split(noise, 2)
        means = [
            np.mean(estimators.f(phi**3 + np.exp(phi) * half))
            for phi, half in zip((0.501, 0.499), halves, strict=True)
        ]
        errors.append((means[0] - means[1]) / 0.002 - estimators.derivative(0.5))
    assert np.median(np.abs(errors)) > 2


def test_the_slopes_are_those_of_the_frozen_samples(values):
    step = values["phis"][1] - values["phis"][0]
    at, draws = values["at"], values["draws"]
    measured = (draws[:, at + 1] - draws[:, at - 1]) / (2 * step)
    assert_allclose(values["slopes"], measured, atol=2e-3)
