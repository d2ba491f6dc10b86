"""Page 18.2's hundred tables at the published size: all bins at once, or each."""

import numpy as np

from benchmarks.race import Race
from udl.generative.diffusion.lookup_table import LookupTable
from udl.generative.diffusion.reverse import training_pairs
from udl.generative.normal_mixture import FOUR_NORMALS, draw

RNG = np.random.default_rng(0)
DATA = draw(FOUR_NORMALS, 100_000, RNG)
# Ten steps, each fitted ten times: a hundred pairs would fill 160 MB.
PAIRS = [training_pairs(DATA, t, 0.01511, RNG) for t in range(10, 101, 10)]


def by_bin():
    """Select the examples of each bin, and take the mean of their targets."""
    tables = []
    for _ in range(10):
        for before, now in PAIRS:
            table = LookupTable()
            place, means = table.bin_of(now), np.full(table.bins, np.nan)
            for k in np.unique(place):
                means[k] = before[place == k].mean()
            full = np.flatnonzero(~np.isnan(means))
            tables.append(np.interp(np.arange(table.bins), full, means[full]))
    return np.array(tables)


def at_once():
    return np.array(
        [
            LookupTable().fit(now, before).means
            for _ in range(10)
            for before, now in PAIRS
        ]
    )


def races():
    return [Race("18.2 a hundred tables of 100,000 pairs", by_bin, at_once, 1e-9)]
