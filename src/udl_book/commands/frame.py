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
    files = [path.relative_to(book.root).as_posix() for path in inputs(book.root)]
    frame = [(book.root / name) for name in FRAME]
    digests = [_digest(path) for path in frame if path.is_file()]
    note = book.build / "work" / "sources.json"
    try:
        before = json.loads(note.read_text("utf8"))
    except (OSError, ValueError):
        before = None
    now = {"files": files, "frame": digests}
    if (
        before is None
        or before["frame"] != now["frame"]
        or set(before["files"]) - set(files)
    ):
        shutil.rmtree(note.parent, ignore_errors=True)
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(json.dumps(now), "utf8")


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
