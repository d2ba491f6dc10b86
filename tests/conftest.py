"""At the end of a run: how many tests each folder has, and how long they took."""

from collections import defaultdict
from pathlib import Path

SECONDS = defaultdict(float)
TESTS = defaultdict(int)


def pytest_runtest_logreport(report):
    folder = Path(report.nodeid.partition("::")[0]).parent.as_posix()
    SECONDS[folder] += report.duration
    TESTS[folder] += report.when == "call"


def pytest_terminal_summary(terminalreporter):
    if not SECONDS:
        return
    terminalreporter.section("seconds by folder")
    for folder in sorted(SECONDS):
        line = f"{folder:<20} {SECONDS[folder]:7.1f} s  {TESTS[folder]:5d} tests"
        terminalreporter.write_line(line)
