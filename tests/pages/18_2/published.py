"""Right answers to page 18.2, as a reader of its published notebook would have them.

Names, arguments and their order are those of the notebook, and it reads the others from
its cells; the bodies are our own.
"""

import numpy as np


def conditional_diffusion_distribution(x, z_t, t, beta):
    a_t1, a_t = np.power(1 - beta, t - 1), np.power(1 - beta, t)
    cd_mean = (1 - a_t1) / (1 - a_t) * np.sqrt(1 - beta) * z_t
    cd_mean = cd_mean + np.sqrt(a_t1) * beta / (1 - a_t) * x
    cd_std = np.sqrt(beta * (1 - a_t1) / (1 - a_t))
    return cd_mean, cd_std


def sample(model, T, sigma_t, n_samples):
    samples = np.zeros((T + 1, n_samples))
    samples[T, :] = np.random.normal(size=n_samples)  # noqa: NPY002
    for t in range(T, 0, -1):
        clear_output(wait=True)  # noqa: F821
        display(f"step {t}")  # noqa: F821
        samples[t - 1, :] = model[t - 1].predict(samples[t, :])
        if t > 1:
            noise = np.random.normal(size=n_samples)  # noqa: NPY002
            samples[t - 1, :] = samples[t - 1, :] + noise * sigma_t
    return samples
