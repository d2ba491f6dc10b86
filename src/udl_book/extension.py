"""The Sphinx extension of the book: each part is a module of its own."""

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


def setup(app):
    """Set up all parts."""
    app.setup_extension("myst_nb")
    for part in PARTS:
        part.setup(app)
    return {"version": "1", "parallel_read_safe": False, "parallel_write_safe": False}
