"""Page 5.1's scans: at once, and point by point with numpy inside."""

import numpy as np

from benchmarks.race import Race
from udl.datasets.regression import univariate_regression
from udl.losses import squared_error as losses
from udl.networks.shallow import shallow_network

X, Y = univariate_regression()
BETA_0, OMEGA_0 = np.array([0.3, -1.0, -0.5]), np.array([-1.0, 1.8, 0.65])
OMEGA_1 = np.array([-2.0, -1.0, 7.0])
OFFSETS, SIGMAS = np.arange(0, 1, 0.01), np.arange(0.1, 0.5, 0.005)


def network(beta_1):
    return shallow_network(X, BETA_0, OMEGA_0, beta_1, OMEGA_1)


def network_by_hand(beta_1):
    h = [np.maximum(0, b + w * X) for b, w in zip(BETA_0, OMEGA_0, strict=True)]
    return beta_1 + sum(w * unit for w, unit in zip(OMEGA_1, h, strict=True))


def density_by_hand(y, mu, sigma):
    factor = 1 / np.sqrt(2 * np.pi * sigma**2)
    return factor * np.exp(-((y - mu) ** 2) / (2 * sigma**2))


def offsets_by_loop():
    table = np.zeros((3, OFFSETS.size))
    for i, offset in enumerate(OFFSETS):
        f = network_by_hand(offset)
        densities = density_by_hand(Y, f, 0.2)
        table[0, i] = np.prod(densities)
        table[1, i] = -np.sum(np.log(densities))
        table[2, i] = np.sum((Y - f) ** 2)
    return table


def offsets_at_once():
    f = network(OFFSETS)
    return np.stack(
        [
            losses.normal_likelihood(Y, f, 0.2),
            losses.normal_negative_log_likelihood(Y, f, 0.2),
            losses.sum_of_squares(Y, f),
        ]
    )


def sigmas_by_loop():
    table = np.zeros((2, SIGMAS.size))
    for i, sigma in enumerate(SIGMAS):
        densities = density_by_hand(Y, network_by_hand(0.27), sigma)
        table[0, i] = np.prod(densities)
        table[1, i] = -np.sum(np.log(densities))
    return table


def sigmas_at_once():
    f, sigmas = network(0.27), SIGMAS[:, np.newaxis]
    return np.stack(
        [
            losses.normal_likelihood(Y, f, sigmas),
            losses.normal_negative_log_likelihood(Y, f, sigmas),
        ]
    )


def races():
    return [
        Race("5.1 scan of 100 offsets, three losses", offsets_by_loop, offsets_at_once),
        Race("5.1 scan of 80 noise levels, two losses", sigmas_by_loop, sigmas_at_once),
    ]
