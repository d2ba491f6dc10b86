"""Right answers to the exercises of page B.5."""

import numpy as np


def relu_by_correlation(k_aa, k_bb, k_ab):
    root = np.sqrt(k_aa) * np.sqrt(k_bb)
    rho = np.minimum(np.maximum(k_ab / root, -1.0), 1.0)
    bracket = np.sqrt(1 - rho**2) + (np.pi - np.arccos(rho)) * rho
    return root * bracket / (2 * np.pi)


def relu_by_arcsine(k_aa, k_bb, k_ab):
    root = (k_aa * k_bb) ** 0.5
    rho = np.clip(k_ab / root, -1, 1)
    sine = (1 - rho**2) ** 0.5
    return root / (2 * np.pi) * (sine + (np.pi / 2 + np.arcsin(rho)) * rho)


def network_by_loop(a, b, sigma_beta_sq, sigma_omega_sq):
    def before(x, y):
        return sigma_beta_sq + sigma_omega_sq * x * y

    out = np.zeros((len(a), len(b)))
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            product = relu_by_arcsine(before(x, x), before(y, y), before(x, y))
            out[i, j] = sigma_beta_sq + sigma_omega_sq * product
    return out


def network_by_columns(a, b, sigma_beta_sq, sigma_omega_sq):
    scale = np.sqrt([[sigma_beta_sq], [sigma_omega_sq]])
    u, v = (scale * np.stack([np.ones(len(x)), x]) for x in (a, b))
    variances = np.sum(u**2, axis=0)[:, None], np.sum(v**2, axis=0)
    return sigma_beta_sq + sigma_omega_sq * relu_by_correlation(*variances, u.T @ v)


def one_by_units(x, z, sigma_beta_sq, sigma_omega_sq):
    width, total = z.shape[1], np.zeros(len(x))
    for d in range(width):
        line = sigma_beta_sq**0.5 * z[0, d] + sigma_omega_sq**0.5 * z[1, d] * x
        total = total + (sigma_omega_sq / width) ** 0.5 * z[2, d] * np.where(
            line > 0, line, 0
        )
    return total


def one_by_matrix(x, z, sigma_beta_sq, sigma_omega_sq):
    columns = np.stack([np.ones(len(x)), x])
    scaled = np.sqrt([[sigma_beta_sq], [sigma_omega_sq]]) * z[:2]
    hidden = np.maximum(scaled.T @ columns, 0)
    return np.sqrt(sigma_omega_sq) / np.sqrt(z.shape[1]) * z[2] @ hidden


def large_variances():
    return [24.8, 100.0]


def larger_variances():
    return np.array([29.0, 116.0])


def deep_by_tuple(a, b, layers, sigma_beta_sq, sigma_omega_sq):
    def grow(product):
        return sigma_beta_sq + sigma_omega_sq * product

    column, row = a.reshape(-1, 1), b.reshape(1, -1)
    kernels = grow(column**2), grow(row**2), grow(column * row)
    for _ in range(layers):
        p, q, c = kernels
        kernels = grow(p / 2), grow(q / 2), grow(relu_by_arcsine(p, q, c))
    return kernels[2]


def deep_by_recursion(a, b, layers, sigma_beta_sq, sigma_omega_sq):
    def kernel(x, y, left):
        if left == 0:
            return sigma_beta_sq + sigma_omega_sq * x * y
        parts = kernel(x, x, left - 1), kernel(y, y, left - 1), kernel(x, y, left - 1)
        return sigma_beta_sq + sigma_omega_sq * relu_by_correlation(*parts)

    return [[kernel(x, y, layers) for y in b] for x in a]


RIGHT = {
    "B.5.3": [relu_by_correlation, relu_by_arcsine],
    "B.5.4": [network_by_loop, network_by_columns],
    "B.5.6": [one_by_units, one_by_matrix],
    "B.5.7": [large_variances, larger_variances],
    "B.5.8": [deep_by_tuple, deep_by_recursion],
}
