"""Run every benchmark and print a table; `python -m benchmarks` does.

A module `page_N_M` of this folder with a function `races` takes part by being there.
"""

import importlib
import os
import pkgutil

# One thread, for all who race; numpy reads this when it is first imported.
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import benchmarks
from benchmarks.race import print_table

if __name__ == "__main__":
    names = [module.name for module in pkgutil.iter_modules(benchmarks.__path__)]
    print_table(
        race
        for name in sorted(names)
        if name.startswith("page_")
        for race in importlib.import_module(f"benchmarks.{name}").races()
    )
