"""Pages as the build runs them: their glued values, and their source."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from udl_book.book import Book
from udl_book.run import store
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
def glued(page):
    """Values that a page hands to its text, by name; runs the page if need be."""

    def values(number):
        found = page(number)
        if store.load(BOOK.store, found.key) is None:
            command = [sys.executable, "-m", "udl_book", "page", number]
            subprocess.run(command, cwd=BOOK.root, check=True)
        return {
            output["metadata"]["scrapbook"]["name"]: ast.literal_eval(
                output["data"]["application/papermill.record/text/plain"]
            )
            for cell in store.load(BOOK.store, found.key)
            for output in cell["outputs"]
            if "scrapbook" in output.get("metadata", {})
        }

    return values
