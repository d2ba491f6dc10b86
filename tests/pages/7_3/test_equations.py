"""Page 7.3: each derived result against a route without it and udl.

Averages over all networks are exact here: the weights are plus or minus one number,
and every pattern of signs is tried.
"""

from itertools import pairwise, product

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.stats import norm


def signs(*shape):
    for pattern in product((-1.0, 1.0), repeat=int(np.prod(shape))):
        yield np.reshape(pattern, shape)


def relu(f):
    return np.maximum(f, 0)


@pytest.mark.verifies("res-7-3-moments")
def test_moments_are_integrals(claim):
    sigma = 1.7
    density = norm(0, sigma).pdf
    first = quad(lambda f: f * density(f), 0, np.inf)[0]
    second = quad(lambda f: f**2 * density(f), 0, np.inf)[0]
    assert_allclose(claim(sigma / np.sqrt(2 * np.pi)), first, rtol=1e-8)
    assert_allclose(claim(sigma**2 / 2), second, rtol=1e-8)
    centered = quad(lambda f: (f - first) ** 2 * density(f), 0, np.inf)[0]
    closed = sigma**2 / 2 * (1 - 1 / np.pi)
    assert_allclose(claim(closed), centered + first**2 / 2, rtol=1e-8)


@pytest.mark.verifies("res-7-3-forward")
def test_variance_of_the_next_layer_is_the_average_over_all_sign_patterns(claim):
    x, size = np.array([1.0, 0.3, -0.45]), 0.7
    one = np.mean([(size * row @ x) ** 2 for row in signs(3)])
    following = [
        (size * row @ relu(size * omega @ x)) ** 2
        for omega in signs(2, 3)
        for row in signs(2)
    ]
    assert_allclose(claim(2 * size**2 * one / 2), np.mean(following), rtol=1e-12)


@pytest.mark.verifies("res-7-3-layers")
def test_size_after_two_layers_is_the_average_over_all_sign_patterns(claim):
    x, size = np.array([1.0, 0.3]), 0.8
    start = np.mean([(size * row @ x) ** 2 for row in signs(2)])
    end = [
        (size * row @ relu(size * second @ relu(size * first @ x))) ** 2
        for first in signs(2, 2)
        for second in signs(2, 2)
        for row in signs(2)
    ]
    assert_allclose(claim((2 * size**2 / 2) ** 2 * start), np.mean(end), rtol=1e-12)


@pytest.mark.verifies("res-7-3-biases")
def test_biases_add_their_variance_in_each_layer(claim):
    x, bias, size = np.array([1.0, 0.3]), 0.37, np.sqrt(2 / 2)
    start = np.mean(
        [(size * w @ x + bias * b[0]) ** 2 for w in signs(2) for b in signs(1)]
    )
    end = [
        (size * row @ relu(size * omega @ x + bias * beta) + bias * last[0]) ** 2
        for omega in signs(2, 2)
        for beta in signs(2)
        for row in signs(2)
        for last in signs(1)
    ]
    assert_allclose(claim(start + 1 * bias**2), np.mean(end), rtol=1e-12)


@pytest.mark.verifies("res-7-3-backward")
def test_mean_square_of_derivatives_is_that_of_finite_differences(claim):
    behind, size, eps = np.array([0.4, -1.1, 0.8]), 0.6, 1e-4  # from 3 units
    squares = []
    for f in (1.3, -1.3):  # on and off, equally likely
        for weights in signs(3):

            def loss(value, w=weights):
                return behind @ (size * w * relu(value))

            squares.append(((loss(f + eps) - loss(f - eps)) / (2 * eps)) ** 2)
    closed = 0.5 * 3 * size**2 * np.mean(behind**2)
    assert_allclose(claim(closed), np.mean(squares), rtol=1e-8)


@pytest.mark.verifies("res-7-3-telescope")
def test_factors_on_the_way_back_leave_the_last_width_over_the_first(claim):
    widths, size = [7, 3, 11, 4, 9], 1.0  # D_1 to D_K
    for fan_in, fan_out in pairwise(widths):
        variance, collected = 2 / fan_in, 0.0
        for _ in range(fan_out):
            collected += variance * size
        size = collected / 2
    assert_allclose(claim(widths[-1] / widths[0]), size, rtol=1e-12)


@pytest.mark.verifies("res-7-3-spread")
def test_spread_is_that_of_integrals_of_the_clipped_normal(claim):
    second, fourth = (
        quad(lambda f, p=p: f**p * norm.pdf(f), 0, np.inf)[0] for p in (2, 4)
    )
    width, layers = 8, 5
    # The square of a mean of `width` numbers: equal pairs and different pairs.
    pairs = [fourth if i == j else second**2 for i, j in np.ndindex(width, width)]
    one = np.mean(pairs) / second**2
    assert_allclose(claim((1 + 5 / width) ** layers), one**layers, rtol=1e-7)
