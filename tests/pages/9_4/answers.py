"""Right answers to the exercises of page 9.4, written as different readers would."""

import numpy as np


def posterior_by_solving(h, y, sigma_sq, sigma_p_sq):
    precision = (1 / sigma_sq) * (h @ h.T) + (1 / sigma_p_sq) * np.identity(h.shape[0])
    mean = np.linalg.solve(precision, h @ y / sigma_sq)
    return mean, np.linalg.solve(precision, np.eye(h.shape[0]))


def posterior_by_the_other_inverse(h, y, sigma_sq, sigma_p_sq):
    within = sigma_sq * np.eye(h.shape[1]) + sigma_p_sq * h.T @ h
    gain = sigma_p_sq * h @ np.linalg.inv(within)
    return gain @ y, sigma_p_sq * (np.eye(h.shape[0]) - gain @ h.T)


def posterior_by_loop(h, y, sigma_sq, sigma_p_sq):
    precision = np.eye(len(h)) / sigma_p_sq
    linear = np.zeros((len(h), 1))
    for i in range(len(y)):
        column = h[:, i : i + 1]
        precision = precision + column @ column.T / sigma_sq
        linear = linear + column * y[i] / sigma_sq
    covariance = np.linalg.inv(precision)
    return [covariance @ linear, covariance]


def draws_by_eigenvectors(mean, covariance, z):
    values, vectors = np.linalg.eigh(covariance)
    return mean[:, np.newaxis] + vectors @ np.diag(np.sqrt(values)) @ z


def draws_by_loop(mean, covariance, z):
    root = np.linalg.cholesky(covariance)
    columns = [mean + root @ z[:, n] for n in range(z.shape[1])]
    return np.array(columns).T


def draws_by_svd(mean, covariance, z):
    u, s, _ = np.linalg.svd(covariance)
    return (mean + (u * np.sqrt(s) @ z).T).T


def predictive_by_sum(h, mean, covariance, sigma_sq):
    variance = sum(
        h[i] * covariance[i, j] * h[j] for i in range(len(h)) for j in range(len(h))
    )
    return np.sum(h * mean), sigma_sq + variance


def predictive_by_column(h, mean, covariance, sigma_sq):
    column = h.reshape(-1, 1)
    return column.T @ mean, column.T @ covariance @ column + sigma_sq


def band_by_diagonal(h, mean, covariance, sigma_sq):
    center = mean @ h
    spread = np.sqrt(np.diag(h.T @ covariance @ h) + sigma_sq)
    return center - 2 * spread, center + 2 * spread


def band_by_einsum(h, mean, covariance, sigma_sq):
    variance = np.einsum("ki,kl,li->i", h, covariance, h) + sigma_sq
    reach = 2 * variance**0.5
    return np.array([h.T @ mean - reach, h.T @ mean + reach])


def update_by_gain(mean, covariance, h, y, sigma_sq):
    gain = covariance @ h / (h @ covariance @ h + sigma_sq)
    new = mean + gain * (y - h @ mean)
    return new, covariance - np.outer(gain, h @ covariance)


def update_by_columns(mean, covariance, h, y, sigma_sq):
    column, before = h[:, None], np.linalg.inv(covariance)
    new = np.linalg.inv(before + column @ column.T / sigma_sq)
    return new @ (before @ mean[:, None] + column * y / sigma_sq), new


def places_repeated(n_hidden, count):
    return np.repeat(np.linspace(0, 1, n_hidden + 1), count // (n_hidden + 1))


def places_in_a_list(n_hidden, count):
    return [(i % (n_hidden + 1)) / n_hidden for i in range(int(count))]


RIGHT = {
    "9.4.3": [posterior_by_solving, posterior_by_the_other_inverse, posterior_by_loop],
    "9.4.4": [draws_by_eigenvectors, draws_by_loop, draws_by_svd],
    "9.4.6": [predictive_by_sum, predictive_by_column],
    "9.4.7": [band_by_diagonal, band_by_einsum],
    "9.4.10": [update_by_gain, update_by_columns],
    "9.4.11": [places_repeated, places_in_a_list],
}
