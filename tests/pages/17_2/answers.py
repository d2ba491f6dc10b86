"""Right answers to the exercises of page 17.2, written as different readers would."""

import math

import numpy as np


def mean_by_sum(phi, epsilon):
    total = 0
    for noise in epsilon:
        x = phi**3 + math.exp(phi) * noise
        total += x * x + math.sin(x)
    return total / len(epsilon)


def mean_of_parts(phi, epsilon):
    x = np.power(phi, 3) + epsilon * np.sqrt(np.exp(2 * phi))
    return (x**2).mean() + np.sin(x).mean()


def slope_by_terms(x):
    return np.cos(x) + x + x


def slope_by_complex_step(x):
    z = np.asarray(x) + 1e-20j
    return (z**2 + np.sin(z)).imag / 1e-20


def moved_by_terms(epsilon, phi):
    return epsilon * np.exp(phi) + 3 * phi * phi


def moved_by_complex_step(epsilon, phi):
    z = phi + 1e-20j
    return (z**3 + np.exp(z) * epsilon).imag / 1e-20


def path_by_loop(phi, epsilon):
    terms = []
    for noise in epsilon:
        x = phi**3 + math.exp(phi) * noise
        terms.append((2 * x + math.cos(x)) * (3 * phi**2 + math.exp(phi) * noise))
    return sum(terms) / len(terms)


def path_by_complex_step(phi, epsilon):
    z = phi + 1e-20j
    x = z**3 + np.exp(z) * np.asarray(epsilon)
    return np.mean(x**2 + np.sin(x)).imag / 1e-20


def score_in_full(x, phi):
    mu, s = phi**3, np.exp(phi)
    return -1 + (x - mu) ** 2 / s**2 + (x - mu) * 3 * phi**2 / s**2


def score_by_complex_step(x, phi):
    z = phi + 1e-20j
    return (-z - (np.asarray(x) - z**3) ** 2 / (2 * np.exp(2 * z))).imag / 1e-20


def by_score_in_noise(phi, epsilon):
    x = phi**3 + np.exp(phi) * epsilon
    s = 3 * phi**2 * np.exp(-phi) * epsilon + epsilon**2 - 1
    return np.sum((x**2 + np.sin(x)) * s) / len(epsilon)


def by_score_in_full(phi, epsilon):
    x = phi**3 + np.exp(phi) * np.array(epsilon)
    return np.average((np.square(x) + np.sin(x)) * score_in_full(x, phi))


def by_trying(phi):
    return 9


def by_draws(phi):
    rng = np.random.RandomState(7)
    x = phi**3 + np.exp(phi) * rng.randn(50_000)
    s = score_in_full(x, phi)
    return np.sum((x**2 + np.sin(x)) * s**2) / np.sum(s**2)


def difference_of_means(phi, epsilon):
    return (
        mean_of_parts(phi + 1e-3, epsilon) - mean_of_parts(phi - 1e-3, epsilon)
    ) / 2e-3


def mean_of_differences(phi, epsilon):
    x, y = (phi + s + 0 * epsilon for s in (0.001, -0.001))
    x, y = x**3 + np.exp(x) * epsilon, y**3 + np.exp(y) * epsilon
    return np.mean((x**2 + np.sin(x) - y**2 - np.sin(y)) / 0.002)


def coins_by_loop(phi, x, f_0, f_1):
    p = 1 / (1 + math.exp(-phi))
    total = 0
    for one in x:
        total += f_1 * (1 - p) if one == 1 else -f_0 * p
    return total / len(x)


def coins_by_share(phi, x, f_0, f_1):
    p = np.exp(phi) / (1 + np.exp(phi))
    share = np.mean(x)
    return share * f_1 * (1 - p) - (1 - share) * f_0 * p


RIGHT = {
    "17.2.2": [mean_by_sum, mean_of_parts],
    "17.2.3": [slope_by_terms, slope_by_complex_step],
    "17.2.4": [moved_by_terms, moved_by_complex_step],
    "17.2.5": [path_by_loop, path_by_complex_step],
    "17.2.6": [score_in_full, score_by_complex_step],
    "17.2.8": [by_score_in_noise, by_score_in_full],
    "17.2.9": [by_trying, by_draws],
    "17.2.10": [difference_of_means, mean_of_differences],
    "17.2.11": [coins_by_loop, coins_by_share],
}
