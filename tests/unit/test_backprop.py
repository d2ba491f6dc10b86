"""Forward and backward passes against loops over units, and against differences."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from udl.gradients.backprop import (
    activation_gradient,
    backward_pass,
    bias_gradient,
    forward_pass,
    relu_gradient,
    weight_gradient,
)
from udl.networks.derivatives import relu_derivative

WIDTHS = (2, 4, 3, 5, 2)
RNG = np.random.default_rng(72)
OMEGAS = [RNG.normal(size=pair) for pair in zip(WIDTHS[1:], WIDTHS[:-1], strict=True)]
BETAS = [RNG.normal(size=width) for width in WIDTHS[1:]]
X, Y = RNG.normal(size=(2, 6)), RNG.normal(size=(2, 6))


def output_by_loops(x, betas, omegas, activation):
    """Compute the network's output for one example, number by number."""
    values = list(x)
    for layer, (beta, omega) in enumerate(zip(betas, omegas, strict=True)):
        following = []
        for offset, row in zip(beta, omega, strict=True):
            z = offset
            for weight, value in zip(row, values, strict=True):
                z += weight * value
            following.append(z if layer == len(betas) - 1 else activation(z))
        values = following
    return values


def squares_by_loops(betas, omegas, activation):
    total = 0.0
    for x, y in zip(X.T, Y.T, strict=True):
        output = output_by_loops(x, betas, omegas, activation)
        total += sum((f - t) ** 2 for f, t in zip(output, y, strict=True))
    return total


def clipped(z):
    return z if z > 0 else 0.0


def differences(parameters, loss, delta=1e-6):
    gradients = []
    for array in parameters:
        gradient = np.zeros(array.shape)
        for index in np.ndindex(array.shape):
            kept = array[index]
            array[index] = kept + delta
            above = loss()
            array[index] = kept - delta
            below = loss()
            array[index] = kept
            gradient[index] = (above - below) / (2 * delta)
        gradients.append(gradient)
    return gradients


def test_forward_pass_is_the_loop():
    f, h = forward_pass(X, BETAS, OMEGAS)
    for i in range(X.shape[1]):
        assert_allclose(f[-1][:, i], output_by_loops(X[:, i], BETAS, OMEGAS, clipped))
    assert_array_equal(h[0], X)
    assert len(f) == len(h) == len(OMEGAS)
    for k in range(1, len(h)):
        assert_array_equal(h[k], np.where(f[k - 1] > 0, f[k - 1], 0))


def test_outputs_are_not_clipped():
    f, _ = forward_pass(X, BETAS, OMEGAS)
    assert f[-1].min() < 0


@pytest.mark.parametrize(
    ("activation", "slope", "plain"),
    [
        (lambda z: np.maximum(z, 0), relu_derivative, clipped),
        (np.tanh, lambda z: 1 - np.tanh(z) ** 2, np.tanh),
    ],
)
def test_backward_pass_agrees_with_differences_of_the_loop(activation, slope, plain):
    f, h = forward_pass(X, BETAS, OMEGAS, activation)
    betas, omegas, _ = backward_pass(OMEGAS, f, h, 2 * (f[-1] - Y), slope)

    def loss():
        return squares_by_loops(BETAS, OMEGAS, plain)

    for ours, theirs in zip(betas, differences(BETAS, loss), strict=True):
        assert_allclose(ours, theirs, rtol=1e-5, atol=1e-6)
    for ours, theirs in zip(omegas, differences(OMEGAS, loss), strict=True):
        assert_allclose(ours, theirs, rtol=1e-5, atol=1e-6)


def test_derivatives_of_preactivations_are_kept_for_each_example():
    f, h = forward_pass(X, BETAS, OMEGAS)
    _, _, dl_dfs = backward_pass(OMEGAS, f, h, 2 * (f[-1] - Y))
    for i in range(X.shape[1]):
        f_i, h_i = forward_pass(X[:, [i]], BETAS, OMEGAS)
        _, _, alone = backward_pass(OMEGAS, f_i, h_i, 2 * (f_i[-1] - Y[:, [i]]))
        for k, dl_df in enumerate(dl_dfs):
            assert dl_df.shape == f[k].shape
            assert_allclose(dl_df[:, [i]], alone[k], atol=1e-12)


def test_the_pieces_are_sums_over_units_and_examples():
    dl_df, h, omega = RNG.normal(size=(3, 4)), RNG.normal(size=(2, 4)), OMEGAS[0][:3]
    for j in range(3):
        assert_allclose(bias_gradient(dl_df)[j], sum(dl_df[j]))
        for m in range(2):
            entry = sum(dl_df[j, i] * h[m, i] for i in range(4))
            assert_allclose(weight_gradient(dl_df, h)[j, m], entry)
    for m in range(2):
        for i in range(4):
            entry = sum(omega[j, m] * dl_df[j, i] for j in range(3))
            assert_allclose(activation_gradient(omega, dl_df)[m, i], entry)
    gates = relu_gradient([[-1.0, 2.0], [0.0, 3.0]], [[5.0, 6.0], [7.0, 8.0]])
    assert gates.tolist() == [[0, 6], [0, 8]]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: forward_pass(X[0], BETAS, OMEGAS), r"x has shape \(6,\)"),
        (lambda: forward_pass(X, BETAS[1:], OMEGAS), "3 betas and 4 omegas"),
        (lambda: forward_pass(X[:1], BETAS, OMEGAS), "Layer 0 .* 1 rows"),
        (lambda: bias_gradient([1.0]), "dl_df has shape"),
        (lambda: weight_gradient([[1.0]], [[1.0, 2.0]]), "equally many"),
        (lambda: activation_gradient([[1.0, 2.0]], [[1.0], [2.0]]), "do not fit"),
        (lambda: relu_gradient([[1.0]], [[1.0], [2.0]]), "one shape"),
        (
            lambda: backward_pass(OMEGAS, *forward_pass(X, BETAS, OMEGAS), Y[:1]),
            "dl_dout has shape",
        ),
    ],
)
def test_shapes_that_do_not_fit_are_refused(call, words):
    with pytest.raises(ValueError, match=words):
        call()
