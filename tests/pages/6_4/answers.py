"""Right answers to the exercises of page 6.4, written as different readers would."""

import math

import numpy as np


def average_then_step(phi, m, gradient, rate, beta):
    m_new = (1 - beta) * gradient(phi) + beta * m
    return phi - rate * m_new, m_new


def toward_the_gradient(phi, m, gradient, rate, beta):
    pairs = zip(m, gradient(phi), strict=True)
    average = [old + (1 - beta) * (new - old) for old, new in pairs]
    return [p - rate * a for p, a in zip(phi, average, strict=True)], average


def weights_one_by_one(beta, t):
    return [(1 - beta) * beta ** (t - s) for s in range(1, t + 1)]


def weights_by_recursion(beta, t):
    weights = np.zeros(t)
    for s in range(t):
        weights *= beta
        weights[s] = 1 - beta
    return weights


def path_with_converted_rate(gradient, start, rate, steps, beta):
    alpha, u, path = (1 - beta) * rate, 0, [np.array(start)]
    for _ in range(steps):
        u = beta * u + gradient(path[-1])
        path.append(path[-1] - alpha * u)
    return np.stack(path)


def path_as_a_heavy_ball(gradient, start, rate, steps, beta):
    path = np.empty((steps + 1, len(start)))
    path[0] = before = start
    for t in range(steps):
        push = rate * (1 - beta) * gradient(path[t])
        path[t + 1] = path[t] - push + beta * (path[t] - before)
        before = path[t]
    return path


def factor_from_numpy_roots(h, rate, beta):
    return max(abs(np.roots([1, rate * (1 - beta) * h - 1 - beta, beta])))


def factor_by_cases(h, rate, beta):
    half = (1 + beta - rate * (1 - beta) * h) / 2
    if half**2 < beta:
        return math.sqrt(beta)
    root = math.sqrt(half**2 - beta)
    return max(abs(half - root), abs(half + root))


def look_ahead_first(phi, m, gradient, rate, beta):
    g = gradient(phi - rate * beta * m)
    m = beta * m + (1 - beta) * g
    return phi - rate * m, m


def coast_then_correct(phi, m, gradient, rate, beta):
    coasted = beta * m
    arrived = phi - rate * coasted
    push = (1 - beta) * gradient(arrived)
    return arrived - rate * push, coasted + push


def lead_by_counting(a, b):
    wins = sum(u < v for u, v in zip(a, b, strict=True))
    return (2 * wins - len(a)) / len(a) ** 0.5


def lead_by_differences(a, b):
    return np.mean(np.where(b - a > 0, 1.0, -1.0)) * np.sqrt(len(b))


def lines_of_the_notebook(phi, momentum, gradient, alpha, beta):
    gradient = gradient(phi)
    momentum = beta * momentum + (1 - beta) * gradient
    return phi - alpha * momentum, momentum


def lines_of_the_notebook_that_look_ahead(phi, momentum, gradient, alpha, beta):
    gradient = gradient(phi - alpha * beta * momentum)
    momentum = beta * momentum + (1 - beta) * gradient
    return phi - alpha * momentum, momentum


def other_settings():
    return 0.9, 0.92, True


def settings_in_a_list():
    return [0.7, 0.9, 1]


def averages_in_a_table(path, beta):
    table = np.array(path, dtype=float)
    for k in range(1, len(table)):
        table[k] = beta * table[k - 1] + (1 - beta) * table[k]
    return table


def averages_toward_the_positions(path, beta):
    average, found = path[0], []
    for phi in path:
        average = average + (1 - beta) * (phi - average)
        found.append(average)
    return np.stack(found)


RIGHT = {
    "6.4.2": [average_then_step, toward_the_gradient, lines_of_the_notebook],
    "6.4.3": [weights_one_by_one, weights_by_recursion],
    "6.4.6": [path_with_converted_rate, path_as_a_heavy_ball],
    "6.4.9": [factor_from_numpy_roots, factor_by_cases],
    "6.4.10": [
        look_ahead_first,
        coast_then_correct,
        lines_of_the_notebook_that_look_ahead,
    ],
    "6.4.12": [lead_by_counting, lead_by_differences],
    "6.4.13": [other_settings, settings_in_a_list],
    "6.4.15": [averages_in_a_table, averages_toward_the_positions],
}
