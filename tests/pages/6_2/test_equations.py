"""Page 6.2: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import approx_fprime, minimize_scalar

RNG = np.random.default_rng(62)
X = RNG.normal(1, 0.8, 9)
Y = 0.7 + 0.4 * X + RNG.normal(0, 0.2, 9)
PHI = np.array([1.3, -0.6])


def loss(phi, x=X, y=Y):
    return sum((phi[0] + phi[1] * u - v) ** 2 for u, v in zip(x, y, strict=True))


def second_difference(a, b, step=1e-3):
    """Second derivative of the loss along a, then b, by four losses."""
    a, b = step * np.asarray(a), step * np.asarray(b)
    corners = loss(PHI + a + b) - loss(PHI + a - b) - loss(PHI - a + b)
    return (corners + loss(PHI - a - b)) / (4 * step**2)


def slope(phi, step=1e-6):
    return np.array(
        [(loss(phi + s) - loss(phi - s)) / (2 * step) for s in step * np.eye(2)]
    )


HESSIAN = np.array([[second_difference(a, b) for a in np.eye(2)] for b in np.eye(2)])
BEST = np.polyfit(X, Y, 1)[::-1]


@pytest.mark.verifies("res-6-2-gradient")
def test_the_gradient_is_that_of_differences_of_the_loss(claim):
    errors = PHI[0] + PHI[1] * X - Y
    closed = np.array([2 * errors.sum(), 2 * (errors * X).sum()])
    assert_allclose(claim(closed), approx_fprime(PHI, loss, 1e-8), rtol=1e-5)


@pytest.mark.verifies("res-6-2-forward-error")
def test_forward_differences_are_off_by_half_delta_times_the_second_derivative(claim):
    delta, errors = 0.3, PHI[0] + PHI[1] * X - Y
    closed = np.array(
        [
            2 * errors.sum() + delta / 2 * 2 * X.size,
            2 * (errors * X).sum() + delta / 2 * 2 * np.sum(X**2),
        ]
    )
    forward = [(loss(PHI + s) - loss(PHI)) / delta for s in delta * np.eye(2)]
    assert_allclose(claim(closed), forward, rtol=1e-10)


@pytest.mark.verifies("res-6-2-along")
def test_the_loss_along_a_step_is_this_parabola(claim):
    g = slope(PHI)
    for rate in (0.01, 0.1, 0.5):
        closed = loss(PHI) - rate * g @ g + rate**2 / 2 * g @ HESSIAN @ g
        assert_allclose(claim(closed), loss(PHI - rate * g), rtol=1e-6)


@pytest.mark.verifies("res-6-2-exact-rate")
def test_the_exact_rate_is_where_a_search_along_the_step_ends(claim):
    g = slope(PHI)
    found = minimize_scalar(lambda rate: loss(PHI - rate * g), options={"xtol": 1e-12})
    assert_allclose(claim(g @ g / (g @ HESSIAN @ g)), found.x, rtol=1e-5)


@pytest.mark.verifies("res-6-2-right-angle")
def test_after_an_exact_search_the_next_gradient_is_square_to_the_last(claim):
    g = slope(PHI)
    rate = minimize_scalar(lambda t: loss(PHI - t * g), options={"xtol": 1e-12}).x
    after = slope(PHI - rate * g)
    cosine = g @ after / (np.linalg.norm(g) * np.linalg.norm(after))
    assert_allclose(claim(90.0), np.degrees(np.arccos(cosine)), rtol=1e-4)


@pytest.mark.verifies("res-6-2-power")
def test_the_path_is_a_power_of_a_matrix(claim):
    hessian = 2 * np.array([[X.size, X.sum()], [X.sum(), np.sum(X**2)]])
    assert_allclose(claim(hessian), HESSIAN, rtol=1e-6)
    phi, rate = PHI, 0.02
    for _ in range(7):
        phi = phi - rate * slope(phi)
    power = np.linalg.matrix_power(np.eye(2) - rate * hessian, 7)
    assert_allclose(claim(power @ (PHI - BEST)), phi - BEST, rtol=1e-5)


@pytest.mark.verifies("res-6-2-limit")
def test_descent_arrives_below_the_limit_and_runs_away_above_it(claim):
    limit = claim(2 / np.linalg.eigvalsh(HESSIAN)[-1])

    def escapes(rate):
        with np.errstate(all="ignore"):  # far above the limit it overflows
            power = np.linalg.matrix_power(np.eye(2) - rate * HESSIAN, 2**20)
            return not np.max(np.abs(power @ (PHI - BEST))) < 1

    low, high = 1e-3, 1.0
    while high - low > 1e-6 * high:
        middle = (low + high) / 2
        low, high = (low, middle) if escapes(middle) else (middle, high)
    assert_allclose(limit, low, rtol=5e-4)


@pytest.mark.verifies("res-6-2-best-rate")
def test_no_fixed_rate_shrinks_the_worst_distance_faster(claim):
    small, large = np.linalg.eigvalsh(HESSIAN)
    found = minimize_scalar(
        lambda rate: np.linalg.norm(np.eye(2) - rate * HESSIAN, 2),
        bounds=(0, 2 / large), method="bounded", options={"xatol": 1e-12},
    )  # fmt: skip
    ratio = large / small
    assert_allclose(claim(2 / (small + large)), found.x, rtol=1e-5)
    assert_allclose(claim((ratio - 1) / (ratio + 1)), found.fun, rtol=1e-5)


@pytest.mark.verifies("res-6-2-mean")
def test_the_limit_of_a_mean_is_that_of_the_sum_times_the_number_of_examples(claim):
    of_mean = np.cov(X, bias=True) + np.mean(X) ** 2  # mean square of the inputs
    hessian = 2 * np.array([[1, X.mean()], [X.mean(), of_mean]])
    of_sum = 2 / np.linalg.eigvalsh(HESSIAN)[-1]
    assert_allclose(claim(X.size * of_sum), 2 / np.linalg.norm(hessian, 2), rtol=1e-6)
