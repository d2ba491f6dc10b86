"""Every value of the record of notebook 21.1 is on page 21.1; what it counts is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import brentq
from scipy.stats import norm
from values import expected, reference

STATED = expected("21_1")
RECORD = reference("21_1")
CURVES = {  # weight, two means, two standard deviations, share of the first
    (0, 0): (800, -1.5, -2.5, 0.8, 0.6, 0.6),
    (1, 0): (500, 0.1, 0.7, 1.5, 0.8, 0.4),
    (0, 1): (400, 0.2, -0.1, 0.8, 0.6, 0.3),
    (1, 1): (650, 0.6, 1.6, 1.2, 0.7, 0.6),
}
READ = {
    "blind": "blind",
    "gaps": "gaps",
    "level": "level",
    "thresholds": "thresholds",
    "table": "table",
    "curves": "curves",
    "lottery": "(q, r, better, worse)",
    "FPR": "(FPR, odds * delta / (1 - delta) * TPR)",
    "base": "base",
    "odds": "odds",
    "chance": "chance",
    "scores": "scores",
    "means": "(a, b)",
}


def above(kind, group, threshold):
    """People of one kind above a threshold, by the normal distribution."""
    weight, mean_1, mean_2, sigma_1, sigma_2, share = CURVES[kind, group]
    first = norm.sf(threshold, mean_1, sigma_1)
    return weight * (share * first + (1 - share) * norm.sf(threshold, mean_2, sigma_2))


def rates(group, threshold):
    bad, good = above(0, group, threshold), above(1, group, threshold)
    all_bad, all_good = CURVES[0, group][0], CURVES[1, group][0]
    loans = good + bad
    return (
        loans / (all_bad + all_good),
        good / all_good,
        bad / all_bad,
        bad / loans,
    )


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("21.1", READ)


def test_loans_at_the_threshold_zero_are_those_of_the_record(values):
    assert_allclose(values["blind"], RECORD["probability of loan at tau=0"], rtol=1e-8)


def test_thresholds_reach_the_goals_of_the_record(values):
    goals = ("overall loan probability target", "true positive target")
    for goal, name in zip(
        goals, ("demographic parity", "equal opportunity"), strict=True
    ):
        taus = values["thresholds"][name]
        assert_allclose(taus, list(STATED[goal]["got"].values()), atol=5e-5)
        column = 0 if name == "demographic parity" else 1
        assert_allclose(
            values["table"][name][column], float(STATED[goal]["value"]), atol=0.0035
        )


def test_thresholds_agree_with_those_of_the_whole_line(values):
    for group in (0, 1):
        parity = brentq(lambda t, p=group: rates(p, t)[0] - 0.6, -6, 6)
        assert_allclose(
            values["thresholds"]["demographic parity"][group], parity, atol=0.01
        )
        equal = brentq(lambda t, p=group: rates(p, t)[1] - 0.8, -6, 6)
        assert_allclose(
            values["thresholds"]["equal opportunity"][group], equal, atol=0.01
        )


def test_rates_of_the_table_agree_with_the_whole_line(values):
    for name, taus in values["thresholds"].items():
        for group, tau in enumerate(taus):
            found = values["table"][name][:, group]
            assert_allclose(found, rates(group, tau), atol=0.006)


def test_only_the_share_of_bad_loans_can_be_equal_for_one_threshold(values):
    *areas, defaults = np.transpose(values["gaps"])
    for gap in areas:
        assert max(gap) < 0
    signs = np.sign(defaults)
    assert np.count_nonzero(np.diff(signs)) == 1
    at = brentq(lambda t: rates(0, t)[3] - rates(1, t)[3], -3, 3)
    assert_allclose(values["level"], at, atol=0.01)


def test_good_people_of_group_0_are_worse_off_at_each_of_these_thresholds():
    for t in np.linspace(-3, 3, 401):
        assert all(rates(0, t)[k] < rates(1, t)[k] for k in (0, 1, 2))


def test_each_criterion_makes_its_own_column_equal_and_no_other(values):
    own = {
        "blindness": None,
        "demographic parity": 0,
        "equal opportunity": 1,
        "predictive parity": 3,
    }
    for name, column in own.items():
        apart = np.abs(np.diff(values["table"][name]))[:, 0]
        for k, gap in enumerate(apart):
            assert gap < 0.005 if k == column else gap > 0.03


def test_at_equal_shares_far_more_default_in_group_0(values):
    risk = values["table"]["demographic parity"][3]
    assert risk[0] > 1.5 * risk[1]


def test_a_true_positive_rate_of_80_percent_is_not_20_percent_of_defaults(values):
    risk = values["table"]["equal opportunity"][3]
    assert_allclose(risk, [0.091, 0.260], atol=0.0005)
    assert_allclose(
        [rates(0, -0.3932)[3], rates(1, 0.0531)[3]], [0.091, 0.258], atol=1e-3
    )


def test_roc_curves_meet_only_in_the_corners(values):
    (x_0, y_0), (x_1, y_1) = values["curves"]
    f = np.linspace(0.001, 0.999, 999)
    high, low = (np.interp(f, x[::-1], y[::-1]) for x, y in ((x_0, y_0), (x_1, y_1)))
    assert np.all(high > low)
    assert_allclose([min(high - low), max(high - low)], [0.007, 0.345], atol=0.0005)
    below = f[low < f]
    assert below.size
    assert below.min() > 0.95  # under the coin, at the upper right


def test_the_lottery_keeps_the_true_positive_rate_of_group_0(values):
    q, r, better, worse = values["lottery"]
    assert 0 < q < 1
    assert 0 < r < 1
    assert_allclose([better[1], worse[1]], 0.8, atol=0.0035)
    assert_allclose(q * better + (1 - q) * r, worse)
    assert worse[0] > 5 * better[0]


def test_the_identity_holds_and_odds_say_how_far_apart(values):
    assert_allclose(*values["FPR"])
    assert_allclose(values["base"], [500 / 1300, 650 / 1050], atol=0.001)
    assert_allclose(values["odds"], [500 / 800, 650 / 400], rtol=0.005)


def test_chances_rise_in_group_0_and_fall_first_in_group_1(values):
    scores, (first, second) = values["scores"], values["chance"]
    bottom = np.argmin(second)
    assert_allclose(scores[bottom], -0.38, atol=0.011)
    assert np.all(np.diff(second[: bottom + 1]) < 0)
    assert np.all(np.diff(second[bottom:]) > 0)
    lowest = scores < -1.6
    assert np.all(second[lowest] > values["base"][1])  # better than the average
    rising = scores > scores[np.argmin(first)]
    assert np.all(np.diff(first[rising]) > 0)
    assert scores[rising][0] < -2.8


def test_the_calibrated_score_is_not_balanced(values):
    a, b = values["means"]
    assert_allclose(b / (1 - a + b), values["base"])
    assert abs(a[0] - a[1]) > 0.05
    assert abs(b[0] - b[1]) > 0.3
