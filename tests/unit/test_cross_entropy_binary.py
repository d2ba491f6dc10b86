"""Losses of yes-or-no labels against plain loops over the examples."""

import math

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.losses import binary_cross_entropy as losses

RNG = np.random.default_rng(52)
Y = np.array([0, 1, 1, 0, 1, 0, 0, 1, 1.0])
F = RNG.normal(0, 3, 9)
MODELS = RNG.normal(0, 3, (4, 9))
FAR = np.array([1000.0, -1000.0])

FROM_OUTPUTS = [losses.binary_cross_entropy, losses.binary_cross_entropy_gradient]
FROM_PROBABILITIES = [
    losses.bernoulli_likelihood,
    losses.bernoulli_negative_log_likelihood,
]


def chance(f):
    return 1 / (1 + np.exp(-f))


def surprise(label, lam):
    return -math.log(lam) if label else -math.log(1 - lam)


def test_likelihood_is_the_product_of_the_probabilities():
    product = 1.0
    for label, lam in zip(Y, chance(F), strict=True):
        product *= lam if label else 1 - lam
    assert_allclose(losses.bernoulli_likelihood(Y, chance(F)), product, rtol=1e-12)


@pytest.mark.parametrize("from_outputs", [True, False])
def test_loss_adds_the_surprises_and_does_not_average(from_outputs):
    total = sum(map(surprise, Y, chance(F)))
    if from_outputs:
        loss = losses.binary_cross_entropy(Y, F)
    else:
        loss = losses.bernoulli_negative_log_likelihood(Y, chance(F))
    assert_allclose(loss, total, rtol=1e-12)


@pytest.mark.parametrize(
    ("labels", "right"), [([0, 1], 2000), ([1, 0], 0), ([1, 1], 1000)]
)
def test_loss_from_outputs_is_right_and_silent_far_out(labels, right):
    assert losses.binary_cross_entropy(labels, FAR) == right


def test_what_was_called_impossible_costs_infinitely_much_and_certainty_nothing():
    assert losses.bernoulli_negative_log_likelihood([1, 0], [1.0, 0.0]) == 0
    assert losses.bernoulli_negative_log_likelihood([1, 0], [0.0, 0.0]) == math.inf


def test_gradient_is_what_finite_differences_say():
    nudges = 1e-5 * np.eye(9)
    rise = losses.binary_cross_entropy(Y, F + nudges)
    rise = rise - losses.binary_cross_entropy(Y, F - nudges)
    gradient = losses.binary_cross_entropy_gradient(Y, F)
    assert_allclose(gradient, rise / 2e-5, atol=1e-8)


@pytest.mark.parametrize("spread", [0.0, 1.0, 30.0, 1000.0])
@pytest.mark.parametrize("middle", [-500.0, 0.0, 7.0])
def test_best_shift_makes_the_totals_agree(spread, middle):
    f = middle + spread * F
    shift = losses.best_logit_shift(Y, f)
    slope = losses.binary_cross_entropy_gradient(Y, f + shift)
    assert abs(slope.sum()) < 1e-9


@pytest.mark.parametrize("label", [0.0, 1.0])
def test_there_is_no_best_shift_for_one_label_only(label):
    with pytest.raises(ValueError, match="one label only"):
        losses.best_logit_shift(np.full(9, label), F)


def test_best_shift_takes_one_model():
    with pytest.raises(ValueError, match=r"f has shape \(4, 9\)"):
        losses.best_logit_shift(Y, MODELS)


@pytest.mark.parametrize("function", FROM_OUTPUTS + FROM_PROBABILITIES)
def test_leading_axes_hold_several_models(function):
    models = MODELS if function in FROM_OUTPUTS else chance(MODELS)
    assert_allclose(function(Y, models), [function(Y, model) for model in models])


@pytest.mark.parametrize(
    "function", [*FROM_OUTPUTS, *FROM_PROBABILITIES, losses.best_logit_shift]
)
@pytest.mark.parametrize(
    ("y", "f", "message"),
    [
        (Y[:, None], np.ones((1, 9)) / 2, r"y has shape \(9, 1\)"),
        (Y, np.ones(4) / 2, r"has shape \(4,\)"),
        (Y, 0.5, r"has shape \(\)"),
        (Y * 0.5, np.ones(9) / 2, r"y must hold labels, each 0 or 1.* from 0.0 to 0.5"),
        (2 * Y - 1, np.ones(9) / 2, r"y must hold labels.* from -1.0"),
    ],
)
def test_refuses_other_shapes_and_other_labels(function, y, f, message):
    with pytest.raises(ValueError, match=message):
        function(y, f)


@pytest.mark.parametrize("function", FROM_PROBABILITIES)
@pytest.mark.parametrize("lam", [F, np.full(9, 1.01), np.full(9, np.nan)])
def test_refuses_what_is_no_probability(function, lam):
    with pytest.raises(ValueError, match="lam must hold probabilities"):
        function(Y, lam)
