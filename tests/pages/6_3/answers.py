"""Right answers to the exercises of page 6.3."""

import math

import numpy as np


def loss_by_loop(phi, x, y):
    total = 0.0
    for u, v in zip(x, y, strict=True):
        phase = phi[0] + 0.06 * phi[1] * u
        total += (math.sin(phase) * math.exp(-phase * phase / 32) - v) ** 2
    return total


def loss_by_dot(phi, x, y):
    phase = phi @ np.stack([np.ones_like(x), 0.06 * x])
    errors = y - np.sin(phase) / np.exp(phase**2 / 32)
    return errors @ errors


def gradient_by_loop(phi, x, y):
    first = second = 0.0
    for u, v in zip(x, y, strict=True):
        phase = phi[0] + 0.06 * phi[1] * u
        wave, bell = math.sin(phase), math.exp(-phase * phase / 32)
        slope = (math.cos(phase) - phase / 16 * wave) * bell
        first += 2 * (wave * bell - v) * slope
        second += 2 * (wave * bell - v) * slope * 0.06 * u
    return first, second


def gradient_by_product(phi, x, y):
    u = phi[0] + 0.06 * phi[1] * x
    bell = np.exp(-(u**2) / 32)
    slope = np.cos(u) * bell - np.sin(u) * bell * u / 16
    return 2 * np.stack([x**0, 0.06 * x]) @ ((np.sin(u) * bell - y) * slope)


def step_in_one_line(phi, gradient, x, y, rate):
    return -rate * gradient(phi, x, y) + phi


def step_by_entry(phi, gradient, x, y, rate):
    slope = gradient(phi, x, y)
    return [phi[j] - rate * slope[j] for j in range(len(phi))]


def stochastic_by_take(phi, gradient, x, y, rate, batch_size, rng):
    batch = np.take(rng.permutation(x.size), range(batch_size))
    return phi - rate * gradient(phi, np.take(x, batch), np.take(y, batch))


def stochastic_example_by_example(phi, gradient, x, y, rate, batch_size, rng):
    total = np.zeros(len(phi))
    for i in rng.permutation(len(y))[:batch_size]:
        total += gradient(phi, x[i : i + 1], y[i : i + 1])
    return phi - rate * total


def schedule_by_loop(rate, factor, every, steps):
    return [rate * factor ** (k // every) for k in range(steps)]


def schedule_by_repeat(rate, factor, every, steps):
    stairs = rate * factor ** np.arange(steps // every + 1)
    return np.repeat(stairs, every)[:steps]


RIGHT = {
    "6.3.1": [loss_by_loop, loss_by_dot],
    "6.3.2": [gradient_by_loop, gradient_by_product],
    "6.3.4": [step_in_one_line, step_by_entry],
    "6.3.6": [stochastic_by_take, stochastic_example_by_example],
    "6.3.10": [schedule_by_loop, schedule_by_repeat],
}
