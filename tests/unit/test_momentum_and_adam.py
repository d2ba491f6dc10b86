"""Momentum, Nesterov momentum, normalized gradients and Adam, against hand loops."""

import math

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.datasets.regression import gabor_data
from udl.fitting.adam import (
    adam,
    adam_step,
    adam_step_bound,
    corrected_averages,
    normalized_gradient_descent,
    normalized_step,
)
from udl.fitting.gabor import gabor_gradient, gabor_loss
from udl.fitting.gradient_descent import gradient_descent
from udl.fitting.momentum import (
    momentum,
    momentum_factor,
    momentum_step,
    momentum_weights,
    nesterov_step,
)
from udl.fitting.ravine import ravine_gradient, ravine_loss
from udl.fitting.stochastic_gradient_descent import fresh_batches

START = [-0.7, -0.9]


def by_hand(phi):
    bell = math.exp(-2 * phi[1] ** 2 - (phi[0] - 0.7) ** 2 / 8)
    return [bell * (phi[0] - 0.7) / 4, 4 * bell * phi[1]]


def momentum_by_hand(rate, beta, steps, ahead):
    phi, m, path = list(START), [0.0, 0.0], [list(START)]
    for _ in range(steps):
        place = [p - ahead * rate * beta * a for p, a in zip(phi, m, strict=True)]
        g = by_hand(place)
        for d in range(2):
            m[d] = beta * m[d] + (1 - beta) * g[d]
            phi[d] -= rate * m[d]
        path.append(list(phi))
    return path


def adam_by_hand(rate, beta, gamma, epsilon, steps):
    phi, m, v, path = list(START), [0.0, 0.0], [0.0, 0.0], [list(START)]
    for t in range(1, steps + 1):
        g = by_hand(phi)
        for d in range(2):
            m[d] = beta * m[d] + (1 - beta) * g[d]
            v[d] = gamma * v[d] + (1 - gamma) * g[d] * g[d]
            size = math.sqrt(v[d] / (1 - gamma**t)) + epsilon
            phi[d] -= rate * m[d] / (1 - beta**t) / size
        path.append(list(phi))
    return path


@pytest.mark.parametrize(("rate", "beta"), [(0.1, 0.9), (0.6, 0.6), (0.3, 0.0)])
@pytest.mark.parametrize("nesterov", [False, True])
def test_momentum_is_that_of_a_loop(rate, beta, nesterov):
    path = momentum(
        ravine_gradient, START, rate=rate, steps=30, beta=beta, nesterov=nesterov
    )
    assert_allclose(path, momentum_by_hand(rate, beta, 30, nesterov), rtol=1e-10)


@pytest.mark.parametrize(
    ("beta", "gamma", "epsilon"),
    [(0.9, 0.99, 1e-20), (0.5, 0.9, 1e-8), (0.0, 0.999, 0.1), (0.8, 0.0, 0.0)],
)
def test_adam_is_that_of_a_loop(beta, gamma, epsilon):
    settings = {"beta": beta, "gamma": gamma, "epsilon": epsilon}
    path = adam(ravine_gradient, START, rate=0.05, steps=40, **settings)
    expected = adam_by_hand(rate=0.05, steps=40, **settings)
    assert_allclose(path, expected, rtol=1e-9, atol=1e-12)


def test_the_path_is_a_chain_of_steps():
    phi, m, v = START, np.zeros(2), np.zeros(2)
    for t in range(4):
        phi, m, v = adam_step(phi, m, v, t, ravine_gradient, 0.1, 0.8, 0.95, 0.01)
    settings = {"beta": 0.8, "gamma": 0.95, "epsilon": 0.01}
    path = adam(ravine_gradient, START, rate=0.1, steps=4, **settings)
    assert_allclose(path[-1], phi)


def test_without_memory_momentum_is_gradient_descent():
    plain = gradient_descent(ravine_gradient, START, rate=0.3, steps=9)
    for nesterov in (False, True):
        path = momentum(
            ravine_gradient, START, rate=0.3, steps=9, beta=0, nesterov=nesterov
        )
        assert_allclose(path, plain)


def test_without_memory_adam_is_normalized_descent():
    plain = normalized_gradient_descent(ravine_gradient, START, rate=0.08, steps=9)
    path = adam(ravine_gradient, START, rate=0.08, steps=9, beta=0, gamma=0)
    assert_allclose(path, plain, atol=1e-7)


def test_a_normalized_step_takes_the_root_before_it_adds():
    step = normalized_step([0.0, 0.0], lambda phi: np.array([2.0, -6.0]), 1.0, 2.0)
    assert_allclose(step, [-0.5, 0.75])


@pytest.mark.parametrize("method", [momentum, normalized_gradient_descent, adam])
def test_many_starts_are_single_runs(method):
    starts = np.array([[-0.7, -0.9], [0.5, 0.3], [0.0, 1.0]])
    paths = method(ravine_gradient, starts, rate=0.1, steps=5)
    assert paths.shape == (6, 3, 2)
    for k, start in enumerate(starts):
        assert_allclose(paths[:, k], method(ravine_gradient, start, rate=0.1, steps=5))


def test_rates_are_used_in_their_order():
    rates = [0.5, 0.25]
    path = normalized_gradient_descent(np.sign, [2.0], rate=rates, steps=2)
    assert_allclose(path.ravel(), [2.0, 1.5, 1.25])
    assert_allclose(adam(np.sign, [2.0], rate=rates, steps=2), path, atol=1e-7)
    path = momentum(np.sign, [2.0], rate=rates, steps=2, beta=0.5)
    assert_allclose(path.ravel(), [2.0, 1.75, 1.5625])


def test_corrected_averages_are_weighted_means():
    values = np.random.default_rng(0).normal(size=(7, 2))
    found = corrected_averages(values, 0.8)
    for t in range(1, 8):
        weights = [0.8 ** (t - s) for s in range(1, t + 1)]
        expected = np.average(values[:t], axis=0, weights=weights)
        assert_allclose(found[t - 1], expected)


def test_the_record_of_notebook_6_4_is_reproduced():
    x, y = gabor_data()
    ends = {
        "momentum": (False, [0.02095505, 15.070488, 0.7459149705]),
        "nesterov": (True, [0.03711344, 14.83719889, 0.8008681498]),
    }
    for nesterov, expected in ends.values():
        batches = fresh_batches(30, 5, np.random.RandomState(1))

        def gradient(phi, batches=batches):
            batch = next(batches)
            return gabor_gradient(phi, x[batch], y[batch])

        start, settings = [-1.5, 6.5], {"rate": 0.6, "beta": 0.6, "steps": 81}
        end = momentum(gradient, start, nesterov=nesterov, **settings)[-1]
        assert_allclose([*end, gabor_loss(end, x, y)], expected, atol=6e-9)


def test_the_record_of_notebook_6_5_is_reproduced():
    settings = {"beta": 0.9, "gamma": 0.99, "epsilon": 1e-20}
    end = adam(ravine_gradient, START, rate=0.05, steps=60, **settings)[-1]
    assert_allclose(end, [0.66707254, 0.02950019], atol=5e-8)
    assert_allclose(ravine_loss(end), 0.00187429, atol=5e-9)
    end = normalized_gradient_descent(ravine_gradient, START, rate=0.08, steps=40)[-1]
    assert_allclose(end, [0.74, 0.06], atol=1e-12)


@pytest.mark.parametrize("value", [-0.1, 1.0, 2.0])
def test_shares_outside_their_range_are_refused(value):
    for step in (momentum_step, nesterov_step):
        with pytest.raises(ValueError, match="beta is"):
            step([1.0], [0.0], np.sign, 0.1, value)
    with pytest.raises(ValueError, match="beta is"):
        adam(np.sign, [1.0], rate=0.1, steps=1, beta=value)
    with pytest.raises(ValueError, match="gamma is"):
        adam(np.sign, [1.0], rate=0.1, steps=1, gamma=value)
    with pytest.raises(ValueError, match="beta is"):
        corrected_averages([1.0], value)


@pytest.mark.parametrize("method", [momentum, normalized_gradient_descent, adam])
def test_a_start_without_an_axis_is_refused(method):
    with pytest.raises(ValueError, match="start is one number"):
        method(np.sign, 1.0, rate=0.1, steps=1)


def test_a_count_of_steps_below_zero_is_refused():
    with pytest.raises(ValueError, match="t is -1"):
        adam_step([1.0], [0.0], [0.0], -1, np.sign, 0.1)


@pytest.mark.parametrize("values", [1.0, []])
def test_no_values_have_no_average(values):
    with pytest.raises(ValueError, match="values has shape"):
        corrected_averages(values, 0.5)


@pytest.mark.parametrize(("beta", "gamma"), [(0.9, 0.999), (0.5, 0.9), (0.9, 0.7)])
@pytest.mark.parametrize("steps", [1, 2, 9])
def test_the_bound_on_adams_steps_is_attained_and_not_passed(beta, gamma, steps):
    def last_step(gradients):
        m = v = 0.0
        for g in gradients:
            m = beta * m + (1 - beta) * g
            v = gamma * v + (1 - gamma) * g * g
        return m / (1 - beta**steps) / math.sqrt(v / (1 - gamma**steps))

    bound = adam_step_bound(beta, gamma, steps)
    worst = [(beta / gamma) ** (steps - s) for s in range(1, steps + 1)]
    assert_allclose(last_step(worst), bound)
    rng = np.random.default_rng(0)
    tried = [last_step(rng.normal(size=steps)) for _ in range(300)]
    assert max(tried) <= bound * (1 + 1e-12)


@pytest.mark.parametrize(("gamma", "steps"), [(0.0, 3), (0.9, 0)])
def test_a_bound_needs_a_step_and_a_memory(gamma, steps):
    with pytest.raises(ValueError, match="must be more than 0"):
        adam_step_bound(0.5, gamma, steps)


@pytest.mark.parametrize("beta", [0.0, 0.6, 0.95])
def test_weights_are_what_the_recursion_makes_of_single_gradients(beta):
    for place in range(4):
        m = 0.0
        for s in range(4):
            m = beta * m + (1 - beta) * (s == place)
        assert_allclose(momentum_weights(beta, 4)[place], m)


@pytest.mark.parametrize("h", [0.3, 4.0, 25.0])
@pytest.mark.parametrize(("rate", "beta"), [(0.4, 0.0), (0.1, 0.5), (0.45, 0.81)])
def test_the_factor_is_the_spectral_radius_of_one_step(h, rate, beta):
    step = [[1 - rate * (1 - beta) * h, -rate * beta], [(1 - beta) * h, beta]]
    radius = np.abs(np.linalg.eigvals(step)).max()
    assert_allclose(momentum_factor(h, rate, beta), radius)


def test_a_factor_foretells_how_a_walk_shrinks():
    path = momentum(lambda phi: 2 * phi, [1.0], rate=0.05, steps=400, beta=0.5)
    ratio = abs(path[400, 0] / path[300, 0]) ** (1 / 100)
    assert_allclose(momentum_factor(2.0, 0.05, 0.5), ratio, rtol=1e-9)


def test_weights_and_factors_refuse_shares_outside_their_range():
    with pytest.raises(ValueError, match="beta is"):
        momentum_weights(1.0, 3)
    with pytest.raises(ValueError, match="beta is"):
        momentum_factor(1.0, 0.1, -0.5)
