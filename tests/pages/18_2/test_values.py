"""Every value of the record of notebook 18.2 is on page 18.2; what it says is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import expected, reference

from udl.generative.diffusion import reverse
from udl.generative.diffusion.encoder import diffused, diffusion_kernel
from udl.generative.diffusion.lookup_table import LookupTable
from udl.generative.normal_mixture import FOUR_NORMALS, Mixture, distance, draw, moments

RECORD = reference("18_2")["Wasserstein-1 to the truth, 1e5 samples"]
BETA, SIGMA, STEPS = 0.01511, 0.12288, 100
EXACT = [diffused(FOUR_NORMALS, t, BETA) for t in range(STEPS + 1)]
NAMES = ("walks", "blurred", "guess", "mended", "examples", "tables", "noise")


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("18.2", {name: name for name in NAMES})


def trained(seed, count=100_000, pairs=reverse.training_pairs):
    rng = np.random.default_rng(seed)
    x = draw(FOUR_NORMALS, count, rng)
    tables = []
    for t in range(1, STEPS + 1):
        before, now = pairs(x, t, BETA, rng)
        tables.append(LookupTable().fit(now, before))
    return tables, rng.standard_normal((STEPS + 1, count))


@pytest.fixture(scope="module", params=[11, 12])
def run(request):
    tables, noise = trained(request.param)
    return tables, noise, reverse.sample(tables, SIGMA, noise)


def off(values, t=0):
    return distance(EXACT[t], values)


def test_the_notebook_states_no_value():
    assert expected("18_2") == {}


def test_noise_in_the_last_step_costs_what_the_record_says(values, run):
    _, noise, walks = run
    for end, blurred in (
        (walks[0], walks[0] + SIGMA * noise[0]),
        (values["walks"][0], values["blurred"]),
    ):
        assert off(blurred) > off(end) + 0.002
        assert_allclose(off(end), RECORD["without"], atol=0.015)
        assert_allclose(off(blurred), RECORD["noise at last step"], atol=0.01)


def test_samples_of_the_data_are_as_far_off_as_the_record_says(values):
    assert RECORD["floor"] == 0.0045  # two samples from each other, by chance
    assert off(values["examples"]) < 0.008


def test_one_big_guess_is_far_worse_and_too_narrow(values, run):
    _, noise, walks = run
    guess = moments(reverse.data_given(FOUR_NORMALS, noise[-1], STEPS, BETA))[0]
    for one, end in ((guess, walks[0]), (values["guess"], values["walks"][0])):
        assert off(one) > 10 * off(end)
        assert one.std() < 0.6 * end.std()


def test_without_noise_the_samples_are_drawn_together_and_lose_a_bump(run):
    tables, noise, walks = run
    without = reverse.sample(tables, 0.0, noise)[0]
    assert without.std() < 0.7 * walks[0].std()
    assert np.mean(without < -1.5) < 0.6 * 0.15


def test_the_published_sigma_is_the_best_of_those_in_the_figure(run):
    tables, noise, walks = run
    for sigma in (0.0, 0.09, 0.15):
        assert off(reverse.sample(tables, sigma, noise)[0]) > 2.5 * off(walks[0])
    assert_allclose(np.sqrt(BETA), SIGMA, atol=1e-4)


def test_most_of_the_distance_is_there_at_the_start_and_a_part_is_repaired(run):
    *_, walks = run
    gaps = [off(walks[t], t) for t in (100, 60, 20, 0)]
    assert gaps[0] > gaps[1] > gaps[2]
    assert gaps[3] < 0.8 * gaps[0]
    assert 0.045 < gaps[0] < 0.06


def test_with_a_better_start_the_samples_are_closer(values, run):
    tables, noise, walks = run
    mean, variance = moments(EXACT[STEPS])
    better = noise.copy()
    better[-1] = mean + np.sqrt(variance) * noise[-1]
    mended = off(reverse.sample(tables, SIGMA, better)[0])
    assert mended < 0.85 * off(walks[0])
    assert values["mended"] < 0.75 * off(values["walks"][0])


def test_separate_draws_say_too_little_of_each_other(run):
    def separate(x, t, beta, rng):
        both = []
        for steps in (t - 1, t):
            mean, std = diffusion_kernel(x, steps, beta)
            both.append(mean + std * rng.standard_normal(x.size))
        return both

    tables, noise = trained(13, 20_000, separate)
    assert reverse.sample(tables, SIGMA, noise)[0].std() < 0.3 * run[2][0].std()


@pytest.mark.parametrize("t", [2, 10, 40, 100])
def test_tables_have_learned_the_exact_step_where_values_are(values, t):
    z = draw(EXACT[t], 20_000, np.random.default_rng(t))
    exact = moments(reverse.before_given(FOUR_NORMALS, z, t, BETA))[0]
    error = np.abs(values["tables"][t - 1].predict(z) - exact)
    assert error.mean() < 0.008
    rare = (z < -3.0) | (z > 3.0)
    if rare.sum() > 20:
        assert error[rare].mean() > 3 * error[~rare].mean()


def test_except_in_the_first_steps_the_spread_is_about_the_root_of_beta():
    for t in (2, 5, 20, 50, 100):
        z = draw(EXACT[t], 20_000, np.random.default_rng(t))
        spread = moments(reverse.before_given(FOUR_NORMALS, z, t, BETA))[1]
        ratio = np.sqrt(spread.mean()) / np.sqrt(BETA)
        assert ratio < 1.01
        if t >= 20:
            assert ratio > 0.98
        else:
            assert ratio < 0.98


def test_late_in_the_process_a_step_back_is_like_a_step_forward():
    z = np.linspace(-2, 2, 41)
    back = moments(reverse.before_given(FOUR_NORMALS, z, STEPS, BETA))[0] - z
    slope = np.polyfit(z, back, 1)[0]
    assert_allclose(slope, np.sqrt(1 - BETA) - 1, rtol=0.2)


def test_weights_of_both_witnesses_are_those_that_the_text_names():
    def weights(t):
        return [reverse.posterior(x, z, t, BETA)[0] for z, x in ((1.0, 0), (0, 1.0))]

    assert_allclose(*weights(2), rtol=1e-9)  # early on, the same
    assert weights(100)[1] < 0.01


def test_one_step_before_is_a_narrow_hill_and_the_start_is_not():
    def peaks(mixture):
        line = np.linspace(-3.2, 3.2, 641)
        each = [Mixture(*(np.ravel(a) for a in mixture))]
        heights = sum(
            w * np.exp(-0.5 * ((line - m) / s) ** 2) / s
            for w, m, s in zip(*each[0], strict=True)
        )
        rising = np.diff(heights) > 0
        return np.sum(rising[:-1] & ~rising[1:])

    for z in (-1.5, -1.0, 0.0, 1.0, 1.5):
        assert peaks(reverse.before_given(FOUR_NORMALS, z, 40, BETA)) == 1
        assert peaks(reverse.data_given(FOUR_NORMALS, z, 40, BETA)) > 1
