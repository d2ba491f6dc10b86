"""Gives each page of the site the outputs of its run."""

from pathlib import Path

import nbformat
from myst_nb.core.read import read_myst_markdown_notebook
from sphinx.errors import SphinxError
from sphinx.util import logging

from udl_book.book import Book, BookError
from udl_book.parts import figures
from udl_book.run import store
from udl_book.run.asked import filled
from udl_book.run.execute import execute
from udl_book.run.page import Page

VERBS = ("show", "hide")
logger = logging.getLogger(__name__)


class PageError(SphinxError):
    """A page that cannot be read, or that raised when it ran."""

    category = "Page error"


def read(text: str, root: str):
    """Read a page as a notebook with outputs (myst-nb calls this for `.md`)."""
    book = Book(Path(root))
    page = Page("a page", text, book.source)
    run = store.load(book.store, page.key)
    if run is None and page.cells:
        title = next(
            (li for li in text.splitlines() if li.startswith("# ")), "# a page"
        )
        raise PageError(f"{title[2:]} was edited while it was built. Build it again.")
    run = run or {"cells": [], "answers": []}
    if run["answers"]:
        text = filled(text, page.asked, run["answers"])
    notebook = read_myst_markdown_notebook(text, add_source_map=True)
    notebook.metadata["language_info"] = {
        "name": "python",
        "pygments_lexer": "ipython3",
    }
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    alternatives = {
        asked.cell: answer
        for asked, answer in zip(page.asked, run["answers"], strict=True)
        if asked.kind == "alt"
    }
    sliders = {int(number): vary for number, vary in run.get("frames", {}).items()}
    for vary in sliders.values():
        _sort_answers(vary, page.asked)
    for number, (cell, kept) in enumerate(zip(cells, run["cells"], strict=True)):
        cell.execution_count = kept["execution_count"]
        cell.outputs = [nbformat.from_dict(output) for output in kept["outputs"]]
        about = alternatives.get(number, ""), sliders.get(number)
        figures.describe(cell.outputs, *about)
    if cells and not cells[0].outputs:
        _say_that_it_sets_up(cells[0])
    return notebook


def _say_that_it_sets_up(cell):
    """Tell a page's first fold, if nothing is below it, from that of its figure."""
    prompts = {f"code_prompt_{verb}": f"{verb.title()} set-up" for verb in VERBS}
    cell.metadata["mystnb"] = {**prompts, **cell.metadata.get("mystnb", {})}


def _sort_answers(vary, asked):
    """Tell, in each frame, the alternative from numbers in the prose."""
    for frame in vary["frames"]:
        answers = {int(number): text for number, text in frame.pop("answers").items()}
        alts = [text for number, text in answers.items() if asked[number].kind == "alt"]
        frame["alt"] = " ".join(" ".join(alts).split())
        frame["said"] = {
            str(number): text
            for number, text in answers.items()
            if asked[number].kind == "eval"
        }


def before_reading(app, docname, source):
    """Run a page that no one has run yet, and note what it depends on."""
    if not app.env.doc2path(docname).endswith(".md"):
        return
    book = Book(Path(app.srcdir))
    page = Page(docname, source[0], book.source)
    try:
        files = [*page.modules.values(), *page.data, *page.tables]
    except BookError as error:
        raise PageError(str(error)) from error
    for path in files:
        app.env.note_dependency(str(path))
    failures = execute([page], book.store, logger.info)
    if failures:
        raise PageError(str(failures[0]))


def only_one_page(app, env, docnames):
    """Read one page only, where the build was asked for one, and what it may cite."""
    only = app.config.udl_only_page
    if only:
        lists = {key.docname for key in env.get_domain("cite").bibliographies}
        docnames[:] = [
            name
            for name in docnames
            if name == only or name in lists or name not in env.all_docs
        ]


def configure(app, config):
    """Put our reader in the place of myst-nb's for Markdown."""
    config.nb_custom_formats = {
        ".md": ["udl_book.run.reader.read", {"root": str(app.srcdir)}, False]
    }
    config.nb_execution_mode = "off"


def check_sources(app):
    """Warn of pages that the build would drop silently."""
    for fault in Book(Path(app.srcdir)).faults():
        logger.warning(fault)


def setup(app):
    """Connect the reader."""
    app.add_config_value("udl_only_page", "", "", str)
    app.connect("config-inited", configure, priority=100)  # before myst-nb reads it
    app.connect("builder-inited", check_sources)
    app.connect("env-before-read-docs", only_one_page)
    app.connect("source-read", before_reading)
