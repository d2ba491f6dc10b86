"""Page 4.1: each derived result against a route that uses neither it nor udl.

The route for counts is arithmetic with fractions on the corners of a line; the route
for the rest is sympy or finite differences.
"""

from fractions import Fraction as F
from itertools import pairwise

import numpy as np
import pytest
import sympy as sp
from numpy.testing import assert_allclose


def first(x):
    return 1 - 2 * max(0, -x) - 3 * max(0, x) + F(93, 10) * max(0, x - F(67, 100))


def second(y):
    h = max(0, F(-3, 5) - y), max(0, F(1, 5) + y), max(0, y - F(1, 2))
    return F(1, 2) - h[0] - F(3, 2) * h[1] + 2 * h[2]


FIRST = first, [F(0), F(67, 100)]
SECOND = second, [F(-3, 5), F(-1, 5), F(1, 2)]


def corners_of(networks, low=F(-1), high=F(1)):
    """All places where the networks, fed into one another, can bend."""
    x, y = [low, high], [low, high]
    for function, joints in networks:
        places = set(x)
        for (a, f), (b, g) in pairwise(zip(x, y, strict=True)):
            places |= {
                a + (b - a) * (j - f) / (g - f)
                for j in joints
                if min(f, g) < j < max(f, g)
            }
        new = sorted(places)
        old = dict(zip(x, y, strict=True))

        def height(t, x=x, old=old):
            after = next(n for n, place in enumerate(x) if place >= t)
            if x[after] == t:
                return old[t]
            a, b = x[after - 1], x[after]
            return old[a] + (old[b] - old[a]) * (t - a) / (b - a)

        y = [function(height(t)) for t in new]
        x = new
    return x, y


def pieces(networks, low=F(-1), high=F(1)):
    x, y = corners_of(networks, low, high)
    slopes = [(g - f) / (b - a) for (a, f), (b, g) in pairwise(zip(x, y, strict=True))]
    return 1 + sum(s != t for s, t in pairwise(slopes))


@pytest.mark.verifies("res-4-1-slope")
def test_slope_is_the_product_of_slopes(claim):
    # Slopes of the pieces, read off the equations of the two networks.
    def of_first(x):
        return 2.0 if x < 0 else -3.0 if x < 0.67 else 6.3

    def of_second(y):
        return 1.0 if y < -0.6 else 0.0 if y < -0.2 else -1.5 if y < 0.5 else 0.5

    step = F(1, 10**9)
    for x in (-0.97, -0.55, -0.1, 0.11, 0.3, 0.61, 0.71, 0.95):
        y = float(first(F(x)))
        product = of_second(y) * of_first(x)
        rise = second(first(F(x) + step)) - second(first(F(x) - step))
        assert_allclose(claim(product), float(rise / (2 * step)), rtol=1e-6)


@pytest.mark.verifies("res-4-1-count")
def test_pieces_are_those_of_the_first_and_one_for_each_joint_passed(claim):
    def right_hand_side(heights, joints):
        total = 0
        for a, b in pairwise(heights):
            total += 1 + sum((j - a) * (j - b) < 0 for j in joints)
        return float(total)

    for c in (F(1, 10), F(1, 4), F(11, 20), F(1)):  # heights miss the flat part
        scaled = (lambda x, c=c: c * first(x)), FIRST[1]
        heights = [scaled[0](x) for x in (F(-1), F(0), F(67, 100), F(1))]
        if not any(F(-3, 5) <= t <= F(-1, 5) for t in heights):
            counted = pieces([scaled, SECOND])
            assert_allclose(claim(right_hand_side(heights, SECOND[1])), counted)
    flat = (lambda x: F(-2, 5) + first(x) / 10), FIRST[1]
    assert pieces([flat, SECOND]) == 1  # where it is only an upper bound


@pytest.mark.verifies("res-4-1-rule")
def test_copies_multiply(claim):
    for copies in range(4):
        counted = pieces([FIRST] * copies + [SECOND])
        assert_allclose(claim(4.0 * 3.0**copies), counted)


@pytest.mark.verifies("res-4-1-fold")
def test_offsets_and_weights_are_what_sympy_collects(claim):
    h, phi = sp.symbols("h1:4"), (1, -2, -3, sp.Rational(93, 10))
    theta = [(-0.6, -1), (0.2, 1), (-0.5, 1)]
    y = phi[0] + sum(p * unit for p, unit in zip(phi[1:], h, strict=True))
    for offset, slope in theta:
        psi = np.array([offset + slope * 1, *(slope * np.array([-2, -3, 9.3]))])
        collected = sp.Poly(sp.expand(offset + slope * y), *h)
        found = [collected.coeff_monomial(term) for term in (1, *h)]
        assert_allclose(claim(psi), np.array(found, dtype=float), rtol=1e-12)


@pytest.mark.verifies("res-4-1-bound")
def test_bound_is_reached_by_a_zigzag_and_exceeded_by_no_random_network(claim):
    def zigzag(x):
        h = max(0, x - F(1, 8)), max(0, x - F(3, 8)), max(0, F(5, 8) - x)
        return 5 - 12 * h[0] + 8 * h[1] - 8 * h[2]

    net = zigzag, [F(1, 8), F(3, 8), F(5, 8)]
    for layers in (1, 2, 3):
        counted = pieces([net] * layers, F(0), F(7, 8))
        assert_allclose(claim(float((3 + 1) ** layers)), counted)
    rng = np.random.default_rng(41)
    x = np.linspace(-20, 20, 40_000)
    for _ in range(30):
        h, patterns = x[None], []
        for units in (3, 2):
            z = rng.normal(size=(units, 1)) + rng.normal(size=(units, len(h))) @ h
            h = np.maximum(0, z)
            patterns.append(z > 0)
        seen = np.unique(np.concatenate(patterns), axis=1).shape[1]
        assert seen <= (3 + 1) * (2 + 1)


@pytest.mark.verifies("res-4-1-errors")
def test_least_errors_on_alternating_labels_are_those_of_the_best_runs(claim):
    for n, pieces in ((28, 10), (28, 11), (12, 3), (15, 4)):
        # least[k]: fewest errors of points so far, by changes of the prediction
        least = {(0, guess): 0 for guess in (0, 1)}
        for point in range(n):
            step = {}
            for (changes, guess), errors in least.items():
                for other in (0, 1):
                    key = changes + (other != guess and point > 0), other
                    if (point == 0 and other != guess) or key[0] > pieces:
                        continue
                    cost = errors + (other != point % 2)
                    step[key] = min(step.get(key, n), cost)
            least = step
        bound = (n - pieces - 1) / 2
        if bound % 1:  # the 9 of the page: 8.5, rounded up
            assert min(least.values()) == bound + 0.5
        else:
            assert_allclose(claim(bound), min(least.values()))
