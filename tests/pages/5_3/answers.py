"""Right answers to the exercises of page 5.3, written as different readers would."""

import math

import numpy as np


def softmax_with_keepdims(f):
    e = np.exp(f - f.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)


def softmax_by_loop(f):
    columns = []
    for column in f.T:
        largest = max(column)
        e = [math.exp(value - largest) for value in column]
        columns.append([value / sum(e) for value in e])
    return np.array(columns).T


def softmax_from_differences(f):
    with np.errstate(over="ignore"):  # exp of a large difference: share zero
        return 1 / np.exp(f[None] - f[:, None]).sum(axis=1)


def likelihood_by_indexing(y, lam):
    return np.prod(lam[y, np.arange(len(y))])


def likelihood_by_loop(y, lam):
    product = 1.0
    for i, k in enumerate(y):
        product *= lam[k][i]
    return product


def likelihood_with_powers(y, lam):
    one_hot = np.eye(lam.shape[0])[y].T
    return np.prod(lam**one_hot)


def likelihood_in_the_other_order(lam, y):
    return np.prod([lam[k, i] for i, k in enumerate(y)])


def loss_by_indexing(y, lam):
    return -np.log(lam[y, np.arange(len(y))]).sum()


def loss_by_loop(y, lam):
    return sum(-math.log(lam[k, i]) for i, k in enumerate(y))


def loss_with_take_along_axis(y, lam):
    observed = np.take_along_axis(lam, y[None], axis=0)
    return float(np.sum(-np.log(observed)))


def logit_loss_by_shift(y, f):
    largest = f.max(axis=0)
    log_sum_exp = largest + np.log(np.exp(f - largest).sum(axis=0))
    return np.sum(log_sum_exp) - np.sum(f[y, np.arange(len(y))])


def logit_loss_with_logaddexp(y, f):
    return sum(
        np.logaddexp.reduce(column) - column[k]
        for k, column in zip(y, f.T, strict=True)
    )


def gradient_with_identity(y, f):
    return softmax_with_keepdims(f) - np.eye(f.shape[0])[y].T


def gradient_by_loop(y, f):
    gradient = softmax_by_loop(f)
    for i, k in enumerate(y):
        gradient[k, i] -= 1
    return gradient.tolist()


def class_by_argmax(f):
    return f.argmax(axis=0)


def class_from_probabilities(f):
    return [int(np.argmax(column)) for column in softmax_with_keepdims(f).T]


def factors_by_scanning(y, f):
    knob = np.linspace(0.05, 3, 200)
    return np.array(
        [
            knob[np.argmin([logit_loss_by_shift(one, c * table) for c in knob])]
            for one, table in zip(y, f, strict=True)
        ]
    )


def factors_by_halving(y, f):
    factors = []
    for one, table in zip(y, f, strict=True):
        low, high = 0.01, 10.0
        for _ in range(40):
            middle = math.sqrt(low * high)
            slope = np.sum(gradient_with_identity(one, middle * table) * table)
            low, high = (low, middle) if slope > 0 else (middle, high)
        factors.append(middle)
    return factors


def logarithms_by_column(f):
    columns = [column - np.logaddexp.reduce(column) for column in np.asarray(f).T]
    return np.array(columns).T


def logarithms_with_keepdims(f):
    shifted = f - np.max(f, axis=0, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))


def labels_by_cases(y, f):
    return np.where(y == 1, np.logaddexp(0, -f), np.logaddexp(0, f)).sum()


def labels_by_loop(y, f):
    total = 0.0
    for row, outputs in zip(y, f, strict=True):
        for label, z in zip(row, outputs, strict=True):
            total += max(z, 0) + math.log1p(math.exp(-abs(z))) - label * z
    return total


RIGHT = {
    "5.3.4": [softmax_with_keepdims, softmax_by_loop, softmax_from_differences],
    "5.3.6": [
        likelihood_by_indexing, likelihood_by_loop, likelihood_with_powers,
        likelihood_in_the_other_order,
    ],
    "5.3.7": [loss_by_indexing, loss_by_loop, loss_with_take_along_axis],
    "5.3.9": [logit_loss_by_shift, logit_loss_with_logaddexp],
    "5.3.11": [gradient_with_identity, gradient_by_loop],
    "5.3.15": [class_by_argmax, class_from_probabilities],
    "5.3.17": [factors_by_scanning, factors_by_halving],
    "5.3.18": [logarithms_by_column, logarithms_with_keepdims],
    "5.3.19": [labels_by_cases, labels_by_loop],
}  # fmt: skip
