"""Pages at addresses that the site no longer uses, and at its root: they lead on."""

from html import escape
from pathlib import Path

import yaml

from udl_book.book import BookError

FIRST = "book/index.html"
MARK = 'http-equiv="refresh"'  # Jupyter Book writes such a page at the root, too
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Understanding Deep Learning, executable</title>
<meta name="description" content="The way to a page of the book.">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={to}">
<link rel="canonical" href="{to}"></head>
<body><h1><a href="{to}">To the page</a></h1></body></html>
"""


def read(root: Path) -> dict[str, str]:
    """Old addresses with the new ones, from the root of the site."""
    file = root / "book" / "redirects.yaml"
    old = yaml.safe_load(file.read_text("utf8")) if file.is_file() else {}
    return {"index.html": FIRST, **old}


def write(site: Path, root: Path) -> None:
    """Write a page at each old address; one where a page is now is a mistake."""
    for old, new in read(root).items():
        path = site / old
        if path.exists() and MARK not in path.read_text("utf8").lower():
            raise BookError(f"book/redirects.yaml: {old} is a page of the book")
        up = "../" * old.count("/")
        path.write_text(PAGE.format(to=escape(up + new)), "utf8")
