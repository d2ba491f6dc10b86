"""Page 7.2: each derived result against a route that uses neither it nor udl."""

import itertools

import numpy as np
import pytest
from numpy.testing import assert_allclose

WIDTHS = (2, 4, 3, 5, 1)
RNG = np.random.default_rng(5)
OMEGAS = [RNG.normal(size=pair) for pair in zip(WIDTHS[1:], WIDTHS[:-1], strict=True)]
BETAS = [RNG.normal(size=width) for width in WIDTHS[1:]]
X, Y = RNG.normal(size=(2, 6)), RNG.normal(size=(1, 6))
OPEN = [0]  # an example for which some route to the output is open


def run(x, betas=BETAS, omegas=OMEGAS, start=0, f=None):
    """Run the network, from the pre-activations `f` of step `start` on if given."""
    fs, hs, h = [], [], x
    for k in range(start, len(betas)):
        given = f is not None and k == start
        z = f if given else betas[k][:, None] + omegas[k] @ h
        fs.append(z)
        hs.append(h)
        h = np.where(z > 0, z, 0)
    return fs, hs


def loss_of(fs, y=Y):
    return np.sum((fs[-1] - y) ** 2)


def slopes(function, at, step=1e-6):
    """Central differences, entry by entry."""
    result = np.zeros(at.shape)
    for index in np.ndindex(at.shape):
        up, down = at.copy(), at.copy()
        up[index] += step
        down[index] -= step
        result[index] = (function(up) - function(down)) / (2 * step)
    return result


def by_preactivations(k, x=X, y=Y):
    """Derivatives with respect to the pre-activations of step k, by probing."""
    f = run(x)[0][k]
    return slopes(lambda z: loss_of(run(None, start=k, f=z)[0], y), f)


def with_one(parameters, k, value):
    return [value if n == k else one for n, one in enumerate(parameters)]


@pytest.mark.verifies("res-7-2-parameters")
def test_parameters_of_one_example_take_an_outer_product(claim):
    x, y = X[:, :1], Y[:, :1]
    hs = run(x)[1]
    for k in range(4):
        dl_df = by_preactivations(k, x, y)
        bias = slopes(lambda b, k=k: loss_of(run(x, with_one(BETAS, k, b))[0], y),
                      BETAS[k])  # fmt: skip
        weight = slopes(
            lambda w, k=k: loss_of(run(x, BETAS, with_one(OMEGAS, k, w))[0], y),
            OMEGAS[k],
        )
        assert_allclose(claim(dl_df[:, 0]), bias, rtol=1e-5, atol=1e-7)
        assert_allclose(claim(dl_df @ hs[k].T), weight, rtol=1e-5, atol=1e-7)


@pytest.mark.verifies("res-7-2-batch")
def test_parameters_of_a_batch_take_sums_over_its_columns(claim):
    hs = run(X)[1]
    for k in range(4):
        dl_df = by_preactivations(k)
        bias = slopes(
            lambda b, k=k: loss_of(run(X, with_one(BETAS, k, b))[0]), BETAS[k]
        )
        weight = slopes(
            lambda w, k=k: loss_of(run(X, BETAS, with_one(OMEGAS, k, w))[0]), OMEGAS[k]
        )
        assert_allclose(claim(dl_df.sum(axis=1)), bias, rtol=1e-5, atol=1e-7)
        assert_allclose(claim(dl_df @ hs[k].T), weight, rtol=1e-5, atol=1e-7)


@pytest.mark.verifies("res-7-2-activations")
def test_activations_take_transposed_weights(claim):
    for k in range(1, 4):
        h = run(X)[1][k]
        probed = slopes(
            lambda v, k=k: loss_of(
                run(None, start=k, f=BETAS[k][:, None] + OMEGAS[k] @ v)[0]
            ),
            h,
        )
        claimed = OMEGAS[k].T @ by_preactivations(k)
        assert_allclose(claim(claimed), probed, rtol=1e-5, atol=1e-7)


@pytest.mark.verifies("res-7-2-relu")
def test_preactivations_take_the_indicator(claim):
    fs = run(X)[0]
    for k in range(1, 4):
        claimed = (fs[k - 1] > 0) * (OMEGAS[k].T @ by_preactivations(k))
        probed = by_preactivations(k - 1)
        assert_allclose(claim(claimed), probed, rtol=1e-5, atol=1e-7)


@pytest.mark.verifies("res-7-2-routes")
def test_first_derivatives_are_sums_over_routes(claim):
    x, y = X[:, OPEN], Y[:, OPEN]
    fs = run(x)[0]
    claimed = np.zeros(4)
    for route in itertools.product(range(4), range(3), range(5), range(1)):
        product = 2 * (fs[-1] - y).item()
        for k in (1, 2, 3):
            product *= OMEGAS[k][route[k], route[k - 1]]
            product *= fs[k - 1][route[k - 1], 0] > 0
        claimed[route[0]] += product
    assert np.any(claimed != 0)
    probed = by_preactivations(0, x, y)[:, 0]
    assert_allclose(claim(claimed), probed, rtol=1e-5, atol=1e-7)


class Counted(float):
    """A number that counts its multiplications."""

    count = 0

    def __mul__(self, other):
        Counted.count += 1
        return Counted(float(self) * float(other))

    def __add__(self, other):
        return Counted(float(self) + float(other))


def counted_passes():
    """Multiplications of both passes, written as loops over numbers."""
    values = [[Counted(v) for v in row] for row in X]
    layers = [[[Counted(v) for v in row] for row in omega] for omega in OMEGAS]
    examples, kept, Counted.count = X.shape[1], [], 0
    for omega in layers:
        kept.append(values)
        values = [
            [sum_of(row[m] * values[m][i] for m in range(len(row)))
             for i in range(examples)]
            for row in omega
        ]  # fmt: skip
    forward, Counted.count = Counted.count, 0
    dl_df = values
    for k in reversed(range(len(layers))):
        for row in dl_df:
            for sent in kept[k]:
                sum_of(row[i] * sent[i] for i in range(examples))
        if k > 0:
            dl_df = [
                [sum_of(layers[k][j][m] * dl_df[j][i] for j in range(len(dl_df)))
                 for i in range(examples)]
                for m in range(len(kept[k]))
            ]  # fmt: skip
    return forward, Counted.count


def sum_of(products):
    total = Counted(0.0)
    for product in products:
        total = total + product
    return total


@pytest.mark.verifies("res-7-2-cost")
def test_numbers_of_multiplications_are_those_of_loops(claim):
    examples = X.shape[1]
    weights = sum(a * b for a, b in itertools.pairwise(WIDTHS))
    forward, backward = counted_passes()
    claimed = examples * (2 * weights - WIDTHS[0] * WIDTHS[1])
    assert_allclose(claim(examples * weights), forward, rtol=1e-9)
    assert_allclose(claim(claimed), backward, rtol=1e-9)


@pytest.mark.verifies("res-7-2-kink")
def test_central_difference_across_a_kink_mixes_both_slopes(claim):
    left, right, step, distance = -2.0, 3.0, 0.01, 0.004

    def bent(t):  # the kink is at zero, the parameter at `distance`
        return right * t if t > 0 else left * t

    probed = (bent(distance + step) - bent(distance - step)) / (2 * step)
    claimed = right - (step - distance) / (2 * step) * (right - left)
    assert_allclose(claim(claimed), probed, rtol=1e-9)
