"""Which tests share a process, and how many there are in how many seconds.

`make test` runs two processes. Fixtures of a session are made once in each, so the
tests of a folder stay together; but what opens every page is dealt out page by page.
"""

import functools
import os
import re
from collections import defaultdict
from pathlib import Path

import pytest
import verdicts

# Two processes share the machine: numpy, when it is imported, is to start no threads.
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

PAGE = re.compile(r"\[([^\]]*?/?[\w-]+(?:\.html|/(?:\d+|[a-z])-\d+-[\w-]+))")
SECONDS = defaultdict(float)
TESTS = defaultdict(int)


def pytest_addoption(parser):
    verdicts.add_option(parser)


def pytest_configure(config):
    verdicts.configure(config)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Deal tests out by what `group` says: the marks of xdist need an older pytest."""
    from xdist.scheduler import LoadScopeScheduling

    class ByGroup(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return group(nodeid)

    return ByGroup(config, log)


def group(nodeid):
    """Name what a test shares a process with: a page, a file or a folder."""
    file, _, test = nodeid.partition("::")
    if Path(file).parent.name not in ("browser", "figures"):
        return str(Path(file).parent)
    page = PAGE.search(test)
    return f"{file} {page[1]}" if page else file


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


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests of a process: Playwright starts once in each."""
    from playwright.sync_api import sync_playwright

    from udl_book.commands.browser import launch_options

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(**launch_options())
        # The tests themselves evaluate text, which the pages' policy forbids;
        # test_live_hosts.py looks at them with the policy in force.
        chromium.new_context = functools.partial(chromium.new_context, bypass_csp=True)
        yield chromium
        chromium.close()
