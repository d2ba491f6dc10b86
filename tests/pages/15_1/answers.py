"""Right answers to the exercises of page 15.1, written as different readers would."""

import math

import numpy as np
from scipy.special import rel_entr


def _sig(a):
    return 1 / (1 + np.exp(-np.asarray(a, dtype=float)))


def discriminator_by_loops(x_real, x_syn, phi0, phi1):
    total = 0.0
    for x in np.ravel(x_syn):
        total += np.logaddexp(0, phi0 + phi1 * x)
    for x in np.ravel(x_real):
        total += np.logaddexp(0, -phi0 - phi1 * x)
    return total


def discriminator_stable(x_real, x_syn, phi0, phi1):
    logits = np.concatenate([-(phi0 + phi1 * x_real), phi0 + phi1 * x_syn])
    return (np.maximum(logits, 0) + np.log1p(np.exp(-np.abs(logits)))).sum()


def generator_by_softplus(z, theta, phi0, phi1):
    return np.logaddexp(0, phi0 + phi1 * (z + theta)).sum()


def generator_one_by_one(z, theta, phi0, phi1):
    logits = [float(phi0 + phi1 * (one + theta)) for one in z]
    return sum(max(a, 0) + math.log1p(math.exp(-abs(a))) for a in logits)


def play_in_place(x_real, z, theta, phi, n, update_discriminator, update_generator):
    while n > 0:
        phi = update_discriminator(x_real, theta + z, phi)
        theta = update_generator(z, theta, phi)
        n = n - 1
    return theta


def play_with_a_function(x_real, z, theta, phi, n, judge, forge):
    def turn(theta, phi):
        phi = judge(x_real, np.array([one + theta for one in z]), phi)
        return forge(z, theta, phi), phi

    for _ in range(n):
        theta, phi = turn(theta, phi)
    return theta


def penalty_of_one():
    return 1


def penalty_below_one():
    return np.array([0.7])


def divergence_by_entropy(p, q):
    def entropy(a):
        a = a[a > 0]
        return -(a * np.log(a)).sum()

    return entropy((p + q) / 2) - (entropy(p) + entropy(q)) / 2


def divergence_of_scipy(p, q):
    m = 0.5 * (p + q)
    return 0.5 * rel_entr(p, m).sum() + 0.5 * rel_entr(q, m).sum()


def slope_through_the_sigmoid(z, theta, phi0, phi1):
    return phi1 * _sig(-(phi0 + phi1 * (z + theta))).sum()


def slope_by_loop(z, theta, phi0, phi1):
    return sum(phi1 * (1 - _sig(phi0 + phi1 * (one + theta))) for one in z)


RIGHT = {
    "15.1.1": [discriminator_by_loops, discriminator_stable],
    "15.1.4": [generator_by_softplus, generator_one_by_one],
    "15.1.5": [play_in_place, play_with_a_function],
    "15.1.7": [penalty_of_one, penalty_below_one],
    "15.1.9": [divergence_by_entropy, divergence_of_scipy],
    "15.1.10": [slope_through_the_sigmoid, slope_by_loop],
}
