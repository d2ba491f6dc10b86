"""An epoch of page 8.1's network, beside torch where that is installed."""

import itertools

import numpy as np

from benchmarks.race import Race
from udl.datasets.mnist1d import mnist1d
from udl.generalization.learning_curves import two_hidden_layers
from udl.nn.fit import fit
from udl.nn.losses import cross_entropy
from udl.nn.optimizers import GradientDescent
from udl.nn.parameters import Parameters

WIDTHS = (40, 100, 100, 10)
RATE, BETA, SIZE = 0.05, 0.9, 100


class Start:
    """Data, and the parameters that both begin with."""

    def __init__(self):
        rng = np.random.default_rng(0)
        data = mnist1d()
        self.x, self.y = data.x, data.y
        self.parameters = Parameters(two_hidden_layers(100, rng)).phi.copy()


def epoch(start):
    ours = two_hidden_layers(100, np.random.default_rng(1))
    parameters = Parameters(ours)
    parameters.phi[:] = start.parameters
    fit(
        *(ours, start.x, start.y),
        loss=cross_entropy,
        optimizer=GradientDescent(BETA),
        rate=RATE / (1 - BETA),
        epochs=1,
        batch_size=SIZE,
        rng=np.random.default_rng(2),
    )
    return Parameters(ours).phi


def epoch_in_torch(torch, start):
    torch.set_num_threads(1)
    layers = [
        layer
        for pair in itertools.pairwise(WIDTHS)
        for layer in (torch.nn.Linear(*pair), torch.nn.ReLU())
    ]
    theirs = torch.nn.Sequential(*layers[:-1])
    first = 0
    with torch.no_grad():
        for parameter in theirs.parameters():
            here = start.parameters[first : first + parameter.numel()]
            parameter[:] = torch.tensor(here).reshape(parameter.shape)
            first += parameter.numel()
    optimizer = torch.optim.SGD(theirs.parameters(), lr=RATE, momentum=BETA)
    loss = torch.nn.CrossEntropyLoss()
    x, y = torch.tensor(start.x), torch.tensor(start.y)
    order = torch.tensor(np.random.default_rng(2).permutation(len(y)))
    for batch in order.split(SIZE):
        optimizer.zero_grad()
        loss(theirs(x[batch]), y[batch]).backward()
        optimizer.step()
    return np.concatenate([p.detach().numpy().ravel() for p in theirs.parameters()])


def races():
    try:
        import torch
    except ImportError:
        return []
    start = Start()
    return [
        Race(
            "8.1 an epoch, beside torch on one thread",
            lambda: epoch_in_torch(torch, start),
            lambda: epoch(start),
            tolerance=1e-4,  # single precision, in another order
        )
    ]
