"""Right answers to the exercises of page 7.2, written as different readers would."""

import numpy as np


def forward_by_loop(x, betas, omegas):
    f, h = [], [np.array(x, dtype=float)]
    for k in range(len(omegas)):
        f.append(betas[k].reshape(-1, 1) + np.dot(omegas[k], h[k]))
        if k < len(omegas) - 1:
            h.append(f[k] * (f[k] > 0))
    return f, h


def forward_by_examples(x, betas, omegas):
    preactivations = [np.zeros((len(b), x.shape[1])) for b in betas]
    activations = [x, *(np.zeros_like(one) for one in preactivations[:-1])]
    for i in range(x.shape[1]):
        value = x[:, i]
        for k, (beta, omega) in enumerate(zip(betas, omegas, strict=True)):
            activations[k][:, i] = value
            preactivations[k][:, i] = omega @ value + beta
            value = np.clip(preactivations[k][:, i], 0, None)
    return [preactivations, activations]


def biases_by_loop(dl_df):
    return [sum(row) for row in dl_df]


def biases_by_ones(dl_df):
    return dl_df @ np.ones(dl_df.shape[1])


def weights_by_outer_products(dl_df, h):
    total = np.zeros((dl_df.shape[0], h.shape[0]))
    for i in range(h.shape[1]):
        total += np.outer(dl_df[:, i], h[:, i])
    return total


def weights_by_product(dl_df, h):
    return np.matmul(dl_df, np.transpose(h))


def activations_by_loop(omega, dl_df):
    result = np.zeros((omega.shape[1], dl_df.shape[1]))
    for m in range(omega.shape[1]):
        for j in range(omega.shape[0]):
            result[m] += omega[j, m] * dl_df[j]
    return result


def activations_by_einsum(omega, dl_df):
    return np.einsum("jm,ji->mi", omega, dl_df)


def relu_by_product(f, dl_dh):
    return np.multiply(f > 0, dl_dh)


def relu_by_copy(f, dl_dh):
    result = np.array(dl_dh, dtype=float)
    result[f <= 0] = 0
    return result


def backward_by_lists(omegas, f, h, dl_dout):
    biases, weights, steps, d = [], [], [], dl_dout
    for k in range(len(omegas) - 1, -1, -1):
        biases.insert(0, d.sum(axis=1))
        weights.insert(0, d @ h[k].T)
        steps.insert(0, d)
        if k:
            d = (omegas[k].T @ d) * (f[k - 1] > 0)
    return biases, weights, steps


def backward_by_pieces(omegas, f, h, dl_dout):
    count = len(omegas)
    steps = [None] * count
    steps[-1] = dl_dout
    for k in range(count - 2, -1, -1):
        steps[k] = relu_by_copy(f[k], activations_by_loop(omegas[k + 1], steps[k + 1]))
    biases = [biases_by_loop(one) for one in steps]
    weights = [weights_by_outer_products(steps[k], h[k]) for k in range(count)]
    return [biases, weights, steps]


def probe_with_copies(function, at, step):
    result = np.zeros(np.shape(at))
    for index in np.ndindex(result.shape):
        up, down = np.array(at, dtype=float), np.array(at, dtype=float)
        up[index] += step
        down[index] -= step
        result[index] = (function(up) - function(down)) / (2 * step)
    return result


def probe_with_unit_vectors(function, at, step):
    slopes = []
    for direction in np.eye(at.size):
        shift = step * direction.reshape(at.shape)
        slopes.append((function(at + shift) - function(at - shift)) / (2 * step))
    return np.reshape(slopes, at.shape)


def probe_that_puts_back(function, at, step):
    at = at.copy()
    slopes = np.zeros(at.shape)
    for index in np.ndindex(at.shape):
        at[index] += step
        above = function(at)
        at[index] -= 2 * step
        slopes[index] = (above - function(at)) / (2 * step)
        at[index] += step
    return slopes


def residual_by_parts(omega, f, dl_dout):
    dl_df = np.where(f > 0, dl_dout, 0)
    return np.matmul(omega.T, dl_df) + dl_dout


def residual_by_examples(omega, f, dl_dout):
    columns = []
    for i in range(f.shape[1]):
        slopes = np.eye(len(f)) + np.diag(f[:, i] > 0) @ omega
        columns.append(dl_dout[:, i] @ slopes)
    return np.array(columns).T


def settings_for_many_steps():
    return 1.0, 0.01


def settings_as_a_list():
    return [0.7, 0.015]


RIGHT = {
    "7.2.2": [forward_by_loop, forward_by_examples],
    "7.2.3": [biases_by_loop, biases_by_ones],
    "7.2.4": [weights_by_outer_products, weights_by_product],
    "7.2.5": [activations_by_loop, activations_by_einsum],
    "7.2.7": [relu_by_product, relu_by_copy],
    "7.2.8": [backward_by_lists, backward_by_pieces],
    "7.2.10": [probe_with_copies, probe_with_unit_vectors, probe_that_puts_back],
    "7.2.15": [residual_by_parts, residual_by_examples],
    "7.2.16": [settings_for_many_steps, settings_as_a_list],
}
