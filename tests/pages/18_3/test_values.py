"""Values of the record of notebook 18.3, and what page 18.3 says of its own."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import expected, reference

from udl.generative.diffusion import noise_prediction as by_noise
from udl.generative.diffusion.encoder import diffused
from udl.generative.diffusion.lookup_table import LookupTable
from udl.generative.diffusion.reverse import data_given
from udl.generative.normal_mixture import FOUR_NORMALS, density, distance, draw, moments

RECORD = reference("18_3")["Wasserstein-1 to the truth"]
BETA, SIGMA, STEPS = 0.01511, 0.12288, 100
NAMES = ("walks", "noise", "late", "blurred", "by_slope", "exact", "error", "examples")


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("18.3", {name: name for name in NAMES})


def trained(x, rng, times):
    tables = []
    for t in times:
        noise = rng.standard_normal(x.size)
        pair = by_noise.get_data_pairs(x, t, BETA, noise)
        tables.append(LookupTable().fit(*pair))
    return tables


@pytest.fixture(scope="module", params=[11, 12, 13])
def run(request):
    """Distances as they should be, with each slip, and with both."""
    rng = np.random.default_rng(request.param)
    x = draw(FOUR_NORMALS, 100_000, rng)
    right, shifted = (
        trained(x, rng, times) for times in (range(1, STEPS + 1), range(STEPS))
    )
    noise = rng.standard_normal((STEPS + 1, x.size))
    ends = [by_noise.sample(m, BETA, SIGMA, noise)[0] for m in (right, shifted)]
    last = SIGMA * noise[0]
    return (
        noise,
        right,
        [
            distance(FOUR_NORMALS, end)
            for end in (ends[0], ends[0] + last, ends[1], ends[1] + last)
        ],
    )


def of_page(values):
    last = SIGMA * values["noise"][0]
    walks, late = values["walks"][0], values["late"]
    return [distance(FOUR_NORMALS, v) for v in (walks, walks + last, late, late + last)]


def test_the_notebook_states_no_value():
    assert expected("18_3") == {}


def test_each_slip_costs_something_and_both_cost_most(values, run):
    for right, last, shifted, both in (run[2], of_page(values)):
        assert right + 0.002 < last < shifted < both
        assert both > 1.7 * right


def late_alpha(tables, noise):
    """Walk back with the alpha of t + 1 steps in the place of that of t."""
    z = noise[-1]
    for t in range(STEPS, 0, -1):
        part = BETA / np.sqrt(1 - (1 - BETA) ** (t + 1))
        z = (z - part * tables[t - 1].predict(z)) / np.sqrt(1 - BETA)
        z = z + SIGMA * noise[t - 1]
    return distance(FOUR_NORMALS, z)


def test_values_of_the_record_are_those_of_a_third_shift():
    """Its walks take the alpha of t + 1 steps; then two of its three values come."""
    rng = np.random.default_rng(4)
    x = draw(FOUR_NORMALS, 100_000, rng)
    noise = rng.standard_normal((STEPS + 1, x.size))
    right, shifted = (
        trained(x, rng, times) for times in (range(1, STEPS + 1), range(STEPS))
    )
    found = late_alpha(right, noise), late_alpha(shifted, noise)
    stated = (
        RECORD["train at t+1, last noise"],
        RECORD["train at t (as coded), last-step noise"],
    )
    assert_allclose(found, stated, atol=0.006)


def test_scaled_noise_is_far_off(values, run):
    assert distance(FOUR_NORMALS, values["blurred"]) > 5 * of_page(values)[0]


def test_the_slope_of_the_log_density_is_the_average_noise(values):
    assert_allclose(values["by_slope"], values["exact"], atol=1e-6)


@pytest.mark.parametrize("t", [100, 40, 10, 0])
def test_values_on_their_way_back_are_close_to_the_exact_density(values, t):
    assert distance(diffused(FOUR_NORMALS, t, BETA), values["walks"][t]) < 0.07


def test_noise_is_easier_to_say_the_later_it_is():
    rng = np.random.default_rng(6)
    x, epsilon = draw(FOUR_NORMALS, 50_000, rng), rng.standard_normal(50_000)
    explained = []
    for t in (2, 10, 40, 100):
        z, _ = by_noise.get_data_pairs(x, t, BETA, epsilon)
        guess = by_noise.expected_noise(FOUR_NORMALS, z, t, BETA)
        explained.append(np.var(guess))
        left = np.var(epsilon - guess)
        assert_allclose(left + np.var(guess), 1, atol=0.03)  # what the caption says
    assert np.all(np.diff(explained) > 0)


def test_the_best_guess_is_off_by_more_than_0_53_from_step_23_on(values):
    line = np.linspace(-9, 9, 9001)

    def off(t):
        spread = moments(data_given(FOUR_NORMALS, line, t, BETA))[1]
        heights = density(diffused(FOUR_NORMALS, t, BETA), line)
        return np.sqrt(np.sum(spread * heights) * (line[1] - line[0]))

    errors = [off(t) for t in range(1, 101)]
    assert np.all(np.diff(errors) > 0)
    assert errors[21] < 0.527 < 0.533 < errors[22]
    assert_allclose(values["error"], off(10), atol=0.005)
    assert 0.45 < errors[22] / np.sqrt(moments(FOUR_NORMALS)[1]) < 0.55


def test_a_hundredth_step_removes_about_two_percent():
    assert 0.019 < BETA / (1 - (1 - BETA) ** 100) < 0.0195


def test_the_answer_on_weights():
    assert_allclose((1 - (1 - BETA) ** 100) / BETA, 51.7, atol=0.05)
