"""Right answers to the exercises of page B.6, written as different readers would."""

import numpy as np


def euler_into_an_array(f, x, t0, t1, steps):
    times, h = np.linspace(t0, t1, steps + 1, retstep=True)
    path = np.zeros((steps + 1, *np.shape(x)))
    path[0] = x
    for n, t in enumerate(times[:-1]):
        path[n + 1] = path[n] + h * f(t, path[n])
    return path


def euler_as_list(f, x, t0, t1, steps):
    path, t = [np.array(x, dtype=float)], t0
    while len(path) <= steps:
        path += [path[-1] + (t1 - t0) / steps * f(t, path[-1])]
        t += (t1 - t0) / steps
    return path


def heun_as_correction(f, t, x, h):
    predicted = x + h * f(t, x)
    return x + 0.5 * h * (f(t, x) + f(t + h, predicted))


def heun_as_mean_of_ends(f, t, x, h):
    first = x + h * f(t, x)
    return (x + first + h * f(t + h, first)) / 2


def rk4_with_steps_for_slopes(f, t, x, h):
    k1 = h * f(t, x)
    k2 = h * f(t + 0.5 * h, x + 0.5 * k1)
    k3 = h * f(t + 0.5 * h, x + 0.5 * k2)
    k4 = h * f(t + h, x + k3)
    return x + k1 / 6 + k2 / 3 + k3 / 3 + k4 / 6


def rk4_by_table(f, t, x, h):
    slope, total = 0 * x, 0 * x
    for ahead, weight in ((0, 1), (0.5, 2), (0.5, 2), (1, 1)):
        slope = f(t + ahead * h, x + ahead * h * slope)
        total = total + weight * slope
    return x + h * total / 6


def walk_over_linspace(step, f, x, t0, t1, h):
    for t in np.linspace(t0, t1, round((t1 - t0) / h) + 1)[:-1]:
        x = step(f, t, x, h)
    return x


def walk_until_close(step, f, x, t0, t1, h):
    t = t0
    while t < t1 - h / 2:
        x = step(f, t, x, h)
        t = t + h
    return x


def implicit_by_inverse(A, x, h):
    return np.linalg.inv(np.identity(A.shape[0]) - h * np.array(A)) @ x


def implicit_for_the_step(A, x, h):
    return x + np.linalg.solve(np.eye(x.size) - h * A, h * A.dot(x))


def levels_of_third_root(highest, lowest, steps):
    return np.cbrt(np.linspace(np.cbrt(highest), np.cbrt(lowest), steps + 1) ** 9)


def levels_by_loop(highest, lowest, steps):
    levels = []
    for n in range(steps + 1):
        share = n / steps
        levels.append(((1 - share) * highest**0.25 + share * lowest**0.25) ** 4)
    return levels


RIGHT = {
    "B.6.2": [euler_into_an_array, euler_as_list],
    "B.6.6": [heun_as_correction, heun_as_mean_of_ends],
    "B.6.7": [rk4_with_steps_for_slopes, rk4_by_table],
    "B.6.9": [walk_over_linspace, walk_until_close],
    "B.6.11": [implicit_by_inverse, implicit_for_the_step],
    "B.6.13": [levels_of_third_root, levels_by_loop],
}
