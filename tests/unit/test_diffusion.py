"""The encoder of diffusion, against walks and integrals."""

import numpy as np
from numpy.testing import assert_allclose
from scipy import integrate, stats

from udl.generative.diffusion import encoder as diffusion
from udl.generative.normal_mixture import FOUR_NORMALS, Mixture, density, draw, moments


def test_the_density_of_the_mixture_is_a_sum_of_scipys_normals():
    x = np.linspace(-3, 3, 13)
    parts = (w * stats.norm.pdf(x, m, s) for w, m, s in zip(*FOUR_NORMALS, strict=True))
    assert_allclose(density(FOUR_NORMALS, x), sum(parts))
    assert density(FOUR_NORMALS, 0.0).shape == ()


def test_moments_are_integrals_over_the_density():
    def integral(power):
        return integrate.quad(
            lambda x: x**power * density(FOUR_NORMALS, x), -8, 8, limit=400,
            points=list(FOUR_NORMALS.means),
        )[0]  # fmt: skip

    mean, variance = moments(FOUR_NORMALS)
    assert_allclose(integral(0), 1)
    assert_allclose(mean, integral(1))
    assert_allclose(variance, integral(2) - integral(1) ** 2)


def test_draws_have_the_moments_and_the_weights():
    x = draw(FOUR_NORMALS, 200_000, np.random.default_rng(0))
    mean, variance = moments(FOUR_NORMALS)
    assert_allclose(x.mean(), mean, atol=0.01)
    assert_allclose(x.var(), variance, atol=0.02)
    assert_allclose(np.mean(x < -1.5), 0.15, atol=0.003)


def test_diffuse_repeats_the_step_with_noise_of_its_own():
    betas = np.array([0.1, 0.4])
    z = diffusion.diffuse([1.0, -2.0], betas, np.random.default_rng(5))
    rng = np.random.default_rng(5)
    for t, beta in enumerate(betas):
        noise = rng.standard_normal(2)
        assert_allclose(z[t + 1], diffusion.diffuse_one_step(z[t], beta, noise))
    assert_allclose(z[0], [1, -2])


def test_a_jump_has_the_moments_of_the_steps_that_it_replaces():
    betas = np.array([0.3, 0.1, 0.4, 0.2])
    start = np.full(100_000, 1.5)
    walked = diffusion.diffuse(start, betas[1:3], np.random.default_rng(1))[-1]
    noise = np.random.default_rng(2).standard_normal(start.size)
    jumped = diffusion.jump(start, 1, 3, betas, noise)
    assert_allclose(jumped.mean(), walked.mean(), atol=0.01)
    assert_allclose(jumped.var(), walked.var(), atol=0.01)


def test_marginal_and_diffused_mixture_agree():
    grid = np.linspace(-7, 7, 1401)
    for t in (1, 10, 100):
        summed = diffusion.diffusion_marginal(
            grid, density(FOUR_NORMALS, grid), t, 0.015
        )
        exact = density(diffusion.diffused(FOUR_NORMALS, t, 0.015), grid)
        assert_allclose(summed, exact, atol=1e-10)


def test_a_standard_normal_stays_one():
    one = Mixture(np.ones(1), np.zeros(1), np.ones(1))
    assert_allclose(moments(diffusion.diffused(one, 30, 0.1)), (0, 1), atol=1e-12)


def test_bits_walk_as_their_kernel_says():
    p = np.array([0.0, 1.0])
    for t in range(6):
        assert_allclose(diffusion.bit_kernel(np.array([0, 1]), t, 0.2), p)
        p = p * 0.8 + (1 - p) * 0.2
