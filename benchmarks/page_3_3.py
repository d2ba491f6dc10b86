"""Page 3.3: patterns on a mesh, by a set and at once; counts, by sums and by rows."""

import math

import numpy as np

from benchmarks.race import Race
from udl.networks.patterns import count_patterns
from udl.networks.regions import add_hyperplane, number_regions

RNG = np.random.default_rng(0)
BETA_0, OMEGA_0 = RNG.normal(size=8), RNG.normal(size=(8, 2))
STEPS = np.linspace(-1, 1, 101)
X = np.stack(np.meshgrid(STEPS, STEPS)).reshape(2, -1)
DIMS = (1, 5, 10, 50, 100)


def patterns_by_loop():
    seen = set()
    offsets, slopes = BETA_0.tolist(), OMEGA_0.tolist()
    for x1, x2 in X.T.tolist():
        pairs = zip(offsets, slopes, strict=True)
        seen.add(tuple(b + w[0] * x1 + w[1] * x2 > 0 for b, w in pairs))
    return len(seen)


def patterns_at_once():
    return count_patterns(BETA_0[:, np.newaxis] + OMEGA_0 @ X > 0)


def counts_by_sums():
    return [[math.log10(number_regions(D_i, D)) for D_i in DIMS] for D in range(301)]


def counts_by_rows():
    row, table = [1] * 101, []
    for _ in range(301):
        table.append([math.log10(row[D_i]) for D_i in DIMS])
        row = add_hyperplane(row)
    return table


def races():
    return [
        Race(
            "3.3 patterns on 10201 points, 8 units", patterns_by_loop, patterns_at_once
        ),
        Race("3.3 counts up to 300 units", counts_by_sums, counts_by_rows),
    ]
