"""Every value of the record of notebook 9.2 is on page 9.2; what it claims is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.fitting.gradient_descent import gradient_descent
from udl.generalization import implicit_regularization as implicit

START = np.array([-0.7, -0.75])
NAMES = (
    "typical", "tiny", "imitated", "ratios", "term", "worst", "misses", "rest",
    "large", "bent", "smooth", "arrivals", "first_guess", "pair", "exchanged",
    "without", "grid",
)  # fmt: skip
READ = {name: name for name in NAMES}


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("9.2", READ)


@pytest.mark.parametrize(
    ("walk", "end"),
    [("tiny", -0.2269), ("typical", -0.2078), ("imitated", -0.2089)],
)
def test_the_walks_end_where_those_of_the_notebook_do(values, walk, end):
    assert_allclose(values[walk][-1, 0], end, atol=5e-5)


def test_one_gap_halves_and_the_other_falls_fourfold(values):
    original, modified = values["ratios"].values()
    assert abs(original[-1] - 2) < 0.02
    assert abs(modified[-1] - 4) < 0.1
    assert np.all(original < 2.2)
    assert np.all(modified[1:] > 3)


@pytest.mark.parametrize("seed", range(4))
def test_from_other_starts_too(seed):
    rng = np.random.default_rng(seed)
    start = np.array([-rng.uniform(0.4, 0.7), -rng.uniform(0.4, 0.8)])
    gaps = []
    for size in (0.0125, 0.00625):
        slope = implicit.modified_gradient(
            implicit.valley_gradient, implicit.valley_hessian, size
        )
        end = gradient_descent(implicit.valley_gradient, start, size, round(4 / size))[
            -1
        ]
        flows = [
            implicit.gradient_flow(g, start, 4.0)
            for g in (implicit.valley_gradient, slope)
        ]
        gaps.append([np.linalg.norm(end - flow) for flow in flows])
    ratios = np.divide(*gaps)
    assert abs(ratios[0] - 2) < 0.1
    assert abs(ratios[1] - 4) < 0.3


@pytest.mark.parametrize("wrong", [1 / 2, 2, 0.9])
def test_with_a_wrong_factor_the_gap_merely_halves(wrong):
    gaps = []
    for size in (0.0125 / 8, 0.00625 / 8):
        slope = implicit.modified_gradient(
            implicit.valley_gradient, implicit.valley_hessian, wrong * size
        )
        end = gradient_descent(implicit.valley_gradient, START, size, round(4 / size))[
            -1
        ]
        gaps.append(np.linalg.norm(end - implicit.gradient_flow(slope, START, 4.0)))
    assert abs(gaps[0] / gaps[1] - 2) < 0.25


def test_the_term_vanishes_on_the_floor_and_is_largest_in_the_narrow_part(values):
    on_floor = np.isclose(values["grid"][..., 1], 0)
    assert np.all(values["term"][on_floor] < 1e-20)
    assert abs(values["worst"][0]) > 0.7


def test_large_steps_end_nearer_to_the_wide_part_and_the_flow_near_them(values):
    large, bent, smooth = (values[n][-1, 0] for n in ("large", "bent", "smooth"))
    assert abs(large) < abs(smooth)
    assert abs(large - bent) < 0.15 * abs(large - smooth)


def test_each_larger_step_of_the_slider_ends_farther_and_the_last_past_the_middle():
    ends = [
        gradient_descent(implicit.valley_gradient, START, a, round(12 / a))[-1, 0]
        for a in (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5)
    ]
    assert np.all(np.diff(ends) > 0)
    assert ends[-2] < 0 < ends[-1]


def test_the_batches_term_falls_eightfold_that_of_descent_fourfold(values):
    misses = {name: np.array(miss) for name, miss in values["misses"].items()}
    assert abs(misses["GD's term"][-2] / misses["GD's term"][-1] - 4) < 0.3
    assert abs(misses["SGD's term"][-2] / misses["SGD's term"][-1] - 8) < 0.6


def test_descent_rests_on_the_floor(values):
    rest = values["rest"]
    assert abs(rest[-1].prod() - 1) < 1e-6
    assert rest[-1, 0] ** 2 - rest[-1, 1] ** 2 > 4


@pytest.mark.parametrize("seed", range(20))
def test_sgd_slides_to_equal_weights_in_any_order(seed):
    rng, phi = np.random.default_rng(seed), np.array([2.4, 0.1])
    for _ in range(400):
        for y in rng.permutation([0.5, 1.5]):
            phi = phi - 0.05 * 2 * (phi.prod() - y) * phi[::-1]
    assert abs(phi[0] ** 2 - phi[1] ** 2) < 0.5


def test_the_end_of_descent_does_not_move_on():
    ends = [
        gradient_descent(implicit.valley_gradient, START, 0.05, steps)[-1, 0]
        for steps in (100, 10_000)
    ]
    assert f"{ends[0]:.4f}" == f"{ends[1]:.4f}"


def test_exchanged_step_sizes_agree_with_no_penalty(values):
    assert abs(values["exchanged"] - values["without"]) < 1e-3


@pytest.mark.parametrize("seed", range(5))
def test_the_experiment_needs_both_kinds_of_steps(values, seed):
    labels, arrivals = values["pair"], values["arrivals"]
    assert arrivals(values["first_guess"], labels, seed) < 40
    assert arrivals(lambda _: (0.2, 1000, 0), labels, seed) < 40
    assert arrivals(lambda _: (0.2, 800, 200), labels, seed) >= 90


@pytest.mark.parametrize("off", [1 / 6, 0.2, 0.35, 0.5])
@pytest.mark.parametrize("mean", [1.0, -3.0, 12.0])
def test_the_solution_holds_for_all_labels_that_the_task_allows(values, off, mean):
    labels = mean * np.array([1 - off, 1 + off])
    found = 0.2 / abs(mean), 800, 200
    assert values["arrivals"](lambda _: found, labels, 7) >= 90
