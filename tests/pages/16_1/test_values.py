"""Every value of the record of notebook 16.1 is on page 16.1; what it counts is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import minimize
from scipy.stats import norm
from values import expected, reference

from udl.exercises.pages import p16_1
from udl.generative import change_of_variables as flow

RECORD = reference("16_1")
READ = {
    "f": "f",
    "slope": "slope",
    "curve": "curve",
    "places": "places",
    "heights": "heights",
    "area": "area",
    "arrived": "arrived",
    "x": "x",
    "mean_loss": "mean_loss",
    "line": "line",
    "wrong_area": "np.trapezoid(wrong, f(z))",
    "chosen": "chosen",
    "right": "right",
}


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("16.1", READ)


def test_the_notebook_states_no_value():
    assert expected("16_1") == {}


def test_first_draws_are_those_of_the_record(values):
    assert_allclose(values["arrived"][:4], RECORD["first samples"], atol=5e-5)
    assert len(values["arrived"]) == 20


def test_the_area_of_the_record_comes_from_its_grid_and_its_pi(values):
    z = np.arange(-3, 3, 0.01)
    assert len(z) == 600
    pr_z = np.exp(-(z**2) / 2) / np.sqrt(2 * 3.1413)
    area = np.trapezoid(pr_z / values["slope"](z), values["f"](z))
    assert_allclose(area, RECORD["integral of density on [-3,3]"], atol=1e-9)


def test_the_area_is_that_of_the_base_and_one_over_the_line(values):
    area, f = values["area"], values["f"]
    assert_allclose(f(np.array([-3.0, 3.0])), [-3, 3], atol=1e-14)
    assert_allclose(area(-3, 3), norm.cdf(3) - norm.cdf(-3), atol=1e-7)
    assert_allclose(area(-8, 8), 1, atol=1e-7)


def test_pi_of_the_notebook_makes_densities_5_in_100000_too_high():
    assert_allclose(np.sqrt(np.pi / 3.1413) - 1, 5e-5, rtol=0.1)


def test_functions_of_the_page_are_those_of_the_library(values):
    z = np.linspace(-5, 5, 101)
    assert_allclose(values["f"](z), flow.example_map(z), atol=1e-12)
    assert_allclose(values["slope"](z), flow.example_slope(z), atol=1e-12)


def test_the_slope_is_positive_also_far_away(values):
    z = np.concatenate([np.linspace(-30, 30, 7001), [-400, 400]])
    assert values["slope"](z).min() > 0.2


def test_the_curve_has_a_peak_on_the_left_and_a_plateau(values):
    places, heights = values["places"], values["heights"]
    assert -2.4 < places[heights.argmax()] < -2.2
    plateau = heights[(places > -0.2) & (places < 2.1)]
    assert plateau.max() / plateau.min() < 1.2
    assert heights.max() > 2 * plateau.max()


def test_the_smallest_slope_is_beside_the_peak(values):
    z = np.linspace(-3, 3, 60001)
    flattest = values["f"](z[values["slope"](z).argmin()])
    peak = values["places"][values["heights"].argmax()]
    assert 0.005 < abs(flattest - peak) < 0.1


def test_multiplying_gives_another_area(values):
    assert values["wrong_area"] > 2


def test_a_grid_with_weights_counts_the_slope_twice(values):
    right = norm.cdf(p16_1.example_inverse(np.array(-2.0)))
    assert_allclose(np.mean(values["right"] < -2), right, atol=0.006)
    z, pr = values["curve"], values["heights"]
    chosen = pr[values["places"] < -2].sum() / pr.sum()
    assert_allclose(np.mean(values["chosen"] < -2), chosen, atol=0.006)
    assert chosen > right + 0.1
    assert len(z) == 601


def test_the_line_is_the_best_one(values):
    x = values["x"]
    losses = [values["mean_loss"]((s, 0, 1)) for s in x.std() * np.array([0.9, 1, 1.1])]
    assert losses[1] < min(losses[0], losses[2])
    exact = -norm.logpdf(x, 0, x.std()).mean()
    assert_allclose(values["line"], exact, atol=1e-9)


def test_numbers_and_loss_of_the_page_are_those_of_the_exercise(values):
    assert_allclose(values["x"], p16_1.two_humps())
    for phi in ((1, 1, 1), (0.75, 1.35, 10), (0.3, 2, 5)):
        assert_allclose(values["mean_loss"](phi), p16_1.mean_loss(phi), atol=1e-9)


def test_the_target_can_be_reached_and_not_by_much(values):
    found = minimize(values["mean_loss"], (0.5, 1.5, 5), method="Nelder-Mead")
    assert 1.44 < found.fun < 1.46 < values["mean_loss"]((0.5, 1.5, 5)) < 2


def test_the_densities_behind_the_numbers_have_a_lower_loss(values):
    two = [norm.pdf(values["x"], center, 0.5) / 2 for center in (-2, 2)]
    assert round(-np.log(sum(two)).mean(), 3) == 1.378


def test_a_normal_number_is_typically_at_a_distance_of_0_8():
    assert_allclose(np.sqrt(2 / np.pi), 0.8, atol=0.003)


def test_any_density_is_reached_by_the_two_cumulative_distributions():
    z = np.linspace(-3, 3, 13)

    def reach(z):
        return -np.log(norm.sf(z)) / 2  # G^-1[F[z]], exponential with rate 2

    step = 1e-5
    slope = (reach(z + step) - reach(z - step)) / (2 * step)
    assert_allclose(norm.pdf(z) / slope, 2 * np.exp(-2 * reach(z)), rtol=1e-6)
