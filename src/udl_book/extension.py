"""The Sphinx extension of the book: each part is a module of its own."""

import hashlib
from pathlib import Path

from udl_book import (
    consistency,
    elements,
    exercises,
    figures,
    mathematics,
    notation,
    numbers,
    questions,
    reader,
    theme,
    verified,
)

PARTS = (
    consistency,
    elements,
    exercises,
    figures,
    notation,  # the macros before the mathematics that uses them
    mathematics,
    numbers,
    questions,
    reader,
    theme,
    verified,
)


def code_digest() -> str:
    """Digest of this package: pages made by other code are made again."""
    files = sorted(Path(__file__).parent.glob("*.*"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def setup(app):
    """Set up all parts."""
    app.setup_extension("myst_nb")
    app.add_config_value("udl_code", code_digest(), "env", str)
    for part in PARTS:
        part.setup(app)
    return {"version": "1", "parallel_read_safe": False, "parallel_write_safe": False}
