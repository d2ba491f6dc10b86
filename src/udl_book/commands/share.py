"""How much of the code that readers see draws, or imports what draws."""

import ast

from udl_book.book import Book
from udl_book.run.closure import imports
from udl_book.run.page import Page

LIMIT = 0.10  # of the lines of code that a page shows
FOLDED = {"hide-input", "hide-cell", "remove-input", "remove-cell"}
DRAWING = ("udl.plotting", "matplotlib")


def share(page: Page) -> tuple[int, int]:
    """Count lines of visible code: those that draw, and all.

    A line draws if it belongs to a statement that imports from `udl.plotting` or from
    matplotlib, or that calls what such an import brought.

    Parameters
    ----------
    page
        The page; cells whose code is folded do not count.
    """
    drawn, seen, names = 0, 0, set()
    for cell in page.cells:
        try:
            tree = ast.parse(cell.code)
        except SyntaxError:  # ruff says so
            continue
        lines = set()
        for statement in tree.body:
            if any(name.startswith(DRAWING) for name in imports(statement)):
                names |= {alias.asname or alias.name for alias in statement.names}
            elif not _calls(statement, names):
                continue
            lines |= set(range(statement.lineno, statement.end_lineno + 1))
        if not FOLDED & set(cell.options.get("tags") or []):
            drawn += len(lines)
            seen += sum(bool(line.strip()) for line in cell.code.splitlines())
    return drawn, seen


def too_much(page: Page) -> str:
    """Say what is too much; nothing if all is well."""
    drawn, seen = share(page)
    if drawn <= LIMIT * seen:
        return ""
    return f"{drawn} of {seen} visible lines of code draw; {LIMIT:.0%} are the most"


def run(book: Book) -> int:
    """Print the share of each page that has visible code."""
    for docname in book.docnames():
        page = Page(docname, book.path(docname).read_text("utf8"), book.source)
        drawn, seen = share(page)
        if seen:
            print(f"{drawn / seen:5.0%} {drawn:4} of {seen:4}  {docname}")
    return 0


def _calls(statement, names):
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return False
    return any(
        isinstance(node, ast.Call) and getattr(node.func, "id", "") in names
        for node in ast.walk(statement)
    )
