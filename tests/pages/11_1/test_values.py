"""Values of the record of notebook 11.1, and what page 11.1 says of its own."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, expected, reference

from udl.gradients import shattering
from udl.gradients.initialization import random_parameters
from udl.networks.arc_cosine import deep_correlation

NAMES = ("line", "at_one", "difference", "sizes", "half_a_unit", "found", "pooled",
         "theory", "off", "theory_biased", "pooled_biased", "at_twelve", "later",
         "equal", "starts", "dydx", "limit", "deep", "u", "constant")  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("11.1", {name: name for name in NAMES})


def start(weight, bias, layers, seeds, first=None):
    x, direction = shattering.circle(180)
    widths, slopes = [2] + [200] * layers + [1], []
    weights = [weight / 200 if first is None else first] + [weight / 200] * layers
    for seed in seeds:
        rng = np.random.default_rng(seed)
        drawn = random_parameters(widths, weights, rng, bias / 200)
        slopes.append(shattering.slope(x, *drawn, direction))
    return shattering.circle_autocorrelation(slopes)


def test_the_published_data_and_slope(values):
    assert_allclose(values["line"][0], np.arange(-2, 2, 4 / 256))
    assert values["line"].shape == (1, RECORDS["11_1"]["data"]["D"] + 56)
    stated = expected("11_1")["gradient vs finite difference"]["got"]
    assert [round(values[n], 5) for n in ("at_one", "difference")] == stated


def test_sizes_are_those_of_the_record(values):
    assert_allclose(values["sizes"], reference("11_1")["gradient std"], rtol=2e-4)
    assert 8192 / 1.5 < values["sizes"][1] / values["sizes"][2] < 8192 * 1.5


def test_mean_squares_halve_with_each_layer():
    for layers in (1, 4, 9):
        family = shattering.circle_slopes(
            layers, 100, 400, np.random.default_rng(5), bias=0.5, points=32
        )
        assert_allclose(np.mean(family**2.0), 2.0**-layers, rtol=0.25)


def test_the_published_slopes_do_not_fall_apart(values):
    one, middle, deep = values["half_a_unit"]
    assert min(one, middle, deep) > 0.45
    assert middle > one
    for ac in values["found"].values():
        assert ac[1] > 0.95


def test_pieces_of_one_layer_are_fewer_than_inputs_and_not_at_zero(values):
    g = values["dydx"][1]
    levels = np.unique(g.round(12))
    assert len(levels) < 200
    assert np.abs(levels).min() > 0
    assert len(np.unique((values["dydx"][24] / 1e-6).round(6))) > 200


def test_three_starts_behave_as_the_text_says(values):
    ratio = {key: ac[3] / ac[0] for key, ac in values["starts"].items()}
    assert_allclose(ratio[1, 0], ratio[2, 0], atol=1e-9)
    assert ratio[1, 1] > ratio[2, 1] + 0.2 > ratio[2, 0] + 0.2
    for seed in (10, 30):
        again = {
            key: start(*key, 24, range(seed, seed + 5)).mean(0)
            for key in ((1, 0), (1, 1), (2, 1))
        }
        again = {key: ac[3] / ac[0] for key, ac in again.items()}
        assert again[1, 1] > 0.75
        assert again[1, 0] < again[2, 1] < again[1, 1]


def test_networks_in_single_and_double_precision_have_one_theory(values):
    """The page's families, with other seeds, and its single networks."""
    angles = np.radians(2 * np.arange(46))
    for bias, name in ((0.0, "theory"), (0.5, "theory_biased")):
        layers = 40 if bias else 12
        family = shattering.circle_autocorrelation(
            shattering.circle_slopes(
                layers, 200, 40, np.random.default_rng(77), bias=bias
            )
        )[:, :46]
        pooled = family.mean(0) / family[:, 0].mean()
        assert np.abs(pooled - values[name]).max() < 0.12
        assert_allclose(
            shattering.gradient_correlation(angles, layers, bias=bias), values[name]
        )
    single = start(2, 0, 12, range(40), first=1.0).mean(0)
    assert np.abs(single[:46] / single[0] - values["theory"]).max() < 0.15


def test_the_band_of_single_networks_is_wide():
    family = shattering.circle_autocorrelation(
        shattering.circle_slopes(12, 200, 60, np.random.default_rng(4))
    )
    low, high = np.percentile(family[:, 10] / family[:, 0], [10, 90])
    assert high - low > 0.15


def test_with_biases_depth_no_longer_matters(values):
    assert values["later"] < 0.01
    far = shattering.gradient_correlation(np.radians(10), 1000, bias=0.5)
    assert_allclose(far, values["theory_biased"][5], atol=1e-4)
    crossing = 2 * np.argmax(values["theory_biased"] < 0)  # degrees
    assert 45 < crossing < 55
    angle = np.arccos(deep_correlation(np.pi / 2, 12, bias=0.5)[0])
    assert angle / np.pi < 0.01  # the share of units that differ


def test_three_depths_are_one_curve(values):
    for curve in values["deep"].values():
        assert np.abs(curve - values["limit"]).max() < 0.09
        crossing = values["u"][np.argmax(curve < 0)]
        assert 0.4 < crossing < 0.55
    assert_allclose(values["u"][np.argmin(values["limit"])], 1)


def test_depth_times_angle_is_about_1_08():
    theta = 0.004
    depth = next(
        K for K in range(240, 300) if shattering.gradient_correlation(theta, K) <= 0.5
    )
    assert abs(depth * theta - 1.08) < 0.015
    assert abs((1 - 2 * 0.1145) / 1.1145**4 - 0.5) < 0.002
    assert_allclose(3 * np.pi * 0.1145, 1.08, atol=0.002)


def test_skips_of_one_half_count_half_and_of_one_over_k_not():
    for layers in (20, 60):
        half = shattering.gradient_correlation(0.1, layers, skip=0.5)
        assert abs(half - shattering.gradient_correlation(0.1, layers // 2)) < 0.08
    found = [
        shattering.gradient_correlation(0.1, K, skip=1 - 1 / K)
        for K in (10, 50, 250, 1000)
    ]
    assert min(found) > 0.92


def test_a_constant_seems_to_disagree(values):
    assert_allclose(values["constant"][192] / values["constant"][128], 0.75)


def test_the_mean_matters_most_for_24_layers(values):
    change = {}
    for K, g in values["dydx"].items():
        raw, centered = shattering.autocorr(g), shattering.autocorr(g - g.mean())
        change[K] = abs(raw[160] / raw[128] - centered[160] / centered[128])
    assert max(change, key=change.get) == 24


def test_narrow_networks_are_off():
    wanted = shattering.gradient_correlation(np.radians(4), 40)
    off = []
    for units in (30, 60, 120):
        many = shattering.circle_autocorrelation(
            shattering.circle_slopes(40, units, 50, np.random.default_rng(9))
        )
        off.append(np.mean(many[:, 2] / many[:, 0]) - wanted)
    assert off[0] > off[1] > off[2]
    assert off[0] > 0.1
