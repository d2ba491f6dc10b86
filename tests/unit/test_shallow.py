"""Shallow networks against loops over examples and units."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.networks.activations import relu
from udl.networks.linear import line_of_linear_network
from udl.networks.shallow import (
    hidden_units,
    joints,
    pre_activations,
    shallow_network,
    slopes,
    three_unit_network,
)

RNG = np.random.default_rng(3)
X = RNG.normal(size=(2, 5))
BETA_0, OMEGA_0 = RNG.normal(size=4), RNG.normal(size=(4, 2))
BETA_1, OMEGA_1 = RNG.normal(size=3), RNG.normal(size=(3, 4))


def by_loops(x, beta_0, omega_0, beta_1, omega_1):
    outputs = np.zeros((len(beta_1), x.shape[1]))
    for i in range(x.shape[1]):
        h = []
        for offset, row in zip(beta_0, omega_0, strict=True):
            z = offset + sum(s * v for s, v in zip(row, x[:, i], strict=True))
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


def test_pre_activations_are_what_the_activation_is_applied_to():
    by_hand = [[b + s @ x for x in X.T] for b, s in zip(BETA_0, OMEGA_0, strict=True)]
    assert_allclose(pre_activations(X, BETA_0, OMEGA_0), by_hand)


def test_three_units_with_all_on_the_way():
    phi, theta = [0.1, 2.0, -3.0, 0.5], [0.3, -1.0, -1.0, 2.0, -0.5, 0.65]
    x = X[0]
    y, *parts = three_unit_network(x, np.tanh, *phi, *theta)
    total = phi[0]
    for k in range(3):
        before = theta[2 * k] + theta[2 * k + 1] * x
        assert_allclose(parts[k], before)
        assert_allclose(parts[3 + k], np.tanh(before))
        assert_allclose(parts[6 + k], phi[k + 1] * np.tanh(before))
        total = total + phi[k + 1] * np.tanh(before)
    assert_allclose(y, total)
    assert len(parts) == 9


def test_joints_are_where_the_sign_changes():
    at = joints(BETA_0, OMEGA_0[:, 0])
    for k, x in enumerate(at):
        left, right = BETA_0[k] + OMEGA_0[k, 0] * np.array([x - 1e-6, x + 1e-6])
        assert left * right < 0


def test_a_flat_unit_has_no_joint():
    assert np.isnan(joints([1.0, 1.0], [0.0, 2.0])).tolist() == [True, False]
    assert slopes([1.0], [0.0], [3.0]).tolist() == [0.0]


def test_slopes_of_the_pieces_agree_with_finite_differences():
    beta_0, omega_0, omega_1 = BETA_0, OMEGA_0[:, 0], OMEGA_1[0]
    at = np.sort(joints(beta_0, omega_0))
    edges = np.concatenate([[at[0] - 2], at, [at[-1] + 2]])
    middles = (edges[1:] + edges[:-1]) / 2
    ends = [
        by_loops(
            np.array([middles + h]), beta_0, omega_0[:, None], [0.0], omega_1[None]
        )[0]
        for h in (-1e-6, 1e-6)
    ]
    assert_allclose(
        slopes(beta_0, omega_0, omega_1), (ends[1] - ends[0]) / 2e-6, rtol=1e-6
    )


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: joints(BETA_0, OMEGA_0), "one input"),
        (lambda: slopes(BETA_0, OMEGA_0[:, 0], OMEGA_1), "omega_1 has shape"),
    ],
)
def test_says_that_joints_and_slopes_are_for_one_input_and_output(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_a_linear_activation_makes_the_line_that_two_points_define():
    theta = BETA_0, OMEGA_0[:, 0], 0.7, OMEGA_1[0]
    offset, slope = line_of_linear_network(*theta, u=0.5, v=-0.4)

    def lin(z):
        return 0.5 - 0.4 * z

    low, high = shallow_network(np.array([-1.0, 3.0]), *theta, activation=lin)
    assert_allclose(slope, (high - low) / 4)
    assert_allclose(offset, low + slope)


def test_the_line_of_a_linear_network_is_for_one_input():
    with pytest.raises(ValueError, match="must all be"):
        line_of_linear_network(BETA_0, OMEGA_0, 0.0, OMEGA_1[0])
