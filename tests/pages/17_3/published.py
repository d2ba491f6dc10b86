"""Right answers to page 17.3, as a reader of its published notebook has them."""

import numpy as np


def f(y):
    return np.exp(-(y - 1) * (y - 1) * (y - 1) * (y - 1))


def f2(y):
    return 20.446 * np.exp(-(y - 3) * (y - 3) * (y - 3) * (y - 3))


def pr_y(y):
    return (1 / np.sqrt(2 * np.pi)) * np.exp(-0.5 * y * y)


def q_y(y):
    return (1 / np.sqrt(2 * np.pi)) * np.exp(-0.5 * (y - 3) * (y - 3))


def compute_expectation(n_samples):
    y = np.random.normal(size=(n_samples, 1))  # noqa: NPY002
    return np.mean(f(y))


def compute_expectation2b(n_samples):
    y = np.random.normal(3, 1, size=(n_samples, 1))  # noqa: NPY002
    return np.sum(f2(y) * pr_y(y) / q_y(y)) / n_samples
