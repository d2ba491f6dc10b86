"""The small adversarial network, against finite differences, scipy and brute force."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import solve_ivp
from scipy.optimize import minimize
from scipy.spatial.distance import jensenshannon

from udl.generative import divergences, gan
from udl.generative.one_parameter_game import field, walk
from udl.gradients.finite_differences import central_differences

RNG = np.random.default_rng(0)
REAL, Z = RNG.normal(7.5, 1, 10), RNG.normal(size=8)


def naive_loss(x_real, x_syn, phi0, phi1):
    total = 0.0
    for x in x_real:
        total -= np.log(1 / (1 + np.exp(-phi0 - phi1 * x)))
    for x in x_syn:
        total -= np.log(1 - 1 / (1 + np.exp(-phi0 - phi1 * x)))
    return total


def test_the_loss_is_a_sum_of_two_cross_entropies():
    args = REAL, Z + 3, -2.0, 1.0
    assert_allclose(gan.discriminator_loss(*args), naive_loss(*args))
    assert_allclose(
        gan.generator_loss(Z, 3, -2.0, 1.0), naive_loss([], Z + 3, -2.0, 1.0)
    )


def test_a_certain_discriminator_has_a_finite_loss():
    assert_allclose(gan.discriminator_loss([-1.0], [1.0], 0, 1000), 2000)


def test_gradients_are_those_of_finite_differences():
    def loss(phi):
        return gan.discriminator_loss(REAL, Z + 3, *phi)

    phi = np.array([-2.0, 0.7])
    assert_allclose(
        gan.discriminator_gradient(REAL, Z + 3, *phi),
        central_differences(loss, phi),
        rtol=1e-5,
    )
    h = 1e-5
    for saturating in (True, False):

        def goal(theta, saturating=saturating):
            if saturating:
                return gan.generator_loss(Z, theta, -2.0, 0.7)
            return np.sum(np.log(gan.discriminator(Z + theta, -2.0, 0.7)))

        assert_allclose(
            gan.generator_slope(Z, 3.0, -2.0, 0.7, saturating=saturating),
            (goal(3 + h) - goal(3 - h)) / (2 * h),
            rtol=1e-5,
        )


def test_a_round_is_many_steps_of_one_and_then_of_the_other():
    history = gan.play(
        REAL, Z, 2, start=(3, -2, 1), steps=(2, 1), rates=(0.01, 0.02), saturating=False
    )
    theta, phi = 3.0, np.array([-2.0, 1.0])
    for n in (1, 2):
        for _ in range(2):
            phi = phi - 0.01 * gan.discriminator_gradient(REAL, Z + theta, *phi)
        theta += 0.02 * gan.generator_slope(Z, theta, *phi, saturating=False)
        assert_allclose(history[n], [theta, *phi])


def test_no_discriminator_beats_the_best_one():
    p, q = RNG.dirichlet(np.ones(5)), RNG.dirichlet(np.ones(5))

    def loss(logits):
        d = 1 / (1 + np.exp(-logits))
        return -np.sum(p * np.log(d)) - np.sum(q * np.log(1 - d))

    found = minimize(loss, np.zeros(5), tol=1e-12)
    best = gan.best_discriminator(p, q)
    assert_allclose(1 / (1 + np.exp(-found.x)), best, atol=1e-4)
    assert_allclose(loss(np.log(best / (1 - best))), found.fun, atol=1e-9)


@pytest.mark.parametrize("zero", [False, True])
def test_the_divergence_is_scipys(zero):
    p, q = RNG.dirichlet(np.ones(4)), RNG.dirichlet(np.ones(4))
    if zero:
        p, q = np.array([0.5, 0.5, 0, 0]), np.array([0.0, 0.2, 0.8, 0])
    assert_allclose(divergences.jensen_shannon(p, q), jensenshannon(p, q) ** 2)


def test_the_field_is_the_gradient_of_the_two_losses():
    theta, phi, penalty, h = 1.2, -0.7, 0.4, 1e-6

    def loss(theta, phi):
        return gan.discriminator_loss([0.0], [theta], 0, phi)

    d_theta, d_phi = field(theta, phi, penalty)
    up = (loss(theta + h, phi) - loss(theta - h, phi)) / (2 * h)
    down = (loss(theta, phi + h) - loss(theta, phi - h)) / (2 * h)
    assert_allclose(d_theta, up, rtol=1e-5)
    # at phi = 0 the real number gives no slope: D(0) is one half whatever phi is
    assert_allclose(d_phi, -down - penalty * phi, rtol=1e-5)


@pytest.mark.parametrize("together", [True, False])
def test_small_steps_follow_the_flow(together):
    exact = solve_ivp(
        lambda _, y: field(*y, 0.3), (0, 2), [1.5, 0.2], rtol=1e-10, atol=1e-12
    ).y[:, -1]
    coarse, fine = (
        np.abs(
            walk(1.5, 0.2, 2 / n, n, together=together, penalty=0.3)[-1] - exact
        ).max()
        for n in (200, 400)
    )
    assert 1.8 < coarse / fine < 2.2


def test_alternating_means_that_the_answer_sees_the_new_slope():
    _, (theta, phi) = walk(1.0, 0.5, 0.1, 1, together=False)
    assert_allclose(phi, 0.5 + 0.1 * field(1.0, 0.5)[1])
    assert_allclose(theta, 1.0 + 0.1 * field(1.0, phi)[0])
