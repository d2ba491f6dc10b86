"""Right answers to the exercises of page 5.1, written as different readers would."""

import math

import numpy as np


def density_by_parts(y, mu, sigma):
    z = (y - mu) / sigma
    return math.sqrt(2 * math.pi) ** -1 / sigma * np.exp(-0.5 * z * z)


def density_as_exponential_of_logarithm(y, mu, sigma):
    variance = np.square(sigma)
    return np.exp(-0.5 * (np.log(2 * np.pi * variance) + (y - mu) ** 2 / variance))


def density_by_loop(y, mu, sigma):
    factor = 1 / math.sqrt(2 * math.pi * sigma**2)
    if np.ndim(y) == 0:
        return factor * math.exp(-((y - mu) ** 2) / (2 * sigma**2))
    return [factor * math.exp(-((v - mu) ** 2) / (2 * sigma**2)) for v in y]


def likelihood_by_loop(y, mu, sigma):
    product = 1.0
    for v, m in zip(y, mu, strict=True):
        product *= density_by_parts(v, m, sigma)
    return product


def likelihood_from_logarithms(y, mu, sigma):
    logs = np.log(density_by_parts(y, mu, sigma))
    return np.exp(logs.sum())


def loss_from_densities(y, mu, sigma):
    return -np.sum(np.log(density_by_parts(y, mu, sigma)))


def loss_from_closed_form(y, mu, sigma):
    squares = float(np.dot(y - mu, y - mu))
    return len(y) * (math.log(sigma) + 0.5 * math.log(2 * math.pi)) + squares / (
        2 * sigma**2
    )


def loss_by_loop(y, mu, sigma):
    total = 0
    for v, m in zip(y, mu, strict=True):
        total -= math.log(density_by_parts(v, m, sigma))
    return total


def squares_by_loop(y, f):
    total = 0
    for v, p in zip(y, f, strict=True):
        total += (p - v) ** 2
    return total


def squares_by_dot(y, f):
    return (f - y) @ (f - y)


def sigma_from_mean_square(y, mu):
    return np.mean((mu - y) ** 2) ** 0.5


def sigma_as_norm(y, mu):
    return np.linalg.norm(y - mu) / math.sqrt(len(y))


def two_outputs_with_absolute_value(y, f):
    sigma = np.abs(f[1])
    return np.sum(
        np.log(sigma) + 0.5 * np.log(2 * np.pi) + 0.5 * ((y - f[0]) / sigma) ** 2
    )


def two_outputs_by_loop(y, f):
    total = 0.0
    for v, m, s in zip(y, f[0], f[1], strict=True):
        total -= math.log(density_by_parts(v, m, abs(s)))
    return [total][0]


def noise_with_the_whole_loss(y, mu):
    sigmas = np.arange(0.05, 5, 0.005)
    losses = [loss_from_closed_form(y, mu, s) for s in sigmas]
    return sigmas[np.argmin(losses)]


def noise_with_half_the_variance(y, mu):
    sigmas = np.arange(0.05, 5, 0.005)
    squares = np.sum((y - mu) ** 2)
    loss = y.size / 2 * np.log(sigmas**2) + squares / (2 * sigmas**2)
    return sigmas[loss.argmin()]


def combined_as_an_average(y, sigma):
    return np.average(y, weights=np.asarray(sigma, float) ** -2)


def combined_by_loop(y, sigma):
    above, below = 0.0, 0.0
    for reading, s in zip(y, sigma, strict=True):
        above += reading / s**2
        below += 1 / s**2
    return above / below


def middles_one_by_one(samples):
    return [np.median(row) for row in samples]


def middles_without_the_ends(samples):
    return np.sort(samples, axis=1)[:, 4:-4].mean(axis=1)


def middles_by_huber(samples, bend=1.5):
    middle = np.median(samples, axis=1, keepdims=True)
    for _ in range(100):
        middle += np.clip(samples - middle, -bend, bend).mean(axis=1, keepdims=True)
    return middle[:, 0]


RIGHT = {
    "5.1.1": [
        density_by_parts, density_as_exponential_of_logarithm, density_by_loop
    ],
    "5.1.6": [likelihood_by_loop, likelihood_from_logarithms],
    "5.1.7": [loss_from_densities, loss_from_closed_form, loss_by_loop],
    "5.1.8": [squares_by_loop, squares_by_dot],
    "5.1.11": [
        noise_with_the_whole_loss, noise_with_half_the_variance, sigma_as_norm
    ],
    "5.1.13": [sigma_from_mean_square, sigma_as_norm],
    "5.1.15": [combined_as_an_average, combined_by_loop],
    "5.1.16": [two_outputs_with_absolute_value, two_outputs_by_loop],
    "5.1.18": [middles_one_by_one, middles_without_the_ends, middles_by_huber],
}  # fmt: skip
