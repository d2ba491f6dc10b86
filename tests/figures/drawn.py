"""All figures of the book, drawn again from the cells of its pages."""

import ast
from dataclasses import dataclass

from matplotlib.figure import Figure


@dataclass(frozen=True)
class Drawn:
    """A figure, the page it stands on, and the name that the page gives it."""

    page: str
    name: str
    figure: Figure


def of_page(page):
    """Run the cells of one page; yield its figures."""
    space = {"__name__": "__main__"}
    for cell in page.cells:
        tree = ast.parse(cell.code)
        last = tree.body.pop() if tree.body else None
        if not isinstance(last, ast.Expr):
            tree.body += [last] if last else []
            last = None
        exec(compile(tree, page.name, "exec"), space)
        if last is not None:
            code = compile(ast.Expression(last.value), page.name, "eval")
            value = eval(code, space)
            if isinstance(value, Figure):
                named = (cell.options.get("mystnb") or {}).get("figure") or {}
                yield Drawn(page.name, named.get("name", f"line {cell.line}"), value)
