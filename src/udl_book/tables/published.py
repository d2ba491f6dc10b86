"""Directive `published`: tasks of the published notebooks, and where they are here.

The rows stand in `book/published.yaml`: for each notebook, the name of a task there,
how its function is called there, the id here, and what to change where ours differs.
"""

from pathlib import Path

import yaml
from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from udl_book.book import Book
from udl_book.parts.elements import parse_line
from udl_book.tables.table import table

logger = logging.getLogger(__name__)
FILE = Path("book") / "published.yaml"
COLUMNS = {"In the notebook": 55, "Here": 45}


def read(root: Path) -> dict[str, list[dict]]:
    """Rows of each notebook, by its number written `5.1`."""
    return yaml.safe_load((root / FILE).read_text("utf8"))


class Published(SphinxDirective):
    """`published`: the table of all notebooks."""

    def run(self):
        """Write one row for each task."""
        book = Book(Path(self.env.srcdir))
        self.env.note_dependency(str(book.root / FILE))
        rows = []
        for number, tasks in read(book.root).items():
            name = f"p{number.replace('.', '_')}.py"
            path = book.source / "udl" / "exercises" / "pages" / name
            self.env.note_dependency(str(path))
            rows += [self._row(number, task) for task in tasks]
        return [table(COLUMNS, [row for row in rows if row], "udl-published")]

    def _row(self, number, task):
        from udl.exercises import declare

        try:
            declared = declare.find(task["here"])
        except declare.UnknownIdError as error:
            logger.warning("%s: %s", FILE, error, location=self.get_location())
            return None
        if "call" in task:
            there = [nodes.Text(f"{number}: "), nodes.literal("", task["call"])]
        else:
            words = task.get("words", task["todo"])
            there = parse_line(self, f"{number}: {words}")
        here = f"{{ref}}`ex-{task['here'].replace('.', '-')}`: {declared.title}"
        if "adapt" in task:
            here += f". {task['adapt']}"
        return [[there], [parse_line(self, here)]]


def setup(app):
    """Register the directive."""
    app.add_directive("published", Published)
