"""Right answers to the exercises of page 17.1, written as different readers would."""

import math

import numpy as np


def _path(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * np.exp(np.sin(2 + 3.675 * z)), np.cos(2 + 2.85 * z)


def _bell(x, mean, variance):
    return np.exp(-0.5 * (x - mean) ** 2 / variance) / np.sqrt(2 * np.pi * variance)


def _point(x1, x2, z, sigma_sq):
    m1, m2 = _path(z)
    return _bell(x1, m1, sigma_sq) * _bell(x2, m2, sigma_sq)


def place_by_search(z):
    x1, x2 = _path(z)
    for i in range(len(z)):
        for j in range(i + 101, len(z)):
            if math.hypot(x1[i] - x1[j], x2[i] - x2[j]) < 0.009:
                return [z[i], z[j]]


def place_read_off_and_mended(z):
    return np.array([2.11, -1.31])


def density_as_sum_of_list(x1, x2, z, sigma_sq):
    return sum([_point(x1, x2, one, sigma_sq) * _bell(one, 0, 1) for one in z]) * (
        z[1] - z[0]
    )


def density_by_broadcasting_without_the_last(x1, x2, z, sigma_sq):
    a, b = np.expand_dims(x1, -1), np.expand_dims(x2, -1)
    terms = _point(a, b, z[:-1], sigma_sq) * _bell(z[:-1], 0, 1) * np.diff(z)
    return terms.sum(-1)


def density_by_trapezoids(x1, x2, z, sigma_sq):
    heights = np.array([_point(x1, x2, one, sigma_sq) * _bell(one, 0, 1) for one in z])
    return (heights[1:] + heights[:-1]).sum(axis=0) / 2 * (z[1] - z[0])


def samples_with_a_loop(n_sample, sigma_sq, rng):
    x1, x2 = np.zeros(n_sample), np.zeros(n_sample)
    for i in range(n_sample):
        m1, m2 = _path(rng.standard_normal())
        x1[i] = rng.normal(m1, math.sqrt(sigma_sq))
        x2[i] = rng.normal(m2, math.sqrt(sigma_sq))
    return x1, x2


def samples_as_columns(n_sample, sigma_sq, rng):
    noise = rng.normal(size=(n_sample, 2)) * sigma_sq**0.5
    z = rng.normal(size=(n_sample, 1))
    x1, x2 = _path(z)
    return x1 + noise[:, :1], x2 - noise[:, 1:]


def posterior_in_logarithms(x1, x2, z, sigma_sq):
    m1, m2 = _path(z)
    log = -0.5 * ((x1 - m1) ** 2 + (x2 - m2) ** 2) / sigma_sq - 0.5 * z**2
    log -= log.max()
    log -= np.log(np.exp(log).sum())
    return np.exp(log)


def posterior_one_by_one(x1, x2, z, sigma_sq):
    logs = []
    for one in z:
        m1, m2 = _path(one)
        logs.append(-((x1 - m1) ** 2 + (x2 - m2) ** 2 + sigma_sq * one**2))
    top = max(logs)
    weights = [math.exp((log - top) / (2 * sigma_sq)) for log in logs]
    return [weight / sum(weights) for weight in weights]


def estimate_with_a_loop(x1, x2, z, sigma_sq):
    total = 0
    for one in z:
        total += _point(x1, x2, one, sigma_sq)
    return total / len(z)


def estimate_with_average(x1, x2, z, sigma_sq):
    return np.average(_point(x1, x2, z, sigma_sq))


def components_by_ratios(x, weights, means, sigmas):
    table = []
    for i in range(len(x)):
        logs = [
            math.log(w / s) - (x[i] - m) ** 2 / (2 * s**2)
            for w, m, s in zip(weights, means, sigmas, strict=True)
        ]
        top = max(logs)
        shares = [math.exp(log - top) for log in logs]
        table.append([share / math.fsum(shares) for share in shares])
    return np.array(table).T


def components_by_differences(x, weights, means, sigmas):
    log = (
        np.log(weights / sigmas)
        - (x[:, None] - means) ** 2 / (2 * np.square(sigmas))
    ).T  # fmt: skip
    with np.errstate(over="ignore"):
        return np.stack([1 / np.sum(np.exp(log - row), axis=0) for row in log])


RIGHT = {
    "17.1.1": [place_by_search, place_read_off_and_mended],
    "17.1.3": [
        density_as_sum_of_list,
        density_by_broadcasting_without_the_last,
        density_by_trapezoids,
    ],
    "17.1.4": [samples_with_a_loop, samples_as_columns],
    "17.1.6": [posterior_in_logarithms, posterior_one_by_one],
    "17.1.8": [estimate_with_a_loop, estimate_with_average],
    "17.1.9": [components_by_ratios, components_by_differences],
}
