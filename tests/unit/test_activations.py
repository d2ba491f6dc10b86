"""Activation functions by cases, and every derivative against finite differences."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.special import expit

from udl.networks.activations import (
    heaviside,
    leaky_relu,
    linear,
    relu,
    sigmoid,
    silu,
    softplus,
    steep_sigmoid,
)
from udl.networks.derivatives import (
    leaky_relu_derivative,
    relu_derivative,
    sigmoid_derivative,
    silu_derivative,
    steep_sigmoid_derivative,
    tanh_derivative,
)

Z = np.array([[-3.0, -0.7, -0.01], [0.02, 0.9, 4.0]])  # none at a bend

PAIRS = {
    "relu": (lambda z: [max(v, 0) for v in z], relu_derivative),
    "leaky relu": (
        lambda z: [v if v > 0 else 0.1 * v for v in z],
        leaky_relu_derivative,
    ),
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), sigmoid_derivative),
    "steep sigmoid": (
        lambda z: 1 / (1 + np.exp(-10 * z)),
        steep_sigmoid_derivative,
    ),
    "tanh": (np.tanh, tanh_derivative),
    "silu": (lambda z: z * expit(z), silu_derivative),
    "softplus": (lambda z: np.log(1 + np.exp(z)), sigmoid),
}


@pytest.mark.parametrize("name", PAIRS)
def test_derivatives_agree_with_finite_differences(name):
    function, derivative = PAIRS[name]
    z, step = Z.ravel(), 1e-6
    slopes = np.subtract(function(z + step), function(z - step)) / (2 * step)
    assert_allclose(derivative(Z), slopes.reshape(Z.shape), rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize(
    ("function", "name"),
    [(relu, "relu"), (leaky_relu, "leaky relu"), (silu, "silu"),
     (steep_sigmoid, "steep sigmoid"), (softplus, "softplus")],
)  # fmt: skip
def test_functions_agree_with_their_definition(function, name):
    expected = np.reshape(PAIRS[name][0](Z.ravel()), Z.shape)
    assert_allclose(function(Z), expected, rtol=1e-12)


def test_at_the_bend_libraries_take_the_lower_slope():
    assert relu_derivative(0.0) == 0
    assert leaky_relu_derivative(0.0, slope=0.3) == 0.3


def test_heaviside_includes_zero():
    assert heaviside(Z).tolist() == [[0, 0, 0], [1, 1, 1]]
    assert heaviside(0.0) == 1


def test_linear_is_a_line():
    assert_allclose(linear(Z, 0.5, -0.4), [[0.5 - 0.4 * v for v in row] for row in Z])


def test_derivatives_of_the_sigmoid_keep_their_digits_far_out():
    assert_allclose(sigmoid_derivative(50.0), np.exp(-50), rtol=1e-12)
    assert_allclose(tanh_derivative(30.0), 4 * np.exp(-60), rtol=1e-12)


def test_nothing_overflows():
    far = np.array([-1e5, 1e5])
    with np.errstate(over="raise", invalid="raise"):
        assert steep_sigmoid_derivative(far).tolist() == [0, 0]
        assert silu_derivative(far).tolist() == [0, 1]
        assert steep_sigmoid(far).tolist() == [0, 1]
