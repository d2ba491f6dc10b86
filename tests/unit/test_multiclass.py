"""Softmax, categorical distribution and multiclass loss against plain loops."""

import math

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from scipy import special

from udl.losses import softmax as activations
from udl.losses.distributions import categorical_pmf, most_probable_class
from udl.losses.multiclass_cross_entropy import (
    categorical_likelihood,
    categorical_negative_log_likelihood,
    multiclass_cross_entropy,
    multiclass_cross_entropy_gradient,
)

RNG = np.random.default_rng(53)
F = RNG.normal(0, 3, (4, 9))
MODELS = RNG.normal(0, 3, (5, 4, 9))
Y = np.array([2, 0, 3, 1, 1, 0, 3, 2, 3])
LAM = activations.softmax(F)
OF_LABELS_AND_TABLE = [
    categorical_pmf,
    categorical_likelihood,
    categorical_negative_log_likelihood,
    multiclass_cross_entropy,
    multiclass_cross_entropy_gradient,
]
OF_TABLE = [activations.softmax, activations.log_softmax, most_probable_class]


def test_softmax_agrees_with_scipy_down_the_columns():
    assert_allclose(activations.softmax(F), special.softmax(F, axis=0), rtol=1e-12)
    log = special.log_softmax(F, axis=0)
    assert_allclose(activations.log_softmax(F), log, rtol=1e-12)


def test_softmax_survives_outputs_of_any_size():
    f = np.array([[1000.0, -1000.0, 0.0], [1001.0, -1003.0, 800.0]])
    lam, log = activations.softmax(f), activations.log_softmax(f)
    assert_allclose(lam.sum(axis=0), 1)
    assert_allclose(lam[:, 0], special.softmax([0.0, 1.0]))
    assert_allclose(log[0, 2], -800)


def test_likelihood_and_loss_against_a_loop():
    product = math.prod(LAM[k, i] for i, k in enumerate(Y))
    assert_allclose(categorical_likelihood(Y, LAM), product, rtol=1e-12)
    for loss in (
        categorical_negative_log_likelihood(Y, LAM),
        multiclass_cross_entropy(Y, F),
    ):
        assert_allclose(loss, -math.log(product), rtol=1e-12)


def test_loss_is_exact_where_probabilities_underflow():
    f = np.array([[0.0, 5.0], [1000.0, 5.0]])
    loss = multiclass_cross_entropy([0, 1], f)
    assert_allclose(loss, 1000 + math.log(2), rtol=1e-15)


def test_an_impossible_class_that_was_not_observed_costs_nothing():
    lam = [[1.0, 0.5], [0.0, 0.5]]
    loss = categorical_negative_log_likelihood([0, 1], lam)
    assert_allclose(loss, math.log(2))


def test_gradient_against_finite_differences():
    gradient = multiclass_cross_entropy_gradient(Y, F)
    step = 1e-6
    for place in [(0, 0), (3, 4), (Y[7], 7)]:
        up, down = F.copy(), F.copy()
        up[place] += step
        down[place] -= step
        rise = multiclass_cross_entropy(Y, up)
        rise -= multiclass_cross_entropy(Y, down)
        assert_allclose(gradient[place], rise / (2 * step), rtol=1e-6, atol=1e-8)
    assert_allclose(gradient.sum(axis=0), 0, atol=1e-12)


def test_gradient_leaves_the_outputs_alone():
    f = F.copy()
    multiclass_cross_entropy_gradient(Y, f)
    assert_array_equal(f, F)


def test_most_probable_class_is_that_of_each_column():
    expected = [int(column.argmax()) for column in F.T]
    assert most_probable_class(F).tolist() == expected
    assert most_probable_class(LAM).tolist() == expected


@pytest.mark.parametrize("function", OF_LABELS_AND_TABLE)
def test_leading_axes_hold_several_models(function):
    tables = activations.softmax(MODELS)
    each = [function(Y, table) for table in tables]
    assert_allclose(function(Y, tables), each, rtol=1e-12)


@pytest.mark.parametrize("function", OF_TABLE)
def test_leading_axes_of_outputs_hold_several_models(function):
    assert_allclose(function(MODELS), [function(f) for f in MODELS], rtol=1e-12)


@pytest.mark.parametrize("function", OF_LABELS_AND_TABLE)
@pytest.mark.parametrize(
    ("y", "table", "message"),
    [
        (Y[:4], LAM, r"y has shape \(4,\), but it must be \(9,\)"),
        (Y[:, None], LAM, r"y has shape \(9, 1\)"),
        (Y[None], LAM, r"y has shape \(1, 9\)"),
        (2, LAM, r"y has shape \(\)"),
        (Y.astype(float), LAM, "y holds float64 values"),
        (Y - 1, LAM, "y holds classes from -1"),
        (Y + 1, LAM, "4 classes run from 0 to 3"),
        (Y, LAM[0], r"has shape \(9,\), but it must be \(K, I\)"),
    ],
)
def test_refuses_labels_and_tables_that_do_not_fit(function, y, table, message):
    with pytest.raises(ValueError, match=message):
        function(y, table)


@pytest.mark.parametrize("function", OF_TABLE)
def test_refuses_a_single_column_without_its_axis(function):
    with pytest.raises(ValueError, match=r"f has shape \(3,\)"):
        function([0.0, 1.0, 2.0])
