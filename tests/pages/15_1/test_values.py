"""Every value of the record of notebook 15.1 is on page 15.1; what it says is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import expected, reference

from udl.generative import divergences, gan
from udl.generative.one_parameter_game import walk

EXPECTED, REFERENCE = expected("15_1"), reference("15_1")
GAME = {"start": (3.0, -2.0, 1.0), "steps": (300, 3), "rates": (0.01, 0.02)}
REAL = np.random.RandomState(0).normal(size=10) + 7.5
Z = np.random.RandomState(1).normal(size=10)


@pytest.fixture(scope="module")
def values(evaluated):
    names = ("x_real", "z", "history", "other", "goal", "together", "turns")
    return evaluated("15.1", {name: name for name in names})


def test_the_page_has_the_published_data(values):
    assert_allclose(values["x_real"], REAL)
    assert_allclose(values["z"], Z)


def test_both_losses_are_the_published_ones():
    assert_allclose(
        gan.discriminator_loss(REAL, Z + 3, -2, 1),
        EXPECTED["discriminator loss"]["value"],
        atol=1e-12,
    )
    assert_allclose(
        gan.generator_loss(Z, 3, -2, 1), EXPECTED["generator loss"]["value"], atol=1e-12
    )


def forward_difference(loss, phi, h=1e-4):
    return np.array([(loss(*(phi + h * e)) - loss(*phi)) / h for e in np.eye(2)])


def test_a_hundred_steps_with_published_differences_end_where_published():
    phi = np.array([-2.0, 1.0])
    for _ in range(100):
        phi = phi - 0.01 * forward_difference(
            lambda *phi: gan.discriminator_loss(REAL, Z + 3, *phi), phi
        )
    assert_allclose(phi, REFERENCE["phi after 100 discriminator steps"], atol=1e-9)


def test_five_published_rounds_end_where_published_and_ours_close_by(values):
    h = 1e-4
    theta, phi = 3.0, np.array([-2.0, 1.0])
    for _ in range(5):
        for _ in range(300):
            phi = phi - 0.01 * forward_difference(
                lambda *phi, theta=theta: gan.discriminator_loss(REAL, Z + theta, *phi),
                phi,
            )
        for _ in range(3):
            up, here = (gan.generator_loss(Z, theta + d, *phi) for d in (h, 0))
            theta = theta + 0.02 * (up - here) / h
    end = REFERENCE["end of 5 GAN rounds (300/3)"]
    assert_allclose(phi, end["phi"], atol=1e-6)
    assert_allclose(theta, end["theta"], atol=1e-6)
    assert_allclose(values["history"][5, 0], end["theta"], atol=1e-4)


def test_five_rounds_are_a_small_part_of_the_way(values):
    moved, way = values["history"][5, 0] - 3, values["goal"] - 3
    assert 0 < moved < 0.1 * way


@pytest.mark.parametrize("seed", [None, 1, 2, 3])
def test_the_published_forger_creeps_shoots_past_and_swings_back(values, seed):
    history, goal = values["history"][:, 0], values["goal"]
    if seed is not None:
        rng = np.random.default_rng(seed)
        real, z = rng.normal(7.5, 1, 10), rng.normal(size=10)
        history = gan.play(real, z, 130, **GAME)[:, 0]
        goal = real.mean() - z.mean()
    assert history[5] < 3.6
    assert history.max() > goal + 1
    assert history[history.argmax() :].min() < history.max() - 1


@pytest.mark.parametrize("seed", [None, 1, 2, 3])
def test_the_other_loss_is_much_faster_at_first(values, seed):
    history, other, goal = values["history"], values["other"], values["goal"]
    if seed is not None:
        rng = np.random.default_rng(seed)
        real, z = rng.normal(7.5, 1, 10), rng.normal(size=10)
        history = gan.play(real, z, 10, **GAME)
        other = gan.play(real, z, 10, saturating=False, **GAME)
        goal = real.mean() - z.mean()
    assert history[10, 0] < 4.5
    assert abs(other[10, 0] - goal) < 1.5


def test_a_forger_that_is_judged_by_its_first_numbers_runs_away():
    theta, phi = 3.0, np.array([-2.0, 1.0])
    x_syn = Z + theta
    for _ in range(2000):
        phi = phi - 0.01 * gan.discriminator_gradient(REAL, x_syn, *phi)
        theta = theta + 0.02 * gan.generator_slope(Z, theta, *phi)
    assert theta > 50


def test_together_leads_outward_and_in_turns_does_not(values):
    for start in ((1.5, 0.0), (0.5, 0.8), (1.0, -1.0)):
        first = np.hypot(*start)
        assert np.hypot(*walk(*start, 0.2, 150, together=True)[-1]) > 1.2 * first
        radii = np.hypot(*walk(*start, 0.2, 150, together=False).T)
        assert np.all(np.abs(radii / first - 1) < 0.2)
    radii = np.hypot(*values["turns"].T)
    assert np.all(np.abs(radii / 1.5 - 1) < 0.1)


def test_a_penalty_leads_inward():
    for penalty in (0.1, 0.3):
        for together in (True, False):
            path = walk(1.5, 0.0, 0.2, 150, together=together, penalty=penalty)
            assert np.hypot(*path[-1]) < 0.5 * 1.5


def test_a_longer_trained_judge_gives_less_slope_to_one_loss_and_more_to_the_other():
    phi, found = np.array([-2.0, 1.0]), []
    for turn in (10, 90, 900, 9000):
        for _ in range(turn):
            phi = phi - 0.01 * gan.discriminator_gradient(REAL, Z + 3, *phi)
        found.append(
            [
                gan.generator_slope(Z, 3.0, *phi, saturating=kind)
                for kind in (True, False)
            ]
        )
    published, other = np.transpose(found)
    assert np.all(np.diff(published) < 0)
    assert np.all(np.diff(other) > 0)


def test_the_divergence_hardly_grows_from_four_to_eight():
    x = np.linspace(-8, 20, 5601)

    def divergence(gap):
        p, q = (np.exp(-0.5 * (x - m) ** 2) for m in (gap, 0))
        return divergences.jensen_shannon(p / p.sum(), q / q.sum())

    near, far, farther = (divergence(gap) for gap in (2.0, 4.0, 8.0))
    assert far > 0.9 * np.log(2)
    assert farther - far < 0.25 * (far - near)


def test_at_the_goal_the_judge_can_only_guess():
    assert_allclose(gan.discriminator_loss([1.0], [1.0], 0, 0), 2 * np.log(2))
