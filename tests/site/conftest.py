"""The built site; without one these tests fail and say what to run."""

import pytest
from built import ROOT, read_site


@pytest.fixture(scope="session")
def site():
    folder = ROOT / "_build" / "html"
    if not (folder / "index.html").is_file():
        pytest.fail("the site is not built: run `make book` first")
    return folder


@pytest.fixture(scope="session")
def pages(site):
    return read_site(site)


@pytest.fixture(scope="session")
def first_page(site, pages):
    return pages[site / "book/05-loss-functions/5-1-least-squares-loss.html"]
