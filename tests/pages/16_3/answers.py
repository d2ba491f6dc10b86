"""Right answers to the exercises of page 16.3, written as different readers would."""

from itertools import pairwise

import numpy as np
from scipy.optimize import fixed_point


def until_nothing_changes(f, z0):
    z, old = f(z0), z0
    while abs(z - old) > 1e-9:
        z, old = f(z), z
    return z


def by_recursion(f, z0, steps=20):
    return z0 if steps == 0 else by_recursion(f, f(z0), steps - 1)


def settled_by_bound(f, z0, beta, tolerance):
    z = f(z0)
    k, first = 1, abs(z - z0)
    while beta**k / (1 - beta) * first > tolerance:
        z, k = f(z), k + 1
    return z


def settled_by_smaller_steps(f, z0, beta, tolerance):
    old, z = z0, f(z0)
    while abs(z - old) > tolerance * (1 - beta) / beta:
        old, z = z, f(z)
    return float(z)


def steepest_by_loop(f, z):
    found = 0
    for left, right in pairwise(z):
        found = max(found, abs((f(right) - f(left)) / (right - left)))
    return found


def steepest_by_slices(f, z):
    y = f(z)
    return np.abs((y[1:] - y[:-1]) / (z[1:] - z[:-1])).max()


def undone_by_loop(f, y, z0):
    for _ in range(100):
        z0 = y - f(z0)
    return z0


def undone_by_the_first(f, y, z0):
    return by_recursion(lambda z: y - f(z), z0, 30)


def undone_by_scipy(f, y, z0):
    return float(fixed_point(lambda z: y - f(z), z0))


def series_by_products(J, terms):
    power, total = J, np.trace(J)
    for k in range(2, terms + 1):
        power = power @ J
        total = total + (1 if k % 2 else -1) * np.trace(power) / k
    return total


def series_by_eigenvalues(J, terms):
    eigenvalues = np.linalg.eigvals(J)
    k = np.arange(1, terms + 1)
    powers = eigenvalues[:, None] ** k
    return np.real(np.sum(-((-1.0) ** k) * powers / k))


def a_third_backward():
    return -1 / 3


def some_backward():
    return np.float64(-0.6)


RIGHT = {
    "16.3.1": [until_nothing_changes, by_recursion],
    "16.3.5": [settled_by_bound, settled_by_smaller_steps],
    "16.3.6": [steepest_by_loop, steepest_by_slices],
    "16.3.7": [undone_by_loop, undone_by_the_first, undone_by_scipy],
    "16.3.8": [series_by_products, series_by_eigenvalues],
    "16.3.9": [a_third_backward, some_backward],
}
