"""Right answers to page 17.2, as a reader of its published notebook has them."""

import numpy as np


def compute_expectation(phi, n_samples):
    mu = phi**3
    sigma = np.exp(phi)
    x = np.random.normal(mu, sigma, size=(n_samples, 1))  # noqa: NPY002
    return np.mean(x**2 + np.sin(x))


def compute_df_dx_star(x_star):
    return 2 * x_star + np.cos(x_star)


def compute_dx_star_dphi(epsilon_star, phi):
    return 3 * phi**2 + epsilon_star * np.exp(phi)


def compute_derivative_of_expectation(phi, n_samples):
    epsilon_star = np.random.normal(size=(n_samples, 1))  # noqa: NPY002
    x_star = phi**3 + epsilon_star * np.exp(phi)
    slopes = compute_df_dx_star(x_star) * compute_dx_star_dphi(epsilon_star, phi)
    return np.mean(slopes)


def d_log_pr_x_given_phi(x, phi):
    off = x - phi**3
    deriv = -1 + off**2 * np.exp(-2 * phi)
    return deriv + 3 * phi**2 * off * np.exp(-2 * phi)


def compute_derivative_of_expectation_score_function(phi, n_samples):
    np.random.seed(0)  # noqa: NPY002
    epsilon = np.random.randn(n_samples, 1)  # noqa: NPY002
    x = epsilon * np.exp(phi) + phi**3
    f = x * x + np.sin(x)
    return np.sum(f * d_log_pr_x_given_phi(x, phi)) / n_samples
