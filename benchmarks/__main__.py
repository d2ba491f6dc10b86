"""Run every benchmark and print a table; `python -m benchmarks` does."""

from benchmarks import page_5_1
from benchmarks.race import print_table

if __name__ == "__main__":
    print_table(page_5_1.races())
