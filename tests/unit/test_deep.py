"""Deep networks against loops over layers, units and examples."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.datasets.networks import networks_to_compose
from udl.networks.composition import compose, composition, matrix_form
from udl.networks.deep import (
    deep_network,
    hidden_layers,
    pre_activations,
    two_layers,
)
from udl.networks.parameters import (
    parameter_count,
    parameter_shapes,
    random_network,
)
from udl.networks.shallow import shallow_network

RNG = np.random.default_rng(4)
SIZES = [4, 5, 2, 3, 2]
BETAS = [RNG.normal(size=(to, 1)) for to in SIZES[1:]]
OMEGAS = [
    RNG.normal(size=(to, of)) for to, of in zip(SIZES[1:], SIZES[:-1], strict=True)
]
X = RNG.normal(size=(4, 6))


def by_loops(x, betas, omegas):
    """Outputs for one example, unit by unit."""
    h = list(x)
    for k, (beta, omega) in enumerate(zip(betas, omegas, strict=True)):
        sums = []
        for unit in range(len(omega)):
            total = float(np.ravel(beta)[unit])
            for before, value in enumerate(h):
                total += omega[unit][before] * value
            sums.append(total)
        h = sums if k == len(omegas) - 1 else [max(0.0, f) for f in sums]
    return h


def test_each_example_is_what_the_loops_give():
    y = deep_network(X, BETAS, OMEGAS)
    assert y.shape == (2, 6)
    for i in range(X.shape[1]):
        assert_allclose(y[:, i], by_loops(X[:, i], BETAS, OMEGAS))


def test_hidden_layers_are_the_clipped_sums_and_lead_to_the_output():
    sums, layers = pre_activations(X, BETAS, OMEGAS), hidden_layers(X, BETAS, OMEGAS)
    assert [h.shape for h in layers] == [(5, 6), (2, 6), (3, 6)]
    for f, h in zip(sums[:-1], layers, strict=True):
        assert_allclose(h, np.where(f > 0, f, 0))
    assert_allclose(sums[-1], BETAS[-1] + OMEGAS[-1] @ layers[-1])


def test_offsets_may_be_flat_even_when_as_many_as_the_examples():
    flat = [beta[:, 0] for beta in BETAS]
    five = X[:, :5]  # the first hidden layer has five units
    assert_allclose(deep_network(five, flat, OMEGAS), deep_network(five, BETAS, OMEGAS))


def test_one_input_and_one_output_need_no_extra_axes():
    x, (first, _) = np.linspace(-1, 1, 7), networks_to_compose()
    y = deep_network(x, *matrix_form(*first))
    assert_allclose(y, shallow_network(x, *first))
    assert deep_network(x[None], *matrix_form(*first)).shape == (1, 7)


def test_another_activation_can_be_given():
    f = pre_activations(X, BETAS, OMEGAS, activation=np.tanh)
    assert_allclose(f[1], BETAS[1] + OMEGAS[1] @ np.tanh(BETAS[0] + OMEGAS[0] @ X))


def test_composition_is_one_network_after_the_other():
    first, second = networks_to_compose()
    x = np.linspace(-1, 1, 9)
    for at, y in zip(x, composition(x, first, second), strict=True):
        middle = by_loops([at], *matrix_form(*first))
        assert_allclose(by_loops(middle, *matrix_form(*second)), [y])


def test_two_layers_are_what_loops_give():
    theta, psi, phi = (RNG.normal(size=shape) for shape in ((4, 2), (3, 5), 4))
    x = np.linspace(-2, 2, 5)
    sums, clipped, weighted, y = two_layers(x, theta, psi, phi)
    for i, at in enumerate(x):
        h = [max(0.0, offset + slope * at) for offset, slope in theta]
        total = phi[0]
        for d in range(3):
            f = psi[d, 0] + sum(psi[d, 1 + j] * h[j] for j in range(4))
            assert_allclose(sums[d, i], f)
            assert_allclose(clipped[d, i], max(0.0, f))
            assert_allclose(weighted[d, i], phi[1 + d] * max(0.0, f))
            total += phi[1 + d] * max(0.0, f)
        assert_allclose(y[i], total)


def test_composed_networks_compute_what_the_two_compute_in_turn():
    later = random_network([2, 3, 4, 1], np.random.default_rng(5))
    betas, omegas = compose((BETAS, OMEGAS), later)
    assert [len(omega) for omega in omegas] == [5, 2, 3, 3, 4, 1]
    in_turn = deep_network(deep_network(X, BETAS, OMEGAS), *later)
    assert_allclose(deep_network(X, betas, omegas), in_turn, atol=1e-12)


def test_random_networks_differ_and_fit_their_inputs():
    rng = np.random.default_rng(0)
    one, two = random_network(SIZES, rng), random_network(SIZES, rng)
    assert deep_network(X, *one).shape == (2, 6)
    assert not np.allclose(one[1][0], two[1][0])


def test_parameters_are_as_many_as_the_entries_of_the_arrays():
    betas, omegas = random_network(SIZES, np.random.default_rng(0))
    assert parameter_count(SIZES) == sum(a.size for a in (*betas, *omegas))
    assert parameter_shapes(SIZES) == (
        [beta.shape for beta in BETAS], [omega.shape for omega in OMEGAS]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: deep_network(X.T, BETAS, OMEGAS), r"x must be \(4, I\)"),
        (lambda: deep_network(X, BETAS[:-1], OMEGAS), "3 betas and 4 omegas"),
        (lambda: deep_network(X, [], []), "at least one"),
        (
            lambda: deep_network(X, [BETAS[0].T, *BETAS[1:]], OMEGAS),
            r"betas\[0\] \(1, 5\)",
        ),
        (
            lambda: deep_network(X, BETAS, [OMEGAS[0], OMEGAS[1].T, *OMEGAS[2:]]),
            r"omegas\[1\]",
        ),
        (
            lambda: deep_network(
                X, [BETAS[0], BETAS[2], *BETAS[2:]],
                [OMEGAS[0], np.ones((3, 2)), *OMEGAS[2:]],
            ),
            "the layer before has 5 units",
        ),
        (lambda: compose((BETAS, OMEGAS), (BETAS, OMEGAS)), "2 outputs"),
        (lambda: matrix_form([0.0], [1.0, 2.0], 0.0, [1.0]), r"must all be \(D,\)"),
        (
            lambda: two_layers([0.0], np.ones((3, 2)), np.ones((3, 3)), np.ones(4)),
            r"psi \(3, 3\)",
        ),
        (lambda: random_network([3], RNG), "at least two positive"),
        (lambda: parameter_count([3, 0, 1]), "at least two positive"),
    ],
)  # fmt: skip
def test_says_what_does_not_fit(call, message):
    with pytest.raises(ValueError, match=message):
        call()
