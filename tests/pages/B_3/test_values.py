"""Every value of the record is on page B.3; what its sentences claim is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, expected, reference

from udl.fitting.gradient_flow import line_design
from udl.generalization import bayesian

DATA = RECORDS["B_3"]["data"]
NAMES = [
    "x", "y", "X", "sigma_sq", "sigma_p_sq", "ml", "most", "pair", "two", "mean",
    "covariance", "early", "late", "grid", "shares", "evidence", "deviations", "peak",
    "level", "sloping", "angles", "drawn",
]  # fmt: skip
READ = {name: name for name in NAMES}


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("B.3", READ)


def test_the_data_are_those_of_the_notebook(values):
    assert expected("B_3") == {}
    assert values["x"].tolist() == DATA["X"]
    assert values["y"].tolist() == DATA["y"]
    assert values["sigma_sq"] == DATA["sigma_sq_n"]
    assert values["sigma_p_sq"] == DATA["sigma_sq_p"]


def test_the_notebook_s_likeliest_line_and_covariance_come_out(values):
    published = reference("B_3")
    assert_allclose(values["ml"][::-1], published["ML (slope, intercept)"], atol=5e-5)
    turned = values["covariance"][::-1, ::-1]  # slope first there
    assert_allclose(turned, published["posterior covariance"], atol=5e-11)


def test_the_posterior_mean_is_the_map_line(values):
    assert_allclose(values["mean"], values["most"], rtol=1e-10)


def test_six_steep_stripes_leave_the_slope_open(values):
    assert np.all(np.abs(values["x"]) < 0.3)
    offset, slope = np.sqrt(np.diag(values["covariance"]))
    assert slope > 5 * offset


def test_two_close_measurements_make_ml_fall_and_map_nearly_level(values):
    assert_allclose(values["pair"] @ values["X"][:, :2], values["y"][:2])
    assert values["pair"][1] < -0.8 < 0.6 < values["ml"][1]
    assert abs(values["two"][0][1]) < 0.15


def test_offset_and_slope_are_correlated_downward_as_the_inputs_are_positive(values):
    assert values["x"].mean() > 0 > values["covariance"][0, 1]


@pytest.mark.parametrize("seed", range(5))
def test_the_line_is_known_best_at_the_mean_of_the_inputs(seed):
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1, 1, size=8)
    _, covariance = bayesian.posterior(line_design(x), 0 * x, 0.005, 0.4)
    lowest = -covariance[0, 1] / covariance[1, 1]
    assert lowest == pytest.approx(x.sum() / (8 + 0.0125))
    spread = bayesian.predictive(line_design(lowest + np.arange(5) / 5), x[:2],
                                 covariance, 0.0)[1]  # fmt: skip
    assert np.all(np.diff(spread) > 0)


def test_bands_are_narrowest_near_the_middle_and_open(values):
    for count, belief in ((2, values["early"]), (6, values["late"])):
        lowest = values["grid"][belief[1].argmin()]
        assert lowest == pytest.approx(values["x"][:count].mean(), abs=0.02)
        assert belief[1][-1] > 3 * belief[1].min()


def test_at_one_the_variance_is_about_six_times_the_noise(values):
    variance = bayesian.predictive(
        [1.0, 1.0], values["mean"], values["covariance"], 0.005
    )
    assert variance[1] / 0.005 == pytest.approx(6, abs=0.3)
    assert (0.8 + 0.005) / 0.005 > 80  # before any measurement


@pytest.mark.parametrize("seed", range(1, 5))
def test_all_lines_hold_95_percent_and_one_line_far_fewer(values, seed):
    rng, at = np.random.default_rng(seed), line_design(np.linspace(-1, 1, 21))
    hits = []
    for _ in range(400):
        X = line_design(rng.uniform(-1, 1, size=2))
        true = rng.normal(0, np.sqrt(0.4), size=2)
        y = true @ X + rng.normal(0, np.sqrt(0.005), size=2)
        found = bayesian.posterior(X, y, 0.005, 0.4)
        center, variance = bayesian.predictive(at, *found, 0.005)
        off = np.abs(true @ at + rng.normal(0, np.sqrt(0.005), size=21) - center)
        hits.append([off < 2 * np.sqrt(variance), off < 2 * np.sqrt(0.005)])
    both = np.mean(hits, axis=(0, 2))
    assert both[0] == pytest.approx(0.954, abs=0.015)
    assert both[1] < 0.75
    assert values["shares"]["all lines"] == pytest.approx(95.4, abs=1.5)
    assert values["shares"]["the MAP line"] < 75


def test_the_evidence_has_one_peak_below_the_published_deviation(values):
    rises = np.diff(values["evidence"]) > 0
    assert np.all(rises[: values["evidence"].argmax()])
    assert not np.any(rises[values["evidence"].argmax() :])
    assert 0.3 < values["peak"] < 0.45 < np.sqrt(0.4)


def test_a_slope_makes_the_data_many_times_as_probable(values):
    assert values["sloping"] - values["level"] > np.log(100)


@pytest.mark.parametrize("seed", range(3))
def test_the_most_frequent_slope_is_zero_and_the_most_frequent_angle_sixty(seed):
    slopes = np.random.default_rng(seed).normal(0, np.sqrt(2), size=400_000)
    level = np.mean(np.abs(slopes) < 0.125)
    assert level > np.mean(np.abs(np.abs(slopes) - 0.25) < 0.125) / 2
    angles = np.degrees(np.arctan(slopes))
    counts = [np.mean(np.abs(np.abs(angles) - a) < 2.5) for a in range(5, 90, 5)]
    assert 5 * (1 + int(np.argmax(counts))) in (55, 60, 65)
    assert np.degrees(np.arctan(np.sqrt(2 * 2 - 1))) == pytest.approx(60)


def test_six_more_at_zero_tell_nothing_of_the_slope_and_at_the_ends_much(values):
    def slope(more):
        wider = np.hstack([values["X"], line_design(more)])
        return np.sqrt(bayesian.posterior(wider, np.zeros(12), 0.005, 0.4)[1][1, 1])

    alone = np.sqrt(values["covariance"][1, 1])
    assert slope(np.zeros(6)) == pytest.approx(alone, rel=0.02)
    assert slope([-1, 1] * 3) < alone / 4
