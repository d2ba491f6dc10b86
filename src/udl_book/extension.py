"""The Sphinx extension of the book: each part is a module of its own."""

import hashlib
from pathlib import Path

from udl_book.api import autolink, reference
from udl_book.mathematics import notation, render
from udl_book.notebooks import export, launch
from udl_book.parts import (
    aims,
    cards,
    consistency,
    elements,
    evaluated,
    exercises,
    figures,
    numbers,
    questions,
    slider,
    solutions,
    verified,
)
from udl_book.run import reader
from udl_book.site import (
    addresses,
    bibliography,
    cite,
    live,
    metadata,
    missing,
    search,
    theme,
)
from udl_book.tables import differences, published, status

PARTS = (
    aims,
    bibliography,
    addresses,
    autolink,
    cards,
    cite,
    consistency,
    differences,
    elements,
    evaluated,
    exercises,
    figures,
    launch,
    notation,  # the macros before the mathematics that uses them
    render,
    live,  # its files lie beside those of KaTeX
    metadata,
    missing,
    export,
    numbers,
    published,
    questions,
    slider,
    solutions,  # before the reader, which then sees what is left
    status,
    reader,
    reference,
    search,
    theme,
    verified,
)


def code_digest() -> str:
    """Digest of this package: pages made by other code are made again."""
    files = sorted(Path(__file__).parent.rglob("*.*"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def setup(app):
    """Set up all parts."""
    app.setup_extension("myst_nb")
    app.add_config_value("udl_code", code_digest(), "env", str)
    for part in PARTS:
        part.setup(app)
    return {"version": "1", "parallel_read_safe": False, "parallel_write_safe": False}
