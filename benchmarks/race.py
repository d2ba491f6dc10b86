"""Race a vectorized computation against a plain loop with the same result."""

import statistics
import time
from dataclasses import dataclass

from numpy.testing import assert_allclose

ROUNDS = 5


@dataclass(frozen=True)
class Race:
    """Two functions of no arguments that must return the same numbers."""

    name: str
    loop: object
    vectorized: object
    tolerance: float = 1e-12


def print_table(races):
    print(f"median of {ROUNDS} interleaved rounds; same numbers to 1e-12 unless stated")
    print(f"{'':44}{'loop':>12}{'udl':>12}{'ratio':>8}")
    for race in races:
        # A loss near zero is what a cancellation left: the rounding of one counts.
        tolerances = {"rtol": race.tolerance, "atol": race.tolerance / 100}
        assert_allclose(race.vectorized(), race.loop(), **tolerances)
        loop, fast = _medians(race.loop, race.vectorized)
        print(f"{race.name:44}{loop:9.2f} ms{fast:9.2f} ms{loop / fast:8.1f}")


def _medians(*functions):
    seconds = [[] for _ in functions]
    for _ in range(ROUNDS):  # interleaved, so that a busy moment hits both
        for function, times in zip(functions, seconds, strict=True):
            start = time.perf_counter()
            function()
            times.append(time.perf_counter() - start)
    return [1000 * statistics.median(times) for times in seconds]
