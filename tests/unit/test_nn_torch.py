"""The network library against torch, from the same weights."""

import numpy as np
import pytest

from udl.nn import activations, losses
from udl.nn.fit import fit
from udl.nn.layer import Sequential
from udl.nn.linear import Linear
from udl.nn.optimizers import Adam, GradientDescent
from udl.nn.parameters import Parameters

torch = pytest.importorskip(
    "torch", reason="torch is large: `.venv/bin/pip install torch` brings it"
)
ACTIVATIONS = {
    "relu": torch.nn.ReLU,
    "leaky_relu": lambda: torch.nn.LeakyReLU(0.1),
    "sigmoid": torch.nn.Sigmoid,
    "tanh": torch.nn.Tanh,
    "silu": torch.nn.SiLU,
}
LOSSES = {
    "cross_entropy": (torch.nn.CrossEntropyLoss(), 3, np.array([0, 2, 1, 2, 0, 1, 1])),
    "binary_cross_entropy": (
        lambda f, y: torch.nn.BCEWithLogitsLoss()(f[:, 0], y.double()),
        1,
        np.array([0, 1, 1, 0, 1, 0, 0]),
    ),
    "squared_error": (
        lambda f, y: torch.nn.MSELoss()(f[:, 0], y),
        1,
        np.linspace(-1, 1, 7),
    ),
}


def pair(activation, outputs):
    """Give a network of ours and one of torch's with the same parameters."""
    rng = np.random.default_rng(0)
    ours = Sequential(
        Linear(4, 8, rng, dtype=float),
        getattr(activations, activation)(),
        Linear(8, outputs, rng, dtype=float),
    )
    theirs = torch.nn.Sequential(
        torch.nn.Linear(4, 8), ACTIVATIONS[activation](), torch.nn.Linear(8, outputs)
    ).double()
    with torch.no_grad():
        for n in (0, 2):
            theirs[n].weight[:] = torch.tensor(ours.parts[n].phi["omega"])
            theirs[n].bias[:] = torch.tensor(ours.parts[n].phi["beta"])
    return ours, theirs, rng.normal(size=(7, 4))


def flat(parameters):
    return np.concatenate([p.detach().numpy().ravel() for p in parameters])


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_outputs_and_gradients_are_those_of_torch(activation, loss):
    their_loss, outputs, y = LOSSES[loss]
    ours, theirs, x = pair(activation, outputs)
    parameters = Parameters(ours)
    their_x = torch.tensor(x, requires_grad=True)
    value = their_loss(theirs(their_x), torch.tensor(y))
    value.backward()
    f, own = ours(x), getattr(losses, loss)
    np.testing.assert_allclose(own.value(y, f), value.item(), rtol=1e-12)
    dl_dx = ours.backward(own.gradient(y, f))
    np.testing.assert_allclose(dl_dx, their_x.grad.numpy(), atol=1e-12)
    expected = flat(p.grad for p in theirs.parameters())
    np.testing.assert_allclose(parameters.gradient, expected, atol=1e-12)


@pytest.mark.parametrize(
    ("own", "rate", "make"),
    [
        (GradientDescent(), 0.1, lambda p: torch.optim.SGD(p, 0.1)),
        (
            GradientDescent(0.9),
            0.05 / (1 - 0.9),
            lambda p: torch.optim.SGD(p, 0.05, momentum=0.9),
        ),
        (
            GradientDescent(0.9, l2=0.1),
            0.05 / (1 - 0.9),
            lambda p: torch.optim.SGD(p, 0.05, momentum=0.9, weight_decay=0.1),
        ),
        (Adam(), 0.01, lambda p: torch.optim.Adam(p, 0.01)),
        (Adam(l2=0.1), 0.01, lambda p: torch.optim.Adam(p, 0.01, weight_decay=0.1)),
        (Adam(decay=0.1), 0.01, lambda p: torch.optim.AdamW(p, 0.01, weight_decay=0.1)),
    ],
)
def test_a_fit_walks_as_torch_walks(own, rate, make):
    ours, theirs, x = pair("tanh", 3)
    their_loss, _, y = LOSSES["cross_entropy"]
    fit(
        *(ours, x, y),
        loss=losses.cross_entropy,
        optimizer=own,
        rate=rate,
        epochs=30,
        batch_size=7,
        rng=np.random.default_rng(1),
    )
    optimizer = make(theirs.parameters())
    for _ in range(30):
        optimizer.zero_grad()
        their_loss(theirs(torch.tensor(x)), torch.tensor(y)).backward()
        optimizer.step()
    np.testing.assert_allclose(
        Parameters(ours).phi, flat(theirs.parameters()), rtol=1e-8, atol=1e-10
    )
