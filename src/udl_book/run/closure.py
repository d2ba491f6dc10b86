"""The closure of a page: the modules of `udl` that its cells import, transitively."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = "udl"


def imports(tree: ast.AST, package: str = "") -> Iterator[str]:
    """Names that a piece of code may import as modules.

    `from a import b` may mean the module `a.b` or a name in `a`: both are given.

    Parameters
    ----------
    tree
        Parsed code.
    package
        The package that relative imports start from.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: package.count(".") + 2 - node.level]
                base = ".".join([*above, base] if base else above)
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


@dataclass(frozen=True)
class Module:
    """What the builder reads from a module: names it imports, data files it names."""

    imports: tuple[str, ...]
    data: tuple[str, ...]


def module(path: Path) -> Module:
    """Read a module; its source is parsed once, until it changes."""
    return _parsed(path, path.stat().st_mtime_ns)


def closure(source: Path, names: Iterable[str]) -> dict[str, Path]:
    """Modules of `udl` that loading some names runs, with their files.

    Parameters
    ----------
    source
        The folder that holds `udl`.
    names
        Dotted names; those outside `udl` are ignored.
    """
    todo, done = list(names), {}
    while todo:
        name = todo.pop()
        if name in done:
            continue
        path = _file(source, name)
        if path is None:
            continue
        done[name] = path
        parts = name.split(".")
        todo += [".".join(parts[:i]) for i in range(1, len(parts))]  # parents run too
        todo += module(path).imports
    return dict(sorted(done.items()))


def _called(node: ast.Call) -> str:
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def _file(source: Path, name: str) -> Path | None:
    if name.split(".")[0] != PACKAGE:
        return None
    base = source.joinpath(*name.split("."))
    for path in (base.with_suffix(".py"), base / "__init__.py"):
        if path.is_file():
            return path
    return None


@cache
def _parsed(path: Path, _mtime: int) -> Module:
    tree = ast.parse(path.read_text("utf8"))
    data = [
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and _called(node) == "data_file"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]
    return Module(tuple(imports(tree, _package(path))), tuple(data))


def _package(path: Path) -> str:
    """Dotted name of the package that a module's relative imports start from."""
    parts = []
    for folder in path.parents:
        if not (folder / "__init__.py").is_file():
            break
        parts.insert(0, folder.name)
    return ".".join(parts)
