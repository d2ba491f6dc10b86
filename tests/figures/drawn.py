"""All figures of a page, drawn again from its cells: each frame of a slider, too."""

import ast
from dataclasses import dataclass

from matplotlib.figure import Figure


@dataclass(frozen=True)
class Drawn:
    """A figure, the name that the page gives it, and of a frame the value."""

    name: str
    figure: Figure


def of_page(page):
    """Run the cells of a page; yield its figures.

    A cell shows a figure by ending in an expression that yields one. Where the cell's
    header lets a parameter vary, the cell runs once for each value.
    """
    space = {"__name__": "__main__"}
    for cell in page.cells:
        named = (cell.options.get("mystnb") or {}).get("figure") or {}
        name = named.get("name", f"line {cell.line}")
        vary = (cell.options.get("udl") or {}).get("vary") or {}
        for parameter, values in vary.items():
            for value in values:
                code = _with(cell.code, parameter, value)
                frame = _last_value(code, dict(space), page.name)
                yield Drawn(f"{name}, {parameter} = {value}", frame)
        shown = _last_value(ast.parse(cell.code), space, page.name)
        if isinstance(shown, Figure) and not vary:
            yield Drawn(name, shown)


def _with(code, parameter, value):
    """Parse a cell with another value in the place of the one it assigns."""
    tree = ast.parse(code)
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            (target, *_) = statement.targets
            if isinstance(target, ast.Name) and target.id == parameter:
                statement.value = ast.parse(repr(value), mode="eval").body
    return ast.fix_missing_locations(tree)


def _last_value(tree, space, name):
    """Run code; give the value of its last line if that is an expression."""
    last = tree.body.pop() if tree.body else None
    if last is not None and not isinstance(last, ast.Expr):
        tree.body.append(last)
        last = None
    exec(compile(tree, name, "exec"), space)
    if last is None:
        return None
    return eval(compile(ast.Expression(last.value), name, "eval"), space)
