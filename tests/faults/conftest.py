"""The small book, built once; each test breaks a copy of it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from small_book import SmallBook

collect_ignore = ["miniature"]  # the tests of the small book, not of this one


@pytest.fixture(scope="session")
def good_book(tmp_path_factory):
    book = SmallBook.new(tmp_path_factory.mktemp("small") / "good")
    status, said = book.build()
    assert status == 0, said
    return book


@pytest.fixture
def book(good_book, tmp_path):
    return good_book.copy(tmp_path / "book")


@pytest.fixture(scope="module")
def pool():
    """Builds are processes of their own: two at a time."""
    with ThreadPoolExecutor(2) as pool:
        yield pool
