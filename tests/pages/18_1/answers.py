"""Right answers to the exercises of page 18.1, written as different readers would."""

import math

import numpy as np


def step_by_power(z, beta, epsilon):
    return (1 - beta) ** 0.5 * z + beta**0.5 * epsilon


def step_point_by_point(z, beta, epsilon):
    pairs = zip(np.ravel(z), np.ravel(epsilon), strict=True)
    new = [math.sqrt(1 - beta) * a + math.sqrt(beta) * e for a, e in pairs]
    return new if np.ndim(z) else new[0]


def kernel_by_walking(x, t, beta):
    mean, variance = x, 0.0
    for _ in range(t):
        mean = np.sqrt(1 - beta) * mean
        variance = (1 - beta) * variance + beta
    return mean, np.sqrt(variance)


def kernel_with_power(x, t, beta):
    alpha_t = np.power(1 - beta, t)
    return x * alpha_t**0.5, (1 - alpha_t) ** 0.5


def jump_by_ratio(z, s, t, betas, epsilon):
    alphas = np.concatenate([[1.0], np.cumprod(1 - betas)])
    ratio = alphas[t] / alphas[s]
    return z * np.sqrt(ratio) + epsilon * np.sqrt(1 - ratio)


def jump_by_steps(z, s, t, betas, epsilon):
    signal, variance = 1.0, 0.0
    for beta in betas[s:t]:
        signal, variance = signal * math.sqrt(1 - beta), variance * (1 - beta) + beta
    return signal * z + math.sqrt(variance) * epsilon


def _normal(z, mean, std):
    return np.exp(-0.5 * ((z - mean) / std) ** 2) / (std * math.sqrt(2 * math.pi))


def marginal_by_loop(grid, density, t, beta):
    total = np.zeros(len(grid))
    for x, height in zip(grid, density, strict=True):
        mean, std = kernel_by_walking(x, t, beta)
        total += height * _normal(grid, mean, std) * (grid[1] - grid[0])
    return total


def marginal_by_trapezoids(grid, density, t, beta):
    mean, std = kernel_with_power(grid, t, beta)
    terms = density * _normal(grid[:, None], mean, std)
    return np.sum((terms[:, 1:] + terms[:, :-1]) / 2 * np.diff(grid), axis=1)


def schedule_with_a_bend(T):
    return 0.1 / (1 + np.exp((0.52 * T - np.arange(T)) / 3))


def schedule_as_list(T):
    return [0.0] * (T // 2) + [0.1] * (T - T // 2)


def bits_by_walking(x, t, beta):
    p = np.asarray(x, dtype=float)
    for _ in range(t):
        p = p * (1 - beta) + (1 - p) * beta
    return p


def bits_by_counting(x, t, beta):
    odd = sum(
        math.comb(t, n) * beta**n * (1 - beta) ** (t - n) for n in range(1, t + 1, 2)
    )
    return x * (1 - odd) + (1 - x) * odd


RIGHT = {
    "18.1.2": [step_by_power, step_point_by_point],
    "18.1.5": [kernel_by_walking, kernel_with_power],
    "18.1.8": [jump_by_ratio, jump_by_steps],
    "18.1.10": [marginal_by_loop, marginal_by_trapezoids],
    "18.1.11": [schedule_with_a_bend, schedule_as_list],
    "18.1.12": [bits_by_walking, bits_by_counting],
}
