"""Implicit terms and flows against differences, closed forms and all orders."""

from itertools import permutations

import numpy as np
from numpy.testing import assert_allclose
from scipy.linalg import expm
from scipy.optimize import approx_fprime

from udl.generalization import implicit_regularization as implicit

POINTS = np.random.default_rng(92).normal(0, 0.6, (5, 2))
HESSIAN = np.array([[3.0, 1.0], [1.0, 2.0]])
START = np.array([1.0, -2.0])


def flow_of_parabola(matrix, time):
    return expm(-time * matrix) @ START


def test_the_loss_is_that_of_the_notebook():
    for a, b in POINTS:
        width = np.exp(-2 * a**2)
        expected = 1 - np.exp(-0.5 * b**2 / width**2)
        assert_allclose(implicit.valley_loss([a, b]), expected, rtol=1e-12)


def test_gradient_and_hessian_are_those_of_differences():
    for phi in POINTS:
        slope = approx_fprime(phi, implicit.valley_loss, 1e-7)
        assert_allclose(implicit.valley_gradient(phi), slope, atol=1e-5)
        bend = approx_fprime(phi, implicit.valley_gradient, 1e-7)
        assert_allclose(implicit.valley_hessian(phi), bend, atol=1e-4)


def test_many_points_at_once_are_as_one_by_one():
    for function in (implicit.valley_gradient, implicit.valley_hessian):
        together = function(POINTS)
        assert_allclose(together, [function(phi) for phi in POINTS], rtol=1e-14)


def test_modified_gradient_is_that_of_loss_and_term():
    alpha = 0.3

    def modified(phi):
        term = implicit.implicit_term(implicit.valley_gradient(phi), alpha)
        return implicit.valley_loss(phi) + term

    slope = implicit.modified_gradient(
        implicit.valley_gradient, implicit.valley_hessian, alpha
    )
    for phi in POINTS:
        assert_allclose(slope(phi), approx_fprime(phi, modified, 1e-7), atol=1e-5)


def test_the_flow_on_a_parabola_is_an_exponential_of_a_matrix():
    times = [0.0, 0.4, 1.5]
    found = implicit.gradient_flow(lambda phi: HESSIAN @ phi, START, times)
    expected = [flow_of_parabola(HESSIAN, time) for time in times]
    assert_allclose(found, expected, atol=1e-8)
    last = implicit.gradient_flow(lambda phi: HESSIAN @ phi, START, 1.5)
    assert_allclose(last, expected[-1], atol=1e-8)


def test_batch_term_explains_the_mean_over_all_orders_to_third_order():
    """A third-order remainder falls eightfold as the step halves."""
    rng = np.random.default_rng(3)
    bends = rng.normal(size=(3, 2, 2))
    bends = bends @ np.swapaxes(bends, 1, 2) + np.eye(2)
    bottoms = rng.normal(size=(3, 2))

    def gap(alpha):
        ends = []
        for order in permutations(range(3)):
            phi = START
            for b in order:
                phi = phi - alpha * bends[b] @ (phi - bottoms[b])
            ends.append(phi)

        def modified(phi):
            slopes = np.einsum("bij,bj->bi", bends, phi - bottoms)
            loss = np.mean(np.sum((phi - bottoms) * slopes, axis=1)) / 2
            return loss + implicit.batch_term(slopes, alpha)

        def slope(phi):
            return approx_central(modified, phi)

        end = implicit.gradient_flow(slope, START, 3 * alpha)
        return np.linalg.norm(np.mean(ends, axis=0) - end)

    assert 7 < gap(0.004) / gap(0.002) < 9


def approx_central(function, phi, delta=1e-4):
    steps = delta * np.eye(len(phi))
    return np.array(
        [(function(phi + s) - function(phi - s)) / (2 * delta) for s in steps]
    )
