"""Page B.5's posterior of infinitely wide networks, all at once and entry by entry."""

import math

import numpy as np

from benchmarks.race import Race
from udl.theory.gaussian_process import condition
from udl.theory.wide_network import network_kernel

RANDOM = np.random.RandomState(7)
X = RANDOM.uniform(-1.4, 1.4, 15)
Y = 0.5 * np.cos(4.5 * X) * np.exp(-X - 1) + 0.1 * RANDOM.normal(size=15)
GRID = np.linspace(-1.5, 1.5, 300)
BIAS, WEIGHT, NOISE = 0.25, 1.0, 0.01


def entry(x, z):
    """One covariance of the outputs, with the functions of the math module."""
    k, k_other, c = (BIAS + WEIGHT * a * b for a, b in ((x, x), (z, z), (x, z)))
    cosine = min(max(c / math.sqrt(k * k_other), -1.0), 1.0)
    theta = math.acos(cosine)
    bracket = math.sin(theta) + (math.pi - theta) * cosine
    return BIAS + WEIGHT * math.sqrt(k * k_other) / (2 * math.pi) * bracket


def matrix(a, b):
    return np.array([[entry(x, z) for z in b] for x in a])


def posterior_by_loop():
    """Mean and covariance from matrices that are filled entry by entry."""
    gain = matrix(GRID, X) @ np.linalg.inv(matrix(X, X) + NOISE * np.eye(len(X)))
    return np.vstack([gain @ Y, matrix(GRID, GRID) - gain @ matrix(X, GRID)])


def posterior_at_once():
    K, across = (network_kernel(X, b, BIAS, WEIGHT) for b in (X, GRID))
    return np.vstack(condition(K, across, kernel_at_once(), Y, NOISE))


def kernel_by_loop():
    return matrix(GRID, GRID)


def kernel_at_once():
    return network_kernel(GRID, GRID, BIAS, WEIGHT)


def races():
    return [
        Race("B.5 kernel of 300 inputs", kernel_by_loop, kernel_at_once, 1e-9),
        Race("B.5 posterior at 300 inputs", posterior_by_loop, posterior_at_once, 1e-8),
    ]
