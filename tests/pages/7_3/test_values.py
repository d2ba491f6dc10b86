"""Every value of the record of notebook 7.3 is on page 7.3; what it claims is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.stats import ks_2samp
from values import assert_printed, expected, reference

from udl.exercises.pages.p7_3 import _arrive, _chances
from udl.gradients.initialization import random_parameters
from udl.gradients.mean_squares import mean_squares_forward, measure
from udl.networks.derivatives import relu_derivative

READ = {
    "five": "five",
    "last": "last",
    "runs": "runs",
    "sizes": "sizes",
    "arrivals": "arrivals",
    "lottery": "lottery",
    "forward": "forward",
    "back": "back",
    "below": "below",
    "naive": "naive",
    "moments": "(mean, mean_square, variance)",
    "clipped": "h",
}
REFERENCE = reference("7_3")
FIVE = REFERENCE["std of hidden units layers 1..5"]
LAST = REFERENCE["K=50, D=80: last-layer std"]  # variances 1, 1/80, 2/80, 4/80
PRINTED = [f"five[{k}]" for k in range(5)] + [f"last[{k}]" for k in range(4)]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("7.3", READ)


def test_the_notebook_states_no_value():
    assert expected("7_3") == {}


def test_five_layers_grow_as_the_record_says(values):
    assert_allclose(values["five"], FIVE, atol=5e-4)
    assert np.all(np.diff(values["five"]) > 0)


def test_fifty_layers_end_as_the_record_says(values):
    one, quadruple, double, single = values["last"]
    assert_allclose([one, single, double, quadruple], LAST, rtol=1e-3)
    assert one > np.finfo(np.float32).max
    assert f"{np.finfo(np.float32).max:.1e}" == "3.4e+38"


@pytest.mark.parametrize("expression", PRINTED)
def test_each_value_is_printed_by_the_text(page, expression):
    assert_printed(expression, page("7.3"))


@pytest.mark.parametrize("factor", [0.5, 1, 1.5, 1.8, 2, 2.6, 3, 4, 8])
def test_at_no_stop_of_the_slider_does_the_middle_network_arrive(factor, page):
    assert "vary: {factor: [0.5, 1, 1.5, 1.8, 2, 2.6, 3, 4, 8]}" in page("7.3").text
    ends = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        _, omegas = random_parameters([1] + [80] * 50, factor / 80, rng)
        ends.append(mean_squares_forward([[1.0]], omegas)[-1] ** 0.5)
    assert not 0.1 < np.median(ends) < 10


def test_the_variance_of_the_solution_serves_and_that_of_the_formula_does_not(values):
    assert values["arrivals"](2.25 / 80, 80) > 80
    assert values["arrivals"](2.25 / 40, 40, networks=60) > 0.8 * 60
    for width in (40, 80, 160):
        assert _arrive(2.25 / width, width)
        assert not _arrive(2 / width, width)
    works = [c for c in np.arange(1.8, 2.8, 0.01) if _arrive(c / 80, 80)]
    assert abs((works[0] + works[-1]) / 2 - 2.25) < 0.03
    assert_allclose(np.sqrt(1.1), 1.05, atol=2e-3)
    assert round(np.sqrt(1.1) ** 50) == 11


def test_check_counts_networks_as_the_page_does(values):
    def end(seed):
        return values["sizes"](1 / 20, 20, 50, np.random.default_rng(seed))[-1]

    ends = [2 * np.log(end(seed)) for seed in range(400)]
    short = _chances(20) - 50 * np.log(20)
    assert ks_2samp(ends, short).pvalue > 1e-3


def test_a_sample_agrees_with_the_moments(values):
    h = values["clipped"]
    sample = h.mean(), np.mean(h**2), h.var()
    assert_allclose(sample, values["moments"], atol=0.01)


def test_derivatives_explode_and_vanish_with_the_activations(values):
    back = {name: sizes for name, (_, sizes) in values["runs"].items()}
    for name in ("1", "4/80"):
        assert back[name][0] > 1e5 * back[name][-1]
    assert back["1/80"][0] < 1e-5 * back["1/80"][-1]
    assert 0.1 < back["2/80"][0] / back["2/80"][-1] < 10


@pytest.mark.parametrize("first", [0, 100, 200])
def test_most_networks_end_below_the_prediction_and_scatter_more(values, first):
    widths, variances = [1] + [80] * 50 + [1], [1] + [2 / 80] * 49 + [2]
    runs = [
        measure(widths, variances, np.random.default_rng(first + seed), 10)
        for seed in range(40)
    ]
    forward, backward = np.swapaxes(runs, 0, 1)[:, :, :50]
    below = [int(np.sum(ends < 1)) for ends in (forward[:, -1], backward[:, 0])]
    if not first:
        assert below == values["below"]
    assert min(below) > 22
    assert np.std(np.log(forward[:, -1])) > 2 * np.std(np.log(forward[:, 0]))
    assert np.std(np.log(backward[:, 0])) > 2 * np.std(np.log(backward[:, -1]))


def test_one_fan_stays_in_range_and_the_compromise_does_not(values):
    forward, back = values["forward"], values["back"]
    assert_allclose(forward["fan-in"], 1)
    assert_allclose(back["fan-out"], 1)
    assert_allclose(back["fan-in"][0], 4)
    for name in ("fan-in", "fan-out"):
        assert np.all((forward[name] > 0.249) & (forward[name] < 1.001))
    assert_allclose(sorted(set(forward["fan-out"].round(9))), [0.25, 1])
    compromise = forward["compromise"]
    assert_allclose(compromise[2::2] / compromise[:-2:2], 0.64)
    assert compromise[-1] < 1e-4 > back["compromise"][0]


def test_weights_for_the_variance_of_activations_are_too_large(values):
    sizes = values["sizes"]
    ends = [
        sizes(values["naive"], 80, 50, np.random.default_rng(s))[-1] for s in (7, 8)
    ]
    assert min(ends) > 100


@pytest.mark.parametrize("seed", range(3))
def test_the_typical_network_is_a_fifth_and_four_in_five_lose(values, seed):
    rng = np.random.default_rng(seed)
    q = values["lottery"](80, 49, 2000, rng)[:, -1]
    assert f"{np.median(q):.1f}" == "0.2"
    assert 0.77 < np.mean(q < 1) < 0.84
    assert 0.7 < q.mean() < 1.5


def test_the_lottery_is_that_of_networks(values):
    rng = np.random.default_rng(0)
    ends = []
    for _ in range(400):
        omegas = [np.sqrt(2 / 20) * rng.normal(size=(20, 20)) for _ in range(30)]
        ends.append(mean_squares_forward(np.eye(20)[:, :1] * 20**0.5, omegas)[-1])
    short = values["lottery"](20, 30, 4000, rng)[:, -1]
    assert ks_2samp(ends, short).pvalue > 1e-3


def test_slope_at_zero_is_zero():
    assert relu_derivative([[0.0, -0.0]]).tolist() == [[0.0, 0.0]]
