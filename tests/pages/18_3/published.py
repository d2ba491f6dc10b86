"""Right answers to page 18.3, as a reader of its published notebook would have them.

Names, arguments and their order are those of the notebook, and it reads the others from
its cells; the bodies are our own.
"""

import numpy as np


def get_data_pairs(x_train, t, beta):
    epsilon = np.random.standard_normal(x_train.shape)  # noqa: NPY002
    a_t = np.power(1 - beta, t)
    z_t = x_train * np.sqrt(a_t) + epsilon * np.sqrt(1 - a_t)
    return z_t, epsilon


def sample(model, T, sigma_t, n_samples):
    samples = np.zeros((T + 1, n_samples))
    samples[T, :] = np.random.standard_normal(n_samples)  # noqa: NPY002
    for t in range(T, 0, -1):
        clear_output(wait=True)  # noqa: F821
        display(f"step {t}")  # noqa: F821
        epsilon = model[t - 1].predict(samples[t, :])
        a_t = (1 - beta) ** t  # noqa: F821
        part = beta / np.sqrt(1 - a_t)  # noqa: F821
        samples[t - 1, :] = samples[t, :] - part * epsilon
        samples[t - 1, :] = samples[t - 1, :] / np.sqrt(1 - beta)  # noqa: F821
        if t > 1:
            noise = np.random.standard_normal(n_samples)  # noqa: NPY002
            samples[t - 1, :] = samples[t - 1, :] + noise * sigma_t
    return samples
