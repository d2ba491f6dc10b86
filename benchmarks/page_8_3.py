"""Widths of page 8.3, trained at once and one by one, and a plain loop over units."""

import numpy as np

from benchmarks.race import Race
from udl.datasets.mnist1d import mnist1d
from udl.generalization.double_descent import networks_of
from udl.nn.losses import cross_entropy
from udl.nn.parameters import Parameters

WIDTHS = (2, 4, 6, 8, 10)
STEPS, SIZE, RATE = 4, 100, 0.1


def start():
    data = mnist1d()
    return networks_of(WIDTHS, np.random.default_rng(0)), data.x[:SIZE], data.y[:SIZE]


def steps_at_once():
    networks, x, y = start()
    parameters = Parameters(networks)
    for _ in range(STEPS):
        f = networks.forward(x, training=True)
        networks.backward(cross_entropy.gradient(y, f))
        parameters.phi -= np.float32(RATE) * parameters.gradient
    return networks(x)


def steps_by_loop():
    networks, x, y = start()
    layers = [part.phi for part in networks.parts[::2]]
    outputs = []
    for m, width in enumerate(WIDTHS):
        ends = (40, width, width, 10)
        network = [
            (phi["omega"][m, :below, :above].astype(float), np.zeros(below))
            for phi, above, below in zip(layers, ends[:-1], ends[1:], strict=True)
        ]
        for _ in range(STEPS):
            network = step_by_loop(network, x, y)
        outputs.append([forward_by_loop(network, one)[-1] for one in x])
    return outputs


def forward_by_loop(network, h):
    """All layers' values for one example."""
    values = [h]
    for k, (omega, beta) in enumerate(network):
        h = [float(beta[i] + omega[i] @ values[-1]) for i in range(len(beta))]
        values.append(np.array(h if k == 2 else [max(0.0, each) for each in h]))
    return values


def step_by_loop(network, x, y):
    """One step of gradient descent on the mean cross-entropy, example by example."""
    total = [(0 * omega, 0 * beta) for omega, beta in network]
    for one, label in zip(x, y, strict=True):
        values = forward_by_loop(network, one)
        odds = np.exp(values[-1] - values[-1].max())
        slope = odds / odds.sum()
        slope[label] -= 1
        for k in (2, 1, 0):
            for i in range(len(slope)):
                total[k][0][i] += slope[i] * values[k] / len(x)
                total[k][1][i] += slope[i] / len(x)
            slope = (network[k][0].T @ slope) * (values[k] > 0)
    return [
        (omega - RATE * own, beta - RATE * offset)
        for (omega, beta), (own, offset) in zip(network, total, strict=True)
    ]


def races():
    name = f"8.3 {len(WIDTHS)} widths, {STEPS} steps of training"
    return [Race(name, steps_by_loop, steps_at_once, tolerance=1e-3)]
