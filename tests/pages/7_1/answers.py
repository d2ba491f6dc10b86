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


def slope_from_rise_and_run(function, at, step):
    left, right = at - step, at + step
    return (function(right) - function(left)) / (right - left)


def slope_as_mean_of_two(function, at, step):
    middle = function(at)
    ahead = (function(at + step) - middle) / step
    behind = (middle - function(at - step)) / step
    return 0.5 * (ahead + behind)


RIGHT = {
    "7.1.2": [forward_in_lines, forward_by_loop],
    "7.1.3": [first_weight_as_one_formula, first_weight_from_the_inside],
    "7.1.5": [backward_in_lines, backward_by_loop],
    "7.1.7": [parameters_at_once, parameters_by_loop],
    "7.1.9": [slope_from_rise_and_run, slope_as_mean_of_two],
}
