"""Right answers to the exercises of page 18.4, written as different readers would."""

import math
from itertools import pairwise

import numpy as np


def step_by_factors(z_t, epsilon_hat, alpha_t, alpha_s, sigma, epsilon):
    of_z = math.sqrt(alpha_s / alpha_t)
    of_noise = math.sqrt(1 - alpha_s - sigma**2) - of_z * math.sqrt(1 - alpha_t)
    return of_z * z_t + of_noise * epsilon_hat + sigma * epsilon


def step_one_by_one(z_t, epsilon_hat, alpha_t, alpha_s, sigma, epsilon):
    def one(z, e, fresh):
        x = (z - (1 - alpha_t) ** 0.5 * e) / alpha_t**0.5
        kept = (1 - alpha_s - sigma * sigma) ** 0.5
        return alpha_s**0.5 * x + kept * e + sigma * fresh

    if np.ndim(z_t) == 0:
        return one(z_t, epsilon_hat, epsilon)
    return [one(*each) for each in zip(z_t, epsilon_hat, epsilon, strict=True)]


def fast_by_index(model, beta, times, start):
    z = np.array(start, dtype=float)
    for n in range(len(times) - 1):
        a, b = (np.power(1 - beta, times[n + k]) for k in (0, 1))
        z = step_by_factors(z, model[times[n] - 1].predict(z), a, b, 0, 0)
    return z


def fast_in_ratios(model, beta, times, start):
    def ratio(t):
        return math.sqrt((1 - beta) ** -t - 1)

    y = np.asarray(start) * math.sqrt(1 + ratio(times[0]) ** 2)
    for t, s in pairwise(times):
        z = y / math.sqrt(1 + ratio(t) ** 2)
        y = y + (ratio(s) - ratio(t)) * model[t - 1].predict(z)
    return y / math.sqrt(1 + ratio(times[-1]) ** 2)


def times_by_hand():
    return [100, 75, 55, 38, 24, 13, 6, 2, 0]


def times_by_a_power():
    return np.round(100 * np.linspace(1, 0, 9) ** 2.2).astype(int)


def heun_in_one_line(y, tau_t, tau_s, noise_at):
    d = tau_s - tau_t
    a = noise_at(y, tau_t)
    return y + d / 2 * a + d / 2 * noise_at(y + d * a, tau_s)


def heun_as_a_mean(y, tau_t, tau_s, noise_at):
    tried = y - (tau_t - tau_s) * noise_at(y, tau_t)
    again = y - (tau_t - tau_s) * noise_at(tried, tau_s)
    return (tried + again) / 2


RIGHT = {
    "18.4.2": [step_by_factors, step_one_by_one],
    "18.4.5": [fast_by_index, fast_in_ratios],
    "18.4.6": [times_by_hand, times_by_a_power],
    "18.4.7": [heun_in_one_line, heun_as_a_mean],
}
