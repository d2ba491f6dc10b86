"""Page 8.2: each derived result, in worlds so small that all of it can be listed.

Noise is -s or s with equal chances. Two to four examples then have 4 to 16 datasets,
and every mean over datasets is a sum.
"""

from itertools import product

import numpy as np
import pytest
from numpy.testing import assert_allclose

X = np.array([0.1, 0.3, 0.6, 0.9])
MU = np.array([1.0, 2.5, 0.5, 1.2])
S = 0.7
WORLDS = np.array([MU + S * np.array(signs) for signs in product((-1, 1), repeat=4)])
AT = 0.4  # the true height there is made up:
MU_AT = 2.2


def lines(at):
    """Fit a line to each of the sixteen datasets, and return its heights."""
    return np.array([np.polyval(np.polyfit(X, y, 1), at) for y in WORLDS])


@pytest.mark.verifies("res-8-2-noise")
def test_new_targets_add_their_variance(claim):
    for f in (0.3, 2.0):
        loss = np.mean([(f - (MU_AT + e)) ** 2 for e in (-S, S)])
        assert_allclose(claim((f - MU_AT) ** 2 + S**2), loss)


@pytest.mark.verifies("res-8-2-split")
def test_distance_from_the_truth_is_variance_and_squared_bias(claim):
    f = lines(AT)
    mean = f.sum() / 16
    claimed = ((f - mean) ** 2).sum() / 16 + (mean - MU_AT) ** 2
    assert_allclose(claim(claimed), np.mean([(each - MU_AT) ** 2 for each in f]))


@pytest.mark.verifies("res-8-2-sum")
def test_loss_on_a_new_target_is_the_sum_of_three(claim):
    f = lines(AT)
    losses = [(each - MU_AT - e) ** 2 for each, e in product(f, (-S, S))]
    claimed = f.var() + (f.mean() - MU_AT) ** 2 + S**2
    assert_allclose(claim(claimed), np.mean(losses))


@pytest.mark.verifies("res-8-2-parameters")
def test_mean_variance_at_the_training_inputs_counts_the_parameters(claim):
    for degree in (0, 1, 2, 3):
        fitted = [np.polyval(np.polyfit(X, y, degree), X) for y in WORLDS]
        assert_allclose(claim(S**2 * (degree + 1) / 4), np.var(fitted, axis=0).mean())


@pytest.mark.verifies("res-8-2-training")
def test_training_loss_is_too_low_and_that_on_new_targets_too_high(claim):
    for degree in (0, 1, 2):
        fitted = np.array([np.polyval(np.polyfit(X, y, degree), X) for y in WORLDS])
        bias = np.mean((fitted.mean(axis=0) - MU) ** 2)
        share = (degree + 1) / 4
        training = np.mean((fitted - WORLDS) ** 2)
        assert_allclose(claim(bias + S**2 * (1 - share)), training)
        new = np.mean([(f - y) ** 2 for f, y in product(fitted, WORLDS)])
        assert_allclose(claim(bias + S**2 * (1 + share)), new)


@pytest.mark.verifies("res-8-2-inflated")
def test_a_mean_over_few_fits_has_a_variance_that_counts_as_bias(claim):
    f = lines(AT)
    for fits in (1, 2, 3):
        found = [(np.mean(some) - MU_AT) ** 2 for some in product(f, repeat=fits)]
        claimed = (f.mean() - MU_AT) ** 2 + f.var() / fits
        assert_allclose(claim(claimed), np.mean(found))
