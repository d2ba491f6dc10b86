"""Right answers to the exercises of page 8.1, written as different readers would."""

import numpy as np

from udl.nn.activations import relu
from udl.nn.layer import Sequential
from udl.nn.linear import Linear


def share_by_loop(y, f):
    wrong = 0
    for digit, outputs in zip(y, f, strict=True):
        wrong += list(outputs).index(max(outputs)) != digit
    return wrong / len(y)


def one_minus_right(y, f):
    return 1 - np.mean(f.argmax(1) == y)


def layers_in_a_list(x, rng):
    layers = []
    for inputs, units in ((40, 100), (100, 100)):
        layers += [Linear(inputs, units, rng), relu()]
    layers.append(Linear(100, 10, rng))
    return Sequential(*layers).forward(x)


def by_hand(x, rng):
    h = x
    for inputs, units in ((40, 100), (100, 100), (100, 10)):
        omega = np.sqrt(2 / inputs) * rng.standard_normal((units, inputs))
        f = h @ omega.T
        h = np.maximum(f, 0)
    return f


def normal(omega, beta, rng):
    units, inputs = omega.shape
    return rng.normal(0, (2 / inputs) ** 0.5, size=(units, inputs)), np.zeros(units)


def uniform(omega, beta, rng):
    limit = np.sqrt(6 / omega.shape[1])
    return rng.uniform(-limit, limit, omega.shape), 0 * beta


def small_biases(omega, beta, rng):
    omega, beta = rng.normal(size=omega.shape), np.full(len(omega), 0.01)
    return omega * np.sqrt(2 / omega.shape[1]), beta


def outputs_together(network, x, y, batch_size):
    f = [network(x[i : i + batch_size]) for i in range(0, len(x), batch_size)]
    return np.mean(np.concatenate(f).argmax(axis=1) != y)


def weighted(network, x, y, batch_size):
    error = 0.0
    for start in range(0, len(x), batch_size):
        a, b = x[start : start + batch_size], y[start : start + batch_size]
        error += np.mean(network(a).argmax(axis=1) != b) * len(b) / len(x)
    return error


def by_counts(wrong_a, wrong_b):
    n = len(wrong_a)
    only_a, only_b = np.sum(wrong_a & ~wrong_b), np.sum(wrong_b & ~wrong_a)
    gap = (only_a - only_b) / n
    return gap, np.sqrt(((only_a + only_b) / n - gap**2) / n)


def by_variance(wrong_a, wrong_b):
    apart = 1 * wrong_a - 1 * wrong_b
    return apart.sum() / apart.size, (apart.var() / apart.size) ** 0.5


def smaller_batches():
    return 100, 0.5, 0.9, 50


def wider():
    hidden, batch_size = 200, 50
    return [hidden, 0.5, 0.9, batch_size]


RIGHT = {
    "8.1.2": [share_by_loop, one_minus_right],
    "8.1.4": [layers_in_a_list, by_hand],
    "8.1.5": [normal, uniform, small_biases],
    "8.1.7": [outputs_together, weighted],
    "8.1.10": [by_counts, by_variance],
    "8.1.11": [smaller_batches, wider],
}
