"""Every value of the record is on page B.6; what its sentences claim is so."""

import re

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, expected, reference

from udl.fitting import ode_solvers as ode
from udl.fitting.momentum import momentum_step
from udl.generative.diffusion import probability_flow as pf
from udl.generative.normal_mixture import FOUR_NORMALS

STEPS = {"Euler": ode.euler_step, "Heun": ode.heun_step, "Runge-Kutta": ode.rk4_step}
NAMES = [
    "errors", "halvings", "orders", "ends", "off", "rounded", "kinked", "small",
    "table", "walked", "goal", "levels", "worst", "swing", "real", "imaginary", "cost",
    "noise", "data", "measured_order", "largest_size", "shares",
]  # fmt: skip
FRAMES = [0.1, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5]


def growth(t, x):
    return 0.5 * x


def solution(t):
    return 0.5 * np.exp(t / 2)


def error(step, h, end=4.0, truth=4.0):
    times = np.linspace(0, end, round(end / h) + 1)
    return abs(ode.walk(step, growth, 0.5, times)[-1] - solution(truth))


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("B.6", {name: name for name in NAMES})


def test_the_data_are_those_of_the_notebook(values, page):
    record = RECORDS["B_6"]["data"]
    assert record["ode"] == "dx/dt=0.5x, x(0)=0.5, to t=4"
    assert record["steps"] == "1/1..1/4096"
    assert values["halvings"][[0, -1]].tolist() == [1, 1 / 4096]
    assert values["halvings"][4] == 0.0625
    assert "ode.walk(step, f, 0.5, times)" in page("B.6").text


def test_errors_with_a_step_of_one_are_those_of_the_record(values):
    (name, published), *others = reference("B_6").items()
    assert name == "error at t=4"
    assert not others
    ours = [values["errors"][method][0] for method in STEPS]
    assert_allclose(ours, published, rtol=3e-6)


def test_three_methods_take_one_step_here_and_differ_elsewhere(values):
    (record,) = expected("B_6").values()
    assert record["got"] == "x(1+h/2+h^2/8) for all three"
    taylor = ode.taylor_step(lambda t, x: x / 4)
    for h in (0.1, 1.0, 2.0):
        for step in (ode.heun_step, ode.midpoint_step, taylor):
            assert_allclose(step(growth, 0, 0.5, h), 0.5 * (1 + h / 2 + h * h / 8))
    off = list(values["off"].values())
    assert all(abs(a - b) > 0.001 for a in off for b in off if a is not b)


def test_euler_ends_below_for_growth_and_for_decay():
    for rate in (0.5, -0.5):
        walk = ode.walk(ode.euler_step, lambda t, x, a=rate: a * x, 0.5, range(5))
        assert np.all(walk[1:] < 0.5 * np.exp(rate * np.arange(1, 5)))


def test_one_in_a_million_takes_seven_million_steps():
    for steps, below in ((7.3e6, False), (7.5e6, True)):
        end = 0.5 * np.exp(steps * np.log1p(2 / steps))
        assert (solution(4) - end < 1e-6) == below
    assert 27_000 < error(ode.euler_step, 1 / 64) / 1e-6 < 30_000
    assert (4 * 64) == 256
    ratios = [error(ode.euler_step, h) / error(ode.euler_step, h / 4)
              for h in (1 / 4, 1 / 16)]  # fmt: skip
    assert all(3.5 < ratio < 4 for ratio in ratios)


def test_the_looks_are_where_the_alternative_says(values):
    ends = values["ends"]
    assert ends["Heun"] == ends["midpoint"] > ends["Euler"]
    assert ends["Heun"] < ends["Runge-Kutta"] < solution(2)
    second = ode.looks(ode.midpoint_step, growth, 0, 0.5, 2)[1]
    assert second[1] < solution(second[0])
    times = ode.looks(ode.rk4_step, growth, 0, 0.5, 2)[:, 0]
    assert times.tolist() == [0, 1, 1, 2]


def test_a_walk_has_one_order_less_than_a_step(values):
    for name, order in {"Euler": 1, "midpoint": 2, "Heun": 2, "Runge-Kutta": 4}.items():
        assert_allclose(values["orders"][name], [order + 1, order], atol=0.06)


def test_errors_fall_until_rounding_stops_runge_and_kutta(values):
    errors = values["errors"]
    assert_allclose(errors["midpoint"], errors["Heun"], rtol=1e-4)
    assert errors["Euler"][-1] > 1e-4
    last = errors["Runge-Kutta"]
    assert np.all(np.diff(last[:9]) < 0)
    assert last.min() < 1e-14
    assert last[-1] > last.min()
    assert last.argmin() >= 9


def test_one_long_step_of_four_looks_beats_four_steps_of_one_look():
    four_steps, one_step = error(ode.euler_step, 1), error(ode.rk4_step, 4)
    assert 5 < four_steps / one_step < 7
    for looks in 2 ** np.arange(2, 11):
        by_cost = [error(step, 4 * cost / looks) for step, cost
                   in zip(STEPS.values(), (1, 2, 4), strict=True)]  # fmt: skip
        assert by_cost[0] > by_cost[1] > by_cost[2]


def test_a_walk_that_is_too_long_shows_order_one_and_for_euler_two(values):
    h = np.array([1 / 16, 1 / 32, 1 / 64])
    for step, seen in zip(STEPS.values(), (2, 1, 1), strict=True):
        late = [error(step, each, end=4 + each) for each in h]
        assert_allclose(values["measured_order"](h, late), seen, atol=0.1)


def test_a_step_too_many_spoils_the_slopes_of_long_steps(values):
    h = values["halvings"]
    for step, order in zip(STEPS.values(), (1, 2, 4), strict=True):
        late = [error(step, each, 4 + each, 4 + each) for each in h[:2]]
        slope = values["measured_order"](h[:2], late)[0]
        right = values["measured_order"](h[:2], [error(step, each) for each in h[:2]])
        assert slope > order > right[0]


def test_an_arange_sometimes_has_one_point_too_many():
    counts = [(len(np.arange(1, 1 + n * 0.1, 0.1)), n) for n in range(1, 30)]
    assert 0 < sum(count == n + 1 for count, n in counts) < 29
    assert all(count in (n, n + 1) for count, n in counts)


def test_heun_has_no_more_room_than_euler_and_runge_and_kutta_a_little():
    z = -np.linspace(0.01, 4, 4000)
    limits = [
        -z[np.flatnonzero(abs(ode.stability(step, z)) > 1 + 1e-9)[0]]
        for step in STEPS.values()
    ]
    assert_allclose(limits, [2, 2, 2.785], atol=2e-3)
    assert_allclose(limits[2] / 2, 1.39, atol=0.005)
    at_border = [ode.stability(step, -2.0) for step in list(STEPS.values())[:2]]
    assert at_border == [-1, 1]


def test_walks_of_the_swing_grow_once_the_cross_has_left_the_region(values, page):
    assert f"vary: {{h: {FRAMES}}}" in page("B.6").text
    for h in FRAMES:
        for step in STEPS.values():
            factor = abs(ode.stability(step, h * values["swing"]))
            assert abs(factor - 1) > 1e-3
            path = ode.walk(step, lambda t, x: values["swing"] * x, 1, h * np.arange(9))
            assert (abs(path[-1]) > 1) == (factor > 1)
    inside = [sum(abs(ode.stability(step, h * values["swing"])) < 1
                  for step in STEPS.values()) for h in FRAMES]  # fmt: skip
    assert inside[0] == 3
    assert inside[-1] == 0


def test_regions_are_nested_and_euler_has_no_part_of_the_imaginary_axis(values):
    z = values["real"] + 1j * values["imaginary"][:, np.newaxis]
    euler, heun, four = (abs(ode.stability(step, z)) < 1 - 1e-9
                         for step in STEPS.values())  # fmt: skip
    assert np.all(heun[euler])
    assert np.all(four[heun])
    swings = 1j * np.array([1e-3, 0.1, 1, 2, -0.5])
    assert np.all(abs(ode.stability(ode.euler_step, swings)) > 1)


def test_implicit_euler_is_stable_wherever_the_solution_decays():
    rng = np.random.default_rng(3)
    for z in -rng.exponential(3, 200) + 1j * rng.normal(0, 5, 200):
        assert abs(1 / (1 - z)) < 1
    for rate in (-0.3, -2.0):
        step = ode.implicit_euler_step([[rate]], [1.0], 1.7)
        assert_allclose(step, 1 / (1 - 1.7 * rate))
    h = np.array([0.02, 0.01])
    off = []
    for each in h:
        x = np.array([1.0])
        for _ in range(round(2 / each)):
            x = ode.implicit_euler_step([[-1.0]], x, each)
        off.append(abs(x[0] - np.exp(-2)))
    assert_allclose(np.log2(off[0] / off[1]), 1, atol=0.05)


def test_momentum_is_a_step_of_size_one_with_the_new_average(values):
    beta, rate = 0.9, 0.4
    phi, m = momentum_step(np.array([1.3]), np.array([-0.2]), lambda p: p, rate, beta)
    new = -0.2 + (1 - beta) * (1.3 + 0.2)
    assert_allclose(m, new)
    assert_allclose(phi, 1.3 - rate * new)
    size = values["largest_size"]
    for limit, new in ((1.0, False), (38.0, True)):
        assert size(beta, 0.999 * limit, new) < 1 < size(beta, 1.001 * limit, new)


def test_the_ball_has_the_force_and_the_friction_of_the_page():
    beta, alpha, phi, m = 0.8, 0.5, 1.3, -0.4

    def system(t, state):
        m, phi = state
        return np.array([(1 - beta) * (np.sin(phi) - m), -alpha * m])

    e = 1e-4
    ahead, back = (ode.rk4_step(system, 0, np.array([m, phi]), h)[1] for h in (e, -e))
    second, first = (ahead - 2 * phi + back) / e**2, (ahead - back) / (2 * e)
    assert_allclose(second, -(1 - beta) * (first + alpha * np.sin(phi)), rtol=1e-5)


def test_with_few_looks_the_order_of_the_methods_is_reversed(values):
    table = np.array(list(values["table"].values()))
    assert np.all(np.diff(table[:, 0]) > 0)
    assert np.all(np.diff(table[:, -1]) < 0)


def test_one_walk_takes_the_wrong_branch(values):
    walked, goal = values["walked"][-1], values["goal"]
    gaps = np.abs(walked - goal)
    assert gaps.max() == values["worst"] > 1
    assert np.sum(gaps > 0.5) == 1
    n = gaps.argmax()
    assert abs(walked[n] - goal[n + 1]) < abs(walked[n] - goal[n])


def heun_error(levels, noise, data):
    made = ode.walk(ode.heun_step, pf.flow_slope(FOUR_NORMALS), noise, levels)[-1]
    return np.mean(np.abs(made - data))


def test_a_root_of_the_level_is_between_equal_steps_and_equal_ratios(values):
    noise, data = values["noise"], values["data"]
    equal = heun_error(np.linspace(10, 0.01, 13), noise, data)
    ratios = heun_error(np.geomspace(10, 0.01, 13), noise, data)
    assert equal > ratios > 0.02
    for root in (3, 4, 5, 7):
        levels = np.linspace(10 ** (1 / root), 0.01 ** (1 / root), 13) ** root
        assert heun_error(levels, noise, data) < 0.02
        middle = levels[6]
        assert np.geomspace(10, 0.01, 13)[6] < middle < np.linspace(10, 0.01, 13)[6]


def test_a_kink_leaves_runge_and_kutta_order_two(values):
    orders = values["measured_order"](values["small"], values["kinked"])
    assert np.all(np.abs(orders - 2) < 0.15)
    for start in (0.55, 0.63, 0.7):  # elsewhere it is crossed at another time
        times = [np.linspace(0, 4, round(4 / h) + 1) for h in (1 / 64, 1 / 256)]
        truth = 1 + 0.5 * (np.exp(4 - 2 * (1 - start)) - 1)
        off = [
            abs(ode.walk(ode.rk4_step, lambda t, x: 0.5 + np.maximum(x - 1, 0), start,
                         each)[-1] - truth)
            for each in times
        ]  # fmt: skip
        assert np.log(off[0] / off[1]) / np.log(4) < 3


def test_in_half_precision_more_steps_are_worse_in_the_end(values):
    rounded = values["rounded"]
    gaps = {n: abs(end - solution(4)) for n, end in rounded.items()}
    assert gaps[100] < gaps[10]
    assert gaps[100] < gaps[1_000] < gaps[10_000]
    assert rounded[10_000] == 0.5


def test_a_calm_walk_may_be_wrong():
    assert ode.walk(ode.euler_step, lambda t, x: -x, 1.0, [0, 1, 2])[1:].tolist() == [
        0,
        0,
    ]
    assert re.match("37", f"{100 * np.exp(-1):.0f}")


def test_the_title_names_the_page(page):
    assert re.search("^# B.6 Numerical methods for ODEs$", page("B.6").text, re.M)
