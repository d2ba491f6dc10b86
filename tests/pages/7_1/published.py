"""Right answers to page 7.1 as functions.

The published notebook asks for single lines, not for functions; names and arguments are
those of our page, the lines as a reader of the notebook would have them.
"""

import numpy as np


def forward_pass(x, y, beta, omega):
    beta0, beta1, beta2, beta3 = beta
    omega0, omega1, omega2, omega3 = omega
    f0 = beta0 + omega0 * x
    h1 = np.sin(f0)
    f1 = beta1 + omega1 * h1
    h2 = np.exp(f1)
    f2 = beta2 + omega2 * h2
    h3 = np.cos(f2)
    f3 = beta3 + omega3 * h3
    l_i = (f3 - y) ** 2
    return [f0, f1, f2, f3], [x, h1, h2, h3], l_i


def backward_pass(f, h, y, omega):
    omega0, omega1, omega2, omega3 = omega
    dldf3 = 2 * (f[3] - y)
    dldh3 = omega3 * dldf3
    dldf2 = -np.sin(f[2]) * dldh3
    dldh2 = omega2 * dldf2
    dldf1 = np.exp(f[1]) * dldh2
    dldh1 = omega1 * dldf1
    dldf0 = np.cos(f[0]) * dldh1
    return [dldf0, dldf1, dldf2, dldf3], [omega0 * dldf0, dldh1, dldh2, dldh3]


def parameter_derivatives(dl_df, h):
    dldbeta = [dl_df[0], dl_df[1], dl_df[2], dl_df[3]]
    dldomega = [dl_df[0] * h[0], dl_df[1] * h[1], dl_df[2] * h[2], dl_df[3] * h[3]]
    return dldbeta, dldomega
