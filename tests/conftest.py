"""Which tests share a process, and how many there are in how many seconds.

`make test` runs two processes. Fixtures of a session are made once in each, so the
tests of a folder stay together; but what opens every page is dealt out page by page.
"""

from collections import defaultdict
from pathlib import Path

import pytest

SECONDS = defaultdict(float)
TESTS = defaultdict(int)


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the marks
def pytest_collection_modifyitems(items):
    for item in items:
        group = item.path.parent.name
        if group == "browser":  # every file has its own browser, and pages their own
            opened = getattr(item, "callspec", None)
            opened = opened and opened.params.get("page")
            group = opened or item.path.stem
        item.add_marker(pytest.mark.xdist_group(group))


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
