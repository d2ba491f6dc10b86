"""Pages: their source, and the values of their run."""

import contextlib
import io
import warnings
from functools import cache
from pathlib import Path

import pytest

from udl_book.book import Book
from udl_book.run.page import Page

BOOK = Book(Path(__file__).parents[2])


@pytest.fixture
def claim():
    """Return the claimed value as it is; the meta-test hands out a falsified one."""
    return lambda value: value


@pytest.fixture(scope="session")
def page():
    """Find a page by its number."""

    def find(number):
        name = BOOK.find(number)
        return Page(name, BOOK.path(name).read_text("utf8"), BOOK.source)

    return find


@pytest.fixture(scope="session")
def evaluated(page):
    """Values of expressions, by name, where the cells of a page have run."""

    @cache
    def run(number):
        namespace = {"__name__": "__main__"}
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # some pages show what warns
            for cell in page(number).cells:
                exec(compile(cell.code, f"page {number}", "exec"), namespace)
        return namespace

    def values(number, expressions):
        namespace = run(number)
        return {name: eval(code, namespace) for name, code in expressions.items()}

    return values
