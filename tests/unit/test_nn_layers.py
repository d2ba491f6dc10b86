"""Layers of the network library: their derivatives against finite differences."""

import numpy as np
import pytest

from udl.gradients.finite_differences import central_differences
from udl.nn import activations
from udl.nn.activations import Dropout, leaky_relu
from udl.nn.layer import Flatten, Layer, Sequential
from udl.nn.linear import Linear
from udl.nn.parameters import Parameters, load, save

KINDS = ("relu", "leaky_relu", "sigmoid", "tanh", "silu")


def rng(seed=0):
    return np.random.default_rng(seed)


def linear(width_in, width_out, models=()):
    layer = Linear(width_in, width_out, rng(1), models, dtype=float)
    layer.phi["beta"][...] = rng(2).normal(size=layer.phi["beta"].shape)
    return layer


class Repeatable(Dropout):
    """Dropout that drops the same each time."""

    def forward(self, x, training=False):
        self.rng = rng(5)
        return super().forward(x, training)


NETWORKS = {
    "linear": lambda: linear(3, 2),
    "family of linear": lambda: linear(3, 2, models=(4,)),
    "flatten": lambda: Flatten(),
    "dropout": lambda: Repeatable(0.4, None),
    **{name: getattr(activations, name) for name in KINDS},
    "network": lambda: Sequential(
        linear(3, 6), activations.relu(), Repeatable(0.2, None), linear(6, 2)
    ),
    "family of networks": lambda: Sequential(
        linear(3, 6, (2, 3)), activations.tanh(), linear(6, 1, (2, 3))
    ),
}


@pytest.mark.parametrize("name", NETWORKS)
def test_backward_gives_what_finite_differences_give(name):
    network = NETWORKS[name]()
    parameters = Parameters(network)
    x = rng(3).normal(size=(5, 3))
    y = network.forward(x, training=True)
    weights = rng(4).normal(size=y.shape)  # any loss: a weighted sum of the outputs
    dl_dx = network.backward(weights)
    gradient = parameters.gradient.copy()

    def of_parameters(phi):
        parameters.phi[:] = phi
        return np.sum(weights * network.forward(x, training=True))

    def of_input(values):
        return np.sum(weights * network.forward(values, training=True))

    expected = central_differences(of_input, x)
    while dl_dx.ndim > expected.ndim:  # each model of a family has its own
        dl_dx = dl_dx.sum(axis=0)
    np.testing.assert_allclose(dl_dx, expected, atol=1e-8)
    if parameters.phi.size:
        expected = central_differences(of_parameters, parameters.phi.copy())
        np.testing.assert_allclose(gradient, expected, atol=1e-8)


@pytest.mark.parametrize("name", NETWORKS)
def test_single_precision_is_kept(name):
    network = NETWORKS[name]()
    for part in network.walk():
        for values in (part.phi, part.gradient):
            values.update({k: v.astype(np.float32) for k, v in values.items()})
    y = network.forward(np.ones((5, 3), np.float32), training=True)
    assert y.dtype == network.backward(y).dtype == np.float32
    assert {v.dtype.name for p in network.walk() for v in p.gradient.values()} <= {
        "float32"
    }


def test_a_family_of_models_is_computed_as_each_of_them():
    family = NETWORKS["family of networks"]()
    x = rng(6).normal(size=(5, 3))
    together = family(x)
    assert together.shape == (2, 3, 5, 1)
    first, bend, last = family.parts
    for i, j in np.ndindex(2, 3):
        phi = [{k: v[i, j] for k, v in p.phi.items()} for p in (first, last)]
        alone = Sequential(Linear.of(**phi[0]), bend, Linear.of(**phi[1]))
        np.testing.assert_allclose(alone(x), together[i, j], rtol=1e-12)


def test_weights_are_drawn_with_hes_variance():
    omega = Linear(50, 2000, rng()).phi["omega"]
    assert omega.dtype == np.float32
    # 100,000 squares: the mean's standard error is sqrt(2 / 1e5) of it, 0.45 percent.
    assert np.mean(omega.astype(float) ** 2) == pytest.approx(2 / 50, rel=0.02)


def test_a_shape_that_does_not_fit_is_named():
    with pytest.raises(ValueError, match=r"x has shape \(5, 4\), but .* \(N, 3\)"):
        linear(3, 2)(np.zeros((5, 4)))
    with pytest.raises(ValueError, match=r"\(N, 3\)"):
        linear(3, 2)(np.zeros(3))


def test_dropout_keeps_the_mean_and_acts_in_training_only():
    layer, x = Dropout(0.3, rng()), np.ones((1000, 1000))
    dropped = layer.forward(x, training=True)
    # A million draws: the share's standard error is sqrt(0.21) / 1000, 0.0005.
    assert np.mean(dropped == 0) == pytest.approx(0.3, abs=0.003)
    assert np.mean(dropped) == pytest.approx(1.0, abs=0.004)
    assert np.array_equal(layer(x), x)
    assert np.array_equal(layer.backward(x), x)
    with pytest.raises(ValueError, match=r"share is 1\.0"):
        Dropout(1.0, rng())


def test_what_is_saved_is_loaded(tmp_path):
    first, second = NETWORKS["network"](), NETWORKS["network"]()
    Parameters(first).phi[:] = rng(7).normal(size=Parameters(first).phi.size)
    first.parts[1].state["kept"] = np.array([3.0])
    second.parts[1].state["kept"] = np.array([0.0])
    parameters = Parameters(second)
    save(first, tmp_path / "network.npz")
    load(second, tmp_path / "network.npz")
    x = rng(8).normal(size=(4, 3))
    assert np.array_equal(first(x), second(x))
    assert second.parts[1].state["kept"] == 3.0
    assert np.array_equal(parameters.phi, Parameters(first).phi)  # still views


def test_a_file_of_another_network_is_refused(tmp_path):
    path = tmp_path / "network.npz"
    save(Sequential(linear(3, 2)), path)
    wider = Sequential(linear(4, 2))
    before = Parameters(wider).phi.copy()
    with pytest.raises(ValueError, match=r"1\.omega has shape \(2, 3\) in the file"):
        load(wider, path)
    with pytest.raises(ValueError, match=r"another network: 2\.beta differs"):
        load(Sequential(linear(3, 2), linear(2, 2)), path)
    assert np.array_equal(Parameters(wider).phi, before)


def test_a_file_with_code_in_it_is_not_loaded(tmp_path):
    path, network = tmp_path / "network.npz", Sequential(linear(3, 2))
    save(network, path)
    kept = dict(np.load(path))
    kept["1.beta"] = np.array([print, print], dtype=object)
    np.savez(path, **kept)
    with pytest.raises(ValueError, match="allow_pickle"):
        load(network, path)


def test_a_leaky_layer_lets_a_tenth_through():
    assert leaky_relu()(np.array([-2.0, 3.0])).tolist() == [-0.2, 3.0]


def test_a_layer_must_say_what_it_does():
    with pytest.raises(NotImplementedError):
        Layer()(np.zeros((1, 1)))
    with pytest.raises(NotImplementedError):
        Layer().backward(np.zeros((1, 1)))
