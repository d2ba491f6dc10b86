"""The built site in Chromium, with every host blocked but the one that serves it."""

import pytest
from live import Live
from places import DESKTOP, KINDS, LATE, SITE
from serving import serve, watch


@pytest.fixture(scope="session")
def address():
    """Serve the site; fail at once if it was not built."""
    assert (SITE / "index.html").is_file(), "no site to look at: run `make book`"
    with serve(SITE) as address:
        yield address


@pytest.fixture
def under_a_path(tmp_path):
    """Serve the site below two folders, as a project's pages are."""
    (tmp_path / "some").mkdir()
    (tmp_path / "some" / "path").symlink_to(SITE, target_is_directory=True)
    with serve(tmp_path) as address:
        yield f"{address}/some/path"


@pytest.fixture(scope="module")
def opener(browser, address):
    """Make a function that opens a page in a context of its own."""
    contexts = []

    def open_page(path, viewport=DESKTOP, dark=False, javascript=True):
        context = browser.new_context(
            viewport=viewport,
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.set_default_timeout(5_000)
        page = context.new_page()
        page.faults = watch(context, page, address)
        page.goto(f"{address}/{path}")
        if javascript:
            page.wait_for_function(LATE)
        return page

    open_page.contexts = contexts
    yield open_page
    close(contexts)


@pytest.fixture
def fresh(browser, address):
    """Make live pages in contexts of their own."""
    made = []

    def make(path=KINDS[0], **options):
        made.append(Live(browser, options.pop("address", address), path, **options))
        return made[-1]

    yield make
    for page in made:
        page.context.close()


@pytest.fixture
def visit(opener):
    """Open pages that close when the test ends."""
    before = len(opener.contexts)
    yield opener
    close(opener.contexts[before:])


def close(contexts):
    for context in contexts:
        context.close()
