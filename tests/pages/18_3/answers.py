"""Right answers to the exercises of page 18.3, written as different readers would."""

import math

import numpy as np


def pairs_with_power(x_train, t, beta, epsilon):
    alpha = np.power(1 - beta, t)
    return alpha**0.5 * x_train + (1 - alpha) ** 0.5 * epsilon, epsilon


def pairs_by_walking(x_train, t, beta, epsilon):
    signal, variance = 1.0, 0.0
    for _ in range(t):
        signal, variance = signal * math.sqrt(1 - beta), variance * (1 - beta) + beta
    std = math.sqrt(variance)
    pairs = zip(x_train, epsilon, strict=True)
    return [signal * x + std * e for x, e in pairs], list(epsilon)


def back_through_the_data(z_t, epsilon, t, beta):
    before, now = (1 - beta) ** (t - 1), (1 - beta) ** t
    x = (z_t - np.sqrt(1 - now) * epsilon) / np.sqrt(now)
    of_z = (1 - before) / (1 - now) * np.sqrt(1 - beta)
    return of_z * z_t + np.sqrt(before) * beta / (1 - now) * x


def back_in_two_terms(z_t, epsilon, t, beta):
    factor = beta / (math.sqrt(1 - (1 - beta) ** t) * math.sqrt(1 - beta))
    return z_t / math.sqrt(1 - beta) - factor * epsilon


def sample_by_rows(model, beta, sigma_t, noise):
    rows = [np.asarray(noise[-1], dtype=float)]
    for t in reversed(range(len(model))):
        alpha = np.power(1 - beta, t + 1)
        guess = model[t].predict(rows[-1])
        mean = rows[-1] - beta / np.sqrt(1 - alpha) * guess
        mean = mean / np.sqrt(1 - beta)
        rows.append(mean + sigma_t * noise[t] if t else mean)
    return np.array(rows[::-1])


def sample_with_the_step(model, beta, sigma_t, noise):
    T = len(model)
    samples = np.zeros(noise.shape)
    samples[T, :] = noise[T, :]
    for t in range(T, 0, -1):
        guess = model[t - 1].predict(samples[t, :])
        samples[t - 1, :] = back_through_the_data(samples[t, :], guess, t, beta)
        samples[t - 1, :] += sigma_t * noise[t - 1, :] * (t > 1)
    return samples


def train_in_one_line(pairs, fit, T):
    return [fit(*pairs(t + 1)) for t in range(T)]


def train_by_counting(pairs, fit, T):
    models = {}
    for t in range(T, 0, -1):
        value, noise = pairs(t)
        models[t] = fit(value, noise)
    return [models[t] for t in sorted(models)]


def tweedie_through_noise(z, sigma, slope):
    epsilon = -sigma * slope(z)
    return z - sigma * epsilon


def tweedie_one_by_one(z, sigma, slope):
    if np.ndim(z) == 0:
        return float(z + sigma * sigma * slope(z))
    return [one + sigma * sigma * slope(one) for one in z]


RIGHT = {
    "18.3.1": [pairs_with_power, pairs_by_walking],
    "18.3.4": [back_through_the_data, back_in_two_terms],
    "18.3.6": [sample_by_rows, sample_with_the_step],
    "18.3.8": [train_in_one_line, train_by_counting],
    "18.3.9": [tweedie_through_noise, tweedie_one_by_one],
}
