"""Page 4.3: each derived result against a route that uses neither it nor udl."""

import numpy as np
import pytest
import sympy as sp
from numpy.testing import assert_allclose

RNG = np.random.default_rng(43)


def relu(z):
    return np.where(z > 0, z, 0.0)


@pytest.mark.verifies("res-4-3-compose")
def test_the_middle_layer_is_what_finite_differences_see(claim):
    beta_1, omega_1 = RNG.normal(size=(2, 1)), RNG.normal(size=(2, 4))
    later_beta, later_omega = RNG.normal(size=(3, 1)), RNG.normal(size=(3, 2))

    def received(h):  # by the second network's units, one network after the other
        y = [beta_1[o, 0] + sum(omega_1[o, j] * h[j] for j in range(4)) for o in (0, 1)]
        return np.array(
            [
                later_beta[d, 0] + sum(later_omega[d, o] * y[o] for o in (0, 1))
                for d in range(3)
            ]
        )

    start = received(np.zeros(4))
    slopes = np.stack([received(np.eye(4)[j]) - start for j in range(4)], axis=1)
    offset = later_beta + later_omega @ beta_1
    assert_allclose(claim(offset)[:, 0], start, rtol=1e-9)
    assert_allclose(claim(later_omega @ omega_1), slopes, rtol=1e-9)


@pytest.mark.verifies("res-4-3-rank")
def test_a_layer_of_rank_one_is_a_network_behind_a_single_number(claim):
    offset, u, v = RNG.normal(size=(3, 1)), RNG.normal(size=3), RNG.normal(size=4)
    for _ in range(3):
        h = RNG.normal(size=4)
        narrow = sum(v[j] * h[j] for j in range(4))
        in_turn = [offset[d, 0] + u[d] * narrow for d in range(3)]
        at_once = offset[:, 0] + np.outer(u, v) @ h
        assert_allclose(claim(at_once), in_turn, rtol=1e-9)


@pytest.mark.verifies("res-4-3-rows")
def test_rows_of_examples_are_the_transpose(claim):
    beta, omega, x = (RNG.normal(size=s) for s in ((3, 1), (3, 2), (2, 5)))
    entry_by_entry = np.array(
        [
            [beta[d, 0] + sum(omega[d, j] * x[j, i] for j in (0, 1)) for d in range(3)]
            for i in range(5)
        ]
    )  # a row an example
    assert_allclose(claim(beta.T + x.T @ omega.T), entry_by_entry, rtol=1e-9)


@pytest.mark.verifies("res-4-3-count")
def test_parameters_are_counted_one_by_one(claim):
    for sizes in ([4, 5, 2, 4, 1], [1, 3, 1], [7, 2], [2, 2, 9, 3, 3]):
        ticks = 0
        for layer in range(1, len(sizes)):
            for _unit in range(sizes[layer]):
                ticks += 1  # its offset
                for _before in range(sizes[layer - 1]):
                    ticks += 1
        total = sum(
            sizes[k + 1] * (sizes[k] + 1) for k in range(len(sizes) - 1)
        )  # fmt: skip
        assert_allclose(claim(float(total)), ticks)


@pytest.mark.verifies("res-4-3-equal")
def test_equal_layers_have_the_sum_in_closed_form(claim):
    d, k, depth = sp.symbols("D k K", integer=True, positive=True)
    middle = sp.summation(d * (d + 1), (k, 1, depth - 1))
    total = 2 * d + middle + (d + 1)
    for width in (2, 3, 10):
        for layers in (2, 3, 7):
            closed = 3 * width + 1 + (layers - 1) * width * (width + 1)
            exact = float(total.subs({d: width, depth: layers}))
            assert_allclose(claim(float(closed)), exact)


@pytest.mark.verifies("res-4-3-scale")
def test_scaled_units_compute_the_same(claim):
    betas = [RNG.normal(size=(4, 1)), RNG.normal(size=(2, 1))]
    omegas = [RNG.normal(size=(4, 3)), RNG.normal(size=(2, 4))]
    x, scale = RNG.normal(size=(3, 6)), np.diag([0.1, 3.0, 1.7, 20.0])
    plain = betas[1] + omegas[1] @ relu(betas[0] + omegas[0] @ x)
    turned_down = omegas[1] @ np.linalg.inv(scale)
    scaled = betas[1] + turned_down @ relu(scale @ betas[0] + scale @ omegas[0] @ x)
    assert_allclose(claim(scaled), plain, rtol=1e-9)
