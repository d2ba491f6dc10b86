"""What a build after a build must forget, so that it publishes what a clean one would.

Sphinx writes what is new and leaves the rest where it was: a page that is gone, a
deleted style sheet, the figure of a cell that has changed.
"""

import hashlib
import json
import re
import shutil
from pathlib import Path

from udl_book.book import Book
from udl_book.run.fingerprint import inputs

FRAME = ("_config.yml", "_toc.yml", "pyproject.toml")
IMAGE = re.compile(rb"_images/([^\s\"'()?#&]+)")


def renew(book: Book) -> None:
    """Empty the work area if a source has gone, or if what frames all pages changed.

    The outputs of pages are in the store: nothing runs again because of this.
    """
    before, now = _noted(book), _sources(book)
    if changed(book) or set(before["files"]) - set(now["files"]):
        shutil.rmtree(_note(book).parent, ignore_errors=True)
    _note(book).parent.mkdir(parents=True, exist_ok=True)
    _note(book).write_text(json.dumps(now), "utf8")


def changed(book: Book) -> bool:
    """Whether what frames all pages is not as it was at the last whole build."""
    before = _noted(book)
    return before is None or before["frame"] != _sources(book)["frame"]


def _sources(book):
    files = [path.relative_to(book.root).as_posix() for path in inputs(book.root)]
    frame = [(book.root / name) for name in FRAME]
    digests = [_digest(path) for path in frame if path.is_file()]
    return {"files": files, "frame": digests}


def _note(book):
    return book.build / "work" / "sources.json"


def _noted(book):
    try:
        return json.loads(_note(book).read_text("utf8"))
    except (OSError, ValueError):
        return None


def drop_unused_images(site: Path) -> None:
    """Remove images that no page shows any more."""
    pages = site.rglob("*.html")
    named = {name for page in pages for name in IMAGE.findall(page.read_bytes())}
    folder = site / "_images"
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name.encode() not in named:
            path.unlink()


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
