"""Right answers to page 17.1, as a reader of its published notebook would have them.

Names and arguments are those of the notebook, and it reads the others from its cells;
the bodies are our own.
"""

import numpy as np


def draw_samples(n_sample):
    z = np.random.normal(size=(n_sample, 1))  # noqa: NPY002
    x_1, x_2 = f(z)  # noqa: F821
    width = np.sqrt(sigma_sq)  # noqa: F821
    x1_samples = np.random.normal(x_1, width)  # noqa: NPY002
    x2_samples = x_2 + width * np.random.randn(n_sample, 1)  # noqa: NPY002
    return x1_samples, x2_samples


def get_posterior(x1, x2):
    z = np.arange(-3, 3, 0.01)
    pr = np.ones_like(z)
    for i in range(len(z)):
        pr[i] = get_likelihood(x1, x2, z[i]) * get_prior(z[i])  # noqa: F821
    return z, pr / np.sum(pr)
