"""Every value of the record of notebook 18.1 is on page 18.1; what it says is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import expected, reference

from udl.generative.diffusion.encoder import diffuse, diffused, diffusion_kernel
from udl.generative.normal_mixture import FOUR_NORMALS, density, draw, moments
from udl.losses.distributions import normal_pdf

RECORD = reference("18_1")
BETA = 0.01511
NAMES = (
    *("beta", "steps", "marginals", "grid", "paths", "starts", "walked", "mean", "std"),
    *("data", "walks", "summed", "exact", "alpha_T", "excess", "apart", "inside"),
    "line",
)


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("18.1", {name: name for name in NAMES})


def test_the_notebook_states_no_value():
    assert expected("18_1") == {}


def test_moments_of_the_data_are_those_of_the_record():
    record = RECORD["mixture mean/variance"]
    assert_allclose(moments(FOUR_NORMALS), (record["mean"], record["var"]), rtol=1e-9)


def test_mass_on_the_published_grid_is_that_of_the_record(values):
    assert_allclose(values["inside"].sum() * 0.01, RECORD["mass on grid at t=100"])


def test_published_constants_are_used(values):
    assert (values["beta"], values["steps"]) == (BETA, 100)


def test_four_bumps_become_one_hill(values):
    def peaks(t):
        rising = np.diff(values["marginals"][:, t]) > 0
        return np.sum(rising[:-1] & ~rising[1:])

    assert peaks(0) == 4
    assert peaks(100) == peaks(20) == 1
    assert peaks(15) > 1


def test_walk_and_kernel_agree(values):
    assert_allclose(values["walked"].mean(), values["mean"], atol=0.03)
    assert_allclose(values["walked"].std(), values["std"], atol=0.03)


def test_a_hundred_steps_bring_minus_two_to_about_minus_0_9():
    mean, _ = diffusion_kernel(-2.0, 100, BETA)
    assert round(float(mean), 1) == -0.9
    assert round(np.sqrt(1 - BETA), 4) == 0.9924
    assert round((1 - BETA) ** 50, 2) == 0.47
    assert round((1 - BETA) ** 100, 2) == 0.22


def test_another_start_moves_the_mean_by_less_than_two_at_the_end():
    low, high = (diffusion_kernel(x, 100, BETA) for x in (-2.0, 2.0))
    assert 1.8 < high[0] - low[0] < 2
    assert low[1] == high[1]


def test_the_narrow_bump_is_about_seven_times_as_wide_at_step_20():
    later = diffused(FOUR_NORMALS, 20, BETA)
    assert round(float(later.means[3]), 1) == -1.6
    assert 6.5 < later.deviations[3] / 0.075 < 7.5
    assert round((1 - BETA) ** 10, 2) == 0.86
    assert round(1 - (1 - BETA) ** 20, 2) == 0.26
    assert round(0.075 * (1 - BETA) ** 10, 3) == 0.064


def test_sum_and_closed_form_agree_at_step_40(values):
    assert_allclose(values["summed"], values["exact"], atol=1e-9)


@pytest.mark.parametrize("t", [0, 5, 10, 20, 40, 80, 100])
def test_points_that_walk_have_the_exact_distribution(t):
    later = diffused(FOUR_NORMALS, t, BETA)
    mean, variance = moments(later)
    for seed in (1, 2):
        rng = np.random.default_rng(seed)
        points = diffuse(draw(FOUR_NORMALS, 20000, rng), np.full(t, BETA), rng)[-1]
        edges = np.linspace(-4, 4, 33)
        shares = np.histogram(points, edges)[0] / points.size
        middles = (edges[:-1] + edges[1:])[:, np.newaxis] / 2
        fine = middles + np.linspace(-0.125, 0.125, 51)
        exact = density(later, fine).mean(axis=1) * 0.25
        assert np.abs(shares - exact).max() < 0.012
        assert_allclose(points.mean(), mean, atol=0.04)
        assert_allclose(points.var(), variance, atol=0.06)


def test_nearly_half_of_the_data_is_left(values):
    left = np.sqrt(values["alpha_T"])
    assert 0.46 < left < 0.47
    correlation = left * np.sqrt(moments(FOUR_NORMALS)[1])
    correlation /= np.sqrt(moments(diffused(FOUR_NORMALS, 100, BETA))[1])
    seen = np.corrcoef(values["data"], values["walks"][-1])[0, 1]
    assert_allclose(seen, correlation, atol=0.04)


def test_the_distance_from_the_standard_normal_is_that_of_quantiles(values):
    """Sorted points against sorted points: the definition, on other seeds."""
    distance = np.sum(np.abs(values["excess"])) * 0.02
    later = diffused(FOUR_NORMALS, 100, BETA)
    levels = (np.arange(20000) + 0.5) / 20000
    fine = np.linspace(-8, 8, 32001)
    step = fine[1] - fine[0]

    def quantiles(heights):
        return np.interp(levels, np.cumsum(heights) * step, fine)

    between = quantiles(density(later, fine)) - quantiles(normal_pdf(fine, 0, 1))
    assert_allclose(distance, np.abs(between).mean(), rtol=0.01)
    assert np.allclose(np.diff(values["line"]), 0.02)


def test_nearly_all_of_the_distance_is_the_mean(values):
    distance = np.sum(np.abs(values["excess"])) * 0.02
    mean, _ = moments(diffused(FOUR_NORMALS, 100, BETA))
    assert 0.95 < mean / distance <= 1


def test_the_variance_of_the_data_falls(values):
    for seed in (3, 4, 5):
        rng = np.random.default_rng(seed)
        data = draw(FOUR_NORMALS, 10000, rng)
        assert diffuse(data, np.full(100, BETA), rng)[-1].var() < data.var()
    assert values["walks"][-1].var() < values["walks"][0].var()


def test_separate_draws_are_much_farther_apart_than_steps_of_a_path(values):
    steps = (values["walks"][51] - values["walks"][50]).std()
    assert_allclose(steps, np.sqrt(BETA), rtol=0.05)
    assert values["apart"].std() > 5 * steps


def test_no_straight_line_from_zero_reaches_both_targets_of_the_experiment():
    line = np.arange(1, 101) / 100
    for slope in np.linspace(0, 0.1, 201):
        for start in (line, line - 0.01):
            kept = np.sqrt(np.cumprod(1 - slope * start))
            assert not (kept[49] >= 0.8 and kept[-1] <= 0.1)


def test_the_constant_schedule_misses_both_targets_together():
    for beta in np.linspace(0, 0.1, 201):
        kept = np.sqrt(np.cumprod(np.full(100, 1 - beta)))
        assert not (kept[49] >= 0.8 and kept[-1] <= 0.1)
