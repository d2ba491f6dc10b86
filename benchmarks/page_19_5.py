"""Page 19.5's million estimates at the published size: all at once, or one by one."""

import numpy as np

from benchmarks.race import Race
from udl.decisions.control_variates import MEAN, repeated

RHO, SIZE, REPETITIONS = 0.8, 5, 1_000_000


def samples(rng):
    """Draw the pairs of one estimate."""
    first = rng.standard_normal((1, SIZE))
    second = rng.standard_normal((1, SIZE))
    return MEAN + first, RHO * first + np.sqrt(1 - RHO**2) * second


def one_by_one(repetitions=REPETITIONS):
    """Estimate without the control and with it, in the same loop."""
    rng = np.random.default_rng(0)
    plain, controlled = np.zeros(repetitions), np.zeros(repetitions)
    for i in range(repetitions):
        a, b = samples(rng)
        plain[i] = np.mean(a)
        controlled[i] = np.mean(a - b)
    return plain, controlled


def at_once(repetitions=REPETITIONS):
    a, b = repeated(RHO, SIZE, repetitions, np.random.default_rng(0))
    return a, a - b


def races():
    return [Race("19.5 a million estimates of each kind", one_by_one, at_once, 1e-9)]
