"""The Gabor model, its loss and its gradient, against loops and differences."""

import math

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.datasets.regression import gabor_data
from udl.fitting.gabor import gabor, gabor_gradient, gabor_loss, gabor_loss_map

X, Y = gabor_data()
PARAMETERS = [(0.0, 16.6), (-1.5, 8.5), (3.5, 6.5), (-10.0, 22.5), (0.3, -2.0)]


def naive_loss(phi, x, y):
    total = 0.0
    for one, target in zip(x, y, strict=True):
        phase = phi[0] + 0.06 * phi[1] * one
        total += (math.sin(phase) * math.exp(-phase * phase / 32.0) - target) ** 2
    return total


@pytest.mark.parametrize("phi", PARAMETERS)
def test_the_loss_is_that_of_a_loop(phi):
    assert_allclose(gabor_loss(phi, X, Y), naive_loss(phi, X, Y), rtol=1e-12)


@pytest.mark.parametrize("phi", PARAMETERS)
def test_the_gradient_is_that_of_differences(phi):
    step = 1e-5
    expected = [
        (naive_loss(phi + shift, X, Y) - naive_loss(phi - shift, X, Y)) / (2 * step)
        for shift in step * np.eye(2)
    ]
    assert_allclose(gabor_gradient(phi, X, Y), expected, rtol=1e-6, atol=1e-8)


def test_a_grid_of_parameters_is_a_loop_over_it():
    phi = np.stack(np.meshgrid([-5.0, 0.0, 5.0], [5.0, 10.0]), axis=-1)  # (2, 3, 2)
    losses, gradients = gabor_loss(phi, X, Y), gabor_gradient(phi, X, Y)
    assert gabor(X, phi).shape == (2, 3, 30)
    assert losses.shape == (2, 3)
    assert gradients.shape == (2, 3, 2)
    for place in np.ndindex(2, 3):
        assert_allclose(losses[place], naive_loss(phi[place], X, Y))
        assert_allclose(gradients[place], gabor_gradient(phi[place], X, Y))


def test_the_map_is_a_loop_over_its_places():
    offsets, frequencies = np.array([-9.0, 0.0, 4.5]), np.array([3.0, 21.0])
    found = gabor_loss_map(offsets, frequencies, X, Y)
    assert found.shape == (2, 3)
    for row, column in np.ndindex(2, 3):
        expected = naive_loss((offsets[column], frequencies[row]), X, Y)
        assert_allclose(found[row, column], expected, rtol=1e-12)
    with pytest.raises(ValueError, match="offsets has shape"):
        gabor_loss_map(offsets[:, None], frequencies, X, Y)


def test_losses_of_the_record():
    assert_allclose(gabor_loss([0.02503813, 14.90854552], X, Y), 0.78315425, atol=5e-9)


@pytest.mark.parametrize("function", [gabor_loss, gabor_gradient])
def test_wrong_shapes_are_refused(function):
    with pytest.raises(ValueError, match="phi has shape"):
        function(np.zeros((2, 1)), X, Y)
    with pytest.raises(ValueError, match="x has shape"):
        function([0.0, 1.0], X[:-1], Y)
    with pytest.raises(ValueError, match="y has shape"):
        function([0.0, 1.0], X, Y[:, None])


def test_a_column_of_inputs_is_refused():
    with pytest.raises(ValueError, match="x has shape"):
        gabor(X[:, None], [0.0, 1.0])
