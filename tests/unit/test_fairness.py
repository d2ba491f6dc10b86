"""Shares above a threshold, against loops over scores and over people."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.stats import norm

from udl.datasets.credit import applicants
from udl.society import fairness

SCORES = np.array([-1.0, 0.5, 2.0, 4.0, 4.5])
PEOPLE = np.random.default_rng(0).integers(1, 9, (2, 3, 5))


def counted(threshold, group):
    """Ask everybody."""
    loans = repaid = defaulted = repayers = defaulters = 0
    for repays in (0, 1):
        for score, number in zip(SCORES, PEOPLE[repays, group], strict=True):
            for _ in range(number):
                gets = score > threshold
                loans += gets
                repaid += gets and repays
                defaulted += gets and not repays
                repayers += repays
                defaulters += not repays
    return (
        loans / (repayers + defaulters),
        repaid / repayers,
        defaulted / defaulters,
        defaulted / loans,
    )


def test_outcomes_are_those_of_counting_every_person():
    thresholds = np.array([-2.0, 1.0, 2.0])
    found = np.array(fairness.outcomes(SCORES, PEOPLE, thresholds))
    for group, threshold in enumerate(thresholds):
        assert_allclose(found[:, group], counted(threshold, group))


def test_one_threshold_serves_all_groups():
    one = fairness.outcomes(SCORES, PEOPLE, 1.0)
    assert_allclose(one, fairness.outcomes(SCORES, PEOPLE, [1.0, 1.0, 1.0]))


@pytest.mark.parametrize("group", range(3))
def test_a_share_is_the_sum_above_over_the_sum(group):
    counts = PEOPLE[1, group]
    shares = [fairness.share_above(SCORES, counts, score) for score in SCORES]
    assert_allclose(shares, [counts[i + 1 :].sum() / counts.sum() for i in range(5)])
    assert_allclose(fairness.shares_above(counts), shares)


def test_a_threshold_gives_the_share_back():
    scores, people = applicants()
    for share in (0.1, 0.6, 0.9):
        threshold = fairness.threshold_for(scores, people[1, 0], share)
        assert_allclose(
            fairness.share_above(scores, people[1, 0], threshold), share, atol=0.003
        )


def test_roc_has_a_point_for_each_threshold():
    curves = fairness.roc(PEOPLE)
    assert curves.shape == (3, 2, 5)
    for i, score in enumerate(SCORES[:-1]):
        found = fairness.outcomes(SCORES, PEOPLE, score)
        assert_allclose(curves[:, 0, i], found.false_positives)
        assert_allclose(curves[:, 1, i], found.true_positives)


def test_the_chance_to_repay_is_a_share_at_a_score():
    chance = fairness.chance_to_repay(PEOPLE)
    assert_allclose(chance[2, 3], PEOPLE[1, 2, 3] / PEOPLE[:, 2, 3].sum())


def test_the_lottery_reaches_its_target_in_a_simulation():
    point, target = (0.1, 0.9), (0.3, 0.7)
    q, r = fairness.lottery(point, target)
    rng = np.random.default_rng(1)
    for rate, wanted in zip(point, target, strict=True):
        by_threshold = rng.random(400_000) < rate
        loans = np.where(rng.random(400_000) < q, by_threshold, rng.random(400_000) < r)
        assert_allclose(loans.mean(), wanted, atol=0.004)  # five standard errors


def test_applicants_are_the_mixtures_of_the_record():
    scores, people = applicants()
    assert people.shape == (2, 2, len(scores)) == (2, 2, 800)
    curve = 650 * (0.6 * norm.pdf(scores, 0.6, 1.2) + 0.4 * norm.pdf(scores, 1.6, 0.7))
    assert_allclose(people[1, 1], curve)
    assert_allclose(0.01 * people.sum(axis=2), [[800, 400], [500, 650]], rtol=0.004)
