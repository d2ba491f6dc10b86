"""Right answers to the exercises of page 19.5, written as different readers would."""

import math

import numpy as np


def by_loop(a):
    estimates = []
    for row in a:
        estimates.append(sum(row) / len(row))
    mean = sum(estimates) / len(estimates)
    return mean, sum((e - mean) ** 2 for e in estimates) / len(estimates)


def with_one_fewer_below(a):
    estimates = np.zeros(len(a))
    for i in range(len(a)):
        estimates[i] = np.mean(a[i])
    return [np.mean(estimates), np.var(estimates, ddof=1)]


def mean_by_mean(a, b, mean_b, c):
    return a.mean(axis=1) - c * (b.mean(axis=1) - mean_b)


def corrected_by_loops(a, b, mean_b, c):
    estimates = []
    for row_a, row_b in zip(a, b, strict=True):
        total = 0.0
        for x, y in zip(row_a, row_b, strict=True):
            total += x - c * y + c * mean_b
        estimates.append(total / len(row_a))
    return estimates


def by_polyfit(a, b):
    return np.polyfit(b, a, 1)[0]


def by_correlation(a, b):
    return np.corrcoef(a, b)[0, 1] * np.std(a) / np.std(b)


def by_sums(a, b):
    away = b - np.mean(b)
    return np.sum(away * (a - np.mean(a))) / np.sum(away**2)


def gradient_by_loops(theta, actions, rewards, baseline):
    top = max(theta)
    weights = [math.exp(t - top) for t in theta]
    gradient = np.zeros(len(theta))
    for action, reward in zip(actions, rewards, strict=True):
        for j in range(len(theta)):
            score = (action == j) - weights[j] / sum(weights)
            gradient[j] += (reward - baseline) * score
    return gradient / len(actions)


def gradient_by_product(theta, actions, rewards, baseline):
    log_p = theta - np.logaddexp.reduce(theta)
    scores = -np.tile(np.exp(log_p), (len(actions), 1))
    scores[np.arange(len(actions)), actions] += 1
    return (rewards - baseline) @ scores / len(actions)


def cautious():
    return [0.4, 10.0]


def bold():
    return np.array([0.6, 10.4])


def estimate_by_sums(a, b, mean_b):
    c = by_sums(a, b)
    return np.mean(a) - c * (np.mean(b) - mean_b)


def estimate_by_line(a, b, mean_b):
    return np.polyval(np.polyfit(b, a, 1), mean_b)


def normal_equations(a, controls, means):
    away = controls - np.mean(controls, axis=0)
    c = np.linalg.solve(away.T @ away, away.T @ (a - np.mean(a)))
    return np.mean(a - (controls - means) @ c)


def height_at_the_means(a, controls, means):
    X = np.hstack([controls, np.ones((len(a), 1))])
    fit = np.linalg.pinv(X) @ a
    return fit[:-1] @ means + fit[-1]


RIGHT = {
    "19.5.1": [by_loop, with_one_fewer_below],
    "19.5.3": [mean_by_mean, corrected_by_loops],
    "19.5.6": [by_polyfit, by_correlation, by_sums],
    "19.5.9": [gradient_by_loops, gradient_by_product],
    "19.5.10": [cautious, bold],
    "19.5.11": [estimate_by_sums, estimate_by_line],
    "19.5.12": [normal_equations, height_at_the_means],
}
