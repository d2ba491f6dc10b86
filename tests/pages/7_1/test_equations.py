"""Page 7.1: each derived result against a route that uses neither it nor udl."""

import math

import mpmath
import numpy as np
import pytest
import sympy as sp
from numpy.testing import assert_allclose
from scipy.optimize import minimize_scalar

B, W = sp.symbols("b:4"), sp.symbols("w:4")
X, Y = 0.7, -1.3
RNG = np.random.default_rng(71)
BETA, OMEGA = RNG.normal(size=4), RNG.normal(size=4)
VALUES = dict(zip([*B, *W], [*BETA, *OMEGA], strict=True))
LOSS = (
    B[3]
    + W[3] * sp.cos(B[2] + W[2] * sp.exp(B[1] + W[1] * sp.sin(B[0] + W[0] * X)))
    - Y
) ** 2


def tail(start, value):
    """Loss as a function of one number of the chain: what comes after it, nested."""
    names = ["f0", "h1", "f1", "h2", "f2", "h3", "f3"]
    after = {
        "f0": np.sin, "h1": lambda v: BETA[1] + OMEGA[1] * v,
        "f1": np.exp, "h2": lambda v: BETA[2] + OMEGA[2] * v,
        "f2": np.cos, "h3": lambda v: BETA[3] + OMEGA[3] * v,
        "f3": lambda v: (v - Y) ** 2,
    }  # fmt: skip
    for name in names[names.index(start) :]:
        value = after[name](value)
    return value


def chain():
    f0 = BETA[0] + OMEGA[0] * X
    h1 = np.sin(f0)
    f1 = BETA[1] + OMEGA[1] * h1
    h2 = np.exp(f1)
    f2 = BETA[2] + OMEGA[2] * h2
    h3 = np.cos(f2)
    return {"f0": f0, "h1": h1, "f1": f1, "h2": h2, "f2": f2, "h3": h3,
            "f3": BETA[3] + OMEGA[3] * h3}  # fmt: skip


@pytest.mark.verifies("res-7-1-direct")
def test_long_formula_is_what_sympy_differentiates(claim):
    sine = np.sin(BETA[0] + OMEGA[0] * X)
    power = np.exp(BETA[1] + OMEGA[1] * sine)
    angle = BETA[2] + OMEGA[2] * power
    claimed = -2 * (BETA[3] + OMEGA[3] * np.cos(angle) - Y)
    claimed *= OMEGA[3] * np.sin(angle) * OMEGA[2] * power
    claimed *= OMEGA[1] * np.cos(BETA[0] + OMEGA[0] * X) * X
    truth = float(sp.diff(LOSS, W[0]).subs(VALUES))
    assert_allclose(claim(claimed), truth, rtol=1e-9)


@pytest.mark.verifies("res-7-1-backward")
def test_backward_recursion_is_the_slope_of_what_follows(claim):
    v = chain()
    df3 = 2 * (v["f3"] - Y)
    dh3 = OMEGA[3] * df3
    df2 = -np.sin(v["f2"]) * dh3
    dh2 = OMEGA[2] * df2
    df1 = np.exp(v["f1"]) * dh2
    dh1 = OMEGA[1] * df1
    df0 = np.cos(v["f0"]) * dh1
    claimed = {"f3": df3, "h3": dh3, "f2": df2, "h2": dh2, "f1": df1, "h1": dh1,
               "f0": df0}  # fmt: skip
    for name, value in claimed.items():
        above, below = (tail(name, v[name] + d) for d in (1e-5, -1e-5))
        assert_allclose(claim(value), (above - below) / 2e-5, rtol=1e-6)


@pytest.mark.verifies("res-7-1-parameters")
def test_parameters_take_the_derivative_of_their_step_times_its_input(claim):
    v, inputs = chain(), {}
    inputs = [X, v["h1"], v["h2"], v["h3"]]
    for k in range(4):
        above, below = (tail(f"f{k}", v[f"f{k}"] + d) for d in (1e-5, -1e-5))
        dl_df = (above - below) / 2e-5
        of_offset = float(sp.diff(LOSS, B[k]).subs(VALUES))
        of_weight = float(sp.diff(LOSS, W[k]).subs(VALUES))
        assert_allclose(claim(dl_df), of_offset, rtol=1e-6)
        assert_allclose(claim(dl_df * inputs[k]), of_weight, rtol=1e-6)


class Counted(float):
    """A number that counts its multiplications."""

    count = 0

    def __mul__(self, other):
        Counted.count += 1
        return Counted(float(self) * float(other))


def multiplications(work):
    Counted.count = 0
    work()
    return Counted.count


@pytest.mark.verifies("res-7-1-cost")
def test_numbers_of_multiplications_are_those_that_a_program_does(claim):
    for depth in (1, 3, 7):
        factors = [1.5] * (2 * depth)  # from the loss back to f_0

        def walk(steps, factors=factors):
            value = Counted(1.0)
            for factor in factors[:steps]:
                value = value * factor

        def separately(depth=depth, walk=walk):
            for k in range(depth + 1):
                walk(2 * (depth - k))

        counted = multiplications(separately)
        assert_allclose(claim(depth * (depth + 1)), counted, rtol=1e-9)
        counted = multiplications(lambda depth=depth, walk=walk: walk(2 * depth))
        assert_allclose(claim(2 * depth), counted, rtol=1e-9)


def function(z):
    return mpmath.exp(mpmath.sin(3 * z)) + z**3


def third_derivative(at):
    return mpmath.diff(function, at, 3)


@pytest.mark.verifies("res-7-1-central")
def test_error_of_a_central_difference_in_sixty_digits(claim):
    with mpmath.workdps(60):
        at, step = mpmath.mpf("0.4"), mpmath.mpf("1e-6")
        difference = (function(at + step) - function(at - step)) / (2 * step)
        error = (difference - mpmath.diff(function, at)) / step**2
        claimed = third_derivative(at) / 6
    assert_allclose(claim(float(claimed)), float(error), rtol=1e-6)


@pytest.mark.verifies("res-7-1-best-step")
def test_best_step_is_where_a_numeric_search_ends(claim):
    for noise, third in ((1e-3, 2.0), (1e-2, 0.5)):
        found = minimize_scalar(
            lambda d, e=noise, t=third: d**2 / 6 * t + e / d,
            bounds=(1e-3, 10), method="bounded", options={"xatol": 1e-10},
        ).x  # fmt: skip
        assert_allclose(claim((3 * noise / third) ** (1 / 3)), found, rtol=1e-5)


@pytest.mark.verifies("res-7-1-complex-step")
def test_error_of_the_complex_step_in_sixty_digits(claim):
    with mpmath.workdps(60):
        at, step = mpmath.mpf("0.4"), mpmath.mpf("1e-6")
        slope = mpmath.im(function(at + 1j * step)) / step
        error = (slope - mpmath.diff(function, at)) / step**2
        claimed = -third_derivative(at) / 6
    assert_allclose(claim(float(claimed)), float(error), rtol=1e-6)
    tiny = float(mpmath.im(function(mpmath.mpc(0.4, 1e-20)))) / 1e-20
    exact = math.exp(math.sin(1.2)) * 3 * math.cos(1.2) + 3 * 0.16
    assert_allclose(claim(exact), tiny, rtol=1e-12)
