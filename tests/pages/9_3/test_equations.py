"""Page 9.3: each derived result against a route without it."""

from itertools import product

import numpy as np
import pytest
from numpy.testing import assert_allclose


@pytest.mark.verifies("res-9-3-missed")
@pytest.mark.parametrize("count", [2, 3, 5])
def test_the_share_of_resamples_without_an_example_by_all_of_them(count, claim):
    resamples = list(product(range(count), repeat=count))
    without = sum(0 not in drawn for drawn in resamples) / len(resamples)
    assert_allclose(claim((1 - 1 / count) ** count), without)


@pytest.mark.verifies("res-9-3-missed")
def test_the_share_tends_to_one_over_e(claim):
    rng = np.random.default_rng(0)
    missed = [1 - len(set(rng.integers(1000, size=1000))) / 1000 for _ in range(400)]
    assert_allclose(claim(np.exp(-1)), np.mean(missed), atol=1.5e-3)


@pytest.mark.verifies("res-9-3-ambiguity")
@pytest.mark.parametrize("seed", range(5))
def test_the_mean_is_better_than_the_members_by_what_they_disagree(seed, claim):
    rng = np.random.default_rng(seed)
    members, truth = rng.standard_t(2, size=6), rng.normal()
    mean = sum(members) / 6
    average = sum((f - truth) ** 2 for f in members) / 6
    # Pairs know no mean: half the mean squared distance of two members.
    ambiguity = np.mean([(f - g) ** 2 / 2 for f in members for g in members])
    assert_allclose(claim(average - ambiguity), (mean - truth) ** 2)


@pytest.mark.verifies("res-9-3-jensen")
@pytest.mark.parametrize(
    "loss", [np.square, np.abs, np.exp, lambda f: np.logaddexp(0, f), np.cosh]
)
def test_no_weights_of_two_points_break_the_inequality(loss, claim):
    rng = np.random.default_rng(1)
    members = rng.normal(size=(200, 5)) * 3
    bound = claim(np.mean(loss(members), axis=1))
    assert np.all(loss(members.mean(axis=1)) <= bound * (1 + 1e-12))
    equal = np.full(5, 1.7)
    assert_allclose(claim(np.mean(loss(equal))), loss(1.7))


@pytest.mark.verifies("res-9-3-members")
@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_expected_error_by_all_ensembles_of_a_law_of_four_curves(count, claim):
    law = np.array([0.5, 2.0, -1.0, 4.0])  # a member is each with the same chance
    truth = 0.8
    ensembles = product(law, repeat=count)
    expected = np.mean([(np.mean(one) - truth) ** 2 for one in ensembles])
    closed = (law.mean() - truth) ** 2 + law.var() / count
    assert_allclose(claim(closed), expected)
