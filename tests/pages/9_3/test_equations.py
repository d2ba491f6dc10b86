"""Page 9.3: each derived result against a route without it."""

from itertools import product

import numpy as np
import pytest
from numpy.testing import assert_allclose


@pytest.mark.verifies("res-9-3-missed")
def test_the_share_of_resamples_without_an_example_by_all_of_them(claim):
    for count in (2, 3, 5):
        resamples = list(product(range(count), repeat=count))
        without = sum(0 not in drawn for drawn in resamples) / len(resamples)
        assert_allclose(claim((1 - 1 / count) ** count), without)


@pytest.mark.verifies("res-9-3-missed")
def test_the_share_tends_to_one_over_e(claim):
    missed = 1.0
    for _ in range(1_000_000):  # draw by draw, no power
        missed *= 1 - 1e-6
    assert_allclose(claim(np.exp(-1)), missed, rtol=1e-5)


@pytest.mark.verifies("res-9-3-ambiguity")
def test_the_mean_is_better_than_the_members_by_what_they_disagree(claim):
    rng = np.random.default_rng(0)
    for count in (2, 3, 6):
        members, truth = rng.standard_t(2, size=count), rng.normal()
        average = sum((f - truth) ** 2 for f in members) / count
        # Pairs know no mean: half the mean squared distance of two members.
        ambiguity = np.mean([(f - g) ** 2 / 2 for f in members for g in members])
        found = (sum(members) / count - truth) ** 2
        assert_allclose(claim(average - ambiguity), found)


@pytest.mark.verifies("res-9-3-jensen")
def test_the_inequality_holds_for_convex_losses_and_is_tight_for_equal_members(claim):
    rng = np.random.default_rng(1)
    losses = np.square, np.abs, np.exp, np.cosh, lambda f: np.logaddexp(0, f)
    for loss in losses:
        members = rng.normal(size=(200, 5)) * 3
        assert np.all(loss(members.mean(axis=1)) <= np.mean(loss(members), axis=1))
        assert_allclose(claim(np.mean(loss(np.full(5, 1.7)))), loss(1.7))


@pytest.mark.verifies("res-9-3-members")
def test_the_expected_error_by_all_ensembles_of_a_law_of_four_curves(claim):
    law = np.array([0.5, 2.0, -1.0, 4.0])  # a member is each with the same chance
    truth = 0.8
    for count in (1, 2, 3):
        ensembles = product(law, repeat=count)
        expected = np.mean([(np.mean(one) - truth) ** 2 for one in ensembles])
        closed = (law.mean() - truth) ** 2 + law.var() / count
        assert_allclose(claim(closed), expected)
