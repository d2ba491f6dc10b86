"""Right answers to the exercises of page 11.1, written as different readers would."""

import math

import numpy as np


def gradient_forward(x, betas, omegas):
    h, dh = x, np.ones_like(x)
    for beta, omega in zip(betas[:-1], omegas[:-1], strict=True):
        f = beta.reshape(-1, 1) + omega @ h
        dh = np.where(f > 0, omega @ dh, 0)
        h = np.where(f > 0, f, 0)
    return omegas[-1] @ dh


def gradient_of_each(x, betas, omegas):
    found = []
    for one in np.ravel(x):
        h, J = np.array([one]), np.eye(1)
        for k in range(len(omegas) - 1):
            f = betas[k] + omegas[k] @ h
            h, J = np.maximum(f, 0), np.diag(1.0 * (f > 0)) @ omegas[k] @ J
        found.append(float((omegas[-1] @ J).item()))
    return found


def autocorr_by_loops(dydx):
    n = len(dydx)
    return [
        sum(dydx[i] * dydx[i + d] for i in range(n) if 0 <= i + d < n)
        for d in range(-(n // 2), n - n // 2)
    ]


def autocorr_cut(dydx):
    full = np.correlate(dydx, dydx, "full")
    start = len(dydx) - 1 - len(dydx) // 2
    return full[start : start + len(dydx)]


def next_by_root(c):
    c = np.asarray(c)
    return (np.sqrt(1 - c**2) + (np.pi - np.arccos(c)) * c) / np.pi


def next_by_arcsine(c):
    share = 0.5 + np.arcsin(c) / np.pi
    return np.sin(np.arccos(c)) / np.pi + share * c


def correlation_by_angles(theta, layers):
    return skip_by_angles(theta, layers, 1.0)


def correlation_of_each(theta, layers):
    found = []
    for angle in np.ravel(theta):
        c, d, e = math.cos(angle), -math.sin(angle), -math.cos(angle)
        for _ in range(layers):
            t = math.acos(c)
            first, second = 1 - t / math.pi, 1 / (math.pi * math.sin(t))
            c, d, e = (
                (math.sin(t) + (math.pi - t) * c) / math.pi,
                first * d,
                first * e + second * d * d,
            )
        found.append(-e)
    return found if np.ndim(theta) else found[0]


def depth_by_counting(theta):
    K = 1
    while correlation_of_each(float(theta), K) > 0.5:
        K += 1
    return K


def depth_of_all(theta):
    curve = [correlation_of_each(float(theta), K) for K in range(60)]
    return np.argmax(np.array(curve) <= 0.5)


def skip_by_angles(theta, layers, share):
    c, d, g = np.cos(theta), np.sin(theta), np.cos(theta)  # slopes turned around
    for _ in range(layers):
        angle = np.arccos(c)
        on = (1 - share) + share * (np.pi - angle) / np.pi
        g = on * g - share * d**2 / np.pi / np.sin(angle)
        d = on * d
        kernel = (np.sin(angle) + (np.pi - angle) * c) / np.pi
        c = (1 - share) * c + share * kernel
    return g


def skip_in_lists(theta, layers, share):
    return [skip_by_angles(angle, layers, share) for angle in np.ravel(theta)]


RIGHT = {
    "11.1.4": [gradient_forward, gradient_of_each],
    "11.1.6": [autocorr_by_loops, autocorr_cut],
    "11.1.10": [next_by_root, next_by_arcsine],
    "11.1.12": [correlation_by_angles, correlation_of_each],
    "11.1.13": [depth_by_counting, depth_of_all],
    "11.1.14": [skip_by_angles, skip_in_lists],
}
