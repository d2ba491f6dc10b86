"""Page B.1: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import solve_ivp
from scipy.optimize import minimize, minimize_scalar

RNG = np.random.default_rng(7)
X, Y = RNG.normal(size=(3, 5)), RNG.normal(size=5)
START = RNG.normal(size=3)
BEST = np.linalg.lstsq(X.T, Y, rcond=None)[0]
RATES, V = np.linalg.eigh(X @ X.T)
TIMES = (0.1, 0.5, 1.5)


def solved(start, time):
    """Follow the slope of the loss, itself found by differences, with a solver."""

    def loss(phi):
        return 0.5 * sum((X[:, i] @ phi - Y[i]) ** 2 for i in range(Y.size))

    def downhill(_, phi):
        shifts = 1e-3 * np.eye(phi.size)  # exact for a quadratic function
        return [-(loss(phi + s) - loss(phi - s)) / 2e-3 for s in shifts]

    found = solve_ivp(downhill, (0, time), start, method="DOP853", rtol=1e-10,
                      atol=1e-12)  # fmt: skip
    return found.y[:, -1]


def decay(time):
    return sum(
        np.exp(-rate * time) * np.outer(v, v)
        for rate, v in zip(RATES, V.T, strict=True)
    )


@pytest.mark.verifies("res-b-1-flow")
def test_the_closed_form_is_where_a_solver_ends(claim):
    for time in TIMES:
        closed = BEST + decay(time) @ (START - BEST)
        assert_allclose(claim(closed), solved(START, time), rtol=1e-6)


@pytest.mark.verifies("res-b-1-loss")
def test_the_loss_on_the_way_is_a_sum_of_decaying_parts(claim):
    parts = V.T @ (START - BEST)
    least = np.sum((X.T @ BEST - Y) ** 2) / 2
    for time in TIMES:
        errors = X.T @ solved(START, time) - Y
        closed = least + np.sum(RATES * np.exp(-2 * RATES * time) * parts**2) / 2
        assert_allclose(claim(closed), np.sum(errors**2) / 2, rtol=1e-6)


@pytest.mark.verifies("res-b-1-errors")
def test_the_errors_decay_with_the_series_of_the_exponential(claim):
    for time in TIMES:
        term = X.T @ START - Y
        total = term.copy()
        for n in range(1, 80):
            term = -(X.T @ X) @ term * time / n
            total = total + term
        assert_allclose(claim(total), X.T @ solved(START, time) - Y, rtol=1e-5)


@pytest.mark.verifies("res-b-1-steps")
def test_steps_leave_the_flow_at_first_order(claim):
    rate, time = 1.7, 2.0
    slopes = []
    for steps in (2000, 4000):
        size = time / steps
        ratio = (1 - size * rate) ** steps / np.exp(-rate * time)
        slopes.append((ratio - 1) / size)
    at_zero = 2 * slopes[1] - slopes[0]  # the error of second order cancels
    assert_allclose(claim(-(rate**2) * time / 2), at_zero, rtol=1e-4)


@pytest.mark.verifies("res-b-1-left")
def test_what_is_left_of_each_part_by_a_search_and_by_a_solver(claim):
    strength = 0.8

    def penalized(phi):
        errors, away = X.T @ phi - Y, phi - START
        return errors @ errors / 2 + strength * away @ away / 2

    found = minimize(penalized, START, tol=1e-12).x
    left = V.T @ (found - BEST) / (V.T @ (START - BEST))
    assert_allclose(claim(strength / (strength + RATES)), left, rtol=1e-4)
    left = V.T @ (solved(START, 0.3) - BEST) / (V.T @ (START - BEST))
    assert_allclose(claim(np.exp(-RATES * 0.3)), left, rtol=1e-5)


@pytest.mark.verifies("res-b-1-gap")
def test_penalty_and_flow_are_never_farther_apart(claim):
    def gap(s):
        return 1 / (1 + s) - np.exp(-s)

    s = np.concatenate([np.linspace(0, 30, 30_001), np.logspace(1.4, 9, 200)])
    assert np.all(gap(s) >= 0)
    largest = -minimize_scalar(lambda s: -gap(s), bounds=(0, 10), method="bounded").fun
    assert np.all(gap(s) <= largest + 1e-9)
    assert largest <= claim(0.2037) < largest + 1e-4


@pytest.mark.verifies("res-b-1-predictive")
def test_mean_and_variance_are_those_of_all_starts(claim):
    # Starts at plus and minus the axes, of the right length, have the mean and the
    # covariance of the prior; the flow is affine, so that is all that matters.
    variance, time, h = 2.0, 0.4, np.array([1.0, 0.3, -0.8])
    axes = np.sqrt(3 * variance) * np.vstack([np.eye(3), -np.eye(3)])
    outputs = np.array([h @ solved(start, time) for start in axes])
    mean = h @ (np.eye(3) - decay(time)) @ BEST
    assert_allclose(claim(mean), outputs.mean(), rtol=1e-5)
    spread = variance * np.sum((decay(time) @ h) ** 2)
    assert_allclose(claim(spread), outputs.var(), rtol=1e-5)


@pytest.mark.verifies("res-b-1-narrow")
def test_the_flow_is_narrower_than_the_posterior_in_every_direction(claim):
    prior, noise = 2.0, 0.4
    time = prior / noise
    covariance = np.linalg.inv(X @ X.T / noise + np.eye(3) / prior)
    along = np.array([v @ covariance @ v for v in V.T])
    assert_allclose(claim(prior / (1 + RATES * time)), along, rtol=1e-8)
    ends = np.array(
        [solved(start, time) for start in np.vstack([np.eye(3), 0 * START])]
    )
    matrix = (ends[:3] - ends[3]).T
    flowed = np.diag(V.T @ (prior * matrix @ matrix.T) @ V)
    assert np.all(flowed <= along)
    closed = prior * np.exp(-2 * RATES * time)
    assert_allclose(flowed, claim(closed), rtol=5e-4, atol=1e-6)
