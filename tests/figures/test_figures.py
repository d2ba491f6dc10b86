"""Every figure of every page can be read, light and dark, where it fills the column."""

import contextlib
import io
import warnings
from pathlib import Path

import pytest
from drawn import of_page
from gate import faults

from udl_book.book import Book
from udl_book.run.page import Page

BOOK = Book(Path(__file__).parents[2])
PAGES = [n for n in BOOK.docnames() if "{code-cell}" in BOOK.path(n).read_text("utf8")]
NO_FIGURE = "book/how-to-use"


@pytest.mark.parametrize("name", PAGES)
def test_figures_of_a_page_can_be_read(name):
    page = Page(name, BOOK.path(name).read_text("utf8"), BOOK.source)
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # some pages show what warns
        figures = list(of_page(page))
    assert figures or name == NO_FIGURE
    found = {drawn.name: bad for drawn in figures if (bad := faults(drawn.figure))}
    assert found == {}
