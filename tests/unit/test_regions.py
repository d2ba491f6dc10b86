"""Regions of joints, held against sampling, linear programs, and counting by hand."""

import itertools
from math import factorial

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import linprog

from udl.networks.patterns import (
    count_patterns,
    count_regions,
    crossing,
    gradient,
    region_patterns,
)
from udl.networks.regions import (
    add_hyperplane,
    number_parameters,
    number_regions,
    regions_of_lines,
)


def feasible_patterns(beta_0, omega_0):
    """Try every pattern: a linear program looks for a point well inside."""
    beta_0, omega_0 = np.asarray(beta_0, float), np.asarray(omega_0, float)
    found = set()
    for pattern in itertools.product([0, 1], repeat=len(beta_0)):
        sign = 2.0 * np.array(pattern) - 1
        rows = np.hstack([-sign[:, None] * omega_0, np.ones((len(sign), 1))])
        cost = [*np.zeros(omega_0.shape[1]), -1.0]
        bounds = [(-1e5, 1e5)] * omega_0.shape[1] + [(None, 1)]
        answer = linprog(cost, rows, sign * beta_0, bounds=bounds)
        if answer.status == 0 and -answer.fun > 1e-8:
            found.add(pattern)
    return found


def random_joints(seed, D, D_i):
    rng = np.random.default_rng(seed)
    return rng.normal(size=D), rng.normal(size=(D, D_i))


@pytest.mark.parametrize(("D", "D_i"), [(1, 1), (5, 1), (3, 2), (6, 2), (6, 3), (3, 4)])
@pytest.mark.parametrize("seed", [0, 1])
def test_patterns_of_regions_are_those_that_linear_programs_find(seed, D, D_i):
    joints = random_joints(seed, D, D_i)
    patterns = region_patterns(*joints)
    found = {tuple(column) for column in patterns.T.astype(int).tolist()}
    assert found == feasible_patterns(*joints)
    assert patterns.shape == (D, len(found))
    assert count_regions(*joints) == len(found)


def test_the_formula_is_the_sum_of_quotients_of_factorials():
    for D_i, D in itertools.product(range(6), range(8)):
        terms = [
            factorial(D) // factorial(j) // factorial(D - j)
            for j in range(min(D, D_i) + 1)
        ]
        assert number_regions(D_i, D) == sum(terms)


def test_large_numbers_are_exact():
    assert number_regions(500, 1001) == 2**1000


def test_adding_hyperplanes_gives_the_same_as_the_formula():
    row = [1] * 7
    for D in range(1, 12):
        row = add_hyperplane(row)
        assert row == [number_regions(k, D) for k in range(7)]
    assert add_hyperplane([]) == [1]


def test_parameters_are_the_entries_of_the_arrays():
    D_i, D, D_o = 3, 5, 2
    arrays = np.zeros(D), np.zeros((D, D_i)), np.zeros(D_o), np.zeros((D_o, D))
    assert number_parameters(D_i, D, D_o) == sum(array.size for array in arrays)


@pytest.mark.parametrize("bad", [-1, 2.5, "3"])
def test_counts_must_be_whole_and_not_negative(bad):
    with pytest.raises(ValueError, match=r"D_i is .* must be 0, 1, 2"):
        number_regions(bad, 3)
    with pytest.raises(ValueError, match="D_o is"):
        number_parameters(1, 2, bad)


POSITIONS = {
    "parallel": ([0, 1, 2], [[1, 2], [1, 2], [-2, -4]], []),
    "twice the same": ([1, 2, 0], [[1, 2], [2, 4], [1, 0]], [2]),
    "no joint": ([1, 1], [[0, 0], [1, 0]], None),
    "three through a point": ([0, 0, 0], [[1, 0], [0, 1], [3, 7]], [3]),
    "grid": ([0, 1, 0, 1], [[1, 0], [1, 0], [0, 1], [0, 1]], [2] * 4),
    "tenths": ([-0.3, -0.1, -0.2], [[1, 0], [0, 1], [0, 1]], [2, 2]),
}


@pytest.mark.parametrize("name", POSITIONS)
def test_regions_in_special_positions_are_those_of_linear_programs(name):
    beta_0, omega_0, meeting = POSITIONS[name]
    count = count_regions(beta_0, omega_0)
    assert count == len(feasible_patterns(beta_0, omega_0))
    if meeting is not None:
        D = len(beta_0) - (name == "twice the same")
        assert regions_of_lines(D, meeting) == count


def test_regions_in_space_in_special_position():
    coordinate_planes = np.eye(3)
    assert count_regions(np.zeros(3), coordinate_planes) == 8
    all_four = np.vstack([coordinate_planes, np.ones(3)])
    assert count_regions(np.zeros(4), all_four) == 14
    assert len(feasible_patterns(np.zeros(4), all_four)) == 14


def test_no_joints_leave_one_region():
    assert count_regions(np.zeros(0), np.zeros((0, 2))) == 1
    assert region_patterns(np.zeros(0), np.zeros((0, 2))).shape == (0, 1)


@pytest.mark.parametrize(
    "name", ["parallel", "twice the same", "three through a point"]
)
def test_patterns_refuse_special_positions(name):
    beta_0, omega_0, _ = POSITIONS[name]
    with pytest.raises(ValueError, match=r"do not meet in one point|further joint"):
        region_patterns(beta_0, omega_0)
    with pytest.raises(ValueError, match="general position"):
        region_patterns([0, 1], [[1, 1, 1], [2, 2, 2]])


def test_patterns_are_counted_as_a_set_of_columns_counts_them():
    active = np.random.default_rng(0).random((4, 30)) < 0.4
    assert count_patterns(active) == len(set(map(tuple, active.T)))
    with pytest.raises(ValueError, match="must be \\(D, I\\)"):
        count_patterns([True, False])


def test_gradient_is_that_of_small_steps_for_several_outputs():
    beta_0, omega_0 = random_joints(3, 6, 4)
    rng = np.random.default_rng(4)
    x, omega_1 = rng.normal(size=4), rng.normal(size=(3, 6))

    def outputs(point):
        return omega_1 @ np.maximum(0, beta_0 + omega_0 @ point)

    steps = 1e-6 * np.eye(4)
    numeric = [(outputs(x + e) - outputs(x - e)) / 2e-6 for e in steps]
    assert_allclose(gradient(x, beta_0, omega_0, omega_1), np.transpose(numeric), 1e-6)
    one = gradient(x, beta_0, omega_0, omega_1[1])
    assert_allclose(one, gradient(x, beta_0, omega_0, omega_1)[1])


def test_both_inputs_are_zero_at_the_crossing():
    beta_0, omega_0 = random_joints(5, 2, 2)
    x = crossing(beta_0, omega_0)
    assert_allclose(beta_0 + omega_0 @ x, [0, 0], atol=1e-12)
    with pytest.raises(ValueError, match="parallel"):
        crossing([1, 2], [[1, 2], [2, 4]])
    with pytest.raises(ValueError, match="must be \\(2, 2\\)"):
        crossing([1, 2], np.ones((2, 3)))


@pytest.mark.parametrize("meeting", [[1], [4], [2, 0]])
def test_impossible_meetings_are_refused(meeting):
    with pytest.raises(ValueError, match="at least 2 of them and at most all 3"):
        regions_of_lines(3, meeting)


def test_says_which_shapes_do_not_fit():
    with pytest.raises(ValueError, match="do not fit"):
        count_regions([1.0, 2.0], [[1.0, 2.0]])
    with pytest.raises(ValueError, match="do not fit omega_0"):
        gradient([1.0], [1.0], [[1.0, 2.0]], [1.0])
