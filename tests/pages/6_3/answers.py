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


def three_as_a_list():
    return [(3.2, 14.4), (3.5, 14.2), (3.8, 14.6)]


def three_around_the_corner():
    left, below, right = np.array([-0.3, 0]), np.array([0, -0.3]), np.array([0.4, 0.2])
    return np.array([3.4, 14.4]) + np.stack([left, below, right])


def settings_with_a_list():
    return [0.0, 5.5], 0.25, 10


def settings_from_the_pass():
    return np.array([-0.5, 5.5]), 3 / 12, 12


def epoch_by_split(phi, gradient, x, y, rate, batch_size, rng):
    order = rng.permutation(y.size)
    for batch in np.split(order, range(batch_size, y.size, batch_size)):
        phi = phi - rate * gradient(phi, x[batch], y[batch])
    return phi


def epoch_on_shuffled_copies(phi, gradient, x, y, rate, batch_size, rng):
    order = np.arange(len(x))
    rng.shuffle(order)
    x, y, first = x[order], y[order], 0
    while first < len(x):
        last = min(first + batch_size, len(x))
        phi = phi - rate * gradient(phi, x[first:last], y[first:last])
        first = last
    return phi


def sums_by_loop(batch_losses, count, batch_size):
    steps = math.ceil(count / batch_size)
    sums, total = [], 0.0
    for k, one in enumerate(batch_losses, start=1):
        total += one
        if k % steps == 0:
            sums.append(total)
            total = 0.0
    return sums


def sums_by_slices(batch_losses, count, batch_size):
    steps = (count + batch_size - 1) // batch_size
    epochs = len(batch_losses) // steps
    return np.array(
        [sum(batch_losses[e * steps : (e + 1) * steps]) for e in range(epochs)]
    )


def fair_by_loop(gradients, batch, probabilities):
    total = np.zeros(gradients.shape[1])
    for i in batch:
        total += gradients[i] / probabilities[i]
    return total / len(batch)


def fair_by_counts(gradients, batch, probabilities):
    counts = np.bincount(batch, minlength=len(gradients))
    return (counts / (len(batch) * probabilities)) @ gradients


RIGHT = {
    "6.3.1": [loss_by_loop, loss_by_dot],
    "6.3.2": [gradient_by_loop, gradient_by_product],
    "6.3.4": [three_as_a_list, three_around_the_corner],
    "6.3.5": [step_in_one_line, step_by_entry],
    "6.3.7": [stochastic_by_take, stochastic_example_by_example],
    "6.3.10": [settings_with_a_list, settings_from_the_pass],
    "6.3.12": [epoch_by_split, epoch_on_shuffled_copies],
    "6.3.14": [sums_by_loop, sums_by_slices],
    "6.3.16": [schedule_by_loop, schedule_by_repeat],
    "6.3.17": [fair_by_loop, fair_by_counts],
}
