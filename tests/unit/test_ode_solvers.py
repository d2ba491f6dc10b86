"""Steps along an ODE against a solver of scipy's, by size, kind and order."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import solve_ivp
from scipy.linalg import expm

from udl.fitting import ode_solvers as ode


def slope(t, x):
    return np.array([x[1] * np.cos(t), -x[0] + 0.3 * x[1] ** 2])


def single(t, x):
    return np.cos(3 * t) - 0.7 * x + 0.2 * x**2


def single_change(t, x):
    return -3 * np.sin(3 * t) + (-0.7 + 0.4 * x) * single(t, x)


@pytest.mark.parametrize(
    ("step", "order"),
    [
        (ode.euler_step, 1),
        (ode.midpoint_step, 2),
        (ode.heun_step, 2),
        (ode.taylor_step(single_change), 2),
        (ode.rk4_step, 4),
    ],
)
def test_halving_the_step_divides_the_error_by_two_to_the_order(step, order):
    end = solve_ivp(single, (0.5, 2.5), [1.4], method="DOP853", rtol=1e-13,
                    atol=1e-14).y[0, -1]  # fmt: skip
    errors = [
        abs(ode.walk(step, single, 1.4, np.linspace(0.5, 2.5, n + 1))[-1] - end)
        for n in (80, 160)
    ]
    assert abs(np.log2(errors[0] / errors[1]) - order) < 0.1


@pytest.mark.parametrize("step", [ode.euler_step, ode.heun_step, ode.rk4_step])
def test_states_may_be_arrays_and_many_at_once(step):
    starts = np.array([[1.0, -0.5, 0.2], [0.3, 2.0, -1.0]])
    times = np.linspace(0, 1, 6)
    together = ode.walk(step, slope, starts, times)
    assert together.shape == (6, 2, 3)
    for n in range(3):
        assert_allclose(together[:, :, n], ode.walk(step, slope, starts[:, n], times))


def test_a_walk_may_go_back():
    out = ode.walk(ode.rk4_step, single, 0.4, np.linspace(0, 2, 401))
    back = ode.walk(ode.rk4_step, single, out[-1], np.linspace(2, 0, 401))
    assert_allclose(back[-1], 0.4, atol=1e-9)


def test_a_walk_ends_at_the_last_time_and_starts_each_step_where_it_is():
    seen = []

    def step(f, t, x, h):
        seen.append((t, h))
        return x + h

    path = ode.walk(step, None, 0.0, [1, 1.5, 3])
    assert path.tolist() == [0, 0.5, 2]
    assert seen == [(1, 0.5), (1.5, 1.5)]


def test_a_step_looks_as_often_as_its_name_says():
    for step, count in (
        (ode.euler_step, 1),
        (ode.midpoint_step, 2),
        (ode.heun_step, 2),
        (ode.rk4_step, 4),
    ):
        seen = ode.looks(step, single, 0.5, 0.4, 0.2)
        assert seen.shape == (count, 3)
        assert_allclose(seen[:, 2], [single(t, x) for t, x, _ in seen])


def test_stability_is_the_factor_of_a_walk():
    z = np.array([-0.4 + 1.3j, -2.5, 0.1j])
    for step in (ode.euler_step, ode.heun_step, ode.rk4_step):
        path = ode.walk(step, lambda t, x: z * x / 0.25, np.ones(3), [0, 0.25, 0.5])
        assert_allclose(path[2], ode.stability(step, z) ** 2)


def test_implicit_steps_satisfy_their_equation_and_converge():
    rng = np.random.default_rng(4)
    A, start = rng.normal(size=(3, 3)) - 2 * np.eye(3), rng.normal(size=3)
    after = ode.implicit_euler_step(A, start, 0.7)
    assert_allclose(after, start + 0.7 * A @ after)
    x = start
    for _ in range(20_000):
        x = ode.implicit_euler_step(A, x, 1e-4)
    assert_allclose(x, expm(2 * A) @ start, atol=1e-3)
