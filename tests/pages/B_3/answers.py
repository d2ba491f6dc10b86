"""Right answers to the exercises of page B.3."""

import math

import numpy as np


def likelihood_by_loop(phi, x, y, sigma_sq):
    total = 0.0
    for i in range(len(x)):
        height = phi[0] + phi[1] * x[i]
        total -= 0.5 * math.log(2 * math.pi * sigma_sq)
        total -= (y[i] - height) ** 2 / (2 * sigma_sq)
    return total


def likelihood_by_densities(phi, x, y, sigma_sq):
    off = np.asarray(y) - np.stack([np.ones(len(x)), x]).T @ phi
    logs = -np.log(np.sqrt(sigma_sq * 2 * np.pi)) - off**2 / 2 / sigma_sq
    return logs.sum()


def map_by_inverse(X, y, sigma_sq, sigma_p_sq):
    precision = X @ X.T / sigma_sq + np.identity(X.shape[0]) / sigma_p_sq
    return np.linalg.inv(precision) @ X @ y / sigma_sq


def map_by_more_rows(X, y, sigma_sq, sigma_p_sq):
    root = np.sqrt(sigma_sq / sigma_p_sq)
    rows = np.vstack([X.T, root * np.eye(len(X))])
    return np.linalg.lstsq(rows, np.append(y, np.zeros(len(X))), rcond=None)[0]


def map_by_examples(X, y, sigma_sq, sigma_p_sq):
    kernel = X.T @ X + sigma_sq / sigma_p_sq * np.eye(X.shape[1])
    return (X @ np.linalg.inv(kernel) @ y[:, None])[:, 0]


def surest_by_covariance(x, sigma_sq, sigma_p_sq):
    X = np.vstack([np.ones(len(x)), x])
    covariance = np.linalg.inv(X @ X.T / sigma_sq + np.eye(2) / sigma_p_sq)
    return -covariance[0, 1] / covariance[1, 1]


def surest_by_mean(x, sigma_sq, sigma_p_sq):
    return sum(x) * sigma_p_sq / (len(x) * sigma_p_sq + sigma_sq)


def predict_by_matrix(x, mean, covariance, sigma_sq):
    X = np.stack([np.ones(len(x)), x])
    return X.T @ mean, np.diag(X.T @ covariance @ X) + sigma_sq


def predict_by_loop(x, mean, covariance, sigma_sq):
    center, variance = [], []
    for each in x:
        column = np.array([1, each])
        center.append(mean @ column)
        variance.append(column @ covariance @ column + sigma_sq)
    return center, variance


def evidence_by_joint_normal(X, y, sigma_sq, sigma_p_sq):
    covariance = X.T @ X * sigma_p_sq + np.diag(np.full(len(y), sigma_sq))
    volume = np.log(np.linalg.det(2 * np.pi * covariance))
    return -0.5 * (y @ np.linalg.inv(covariance) @ y + volume)


def evidence_at_zero(X, y, sigma_sq, sigma_p_sq):
    precision = X @ X.T / sigma_sq + np.eye(len(X)) / sigma_p_sq
    mu = np.linalg.solve(precision, X @ y) / sigma_sq
    fit = -np.sum(y**2) / (2 * sigma_sq) - len(y) / 2 * np.log(2 * np.pi * sigma_sq)
    prior = -len(X) / 2 * np.log(2 * np.pi * sigma_p_sq)
    posterior = np.linalg.slogdet(precision / (2 * np.pi))[1] / 2
    return fit + prior - posterior + mu @ precision @ mu / 2


def variance_by_golden_section(X, y, sigma_sq):
    low, high = -12.0, 12.0
    for _ in range(80):
        first, second = low + 0.382 * (high - low), low + 0.618 * (high - low)
        better = [
            evidence_by_joint_normal(X, y, sigma_sq, np.exp(at))
            for at in (first, second)
        ]
        low, high = (low, second) if better[0] > better[1] else (first, high)
    return np.exp((low + high) / 2)


def variance_from_a_list(X, y, sigma_sq):
    tried = [10 ** (k / 40) for k in range(-160, 161)]
    return max(tried, key=lambda v: evidence_by_joint_normal(X, y, sigma_sq, v))


RIGHT = {
    "B.3.2": [likelihood_by_loop, likelihood_by_densities],
    "B.3.4": [map_by_inverse, map_by_more_rows, map_by_examples],
    "B.3.6": [surest_by_covariance, surest_by_mean],
    "B.3.8": [predict_by_matrix, predict_by_loop],
    "B.3.9": [evidence_by_joint_normal, evidence_at_zero],
    "B.3.10": [variance_by_golden_section, variance_from_a_list],
}
