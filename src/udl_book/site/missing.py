"""The page for an address that does not exist.

Hosts serve `404.html` at any depth, so it must not need a file beside it: its style and
script are inside, and its links start at the root of the site. That root is known, or
the script finds it: all pages lie under `book/` and a few folders beside it.
"""

from udl_book.site import addresses


def pages(app):
    """Give Sphinx the page to write."""
    yield "404", {"udl_site": addresses.of(app.config).site}, "404.html"


def setup(app):
    """Connect."""
    app.connect("html-collect-pages", pages)
