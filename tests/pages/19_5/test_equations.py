"""Page 19.5: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

# Nine pairs with their probabilities: means, variances and covariance by summing up.
A, B = np.meshgrid([1.0, 4.0, 9.0], [-2.0, 0.0, 5.0])
P = np.array([[0.20, 0.10, 0.02], [0.08, 0.15, 0.05], [0.05, 0.10, 0.25]])
CHANCES = np.array([0.5, 0.2, 0.3])  # of three arms
REWARDS = np.array([2.0, -1.0, 4.5])


def mean(values):
    return np.sum(P * values)


def variance(values):
    return mean(values**2) - mean(values) ** 2


def moments():
    sa, sb = np.sqrt(variance(A)), np.sqrt(variance(B))
    return sa, sb, (mean(A * B) - mean(A) * mean(B)) / (sa * sb)


def scores():
    """Log softmax, differentiated by central differences: a row for each arm."""
    theta, h = np.log(CHANCES), 1e-5

    def log_p(t):
        return t - np.log(np.sum(np.exp(t)))

    shifts = h * np.eye(3)
    return np.stack([(log_p(theta + s) - log_p(theta - s)) / (2 * h)
                     for s in shifts], axis=1)  # fmt: skip


@pytest.mark.verifies("res-19-5-variance")
def test_variance_of_the_difference_by_enumeration(claim):
    sa, sb, rho = moments()
    for c in (-0.7, 0.4, 1.0, 2.5):
        formula = sa**2 - 2 * c * rho * sa * sb + c**2 * sb**2
        assert_allclose(claim(formula), variance(A - c * (B - 3)), rtol=1e-9)


@pytest.mark.verifies("res-19-5-square")
def test_completed_square_by_enumeration(claim):
    sa, sb, rho = moments()
    for c in (-0.7, 0.4, 1.0, 2.5):
        formula = sa**2 * (1 - rho**2) + sb**2 * (c - rho * sa / sb) ** 2
        assert_allclose(claim(formula), variance(A - c * (B - 3)), rtol=1e-9)


@pytest.mark.verifies("res-19-5-best")
def test_best_coefficient_is_where_a_fitted_parabola_is_lowest(claim):
    sa, sb, rho = moments()
    low, middle, high = (variance(A - c * B) for c in (-1, 0, 1))
    lowest = (low - high) / 2 / (low + high - 2 * middle)
    assert_allclose(claim(rho * sa / sb), lowest, rtol=1e-9)


@pytest.mark.verifies("res-19-5-ratio")
def test_ratio_at_the_lowest_place_that_a_search_finds(claim):
    rho = moments()[2]
    least = min(variance(A - c * B) for c in np.linspace(-2, 2, 40_001))
    assert_allclose(claim(1 - rho**2), least / variance(A), rtol=1e-6)


@pytest.mark.verifies("res-19-5-score")
def test_the_mean_score_is_zero_by_differences(claim):
    """One added to each component, so that a factor would show."""
    assert_allclose(claim(np.ones(3)), 1 + CHANCES @ scores(), rtol=1e-6)


@pytest.mark.verifies("res-19-5-baseline")
def test_the_best_baseline_is_where_a_search_ends(claim):
    directions = scores()
    squares = CHANCES * np.sum(directions**2, axis=1)
    formula = squares @ REWARDS / squares.sum()

    def spread(c):
        terms = (REWARDS - c)[:, np.newaxis] * directions
        average = CHANCES @ terms
        return CHANCES @ np.sum(terms**2, axis=1) - average @ average

    low, middle, high = spread(0.0), spread(1.0), spread(2.0)
    lowest = 1 + (low - high) / 2 / (low + high - 2 * middle)
    assert_allclose(claim(formula), lowest, rtol=1e-6)


@pytest.mark.verifies("res-19-5-own")
def test_the_share_that_is_lost_by_enumerating_all_batches(claim):
    directions = scores()
    wanted = CHANCES @ (REWARDS[:, np.newaxis] * directions)
    for count in (2, 3, 4):
        found = np.zeros(3)
        for numbers in np.ndindex(*(3,) * count):
            batch = list(numbers)
            r = REWARDS[batch]
            term = ((r - r.mean())[:, np.newaxis] * directions[batch]).mean(axis=0)
            found += np.prod(CHANCES[batch]) * term
        share = 1 - 1 / count
        assert_allclose(claim(share * wanted), found, rtol=1e-6, atol=1e-9)


@pytest.mark.verifies("res-19-5-price")
def test_the_price_by_integrating_the_squared_weights(claim):
    """Variance 4 of a, correlation 0.6: errors of 2.56, times the mean of w @ w."""
    for count in (6, 9, 30):
        b = np.random.default_rng(count).standard_normal(count)
        line = np.linalg.pinv(np.column_stack([np.ones(count), b]))[0]  # height at 0
        around = np.sum((b - b.mean()) ** 2)
        assert_allclose(line @ line, 1 / count + b.mean() ** 2 / around)
        s = np.linspace(1e-6, 30 + 8 * count, 400_001)
        chi_squared = s ** ((count - 1) / 2 - 1) * np.exp(-s / 2)  # up to a factor
        inverse = np.sum(chi_squared / s) / np.sum(chi_squared)
        formula = 4 / count * (1 - 0.6**2) * (count - 2) / (count - 3)
        assert_allclose(claim(formula), 2.56 * (1 + inverse) / count, rtol=2e-5)
