"""Right answers to the exercises of page 5.2, written as different readers would."""

import math

import numpy as np


def sigmoid_as_written(z):
    return 1 / (1 + np.exp(-z))


def sigmoid_from_tanh(z):
    return 0.5 + 0.5 * np.tanh(z / 2)


def sigmoid_by_cases(z):
    z = np.asarray(z, dtype=float)
    grown = np.exp(np.minimum(z, 0))
    return np.where(z > 0, 1 / (1 + np.exp(-np.abs(z))), grown / (1 + grown))


def bernoulli_with_powers(y, lam):
    return np.power(1 - lam, 1 - y) * np.power(lam, y)


def bernoulli_with_where(y, lam):
    return np.where(np.asarray(y) > 0.5, lam, 1 - np.asarray(lam))


def bernoulli_linear(y, lam):
    return lam * y + (1 - lam) * (1 - y)


def likelihood_by_loop(y, lam):
    product = 1.0
    for label, p in zip(y, lam, strict=True):
        product *= p if label == 1 else 1 - p
    return product


def likelihood_in_two_parts(y, lam):
    return np.prod(lam[y == 1]) * np.prod(1 - lam[y == 0])


def likelihood_of_powers(y, lam):
    return bernoulli_with_powers(y, lam).prod()


def loss_of_labels_that_came(y, lam):
    return -np.sum(np.log(bernoulli_with_powers(y, lam)))


def loss_in_two_parts(y, lam):
    return -np.log(lam[y == 1]).sum() - np.log(1 - lam[y == 0]).sum()


def loss_by_loop(y, lam):
    total = 0
    for label, p in zip(y, lam, strict=True):
        total -= math.log(p) if label else math.log(1 - p)
    return total


def outputs_with_log1p(y, f):
    return np.sum(np.maximum(f, 0) + np.log1p(np.exp(-np.abs(f))) - y * f)


def outputs_with_logaddexp(y, f):
    return np.logaddexp(0, np.where(y == 1, -f, f)).sum()


def outputs_by_loop(y, f):
    total = 0.0
    for label, z in zip(y, f, strict=True):
        total += max(z, 0) + math.log1p(math.exp(-abs(z))) - label * z
    return total


def slopes_as_written(y, f):
    return sigmoid_as_written(f) - y


def slopes_as_list(y, f):
    return [sigmoid_from_tanh(z) - label for label, z in zip(y, f, strict=True)]


def balance_by_halving(y, f):
    low, high = -50.0, 50.0
    for _ in range(60):
        middle = (low + high) / 2
        if np.sum(sigmoid_as_written(f + middle)) > np.sum(y):
            high = middle
        else:
            low = middle
    return low


def balance_by_newton(y, f):
    shift = -np.mean(f)
    for _ in range(50):
        lam = sigmoid_from_tanh(f + shift)
        shift += np.sum(y - lam) / np.sum(lam * (1 - lam))
    return shift


def cross_entropy_with_where(q, lam):
    yes = np.where(q == 0, 0, q * np.log(np.where(q == 0, 1, lam)))
    no = np.where(q == 1, 0, (1 - q) * np.log(np.where(q == 1, 1, 1 - lam)))
    return -yes - no


def cross_entropy_with_tiny_clip(q, lam):
    tiny = 1e-300
    return -q * np.log(np.maximum(lam, tiny)) - (1 - q) * np.log(
        np.maximum(1 - lam, tiny)
    )


def shift_by_a_walk(y, f, rate, steps):
    shift = 0.0
    for _ in range(steps):
        lam = 1 / (1 + np.exp(-(f + shift)))
        shift -= rate * (lam - y).sum()
    return shift


def shift_by_a_walk_of_outputs(y, f, rate, steps):
    f = np.array(f, dtype=float)
    start = f[0]
    for _ in range(steps):
        f = f + rate * np.sum(y - sigmoid_from_tanh(f))
    return f[0] - start


def counts_by_loop(y, f):
    return sum(math.exp(z) - count * z for count, z in zip(y, f, strict=True))


def counts_through_the_mean(y, f):
    mean = np.exp(f)
    return -np.sum(y * np.log(mean) - mean)


def arrive_with_shrinking_signs(slope, starts):
    offsets = np.asarray(starts, dtype=float)
    for n in range(190):
        offsets = offsets - 3 * 0.96**n * np.sign(slope(offsets))
    return offsets


def arrive_by_halving(slope, starts):
    low, high = np.full(len(starts), -40.0), np.full(len(starts), 35.0)
    for _ in range(60):
        middle = (low + high) / 2
        rising = slope(middle) > 0
        low, high = np.where(rising, low, middle), np.where(rising, middle, high)
    return list(middle)


RIGHT = {
    "5.2.2": [sigmoid_as_written, sigmoid_from_tanh, sigmoid_by_cases],
    "5.2.5": [bernoulli_with_powers, bernoulli_with_where, bernoulli_linear],
    "5.2.6": [likelihood_by_loop, likelihood_in_two_parts, likelihood_of_powers],
    "5.2.8": [loss_of_labels_that_came, loss_in_two_parts, loss_by_loop],
    "5.2.10": [outputs_with_log1p, outputs_with_logaddexp, outputs_by_loop],
    "5.2.11": [slopes_as_written, slopes_as_list],
    "5.2.13": [shift_by_a_walk, shift_by_a_walk_of_outputs],
    "5.2.14": [balance_by_halving, balance_by_newton],
    "5.2.16": [counts_by_loop, counts_through_the_mean],
    "5.2.17": [cross_entropy_with_where, cross_entropy_with_tiny_clip],
    "5.2.19": [arrive_with_shrinking_signs, arrive_by_halving],
}
