"""Shallow networks against loops over examples and units."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.activations import relu
from udl.shallow import hidden_units, shallow_network

RNG = np.random.default_rng(3)
X = RNG.normal(size=(2, 5))
BETA_0, OMEGA_0 = RNG.normal(size=4), RNG.normal(size=(4, 2))
BETA_1, OMEGA_1 = RNG.normal(size=3), RNG.normal(size=(3, 4))


def by_loops(x, beta_0, omega_0, beta_1, omega_1):
    outputs = np.zeros((len(beta_1), x.shape[1]))
    for i in range(x.shape[1]):
        h = []
        for offset, slopes in zip(beta_0, omega_0, strict=True):
            z = offset + sum(s * v for s, v in zip(slopes, x[:, i], strict=True))
            h.append(z if z > 0 else 0.0)
        for j, (offset, weights) in enumerate(zip(beta_1, omega_1, strict=True)):
            outputs[j, i] = offset + sum(w * v for w, v in zip(weights, h, strict=True))
    return outputs


def test_several_inputs_and_outputs():
    expected = by_loops(X, BETA_0, OMEGA_0, BETA_1, OMEGA_1)
    assert_allclose(shallow_network(X, BETA_0, OMEGA_0, BETA_1, OMEGA_1), expected)


def test_one_input_and_one_output_need_no_extra_axes():
    x = X[0]
    full = shallow_network(x[None], BETA_0, OMEGA_0[:, :1], BETA_1[:1], OMEGA_1[:1])
    flat = shallow_network(x, BETA_0, OMEGA_0[:, 0], BETA_1[0], OMEGA_1[0])
    assert flat.shape == (5,)
    assert_allclose(flat, full[0])


def test_leading_axes_of_the_offset_make_several_networks():
    offsets = np.array([0.0, 0.5, 2.0])
    scan = shallow_network(X, BETA_0, OMEGA_0, offsets, OMEGA_1[0])
    one_by_one = [
        shallow_network(X, BETA_0, OMEGA_0, offset, OMEGA_1[0]) for offset in offsets
    ]
    assert_allclose(scan, one_by_one)


def test_no_examples_give_no_outputs():
    assert shallow_network(X[:, :0], BETA_0, OMEGA_0, BETA_1, OMEGA_1).shape == (3, 0)


@pytest.mark.parametrize("z", [-1.5, 0.0, 2.0])
def test_relu_is_zero_or_the_identity(z):
    assert relu(z) == (z if z > 0 else 0)


def test_another_activation_can_be_given():
    h = hidden_units(X, BETA_0, OMEGA_0, activation=np.tanh)
    assert_allclose(h[:, 0], np.tanh(BETA_0 + OMEGA_0 @ X[:, 0]))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"x": X[0]}, "do not fit"),
        ({"beta_0": BETA_0[:, None]}, "do not fit"),
        ({"omega_0": OMEGA_0.T}, "do not fit"),
        ({"omega_1": OMEGA_1.T}, "4 hidden units"),
        ({"beta_1": BETA_1[:2]}, "last axis of beta_1 must be 3"),
    ],
)
def test_says_which_shapes_do_not_fit(change, message):
    arguments = {
        "x": X, "beta_0": BETA_0, "omega_0": OMEGA_0, "beta_1": BETA_1,
        "omega_1": OMEGA_1,
    }  # fmt: skip
    with pytest.raises(ValueError, match=message):
        shallow_network(**(arguments | change))
