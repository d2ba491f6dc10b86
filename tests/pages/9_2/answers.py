"""Right answers to the exercises of page 9.2."""

import numpy as np


def term_by_dot(gradient, alpha):
    return alpha * (gradient @ gradient) / 4


def term_by_norm(gradient, alpha):
    return alpha / 4 * np.linalg.norm(gradient) ** 2


def term_by_loop(gradient, alpha):
    total = 0.0
    for slope in gradient:
        total += slope * slope
    return 0.25 * alpha * total


def slope_by_dot(phi, gradient, hessian, alpha):
    slope = gradient(phi)
    return slope + 0.5 * alpha * np.dot(hessian(phi), slope)


def slope_by_matrix(phi, gradient, hessian, alpha):
    return (np.eye(len(phi)) + alpha / 2 * hessian(phi)) @ gradient(phi)


def walks_with_lists(gradient, modified, start, alpha, tiny, steps):
    large, small = [start], [start]
    for _ in range(steps):
        large.append(large[-1] - alpha * gradient(large[-1]))
    for _ in range(round(steps * alpha / tiny)):
        small.append(small[-1] - tiny * modified(small[-1]))
    return large[-1], small[-1]


def walks_nested(gradient, modified, start, alpha, tiny, steps):
    one, two = start.astype(float), start.astype(float)
    for _ in range(steps):
        one = one - alpha * gradient(one)
        for _ in range(round(alpha / tiny)):
            two = two - tiny * modified(two)
    return [one, two]


def batches_by_two_terms(gradients, alpha):
    mean = np.mean(gradients, axis=0)
    spread = np.sum((gradients - mean) ** 2) / len(gradients)
    return alpha / 4 * np.sum(mean**2) + alpha / 4 * spread


def batches_by_loop(gradients, alpha):
    return sum(alpha / 4 * (g @ g) for g in gradients) / len(gradients)


def batches_by_sum(gradients, alpha):
    return alpha / (4 * gradients.shape[0]) * np.sum(gradients**2)


def product_by_gradient(phi, y, alpha):
    error = phi[0] * phi[1] - y
    gradient = 2 * error * np.array([phi[1], phi[0]])
    return alpha / 4 * np.sum(gradient**2)


def product_written_out(phi, y, alpha):
    a, b = phi
    return alpha * (a * b - y) ** 2 * (a**2 + b**2)


def schedule_with_few_quiet_steps(labels):
    return 0.25 / np.abs(np.mean(labels)), 900, 100


def schedule_by_the_sum(labels):
    return [0.4 / abs(labels[0] + labels[1]), 850, 150]


RIGHT = {
    "9.2.3": [term_by_dot, term_by_norm, term_by_loop],
    "9.2.5": [slope_by_dot, slope_by_matrix],
    "9.2.6": [walks_with_lists, walks_nested],
    "9.2.8": [batches_by_two_terms, batches_by_loop, batches_by_sum],
    "9.2.9": [product_by_gradient, product_written_out],
    "9.2.10": [schedule_with_few_quiet_steps, schedule_by_the_sum],
}
