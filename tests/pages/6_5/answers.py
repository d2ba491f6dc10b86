"""Right answers to the exercises of page 6.5, written as different readers would."""

import math

import numpy as np


def gradient_in_numbers(phi):
    along, across = float(phi[0]), float(phi[1])
    bell = math.exp(-2 * across**2) * math.exp(-((along - 0.7) ** 2) / 8)
    return [bell * (along - 0.7) / 4, 4 * across * bell]


def gradient_of_the_exponent_times_the_bell(phi):
    away = phi - np.array([0.7, 0.0])
    h = np.array([0.25, 4.0])
    return h * away * np.exp(-0.5 * np.sum(h * away**2))


def step_by_sizes(phi, gradient, rate, epsilon):
    g = gradient(phi)
    return phi - rate * g / (np.abs(g) + epsilon)


def step_by_loop(phi, gradient, rate, epsilon):
    new = []
    for p, g in zip(phi, gradient(phi), strict=True):
        m, v = g, g * g
        new.append(p - rate * m / (math.sqrt(v) + epsilon))
    return new


def averages_by_loop(g, beta):
    m, answer = 0, []
    for t in range(len(g)):
        m = beta * m + (1 - beta) * g[t]
        answer.append(m / (1 - beta ** (t + 1)))
    return answer


def averages_by_weights(g, beta):
    weights = [beta ** np.arange(t, -1.0, -1.0) for t in range(len(g))]
    return np.array([np.average(g[: w.size], weights=w) for w in weights])


def adam_in_five_lines(phi, m, v, t, gradient, rate, beta, gamma, epsilon):
    g = gradient(phi)
    m_new = beta * m + (1 - beta) * g
    v_new = gamma * v + (1 - gamma) * g * g
    mean, size = m_new / (1 - beta ** (t + 1)), np.sqrt(v_new / (1 - gamma ** (t + 1)))
    return phi - rate * mean / (size + epsilon), m_new, v_new


def adam_entry_by_entry(phi, m, v, t, gradient, rate, beta, gamma, epsilon):
    t += 1
    out = [[], [], []]
    for p, a, b, g in zip(phi, m, v, gradient(phi), strict=True):
        a += (1 - beta) * (g - a)
        b += (1 - gamma) * (g**2 - b)
        length = a / (1 - beta**t) / (math.sqrt(b / (1 - gamma**t)) + epsilon)
        for column, value in zip(out, (p - rate * length, a, b), strict=True):
            column.append(value)
    return out


def path_into_a_table(gradient, start, rate, steps, beta, gamma, epsilon):
    path = np.zeros((steps + 1, len(start)))
    path[0] = start
    m, v = np.zeros(len(start)), np.zeros(len(start))
    for t in range(steps):
        path[t + 1], m, v = adam_in_five_lines(
            path[t], m, v, t, gradient, rate, beta, gamma, epsilon
        )
    return path


def path_as_a_list(gradient, start, rate, steps, beta, gamma, epsilon):
    phi, m, v, path = start, 0, 0, [start]
    for t in range(1, steps + 1):
        g = gradient(phi)
        m, v = beta * m + (1 - beta) * g, gamma * v + (1 - gamma) * g**2
        size = np.sqrt(v / (1 - gamma**t)) + epsilon
        phi = phi - rate * (m / (1 - beta**t)) / size
        path.append(phi)
    return path


def bound_by_loop(beta, gamma, steps):
    total = 0.0
    for k in range(steps):
        a = (1 - beta) * beta**k / (1 - beta**steps)
        b = (1 - gamma) * gamma**k / (1 - gamma**steps)
        total += a * a / b
    return math.sqrt(total)


def bound_in_closed_form(beta, gamma, steps):
    r = beta**2 / gamma
    series = (1 - r**steps) / (1 - r)
    a, b = (1 - beta) / (1 - beta**steps), (1 - gamma) / (1 - gamma**steps)
    return a * (series / b) ** 0.5


def change_by_loop(m, v, t, rate, beta, gamma, epsilon=1e-8):
    changes = []
    for a, b in zip(m, v, strict=True):
        size = math.sqrt(b / (1 - gamma**t)) + epsilon
        changes.append(-rate * a / ((1 - beta**t) * size))
    return changes


def change_of_absolute_values(m, v, t, rate, beta, gamma, epsilon=1e-8):
    m, v = m / (1 - beta**t), v / (1 - gamma**t)
    return -(rate / (v**0.5 + epsilon)) * m


def adamw_in_full(phi, m, v, t, gradient, rate, beta, gamma, epsilon, decay):
    g = gradient(phi)
    m = beta * m + (1 - beta) * g
    v = gamma * v + (1 - gamma) * g * g
    step = m / (1 - beta ** (t + 1)) / (np.sqrt(v / (1 - gamma ** (t + 1))) + epsilon)
    return phi - rate * (step + decay * phi), m, v


def adamw_shrinks_what_it_moves(
    phi, m, v, t, gradient, rate, beta, gamma, epsilon, decay
):
    after = adam_in_five_lines(phi, m, v, t, gradient, rate, beta, gamma, epsilon)
    move = after[0] - phi
    return (1 - rate * decay) * phi + move, after[1], after[2]


def schedule_in_steps(steps):
    rates = np.full(steps, 0.02)
    rates[steps // 2 :] = 0.004
    rates[3 * steps // 4 :] = 0.001
    return rates


def schedule_on_a_line(steps):
    return [0.02 * (1 - t / steps) for t in range(steps)]


def schedule_of_a_cosine(steps):
    return 0.01 * (1 + np.cos(np.pi * np.arange(steps) / steps))


RIGHT = {
    "6.5.1": [gradient_in_numbers, gradient_of_the_exponent_times_the_bell],
    "6.5.5": [step_by_sizes, step_by_loop],
    "6.5.7": [averages_by_loop, averages_by_weights],
    "6.5.8": [adam_in_five_lines, adam_entry_by_entry],
    "6.5.9": [path_into_a_table, path_as_a_list],
    "6.5.10": [change_by_loop, change_of_absolute_values],
    "6.5.12": [bound_by_loop, bound_in_closed_form],
    "6.5.15": [adamw_in_full, adamw_shrinks_what_it_moves],
    "6.5.16": [schedule_in_steps, schedule_on_a_line, schedule_of_a_cosine],
}
