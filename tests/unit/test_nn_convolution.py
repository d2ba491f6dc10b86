"""The convolutional layer: against loops, finite differences, and torch."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.gradients.finite_differences import central_differences
from udl.images import digits
from udl.nn.convolution import Conv1d, Convolution
from udl.nn.layer import Flatten
from udl.nn.parameters import Parameters

OPTIONS = (
    {},
    {"stride": 2},
    {"padding": 2},
    {"dilation": 2},
    {"stride": 3, "padding": 1, "dilation": 2},
    {"stride": 2, "padding": 1, "models": (2, 3)},
)


def rng(seed=0):
    return np.random.default_rng(seed)


def layer(options, sizes=(3,)):
    made = Convolution(3, 2, sizes, rng(1), dtype=float, **options)
    made.phi["beta"][...] = rng(2).normal(size=made.phi["beta"].shape)
    return made


def by_loops(x, omega, beta, stride=1, padding=0, dilation=1):
    n, channels, length = x.shape
    out, _, size = omega.shape
    longer = np.zeros((n, channels, length + 2 * padding))
    longer[:, :, padding : padding + length] = x
    starts = range(0, longer.shape[2] - dilation * (size - 1), stride)
    h = np.zeros((n, out, len(starts)))
    for d, i, c, k in np.ndindex(out, len(starts), channels, size):
        h[:, d, i] += omega[d, c, k] * longer[:, c, starts[i] + k * dilation]
    return h + beta[:, np.newaxis]


@pytest.mark.parametrize("options", OPTIONS[:-1])
def test_outputs_are_those_of_loops(options):
    made, x = layer(options), rng(3).normal(size=(4, 3, 11))
    assert_allclose(made(x), by_loops(x, **made.phi, **options), atol=1e-12)


@pytest.mark.parametrize("sizes", [(3,), (3, 2)])
@pytest.mark.parametrize("options", OPTIONS)
def test_backward_gives_what_finite_differences_give(options, sizes):
    made = layer(options, sizes)
    parameters = Parameters(made)
    x = rng(3).normal(size=(2, 3, 8, 7)[: 2 + len(sizes)])
    y = made.forward(x)
    weights = rng(4).normal(size=y.shape)
    dl_dx = made.backward(weights)
    gradient = parameters.gradient.copy()

    def of_parameters(phi):
        parameters.phi[:] = phi
        return np.sum(weights * made(x))

    while dl_dx.ndim > x.ndim:  # each model of a family has its own
        dl_dx = dl_dx.sum(axis=0)
    expected = central_differences(lambda x: np.sum(weights * made(x)), x)
    assert_allclose(dl_dx, expected, atol=1e-7)
    expected = central_differences(of_parameters, parameters.phi.copy())
    assert_allclose(gradient, expected, atol=1e-7)


@pytest.mark.parametrize("given", [(), (2,)])
def test_a_family_of_networks_is_computed_as_each_of_them(given):
    family = digits.convolutional(rng(), (2,))
    x = rng(1).normal(size=(*given, 4, 1, 40)).astype(np.float32)
    together = family(x)
    assert together.shape == (2, 4, 10)
    for m in range(2):
        alone = digits.convolutional(rng())
        for mine, theirs in zip(alone.walk(), family.walk(), strict=True):
            mine.phi = {name: values[m] for name, values in theirs.phi.items()}
        one = x[m] if given else x
        assert_allclose(alone(one), together[m], rtol=1e-4, atol=1e-5)


def test_single_precision_is_kept_and_weights_have_hes_variance():
    made = Conv1d(50, 400, 5, rng(), stride=2)
    y = made.forward(np.ones((2, 50, 9), np.float32))
    assert y.dtype == made.backward(y).dtype == np.float32
    assert {values.dtype.name for values in made.gradient.values()} == {"float32"}
    # 100,000 squares: the mean's standard error is 0.45 percent of it.
    squares = made.phi["omega"].astype(float) ** 2
    assert np.mean(squares) == pytest.approx(2 / 250, rel=0.02)


def test_shapes_that_do_not_fit_are_named():
    with pytest.raises(
        ValueError, match=r"x has shape \(5, 2, 9\), but .* \(N, 3, L\)"
    ):
        layer({})(np.zeros((5, 2, 9)))
    with pytest.raises(ValueError, match=r"reaches over \(3,\) places, .* \(2,\)"):
        layer({})(np.zeros((5, 3, 2)))


def test_a_family_is_flattened_example_by_example():
    x, flatten = np.arange(24.0).reshape(2, 2, 2, 3), Flatten(2)
    y = flatten.forward(x)
    assert y.shape == (2, 2, 6)
    assert np.array_equal(flatten.backward(y), x)


def test_errors_that_are_not_kept_are_refused():
    with pytest.raises(ValueError, match="no errors of connected 7 are kept"):
        digits.stored_errors("connected", 7)


@pytest.mark.parametrize("options", OPTIONS[:-1])
def test_torch_computes_the_same(options):
    torch = pytest.importorskip(
        "torch", reason="torch is large: `.venv/bin/pip install torch` brings it"
    )
    ours = layer(options)
    theirs = torch.nn.Conv1d(3, 2, 3, **options).double()
    with torch.no_grad():
        theirs.weight[:] = torch.tensor(ours.phi["omega"])
        theirs.bias[:] = torch.tensor(ours.phi["beta"])
    x = rng(3).normal(size=(4, 3, 11))
    their_x = torch.tensor(x, requires_grad=True)
    y = theirs(their_x)
    weights = rng(4).normal(size=tuple(y.shape))
    (y * torch.tensor(weights)).sum().backward()
    assert_allclose(ours.forward(x), y.detach().numpy(), atol=1e-12)
    assert_allclose(ours.backward(weights), their_x.grad.numpy(), atol=1e-12)
    for name, phi in (("omega", theirs.weight), ("beta", theirs.bias)):
        assert_allclose(ours.gradient[name], phi.grad.numpy(), atol=1e-12)


def test_an_example_without_the_axis_of_examples_is_refused():
    with pytest.raises(ValueError, match="this layer takes"):
        Conv1d(2, 3, 3, np.random.default_rng(0))(np.zeros((2, 9)))
