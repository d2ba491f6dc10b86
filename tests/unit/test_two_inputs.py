"""Networks written out unit by unit do what the matrices do."""

import numpy as np
from numpy.testing import assert_allclose

from udl.networks.activations import relu
from udl.networks.shallow import shallow_network
from udl.networks.two_inputs import one_output, two_outputs

RNG = np.random.default_rng(32)
THETA, PHI = RNG.normal(size=(3, 3)), RNG.normal(size=(2, 4))
X1, X2 = RNG.normal(size=(2, 5, 4))


def by_matrices(phi, activation):
    x = np.stack([X1.ravel(), X2.ravel()])
    weights = THETA[:, 0], THETA[:, 1:], phi[0], phi[1:]
    return shallow_network(x, *weights, activation).reshape(X1.shape)


def test_one_output_is_that_of_the_matrices():
    for activation in (relu, np.tanh):
        y = one_output(X1, X2, activation, *PHI[0], *THETA.ravel())
        assert_allclose(y, by_matrices(PHI[0], activation))


def test_two_outputs_are_those_of_the_matrices():
    y1, y2 = two_outputs(X1, X2, relu, *PHI.ravel(), *THETA.ravel())
    assert_allclose(y1, by_matrices(PHI[0], relu))
    assert_allclose(y2, by_matrices(PHI[1], relu))


def test_numbers_will_do_for_one_point():
    y = one_output(float(X1[2, 3]), float(X2[2, 3]), relu, *PHI[0], *THETA.ravel())
    assert_allclose(y, by_matrices(PHI[0], relu)[2, 3])
