"""What must hold of a page as a whole: its exercises and its figures."""

import re

from docutils import nodes
from sphinx.util import logging

from udl_book.parts.elements import Html

logger = logging.getLogger(__name__)
CHECKED = re.compile(r"""\bcheck\(\s*["']([\w.-]+)["']""")


def check_page(_app, doctree):
    """Warn of what is missing, twice there, or out of order."""
    placed = {}
    order = []
    for node in doctree.findall(Html):
        kind, number = node.get("udl", (None, None))
        if kind is None:
            continue
        if (kind, number) in placed:
            _warn(f"{kind} {number} stands twice on this page", node)
        placed[kind, number] = node
        if kind in ("exercise", "question"):
            order.append((number, node))
    _check_order(order)
    checked = _check_cells(doctree)
    for (kind, number), node in placed.items():
        if kind != "exercise":
            continue
        if checked.count(number) != 1:
            count = checked.count(number)
            _warn(f'exercise {number} needs one cell with check("{number}", ...), '
                  f"and has {count}", node)  # fmt: skip
        for part in ("hints", "solution"):
            if (part, number) not in placed:
                _warn(f"exercise {number} has no {part}", node)


def _check_order(order):
    last = 0, ""
    for number, node in order:
        key = int(number.rpartition(".")[2])  # the page is its own
        if key <= last[0]:
            _warn(f"{number} comes after {last[1]}", node)
        last = key, number


def _check_cells(doctree):
    """Ids that the cells check; a cell that checks must not end in a figure."""
    checked = []
    for cell in doctree.findall(nodes.container):
        if cell.get("nb_element") != "cell_code":
            continue
        code = next(cell.findall(nodes.literal_block), nodes.Text("")).astext()
        found = CHECKED.findall(code)
        checked += found
        if found and next(cell.findall(nodes.image), None) is not None:
            _warn(f"figure in a stub: the cell that checks {found[0]} shows one", cell)
    return checked


def _warn(message, node):
    logger.warning(message, location=node)


def setup(app):
    """Look at each page when it has been read."""
    app.connect("doctree-read", check_page)
