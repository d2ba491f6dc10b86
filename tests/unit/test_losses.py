"""Losses against plain loops over the examples."""

import math

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.losses import squared_error as losses

RNG = np.random.default_rng(5)
Y = RNG.normal(size=9)
F = Y + RNG.normal(size=9)
MODELS = Y + RNG.normal(size=(4, 9))
SIGMA = 0.7


def density(y, mu, sigma):
    return math.exp(-((y - mu) ** 2) / 2 / sigma**2) / sigma / math.sqrt(2 * math.pi)


def test_likelihood_is_the_product_of_the_densities():
    product = 1.0
    for y, f in zip(Y, F, strict=True):
        product *= density(y, f, SIGMA)
    assert_allclose(losses.normal_likelihood(Y, F, SIGMA), product, rtol=1e-12)


def test_negative_log_likelihood_is_a_sum_of_logarithms():
    total = 0.0
    for y, f in zip(Y, F, strict=True):
        total -= math.log(density(y, f, SIGMA))
    loss = losses.normal_negative_log_likelihood(Y, F, SIGMA)
    assert_allclose(loss, total, rtol=1e-12)


def test_sum_of_squares_adds_and_does_not_average():
    total = sum((y - f) ** 2 for y, f in zip(Y, F, strict=True))
    assert_allclose(losses.sum_of_squares(Y, F), total, rtol=1e-12)


def test_best_sigma_beats_its_neighbors():
    best = losses.best_normal_sigma(Y, F)
    here, below, above = (
        losses.normal_negative_log_likelihood(Y, F, best * k) for k in (1, 0.99, 1.01)
    )
    assert here < below
    assert here < above


def test_combined_reading_beats_its_neighbors():
    sigma = RNG.uniform(0.2, 2, 9)
    best = losses.combined_reading(Y, sigma)
    here, below, above = (
        losses.normal_negative_log_likelihood(Y, np.full(9, best + by), sigma)
        for by in (0, -0.01, 0.01)
    )
    assert here < below
    assert here < above


def test_two_outputs_with_one_variance_are_the_plain_loss():
    f = np.stack([F, np.full(9, -SIGMA)])
    assert_allclose(
        losses.heteroscedastic_negative_log_likelihood(Y, f),
        losses.normal_negative_log_likelihood(Y, F, SIGMA),
        rtol=1e-12,
    )


def test_two_outputs_against_a_loop():
    spread = RNG.uniform(0.5, 2, 9)
    total = -sum(map(math.log, map(density, Y, F, spread)))
    loss = losses.heteroscedastic_negative_log_likelihood(Y, [F, spread])
    assert_allclose(loss, total, rtol=1e-12)


@pytest.mark.parametrize("function", [losses.sum_of_squares, losses.best_normal_sigma])
def test_leading_axes_hold_several_models(function):
    assert_allclose(function(Y, MODELS), [function(Y, model) for model in MODELS])


@pytest.mark.parametrize(
    "function", [losses.normal_likelihood, losses.normal_negative_log_likelihood]
)
def test_scans_over_models_and_over_sigma(function):
    assert_allclose(
        function(Y, MODELS, SIGMA), [function(Y, model, SIGMA) for model in MODELS]
    )
    sigmas = np.array([0.5, 1.0, 2.0])
    assert_allclose(
        function(Y, F, sigmas[:, None]), [function(Y, F, s) for s in sigmas]
    )


def call(function, y, f):
    if function in (losses.sum_of_squares, losses.best_normal_sigma):
        return function(y, f)
    return function(y, f, 1.0)


@pytest.mark.parametrize(
    "function",
    [
        losses.sum_of_squares,
        losses.best_normal_sigma,
        losses.normal_likelihood,
        losses.normal_negative_log_likelihood,
    ],
)
@pytest.mark.parametrize(
    ("y", "f", "message"),
    [
        (Y[:, None], F[None], r"y has shape \(9, 1\)"),
        (Y[None], F[None], r"y has shape \(1, 9\)"),
        (Y, F[:, None], r"has shape \(9, 1\), but its last axis"),
        (Y, F[:4], r"has shape \(4,\)"),
        (Y, 0.0, r"has shape \(\)"),
    ],
)
def test_refuses_shapes_that_would_broadcast_into_nonsense(function, y, f, message):
    with pytest.raises(ValueError, match=message):
        call(function, y, f)


@pytest.mark.parametrize("f", [F, [F], [F, F, F], MODELS])
def test_two_outputs_need_two_rows(f):
    with pytest.raises(ValueError, match=r"must be \(2, 9\)"):
        losses.heteroscedastic_negative_log_likelihood(Y, f)
