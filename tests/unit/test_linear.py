"""Linear functions against loops over outputs, inputs and examples."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.networks.linear import affine, compose, linear_1d, linear_2d, linear_3d

RNG = np.random.default_rng(11)
X = RNG.normal(size=(3, 5))
BETA_0, OMEGA_0 = RNG.normal(size=4), RNG.normal(size=(4, 3))
BETA_1, OMEGA_1 = RNG.normal(size=2), RNG.normal(size=(2, 4))


def by_loops(x, beta, omega):
    y = np.zeros((len(beta), x.shape[1]))
    for i in range(x.shape[1]):
        for j, offset in enumerate(beta):
            total = offset
            for d in range(x.shape[0]):
                total += omega[j][d] * x[d, i]
            y[j, i] = total
    return y


def test_one_two_and_three_inputs():
    beta, (w1, w2, w3) = BETA_0[0], OMEGA_0[0]
    assert_allclose(linear_1d(X[0], beta, w1), by_loops(X[:1], [beta], [[w1]])[0])
    assert_allclose(
        linear_2d(X[0], X[1], beta, w1, w2), by_loops(X[:2], [beta], [[w1, w2]])[0]
    )
    assert_allclose(
        linear_3d(*X, beta, w1, w2, w3), by_loops(X, [beta], [[w1, w2, w3]])[0]
    )


def test_inputs_on_a_mesh_broadcast():
    table = linear_2d(X[0], X[1][:, None], 1.0, 2.0, -3.0)
    assert table.shape == (5, 5)
    assert_allclose(table[4, 2], 1 + 2 * X[0, 2] - 3 * X[1, 4])


def test_affine_is_the_loop_for_columns_and_for_one_example():
    right = by_loops(X, BETA_0, OMEGA_0)
    assert_allclose(affine(X, BETA_0, OMEGA_0), right)
    one = affine(X[:, 2], BETA_0, OMEGA_0)
    assert one.shape == (4,)
    assert_allclose(one, right[:, 2])


def test_no_examples_give_no_outputs():
    assert affine(X[:, :0], BETA_0, OMEGA_0).shape == (4, 0)


def test_composition_is_one_after_the_other():
    beta, omega = compose(BETA_0, OMEGA_0, BETA_1, OMEGA_1)
    assert (beta.shape, omega.shape) == ((2,), (2, 3))
    after = by_loops(by_loops(X, BETA_0, OMEGA_0), BETA_1, OMEGA_1)
    assert_allclose(by_loops(X, beta, omega), after)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: linear_1d(X, [1.0], 2.0), "beta has shape"),
        (lambda: linear_2d(1.0, 2.0, 0.0, 1.0, X), "omega2 has shape"),
        (lambda: linear_3d(1.0, 2.0, 3.0, 0.0, 1.0, 1.0, [1.0]), "omega3 has shape"),
        (lambda: affine(X, BETA_0[:, None], OMEGA_0), "one offset"),
        (lambda: affine(X, BETA_0, OMEGA_0.T), "do not fit"),
        (lambda: affine(X.T, BETA_0, OMEGA_0), "takes 3 inputs"),
        (lambda: affine(X[None], BETA_0, OMEGA_0), "takes 3 inputs"),
        (lambda: compose(BETA_0[:2], OMEGA_0, BETA_1, OMEGA_1), "beta_0"),
        (lambda: compose(BETA_1, OMEGA_1, BETA_0, OMEGA_0), "takes 3 inputs"),
    ],
)
def test_says_which_shapes_do_not_fit(call, message):
    with pytest.raises(ValueError, match=message):
        call()
