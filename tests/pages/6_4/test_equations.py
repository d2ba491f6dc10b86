"""Page 6.4: each derived result against a route that uses neither it nor udl."""

import itertools

import numpy as np
import pytest
import sympy as sp
from numpy.testing import assert_allclose

RNG = np.random.default_rng(64)
X, Y = RNG.uniform(-15, 15, 9), RNG.normal(0, 0.5, 9)


def gabor_loss(phi):
    z = phi[0] + 0.06 * phi[1] * X
    return np.sum((np.sin(z) * np.exp(-(z**2) / 32) - Y) ** 2)


def walk(h, alpha, beta, steps, start=1.0, *, ahead=False, share=True):
    """Distances and averages on a parabola, by the recursions themselves."""
    d, m, distances, averages = start, 0.0, [start], [0.0]
    for _ in range(steps):
        place = d - alpha * beta * m if ahead else d
        m = beta * m + ((1 - beta) if share else 1) * h * place
        d = d - alpha * m
        distances.append(d)
        averages.append(m)
    return np.array(distances), np.array(averages)


@pytest.mark.verifies("res-6-4-gradient")
def test_gradient_is_that_of_differences(claim):
    for phi in np.array([[-1.5, 6.5], [0.0, 16.0], [4.0, 12.0]]):
        z = phi[0] + 0.06 * phi[1] * X
        bell = np.exp(-(z**2) / 32)
        c = (np.cos(z) - z / 16 * np.sin(z)) * bell
        errors = 2 * (np.sin(z) * bell - Y)
        closed = np.array([np.sum(errors * c), np.sum(errors * c * 0.06 * X)])
        shifts = 1e-6 * np.eye(2)
        measured = [(gabor_loss(phi + s) - gabor_loss(phi - s)) / 2e-6 for s in shifts]
        assert_allclose(claim(closed), measured, rtol=1e-6)


@pytest.mark.verifies("res-6-4-memory")
def test_weights_and_ages_are_what_a_loop_adds(claim):
    for beta in (0.6, 0.9):
        total, age, weight = 0.0, 0.0, 1 - beta
        for k in range(2000):
            if k == 7:
                assert_allclose(claim(1 - beta**7), total, rtol=1e-9)
            total, age, weight = total + weight, age + k * weight, beta * weight
        assert_allclose(claim(beta / (1 - beta)), age, rtol=1e-9)


@pytest.mark.verifies("res-6-4-conversion")
def test_converted_rate_is_the_one_that_leads_to_the_same_place(claim):
    h, alpha, beta = 3.0, 0.4, 0.7
    ours, _ = walk(h, alpha, beta, 12)
    theirs, _ = walk(h, claim((1 - beta) * alpha), beta, 12, share=False)
    assert_allclose(theirs, ours, rtol=1e-9)


@pytest.mark.verifies("res-6-4-limit")
def test_limit_is_where_walks_begin_to_run_away(claim):
    for h, beta in itertools.product((0.5, 4.0), (0.0, 0.6, 0.9)):
        low, high = 0.0, 100.0
        for _ in range(50):
            alpha = (low + high) / 2
            step = [[1 - alpha * (1 - beta) * h, -alpha * beta], [(1 - beta) * h, beta]]
            runs_away = np.abs(np.linalg.eigvals(step)).max() > 1
            low, high = (low, alpha) if runs_away else (alpha, high)
        closed = (1 + beta) / (1 - beta) * 2 / h
        assert_allclose(claim(closed), low, rtol=1e-6)


@pytest.mark.verifies("res-6-4-root")
def test_root_of_beta_is_the_rate_at_which_long_walks_shrink(claim):
    h, beta = 2.0, 0.8
    for share in (0.02, 0.5, 0.98):  # of the way from one end to the other
        ends = [(1 - beta**0.5) ** 2, (1 + beta**0.5) ** 2]
        alpha = ((1 - share) * ends[0] + share * ends[1]) / ((1 - beta) * h)
        distances, averages = walk(h, alpha, beta, 2000)
        sizes = np.hypot(distances, averages)
        shrunk = (sizes[1800:].max() / sizes[800:1000].max()) ** (1 / 1000)
        assert_allclose(claim(np.sqrt(beta)), shrunk, rtol=5e-4)
    outside = 0.5 * (1 - beta**0.5) ** 2 / ((1 - beta) * h)
    distances, _ = walk(h, outside, beta, 400)
    assert distances[400] / distances[399] > np.sqrt(beta) + 0.01


@pytest.mark.verifies("res-6-4-nesterov")
def test_shortened_memory_gives_the_averages_of_looking_ahead(claim):
    h, alpha, beta = 2.5, 0.6, 0.8
    distances, averages = walk(h, alpha, beta, 9, ahead=True)
    closed = beta * (1 - alpha * (1 - beta) * h) * averages[:-1]
    closed = closed + (1 - beta) * h * distances[:-1]
    assert_allclose(claim(closed), averages[1:], rtol=1e-9)


@pytest.mark.verifies("res-6-4-spread")
def test_spread_solves_the_equations_of_rest(claim):
    alpha, beta, h = sp.Rational(1, 5), sp.Rational(3, 5), 3
    d, c, m = sp.symbols("d c m")  # variance of d, covariance, variance of m
    step = sp.Matrix(
        [[1 - alpha * (1 - beta) * h, -alpha * beta], [(1 - beta) * h, beta]]
    )
    push = sp.Matrix([-alpha * (1 - beta), 1 - beta])  # what noise does to (d, m)
    rest = sp.Matrix([[d, c], [c, m]])
    (solution,) = sp.solve(list(step * rest * step.T + push * push.T - rest), [d, c, m],
                           dict=True)  # fmt: skip
    closed = alpha / h * (1 + beta) / (2 * (1 + beta) - alpha * (1 - beta) * h)
    assert_allclose(claim(float(closed)), float(solution[d]), rtol=1e-12)
