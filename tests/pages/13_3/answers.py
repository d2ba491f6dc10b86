"""Right answers to the exercises of page 13.3, written as different readers would."""

import math

import numpy as np


def below_by_counts(A, needed):
    return ((A + np.eye(len(A))) @ needed > 0) * 1.0


def below_by_loops(A, needed):
    return [
        needed[n] == 1 or any(needed[m] and A[m, n] for m in range(len(A)))
        for n in range(len(A))
    ]


def below_as_a_column(A, needed):
    return np.where((A @ needed[:, None] > 0) | (needed[:, None] > 0), 1.0, 0.0)


def field_by_powers(A, node, layers):
    walks = np.linalg.matrix_power(A + np.eye(len(A), dtype=int), layers)
    return walks[:, node] > 0


def field_by_search(A, node, layers):
    found, rim = {node}, {node}
    for _ in range(layers):
        rim = {int(m) for n in rim for m in np.flatnonzero(A[n])} - found
        found |= rim
    return np.array([n in found for n in range(len(A))])


def sampled_by_sorting(A, needed, count, u):
    below = needed + 0.0
    new = [n for n in range(len(A)) if not needed[n] and A[n] @ needed > 0]
    for n in sorted(new, key=lambda n: u[n])[:count]:
        below[n] = 1
    return below


def sampled_by_infinity(A, needed, count, u):
    reached = (A @ needed > 0) & (needed == 0)
    u = np.where(reached, u, np.inf)
    drawn = np.argsort(u)[: min(count, reached.sum())]
    below = needed.astype(bool)
    below[drawn] = True
    return below[:, None]


def sum_by_minimum(x, count, u):
    count = min(count, len(x))
    return len(x) / count * np.sum(x[np.argsort(u)[:count]])


def sum_by_the_mean(x, count, u):
    pairs = sorted(zip(u, x, strict=True))[:count]
    return len(x) * np.mean([value for _, value in pairs])


def sample_by_trying(x, error):
    d = len(x)
    for count in range(1, d):
        if d * (d - count) / count * np.var(x, ddof=1) <= error**2:
            return count
    return d


def sample_with_means(x, error):
    d = len(x)
    S2 = np.sum((x - np.mean(x)) ** 2) / (d - 1)
    return int(max(1, math.ceil(d / (1 + error**2 / (d * S2))))) if S2 else 1


def chances_by_division(x):
    return [value / sum(x) for value in x]


def chances_nearly(x):
    p = np.array(x) + 0.001 * np.min(x)
    return p / np.sum(p)


RIGHT = {
    "13.3.2": [below_by_counts, below_by_loops, below_as_a_column],
    "13.3.3": [field_by_powers, field_by_search],
    "13.3.5": [sampled_by_sorting, sampled_by_infinity],
    "13.3.7": [sum_by_minimum, sum_by_the_mean],
    "13.3.9": [sample_by_trying, sample_with_means],
    "13.3.10": [chances_by_division, chances_nearly],
}
