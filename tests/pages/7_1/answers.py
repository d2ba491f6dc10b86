"""Right answers to the exercises of page 7.1, written as different readers would."""

import math

import numpy as np


def forward_in_lines(x, y, beta, omega):
    f0 = beta[0] + omega[0] * x
    h1 = math.sin(f0)
    f1 = beta[1] + omega[1] * h1
    h2 = math.exp(f1)
    f2 = beta[2] + omega[2] * h2
    h3 = math.cos(f2)
    f3 = beta[3] + omega[3] * h3
    return [f0, f1, f2, f3], [x, h1, h2, h3], (f3 - y) ** 2


def forward_by_loop(x, y, beta, omega):
    f, h = np.zeros(4), np.zeros(4)
    value = x
    for k, function in enumerate((np.sin, np.exp, np.cos, None)):
        h[k] = value
        f[k] = beta[k] + omega[k] * value
        if function is not None:
            value = function(f[k])
    return f, h, np.square(f[-1] - y)


def first_weight_as_one_formula(x, y, b, w):
    s, c = np.sin, np.cos
    return (
        -2
        * (b[3] + w[3] * c(b[2] + w[2] * np.exp(b[1] + w[1] * s(b[0] + w[0] * x))) - y)
        * w[3]
        * s(b[2] + w[2] * np.exp(b[1] + w[1] * s(b[0] + w[0] * x)))
        * w[2]
        * np.exp(b[1] + w[1] * s(b[0] + w[0] * x))
        * w[1]
        * c(b[0] + w[0] * x)
        * x
    )


def first_weight_from_the_inside(x, y, beta, omega):
    value, slope = beta[0] + omega[0] * x, x
    value, slope = math.sin(value), slope * math.cos(value)
    value, slope = beta[1] + omega[1] * value, slope * omega[1]
    value, slope = math.exp(value), slope * math.exp(value)
    value, slope = beta[2] + omega[2] * value, slope * omega[2]
    value, slope = math.cos(value), slope * -math.sin(value)
    value, slope = beta[3] + omega[3] * value, slope * omega[3]
    return 2 * (value - y) * slope


def backward_in_lines(f, h, y, omega):
    df3 = 2 * (f[3] - y)
    dh3 = omega[3] * df3
    df2 = -math.sin(f[2]) * dh3
    dh2 = omega[2] * df2
    df1 = math.exp(f[1]) * dh2
    dh1 = omega[1] * df1
    df0 = math.cos(f[0]) * dh1
    return [df0, df1, df2, df3], [omega[0] * df0, dh1, dh2, dh3]


def backward_by_loop(f, h, y, omega):
    slopes = [np.cos(f[0]), h[2], -np.sin(f[2])]
    dl_df, dl_dh = np.zeros(4), np.zeros(4)
    derivative = 2 * (f[3] - y)
    for k in range(3, -1, -1):
        dl_df[k] = derivative
        dl_dh[k] = omega[k] * derivative
        derivative = dl_dh[k] * slopes[k - 1]
    return dl_df, dl_dh


def parameters_at_once(dl_df, h):
    return dl_df, np.multiply(h, dl_df)


def parameters_by_loop(dl_df, h):
    offsets, weights = [], []
    for k in range(4):
        offsets.append(dl_df[k] * 1)
        weights.append(dl_df[k] * h[k])
    return offsets, weights


def forward_in_the_notebook_s_lines(x, y, beta, omega):
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


def backward_in_the_notebook_s_lines(f, h, y, omega):
    f0, f1, f2, f3 = f
    omega0, omega1, omega2, omega3 = omega
    dldf3 = 2 * (f3 - y)
    dldh3 = omega3 * dldf3
    dldf2 = -np.sin(f2) * dldh3
    dldh2 = omega2 * dldf2
    dldf1 = np.exp(f1) * dldh2
    dldh1 = omega1 * dldf1
    dldf0 = np.cos(f0) * dldh1
    return [dldf0, dldf1, dldf2, dldf3], [omega0 * dldf0, dldh1, dldh2, dldh3]


def parameters_in_the_notebook_s_lines(dl_df, h):
    dldf0, dldf1, dldf2, dldf3 = dl_df
    x, h1, h2, h3 = h
    dldbeta3, dldomega3 = dldf3, dldf3 * h3
    dldbeta2, dldomega2 = dldf2, dldf2 * h2
    dldbeta1, dldomega1 = dldf1, dldf1 * h1
    dldbeta0, dldomega0 = dldf0, dldf0 * x
    dldbeta = [dldbeta0, dldbeta1, dldbeta2, dldbeta3]
    return dldbeta, [dldomega0, dldomega1, dldomega2, dldomega3]


def thrifty_with_cosines(f, h, y, omega):
    df3 = 2 * (f[3] - y)
    df2 = -np.sin(f[2]) * omega[3] * df3
    df1 = np.exp(f[1]) * omega[2] * df2
    return [np.cos(f[0]) * omega[1] * df1, df1, df2, df3]


def thrifty_with_signs(f, h, y, omega):
    slopes = [
        np.sign(np.cos(f[0])) * np.sqrt(1 - h[1] ** 2),
        h[2],
        -np.sign(np.sin(f[2])) * np.sqrt(1 - h[3] ** 2),
    ]
    dl_df = np.zeros(4)
    dl_df[3] = 2 * (f[3] - y)
    for k in (2, 1, 0):
        dl_df[k] = dl_df[k + 1] * omega[k + 1] * slopes[k]
    return dl_df


def shared_from_the_inside(x, y, w):
    value, slope = w * x, x
    value, slope = math.sin(value), math.cos(value) * slope
    value, slope = w * value, value + w * slope
    value, slope = math.cos(value), -math.sin(value) * slope
    value, slope = w * value, value + w * slope
    return 2 * (value - y) * slope


def shared_by_a_complex_step(x, y, omega):
    omega = omega + 1e-30j
    return np.imag((omega * np.cos(omega * np.sin(omega * x)) - y) ** 2) / 1e-30


def a_rate():
    return 0.1


def another_rate():
    return np.float64(0.2)


RIGHT = {
    "7.1.2": [forward_in_lines, forward_by_loop, forward_in_the_notebook_s_lines],
    "7.1.3": [first_weight_as_one_formula, first_weight_from_the_inside],
    "7.1.5": [backward_in_lines, backward_by_loop, backward_in_the_notebook_s_lines],
    "7.1.7": [
        parameters_at_once,
        parameters_by_loop,
        parameters_in_the_notebook_s_lines,
    ],
    "7.1.9": [thrifty_with_cosines, thrifty_with_signs],
    "7.1.11": [shared_from_the_inside, shared_by_a_complex_step],
    "7.1.12": [a_rate, another_rate],
}
