"""Every value of the record is on page B.5; what its sentences claim is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, expected

from udl.theory import gaussian_process as gp
from udl.theory import wide_network as wide

DATA = RECORDS["B_5"]["data"]
NAMES = [
    "sigma_beta_sq", "sigma_omega_sq", "grid", "deviation", "drawn", "derived",
    "families", "between", "far", "cuts", "x", "y", "posterior", "near", "end",
    "gaps", "kernel_of",
]  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("B.5", {name: name for name in NAMES})


def test_the_numbers_are_those_of_the_notebook(values):
    assert expected("B_5") == {}
    assert values["sigma_beta_sq"] == DATA["sigma_beta"] ** 2
    assert values["sigma_omega_sq"] == DATA["sigma_omega"] ** 2
    assert DATA["data"] == "seed 7 as function view"


@pytest.mark.parametrize("seed", range(3))
def test_bands_of_narrow_and_wide_networks_are_those_of_the_process(values, seed):
    rng, at = np.random.default_rng(seed), values["grid"][::40]
    for width in (1, 2, 100):
        f = wide.random_networks(at, width, 20_000, rng, 0.25, 1.0)
        theory = values["deviation"][::40] ** 2
        assert_allclose(np.mean(f**2, axis=0), theory, rtol=0.12)


def test_drawn_covariances_are_the_derived_ones(values):
    assert_allclose(values["drawn"], values["derived"], atol=0.08)


@pytest.mark.parametrize("seed", range(4))
def test_narrow_networks_have_more_strays(values, seed):
    def strays(width):
        f = wide.random_networks(
            [1.0], width, 20_000, np.random.default_rng(seed), 0.25, 1.0
        )
        return np.mean(np.abs(f) > 3 * np.sqrt(values["between"][1, 1]))

    assert strays(1) > 1.3 * strays(5)
    assert strays(1) > 3 * strays(100)
    assert values["far"][1] > values["far"][100]


def test_a_normal_distribution_has_about_five_of_two_thousand_outside():
    from scipy.stats import norm

    assert 2000 * 2 * norm.sf(3) == pytest.approx(5.4, abs=0.1)


@pytest.mark.parametrize("seed", range(3))
def test_excess_kurtosis_is_fifteen_over_the_width(seed):
    rng = np.random.default_rng(seed)
    f = wide.random_networks([1.0], 10, 100_000, rng, 0.0, 1.0)[:, 0]
    assert np.mean(f**4) / np.mean(f**2) ** 2 - 3 == pytest.approx(1.5, abs=0.35)


def test_correlation_stays_on_the_right_and_falls_on_the_left(values):
    cuts = values["cuts"]
    assert all(cut[-1] > 0.9 for cut in cuts.values())
    assert cuts["16"][0] < 0.01
    assert cuts["16"][0] < cuts["1"][0] < cuts["0.1"][0]


def test_the_band_opens_beyond_the_examples_and_hardly_in_the_gap(values):
    end = values["end"]
    assert end[24] < 1.3 * end.min()
    assert min(end[0], end[-1]) > 1.7 * end.min()


def test_wider_random_features_come_closer(values):
    gaps = values["gaps"]
    assert gaps[30] > 1.5 * gaps[300] > 2.25 * gaps[3000]


def test_the_posterior_of_features_has_the_kernel_s_limit(values):
    rng = np.random.default_rng(0)
    beta, omega = 0.5 * rng.normal(size=(1, 40_000)), 2 * rng.normal(size=(1, 40_000))
    at = values["x"][:4, np.newaxis]
    hidden = np.maximum(beta + omega * at, 0)
    found = 4 / 40_000 * hidden @ hidden.T + 0.25
    assert_allclose(found, values["kernel_of"](at[:, 0], at[:, 0]), rtol=0.05)


def test_large_weights_make_the_two_sides_strangers():
    apart = []
    for variance in (0.1, 1, 16):
        K = wide.network_kernel([-3.0, 3.0], [-3.0, 3.0], 0.25, variance)
        apart.append(K[0, 1] / K[0, 0])
    assert apart[0] > apart[1] > apart[2]
    assert apart[2] < 0.1


def test_depth_draws_the_correlation_to_one():
    def correlation(layers):
        K = wide.network_kernel([-1.0, 1.0], [-1.0, 1.0], 0.25, 1.0, layers)
        return K[0, 1] / K[0, 0]

    assert f"{correlation(1):.2f}" == "0.34"
    assert np.all(np.diff([correlation(n) for n in range(1, 12)]) > 0)
    assert correlation(10) > 0.999


def test_without_the_division_the_spread_grows_as_the_root_of_the_width():
    spreads = [
        np.std(
            wide.random_networks([1.0], D, 500, np.random.default_rng(1), 0.0, 1.0)
            * np.sqrt(D)
        )
        for D in (1, 100, 10_000)
    ]
    assert spreads[1] > 5 * spreads[0]
    assert spreads[2] > 5 * spreads[1]


def test_at_every_input_the_draws_are_nearly_straight_far_away(values):
    K = wide.network_kernel(values["grid"], values["grid"], 0.25, 1.0)
    drawn = gp.draw_functions(0 * values["grid"], K, np.random.default_rng(0).normal(
        size=(121, 200)))  # fmt: skip
    bend = np.abs(np.diff(drawn[:, ::10], 2)).mean(axis=0)
    assert bend[[0, -1]].max() < bend[4:7].max() / 3
