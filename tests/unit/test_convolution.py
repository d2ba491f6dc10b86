"""Convolution of signals, against loops, scipy, and matrices."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.ndimage import correlate1d

from udl.images import convolution

RNG = np.random.default_rng(0)


def naive(x, omega, stride=1, dilation=1):
    outputs = []
    for place in range(0, len(x), stride):
        total = 0.0
        for k, weight in enumerate(omega):
            source = place + (k - len(omega) // 2) * dilation
            if 0 <= source < len(x):
                total += weight * x[source]
        outputs.append(total)
    return outputs


@pytest.mark.parametrize("size", [1, 3, 5, 7])
@pytest.mark.parametrize(("stride", "dilation"), [(1, 1), (2, 1), (1, 2), (3, 4)])
def test_it_is_the_loop_over_outputs_and_weights(size, stride, dilation):
    x, omega = RNG.normal(size=13), RNG.normal(size=size)
    expected = naive(x, omega, stride, dilation)
    assert_allclose(convolution.convolve(x, omega, stride, dilation), expected)
    matrix = convolution.convolution_matrix(13, omega, stride, dilation)
    assert_allclose(matrix @ x, expected)


def test_it_is_scipys_correlation_and_numpys_with_a_turned_kernel():
    x, omega = RNG.normal(size=20), RNG.normal(size=5)
    h = convolution.convolve(x, omega)
    assert_allclose(h, correlate1d(x, omega, mode="constant"))
    assert_allclose(h, np.convolve(x, omega[::-1], mode="same"))


def test_an_even_kernel_is_refused():
    with pytest.raises(ValueError, match="odd"):
        convolution.convolve([1.0, 2.0], [1.0, 1.0])


def test_two_layers_are_one_kernel_away_from_the_ends():
    x, first, second = RNG.normal(size=30), RNG.normal(size=3), RNG.normal(size=5)
    twice = convolution.convolve(convolution.convolve(x, first), second)
    once = convolution.convolve(x, convolution.kernel_of_two(first, second))
    assert_allclose(twice[3:-3], once[3:-3])
    assert not np.allclose(twice, once)


@pytest.mark.parametrize("seed", range(5))
def test_the_receptive_field_is_what_moves_an_output(seed):
    rng = np.random.default_rng(seed)
    sizes, strides = rng.choice([1, 3, 5], 3), rng.choice([1, 2], 3)
    dilations = rng.choice([1, 2, 3], 3)
    matrix = np.eye(400)
    for size, stride, dilation in zip(sizes, strides, dilations, strict=True):
        omega = 1 + rng.random(size)
        layer = convolution.convolution_matrix(len(matrix), omega, stride, dilation)
        matrix = layer @ matrix
    seen = np.flatnonzero(matrix[len(matrix) // 2])
    assert np.ptp(seen) + 1 == convolution.receptive_field(sizes, strides, dilations)


def test_a_shift_is_a_convolution_with_a_single_one():
    x = RNG.normal(size=9)
    assert_allclose(convolution.shift(x, 1), naive(x, [1, 0, 0]))
    assert_allclose(convolution.shift(x, -2), naive(x, [0, 0, 0, 0, 1]))
    assert_allclose(convolution.shift(x, 0), x)


def test_a_gradient_goes_back_through_the_transpose():
    g, omega = RNG.normal(size=11), RNG.normal(size=3)
    matrix = convolution.convolution_matrix(11, omega)
    assert_allclose(convolution.input_gradient(g, omega), matrix.T @ g)
