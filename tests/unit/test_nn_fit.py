"""Losses, optimizers and fitting in the network library."""

import numpy as np
import pytest

from udl.fitting.adam import adam
from udl.fitting.gradient_descent import gradient_descent
from udl.fitting.momentum import momentum
from udl.gradients.finite_differences import central_differences
from udl.nn import losses
from udl.nn.activations import tanh
from udl.nn.fit import fit
from udl.nn.layer import Sequential
from udl.nn.linear import Linear
from udl.nn.optimizers import Adam, GradientDescent, cosine_rates
from udl.nn.parameters import Parameters

CASES = {
    "cross_entropy": (np.array([0, 2, 1, 2]), 3),
    "binary_cross_entropy": (np.array([0, 1, 1, 0]), 1),
    "squared_error": (np.array([0.5, -1.0, 2.0, 0.0]), 1),
}
HESSIAN = np.array([[3.0, 1.0], [1.0, 2.0]])


def rng(seed=0):
    return np.random.default_rng(seed)


def bowl(phi):
    return phi @ HESSIAN


@pytest.mark.parametrize("family", [(), (2,)])
@pytest.mark.parametrize("name", CASES)
def test_a_losses_gradient_is_that_of_finite_differences(name, family):
    y, outputs = CASES[name]
    loss, f = getattr(losses, name), rng().normal(size=(*family, 4, outputs))
    expected = central_differences(lambda f: np.sum(loss.value(y, f)), f)
    np.testing.assert_allclose(loss.gradient(y, f), expected, atol=1e-9)
    assert loss.gradient(y, f.astype(np.float32)).dtype == np.float32


def test_losses_are_means_by_hand():
    y, f = np.array([1.0, 3.0]), np.array([[2.0], [0.0]])
    assert losses.squared_error.value(y, f) == (1 + 9) / 2
    odds = np.array([[0.0], [np.log(3)]])  # probabilities of one: 1/2 and 3/4
    expected = (np.log(2) + np.log(4 / 3)) / 2
    value = losses.binary_cross_entropy.value(np.array([0, 1]), odds)
    assert value == pytest.approx(expected)
    value = losses.cross_entropy.value(np.array([0]), np.log([[0.2, 0.3, 0.5]]))
    assert value == pytest.approx(-np.log(0.2))


@pytest.mark.parametrize("loss", [losses.squared_error, losses.binary_cross_entropy])
def test_two_outputs_for_one_are_refused(loss):
    with pytest.raises(ValueError, match=r"\(\.\.\., N, 1\)"):
        loss.value(np.zeros(3), np.zeros((3, 2)))


@pytest.mark.parametrize(
    ("optimizer", "path"),
    [
        (GradientDescent(), gradient_descent),
        (GradientDescent(0.8), lambda *a: momentum(*a, beta=0.8)),
        (GradientDescent(0.8, True), lambda *a: momentum(*a, beta=0.8, nesterov=True)),
        (Adam(), adam),
    ],
)
def test_optimizers_walk_as_those_of_chapter_6(optimizer, path):
    walked = [np.array([2.0, -1.0])]
    for _ in range(20):
        walked.append(optimizer.step(walked[-1], bowl, 0.1))
    np.testing.assert_allclose(walked, path(bowl, walked[0], 0.1, 20), rtol=1e-12)


def test_torchs_momentum_is_ours_with_another_rate():
    """torch: m = 0.9 m + g, phi -= 0.05 m. Ours carries 1 - 0.9: rate 0.5."""
    ours, optimizer = np.array([2.0, -1.0]), GradientDescent(0.9)
    theirs, m = ours.copy(), 0.0
    for _ in range(30):
        ours = optimizer.step(ours, bowl, 0.05 / (1 - 0.9))
        m = 0.9 * m + bowl(theirs)
        theirs = theirs - 0.05 * m
    np.testing.assert_allclose(ours, theirs, rtol=1e-12)


def test_l2_and_decay_are_the_same_for_gradient_descent_and_not_for_adam():
    start = np.array([2.0, 1.0])
    plain = [GradientDescent(**{name: 0.3}).step(start, bowl, 0.1)
             for name in ("l2", "decay")]  # fmt: skip
    np.testing.assert_allclose(*plain, rtol=1e-14)
    np.testing.assert_allclose(plain[0], start - 0.1 * (bowl(start) + 0.3 * start))
    # The first step of Adam is the rate's, whatever the penalty; decay adds to it.
    penalized, decayed = (Adam(**{name: 0.3}).step(start, bowl, 0.1)
                          for name in ("l2", "decay"))  # fmt: skip
    np.testing.assert_allclose(penalized, start - 0.1 * np.sign(bowl(start)), rtol=1e-6)
    np.testing.assert_allclose(decayed, penalized - 0.1 * 0.3 * start, rtol=1e-6)


@pytest.mark.parametrize("optimizer", [GradientDescent(0.5, l2=0.1), Adam(decay=0.1)])
def test_optimizers_keep_single_precision(optimizer):
    phi = np.ones(3, np.float32)
    for _ in range(3):
        phi = optimizer.step(phi, lambda phi: 2 * phi, 0.1)
    assert phi.dtype == np.float32


def test_cosine_rates_climb_and_fall():
    rates = cosine_rates(0.2, steps=30, warmup=10)
    assert np.argmax(rates) in (9, 10)
    np.testing.assert_allclose(np.diff(rates[:10]), 0.02)
    assert np.all(np.diff(rates[10:]) < 0)
    assert rates[20] == pytest.approx(0.1)  # half way down
    expected = [0.2, 0.1 * (1 + np.cos(np.pi / 4)), 0.1, 0.1 * (1 - np.cos(np.pi / 4))]
    np.testing.assert_allclose(cosine_rates(0.2, steps=4), expected)
    np.testing.assert_allclose(cosine_rates(0.2, steps=1), [0.2])
    np.testing.assert_allclose(cosine_rates(0.2, steps=2, warmup=1), [0.2, 0.2])
    np.testing.assert_allclose(cosine_rates(0.2, steps=2, warmup=2), [0.1, 0.2])


def noisy_line(count=40):
    x = rng(1).uniform(-1, 1, size=(count, 1))
    return x, 2 * x[:, 0] - 0.5 + 0.1 * rng(2).normal(size=count)


def settings(**changed):
    return {
        "loss": losses.squared_error,
        "optimizer": GradientDescent(),
        "rate": 0.2,
        "epochs": 100,
        "batch_size": 40,
        "rng": rng(3),
        **changed,
    }


def test_a_line_is_fitted_as_least_squares_fits_it():
    x, y = noisy_line()
    network = Linear(1, 1, rng(), dtype=float)
    history = fit(network, x, y, **settings(epochs=500))
    slope, offset = np.polyfit(x[:, 0], y, 1)
    np.testing.assert_allclose(network.phi["omega"], [[slope]], rtol=1e-9)
    np.testing.assert_allclose(network.phi["beta"], [offset], rtol=1e-9)
    assert len(history.losses) == 500
    assert np.all(np.diff(history.losses[:20]) < 0)


def test_an_epoch_by_hand():
    """Batches in the generator's order, a step each, losses before the steps."""
    x, y = noisy_line(10)
    network = Linear.of(np.array([[0.3]]), np.array([0.1]))
    history = fit(network, x, y, **settings(epochs=2, batch_size=4, rate=[0.2, 0.1]))
    phi, shuffles, expected = np.array([0.3, 0.1]), rng(3), []
    for rate in (0.2, 0.1):
        order, seen = shuffles.permutation(10), []
        for batch in (order[:4], order[4:8], order[8:]):
            error = phi[0] * x[batch, 0] + phi[1] - y[batch]
            seen.append(np.mean(error**2))
            slopes = [np.mean(2 * error * x[batch, 0]), np.mean(2 * error)]
            phi = phi - rate * np.array(slopes)
        expected.append(np.mean(seen))
    np.testing.assert_allclose(history.losses, expected, rtol=1e-12)
    np.testing.assert_allclose(Parameters(network).phi, phi, rtol=1e-12)


def test_a_family_is_fitted_as_its_members():
    x, y = noisy_line()
    family = Sequential(Linear(1, 8, rng(), (3,), float), tanh(),
                        Linear(8, 1, rng(1), (3,), float))  # fmt: skip
    first, bend, last = family.parts
    members = [
        Sequential(
            Linear.of(**{k: v[i].copy() for k, v in first.phi.items()}),
            bend,
            Linear.of(**{k: v[i].copy() for k, v in last.phi.items()}),
        )
        for i in range(3)
    ]
    fit(family, x, y, **settings(batch_size=8, epochs=5, optimizer=Adam()))
    for i, member in enumerate(members):
        fit(member, x, y, **settings(batch_size=8, epochs=5, optimizer=Adam()))
        np.testing.assert_allclose(member(x), family(x)[i], rtol=1e-8)


def test_the_best_network_is_given_back():
    x, y = noisy_line()
    values = iter([5.0, 3.0, 4.0, 2.0, 6.0, 2.5, 7.0, 9.0])
    seen, told = [], []

    def measure(network):
        seen.append(float(network.phi["omega"][0, 0]))
        return next(values)

    network = Linear(1, 1, rng(), dtype=float)
    stopping = {"measures": {"test": measure}, "watch": "test", "patience": 3}

    def tell(epoch, history):
        told.append((epoch, len(history.losses)))

    history = fit(network, x, y, **settings(**stopping, tell=tell))
    assert history.best == 3
    assert history.measured["test"] == [5.0, 3.0, 4.0, 2.0, 6.0, 2.5, 7.0]
    assert told == [(n, n) for n in range(1, 7)]
    assert network.phi["omega"][0, 0] == seen[3]


class Witness(Sequential):
    """A network that tells whether it was trained."""

    def forward(self, x, training=False):
        self.trained = training
        return super().forward(x, training)


def test_steps_are_training_and_measures_are_not():
    network, seen = Witness(Linear(1, 1, rng())), []
    x, y = noisy_line()
    fit(network, x, y, **settings(epochs=1))
    assert network.trained
    measures = {"loss": lambda net: seen.append(net(x) is None or net.trained) or 0.0}
    fit(network, x, y, **settings(epochs=1, measures=measures))
    assert seen == [False, False]


def test_looking_ahead_takes_the_gradient_there():
    """The network's parameters are where the optimizer asks, not where they were."""
    x, y = noisy_line()
    network = Linear.of([[0.0]], [0.0])
    fit(
        network, x, y,
        **settings(epochs=30, optimizer=GradientDescent(0.9, nesterov=True)),
    )  # fmt: skip
    design, phi, m = np.column_stack([x[:, 0], np.ones(40)]), np.zeros(2), np.zeros(2)
    for _ in range(30):
        ahead = phi - 0.2 * 0.9 * m
        slope = 2 * design.T @ (design @ ahead - y) / 40
        m = 0.9 * m + 0.1 * slope
        phi = phi - 0.2 * m
    np.testing.assert_allclose(
        [*network.phi["omega"].ravel(), *network.phi["beta"]], phi, rtol=1e-6
    )


def test_of_equal_measures_the_first_is_the_best():
    x, y = noisy_line()
    same = settings(epochs=3, measures={"same": lambda _: 1.0}, watch="same")
    history = fit(Linear(1, 1, rng()), x, y, **same)
    assert history.best == 0


def test_what_does_not_fit_is_named():
    x, y = noisy_line()
    with pytest.raises(ValueError, match="watch is 'test', which is none of"):
        fit(Linear(1, 1, rng()), x, y, **settings(watch="test"))
    with pytest.raises(ValueError, match="x has 40 examples, but y has 39"):
        fit(Linear(1, 1, rng()), x, y[1:], **settings())


def test_the_same_seed_gives_the_same_network():
    x, y = noisy_line()
    networks = [Linear(1, 1, rng()) for _ in range(2)]
    for network in networks:
        fit(network, x, y, **settings(epochs=3, batch_size=7))
    assert np.array_equal(*(network.phi["omega"] for network in networks))


def test_share_wrong():
    y, f = np.array([0, 1, 2]), np.eye(3)[[0, 2, 2]]
    assert losses.share_wrong(y, f) == pytest.approx(1 / 3)
    assert losses.share_wrong(y, np.stack([f, np.eye(3)])).tolist() == [1 / 3, 0]
