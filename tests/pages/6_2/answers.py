"""Right answers to the exercises of page 6.2."""

import numpy as np
from scipy.optimize import minimize_scalar

from udl.fitting.line_search import line_search


def loss_by_loop(phi, x, y):
    total = 0
    for u, v in zip(x, y, strict=True):
        total += (phi[0] + phi[1] * u - v) ** 2
    return total


def loss_by_dot(phi, x, y):
    errors = np.polyval(phi[::-1], x) - y
    return errors @ errors


def gradient_by_design(phi, x, y):
    design = np.stack([np.ones_like(x), x])
    return 2 * design @ (phi @ design - y)


def gradient_by_loop(phi, x, y):
    first = second = 0.0
    for u, v in zip(x, y, strict=True):
        error = phi[0] + phi[1] * u - v
        first += 2 * error
        second += 2 * error * u
    return [first, second]


def differences_on_copies(loss, phi, delta):
    gradient = np.zeros(len(phi))
    for j in range(len(phi)):
        moved = phi.copy()
        moved[j] += delta
        gradient[j] = (loss(moved) - loss(phi)) / delta
    return gradient


def differences_by_comprehension(loss, phi, delta):
    return [(loss(phi + row) - loss(phi)) / delta for row in np.eye(phi.size) * delta]


def step_by_scan(phi, loss, gradient):
    slope = gradient(phi)
    rates = np.linspace(0, 0.1, 5001)
    best = min(rates, key=lambda rate: loss(phi - rate * slope))
    return phi - best * slope


def step_by_scipy(phi, loss, gradient):
    direction = -gradient(phi)
    found = minimize_scalar(
        lambda t: loss(phi + t * direction), bounds=(0, 0.1), method="bounded"
    )
    return phi + found.x * direction


def step_by_the_search_of_the_page(phi, loss, gradient):
    slope = gradient(phi)
    points = np.linspace(0, 0.1, 4)
    return (
        phi - line_search(lambda rate: loss(phi - rate * slope), points=points) * slope
    )


def descend_with_list(gradient, start, rate, steps):
    path = [start]
    while len(path) <= steps:
        path.append(path[-1] - rate * gradient(path[-1]))
    return path


def descend_into_table(gradient, start, rate, steps):
    path = np.zeros((steps + 1, len(start)))
    path[0] = start
    for k in range(steps):
        path[k + 1] = path[k] - rate * gradient(path[k])
    return path


def rate_from_trace_and_determinant(x):
    a, b, d = 2 * len(x), 2 * sum(x), 2 * sum(x**2)
    return 2 / ((a + d) / 2 + (((a - d) / 2) ** 2 + b**2) ** 0.5)


def rate_from_singular_value(x):
    return 1 / np.linalg.norm(np.stack([x**0, x]), 2) ** 2


def exact_by_products(g, h):
    return np.sum(g**2) / np.sum(g * np.dot(h, g))


def exact_by_loop(g, h):
    above = below = 0.0
    for i in range(len(g)):
        above += g[i] * g[i]
        for j in range(len(g)):
            below += g[i] * h[i, j] * g[j]
    return above / below


def step_at_one_place(phi, x, y, rate):
    error = phi[0] + phi[1] * x - y
    new = phi.copy()
    new[0] -= rate * 2 * np.sum(error)
    new[1] -= rate * 2 * np.sum(error * x)
    return new


def step_by_a_list(phi, x, y, rate):
    error = [phi[0] + phi[1] * a - b for a, b in zip(x, y, strict=True)]
    slopes = [2 * sum(error), 2 * sum(e * a for e, a in zip(error, x, strict=True))]
    return [p - rate * s for p, s in zip(phi, slopes, strict=True)]


def polynomial_by_vander(x, degree):
    table = np.vander(np.asarray(x, float), degree + 1)
    return 1 / np.linalg.norm(table, 2) ** 2


def polynomial_by_loops(x, degree):
    size = range(degree + 1)
    hessian = [[2.0 * sum(float(a) ** (j + k) for a in x) for j in size] for k in size]
    return 2 / max(np.linalg.eigvalsh(hessian))


def settings_of_a_standard_score(x):
    return np.mean(x), np.std(x), 0.5 / len(x)


def settings_of_unit_length(x):
    mean = sum(x) / len(x)
    length = np.sqrt(sum((x - mean) ** 2) / len(x))
    return [mean, length, 0.51 / len(x)]


RIGHT = {
    "6.2.1": [loss_by_loop, loss_by_dot],
    "6.2.3": [gradient_by_design, gradient_by_loop],
    "6.2.5": [differences_on_copies, differences_by_comprehension],
    "6.2.7": [step_at_one_place, step_by_a_list],
    "6.2.8": [exact_by_products, exact_by_loop],
    "6.2.9": [step_by_scan, step_by_scipy, step_by_the_search_of_the_page],
    "6.2.11": [descend_with_list, descend_into_table],
    "6.2.13": [rate_from_trace_and_determinant, rate_from_singular_value],
    "6.2.14": [polynomial_by_vander, polynomial_by_loops],
    "6.2.15": [settings_of_a_standard_score, settings_of_unit_length],
}
