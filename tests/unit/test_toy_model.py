"""The toy model against one line of nested functions, and against sympy."""

import numpy as np
import pytest
import sympy as sp
from numpy.testing import assert_allclose

from udl.gradients.toy_model import (
    toy_backward,
    toy_first_weight_derivative,
    toy_forward,
    toy_parameter_gradients,
)

RNG = np.random.default_rng(71)
BETA, OMEGA = RNG.normal(size=4), RNG.normal(size=4)
X, Y = 0.7, -1.3
B, W = sp.symbols("b:4"), sp.symbols("w:4")
S = sp.symbols("x")
LOSS = (
    B[3]
    + W[3] * sp.cos(B[2] + W[2] * sp.exp(B[1] + W[1] * sp.sin(B[0] + W[0] * S)))
    - Y
) ** 2
VALUES = dict(zip([*B, *W, S], [*BETA, *OMEGA, X], strict=True))


def test_forward_pass_is_the_nested_formula():
    f, h, loss = toy_forward(X, Y, BETA, OMEGA)
    assert_allclose(loss, float(LOSS.subs(VALUES)))
    assert_allclose(h[1:], [np.sin(f[0]), np.exp(f[1]), np.cos(f[2])])
    assert h[0] == X


def test_several_sets_of_parameters_at_once():
    many = np.stack([OMEGA, 2 * OMEGA, -OMEGA], axis=1)  # (4, 3)
    f, h, loss = toy_forward(X, Y, BETA[:, None], many)
    assert f.shape == h.shape == (4, 3)
    for n in range(3):
        f_n, h_n, loss_n = toy_forward(X, Y, BETA, many[:, n])
        assert_allclose(f[:, n], f_n)
        assert_allclose(h[:, n], h_n)
        assert_allclose(loss[n], loss_n)


def test_gradients_are_those_of_sympy():
    f, h, _ = toy_forward(X, Y, BETA, OMEGA)
    dl_df, dl_dh = toy_backward(f, h, Y, OMEGA)
    dl_dbeta, dl_domega = toy_parameter_gradients(dl_df, h)
    for k in range(4):
        assert_allclose(dl_dbeta[k], float(sp.diff(LOSS, B[k]).subs(VALUES)))
        assert_allclose(dl_domega[k], float(sp.diff(LOSS, W[k]).subs(VALUES)))
    assert_allclose(dl_dh[0], float(sp.diff(LOSS, S).subs(VALUES)))
    assert_allclose(toy_first_weight_derivative(X, Y, BETA, OMEGA), dl_domega[0])


def test_derivatives_of_activations_are_those_of_what_follows():
    f, h, _ = toy_forward(X, Y, BETA, OMEGA)
    _, dl_dh = toy_backward(f, h, Y, OMEGA)
    after = {
        3: lambda h: BETA[3] + OMEGA[3] * h,
        2: lambda h: after[3](np.cos(BETA[2] + OMEGA[2] * h)),
        1: lambda h: after[2](np.exp(BETA[1] + OMEGA[1] * h)),
    }
    for k, rest in after.items():
        above, below = ((rest(h[k] + d) - Y) ** 2 for d in (1e-6, -1e-6))
        assert_allclose(dl_dh[k], (above - below) / 2e-6, rtol=1e-7, atol=1e-8)


def test_complex_parameters_stay_complex():
    _, _, loss = toy_forward(X, Y, BETA + 1j, OMEGA)
    assert np.imag(loss) != 0


def test_results_do_not_share_memory():
    dl_df = np.ones(4)
    dl_dbeta, _ = toy_parameter_gradients(dl_df, np.ones(4))
    dl_df[0] = 7
    assert dl_dbeta[0] == 1


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: toy_forward(X, Y, BETA[:3], OMEGA), r"beta has shape \(3,\)"),
        (lambda: toy_forward(X, Y, BETA, 1.0), r"omega has shape \(\)"),
        (lambda: toy_backward([1.0], OMEGA, Y, OMEGA), r"f has shape \(1,\)"),
        (lambda: toy_parameter_gradients(BETA, [1.0]), "must both be"),
    ],
)
def test_shapes_that_do_not_fit_are_refused(call, words):
    with pytest.raises(ValueError, match=words):
        call()
