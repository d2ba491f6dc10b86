"""Right answers to the exercises of page 18.2, written as different readers would."""

import math

import numpy as np
from scipy.stats import binned_statistic


def conditional_by_precision(x, z_t, t, beta):
    if t == 1:
        return x, 0.0
    alpha = (1 - beta) ** (t - 1)
    precision = (1 - beta) / beta + 1 / (1 - alpha)
    pull = math.sqrt(1 - beta) * z_t / beta + math.sqrt(alpha) * x / (1 - alpha)
    return pull / precision, precision**-0.5


def conditional_with_power(x, z_t, t, beta):
    a_before = np.power(1 - beta, t - 1)
    a_now = np.power(1 - beta, t)
    weight = a_before**0.5 * beta / (1 - a_now)
    mean = weight * x + (1 - a_before) / (1 - a_now) * (1 - beta) ** 0.5 * z_t
    return mean, np.full(np.shape(z_t), np.sqrt(beta * (1 - a_before) / (1 - a_now)))


def means_by_loop(place, targets, bins):
    return [np.mean([y for k, y in zip(place, targets, strict=True) if k == b])
            for b in range(bins)]  # fmt: skip


def means_of_scipy(place, targets, bins):
    return binned_statistic(place, targets, "mean", bins, (0, bins)).statistic


def means_by_add_at(place, targets, bins):
    sums, counts = np.zeros(bins), np.zeros(bins)
    np.add.at(sums, place, targets)
    np.add.at(counts, place, 1)
    return sums / counts


def pairs_by_walking(x, t, beta, e_1, e_2):
    signal, variance = 1.0, 0.0
    for _ in range(t - 1):
        signal, variance = signal * math.sqrt(1 - beta), variance * (1 - beta) + beta
    z = signal * x + math.sqrt(variance) * e_1
    return z, math.sqrt(1 - beta) * z + math.sqrt(beta) * e_2


def pairs_as_list(x, t, beta, e_1, e_2):
    a = np.power(1 - beta, t - 1)
    z = a**0.5 * x + (1 - a) ** 0.5 * e_1
    return [z, (1 - beta) ** 0.5 * z + beta**0.5 * e_2]


def sample_by_rows(model, sigma_t, noise):
    rows = [np.asarray(noise[-1], dtype=float)]
    for t in reversed(range(len(model))):
        z = model[t].predict(rows[-1])
        rows.append(z + sigma_t * noise[t] if t else z)
    return np.array(rows[::-1])


def sample_and_take_back(model, sigma_t, noise):
    T = len(model)
    samples = np.zeros(noise.shape)
    samples[T, :] = noise[T, :]
    for t in range(T, 0, -1):
        samples[t - 1, :] = model[t - 1].predict(samples[t, :])
        samples[t - 1, :] = samples[t - 1, :] + sigma_t * noise[t - 1, :] * (t != 1)
    return samples


def start_of_numbers(epsilon):
    return 0.052 + 1.0186 * epsilon


def start_by_walking(epsilon):
    mean, variance = 0.11145, 1.17186
    for _ in range(100):
        mean, variance = math.sqrt(1 - 0.01511) * mean, 0.98489 * variance + 0.01511
    return [mean + math.sqrt(variance) * e for e in epsilon]


def bit_by_odds(x, z, t, beta):
    p = 0.5 + (1 - 2 * beta) ** (t - 1) * (x - 0.5)
    if p == 1 or p == 0:
        return p
    ratio = (1 - beta) / beta
    odds = p / (1 - p) * (ratio if z else 1 / ratio)
    return odds / (1 + odds)


def bit_by_table(x, z, t, beta):
    flip = np.array([[1 - beta, beta], [beta, 1 - beta]])
    joint = np.linalg.matrix_power(flip, t - 1)[x] * flip[:, z]
    return joint[1] / joint.sum()


RIGHT = {
    "18.2.2": [conditional_by_precision, conditional_with_power],
    "18.2.5": [means_by_loop, means_of_scipy, means_by_add_at],
    "18.2.6": [pairs_by_walking, pairs_as_list],
    "18.2.8": [sample_by_rows, sample_and_take_back],
    "18.2.9": [start_of_numbers, start_by_walking],
    "18.2.10": [bit_by_odds, bit_by_table],
}
