"""Page 10.3: each derived result against a route without it and udl."""

import itertools

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.signal import correlate

RNG = np.random.default_rng(0)


@pytest.mark.verifies("res-10-3-size")
def test_the_size_is_the_number_of_places_where_the_kernel_fits(claim):
    for high, kernel, stride, pad, dilation in itertools.product(
        (9, 10, 28), (1, 3, 4), (1, 2, 3), (0, 2), (1, 2)
    ):
        pixels = range(high + 2 * pad)
        fitting = [top for top in pixels[::stride]
                   if top + dilation * (kernel - 1) in pixels]  # fmt: skip
        formula = (high + 2 * pad - dilation * (kernel - 1) - 1) // stride + 1
        assert_allclose(claim(formula), len(fitting), rtol=1e-9)


@pytest.mark.verifies("res-10-3-product")
def test_rows_of_weights_times_columns_of_windows_are_the_outputs(claim):
    image, weights = RNG.normal(size=(3, 6, 5)), RNG.normal(size=(4, 3, 3, 3))
    table = np.transpose([image[:, i : i + 3, j : j + 3].ravel()
                          for i in range(4) for j in range(3)])  # fmt: skip
    assert table.shape == (3 * 9, 4 * 3)
    expected = [sum(correlate(image[c], w[c], "valid") for c in range(3)).ravel()
                for w in weights]  # fmt: skip
    assert_allclose(claim(weights.reshape(4, -1) @ table), expected, rtol=1e-7)


@pytest.mark.verifies("res-10-3-weights")
def test_the_derivatives_are_those_of_finite_differences(claim):
    image, weights = RNG.normal(size=(6, 7)), RNG.normal(size=(3, 2))
    factors = RNG.normal(size=(4, 6))

    def loss(weights):
        return np.sum(factors * correlate(image, weights, "valid") ** 2)

    g = 2 * factors * correlate(image, weights, "valid")
    formula = [
        [np.sum(g * image[m : m + 4, n : n + 6]) for n in range(2)] for m in range(3)
    ]
    step, exact = 1e-6, np.zeros((3, 2))
    for place in np.ndindex(3, 2):
        change = np.zeros((3, 2))
        change[place] = step
        exact[place] = (loss(weights + change) - loss(weights - change)) / (2 * step)
    assert_allclose(claim(np.array(formula)), exact, rtol=1e-5)
