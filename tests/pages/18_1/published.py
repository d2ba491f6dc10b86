"""Right answers to page 18.1, as a reader of its published notebook would have them.

Names, arguments and their order are those of the notebook, and it reads the others from
its cells; the bodies are our own.
"""

import numpy as np


def diffuse_one_step(z_t_minus_1, beta_t):
    noise = np.random.normal(size=z_t_minus_1.shape)  # noqa: NPY002
    return np.sqrt(1 - beta_t) * z_t_minus_1 + np.sqrt(beta_t) * noise


def diffusion_kernel(x, t, beta):
    alpha = np.power(1 - beta, t)
    dk_mean = x * np.sqrt(alpha)
    dk_std = np.sqrt(1 - alpha)
    return dk_mean, dk_std


def diffusion_marginal(x_plot_vals, pr_x_true, t, beta):
    if t == 0:
        return pr_x_true
    marginal_at_time_t = np.zeros_like(pr_x_true)
    for x, height in zip(x_plot_vals, pr_x_true, strict=True):
        mean = np.sqrt((1 - beta) ** t) * x
        std = np.sqrt(1 - (1 - beta) ** t)
        kernel = norm_pdf(x_plot_vals, mean, std)  # noqa: F821
        marginal_at_time_t = marginal_at_time_t + 0.01 * height * kernel
    return marginal_at_time_t
