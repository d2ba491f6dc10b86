"""Right answers to the exercises of page 8.3, written as different readers would."""

import math

import numpy as np


def fit_by_pinv(h, y):
    return np.linalg.pinv(h) @ y


def fit_output_by_output(h, y):
    h, y = np.array(h, float), np.array(y, float)
    columns = y.reshape(len(y), -1).T
    weights = [np.linalg.lstsq(h, column, rcond=None)[0] for column in columns]
    return np.array(weights).T.reshape(h.shape[1], *y.shape[1:])


def fit_by_inverse(h, y):
    h = np.asarray(h)
    if h.shape[0] < h.shape[1]:
        return np.dot(h.T, np.dot(np.linalg.inv(np.dot(h, h.T)), y))
    return np.linalg.inv(h.T @ h) @ (h.T @ y)


def share_by_trace(h, sigma):
    h = np.asarray(h, float)
    gram = h @ h.T if h.shape[0] < h.shape[1] else h.T @ h
    return np.trace(np.linalg.inv(gram)) * sigma**2


def share_by_weights(h, sigma):
    return float(
        (sigma * np.linalg.pinv(h)).ravel() @ (sigma * np.linalg.pinv(h)).ravel()
    )


def labels_by_loop(y, share, u, digits):
    new = list(y)
    for i in range(len(new)):
        if u[i] < share:
            new[i] = digits[i]
    return new


def labels_by_mask(y, share, u, digits):
    new = y.copy()
    mask = u < share
    new[mask] = digits[mask]
    return new


def threshold_by_all(widths, errors, level):
    for i, width in enumerate(widths):
        if all(error <= level for error in errors[i:]):
            return width
    return float("inf")


def threshold_by_maximum(widths, errors, level):
    highest = np.maximum.accumulate(errors[::-1])[::-1]
    good = widths[highest <= level]
    return good[0] if len(good) else math.inf


def errors_in_a_list(widths, error_of):
    return [error_of(width) for width in widths]


def errors_of_kind_float(widths, error_of):
    errors = np.zeros_like(widths, dtype=float)
    for i, width in enumerate(widths):
        errors[i] = error_of(width)
    return errors


def the_same_power(n_units):
    return 1.3


def power_by_rule(n_units):
    return math.log10(1.5 * math.sqrt(n_units))


def risk_in_one_line(n_examples, n_features, sigma, length):
    gap = abs(n_examples - n_features) - 1
    noise = sigma**2 * min(n_examples, n_features) / gap if gap > 0 else math.inf
    return noise + length**2 * max(0, 1 - n_examples / n_features)


def risk_by_cases(n_examples, n_features, sigma, length):
    if n_features <= n_examples - 2:
        return n_features * sigma**2 / (n_examples - n_features - 1)
    if n_features >= n_examples + 2:
        lost = length**2 * (n_features - n_examples) / n_features
        return lost + n_examples * sigma**2 / (n_features - n_examples - 1)
    return np.inf


RIGHT = {
    "8.3.2": [fit_by_pinv, fit_output_by_output, fit_by_inverse],
    "8.3.4": [share_by_trace, share_by_weights],
    "8.3.7": [labels_by_loop, labels_by_mask],
    "8.3.11": [threshold_by_all, threshold_by_maximum],
    "8.3.12": [errors_in_a_list, errors_of_kind_float],
    "8.3.13": [the_same_power, power_by_rule],
    "8.3.14": [risk_in_one_line, risk_by_cases],
}
