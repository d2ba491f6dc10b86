"""Find browsers for the tests, or bring them: ``python -m udl_book browser``."""

import functools
import os
import shutil
import subprocess
import sys
from pathlib import Path

FIREFOX = ("firefox-esr", "firefox")
NAMES = ("chromium", "chromium-browser", "google-chrome")
# Quiet and alone: no sandbox (a container's root has none), no calls home.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


class NoChromium(RuntimeError):
    """No Chromium is here, and none could be brought."""


@functools.cache
def find_chromium():
    """Return the path of a Chromium that runs, or None.

    Looked for in this order: the environment variable CHROMIUM, the usual names on
    PATH, a browser that Playwright has fetched before.

    Raises
    ------
    NoChromium
        When CHROMIUM names a program that does not run.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        if not _runs(named):
            raise NoChromium(f"CHROMIUM is set to {named}, which does not run.")
        return shutil.which(named)
    for name in NAMES:
        path = shutil.which(name)
        if path and _runs(path):
            return path
    # In a process of its own: Playwright refuses to start twice in one.
    asked = subprocess.run(
        [sys.executable, "-c", ASK_PLAYWRIGHT], capture_output=True, text=True
    )
    path = asked.stdout.strip()
    return path if path and Path(path).exists() else None


@functools.cache
def find_firefox():
    """Return the path of a Firefox that runs, or None; FIREFOX may name one."""
    names = filter(None, (os.environ.get("FIREFOX"), *FIREFOX))
    return next((shutil.which(name) for name in names if _runs(name)), None)


def launch_options():
    """Return the keyword arguments for Playwright's ``chromium.launch``.

    Raises
    ------
    NoChromium
        When there is no Chromium; ``make test`` brings one.
    """
    path = find_chromium()
    if path is None:
        raise NoChromium(
            "No Chromium found. `make test` brings one; or name yours: CHROMIUM=path."
        )
    return {"executable_path": path, "args": list(ARGUMENTS)}


def ensure_chromium():
    """Return the path of a Chromium, after fetching one if there is none.

    Raises
    ------
    NoChromium
        When none could be fetched.
    """
    path = find_chromium()
    if path is None:
        _fetch()
        find_chromium.cache_clear()
        path = find_chromium()
    if path is None:
        raise NoChromium(
            "The browser tests need a Chromium, and none could be fetched. Install "
            "chromium or Google Chrome, or set CHROMIUM to the path of one."
        )
    return path


def _runs(path):
    try:
        return subprocess.run([path, "--version"], capture_output=True).returncode == 0
    except OSError:
        return False


def _install(package):
    """Install a package of Debian's; return whether it is there."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not (root and shutil.which("apt-get")):
        return False
    print(f"Installing {package} for the browser tests, with apt-get.", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "--yes", package]):
        failed = subprocess.run(
            ["apt-get", "--quiet", *step],
            env=environment,
            stdout=subprocess.DEVNULL,
        ).returncode
    return not failed


def _fetch():
    if _install("chromium"):
        return
    print("Fetching Chromium for the browser tests, with Playwright.", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])


def run():
    """Make sure that there is a Chromium, at least; return the exit code."""
    try:
        print(f"Browser tests use {ensure_chromium()}.")
    except NoChromium as missing:
        print(missing, file=sys.stderr)
        return 1
    if find_firefox() is None and _install("firefox-esr"):
        find_firefox.cache_clear()
    if find_firefox() is None:
        print("There is no Firefox: its test is left out. FIREFOX=path names one.")
    return 0
