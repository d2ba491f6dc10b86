"""Page 3.3: each derived result against a route without it and udl."""

import itertools
from functools import cache
from math import factorial

import numpy as np
import pytest
import sympy as sp
from numpy.testing import assert_allclose
from scipy.optimize import linprog


def exists(pattern, beta, omega):
    """Ask a linear program for a point where exactly the units of a pattern are on.

    The last variable is how far, at least, every input is on its side of zero.
    """
    sign = np.where(pattern, 1.0, -1.0)[:, None]
    constraints = np.hstack([-sign * omega, np.ones((len(beta), 1))])
    bounds = [(-1e6, 1e6)] * omega.shape[1] + [(None, 1)]
    cost = [0.0] * omega.shape[1] + [-1.0]
    answer = linprog(cost, constraints, sign[:, 0] * beta, bounds=bounds)
    return answer.status == 0 and -answer.fun > 1e-7


def regions(beta, omega):
    beta, omega = np.asarray(beta, float), np.asarray(omega, float)
    patterns = itertools.product([False, True], repeat=len(beta))
    return sum(exists(np.array(p, bool), beta, omega) for p in patterns)


@cache
def random_regions(D_i, D):
    """Count the regions of random joints, which lie in general position."""
    if D_i == 0 or D == 0:
        return 1
    rng = np.random.default_rng(10 * D_i + D)
    return regions(rng.normal(size=D), rng.normal(size=(D, D_i)))


def binomial_sum(D_i, D):
    """Sum the first coefficients of (1 + t)^D, multiplied out by sympy."""
    t = sp.symbols("t")
    coefficients = sp.Poly((1 + t) ** D, t).all_coeffs()[::-1]
    return int(sum(coefficients[: D_i + 1]))


@pytest.mark.verifies("res-3-3-recursion")
def test_recursion_holds_for_counts_by_linear_programs(claim):
    for D_i, D in [(1, 4), (2, 3), (2, 5), (3, 5), (2, 1)]:
        claimed = random_regions(D_i, D - 1) + random_regions(D_i - 1, D - 1)
        assert_allclose(claim(claimed), random_regions(D_i, D), rtol=1e-9)


@pytest.mark.verifies("res-3-3-zaslavsky")
def test_formula_counts_the_patterns_that_linear_programs_find(claim):
    for D_i, D in [(1, 5), (2, 3), (2, 6), (3, 6), (4, 5), (4, 2)]:
        assert_allclose(claim(binomial_sum(D_i, D)), random_regions(D_i, D), rtol=1e-9)


@pytest.mark.verifies("res-3-3-powers")
def test_few_units_show_every_pattern(claim):
    for D_i, D in [(3, 3), (5, 3), (4, 4), (6, 1)]:
        assert_allclose(claim(2**D), random_regions(D_i, D), rtol=1e-9)


@pytest.mark.verifies("res-3-3-half")
def test_half_of_the_patterns_occur_with_one_more_than_twice_as_many_units(claim):
    for D_i in [1, 2, 3]:
        D = 2 * D_i + 1
        assert_allclose(claim(2 ** (2 * D_i)), random_regions(D_i, D), rtol=1e-9)
        assert 2 * random_regions(D_i, D) == 2**D


@pytest.mark.verifies("res-3-3-growth")
def test_last_term_is_the_limit_that_sympy_finds(claim):
    for D_i in [1, 2, 4]:
        D = sp.symbols("D", positive=True)
        falling = [
            sp.prod(D - i for i in range(j)) / factorial(j) for j in range(D_i + 1)
        ]
        quotient = sp.limit(sum(falling) / D**D_i, D, sp.oo)
        assert_allclose(claim(1 / factorial(D_i)), float(quotient), rtol=1e-12)
        large = 10**7
        counted = sum(int(term.subs(D, large)) for term in map(sp.sympify, falling))
        assert_allclose(claim(large**D_i / factorial(D_i)), float(counted), rtol=1e-5)


@pytest.mark.verifies("res-3-3-parameters")
def test_parameters_are_the_entries_of_the_four_arrays(claim):
    for D_i, D in [(1, 2), (10, 8), (3, 7)]:
        arrays = np.zeros(D), np.zeros((D, D_i)), np.zeros(1), np.zeros((1, D))
        x = np.zeros((D_i, 5))
        output = arrays[2][:, None] + arrays[3] @ (arrays[0][:, None] + arrays[1] @ x)
        assert output.shape == (1, 5)
        entries = sum(array.size for array in arrays)
        assert_allclose(claim(D * (D_i + 2) + 1), entries, rtol=1e-12)
        assert_allclose(claim(D * (D_i + 1) + (D + 1)), entries, rtol=1e-12)


POSITIONS = {
    "parallel": ([-2, -1, 0, 1], [[1, 1]] * 4, []),
    "one point": ([0] * 4, [[1, 0], [0, 1], [1, 1], [1, -1]], [4]),
    "two bundles": ([0, 1, 0, 1], [[1, 0], [1, 0], [0, 1], [0, 1]], [2] * 4),
    "one point of three": (
        [0, 0, 0, 1],
        [[1, 0], [0, 1], [1, 1], [1, -2]],
        [3, 2, 2, 2],
    ),
    "general": ([0.1, -0.2, 0.4], [[1, 0], [0, 1], [1, 1]], [2] * 3),
}


@pytest.mark.verifies("res-3-3-lines")
def test_lines_in_any_position_make_what_linear_programs_count(claim):
    for beta, omega, meeting in POSITIONS.values():
        claimed = 1 + len(beta) + sum(lines - 1 for lines in meeting)
        assert_allclose(claim(claimed), regions(beta, omega), rtol=1e-9)
