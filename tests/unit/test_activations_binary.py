import warnings

import numpy as np
from numpy.testing import assert_allclose
from scipy.special import expit

from udl.networks.activations import sigmoid, softplus

Z = np.array([[-700.0, -40.0, -1.0], [0.0, 2.0, 40.0]])


def test_sigmoid_agrees_with_scipy_and_keeps_the_shape():
    assert_allclose(sigmoid(Z), expit(Z), rtol=1e-14)
    assert sigmoid(0.0).shape == ()


def test_softplus_agrees_with_numpys_logarithm_of_a_sum():
    assert_allclose(softplus(Z), np.logaddexp(0, Z), rtol=1e-14)


def test_the_slope_of_softplus_is_the_sigmoid():
    near = Z[:, 1:]
    slope = (softplus(near + 1e-6) - softplus(near - 1e-6)) / 2e-6
    assert_allclose(slope, sigmoid(near), atol=1e-8)


def test_nothing_overflows():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert sigmoid([-1e308, 1e308]).tolist() == [0, 1]
        assert softplus([-1e308, 1e308]).tolist() == [0, 1e308]
