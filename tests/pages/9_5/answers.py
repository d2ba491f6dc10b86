"""Right answers to the exercises of page 9.5."""

import numpy as np


def shift_by_index(x, offset):
    return x[(np.arange(len(x)) - offset) % len(x)]


def shift_by_loop(x, offset):
    moved = np.zeros(len(x))
    for d in range(len(x)):
        moved[(d + offset) % len(x)] = x[d]
    return moved


def shift_by_slices(x, offset):
    cut = -offset % len(x)
    return np.concatenate([x[cut:], x[:cut]])


def augment_with_choice(x, rng):
    factor = 0.8 + 0.4 * rng.random()
    return np.roll(x, rng.choice(len(x))) * factor


def augment_with_slices(x, rng):
    cut = rng.integers(1, len(x))
    return np.concatenate([x[cut:], x[:cut]]) * rng.uniform(low=0.8, high=1.2)


def enlarge_in_a_loop(x, y, offsets):
    inputs, labels = x, y
    for offset in offsets:
        inputs = np.vstack([inputs, np.roll(x, offset, axis=1)])
        labels = np.hstack([labels, y])
    return inputs, labels


def enlarge_row_by_row(x, y, offsets):
    inputs, labels = [], []
    for offset in [0, *offsets]:
        for signal, label in zip(x, y, strict=True):
            inputs.append(np.roll(signal, offset))
            labels.append(label)
    return np.array(inputs), np.array(labels)


def penalty_by_covariance(omega, copies):
    around = copies - copies.mean(axis=0)
    return omega @ (around.T @ around / len(copies)) @ omega


def penalty_by_moments(omega, copies):
    outputs = copies @ omega
    return np.mean(outputs**2) - np.mean(outputs) ** 2


def penalty_by_cov(omega, copies):
    return omega @ np.cov(copies.T, bias=True) @ omega


def targets_with_indices(x, y, offset):
    width = x.shape[1]
    return x[:, (np.arange(width) - offset) % width], np.mod(y + offset, width)


def targets_row_by_row(x, y, offset):
    moved = np.array([np.roll(row, offset) for row in x])
    return moved, np.array([(place + offset) % len(x[0]) for place in y])


def odd_offsets(budget):
    return [*range(1 - budget, budget, 2)]


def near_as_an_array(budget):
    steps = np.arange(1, budget // 2 + 1)
    return np.concatenate([steps, 40 - steps])


RIGHT = {
    "9.5.1": [shift_by_index, shift_by_loop, shift_by_slices],
    "9.5.2": [augment_with_choice, augment_with_slices],
    "9.5.3": [enlarge_in_a_loop, enlarge_row_by_row],
    "9.5.6": [penalty_by_covariance, penalty_by_moments, penalty_by_cov],
    "9.5.8": [targets_with_indices, targets_row_by_row],
    "9.5.9": [odd_offsets, near_as_an_array],
}
