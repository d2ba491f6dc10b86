"""Each page that has cells as a clean notebook, which runs wherever `udl` installs."""

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path

from sphinx.util import logging

from udl_book.book import Book
from udl_book.mathematics import notation
from udl_book.notebooks.directives import Cell, Directives
from udl_book.notebooks.references import References
from udl_book.notebooks.source import blocks, without_header
from udl_book.notebooks.text import Writer
from udl_book.notebooks.wheel import wheel_name
from udl_book.run import store
from udl_book.run.asked import filled
from udl_book.run.page import CELL, Page
from udl_book.site import addresses

logger = logging.getLogger(__name__)
FOLDER = "notebooks"
TITLE = re.compile(r"\A\s*# (.+)\n")
SECTION = re.compile(r"^(?=#{2,3} )", re.M)
METADATA = {
    "kernelspec": {
        "display_name": "Python 3",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}
INSTALL = """\
# Run this cell first: it makes sure that the book's library is here.
try:
    import udl
except ModuleNotFoundError:
    {missing}

from udl.exercises import check, hint"""
BY_HAND = """\
raise ModuleNotFoundError(
        "Install the wheel of the book's library, {wheel}: "
        "the book's page 'How to use this book' says how."
    ) from None"""


def path_of(docname: str) -> str:
    """Path of a page's notebook, below the folder of notebooks."""
    return f"{docname.removeprefix('book/')}.ipynb"


def has_notebook(text: str) -> bool:
    """Say whether a page has cells to run."""
    return CELL.search(text) is not None


def first_cells(title: str, address: str, wheel: str, wheel_address: str):
    """The page's title and where it stands, and the cell that brings the library."""
    page = f"[page of the book]({address})" if address else "page of the book"
    note = (
        f"*This notebook is a {page} Understanding Deep Learning, executable: the same "
        "text and the same cells, for you to change.*"
    )
    missing = BY_HAND.format(wheel=wheel)
    if wheel_address:
        missing = f"%pip install --quiet {wheel_address}"
    yield Cell("markdown", f"# {title}\n\n{note}")
    yield Cell("code", INSTALL.format(missing=missing))


def cells_of(text: str, directives: Directives, wheel: str) -> list[Cell]:
    """Cells of a page's notebook."""
    source, line = without_header(text)
    references = directives.writer.references
    title = TITLE.match(source)
    if title:
        source = source[title.end() :]
        line += title[0].count("\n")
    made = first_cells(
        directives.writer.write(title[1] if title else references.docname),
        references.addresses.page(references.docname),
        wheel,
        references.addresses.wheel(wheel),
    )
    cells = list(made)
    for block in blocks(source, line):
        for cell in directives.cells(block):
            parts = SECTION.split(cell.text) if cell.kind == "markdown" else [cell.text]
            cells += [
                Cell(cell.kind, part.strip("\n"), cell.metadata)
                for part in parts
                if part.strip()
            ]
    return cells


def as_json(cells: Iterable[Cell]) -> str:
    """Notebook of some cells; a cell keeps its id while its text stays."""
    taken, written = set(), []
    for cell in cells:
        salt = 0
        while (name := _digest(cell, salt)) in taken:
            salt += 1
        taken.add(name)
        entry = {
            "cell_type": cell.kind,
            "id": name,
            "metadata": cell.metadata,
            "source": cell.text.splitlines(keepends=True),
        }
        if cell.kind == "code":
            entry |= {"execution_count": None, "outputs": []}
        written.append(entry)
    notebook = {
        "cells": written,
        "metadata": METADATA,
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def export(app, docname: str, text: str) -> str:
    """Notebook of a page, as JSON; what cannot be written is a warning."""
    book = Book(Path(app.srcdir))
    page = Page(docname, text, book.source)
    if run := store.load(book.store, page.key):
        text = filled(text, page.asked, run["answers"])
    where = addresses.of(app.config)
    writer = Writer(
        References(app.env, docname, where),
        notation.read(book.root)["macros"],
        [],
    )
    directives = Directives(book.root, writer, app.config.udl_solutions)
    cells = cells_of(text, directives, wheel_name(book.root))
    for fault in writer.faults:
        logger.warning("notebook: %s", fault, location=docname)
    return as_json(cells)


def export_all(app, exception):
    """Write the notebooks that have changed, beside the pages."""
    if exception is not None or app.builder.format != "html":
        return
    folder = Path(app.outdir) / FOLDER
    only, wanted = app.config.udl_only_page, set()
    for docname in sorted(app.env.found_docs):
        source = Path(app.env.doc2path(docname))
        if source.suffix != ".md" or not has_notebook(text := source.read_text("utf8")):
            continue
        target = folder / path_of(docname)
        wanted.add(target)
        if only in ("", docname):
            write(target, export(app, docname, text).encode())
    for path in folder.rglob("*.ipynb"):
        if path not in wanted:
            path.unlink()


def write(path: Path, content: bytes) -> None:
    """Write a file, if that changes it."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _digest(cell: Cell, salt: int) -> str:
    text = json.dumps([cell.kind, cell.text, salt])
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def setup(app):
    """Export when the pages are written."""
    app.connect("build-finished", export_all)
