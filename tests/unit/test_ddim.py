"""Walks of the family, against those of pages 18.2 and 18.3 and against solvers."""

from types import SimpleNamespace

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.fitting.ode_solvers import euler_step
from udl.generative.diffusion import ddim, noise_prediction, reverse
from udl.generative.diffusion.probability_flow import flow_slope
from udl.generative.normal_mixture import FOUR_NORMALS, Mixture

BETA = 0.07


def alpha(t):
    return (1 - BETA) ** t


def models(steps):
    slopes = np.random.default_rng(0).random(steps)
    return [SimpleNamespace(predict=lambda z, a=a: a * z - 0.1) for a in slopes]


@pytest.mark.parametrize("t", [2, 5, 30])
def test_with_the_variance_of_the_posterior_it_is_the_step_of_page_18_3(t):
    rng = np.random.default_rng(t)
    z, noise, epsilon = rng.standard_normal((3, 20))
    x = noise_prediction.data_from(z, noise, t, BETA)
    mean, std = reverse.posterior(x, z, t, BETA)
    step = ddim.ddim_step(z, noise, alpha(t), alpha(t - 1), std, epsilon)
    assert_allclose(step, mean + std * epsilon, atol=1e-9)


@pytest.mark.parametrize("sigma", [0.0, 0.1, 0.4])
def test_every_member_of_the_family_keeps_the_kernel(sigma):
    rng = np.random.default_rng(1)
    noise, epsilon = rng.standard_normal((2, 400_000))
    z = np.sqrt(alpha(20)) * 1.5 + np.sqrt(1 - alpha(20)) * noise
    step = ddim.ddim_step(z, noise, alpha(20), alpha(12), sigma, epsilon)
    assert_allclose(step.mean(), np.sqrt(alpha(12)) * 1.5, atol=0.01)
    assert_allclose(step.var(), 1 - alpha(12), atol=0.01)


def test_a_walk_is_a_loop_of_steps_and_its_last_one_adds_no_noise():
    noise = np.random.default_rng(2).standard_normal((5, 3))
    four, z = models(4), noise[4]
    walk = ddim.sample_ddim(four, BETA, 0.1, noise)
    for t in (4, 3, 2, 1):
        assert_allclose(walk[t], z)
        sigma = 0.1 if t > 1 else 0
        guess = four[t - 1].predict(z)
        z = ddim.ddim_step(z, guess, alpha(t), alpha(t - 1), sigma, noise[t - 1])
    assert_allclose(walk[0], z)


def test_jumps_of_one_are_the_walk_without_noise():
    noise = np.random.default_rng(3).standard_normal((7, 4))
    six = models(6)
    fast = ddim.sample_fast(six, BETA, range(6, -1, -1), noise[6])
    assert_allclose(fast, ddim.sample_ddim(six, BETA, 0.0, noise)[0])


def test_a_single_jump_takes_out_all_the_predicted_noise():
    z, six = np.array([0.4, -1.0]), models(6)
    x = noise_prediction.data_from(z, six[5].predict(z), 6, BETA)
    assert_allclose(ddim.sample_fast(six, BETA, [6, 0], z), x)


def test_normal_data_are_scaled_by_many_small_steps():
    """The exact map takes quantiles to quantiles; for a normal it is a factor."""
    data = Mixture(np.array([1.0]), np.array([0.0]), np.array([0.3]))
    beta, steps = 0.001, 1000
    exact = [
        SimpleNamespace(
            predict=lambda z, t=t: noise_prediction.expected_noise(data, z, t, beta)
        )
        for t in range(1, steps + 1)
    ]
    start = np.array([-1.0, 0.5, 2.0])
    kept = (1 - beta) ** steps
    factor = 0.3 / np.sqrt(kept * 0.09 + 1 - kept)
    made = ddim.sample_fast(exact, beta, range(steps, -1, -1), start)
    assert_allclose(made, factor * start, rtol=0.03)


def test_the_ratio_is_noise_over_data():
    for t in (0, 1, 20):
        assert_allclose(
            ddim.noise_ratio(t, BETA), np.sqrt(1 - alpha(t)) / np.sqrt(alpha(t))
        )


def test_a_jump_is_eulers_step_along_the_flow():
    t, s, y = 9, 4, np.array([-2.0, 0.3, 1.7])
    z = y * np.sqrt(alpha(t))
    noise = noise_prediction.expected_noise(FOUR_NORMALS, z, t, BETA)
    jump = ddim.ddim_step(z, noise, alpha(t), alpha(s), 0.0, 0.0)
    here, there = (ddim.noise_ratio(k, BETA) for k in (t, s))
    step = euler_step(flow_slope(FOUR_NORMALS), here, y, there - here)
    assert_allclose(jump / np.sqrt(alpha(s)), step)
