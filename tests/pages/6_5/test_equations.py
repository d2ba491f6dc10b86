"""Page 6.5: each derived result against a route that uses neither it nor udl."""

import itertools

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.linalg import eigh


def loss(phi):
    return 1 - np.exp(-2 * phi[1] ** 2) * np.exp(-((phi[0] - 0.7) ** 2) / 8)


def differences(function, phi, delta):
    shifts = delta * np.eye(2)
    values = [(function(phi + h) - function(phi - h)) / (2 * delta) for h in shifts]
    return np.array(values)


def averages(gradients, share):
    """Running average after the last of the gradients, by its recursion."""
    average = 0.0
    for g in gradients:
        average = share * average + (1 - share) * g
    return average


def step_length(gradients, beta, gamma, *, corrected):
    """Quotient of the two averages, by their recursions."""
    g = np.asarray(gradients, dtype=float)
    m, v = averages(g, beta), averages(g**2, gamma)
    if corrected:
        m, v = m / averages(g**0, beta), v / averages(g**0, gamma)
    return m / np.sqrt(v)


@pytest.mark.verifies("res-6-5-gradient")
def test_gradient_is_that_of_differences(claim):
    for phi in np.array([[-0.7, -0.9], [0.2, 0.4], [1.5, -0.3]]):
        bell = 1 - loss(phi)
        closed = np.array([(phi[0] - 0.7) / 4 * bell, 4 * phi[1] * bell])
        assert_allclose(claim(closed), differences(loss, phi, 1e-6), rtol=1e-7)


@pytest.mark.verifies("res-6-5-curvatures")
def test_curvatures_are_those_of_second_differences(claim):
    def gradient(phi):
        return differences(loss, phi, 1e-4)

    hessian = differences(gradient, np.array([0.7, 0.0]), 1e-4)
    assert_allclose(claim(np.array([0.25, 4.0])), np.diag(hessian), rtol=1e-5)
    assert_allclose(hessian[0, 1], 0, atol=1e-6)


@pytest.mark.verifies("res-6-5-factor")
def test_distance_is_what_repeated_steps_leave(claim):
    for rate, h in itertools.product((0.08, 0.45, 1.0), (0.25, 4.0)):
        d = 1.3
        for _ in range(7):
            d = d - rate * h * d
        assert_allclose(claim((1 - rate * h) ** 7 * 1.3), d, rtol=1e-9)


@pytest.mark.verifies("res-6-5-bias")
def test_expectation_of_an_average_is_the_mean_over_all_sequences(claim):
    values = (-1.0, 4.0)  # each with probability one half
    for share, t in ((0.9, 1), (0.9, 6), (0.6, 5)):
        sequences = itertools.product(values, repeat=t)
        mean = np.mean([averages(sequence, share) for sequence in sequences])
        assert_allclose(claim((1 - share**t) * np.mean(values)), mean, rtol=1e-10)


@pytest.mark.verifies("res-6-5-uncorrected")
def test_uncorrected_steps_are_those_of_the_recursion(claim):
    for gamma, t in itertools.product((0.99, 0.999), (1, 2, 12, 200)):
        closed = (1 - 0.9**t) / np.sqrt(1 - gamma**t)
        measured = step_length(np.full(t, 3.7), 0.9, gamma, corrected=False)
        assert_allclose(claim(closed), measured, rtol=1e-8)


@pytest.mark.verifies("res-6-5-scale")
def test_a_factor_of_the_gradients_leaves_the_step(claim):
    gradients = np.random.default_rng(65).normal(0.5, 1, 12)
    before = step_length(gradients, 0.9, 0.99, corrected=True)
    for c in (0.001, 7.0, 1e5):
        after = step_length(c * gradients, 0.9, 0.99, corrected=True)
        assert_allclose(claim(before), after, rtol=1e-9)


PAIRS = (0.9, 0.999), (0.9, 0.99), (0.5, 0.6)


def largest_quotient(beta, gamma, t):
    """Largest step over all gradients, from the recursions' matrices."""
    unit = np.eye(t)
    row = np.array([averages(e, beta) for e in unit]) / averages(unit.sum(0), beta)
    squares = np.array([averages(e, gamma) for e in unit])
    squares /= averages(unit.sum(0), gamma)
    return np.sqrt(eigh(np.outer(row, row), np.diag(squares), eigvals_only=True)[-1])


@pytest.mark.verifies("res-6-5-bound")
def test_longest_step_is_an_eigenvalue(claim):
    for (beta, gamma), t in itertools.product(PAIRS, (1, 2, 8, 30)):
        k = np.arange(t)
        a = (1 - beta) * beta**k / (1 - beta**t)
        b = (1 - gamma) * gamma**k / (1 - gamma**t)
        closed = np.sqrt(np.sum(a**2 / b))
        assert_allclose(claim(closed), largest_quotient(beta, gamma, t), rtol=1e-7)


@pytest.mark.verifies("res-6-5-bound")
def test_longest_step_after_many_is_that_of_growing_gradients(claim):
    for beta, gamma in PAIRS:
        t = 300 if gamma < 0.9 else 20_000
        growing = np.exp(np.linspace(-(t - 1), 0, t) * np.log(gamma / beta))
        longest = step_length(growing, beta, gamma, corrected=True)
        limit = (1 - beta) / np.sqrt((1 - gamma) * (1 - beta**2 / gamma))
        assert_allclose(claim(limit), longest, rtol=1e-6)
