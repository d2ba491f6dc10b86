"""Right answers to the exercises of page 9.3."""

import numpy as np


def resample_by_choice(x, y, rng):
    numbers = rng.choice(len(x), len(x))
    return x[numbers], y[numbers]


def resample_by_loop(x, y, rng):
    inputs, targets = [], []
    for _ in range(len(x)):
        i = rng.integers(0, len(x))
        inputs.append(x[i])
        targets.append(y[i])
    return np.array(inputs), np.array(targets)


def resample_pairs(x, y, rng):
    pairs = rng.choice(np.stack([x, y], axis=1), size=len(x), replace=True)
    return pairs[:, 0], pairs[:, 1]


def bagged_by_array(x, y, chosen, fit):
    return np.mean([fit(x[row], y[row]) for row in chosen], axis=0)


def bagged_sorted_together(x, y, chosen, fit):
    curves = []
    for numbers in chosen:
        numbers = numbers[np.argsort(x[numbers], kind="stable")]
        curves.append(fit(x[numbers], y[numbers]))
    return np.array(curves).mean(axis=0)


def both_by_columns(curves):
    columns = list(zip(*curves, strict=True))
    return [np.median(c) for c in columns], [np.mean(c) for c in columns]


def both_by_sorting(curves):
    ordered, count = np.sort(curves, axis=0), len(curves)
    middle = (ordered[(count - 1) // 2] + ordered[count // 2]) / 2
    return middle, np.sum(curves, axis=0) / count


def both_as_published(curves):
    all_y_model = curves
    y_model_median = np.median(all_y_model, axis=0)
    y_model_mean = np.mean(all_y_model, axis=0)
    return y_model_median, y_model_mean


def ambiguity_by_difference(curves, truth):
    ensemble = np.mean((np.mean(curves, axis=0) - truth) ** 2)
    average = np.mean([np.mean((row - truth) ** 2) for row in curves])
    return ensemble, average, average - ensemble


def ambiguity_by_variance(curves, truth):
    off = np.mean(curves, axis=0) - truth
    spread = np.mean(np.var(curves, axis=0))
    return np.mean(off**2), np.mean(off**2) + spread, spread


def classes_by_loop(probabilities, labels):
    members, examples, _ = probabilities.shape
    first = second = 0.0
    for i in range(examples):
        own = [probabilities[m, i, labels[i]] for m in range(members)]
        first -= np.log(np.mean(own)) / examples
        second -= np.mean(np.log(own)) / examples
    return first, second


def classes_by_mean_first(probabilities, labels):
    mean, rows = probabilities.mean(axis=0), np.arange(len(labels))
    losses = [-np.log(one[rows, labels]).mean() for one in probabilities]
    return -np.log(mean[rows, labels]).mean(), np.mean(losses)


def a_thousandth(n_hidden):
    return 0.0015


def an_array(n_hidden):
    return np.array([0.003])


RIGHT = {
    "9.3.2": [
        resample_by_choice, resample_by_loop, resample_pairs,
    ],
    "9.3.3": [bagged_by_array, bagged_sorted_together],
    "9.3.4": [both_by_columns, both_by_sorting, both_as_published],
    "9.3.6": [ambiguity_by_difference, ambiguity_by_variance],
    "9.3.9": [classes_by_loop, classes_by_mean_first],
    "9.3.10": [a_thousandth, an_array],
}  # fmt: skip
