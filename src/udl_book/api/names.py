"""Names of `udl` in the cells of a page: where they stand and what they mean."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

PACKAGE = "udl"


@dataclass(frozen=True)
class Use:
    """A name in a cell: the half-open range of its characters, and its full name."""

    start: int
    end: int
    name: str


def uses(cells: Iterable[str]) -> list[list[Use]]:
    """Find the names of `udl` in the cells of a page, which share their imports.

    A name that a cell binds anew is no longer the library's. Only the first use in a
    cell counts: each becomes a stop of the Tab key.

    Examples
    --------
    >>> uses(["from udl import losses", "losses.sum_of_squares(y, f)"])[1]
    [Use(start=0, end=6, name='udl.losses'), \
Use(start=7, end=21, name='udl.losses.sum_of_squares')]
    """
    known, found = {}, []
    for code in cells:
        try:
            tree = ast.parse(code)
        except SyntaxError:  # a magic
            found.append([])
            continue
        outer, inner = _bound(tree)
        for name in outer:
            known.pop(name, None)
        imported = list(_imports(tree))
        known |= {alias: name for _, alias, name in imported}
        here = {alias: name for alias, name in known.items() if alias not in inner}
        places = [(node, name) for node, _, name in imported]
        places += _references(tree, here)
        found.append(_first(code, places))
    return found


def _imports(tree) -> Iterator[tuple[ast.alias, str, str]]:
    """Imported names of `udl`: the node, the local name, the full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and _ours(node.module):
            for alias in node.names:
                yield alias, alias.asname or alias.name, f"{node.module}.{alias.name}"


def _references(tree, known) -> Iterator[tuple[ast.AST, str]]:
    """Uses of known names, with what hangs on them: `losses`, `losses.x`.

    The inside of f-strings is left out: Python 3.11 does not know where it stands.
    """
    todo = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.JoinedStr):
            continue
        name = _resolve(node, known)
        if name:
            yield node, name
        todo += ast.iter_child_nodes(node)


def _resolve(node, known) -> str:
    if isinstance(node, ast.Name):
        return known.get(node.id, "")
    if isinstance(node, ast.Attribute):
        base = _resolve(node.value, known)
        return f"{base}.{node.attr}" if base else ""
    return ""


def _first(code, places) -> list[Use]:
    lines = code.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    found = {}
    for node, name in places:
        if isinstance(node, ast.alias):
            line, column, size = node.lineno, node.col_offset, len(node.name)
        else:
            size = len(node.attr if isinstance(node, ast.Attribute) else node.id)
            line, column = node.end_lineno, node.end_col_offset
        # Python counts the bytes of a line.
        column = len(lines[line - 1].encode()[:column].decode())
        start = starts[line - 1] + column
        if not isinstance(node, ast.alias):
            start -= size
        use = Use(start, start + size, name)
        if name not in found or use.start < found[name].start:
            found[name] = use
    return sorted(found.values(), key=lambda use: use.start)


def _bound(tree) -> tuple[set[str], set[str]]:
    """Names bound at the top of a cell, and names bound within its functions."""
    outer, inner = set(), set()
    todo = [(node, outer) for node in tree.body]
    while todo:
        node, names = todo.pop()
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            names = inner
        todo += [(child, names) for child in ast.iter_child_nodes(node)]
    return outer, inner


def _ours(module) -> bool:
    return bool(module) and module.split(".")[0] == PACKAGE
