"""Page 6.1: each derived result against a route without it and udl."""

import mpmath
import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import minimize_scalar, root_scalar


def shrink(loss, a, d, iterations):
    """The three rules, from exact thirds; the bracket that is left."""
    b, c = a + (d - a) / 3, a + 2 * (d - a) / 3
    for _ in range(iterations):
        if loss(a) < min(loss(b), loss(c), loss(d)):
            b, c, d = (a + b) / 2, (a + c) / 2, (a + d) / 2
            continue
        a, d = (a, c) if loss(b) < loss(c) else (b, d)
        b, c = a + (d - a) / 3, a + 2 * (d - a) / 3
    return a, b, c, d


@pytest.mark.verifies("res-6-1-bracket")
def test_what_is_kept_is_where_the_minimum_of_some_valley_can_be_and_no_more(claim):
    a, b, c, d = 1.0, 2.0, 3.0, 4.0
    beyond, before = [], []  # minima of valleys with f(b) < f(c), and the others
    for minimum in np.linspace(a, d, 7501):
        for falling in (1e-6, 1e-3, 1.0, 1e3, 1e6):

            def valley(phi, m=minimum, s=falling):
                return s * (m - phi) if phi < m else phi - m

            (beyond if valley(b) < valley(c) else before).append(minimum)
    assert_allclose(
        [min(beyond), max(beyond)], claim(np.array([a, c])), atol=5e-4, rtol=0
    )
    assert_allclose(
        [min(before), max(before)], claim(np.array([b, d])), atol=5e-4, rtol=0
    )


@pytest.mark.verifies("res-6-1-width")
def test_width_is_that_of_a_search_which_never_halves(claim):
    for n in (0, 1, 5, 9):
        a, b, c, d = shrink(lambda phi: abs(phi - 1.4), -1.0, 2.0, n)
        assert_allclose(claim((2 / 3) ** n * 3.0), d - a, rtol=1e-9)
        assert_allclose(claim((2 / 3) ** n * 3.0 / 3), c - b, rtol=1e-9)


@pytest.mark.verifies("res-6-1-error")
def test_bound_on_the_error_is_reached_by_the_worst_valley(claim):
    n, worst = 7, 0.0
    for minimum in np.linspace(0, 1, 501):
        for falling in (0.01, 1.0, 100.0):
            found = shrink(
                lambda phi, m=minimum, s=falling: s * (m - phi) if phi < m else phi - m,
                0.0, 1.0, n,
            )  # fmt: skip
            error = abs((found[1] + found[2]) / 2 - minimum)
            assert error <= (found[3] - found[0]) / 2 + 1e-12
            worst = max(worst, error)
    assert_allclose(claim((2 / 3) ** n / 2), worst, rtol=1e-9)


@pytest.mark.verifies("res-6-1-iterations")
def test_number_of_iterations_is_counted_by_a_search(claim):
    for width, tolerance in ((1.0, 1e-4), (0.3, 1e-3), (5.0, 0.7)):
        n = 0
        while True:
            _, b, c, _ = shrink(lambda phi, w=width: -phi / w, 0.0, width, n)
            if c - b <= tolerance:
                break
            n += 1
        closed = np.ceil(np.log(width / (3 * tolerance)) / np.log(3 / 2))
        assert_allclose(claim(closed), n, rtol=1e-12)


@pytest.mark.verifies("res-6-1-golden")
def test_share_is_where_an_old_point_meets_a_new_one(claim):
    def gap(share):  # between the old b and where the new c belongs, of a width of 1
        old_b, new_width = 1 - share, share
        return old_b - share * new_width

    found = root_scalar(gap, bracket=(0.5, 1), xtol=1e-14).root
    assert_allclose(claim((np.sqrt(5) - 1) / 2), found, rtol=1e-12)


@pytest.mark.verifies("res-6-1-flat")
def test_rise_from_the_bottom_is_half_the_curvature_times_the_square(claim):
    mpmath.mp.dps = 40

    def loss(phi):
        wide = mpmath.exp(-((phi - mpmath.mpf("0.65")) ** 2) * 10) / 2
        narrow = mpmath.exp(-((phi - mpmath.mpf("0.35")) ** 2) * 50) * 9 / 20
        return 1 - wide - narrow

    rough = minimize_scalar(lambda p: float(loss(p)), bounds=(0.3, 0.5)).x
    star = mpmath.findroot(lambda p: mpmath.diff(loss, p), rough)
    curvature = mpmath.diff(loss, star, 2)
    for delta in (mpmath.mpf("1e-6"), mpmath.mpf("-1e-7")):
        rise = loss(star + delta) - loss(star)
        assert_allclose(float(claim(curvature * delta**2 / 2)), float(rise), rtol=1e-5)
