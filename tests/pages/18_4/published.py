"""Right answers to page 18.4, as a reader of its published notebook has them.

Names and order of the arguments are those of the notebook, as are its given alphas,
each of one step later; the bodies are our own.
"""

import numpy as np


def sample_ddim(model, T, sigma_t, n_samples):
    samples = np.zeros((T + 1, n_samples))
    samples[T, :] = np.random.standard_normal(n_samples)  # noqa: NPY002
    for t in range(T, 0, -1):
        clear_output(wait=True)  # noqa: F821
        display(f"step {t}")  # noqa: F821
        alpha_t = (1 - beta) ** (t + 1)  # noqa: F821
        alpha_t_minus1 = (1 - beta) ** t  # noqa: F821
        guess = model[t - 1].predict(samples[t, :])
        x = (samples[t, :] - np.sqrt(1 - alpha_t) * guess) / np.sqrt(alpha_t)
        samples[t - 1, :] = np.sqrt(alpha_t_minus1) * x
        samples[t - 1, :] += np.sqrt(1 - alpha_t_minus1 - sigma_t**2) * guess
        if t > 0:
            noise = np.random.standard_normal(n_samples)  # noqa: NPY002
            samples[t - 1, :] = samples[t - 1, :] + noise * sigma_t
    return samples
