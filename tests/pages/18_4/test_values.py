"""Values of the record of notebook 18.4, and what page 18.4 says of its own."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import expected, reference

from udl.generative.diffusion import ddim
from udl.generative.diffusion import noise_prediction as by_noise
from udl.generative.diffusion.encoder import diffused
from udl.generative.diffusion.lookup_table import LookupTable
from udl.generative.normal_mixture import FOUR_NORMALS, distance, draw, moments

RECORD = reference("18_4")["Wasserstein-1 DDIM"]
BETA, STEPS = 0.01511, 100
EVEN = [100, 88, 75, 62, 50, 38, 25, 12, 0]
SIGMAS = (0.0, 0.001, 0.05, 0.11)
NAMES = ("tables", "noise", "better", "z", "right", "y", "euler", "even", "jumps")


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("18.4", {name: name for name in NAMES})


class ExactNoise:
    def __init__(self, t):
        self.t = t

    def predict(self, z):
        return by_noise.expected_noise(FOUR_NORMALS, z, self.t, BETA)


EXACT = [ExactNoise(t) for t in range(1, STEPS + 1)]


def started(noise):
    mean, variance = moments(diffused(FOUR_NORMALS, STEPS, BETA))
    return mean + np.sqrt(variance) * noise


@pytest.fixture(scope="module", params=[11, 12])
def run(request):
    """Tables trained with other seeds, other tables one step late, and noise."""
    rng = np.random.default_rng(request.param)
    x = draw(FOUR_NORMALS, 100_000, rng)
    right, shifted = [
        [
            LookupTable().fit(
                *by_noise.get_data_pairs(x, t, BETA, rng.standard_normal(x.size))
            )
            for t in times
        ]
        for times in (range(1, STEPS + 1), range(STEPS))
    ]
    return right, shifted, rng.standard_normal((STEPS + 1, x.size))


def off(values):
    return distance(FOUR_NORMALS, values)


def walked(tables, noise, sigma):
    return off(ddim.sample_ddim(tables, BETA, sigma, noise)[0])


def test_the_notebook_states_no_value():
    assert expected("18_4") == {}


def test_wrong_indices_hardly_show(values, run):
    """The record's values are 0.065 with right indices and 0.069 as published."""
    _, shifted, noise = run
    z = noise[-1]
    for t in range(STEPS, 0, -1):
        now, before = (1 - BETA) ** (t + 1), (1 - BETA) ** t
        guess = shifted[t - 1].predict(z)
        z = ddim.ddim_step(z, guess, now, before, 0.001, noise[t - 1])
    pairs = (
        (walked(run[0], noise, 0.001), off(z)),
        (off(values["right"]), off(values["z"])),
    )
    for right, coded in pairs:
        assert abs(right - coded) < 0.008
        assert_allclose(right, RECORD["consistent indices"], atol=0.012)
        assert_allclose(coded, RECORD["as coded"], atol=0.015)


def test_less_noise_is_worse_from_the_standard_normal(run):
    tables, _, noise = run
    found = [walked(tables, noise, sigma) for sigma in SIGMAS]
    assert found[3] < found[2] < min(found[0], found[1])


def test_with_a_better_start_no_noise_is_not_worse(run):
    tables, _, noise = run
    better = noise.copy()
    better[-1] = started(noise[-1])
    found = [walked(tables, better, sigma) for sigma in SIGMAS]
    plain = walked(tables, noise, 0.0)
    assert max(found) < 0.6 * plain


def test_walks_without_noise_keep_their_order_and_those_with_noise_do_not():
    start = np.linspace(-2.5, 2.5, 401)
    for jumps in (2, 5, 20, 100):
        times = np.linspace(STEPS, 0, jumps + 1).round().astype(int)
        assert np.all(np.diff(ddim.sample_fast(EXACT, BETA, times, start)) > 0)
    noise = np.random.default_rng(0).standard_normal((STEPS + 1, 401))
    noise[-1] = start
    ends = ddim.sample_ddim(EXACT, BETA, 0.11, noise)[0]
    assert np.any(np.diff(ends) < 0)


def test_the_more_jumps_the_closer_to_the_map_of_quantiles(evaluated):
    distances = []
    fine = evaluated("18.4", {"ideal": "ideal", "start": "start"})
    for jumps in (1, 2, 5, 20, 100):
        times = np.linspace(STEPS, 0, jumps + 1).round().astype(int)
        end = ddim.sample_fast(EXACT, BETA, times, fine["start"])
        distances.append(np.abs(end - fine["ideal"]).mean())
    assert np.all(np.diff(distances) < 0)


def test_fewer_even_jumps_are_worse(run):
    tables, _, noise = run
    found = []
    for jumps in (100, 50, 20, 10, 5):
        times = np.linspace(STEPS, 0, jumps + 1).round().astype(int)
        found.append(off(ddim.sample_fast(tables, BETA, times, started(noise[-1]))))
    assert np.all(np.diff(found) > 0)


def test_eight_even_jumps_and_eight_better_ones(values, run):
    tables, _, noise = run
    good = [100, 77, 56, 39, 25, 14, 6, 2, 0]
    start = started(noise[-1])
    assert off(ddim.sample_fast(tables, BETA, EVEN, start)) > 0.09
    assert off(ddim.sample_fast(tables, BETA, good, start)) < 0.066
    assert_allclose(off(values["even"]), 0.10, atol=0.01)


def test_nine_questions_go_farther_with_heun_than_with_euler(values):
    assert len(values["jumps"]) - 1 == 9
    assert off(values["y"]) < 0.75 * off(values["euler"])


def test_the_last_step_allows_no_noise_and_the_one_before_allows_0_11():
    assert 1 - 1 - 0.11**2 < 0 < 1 - (1 - BETA) - 0.11**2
