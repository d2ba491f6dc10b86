"""The status page: how long each page runs, what it holds, which versions made it."""

import platform
import re
from importlib.metadata import version
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from udl_book.book import Book, BookError, page_number
from udl_book.run import store
from udl_book.run.page import Page

EXERCISE = re.compile(r"^:{3,}\{(exercise|question)\}", re.M)
PAGE = "book/status"
SHOWN = ("numpy", "scipy", "matplotlib", "jupyter-book", "sphinx", "myst-nb", "udl")


def rows(book: Book, tests: dict) -> list[tuple]:
    """Page, cells, seconds (None if unknown), exercises, questions, verified results.

    Parameters
    ----------
    book
        The book; its store knows the seconds.
    tests
        Tests of each page, by its number written `5-1`.
    """
    found = []
    for docname in book.docnames():
        number = page_number(docname)
        if number is None or not book.path(docname).is_file():
            continue
        page = Page(docname, book.path(docname).read_text("utf8"), book.source)
        kinds = EXERCISE.findall(page.text)
        held = tests.get("-".join(map(str, number)).lower(), [])
        labels = {label for test in held for label in test.labels}
        found.append(
            (
                docname,
                len(page.cells),
                _seconds(book, page),
                kinds.count("exercise"),
                kinds.count("question"),
                len(labels),
            )
        )
    return found


def table(found: list[tuple]) -> list[str]:
    """Lines of a Markdown table with the sums in the last row."""
    lines = [
        "| Page | Runs in | Cells | Exercises | Questions | Verified results |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for docname, cells, seconds, *counts in found:
        row = [f"{{doc}}`/{docname}`", _said(seconds), cells, *counts]
        lines.append(f"| {' | '.join(map(str, row))} |")
    known = [row[2] for row in found if row[2] is not None]
    total = [sum(row[column] for row in found) for column in (1, 3, 4, 5)]
    row = ["**All pages**", _said(sum(known)), *total]
    lines.append(f"| {' | '.join(map(str, row))} |")
    return lines


class Status(SphinxDirective):
    """`status`: the tables."""

    def run(self):
        """Write Markdown and let MyST read it."""
        self.env.udl_status = self.env.app.udl_status
        lines = table(self.env.udl_status)
        lines += ["", "", "| Software | Version |", "|---|---|"]
        lines.append(f"| Python | {platform.python_version()} |")
        lines += [f"| {name} | {version(name)} |" for name in SHOWN]
        box = nodes.container()
        self.state.nested_parse(StringList(lines, "status"), 0, box)
        return box.children


def outdated(app, env, _added, _changed, _removed):
    """Read the page again if anything that it shows has changed."""
    app.udl_status = rows(Book(Path(app.srcdir)), app.udl_tests)
    shown = getattr(env, "udl_status", None)
    return [PAGE] if shown != app.udl_status and PAGE in env.found_docs else []


def _seconds(book, page):
    try:
        run = store.load(book.store, page.key)
        return run and run["seconds"]
    except (BookError, OSError):
        return None


def _said(seconds):
    return "not noted" if seconds is None else f"{seconds:.1f} s"


def setup(app):
    """Register the directive."""
    app.add_directive("status", Status)
    app.connect("env-get-outdated", outdated)
