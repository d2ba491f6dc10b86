"""Right answers to the exercises of page 17.3, written as different readers would."""

import math

import numpy as np
from scipy.special import logsumexp
from scipy.stats import norm


def mean_by_loop(y):
    total = 0
    for value in y:
        total += math.exp(-((value - 1) ** 4))
    return total / len(y)


def mean_by_sum(y):
    y = np.asarray(y)
    return np.sum(np.exp(-np.power(y - 1, 4))) / y.size


def weighted_by_densities(epsilon):
    y = epsilon + 3
    f = 20.446 * np.exp(-((y - 3) ** 4))
    return np.mean(f * norm.pdf(y) / norm.pdf(y, loc=3, scale=1))


def weighted_in_noise(epsilon):
    terms = [20.446 * math.exp(-(e**4) - 3 * e - 4.5) for e in epsilon]
    return sum(terms) / len(terms)


def proposal_by_trying():
    return 2.35, 0.45


def proposal_by_draws():
    rng = np.random.default_rng(0)
    y = rng.normal(3, 1, size=100_000)
    w = np.exp(4.5 - 3 * y) * np.exp(-((y - 3) ** 4))
    mean = np.average(y, weights=w)
    return [mean, np.sqrt(np.average((y - mean) ** 2, weights=w))]


def size_by_normalizing(log_w):
    log_w = np.asarray(log_w, dtype=float)
    p = np.exp(log_w - log_w.max())
    p /= p.sum()
    return 1 / np.sum(p**2)


def size_by_logarithms(log_w):
    log_w = np.asarray(log_w, dtype=float)
    return np.exp(2 * logsumexp(log_w) - logsumexp(2 * log_w))


def tail_by_where(epsilon):
    y = np.asarray(epsilon) + 4
    return np.where(y > 4, norm.pdf(y) / norm.pdf(y, 4), 0).mean()


def tail_by_sum(epsilon):
    w = [math.exp(-8 - 4 * e) for e in epsilon if e > 0]
    return sum(w) / len(epsilon)


def log_mean_by_scipy(log_likelihood, log_prior, log_q):
    terms = log_likelihood + log_prior - log_q
    return logsumexp(terms) - np.log(len(terms))


def log_mean_pairwise(log_likelihood, log_prior, log_q):
    total = -math.inf
    for a, b, c in zip(log_likelihood, log_prior, log_q, strict=True):
        total = np.logaddexp(total, a + b - c)
    return total - math.log(len(log_q))


RIGHT = {
    "17.3.1": [mean_by_loop, mean_by_sum],
    "17.3.6": [weighted_by_densities, weighted_in_noise],
    "17.3.8": [proposal_by_trying, proposal_by_draws],
    "17.3.9": [size_by_normalizing, size_by_logarithms],
    "17.3.11": [tail_by_where, tail_by_sum],
    "17.3.12": [log_mean_by_scipy, log_mean_pairwise],
}
