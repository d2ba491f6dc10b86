"""Directive `differences`: where our values part from published ones, and why.

The rows stand in `book/differences.yaml`. Our values are not typed there: `{name:.2f}`
stands for what the page glues under that name, as in its text.
"""

import ast
import re
from pathlib import Path

import yaml
from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from udl_book.book import Book, BookError
from udl_book.parts.elements import parse_line
from udl_book.run import store
from udl_book.run.execute import execute
from udl_book.run.page import Page
from udl_book.tables.table import table

logger = logging.getLogger(__name__)
FILE = Path("book") / "differences.yaml"
FIELDS = ("page", "what", "published", "ours", "why", "test")
PLACE = re.compile(r"\{([\w-]+)(?::([^{}]*))?\}")
COLUMNS = {"What": 20, "In the notebook": 24, "Here": 24, "Why": 32}


def read(root: Path) -> list[dict]:
    """Rows of the table of a book."""
    return yaml.safe_load((root / FILE).read_text("utf8"))


def fill(text: str, values: dict) -> str:
    """Put glued values into a text.

    Examples
    --------
    >>> fill("{offset:.2f} by the scan", {"offset": 0.27})
    '0.27 by the scan'
    """

    def one(place):
        name, form = place.groups(default="")
        if name not in values:
            raise BookError(f"{FILE}: no value {name} is glued on that page")
        return format(values[name], form)

    return PLACE.sub(one, text)


def glued(book: Book, page: Page) -> dict:
    """Values that a page glues, by name; runs the page if nobody has."""
    failures = execute([page], book.store, logger.info)
    if failures:
        raise BookError(str(failures[0]))
    return {
        output["metadata"]["scrapbook"]["name"]: ast.literal_eval(
            output["data"]["application/papermill.record/text/plain"]
        )
        for cell in store.load(book.store, page.key) or []
        for output in cell["outputs"]
        if "scrapbook" in output.get("metadata", {})
    }


class Differences(SphinxDirective):
    """`differences`: the table of all rows."""

    def run(self):
        """Write one row for each entry of the file."""
        self.book = Book(Path(self.env.srcdir))
        self.env.note_dependency(str(self.book.root / FILE))
        self.known = {}
        try:
            rows = [self._row(row) for row in read(self.book.root)]
        except BookError as error:
            logger.warning(error, location=self.get_location())
            return []
        return [table(COLUMNS, rows, "udl-differences")]

    def _row(self, row):
        docname = self.book.find(row["page"])
        if docname not in self.known:
            page = Page(docname, self.book.path(docname).read_text("utf8"),
                        self.book.source)  # fmt: skip
            for path in [self.book.path(docname), *page.modules.values()]:
                self.env.note_dependency(str(path))
            self.known[docname] = glued(self.book, page)
        ours = fill(row["ours"], self.known[docname])
        link = f"{{doc}}`{row['page']} </{docname}>`"
        texts = [f"{link}: {row['what']}", row["published"], ours, row["why"]]
        cells = [[parse_line(self, text)] for text in texts]
        cells[-1].append([nodes.Text("Shown by: "), *self._test(row["test"])])
        return cells

    def _test(self, name):
        """Name the test; one of an equation has a page to link to."""
        file, _, function = name.partition("::")
        words = function.removeprefix("test_").replace("_", " ")
        for number, tests in self.env.app.udl_tests.items():
            for test in tests:
                if (test.file, test.name) == (file, function):
                    home = self.env.app.builder.get_relative_uri(
                        self.env.docname, f"verified/{number}"
                    )
                    uri = f"{home}#{test.anchor}"
                    return [nodes.reference("", words, refuri=uri, internal=True)]
        return [nodes.Text(f"{words}, in "), nodes.literal("", file)]


def setup(app):
    """Register the directive."""
    app.add_directive("differences", Differences)
