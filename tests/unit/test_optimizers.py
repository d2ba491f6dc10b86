"""Descents against closed forms, loops and the values of the records."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from scipy.optimize import minimize_scalar

from udl.datasets.regression import gabor_data
from udl.fitting.gabor import gabor_gradient, gabor_loss
from udl.fitting.gradient_descent import (
    gradient_descent,
    gradient_descent_with_line_search,
    gradient_step,
    line_search_step,
)
from udl.fitting.regression import line_gradient, line_loss
from udl.fitting.stochastic_gradient_descent import (
    epoch_batches,
    epoch_losses,
    fresh_batches,
    step_decay,
    stochastic_gradient_descent,
    stochastic_gradient_step,
)

X, Y = gabor_data()
LINE_X = np.array(
    [0.03, 0.19, 0.34, 0.46, 0.78, 0.81, 1.08, 1.18, 1.39, 1.6, 1.65, 1.9]
)
LINE_Y = np.array([0.67, 0.85, 1.05, 1, 1.4, 1.5, 1.3, 1.54, 1.55, 1.68, 1.73, 1.6])
HESSIAN = np.array([[4.0, 1.0], [1.0, 3.0]])


def bowl(phi):
    return phi @ HESSIAN


def test_a_step_subtracts_rate_times_gradient():
    phi = gradient_step([1.0, 9.0], gabor_gradient, X[:4], Y[:4], 0.1)
    one = sum(gabor_gradient([1.0, 9.0], X[k : k + 1], Y[k : k + 1]) for k in range(4))
    assert_allclose(phi, [1.0, 9.0] - 0.1 * one)


def test_a_stochastic_step_sees_the_first_of_a_permutation():
    batch = np.random.default_rng(4).permutation(30)[:7]
    expected = [1.0, 9.0] - 0.1 * gabor_gradient([1.0, 9.0], X[batch], Y[batch])
    phi = stochastic_gradient_step(
        [1.0, 9.0], gabor_gradient, X, Y, 0.1, 7, np.random.default_rng(4)
    )
    assert_allclose(phi, expected)


def test_descent_on_a_bowl_is_a_power_of_a_matrix():
    path = gradient_descent(bowl, [1.0, -2.0], rate=0.2, steps=5)
    assert path.shape == (6, 2)
    for k, phi in enumerate(path):
        power = np.linalg.matrix_power(np.eye(2) - 0.2 * HESSIAN, k)
        assert_allclose(phi, power @ [1.0, -2.0])


def test_many_starts_are_single_runs():
    starts = np.array([[1.0, -2.0], [0.5, 3.0], [0.0, 1.0]])
    paths = gradient_descent(bowl, starts, rate=0.1, steps=4)
    assert paths.shape == (5, 3, 2)
    for k, start in enumerate(starts):
        alone = gradient_descent(bowl, start, rate=0.1, steps=4)
        assert_allclose(paths[:, k], alone)


def test_rates_are_used_in_their_order():
    path = gradient_descent(lambda phi: 2 * phi, [1.0], rate=[0.25, 0.1], steps=2)
    assert_allclose(path.ravel(), [1.0, 0.5, 0.4])


def test_ten_steps_down_the_loss_of_a_line_are_those_of_the_record():
    path = gradient_descent_with_line_search(
        lambda phi: line_loss(phi, LINE_X, LINE_Y),
        lambda phi: line_gradient(phi, LINE_X, LINE_Y),
        [1.6, -0.5],
        steps=10,
    )
    assert path.shape == (11, 2)
    assert_allclose(path[-1], [0.86767483, 0.46779906], atol=5e-9)
    assert_allclose(line_loss(path[-1], LINE_X, LINE_Y), 0.21340498, atol=5e-9)


def test_steps_down_the_gabor_loss_are_those_of_the_record():
    path = gradient_descent_with_line_search(
        lambda phi: gabor_loss(phi, X, Y),
        lambda phi: gabor_gradient(phi, X, Y),
        [-1.5, 8.5],
        steps=21,
        farthest=2.0,
    )
    assert_allclose(path[-1], [0.02503813, 14.90854552], atol=5e-9)


def test_a_searched_step_nearly_goes_to_the_lowest_point_of_its_line():
    start = np.array([1.0, -2.0])
    slope = bowl(start)
    best = minimize_scalar(
        lambda t: (start - t * slope) @ HESSIAN @ (start - t * slope)
    )
    end = line_search_step(start, lambda p: p @ HESSIAN @ p, bowl, farthest=1.0)
    assert_allclose(end, start - best.x * slope, atol=0.01)


def test_the_record_of_notebook_6_3_is_reproduced():
    path = stochastic_gradient_descent(
        gabor_gradient, X, Y, [3.5, 6.5], rate=0.8, batch_size=5, steps=41,
        rng=np.random.RandomState(1),
    )  # fmt: skip
    assert_allclose(path[-1], [-0.49668021, 12.26840896], atol=5e-9)
    assert_allclose(gabor_loss(path[-1], X, Y), 4.62435546, atol=5e-9)


def test_stochastic_descent_is_a_loop_over_its_batches():
    source = epoch_batches(30, 7, np.random.default_rng(3))
    phi, rates = np.array([-1.0, 9.0]), step_decay(0.1, factor=0.5, every=3, steps=9)
    for rate in rates:
        batch = next(source)
        phi = phi - rate * gabor_gradient(phi, X[batch], Y[batch])
    path = stochastic_gradient_descent(
        gabor_gradient, X, Y, [-1.0, 9.0], rate=rates, batch_size=7, steps=9,
        rng=np.random.default_rng(3), batches=epoch_batches,
    )  # fmt: skip
    assert path.shape == (10, 2)
    assert_allclose(path[-1], phi)


def test_a_batch_of_everything_is_gradient_descent():
    full = gradient_descent(
        lambda phi: gabor_gradient(phi, X, Y), [-1.0, 9.0], rate=0.05, steps=6
    )
    path = stochastic_gradient_descent(
        gabor_gradient, X, Y, [-1.0, 9.0], rate=0.05, batch_size=30, steps=6,
        rng=np.random.default_rng(0),
    )  # fmt: skip
    assert_allclose(path, full)


def test_fresh_batches_hold_no_example_twice_and_are_uniform():
    source = fresh_batches(6, 2, np.random.default_rng(1))
    batches = np.array([next(source) for _ in range(6000)])
    assert np.all(batches[:, 0] != batches[:, 1])
    assert_allclose(np.bincount(batches.ravel()) / 12000, 1 / 6, atol=0.01)


def test_an_epoch_uses_each_example_once_and_epochs_differ():
    source = epoch_batches(7, 3, np.random.default_rng(1))
    epochs = [np.concatenate([next(source) for _ in range(3)]) for _ in range(4)]
    for epoch in epochs:
        assert_array_equal(np.sort(epoch), np.arange(7))
    assert not np.array_equal(epochs[0], epochs[1])


@pytest.mark.parametrize("size", [0, 8])
@pytest.mark.parametrize("batches", [fresh_batches, epoch_batches])
def test_impossible_batches_are_refused(size, batches):
    with pytest.raises(ValueError, match="without repetition"):
        next(batches(7, size, np.random.default_rng(0)))


def test_step_decay_is_a_staircase():
    rates = step_decay(0.8, factor=0.5, every=15, steps=41)
    assert_allclose(rates, [0.8 * 0.5 ** (k // 15) for k in range(41)])
    with pytest.raises(ValueError, match="every is 0"):
        step_decay(1.0, 0.5, every=0, steps=3)


def test_wrong_shapes_are_refused():
    with pytest.raises(ValueError, match="start is one number"):
        gradient_descent(bowl, 1.0, rate=0.1, steps=2)
    with pytest.raises(ValueError, match="rate has shape"):
        gradient_descent(bowl, [1.0, 2.0], rate=[0.1, 0.1], steps=3)
    with pytest.raises(ValueError, match="y has shape"):
        stochastic_gradient_descent(
            gabor_gradient, X, Y[:, None], [0.0, 1.0], rate=0.1, batch_size=5,
            steps=1, rng=np.random.default_rng(0),
        )  # fmt: skip


@pytest.mark.parametrize(("count", "size"), [(7, 3), (6, 3), (5, 5), (5, 1)])
def test_the_sum_of_an_epoch_is_the_loss_of_all_examples(count, size):
    each = np.random.default_rng(0).uniform(size=count)  # the loss of each example
    batches = epoch_batches(count, size, np.random.default_rng(1))
    log = [each[next(batches)].sum() for _ in range(-(-count // size) * 3)]
    assert_allclose(epoch_losses(log, count, size), np.full(3, each.sum()))
    unfinished = epoch_losses(log[:-1], count, size)
    assert_allclose(unfinished, np.full(2 if len(log) > 1 else 0, each.sum()))
    with pytest.raises(ValueError, match="cannot be drawn"):
        epoch_losses(log, count, count + 1)
