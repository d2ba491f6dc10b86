"""Right answers to the exercises of page 16.1, written as different readers would."""

import math

import numpy as np
from scipy.stats import chi2, norm


def density_with_scipy(z, f, slope):
    return [f(z), norm.pdf(z) / abs(slope(z))]


def density_from_logs(z, f, slope):
    log = -(z**2) / 2 - np.log(2 * np.pi) / 2 - np.log(np.sqrt(slope(z) ** 2))
    return f(z), np.exp(log)


def density_as_published(z, f, slope):
    pr_z = np.exp(-0.5 * z**2) / np.sqrt(2 * np.pi)
    x = f(z)
    pr_x = pr_z * np.abs(1 / slope(z))
    return x, pr_x


def draws_one_by_one(n, f, rng):
    return [f(rng.normal()) for _ in range(n)]


def draws_as_published(n, f, rng):
    z_samples = rng.normal(size=(n, 1))
    x_samples = f(z_samples)
    return x_samples


def loss_in_a_loop(x, inverse, slope):
    total = 0
    for one in x:
        z = inverse(np.array([one]))[0]
        total += np.log(abs(slope(np.array([z]))[0])) + 0.5 * z**2
    return total + len(x) * 0.5 * math.log(2 * math.pi)


def loss_from_densities(x, inverse, slope):
    z = inverse(x)
    return -np.log(norm.pdf(z) / np.abs(slope(z))).sum()


def by_hand():
    return [0.8, 1.3, 12]


def by_search():
    return np.array([0.76181822, 1.34930933, 11.90792617])


def square_by_formula(x):
    return np.exp(-x / 2) / np.sqrt(2 * np.pi * x)


def square_with_scipy(x):
    return chi2(1).pdf(x)


RIGHT = {
    "16.1.2": [density_with_scipy, density_from_logs, density_as_published],
    "16.1.5": [draws_one_by_one, draws_as_published],
    "16.1.7": [loss_in_a_loop, loss_from_densities],
    "16.1.8": [by_hand, by_search],
    "16.1.9": [square_by_formula, square_with_scipy],
}
