"""The small book, built once; each test breaks a copy of it."""

import functools
import http.server
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from small_book import FIRST, SmallBook

PAGE = FIRST.replace(".md", ".html")

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


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="session")
def address(good_book):
    handler = functools.partial(Quiet, directory=good_book.root / "_build" / "html")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def opened(browser, address):
    contexts = []

    def open_page(**options):
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.requests = []
        page.on("request", lambda request: page.requests.append(request.url))
        page.goto(f"{address}/{PAGE}")
        page.wait_for_load_state("load")
        page.locator("figure").scroll_into_view_if_needed()
        page.wait_for_timeout(300)
        return page

    yield open_page
    for context in contexts:
        context.close()
