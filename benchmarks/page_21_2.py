"""Page 21.2's black box, asked 10,000 times: 900 steps, or ten bumps."""

import numpy as np

from benchmarks.race import Race
from udl.society.black_box import score

PEOPLE = np.random.default_rng(0).random((4, 10_000))


def by_steps(X):
    """Walk from bump to bump in steps, each a share of two, for everybody at once."""
    rng = np.random.RandomState(3)
    centers, widths = rng.uniform(size=(4, 10)), rng.uniform(size=(4, 10)) + 0.1
    values = rng.normal(size=10)
    values = (values - np.mean(values)) / 10
    total = np.zeros(X.shape[1])
    for j in range(9):
        for k in range(100):
            for share, bump in ((k / 100, j), (1 - k / 100, j + 1)):
                z = (X - centers[:, [bump]]) / widths[:, [bump]]
                total += share * values[bump] * np.exp(-np.sum(z**2, axis=0))
    return total


def at_once():
    return score(PEOPLE)


def races():
    return [
        Race("21.2 black box of 10,000 people", lambda: by_steps(PEOPLE), at_once, 1e-9)
    ]
