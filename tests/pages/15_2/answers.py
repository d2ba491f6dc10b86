"""Right answers to the exercises of page 15.2, written as different readers would."""

import numpy as np
from scipy.special import rel_entr


def distances_by_loops(bins):
    table = np.zeros((bins, bins))
    for i in range(bins):
        for j in range(bins):
            table[i, j] = abs(i - j) / (bins - 1)
    return table


def distances_of_a_line(bins):
    places = np.linspace(0, 1, bins)
    return [[abs(a - b) for b in places] for a in places]


def constraints_by_loops(rows, columns):
    A = np.zeros((rows + columns, rows * columns))
    for i in range(rows):
        for j in range(columns):
            A[i, i * columns + j] = 1
            A[rows + j, i * columns + j] = 1
    return A


def constraints_by_slices(rows, columns):
    A = np.zeros((rows + columns, rows * columns), dtype=int)
    for i in range(rows):
        A[i, columns * i : columns * (i + 1)] = 1
    for j in range(columns):
        A[rows + j, j::columns] = 1
    return A


def plan_with_exchanged_sides(p, q, cost, solve):
    A = constraints_by_loops(len(p), len(q))
    A = np.vstack([A[len(p) :], A[: len(p)]])
    return solve(cost.ravel(), A, np.concatenate([q, p])).reshape(cost.shape)


def plan_by_slices(p, q, cost, solve):
    A = constraints_by_slices(len(p), len(q))
    return np.reshape(solve(cost.flatten(), A, np.r_[p, q]), (len(p), -1))


def best_by_loops(plan, u, v, cost):
    for i in range(len(u)):
        for j in range(len(v)):
            gap = cost[i, j] - u[i] - v[j]
            if gap < -1e-9 or (plan[i, j] > 1e-9 and gap > 1e-9):
                return False
    return True


def best_by_earnings(plan, u, v, cost):
    prices = np.add.outer(u, v)
    if (prices > cost + 1e-9).any():
        return False
    earned = u @ plan.sum(axis=1) + v @ plan.sum(axis=0)
    return abs(earned - (plan * cost).sum()) < 1e-9


def area_by_walking(p, q):
    load, total = 0.0, 0.0
    for give, need in zip(p[:-1], q[:-1], strict=True):
        load += give - need
        total += abs(load)
    return total / (len(p) - 1)


def area_of_two_sums(p, q):
    return np.mean(np.abs(np.cumsum(p)[:-1] - np.cumsum(q)[:-1]))


def samples_sorted(x, y):
    pairs = zip(sorted(x), sorted(y), strict=True)
    return sum(abs(a - b) for a, b in pairs) / len(x)


def samples_by_order(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    return np.abs(x[np.argsort(x)] - y[np.argsort(y)]).mean()


def divergence_of_scipy(p, q):
    return rel_entr(p, q).sum()


def divergence_by_loop(p, q):
    total = 0.0
    for a, b in zip(p, q, strict=True):
        if a > 0 and b == 0:
            return float("inf")
        if a > 0:
            total += a * np.log(a / b)
    return total


def step_with_tables(p, q, kernel, b):
    a = p / (kernel * b).sum(axis=1)
    return a, q / (kernel * a[:, None]).sum(axis=0)


def step_by_loops(p, q, kernel, b):
    a = [p[i] / sum(kernel[i, j] * b[j] for j in range(len(q))) for i in range(len(p))]
    new = [
        q[j] / sum(kernel[i, j] * a[i] for i in range(len(p))) for j in range(len(q))
    ]
    return a, new


def blur_a_little_less():
    return 0.028


def blur_as_an_array():
    return np.array(0.033)


RIGHT = {
    "15.2.1": [distances_by_loops, distances_of_a_line],
    "15.2.3": [constraints_by_loops, constraints_by_slices],
    "15.2.4": [plan_with_exchanged_sides, plan_by_slices],
    "15.2.5": [best_by_loops, best_by_earnings],
    "15.2.6": [area_by_walking, area_of_two_sums],
    "15.2.8": [samples_sorted, samples_by_order],
    "15.2.9": [divergence_of_scipy, divergence_by_loop],
    "15.2.11": [step_with_tables, step_by_loops],
    "15.2.12": [blur_a_little_less, blur_as_an_array],
}
