"""Right answers to page 9.4, as a reader of its published notebook would have them.

Names, arguments and their order are those of the notebook, and it reads the others from
its cells; the bodies are our own.
"""

import numpy as np


def compute_param_mean_covar(x_data, y_data, n_hidden, sigma_sq, sigma_p_sq):
    H = compute_H(x_data, n_hidden)  # noqa: F821
    phi_covar = np.linalg.inv(
        (1 / sigma_sq) * H @ H.T + (1 / sigma_p_sq) * np.identity(n_hidden + 1)
    )
    phi_mean = (1 / sigma_sq) * phi_covar @ H @ y_data.reshape(-1, 1)
    return phi_mean, phi_covar


def inference(x_star, x_data, y_data, sigma_sq, sigma_p_sq, n_hidden):
    h_star = compute_H(x_star, n_hidden)  # noqa: F821
    H = compute_H(x_data, n_hidden)  # noqa: F821
    A = np.linalg.inv(H @ H.T / sigma_sq + np.eye(n_hidden + 1) / sigma_p_sq)
    y_star_mean = h_star.T @ A @ H @ y_data / sigma_sq
    y_star_var = h_star.T @ A @ h_star + sigma_sq
    return y_star_mean, y_star_var
