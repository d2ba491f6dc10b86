"""Directive `differences`: where our values part from published ones, and why.

The rows stand in `book/differences.yaml`. Our values are not typed there:
`{lowest:.2f}` stands for the value of an expression at the end of the page's run. Rows
that find no difference are for the tests: they are not printed.
"""

from pathlib import Path

import yaml
from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from udl_book.book import Book, BookError
from udl_book.parts.elements import parse_line
from udl_book.run import store
from udl_book.run.elsewhere import FILE, PLACE
from udl_book.run.execute import execute
from udl_book.run.page import Page
from udl_book.tables.table import table

logger = logging.getLogger(__name__)
FIELDS = ("page", "what", "published", "ours", "why", "test")
SAME = "No difference"
COLUMNS = {"What": 20, "In the notebook": 24, "Here": 24, "Why": 32}


def read(root: Path) -> list[dict]:
    """Rows of the table of a book.

    Raises
    ------
    BookError
        If a field is missing or no text, as a number without quotes.
    """
    rows = yaml.safe_load((root / FILE).read_text("utf8"))
    for place, row in enumerate(rows, 1):
        for field in FIELDS:
            if not isinstance(row.get(field), str):
                raise BookError(
                    f"{FILE}: `{field}` of row {place} has to be a text; put a number "
                    "in quotes"
                )
    return rows


def fill(text: str, values: dict) -> str:
    """Put values into a text.

    Examples
    --------
    >>> fill("{offset:.2f} by the scan", {"offset:.2f": "0.27"})
    '0.27 by the scan'
    """

    def one(place):
        if place[1] not in values:
            raise BookError(f"{FILE}: the run of that page has no {place[1]}")
        return values[place[1]]

    return PLACE.sub(one, text)


def values_of(book: Book, page: Page) -> dict[str, str]:
    """Values that the rows of a page ask for; runs the page if nobody has."""
    failures = execute([page], book.store, logger.info)
    if failures:
        raise BookError(str(failures[0]))
    run = store.load(book.store, page.key)
    return {
        asked.text: answer
        for asked, answer in zip(page.asked, run["answers"], strict=True)
        if asked.kind == "end"
    }


class Differences(SphinxDirective):
    """`differences`: the table of the rows that find one."""

    def run(self):
        """Write one row for each entry of the file that finds a difference."""
        self.book = Book(Path(self.env.srcdir))
        self.env.note_dependency(str(self.book.root / FILE))
        self.known = {}
        try:
            rows = [
                self._row(row)
                for row in read(self.book.root)
                if not row["why"].startswith(SAME)
            ]
        except BookError as error:
            logger.warning(error, location=self.get_location())
            return []
        return [table(COLUMNS, rows, "udl-differences")]

    def _row(self, row):
        from udl.typeset import typeset  # the book's own `udl`, found by now

        docname = self.book.find(row["page"])
        if docname not in self.known:
            page = Page(docname, self.book.path(docname).read_text("utf8"),
                        self.book.source)  # fmt: skip
            for path in [self.book.path(docname), *page.modules.values()]:
                self.env.note_dependency(str(path))
            self.known[docname] = values_of(self.book, page)
        known = {name: typeset(value) for name, value in self.known[docname].items()}
        ours = fill(row["ours"], known)
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
